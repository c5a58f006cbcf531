"""One phase of the map: a circle on its lane with name and what is known of it; pressed, it shows its check list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from verksted.vindu.utseende.ikoner import Ikoner
    from verksted.vindu.utseende.tema import Tema
    from verksted.visning.prosesskart import Kartfase


@dataclass(frozen=True, slots=True, kw_only=True)
class Nodetekst:
    """What a node says: its name, a line under it, whether that line is a warning, and all of it for the ear."""

    navn: str
    under: str
    varsel: bool
    lest: str


class Kartnode(QPushButton):
    """`sirkel` is where the circle's middle lies inside it. Signals: `steg` with -1 or 1 for the arrow keys."""

    steg = Signal(int)

    def __init__(self, fase: Kartfase, tekst: Nodetekst, tema: Tema, ikoner: Ikoner) -> None:
        super().__init__()
        self._fase, self._tekst, self._tema, self._ikoner = fase, tekst, tema, ikoner
        self.setObjectName("kartnode")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(tekst.lest)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setProperty("ring_innover", True)  # noqa: FBT003 - Qt's own

    def sizeHint(self) -> QSize:
        """Return nothing: the map decides."""
        return QSize(0, 0)

    def keyPressEvent(self, hendelse: QKeyEvent) -> None:
        """Go to the phase beside with the arrow keys."""
        steg = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(hendelse.key()))
        if steg is None:
            super().keyPressEvent(hendelse)
        else:
            self.steg.emit(steg)

    def sirkel(self) -> QPointF:
        """Return the middle of the circle: at the bottom in the upper lane, at the top in the lower."""
        y = self.height() - self._tema.px(20) if self._fase.politikk else self._tema.px(20)
        return QPointF(self.width() / 2, y)

    def paintEvent(self, _hendelse: QPaintEvent) -> None:
        """Paint background, circle and words."""
        tema, px = self._tema, self._tema.px
        maler = QPainter(self)
        maler.setRenderHint(QPainter.RenderHint.Antialiasing)
        ordrute = self._ordrute()
        valgt = self.isChecked()
        if valgt or self.underMouse():
            maler.setPen(Qt.PenStyle.NoPen)
            maler.setBrush(tema.farge("selected" if valgt else "hover"))
            maler.drawRoundedRect(ordrute, px(6), px(6))
        self._mal_sirkel(maler)
        self._mal_ord(maler, ordrute.adjusted(px(4), px(3), -px(4), -px(3)), valgt=valgt)
        maler.end()

    def _ordrute(self) -> QRect:
        sirkel = self._tema.px(40)
        topp = 0 if self._fase.politikk else sirkel
        return QRect(0, topp, self.width(), self.height() - sirkel)

    def _mal_sirkel(self, maler: QPainter) -> None:
        tema, px, midt, stand = self._tema, self._tema.px, self.sirkel(), self._fase.stand
        if stand == "her":
            maler.setPen(Qt.PenStyle.NoPen)
            maler.setBrush(tema.farge("accent_tint"))
            maler.drawEllipse(midt, px(18), px(18))
        r = px(11 if stand == "her" else 10)
        maler.setPen(QPen(tema.farge("line" if stand == "igjen" else "accent"), px(4 if stand == "her" else 2)))
        maler.setBrush(tema.farge("accent" if stand == "gjort" else "bg"))
        maler.drawEllipse(midt, r, r)
        if stand == "gjort":
            side = px(14)
            rute = QRect(round(midt.x() - side / 2), round(midt.y() - side / 2), side, side)
            self._ikoner.tegn(maler, rute, "check", "on_accent")
        elif stand == "her":
            maler.setPen(Qt.PenStyle.NoPen)
            maler.setBrush(tema.farge("accent"))
            maler.drawEllipse(midt, px(4), px(4))

    def _mal_ord(self, maler: QPainter, rute: QRect, *, valgt: bool) -> None:
        tema, px = self._tema, self._tema.px
        flagg = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        navneskrift = tema.skrift(Trinn.LISTE_HALVFET)
        underskrift = tema.skrift(Trinn.ETIKETT if self._fase.stand == "her" else Trinn.META, tall=True)
        maler.setPen(tema.farge("text"))  # without a pen no text has a size
        maler.setFont(navneskrift)
        navn = maler.boundingRect(rute, flagg, self._tekst.navn).height()
        maler.setFont(underskrift)
        ikon = px(18) if self._tekst.varsel else 0
        under = maler.boundingRect(rute.adjusted(ikon, 0, 0, 0), flagg, self._tekst.under)
        hoeyde = navn + under.height()
        topp = rute.bottom() - hoeyde if self._fase.politikk else rute.top()
        maler.setFont(navneskrift)
        maler.setPen(tema.farge("on_selected" if valgt else "text"))
        maler.drawText(QRectF(rute.left(), topp, rute.width(), navn), flagg, self._tekst.navn)
        maler.setFont(underskrift)
        farge = "warn_text" if self._tekst.varsel else "accent_text" if self._fase.stand == "her" else "text_2"
        maler.setPen(tema.farge("on_selected" if valgt else farge))
        maler.drawText(
            QRectF(rute.left() + ikon, topp + navn, rute.width() - ikon, under.height()), flagg, self._tekst.under
        )
        if ikon:
            self._ikoner.tegn(
                maler,
                QRect(under.left() - px(18), topp + navn + px(2), px(14), px(14)),
                "clock",
                "on_selected" if valgt else "warn_text",
            )
