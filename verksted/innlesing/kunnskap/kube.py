"""A cube of figures (JSON-stat's shape): dimensions, and a value or a status for each cell, row by row.

Series are made one at a time, when they are asked for: a cube may hold a million cells, and a planner wants a few.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import prod
from typing import TYPE_CHECKING

from verksted.innlesing.kunnskap.serier import TEGN, Serie, Tabellhode, Verdi
from verksted.innlesing.tabell.tall import les_tall

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Dimensjon:
    """One dimension: codes and labels in the order of the cube, the unit of each where there is one."""

    id: str
    navn: str
    koder: tuple[str, ...]
    etiketter: tuple[str, ...]
    enheter: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Kube:
    """A dataset; `verdier` and `statuser` hold only the cells that have something, counted row by row from 0."""

    hode: Tabellhode
    dimensjoner: tuple[Dimensjon, ...]
    verdier: Mapping[int, Decimal | str]
    statuser: Mapping[int, str]
    fylte: tuple[int, ...]
    tid: int | None
    sted: int | None
    maal: int | None

    @property
    def regionnavn(self) -> tuple[str, ...]:
        """The regions' names, empty without such a dimension."""
        return () if self.sted is None else self.dimensjoner[self.sted].etiketter

    @property
    def antall(self) -> int:
        """How many series there are: the places in the cube outside time."""
        return prod(len(d.koder) for i, d in enumerate(self.dimensjoner) if i != self.tid)

    def celle(self, plass: Sequence[int]) -> tuple[Decimal | str | None, str]:
        """Return the value and the status at a place (one index a dimension)."""
        nummer = 0
        for indeks, dimensjon in zip(plass, self.dimensjoner, strict=True):
            nummer = nummer * len(dimensjon.koder) + indeks
        return self.verdier.get(nummer), self.statuser.get(nummer, "")

    def steder(self, nummer: int) -> tuple[str, ...]:
        """Return a series' region, or all its labels where no dimension is said to be one."""
        plass = self._plass(nummer)
        if self.sted is not None:
            return (self.dimensjoner[self.sted].etiketter[plass[self.sted]],)
        return tuple(d.etiketter[plass[i]] for i, d in enumerate(self.dimensjoner) if i != self.tid)

    def serie(self, nummer: int) -> Serie:
        """Return a series; the measure is named first and the region last, as people say it."""
        plass = self._plass(nummer)
        utenom = [i for i in range(len(self.dimensjoner)) if i != self.tid]
        navnerekke = sorted(utenom, key=lambda i: (i != self.maal, i == self.sted))
        return Serie(
            ledd=tuple(self.dimensjoner[i].etiketter[plass[i]] for i in navnerekke),
            regioner=() if self.sted is None else self.steder(nummer),
            enhet=next((e for i in navnerekke if (e := self.dimensjoner[i].enheter[plass[i]])), None),
            verdier=tuple(self._i_tid(plass)),
        )

    def _plass(self, nummer: int) -> list[int]:
        """Return the index in each dimension of a series, 0 in time."""
        plass = [0] * len(self.dimensjoner)
        for i in range(len(self.dimensjoner) - 1, -1, -1):
            if i != self.tid:
                nummer, plass[i] = divmod(nummer, len(self.dimensjoner[i].koder))
        return plass

    def _i_tid(self, plass: list[int]) -> Iterator[Verdi]:
        tider: Sequence[str | None] = (None,) if self.tid is None else self.dimensjoner[self.tid].etiketter
        for indeks, periode in enumerate(tider):
            if self.tid is not None:
                plass[self.tid] = indeks
            verdi, status = self.celle(plass)
            if isinstance(verdi, Decimal):
                yield Verdi(periode, format(verdi, "f").replace(".", ","), er_tall=True, merke=status)
            elif verdi is not None or status:
                yield Verdi(periode, verdi or status, er_tall=er_tall(verdi), merke=status if verdi else "")


def finn_fylte(verdier: Mapping[int, Decimal | str], stoerrelser: Sequence[int], tid: int | None) -> tuple[int, ...]:
    """Return the series with a figure in them: the number of each cell with the time taken out of it."""
    etter = 1 if tid is None else prod(stoerrelser[tid + 1 :])
    steg = etter if tid is None else etter * stoerrelser[tid]
    return tuple(sorted({n // steg * etter + n % etter for n, verdi in verdier.items() if er_tall(verdi)}))


def er_tall(verdi: Decimal | str | None) -> bool:
    """Say whether a cell holds a figure; some services write figures as text."""
    if isinstance(verdi, str):
        return verdi not in TEGN and les_tall(verdi) is not None
    return verdi is not None
