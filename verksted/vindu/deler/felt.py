"""A field with its name above, and help below where it has any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.utseende.tema import Tema


class Felt(QWidget):
    """Its words are seen and, as the field's own name, heard."""

    def __init__(self, navn: str, felt: QWidget, tema: Tema, hjelp: str = "") -> None:
        super().__init__()
        oppsett = QVBoxLayout(self)
        oppsett.setContentsMargins(0, 0, 0, 0)
        oppsett.setSpacing(tema.px(4))
        etikett = Etikett(navn, tema, Trinn.ETIKETT)
        etikett.setBuddy(felt)
        oppsett.addWidget(etikett)
        oppsett.addWidget(felt)
        if hjelp:
            felt.setAccessibleDescription(hjelp)
            oppsett.addWidget(Etikett(hjelp, tema, Trinn.META, rolle="dempet", brytes=True))
