"""The window as those it is made of see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QMainWindow

    from verksted.kjerne.feil import KjentFeil
    from verksted.vindu.deler.banner import Banner, Bannerslag
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord
    from verksted.vindu.ramme.innstillinger import Innstillinger
    from verksted.vindu.ramme.kontrakt import AapenProsess
    from verksted.vindu.ramme.menyer import Menyer
    from verksted.vindu.ramme.prosessramme import Prosessramme
    from verksted.vindu.ramme.statuslinje import Statuslinje
    from verksted.vindu.ramme.tilgang import Tilgang
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.vindu.start.sistbrukt import Sistliste
    from verksted.vindu.start.startside import Startside


class Vindu(Protocol):
    """`Hovedvindu`, without a ring of imports."""

    verktoey: Verktoey
    tilgang: Tilgang
    innstillinger: Innstillinger
    sistliste: Sistliste
    bord: Arbeidsbord | None
    ramme: Prosessramme | None
    menyer: Menyer
    status: Statuslinje
    startside: Startside

    @property
    def widget(self) -> QMainWindow:
        """The window as a widget."""
        ...

    def aapne(self, sti: Path, *, bare_les: bool = False) -> None:
        """Open a file."""
        ...

    def ta_imot(self, fil: AapenProsess) -> None:
        """Show a process that has been opened or made."""
        ...

    def lukk_prosessen(self, etterpaa: Callable[[], object] | None = None) -> None:
        """Let the file go; then do what comes after."""
        ...

    def bygg_om(self) -> None:
        """Make everything that is seen anew."""
        ...

    def vis_banner(self, setning: str, slag: Bannerslag = "opplysning", handling: str = "") -> Banner:
        """Show a band across the page in front."""
        ...

    def vis_feil(self, feil: KjentFeil) -> None:
        """Say what went wrong."""
        ...

    def gaa_til(self, noekkel: str, maal: object = None) -> None:
        """Bring a page to the front."""
        ...
