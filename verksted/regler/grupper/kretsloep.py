"""Rounds that are turns of one round, for people of whom nothing is known: the hard schedules where nobody meets twice.

People are points on circles of as many points as there are rounds, and a few that stand still; each round turns the
circles one point. Then nobody meets twice if no two pairs of the first round lie alike (difference families; Anderson,
*Combinatorial Designs*, 1990). That round is so small a problem that annealing finds it at once, where there is one.
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from verksted.regler.grupper.tett import Plasser, Tett

SKRITT = 25_000
_FLEST = 128
_VARM, _KALD = 0.5, 0.15


def passer(tett: Tett) -> bool:
    """Say whether rounds may be turns of one another: nothing tells people apart, and few stand still."""
    noe_skiller = tett.verdier or tett.moett or any(tett.atskilt) or any(tett.faste) or len(tett.enheter) < tett.antall
    return not noe_skiller and 1 < tett.runder <= tett.antall <= _FLEST and tett.antall % tett.runder <= tett.bord


def finn_kretsloep(tett: Tett, terning: Random) -> Plasser | None:
    """Return seats for all rounds where nobody meets twice, or None when none was found."""
    runde = _Runde(tett, terning)
    for nr in range(SKRITT):
        if not runde.like:
            return [[runde.sete[_dreid(tett, person, r)] for person in range(tett.antall)] for r in range(tett.runder)]
        runde.proev(_VARM * (_KALD / _VARM) ** (nr / SKRITT))
    return None


class _Runde:
    """The first round under work; `like` counts the pairs that lie like another pair."""

    def __init__(self, tett: Tett, terning: Random) -> None:
        self._terning = terning
        self._leie = [[_leie(tett, en, annen) for annen in range(tett.antall)] for en in range(tett.antall)]
        self._antall: dict[tuple[int, int, int], int] = {}
        self.like = 0
        self.sete = terning.sample([person % tett.bord for person in range(tett.antall)], tett.antall)
        self._ved: list[set[int]] = [set() for _ in range(tett.bord)]
        for person, bord in enumerate(self.sete):
            self._sett(person, bord)

    def proev(self, grad: float) -> None:
        """Swap two, and back again if that was too much for the worse."""
        en, annen = (int(self._terning.random() * len(self.sete)) for _ in range(2))
        a, b = self.sete[en], self.sete[annen]
        if a == b:
            return
        foer = self.like
        self._bytt(en, annen)
        if self.like - foer > -grad * log(1.0 - self._terning.random()):
            self._bytt(en, annen)

    def _bytt(self, en: int, annen: int) -> None:
        a, b = self.sete[en], self.sete[annen]
        self._ta(en)
        self._ta(annen)
        self._sett(en, b)
        self._sett(annen, a)

    def _ta(self, person: int) -> None:
        ved = self._ved[self.sete[person]]
        ved.discard(person)
        for annen in ved:
            if leie := self._leie[person][annen]:
                self._antall[leie] -= 1
                self.like -= self._antall[leie] > 0
            else:
                self.like -= 1

    def _sett(self, person: int, bord: int) -> None:
        ved = self._ved[bord]
        for annen in ved:
            if leie := self._leie[person][annen]:
                self.like += self._antall.get(leie, 0) > 0
                self._antall[leie] = self._antall.get(leie, 0) + 1
            else:
                self.like += 1
        ved.add(person)
        self.sete[person] = bord


def _dreid(tett: Tett, person: int, runder: int) -> int:
    """Return who sat in the first round where this one sits that many rounds later."""
    if person >= tett.antall - tett.antall % tett.runder:
        return person
    sirkel, punkt = divmod(person, tett.runder)
    return sirkel * tett.runder + (punkt - runder) % tett.runder


def _leie(tett: Tett, en: int, annen: int) -> tuple[int, int, int] | None:
    """Return how two lie: the same for all pairs that turns take into one another, None for those who must not meet."""
    en, annen = min(en, annen), max(en, annen)
    stille = tett.antall - tett.antall % tett.runder
    if en >= stille:
        return None
    (sirkel, punkt), (annen_sirkel, annet_punkt) = divmod(en, tett.runder), divmod(annen, tett.runder)
    if annen >= stille:
        return sirkel, annen, 0
    avstand = (annet_punkt - punkt) % tett.runder
    if sirkel != annen_sirkel:
        return sirkel, annen_sirkel, avstand
    return None if 2 * avstand == tett.runder else (sirkel, sirkel, min(avstand, tett.runder - avstand))
