"""How a kind of gap is painted in the list: the number, the words, and the size under them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from verksted.vindu.oekonomi.traadkort import tegn_ordene
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter

    from verksted.vindu.utseende.tema import Tema


class Slagtegner(QStyledItemDelegate):
    """Rows of one height; GRUPPE gives (number, words, size)."""

    GRUPPE: Final = Qt.ItemDataRole.UserRole + 1

    def __init__(self, tema: Tema, forelder: QObject) -> None:
        super().__init__(forelder)
        self._tema = tema

    def sizeHint(self, _valg: QStyleOptionViewItem, indeks: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return a line of words, and one of size where there is any."""
        return QSize(0, self._tema.px(62 if indeks.data(self.GRUPPE)[2] else 42))

    def paint(self, maler: QPainter, valg: QStyleOptionViewItem, indeks: QModelIndex | QPersistentModelIndex) -> None:
        """Paint one kind."""
        tema, px = self._tema, self._tema.px
        antall, ord_, stoerrelse = indeks.data(self.GRUPPE)
        rute = QRect(valg.rect)
        valgt = bool(valg.state & QStyle.StateFlag.State_Selected)
        maler.save()
        if valgt:
            maler.fillRect(rute, tema.farge("selected"))
            maler.fillRect(QRect(rute.left(), rute.top() + px(8), px(3), rute.height() - px(16)), tema.farge("accent"))
        farge = "on_selected" if valgt else "text"
        maler.setPen(tema.farge(farge))
        maler.setFont(tema.skrift(Trinn.PUNKT, tall=True))
        tall = QRect(rute.left() + px(8), rute.top() + px(8), px(48), px(24))
        maler.drawText(tall, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(antall))
        ordrute = QRect(tall.right() + px(12), rute.top() + px(8), rute.width() - px(80), px(24))
        tegn_ordene(maler, ordrute, ord_, tema.skrift(Trinn.LISTE))
        if stoerrelse:
            maler.setPen(tema.farge("on_selected" if valgt else "text_2"))
            maler.setFont(tema.skrift(Trinn.META, tall=True))
            under = QRect(ordrute.left(), rute.top() + px(33), ordrute.width(), px(20))
            kort = maler.fontMetrics().elidedText(stoerrelse, Qt.TextElideMode.ElideRight, under.width())
            maler.drawText(under, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, kort)
        maler.restore()
