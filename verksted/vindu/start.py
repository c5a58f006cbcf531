"""The plain window: a list of what a file holds, and a button to choose one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFileDialog, QLabel, QListView, QMainWindow, QPushButton, QVBoxLayout, QWidget

from verksted.kjerne.feil import KjentFeil

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from verksted.kjerne.tekster import Tekster


class Startvindu(QMainWindow):
    """Shows one file as lines of plain text; `hent_linjer` reads it and `si_feil` puts an error into words."""

    def __init__(
        self,
        tekster: Tekster,
        *,
        hent_linjer: Callable[[Path], Sequence[str]],
        si_feil: Callable[[KjentFeil], str],
    ) -> None:
        super().__init__()
        self._tekster = tekster
        self._hent_linjer = hent_linjer
        self._si_feil = si_feil
        self._linjer = QStringListModel(self)
        self._tilstand = QLabel(tekster("vindu.tom"))
        self._tilstand.setTextFormat(Qt.TextFormat.PlainText)
        self._tilstand.setWordWrap(True)
        self._liste = self._lag_liste()
        knapp = QPushButton(tekster("vindu.aapne"))
        knapp.clicked.connect(self._velg_fil)
        midten = QWidget()
        oppsett = QVBoxLayout(midten)
        oppsett.setContentsMargins(24, 24, 24, 24)
        oppsett.setSpacing(16)
        oppsett.addWidget(self._tilstand)
        oppsett.addWidget(self._liste, 1)
        oppsett.addWidget(knapp, 0, Qt.AlignmentFlag.AlignLeft)
        self.setCentralWidget(midten)
        self.setWindowTitle(tekster("vindu.tittel"))
        self.setMinimumSize(720, 480)
        self.resize(1024, 640)

    def _lag_liste(self) -> QListView:
        liste = QListView()
        liste.setModel(self._linjer)
        liste.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        liste.setWordWrap(True)
        liste.setAccessibleName(self._tekster("vindu.liste"))
        liste.setResizeMode(QListView.ResizeMode.Adjust)  # long notes are wrapped anew when the window is
        liste.setSpacing(1)
        skrift = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)  # the columns of numbers stand
        skrift.setPointSizeF(11)
        liste.setFont(skrift)
        return liste

    @property
    def linjer(self) -> list[str]:
        """What the list shows."""
        return self._linjer.stringList()

    @property
    def tilstand(self) -> str:
        """The sentence over the list: which file, or what went wrong."""
        return self._tilstand.text()

    def aapne(self, sti: Path) -> None:
        """Show a file, or say why it cannot be shown; what was shown before then stays."""
        try:
            linjer = list(self._hent_linjer(sti))
        except KjentFeil as feil:
            self._tilstand.setText(self._si_feil(feil))
            return
        self._linjer.setStringList(linjer)
        self._tilstand.setText(str(sti))
        self.setWindowTitle(self._tekster("vindu.tittel_med_fil", navn=sti.stem))

    def _velg_fil(self) -> None:
        navn, _ = QFileDialog.getOpenFileName(
            self, self._tekster("vindu.aapne"), "", self._tekster("vindu.filtype") + " (*.verksted)"
        )
        if navn:
            self.aapne(Path(navn))
