"""Closed points under each other: opened by click or Enter, and notes can be dropped on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy

from verksted.vindu.bearbeide.notatmodell import koder_i
from verksted.vindu.bearbeide.punktmodell import HOEYDE, Punktmodell, Punkttegner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QFocusEvent, QKeyEvent

    from verksted.vindu.utseende.tema import Tema
    from verksted.visning.bearbeiding import Arbeidspunkt


class Punktliste(QListView):
    """As tall as its rows: what is around it scrolls.

    Signals: `aapne` a point by its code, `sluppet` with (code, note codes), `forbi` with -1 or 1 when the arrow keys go
    past an end, `sett_paa` with the top and height of the row the keyboard came to.
    """

    aapne = Signal(str)
    sluppet = Signal(str, object)
    forbi = Signal(int)
    sett_paa = Signal(int, int)

    def __init__(self, modell: Punktmodell, tegner: Punkttegner, tema: Tema, navn: str) -> None:
        super().__init__()
        self.modell, self._tegner, self._tema = modell, tegner, tema
        self.tar_imot = True
        self.setAccessibleName(navn)
        self.setModel(modell)
        self.setItemDelegate(tegner)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(1)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._aapne)
        self.setFixedHeight(0)

    def sett(self, punkter: Sequence[Arbeidspunkt]) -> None:
        """Show other points."""
        self.modell.sett(punkter)
        self.setFixedHeight(len(punkter) * self._tema.px(HOEYDE))
        self.setVisible(bool(punkter))

    def staa_paa(self, rad: int) -> None:
        """Bring the keyboard to a row, from the end when it is negative."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        self.setCurrentIndex(self.modell.index(rad % max(1, self.modell.rowCount()), 0))
        self._si_hvor()

    def _aapne(self, indeks: QModelIndex) -> None:
        if (punkt := self.modell.punkt(indeks)) is not None:
            self.aapne.emit(punkt.kode)

    def _si_hvor(self) -> None:
        rute = self.visualRect(self.currentIndex())
        self.sett_paa.emit(rute.top(), rute.height())

    def focusInEvent(self, hendelse: QFocusEvent) -> None:
        """Stand on a row from the first moment."""
        if not self.currentIndex().isValid() and hendelse.reason() != Qt.FocusReason.MouseFocusReason:
            self.setCurrentIndex(self.modell.index(0, 0))
        super().focusInEvent(hendelse)

    def keyPressEvent(self, hendelse: QKeyEvent) -> None:
        """Open with Enter or Space; go on past the ends with the arrows."""
        rad, siste = self.currentIndex().row(), self.modell.rowCount() - 1
        if hendelse.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._aapne(self.currentIndex())
        elif hendelse.key() == Qt.Key.Key_Up and rad <= 0:
            self.forbi.emit(-1)
        elif hendelse.key() == Qt.Key.Key_Down and rad >= siste:
            self.forbi.emit(1)
        else:
            super().keyPressEvent(hendelse)
            self._si_hvor()

    # -- dropping -----------------------------------------------------------------------------------------------

    def dragEnterEvent(self, hendelse: QDragEnterEvent) -> None:
        """Take notes only."""
        hendelse.setAccepted(self.tar_imot and bool(koder_i(hendelse.mimeData())))

    def dragMoveEvent(self, hendelse: QDragMoveEvent) -> None:
        """Mark the point under the mouse."""
        indeks = self.indexAt(hendelse.position().toPoint())
        self.setCurrentIndex(indeks)
        hendelse.setAccepted(indeks.isValid() and self.tar_imot and bool(koder_i(hendelse.mimeData())))

    def dragLeaveEvent(self, hendelse: QDragLeaveEvent) -> None:
        """Take the mark away."""
        self.setCurrentIndex(QModelIndex())
        super().dragLeaveEvent(hendelse)

    def dropEvent(self, hendelse: QDropEvent) -> None:
        """Gather what was dropped in the point it was dropped on."""
        punkt = self.modell.punkt(self.indexAt(hendelse.position().toPoint()))
        koder = koder_i(hendelse.mimeData())
        if punkt is not None and koder and self.tar_imot:
            hendelse.setDropAction(Qt.DropAction.CopyAction)
            hendelse.accept()
            self.sluppet.emit(punkt.kode, koder)
