"""How an entry of the rail is painted: pill, bar, icon, word, and the figure of what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.utseende.ikoner import Ikoner
    from verksted.vindu.utseende.tema import Tema

Indeks = QModelIndex | QPersistentModelIndex
IKON: Final = Qt.ItemDataRole.UserRole + 1
TALL: Final = Qt.ItemDataRole.UserRole + 2
AKTIV: Final = Qt.ItemDataRole.UserRole + 3
KORT: Final = Qt.ItemDataRole.UserRole + 4


class Railtegner(QStyledItemDelegate):
    """Paints main entries with an icon, sub-pages without; `smal` stacks the icon over a short word."""

    def __init__(self, tema: Tema, ikoner: Ikoner) -> None:
        super().__init__()
        self._tema = tema
        self._ikoner = ikoner
        self.smal = False

    def sizeHint(self, _valg: QStyleOptionViewItem, indeks: Indeks) -> QSize:
        """Return 40 for an entry, 32 for a sub-page, 62 where the icon stands over the word."""
        hoeyde = 62 if self.smal else 40 if indeks.data(IKON) else 32
        return QSize(0, self._tema.px(hoeyde))

    def paint(self, maler: QPainter, valg: QStyleOptionViewItem, indeks: Indeks) -> None:
        """Paint one entry."""
        tema, rute = self._tema, QRect(valg.rect)
        px, aktiv, ikon = tema.px, bool(indeks.data(AKTIV)), indeks.data(IKON)
        over = bool(valg.state & QStyle.StateFlag.State_MouseOver)
        maler.save()
        maler.setRenderHint(QPainter.RenderHint.Antialiasing)
        maler.setPen(Qt.PenStyle.NoPen)
        if ikon and (aktiv or over):
            moerk = tema.farger.navn == "moerk"
            maler.setBrush(tema.farge("hover" if not aktiv else "surface" if moerk else "bg"))
            maler.drawRoundedRect(rute.adjusted(0, px(1), 0, -px(1)), px(6), px(6))
        if aktiv:
            maler.setBrush(tema.farge("accent"))
            venstre = rute.left() + (0 if ikon else px(22))
            maler.drawRoundedRect(QRect(venstre, rute.top() + px(9), px(3), rute.height() - px(18)), px(2), px(2))
        maler.setPen(tema.farge("text" if ikon or aktiv or over else "text_2"))
        if self.smal:
            self._smal(maler, rute, indeks, aktiv=aktiv)
        else:
            self._bred(maler, rute, indeks, aktiv=aktiv)
        maler.restore()

    def _bred(self, maler: QPainter, rute: QRect, indeks: Indeks, *, aktiv: bool) -> None:
        tema, px, ikon = self._tema, self._tema.px, indeks.data(IKON)
        if ikon:
            side = px(20)
            ikonrute = QRect(rute.left() + px(12), rute.center().y() - side // 2 + 1, side, side)
            self._ikoner.tegn(maler, ikonrute, ikon, "accent_text" if aktiv else "text_2")
        trinn = (
            (Trinn.LISTE_HALVFET if aktiv else Trinn.LISTE_MEDIUM)
            if ikon
            else (Trinn.TABELL_HALVFET if aktiv else Trinn.TABELL)
        )
        tekstrute = rute.adjusted(px(44), 0, -px(10), 0)
        if tall := indeks.data(TALL):
            maler.save()
            maler.setFont(tema.skrift(Trinn.TAST, tall=True))
            maler.setPen(tema.farge("text_2"))
            maler.drawText(tekstrute, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(tall))
            bredde = maler.fontMetrics().horizontalAdvance(str(tall))
            maler.restore()
            tekstrute.setRight(tekstrute.right() - bredde - px(8))
        skrift = tema.skrift(trinn)
        maler.setFont(skrift)
        ord_ = QFontMetrics(skrift).elidedText(indeks.data(), Qt.TextElideMode.ElideRight, tekstrute.width())
        maler.drawText(tekstrute, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, ord_)

    def _smal(self, maler: QPainter, rute: QRect, indeks: Indeks, *, aktiv: bool) -> None:
        tema, px = self._tema, self._tema.px
        side = px(20)
        ikonrute = QRect(rute.center().x() - side // 2, rute.top() + px(10), side, side)
        self._ikoner.tegn(maler, ikonrute, indeks.data(IKON), "accent_text" if aktiv else "text_2")
        maler.setFont(tema.skrift(Trinn.TAST))
        ordrute = rute.adjusted(px(2), px(34), -px(2), 0)
        maler.drawText(ordrute, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, indeks.data(KORT))
        if tall := indeks.data(TALL):
            maler.setPen(tema.farge("text_2"))
            tallrute = QRect(ikonrute.right() + px(4), rute.top() + px(6), px(24), px(16))
            maler.drawText(tallrute, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(tall))
