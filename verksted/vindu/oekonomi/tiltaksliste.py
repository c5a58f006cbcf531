"""The measures a line can be tied to: search among them, press Enter, or drop a line on one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSortFilterProxyModel, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView

from verksted.vindu.oekonomi.postmodell import POSTTYPE
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

    from verksted.vindu.utseende.tema import Tema

_SKILLE = "  "


class Tiltaksliste(QListView):
    """Signals: `valgt` with a measure's code, `sluppet` with (codes of lines, a measure's code)."""

    valgt = Signal(str)
    sluppet = Signal(list, str)

    def __init__(self, tema: Tema, navn: str) -> None:
        super().__init__()
        self.setAccessibleName(navn)
        self.setFont(tema.skrift(Trinn.TABELL))
        self.setSpacing(tema.px(2))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._ord = QStringListModel(self)
        self._silt = QSortFilterProxyModel(self)
        self._silt.setSourceModel(self._ord)
        self._silt.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModel(self._silt)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.activated.connect(lambda _: self.valgt.emit(self.kode))

    def vis(self, tiltak: Sequence[tuple[str, str]]) -> None:
        """Show these measures, (code, title); the current one is kept where it still is."""
        naa = self.kode
        self._ord.setStringList([_SKILLE.join(par) for par in tiltak])
        self.velg(naa)

    def filtrer(self, ordene: str) -> None:
        """Show only those with these words."""
        self._silt.setFilterFixedString(ordene.strip())
        if self._silt.rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(self._silt.index(0, 0))

    def velg(self, kode: str) -> None:
        """Stand on a measure."""
        for rad in range(self._silt.rowCount()):
            indeks = self._silt.index(rad, 0)
            if kode and str(indeks.data()).partition(_SKILLE)[0] == kode:
                self.setCurrentIndex(indeks)

    @property
    def kode(self) -> str:
        """The code of the measure we stand on, '' for none."""
        return str(self.currentIndex().data() or "").partition(_SKILLE)[0]

    def dragEnterEvent(self, hendelse: QDragEnterEvent) -> None:
        """Take lines of the økonomiplan, nothing else."""
        if hendelse.mimeData().hasFormat(POSTTYPE):
            hendelse.acceptProposedAction()
        else:
            hendelse.ignore()

    def dragMoveEvent(self, hendelse: QDragMoveEvent) -> None:
        """Mark the measure under the mouse."""
        indeks = self.indexAt(hendelse.position().toPoint())
        if hendelse.mimeData().hasFormat(POSTTYPE) and indeks.isValid():
            self.setCurrentIndex(indeks)
            hendelse.acceptProposedAction()
        else:
            hendelse.ignore()

    def dropEvent(self, hendelse: QDropEvent) -> None:
        """Say which lines were dropped on which measure."""
        indeks = self.indexAt(hendelse.position().toPoint())
        if not hendelse.mimeData().hasFormat(POSTTYPE) or not indeks.isValid():
            hendelse.ignore()
            return
        koder = bytes(hendelse.mimeData().data(POSTTYPE).data()).decode().split("\n")
        hendelse.acceptProposedAction()
        self.sluppet.emit(koder, str(indeks.data()).partition(_SKILLE)[0])
