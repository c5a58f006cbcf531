"""What each list wants said where the room does not agree: one line a list, written straight in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from verksted.vindu.bearbeide.skrivefelt import Forlater, Tekstfelt
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.bearbeiding import Listemerknad


class Merknader(QWidget):
    """Signals: `skrevet` with (list code, words); no words take the remark away."""

    skrevet = Signal(str, str)

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        self._verktoey, self._t = verktoey, verktoey.tekster
        px = verktoey.tema.px
        self._lister: tuple[tuple[str, str], ...] = ()
        self._felt: dict[str, Tekstfelt] = {}
        self._rader: dict[str, QWidget] = {}
        self._kan_endres = True
        self._oppsett = QVBoxLayout()
        self._oppsett.setSpacing(px(6))
        self.ny = Knapp(
            self._t("bearbeide.ny_merknad"), verktoey.tema, slag="tekst", ikon=(verktoey.ikoner, "plus"), liten=True
        )
        self._meny = QMenu(self.ny)
        self._meny.setAccessibleName(self._t("bearbeide.ny_merknad"))
        self._meny.aboutToShow.connect(self._fyll)
        self.ny.setMenu(self._meny)
        helt = QVBoxLayout(self)
        helt.setContentsMargins(0, 0, 0, 0)
        helt.setSpacing(px(6))
        helt.addLayout(self._oppsett)
        helt.addWidget(self.ny)

    @property
    def meny(self) -> QMenu:
        """The lists that have no remark yet."""
        self._fyll()
        return self._meny

    def felt(self, liste: str) -> Tekstfelt:
        """Return the field of a list (raises KeyError)."""
        return self._felt[liste]

    def si_fra(self) -> None:
        """Say what is being written."""
        for felt in self._felt.values():
            felt.si_fra()

    def sett(
        self,
        merknader: Sequence[Listemerknad],
        lister: Sequence[tuple[str, str]],
        *,
        kan_endres: bool,
        nytt_punkt: bool,
        tving: bool = False,
    ) -> None:
        """Show the remarks of a point; an empty line the user has just asked for stays while it is the same point."""
        self._lister, self._kan_endres = tuple(lister), kan_endres
        skrevne = {m.listekode: m for m in merknader}
        for liste in list(self._felt):
            if liste not in skrevne and (nytt_punkt or not self._felt[liste].hasFocus()):
                self._ta_bort(liste)
        for liste, merknad in skrevne.items():
            if liste not in self._felt:
                self._ny_rad(liste, merknad.liste)
            self._felt[liste].sett(merknad.tekst, tving=tving or nytt_punkt)
        for felt in self._felt.values():
            felt.setReadOnly(not kan_endres)
        self.ny.setVisible(kan_endres and len(self._felt) < len(self._lister))

    def _ta_bort(self, liste: str) -> None:
        self._felt.pop(liste)
        rad = self._rader.pop(liste)
        rad.hide()
        rad.deleteLater()

    def _ny_rad(self, liste: str, navn: str) -> Tekstfelt:
        tema, px = self._verktoey.tema, self._verktoey.tema.px
        rad = QWidget()
        oppsett = QHBoxLayout(rad)
        oppsett.setContentsMargins(0, 0, 0, 0)
        oppsett.setSpacing(px(10))
        merke = Etikett(liste, tema, Trinn.TABELL_HALVFET, rolle="brikke")
        merke.setToolTip(navn)
        merke.setMinimumWidth(px(44))
        oppsett.addWidget(merke)
        felt = Tekstfelt(self._t("bearbeide.merknad_fra", liste=navn), tema, Trinn.LISTE, minst=1, mest=6)
        felt.setPlaceholderText(self._t("bearbeide.merknad_fra", liste=navn))
        felt.skrevet.connect(lambda tekst, liste=liste: self.skrevet.emit(liste, tekst))
        Forlater(felt)
        oppsett.addWidget(felt, 1)
        self._felt[liste], self._rader[liste] = felt, rad
        self._oppsett.addWidget(rad)
        return felt

    def _fyll(self) -> None:
        self._meny.clear()
        for liste, navn in self._lister:
            if liste not in self._felt:
                handling = self._meny.addAction(f"{navn} ({liste})".replace("&", "&&"))
                handling.triggered.connect(lambda _=False, liste=liste, navn=navn: self._begynn(liste, navn))

    def _begynn(self, liste: str, navn: str) -> None:
        self._ny_rad(liste, navn).setFocus()
        self.ny.setVisible(len(self._felt) < len(self._lister))
