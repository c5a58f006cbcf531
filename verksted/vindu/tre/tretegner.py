"""How a place in the tree is painted: code, title, and the marks at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from verksted.vindu.tre.tremodell import UTSEENDE, Indeks
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from verksted.vindu.tre.radutseende import Radutseende
    from verksted.vindu.utseende.ikoner import Ikoner
    from verksted.vindu.utseende.tema import Tema


class Tretegner(QStyledItemDelegate):
    """Only paints; what is to be seen comes from the model."""

    def __init__(self, tema: Tema, ikoner: Ikoner, forelder: QObject) -> None:
        super().__init__(forelder)
        self._tema = tema
        self._ikoner = ikoner

    def sizeHint(self, _valg: QStyleOptionViewItem, _indeks: Indeks) -> QSize:
        """Return the height of a row: 32."""
        return QSize(self._tema.px(120), self._tema.px(32))

    def paint(self, maler: QPainter, valg: QStyleOptionViewItem, indeks: Indeks) -> None:
        """Paint one place."""
        rad: Radutseende = indeks.data(UTSEENDE)
        tema, px = self._tema, self._tema.px
        valgt = bool(valg.state & QStyle.StateFlag.State_Selected)
        over = bool(valg.state & QStyle.StateFlag.State_MouseOver) and not rad.overskrift
        rute = QRect(valg.rect)
        maler.save()
        maler.setRenderHint(QPainter.RenderHint.Antialiasing)
        if valgt or over:
            maler.setPen(Qt.PenStyle.NoPen)
            maler.setBrush(tema.farge("selected" if valgt else "hover"))
            maler.drawRoundedRect(rute, px(4), px(4))
        tekstfarge, dempet = ("on_selected", "on_selected") if valgt else ("text", "text_2")
        inni = rute.adjusted(px(6), 0, -px(8), 0)
        inni.setRight(self._merker(maler, inni, rad, valgt=valgt))
        if rad.kode:
            inni.setLeft(self._kode(maler, inni, rad.kode, dempet))
        skrift = tema.skrift(Trinn.LISTE_HALVFET if rad.overskrift or valgt else Trinn.LISTE)
        skrift.setStrikeOut(rad.strukket)
        maler.setFont(skrift)
        maler.setPen(tema.farge(dempet if rad.strukket else tekstfarge))
        ord_ = QFontMetrics(skrift).elidedText(rad.tittel, Qt.TextElideMode.ElideRight, inni.width())
        maler.drawText(inni, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, ord_)
        maler.restore()

    def _merker(self, maler: QPainter, rute: QRect, rad: Radutseende, *, valgt: bool) -> int:
        """Paint what stands at the right edge; return where the words must end."""
        tema, px, hoeyre = self._tema, self._tema.px, rute.right()
        side = px(16)
        for navn, farge in reversed(rad.ikoner):
            ikonrute = QRect(hoeyre - side, rute.center().y() - side // 2 + 1, side, side)
            self._ikoner.tegn(maler, ikonrute, navn, "on_selected" if valgt else farge)
            hoeyre -= side + px(6)
        if rad.hoeyre:
            skrift = tema.skrift(Trinn.META, tall=True)
            maler.setFont(skrift)
            maler.setPen(tema.farge("on_selected" if valgt else rad.hoeyrefarge))
            bredde = QFontMetrics(skrift).horizontalAdvance(rad.hoeyre)
            maler.drawText(
                QRect(hoeyre - bredde, rute.top(), bredde + 1, rute.height()),
                Qt.AlignmentFlag.AlignVCenter,
                rad.hoeyre,
            )
            hoeyre -= bredde + px(6)
        return hoeyre - px(4) if rad.ikoner or rad.hoeyre else hoeyre

    def _kode(self, maler: QPainter, rute: QRect, kode: str, farge: str) -> int:
        """Paint the code; return where the title begins."""
        skrift = self._tema.skrift(Trinn.META, tall=True)
        maler.setFont(skrift)
        maler.setPen(self._tema.farge(farge))
        maler.drawText(rute, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, kode)
        return rute.left() + max(QFontMetrics(skrift).horizontalAdvance(kode), self._tema.px(22)) + self._tema.px(10)
