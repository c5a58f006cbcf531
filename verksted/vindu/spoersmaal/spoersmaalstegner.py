"""Paints a question: the block it is asked in where that is new, number, words, and how it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from verksted.vindu.spoersmaal.spoersmaalsmodell import FOERST, RAD
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.spoersmaalside import Spoersmaalrad

Indeks = QModelIndex | QPersistentModelIndex
_VENSTRE: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_FLERE: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_LENGST: Final = 400  # letters of a question that are measured and painted in the list
_HOEYEST: Final = 3  # lines


class Spoersmaalstegner(QStyledItemDelegate):
    """Rows are as high as their words need at the list's width."""

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        self._t, self._tema, self._ikoner = verktoey.tekster, verktoey.tema, verktoey.ikoner
        skrift = verktoey.tema.skrift
        self._blokkskrift = skrift(Trinn.ETIKETT)
        self._ordskrift = skrift(Trinn.LISTE_MEDIUM)
        self._underskrift = skrift(Trinn.TABELL)
        self.bredde = 600

    def sizeHint(self, _valg: QStyleOptionViewItem, indeks: Indeks) -> QSize:
        """Return the row's height at the list's width."""
        px = self._tema.px
        hoeyde = px(10) + self._ordhoeyde(indeks.data(RAD)) + px(24) + px(8)
        return QSize(px(200), hoeyde + (px(34) if indeks.data(FOERST) else 0))

    def _ordhoeyde(self, rad: Spoersmaalrad) -> int:
        maal = QFontMetrics(self._ordskrift)
        plass = QRect(0, 0, max(50, self.bredde - self._tema.px(64)), 10_000)
        return min(maal.boundingRect(plass, int(_FLERE), rad.tekst[:_LENGST]).height(), maal.height() * _HOEYEST)

    def paint(self, maler: QPainter, valg: QStyleOptionViewItem, indeks: Indeks) -> None:
        """Paint one row."""
        tema, px = self._tema, self._tema.px
        rad: Spoersmaalrad = indeks.data(RAD)
        rute = valg.rect
        maler.save()
        if indeks.data(FOERST):
            hode = QRect(rute.left() + px(14), rute.top() + px(10), rute.width() - px(28), px(20))
            maler.setFont(self._blokkskrift)
            maler.setPen(tema.farge("text_2" if rad.blokk_id else "warn_text"))
            navn = rad.blokk or self._t("spoersmaal.uten_blokk")
            kort = QFontMetrics(self._blokkskrift).elidedText(navn, Qt.TextElideMode.ElideRight, hode.width())
            maler.drawText(hode, _VENSTRE, kort)
            rute = rute.adjusted(0, px(34), 0, 0)
        valgt = bool(valg.state & QStyle.StateFlag.State_Selected)
        if valgt or valg.state & QStyle.StateFlag.State_MouseOver:
            maler.setRenderHint(QPainter.RenderHint.Antialiasing)
            maler.setPen(Qt.PenStyle.NoPen)
            maler.setBrush(tema.farge("accent_tint" if valgt else "hover"))
            maler.drawRoundedRect(rute.adjusted(0, 1, 0, -1), px(6), px(6))
        if valgt:
            maler.fillRect(QRect(rute.left(), rute.top() + px(6), px(3), rute.height() - px(12)), tema.farge("accent"))
        maler.setPen(QPen(tema.farge("line_subtle"), 1))
        maler.drawLine(rute.left() + px(12), rute.bottom(), rute.right(), rute.bottom())
        self._ordene(maler, rute, rad)
        maler.restore()

    def _ordene(self, maler: QPainter, rute: QRect, rad: Spoersmaalrad) -> None:
        tema, px = self._tema, self._tema.px
        maler.setFont(self._ordskrift)
        maler.setPen(tema.farge("text_2"))
        topp = rute.top() + px(9)
        maler.drawText(QRect(rute.left() + px(14), topp, px(30), px(22)), _VENSTRE, str(rad.nummer))
        maler.setPen(tema.farge("text"))
        ord_ = QRect(rute.left() + px(46), topp, rute.width() - px(64), self._ordhoeyde(rad))
        maler.drawText(ord_, int(_FLERE), rad.tekst[:_LENGST])
        under = QRect(ord_.left(), ord_.bottom() + px(4), ord_.width(), px(20))
        maler.setFont(self._underskrift)
        maler.setPen(tema.farge("text_2"))
        svar = ", ".join(self._t(f"spoersmaal.svartype.{type_}") for type_ in rad.svartyper)
        deler = [rad.tema, svar, self._t.antall("spoersmaal.innspill", rad.innspill) if rad.innspill else ""]
        linje = " · ".join(del_ for del_ in deler if del_)
        maler.drawText(
            under,
            _VENSTRE,
            QFontMetrics(self._underskrift).elidedText(linje, Qt.TextElideMode.ElideRight, under.width()),
        )

    def createEditor(self, forelder: QWidget, _valg: QStyleOptionViewItem, _indeks: Indeks) -> QLineEdit:
        """Make the field the question is written in."""
        felt = QLineEdit(forelder)
        felt.setFont(self._ordskrift)
        felt.setProperty("liten", "true")
        felt.setAccessibleName(self._t("spoersmaal.felt.tekst"))
        return felt

    def updateEditorGeometry(self, felt: QWidget, valg: QStyleOptionViewItem, indeks: Indeks) -> None:
        """Lay the field over the words."""
        px = self._tema.px
        topp = valg.rect.top() + (px(34) if indeks.data(FOERST) else 0) + px(3)
        felt.setGeometry(valg.rect.left() + px(36), topp, valg.rect.width() - px(44), felt.sizeHint().height())
