"""The sources of the open point: each note on one line, with its way out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QStyle, QStyledItemDelegate

from verksted.vindu.bearbeide.notatmodell import RAD, Notatmodell
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from verksted.vindu.bearbeide.notatmodell import Indeks
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.bearbeiding import Notatrad

HOEYDE: Final = 34
FAA: Final = 5


class _Kildetegner(QStyledItemDelegate):
    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        self._t, self._tema, self._ikoner = verktoey.tekster, verktoey.tema, verktoey.ikoner
        self.med_kryss = True

    def sizeHint(self, _valg: QStyleOptionViewItem, _indeks: Indeks) -> QSize:
        return QSize(self._tema.px(160), self._tema.px(HOEYDE))

    def paint(self, maler: QPainter, valg: QStyleOptionViewItem, indeks: Indeks) -> None:
        tema, px, rute, rad = self._tema, self._tema.px, QRect(valg.rect), indeks.data(RAD)
        maler.save()
        if valg.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
            maler.fillRect(rute, tema.farge("hover"))
        maler.setPen(tema.farge("line_subtle"))
        maler.drawLine(rute.left(), rute.bottom(), rute.right(), rute.bottom())
        skrift = tema.skrift(Trinn.META, tall=True)
        maal = QFontMetrics(skrift)
        maler.setFont(skrift)
        maler.setPen(tema.farge("text_2"))
        x = rute.left() + px(2)
        for ord_, minst in ((rad.kode, 76), (self._t("bearbeide.bord", nummer=rad.bord), 60)):
            bredde = max(px(minst), maal.horizontalAdvance(ord_) + px(12))
            maler.drawText(QRect(x, rute.top(), bredde, rute.height()), _VENSTRE, ord_)
            x += bredde
        ord_skrift = tema.skrift(Trinn.LISTE)
        maler.setFont(ord_skrift)
        maler.setPen(tema.farge("text"))
        plass = QRect(x, rute.top(), rute.right() - px(34) - x, rute.height())
        ordene = " ".join(rad.tekst[:300].split())
        maler.drawText(
            plass, _VENSTRE, QFontMetrics(ord_skrift).elidedText(ordene, Qt.TextElideMode.ElideRight, plass.width())
        )
        if self.med_kryss:
            kryss = QRect(rute.right() - px(24), rute.center().y() - px(7), px(15), px(15))
            self._ikoner.tegn(maler, kryss, "x", "text")
        maler.restore()


class Kildeliste(QListView):
    """Shows the first few, or all. Delete, or a click on the cross, takes one out.

    Signals: `ta_ut` with the note's code; `aapne` with the code of one that was chosen by Enter or double click.
    """

    ta_ut = Signal(str)
    aapne = Signal(str)

    def __init__(self, verktoey: Verktoey, les_opp: Callable[[Notatrad], str]) -> None:
        super().__init__()
        self._tema = verktoey.tema
        self._tegner = _Kildetegner(verktoey)
        self.modell = Notatmodell(les_opp, lambda *_: "")
        self.modell.kan_dras = False
        self.alle = False
        self.setModel(self.modell)
        self.setItemDelegate(self._tegner)
        self.setAccessibleName(verktoey.tekster("bearbeide.kilder_navn"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(1)
        self.doubleClicked.connect(self._valgt)

    def sett(self, kilder: Sequence[Notatrad], *, kan_endres: bool) -> None:
        """Show other sources."""
        self._tegner.med_kryss = kan_endres
        rad = self.currentIndex().row()
        self.modell.sett_notater(tuple(kilder), ())
        if rad >= 0 and kilder and not self.currentIndex().isValid():
            self.setCurrentIndex(self.modell.index(min(rad, len(kilder) - 1), 0))
        self.vis_alle(alle=self.alle)

    def vis_alle(self, *, alle: bool) -> None:
        """Be as tall as all of them, or as the first few; the rest is scrolled to."""
        self.alle = alle
        antall = self.modell.rowCount()
        self.setFixedHeight((antall if alle else min(antall, FAA)) * self._tema.px(HOEYDE))
        self.setVisible(bool(antall))

    def _valgt(self, indeks: QModelIndex) -> None:
        if (rad := self.modell.rad(indeks)) is not None:
            self.aapne.emit(rad.kode)

    def _ta_ut(self, indeks: QModelIndex) -> None:
        if (rad := self.modell.rad(indeks)) is not None and self._tegner.med_kryss:
            self.ta_ut.emit(rad.kode)

    def keyPressEvent(self, hendelse: QKeyEvent) -> None:
        """Take out with Delete, go to the note with Enter."""
        if hendelse.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._ta_ut(self.currentIndex())
        elif hendelse.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._valgt(self.currentIndex())
        else:
            super().keyPressEvent(hendelse)

    def mouseReleaseEvent(self, hendelse: QMouseEvent) -> None:
        """Take out with a click on the cross."""
        super().mouseReleaseEvent(hendelse)
        if hendelse.position().x() >= self.viewport().width() - self._tema.px(34):
            self._ta_ut(self.indexAt(hendelse.position().toPoint()))


_VENSTRE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
