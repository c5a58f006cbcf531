"""What the page can show, as a list: the process, each workshop, the roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from verksted.vindu.prosess.valgtegner import Valgtegner
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.vindu.utseende.tema import Tema


class Valgliste(QListWidget):
    """Signals: `valgt` with the key of the chosen row."""

    valgt = Signal(str)

    def __init__(self, navn: str, tema: Tema) -> None:
        super().__init__()
        self._tema = tema
        self.setAccessibleName(navn)
        self.setFont(tema.skrift(Trinn.LISTE))
        self._tegner = Valgtegner(tema)
        self.setItemDelegate(self._tegner)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.currentItemChanged.connect(self._ny)

    def sett(self, rader: Sequence[tuple[str, str]], valgt: str) -> None:
        """Show these (key, words), with one of them chosen, without saying so."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.clear()
        for noekkel, ord_ in rader:
            post = QListWidgetItem(ord_)
            post.setData(Qt.ItemDataRole.UserRole, noekkel)
            post.setSizeHint(QSize(0, self._tema.px(56)))
            post.setToolTip(ord_)
            self.addItem(post)
            if noekkel == valgt:
                self.setCurrentItem(post)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own

    def _ny(self, post: QListWidgetItem | None) -> None:
        if post is not None:
            self.valgt.emit(post.data(Qt.ItemDataRole.UserRole))
