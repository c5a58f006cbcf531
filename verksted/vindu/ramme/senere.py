"""What the window is made of once a process is open: loaded after the first paint, so that the start page is quick."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from verksted.vindu.ramme.hjelpepanel import Hjelpepanel
    from verksted.vindu.ramme.prosessramme import Prosessramme
    from verksted.vindu.ramme.tastevindu import Omvindu, Tastevindu
    from verksted.vindu.start.nydialog import Nydialog


class Aapnes(Protocol):
    """The palette: told of by what is done with it, since it knows the window that knows this."""

    def aapne(self) -> None:
        """Lie over the window and take the keyboard."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Senere:
    """The classes themselves; oppstart imports them."""

    prosessramme: type[Prosessramme]
    palett: Callable[..., Aapnes]
    hjelpepanel: type[Hjelpepanel]
    tastevindu: type[Tastevindu]
    omvindu: type[Omvindu]
    nydialog: type[Nydialog]
