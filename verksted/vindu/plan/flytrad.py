"""A row of small things that goes on to the next line where there is no more room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem


class Flytrad(QLayout):
    """Left to right, then down, with the same gap both ways."""

    def __init__(self, mellom: int) -> None:
        super().__init__()
        self._poster: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(mellom)

    def addItem(self, post: QLayoutItem) -> None:  # noqa: D102 - Qt's own
        self._poster.append(post)

    def count(self) -> int:  # noqa: D102 - Qt's own
        return len(self._poster)

    def itemAt(self, nummer: int) -> QLayoutItem | None:  # noqa: D102 - Qt's own
        return self._poster[nummer] if 0 <= nummer < len(self._poster) else None

    def takeAt(self, nummer: int) -> QLayoutItem | None:  # noqa: D102 - Qt's own
        return self._poster.pop(nummer) if 0 <= nummer < len(self._poster) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: D102 - Qt's own
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: D102 - Qt's own
        return True

    def heightForWidth(self, bredde: int) -> int:  # noqa: D102 - Qt's own
        return self._legg(QRect(0, 0, bredde, 0), flytt=False)

    def sizeHint(self) -> QSize:  # noqa: D102 - Qt's own
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: D102 - Qt's own
        minst = QSize()
        for post in self._poster:
            minst = minst.expandedTo(post.minimumSize())
        return minst

    def setGeometry(self, rute: QRect) -> None:  # noqa: D102 - Qt's own
        super().setGeometry(rute)
        self._legg(rute, flytt=True)

    def _legg(self, rute: QRect, *, flytt: bool) -> int:
        """Place every item, or only find out how high they become; return the height."""
        sted, linje = rute.topLeft(), 0
        rader: list[list[tuple[QLayoutItem, QPoint, QSize]]] = [[]]
        for post in self._poster:
            stoerrelse = post.sizeHint()
            if rader[-1] and sted.x() + stoerrelse.width() > rute.right() + 1:
                sted = QPoint(rute.left(), sted.y() + linje + self.spacing())
                linje = 0
                rader.append([])
            rader[-1].append((post, QPoint(sted), stoerrelse))
            sted.setX(sted.x() + stoerrelse.width() + self.spacing())
            linje = max(linje, stoerrelse.height())
        if flytt:
            for rad in rader:
                hoeyest = max((s.height() for _, _, s in rad), default=0)
                for post, punkt, stoerrelse in rad:
                    punkt.setY(punkt.y() + (hoeyest - stoerrelse.height()) // 2)
                    post.setGeometry(QRect(punkt, stoerrelse))
        return sted.y() + linje - rute.top()
