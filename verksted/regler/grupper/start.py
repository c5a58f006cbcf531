"""A first division of one round: the bound where they must be, the rest dealt out so that balance is near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.regler.grupper.gloed import Gloed
from verksted.regler.grupper.tett import i_masken
from verksted.regler.grupper.tilstand import Tilstand

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from verksted.regler.grupper.tett import Tett

GRUNDIG, RASKT = 6_000_000, 600_000  # tables looked at in seating the bound, before giving up
VARM, KALD = 1.2, 0.3  # for balance alone
VEKT = 2


class ForTrangt(Exception):
    """The search for seats for the bound was given up: neither found nor proven impossible."""


def jevne_vekter(antall: int, vekt: int = VEKT) -> tuple[int, ...]:
    """Weights for when no attribute has to give way for another."""
    return (vekt,) * antall


def strenge_vekter(antall: int, vekt: int = VEKT) -> tuple[int, ...]:
    """Weights for when one must: each weighs more than what follows it."""
    return tuple(vekt * 3 ** (antall - 1 - nr) for nr in range(antall))


def plasser_bundne(tett: Tett, runde: int, terning: Random, innsats: int = GRUNDIG) -> dict[int, int] | None:
    """Seat those who are not free to sit anywhere, person → table; None when it cannot be done (raises ForTrangt)."""
    masker = [0] * tett.bord
    for person, bord in tett.faste[runde].items():
        masker[bord] |= 1 << person
    if any(tett.atskilt[person] & masker[bord] for person, bord in tett.faste[runde].items()):
        return None
    if not _faar_plass(tett, masker):
        return None
    bundne = [
        enhet
        for enhet in tett.enheter
        if enhet[0] not in tett.faste[runde] and (len(enhet) > 1 or tett.atskilt[enhet[0]])
    ]
    if not _plasser_resten(tett, terning, masker, bundne, innsats):
        return None
    return {person: bord for bord, maske in enumerate(masker) for person in i_masken(maske)}


def del_ut(tett: Tett, terning: Random, bundne: dict[int, int]) -> list[int]:
    """Return person → table: each value of the first attribute as evenly as it goes, then each of the next."""
    ledige = _ledige_plasser(tett, terning, bundne)
    har = [[0] * tett.bord for _ in tett.verdier]
    sete = [0] * tett.antall
    for person, bord in bundne.items():
        sete[person] = bord
        for verdi in tett.verdier_av[person]:
            har[verdi][bord] += 1
    frie = [person for person in range(tett.antall) if person not in bundne]
    terning.shuffle(frie)
    frie.sort(key=tett.verdier_av.__getitem__)
    for person in frie:
        foerst, *saa = [har[verdi] for verdi in tett.verdier_av[person]] or [[0] * tett.bord]
        bord = min(
            (bord for bord, antall in enumerate(ledige) if antall),
            key=lambda b: (foerst[b], -ledige[b], *(verdi[b] for verdi in saa), b),
        )
        sete[person] = bord
        ledige[bord] -= 1
        for verdi in tett.verdier_av[person]:
            har[verdi][bord] += 1
    return sete


def balanser(
    tett: Tett, sete: list[int], terning: Random, *, trinn: int, minst: Sequence[int]
) -> tuple[list[int], int]:
    """Return the seats of a round alone (`Tett.bare_runde`) with what deviation so many steps could not remove.

    `minst` is where deviation cannot go lower. The second value is the steps it took.
    """
    brukt = 0
    for vekter in (jevne_vekter(tett.egenskaper), strenge_vekter(tett.egenskaper)):
        gloed = Gloed(Tilstand(tett, [sete], vekter), terning)
        kjoering = gloed.kjoer(trinn // 2, fra=VARM, til=KALD)
        while list(gloed.beste_rang[: tett.egenskaper]) != list(minst) and (steg := next(kjoering, 0)):
            brukt += steg
        sete = gloed.beste[0]
    return sete, brukt


def _ledige_plasser(tett: Tett, terning: Random, bundne: dict[int, int]) -> list[int]:
    opptatt = [0] * tett.bord
    for bord in bundne.values():
        opptatt[bord] += 1
    tilfeldig = terning.sample(range(tett.bord), tett.bord)
    store = sorted(tilfeldig, key=lambda bord: opptatt[bord] <= tett.minst)[: tett.store]
    return [tett.minst + (bord in store) - opptatt[bord] for bord in range(tett.bord)]


def _faar_plass(tett: Tett, masker: Sequence[int]) -> bool:
    """Say whether the rest can fill the tables so that sizes differ by at most one."""
    over = [maske.bit_count() - tett.minst for maske in masker]
    return max(over) <= 1 and sum(antall == 1 for antall in over) <= tett.store


def _plasser_resten(
    tett: Tett, terning: Random, masker: list[int], bundne: list[tuple[int, ...]], innsats: int
) -> bool:
    """Seat the units by backtracking, the one with the fewest tables to choose among first; the masks are filled in."""
    valg: list[tuple[tuple[int, ...], list[int]]] = []  # unit, and the tables left to try for it
    igjen = set(bundne)
    while igjen:
        innsats -= len(igjen) * len(masker)
        enhet, bordene = _trangest(tett, masker, igjen)
        terning.shuffle(bordene)
        igjen.discard(enhet)
        valg.append((enhet, bordene))
        while not valg[-1][1]:
            igjen.add(valg.pop()[0])
            if not valg:
                return False
            _ta_bort(masker, valg[-1][0])
        if innsats < 0:
            raise ForTrangt
        enhet, bordene = valg[-1]
        masker[bordene.pop()] |= sum(1 << person for person in enhet)
    return True


def _ta_bort(masker: list[int], enhet: tuple[int, ...]) -> None:
    maske = sum(1 << person for person in enhet)
    for bord, ved in enumerate(masker):
        masker[bord] = ved & ~maske


def _trangest(tett: Tett, masker: list[int], igjen: set[tuple[int, ...]]) -> tuple[tuple[int, ...], list[int]]:
    """Return the unit with the fewest tables open to it, and those; of empty tables only one, since they are alike."""
    fulle = sum(maske.bit_count() > tett.minst for maske in masker)
    tomt = masker.index(0) if 0 in masker else -1
    aapne = [(bord, maske, _rom_til(tett, maske, fulle)) for bord, maske in enumerate(masker) if maske or bord == tomt]

    def bordene(enhet: tuple[int, ...]) -> list[int]:
        atskilt = 0
        for person in enhet:
            atskilt |= tett.atskilt[person]
        return [bord for bord, maske, rom in aapne if len(enhet) <= rom and not atskilt & maske]

    valg = ((enhet, bordene(enhet)) for enhet in igjen)
    return min(valg, key=lambda par: (len(par[1]), -tett.atskilt[par[0][0]].bit_count(), -len(par[0]), par[0]))


def _rom_til(tett: Tett, maske: int, fulle: int) -> int:
    """Return how many more a table can take, when `fulle` tables already have the seat more that some may have."""
    antall = maske.bit_count()
    return tett.minst + (antall <= tett.minst and fulle < tett.store) - antall if antall <= tett.minst else 0
