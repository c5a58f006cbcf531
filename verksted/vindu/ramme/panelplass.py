"""The place at the right of a page: beside it where there is room, a drawer over it where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from verksted.vindu.utseende.tema import Tema

BREDDE: Final = 360


class Panelplass(QFrame):
    """Holds one panel at a time; as a drawer it is closed by Esc.

    Signals: `lukket` when the drawer was closed by the user.
    """

    lukket = Signal()

    def __init__(self, rad: QHBoxLayout, flate: QWidget, tema: Tema) -> None:
        super().__init__(flate)
        self._rad = rad
        self._flate = flate
        self._tema = tema
        self._skuff = False
        self._aapen = False
        self._panel: QWidget | None = None
        self.setFixedWidth(tema.px(BREDDE))
        self._oppsett = QVBoxLayout(self)
        self._oppsett.setContentsMargins(0, 0, 0, 0)
        self.setObjectName("sidepanel")
        rad.addWidget(self)
        self.hide()
        flate.installEventFilter(self)

    @property
    def panel(self) -> QWidget | None:
        """What it holds."""
        return self._panel

    def sett(self, panel: QWidget | None, *, aapne: bool = False) -> None:
        """Hold another panel; as a drawer it waits until it is opened.

        The old one stays here, hidden, so that it goes when the frame does.
        """
        if self._panel is not None and self._panel is not panel:
            self._panel.hide()
            self._oppsett.removeWidget(self._panel)
        self._panel = panel
        self._aapen = aapne
        if panel is not None:
            self._oppsett.addWidget(panel)
            panel.show()
        self._legg()

    def aapne(self) -> None:
        """Open the drawer; beside the page it is always open."""
        self._aapen = True
        self._legg()
        if self._panel is not None:
            self._panel.setFocus()

    def lukk(self) -> None:
        """Close the drawer."""
        self._aapen = False
        self._legg()
        self.lukket.emit()

    def sett_skuff(self, skuff: bool) -> None:  # noqa: FBT001 - a state, told by the window
        """Become a drawer, or a column again."""
        if skuff == self._skuff:
            return
        self._skuff = skuff
        self.setObjectName("skuff" if skuff else "sidepanel")
        self.style().unpolish(self)
        self.style().polish(self)
        if skuff:
            self._rad.removeWidget(self)
        else:
            self._rad.addWidget(self)
        self._legg()

    def _legg(self) -> None:
        vises = self._panel is not None and (self._aapen or not self._skuff)
        self.setVisible(vises)
        if vises and self._skuff:
            bredde = min(self.width(), self._flate.width())
            self.setGeometry(self._flate.width() - bredde, 0, bredde, self._flate.height())
            self.raise_()

    def eventFilter(self, _ting: QObject, hendelse: QEvent) -> bool:
        """Keep the drawer along the right edge."""
        if hendelse.type() == QEvent.Type.Resize and self._skuff:
            self._legg()
        return False

    def keyPressEvent(self, hendelse: QKeyEvent) -> None:
        """Close the drawer with Esc."""
        if hendelse.key() == Qt.Key.Key_Escape and self._skuff:
            self.lukk()
        else:
            super().keyPressEvent(hendelse)
