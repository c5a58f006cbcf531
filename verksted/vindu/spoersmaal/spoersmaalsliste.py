"""The list of questions: moved with Alt and arrows or by dragging, taken away with Delete, written in place with F2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView

from verksted.vindu.spoersmaal.spoersmaalstegner import Spoersmaalstegner

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.vindu.spoersmaal.spoersmaalsmodell import Indeks, Spoersmaalsmodell


class Spoersmaalsliste(QListView):
    """Signals: `valgt` when another question is chosen, `flyttes` with (row, other row it is to have the place of),
    `slettes` with a question's number, `aapnes` when the panel is asked for.
    """

    valgt = Signal()
    flyttes = Signal(int, int)
    slettes = Signal(int)
    aapnes = Signal()

    def __init__(self, modell: Spoersmaalsmodell, verktoey: Verktoey) -> None:
        super().__init__()
        self._modell = modell
        self._tegner = Spoersmaalstegner(verktoey)
        self._grep: tuple[QPoint, int] | None = None
        self._drar = False
        self.setModel(modell)
        self.setItemDelegate(self._tegner)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(verktoey.tekster("spoersmaal.liste"))
        self.setAccessibleDescription(verktoey.tekster("spoersmaal.taster"))
        verktoey.tema.endret.connect(self.viewport().update)

    @property
    def rad(self) -> int:
        """The chosen row, −1 when none is."""
        return self.currentIndex().row()

    def velg(self, rad: int) -> None:
        """Choose a row, and show it."""
        if 0 <= rad < self._modell.rowCount():
            self.setCurrentIndex(self._modell.index(rad, 0))
            self.scrollTo(self.currentIndex())

    def currentChanged(self, naa: Indeks, foer: Indeks) -> None:
        """Tell that another one is chosen."""
        super().currentChanged(naa, foer)
        self.valgt.emit()

    def keyPressEvent(self, hendelse: QKeyEvent) -> None:
        """Alt and arrows move; Delete takes away; Enter goes to the panel."""
        tast = hendelse.key()
        med_alt = bool(hendelse.modifiers() & Qt.KeyboardModifier.AltModifier)
        redigerer = self.state() == QAbstractItemView.State.EditingState
        if tast in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not redigerer:
            self.aapnes.emit()
        elif self._modell.kan_endres and self.rad >= 0 and med_alt and tast in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            til = self.rad + (-1 if tast == Qt.Key.Key_Up else 1)
            if 0 <= til < self._modell.rowCount():
                self.flyttes.emit(self.rad, til)
        elif self._modell.kan_endres and self.rad >= 0 and tast == Qt.Key.Key_Delete:
            self.slettes.emit(self._modell.rader[self.rad].nummer)
        else:
            super().keyPressEvent(hendelse)

    def mousePressEvent(self, hendelse: QMouseEvent) -> None:
        """Choose, and take hold."""
        super().mousePressEvent(hendelse)
        punkt = hendelse.position().toPoint()
        under = self.indexAt(punkt)
        if hendelse.button() == Qt.MouseButton.LeftButton and under.isValid() and self._modell.kan_endres:
            self._grep = (punkt, under.row())

    def mouseMoveEvent(self, hendelse: QMouseEvent) -> None:
        """Show that something is held."""
        if self._grep is None or not hendelse.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(hendelse)
            return
        avstand = (hendelse.position().toPoint() - self._grep[0]).manhattanLength()
        if avstand >= QApplication.startDragDistance():
            self._drar = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, hendelse: QMouseEvent) -> None:
        """Let go on the question whose place it is to have."""
        grep, drar = self._grep, self._drar
        self._grep, self._drar = None, False
        self.viewport().unsetCursor()
        under = self.indexAt(hendelse.position().toPoint())
        if grep is not None and drar and under.isValid() and under.row() != grep[1]:
            self.flyttes.emit(grep[1], under.row())
        super().mouseReleaseEvent(hendelse)

    def resizeEvent(self, hendelse: QResizeEvent) -> None:
        """Give the words the new width."""
        self._tegner.bredde = self.viewport().width()
        super().resizeEvent(hendelse)
        self.scheduleDelayedItemsLayout()
