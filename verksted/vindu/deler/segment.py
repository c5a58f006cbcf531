"""A few choices side by side, of which one is taken; arrow keys move between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.vindu.utseende.tema import Tema


class Segment(QWidget):
    """`valg` is (key, words). With `kan_tomt`, pressing the chosen one again leaves none chosen.

    Signals: `valgt` with the key the user chose, '' for none.
    """

    valgt = Signal(str)

    def __init__(
        self, valg: Sequence[tuple[str, str]], tema: Tema, navn: str, *, kan_tomt: bool = False, liten: bool = False
    ) -> None:
        super().__init__()
        self.setAccessibleName(navn)
        self._kan_tomt = kan_tomt
        self._knapper: dict[str, QPushButton] = {}
        rad = QHBoxLayout(self)
        rad.setContentsMargins(0, 0, 0, 0)
        rad.setSpacing(0)
        for nummer, (noekkel, ord_) in enumerate(valg):
            knapp = QPushButton(ord_)
            knapp.setAccessibleName(f"{navn}: {ord_}")
            knapp.setCheckable(True)
            knapp.setFont(tema.skrift(Trinn.TABELL_MEDIUM))
            knapp.setProperty("segment", "foerst" if not nummer else "sist" if nummer == len(valg) - 1 else "midt")
            knapp.setProperty("liten", liten)
            knapp.clicked.connect(lambda _=False, noekkel=noekkel: self._trykket(noekkel))
            self._knapper[noekkel] = knapp
            rad.addWidget(knapp)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._valgt = ""

    @property
    def naa(self) -> str:
        """The chosen key, '' when none is."""
        return self._valgt

    def sett(self, noekkel: str) -> None:
        """Show a choice without saying so."""
        self._valgt = noekkel if noekkel in self._knapper else ""
        for navn, knapp in self._knapper.items():
            knapp.setChecked(navn == self._valgt)

    def knapp(self, noekkel: str) -> QPushButton:
        """Return one of the buttons, for tests and tool tips (raises KeyError)."""
        return self._knapper[noekkel]

    def _trykket(self, noekkel: str) -> None:
        ny = "" if self._kan_tomt and noekkel == self._valgt else noekkel
        gammel = self._valgt
        self.sett(ny)
        if ny != gammel:
            self.valgt.emit(ny)
