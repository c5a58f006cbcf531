"""The participants as a table that can be sorted the Norwegian way, filtered, and written in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from verksted.regler.alfabet import navneorden
from verksted.visning.deltakere import Deltakerrad, Deltakervisning

if TYPE_CHECKING:
    from verksted.kjerne.tekster import Tekster

Indeks = QModelIndex | QPersistentModelIndex
TALLFELT: Final = frozenset({"foedselsaar", "perioder"})
ARTER: Final = ("medlem", "vara", "administrasjon", "observatoer")


@dataclass(frozen=True, slots=True)
class Kolonne:
    """A field of the table, its width at 100 %, and the longest text it takes."""

    felt: str
    bredde: int
    lengst: int = 120


KOLONNER: Final = (
    Kolonne("navn", 190),
    Kolonne("liste", 150),
    Kolonne("art", 110),
    Kolonne("vara_for", 140),
    Kolonne("verv", 120, 80),
    Kolonne("kjoenn", 85, 20),
    Kolonne("foedselsaar", 95, 4),
    Kolonne("bosted", 110, 80),
    Kolonne("perioder", 85, 2),
)


class Deltakermodell(QAbstractTableModel):
    """Shows what was read; a cell that is written shows its new words at once, until the next reading.

    Signals: `skrevet` (person id, field, value), `ny` with the name written in the new row.
    """

    skrevet = Signal(str, str, object)
    ny = Signal(str)

    def __init__(self, tekster: Tekster) -> None:
        super().__init__()
        self._t = tekster
        self.visning = Deltakervisning((), ())
        self.kan_endres = False
        self._rader: list[Deltakerrad] = []
        self._vist: list[Deltakerrad] = []
        self._filter: tuple[str, ...] = ()
        self._orden: tuple[int, Qt.SortOrder] | None = None
        self._ny = False

    # -- what is shown ------------------------------------------------------------------------------------------

    def sett(self, visning: Deltakervisning, *, kan_endres: bool) -> None:
        """Show other people."""
        self.visning, self.kan_endres = visning, kan_endres
        self._rader = list(visning.rader)
        self._legg()

    def filtrer(self, tekst: str) -> None:
        """Show those who have every word somewhere in their row."""
        self._filter = tuple(tekst.casefold().split())
        self._legg()

    def sort(self, kolonne: int, orden: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 gives the council list's own order back."""
        self._orden = (kolonne, orden) if kolonne >= 0 else None
        self._legg()

    def _legg(self) -> None:
        self.beginResetModel()
        self._ny = False
        self._vist = [rad for rad in self._rader if self._passer(rad)]
        if self._orden is not None:
            kolonne, orden = self._orden
            felt = KOLONNER[kolonne].felt
            tomme = [rad for rad in self._vist if getattr(rad, felt) in {"", None}]
            fylte = [rad for rad in self._vist if getattr(rad, felt) not in {"", None}]
            fylte.sort(key=lambda rad: self._noekkel(rad, felt), reverse=orden == Qt.SortOrder.DescendingOrder)
            self._vist = fylte + tomme
        self.endResetModel()

    def _passer(self, rad: Deltakerrad) -> bool:
        if not self._filter:
            return True
        alt = " ".join(self._ord(rad, kolonne.felt) for kolonne in KOLONNER).casefold()
        return all(ord_ in alt for ord_ in self._filter)

    def _noekkel(self, rad: Deltakerrad, felt: str) -> tuple[Any, ...]:
        verdi = getattr(rad, felt)
        if felt == "art":
            return (ARTER.index(verdi), *navneorden(rad.navn))
        return (verdi, *navneorden(rad.navn)) if felt in TALLFELT else (navneorden(verdi), navneorden(rad.navn))

    def rad(self, indeks: Indeks) -> Deltakerrad | None:
        """Return the person of a row, None for the new one."""
        return self._vist[indeks.row()] if indeks.isValid() and indeks.row() < len(self._vist) else None

    def finn(self, person_id: str) -> QModelIndex:
        """Return the name of a person, an invalid index where they are not shown."""
        for nummer, rad in enumerate(self._vist):
            if rad.person_id == person_id:
                return self.index(nummer, 0)
        return QModelIndex()

    # -- the new row --------------------------------------------------------------------------------------------

    def legg_til_ny(self) -> QModelIndex:
        """Put an empty row last, to be written in; nothing is stored before it has a name."""
        if not self._ny:
            sist = len(self._vist)
            self.beginInsertRows(QModelIndex(), sist, sist)
            self._ny = True
            self.endInsertRows()
        return self.index(len(self._vist), 0)

    def ta_bort_ny(self) -> None:
        """Take the empty row away again."""
        if self._ny:
            sist = len(self._vist)
            self.beginRemoveRows(QModelIndex(), sist, sist)
            self._ny = False
            self.endRemoveRows()

    # -- what Qt asks -------------------------------------------------------------------------------------------

    def rowCount(self, forelder: Indeks = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many people are shown."""
        return 0 if forelder.isValid() else len(self._vist) + self._ny

    def columnCount(self, forelder: Indeks = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of fields."""
        return 0 if forelder.isValid() else len(KOLONNER)

    def headerData(self, seksjon: int, retning: Qt.Orientation, rolle: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a field's name."""
        if retning == Qt.Orientation.Horizontal and rolle == Qt.ItemDataRole.DisplayRole:
            return self._t(f"deltakere.felt.{KOLONNER[seksjon].felt}")
        if retning == Qt.Orientation.Horizontal and rolle == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, indeks: Indeks) -> Qt.ItemFlag:
        """Say what can be written in: not whom somebody is deputy for, unless they are a deputy."""
        flagg = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        rad, felt = self.rad(indeks), KOLONNER[indeks.column()].felt
        kan = felt == "navn" if rad is None else felt != "vara_for" or rad.art == "vara"
        return flagg | Qt.ItemFlag.ItemIsEditable if self.kan_endres and kan else flagg

    def data(self, indeks: Indeks, rolle: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a field in words, or as it is stored (EditRole)."""
        rad, felt = self.rad(indeks), KOLONNER[indeks.column()].felt
        if rad is None:
            return "" if rolle in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole} else None
        match rolle:
            case Qt.ItemDataRole.DisplayRole:
                return self._ord(rad, felt)
            case Qt.ItemDataRole.EditRole:
                verdi = getattr(rad, felt)
                return "" if verdi is None else str(verdi)
            case Qt.ItemDataRole.ToolTipRole:
                return self._ord(rad, felt) or None
        return None

    def setData(self, indeks: Indeks, verdi: Any, rolle: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401 - Qt's own
        """Show the new words at once, and say what was written."""
        # An editor that is closing may still write in a row that has just been taken away.
        if rolle != Qt.ItemDataRole.EditRole or not self.kan_endres or not indeks.isValid():
            return False
        rad, felt = self.rad(indeks), KOLONNER[indeks.column()].felt
        if rad is None:
            if navn := " ".join(str(verdi).split()):
                self.ny.emit(navn)
            return True
        ny = int(verdi) if felt in TALLFELT and str(verdi).strip() else None if felt in TALLFELT else str(verdi).strip()
        vist = dict(self.visning.medlemmer).get(str(ny), "") if felt == "vara_for" else ny
        if vist == getattr(rad, felt):
            return False
        nye: dict[str, Any] = {felt: vist}
        self._vist[indeks.row()] = replace(rad, **nye)
        self.dataChanged.emit(indeks, indeks)
        self.skrevet.emit(rad.person_id, felt, ny)
        return True

    def _ord(self, rad: Deltakerrad, felt: str) -> str:
        verdi = getattr(rad, felt)
        if felt == "art":
            return self._t(f"deltakere.art.{verdi or 'uten'}")
        return "" if verdi is None else str(verdi)
