"""A list beside the thing that is chosen in it; where there is no room for both, one at a time with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import strek
from verksted.vindu.deler.knapp import Knapp

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from verksted.vindu.deler.utstyr import Utstyr

LISTEBREDDE: Final = (300, 420)
LISTEDEL: Final = 0.33
SMAL_UNDER: Final = 800


class Todelt(QWidget):
    """`liste` at the left, `blad` scrolling at the right; `tilbake` is what the way back is called."""

    def __init__(
        self, liste: QWidget, blad: QWidget, tilbake: str, verktoey: Utstyr, *, bredde: tuple[int, int] = LISTEBREDDE
    ) -> None:
        super().__init__()
        tema = verktoey.tema
        self._tema = tema
        self._liste = liste
        self._bredde = bredde
        self._blad_foran = False
        self._smal = False
        self.rulle = QScrollArea()
        self.rulle.setWidgetResizable(True)
        self.rulle.setFrameShape(QFrame.Shape.NoFrame)
        self.rulle.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        flate = QWidget()
        flate.setObjectName("rulleflate")
        inni = QVBoxLayout(flate)
        inni.setContentsMargins(tema.px(32), tema.px(20), tema.px(40), tema.px(24))
        inni.addWidget(blad)
        inni.addStretch(1)
        self.rulle.setWidget(flate)
        self._tilbake = Knapp(tilbake, tema, slag="tekst", ikon=(verktoey.ikoner, "arrow-left"), liten=True)
        self._tilbake.clicked.connect(self.vis_liste)
        self._hoeyre = QWidget()
        hoeyre = QVBoxLayout(self._hoeyre)
        hoeyre.setContentsMargins(0, 0, 0, 0)
        hoeyre.setSpacing(0)
        hoeyre.addWidget(self._tilbake)
        hoeyre.addWidget(self.rulle, 1)
        self._strek = strek(tema, loddrett=True)
        rad = QHBoxLayout(self)
        rad.setContentsMargins(0, 0, 0, 0)
        rad.setSpacing(0)
        rad.addWidget(liste)
        rad.addWidget(self._strek)
        rad.addWidget(self._hoeyre, 1)
        self._legg()

    def vis_blad(self) -> None:
        """Bring the chosen thing to the front where only one has room."""
        self._blad_foran = True
        self._legg()

    def vis_liste(self) -> None:
        """Bring the list to the front where only one has room."""
        self._blad_foran = False
        self._legg()
        self._liste.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def smal(self) -> bool:
        """Say whether only one of them has room."""
        return self._smal

    def resizeEvent(self, hendelse: QResizeEvent) -> None:
        """Show one or both."""
        super().resizeEvent(hendelse)
        self._smal = hendelse.size().width() < self._tema.px(SMAL_UNDER)
        self._legg()

    def _legg(self) -> None:
        self._liste.setVisible(not self._smal or not self._blad_foran)
        self._hoeyre.setVisible(not self._smal or self._blad_foran)
        self._strek.setVisible(not self._smal)
        self._tilbake.setVisible(self._smal)
        if self._smal:
            self._liste.setMinimumWidth(0)
            self._liste.setMaximumWidth(16_777_215)
        else:
            minst, mest = (self._tema.px(bredde) for bredde in self._bredde)
            self._liste.setFixedWidth(min(max(round(self.width() * LISTEDEL), minst), mest))
