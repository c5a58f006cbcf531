"""The contract every page keeps. ARCHITECTURE.md, «How a page is made», tells it in ten lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from verksted.vindu.deler.oppsett import toem
from verksted.vindu.deler.tomtilstand import Tomtilstand
from verksted.vindu.ramme.sidehode import Sidehode

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QPushButton

    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord
    from verksted.vindu.ramme.kontrakt import Endringsmelding
    from verksted.vindu.ramme.sidehandling import Sidehandling


class Side(QWidget):
    """One page of the window. Override `bygg` and `oppfrisk`, and what else is needed.

    A page is built when it is first visited, and anew (same constructor) when language or zoom changes. It hears of
    changes only while it is in front; what it missed comes as one `oppfrisk(None)` when it is visited again.

    Signals: `gaa_til` (page, what to show there), `si` with a sentence for the status line, `vis_panel` to open the
    side panel where the window is too narrow to have it beside the page.
    """

    noekkel: ClassVar[str]
    rullbar: ClassVar[bool] = True  # False: the page fills the window and scrolls inside itself

    gaa_til = Signal(str, object)
    si = Signal(str)
    vis_panel = Signal()

    def __init__(self, bord: Arbeidsbord) -> None:
        super().__init__()
        self.setObjectName("side")
        self.bord = bord
        self.tekster = bord.verktoey.tekster
        self.tema = bord.verktoey.tema
        self.ikoner = bord.verktoey.ikoner
        self.panel: QWidget | None = None
        self.hode = Sidehode(self.tekster(f"ramme.side.{self.noekkel}.tittel"), bord.verktoey)
        self.innhold = QVBoxLayout()
        self.innhold.setContentsMargins(self.tema.px(40), self.tema.px(16), self.tema.px(40), self.tema.px(24))
        self.innhold.setSpacing(self.tema.px(16))
        helt = QVBoxLayout(self)
        helt.setContentsMargins(0, 0, 0, 0)
        helt.setSpacing(0)
        helt.addWidget(self.hode)
        helt.addWidget(self._rulleflate() if self.rullbar else self._fast(), 1)
        self.bygg()
        self.nye_handlinger()

    # -- what a page overrides ----------------------------------------------------------------------------------

    def bygg(self) -> None:
        """Make the widgets once, into `self.innhold`; a side panel goes in `self.panel`."""

    def oppfrisk(self, endring: Endringsmelding | None) -> None:
        """Fetch anew after a change, or everything when None; most pages ask `self.bord.hent` for their view."""

    def handlinger(self) -> Sequence[Sidehandling]:
        """Return the actions of the header as they stand now; call `nye_handlinger` when they change."""
        return ()

    def vis(self, maal: object = None) -> None:
        """Come to the front; `maal` is what another page asked to be shown: a code, or a filter."""

    def slipp(self, _fil: Path) -> bool:
        """Take a file dropped on the page; False when it is not for this page."""
        return False

    def foerste_fokus(self) -> QWidget | None:
        """Return the widget that gets the keyboard when the page comes up; None leaves it where it is."""
        return None

    # -- what a page uses ---------------------------------------------------------------------------------------

    def sett_tilstand(self, setning: str) -> None:
        """Say in the header how things stand, in one sentence."""
        self.hode.sett_tilstand(setning)

    def nye_handlinger(self) -> None:
        """Show the actions as they now stand."""
        self.hode.sett_handlinger(self.handlinger())

    def toem(self) -> None:
        """Take away everything in `self.innhold`."""
        toem(self.innhold)

    def vis_tomt(self, setning: str, knapp: QPushButton | None = None) -> None:
        """Show one sentence and one action instead of content."""
        self.toem()
        self.innhold.addWidget(Tomtilstand(setning, self.tema, knapp), 1)

    def _rulleflate(self) -> QScrollArea:
        rulle = QScrollArea()
        rulle.setWidgetResizable(True)
        rulle.setFrameShape(QFrame.Shape.NoFrame)
        rulle.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        rulle.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        flate = QWidget()
        flate.setObjectName("rulleflate")
        flate.setLayout(self.innhold)
        rulle.setWidget(flate)
        return rulle

    def _fast(self) -> QWidget:
        flate = QWidget()
        flate.setLayout(self.innhold)
        return flate
