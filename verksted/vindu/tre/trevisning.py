"""The tree on the page: walk it, move in it by Alt and the arrows or by dragging, open and close its branches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from verksted.vindu.tre.tremodell import RAD, Tremodell
from verksted.vindu.tre.tretegner import Tretegner

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.vindu.tre.radutseende import Radutseende
    from verksted.vindu.tre.tremodell import Trerad

RETNINGER: Final = {
    Qt.Key.Key_Up: "opp",
    Qt.Key.Key_Down: "ned",
    Qt.Key.Key_Left: "ut",
    Qt.Key.Key_Right: "inn",
}


class Trevisning(QTreeView):
    """Signals: `valgt` with the code of the place that is current, `flytt_et_steg` with (code, `opp`, `ned`, `inn` or
    `ut`), `slett` and `aapnet` with a code; the model's `flyttes` comes from dragging.
    """

    valgt = Signal(str)
    flytt_et_steg = Signal(str, str)
    slett = Signal(str)
    aapnet = Signal(str)

    def __init__(self, beskriv: Callable[[Any], Radutseende], navn: str, verktoey: Verktoey) -> None:
        super().__init__()
        tema = verktoey.tema
        self.modell = Tremodell(beskriv, self)
        self._aapne: set[str] | None = None
        self.setModel(self.modell)
        self.setItemDelegate(Tretegner(tema, verktoey.ikoner, self))
        self.setAccessibleName(navn)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(tema.px(16))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setExpandsOnDoubleClick(False)
        self.selectionModel().currentChanged.connect(self._ny_valgt)
        self.activated.connect(lambda indeks: self.aapnet.emit(_kode(indeks)))
        self._stille = False
        tema.endret.connect(self.viewport().update)

    def kan_flyttes(self, kan: bool) -> None:  # noqa: FBT001 - a state, told by the page
        """Let rows be moved, or not."""
        self.modell.kan_flyttes = kan
        self.setDragEnabled(kan)

    def vis(self, rader: Sequence[Trerad]) -> None:
        """Show these rows; what was open and chosen is so again."""
        valgt = self.valgt_kode
        lukkede = {self._noekkel(i) for i in self.modell.alle() if self.modell.rowCount(i) and not self.isExpanded(i)}
        self._stille = True
        self.modell.sett(rader)
        for indeks in self.modell.alle():
            if self._noekkel(indeks) not in lukkede:
                self.expand(indeks)
        self._stille = False
        if valgt and valgt != self.valgt_kode:
            self.velg(valgt)

    @property
    def valgt_kode(self) -> str:
        """The code of the place that is current, '' for none or a heading."""
        return _kode(self.currentIndex())

    @property
    def valgt_rad(self) -> Any:  # noqa: ANN401 - a row of the read model
        """The row of the read model that is current, None for none."""
        return self.currentIndex().data(RAD)

    def velg(self, kode: str) -> None:
        """Make a place current, and show it."""
        indeks = self.modell.finn(kode)
        if indeks.isValid():
            self.selectionModel().setCurrentIndex(indeks, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(indeks)

    def keyPressEvent(self, hendelse: QKeyEvent) -> None:
        """Alt and an arrow moves the place, Delete takes it away; the rest is Qt's."""
        retning = RETNINGER.get(Qt.Key(hendelse.key()))
        if hendelse.modifiers() & Qt.KeyboardModifier.AltModifier and retning and self.valgt_kode:
            self.flytt_et_steg.emit(self.valgt_kode, retning)
        elif hendelse.key() == Qt.Key.Key_Delete and self.valgt_kode:
            self.slett.emit(self.valgt_kode)
        else:
            super().keyPressEvent(hendelse)

    def _noekkel(self, indeks: QModelIndex) -> str:
        rad = indeks.data(RAD)
        return str(rad.kode or rad.tittel)

    def _ny_valgt(self, naa: QModelIndex, _foer: QModelIndex) -> None:
        if not self._stille and _kode(naa):
            self.valgt.emit(_kode(naa))


def _kode(indeks: QModelIndex) -> str:
    rad = indeks.data(RAD) if indeks.isValid() else None
    return rad.kode if rad is not None else ""
