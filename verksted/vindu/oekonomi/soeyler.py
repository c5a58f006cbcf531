"""The money at the end of the thread: a bar per year, in thousands of kroner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from verksted.vindu.oekonomi.ordlyd import tusen
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from verksted.vindu.utseende.tema import Tema

_MIDT = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom


class Soeyler(QWidget):
    """`beloep` is kroner per year; what goes out of the plan (below zero) hangs under the line in another colour."""

    def __init__(
        self, aar: Sequence[int], beloep: Sequence[int], tema: Tema, *, tittel: str, under: str, navn: str
    ) -> None:
        super().__init__()
        self._aar, self._beloep, self._tema = tuple(aar), tuple(beloep), tema
        self._tittel, self._under = tittel, under
        self.setAccessibleName(navn)
        self.setToolTip(navn)
        tema.endret.connect(self.update)

    def paintEvent(self, _hendelse: QPaintEvent) -> None:
        """Paint the heading, the bars with their figures, and the years."""
        tema, px = self._tema, self._tema.px
        maler = QPainter(self)
        maler.setPen(tema.farge("text"))
        maler.setFont(tema.skrift(Trinn.ETIKETT))
        bredde = self.width()
        maler.drawText(QRect(0, 0, bredde, px(22)), Qt.AlignmentFlag.AlignLeft, self._tittel)
        maler.setFont(tema.skrift(Trinn.META))
        maler.setPen(tema.farge("text_2"))
        maler.drawText(QRect(0, px(20), bredde, px(20)), Qt.AlignmentFlag.AlignLeft, self._under)
        bunn, topp = self.height() - px(22), px(64)
        hoeyest = max((abs(kroner) for kroner in self._beloep), default=0) or 1
        rute = bredde / max(1, len(self._aar))
        for nummer, (aar, kroner) in enumerate(zip(self._aar, self._beloep, strict=True)):
            x = nummer * rute
            hoeyde = (bunn - topp) * abs(kroner) / hoeyest
            soeyle = QRectF(x + rute * 0.18, bunn - hoeyde, rute * 0.64, max(hoeyde, 1))
            maler.fillRect(soeyle, tema.farge("accent" if kroner > 0 else "warn_line" if kroner else "line"))
            maler.setFont(tema.skrift(Trinn.META, tall=True))
            maler.setPen(tema.farge("text"))
            maler.drawText(QRectF(x, soeyle.top() - px(22), rute, px(20)), _MIDT, tusen(kroner))
            maler.setPen(tema.farge("text_2"))
            maler.drawText(QRectF(x, bunn, rute, px(22)), _MIDT, str(aar))
        maler.end()
