"""How a line of the palette is painted: group word, icon, the words with the hit underlined, key or figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from verksted.vindu.ramme.palettmodell import FOERST, RAD, Palettrad
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from verksted.vindu.ramme.verktoey import Verktoey

Indeks = QModelIndex | QPersistentModelIndex
_GRUPPE, _ENKEL, _DOBBEL = 34, 44, 58


class Palettegner(QStyledItemDelegate):
    """Paints rows of one or two lines, with the group's name over the first of each."""

    def __init__(self, verktoey: Verktoey, forelder: QObject) -> None:
        super().__init__(forelder)
        self._tema = verktoey.tema
        self._ikoner = verktoey.ikoner

    def sizeHint(self, _valg: QStyleOptionViewItem, indeks: Indeks) -> QSize:
        """Return the height of the row, with its group's name where it begins one."""
        rad: Palettrad = indeks.data(RAD)
        hoeyde = (_DOBBEL if rad.under else _ENKEL) + (_GRUPPE if indeks.data(FOERST) else 0)
        return QSize(0, self._tema.px(hoeyde))

    def paint(self, maler: QPainter, valg: QStyleOptionViewItem, indeks: Indeks) -> None:
        """Paint one row."""
        tema, px, rad = self._tema, self._tema.px, indeks.data(RAD)
        rute = QRect(valg.rect)
        maler.save()
        if indeks.data(FOERST):
            maler.setFont(tema.skrift(Trinn.ETIKETT))
            maler.setPen(tema.farge("text_2"))
            topp = QRect(rute.left() + px(20), rute.top(), rute.width() - px(40), px(_GRUPPE - 4))
            maler.drawText(topp, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, rad.gruppe)
            rute.setTop(rute.top() + px(_GRUPPE))
        valgt = bool(valg.state & QStyle.StateFlag.State_Selected)
        if valgt:
            maler.fillRect(rute, tema.farge("selected"))
            maler.fillRect(QRect(rute.left(), rute.top() + px(6), px(3), rute.height() - px(12)), tema.farge("accent"))
        self._ikoner.tegn(
            maler,
            QRect(rute.left() + px(20), rute.center().y() - px(10), px(20), px(20)),
            rad.ikon,
            _paa(valgt, "text_2"),
        )
        ordrute = rute.adjusted(px(54), px(7) if rad.under else 0, -px(20), -px(7) if rad.under else 0)
        if rad.tast:
            maler.setFont(tema.skrift(Trinn.META, tall=True))
            maler.setPen(tema.farge(_paa(valgt, "text_2")))
            maler.drawText(rute.adjusted(0, 0, -px(20), 0), _HOEYRE, rad.tast)
            ordrute.setRight(ordrute.right() - maler.fontMetrics().horizontalAdvance(rad.tast) - px(16))
        self._ordene(maler, ordrute, rad, valgt=valgt)
        maler.restore()

    def _ordene(self, maler: QPainter, rute: QRect, rad: Palettrad, *, valgt: bool) -> None:
        tema, px = self._tema, self._tema.px
        skrift = tema.skrift(Trinn.KROPP)
        maal = QFontMetrics(skrift)
        maler.setFont(skrift)
        maler.setPen(tema.farge(_paa(valgt, "text")))
        linje = QRect(rute.left(), rute.top(), rute.width(), px(24)) if rad.under else rute
        maler.drawText(linje, _VENSTRE, maal.elidedText(rad.tekst, Qt.TextElideMode.ElideRight, rute.width()))
        for fra, til in rad.merket:
            x = linje.left() + maal.horizontalAdvance(rad.tekst[:fra])
            bredde = maal.horizontalAdvance(rad.tekst[fra:til])
            if x + bredde <= rute.right():
                y = linje.center().y() + maal.ascent() // 2 + px(3)
                maler.fillRect(QRect(x, y, bredde, px(2)), tema.farge("accent"))
        if rad.under:
            maler.setFont(tema.skrift(Trinn.TABELL))
            maler.setPen(tema.farge(_paa(valgt, "text_2")))
            under = QRect(rute.left(), rute.top() + px(24), rute.width(), px(20))
            kort = maler.fontMetrics().elidedText(rad.under, Qt.TextElideMode.ElideRight, rute.width())
            maler.drawText(under, _VENSTRE, kort)


def _paa(valgt: bool, ellers: str) -> str:  # noqa: FBT001 - read at the call
    """Return the colour of words: on the selected row one that can be read there."""
    return "on_selected" if valgt else ellers


_VENSTRE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_HOEYRE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
