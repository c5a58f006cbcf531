"""The list of notes: marks several, gathers them by Space, by Enter, or by dragging."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView

from verksted.vindu.bearbeide.notatmodell import Notatmodell

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from verksted.vindu.bearbeide.notattegner import Notattegner
    from verksted.visning.bearbeiding import Notatrad


class Notatliste(QListView):
    """Keeps what is marked when the rows come anew.

    Signals: `samle` the marked notes into the open point, `nytt_punkt` of them, `ta_forslaget`; `merket` when other
    notes are marked.
    """

    samle = Signal()
    nytt_punkt = Signal()
    ta_forslaget = Signal()
    merket = Signal()

    def __init__(self, modell: Notatmodell, tegner: Notattegner, navn: str) -> None:
        super().__init__()
        self.modell = modell
        self._merkede: tuple[str, ...] = ()
        self._foran = ""
        self._rad = 0
        self.setAccessibleName(navn)
        self.setModel(modell)
        self.setItemDelegate(tegner)
        self._tegner = tegner  # Qt does not own a delegate
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setMinimumSize(1, 1)
        modell.modelAboutToBeReset.connect(self._husk)
        modell.modelReset.connect(self._merk_igjen)
        self.selectionModel().selectionChanged.connect(lambda *_: self.merket.emit())
        self.selectionModel().currentChanged.connect(lambda *_: self.merket.emit())

    @property
    def notatet(self) -> Notatrad | None:
        """The note the keyboard stands on."""
        return self.modell.rad(self.currentIndex())

    @property
    def merkede(self) -> tuple[str, ...]:
        """The codes of what is marked, in the order of the list."""
        indekser = sorted(self.selectionModel().selectedIndexes(), key=lambda i: i.row())
        return tuple(dict.fromkeys(rad.kode for rad in map(self.modell.rad, indekser) if rad is not None))

    def merk(self, kode: str) -> bool:
        """Mark one note and show it; False when it is not in the list."""
        if not (plass := self.modell.plass(kode)).isValid():
            return False
        self.setCurrentIndex(plass)
        self.scrollTo(plass)
        return True

    def _husk(self) -> None:
        naa = self.notatet
        self._merkede, self._foran, self._rad = self.merkede, naa.kode if naa else "", self.currentIndex().row()

    def _merk_igjen(self) -> None:
        """Mark the same notes again; where the current one is gone, the one that took its place."""
        valg = QItemSelection()
        for kode in self._merkede:
            if (plass := self.modell.plass(kode)).isValid():
                valg.select(plass, plass)
        foran = self.modell.plass(self._foran)
        if not foran.isValid() and self._foran:
            foran = self._naermeste(self._rad)
        modell = self.selectionModel()
        if foran.isValid():
            modell.setCurrentIndex(foran, QItemSelectionModel.SelectionFlag.NoUpdate)
            if valg.isEmpty():
                valg.select(foran, foran)
            self.scrollTo(foran)
        modell.select(valg, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.merket.emit()

    def _naermeste(self, rad: int) -> QModelIndex:
        antall = self.modell.rowCount()
        rekke = [*range(min(max(rad, 0), antall), antall), *range(min(rad, antall) - 1, -1, -1)]
        funnet = next((nr for nr in rekke if self.modell.rad(self.modell.index(nr, 0)) is not None), -1)
        return self.modell.index(funnet, 0)

    def keyPressEvent(self, hendelse: QKeyEvent) -> None:
        """Gather by Space, take the suggestion by Enter, make a new point by Ctrl+Enter."""
        tast, ctrl = hendelse.key(), bool(hendelse.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if tast == Qt.Key.Key_Space and not ctrl:
            self.samle.emit()
        elif tast in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            (self.nytt_punkt if ctrl else self.ta_forslaget).emit()
        else:
            super().keyPressEvent(hendelse)
