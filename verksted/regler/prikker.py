"""Dots: how many an alternative got, and over how many tables they came."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from verksted.modell.punkt import Alternativ, Avstemningsrunde, Stemme


@dataclass(frozen=True, slots=True, kw_only=True)
class Prikkesum:
    """The dots of one alternative: all of them, and the table numbers that gave any."""

    alternativ_id: str
    sum: int
    per_bord: tuple[tuple[int, int], ...]

    @property
    def bord(self) -> tuple[int, ...]:
        """The numbers of the tables that gave at least one dot."""
        return tuple(nummer for nummer, antall in self.per_bord if antall)


def gjeldende_runde(runder: Iterable[Avstemningsrunde]) -> Avstemningsrunde | None:
    """Return the newest closed round, or the newest one while none is closed."""
    return max(runder, key=lambda runde: (not runde.aapen, runde.nummer), default=None)


def tell_prikker(
    alternativer: Sequence[Alternativ], stemmer: Iterable[Stemme], bordnummer: Mapping[str, int]
) -> tuple[Prikkesum, ...]:
    """Return the sums of one round: most dots first, then most tables, then the order of the ballot.

    `bordnummer` gives the table number of a gruppe id. Dots without a table count in the sum only.
    """
    per_bord: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    sum_: dict[str, int] = defaultdict(int)
    for stemme in stemmer:
        sum_[stemme.alternativ_id] += stemme.antall
        if stemme.gruppe_id is not None and stemme.gruppe_id in bordnummer:
            per_bord[stemme.alternativ_id][bordnummer[stemme.gruppe_id]] += stemme.antall
    summer = [
        Prikkesum(
            alternativ_id=alternativ.id,
            sum=sum_[alternativ.id],
            per_bord=tuple(sorted(per_bord[alternativ.id].items())),
        )
        for alternativ in sorted(alternativer, key=lambda a: a.rekkefoelge)
    ]
    return tuple(sorted(summer, key=lambda s: (-s.sum, -len(s.bord))))


def er_smal(bord_med: int, bord_i_alt: int) -> bool:
    """Say whether the dots came from at most a third of the tables."""
    return 0 < bord_med * 3 <= bord_i_alt
