"""The facts the filter lets through, as a Qt model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from verksted.visning.kunnskap import Faktum

Indeks = QModelIndex | QPersistentModelIndex
RAD: Final = Qt.ItemDataRole.UserRole + 1


class Faktamodell(QAbstractListModel):
    """`les_opp` says a fact as one sentence for screen readers."""

    def __init__(self, les_opp: Callable[[Faktum], str]) -> None:
        super().__init__()
        self._les_opp = les_opp
        self._rader: Sequence[Faktum] = ()

    def sett(self, rader: Sequence[Faktum]) -> None:
        """Hold other facts; where only contents changed, rows stay where they are."""
        if [rad.kode for rad in rader] == [rad.kode for rad in self._rader]:
            self._rader = rader
            if rader:
                self.dataChanged.emit(self.index(0), self.index(len(rader) - 1))
            return
        self.beginResetModel()
        self._rader = rader
        self.endResetModel()

    def rad(self, indeks: Indeks) -> Faktum | None:
        """Return the fact of a row."""
        return self._rader[indeks.row()] if indeks.isValid() and indeks.row() < len(self._rader) else None

    def plass(self, kode: str) -> QModelIndex:
        """Return a fact's row; an invalid index when it is not shown."""
        return next((self.index(nr, 0) for nr, rad in enumerate(self._rader) if rad.kode == kode), QModelIndex())

    def rowCount(self, forelder: Indeks = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many facts are shown."""
        return 0 if forelder.isValid() else len(self._rader)

    def data(self, indeks: Indeks, rolle: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        """Return the fact itself (`RAD`), or its words."""
        if (rad := self.rad(indeks)) is None:
            return None
        if rolle == RAD:
            return rad
        if rolle in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._les_opp(rad)
        return None
