"""The texts that go to hearing side by side where the room was divided."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from verksted.handlinger.plan import skriv_alternativ
from verksted.vindu.deler.etikett import Etikett, Ikonbilde
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.plan.skrivefelt import Skrivefelt
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.plan.skrivevakt import Skrivevakt
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord
    from verksted.visning.planblad import Planblad


class Alternativflate(QWidget):
    """One field per letter; a field left empty takes the alternative away."""

    def __init__(self, bord: Arbeidsbord, vakt: Skrivevakt) -> None:
        super().__init__()
        self._bord, self._vakt = bord, vakt
        self._tekster, self._tema = bord.verktoey.tekster, bord.verktoey.tema
        self._kode = ""
        self._felter: dict[str, tuple[QWidget, Skrivefelt]] = {}
        helt = QVBoxLayout(self)
        helt.setContentsMargins(0, 0, 0, 0)
        helt.setSpacing(self._tema.px(8))
        hode = QHBoxLayout()
        hode.setSpacing(self._tema.px(8))
        hode.addWidget(Ikonbilde(bord.verktoey.ikoner, "scales", self._tema))
        hode.addWidget(
            Etikett(self._tekster("plan.alternativ.tittel"), self._tema, Trinn.TABELL_HALVFET, brytes=True), 1
        )
        helt.addLayout(hode)
        self._rekka = QVBoxLayout()
        self._rekka.setSpacing(self._tema.px(8))
        helt.addLayout(self._rekka)
        self._nytt = Knapp(
            self._tekster("plan.alternativ.nytt"),
            self._tema,
            slag="tekst",
            liten=True,
            ikon=(bord.verktoey.ikoner, "plus"),
        )
        self._nytt.clicked.connect(self._legg_til)
        helt.addWidget(self._nytt)

    def vis(self, blad: Planblad, *, fersk: bool) -> None:
        """Show the alternatives of a place; hidden where there are none and nobody disagrees."""
        if blad.kode != self._kode:
            for bokstav in tuple(self._felter):
                self._ta_bort(bokstav)
            self._kode = blad.kode
        self._nytt.setVisible(self._bord.kan_endres and len(blad.alternativer) < len(ascii_uppercase))
        self.setVisible(bool(blad.alternativer or blad.uenighet or self._felter))
        tekster = dict(blad.alternativer)
        for bokstav, tekst in blad.alternativer:
            self._vis_en(bokstav, tekst, fersk=fersk)
        for bokstav in tuple(self._felter):
            felt = self._felter[bokstav][1]
            if bokstav not in tekster and fersk and not felt.uskrevet and not felt.hasFocus():
                self._ta_bort(bokstav)

    def skriv_ned(self) -> None:
        """Send what has not been sent."""
        for _, felt in self._felter.values():
            felt.skriv_ned()

    def _vis_en(self, bokstav: str, tekst: str, *, fersk: bool) -> Skrivefelt:
        if bokstav not in self._felter:
            self._lag(bokstav)
        felt, kode = self._felter[bokstav][1], self._kode
        felt.sett(
            f"{kode}/alternativ/{bokstav}",
            tekst,
            lambda ny: self._bord.utfoer(skriv_alternativ, element=kode, bokstav=bokstav, tekst=ny),
            fersk=fersk,
        )
        return felt

    def _lag(self, bokstav: str) -> None:
        rad = QWidget()
        oppsett = QHBoxLayout(rad)
        oppsett.setContentsMargins(0, 0, 0, 0)
        oppsett.setSpacing(self._tema.px(12))
        oppsett.addWidget(Etikett(bokstav, self._tema, Trinn.KROPP_HALVFET), 0, Qt.AlignmentFlag.AlignTop)
        navn = self._tekster("plan.alternativ.felt", bokstav=bokstav)
        felt = Skrivefelt(navn, self._vakt, self._tema, Trinn.KROPP, linjer=2)
        felt.setReadOnly(not self._bord.kan_endres)
        oppsett.addWidget(felt, 1)
        self._felter[bokstav] = (rad, felt)
        plass = sorted(self._felter).index(bokstav)
        self._rekka.insertWidget(plass, rad)

    def _ta_bort(self, bokstav: str) -> None:
        rad, felt = self._felter.pop(bokstav)
        felt.skriv_ned()
        rad.hide()
        rad.deleteLater()

    def _legg_til(self) -> None:
        ledig = next(b for b in ascii_uppercase if b not in self._felter)
        self._vis_en(ledig, "", fersk=True).setFocus(Qt.FocusReason.OtherFocusReason)
