"""Planned against actual: what each block was meant to be, and what it became."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.regler.program.dagen import veggtid
from verksted.regler.program.post import Post, blokkene, planlagte
from verksted.regler.program.tidslinje import hele_minutter

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from verksted.regler.program.tidslinje import Programtid


@dataclass(frozen=True, slots=True, kw_only=True)
class Gjennomfoering:
    """One block beside its plan; None where the one or the other does not exist. Wall clock without a zone.

    `forsinket` (minutes, below 0: early) is how late it began, `lenger` how much longer it took. `flyttet`: it came
    in another place in the order than planned.
    """

    id: str
    planlagt_fra: datetime | None
    planlagt_til: datetime | None
    planlagt_minutter: int | None
    faktisk_fra: datetime | None
    faktisk_til: datetime | None
    varte: int | None
    hoppet_over: bool
    lagt_til: bool
    flyttet: bool

    @property
    def forsinket(self) -> int | None:
        """Minutes it began after its planned start."""
        if self.faktisk_fra is None or self.planlagt_fra is None:
            return None
        return hele_minutter(self.faktisk_fra - self.planlagt_fra)

    @property
    def lenger(self) -> int | None:
        """Minutes it took beyond what was planned."""
        if self.varte is None or self.planlagt_minutter is None:
            return None
        return self.varte - self.planlagt_minutter


def planlagt_mot_faktisk(poster: Iterable[Post], plan: Programtid) -> tuple[Gjennomfoering, ...]:
    """Return every block in the order of the day beside `plan` (see `planlagte`)."""
    alle = tuple(poster)
    planlagt = {blokk.id: blokk for blokk in plan.blokker}
    dagen = blokkene(alle)
    planrekka = [post.id for post in blokkene(planlagte(alle))]
    dagsrekka = [post.id for post in dagen if not post.lagt_til]
    flyttet = {i_plan for i_plan, paa_dagen in zip(planrekka, dagsrekka, strict=True) if i_plan != paa_dagen}
    rader = []
    for post in dagen:
        plantid = planlagt.get(post.id)
        fra = veggtid(post.faktisk_start) if post.faktisk_start else None
        til = veggtid(post.faktisk_slutt) if post.faktisk_slutt else None
        rader.append(
            Gjennomfoering(
                id=post.id,
                planlagt_fra=plantid.fra if plantid else None,
                planlagt_til=plantid.til if plantid else None,
                planlagt_minutter=plantid.minutter if plantid else None,
                faktisk_fra=fra,
                faktisk_til=til,
                varte=hele_minutter(til - fra) if fra and til else None,
                hoppet_over=post.hoppet_over,
                lagt_til=post.lagt_til,
                flyttet=post.id in flyttet,
            )
        )
    return tuple(rader)
