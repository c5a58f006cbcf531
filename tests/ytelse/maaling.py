"""One figure with its goal, and the fair way to weigh two ways of doing a thing against each other."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

Retning = Literal["hoeyst", "minst"]
_TEGN: dict[Retning, str] = {"hoeyst": "≤", "minst": "≥"}


@dataclass(frozen=True)
class Maaling:
    """A measured figure: `enhet` is its unit (ms, s, ×, MB, moduler), `retning` says which side of `maal` is good."""

    navn: str
    verdi: float
    enhet: str
    maal: float
    retning: Retning = "hoeyst"

    @property
    def holder(self) -> bool:
        """Say whether the figure reaches its goal."""
        return self.verdi <= self.maal if self.retning == "hoeyst" else self.verdi >= self.maal

    def linje(self) -> str:
        """Return the figure as one printed line."""
        dom = "holder" if self.holder else "holder ikke"
        maal = f"{_TEGN[self.retning]} {_tall(self.maal)} {self.enhet}"
        return f"{self.navn}: {_tall(self.verdi)} {self.enhet} (mål: {maal}) {dom}"


def forhold(kandidat: Callable[[], object], bar: Callable[[], object], gjenta: int = 5) -> float:
    """Return the best time of `kandidat` over the best time of `bar`; they take turns, so that noise falls on both."""
    par = [(sekunder(kandidat), sekunder(bar)) for _ in range(gjenta)]
    return min(tid for tid, _ in par) / min(tid for _, tid in par)


def beste(kandidat: Callable[[], object], gjenta: int = 5) -> float:
    """Return the best wall time of `gjenta` runs, in seconds."""
    return min(sekunder(kandidat) for _ in range(gjenta))


def sekunder(kandidat: Callable[[], object]) -> float:
    """Return the wall time of one run, in seconds, with the garbage of earlier runs out of the way."""
    gc.collect()
    start = perf_counter()
    kandidat()
    return perf_counter() - start


def _tall(verdi: float) -> str:
    """Write a figure the Norwegian way, with three figures that count."""
    if verdi == int(verdi):
        skrevet = f"{int(verdi):,}"
    else:
        desimaler = next((antall for grense, antall in ((100, 0), (10, 1), (1, 2)) if abs(verdi) >= grense), 3)
        skrevet = f"{verdi:,.{desimaler}f}"
    return skrevet.replace(",", " ").replace(".", ",")
