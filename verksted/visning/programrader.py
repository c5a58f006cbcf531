"""The program as it was: when each block really began and ended, beside what was planned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from verksted.kjerne.klokke import lokal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from verksted.modell.verksted import Programpost, Verksted
    from verksted.visning.grunnlag import Grunnlag


@dataclass(frozen=True, slots=True, kw_only=True)
class Programrad:
    """One block, or one step inside a block (`trinn`). `varte` (minutes) is None where no real time was kept."""

    id: str
    fra: time
    til: time
    planlagt: int
    varte: int | None
    tittel: str
    art: str
    sfaere: str
    ansvarlig: str
    trinn: tuple[tuple[str, int], ...] = ()


def bygg_program(grunnlag: Grunnlag, verksted: Verksted) -> tuple[Programrad, ...]:
    """Return the blocks in order; steps of the method lie inside their block."""
    poster = sorted((p for p in grunnlag.programpost if p.verksted_id == verksted.id), key=lambda p: p.rekkefoelge)
    naa = verksted.start
    rader = []
    for post in poster:
        if post.forelder_id is not None:
            continue
        planlagt_start = post.fast_start or naa
        naa = _pluss(planlagt_start, post.minutter)
        rader.append(_rad(post, planlagt_start, naa, poster))
    return tuple(rader)


def slutt_paa_programmet(program: tuple[Programrad, ...], verksted: Verksted) -> time | None:
    """Return when the meeting ended, or is planned to; None without a program."""
    return verksted.faktisk_slutt or (program[-1].til if program else None)


def _rad(post: Programpost, start: time, slutt: time, alle: Iterable[Programpost]) -> Programrad:
    fra = _vegguret(post.faktisk_start) or start
    til = _vegguret(post.faktisk_slutt) or (_pluss(fra, post.minutter) if post.faktisk_start else slutt)
    varte = None
    if post.faktisk_start and post.faktisk_slutt:
        varte = round((post.faktisk_slutt - post.faktisk_start) / timedelta(minutes=1))
    return Programrad(
        id=post.id,
        fra=fra,
        til=til,
        planlagt=post.minutter,
        varte=varte,
        tittel=post.tittel,
        art=f"programart.{post.art}",
        sfaere=f"sfaere.{post.sfaere}",
        ansvarlig=post.ansvarlig,
        trinn=tuple((p.tittel, p.minutter) for p in alle if p.forelder_id == post.id),
    )


def _vegguret(tid: datetime | None) -> time | None:
    return lokal(tid).time().replace(second=0, microsecond=0) if tid else None


def _pluss(tid: time, minutter: int) -> time:
    # The day does not matter: only the wall clock is printed.
    return (datetime.combine(date(2000, 1, 1), tid) + timedelta(minutes=minutter)).time()
