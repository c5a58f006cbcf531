"""The rows of the palette."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.vindu.ramme.kontrakt import Treff

RAD: Final = Qt.ItemDataRole.UserRole + 1
FOERST: Final = Qt.ItemDataRole.UserRole + 2
_ROT: Final = QModelIndex()
Indeks = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Palettrad:
    """One line: a command (`valg`), or something found (`side`, `kode`)."""

    gruppe: str
    tekst: str
    ikon: str
    under: str = ""
    tast: str = ""
    valg: str = ""
    side: str = ""
    kode: str = ""
    merket: tuple[tuple[int, int], ...] = ()
    kan: bool = True

    @classmethod
    def av_treff(cls, treff: Treff, gruppe: str) -> Palettrad:
        """Return the line of a search result."""
        return cls(
            gruppe=gruppe,
            tekst=treff.tekst,
            ikon=treff.ikon,
            under=treff.under,
            tast=treff.til_hoeyre,
            side=treff.side,
            kode=treff.kode,
            merket=treff.merket,
        )

    def som_nylig(self, gruppe: str) -> Palettrad:
        """Return the same line among those used lately."""
        return replace(self, gruppe=gruppe)


class Palettmodell(QAbstractListModel):
    """A plain list; FOERST says that a row begins a group."""

    def __init__(self, forelder: Any) -> None:  # noqa: ANN401 - a QObject
        super().__init__(forelder)
        self._rader: list[Palettrad] = []

    def vis(self, rader: Sequence[Palettrad]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rader = list(rader)
        self.endResetModel()

    def rad(self, indeks: Indeks) -> Palettrad | None:
        """Return the row at an index."""
        return self._rader[indeks.row()] if indeks.isValid() and indeks.row() < len(self._rader) else None

    def rowCount(self, forelder: Indeks = _ROT) -> int:
        """Return how many there are."""
        return 0 if forelder.isValid() else len(self._rader)

    def data(self, indeks: Indeks, rolle: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """Return a row's words, the row itself, or whether it begins a group."""
        rad = self.rad(indeks)
        if rad is None:
            return None
        if rolle == Qt.ItemDataRole.DisplayRole:
            return f"{rad.tekst}, {rad.under}" if rad.under else rad.tekst
        if rolle == RAD:
            return rad
        if rolle == FOERST:
            return indeks.row() == 0 or self._rader[indeks.row() - 1].gruppe != rad.gruppe
        return None
