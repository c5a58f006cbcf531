"""Closed points as a Qt model, and how one is painted: a row between two hairlines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from verksted.vindu.bearbeide.notatmodell import RAD
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from verksted.kjerne.tekster import Tekster
    from verksted.vindu.bearbeide.notatmodell import Indeks
    from verksted.vindu.utseende.ikoner import Ikoner
    from verksted.vindu.utseende.tema import Tema
    from verksted.visning.bearbeiding import Arbeidspunkt

HOEYDE: Final = 48
ENIGHETSIKON: Final = {"enighet": "equals", "delvis": "circle-half", "uenighet": "arrows-left-right"}


class Punktmodell(QAbstractListModel):
    """A stretch of the points, as rows; `les_opp` says one for screen readers."""

    def __init__(self, les_opp: Callable[[Arbeidspunkt], str]) -> None:
        super().__init__()
        self._les_opp = les_opp
        self._punkter: tuple[Arbeidspunkt, ...] = ()

    def sett(self, punkter: Sequence[Arbeidspunkt]) -> None:
        """Hold other points."""
        if tuple(punkter) == self._punkter:
            return
        self.beginResetModel()
        self._punkter = tuple(punkter)
        self.endResetModel()

    def punkt(self, indeks: Indeks) -> Arbeidspunkt | None:
        """Return the point of a row."""
        return self._punkter[indeks.row()] if 0 <= indeks.row() < len(self._punkter) else None

    def rowCount(self, forelder: Indeks = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many there are."""
        return 0 if forelder.isValid() else len(self._punkter)

    def data(self, indeks: Indeks, rolle: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        """Return the point itself (`RAD`), or its words."""
        punkt = self.punkt(indeks)
        if punkt is None:
            return None
        if rolle == RAD:
            return punkt
        if rolle in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._les_opp(punkt)
        return None


class Punkttegner(QStyledItemDelegate):
    """Code, title, how many notes, how far they agree, and what became of it."""

    def __init__(self, tekster: Tekster, tema: Tema, ikoner: Ikoner) -> None:
        super().__init__()
        self._t, self._tema, self._ikoner = tekster, tema, ikoner

    def sizeHint(self, _valg: QStyleOptionViewItem, _indeks: Indeks) -> QSize:
        """Return the height all rows have."""
        return QSize(self._tema.px(200), self._tema.px(HOEYDE))

    def paint(self, maler: QPainter, valg: QStyleOptionViewItem, indeks: Indeks) -> None:
        """Paint one row; where it is narrow, the title keeps its room and the rest gives way."""
        tema, px, rute, punkt = self._tema, self._tema.px, QRect(valg.rect), indeks.data(RAD)
        maler.save()
        if valg.state & QStyle.StateFlag.State_MouseOver:
            maler.fillRect(rute, tema.farge("hover"))
        maler.setPen(tema.farge("line_subtle"))
        maler.drawLine(rute.left(), rute.bottom(), rute.right(), rute.bottom())
        midt = rute.center().y()
        self._ikoner.tegn(maler, QRect(rute.left() + px(4), midt - px(7), px(14), px(14)), "caret-right", "text_2")
        hoeyre = self._hoeyre(maler, rute, punkt)
        kode = tema.skrift(Trinn.META, tall=True)
        maler.setFont(kode)
        maler.setPen(tema.farge("text_2"))
        kodebredde = max(px(44), QFontMetrics(kode).horizontalAdvance(punkt.kode) + px(12))
        maler.drawText(QRect(rute.left() + px(28), rute.top(), kodebredde, rute.height()), _VENSTRE, punkt.kode)
        skrift = tema.skrift(Trinn.LISTE_HALVFET)
        maler.setFont(skrift)
        maler.setPen(tema.farge("text"))
        tittel = QRect(rute.left() + px(28) + kodebredde, rute.top(), 0, rute.height())
        tittel.setRight(hoeyre - px(12))
        maler.drawText(
            tittel, _VENSTRE, QFontMetrics(skrift).elidedText(punkt.tittel, Qt.TextElideMode.ElideRight, tittel.width())
        )
        maler.restore()

    def _hoeyre(self, maler: QPainter, rute: QRect, punkt: Arbeidspunkt) -> int:
        """Paint what stands at the right; return where it begins."""
        tema, px = self._tema, self._tema.px
        skrift = tema.skrift(Trinn.TABELL, tall=True)
        maler.setFont(skrift)
        x = rute.right() - px(4)
        bred = rute.width() >= px(620)
        if rute.width() >= px(420):
            x = self._celle(maler, rute, x, px(116), self._t(f"bearbeide.behandling.{punkt.behandling or 'ingen'}"))
        if rute.width() >= px(340):
            x -= px(100 if bred else 28)
            if ikon := ENIGHETSIKON.get(punkt.enighet):
                self._ikoner.tegn(maler, QRect(x + px(4), rute.center().y() - px(7), px(15), px(15)), ikon, "text_2")
                ord_ = QRect(x + px(24), rute.top(), px(76), rute.height())
                maler.setPen(tema.farge("text_2"))
                maler.drawText(ord_, _VENSTRE, self._t(f"bearbeide.enighet.{punkt.enighet}") if bred else "")
        return self._celle(maler, rute, x, px(82), self._t.antall("bearbeide.antall_innspill", len(punkt.kilder)))

    def _celle(self, maler: QPainter, rute: QRect, x: int, bredde: int, ord_: str) -> int:
        maler.setPen(self._tema.farge("text_2"))
        maler.drawText(QRect(x - bredde, rute.top(), bredde, rute.height()), _HOEYRE, ord_)
        return x - bredde


_VENSTRE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_HOEYRE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
