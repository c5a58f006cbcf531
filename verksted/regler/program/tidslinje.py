"""When every block and step begins and ends: planned minutes laid after each other, with fixed starts in between."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from verksted.modell.ordene import Programart
from verksted.regler.program.post import Post, blokkene, i_loep, stegene
from verksted.regler.summer import fordel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import time

_DOEGN: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stegtid:
    """One method step on the clock; steps with different `loep` run side by side."""

    id: str
    loep: int
    fra: datetime
    til: datetime
    minutter: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Blokktid:
    """One block on the clock.

    `fast`: it starts at a fixed time. `ventetid` (minutes) is the gap before it, `overlapp` how much it begins
    before what comes ahead of it is over. `rest` is what the longest track of steps leaves of the block: below 0
    they need more than it has; None without steps. `parallelle` counts the tracks.
    """

    id: str
    art: Programart
    fra: datetime
    til: datetime
    minutter: int
    fast: bool = False
    ventetid: int = 0
    overlapp: int = 0
    steg: tuple[Stegtid, ...] = ()
    rest: int | None = None
    parallelle: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Programtid:
    """The whole meeting on the clock; `slutt` is when the last of it is over, `planlagt_slutt` when it should be."""

    start: datetime
    slutt: datetime
    planlagt_slutt: datetime | None
    blokker: tuple[Blokktid, ...]

    @property
    def minutter(self) -> int:
        """Planned minutes of all the blocks, without waiting."""
        return sum(blokk.minutter for blokk in self.blokker)

    @property
    def over(self) -> int:
        """Minutes past the planned end; 0 when it is kept or not set."""
        return max(0, hele_minutter(self.slutt - self.planlagt_slutt)) if self.planlagt_slutt else 0


def beregn_program(poster: Iterable[Post], start: datetime, slutt: datetime | None = None) -> Programtid:
    """Return when each block and step begins and ends, from the minutes they take.

    `start` is a wall clock time without a zone (see `paa_dagen`). Skipped blocks are left out; homework is placed but
    takes no time. A block with a fixed start begins then, whatever the flow says: later makes a gap, earlier an
    overlap. What follows begins when all before it is over.
    """
    alle = tuple(poster)
    steg = stegene(alle)
    naa, blokker = start, []
    for post in blokkene(alle):
        if post.hoppet_over:
            continue
        fra = naa if post.fast_start is None else naermeste(post.fast_start, naa, tidligst=start)
        blokk = legg_blokk(post, steg.get(post.id, ()), fra, ventet=naa)
        naa = max(naa, blokk.til)
        blokker.append(blokk)
    return Programtid(start=start, slutt=naa, planlagt_slutt=slutt, blokker=tuple(blokker))


def legg_blokk(post: Post, steg: Sequence[Post], fra: datetime, *, ventet: datetime) -> Blokktid:
    """Return a block that begins at `fra`, where the flow had expected it at `ventet`."""
    minutter = post.varighet
    if post.art is Programart.HJEMMEARBEID:
        steg = tuple(replace(ett, art=post.art) for ett in steg)  # its steps are done at home as well
    loep = i_loep(steg)
    lengst = max((sum(ett.varighet for ett in egne) for egne in loep.values()), default=None)
    return Blokktid(
        id=post.id,
        art=post.art,
        fra=fra,
        til=fra + timedelta(minutes=minutter),
        minutter=minutter,
        fast=post.fast_start is not None,
        ventetid=max(0, hele_minutter(fra - ventet)),
        overlapp=max(0, hele_minutter(ventet - fra)),
        steg=tuple(tid for egne in loep.values() for tid in _legg_steg(egne, fra)),
        rest=None if lengst is None else minutter - lengst,
        parallelle=len(loep),
    )


def _legg_steg(egne: Sequence[Post], fra: datetime) -> Iterable[Stegtid]:
    for post in egne:
        til = fra + timedelta(minutes=post.varighet)
        yield Stegtid(id=post.id, loep=post.loep, fra=fra, til=til, minutter=post.varighet)
        fra = til


def skaler(minutter: Sequence[int], til: int) -> tuple[int, ...]:
    """Return the minutes of a track in the same proportions but together `til`, none below 1 (largest remainder)."""
    if sum(minutter) == til or not minutter:
        return tuple(minutter)
    fritt = max(0, til - len(minutter))  # one minute each is theirs whatever happens
    vekter = [max(0, m - 1) for m in minutter]
    return tuple(1 + del_ for del_ in fordel(fritt, vekter))


def hele_minutter(tid: timedelta) -> int:
    """Return a span in whole minutes, rounded to the nearest."""
    return round(tid / timedelta(minutes=1))


def paa_dagen(dag: datetime, tid: time, *, etter: time | None = None) -> datetime:
    """Return a clock time on a day, without a zone; one earlier than `etter` is past midnight."""
    moment = datetime.combine(dag.date(), tid)
    return moment + _DOEGN if etter is not None and tid < etter else moment


def naermeste(tid: time, naa: datetime, *, tidligst: datetime) -> datetime:
    """Return the moment nearest to `naa` that shows this time, so that 00.30 after 23.50 is the coming night.

    Never before the day the meeting begins.
    """
    samme_dag = datetime.combine(naa.date(), tid)
    dager = (samme_dag - _DOEGN, samme_dag, samme_dag + _DOEGN)
    return min((d for d in dager if d.date() >= tidligst.date()), key=lambda d: (abs(d - naa), d))
