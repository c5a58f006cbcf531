"""How a note is painted: code and table, what it says it is, and two lines of its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from verksted.vindu.bearbeide.notatmodell import RAD, Grupperad
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFont

    from verksted.vindu.bearbeide.notatmodell import Indeks
    from verksted.vindu.utseende.ikoner import Ikoner
    from verksted.vindu.utseende.tema import Tema
    from verksted.visning.bearbeiding import Notatrad

HOEYDE: Final = 82
# More than two lines can ever show; a note may have 40 000 characters.
_MEST: Final = 400


class Notattegner(QStyledItemDelegate):
    """Every row has the same height, so that ten thousand cost no more than ten."""

    def __init__(self, tema: Tema, ikoner: Ikoner, meta: Callable[[Notatrad], tuple[str, str]]) -> None:
        super().__init__()
        self._tema = tema
        self._ikoner = ikoner
        self._meta = meta

    def sizeHint(self, _valg: QStyleOptionViewItem, _indeks: Indeks) -> QSize:
        """Return the height all rows have."""
        return QSize(self._tema.px(160), self._tema.px(HOEYDE))

    def paint(self, maler: QPainter, valg: QStyleOptionViewItem, indeks: Indeks) -> None:
        """Paint one row."""
        px, rute, rad = self._tema.px, QRect(valg.rect), indeks.data(RAD)
        maler.save()
        if isinstance(rad, Grupperad):
            self._gruppe(maler, rute.adjusted(px(12), 0, -px(12), -px(10)), rad)
        else:
            valgt = bool(valg.state & QStyle.StateFlag.State_Selected)
            over = bool(valg.state & QStyle.StateFlag.State_MouseOver)
            if valgt or over:
                maler.fillRect(rute, self._tema.farge("selected" if valgt else "hover"))
            if valgt:
                maler.fillRect(QRect(rute.left(), rute.top(), px(3), rute.height()), self._tema.farge("accent"))
            self._notat(maler, rute.adjusted(px(12), px(8), -px(12), -px(6)), rad, valgt=valgt)
        maler.setPen(self._tema.farge("line_subtle"))
        maler.drawLine(rute.left(), rute.bottom(), rute.right(), rute.bottom())
        maler.restore()

    def _gruppe(self, maler: QPainter, rute: QRect, rad: Grupperad) -> None:
        tema, antall = self._tema, str(rad.antall)
        maler.setFont(tema.skrift(Trinn.TABELL, tall=True))
        maler.setPen(tema.farge("text_2"))
        maler.drawText(rute, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, antall)
        plass = rute.width() - maler.fontMetrics().horizontalAdvance(antall) - tema.px(12)
        skrift = tema.skrift(Trinn.LISTE_HALVFET)
        maler.setFont(skrift)
        maler.setPen(tema.farge("text"))
        ord_ = QFontMetrics(skrift).elidedText(rad.tekst, Qt.TextElideMode.ElideRight, plass)
        maler.drawText(rute, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, ord_)

    def _notat(self, maler: QPainter, rute: QRect, rad: Notatrad, *, valgt: bool) -> None:
        tema, px = self._tema, self._tema.px
        venstre, hoeyre = self._meta(rad)
        linje = QRect(rute.left(), rute.top(), rute.width(), px(20))
        skrift = tema.skrift(Trinn.META, tall=True)
        maler.setFont(skrift)
        maler.setPen(tema.farge("on_selected" if valgt else "text_2"))
        maler.drawText(linje, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, hoeyre)
        maal = QFontMetrics(skrift)
        plass = rute.width() - maal.horizontalAdvance(hoeyre) - px(10)
        kort = maal.elidedText(venstre, Qt.TextElideMode.ElideRight, plass)
        maler.drawText(linje, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, kort)
        maler.setPen(tema.farge("on_selected" if valgt else "text"))
        ord_rute = QRect(rute.left(), rute.top() + px(21), rute.width(), rute.height() - px(21))
        if rad.trukket:
            maler.setPen(tema.farge("on_selected" if valgt else "text_2"))
        mal_linjer(maler, ord_rute, rad.tekst, tema.skrift(Trinn.LISTE), 2)


def mal_linjer(maler: QPainter, rute: QRect, tekst: str, skrift: QFont, antall: int) -> None:
    """Paint words over at most so many lines; what does not fit ends in «…»."""
    kort = " ".join(tekst[:_MEST].split())
    oppsett = QTextLayout(kort, skrift)
    valg = QTextOption()
    valg.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    oppsett.setTextOption(valg)
    oppsett.beginLayout()
    linjer = []
    for _ in range(antall + 1):
        linje = oppsett.createLine()
        if not linje.isValid():
            break
        linje.setLineWidth(rute.width())
        linjer.append((linje.textStart(), linje.textLength()))
    oppsett.endLayout()
    maal, maler_y = QFontMetrics(skrift), rute.top()
    maler.setFont(skrift)
    for nummer, (fra, lengde) in enumerate(linjer[:antall]):
        siste = nummer == antall - 1 and len(linjer) > antall
        bit = kort[fra:] if siste else kort[fra : fra + lengde].rstrip()
        bit = maal.elidedText(bit, Qt.TextElideMode.ElideRight, rute.width()) if siste else bit
        maler.drawText(QPointF(rute.left(), maler_y + maal.ascent()), bit)
        maler_y += maal.lineSpacing()
