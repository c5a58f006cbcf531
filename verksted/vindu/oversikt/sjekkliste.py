"""A check list: rows that are ticked, opened and changed where they stand, and a field for one more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from verksted.handlinger.prosess import merk_sjekkpunkt
from verksted.handlinger.sjekkliste import nytt_sjekkpunkt, oppdater_sjekkpunkt, slett_sjekkpunkt
from verksted.kjerne.klokke import lokal
from verksted.modell.ordene import Fase
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.oversikt.sjekkrad import Sjekkpunktrad

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from verksted.kjerne.feil import KjentFeil
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord
    from verksted.vindu.ramme.svar import Svar
    from verksted.visning.prosess import Sjekkrad


class Sjekkliste(QWidget):
    """`vis` may be called with the same list again and again: open rows and the keyboard stay. Signals: `si`."""

    si = Signal(str)

    def __init__(self, bord: Arbeidsbord) -> None:
        super().__init__()
        self._bord = bord
        t, tema, px = bord.verktoey.tekster, bord.verktoey.tema, bord.verktoey.tema.px
        self.rader: dict[tuple[int, int], Sjekkpunktrad] = {}
        self._sist: tuple[Sequence[Sjekkrad], Sequence[str]] = ((), ())
        self._nytt_i: tuple[int, str] | None = None
        self._liste = QVBoxLayout()
        self._liste.setSpacing(px(2))
        self.nytt = QLineEdit()
        self.nytt.setPlaceholderText(t("oversikt.sjekk.nytt"))
        self.nytt.setAccessibleName(t("oversikt.sjekk.nytt"))
        self.nytt.setProperty("liten", True)  # noqa: FBT003 - Qt's own
        self.nytt.returnPressed.connect(self._legg_til)
        self._knapp = Knapp(
            t("oversikt.sjekk.legg_til"), tema, slag="tekst", ikon=(bord.verktoey.ikoner, "plus"), liten=True
        )
        self._knapp.clicked.connect(self._legg_til)
        ny = QHBoxLayout()
        ny.setSpacing(px(8))
        ny.addWidget(self.nytt, 1)
        ny.addWidget(self._knapp)
        oppsett = QVBoxLayout(self)
        oppsett.setContentsMargins(0, 0, 0, 0)
        oppsett.setSpacing(px(8))
        oppsett.addLayout(self._liste)
        oppsett.addLayout(ny)

    def vis(self, punkter: Sequence[Sjekkrad], roller: Sequence[str], nytt_i: tuple[int, str] | None) -> None:
        """Show these points; a new one goes into `nytt_i` (workshop, phase), None where none can be added."""
        self._sist, self._nytt_i = (punkter, roller), nytt_i
        noekler = [(p.verksted, p.nummer) for p in punkter]
        if noekler != list(self.rader):
            for gammel in self.rader.values():
                gammel.hide()
                gammel.deleteLater()
            self.rader = {noekkel: self._lag(*noekkel) for noekkel in noekler}
        for punkt in punkter:
            self.rader[punkt.verksted, punkt.nummer].vis(punkt, roller, self._i_dag)
        kan = nytt_i is not None and self._bord.kan_endres
        self.nytt.setVisible(kan)
        self._knapp.setVisible(kan)

    @property
    def _i_dag(self) -> date:
        return lokal(self._bord.verktoey.klokke.naa()).date()

    def _lag(self, verksted: int, nummer: int) -> Sjekkpunktrad:
        rad = Sjekkpunktrad(self._bord.verktoey, kan_endres=self._bord.kan_endres)
        utfoer = self._bord.utfoer
        rad.merket.connect(
            lambda paa: self._vent(
                utfoer(merk_sjekkpunkt, verksted=verksted, nummer=nummer, utfoert=self._i_dag if paa else None)
            )
        )
        rad.endret.connect(
            lambda felt: self._vent(utfoer(oppdater_sjekkpunkt, verksted=verksted, nummer=nummer, **felt))
        )
        rad.slettes.connect(lambda: self._vent(utfoer(slett_sjekkpunkt, verksted=verksted, nummer=nummer)))
        rad.si.connect(self.si)
        self._liste.addWidget(rad)
        return rad

    def _vent(self, svar: Svar[object]) -> None:
        svar.ved_feil(self._tilbake)

    def _tilbake(self, feil: KjentFeil) -> None:
        """Show again what is in the file, and say why it did not go."""
        self.vis(*self._sist, self._nytt_i)
        self._bord.verktoey.bakgrunn.feilet.emit(feil)

    def _legg_til(self) -> None:
        tekst = self.nytt.text().strip()
        if tekst and self._nytt_i is not None:
            verksted, fase = self._nytt_i
            self.nytt.clear()
            self._vent(self._bord.utfoer(nytt_sjekkpunkt, verksted=verksted, fase=Fase(fase), tekst=tekst))
        self.nytt.setFocus()
