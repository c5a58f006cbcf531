"""Commissions for the tests: councils made so that something about them is known."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from verksted.regler.grupper.oppdrag import (
    EnPerBord,
    FastPlass,
    FastSekretaer,
    HverForSeg,
    Oppdrag,
    Sammen,
    Sittende,
)

if TYPE_CHECKING:
    from verksted.regler.grupper.oppdrag import Grupperegel, Inndeling, Runde

EGENSKAPER = ("parti", "kjønn", "alder", "geografi", "ansiennitet")


def terning_med(froe: int) -> Random:
    """Return dice that fall the same way each time."""
    return Random(froe)  # noqa: S311 - no secret


def uten_egenskaper(antall: int, bord: int, runder: int) -> Oppdrag:
    """Return a commission of people of whom nothing is known."""
    return Oppdrag(personer=tuple(Sittende(f"p{i}") for i in range(antall)), antall_bord=bord, runder=runder)


def som_lister(runder: tuple[Runde, ...]) -> list[list[tuple[str, ...]]]:
    """Return who sits where, as the counter wants it."""
    return [[bord.personer for bord in runde.bord] for runde in runder]


def paa_bordene(inndeling: Inndeling) -> list[list[tuple[str, ...]]]:
    """Return who sits where in a division, as the counter wants it."""
    return som_lister(inndeling.runder)


@st.composite
def oppdrag(draw: st.DrawFn, *, mest: int = 22) -> Oppdrag:
    """Draw a commission that can be solved: its rules are true of one seating, the same in every round."""
    terning: Random = draw(st.randoms(use_true_random=False))
    antall = draw(st.integers(1, mest))
    bord = draw(st.integers(1, antall))
    runder = draw(st.integers(1, 4))
    ider = [f"p{i:02}" for i in range(antall)]
    tilfeldig = terning.sample(ider, antall)
    sitter = {person: i % bord + 1 for i, person in enumerate(tilfeldig)}
    balanser = EGENSKAPER[: draw(st.integers(0, 3))]
    personer = tuple(
        Sittende(ider[i], {e: terning.choice(("a", "a", "b", "b", "c", None)) for e in balanser}) for i in range(antall)
    )
    par = [tuple(terning.sample(ider, 2)) for _ in range(draw(st.integers(0, 3)))] if antall > 1 else []
    tidligere = {(en, annen): terning.randint(1, 3) for en, annen in par}
    regler = _sanne_regler(terning, sitter, runder, draw(st.integers(0, 5)))
    return Oppdrag(
        personer=personer, antall_bord=bord, runder=runder, balanser=balanser, regler=regler, tidligere=tidligere,
        froe=draw(st.integers(0, 99)),
    )  # fmt: skip


def _sanne_regler(terning: Random, sitter: dict[str, int], runder: int, antall: int) -> tuple[Grupperegel, ...]:
    regler: list[Grupperegel] = []
    sekretaerer: set[int] = set()
    for _ in range(antall):
        person = terning.choice(list(sitter))
        her = sitter[person]
        ved_bordet = [p for p, bord in sitter.items() if bord == her]
        en_fra_hvert = tuple({bord: p for p, bord in sitter.items()}.values())
        match terning.randrange(5):
            case 0 if len(ved_bordet) > 1:
                regler.append(Sammen(tuple(ved_bordet[:3])))
            case 1:
                regler.append(HverForSeg(en_fra_hvert[:2]))
            case 2:
                regler.append(EnPerBord(en_fra_hvert))
            case 3:
                regler.append(FastPlass(person, her, terning.choice((None, terning.randint(1, runder)))))
            case _ if her not in sekretaerer:
                sekretaerer.add(her)
                regler.append(FastSekretaer(person, her))
    return tuple(regler)


def med_kjent_balanse(terning: Random, *, antall: int, bord: int, runder: int, egenskaper: int) -> Oppdrag:
    """Return a council where one seating has no deviation: values were dealt out over its tables."""
    ved_bordene = [list(range(i, antall, bord)) for i in range(bord)]
    kjennetegn: list[dict[str, str | None]] = [{} for _ in range(antall)]
    for egenskap in EGENSKAPER[:egenskaper]:
        verdier = sorted(terning.choice("aaaabbbccd") for _ in range(antall))
        rekkefoelge = [terning.sample(folk, len(folk)) for folk in ved_bordene]
        ganger = max(map(len, rekkefoelge))
        # One seat at each table in turn, so that no value comes to a table twice before it has been to all.
        seter = [folk[nr] for nr in range(ganger) for folk in rekkefoelge if nr < len(folk)]
        for person, verdi in zip(seter, verdier, strict=True):
            kjennetegn[person][egenskap] = verdi
    personer = tuple(Sittende(f"p{i:02}", k) for i, k in enumerate(kjennetegn))
    blandet = tuple(terning.sample(personer, antall))
    return Oppdrag(personer=blandet, antall_bord=bord, runder=runder, balanser=EGENSKAPER[:egenskaper])
