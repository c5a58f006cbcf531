"""What stands where there is nothing yet: one sentence and one action, at 40 % of the height."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from verksted.vindu.utseende.tema import Tema


class Tomtilstand(QWidget):
    """One sentence and, where something can be done about it, one button."""

    def __init__(self, setning: str, tema: Tema, knapp: QPushButton | None = None) -> None:
        super().__init__()
        oppsett = QVBoxLayout(self)
        oppsett.setSpacing(tema.px(16))
        oppsett.addStretch(2)
        tekst = Etikett(setning, tema, Trinn.KROPP, rolle="dempet", brytes=True)
        tekst.setAlignment(Qt.AlignmentFlag.AlignCenter)
        tekst.setMaximumWidth(tema.px(560))
        oppsett.addWidget(tekst, 0, Qt.AlignmentFlag.AlignHCenter)
        tekst.setMinimumWidth(tema.px(360))
        tekst.setMinimumHeight(tekst.heightForWidth(tema.px(360)))  # centred, it would else get two lines
        if knapp is not None:
            oppsett.addWidget(knapp, 0, Qt.AlignmentFlag.AlignHCenter)
        oppsett.addStretch(3)
