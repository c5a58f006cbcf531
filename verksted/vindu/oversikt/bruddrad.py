"""One kind of gap: how many, in words, and the way to the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from verksted.vindu.deler.etikett import Etikett, Ikonbilde
from verksted.vindu.deler.radknapp import Radknapp
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.utseende.ikoner import Ikoner
    from verksted.vindu.utseende.tema import Tema


class Bruddrad(Radknapp):
    """A whole row that can be pressed."""

    def __init__(self, antall: int, hva: str, tema: Tema, ikoner: Ikoner) -> None:
        super().__init__(f"{antall} {hva}")
        px = tema.px
        rad = QHBoxLayout(self)
        rad.setContentsMargins(px(4), px(8), px(8), px(8))
        rad.setSpacing(px(12))
        tall = Etikett(str(antall), tema, Trinn.PUNKT, tall=True)
        tall.setFixedWidth(px(36))
        tall.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        rad.addWidget(tall)
        rad.addWidget(Etikett(hva, tema, Trinn.LISTE, brytes=True), 1)
        rad.addWidget(Ikonbilde(ikoner, "caret-right", tema, stoerrelse=16))
