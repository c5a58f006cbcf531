"""A choice that the wheel passes by: whoever scrolls the page must not change what is in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent


class Rullefritt(QComboBox):
    """A combo box in a page that scrolls."""

    def __init__(self, navn: str) -> None:
        super().__init__()
        self.setAccessibleName(navn)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, hendelse: QWheelEvent) -> None:
        """Let the page scroll."""
        hendelse.ignore()
