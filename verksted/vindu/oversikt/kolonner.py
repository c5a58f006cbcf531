"""Columns side by side where there is room, under each other where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent


class Kolonner(QWidget):
    """`vekter` is how the width is shared; under `bredde` pixels they are stacked."""

    def __init__(self, kolonner: Sequence[tuple[QWidget, int]], bredde: int, mellom: int) -> None:
        super().__init__()
        self._bredde = bredde
        self._oppsett = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._oppsett.setContentsMargins(0, 0, 0, 0)
        self._oppsett.setSpacing(mellom)
        for kolonne, vekt in kolonner:
            self._oppsett.addWidget(kolonne, vekt)

    def resizeEvent(self, hendelse: QResizeEvent) -> None:
        """Turn the row into a column, or back."""
        super().resizeEvent(hendelse)
        smal = hendelse.size().width() < self._bredde
        retning = QBoxLayout.Direction.TopToBottom if smal else QBoxLayout.Direction.LeftToRight
        if retning != self._oppsett.direction():
            self._oppsett.setDirection(retning)
