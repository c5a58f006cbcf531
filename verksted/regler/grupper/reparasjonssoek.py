"""One round mended with the fewest moves: 0 moves first, then 1, then 2 …, and among equals the best balance.

A branch is cut when what is broken needs more moves than are left. Each step mends one fault in every way it can be
mended, so no shorter way is overlooked; when the budget of looks runs out, the answer says that it is not proven.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from verksted.regler.grupper.tett import i_masken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BUDSJETT: Final = 40_000  # looks at some eight tables for each number of moves
_GANGER: Final = 4  # and in all
Bordmasker = tuple[int, ...]
Rang = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rundesak:
    """One round to be mended; people and tables by number from 0.

    `bord` are the masks of those who sit now, `nye` lack a seat. `faste` is person → table, `sammen` and `atskilt` are
    masks of people. Sizes are to be from `minst` to `mest`; `poeng` measures one table, the less the better.
    """

    bord: Bordmasker
    nye: tuple[int, ...]
    faste: dict[int, int]
    sammen: tuple[int, ...]
    atskilt: tuple[int, ...]
    minst: int
    mest: int
    poeng: Callable[[int], Rang]

    def rang(self, bord: Bordmasker) -> Rang:
        """Return how good the tables are."""
        return tuple(map(sum, zip(*map(self.poeng, bord), strict=True)))


@dataclass(frozen=True, slots=True)
class Mendet:
    """The tables afterwards, how many of those who had a seat were moved, and whether fewer is proven impossible."""

    bord: Bordmasker
    flyttinger: int
    faerrest: bool


def mend(sak: Rundesak, *, budsjett: int = BUDSJETT) -> Mendet | None:
    """Return the round mended with the fewest moves; None when no way was found."""
    bevist, til_alt = True, _GANGER * budsjett
    sittende = sum(maske.bit_count() for maske in sak.bord)
    for antall in range(_minst_saa_mange(sak, sak.bord, len(sak.nye)), sittende + 1):
        soek = _Soek(sak, min(budsjett, til_alt))
        soek.let(sak.bord, 0, sak.nye, antall)
        if soek.beste is not None:
            bord = soek.beste if soek.budsjett > 0 else _puss(sak, soek.beste)
            return Mendet(bord, antall, bevist)
        til_alt -= min(budsjett, til_alt) - soek.budsjett
        bevist = bevist and soek.budsjett > 0
        if soek.sett_alt_uansett or til_alt <= 0:
            return None
    return None


class _Trekk(NamedTuple):
    """One person from one table (None: no seat yet) to another."""

    person: int
    fra: int | None
    til: int


class _Soek:
    """All ways with at most so many moves, the best kept."""

    def __init__(self, sak: Rundesak, budsjett: int) -> None:
        self._sak = sak
        self._sett: set[tuple[Bordmasker, int]] = set()
        self._rang: Rang | None = None
        self.budsjett = budsjett
        self.beste: Bordmasker | None = None
        # Nothing was cut for want of moves: more moves would not help either.
        self.sett_alt_uansett = True

    def let(self, bord: Bordmasker, roert: int, nye: tuple[int, ...], igjen: int) -> None:
        """Go on from these tables, where `roert` have got their seat in this search, with so many moves left."""
        if self.budsjett <= 0:
            self.sett_alt_uansett = False
            return
        if (bord, len(nye)) in self._sett:
            return
        self._sett.add((bord, len(nye)))
        if nye:
            person, *andre = nye
            for nummer in self._tomme_foerst(bord, person):
                self._gaa(_Trekk(person, None, nummer), bord, roert, tuple(andre), igjen=igjen)
            return
        feil = next(_feilene(self._sak, bord), None)
        if feil is None:
            rang = self._sak.rang(bord)
            if self._rang is None or rang < self._rang:
                self._rang, self.beste = rang, bord
            return
        for trekk in _utveier(self._sak, bord, feil, roert):
            self._gaa(trekk, bord, roert, nye, igjen=igjen - 1)

    def _gaa(self, trekk: _Trekk, bord: Bordmasker, roert: int, nye: tuple[int, ...], *, igjen: int) -> None:
        self.budsjett -= 1 + len(bord) // 8
        nytt = list(bord)
        if trekk.fra is not None:
            nytt[trekk.fra] &= ~(1 << trekk.person)
        nytt[trekk.til] |= 1 << trekk.person
        etter = tuple(nytt)
        if igjen < 0 or _minst_saa_mange(self._sak, etter, len(nye)) > igjen:
            self.sett_alt_uansett = False
            return
        self.let(etter, roert | 1 << trekk.person, nye, igjen)

    def _tomme_foerst(self, bord: Bordmasker, person: int) -> list[int]:
        if person in self._sak.faste:
            return [self._sak.faste[person]]
        return sorted(range(len(bord)), key=lambda nummer: (bord[nummer].bit_count(), nummer))


@dataclass(frozen=True, slots=True)
class _Feil:
    """One fault: somebody in `hvem` must move; to `til`, or anywhere."""

    hvem: int
    til: int | None = None


def _feilene(sak: Rundesak, bord: Bordmasker) -> Iterator[_Feil]:
    """Yield the faults of a round where everybody is seated, those with the fewest ways out first."""
    for person, nummer in sak.faste.items():
        if not bord[nummer] >> person & 1:
            yield _Feil(1 << person, nummer)
    for gruppe in sak.atskilt:
        for maske in bord:
            if (maske & gruppe).bit_count() > 1:
                yield _Feil(maske & gruppe)
    for gruppe in sak.sammen:
        if sum(bool(maske & gruppe) for maske in bord) > 1:
            yield _Feil(gruppe)
    alle = sum(bord)
    for nummer, maske in enumerate(bord):
        if maske.bit_count() > sak.mest:
            yield _Feil(maske)
        elif maske.bit_count() < sak.minst:
            yield _Feil(alle & ~maske, nummer)


def _utveier(sak: Rundesak, bord: Bordmasker, feil: _Feil, roert: int) -> Iterator[_Trekk]:
    """Yield every move that may be part of mending a fault; one already moved has its place."""
    sted = {person: nummer for nummer, maske in enumerate(bord) for person in i_masken(maske & feil.hvem & ~roert)}
    smaa_foerst = sorted(range(len(bord)), key=lambda nummer: (bord[nummer].bit_count(), nummer))
    for person in sorted(sted, key=lambda p: (-bord[sted[p]].bit_count(), p)):
        for til in smaa_foerst if feil.til is None else (feil.til,):
            if til != sted[person] and sak.faste.get(person, til) == til:
                yield _Trekk(person, sted[person], til)


def _minst_saa_mange(sak: Rundesak, bord: Bordmasker, nye: int) -> int:
    """Return a number of moves that is surely needed from here."""
    stoerrelser = [maske.bit_count() for maske in bord]
    hver, over = divmod(sum(stoerrelser) + nye, len(bord))
    if (sak.minst, sak.mest) == (hver, hver + 1):
        store = sum(antall > hver for antall in stoerrelser)
        ut = sum(antall - hver for antall in stoerrelser if antall > hver) - min(over, store)
    else:
        ut = sum(antall - sak.mest for antall in stoerrelser if antall > sak.mest)
    inn = sum(sak.minst - antall for antall in stoerrelser if antall < sak.minst) - nye
    feil_bord = sum(any(m >> p & 1 for n, m in enumerate(bord) if n != nr) for p, nr in sak.faste.items())
    atskilt = max((sum(max(0, (m & g).bit_count() - 1) for m in bord) for g in sak.atskilt), default=0)
    sammen = max(
        (sum((m & g).bit_count() for m in bord) - max((m & g).bit_count() for m in bord) for g in sak.sammen),
        default=0,
    )
    return max(ut, inn, feil_bord, atskilt, sammen)


def _puss(sak: Rundesak, bord: Bordmasker) -> Bordmasker:
    """Return tables at least as good with as many moves: other destinations, or another from the same table."""
    beste, rang = bord, sak.rang(bord)
    bedre = True
    while bedre:
        bedre = False
        for forslag in _naboer(sak, beste):
            if (ny := sak.rang(forslag)) < rang and next(_feilene(sak, forslag), None) is None:
                beste, rang, bedre = forslag, ny, True
                break
    return beste


def _naboer(sak: Rundesak, bord: Bordmasker) -> Iterator[Bordmasker]:
    foer = {person: nummer for nummer, maske in enumerate(sak.bord) for person in i_masken(maske)}
    naa = {person: nummer for nummer, maske in enumerate(bord) for person in i_masken(maske)}
    roert = [person for person, nummer in naa.items() if foer.get(person) != nummer]
    for en in roert:
        for annen in roert:
            if en < annen and naa[en] != naa[annen] and naa[annen] != foer.get(en) and naa[en] != foer.get(annen):
                yield _byttet(bord, naa, {en: naa[annen], annen: naa[en]})
        if en in foer:
            for annen in i_masken(bord[foer[en]] & sak.bord[foer[en]]):
                yield _byttet(bord, naa, {en: foer[en], annen: naa[en]})
        else:
            for nummer in range(len(bord)):
                if nummer != naa[en]:
                    yield _byttet(bord, naa, {en: nummer})


def _byttet(bord: Bordmasker, naa: dict[int, int], nye: dict[int, int]) -> Bordmasker:
    masker = list(bord)
    for person, nummer in nye.items():
        masker[naa[person]] &= ~(1 << person)
        masker[nummer] |= 1 << person
    return tuple(masker)
