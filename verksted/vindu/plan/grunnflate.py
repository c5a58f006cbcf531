"""What a text rests on, of one kind: politikk with a solid violet rule, fag with a dotted green one. Never mixed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett, Ikonbilde
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from verksted.vindu.ramme.verktoey import Verktoey

Sfaere = Literal["politikk", "fag"]
_SLIK: Final[dict[Sfaere, tuple[str, str, str]]] = {
    "politikk": ("chats-circle", "pol_text", "pol_line"),
    "fag": ("books", "fag_text", "fag_line"),
}


class Grunnflate(QWidget):
    """Put what it holds in `innhold`."""

    def __init__(self, sfaere: Sfaere, tittel: str, verktoey: Verktoey) -> None:
        super().__init__()
        self._sfaere = sfaere
        self._tema = tema = verktoey.tema
        ikon, tekstfarge, self._strekfarge = _SLIK[sfaere]
        self.setAccessibleName(tittel)
        helt = QVBoxLayout(self)
        helt.setContentsMargins(tema.px(16), tema.px(2), 0, tema.px(2))
        helt.setSpacing(tema.px(8))
        hode = QHBoxLayout()
        hode.setSpacing(tema.px(8))
        hode.addWidget(Ikonbilde(verktoey.ikoner, ikon, tema, farge=tekstfarge))
        hode.addWidget(Etikett(tittel, tema, Trinn.TABELL_HALVFET, rolle=sfaere), 1)
        helt.addLayout(hode)
        self.innhold = QVBoxLayout()
        self.innhold.setSpacing(tema.px(8))
        helt.addLayout(self.innhold)
        helt.addStretch(1)
        tema.endret.connect(self.update)

    def paintEvent(self, _hendelse: QPaintEvent) -> None:
        """Paint the rule that tells the kind also in black and white."""
        tema, bredde = self._tema, self._tema.px(3)
        maler = QPainter(self)
        maler.setRenderHint(QPainter.RenderHint.Antialiasing)
        penn = QPen(tema.farge(self._strekfarge), bredde)
        penn.setCapStyle(Qt.PenCapStyle.FlatCap)
        if self._sfaere == "fag":
            penn.setDashPattern([1, 1.2])
        maler.setPen(penn)
        maler.drawLine(QPointF(bredde / 2, 0), QPointF(bredde / 2, self.height()))
        maler.end()
