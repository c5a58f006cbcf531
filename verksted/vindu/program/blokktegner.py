"""Paints a block: times at the left, what it is, the steps drawn to scale, and what lies past the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from verksted.modell.ordene import Programart
from verksted.vindu.program.arter import IKON, art
from verksted.vindu.program.blokkmaal import KLOKKE, MED_STEG, MED_UNDER, Blokkmaal
from verksted.vindu.program.programmodell import RAD, Blokkrad
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.programside import Stegplass

Indeks = QModelIndex | QPersistentModelIndex
_VENSTRE: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_HOEYRE: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SFAERE: Final = {"politikk": ("chats-circle", "pol_text"), "fag": ("books", "fag_text")}


class Blokktegner(QStyledItemDelegate):
    """`loeftet` is the id of the block somebody is dragging or stretching; `vis_fokus` when keys are in use."""

    def __init__(self, verktoey: Verktoey, maal: Blokkmaal) -> None:
        super().__init__()
        self._t, self._tema, self._ikoner, self._maal = verktoey.tekster, verktoey.tema, verktoey.ikoner, maal
        skrift = verktoey.tema.skrift
        self._tittelskrift = skrift(Trinn.LISTE_MEDIUM)
        self._underskrift = skrift(Trinn.TABELL)
        self._merkeskrift = skrift(Trinn.TABELL_MEDIUM)
        self._tallskrift = skrift(Trinn.TABELL, tall=True)
        self._stegskrift = skrift(Trinn.META)
        self.loeftet = ""
        self.vis_fokus = True

    def sizeHint(self, _valg: QStyleOptionViewItem, indeks: Indeks) -> QSize:
        """Return the row's height: its time."""
        rad: Blokkrad = indeks.data(RAD)
        return QSize(self._tema.px(200), self._maal.radhoeyde(rad))

    def paint(self, maler: QPainter, valg: QStyleOptionViewItem, indeks: Indeks) -> None:
        """Paint one row."""
        rad: Blokkrad = indeks.data(RAD)
        rute = self._maal.blokkrute(valg.rect, rad)
        valgt = bool(valg.state & QStyle.StateFlag.State_Selected)
        over = bool(valg.state & QStyle.StateFlag.State_MouseOver)
        maler.save()
        maler.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._klokke(maler, valg.rect, rute, rad)
        self._flate(maler, rute, rad, valgt=valgt)
        self._innhold(maler, rute, rad, valgt=valgt)
        if self.vis_fokus and valg.state & QStyle.StateFlag.State_HasFocus:
            self._fokus(maler, rute)
        if valgt or over or rad.blokk.id == self.loeftet:
            self._haandtak(maler, rute, rad, valgt=valgt)
        maler.restore()

    # -- around the block ---------------------------------------------------------------------------------------

    def _klokke(self, maler: QPainter, radrute: QRect, rute: QRect, rad: Blokkrad) -> None:
        px, plass = self._tema.px, rad.plass
        linje = px(20)
        bredde = px(KLOKKE) - px(8)
        if rad.plass.foer:
            hull = self._t("program.side.hull", minutter=rad.plass.foer)
            rom = QRect(rute.left() + px(14), radrute.top(), rute.width() - px(28), self._maal.foer(rad))
            self._ord(maler, rom, hull, self._stegskrift, "text_2", _VENSTRE)
        self._ord(
            maler,
            QRect(radrute.left(), rute.top() + px(3), bredde, linje),
            f"{plass.fra:%H.%M}" if rad.blokk.art != "programart.hjemmearbeid" else "",
            self._merkeskrift if rad.blokk.fast else self._tallskrift,
            "text" if rad.blokk.fast else "text_2",
            _VENSTRE,
        )
        if rad.blokk.fast:
            self._ikoner.tegn(maler, QRect(radrute.left() + px(42), rute.top() + px(7), px(13), px(13)), "push-pin")
        if rad.sist:
            bunn = rute.bottom() + px(4)
            farge = "warn_text" if rad.ledig < 0 else "text"
            tid = QRect(radrute.left(), bunn, bredde, linje)
            self._ord(maler, tid, f"{plass.til:%H.%M}", self._merkeskrift, farge, _VENSTRE)
            if rad.ledig >= 0:
                self._sluttlinje(maler, radrute, bunn + self._maal.ledig(rad), "line")
        if 0 < plass.over < plass.minutter:
            self._sluttlinje(maler, radrute, self._overgang(rute, rad), "warn_line")

    def _sluttlinje(self, maler: QPainter, radrute: QRect, y: int, farge: str) -> None:
        maler.setPen(QPen(self._tema.farge(farge), max(1, self._tema.px(2))))
        maler.drawLine(radrute.left() + self._tema.px(KLOKKE) - self._tema.px(4), y, radrute.right(), y)

    def _overgang(self, rute: QRect, rad: Blokkrad) -> int:
        return rute.bottom() - round(rute.height() * rad.plass.over / max(1, rad.plass.minutter))

    def _flate(self, maler: QPainter, rute: QRect, rad: Blokkrad, *, valgt: bool) -> None:
        tema, px = self._tema, self._tema.px
        stille = art(rad.blokk.art) in {Programart.PAUSE, Programart.HJEMMEARBEID} or rad.blokk.hoppet_over
        loeftet = rad.blokk.id == self.loeftet
        ramme = QRectF(rute).adjusted(1, 1, -1, -1)
        maler.setPen(Qt.PenStyle.NoPen)
        maler.setBrush(tema.farge("accent_tint_2" if loeftet else "accent_tint" if valgt else "surface"))
        if stille and not valgt:
            maler.setBrush(tema.farge("tinted"))
        maler.drawRoundedRect(ramme, px(6), px(6))
        if rad.plass.over:
            maler.save()
            maler.setClipRect(QRect(rute.left(), self._overgang(rute, rad), rute.width(), rute.height()))
            maler.setBrush(tema.farge("warn_tint"))
            maler.drawRoundedRect(ramme, px(6), px(6))
            maler.restore()
        farge = "accent" if valgt or loeftet else "warn_line" if rad.plass.over else "line_mid"
        penn = QPen(tema.farge(farge), px(2) if valgt or loeftet else 1)
        if stille and not valgt:
            penn.setStyle(Qt.PenStyle.DashLine)
        maler.setPen(penn)
        maler.setBrush(Qt.BrushStyle.NoBrush)
        maler.drawRoundedRect(ramme, px(6), px(6))

    def _fokus(self, maler: QPainter, rute: QRect) -> None:
        """Paint the ring along the block's own edge: the row is wider than what is chosen."""
        px = self._tema.px
        maler.setBrush(Qt.BrushStyle.NoBrush)
        for farge, inn, tykkelse in (("focus_out", 1.5, 3), ("focus_in", 4, 2)):
            maler.setPen(QPen(self._tema.farge(farge), px(tykkelse)))
            kant = px(inn * 2) / 2
            maler.drawRoundedRect(QRectF(rute).adjusted(kant, kant, -kant, -kant), px(6), px(6))

    def _haandtak(self, maler: QPainter, rute: QRect, rad: Blokkrad, *, valgt: bool) -> None:
        """Paint the grip at the left, and the bar at the lower edge where it is stretched."""
        if rad.plass.laast:
            return
        tema, px = self._tema, self._tema.px
        grep = QRect(rute.left() - px(9), rute.center().y() - px(12), px(18), px(24))
        maler.setPen(QPen(tema.farge("accent" if valgt else "line"), 1))
        maler.setBrush(tema.farge("bg"))
        maler.drawRoundedRect(QRectF(grep), px(5), px(5))
        self._ikoner.tegn(maler, grep.adjusted(px(2), px(5), -px(2), -px(5)), "dots-six-vertical", "accent_text")
        if valgt:
            strekk = QRectF(rute.center().x() - px(18), rute.bottom() - px(3), px(36), px(5))
            maler.setPen(Qt.PenStyle.NoPen)
            maler.setBrush(tema.farge("accent"))
            maler.drawRoundedRect(strekk, px(2), px(2))

    # -- inside it ----------------------------------------------------------------------------------------------

    def _innhold(self, maler: QPainter, rute: QRect, rad: Blokkrad, *, valgt: bool) -> None:
        px, blokk = self._tema.px, rad.blokk
        lav = rute.height() < px(MED_UNDER)
        topp = px(7) if rute.height() >= px(MED_STEG) + px(14) else px(4)
        linje = QRect(rute.left() + px(14), rute.top() + topp, rute.width() - px(28), px(20))
        if lav:
            linje.moveTop(rute.center().y() - px(10) + 1)
        ikon = QRect(linje.left(), linje.center().y() - px(9), px(18), px(18))
        self._ikoner.tegn(maler, ikon, IKON[art(blokk.art)])
        hoeyre = self._til_hoeyre(maler, linje, rad, lav=lav)
        tittel = QRect(linje.left() + px(28), linje.top(), max(0, hoeyre - linje.left() - px(40)), linje.height())
        brukt = self._ord(maler, tittel, blokk.tittel, self._tittelskrift, "text", _VENSTRE)
        if lav:
            rest = tittel.adjusted(brukt + px(12), 0, 0, 0)
            if rest.width() > px(50):
                self._ord(maler, rest, blokk.ansvarlig, self._underskrift, "text_2", _VENSTRE)
            return
        under = tittel.translated(0, px(21))
        under.setRight(linje.right())
        steg_her = bool(rad.plass.steg) and rute.height() >= px(MED_STEG)
        plass_til_begge = rute.height() >= px(MED_STEG) + px(36)
        if not steg_her or plass_til_begge:
            self._under(maler, under, rad)
        if steg_her:
            topp = under.bottom() + px(6) if plass_til_begge else under.top() + px(2)
            bunn = rute.bottom() - px(1)
            self._steg(maler, QRect(tittel.left(), topp, linje.right() - tittel.left(), bunn - topp), rad, valgt=valgt)

    def _til_hoeyre(self, maler: QPainter, linje: QRect, rad: Blokkrad, *, lav: bool) -> int:
        """Paint minutes, sphere and warnings from the right; return where they begin."""
        px, blokk = self._tema.px, rad.blokk
        minutter = self._t("program.side.min", minutter=rad.plass.minutter)
        x = linje.right() - self._ord(maler, linje, minutter, self._tallskrift, "text_2", _HOEYRE)
        x = min(x, linje.right() - px(52))
        sfaere = blokk.sfaere.rpartition(".")[2]
        if sfaere in _SFAERE and blokk.art != "programart.pause":
            ikon, farge = _SFAERE[sfaere]
            ord_ = self._t(f"program.side.sfaere.{sfaere}")
            if linje.width() > px(420):
                felt = QRect(linje.left(), linje.top(), x - px(14) - linje.left(), linje.height())
                x = felt.right() - self._ord(maler, felt, ord_, self._merkeskrift, farge, _HOEYRE)
            else:
                x -= px(8)
            x -= px(22)
            self._ikoner.tegn(maler, QRect(x, linje.center().y() - px(8), px(16), px(16)), ikon, farge)
        if blokk.varsler and (lav or rad.plass.steg):
            x -= px(26)
            self._ikoner.tegn(maler, QRect(x, linje.center().y() - px(8), px(16), px(16)), "warning", "warn_text")
        return x

    def _under(self, maler: QPainter, rute: QRect, rad: Blokkrad) -> None:
        """Paint the second line: who and what at the left, the first warning at the right."""
        px, blokk = self._tema.px, rad.blokk
        deler = [blokk.ansvarlig] if blokk.ansvarlig else []
        if blokk.spoersmaal:
            deler.append(self._t.antall("program.side.spoersmaal", len(blokk.spoersmaal)))
        ledig = rute
        if blokk.varsler:
            kort = self._t(f"program.kort.{blokk.varsler[0].slag}", **blokk.varsler[0].tall)
            if len(blokk.varsler) > 1:
                kort = self._t("program.side.og_flere", foerst=kort, antall=len(blokk.varsler) - 1)
            brukt = self._ord(maler, rute, kort, self._merkeskrift, "warn_text", _HOEYRE)
            ikon = QRect(rute.right() - brukt - px(23), rute.center().y() - px(8), px(16), px(16))
            if not rad.plass.steg:
                self._ikoner.tegn(maler, ikon, "warning", "warn_text")
            ledig = QRect(rute.left(), rute.top(), max(0, ikon.left() - px(8) - rute.left()), rute.height())
        self._ord(maler, ledig, " · ".join(deler), self._underskrift, "text_2", _VENSTRE)

    def _steg(self, maler: QPainter, rute: QRect, rad: Blokkrad, *, valgt: bool) -> None:
        """Paint the steps to scale, tracks under each other on the same scale; names where there is room."""
        px = self._tema.px
        loep = sorted({ett.loep for ett in rad.plass.steg})
        lengst = max(rad.plass.minutter, *(ett.fra + ett.minutter for ett in rad.plass.steg))
        linje = px(23)
        med_ord = rute.height() >= linje * len(loep) - px(4)
        hoeyde = linje if med_ord else max(px(4), rute.height() // max(1, len(loep)))
        for ett in rad.plass.steg:
            y = rute.top() + loep.index(ett.loep) * hoeyde
            if y + px(3) > rute.bottom() + px(2):
                continue
            fra = rute.left() + round(rute.width() * ett.fra / lengst)
            til = rute.left() + round(rute.width() * (ett.fra + ett.minutter) / lengst) - px(3)
            self._ett_steg(maler, QRect(fra, y, max(2, til - fra), hoeyde), ett, valgt=valgt, med_ord=med_ord)

    def _ett_steg(self, maler: QPainter, rute: QRect, ett: Stegplass, *, valgt: bool, med_ord: bool) -> None:
        px = self._tema.px
        maler.fillRect(
            QRect(rute.left(), rute.top(), rute.width(), px(3)), self._tema.farge("accent" if valgt else "line_mid")
        )
        if med_ord:
            felt = QRect(rute.left(), rute.top() + px(4), rute.width(), px(18))
            tall = self._ord(maler, felt, str(ett.minutter), self._merkeskrift, "text", _VENSTRE)
            felt.setLeft(felt.left() + tall + px(5))
            self._ord(maler, felt, ett.tittel, self._stegskrift, "text_2", _VENSTRE)

    def _ord(  # noqa: PLR0917 - what painting a line takes
        self, maler: QPainter, rute: QRect, tekst: str, skrift: QFont, farge: str, hvor: Qt.AlignmentFlag
    ) -> int:
        """Paint words on one line, cut with an ellipsis; return how wide they became."""
        if not tekst or rute.width() <= 0:
            return 0
        maler.setFont(skrift)
        maal = maler.fontMetrics()
        kort = maal.elidedText(tekst[:400], Qt.TextElideMode.ElideRight, rute.width())
        maler.setPen(self._tema.farge(farge))
        maler.drawText(rute, hvor | Qt.TextFlag.TextSingleLine, kort)
        return maal.horizontalAdvance(kort)

    # -- the title in place -------------------------------------------------------------------------------------

    def createEditor(self, forelder: QWidget, _valg: QStyleOptionViewItem, _indeks: Indeks) -> QLineEdit:
        """Make the field the title is written in."""
        felt = QLineEdit(forelder)
        felt.setFont(self._tittelskrift)
        felt.setMaxLength(200)
        felt.setProperty("liten", "true")
        felt.setAccessibleName(self._t("program.felt.tittel"))
        return felt

    def updateEditorGeometry(self, felt: QWidget, valg: QStyleOptionViewItem, indeks: Indeks) -> None:
        """Lay the field over the title."""
        px = self._tema.px
        rad: Blokkrad = indeks.data(RAD)
        rute = self._maal.blokkrute(valg.rect, rad)
        hoeyde = felt.sizeHint().height()
        topp = rute.top() - px(2) if rute.height() < px(MED_UNDER) else rute.top() + px(1)
        felt.setGeometry(rute.left() + px(32), topp, max(px(120), rute.width() - px(200)), hoeyde)
