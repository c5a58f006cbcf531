"""Paints a cell of the file: tint and icon where something is wrong, pale where the row is not taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from verksted.vindu.innlesing.tabellmodell import ALVOR, BLEK, UTELATT
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.utseende.ikoner import Ikoner
    from verksted.vindu.utseende.tema import Tema

UTSEENDE: Final = {
    "feil": ("bad_tint", "warning-octagon", "bad_text"),
    "advarsel": ("warn_tint", "warning", "warn_text"),
    "merknad": ("accent_tint", "info", "accent_text"),
}


class Celletegner(QStyledItemDelegate):
    """One line a row, cut with an ellipsis; the whole text is in the tool tip's place, the table's own cell."""

    def __init__(self, tema: Tema, ikoner: Ikoner) -> None:
        super().__init__()
        self._tema = tema
        self._ikoner = ikoner
        self._skrift = tema.skrift(Trinn.TABELL, tall=True)

    def sizeHint(self, valg: QStyleOptionViewItem, indeks: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return one line."""
        return QSize(super().sizeHint(valg, indeks).width() + self._tema.px(40), self._tema.px(36))

    def paint(self, maler: QPainter, valg: QStyleOptionViewItem, indeks: QModelIndex | QPersistentModelIndex) -> None:
        """Paint the cell."""
        tema, px = self._tema, self._tema.px
        rute = QRect(valg.rect)
        valgt = bool(valg.state & QStyle.StateFlag.State_Selected)
        alvor = indeks.data(ALVOR)
        utelatt = indeks.data(UTELATT)
        maler.save()
        if valgt:
            maler.fillRect(rute, tema.farge("selected"))
        elif alvor and not utelatt:
            maler.fillRect(rute, tema.farge(UTSEENDE[alvor][0]))
        maler.setPen(tema.farge("line_subtle"))
        maler.drawLine(rute.bottomLeft(), rute.bottomRight())
        inni = rute.adjusted(px(8), 0, -px(8), 0)
        if alvor:
            _, ikon, farge = UTSEENDE[alvor]
            side = px(16)
            plass = QRect(inni.left(), inni.center().y() - side // 2, side, side)
            self._ikoner.tegn(maler, plass, ikon, "on_selected" if valgt else farge)
            inni.setLeft(inni.left() + side + px(6))
        skrift = self._skrift
        if utelatt:
            skrift = tema.skrift(Trinn.TABELL, tall=True)
            skrift.setStrikeOut(True)
        maler.setFont(skrift)
        blek = utelatt or indeks.data(BLEK) or indeks.column() == 0
        maler.setPen(tema.farge("on_selected" if valgt else "text_2" if blek else "text"))
        tekst = maler.fontMetrics().elidedText(str(indeks.data() or ""), Qt.TextElideMode.ElideRight, inni.width())
        hoeyre = indeks.column() == 0
        maler.drawText(
            inni,
            int(
                (Qt.AlignmentFlag.AlignRight if hoeyre else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
            ),
            tekst,
        )
        maler.restore()
