"""What a new wording changed in the old one, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Art = Literal["lik", "ny", "borte"]
_ORD = re.compile(r"\s*\S+\s*?(?=\s|$)")
# Fewer equal words than this between two changes are read as part of the change: no confetti of single words.
MINSTE_OEY = 3


@dataclass(frozen=True, slots=True)
class Bit:
    """A run of words that stayed, came or went, with the white space in front of them."""

    art: Art
    tekst: str


def ordforskjell(gammel: str, ny: str) -> tuple[Bit, ...]:
    """Return the runs that lead from one wording to the other, what is gone before what is new.

    The equal and new runs, joined, are the new wording without white space at its end; the equal and gone runs
    hold every word of the old one, in order.
    """
    gamle, nye = _ordene(gammel), _ordene(ny)
    speil = SequenceMatcher(None, [o.strip() for o in gamle], [o.strip() for o in nye], autojunk=False)
    biter: list[Bit] = []
    for art, ord_borte, ord_nye in _uten_smaa_oeyer(speil, gamle, nye):
        if art == "lik":
            biter.append(Bit("lik", "".join(ord_nye)))
            continue
        if ord_borte:
            biter.append(Bit("borte", "".join(ord_borte)))
        if ord_nye:
            biter.append(Bit("ny", "".join(ord_nye)))
    return tuple(biter)


def _ordene(tekst: str) -> list[str]:
    return _ORD.findall(tekst)


def _uten_smaa_oeyer(
    speil: SequenceMatcher[str], gamle: list[str], nye: list[str]
) -> Iterator[tuple[Art, list[str], list[str]]]:
    trinn = [(merke == "equal", i1, i2, j1, j2) for merke, i1, i2, j1, j2 in speil.get_opcodes()]
    borte: list[str] = []
    nytt: list[str] = []
    for nr, (lik, i1, i2, j1, j2) in enumerate(trinn):
        kant = nr in {0, len(trinn) - 1}
        if lik and (kant or i2 - i1 >= MINSTE_OEY):
            if borte or nytt:
                yield "ny", borte, nytt
                borte, nytt = [], []
            yield "lik", gamle[i1:i2], nye[j1:j2]
        else:
            borte, nytt = [*borte, *gamle[i1:i2]], [*nytt, *nye[j1:j2]]
    if borte or nytt:
        yield "ny", borte, nytt
