"""One person at a table: a disc with the letters of the list, the name, and marks for what they are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from verksted.vindu.grupper.bordplan import DISK
from verksted.vindu.grupper.listefarger import Listefarge
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.grupper import Plassvisning

_MERKER = (("sekretaer", "pencil-simple"), ("laast", "lock-simple"), ("vara", "arrows-left-right"))


class Plassknapp(QAbstractButton):
    """Paints itself; the room decides what keys and the mouse do."""

    def __init__(self, forelder: QWidget, verktoey: Verktoey) -> None:
        super().__init__(forelder)
        self._verktoey = verktoey
        self._tema, self._ikoner = verktoey.tema, verktoey.ikoner
        self._plass: Plassvisning | None = None
        self._farge = Listefarge("tinted", "line", 1.2)
        self._skala = 1.0
        self._over = True
        self._loeftet = False
        self._maal = False
        self.bord = 0
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._tema.endret.connect(self.update)

    @property
    def plass(self) -> Plassvisning:
        """Who sits here."""
        assert self._plass is not None  # noqa: S101 - shown before it is asked
        return self._plass

    def vis(self, plass: Plassvisning, bord: int, farge: Listefarge) -> None:
        """Show somebody at a table."""
        self._plass, self.bord, self._farge = plass, bord, farge
        t = self._verktoey.tekster
        merker = [
            t("grupper.bord.sekretaer") if plass.sekretaer else "",
            t("grupper.bord.laast") if plass.laast else "",
            t("grupper.bord.vara_for", navn=plass.vara_for) if plass.vara_for else "",
        ]
        ord_ = [plass.navn, plass.liste, plass.verv, t("grupper.bord.uten_navn", nummer=bord), *merker]
        self.setAccessibleName(", ".join(o for o in ord_ if o))
        self.setToolTip(
            "\n".join(o for o in (plass.navn, plass.liste, plass.verv, *merker, t("gruppeside.rad.taster")) if o)
        )
        self.update()

    def still(self, rute: QRect, *, over: bool, skala: float) -> None:
        """Stand here, with the name above the disc or under it."""
        self._over, self._skala = over, skala
        self.setGeometry(rute)

    def sett_loeftet(self, *, loeftet: bool) -> None:
        """Stand empty, with a dashed ring, while the person is on the way somewhere else."""
        self._loeftet = loeftet
        self.update()

    def sett_maal(self, *, maal: bool) -> None:
        """Light up: somebody may change seats with this one."""
        self._maal = maal
        self.update()

    @property
    def loeftet(self) -> bool:
        """Say whether the person is on the way somewhere else."""
        return self._loeftet

    def sizeHint(self) -> QSize:
        """Return the size the room gave."""
        return self.size()

    def paintEvent(self, _hendelse: QPaintEvent) -> None:
        """Paint the disc and its letters, the marks and the name."""
        if self._plass is None:
            return
        maler = QPainter(self)
        maler.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._px(DISK)
        x = (self.width() - side) // 2
        y = self.height() - side - self._px(2) if self._over else self._px(2)
        tegn_disk(maler, QRect(x, y, side, side), self._plass.listekode, self._farge, self._verktoey,
                  skala=self._skala, tom=self._loeftet, valgt=self._maal)  # fmt: skip
        if not self._loeftet:
            self._tegn_merker(maler, x + side, y)
        topp = 0 if self._over else y + side + self._px(4)
        self._tegn_navn(maler, topp, y - self._px(4) if self._over else self.height())
        maler.end()

    def _tegn_merker(self, maler: QPainter, hoeyre: int, topp: int) -> None:
        plass = self.plass
        har = {"sekretaer": plass.sekretaer, "laast": plass.laast, "vara": bool(plass.vara_for)}
        side = self._px(18)
        for nummer, ikon in enumerate(ikon for navn, ikon in _MERKER if har[navn]):
            x, y = hoeyre - side // 2 - self._px(2), topp - self._px(2) + nummer * (side - self._px(2))
            maler.setPen(QPen(self._tema.farge("bg"), 1.5))
            maler.setBrush(self._tema.farge("text"))
            maler.drawEllipse(QRect(x, y, side, side))
            inn = self._px(4)
            self._ikoner.tegn(maler, QRect(x + inn, y + inn, side - 2 * inn, side - 2 * inn), ikon, "bg")

    def _tegn_navn(self, maler: QPainter, topp: int, bunn: int) -> None:
        fornavn, _, etternavn = self.plass.navn.rpartition(" ")
        linjer = [(fornavn or etternavn, Trinn.ETIKETT), (etternavn if fornavn else "", Trinn.META)]
        linjer = [(tekst, trinn) for tekst, trinn in linjer if tekst]
        maler.setPen(self._tema.farge("text_2" if self._loeftet else "text"))
        hoeyder = []
        for _, trinn in linjer:
            hoeyder.append(QFontMetrics(self._skrift(trinn)).height())
        y = bunn - sum(hoeyder) if self._over else topp
        for (tekst, trinn), hoeyde in zip(linjer, hoeyder, strict=True):
            skrift = self._skrift(trinn)
            maler.setFont(skrift)
            kort = QFontMetrics(skrift).elidedText(tekst, Qt.TextElideMode.ElideRight, self.width())
            maler.drawText(QRect(0, y, self.width(), hoeyde), Qt.AlignmentFlag.AlignCenter, kort)
            y += hoeyde

    def _skrift(self, trinn: Trinn) -> QFont:
        skrift = skalert(self._tema.skrift(trinn), self._skala / max(0.01, self._tema.zoom / 100))
        if trinn is Trinn.ETIKETT:
            skrift.setWeight(QFont.Weight.DemiBold)
        return skrift

    def _px(self, lengde: float) -> int:
        return round(lengde * self._skala)


def skalert(skrift: QFont, skala: float) -> QFont:
    """Return a font of another size, never too small to read."""
    skrift.setPixelSize(max(10, round(skrift.pixelSize() * skala)))
    return skrift


def tegn_disk(
    maler: QPainter,
    rute: QRect,
    kode: str,
    farge: Listefarge,
    verktoey: Verktoey,
    *,
    skala: float,
    tom: bool = False,
    valgt: bool = False,
) -> None:
    """Paint the disc of a list; `tom` only a dashed ring, `valgt` with the ring of a place to let go."""
    tema = verktoey.tema
    penn = QPen(tema.farge("accent" if valgt else "line" if tom else farge.kant), 3 if valgt else farge.tykkelse)
    if tom:
        penn.setStyle(Qt.PenStyle.DashLine)
    maler.setPen(penn)
    maler.setBrush(tema.farge("bg" if tom else farge.flate))
    ramme = QRectF(rute).adjusted(1.5, 1.5, -1.5, -1.5)
    maler.drawEllipse(ramme)
    if not tom and farge.tykkelse > 2:  # the lists after the first eight: two rings
        maler.setPen(QPen(tema.farge("bg"), 1))
        maler.drawEllipse(QPointF(ramme.center()), ramme.width() / 2 - 2, ramme.height() / 2 - 2)
    if not tom:
        maler.setPen(tema.farge("text"))
        maler.setFont(skalert(tema.skrift(Trinn.META), skala / max(0.01, tema.zoom / 100)))
        skrift = maler.font()
        skrift.setWeight(QFont.Weight.DemiBold)
        if len(kode) > 3:  # more letters need smaller type in a disc
            skrift = skalert(skrift, 0.8)
        maler.setFont(skrift)
        maler.drawText(rute, Qt.AlignmentFlag.AlignCenter, kode)
