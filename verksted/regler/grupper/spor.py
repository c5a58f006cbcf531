"""One line of search: starts again and again from a seed of its own, and tells each time it finds something better.

Nothing here depends on clocks or on how many processes there are: the same commission, number and budget give the same
findings at the same steps.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Final

from verksted.regler.grupper.balansesoek import Balansesoek
from verksted.regler.grupper.gloed import BLOKK, Gloed
from verksted.regler.grupper.grense import minste_avvik, minste_gjentak
from verksted.regler.grupper.kretsloep import SKRITT, finn_kretsloep, passer
from verksted.regler.grupper.start import (
    RASKT,
    VEKT,
    ForTrangt,
    balanser,
    del_ut,
    jevne_vekter,
    plasser_bundne,
    strenge_vekter,
)
from verksted.regler.grupper.tett import lag_tett
from verksted.regler.grupper.tilstand import Tilstand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verksted.regler.grupper.oppdrag import Oppdrag
    from verksted.regler.grupper.tett import Plasser

ANTALL_SPOR: Final = 2
VARM: Final = 0.45
_KALD = (0.2, 0.15)
_KORT = 250_000  # the first annealing is short, so that something good is there at once
_LANG = (6_000_000, 1_000_000)  # how long the others are at most: one line digs deep, the other starts often
_BALANSE = 60_000  # steps at most on the balance of one round before each annealing
_BALANSEDEL = 2  # one part in so many of the budget may go to a balance that is hard to find
_FOERSTE = 800_000  # the same for the very first answer, over the number of people
_TYNGST = 54  # what a seat out of balance costs at most, in repeats
_MELDEPAUSE = 32  # blocks between two looks at what has been found


@dataclass(frozen=True, slots=True)
class Funn:
    """The best so far: found by line `spor` (-1: before the search) at step `trinn`."""

    rang: tuple[int, ...]
    trinn: int
    spor: int
    plasser: Plasser


class Spor:
    """A line of search over one commission, which must be possible (`motstrid.kontroller`)."""

    def __init__(self, oppdrag: Oppdrag, nummer: int) -> None:
        self._tett = lag_tett(oppdrag)
        self._nummer = nummer
        self._froe = oppdrag.froe
        self._terning = Random(f"{oppdrag.froe}/{nummer}")  # noqa: S311 - no secret
        self._minst = [minste_avvik(self._tett, runde) for runde in range(self._tett.runder)]
        avvik = [sum(tall) for tall in zip(*self._minst, strict=True)]
        self.grense = (*avvik, minste_gjentak(self._tett))

    def foerste(self) -> Funn:
        """Return an answer that can be used at once."""
        plasser, _ = self._start(_FOERSTE // max(100, self._tett.antall))
        rang = Tilstand(self._tett, plasser, jevne_vekter(self._tett.egenskaper)).rang
        return Funn(rang, 0, self._nummer, plasser)

    def let(self, innsats: int) -> Iterator[tuple[int, Funn | None]]:
        """Search for so many steps; yield now and then the steps so far, and what is better than all before.

        Ends sooner when the bound from below is reached or nothing can be moved.
        """
        brukt, best, vekt = 0, None, VEKT
        if self._nummer == 1 and (funn := self._dreide_runder()):
            yield funn.trinn, funn
            return
        balansesoek = Balansesoek(self._tett, self._minst, self._terning)
        plasser, foerst = self._start(self._balansetrinn(_kort(innsats) or innsats))
        for steg in balansesoek.finn(plasser, innsats // _BALANSEDEL):
            brukt += steg
            yield brukt, None
        for nr, lengde in enumerate(self._lengder(innsats - brukt)):
            if nr:
                plasser, foerst = self._start(self._balansetrinn(lengde))
            plasser = balansesoek.bytt_inn(plasser)
            brukt += foerst
            tilstand = Tilstand(self._tett, plasser, jevne_vekter(self._tett.egenskaper, vekt))
            if any(tilstand.avvik):
                tilstand = Tilstand(self._tett, plasser, strenge_vekter(self._tett.egenskaper, vekt))
            fra_start = tilstand.avvik[:]
            gloed = Gloed(tilstand, self._terning)
            steg, igjen = 0, max(BLOKK, lengde - foerst)
            for blokk, antall in enumerate(gloed.kjoer(igjen, fra=VARM, til=_KALD[self._nummer % len(_KALD)])):
                brukt += antall
                steg += antall
                if blokk % _MELDEPAUSE == 0 or steg >= igjen:
                    funn = None
                    if best is None or gloed.beste_rang < best:
                        best = gloed.beste_rang
                        funn = Funn(best, brukt, self._nummer, gloed.beste)
                    yield brukt, funn
                    if best[:-1] == self.grense:
                        return
            if not steg:
                return
            if tilstand.avvik > fra_start:  # repeats were dear enough to pay for with balance
                vekt = min(_TYNGST, 3 * vekt)

    def _dreide_runder(self) -> Funn | None:
        """Return a schedule where nobody meets twice, where turning one round gives it."""
        plasser = finn_kretsloep(self._tett, self._terning) if passer(self._tett) else None
        if plasser is None:
            return None
        return Funn(Tilstand(self._tett, plasser, ()).rang, SKRITT, self._nummer, plasser)

    def _lengder(self, innsats: int) -> Iterator[int]:
        """Yield how long each annealing is to be, together `innsats`."""
        kort = _kort(innsats)
        if kort:
            yield kort
        resten = innsats - kort
        lang = _LANG[self._nummer % len(_LANG)]
        antall = max(1, -(-resten // lang))
        for nr in range(antall):
            yield resten * (nr + 1) // antall - resten * nr // antall

    def _balansetrinn(self, lengde: int) -> int:
        """Return how much of an annealing goes to the balance of each round first."""
        return min(_BALANSE, lengde // (5 * self._tett.runder))

    def _start(self, trinn: int) -> tuple[Plasser, int]:
        """Return seats for all rounds, each balanced as far as so many steps go, and the steps it took in all."""
        tett, terning = self._tett, self._terning
        plasser, brukt = [], 0
        for runde in range(tett.runder):
            utdelt = del_ut(tett, terning, self._bundne(runde))
            sete, steg = balanser(tett.bare_runde(runde), utdelt, terning, trinn=trinn, minst=self._minst[runde])
            plasser.append(sete)
            brukt += steg
        return plasser, brukt

    def _bundne(self, runde: int) -> dict[int, int]:
        """Seat the bound anew, or as `motstrid.kontroller` did it where the room is tight."""
        try:
            bundne = plasser_bundne(self._tett, runde, self._terning, RASKT)
        except ForTrangt:
            bundne = plasser_bundne(self._tett, runde, Random(self._froe))  # noqa: S311 - no secret
        return bundne or {}


def _kort(innsats: int) -> int:
    return min(_KORT, innsats // 4)
