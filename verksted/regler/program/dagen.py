"""The day as it goes: what was, what is, and when the rest comes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from verksted.kjerne.klokke import lokal
from verksted.modell.ordene import Programart
from verksted.regler.program.post import Post, blokkene, i_loep, planlagte, stegene
from verksted.regler.program.tidslinje import (
    Blokktid,
    Programtid,
    Stegtid,
    beregn_program,
    hele_minutter,
    legg_blokk,
    naermeste,
    paa_dagen,
    skaler,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import time


class Tilstand(StrEnum):
    """How far a block has come."""

    FERDIG = "ferdig"
    NAA = "naa"
    KOMMER = "kommer"
    HOPPET_OVER = "hoppet_over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dagsblokk:
    """One block of the day on the clock, and how far it has come."""

    tid: Blokktid
    tilstand: Tilstand


@dataclass(frozen=True, slots=True, kw_only=True)
class Dagsprogram:
    """The day beside the plan. `etter_plan` (minutes, below 0: ahead) is how late what comes next will begin.

    `slutt` is when the day is expected to be over. Wall clock times without a zone.
    """

    blokker: tuple[Dagsblokk, ...]
    slutt: datetime
    etter_plan: int


def veggtid(tid: datetime) -> datetime:
    """Return a moment as the Norwegian wall clock shows it, without a zone."""
    return lokal(tid).replace(tzinfo=None)


def dagens_rammer(
    poster: Iterable[Post], naa: datetime, *, start: time, slutt: time | None
) -> tuple[datetime, datetime]:
    """Return when the day the meeting is run on begins and should be over, on the wall clock, without a zone.

    The day is that of the first block, or now, whatever date stands in the file: a rehearsal has its own. Without a
    planned end the end of the plan is the one to keep.
    """
    alle = tuple(poster)
    foerste = veggtid(min((p.faktisk_start for p in alle if p.faktisk_start is not None), default=naa))
    begynner = naermeste(start, foerste, tidligst=foerste - timedelta(days=1))
    if slutt is None:
        return begynner, beregn_program(planlagte(alle), begynner).slutt
    return begynner, paa_dagen(begynner, slutt, etter=start)


def ventet_slutt(post: Post, naa: datetime) -> datetime:
    """Return when a running block will be over at the earliest, a stopped clock included (both with a zone)."""
    slutter = post.slutter or naa
    if post.stanset is not None:
        slutter += max(timedelta(), naa - post.stanset)
    return max(slutter, naa)


def beregn_dagen(poster: Iterable[Post], plan: Programtid, naa: datetime | None = None) -> Dagsprogram:
    """Return the day as it became and will become, beside its plan.

    `naa` (with a zone) is None when nobody asks in the meeting: what is running then ends as it is stored.
    """
    alle = tuple(poster)
    steg = stegene(alle)
    flyt = plan.start
    blokker: list[Dagsblokk] = []
    naatid = None if naa is None or any(post.i_gang for post in alle) else veggtid(naa)
    for post in blokkene(alle):
        egne = steg.get(post.id, ())
        if post.faktisk_start is not None:
            dagsblokk = _begynt(post, egne, naa)
        elif post.hoppet_over:
            tom = Blokktid(id=post.id, art=post.art, fra=flyt, til=flyt, minutter=0)
            dagsblokk = Dagsblokk(tid=tom, tilstand=Tilstand.HOPPET_OVER)
        else:
            if naatid is not None and blokker and blokker[-1].tilstand is Tilstand.FERDIG:
                flyt = max(flyt, naatid)  # nothing is going on: the next cannot begin before now
            fra = flyt if post.fast_start is None else naermeste(post.fast_start, flyt, tidligst=plan.start)
            tid = legg_blokk(post, skalerte(post, egne), fra, ventet=flyt)
            dagsblokk = Dagsblokk(tid=tid, tilstand=Tilstand.KOMMER)
        blokker.append(dagsblokk)
        flyt = max(flyt, dagsblokk.tid.til) if dagsblokk.tilstand is Tilstand.KOMMER else dagsblokk.tid.til
    return Dagsprogram(blokker=tuple(blokker), slutt=flyt, etter_plan=_etter_plan(blokker, plan, flyt))


def skalerte(blokk: Post, steg: Sequence[Post]) -> tuple[Post, ...]:
    """Return the steps of a block that is not begun, in the proportions of the minutes the day gives it."""
    if blokk.varighet == blokk.minutter or not blokk.varighet:
        return tuple(steg)
    nye: dict[str, Post] = {}
    for egne in i_loep(steg).values():
        planlagt = [ett.minutter for ett in egne]
        til = max(len(egne), round(sum(planlagt) * blokk.varighet / blokk.minutter))
        for ett, minutter in zip(egne, skaler(planlagt, til), strict=True):
            nye[ett.id] = replace(ett, tildelt=None if minutter == ett.minutter else minutter)
    return tuple(nye[ett.id] for ett in steg)


def _begynt(post: Post, steg: Sequence[Post], naa: datetime | None) -> Dagsblokk:
    """Return a block that has begun: its real times, as far as they are known."""
    fra, til = _begynte_tider(post, naa)
    tid = Blokktid(
        id=post.id,
        art=post.art,
        fra=fra,
        til=til,
        minutter=hele_minutter(til - fra),
        fast=post.fast_start is not None,
        steg=tuple(s for egne in i_loep(steg).values() for s in _begynte_steg(egne, post, naa)),
        parallelle=len(i_loep(steg)),
    )
    return Dagsblokk(tid=tid, tilstand=Tilstand.FERDIG if post.faktisk_slutt else Tilstand.NAA)


def _begynte_tider(post: Post, naa: datetime | None) -> tuple[datetime, datetime]:
    start = post.faktisk_start or naa
    if start is None:
        raise AssertionError(post.id)
    if post.faktisk_slutt is not None:
        slutt = post.faktisk_slutt
    elif naa is not None:
        slutt = ventet_slutt(post, naa)
    else:
        slutt = post.slutter or start + timedelta(minutes=post.varighet)
    return veggtid(start), veggtid(max(start, slutt))


def _begynte_steg(egne: Sequence[Post], blokk: Post, naa: datetime | None) -> Iterable[Stegtid]:
    """Yield the steps that have begun, and those still to come while the block is running."""
    til: datetime | None = None
    for ett in egne:
        if ett.faktisk_start is not None:
            stoppet = replace(ett, stanset=blokk.stanset)  # the block's clock stops those of its steps
            fra, til = _begynte_tider(stoppet, naa)
        elif blokk.faktisk_slutt is None and til is not None:
            fra, til = til, til + timedelta(minutes=ett.varighet)
        else:
            continue
        yield Stegtid(id=ett.id, loep=ett.loep, fra=fra, til=til, minutter=hele_minutter(til - fra))


def _etter_plan(blokker: Sequence[Dagsblokk], plan: Programtid, slutt: datetime) -> int:
    planlagt = {blokk.id: blokk.fra for blokk in plan.blokker}
    for blokk in blokker:
        hjemme = blokk.tid.art is Programart.HJEMMEARBEID
        if blokk.tilstand is Tilstand.KOMMER and blokk.tid.id in planlagt and not hjemme:
            return hele_minutter(blokk.tid.fra - planlagt[blokk.tid.id])
    return hele_minutter(slutt - plan.slutt)
