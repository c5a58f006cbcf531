"""A card on the thread: code, a small fact, and the words; the one we follow has the thread's colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QPushButton

from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QKeyEvent, QPaintEvent

    from verksted.vindu.utseende.tema import Tema

_STEG: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Traadkortknapp(QPushButton):
    """`valgt` cards are on the road; the others are faded. `stopp` is where the road ends too early.

    Signals: `steg` with (dx, dy) from the arrow keys.
    """

    steg = Signal(int, int)

    def __init__(self, kode: str, merke: str, tekst: str, tema: Tema, *, valgt: bool, stopp: bool = False) -> None:
        super().__init__()
        self.setObjectName("valgrad")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._kode, self._merke, self._tekst = kode, merke, " ".join(tekst[:600].split())
        self._tema, self._valgt, self._stopp = tema, valgt, stopp
        self.setToolTip(self._tekst if len(self._tekst) > 60 else "")
        tema.endret.connect(self.update)

    def keyPressEvent(self, hendelse: QKeyEvent) -> None:
        """Walk by the arrows; the rest is a button's."""
        steg = _STEG.get(Qt.Key(hendelse.key()))
        if steg is None:
            super().keyPressEvent(hendelse)
        else:
            self.steg.emit(*steg)

    def paintEvent(self, _hendelse: QPaintEvent) -> None:
        """Paint the card."""
        tema, px = self._tema, self._tema.px
        maler = QPainter(self)
        maler.setRenderHint(QPainter.RenderHint.Antialiasing)
        tykk = px(2) if self._valgt or self._stopp else 1
        penn = QPen(tema.farge(self._kantfarge()), tykk)
        if self._stopp:
            penn.setStyle(Qt.PenStyle.DashLine)
        maler.setPen(penn)
        maler.setBrush(tema.farge("hover" if self.underMouse() else "surface"))
        kant = tykk / 2
        maler.drawRoundedRect(QRectF(self.rect()).adjusted(kant, kant, -kant, -kant), px(8), px(8))
        inni = self.rect().adjusted(px(11), px(7), -px(11), -px(6))
        topp = px(20) if self._kode or self._merke else 0
        if topp:
            self._toppen(maler, QRect(inni.left(), inni.top(), inni.width(), topp))
        skrift = tema.skrift(Trinn.TABELL_HALVFET if self._valgt else Trinn.TABELL)
        maler.setPen(tema.farge("warn_text" if self._stopp else "text" if self._valgt else "text_2"))
        tegn_ordene(maler, inni.adjusted(0, topp, 0, 0), self._tekst, skrift)
        maler.end()

    def _kantfarge(self) -> str:
        if self._stopp:
            return "warn_line"
        return "accent" if self._valgt else "line_mid"

    def _toppen(self, maler: QPainter, rute: QRect) -> None:
        tema = self._tema
        maler.setFont(tema.skrift(Trinn.META, tall=True))
        maler.setPen(tema.farge("text" if self._valgt else "text_2"))
        maal = maler.fontMetrics()
        maler.drawText(rute, _VENSTRE, self._kode)
        ledig = rute.width() - maal.horizontalAdvance(self._kode) - tema.px(8)
        maler.setPen(tema.farge("text_2"))
        maler.drawText(rute, _HOEYRE, maal.elidedText(self._merke, Qt.TextElideMode.ElideRight, ledig))


def tegn_ordene(maler: QPainter, rute: QRect, tekst: str, skrift: QFont) -> None:
    """Paint as many whole lines as there is room for; the last one ends in «…» where there is more."""
    oppsett = QTextLayout(tekst, skrift)
    valg = QTextOption()
    valg.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    oppsett.setTextOption(valg)
    maler.setFont(skrift)
    maal = maler.fontMetrics()
    hoeyde = maal.lineSpacing()
    plass = max(1, rute.height() // hoeyde)
    oppsett.beginLayout()
    for nummer in range(plass):
        linje = oppsett.createLine()
        if not linje.isValid():
            break
        linje.setLineWidth(rute.width())
        fra, antall = linje.textStart(), linje.textLength()
        y = rute.top() + nummer * hoeyde
        if nummer == plass - 1 and fra + antall < len(tekst):
            bit = maal.elidedText(tekst[fra:], Qt.TextElideMode.ElideRight, rute.width())
            maler.drawText(QPointF(rute.left(), y + maal.ascent()), bit)
        else:
            maler.drawText(QPointF(rute.left(), y + maal.ascent()), tekst[fra : fra + antall].rstrip())
    oppsett.endLayout()


_VENSTRE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_HOEYRE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
