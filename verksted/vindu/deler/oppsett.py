"""Layouts made and emptied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem


def toem(oppsett: QLayout) -> None:
    """Take away everything in a layout, with the layouts inside it; the widgets go when Qt is ready."""
    while (post := _foerste(oppsett)) is not None:
        if (widget := post.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(indre := post.layout(), QLayout):
            toem(indre)
            indre.deleteLater()


def _foerste(oppsett: QLayout) -> QLayoutItem | None:
    return oppsett.takeAt(0) if oppsett.count() else None
