"""A tint for each list by its place in the order of lists: told apart, never a party's own colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

# Neither red nor amber: those mean that something is wrong. The letters say which list it is.
_TINTER: Final = (("accent_tint", "accent"), ("tinted", "line"), ("fag_tint", "fag_line"), ("pol_tint", "pol_line"))


@dataclass(frozen=True, slots=True)
class Listefarge:
    """Names of the theme's colours, and how thick the ring is: every fifth list begins anew with a thicker one."""

    flate: str
    kant: str
    tykkelse: float


def listefarge(kode: str, lister: Sequence[str]) -> Listefarge:
    """Return how a list's discs look; those without a list are grey."""
    if kode not in lister:
        return Listefarge("tinted", "line", 1.2)
    omgang, nummer = divmod(lister.index(kode), len(_TINTER))
    flate, kant = _TINTER[nummer]
    return Listefarge(flate, kant, 1.2 + omgang)
