"""What gives way when time has gone: the blocks still to come shrink so that the end can be kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from verksted.modell.ordene import Forskyvning, Programart
from verksted.regler.program.tidslinje import hele_minutter, naermeste
from verksted.regler.summer import fordel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from verksted.regler.program.post import Post

MINST: Final = 1
MINSTE_PAUSE: Final = 5


def minst(post: Post) -> int:
    """Return the fewest minutes a block may be left with; a break stays a break."""
    return min(post.minutter, MINSTE_PAUSE if post.art is Programart.PAUSE else MINST)


def oenskede_minutter(post: Post) -> int:
    """Return what a block to come wants: its planned minutes, or more where somebody has given it more."""
    return post.varighet if post.tildelt is not None and post.tildelt > post.minutter else _plan(post)


def fordel_resten(
    kommende: Sequence[Post], fra: datetime, slutt: datetime, forskyvning: Forskyvning
) -> tuple[tuple[Post, ...], int]:
    """Return the blocks to come with the minutes they get, and how many minutes could not be taken anywhere.

    Always counted from what the blocks want, so that time won back is given back. Fixed starts keep their time and
    their minutes; the floating blocks before one give way to it. `fra` and `slutt` are wall clock without a zone.
    With SKYV nothing shrinks and all that was taken is given back.
    """
    ferdige: list[Post] = []
    flytende: list[Post] = []
    ikke_tatt = 0

    def lukk(grense: datetime) -> datetime:
        nonlocal ikke_tatt
        oensket = sum(oenskede_minutter(post) for post in flytende)
        mangler = max(0, oensket - hele_minutter(grense - fra))
        nye, rest = krymp(flytende, mangler, forskyvning)
        ikke_tatt += rest
        ferdige.extend(nye)
        flytende.clear()
        return fra + timedelta(minutes=sum(post.varighet for post in nye))

    for post in kommende:
        if post.fast_start is None:
            flytende.append(post)
            continue
        oensket = sum(oenskede_minutter(annen) for annen in flytende)
        starter = naermeste(post.fast_start, fra + timedelta(minutes=oensket), tidligst=fra)
        fra = lukk(starter)
        ferdige.append(_med(post, oenskede_minutter(post)))
        fra = max(fra, starter + timedelta(minutes=ferdige[-1].varighet))
    lukk(slutt)
    return tuple(ferdige), ikke_tatt


def krymp(poster: Sequence[Post], minutter: int, forskyvning: Forskyvning) -> tuple[tuple[Post, ...], int]:
    """Return the blocks with so many minutes taken from them together, and how many could not be taken."""
    har = [oenskede_minutter(post) for post in poster]
    plass = [max(0, n - minst(post)) if n else 0 for n, post in zip(har, poster, strict=True)]
    skal = 0 if forskyvning is Forskyvning.SKYV else min(minutter, sum(plass))
    tatt = _fra_slutten(plass, skal) if forskyvning is Forskyvning.FRA_SLUTTEN else _forholdsmessig(har, plass, skal)
    nye = tuple(_med(post, n - t) for post, n, t in zip(poster, har, tatt, strict=True))
    return nye, 0 if forskyvning is Forskyvning.SKYV else minutter - skal


def _fra_slutten(plass: Sequence[int], skal: int) -> list[int]:
    tatt = [0] * len(plass)
    for nummer in reversed(range(len(plass))):
        tatt[nummer] = min(plass[nummer], skal)
        skal -= tatt[nummer]
    return tatt


def _forholdsmessig(har: Sequence[int], plass: Sequence[int], skal: int) -> list[int]:
    """Take in proportion to length, by largest remainder; what one block lacks room for is taken from the others."""
    tatt = [0] * len(har)
    while skal:
        aapne = [nummer for nummer in range(len(har)) if tatt[nummer] < plass[nummer]]
        deler = fordel(skal, [har[nummer] for nummer in aapne])
        for nummer, del_ in zip(aapne, deler, strict=True):
            mer = min(del_, plass[nummer] - tatt[nummer])
            tatt[nummer] += mer
            skal -= mer
    return tatt


def _plan(post: Post) -> int:
    return 0 if post.art is Programart.HJEMMEARBEID else post.minutter


def _med(post: Post, minutter: int) -> Post:
    tildelt = None if minutter == _plan(post) else minutter
    return post if tildelt == post.tildelt else replace(post, tildelt=tildelt)
