"""What is to be composed, and what comes out of it: people, rules, tables, rounds.

Everything here is a value: it can be compared, copied and sent to another process. People are ids; two of
the same name are two ids. Tables and rounds are numbered from 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Sittende:
    """One person to be seated; `egenskaper` is attribute → value, None (or no key) where it is not known.

    An unknown value is left out of the balance; the person is seated all the same.
    """

    id: str
    egenskaper: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sammen:
    """These sit at the same table in every round."""

    personer: tuple[str, ...]
    navn: str = ""


@dataclass(frozen=True, slots=True)
class HverForSeg:
    """No two of these share a table in any round."""

    personer: tuple[str, ...]
    navn: str = ""


@dataclass(frozen=True, slots=True)
class EnPerBord:
    """At most one of these (they have the same role) at each table, in every round."""

    personer: tuple[str, ...]
    navn: str = ""


@dataclass(frozen=True, slots=True)
class FastPlass:
    """This one sits at this table: in one round (a locked seat), or in every round when `runde` is None."""

    person: str
    bord: int
    runde: int | None = None
    navn: str = ""

    @property
    def personer(self) -> tuple[str, ...]:
        """The one person, as the other rules name theirs."""
        return (self.person,)


@dataclass(frozen=True, slots=True)
class FastSekretaer:
    """This one is the secretary of this table, and sits there in every round."""

    person: str
    bord: int
    navn: str = ""

    @property
    def personer(self) -> tuple[str, ...]:
        """The one person, as the other rules name theirs."""
        return (self.person,)


# `navn` is what the user calls the rule, in the user's own language; an error that refuses a rule says it.
Grupperegel = Sammen | HverForSeg | EnPerBord | FastPlass | FastSekretaer


@dataclass(frozen=True, slots=True, kw_only=True)
class Oppdrag:
    """People to be seated at `antall_bord` tables in `runder` rounds.

    `balanser`: attributes in order of weight, the first above all. `tidligere`: pair of ids, in either order → how many
    times the two have met before (earlier rounds, earlier workshops); ids not seated now are of no concern.
    `froe`: the same seed gives the same answer, on any machine.
    """

    personer: tuple[Sittende, ...]
    antall_bord: int
    runder: int = 1
    balanser: tuple[str, ...] = ()
    regler: tuple[Grupperegel, ...] = ()
    tidligere: Mapping[tuple[str, str], int] = field(default_factory=dict)
    froe: int = 0


@dataclass(frozen=True, slots=True)
class Bord:
    """One table in one round: who sits there, in the order of the list, and the fixed secretary, where there is one."""

    nummer: int
    personer: tuple[str, ...]
    sekretaer: str | None = None


@dataclass(frozen=True, slots=True)
class Runde:
    """All tables of one round, by number."""

    nummer: int
    bord: tuple[Bord, ...]

    def par(self) -> Iterator[tuple[str, str]]:
        """Yield every pair that shares a table, the smaller id first."""
        for bord in self.bord:
            yield from combinations(sorted(bord.personer), 2)


@dataclass(frozen=True, slots=True)
class Maaltall:
    """How good a division is: seats out of balance per attribute, in order, then repeated meetings.

    `tyngde` is what the division adds to the sum, over pairs, of how often they have met, squared: of two divisions
    with as many repeats, the lighter one spreads them better. As a bound from below it is 0.
    """

    avvik: tuple[tuple[str, int], ...]
    gjentak: int
    tyngde: int = 0

    @property
    def rang(self) -> tuple[int, ...]:
        """The order of preference: the smaller the better."""
        return (*(antall for _, antall in self.avvik), self.gjentak, self.tyngde)


@dataclass(frozen=True, slots=True)
class Inndeling:
    """A division for every round, with its measure and what no division can get below."""

    runder: tuple[Runde, ...]
    maal: Maaltall
    nedre_grense: Maaltall

    @property
    def best_mulig(self) -> bool:
        """True only when it is proven that no division has less deviation or fewer repeats."""
        return self.maal.rang[:-1] == self.nedre_grense.rang[:-1]


def antall_bord_for(antall_personer: int, stoerrelse: int) -> int:
    """Return how many tables there are to be for about `stoerrelse` people at each, never fewer than 1.

    The number is rounded to the nearest, and up when it falls in the middle: smaller tables rather than larger ones.
    """
    return max(1, (2 * antall_personer + stoerrelse) // (2 * stoerrelse)) if stoerrelse > 0 else 1
