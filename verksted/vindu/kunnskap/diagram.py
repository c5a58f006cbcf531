"""A series drawn: a line for many periods, bars for few; the same numbers stand in a table beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from verksted.vindu.utseende.tema import Tema

Rekke = tuple[tuple[str, float, str], ...]
_SOEYLER_TIL: Final = 5


class Diagram(QWidget):
    """`vis` takes (period, value, value as written). Bars begin at zero; a line shows the change."""

    def __init__(self, tema: Tema) -> None:
        super().__init__()
        self._tema = tema
        self._rekke: Sequence[tuple[str, float, str]] = ()
        self.setFixedHeight(tema.px(190))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tema.endret.connect(self.update)

    def vis(self, rekke: Rekke, navn: str) -> None:
        """Draw a series; `navn` says it for screen readers."""
        self._rekke = rekke
        self.setAccessibleName(navn)
        self.update()

    def paintEvent(self, _hendelse: QPaintEvent) -> None:
        """Paint the chart."""
        if len(self._rekke) < 2:
            return
        px = self._tema.px
        maler = QPainter(self)
        maler.setRenderHint(QPainter.RenderHint.Antialiasing)
        flate = QRectF(px(8), px(28), self.width() - px(16), self.height() - px(56))
        if len(self._rekke) <= _SOEYLER_TIL:
            self._soeyler(maler, flate)
        else:
            self._linje(maler, flate)
        maler.end()

    def _soeyler(self, maler: QPainter, flate: QRectF) -> None:
        px, verdier = self._tema.px, [v for _, v, _ in self._rekke]
        hoeyest, lavest = max(0.0, *verdier), min(0.0, *verdier)
        spenn = (hoeyest - lavest) or 1.0
        null = flate.top() + flate.height() * hoeyest / spenn
        steg = flate.width() / len(verdier)
        bredde = min(px(44), steg * 0.6)
        for nr, (periode, verdi, ord_) in enumerate(self._rekke):
            midt = flate.left() + steg * (nr + 0.5)
            topp = flate.top() + flate.height() * (hoeyest - verdi) / spenn
            sist = nr == len(verdier) - 1
            maler.fillRect(
                QRectF(midt - bredde / 2, min(topp, null), bredde, max(1.0, abs(null - topp))),
                self._tema.farge("fag_line" if sist else "line_mid"),
            )
            self._ord(maler, QPointF(midt, min(topp, null) - px(20)), steg, ord_)
            self._ord(maler, QPointF(midt, flate.bottom() + px(6)), steg, periode)
        maler.setPen(QPen(self._tema.farge("line"), 1))
        maler.drawLine(QPointF(flate.left(), null), QPointF(flate.right(), null))

    def _linje(self, maler: QPainter, flate: QRectF) -> None:
        px, verdier = self._tema.px, [v for _, v, _ in self._rekke]
        hoeyest, lavest = max(verdier), min(verdier)
        spenn = (hoeyest - lavest) or 1.0
        steg = (flate.width() - px(48)) / (len(verdier) - 1)
        punkter = [
            QPointF(flate.left() + px(24) + steg * nr, flate.top() + flate.height() * (hoeyest - v) / spenn)
            for nr, v in enumerate(verdier)
        ]
        maler.setPen(QPen(self._tema.farge("line_subtle"), 1))
        maler.drawLine(flate.bottomLeft(), flate.bottomRight())
        sti = QPainterPath(punkter[0])
        for punkt in punkter[1:]:
            sti.lineTo(punkt)
        maler.strokePath(sti, QPen(self._tema.farge("fag_line"), px(3)))
        for nr in (0, len(punkter) - 1):
            periode, _, ord_ = self._rekke[nr]
            maler.setPen(Qt.PenStyle.NoPen)
            maler.setBrush(self._tema.farge("fag_line"))
            maler.drawEllipse(punkter[nr], px(4), px(4))
            self._ord(maler, punkter[nr] - QPointF(0, px(24)), px(120), ord_)
            self._ord(maler, QPointF(punkter[nr].x(), flate.bottom() + px(6)), px(120), periode)

    def _ord(self, maler: QPainter, sted: QPointF, bredde: float, ord_: str) -> None:
        tema, midt, topp = self._tema, sted.x(), sted.y()
        maler.setFont(tema.skrift(Trinn.META, tall=True))
        maler.setPen(tema.farge("text"))
        kort = maler.fontMetrics().elidedText(ord_, Qt.TextElideMode.ElideRight, round(bredde))
        halv = bredde / 2
        venstre = min(max(midt - halv, 0.0), self.width() - bredde)
        jevn = (
            Qt.AlignmentFlag.AlignLeft
            if midt - halv < 0
            else Qt.AlignmentFlag.AlignRight
            if midt + halv > self.width()
            else Qt.AlignmentFlag.AlignHCenter
        )
        maler.drawText(QRectF(venstre, topp, bredde, tema.px(18)), jevn | Qt.AlignmentFlag.AlignVCenter, kort)
