"""The blocks as rows: fed from the read model, and able to show how a change would lie before it is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from verksted.visning.programside import Utkast

if TYPE_CHECKING:
    from collections.abc import Callable

    from verksted.visning.program import Programblokk
    from verksted.visning.programside import Blokkplass, Programside

RAD: Final = int(Qt.ItemDataRole.UserRole)
Indeks = QModelIndex | QPersistentModelIndex
INGEN: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Blokkrad:
    """A block, and where it lies; `sist` when nothing comes after it, `ledig` the minutes then left of the meeting."""

    blokk: Programblokk
    plass: Blokkplass
    sist: bool = False
    ledig: int = 0


class Programmodell(QAbstractListModel):
    """Signals: `ny_tittel` with a block's id and what somebody wrote in place."""

    ny_tittel = Signal(str, str)

    def __init__(self, les_opp: Callable[[Blokkrad], str]) -> None:
        super().__init__()
        self._les_opp = les_opp
        self._side: Programside | None = None
        self._rader: tuple[Blokkrad, ...] = ()
        self.kan_endres = True

    @property
    def rader(self) -> tuple[Blokkrad, ...]:
        """The rows as they lie now, a draft included."""
        return self._rader

    @property
    def rekkefoelge(self) -> tuple[str, ...]:
        """The blocks' ids as they lie now."""
        return tuple(rad.blokk.id for rad in self._rader)

    def sett(self, side: Programside) -> None:
        """Show what was read."""
        self._side = side
        self._bytt(None)

    def forhaandsvis(self, utkast: Utkast | None) -> None:
        """Show how it would lie with a change, all start times with it; None: as it is."""
        if self._side is not None:
            self._bytt(utkast)

    def rad_med(self, post_id: str) -> int:
        """Return the row of a block, −1 when it is not there."""
        return next((nr for nr, rad in enumerate(self._rader) if rad.blokk.id == post_id), -1)

    def _bytt(self, utkast: Utkast | None) -> None:
        nye = self._lag(utkast)
        gamle = self.rekkefoelge
        if {rad.blokk.id for rad in nye} != set(gamle):
            self.beginResetModel()
            self._rader = nye
            self.endResetModel()
            return
        self.layoutAboutToBeChanged.emit()
        self._rader = nye
        plass = {rad.blokk.id: nummer for nummer, rad in enumerate(nye)}
        for fra in self.persistentIndexList():
            self.changePersistentIndex(fra, self.index(plass[gamle[fra.row()]], 0))
        self.layoutChanged.emit()

    def _lag(self, utkast: Utkast | None) -> tuple[Blokkrad, ...]:
        side = self._side
        if side is None or side.program is None:
            return ()
        blokker = {blokk.id: blokk for blokk in side.program.blokker}
        utlagt = side.legg_ut(utkast)
        plassene = [plass for plass in utlagt.blokker if plass.id in blokker]
        siste = len(plassene) - 1
        return tuple(
            Blokkrad(blokker[plass.id], plass, nr == siste, utlagt.ledig if nr == siste else 0)
            for nr, plass in enumerate(plassene)
        )

    # -- Qt asks ------------------------------------------------------------------------------------------------

    def rowCount(self, forelder: Indeks = INGEN) -> int:
        """Return how many blocks there are."""
        return 0 if forelder.isValid() else len(self._rader)

    def data(self, indeks: Indeks, rolle: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        """Return the title, the whole row, or what a screen reader says of it."""
        if not indeks.isValid() or indeks.row() >= len(self._rader):
            return None
        rad = self._rader[indeks.row()]
        match rolle:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return rad.blokk.tittel
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._les_opp(rad)
            case _ if rolle == RAD:
                return rad
            case _:
                return None

    def setData(self, indeks: Indeks, verdi: Any, rolle: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        """Take a title written in place; what is empty or the same is no change."""
        rad = self._rader[indeks.row()]
        tekst = str(verdi).strip()
        if rolle != Qt.ItemDataRole.EditRole or not tekst or tekst == rad.blokk.tittel:
            return False
        self.ny_tittel.emit(rad.blokk.id, tekst)
        return True

    def flags(self, indeks: Indeks) -> Qt.ItemFlag:
        """Say that a title may be written where the file may."""
        flagg = super().flags(indeks)
        return flagg | Qt.ItemFlag.ItemIsEditable if self.kan_endres and indeks.isValid() else flagg
