"""The panel at the right: how even it is, how it is to be made, and who is away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from verksted.vindu.grupper.balansefane import Balansefane
from verksted.vindu.grupper.bortefane import Bortefane
from verksted.vindu.grupper.oppsettfane import Oppsettfane
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.ramme.verktoey import Verktoey

FANER: Final = ("balanse", "oppsett", "borte")


class Gruppepanel(QWidget):
    """Three tabs; each scrolls for itself."""

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        px = verktoey.tema.px
        self.balanse = Balansefane(verktoey)
        self.oppsett = Oppsettfane(verktoey)
        self.borte = Bortefane(verktoey)
        self.faner = QTabBar()
        self.faner.setExpanding(False)
        self.faner.setUsesScrollButtons(False)
        self.faner.setFont(verktoey.tema.skrift(Trinn.TABELL_MEDIUM))
        self.faner.setAccessibleName(verktoey.tekster("gruppeside.panel.navn"))
        self._stabel = QStackedWidget()
        for noekkel, fane in zip(FANER, (self.balanse, self.oppsett, self.borte), strict=True):
            self.faner.addTab(verktoey.tekster(f"gruppeside.panel.{noekkel}"))
            rulle = QScrollArea()
            rulle.setWidgetResizable(True)
            rulle.setFrameShape(QFrame.Shape.NoFrame)
            rulle.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            rulle.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            flate = QWidget()
            flate.setObjectName("rulleflate")
            oppsett = QVBoxLayout(flate)
            oppsett.setContentsMargins(px(20), px(12), px(20), px(20))
            oppsett.addWidget(fane)
            rulle.setWidget(flate)
            self._stabel.addWidget(rulle)
        self.faner.currentChanged.connect(self._stabel.setCurrentIndex)
        rad = QVBoxLayout()
        rad.setContentsMargins(px(20), px(16), px(20), 0)
        rad.addWidget(self.faner)
        helt = QVBoxLayout(self)
        helt.setContentsMargins(0, 0, 0, 0)
        helt.setSpacing(0)
        helt.addLayout(rad)
        helt.addWidget(self._stabel, 1)
        self.setFocusProxy(self.faner)

    def vis_fane(self, noekkel: str) -> None:
        """Bring a tab to the front."""
        self.faner.setCurrentIndex(FANER.index(noekkel))
