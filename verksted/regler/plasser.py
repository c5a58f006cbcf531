"""A plain division of people into tables, and who met whom. The good division is `regler/grupper`'s work."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence


def fordel(personer: Sequence[str], *, antall_bord: int, laaste: Mapping[str, int] | None = None) -> list[list[str]]:
    """Deal the people out over the tables in order, so that neighbours on the list sit apart.

    `laaste` is person → table index (from 0). Sizes differ by at most one, unless locks alone make it impossible.
    Returns one list of people per table; locked people first.
    """
    laaste = laaste or {}
    bordene: list[list[str]] = [[] for _ in range(antall_bord)]
    for person in personer:
        if person in laaste:
            bordene[laaste[person]].append(person)
    neste = 0
    for person in personer:
        if person in laaste:
            continue
        minst = min(len(bord) for bord in bordene)
        while len(bordene[neste % antall_bord]) > minst:
            neste += 1
        bordene[neste % antall_bord].append(person)
        neste += 1
    return bordene


def par_ved_bordene(bordene: Iterable[Collection[str]]) -> list[tuple[str, str]]:
    """Return every pair that sits together, each once, the smaller id first."""
    return [par for bord in bordene for par in combinations(sorted(bord), 2)]
