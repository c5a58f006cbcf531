"""Balance alone, where it is hard to find: each round is sought as if nobody had met, and what is found is kept.

A round in balance serves every other round with the same seats given: its tables are the start, and annealing for
repeats takes it from there. The temperatures were found by measuring, on councils with a known balance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from verksted.regler.grupper.gloed import Gloed
from verksted.regler.grupper.start import VARM as VARM_STRENGT
from verksted.regler.grupper.start import jevne_vekter, strenge_vekter
from verksted.regler.grupper.tilstand import Tilstand

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from verksted.regler.grupper.tett import Plasser, Tett

_VARM, _KALD = 0.9, 0.45  # with a seat out of balance at `start.VEKT`
_STRENGT = 0.3  # where strict annealing ends
_LENGDE: Final = 300_000  # steps of the first annealing; each that follows is half as long again
_SISTE: Final = 5  # one part in so many goes to the order of the attributes, when balance in all was not found


class Balansesoek:
    """The most balanced seats known for each round; `minst` is per round what deviation cannot get below."""

    def __init__(self, tett: Tett, minst: Sequence[Sequence[int]], terning: Random) -> None:
        self._tett = tett
        self._minst = [tuple(tall) for tall in minst]
        self._terning = terning
        self._beste: dict[int, tuple[tuple[int, ...], list[int]]] = {}

    def finn(self, plasser: Plasser, budsjett: int) -> Iterator[int]:
        """Seek balance in the rounds that lack it, starting from the seats they have; yield the steps as they go."""
        self._husk(plasser)
        mangler = [runde for runde in range(self._tett.runder) if self._beste[runde][0] > self._minst[runde]]
        for nr, runde in enumerate(mangler):
            # Who is first may use half of it all: one round in balance is a help to every other.
            rom = budsjett // (2 if nr == 0 and len(mangler) > 1 else len(mangler) - nr)
            for steg in self._finn_en(runde, rom):
                budsjett -= steg
                yield steg

    def bytt_inn(self, plasser: Plasser) -> Plasser:
        """Return the seats, with better balanced ones from `finn` in the rounds where there are such."""
        self._husk(plasser)
        svar = []
        for runde, sete in enumerate(plasser):
            kjente = [self._beste[runde], *self._beste.values()]
            avvik, best = min((kjent for kjent in kjente if self._passer(runde, kjent[1])), key=lambda kjent: kjent[0])
            svar.append(self._ombyttet(runde, best) if avvik < self._avvik(runde, sete) else sete)
        return svar

    def _finn_en(self, runde: int, budsjett: int) -> Iterator[int]:
        """Anneal one round again and again, with all attributes alike and at last in their order."""
        en_runde, antall = self._tett.bare_runde(runde), self._tett.egenskaper
        jevnt, lengde = budsjett - budsjett // _SISTE, _LENGDE
        sete = self._beste[runde][1]
        while jevnt > 0:
            tilstand = Tilstand(en_runde, [sete], jevne_vekter(antall))
            for steg in self._gloed(runde, Gloed(tilstand, self._terning), min(lengde, jevnt), _VARM, _KALD):
                jevnt -= steg
                yield steg
            if self._beste[runde][0] == self._minst[runde]:
                return
            sete, lengde = tilstand.kopi()[0], lengde * 3 // 2
        tilstand = Tilstand(en_runde, [self._beste[runde][1]], strenge_vekter(antall))
        yield from self._gloed(runde, Gloed(tilstand, self._terning), budsjett // _SISTE, VARM_STRENGT, _STRENGT)

    def _gloed(self, runde: int, gloed: Gloed, trinn: int, fra: float, til: float) -> Iterator[int]:
        """Run until done or in balance; keep the best seats of it."""
        antall, minst = self._tett.egenskaper, self._minst[runde]
        for steg in gloed.kjoer(trinn, fra=fra, til=til):
            yield steg
            if gloed.beste_rang[:antall] == minst:
                break
        self._beste[runde] = min(self._beste[runde], (gloed.beste_rang[:antall], gloed.beste[0]))

    def _husk(self, plasser: Plasser) -> None:
        for runde, sete in enumerate(plasser):
            avvik = self._avvik(runde, sete)
            if runde not in self._beste or avvik < self._beste[runde][0]:
                self._beste[runde] = (avvik, sete[:])

    def _avvik(self, runde: int, sete: list[int]) -> tuple[int, ...]:
        return tuple(Tilstand(self._tett.bare_runde(runde), [sete], jevne_vekter(self._tett.egenskaper)).avvik)

    def _passer(self, runde: int, sete: list[int]) -> bool:
        """Say whether seats made for some round may be used in this one."""
        return all(sete[person] == bord for person, bord in self._tett.faste[runde].items())

    def _ombyttet(self, runde: int, sete: list[int]) -> list[int]:
        """Return the seats with those who are alike, and free to sit anywhere, dealt out among themselves."""
        tett, nye = self._tett, sete[:]
        like: dict[tuple[int, ...], list[int]] = {}
        for enhet in tett.enheter:
            if len(enhet) == 1 and enhet[0] not in tett.faste[runde] and not tett.atskilt[enhet[0]]:
                like.setdefault(tett.verdier_av[enhet[0]], []).append(enhet[0])
        for personer in like.values():
            for person, annen in zip(personer, self._terning.sample(personer, len(personer)), strict=True):
                nye[person] = sete[annen]
        return nye
