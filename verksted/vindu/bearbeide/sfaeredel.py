"""A part of a point that is either the elected members' or the administration's: its line, its icon, its word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett, Ikonbilde
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from verksted.vindu.ramme.verktoey import Verktoey

Sfaere = Literal["politikk", "fag"]
_UTSEENDE = {"politikk": ("chats", "pol"), "fag": ("books", "fag")}


class Sfaeredel(QWidget):
    """Solid line for politikk, dotted for fag, so that colour alone never says it."""

    def __init__(self, sfaere: Sfaere, verktoey: Verktoey) -> None:
        super().__init__()
        self._sfaere, self._tema = sfaere, verktoey.tema
        px, (ikon, farge) = verktoey.tema.px, _UTSEENDE[sfaere]
        self.setMinimumWidth(1)
        self.hode = QHBoxLayout()
        self.hode.setSpacing(px(8))
        self.hode.addWidget(Ikonbilde(verktoey.ikoner, ikon, verktoey.tema, farge=f"{farge}_text", stoerrelse=16))
        ord_ = verktoey.tekster(f"bearbeide.sfaere.{sfaere}")
        self.hode.addWidget(Etikett(ord_, verktoey.tema, Trinn.TABELL_HALVFET, rolle=sfaere))
        self.innhold = QVBoxLayout(self)
        self.innhold.setContentsMargins(px(18), px(2), 0, px(6))
        self.innhold.setSpacing(px(10))
        self.innhold.addLayout(self.hode)
        verktoey.tema.endret.connect(self.update)

    def paintEvent(self, _hendelse: QPaintEvent) -> None:
        """Paint the line along the left edge."""
        bredde = self._tema.px(3)
        penn = QPen(self._tema.farge(f"{_UTSEENDE[self._sfaere][1]}_line"), bredde)
        if self._sfaere == "fag":
            penn.setDashPattern([0.1, 2])
            penn.setCapStyle(Qt.PenCapStyle.RoundCap)
        else:
            penn.setCapStyle(Qt.PenCapStyle.FlatCap)
        maler = QPainter(self)
        maler.setRenderHint(QPainter.RenderHint.Antialiasing)
        maler.setPen(penn)
        maler.drawLine(QPointF(bredde, bredde), QPointF(bredde, self.height() - bredde))
        maler.end()
