"""The process map: the thread waves between the lanes politikk and fag, solid where it is done and dotted ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from verksted.vindu.oversikt.kartnode import Kartnode
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from verksted.vindu.oversikt.kartnode import Nodetekst
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.prosesskart import Kartfase

_ORD, _SIRKEL, _MELLOM, _NAVN, _STEG, _HOEYRE = 82, 40, 74, 96, 62, 24


class Prosesskart(QWidget):
    """Signals: `valgt` with the number of a phase."""

    valgt = Signal(int)

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        self._verktoey, self._tema = verktoey, verktoey.tema
        self._faser: tuple[Kartfase, ...] = ()
        self._tekster: tuple[Nodetekst, ...] = ()
        self.noder: list[Kartnode] = []
        self.setAccessibleName(verktoey.tekster("oversikt.kart.navn"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self._tema.px(2 * _ORD + _MELLOM + _SIRKEL))
        self._tema.endret.connect(self.update)

    def minimumSizeHint(self) -> QSize:
        """Return what names need that take turns above and below."""
        return QSize(self._tema.px(_NAVN + _HOEYRE + _STEG * max(1, len(self._faser))), self.height())

    def vis(self, faser: Sequence[Kartfase], tekster: Sequence[Nodetekst], valgt: int) -> None:
        """Show the phases; where nothing is new, the keyboard keeps its place."""
        if (tuple(faser), tuple(tekster)) != (self._faser, self._tekster):
            fokus = next((nr for nr, node in enumerate(self.noder) if node.hasFocus()), None)
            for gammel in self.noder:
                gammel.hide()
                gammel.deleteLater()
            self._faser, self._tekster = tuple(faser), tuple(tekster)
            self.noder = [self._lag(nr) for nr in range(len(self._faser))]
            self._legg()
            if fokus is not None and fokus < len(self.noder):
                self.noder[fokus].setFocus()
            self.updateGeometry()
        if 0 <= valgt < len(self.noder):
            self.noder[valgt].setChecked(True)

    def _lag(self, nr: int) -> Kartnode:
        node = Kartnode(self._faser[nr], self._tekster[nr], self._tema, self._verktoey.ikoner)
        node.setParent(self)
        node.clicked.connect(lambda: self.valgt.emit(nr))
        node.steg.connect(lambda steg: self._gaa(nr + steg))
        node.show()
        return node

    def _gaa(self, nr: int) -> None:
        if 0 <= nr < len(self.noder):
            self.noder[nr].setFocus(Qt.FocusReason.TabFocusReason)
            self.noder[nr].click()

    def resizeEvent(self, hendelse: QResizeEvent) -> None:
        """Spread the phases over the width."""
        super().resizeEvent(hendelse)
        self._legg()

    def _legg(self) -> None:
        px = self._tema.px
        steg = (self.width() - px(_NAVN + _HOEYRE)) / max(1, len(self.noder))
        hoeyde = px(_ORD + _SIRKEL)
        for nr, node in enumerate(self.noder):
            midt = px(_NAVN) + steg * (nr + 0.5)
            halv = min(px(112), steg - px(3), self.width() - midt, midt - px(62))
            topp = 0 if self._faser[nr].politikk else self.height() - hoeyde
            node.setGeometry(QRect(round(midt - halv), topp, round(2 * halv), hoeyde))

    def paintEvent(self, _hendelse: QPaintEvent) -> None:
        """Paint the lanes with their names, and the thread."""
        tema, px = self._tema, self._tema.px
        maler = QPainter(self)
        maler.setRenderHint(QPainter.RenderHint.Antialiasing)
        oeverst, nederst = px(_ORD + _SIRKEL / 2), self.height() - px(_ORD + _SIRKEL / 2)
        for y, slag, ikon in ((oeverst, "politikk", "chats-circle"), (nederst, "fag", "books")):
            farge = "pol_text" if slag == "politikk" else "fag_text"
            self._verktoey.ikoner.tegn(maler, QRect(0, y - px(9), px(18), px(18)), ikon, farge)
            maler.setFont(tema.skrift(Trinn.TABELL_MEDIUM))
            maler.setPen(tema.farge(farge))
            rute = QRect(px(24), y - px(12), px(_NAVN - 24), px(24))
            maler.drawText(rute, Qt.AlignmentFlag.AlignVCenter, self._verktoey.tekster(f"oversikt.kart.{slag}"))
            penn = QPen(tema.farge("line_mid"), 1)
            if slag == "fag":
                penn.setDashPattern([1, 4])
            maler.setPen(penn)
            maler.drawLine(px(_NAVN), y, self.width(), y)
        punkter = [QPointF(node.pos()) + node.sirkel() for node in self.noder]
        for nr in range(1, len(punkter)):
            self._mal_traad(maler, punkter[nr - 1], punkter[nr], gaatt=self._faser[nr].stand != "igjen")
        maler.end()

    def _mal_traad(self, maler: QPainter, fra: QPointF, til: QPointF, *, gaatt: bool) -> None:
        px, midt = self._tema.px, (fra.x() + til.x()) / 2
        sti = QPainterPath(fra)
        sti.cubicTo(QPointF(midt, fra.y()), QPointF(midt, til.y()), til)
        penn = QPen(self._tema.farge("accent" if gaatt else "line"), px(3 if gaatt else 2))
        penn.setCapStyle(Qt.PenCapStyle.RoundCap)
        if not gaatt:
            penn.setDashPattern([0.1, 2.6])
        maler.strokePath(sti, penn)
