"""The thread itself: a column of cards per link, the road between them drawn 3 px thick, and the money as bars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.oekonomi.traadkort import Traadkortknapp
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from verksted.vindu.oekonomi.soeyler import Soeyler
    from verksted.vindu.utseende.tema import Tema

_OVER, _UNDER = 1, 2  # siblings shown above and below the card we follow
_HOEYDE, _LAV, _GAP, _TOPP = 96, 68, 14, 34
_BRED = 1000  # from here there is room for wide bars and gaps


@dataclass(frozen=True, slots=True, kw_only=True)
class Vistkort:
    """One card in finished words; `noekkel` '' is where the road stops (`maal` says which page mends it)."""

    noekkel: str
    kode: str
    merke: str
    tekst: str
    navn: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vistledd:
    """One link: its heading, its cards, which of them is on the road, and how many there are in all."""

    tittel: str
    kort: tuple[Vistkort, ...]
    valgt: int
    mer: str = ""
    stopp: bool = False


class Traadflate(QWidget):
    """Signals: `valgt` with a card's key (once more on the one in front: `aapnet`), `gaa` with (link, dy)."""

    valgt = Signal(str)
    aapnet = Signal(str)
    gaa = Signal(int, int)

    def __init__(self, tema: Tema) -> None:
        super().__init__()
        self._tema = tema
        self._ledd: tuple[Vistledd, ...] = ()
        self._knapper: list[list[Traadkortknapp]] = []
        self._titler: list[Etikett] = []
        self._soeyler: Soeyler | None = None
        self._soeyler_foerst = False
        tema.endret.connect(self.update)

    def vis(self, ledd: Sequence[Vistledd], soeyler: Soeyler | None, *, soeyler_foerst: bool, fokus: int) -> None:
        """Show a road; `fokus` is the link whose card gets the keyboard, -1 to leave it where it is."""
        for gammel in (*(k for kolonne in self._knapper for k in kolonne), *self._titler, self._soeyler):
            if gammel is not None:
                gammel.hide()
                gammel.setParent(None)
                gammel.deleteLater()
        self._ledd, self._soeyler, self._soeyler_foerst = tuple(ledd), soeyler, soeyler_foerst
        self._knapper, self._titler = [], []
        for nummer, ett in enumerate(self._ledd):
            tittel = Etikett(f"{ett.tittel}  {ett.mer}".rstrip(), self._tema, Trinn.ETIKETT)
            tittel.setParent(self)
            self._titler.append(tittel)
            self._knapper.append([self._lag(nummer, plass) for plass in range(len(ett.kort))])
        if soeyler is not None:
            soeyler.setParent(self)
        self._legg()
        for barn in (*self._titler, *(k for kolonne in self._knapper for k in kolonne), soeyler):
            if barn is not None:
                barn.show()
        if 0 <= fokus < len(self._ledd) and self._knapper[fokus]:
            self._knapper[fokus][self._ledd[fokus].valgt].setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()

    def kort(self, ledd: int) -> list[Traadkortknapp]:
        """Return the cards of one link, from the top."""
        return self._knapper[ledd]

    @property
    def fokus(self) -> int:
        """The link whose card has the keyboard, -1 for none."""
        return next((nr for nr, kolonne in enumerate(self._knapper) if any(k.hasFocus() for k in kolonne)), -1)

    def _lag(self, nummer: int, plass: int) -> Traadkortknapp:
        ledd = self._ledd[nummer]
        kort, valgt = ledd.kort[plass], plass == ledd.valgt
        knapp = Traadkortknapp(kort.kode, kort.merke, kort.tekst, self._tema, valgt=valgt, stopp=ledd.stopp)
        knapp.setParent(self)
        knapp.setAccessibleName(kort.navn)
        knapp.clicked.connect(lambda: (self.aapnet if valgt else self.valgt).emit(kort.noekkel))
        knapp.steg.connect(lambda dx, dy: self._steg(nummer, dx, dy))
        return knapp

    def _steg(self, nummer: int, dx: int, dy: int) -> None:
        if dy:
            self.gaa.emit(nummer, dy)
        elif 0 <= nummer + dx < len(self._knapper) and self._knapper[nummer + dx]:
            neste = self._knapper[nummer + dx][self._ledd[nummer + dx].valgt]
            neste.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- where everything stands --------------------------------------------------------------------------------

    @property
    def _midten(self) -> int:
        px = self._tema.px
        over = any(ledd.valgt for ledd in self._ledd)
        return px(_TOPP) + (_OVER * px(_LAV + _GAP) if over else 0) + px(_HOEYDE) // 2

    def sizeHint(self) -> QSize:
        """Return the room for the road, with the siblings there are."""
        px = self._tema.px
        under = max((len(ledd.kort) - 1 - ledd.valgt for ledd in self._ledd), default=0)
        return QSize(px(1040), self._midten + px(_HOEYDE) // 2 + under * px(_LAV + _GAP) + px(16))

    def minimumSizeHint(self) -> QSize:
        """Return what is needed before it is scrolled: cards narrower than this say nothing."""
        px = self._tema.px
        return QSize(px(5 * 110 + 5 * 16 + 150), max(px(230), self.sizeHint().height()))

    def resizeEvent(self, _hendelse: QResizeEvent) -> None:
        """Let the cards share the width."""
        self._legg()

    def _legg(self) -> None:
        px, antall = self._tema.px, max(5, len(self._ledd))
        bred = self.width() >= px(_BRED)
        mellom, soeyler = px(26 if bred else 16), px(190 if bred else 150)
        bredde = (self.width() - soeyler - mellom * antall) // antall
        fra = soeyler + mellom if self._soeyler_foerst else 2
        for nummer, (ledd, knapper) in enumerate(zip(self._ledd, self._knapper, strict=True)):
            x = fra + nummer * (bredde + mellom)
            self._titler[nummer].setGeometry(x, 0, bredde, px(24))
            for plass, knapp in enumerate(knapper):
                avstand = plass - ledd.valgt
                hoeyde = px(_LAV) if avstand else px(_HOEYDE)
                y = self._midten - hoeyde // 2
                if avstand:
                    fram = px(_HOEYDE) // 2 + px(_GAP) + px(_LAV) // 2 + (abs(avstand) - 1) * px(_LAV + _GAP)
                    y += fram if avstand > 0 else -fram
                knapp.setGeometry(x, y, bredde, hoeyde)
        if self._soeyler is not None:
            x = 0 if self._soeyler_foerst else fra + len(self._ledd) * (bredde + mellom)
            self._soeyler.setGeometry(x, 0, soeyler, self._midten + px(_HOEYDE) // 2 + px(22))

    def paintEvent(self, _hendelse: QPaintEvent) -> None:
        """Paint the road under the cards: thin to the siblings, then the thread itself."""
        maler = QPainter(self)
        maler.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, farge = self._tema.px, self._tema.farge
        tynn, tykk = QPen(farge("line_mid"), max(1, px(1.5))), QPen(farge("accent"), px(3))
        tykk.setCapStyle(Qt.PenCapStyle.RoundCap)
        for nummer in range(1, len(self._ledd)):
            fra, til = self._knapper[nummer - 1], self._knapper[nummer]
            valgt_fra, valgt_til = self._ledd[nummer - 1].valgt, self._ledd[nummer].valgt
            maler.setPen(tynn)
            if nummer == 1:  # those beside the first lead to the same second
                for plass, knapp in enumerate(fra):
                    if plass != valgt_fra:
                        maler.drawPath(_bue(knapp.geometry(), til[valgt_til].geometry()))
            for plass, knapp in enumerate(til):
                if plass != valgt_til:
                    maler.drawPath(_bue(fra[valgt_fra].geometry(), knapp.geometry()))
            if self._ledd[nummer].stopp:
                stiplet = QPen(farge("warn_line"), px(2), Qt.PenStyle.DashLine)
                maler.setPen(stiplet)
            else:
                maler.setPen(tykk)
            maler.drawPath(_bue(fra[valgt_fra].geometry(), til[valgt_til].geometry()))
        if self._soeyler is not None and self._ledd:
            maler.setPen(tykk)
            siste = self._knapper[0 if self._soeyler_foerst else -1][
                self._ledd[0 if self._soeyler_foerst else -1].valgt
            ]
            kant = siste.geometry()
            x, y = (kant.left() if self._soeyler_foerst else kant.right()), kant.center().y()
            maler.drawLine(x, y, x + (-px(14) if self._soeyler_foerst else px(14)), y)
        maler.end()


def _bue(fra: QRect, til: QRect) -> QPainterPath:
    a = QPointF(fra.right(), fra.center().y())
    b = QPointF(til.left(), til.center().y())
    midt = (a.x() + b.x()) / 2
    sti = QPainterPath(a)
    sti.cubicTo(QPointF(midt, a.y()), QPointF(midt, b.y()), b)
    return sti


def utsnitt(antall: int, valgt: int) -> tuple[int, int]:
    """Return (first, past the last) of the cards shown around the one on the road."""
    fra = max(0, valgt - _OVER)
    return fra, min(antall, valgt + _UNDER + 1)
