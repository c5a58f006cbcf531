"""The theme in use: follows the system or what was chosen, and tells everybody when it changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, get_args

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette

from verksted.kjerne.stier import ressurs
from verksted.vindu.utseende.fargesett import KONTRAST, LYS, MOERK, kontrastsett
from verksted.vindu.utseende.skrift import Trinn, familie, lag_skrift

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from verksted.vindu.utseende.fargesett import Fargesett

Temavalg = Literal["system", "lys", "moerk", "kontrast"]
TEMAVALG: tuple[Temavalg, ...] = get_args(Temavalg)
ZOOMTRINN: Final = (100, 110, 125, 150, 175, 200)
_FARGE: Final = re.compile(r"@([a-z0-9_]+)")
_PIKSLER: Final = re.compile(r"\b(\d+)px")


class Tema(QObject):
    """Colours, fonts and lengths, and the style sheet made of them.

    Signals: `endret` when colours changed (widgets that paint themselves call `update`).
    """

    endret = Signal()

    def __init__(self, app: QApplication, *, valg: Temavalg = "system", zoom: int = 100) -> None:
        super().__init__()
        self._app = app
        self._systempalett = QPalette(app.palette())
        self._valg: Temavalg = valg
        self._zoom = zoom
        self._familie = familie()
        self._stilark = ressurs("stil", "vindu.qss").read_text(encoding="utf-8")
        self._farger = self._finn_farger()
        if app.style().name() != "fusion":
            app.setStyle("Fusion")
        self._ta_i_bruk()
        hint = app.styleHints()
        hint.colorSchemeChanged.connect(self._systemet_endret_seg)
        hint.accessibility().contrastPreferenceChanged.connect(self._systemet_endret_seg)

    # -- what widgets ask for -----------------------------------------------------------------------------------

    @property
    def farger(self) -> Fargesett:
        """The colours in use."""
        return self._farger

    @property
    def valg(self) -> Temavalg:
        """What was chosen, `system` when it follows the system."""
        return self._valg

    @property
    def zoom(self) -> int:
        """The size of everything, in per cent."""
        return self._zoom

    def farge(self, navn: str) -> QColor:
        """Return a colour of the set by name."""
        return QColor(getattr(self._farger, navn))

    def px(self, lengde: float) -> int:
        """Return a length given at 100 % as pixels at this zoom."""
        return round(lengde * self._zoom / 100)

    def skrift(self, trinn: Trinn, *, tall: bool = False) -> QFont:
        """Return the font of a step; with `tall`, figures of one width."""
        return lag_skrift(trinn, self._familie, self._zoom, tall=tall)

    # -- changing it --------------------------------------------------------------------------------------------

    def velg(self, valg: Temavalg) -> None:
        """Force a theme, or follow the system again."""
        self._valg = valg
        self._systemet_endret_seg()

    def sett_zoom(self, zoom: int) -> None:
        """Set the size of everything; what is on screen must be built anew by its owner."""
        self._zoom = zoom
        self._ta_i_bruk()
        self.endret.emit()

    def slipp(self) -> None:
        """Stop following the system, and leave the application as it was."""
        self._app.setStyleSheet("")
        hint = self._app.styleHints()
        hint.colorSchemeChanged.disconnect(self._systemet_endret_seg)
        hint.accessibility().contrastPreferenceChanged.disconnect(self._systemet_endret_seg)

    def _systemet_endret_seg(self) -> None:
        farger = self._finn_farger()
        if farger != self._farger:
            self._farger = farger
            self._ta_i_bruk()
            self.endret.emit()

    def _finn_farger(self) -> Fargesett:
        hint = self._app.styleHints()
        hoey = hint.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        if self._valg == "kontrast" or (self._valg == "system" and hoey):
            return self._systemets_kontrast() if hoey else KONTRAST
        if self._valg == "system":
            return MOERK if hint.colorScheme() == Qt.ColorScheme.Dark else LYS
        return MOERK if self._valg == "moerk" else LYS

    def _systemets_kontrast(self) -> Fargesett:
        p, rolle = self._systempalett, QPalette.ColorRole
        return kontrastsett(
            bunn=p.color(rolle.Window).name(),
            tekst=p.color(rolle.WindowText).name(),
            valgt=p.color(rolle.Highlight).name(),
            paa_valgt=p.color(rolle.HighlightedText).name(),
            lenke=p.color(rolle.Link).name(),
        )

    def _ta_i_bruk(self) -> None:
        self._app.setPalette(self._palett())
        self._app.setFont(self.skrift(Trinn.LISTE))
        self._app.setStyleSheet(self.stilark())

    def stilark(self) -> str:
        """Return the style sheet with this theme's colours and lengths."""
        farger = self._farger.som_tabell()
        med_farger = _FARGE.sub(lambda treff: farger[treff[1]], self._stilark)
        med_farger = med_farger.replace("url(", f"url({ressurs('stil').as_posix()}/")
        return _PIKSLER.sub(lambda treff: f"{max(1, self.px(int(treff[1])))}px", med_farger)

    def _palett(self) -> QPalette:
        f, rolle = self._farger, QPalette.ColorRole
        palett = QPalette()
        for farge, roller in (
            (f.bg, (rolle.Window, rolle.Base, rolle.Button)),
            (f.surface, (rolle.ToolTipBase,)),
            (f.tinted, (rolle.AlternateBase, rolle.Light, rolle.Midlight)),
            (f.text, (rolle.WindowText, rolle.Text, rolle.ButtonText, rolle.ToolTipText, rolle.BrightText)),
            (f.text_2, (rolle.PlaceholderText,)),
            (f.accent, (rolle.Accent,)),
            (f.selected, (rolle.Highlight,)),
            (f.on_selected, (rolle.HighlightedText,)),
            (f.accent_text, (rolle.Link, rolle.LinkVisited)),
            (f.line, (rolle.Dark, rolle.Mid)),
            (f.line_subtle, (rolle.Shadow,)),
        ):
            for en in roller:
                palett.setColor(en, QColor(farge))
        for en in (rolle.WindowText, rolle.Text, rolle.ButtonText):
            palett.setColor(QPalette.ColorGroup.Disabled, en, QColor(f.line))
        return palett
