"""The hard rules in words, each with a way to take it away, and a form for a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from verksted.regler.grupper.regelrader import Regelomtale
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.oppsett import toem
from verksted.vindu.grupper.regelskjema import Regelskjema
from verksted.vindu.utseende.skrift import Trinn
from verksted.visning.regelord import regelord

if TYPE_CHECKING:
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.grupper import Grupperegelvisning
    from verksted.visning.gruppeside import Gruppesidevisning


class Regelliste(QWidget):
    """Signals: `ny` with the fields of a rule, `fjern` with a rule's id."""

    ny = Signal(dict)
    fjern = Signal(str)

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        self._verktoey = verktoey
        t, tema = verktoey.tekster, verktoey.tema
        self._rader = QVBoxLayout()
        self._rader.setSpacing(0)
        self.legg_til = Knapp(t("gruppeside.regel.ny"), tema, slag="tekst", liten=True, ikon=(verktoey.ikoner, "plus"))
        self.skjema = Regelskjema(verktoey)
        self.skjema.hide()
        helt = QVBoxLayout(self)
        helt.setContentsMargins(0, 0, 0, 0)
        helt.setSpacing(tema.px(4))
        helt.addWidget(Etikett(t("gruppeside.regel.tittel"), tema, Trinn.AVSNITT))
        helt.addLayout(self._rader)
        helt.addWidget(self.legg_til)
        helt.addWidget(self.skjema)
        self.legg_til.clicked.connect(self._aapne)
        self.skjema.lukket.connect(self._lukk)
        self.skjema.ferdig.connect(self.ny)
        self.skjema.ferdig.connect(self._lukk)

    def vis(self, visning: Gruppesidevisning, *, kan_endres: bool) -> None:
        """Show the rules there are."""
        t, tema = self._verktoey.tekster, self._verktoey.tema
        toem(self._rader)
        for regel in visning.grupper.regler:
            self._rader.addWidget(self._rad(regel, kan_endres=kan_endres))
        if not visning.grupper.regler:
            ingen = t("gruppeside.regel.ingen")
            self._rader.addWidget(Etikett(ingen, tema, Trinn.TABELL, rolle="dempet", brytes=True))
        self.legg_til.setEnabled(kan_endres)
        self.skjema.vis(visning)

    def _rad(self, regel: Grupperegelvisning, *, kan_endres: bool) -> QWidget:
        t, tema = self._verktoey.tekster, self._verktoey.tema
        omtale = Regelomtale(
            art=regel.art, personer=regel.personer, bord=regel.bord, runde=regel.runde, verv=regel.verv
        )
        ord_ = regelord(t)(omtale)
        ord_ = ord_[:1].upper() + ord_[1:]
        rad = QWidget()
        oppsett = QHBoxLayout(rad)
        oppsett.setContentsMargins(0, tema.px(2), 0, tema.px(2))
        tekst = t("gruppeside.regel.brutt", regel=ord_) if regel.brutt else ord_
        rolle = "varsel" if regel.brutt else "vanlig"
        oppsett.addWidget(Etikett(tekst, tema, Trinn.TABELL, rolle=rolle, brytes=True), 1)  # type: ignore[arg-type]
        kryss = QToolButton()
        kryss.setIcon(self._verktoey.ikoner("x", "text"))
        kryss.setAccessibleName(t("gruppeside.regel.fjern", regel=ord_))
        kryss.setToolTip(t("gruppeside.regel.fjern_tips"))
        kryss.setEnabled(kan_endres)
        kryss.clicked.connect(lambda: self.fjern.emit(regel.regel_id))
        oppsett.addWidget(kryss, 0, Qt.AlignmentFlag.AlignTop)
        return rad

    def _aapne(self) -> None:
        self.legg_til.hide()
        self.skjema.show()
        self.skjema.art.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lukk(self) -> None:
        self.skjema.hide()
        self.legg_til.show()
        self.legg_til.setFocus(Qt.FocusReason.OtherFocusReason)
