"""A row of a budget table on its way to be judged a post or a sum, and the words that sums are called by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

Vektor = tuple[int, ...]

_SUM: Final = re.compile(
    r"^(?:del|hoved|hovud|slutt)?(?:sum|totalsum)\b|^totalt?\b|^i alt\b|^til ?sammen\b|^grand total\b", re.IGNORECASE
)
_KANSKJE_SUM: Final = re.compile(
    r"^(?:samlet|samla|netto|resultat|balanse|brutto)\b|\b(?:sum|totalt?|totalsum|i alt|til ?sammen)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Linje:
    """A row with amounts: its label, its first words, whether it has a code, and what it may be summed with.

    `slingring` is what rounding may be off, `ord` the cells with words, `innrykk` how far the first is indented.
    """

    tekst: str
    foerste: str
    beloep: Vektor
    kodet: bool
    grupper: tuple[str, ...] = ()
    slingring: int = 0
    ord: tuple[str, ...] = ()
    innrykk: int = 0

    @property
    def kaller_seg_sum(self) -> bool:
        """Say whether its own words make it a sum."""
        return har_sumord(self.tekst) or har_sumord(self.foerste)


@lru_cache(maxsize=1 << 14)
def har_sumord(tekst: str) -> bool:
    """Say whether a text calls itself a sum: «Sum oppvekst», «Totalt», «I alt»."""
    return bool(_SUM.match(tekst))


@lru_cache(maxsize=1 << 14)
def kan_vaere_sumord(tekst: str) -> bool:
    """Say whether a text may be that of a sum as well as of a post: «Netto …», «Barnehage totalt»."""
    return bool(_KANSKJE_SUM.search(tekst))
