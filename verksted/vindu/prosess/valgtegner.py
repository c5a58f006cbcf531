"""How a row of the page's list is painted: name, and a smaller line under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.utseende.tema import Tema


class Valgtegner(QStyledItemDelegate):
    """The row that is on has the bar of everything one is on."""

    def __init__(self, tema: Tema) -> None:
        super().__init__()
        self._tema = tema

    def paint(self, maler: QPainter, valg: QStyleOptionViewItem, indeks: QModelIndex | QPersistentModelIndex) -> None:
        """Paint one row."""
        tema, px, rute = self._tema, self._tema.px, QRect(valg.rect)
        valgt = bool(valg.state & QStyle.StateFlag.State_Selected)
        maler.save()
        if valgt or valg.state & QStyle.StateFlag.State_MouseOver:
            maler.fillRect(rute, tema.farge("selected" if valgt else "hover"))
        if valgt:
            maler.fillRect(QRect(rute.left(), rute.top(), px(3), rute.height()), tema.farge("accent"))
        navn, _, under = str(indeks.data()).partition("\n")
        topp = rute.top() + (px(8) if under else (rute.height() - px(22)) // 2)
        for ord_, trinn, farge, hoeyde in (
            (navn, Trinn.LISTE_MEDIUM, "text", px(22)),
            (under, Trinn.META, "text_2", px(18)),
        ):
            maler.setFont(tema.skrift(trinn))
            maler.setPen(tema.farge("on_selected" if valgt else farge))
            linje = QRect(rute.left() + px(12), topp, rute.width() - px(20), hoeyde)
            kort = maler.fontMetrics().elidedText(ord_, Qt.TextElideMode.ElideRight, linje.width())
            maler.drawText(linje, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, kort)
            topp += hoeyde
        maler.restore()
