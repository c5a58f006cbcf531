"""A date as Norwegians write it: «20.1.2028», «20. januar 2028», or from a calendar; empty is no date."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget, QWidgetAction

from verksted.kjerne.formater import dato_kort
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.deler.utstyr import Utstyr

_TALL: Final = re.compile(r"(\d{1,2})[. /-]+(\d{1,2})[. /-]+(\d{4}|\d{2})")
_MED_ORD: Final = re.compile(r"(\d{1,2})\.?\s*([a-zæøå]+)\.?\s*(\d{4})", re.IGNORECASE)
_MAANEDER: Final = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des")


def les_dato(tekst: str) -> date | None:
    """Return the date a text says (raises ValueError when it says none)."""
    tekst = tekst.strip()
    if not tekst:
        return None
    if treff := _TALL.fullmatch(tekst):
        aar = int(treff[3])
        return date(aar + 2000 if aar < 100 else aar, int(treff[2]), int(treff[1]))
    if (treff := _MED_ORD.fullmatch(tekst)) and treff[2][:3].casefold() in _MAANEDER:
        return date(int(treff[3]), _MAANEDER.index(treff[2][:3].casefold()) + 1, int(treff[1]))
    raise ValueError(tekst)


class Datofelt(QWidget):
    """Signals: `lagres` with a date or None, when the user has chosen another one; `ugyldig` with a sentence."""

    lagres = Signal(object)
    ugyldig = Signal(str)

    def __init__(self, navn: str, verktoey: Utstyr) -> None:
        super().__init__()
        tema, t = verktoey.tema, verktoey.tekster
        self._t = t
        self._dato: date | None = None
        self.felt = QLineEdit()
        self.felt.setAccessibleName(navn)
        self.felt.setPlaceholderText(t("prosess.dato.moenster"))
        self.felt.setFont(tema.skrift(Trinn.LISTE, tall=True))
        self.felt.setFixedWidth(tema.px(132))
        self.felt.editingFinished.connect(self._skrevet)
        self._knapp = QToolButton()
        self._knapp.setIcon(verktoey.ikoner("calendar-blank"))
        self._knapp.setIconSize(QSize(tema.px(18), tema.px(18)))
        self._knapp.setAccessibleName(t("prosess.dato.kalender", hva=navn))
        self._knapp.setToolTip(t("prosess.dato.velg"))
        self._knapp.clicked.connect(self._vis_kalender)
        rad = QHBoxLayout(self)
        rad.setContentsMargins(0, 0, 0, 0)
        rad.setSpacing(tema.px(4))
        rad.addWidget(self.felt)
        rad.addWidget(self._knapp)
        rad.addStretch(1)
        self.setFocusProxy(self.felt)

    @property
    def verdi(self) -> date | None:
        """The date it shows."""
        return self._dato

    def sett(self, dato: date | None) -> None:
        """Show a date without saying so; what somebody is writing just now is not touched."""
        skriver = self.felt.hasFocus() and self.felt.text() != self._tekst()
        self._dato = dato
        if not skriver:
            self._vis()

    def sett_kan_endres(self, kan: bool) -> None:  # noqa: FBT001 - a state
        """Let it be written in, or only read."""
        self.felt.setReadOnly(not kan)
        self._knapp.setEnabled(kan)

    def _tekst(self) -> str:
        return dato_kort(self._dato) if self._dato is not None else ""

    def _vis(self) -> None:
        self.felt.setText(self._tekst())

    def _skrevet(self) -> None:
        try:
            dato = les_dato(self.felt.text())
        except ValueError:
            skrevet = self.felt.text()
            self._vis()
            self.ugyldig.emit(self._t("prosess.dato.ukjent", skrevet=skrevet))
            return
        self._velg(dato)

    def _velg(self, dato: date | None) -> None:
        ny = dato != self._dato
        self._dato = dato
        self._vis()
        if ny:
            self.lagres.emit(dato)

    def _vis_kalender(self) -> None:
        meny = QMenu(self)
        kalender = QCalendarWidget()
        kalender.setLocale(QLocale())
        kalender.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        kalender.setAccessibleName(self.felt.accessibleName())
        if self._dato is not None:
            kalender.setSelectedDate(QDate(self._dato.year, self._dato.month, self._dato.day))
        kalender.clicked.connect(lambda valgt: self._fra_kalender(meny, valgt))
        kalender.activated.connect(lambda valgt: self._fra_kalender(meny, valgt))
        handling = QWidgetAction(meny)
        handling.setDefaultWidget(kalender)
        meny.addAction(handling)
        meny.aboutToHide.connect(meny.deleteLater)
        meny.popup(self._knapp.mapToGlobal(self._knapp.rect().bottomLeft()))
        kalender.setFocus()

    def _fra_kalender(self, meny: QMenu, valgt: QDate) -> None:
        meny.close()
        self._velg(date(valgt.year(), valgt.month(), valgt.day()))
