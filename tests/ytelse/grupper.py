"""How good the cross-party tables are, and how fast: per council, the deviation, and the repeats after 3 s and 30 s.

The figures of quality are recounted by the checker of the tests. Each line tells the bound no division can get below.
"""

from __future__ import annotations

import gc
from dataclasses import dataclass
from functools import partial
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING

from tests.regler import kontrollregner
from tests.ytelse.maaling import Maaling, beste
from verksted.regler.grupper.gloed import Gloed
from verksted.regler.grupper.oppdrag import Oppdrag, Sittende
from verksted.regler.grupper.sett_sammen import innsats_for, sett_sammen
from verksted.regler.grupper.tett import lag_tett
from verksted.regler.grupper.tilstand import Tilstand

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verksted.regler.grupper.oppdrag import Inndeling

KORT, LANG = 3, 30  # seconds asked for


@dataclass(frozen=True)
class Sak:
    """A council with what its tables must come to: repeats at most in 3 s and in 30 s (None: not asked for)."""

    navn: str
    oppdrag: Oppdrag
    paa_kort_tid: int | None
    paa_lang_tid: int | None


def maalinger() -> Iterator[Maaling]:
    """Yield the lines of every council, then the large hall, then what a swap costs."""
    for sak in _saker():
        yield from _mal_sak(sak)
    yield from _stor_sal()
    yield Maaling("Grupper, ett bytte ved bord på 32 over ett ved bord på 4", _pris(32) / _pris(4), "×", 8)


def _mal_sak(sak: Sak) -> Iterator[Maaling]:
    verst = 0
    for sekunder, maal in ((KORT, sak.paa_kort_tid), (LANG, sak.paa_lang_tid)):
        if maal is None:
            continue
        inndeling, brukt, foerste = _sett_sammen(sak.oppdrag, sekunder)
        avvik, gjentak = _tell(sak.oppdrag, inndeling)
        verst = max(verst, avvik)
        bunn = f"grense {inndeling.nedre_grense.gjentak}{', best mulig' if inndeling.best_mulig else ''}"
        yield Maaling(f"Grupper, {sak.navn}: på {sekunder} s ({bunn})", gjentak, "gjentak", maal)
        if sekunder == KORT:
            yield Maaling(f"Grupper, {sak.navn}: tid brukt når {sekunder} s er bedt om", brukt, "s", sekunder)
            yield Maaling(f"Grupper, {sak.navn}: første svar", foerste, "s", 0.3)
    yield Maaling(f"Grupper, {sak.navn}: avvik", verst, "plasser", 0)


def _stor_sal() -> Iterator[Maaling]:
    lister = (140, 110, 80, 60, 45, 30, 20, 10, 5)
    oppdrag = _oppdrag(_raad(lister, (230, 270)), ("parti", "kjønn"), bord=70, runder=3)
    inndeling, brukt, foerste = _sett_sammen(oppdrag, 8)
    avvik, gjentak = _tell(oppdrag, inndeling)
    yield Maaling("Grupper, 500 ved 70 bord, 3 runder: avvik", avvik, "plasser", 0)
    yield Maaling("Grupper, 500 ved 70 bord, 3 runder", gjentak, "gjentak", 0)
    yield Maaling("Grupper, 500 ved 70 bord, 3 runder: tid", brukt, "s", 10)
    yield Maaling("Grupper, 500 ved 70 bord, 3 runder: første svar", foerste, "s", 0.3)


def _sett_sammen(oppdrag: Oppdrag, sekunder: float) -> tuple[Inndeling, float, float]:
    """Return the division, the wall time it took, and the time to the first that could be used."""
    gc.collect()
    start = perf_counter()
    tider: list[float] = []
    inndeling = sett_sammen(
        oppdrag, innsats=innsats_for(sekunder, oppdrag), meld=lambda _: tider.append(perf_counter() - start)
    )
    return inndeling, perf_counter() - start, tider[0]


def _tell(oppdrag: Oppdrag, inndeling: Inndeling) -> tuple[int, int]:
    """Return deviation over all attributes, and repeats, as the checker counts them."""
    bordene = [[bord.personer for bord in runde.bord] for runde in inndeling.runder]
    assert kontrollregner.alle_sitter_en_gang(bordene, [p.id for p in oppdrag.personer], oppdrag.antall_bord)
    avvik = sum(
        kontrollregner.avvik(bordene, {p.id: p.egenskaper.get(navn) for p in oppdrag.personer})
        for navn in oppdrag.balanser
    )
    return avvik, kontrollregner.gjentak(bordene)


def _pris(stoerrelse: int) -> float:
    """Return the time of 100 000 swaps at four tables of that size, as a rule of thumb: warm, so that many are made."""
    oppdrag = _oppdrag([()] * (4 * stoerrelse), (), bord=4, runder=3)
    plasser = [[person % 4 for person in range(4 * stoerrelse)] for _ in range(3)]

    def kjoer() -> None:
        gloed = Gloed(Tilstand(lag_tett(oppdrag), plasser, ()), Random(1))
        for _ in gloed.kjoer(100_000, fra=0.45, til=0.2):
            pass

    return beste(kjoer, 3)


def _saker() -> Iterator[Sak]:
    to = ("parti", "kjønn")
    a = partial(_oppdrag, _raad((12, 10, 5, 3, 2, 1, 1, 1), (21, 14)), to)
    b = partial(_oppdrag, _raad((16, 11, 6, 3, 2, 2, 1, 1, 1), (24, 19)), to)
    c = partial(_oppdrag, _raad((7, 3, 3, 2, 2), (9, 8)), to)
    yield Sak("35 ved 6 bord, 3 runder", a(bord=6, runder=3), 2, 1)
    yield Sak("35 ved 6 bord, 5 runder", a(bord=6, runder=5), 34, 29)
    yield Sak("43 ved 8 bord, 3 runder", b(bord=8, runder=3), 0, 0)
    yield Sak("43 ved 8 bord, 5 runder", b(bord=8, runder=5), 7, 4)
    yield Sak("17 ved 5 bord, 3 runder", c(bord=5, runder=3), 0, 0)
    yield Sak("17 ved 5 bord, 5 runder", c(bord=5, runder=5), 7, 6)
    fem = ("parti", "kjønn", "alder", "geografi", "ansiennitet")
    yield Sak("35 fra ni lister ved 5 bord, 3 runder, fem egenskaper", _oppdrag(_fem(), fem, bord=5, runder=3), 35, 33)
    yield Sak("32 ved 8 bord, 7 runder, uten lister", _oppdrag([()] * 32, (), bord=8, runder=7), 0, 0)
    yield Sak("15 ved 5 bord, 7 runder, uten lister", _oppdrag([()] * 15, (), bord=5, runder=7), 0, 0)


def _oppdrag(folk: Sequence[tuple[str, ...]], egenskaper: tuple[str, ...], *, bord: int, runder: int) -> Oppdrag:
    personer = tuple(Sittende(f"p{nr}", dict(zip(egenskaper, verdier, strict=True))) for nr, verdier in enumerate(folk))
    return Oppdrag(personer=personer, antall_bord=bord, runder=runder, balanser=egenskaper, froe=1)


def _raad(lister: tuple[int, ...], kjoenn: tuple[int, int]) -> list[tuple[str, ...]]:
    """Return list and gender of each; the first gender is spread evenly down the council list."""
    liste_av = [f"liste {nr}" for nr, antall in enumerate(lister) for _ in range(antall)]
    av, alle = kjoenn[0], sum(kjoenn)
    return [(liste, "K" if nr * av // alle != (nr + 1) * av // alle else "M") for nr, liste in enumerate(liste_av)]


def _fem() -> list[tuple[str, ...]]:
    """Return a council of nine lists with list, gender, age, part of the municipality and seniority."""
    terning = Random(3)
    aldre, steder, tid = ("under 40", "40–59", "60 og over"), ("sentrum", "nord", "sør", "øst"), ("ny", "erfaren")
    return [
        (
            *foerst,
            *terning.choices(aldre, (9, 17, 9)),
            *terning.choices(steder, (14, 8, 7, 6)),
            *terning.choices(tid, (16, 19)),
        )
        for foerst in _raad((10, 7, 5, 4, 3, 2, 2, 1, 1), (16, 19))
    ]
