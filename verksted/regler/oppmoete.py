"""Who was present, whom the deputies sat for, and whether half of the members were there.

Half of the members is what kommuneloven § 11-9 asks of an organ that is to make decisions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.modell.ordene import Mandatart

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import time

    from verksted.modell.deltaker import Mandat, Tilstedevaerelse


@dataclass(frozen=True, slots=True, kw_only=True)
class Frammoett:
    """A person who was present: on which mandate, for whose mandate, and in which intervals."""

    person_id: str
    mandat_id: str | None
    for_mandat_id: str | None
    intervaller: tuple[tuple[time, time | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Oppmoete:
    """Attendance of one meeting; counts are of the organ's seats, each counted once."""

    medlemmer: int
    frammoette: tuple[Frammoett, ...]
    forfall: tuple[str, ...]
    flest_samtidig: int
    faerrest_samtidig: int

    @property
    def fylte_plasser(self) -> int:
        """How many of the organ's seats were filled at some time, by the member or a deputy."""
        return len({f.for_mandat_id for f in self.frammoette if f.for_mandat_id})

    @property
    def vara(self) -> int:
        """How many deputies sat for a member."""
        return sum(1 for f in self.frammoette if f.for_mandat_id and f.for_mandat_id != f.mandat_id)

    @property
    def halvparten_hele_tiden(self) -> bool:
        """At least half of the members were in the room all the time."""
        return self.medlemmer > 0 and 2 * self.faerrest_samtidig >= self.medlemmer

    @property
    def halvparten_en_tid(self) -> bool:
        """At least half of the members were in the room at some time."""
        return self.medlemmer > 0 and 2 * self.flest_samtidig >= self.medlemmer


def er_foert(mandater: Iterable[Mandat], tilstedevaerelser: Iterable[Tilstedevaerelse]) -> bool:
    """Say whether presence was kept: deputies alone may have been put in before the day."""
    person_paa = {mandat.id: mandat.person_id for mandat in mandater}
    return any(
        rad.for_mandat_id is None or person_paa.get(rad.for_mandat_id) == rad.person_id for rad in tilstedevaerelser
    )


def beregn_oppmoete(
    *,
    mandater: Sequence[Mandat],
    tilstedevaerelser: Iterable[Tilstedevaerelse],
    organ_id: str,
    start: time,
    slutt: time | None,
) -> Oppmoete:
    """Return the attendance of one meeting of the organ, from its presence intervals."""
    medlemmer = {m.id for m in mandater if m.organ_id == organ_id and m.art == Mandatart.MEDLEM}
    mandat_av_person = _mandat_av_person(mandater, organ_id)
    per_person: dict[tuple[str, str | None], list[tuple[time, time | None]]] = {}
    for rad in tilstedevaerelser:
        plass = _plassen(rad, mandat_av_person.get(rad.person_id), medlemmer)
        per_person.setdefault((rad.person_id, plass), []).append((rad.fra, rad.til))
    frammoette = tuple(
        Frammoett(
            person_id=person_id,
            mandat_id=mandat.id if (mandat := mandat_av_person.get(person_id)) else None,
            for_mandat_id=plass,
            intervaller=tuple(sorted(intervaller, key=lambda i: i[0])),
        )
        for (person_id, plass), intervaller in per_person.items()
    )
    tilstede_selv = {f.mandat_id for f in frammoette}
    forfall = tuple(m.id for m in mandater if m.id in medlemmer and m.id not in tilstede_selv)
    antall = [_samtidig(frammoette, tid) for tid in _tidspunkter(frammoette, start, slutt)]
    return Oppmoete(
        medlemmer=len(medlemmer),
        frammoette=frammoette,
        forfall=forfall,
        flest_samtidig=max(antall),
        faerrest_samtidig=min(antall),
    )


def _mandat_av_person(mandater: Sequence[Mandat], organ_id: str) -> dict[str, Mandat]:
    """Return one mandate per person: a member's before a deputy's before any other."""
    orden = {Mandatart.MEDLEM: 0, Mandatart.VARA: 1}
    valgt: dict[str, Mandat] = {}
    for mandat in sorted(mandater, key=lambda m: orden.get(m.art, 2)):
        if mandat.organ_id == organ_id:
            valgt.setdefault(mandat.person_id, mandat)
    return valgt


def _plassen(rad: Tilstedevaerelse, mandat: Mandat | None, medlemmer: set[str]) -> str | None:
    """Return the id of the member's mandate this interval fills, or None for guests and spare deputies."""
    if rad.for_mandat_id in medlemmer:
        return rad.for_mandat_id
    if mandat is None:
        return None
    if mandat.id in medlemmer:
        return mandat.id
    return mandat.vara_for_id if mandat.art == Mandatart.VARA and mandat.vara_for_id in medlemmer else None


def _samtidig(frammoette: Iterable[Frammoett], tid: time) -> int:
    return len(
        {
            f.for_mandat_id
            for f in frammoette
            if f.for_mandat_id and any(fra <= tid and (til is None or tid < til) for fra, til in f.intervaller)
        }
    )


def _tidspunkter(frammoette: Iterable[Frammoett], start: time, slutt: time | None) -> tuple[time, ...]:
    """Return the moments inside the meeting where the count may change; the count is constant between them."""
    skifter = {t for f in frammoette for intervall in f.intervaller for t in intervall if t is not None}
    return (start, *sorted(t for t in skifter if t > start and (slutt is None or t < slutt)))
