"""Simulated annealing over swaps of two people in one round: the search itself.

Kirkpatrick, Gelatt and Vecchi (1983). The temperature is in repeats; that it may be low from the start, and the price
of imbalance small beside it, was found by measuring (`tests/ytelse/grupper.py`).
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from verksted.regler.grupper.tett import Tett
    from verksted.regler.grupper.tilstand import Tilstand

BLOKK = 256  # swaps weighed in one round before another is drawn
_FLERE = 4  # larger changes tried beside each block of swaps, where there are such
_PRIS = 40  # what one of them costs, in swaps weighed
_MANGE = 1 << 12  # random exponents, drawn once


class Gloed:
    """Anneals a state, and remembers the best seats it has been through (`beste`, `beste_rang`)."""

    def __init__(self, tilstand: Tilstand, terning: Random) -> None:
        self._tilstand = tilstand
        self._terning = terning
        self._loese = [_loese(tilstand.tett, runde) for runde in range(tilstand.tett.runder)]
        self._flokker = [_flokker(tilstand.tett, runde) for runde in range(tilstand.tett.runder)]
        # A table with a seat more is another table, when somebody's table is given by its number.
        self._skjeve = [bool(tilstand.tett.store) and bool(faste) for faste in tilstand.tett.faste]
        self._levende = [r for r in range(tilstand.tett.runder) if self._kan_endres(r)]
        self._eksponenter = [-log(1.0 - terning.random()) for _ in range(_MANGE)]
        self.beste = tilstand.kopi()
        self.beste_rang = tilstand.rang

    def kjoer(self, trinn: int, *, fra: float, til: float) -> Iterator[int]:
        """Weigh `trinn` swaps, or somewhat more, while the temperature falls; yield how many after each block."""
        brukt = 0 if self._levende and self._tilstand.tett.bord > 1 else trinn
        while brukt < trinn:
            grad = fra * (til / fra) ** (brukt / trinn)
            steg = BLOKK
            runde = self._levende[int(self._terning.random() * len(self._levende))]
            if len(self._loese[runde]) > 1:
                self._bytt(runde, grad)
            if self._flokker[runde] or self._skjeve[runde]:
                for _ in range(_FLERE):
                    self._bytt_flere(runde, grad)
                steg += _FLERE * _PRIS
            brukt += steg
            yield steg

    def _bytt(self, runde: int, grad: float) -> None:
        """Weigh a block of swaps of two, and carry out those that are good enough."""
        tilstand = self._tilstand
        sete, masker, merker = tilstand.sete[runde], tilstand.masker[runde], tilstand.merker[runde]
        moett, igjen, kjennetegn = tilstand.moett, tilstand.moett_igjen, tilstand.kjennetegn
        fra = int(self._terning.random() * (_MANGE - BLOKK))
        for en, annen, eksponent in zip(
            self._trekk(self._loese[runde]), self._trekk(self._loese[runde]), self._eksponenter[fra : fra + BLOKK],
            strict=True,
        ):  # fmt: skip
            a, b = sete[en], sete[annen]
            if a == b:
                continue
            pris = 0
            if kjennetegn[en] != kjennetegn[annen]:
                # What the one has and the other has not leaves a and comes to b; and the other way round.
                ut, inn = kjennetegn[en] & ~kjennetegn[annen], kjennetegn[annen] & ~kjennetegn[en]
                full_a, tom_a, over_a, under_a = merker[a]
                full_b, tom_b, over_b, under_b = merker[b]
                pris = (
                    (ut & tom_a).bit_count() + (ut & full_b).bit_count()
                    + (inn & tom_b).bit_count() + (inn & full_a).bit_count()
                )  # fmt: skip
                if over_a or under_a:
                    pris -= (ut & over_a).bit_count() + (inn & under_a).bit_count()
                if over_b or under_b:
                    pris -= (inn & over_b).bit_count() + (ut & under_b).bit_count()
            ved_a, ved_b = masker[a] & ~(1 << en), masker[b] & ~(1 << annen)
            pris += (
                (moett[annen] & ved_a).bit_count() + (moett[en] & ved_b).bit_count()
                - (igjen[en] & ved_a).bit_count() - (igjen[annen] & ved_b).bit_count()
            )  # fmt: skip
            if pris <= grad * eksponent and self._kan_bytte(en, annen, ved_a, ved_b):
                tilstand.flytt(runde, en, b)
                tilstand.flytt(runde, annen, a)
                self._husk()

    def _kan_bytte(self, en: int, annen: int, ved_a: int, ved_b: int) -> bool:
        atskilt = self._tilstand.tett.atskilt
        return not (atskilt[en] & ved_b or atskilt[annen] & ved_a)

    def _trekk(self, personer: Sequence[int]) -> Sequence[int]:
        """Draw a block of people, as good as evenly: the few who are favoured are others each time."""
        antall = len(personer)
        if antall > 256:
            return self._terning.choices(personer, k=BLOKK)
        start = int(self._terning.random() * antall)
        alfabet = [personer[(start + i) % antall] for i in range(256)]
        return [alfabet[byte] for byte in self._terning.randbytes(BLOKK)]

    def _bytt_flere(self, runde: int, grad: float) -> None:
        """Try a change that a swap of two cannot make, and take it back if it is not good enough."""
        tilstand = self._tilstand
        sete, atskilt = tilstand.sete[runde], tilstand.tett.atskilt
        flyttinger = self._foreslaa(runde)
        tilbake = [(person, sete[person]) for person, _ in flyttinger]
        foer = tilstand.straff + tilstand.gjentak
        for person, til in flyttinger:
            tilstand.flytt(runde, person, til)
        pris = tilstand.straff + tilstand.gjentak - foer
        tillatt = all(not atskilt[person] & tilstand.masker[runde][til] for person, til in flyttinger)
        if tillatt and pris <= grad * self._terning.choice(self._eksponenter):
            self._husk()
        else:
            for person, fra in tilbake:
                tilstand.flytt(runde, person, fra)

    def _foreslaa(self, runde: int) -> list[tuple[int, int]]:
        """Return a flock against as many at another table, or one person from a larger table to a smaller."""
        tilstand, terning = self._tilstand, self._terning
        sete, masker = tilstand.sete[runde], tilstand.masker[runde]
        flokker, loese = self._flokker[runde], self._loese[runde]
        if flokker and not (self._skjeve[runde] and terning.random() < 0.5):
            flokk = terning.choice(flokker)
            fra, til = sete[flokk[0]], int(terning.random() * tilstand.tett.bord)
            imot = self._like_mange(runde, til, len(flokk)) if fra != til else []
            return [*((person, til) for person in flokk), *((person, fra) for person in imot)] if imot else []
        if not loese:
            return []
        person, til = terning.choice(loese), int(terning.random() * tilstand.tett.bord)
        stor = masker[sete[person]].bit_count() > tilstand.tett.minst
        return [(person, til)] if stor and masker[til].bit_count() == tilstand.tett.minst else []

    def _like_mange(self, runde: int, bord: int, antall: int) -> list[int]:
        """Draw that many who may leave a table, flocks whole; none when it does not come out."""
        ved = self._tilstand.masker[runde][bord]
        enheter = [flokk for flokk in self._flokker[runde] if ved >> flokk[0] & 1]
        enheter += [(person,) for person in self._loese[runde] if ved >> person & 1]
        valgte: list[int] = []
        for enhet in self._terning.sample(enheter, len(enheter)):
            if len(valgte) + len(enhet) <= antall:
                valgte.extend(enhet)
        return valgte if len(valgte) == antall else []

    def _husk(self) -> None:
        rang = self._tilstand.rang
        if rang < self.beste_rang:
            self.beste_rang = rang
            self.beste = self._tilstand.kopi()

    def _kan_endres(self, runde: int) -> bool:
        return len(self._loese[runde]) > 1 or bool(self._flokker[runde]) or self._skjeve[runde]


def _loese(tett: Tett, runde: int) -> list[int]:
    """Return those who may change seats alone."""
    return [enhet[0] for enhet in tett.enheter if len(enhet) == 1 and enhet[0] not in tett.faste[runde]]


def _flokker(tett: Tett, runde: int) -> list[tuple[int, ...]]:
    """Return those who may change seats together only."""
    return [enhet for enhet in tett.enheter if len(enhet) > 1 and enhet[0] not in tett.faste[runde]]
