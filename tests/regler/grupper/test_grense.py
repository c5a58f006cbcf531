from __future__ import annotations

from dataclasses import replace
from itertools import permutations, product

import pytest

from tests.regler import kontrollregner
from tests.regler.grupper.raad import uten_egenskaper
from verksted.regler.grupper.grense import beregn_grense
from verksted.regler.grupper.oppdrag import FastPlass, Oppdrag, Sammen, Sittende


@pytest.mark.parametrize(
    ("antall", "bord", "runder", "grense"),
    [
        (35, 5, 3, 20),  # seven at a table from five tables: two pairs each; the same pairs may meet a third time
        (15, 5, 7, 0),
        (15, 5, 8, 15),  # 105 pairs, 15 a round
        (4, 2, 4, 2),
        (10, 1, 3, 90),
    ],
)
def test_at_gjentak_som_maa_komme_er_talt(antall: int, bord: int, runder: int, grense: int) -> None:
    assert beregn_grense(uten_egenskaper(antall, bord, runder)).gjentak == grense


def test_at_tidligere_verksted_loefter_grensen() -> None:
    # Two circles where everybody knows everybody: of three at a table, two are from the same circle.
    kretser = ("p0", "p1", "p2"), ("p3", "p4", "p5")
    kjente = {(en, annen): 1 for krets in kretser for en in krets for annen in krets if en < annen}
    gitt = replace(uten_egenskaper(6, 2, 1), tidligere=kjente)
    assert beregn_grense(gitt).gjentak == 2


def test_at_flokker_moetes_hver_gang_og_kan_koste_balansen() -> None:
    personer = tuple(Sittende(p, {"parti": v}) for p, v in zip("abcdef", "AAABBB", strict=True))
    flokk = Oppdrag(
        personer=personer, antall_bord=2, runder=3, balanser=("parti",), regler=(Sammen(("a", "b", "c")),)
    )  # fmt: skip
    grense = beregn_grense(flokk)
    assert grense.avvik == (("parti", 6),)  # per round one A too many at one table, and one too few at the other
    assert grense.gjentak >= 6


def test_at_laaste_plasser_gir_sitt_avvik() -> None:
    personer = tuple(Sittende(p, {"parti": v}) for p, v in zip("abcdef", "AAAABB", strict=True))
    laaste = tuple(FastPlass(p, 1) for p in "abc")
    gitt = Oppdrag(personer=personer, antall_bord=2, balanser=("parti",), regler=laaste)
    assert beregn_grense(gitt).avvik == (("parti", 2),)


@pytest.mark.parametrize("verdier", ["AABBCC", "AAABBC", "AAAABB"])
@pytest.mark.parametrize("laast", [(), (("p0", 1), ("p1", 1)), (("p0", 1), ("p2", 1)), (("p0", 1), ("p5", 2))])
def test_at_grensen_aldri_er_over_det_beste_av_alle(verdier: str, laast: tuple[tuple[str, int], ...]) -> None:
    verdi_av = {f"p{i}": verdi for i, verdi in enumerate(verdier)}
    gitt = Oppdrag(
        personer=tuple(Sittende(p, {"parti": v}) for p, v in verdi_av.items()), antall_bord=3, runder=2,
        balanser=("parti",), regler=tuple(FastPlass(p, b) for p, b in laast),
    )  # fmt: skip
    mulige = []
    for rekke in permutations(verdi_av):
        bordene = (rekke[0:2], rekke[2:4], rekke[4:6])
        if all(p in bordene[b - 1] for p, b in laast) and all(bord == tuple(sorted(bord)) for bord in bordene):
            mulige.append(bordene)
    grense = beregn_grense(gitt)
    assert dict(grense.avvik)["parti"] <= 2 * min(kontrollregner.avvik([m], verdi_av) for m in mulige)
    assert grense.gjentak <= min(kontrollregner.gjentak(par) for par in product(mulige, mulige))
