"""A word at the left and what it is about at the right; under each other where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout

from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from verksted.vindu.utseende.tema import Tema


class Feltrader(QFormLayout):
    """Rows of a form in the type of the page."""

    def __init__(self, tema: Tema) -> None:
        super().__init__()
        self._tema = tema
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setHorizontalSpacing(tema.px(16))
        self.setVerticalSpacing(tema.px(10))

    def legg(self, ord_: str, felt: QWidget) -> Etikett:
        """Add a row; return its word."""
        etikett = Etikett(ord_, self._tema, Trinn.TABELL_MEDIUM, rolle="dempet")
        etikett.setContentsMargins(0, self._tema.px(6), 0, 0)
        etikett.setMinimumWidth(self._tema.px(120))
        self.addRow(etikett, felt)
        return etikett
