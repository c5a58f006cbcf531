"""Under the timeline: when it should be over, and what to do when it is not."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QTimeEdit, QWidget

from verksted.vindu.deler.etikett import Etikett, Ikonbilde
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.ramme.verktoey import Verktoey


class Sluttlinje(QWidget):
    """Signals: `ny_slutt` with the planned end, `kort_ned` when all blocks are to be shortened."""

    ny_slutt = Signal(object)
    kort_ned = Signal()

    def __init__(self, verktoey: Verktoey, *, kan_endres: bool) -> None:
        super().__init__()
        t, tema, px = verktoey.tekster, verktoey.tema, verktoey.tema.px
        self._t = t
        self._vist: time | None = None
        self.felt = QTimeEdit()
        self.felt.setDisplayFormat("HH.mm")
        self.felt.setProperty("liten", "true")
        self.felt.setAccessibleName(t("program.felt.slutt"))
        self.felt.setFixedWidth(px(92))
        self.felt.setEnabled(kan_endres)
        self.felt.editingFinished.connect(self._skrevet)
        self._ikon = Ikonbilde(verktoey.ikoner, "warning", tema, farge="warn_text")
        self.setning = Etikett("", tema, Trinn.TABELL_MEDIUM, rolle="dempet", brytes=True)
        self.knapp = Knapp(t("program.knapp.kort_ned"), tema, slag="tekst", liten=True)
        self.knapp.setEnabled(kan_endres)
        self.knapp.clicked.connect(self.kort_ned)
        rad = QHBoxLayout(self)
        rad.setContentsMargins(0, 0, 0, 0)
        rad.setSpacing(px(8))
        rad.addWidget(Etikett(t("program.felt.slutt"), tema, Trinn.TABELL, rolle="dempet"))
        rad.addWidget(self.felt)
        rad.addSpacing(px(8))
        rad.addWidget(self._ikon)
        rad.addWidget(self.setning, 1)
        rad.addWidget(self.knapp)

    def vis(self, slutt: time | None, ledig: int) -> None:
        """Show the planned end, and the minutes left before it (below 0: over it)."""
        self._vist = slutt
        if slutt is not None and not self.felt.hasFocus():
            self.felt.setTime(QTime(slutt.hour, slutt.minute))
        over = slutt is not None and ledig < 0
        self._ikon.setVisible(over)
        self.knapp.setVisible(over)
        self.setning.sett_rolle("varsel" if over else "dempet")
        if over:
            self.setning.setText(self._t("program.varsel.over_slutten", minutter=-ledig))
        else:
            self.setning.setText(self._t("program.side.ledig", minutter=ledig) if slutt is not None and ledig else "")

    def _skrevet(self) -> None:
        valgt = self.felt.time()
        tid = time(valgt.hour(), valgt.minute())
        if tid != self._vist:
            self.ny_slutt.emit(tid)
