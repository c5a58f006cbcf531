"""How wide words are about to be, so that a long name gets smaller type instead of being cut off.

Widths in em of Calibri and Carlito, rounded up: to be wrong costs white space, never a letter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SMALE, _BREDE = frozenset("ijl.,:;'|!()[]ft-Ir /"), frozenset("mwMWÆŒ@%&")
_SMAL, _VANLIG, _STOR, _BRED, _UKJENT = 0.36, 0.56, 0.68, 0.92, 1.05
_LATINSK = 0x250


def bredde(ord_: str, stoerrelse: float) -> float:
    """Return about how many points the words take on one line, in bold type of `stoerrelse` points."""
    return sum(map(_em, ord_)) * stoerrelse


def _em(tegn: str) -> float:
    if tegn in _SMALE:
        return _SMAL
    if tegn in _BREDE:
        return _BRED
    if ord(tegn) >= _LATINSK:
        return _UKJENT
    return _STOR if tegn.isupper() else _VANLIG


def antall_linjer(ord_: str, stoerrelse: float, plass: float) -> int:
    """Return about how many lines the words take where a line is `plass` points; a word longer than that is broken."""
    linjer, brukt = 1, 0.0
    for ett in ord_.replace("-", "- ").split():
        trengs = bredde(ett, stoerrelse)
        mellomrom = bredde(" ", stoerrelse) if brukt else 0.0
        if brukt and brukt + mellomrom + trengs > plass:
            linjer, brukt, mellomrom = linjer + 1, 0.0, 0.0
        hele = int(trengs // plass)
        linjer, brukt = linjer + hele, brukt + mellomrom + trengs - hele * plass
    return linjer


def stoerste(ord_: str, stoerrelser: Sequence[int], *, plass: float, hoeyde: float) -> int:
    """Return the largest of the sizes (falling, in points) at which the words keep inside, without breaking a word.

    The smallest where none does.
    """
    for stoerrelse in stoerrelser:
        lengste = max((bredde(ett, stoerrelse) for ett in ord_.split()), default=0.0)
        if lengste <= plass and antall_linjer(ord_, stoerrelse, plass) * stoerrelse * 1.2 <= hoeyde:
            return stoerrelse
    return stoerrelser[-1]
