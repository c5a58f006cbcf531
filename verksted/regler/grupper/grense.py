"""What no division can get below: proven, so that «best mulig» is said only when it is."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from math import comb
from typing import TYPE_CHECKING

from verksted.regler.grupper.oppdrag import Maaltall
from verksted.regler.grupper.tett import i_masken, lag_tett

if TYPE_CHECKING:
    from verksted.regler.grupper.oppdrag import Oppdrag
    from verksted.regler.grupper.tett import Tett


def beregn_grense(oppdrag: Oppdrag) -> Maaltall:
    """Return a bound from below on each deviation and on repeats; each is the best of several arguments."""
    tett = lag_tett(oppdrag)
    per_runde = [minste_avvik(tett, runde) for runde in range(tett.runder)]
    avvik = tuple(zip(oppdrag.balanser, map(sum, zip(*per_runde, strict=True)), strict=True))
    return Maaltall(avvik, minste_gjentak(tett))


def minste_avvik(tett: Tett, runde: int) -> tuple[int, ...]:
    """Return per attribute what given seats and flocks cost in one round.

    Without them 0 can be had of any one attribute, and of any two at once (equitable colouring, de Werra 1971).
    """
    minst = [0] * tett.egenskaper
    folk = Counter(verdi for verdier in tett.verdier_av for verdi in verdier)
    gitt = [Counter[int]() for _ in range(tett.bord)]
    for person, bord in tett.faste[runde].items():
        gitt[bord].update(tett.verdier_av[person])
    alle_gitt = len(tett.faste[runde]) == tett.antall
    flokker = [
        Counter(verdi for person in enhet for verdi in tett.verdier_av[person])
        for enhet in tett.enheter
        if len(enhet) > 1 and enhet[0] not in tett.faste[runde]
    ]
    for nr, verdi in enumerate(tett.verdier):
        over = [antall for samling in (*gitt, *flokker) if (antall := samling[nr] - verdi.mest) > 0]
        # Those tables are fuller than full; what is left may be too little for the others.
        igjen = folk[nr] - len(over) * verdi.mest - sum(over)
        avvik = sum(over) + max(0, (tett.bord - len(over)) * verdi.minst - igjen)
        if alle_gitt:
            avvik = sum(max(0, g[nr] - verdi.mest) + max(0, verdi.minst - g[nr]) for g in gitt)
        minst[verdi.egenskap] += avvik if over or alle_gitt else 0
    return tuple(minst)


def minste_gjentak(tett: Tett) -> int:
    """Return a bound from below on repeats in all rounds."""
    foer = {(min(en, annen), max(en, annen)) for en, annen, _ in tett.moett}
    return max(_for_faa_par(tett, foer), _for_faa_kjente(tett, foer), _skuffer(tett, foer), _tvunget(tett, foer))


def _stoerrelser(tett: Tett) -> list[int]:
    return [tett.minst + (bord < tett.store) for bord in range(tett.bord)]


def _for_faa_par(tett: Tett, foer: set[tuple[int, int]]) -> int:
    """There are only so many pairs that have not met: of all, and among those of each value."""
    atskilt = {(en, annen) for en, maske in enumerate(tett.atskilt) for annen in i_masken(maske) if en < annen}
    brukt = foer | atskilt
    moeter = tett.runder * sum(comb(antall, 2) for antall in _stoerrelser(tett))
    best = max(0, moeter - (comb(tett.antall, 2) - len(brukt)))
    for egenskap in range(tett.egenskaper):
        sum_ = 0
        for nr, verdi in enumerate(tett.verdier):
            if verdi.egenskap == egenskap:
                folk = {person for person, verdier in enumerate(tett.verdier_av) if nr in verdier}
                nye = comb(len(folk), 2) - sum(en in folk and annen in folk for en, annen in brukt)
                sum_ += max(0, tett.runder * _faerrest_par(len(folk), tett.bord) - nye)
        best = max(best, sum_)
    return best


def _for_faa_kjente(tett: Tett, foer: set[tuple[int, int]]) -> int:
    """One meets the smallest table's others in each round, and there are only so many one has not met."""
    kjenner = Counter(person for par in foer for person in par)
    moeter = tett.runder * (tett.minst - 1)
    igjen = [moeter - (tett.antall - 1 - kjenner[person]) for person in range(tett.antall)]
    return -(-sum(antall for antall in igjen if antall > 0) // 2)


def _skuffer(tett: Tett, foer: set[tuple[int, int]]) -> int:
    """Pigeonholes: those at a table come from so few of the first round's tables, or from so few circles of old."""
    fra_foerste = sum(_faerrest_par(antall, tett.bord) for antall in _stoerrelser(tett))
    kretser = _kretser(tett.antall, foer)
    fra_foer = sum(_faerrest_par(antall, kretser) for antall in _stoerrelser(tett))
    return fra_foer + (tett.runder - 1) * max(fra_foerste, fra_foer)


def _kretser(antall: int, foer: set[tuple[int, int]]) -> int:
    """Return a number of circles all can be divided into, where everybody has met everybody."""
    if not foer:
        return antall
    kjenner = [0] * antall
    for en, annen in foer:
        kjenner[en] |= 1 << annen
        kjenner[annen] |= 1 << en
    kretser: list[int] = []
    for person in range(antall):
        for nr, krets in enumerate(kretser):
            if krets & ~kjenner[person] == 0:
                kretser[nr] |= 1 << person
                break
        else:
            kretser.append(1 << person)
    return len(kretser)


def _tvunget(tett: Tett, foer: set[tuple[int, int]]) -> int:
    """Flocks, and people given seats at the same table, meet whatever is done."""
    moeter: Counter[tuple[int, int]] = Counter()
    for runde in range(tett.runder):
        ved: dict[int, set[int]] = {}
        for person, bord in tett.faste[runde].items():
            ved.setdefault(bord, set()).add(person)
        i_lag = [*ved.values(), *(enhet for enhet in tett.enheter if enhet[0] not in tett.faste[runde])]
        moeter.update(par for samling in i_lag for par in combinations(sorted(samling), 2))
    return sum(antall - (par not in foer) for par, antall in moeter.items())


def _faerrest_par(antall: int, skuffer: int) -> int:
    """Return how many pairs must share a pigeonhole when that many are put in so many."""
    hver, over = divmod(antall, skuffer)
    return skuffer * comb(hver, 2) + over * hver
