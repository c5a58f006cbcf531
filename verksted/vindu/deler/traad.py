"""The thread as a miniature: a wave of phases, solid where it is done, a ring where we are, dotted ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from verksted.vindu.utseende.tema import Tema


class Traadminiatyr(QWidget):
    """`merker` is a mark per phase: `gjort`, `her` or `igjen`; it starts with the administration, at the bottom."""

    def __init__(self, merker: Sequence[str], tema: Tema, navn: str) -> None:
        super().__init__()
        self._merker = tuple(merker)
        self._tema = tema
        self.setAccessibleName(navn)
        self.setFixedSize(QSize(tema.px(16 + 30 * max(0, len(self._merker) - 1)), tema.px(28)))
        tema.endret.connect(self.update)

    def paintEvent(self, _hendelse: QPaintEvent) -> None:
        """Paint the wave, then its nodes."""
        tema, px = self._tema, self._tema.px
        maler = QPainter(self)
        maler.setRenderHint(QPainter.RenderHint.Antialiasing)
        punkter = [QPointF(px(8) + px(30) * nr, px(8) if nr % 2 else px(20)) for nr in range(len(self._merker))]
        for nr in range(1, len(punkter)):
            fra, til = punkter[nr - 1], punkter[nr]
            midt = (fra.x() + til.x()) / 2
            sti = QPainterPath(fra)
            sti.cubicTo(QPointF(midt, fra.y()), QPointF(midt, til.y()), til)
            gaatt = self._merker[nr] != "igjen"
            penn = QPen(tema.farge("accent" if gaatt else "line"), px(3 if gaatt else 2))
            penn.setCapStyle(Qt.PenCapStyle.RoundCap)
            if not gaatt:
                penn.setDashPattern([0.1, 2.2])
            maler.strokePath(sti, penn)
        for punkt, merke in zip(punkter, self._merker, strict=True):
            r = px(6 if merke == "her" else 4.5)
            maler.setPen(QPen(tema.farge("line" if merke == "igjen" else "accent"), px(3 if merke == "her" else 1.5)))
            maler.setBrush(tema.farge("accent" if merke == "gjort" else "bg"))
            maler.drawEllipse(punkt, r, r)
        maler.end()
