"""How a fact is painted: the dotted rule of fag, the figure, two lines of words, and who stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from verksted.vindu.kunnskap.faktamodell import RAD
from verksted.vindu.kunnskap.tallord import tallord
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QFont

    from verksted.vindu.kunnskap.faktamodell import Indeks
    from verksted.vindu.utseende.ikoner import Ikoner
    from verksted.vindu.utseende.tema import Tema
    from verksted.visning.kunnskap import Faktum

HOEYDE: Final = 104
_MEST: Final = 300


class Faktategner(QStyledItemDelegate):
    """`meta` returns (second line, whether it is a warning) for a fact; `fag` is the word for the sphere."""

    def __init__(self, tema: Tema, ikoner: Ikoner, meta: Callable[[Faktum], tuple[str, bool]], fag: str) -> None:
        super().__init__()
        self._tema, self._ikoner, self._meta, self._fag = tema, ikoner, meta, fag

    def sizeHint(self, _valg: QStyleOptionViewItem, _indeks: Indeks) -> QSize:
        """Return the height all rows have."""
        return QSize(self._tema.px(160), self._tema.px(HOEYDE))

    def paint(self, maler: QPainter, valg: QStyleOptionViewItem, indeks: Indeks) -> None:
        """Paint one fact."""
        tema, px, rute, faktum = self._tema, self._tema.px, QRect(valg.rect), indeks.data(RAD)
        valgt = bool(valg.state & QStyle.StateFlag.State_Selected)
        maler.save()
        maler.setRenderHint(QPainter.RenderHint.Antialiasing)
        if valgt or valg.state & QStyle.StateFlag.State_MouseOver:
            maler.fillRect(rute, tema.farge("selected" if valgt else "hover"))
        strek = QPen(tema.farge("fag_line"), px(3))
        strek.setDashPattern([1, 1.4])
        maler.setPen(strek)
        maler.drawLine(rute.left() + px(3), rute.top() + px(12), rute.left() + px(3), rute.bottom() - px(12))
        inni = rute.adjusted(px(16), px(10), -px(12), -px(8))
        ved_siden = QRect(inni)
        ved_siden.setWidth(inni.width() - self._mal_tall(maler, inni, faktum, valgt=valgt))
        self._mal_ord(maler, ved_siden, faktum, valgt=valgt)
        self._mal_meta(maler, QRect(inni.left(), inni.top() + px(66), inni.width(), px(20)), faktum, valgt=valgt)
        maler.setPen(tema.farge("line_subtle"))
        maler.drawLine(rute.left(), rute.bottom(), rute.right(), rute.bottom())
        maler.restore()

    def _mal_tall(self, maler: QPainter, rute: QRect, faktum: Faktum, *, valgt: bool) -> int:
        """Paint figure and unit at the right; return how much of the width they took."""
        tema, px = self._tema, self._tema.px
        if not faktum.tall:
            return 0
        bredde = min(px(150), rute.width() // 3)
        kolonne = QRect(rute.right() - bredde, rute.top(), bredde, rute.height())
        skrift = tema.skrift(Trinn.OBJEKT, tall=True)
        maler.setFont(skrift)
        maler.setPen(tema.farge("on_selected" if valgt else "text"))
        maal = QFontMetrics(skrift)
        tall = maal.elidedText(tallord(faktum.tall), Qt.TextElideMode.ElideRight, bredde)
        topp = QRect(kolonne.left(), kolonne.top(), bredde, px(32))
        maler.drawText(topp, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tall)
        maler.setFont(tema.skrift(Trinn.META))
        maler.setPen(tema.farge("on_selected" if valgt else "text_2"))
        under = QRect(kolonne.left(), topp.bottom(), bredde, px(34))
        flagg = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        maler.drawText(under, int(flagg) | int(Qt.TextFlag.TextWordWrap), faktum.enhet[:60])
        return bredde + px(16)

    def _mal_ord(self, maler: QPainter, rute: QRect, faktum: Faktum, *, valgt: bool) -> None:
        tema, px = self._tema, self._tema.px

        def f(navn: str) -> QColor:
            return tema.farge("on_selected" if valgt else navn)

        ikon = QRect(rute.left(), rute.top() + px(2), px(16), px(16))
        self._ikoner.tegn(maler, ikon, "books", "on_selected" if valgt else "fag_text")
        meta = tema.skrift(Trinn.META)
        linje = QRect(rute.left() + px(22), rute.top(), rute.width() - px(22), px(20))
        self._linje(maler, linje, f"{self._fag} · {faktum.temanavn} · {faktum.kode}", meta, f("fag_text"))
        tittel = QRect(rute.left(), rute.top() + px(20), rute.width(), px(23))
        self._linje(maler, tittel, faktum.tittel, tema.skrift(Trinn.LISTE_HALVFET), f("text"))
        tekst = QRect(rute.left(), rute.top() + px(43), rute.width(), px(21))
        ord_ = " ".join(faktum.tekst[:_MEST].split())
        self._linje(maler, tekst, ord_, tema.skrift(Trinn.TABELL), f("text"))

    def _mal_meta(self, maler: QPainter, nederst: QRect, faktum: Faktum, *, valgt: bool) -> None:
        """Paint who stands behind it and where it is from, in all of the width."""
        px = self._tema.px
        under, varsel = self._meta(faktum)
        if varsel:
            merke = QRect(nederst.left(), nederst.top() + px(2), px(16), px(16))
            self._ikoner.tegn(maler, merke, "warning", "on_selected" if valgt else "warn_text")
            nederst.setLeft(nederst.left() + px(22))
        farge = "on_selected" if valgt else "warn_text" if varsel else "text_2"
        self._linje(maler, nederst, under, self._tema.skrift(Trinn.META), self._tema.farge(farge))

    @staticmethod
    def _linje(maler: QPainter, rute: QRect, tekst: str, skrift: QFont, farge: QColor) -> None:
        maler.setFont(skrift)
        maler.setPen(farge)
        kort = maler.fontMetrics().elidedText(tekst, Qt.TextElideMode.ElideRight, rute.width())
        maler.drawText(rute, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, kort)
