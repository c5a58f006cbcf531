"""The commission as small whole numbers and bit masks: what the search reads thousands of times a second."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from verksted.regler.grupper.oppdrag import EnPerBord, FastPlass, FastSekretaer, HverForSeg, Sammen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from verksted.regler.grupper.oppdrag import Grupperegel, Oppdrag

Plasser = list[list[int]]  # round → person → table, all from 0


@dataclass(frozen=True, slots=True)
class Verdi:
    """One value of one attribute: how few and how many of its people each table is to have."""

    egenskap: int
    minst: int
    mest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tett:
    """People, tables and rounds by number from 0.

    `enheter` partitions the people: those who must sit together. `atskilt[p]` is the mask of those p may not sit with.
    `faste[r]` is person → table for the seats that are given in round r, whole units at a time.
    """

    antall: int
    bord: int
    runder: int
    egenskaper: int
    verdier: tuple[Verdi, ...]
    verdier_av: tuple[tuple[int, ...], ...]
    enheter: tuple[tuple[int, ...], ...]
    atskilt: tuple[int, ...]
    faste: tuple[dict[int, int], ...]
    moett: tuple[tuple[int, int, int], ...]

    @property
    def minst(self) -> int:
        """Seats at the smaller tables."""
        return self.antall // self.bord

    @property
    def store(self) -> int:
        """How many tables have one seat more; 0 when all are alike."""
        return self.antall % self.bord

    def bare_runde(self, runde: int) -> Tett:
        """Return one round alone, as if nobody had met: what balance can be had there."""
        return replace(self, runder=1, faste=(self.faste[runde],), moett=())


def lag_tett(oppdrag: Oppdrag) -> Tett:
    """Number everything; rules that contradict each other must be found first (`motstrid.kontroller`)."""
    nummer = {person.id: i for i, person in enumerate(oppdrag.personer)}
    regler = gjeldende_regler(oppdrag)
    verdier, verdier_av = _verdier(oppdrag)
    enheter = _enheter(len(nummer), nummer, regler)
    return Tett(
        antall=len(nummer),
        bord=oppdrag.antall_bord,
        runder=oppdrag.runder,
        egenskaper=len(oppdrag.balanser),
        verdier=verdier,
        verdier_av=verdier_av,
        enheter=enheter,
        atskilt=_atskilt(len(nummer), nummer, regler),
        faste=tuple(_faste(runde, enheter, nummer, regler) for runde in range(1, oppdrag.runder + 1)),
        moett=tuple(_moett(oppdrag, nummer)),
    )


def gjeldende_regler(oppdrag: Oppdrag) -> tuple[Grupperegel, ...]:
    """Return the rules as they bind those who are seated: of the absent they say nothing."""
    seg = {person.id for person in oppdrag.personer}
    regler: list[Grupperegel] = []
    for regel in oppdrag.regler:
        if isinstance(regel, FastPlass | FastSekretaer):
            if regel.person in seg:
                regler.append(regel)
        elif len(igjen := tuple(person for person in regel.personer if person in seg)) > 1:
            regler.append(replace(regel, personer=igjen))
    return tuple(regler)


def i_masken(maske: int) -> Iterator[int]:
    """Yield the numbers whose bits are set, the smallest first."""
    while maske:
        lav = maske & -maske
        yield lav.bit_length() - 1
        maske ^= lav


def _enheter(antall: int, nummer: dict[str, int], regler: Iterable[Grupperegel]) -> tuple[tuple[int, ...], ...]:
    hvilken = list(range(antall))
    for regel in regler:
        if isinstance(regel, Sammen):
            skal_bli_en = {hvilken[nummer[person]] for person in regel.personer}
            hvilken = [min(skal_bli_en) if en in skal_bli_en else en for en in hvilken]
    enheter: dict[int, list[int]] = {}
    for person, en in enumerate(hvilken):
        enheter.setdefault(en, []).append(person)
    return tuple(map(tuple, enheter.values()))


def _verdier(oppdrag: Oppdrag) -> tuple[tuple[Verdi, ...], tuple[tuple[int, ...], ...]]:
    verdier: list[Verdi] = []
    av: list[list[int]] = [[] for _ in oppdrag.personer]
    for nr, egenskap in enumerate(oppdrag.balanser):
        med: dict[str, list[int]] = {}
        for i, person in enumerate(oppdrag.personer):
            if verdi := person.egenskaper.get(egenskap):
                med.setdefault(verdi, []).append(i)
        for personer in med.values():
            minst, over = divmod(len(personer), oppdrag.antall_bord)
            for i in personer:
                av[i].append(len(verdier))
            verdier.append(Verdi(nr, minst, minst + (over > 0)))
    return tuple(verdier), tuple(map(tuple, av))


def _atskilt(antall: int, nummer: dict[str, int], regler: Sequence[Grupperegel]) -> tuple[int, ...]:
    masker = [0] * antall
    for regel in regler:
        if isinstance(regel, HverForSeg | EnPerBord):
            alle = sum(1 << nummer[person] for person in {*regel.personer})
            for i in i_masken(alle):
                masker[i] |= alle ^ (1 << i)
    return tuple(masker)


def _faste(
    runde: int, enheter: tuple[tuple[int, ...], ...], nummer: dict[str, int], regler: Sequence[Grupperegel]
) -> dict[int, int]:
    enhet_av = {person: enhet for enhet in enheter for person in enhet}
    faste: dict[int, int] = {}
    for regel in regler:
        if isinstance(regel, FastSekretaer) or (isinstance(regel, FastPlass) and regel.runde in {None, runde}):
            faste |= dict.fromkeys(enhet_av[nummer[regel.person]], regel.bord - 1)
    return faste


def _moett(oppdrag: Oppdrag, nummer: dict[str, int]) -> Iterator[tuple[int, int, int]]:
    for (en, annen), ganger in oppdrag.tidligere.items():
        if en in nummer and annen in nummer and en != annen and ganger > 0:
            yield nummer[en], nummer[annen], ganger
