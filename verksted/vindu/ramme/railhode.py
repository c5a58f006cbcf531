"""The head of the rail: arms, municipality, process, and a mark that the example cannot do without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from verksted.vindu.ramme.kontrakt import Rammevisning
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.vindu.utseende.tema import Tema


class Vaapen(QWidget):
    """A shield with the municipality's first letter, until arms are chosen."""

    def __init__(self, tema: Tema) -> None:
        super().__init__()
        self._tema = tema
        self._bokstav = ""
        self.setFixedSize(QSize(tema.px(32), tema.px(36)))

    def sett_bokstav(self, bokstav: str) -> None:
        """Show another letter."""
        self._bokstav = bokstav
        self.update()

    def paintEvent(self, _hendelse: QPaintEvent) -> None:
        """Paint the shield."""
        maler = QPainter(self)
        maler.setRenderHint(QPainter.RenderHint.Antialiasing)
        maler.setPen(QPen(self._tema.farge("text"), self._tema.px(1.5)))
        b, h, r = self.width() - 2.0, self.height() - 2.0, self._tema.px(14)
        sti = QPainterPath()
        sti.moveTo(1, 4)
        sti.quadTo(1, 1, 4, 1)
        sti.lineTo(b - 3, 1)
        sti.quadTo(b, 1, b, 4)
        sti.lineTo(b, h - r)
        sti.quadTo(b, h, b - r, h)
        sti.lineTo(1 + r, h)
        sti.quadTo(1, h, 1, h - r)
        sti.closeSubpath()
        maler.drawPath(sti)
        maler.setFont(self._tema.skrift(Trinn.LISTE_HALVFET))
        maler.drawText(QRectF(0, 0, b, h - 1), Qt.AlignmentFlag.AlignCenter, self._bokstav)
        maler.end()


class Railhode(QWidget):
    """Shows whose process this is."""

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        self.setObjectName("railhode")
        tema, px = verktoey.tema, verktoey.tema.px
        self._vaapen = Vaapen(tema)
        self._kommune = Etikett("", tema, Trinn.TABELL_HALVFET, brytes=True)
        self._prosess = Etikett("", tema, Trinn.META, rolle="dempet", brytes=True)
        self._eksempel = Etikett(verktoey.tekster("ramme.eksempel"), tema, Trinn.TAST, rolle="brikke_stiplet")
        self._eksempel.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._eksempel.hide()
        self._ordene = QWidget()
        ord_ = QVBoxLayout(self._ordene)
        ord_.setContentsMargins(0, 0, 0, 0)
        ord_.setSpacing(px(2))
        for etikett in (self._kommune, self._prosess, self._eksempel):
            ord_.addWidget(etikett)
        rad = QHBoxLayout(self)
        rad.setContentsMargins(px(8), px(4), px(8), px(16))
        rad.setSpacing(px(10))
        rad.addWidget(self._vaapen, 0, Qt.AlignmentFlag.AlignTop)
        rad.addWidget(self._ordene, 1)

    def vis(self, visning: Rammevisning) -> None:
        """Show a process."""
        self._vaapen.sett_bokstav(visning.kommune[:1].upper())
        self._kommune.setText(visning.kommune)
        self._prosess.setText(visning.prosess)
        self._eksempel.setVisible(visning.er_eksempel)
        self.setToolTip(f"{visning.kommune}\n{visning.prosess}")

    def sett_smal(self, smal: bool) -> None:  # noqa: FBT001 - a state, told by the rail
        """Show the arms alone."""
        self._ordene.setVisible(not smal)
