"""Icons: the Phosphor font that QtAwesome carries, drawn by an engine of our own in the theme's colours.

`import qtawesome` costs 125 ms and loads every font it has; the one file we need is found without importing it.
"""

from __future__ import annotations

import json
import sys
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from verksted.kjerne.feil import RessursMangler

if TYPE_CHECKING:
    from verksted.vindu.utseende.tema import Tema

SKRIFTFIL: Final = "phosphor-1.3.0.ttf"
TEGNFIL: Final = "phosphor-charmap-1.3.0.json"


def skriftmappe() -> Path:
    """Return the folder with the icon font (raises RessursMangler)."""
    frossen = getattr(sys, "_MEIPASS", None)
    if frossen:
        return Path(frossen, "qtawesome", "fonts")
    funnet = find_spec("qtawesome")
    if funnet is None or funnet.origin is None:
        raise RessursMangler(sti=SKRIFTFIL)
    return Path(funnet.origin).parent / "fonts"


class Ikoner:
    """Makes icons by name (Phosphor's own, without `ph.`), in colours of the theme."""

    def __init__(self, tema: Tema) -> None:
        self._tema = tema

    @cached_property
    def _tegn(self) -> dict[str, str]:
        tabell = json.loads((skriftmappe() / TEGNFIL).read_text(encoding="utf-8"))
        return {navn: chr(int(kode, 16)) for navn, kode in tabell.items()}

    @cached_property
    def _familie(self) -> str:
        nummer = QFontDatabase.addApplicationFont(str(skriftmappe() / SKRIFTFIL))
        familier = QFontDatabase.applicationFontFamilies(nummer)
        if not familier:
            raise RessursMangler(sti=SKRIFTFIL)
        return familier[0]

    def finnes(self, navn: str) -> bool:
        """Say whether the font has an icon with this name."""
        return navn in self._tegn

    def __call__(self, navn: str, farge: str = "text_2", *, paa: str | None = None) -> QIcon:
        """Return an icon that follows the theme; `paa` is its colour where it is chosen (raises KeyError)."""
        return QIcon(_Ikonmotor(self._tegn[navn], self._familie, self._tema, farge, paa or farge))

    def tegn(self, maler: QPainter, rute: QRect, navn: str, farge: str = "text_2") -> None:
        """Paint an icon in a rectangle: for delegates and canvases."""
        _tegn(maler, rute, self._tegn[navn], self._familie, self._tema.farge(farge))


class _Ikonmotor(QIconEngine):
    def __init__(self, tegn: str, familie: str, tema: Tema, farge: str, paa: str) -> None:
        super().__init__()
        self._tegn = tegn
        self._familie = familie
        self._tema = tema
        self._farge = farge
        self._paa = paa

    def paint(self, maler: QPainter, rute: QRect, modus: QIcon.Mode, tilstand: QIcon.State) -> None:
        farge = self._paa if tilstand == QIcon.State.On else self._farge
        if modus == QIcon.Mode.Disabled:
            farge = "line"
        _tegn(maler, rute, self._tegn, self._familie, self._tema.farge(farge))

    def pixmap(self, stoerrelse: QSize, modus: QIcon.Mode, tilstand: QIcon.State) -> QPixmap:
        bilde = QPixmap(stoerrelse)
        if bilde.isNull():  # a widget that has no size yet
            return bilde
        bilde.fill(Qt.GlobalColor.transparent)
        maler = QPainter(bilde)
        self.paint(maler, QRect(0, 0, stoerrelse.width(), stoerrelse.height()), modus, tilstand)
        maler.end()
        return bilde

    def clone(self) -> QIconEngine:
        return _Ikonmotor(self._tegn, self._familie, self._tema, self._farge, self._paa)


def _tegn(maler: QPainter, rute: QRect, tegn: str, familie: str, farge: QColor) -> None:
    skrift = QFont(familie)
    skrift.setPixelSize(max(1, min(rute.width(), rute.height())))
    maler.save()
    maler.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    maler.setFont(skrift)
    maler.setPen(farge)
    maler.drawText(rute, Qt.AlignmentFlag.AlignCenter, tegn)
    maler.restore()
