"""A division under work: seats, meetings and balance, kept up to date move by move.

Sets of people are bit masks in whole numbers, so that a swap is weighed with a handful of ANDs and bit counts, whatever
the size of the tables; what a move costs to carry out is linear in table size.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from verksted.regler.grupper.tett import i_masken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.regler.grupper.tett import Plasser, Tett, Verdi

FULL, TOM, OVER, UNDER = range(4)
Overgang = tuple[int, tuple[tuple[int, int], ...]]  # change of deviation, and what flips: (which mask, which bits)


class Tilstand:
    """All rounds of a division. `vekter` says what one seat out of balance costs, per attribute, in repeats.

    A value takes as many bits in the masks of values as it weighs, so that counting bits adds up costs.
    `merker[r][t]` is four such masks for table t: values it has no room for more of, values it cannot spare, values it
    has too many of, and values it lacks.
    """

    def __init__(self, tett: Tett, plasser: Plasser, vekter: Sequence[int]) -> None:
        self.tett = tett
        self.vekter = tuple(vekter)
        self.moett = [0] * tett.antall  # mask of those one has met, and of those one has met twice or more
        self.moett_igjen = [0] * tett.antall
        self.ganger = [[0] * tett.antall for _ in range(tett.antall)]
        self.avvik = [0] * tett.egenskaper
        self.gjentak = 0
        self.tyngde = 0
        self._verdibit = self._bit_per_verdi()
        folk = Counter(verdi for verdier in tett.verdier_av for verdi in verdier)
        self._overganger = [
            _overganger(verdi, bit, folk[nr])
            for nr, (verdi, bit) in enumerate(zip(tett.verdier, self._verdibit, strict=True))
        ]
        # Within one round nobody meets the same person twice: what is known there needs no keeping up to date.
        self._noen_kan_moetes_igjen = tett.runder > 1 or bool(tett.moett)
        self.kjennetegn = [sum(self._verdibit[v] for v in verdier) for verdier in tett.verdier_av]
        for en, annen, antall in tett.moett:
            for _ in range(antall):
                self._moetes(en, annen)
        self.gjentak = self.tyngde = 0
        self.sete = [runde[:] for runde in plasser]
        self.masker = [[0] * tett.bord for _ in plasser]
        self.merker: list[list[list[int]]] = [[] for _ in plasser]
        self._antall = [[[0] * len(tett.verdier) for _ in range(tett.bord)] for _ in plasser]
        self._sett_alle()

    @property
    def straff(self) -> int:
        """What all deviation costs, in repeats."""
        return sum(vekt * avvik for vekt, avvik in zip(self.vekter, self.avvik, strict=True))

    @property
    def rang(self) -> tuple[int, ...]:
        """The order of preference, as `Maaltall.rang`."""
        return (*self.avvik, self.gjentak, self.tyngde)

    def flytt(self, runde: int, person: int, til: int) -> None:
        """Move one person to another table of the round."""
        sete, masker, bit = self.sete[runde], self.masker[runde], 1 << person
        fra = sete[person]
        masker[fra] ^= bit
        if self._noen_kan_moetes_igjen:
            for annen in i_masken(masker[fra]):
                self._skilles(person, annen)
            for annen in i_masken(masker[til]):
                self._moetes(person, annen)
        else:
            self.tyngde += masker[til].bit_count() - masker[fra].bit_count()
        masker[til] ^= bit
        sete[person] = til
        for verdi in self.tett.verdier_av[person]:
            self._tell(runde, fra, verdi, -1)
            self._tell(runde, til, verdi, +1)

    def kopi(self) -> Plasser:
        """Return the seats as they are now."""
        return [runde[:] for runde in self.sete]

    def _bit_per_verdi(self) -> list[int]:
        biter, neste = [], 0
        for verdi in self.tett.verdier:
            vekt = self.vekter[verdi.egenskap]
            biter.append(((1 << vekt) - 1) << neste)
            neste += vekt
        return biter

    def _sett_alle(self) -> None:
        savnes = sum(bit for verdi, bit in zip(self.tett.verdier, self._verdibit, strict=True) if verdi.minst)
        ingen = [0, sum(self._verdibit), 0, savnes]
        for verdi in self.tett.verdier:
            self.avvik[verdi.egenskap] += len(self.sete) * self.tett.bord * verdi.minst
        for runde, sete in enumerate(self.sete):
            masker = self.masker[runde]
            self.merker[runde] = [ingen[:] for _ in masker]
            for person, bord in enumerate(sete):
                if self._noen_kan_moetes_igjen:
                    for annen in i_masken(masker[bord]):
                        self._moetes(person, annen)
                else:
                    self.tyngde += masker[bord].bit_count()
                masker[bord] |= 1 << person
                for verdi_nr in self.tett.verdier_av[person]:
                    self._tell(runde, bord, verdi_nr, +1)

    def _moetes(self, en: int, annen: int) -> None:
        ganger = self.ganger[en][annen]
        self.ganger[en][annen] = self.ganger[annen][en] = ganger + 1
        self.tyngde += 2 * ganger + 1
        if ganger == 0:
            self.moett[en] ^= 1 << annen
            self.moett[annen] ^= 1 << en
        else:
            self.gjentak += 1
            if ganger == 1:
                self.moett_igjen[en] ^= 1 << annen
                self.moett_igjen[annen] ^= 1 << en

    def _skilles(self, en: int, annen: int) -> None:
        ganger = self.ganger[en][annen] - 1
        self.ganger[en][annen] = self.ganger[annen][en] = ganger
        self.tyngde -= 2 * ganger + 1
        if ganger == 0:
            self.moett[en] ^= 1 << annen
            self.moett[annen] ^= 1 << en
        else:
            self.gjentak -= 1
            if ganger == 1:
                self.moett_igjen[en] ^= 1 << annen
                self.moett_igjen[annen] ^= 1 << en

    def _tell(self, runde: int, bord: int, nr: int, endring: int) -> None:
        antall = self._antall[runde][bord]
        foer = antall[nr]
        antall[nr] = foer + endring
        # From k to k + 1 and back again are the same flips, with opposite sign.
        avvik, vippes = self._overganger[nr][foer if endring > 0 else foer - 1]
        self.avvik[self.tett.verdier[nr].egenskap] += endring * avvik
        merke = self.merker[runde][bord]
        for hva, bit in vippes:
            merke[hva] ^= bit


def _overganger(verdi: Verdi, bit: int, mest: int) -> list[Overgang]:
    """Return, for each k below `mest`, what one more makes of a table where k have the value."""

    def merker(antall: int) -> tuple[bool, bool, bool, bool]:
        return antall >= verdi.mest, antall <= verdi.minst, antall > verdi.mest, antall < verdi.minst

    return [
        (
            _utenfor(antall + 1, verdi) - _utenfor(antall, verdi),
            tuple((hva, bit) for hva in (FULL, TOM, OVER, UNDER) if merker(antall)[hva] != merker(antall + 1)[hva]),
        )
        for antall in range(mest)
    ]


def _utenfor(antall: int, verdi: Verdi) -> int:
    return antall - verdi.mest if antall > verdi.mest else max(0, verdi.minst - antall)
