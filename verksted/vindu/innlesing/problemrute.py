"""One problem at a time: where it is, what was understood, and whether its row is to be taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout

from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.innlesing.celletegner import UTSEENDE
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.innlesing import Funn

_BANNERSLAG = {"feil": "feil", "advarsel": "varsel", "merknad": "opplysning"}


class Problemrute(QFrame):
    """Signals: `byttet` with the Funn now shown, `radvalg` when its row is to be left out, or taken in after all."""

    byttet = Signal(object)
    radvalg = Signal(object)

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        self._v = verktoey
        self._funn: Sequence[Funn] = ()
        self._nr = 0
        t, tema, px = verktoey.tekster, verktoey.tema, verktoey.tema.px
        self.setObjectName("banner")
        self._ikon = _Ikonplass(verktoey)
        self.tittel = Etikett("", tema, Trinn.LISTE_HALVFET, brytes=True)
        self.setning = Etikett("", tema, Trinn.LISTE, brytes=True)
        self.setning.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setning.setAlignment(Qt.AlignmentFlag.AlignTop)
        rulle = QScrollArea()
        rulle.setWidgetResizable(True)
        rulle.setFrameShape(QFrame.Shape.NoFrame)
        rulle.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rulle.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setning.setObjectName("rulleflate")
        rulle.setWidget(self.setning)
        rulle.setFixedHeight(px(52))
        self.teller = Etikett("", tema, Trinn.TABELL, rolle="dempet", tall=True)
        self.forrige = Knapp(t("forhaandsvisning.forrige"), tema, slag="tekst", liten=True)
        self.neste = Knapp(t("forhaandsvisning.neste"), tema, slag="tekst", liten=True)
        self.radknapp = Knapp("", tema, liten=True)
        self.forrige.clicked.connect(lambda: self.gaa(-1))
        self.neste.clicked.connect(lambda: self.gaa(1))
        self.radknapp.clicked.connect(lambda: self.radvalg.emit(self.naa))
        for knapp in (self.forrige, self.neste, self.radknapp):
            knapp.setAutoDefault(False)
        topp = QHBoxLayout()
        topp.setSpacing(px(8))
        topp.addWidget(self.tittel, 1)
        topp.addWidget(self.teller)
        topp.addWidget(self.forrige)
        topp.addWidget(self.neste)
        bunn = QHBoxLayout()
        bunn.addWidget(rulle, 1)
        bunn.addWidget(self.radknapp, 0, Qt.AlignmentFlag.AlignBottom)
        ord_ = QVBoxLayout()
        ord_.setSpacing(px(2))
        ord_.addLayout(topp)
        ord_.addLayout(bunn)
        rad = QHBoxLayout(self)
        rad.setContentsMargins(px(32), px(12), px(24), px(12))
        rad.setSpacing(px(12))
        rad.addWidget(self._ikon, 0, Qt.AlignmentFlag.AlignTop)
        rad.addLayout(ord_, 1)

    @property
    def naa(self) -> Funn | None:
        """The problem that is shown."""
        return self._funn[self._nr] if self._funn else None

    def sett(self, funn: Sequence[Funn]) -> None:
        """Go through these problems, from the first."""
        self._funn = funn
        self._nr = 0
        self.setVisible(bool(funn))
        self.vis_radvalg(None)
        self._vis()

    def gaa(self, steg: int) -> None:
        """Go to the next one, or back."""
        if self._funn:
            self._nr = (self._nr + steg) % len(self._funn)
            self._vis()
            self.byttet.emit(self.naa)

    def vis(self, funn: Funn) -> None:
        """Show one of the problems, where it is among those to go through."""
        if funn in self._funn:
            self._nr = self._funn.index(funn)
            self._vis()

    def vis_radvalg(self, tekst: str | None) -> None:
        """Offer to leave the row out, or to take it back; None offers nothing."""
        self.radknapp.setText(tekst or "")
        self.radknapp.setAccessibleName(tekst or "")
        self.radknapp.setVisible(bool(tekst))

    def _vis(self) -> None:
        funn = self.naa
        if funn is None:
            return
        t = self._v.tekster
        slag = t(f"forhaandsvisning.alvor.{funn.alvor}")
        sted = funn.sted or t("forhaandsvisning.hele_fila")
        self.tittel.setText(t("forhaandsvisning.problemtittel", sted=f"{sted[:1].upper()}{sted[1:]}", slag=slag))
        self.setning.setText(funn.setning)
        self.teller.setText(t("forhaandsvisning.nr_av", nr=self._nr + 1, av=len(self._funn)))
        for knapp in (self.forrige, self.neste):
            knapp.setVisible(len(self._funn) > 1)
        self._ikon.sett(funn.alvor)
        self.setProperty("slag", _BANNERSLAG[funn.alvor])
        self.setAccessibleName(f"{self.tittel.text()} {funn.setning}")
        self.style().unpolish(self)
        self.style().polish(self)


class _Ikonplass(QFrame):
    """The icon of the kind of problem, painted in the theme's colours."""

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        self._v = verktoey
        self._alvor = "merknad"
        side = verktoey.tema.px(22)
        self.setFixedSize(side, side)

    def sett(self, alvor: str) -> None:
        self._alvor = alvor
        self.update()

    def paintEvent(self, _hendelse: QPaintEvent) -> None:
        maler = QPainter(self)
        _, ikon, farge = UTSEENDE[self._alvor]
        self._v.ikoner.tegn(maler, self.rect(), ikon, farge)
        maler.end()
