"""Where in two wordings the words differ: character ranges to strike in the old one and underline in the new one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.regler.ordforskjell import ordforskjell

if TYPE_CHECKING:
    from collections.abc import Iterator

_ORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Strekning:
    """A run of characters from `fra` up to `til`."""

    fra: int
    til: int


@dataclass(frozen=True, slots=True)
class Endringsmerking:
    """`borte` are ranges of the old wording, `nye` of the new one, both from left to right."""

    borte: tuple[Strekning, ...] = ()
    nye: tuple[Strekning, ...] = ()


def merk_endringer(gammel: str, ny: str) -> Endringsmerking:
    """Return what to strike and what to underline; white space alone is no difference."""
    gamle, nye = _stedene(gammel), _stedene(ny)
    borte: list[Strekning] = []
    nytt: list[Strekning] = []
    for bit in ordforskjell(gammel, ny):
        antall = sum(1 for _ in _ORD.finditer(bit.tekst))
        i_gammel = [next(gamle) for _ in range(antall)] if bit.art != "ny" else []
        i_ny = [next(nye) for _ in range(antall)] if bit.art != "borte" else []
        if bit.art == "borte" and i_gammel:
            borte.append(Strekning(i_gammel[0][0], i_gammel[-1][1]))
        elif bit.art == "ny" and i_ny:
            nytt.append(Strekning(i_ny[0][0], i_ny[-1][1]))
    return Endringsmerking(tuple(borte), tuple(nytt))


def _stedene(tekst: str) -> Iterator[tuple[int, int]]:
    return (treff.span() for treff in _ORD.finditer(tekst))
