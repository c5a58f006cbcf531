"""One method step in the panel: kind and track, title, minutes, and away with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSpinBox, QToolButton, QWidget

from verksted.vindu.program.arter import IKON, STEGARTER, art

if TYPE_CHECKING:
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.programside import Stegplass


class Stegrad(QWidget):
    """Signals: `endret` with the step's id and the fields that became different, `slettes` with its id."""

    endret = Signal(str, dict)
    slettes = Signal(str)

    def __init__(self, steg: Stegplass, nummer: int, verktoey: Verktoey, *, kan_endres: bool) -> None:
        super().__init__()
        t, ikoner, px = verktoey.tekster, verktoey.ikoner, verktoey.tema.px
        self.steg = steg
        rad = QHBoxLayout(self)
        rad.setContentsMargins(0, 0, 0, 0)
        rad.setSpacing(px(6))
        self.art = QToolButton()
        self.art.setIcon(ikoner(IKON[art(steg.art)], "text_2"))
        self.art.setIconSize(QSize(px(18), px(18)))
        self.art.setToolTip(t(f"program.{steg.art}"))
        self.art.setAccessibleName(t("program.steg.art", nummer=nummer, art=t(f"program.{steg.art}")))
        self.art.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.art.setMenu(self._meny(verktoey))
        self.tittel = QLineEdit(steg.tittel)
        self.tittel.setMaxLength(200)
        self.tittel.setProperty("liten", "true")
        self.tittel.setCursorPosition(0)
        self.tittel.setAccessibleName(t("program.steg.tittel", nummer=nummer))
        self.tittel.editingFinished.connect(self._ny_tittel)
        self.minutter = QSpinBox()
        self.minutter.setRange(1, 1440)
        self.minutter.setValue(steg.minutter)
        self.minutter.setKeyboardTracking(False)
        self.minutter.setProperty("liten", "true")
        self.minutter.setFixedWidth(px(76))
        self.minutter.setAccessibleName(t("program.steg.minutter", nummer=nummer))
        self.minutter.valueChanged.connect(lambda verdi: self.endret.emit(steg.id, {"minutter": verdi}))
        bort = QToolButton()
        bort.setIcon(ikoner("x", "text_2"))
        bort.setToolTip(t("program.steg.slett", nummer=nummer))
        bort.setAccessibleName(t("program.steg.slett", nummer=nummer))
        bort.clicked.connect(lambda: self.slettes.emit(steg.id))
        for knapp in (self.art, bort):
            knapp.setFixedSize(px(34), px(34))
        for widget in (self.art, self.tittel, self.minutter, bort):
            widget.setEnabled(kan_endres)
            rad.addWidget(widget, 1 if widget is self.tittel else 0)

    def vis(self, steg: Stegplass) -> None:
        """Show the same step as it has become."""
        self.steg = steg
        self.minutter.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.minutter.setValue(steg.minutter)
        self.minutter.blockSignals(False)  # noqa: FBT003 - Qt's own
        if not self.tittel.hasFocus():
            self.tittel.setText(steg.tittel)
            self.tittel.setCursorPosition(0)

    def _meny(self, verktoey: Verktoey) -> QMenu:
        meny = QMenu(self)
        for en in STEGARTER:
            valg = meny.addAction(verktoey.ikoner(IKON[en], "text_2"), verktoey.tekster(f"program.programart.{en}"))
            valg.triggered.connect(lambda _=False, en=en: self.endret.emit(self.steg.id, {"art": en}))
        meny.addSeparator()
        ved_siden = meny.addAction(verktoey.tekster("program.steg.ved_siden"))
        ved_siden.setCheckable(True)
        ved_siden.setChecked(self.steg.loep > 0)
        ved_siden.triggered.connect(lambda paa: self.endret.emit(self.steg.id, {"loep": int(paa)}))
        return meny

    def _ny_tittel(self) -> None:
        tekst = self.tittel.text().strip()
        if tekst and tekst != self.steg.tittel:
            self.endret.emit(self.steg.id, {"tittel": tekst})
        elif not tekst:
            self.tittel.setText(self.steg.tittel)
