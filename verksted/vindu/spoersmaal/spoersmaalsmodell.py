"""The questions as rows, block by block."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from verksted.visning.spoersmaalside import Spoersmaalrad

RAD: Final = int(Qt.ItemDataRole.UserRole)
FOERST: Final = RAD + 1  # the row begins a block
Indeks = QModelIndex | QPersistentModelIndex
INGEN: Final = QModelIndex()


class Spoersmaalsmodell(QAbstractListModel):
    """Signals: `ny_tekst` with a question's number and what somebody wrote in place."""

    ny_tekst = Signal(int, str)

    def __init__(self, les_opp: Callable[[Spoersmaalrad], str]) -> None:
        super().__init__()
        self._les_opp = les_opp
        self._rader: tuple[Spoersmaalrad, ...] = ()
        self.kan_endres = True

    @property
    def rader(self) -> tuple[Spoersmaalrad, ...]:
        """The rows as they lie now."""
        return self._rader

    def sett(self, rader: Sequence[Spoersmaalrad]) -> None:
        """Show what was read."""
        if len(rader) == len(self._rader):
            self.layoutAboutToBeChanged.emit()
            self._rader = tuple(rader)
            self.layoutChanged.emit()
            return
        self.beginResetModel()
        self._rader = tuple(rader)
        self.endResetModel()

    def rad_med(self, noekkel: int | str) -> int:
        """Return the row of a question by its number or id, −1 when it is not there."""
        return next((nr for nr, rad in enumerate(self._rader) if noekkel in {rad.nummer, rad.id}), -1)

    def rowCount(self, forelder: Indeks = INGEN) -> int:
        """Return how many questions there are."""
        return 0 if forelder.isValid() else len(self._rader)

    def data(self, indeks: Indeks, rolle: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        """Return the words, the whole row, or what a screen reader says of it."""
        if not indeks.isValid() or indeks.row() >= len(self._rader):
            return None
        nr = indeks.row()
        rad = self._rader[nr]
        match rolle:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return rad.tekst
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._les_opp(rad)
            case _ if rolle == RAD:
                return rad
            case _ if rolle == FOERST:
                return nr == 0 or self._rader[nr - 1].blokk_id != rad.blokk_id
            case _:
                return None

    def setData(self, indeks: Indeks, verdi: Any, rolle: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        """Take words written in place; what is empty or the same is no change."""
        rad = self._rader[indeks.row()]
        tekst = str(verdi).strip()
        if rolle != Qt.ItemDataRole.EditRole or not tekst or tekst == rad.tekst:
            return False
        self.ny_tekst.emit(rad.nummer, tekst)
        return True

    def flags(self, indeks: Indeks) -> Qt.ItemFlag:
        """Say that the words may be written where the file may."""
        flagg = super().flags(indeks)
        return flagg | Qt.ItemFlag.ItemIsEditable if self.kan_endres and indeks.isValid() else flagg
