"""What lies over the room while somebody is on the move: the person in the hand, and what letting go would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from verksted.vindu.grupper.plassknapp import tegn_disk
from verksted.vindu.grupper.virkningsord import IKONER
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from verksted.vindu.grupper.listefarger import Listefarge
    from verksted.vindu.grupper.virkningsord import Ledd
    from verksted.vindu.ramme.verktoey import Verktoey

Avsnitt = tuple[str, tuple["Ledd", ...]]


class _Flytende(QWidget):
    def __init__(self, forelder: QWidget, verktoey: Verktoey) -> None:
        super().__init__(forelder)
        self._verktoey, self._tema = verktoey, verktoey.tema
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def legg(self, sted: QPoint) -> None:
        """Lie at a point, inside what can be seen of the room, and on top."""
        forelder = self.parentWidget()
        synlig = forelder.visibleRegion().boundingRect() if forelder else QRect()
        x = max(synlig.left(), min(sted.x(), synlig.right() - self.width()))
        y = max(synlig.top(), min(sted.y(), synlig.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.raise_()


class Brikke(_Flytende):
    """The person in the hand."""

    def __init__(self, forelder: QWidget, verktoey: Verktoey) -> None:
        super().__init__(forelder, verktoey)
        self._navn = self._kode = ""
        self._farge: Listefarge | None = None

    def vis(self, navn: str, kode: str, farge: Listefarge) -> None:
        """Take somebody in the hand."""
        self._navn, self._kode, self._farge = navn, kode, farge
        bredde = QFontMetrics(self._tema.skrift(Trinn.LISTE_MEDIUM)).horizontalAdvance(navn)
        self.resize(bredde + self._tema.px(70), self._tema.px(48))
        self.update()

    def paintEvent(self, _hendelse: QPaintEvent) -> None:
        """Paint a pill with the disc and the name."""
        tema, px = self._tema, self._tema.px
        maler = QPainter(self)
        maler.setRenderHint(QPainter.RenderHint.Antialiasing)
        maler.setPen(QPen(tema.farge("accent"), 2))
        maler.setBrush(tema.farge("surface"))
        maler.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(23), px(23))
        if self._farge is not None:
            rute = QRect(px(6), px(5), px(38), px(38))
            tegn_disk(maler, rute, self._kode, self._farge, self._verktoey, skala=tema.zoom / 100)
        maler.setPen(tema.farge("text"))
        maler.setFont(tema.skrift(Trinn.LISTE_MEDIUM))
        maler.drawText(self.rect().adjusted(px(52), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._navn)
        maler.end()


class Boble(_Flytende):
    """What letting go would do: a heading and its lines, once for each thing that may be done here."""

    def __init__(self, forelder: QWidget, verktoey: Verktoey) -> None:
        super().__init__(forelder, verktoey)
        self._avsnitt: tuple[Avsnitt, ...] = ()

    @property
    def tekst(self) -> str:
        """All it says, in one line, as a screen reader is told it."""
        return " ".join(f"{tittel}: {'. '.join(en.tekst for en in ledd)}." for tittel, ledd in self._avsnitt)

    def vis(self, avsnitt: Sequence[Avsnitt]) -> None:
        """Say something else."""
        self._avsnitt = tuple(avsnitt)
        px = self._tema.px
        fet = QFontMetrics(self._tema.skrift(Trinn.TABELL_HALVFET))
        vanlig = QFontMetrics(self._tema.skrift(Trinn.TABELL))
        bredder = [fet.horizontalAdvance(tittel) for tittel, _ in self._avsnitt]
        bredder += [vanlig.horizontalAdvance(en.tekst) + px(24) for _, ledd in self._avsnitt for en in ledd]
        linjer = sum(1 + len(ledd) for _, ledd in self._avsnitt)
        hoeyde = linjer * px(22) + max(0, len(self._avsnitt) - 1) * px(8) + px(20)
        self.resize(min(max(bredder, default=0) + px(32), px(520)), hoeyde)
        self.setAccessibleName(self.tekst)
        self.update()

    def paintEvent(self, _hendelse: QPaintEvent) -> None:
        """Paint the lines in the page's own colours turned around."""
        tema, px = self._tema, self._tema.px
        maler = QPainter(self)
        maler.setRenderHint(QPainter.RenderHint.Antialiasing)
        maler.setPen(QPen(tema.farge("bg"), 1))
        maler.setBrush(tema.farge("text"))
        maler.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(8), px(8))
        y, bredde = px(10), self.width() - px(32)
        for tittel, ledd in self._avsnitt:
            maler.setPen(tema.farge("bg"))
            maler.setFont(tema.skrift(Trinn.TABELL_HALVFET))
            maler.drawText(QRect(px(16), y, bredde, px(22)), Qt.AlignmentFlag.AlignVCenter, tittel)
            y += px(22)
            maler.setFont(tema.skrift(Trinn.TABELL))
            maal = QFontMetrics(maler.font())
            for en in ledd:
                self._verktoey.ikoner.tegn(maler, QRect(px(16), y + px(3), px(16), px(16)), IKONER[en.retning], "bg")
                maler.setPen(tema.farge("bg"))
                kort = maal.elidedText(en.tekst, Qt.TextElideMode.ElideRight, bredde - px(24))
                maler.drawText(QRect(px(40), y, bredde - px(24), px(22)), Qt.AlignmentFlag.AlignVCenter, kort)
                y += px(22)
            y += px(8)
        maler.end()
