"""A table top: its name, whether it is even there, and a light when somebody may be let go on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from verksted.vindu.grupper.plassknapp import skalert
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from verksted.vindu.ramme.verktoey import Verktoey


class Bordflate(QWidget):
    """Only painted: whatever can be done is done with the people around it."""

    def __init__(self, forelder: QWidget, verktoey: Verktoey) -> None:
        super().__init__(forelder)
        self._verktoey = verktoey
        self._navn = self._setning = ""
        self._skjevt = False
        self._maal = False
        self._skala = 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        verktoey.tema.endret.connect(self.update)

    def vis(self, navn: str, setning: str, *, skjevt: bool, skala: float) -> None:
        """Show a name, and in a few words how the table is made up."""
        self._navn, self._setning, self._skjevt, self._skala = navn, setning, skjevt, skala
        self.setAccessibleName(f"{navn}: {setning}" if setning else navn)
        self.setToolTip(setning)
        self.update()

    @property
    def setning(self) -> str:
        """What it says of itself."""
        return self._setning

    @property
    def skjevt(self) -> bool:
        """Say whether something is uneven here."""
        return self._skjevt

    def sett_maal(self, *, maal: bool) -> None:
        """Light up, or not."""
        self._maal = maal
        self.update()

    def paintEvent(self, _hendelse: QPaintEvent) -> None:
        """Paint the top, then the words in the middle of it."""
        tema, t = self._verktoey.tema, self._verktoey.tekster
        maler = QPainter(self)
        maler.setRenderHint(QPainter.RenderHint.Antialiasing)
        kant = tema.farger.navn == "kontrast"
        penn = QPen(tema.farge("accent" if self._maal else "line"), 2 if self._maal else 1)
        maler.setPen(penn if self._maal or kant else Qt.PenStyle.NoPen)
        maler.setBrush(tema.farge("accent_tint_2" if self._maal else "tinted"))
        flate = self.rect().adjusted(1, 1, -1, -1)
        maler.drawRoundedRect(flate, flate.height() / 2, flate.height() / 2)
        setning = t("gruppeside.rom.slipp") if self._maal else self._setning
        ikon = "" if self._maal or not setning else "warning" if self._skjevt else "check"
        farge = "accent_text" if self._maal else "warn_text" if self._skjevt else "text_2"
        zoom = self._skala / max(0.01, tema.zoom / 100)
        fet, liten = skalert(tema.skrift(Trinn.LISTE_HALVFET), zoom), skalert(tema.skrift(Trinn.META), zoom)
        mellom, side = round(8 * self._skala), round(15 * self._skala) if ikon else 0
        rom = self.width() - round(36 * self._skala)
        navn_b = QFontMetrics(fet).horizontalAdvance(self._navn)
        ledig = max(0, rom - navn_b - mellom - side)
        kort = QFontMetrics(liten).elidedText(setning, Qt.TextElideMode.ElideRight, ledig)
        setning_b = QFontMetrics(liten).horizontalAdvance(kort)
        helt = navn_b + (mellom + side + round(4 * self._skala) + setning_b if kort else 0)
        x = (self.width() - helt) // 2
        maler.setFont(fet)
        maler.setPen(tema.farge("text"))
        venstre = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        maler.drawText(QRect(x, 0, navn_b + 2, self.height()), venstre, self._navn)
        x += navn_b + mellom
        if kort and ikon:
            self._verktoey.ikoner.tegn(maler, QRect(x, (self.height() - side) // 2, side, side), ikon, farge)
            x += side + round(4 * self._skala)
        maler.setFont(liten)
        maler.setPen(tema.farge(farge))
        maler.drawText(QRect(x, 0, setning_b + 4, self.height()), venstre, kort)
        maler.end()
