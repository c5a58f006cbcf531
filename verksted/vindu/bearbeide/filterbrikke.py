"""A chip that filters: its words say what it lets through, its menu has the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.vindu.utseende.ikoner import Ikoner
    from verksted.vindu.utseende.tema import Tema


class Filterbrikke(QPushButton):
    """`navn` is what is filtered; the first choice is the one that lets everything through.

    Signals: `valgt` when the user chose something.
    """

    valgt = Signal()

    def __init__(self, navn: str, tema: Tema, ikoner: Ikoner) -> None:
        super().__init__()
        self._navn = navn
        self._valg: list[tuple[Any, str]] = []
        self._nr = 0
        self.setProperty("brikke", "ledig")
        self.setFont(tema.skrift(Trinn.TABELL))
        self.setIcon(ikoner("caret-down", "text"))
        self.setIconSize(QSize(tema.px(12), tema.px(12)))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the caret stands after the words
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._meny = QMenu(self)
        self._meny.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._meny.setAccessibleName(navn)
        self._meny.aboutToShow.connect(self._fyll)
        self.setMenu(self._meny)

    @property
    def verdi(self) -> Any:  # noqa: ANN401 - whatever the choices are
        """The chosen value."""
        return self._valg[self._nr][0] if self._valg else None

    @property
    def foerste(self) -> Any:  # noqa: ANN401 - as above
        """The value that lets everything through."""
        return self._valg[0][0] if self._valg else None

    @property
    def brukes(self) -> bool:
        """Say whether it holds something back."""
        return self._nr > 0

    @property
    def meny(self) -> QMenu:
        """Its menu, filled."""
        self._fyll()
        return self._meny

    def sett_valg(self, valg: Sequence[tuple[Any, str]]) -> None:
        """Offer other choices (value, words); what was chosen stays chosen where it is still there."""
        naa = self.verdi
        self._valg = list(valg)
        self._nr = next((nr for nr, (verdi, _) in enumerate(valg) if verdi == naa), 0)
        self._vis()

    def sett(self, verdi: Any) -> None:  # noqa: ANN401 - as above
        """Choose without saying so."""
        self._nr = next((nr for nr, (en, _) in enumerate(self._valg) if en == verdi), 0)
        self._vis()

    def velg(self, verdi: Any) -> None:  # noqa: ANN401 - as above
        """Choose as the user does."""
        self.sett(verdi)
        self.valgt.emit()

    def sett_antall(self, tekst: str) -> None:
        """Say something after the words, such as how many."""
        self._vis(tekst)

    def _fyll(self) -> None:
        """Make the menu only when it is opened: most never are."""
        self._meny.clear()
        gruppe = QActionGroup(self._meny)
        for nr, (verdi, ord_) in enumerate(self._valg):
            handling = self._meny.addAction(ord_.replace("&", "&&"))
            handling.setCheckable(True)
            handling.setChecked(nr == self._nr)
            gruppe.addAction(handling)
            handling.triggered.connect(lambda _=False, verdi=verdi: self.velg(verdi))

    def _vis(self, etter: str = "") -> None:
        ord_ = self._valg[self._nr][1] if self._valg else self._navn
        kort = ord_ if len(ord_) <= 30 else f"{ord_[:29].rstrip()}…"
        self.setText(f"{kort}{etter} ".replace("&", "&&"))
        self.setAccessibleName(f"{self._navn}: {ord_}{etter}")
        self.setToolTip(ord_ if kort != ord_ else "")
        self.setProperty("brikke", "valgt" if self._nr else "ledig")
        self.style().unpolish(self)
        self.style().polish(self)
        self.updateGeometry()
