"""The roles of the method: name, what the role does, and whether it speaks fag or politikk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from verksted.handlinger.verksteder import ny_prosessrolle, oppdater_prosessrolle, slett_prosessrolle
from verksted.modell.ordene import Sfaere
from verksted.vindu.deler.etikett import Etikett, strek
from verksted.vindu.deler.felt import Felt
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.oppsett import toem
from verksted.vindu.deler.segment import Segment
from verksted.vindu.prosess.blad import Blad
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord
    from verksted.visning.prosess import Prosessvisning, Rollerad

_SFAERER = (Sfaere.FAG, Sfaere.POLITIKK)


class Rollefelt(QWidget):
    """The fields of one role. Signals: `endret` with what is new, `slettes`."""

    endret = Signal(object)
    slettes = Signal()

    def __init__(self, blad: Blad) -> None:
        super().__init__()
        t, tema, px = blad.tekster, blad.tema, blad.tema.px
        self.navn = blad.linje(t("prosess.rolle.navn"), lambda v: self.endret.emit({"navn": v}), paakrevd=True)
        self.om = blad.avsnitt(t("prosess.rolle.om"), lambda v: self.endret.emit({"beskrivelse": v}), linjer=2)
        self.sfaere = Segment(
            [(s, t(f"oversikt.kart.{s}")) for s in _SFAERER], tema, t("prosess.rolle.sfaere"), liten=True
        )
        self.sfaere.valgt.connect(lambda valgt: self.endret.emit({"sfaere": Sfaere(valgt)}))
        slett = Knapp(t("prosess.rolle.slett"), tema, slag="tekst", ikon=(blad.ikoner, "trash"), liten=True)
        slett.clicked.connect(self.slettes)
        for felt in (self.sfaere, slett):
            felt.setEnabled(blad.bord.kan_endres)
        topp = QHBoxLayout()
        topp.setSpacing(px(16))
        topp.addWidget(Felt(t("prosess.rolle.navn"), self.navn, tema), 1)
        topp.addWidget(Felt(t("prosess.rolle.sfaere"), self.sfaere, tema))
        oppsett = QVBoxLayout(self)
        oppsett.setContentsMargins(0, px(8), 0, px(8))
        oppsett.setSpacing(px(8))
        oppsett.addLayout(topp)
        oppsett.addWidget(Felt(t("prosess.rolle.om"), self.om, tema))
        oppsett.addWidget(slett)
        oppsett.addWidget(strek(tema))

    def vis(self, rolle: Rollerad) -> None:
        """Show a role as the file holds it."""
        self.navn.sett(rolle.navn)
        self.om.sett(rolle.beskrivelse)
        self.sfaere.sett(rolle.sfaere)


class Rolleblad(Blad):
    """Check lists follow a role that is given another name."""

    def __init__(self, bord: Arbeidsbord) -> None:
        super().__init__(bord)
        t = self.tekster
        self._vist: Prosessvisning | None = None
        self.tittel(t("prosess.rolle.tittel"), Trinn.PUNKT)
        self.oppsett.addWidget(Etikett(t("prosess.rolle.hjelp"), self.tema, Trinn.TABELL, rolle="dempet", brytes=True))
        self._rader = QVBoxLayout()
        self.oppsett.addLayout(self._rader)
        self.roller: dict[str, Rollefelt] = {}
        ny = Knapp(t("prosess.rolle.ny"), self.tema, ikon=(self.ikoner, "plus"), liten=True)
        ny.setEnabled(bord.kan_endres)
        ny.clicked.connect(self._ny)
        self.oppsett.addWidget(ny)

    def vis(self, visning: Prosessvisning) -> None:
        """Show what the file holds."""
        self._vist = visning
        if [rolle.rad_id for rolle in visning.roller] != list(self.roller):
            toem(self._rader)
            self.roller = {rolle.rad_id: self._lag(rolle.rad_id) for rolle in visning.roller}
        for rolle in visning.roller:
            self.roller[rolle.rad_id].vis(rolle)

    def vis_igjen(self) -> None:
        """Show again what the file holds."""
        if self._vist is not None:
            self.vis(self._vist)

    def _lag(self, rad_id: str) -> Rollefelt:
        felt = Rollefelt(self)
        felt.endret.connect(lambda nytt: self._lagre(rad_id, nytt))
        felt.slettes.connect(lambda: self.vent(self.bord.utfoer(slett_prosessrolle, rolle=rad_id)))
        self._rader.addWidget(felt)
        return felt

    def _lagre(self, rad_id: str, nytt: dict[str, Any]) -> None:
        self.vent(self.bord.utfoer(oppdater_prosessrolle, rolle=rad_id, **nytt))

    def _ny(self) -> None:
        self.vent(self.bord.utfoer(ny_prosessrolle, navn=self.tekster("prosess.rolle.nytt_navn"), sfaere=Sfaere.FAG))
