"""The figures in a row between two hairlines; each is a link to where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett, strek
from verksted.vindu.deler.radknapp import Radknapp
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.vindu.utseende.tema import Tema


class Tallrad(QWidget):
    """Signals: `valgt` with the page a figure leads to."""

    valgt = Signal(str)

    def __init__(self, tallene: Sequence[tuple[str, str, str]], tema: Tema) -> None:
        super().__init__()
        px = tema.px
        rad = QHBoxLayout()
        rad.setContentsMargins(0, px(12), 0, px(12))
        rad.setSpacing(px(16))
        for tall, hva, side in tallene:
            knapp = Radknapp(f"{tall} {hva}")
            knapp.clicked.connect(lambda _=False, side=side: self.valgt.emit(side))
            inni = QVBoxLayout(knapp)
            inni.setContentsMargins(0, px(6), px(8), px(6))
            inni.setSpacing(px(2))
            inni.addWidget(Etikett(tall, tema, Trinn.SIDE, tall=True))
            om = Etikett(hva, tema, Trinn.TABELL, rolle="dempet", brytes=True)
            om.setAlignment(Qt.AlignmentFlag.AlignTop)
            inni.addWidget(om, 1)
            rad.addWidget(knapp, 1)
        helt = QVBoxLayout(self)
        helt.setContentsMargins(0, 0, 0, 0)
        helt.setSpacing(0)
        helt.addWidget(strek(tema))
        helt.addLayout(rad)
        helt.addWidget(strek(tema))
