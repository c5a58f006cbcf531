"""The row of menus, with the search field at its right end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QWidget

from verksted.vindu.ramme.soekeknapp import Soekeknapp

if TYPE_CHECKING:
    from verksted.vindu.ramme.verktoey import Verktoey


class Menylinje(QWidget):
    """36 high; a menu bar's own corner widget is not moved when the window is."""

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        self.setObjectName("tinted")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        px = verktoey.tema.px
        self.setFixedHeight(px(40))
        self.bar = QMenuBar()
        self.bar.setNativeMenuBar(False)
        self.soek = Soekeknapp(verktoey)
        rad = QHBoxLayout(self)
        rad.setContentsMargins(0, 0, px(16), 0)
        rad.setSpacing(px(16))
        rad.addWidget(self.bar, 1, Qt.AlignmentFlag.AlignVCenter)
        rad.addWidget(self.soek, 0, Qt.AlignmentFlag.AlignVCenter)
