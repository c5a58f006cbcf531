"""A tree of places as a Qt model, fed from any read model whose rows have a code, a title and rows below."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

if TYPE_CHECKING:
    from verksted.vindu.tre.radutseende import Radutseende

Indeks = QModelIndex | QPersistentModelIndex
RAD: Final = Qt.ItemDataRole.UserRole + 1
UTSEENDE: Final = Qt.ItemDataRole.UserRole + 2
_MIME: Final = "application/x-verksted-planelement"
_INGEN: Final = QModelIndex()


class Trerad(Protocol):
    """What a row of the read model must have; `kode` is empty for a heading."""

    @property
    def kode(self) -> str: ...  # noqa: D102 - said above
    @property
    def tittel(self) -> str: ...  # noqa: D102 - said above
    @property
    def barn(self) -> Sequence[Any]: ...  # noqa: D102 - said above


@dataclass(slots=True)
class _Node:
    rad: Any
    nr: int
    forelder: _Node | None
    plass: int
    barn: list[_Node] = field(default_factory=list)

    @property
    def noekkel(self) -> str:
        return str(self.rad.kode or self.rad.tittel)


class Tremodell(QAbstractItemModel):
    """Signals: `flyttes` with (code, parent code or '', code it comes after or '') when a row was dropped somewhere."""

    flyttes = Signal(str, str, str)

    def __init__(self, beskriv: Callable[[Any], Radutseende], forelder: QObject) -> None:
        super().__init__(forelder)
        self._beskriv = beskriv
        self._noder: list[_Node] = []
        self._topp: list[_Node] = []
        self.kan_flyttes = False

    def sett(self, rader: Sequence[Trerad]) -> None:
        """Show these rows; where only their words are new, what is open and chosen stays."""
        topp: list[_Node] = []
        noder: list[_Node] = []
        self._legg(rader, None, topp, noder)
        like = [(n.noekkel, n.forelder.nr if n.forelder else -1) for n in noder] == [
            (n.noekkel, n.forelder.nr if n.forelder else -1) for n in self._noder
        ]
        if not like:
            self.beginResetModel()
            self._topp, self._noder = topp, noder
            self.endResetModel()
            return
        endret = [ny.nr for ny, gammel in zip(noder, self._noder, strict=True) if ny.rad != gammel.rad]
        self._topp, self._noder = topp, noder
        for nr in endret:
            indeks = self._indeks(noder[nr])
            self.dataChanged.emit(indeks, indeks)

    def _legg(self, rader: Sequence[Any], over: _Node | None, ut: list[_Node], noder: list[_Node]) -> None:
        for plass, rad in enumerate(rader):
            node = _Node(rad, len(noder), over, plass)
            noder.append(node)
            ut.append(node)
            self._legg(rad.barn, node, node.barn, noder)

    def _indeks(self, node: _Node) -> QModelIndex:
        return self.createIndex(node.plass, 0, node.nr)

    def _node(self, indeks: Indeks) -> _Node | None:
        return self._noder[indeks.internalId()] if indeks.isValid() else None

    def finn(self, noekkel: str) -> QModelIndex:
        """Return where a code, or a heading's words, stands; an invalid index when it does not."""
        return next((self._indeks(n) for n in self._noder if n.noekkel == noekkel), QModelIndex())

    def alle(self) -> Iterator[QModelIndex]:
        """Yield every row from the top down."""
        return (self._indeks(node) for node in self._noder)

    # -- what Qt asks -------------------------------------------------------------------------------------------

    def index(self, rad: int, kolonne: int, over: Indeks = _INGEN) -> QModelIndex:  # noqa: D102 - Qt's own
        node = self._node(over)
        barn = node.barn if node is not None else self._topp
        return self._indeks(barn[rad]) if 0 <= rad < len(barn) and kolonne == 0 else QModelIndex()

    def parent(self, indeks: Indeks = _INGEN) -> Any:  # noqa: ANN401, D102 - Qt's own
        node = self._node(indeks)
        return self._indeks(node.forelder) if node is not None and node.forelder is not None else QModelIndex()

    def rowCount(self, over: Indeks = _INGEN) -> int:  # noqa: D102 - Qt's own
        node = self._node(over)
        return len(node.barn if node is not None else self._topp)

    def columnCount(self, _over: Indeks = _INGEN) -> int:  # noqa: D102 - Qt's own
        return 1

    def data(self, indeks: Indeks, rolle: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401, D102 - Qt's own
        node = self._node(indeks)
        if node is None:
            return None
        if rolle == Qt.ItemDataRole.DisplayRole:
            return f"{node.rad.kode} {node.rad.tittel}".strip()
        if rolle == RAD:
            return node.rad
        if rolle == UTSEENDE:
            return self._beskriv(node.rad)
        if rolle in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self._beskriv(node.rad).lest
        return None

    def flags(self, indeks: Indeks) -> Qt.ItemFlag:  # noqa: D102 - Qt's own
        node = self._node(indeks)
        if node is None:
            return Qt.ItemFlag.ItemIsDropEnabled if self.kan_flyttes else Qt.ItemFlag.NoItemFlags
        flagg = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.kan_flyttes:
            flagg |= Qt.ItemFlag.ItemIsDropEnabled
            flagg |= Qt.ItemFlag.ItemIsDragEnabled if node.rad.kode else Qt.ItemFlag.NoItemFlags
        return flagg

    # -- dragging -----------------------------------------------------------------------------------------------

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: D102 - Qt's own
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: D102 - Qt's own
        return [_MIME]

    def mimeData(self, indekser: Sequence[QModelIndex]) -> QMimeData:  # noqa: D102 - Qt's own
        data = QMimeData()
        node = self._node(indekser[0]) if indekser else None
        data.setData(_MIME, (node.rad.kode if node is not None else "").encode())
        return data

    def dropMimeData(  # noqa: D102 - Qt's own
        self, data: QMimeData, _handling: Qt.DropAction, rad: int, _kolonne: int, over: Indeks
    ) -> bool:
        kode = bytes(data.data(_MIME).data()).decode()
        node = self._node(over)
        if kode and (node is None or node.rad.kode != kode):
            barn = node.barn if node is not None else self._topp
            foran = [n.rad.kode for n in (barn if rad < 0 else barn[:rad]) if n.rad.kode not in {"", kode}]
            # A heading is only words over places at the top.
            self.flyttes.emit(kode, node.rad.kode if node is not None else "", foran[-1] if foran else "")
        return False  # the row moves when the file says so
