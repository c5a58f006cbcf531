"""A button that is a whole row: what lies in it is a layout, and the layout decides how high it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent


class Radknapp(QPushButton):
    """Give it a layout; `navn` is what a screen reader says."""

    def __init__(self, navn: str) -> None:
        super().__init__()
        self.setObjectName("valgrad")
        self.setAccessibleName(navn)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        politikk = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        politikk.setHeightForWidth(True)
        self.setSizePolicy(politikk)

    def showEvent(self, hendelse: QShowEvent) -> None:
        """Let clicks on the words be clicks on the row."""
        super().showEvent(hendelse)
        for etikett in self.findChildren(QWidget):
            etikett.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def hasHeightForWidth(self) -> bool:
        """Say yes: words may take several lines."""
        return True

    def heightForWidth(self, bredde: int) -> int:
        """Return what the words need at a width."""
        oppsett = self.layout()
        if oppsett is None:
            return super().heightForWidth(bredde)
        return oppsett.heightForWidth(bredde) if oppsett.hasHeightForWidth() else oppsett.sizeHint().height()

    def sizeHint(self) -> QSize:
        """Return the layout's own size: a button without text of its own would be flat."""
        oppsett = self.layout()
        return oppsett.sizeHint() if oppsett is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the layout's least size."""
        oppsett = self.layout()
        return oppsett.minimumSize() if oppsett is not None else super().minimumSizeHint()
