"""One action of a page: a button in its header, and a line in the command palette."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verksted.vindu.deler.knapp import Knappeslag


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidehandling:
    """`tekst` is a verb; `hvorfor_ikke` says why it cannot be done now, and switches the button off."""

    noekkel: str
    tekst: str
    gjoer: Callable[[], object]
    ikon: str = ""
    slag: Knappeslag = "kant"
    hvorfor_ikke: str = ""
