"""The lines of the økonomiplan as a table; eleven thousand rows cost no more than those that are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from verksted.kjerne.formater import heltall
from verksted.vindu.oekonomi.ordlyd import prosent
from verksted.visning.postliste import Postfilter, Postlinje, summer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.kjerne.tekster import Tekster

Indeks = QModelIndex | QPersistentModelIndex
POSTTYPE: Final = "application/x-verksted-oekonomipost"
FASTE: Final = ("kode", "tekst", "tiltak", "fordelt")
_ROT: Final = QModelIndex()
_HOEYRE: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Postmodell(QAbstractTableModel):
    """Fixed columns, then a column per year in whole kroner. `sum` follows the filter."""

    def __init__(self, tekster: Tekster) -> None:
        super().__init__()
        self._tekster = tekster
        self._alle: Sequence[Postlinje] = ()
        self._rader: Sequence[Postlinje] = ()
        self._filter = Postfilter()
        self.aar: tuple[int, ...] = ()

    def vis(self, linjer: Sequence[Postlinje], aar: tuple[int, ...]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._alle, self.aar = linjer, aar
        self._rader = self._filter.velg(linjer)
        self.endResetModel()

    def filtrer(self, filter_: Postfilter) -> None:
        """Show only what passes."""
        self.beginResetModel()
        self._filter = filter_
        self._rader = filter_.velg(self._alle)
        self.endResetModel()

    @property
    def alle(self) -> Sequence[Postlinje]:
        """Every line, shown or not."""
        return self._alle

    @property
    def sum(self) -> tuple[int, ...]:
        """The kroner per year of the lines that are shown."""
        return summer(self._rader, len(self.aar))

    def linje(self, rad: int) -> Postlinje | None:
        """Return the line of a row."""
        return self._rader[rad] if 0 <= rad < len(self._rader) else None

    def rad_av(self, kode: str) -> int:
        """Return the row of a line by its code, -1 where it is not shown."""
        return next((nr for nr, linje in enumerate(self._rader) if linje.kode == kode), -1)

    def rowCount(self, forelder: Indeks = _ROT) -> int:
        """Return how many are shown."""
        return 0 if forelder.isValid() else len(self._rader)

    def columnCount(self, forelder: Indeks = _ROT) -> int:
        """Return the fixed columns and the years."""
        return 0 if forelder.isValid() else len(FASTE) + len(self.aar)

    def headerData(self, nr: int, retning: Qt.Orientation, rolle: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a column's name, the year of an amount."""
        if retning != Qt.Orientation.Horizontal:
            return None
        if rolle == Qt.ItemDataRole.TextAlignmentRole:
            return int(_HOEYRE if nr >= len(FASTE) - 1 else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if rolle != Qt.ItemDataRole.DisplayRole:
            return None
        return self._tekster(f"oekonomi.kolonne.{FASTE[nr]}") if nr < len(FASTE) else str(self.aar[nr - len(FASTE)])

    def data(self, indeks: Indeks, rolle: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """Return the words of a cell."""
        linje = self.linje(indeks.row())
        if linje is None:
            return None
        kolonne = indeks.column()
        if rolle == Qt.ItemDataRole.TextAlignmentRole:
            return int(_HOEYRE) if kolonne >= len(FASTE) - 1 else None
        if rolle == Qt.ItemDataRole.ToolTipRole and kolonne == FASTE.index("tekst"):
            return linje.tekst
        if rolle != Qt.ItemDataRole.DisplayRole:
            return None
        return heltall(linje.beloep[kolonne - len(FASTE)]) if kolonne >= len(FASTE) else _faste(linje)[kolonne]

    def flags(self, indeks: Indeks) -> Qt.ItemFlag:
        """Let lines be dragged to a measure."""
        return super().flags(indeks) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """Return what a dragged line is."""
        return [POSTTYPE]

    def mimeData(self, indekser: Sequence[QModelIndex]) -> QMimeData:
        """Carry the codes of the dragged lines."""
        koder = dict.fromkeys(linje.kode for i in indekser if (linje := self.linje(i.row())) is not None)
        data = QMimeData()
        data.setData(POSTTYPE, "\n".join(koder).encode())
        data.setText(", ".join(koder))
        return data


def _faste(linje: Postlinje) -> tuple[str, ...]:
    """Return the words of the fixed columns."""
    koblet = prosent(linje.fordelt_bp) if linje.koblinger else ""
    return (linje.kode, linje.tekst, ", ".join(kobling.tiltak for kobling in linje.koblinger), koblet)
