"""The program designer: what can be chosen, what stands in it, and how it would lie if a block were moved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from verksted.modell.ordene import Verkstedstatus
from verksted.regler.program.dagen import beregn_dagen, dagens_rammer
from verksted.regler.program.post import Post, planlagte, som_poster
from verksted.regler.program.tidslinje import beregn_program, hele_minutter
from verksted.visning.program import ProgramVisning, bygg_program, rammene

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, time

    from verksted.regler.program.tidslinje import Blokktid
    from verksted.visning.grunnlag import Grunnlag


@dataclass(frozen=True, slots=True, kw_only=True)
class Verkstedvalg:
    """A workshop to choose."""

    nummer: int
    tittel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stegplass:
    """One method step on the line of its block, in minutes from the block's beginning."""

    id: str
    loep: int
    fra: int
    minutter: int
    tittel: str
    art: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Blokkplass:
    """One block on the timeline: when it begins and ends, and where it lies (minutes from the meeting's start).

    `foer` is the minutes without program before it. `over` is how many of its minutes lie past the planned end, 0
    when none do. `laast` when it has begun, and can no longer be moved.
    """

    id: str
    fra: time
    til: time
    minutter: int
    foer: int
    over: int
    laast: bool
    steg: tuple[Stegplass, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Utkast:
    """A change somebody is making with mouse or keys and has not let go of: another order, or other minutes."""

    rekkefoelge: tuple[str, ...] = ()
    post_id: str = ""
    minutter: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Utlagt:
    """The blocks on the clock; `ledig` is what is left of the meeting after them, below 0 past the planned end."""

    blokker: tuple[Blokkplass, ...] = ()
    ledig: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Programside:
    """What the page shows of one workshop; `program` is None in a process without workshops.

    `roller` are those a block can be left to. `start` and `slutt` are wall clock without a zone.
    """

    verksteder: tuple[Verkstedvalg, ...]
    program: ProgramVisning | None = None
    roller: tuple[str, ...] = ()
    poster: tuple[Post, ...] = ()
    start: datetime | None = None
    slutt: datetime | None = None
    holdt: bool = False

    def legg_ut(self, utkast: Utkast | None = None) -> Utlagt:
        """Return every block in order with its times, as they would be with this change."""
        if self.start is None:
            return Utlagt()
        poster = self.poster if utkast is None else _med_utkast(self.poster, utkast)
        plan = beregn_program(planlagte(poster), self.start, self.slutt)
        begynt = min((p.faktisk_start for p in poster if p.faktisk_start is not None), default=None)
        tider: Sequence[Blokktid]
        if begynt is None:
            program = beregn_program(poster, self.start, self.slutt)
            tider, over, slutt = program.blokker, program.slutt, self.slutt
        else:  # the day it was run on counts, whatever date stands in the file
            dag = beregn_dagen(poster, plan)
            tider, over = [blokk.tid for blokk in dag.blokker], dag.slutt
            ramme = self.slutt.time() if self.slutt is not None else None
            slutt = dagens_rammer(poster, begynt, start=self.start.time(), slutt=ramme)[1]
        post_til = {post.id: post for post in poster}
        return Utlagt(
            blokker=tuple(_plass(tid, post_til, slutt) for tid in tider),
            ledig=hele_minutter(slutt - over) if slutt is not None else 0,
        )


def _plass(tid: Blokktid, post_til: dict[str, Post], slutt: datetime | None) -> Blokkplass:
    post = post_til[tid.id]
    over = 0 if slutt is None else max(0, min(tid.minutter, hele_minutter(tid.til - slutt)))
    return Blokkplass(
        id=tid.id,
        fra=tid.fra.time().replace(second=0, microsecond=0),
        til=tid.til.time().replace(second=0, microsecond=0),
        minutter=tid.minutter or post.minutter,
        foer=tid.ventetid,
        over=over,
        laast=post.faktisk_start is not None,
        steg=tuple(
            Stegplass(
                id=ett.id,
                loep=ett.loep,
                fra=hele_minutter(ett.fra - tid.fra),
                minutter=ett.minutter,
                tittel=post_til[ett.id].tittel,
                art=f"programart.{post_til[ett.id].art}",
            )
            for ett in tid.steg
        ),
    )


def bygg_programside(grunnlag: Grunnlag, nummer: int | None) -> Programside:
    """Return the page for a workshop; None, or one that is not there: the first that is not held, else the last."""
    verksteder = tuple(Verkstedvalg(nummer=v.nummer, tittel=v.tittel) for v in grunnlag.verksted)
    roller = tuple(rolle.navn for rolle in grunnlag.prosessrolle)
    verksted = next((v for v in grunnlag.verksted if v.nummer == nummer), None) or next(
        (v for v in grunnlag.verksted if v.status is not Verkstedstatus.AVSLUTTET),
        grunnlag.verksted[-1] if grunnlag.verksted else None,
    )
    if verksted is None:
        return Programside(verksteder=(), roller=roller)
    poster = som_poster(p for p in grunnlag.programpost if p.verksted_id == verksted.id)
    start, slutt = rammene(verksted)
    return Programside(
        verksteder=verksteder,
        program=bygg_program(grunnlag, verksted.nummer),
        roller=roller,
        poster=poster,
        start=start,
        slutt=slutt,
        holdt=verksted.status is Verkstedstatus.AVSLUTTET,
    )


def _med_utkast(poster: Sequence[Post], utkast: Utkast) -> Sequence[Post]:
    """Return the posts renumbered in the drafted order, and with the drafted minutes."""
    plass = {post_id: nummer for nummer, post_id in enumerate(utkast.rekkefoelge)}
    nye = [replace(p, rekkefoelge=plass[p.id], planlagt_rekkefoelge=None) if p.id in plass else p for p in poster]
    if utkast.post_id:
        nye = [replace(p, minutter=utkast.minutter, tildelt=None) if p.id == utkast.post_id else p for p in nye]
    return tuple(nye)
