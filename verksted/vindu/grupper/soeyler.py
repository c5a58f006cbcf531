"""One bar for each table, with the fair share dashed across: what stands out is another colour and has its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from verksted.vindu.utseende.tema import Tema


class Soeyler(QWidget):
    """`antall` per table; `minst` and `mest` are the fair share."""

    def __init__(self, tema: Tema, antall: Sequence[int], minst: int, mest: int, *, med_tall: bool = False) -> None:
        super().__init__()
        self._tema = tema
        self._antall, self._minst, self._mest, self._med_tall = tuple(antall), minst, mest, med_tall
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(QSize(tema.px(132), tema.px(34 if med_tall else 24)))
        tema.endret.connect(self.update)

    def paintEvent(self, _hendelse: QPaintEvent) -> None:
        """Paint the bars, their numbers and the line."""
        if not self._antall:
            return
        tema, px = self._tema, self._tema.px
        maler = QPainter(self)
        bredde = self.width() / len(self._antall)
        bunn = self.height() - (px(14) if self._med_tall else 0)
        topp = max(*self._antall, self._mest, 1)
        mellom = min(px(6), bredde / 4)
        maler.setFont(tema.skrift(Trinn.TAST, tall=True))
        liten = QFontMetrics(maler.font()).horizontalAdvance("88") > bredde
        for nummer, antall in enumerate(self._antall):
            skjevt = not self._minst <= antall <= self._mest
            hoeyde = max(2.0, (bunn - 2) * antall / topp)
            rute = QRectF(nummer * bredde, bunn - hoeyde, bredde - mellom, hoeyde)
            maler.fillRect(rute, tema.farge("warn_line" if skjevt else "line_mid"))
            if self._med_tall and not (liten and not skjevt):
                maler.setPen(tema.farge("warn_text" if skjevt else "text_2"))
                under = QRectF(nummer * bredde, bunn, bredde - mellom, px(14))
                maler.drawText(under, Qt.AlignmentFlag.AlignCenter, str(antall))
        maler.setPen(QPen(tema.farge("text"), 1, Qt.PenStyle.DashLine))
        y = bunn - (bunn - 2) * self._mest / topp
        maler.drawLine(0, round(y), self.width(), round(y))
        maler.end()
