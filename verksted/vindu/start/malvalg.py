"""A template to begin from: a whole row that can be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from verksted.vindu.deler.etikett import Etikett, Ikonbilde
from verksted.vindu.deler.radknapp import Radknapp
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.start.malkort import Malkort
    from verksted.vindu.utseende.ikoner import Ikoner
    from verksted.vindu.utseende.tema import Tema


class Malvalg(Radknapp):
    """Title, one or two lines of what it gives, and an arrow."""

    def __init__(self, kort: Malkort, tema: Tema, ikoner: Ikoner) -> None:
        super().__init__(f"{kort.tittel}. {kort.beskrivelse}")
        px = tema.px
        rad = QHBoxLayout(self)
        rad.setContentsMargins(px(12), px(10), px(12), px(10))
        rad.setSpacing(px(16))
        rad.addWidget(Ikonbilde(ikoner, "tree-structure", tema, farge="accent_text", stoerrelse=20))
        ord_ = QVBoxLayout()
        ord_.setSpacing(px(2))
        ord_.addWidget(Etikett(kort.tittel, tema, Trinn.KROPP, brytes=True))
        ord_.addWidget(Etikett(kort.beskrivelse, tema, Trinn.TABELL, rolle="dempet", brytes=True))
        rad.addLayout(ord_, 1)
        rad.addWidget(Ikonbilde(ikoner, "caret-right", tema, stoerrelse=16))
