"""A block of the program, or a method step inside one, as the rules see it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from verksted.modell.ordene import Programart

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime, time

    from verksted.modell.verksted import Programpost


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """The fields of a `Programpost` row that time depends on, under the same names."""

    id: str
    art: Programart
    minutter: int
    rekkefoelge: int = 0
    forelder_id: str | None = None
    fast_start: time | None = None
    loep: int = 0
    tildelt: int | None = None
    faktisk_start: datetime | None = None
    faktisk_slutt: datetime | None = None
    slutter: datetime | None = None
    stanset: datetime | None = None
    hoppet_over: bool = False
    lagt_til: bool = False
    planlagt_rekkefoelge: int | None = None
    ansvarlig: str = ""
    tittel: str = ""

    @property
    def planlagt_plass(self) -> int:
        """Where the block stood in the plan, before anything was moved on the day."""
        return self.rekkefoelge if self.planlagt_rekkefoelge is None else self.planlagt_rekkefoelge

    @property
    def varighet(self) -> int:
        """Minutes it takes: what the day gave it, else the plan; homework takes none of the meeting."""
        if self.art is Programart.HJEMMEARBEID:
            return 0
        return self.minutter if self.tildelt is None else self.tildelt

    @property
    def i_gang(self) -> bool:
        """Say whether it has begun and not ended."""
        return self.faktisk_start is not None and self.faktisk_slutt is None

    @property
    def ferdig(self) -> bool:
        """Say whether it is behind us: ended, or skipped."""
        return self.faktisk_slutt is not None or self.hoppet_over

    @property
    def kommer(self) -> bool:
        """Say whether it is still to come."""
        return self.faktisk_start is None and not self.hoppet_over


def som_poster(rader: Iterable[Programpost]) -> tuple[Post, ...]:
    """Return rows as the rules see them, in the order of the day."""
    navn = tuple(felt.name for felt in fields(Post))
    poster = (Post(**{n: getattr(rad, n) for n in navn}) for rad in rader)
    return tuple(sorted(poster, key=lambda post: post.rekkefoelge))


def blokkene(poster: Iterable[Post]) -> tuple[Post, ...]:
    """Return the blocks, without their steps, in the order of the day."""
    return tuple(sorted((p for p in poster if p.forelder_id is None), key=lambda post: post.rekkefoelge))


def planlagte(poster: Iterable[Post]) -> tuple[Post, ...]:
    """Return blocks and steps as they were planned: the plan's order, nothing added, skipped, lengthened or begun."""
    plan = (
        Post(
            id=p.id,
            art=p.art,
            minutter=p.minutter,
            rekkefoelge=p.planlagt_plass,
            forelder_id=p.forelder_id,
            fast_start=p.fast_start,
            loep=p.loep,
            ansvarlig=p.ansvarlig,
            tittel=p.tittel,
        )
        for p in poster
        if not p.lagt_til
    )
    return tuple(sorted(plan, key=lambda post: post.rekkefoelge))


def stegene(poster: Iterable[Post]) -> Mapping[str, tuple[Post, ...]]:
    """Return the steps of every block that has any, in order."""
    steg: dict[str, list[Post]] = defaultdict(list)
    for post in sorted(poster, key=lambda p: p.rekkefoelge):
        if post.forelder_id is not None:
            steg[post.forelder_id].append(post)
    return {blokk: tuple(egne) for blokk, egne in steg.items()}


def i_loep(steg: Sequence[Post]) -> Mapping[int, tuple[Post, ...]]:
    """Return a block's steps track by track: within a track they follow each other, tracks run side by side."""
    loep: dict[int, list[Post]] = defaultdict(list)
    for ett in steg:
        loep[ett.loep].append(ett)
    return {nummer: tuple(loep[nummer]) for nummer in sorted(loep)}


def endringer(foer: Iterable[Post], etter: Iterable[Post]) -> dict[str, dict[str, Any]]:
    """Return what differs, post by post and field by field: what an operation is to write."""
    gamle = {post.id: post for post in foer}
    navn = tuple(felt.name for felt in fields(Post))
    ulike: dict[str, dict[str, Any]] = {}
    for post in etter:
        gammel = gamle[post.id]
        if post is gammel or post == gammel:
            continue
        ulike[post.id] = {n: getattr(post, n) for n in navn if getattr(post, n) != getattr(gammel, n)}
    return ulike
