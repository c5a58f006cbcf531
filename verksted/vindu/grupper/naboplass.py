"""Which seat an arrow key leads to: the nearest one in that direction, rather straight than aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

W = TypeVar("W", bound=QWidget)
_RETNING = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_SKRAATT = 3  # a pixel aside counts as three ahead


def naboplass(fra: W, alle: Iterable[W], pil: Qt.Key) -> W | None:
    """Return the seat in that direction, or None where there is none."""
    dx, dy = _RETNING[pil]
    her = fra.geometry().center()
    best: tuple[int, W] | None = None
    for annen in alle:
        vei = annen.geometry().center() - her
        fram = vei.x() * dx + vei.y() * dy
        aside = abs(vei.x() * dy) + abs(vei.y() * dx)
        if annen is fra or fram <= 0:
            continue
        avstand = fram + _SKRAATT * aside
        if best is None or avstand < best[0]:
            best = avstand, annen
    return best[1] if best else None
