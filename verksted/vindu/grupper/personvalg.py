"""A field to find a person in: written or chosen, by any part of the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QCompleter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from verksted.visning.grupper import Plassvisning


class Personvalg(QComboBox):
    """`ledetekst` stands where nobody is chosen, and is what a screen reader says."""

    def __init__(self, ledetekst: str) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setProperty("liten", True)  # noqa: FBT003 - Qt's own
        self.setAccessibleName(ledetekst)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        if (linje := self.lineEdit()) is not None:
            linje.setPlaceholderText(ledetekst)
            linje.setAccessibleName(ledetekst)
        fullfoerer = QCompleter(self.model(), self)
        fullfoerer.setFilterMode(Qt.MatchFlag.MatchContains)
        fullfoerer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(fullfoerer)

    def vis(self, folk: Iterable[Plassvisning]) -> None:
        """Offer these; whoever is chosen stays so."""
        naa = [(f"{p.navn} ({p.listekode})" if p.listekode else p.navn, p.person_id) for p in folk]
        if naa == [(self.itemText(nr), self.itemData(nr)) for nr in range(self.count())]:
            return
        valgt = self.person_id
        with QSignalBlocker(self):
            self.clear()
            for navn, person_id in naa:
                self.addItem(navn, person_id)
            self.setCurrentIndex(self.findData(valgt) if valgt else -1)
            if self.currentIndex() < 0:
                self.setEditText("")

    @property
    def person_id(self) -> str:
        """Who is chosen, nothing when nobody is."""
        nummer = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
        return str(self.itemData(nummer)) if nummer >= 0 else ""

    def toem(self) -> None:
        """Choose nobody."""
        self.setCurrentIndex(-1)
        self.setEditText("")
