"""The notes as a Qt model: what the filter lets through, with a heading row before each group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from verksted.visning.notatfilter import Notatfilter, grupper, sil

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from verksted.visning.bearbeiding import Notatrad
    from verksted.visning.notatfilter import Gruppering, Noekkel

Indeks = QModelIndex | QPersistentModelIndex
RAD: Final = Qt.ItemDataRole.UserRole + 1
NOTATTYPE: Final = "application/x-verksted-innspill"


@dataclass(frozen=True, slots=True)
class Grupperad:
    """A heading among the notes: what they have in common, and how many they are."""

    tekst: str
    antall: int


class Notatmodell(QAbstractListModel):
    """`les_opp` says a note as one sentence for screen readers, `gruppetekst` a group's key in words."""

    def __init__(self, les_opp: Callable[[Notatrad], str], gruppetekst: Callable[[Gruppering, Noekkel], str]) -> None:
        super().__init__()
        self._les_opp = les_opp
        self._gruppetekst = gruppetekst
        self._alle: Sequence[Notatrad] = ()
        self._behandlede: frozenset[str] = frozenset()
        self._stammer: tuple[Mapping[str, str], Callable[[str], str]] | None = None
        self._rader: list[Notatrad | Grupperad] = []
        self._antall = 0
        self._plass: dict[str, int] | None = {}  # made when somebody asks: a keystroke need not
        self.filter = Notatfilter()
        self.gruppering: Gruppering = "ingen"
        self.kan_dras = True

    # -- what it holds ------------------------------------------------------------------------------------------

    def sett_notater(self, notater: Sequence[Notatrad], behandlede: Iterable[str]) -> None:
        """Hold other notes, filtered as before; `behandlede` are codes of treated points."""
        self._alle, self._behandlede = notater, frozenset(behandlede)
        self._sil()

    def sett_stammer(self, stammer: Mapping[str, str], stamme: Callable[[str], str]) -> None:
        """Find words in all their forms from now on (code → « stem stem »)."""
        self._stammer = (stammer, stamme)
        if self.filter.ord:
            self._sil()

    def sett_filter(self, filter_: Notatfilter, gruppering: Gruppering) -> None:
        """Show other notes, or the same in other groups."""
        if (filter_, gruppering) != (self.filter, self.gruppering):
            self.filter, self.gruppering = filter_, gruppering
            self._sil()

    def _sil(self) -> None:
        rader = sil(self._alle, self.filter, self._behandlede, *(self._stammer or ()))
        gamle = self._rader
        self._antall = len(rader)
        nye: list[Notatrad | Grupperad] = []
        if self.gruppering == "ingen":
            nye.extend(rader)
        else:
            for noekkel, i_gruppen in grupper(rader, self.gruppering):
                nye.append(Grupperad(self._gruppetekst(self.gruppering, noekkel), len(i_gruppen)))
                nye.extend(i_gruppen)
        if nye == gamle:
            return
        self.beginResetModel()
        self._rader = nye
        self._plass = None
        self.endResetModel()

    @property
    def antall(self) -> int:
        """How many different notes are shown."""
        return self._antall

    def rad(self, indeks: Indeks) -> Notatrad | None:
        """Return the note of a row, None for a heading."""
        rad = self._rader[indeks.row()] if 0 <= indeks.row() < len(self._rader) else None
        return rad if not isinstance(rad, Grupperad) else None

    def plass(self, kode: str) -> QModelIndex:
        """Return the first row of a note; an invalid index when it is not shown."""
        if not kode:
            return QModelIndex()
        if self._plass is None:
            rader = list(enumerate(self._rader))
            self._plass = {rad.kode: nr for nr, rad in reversed(rader) if not isinstance(rad, Grupperad)}
        return self.index(self._plass[kode], 0) if kode in self._plass else QModelIndex()

    # -- what Qt asks -------------------------------------------------------------------------------------------

    def rowCount(self, forelder: Indeks = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are, headings too."""
        return 0 if forelder.isValid() else len(self._rader)

    def data(self, indeks: Indeks, rolle: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        """Return the row itself (`RAD`), or its words."""
        if not indeks.isValid():
            return None
        rad = self._rader[indeks.row()]
        if rolle == RAD:
            return rad
        if rolle in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{rad.tekst}, {rad.antall}" if isinstance(rad, Grupperad) else self._les_opp(rad)
        return None

    def flags(self, indeks: Indeks) -> Qt.ItemFlag:
        """Let notes be marked and dragged; headings neither."""
        if not indeks.isValid() or isinstance(self._rader[indeks.row()], Grupperad):
            return Qt.ItemFlag.NoItemFlags
        flagg = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flagg | Qt.ItemFlag.ItemIsDragEnabled if self.kan_dras else flagg

    def mimeTypes(self) -> list[str]:
        """Return what is dragged."""
        return [NOTATTYPE]

    def mimeData(self, indekser: Sequence[QModelIndex]) -> QMimeData:
        """Return the codes of what is dragged, one a line."""
        koder = [rad.kode for rad in map(self.rad, sorted(indekser, key=lambda i: i.row())) if rad is not None]
        data = QMimeData()
        data.setData(NOTATTYPE, "\n".join(dict.fromkeys(koder)).encode())
        return data


def koder_i(data: QMimeData) -> tuple[str, ...]:
    """Return the codes of dragged notes, none when something else is dragged."""
    return tuple(bytes(data.data(NOTATTYPE).data()).decode().split("\n")) if data.hasFormat(NOTATTYPE) else ()
