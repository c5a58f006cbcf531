"""A layout that goes on to the next line when the row is full, as words do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem


class Flyt(QLayout):
    """Lays visible widgets from the left, each at its own size; `luft` is the space between them."""

    def __init__(self, luft: int) -> None:
        super().__init__()
        self._poster: list[QLayoutItem] = []
        self._luft = luft
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, post: QLayoutItem) -> None:
        """Take one more."""
        self._poster.append(post)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._poster)

    def itemAt(self, nummer: int) -> QLayoutItem | None:
        """Return one of them, None past the end."""
        return self._poster[nummer] if 0 <= nummer < len(self._poster) else None

    def takeAt(self, nummer: int) -> QLayoutItem | None:
        """Let one go."""
        return self._poster.pop(nummer) if 0 <= nummer < len(self._poster) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, bredde: int) -> int:
        """Return the height at a width."""
        return self._legg(QRect(0, 0, bredde, 0), bare_maal=True)

    def setGeometry(self, rute: QRect) -> None:
        """Lay them in a rectangle."""
        super().setGeometry(rute)
        self._legg(rute, bare_maal=False)

    def sizeHint(self) -> QSize:
        """Return the least size: the width decides the rest."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest one."""
        stoerst = QSize(0, 0)
        for post in self._poster:
            if not post.isEmpty():
                stoerst = stoerst.expandedTo(post.minimumSize())
        return stoerst

    def _legg(self, rute: QRect, *, bare_maal: bool) -> int:
        linjer: list[list[QLayoutItem]] = []
        x = 0
        for post in self._poster:
            if post.isEmpty():
                continue
            bredde = post.sizeHint().width()
            if not linjer or x + bredde > rute.width():
                linjer.append([])
                x = 0
            linjer[-1].append(post)
            x += bredde + self._luft
        y = rute.y()
        for linje in linjer:
            hoeyde = max(post.sizeHint().height() for post in linje)
            x = rute.x()
            for post in linje:
                stoerrelse = post.sizeHint()
                if not bare_maal:
                    post.setGeometry(QRect(QPoint(x, y + (hoeyde - stoerrelse.height()) // 2), stoerrelse))
                x += stoerrelse.width() + self._luft
            y += hoeyde + self._luft
        return y - self._luft - rute.y() if linjer else 0
