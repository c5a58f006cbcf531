from __future__ import annotations

from dataclasses import replace

import pytest

from tests.regler.grupper.raad import terning_med, uten_egenskaper
from verksted.regler.grupper.kretsloep import finn_kretsloep, passer
from verksted.regler.grupper.oppdrag import HverForSeg, Oppdrag, Sammen, Sittende
from verksted.regler.grupper.tett import lag_tett
from verksted.regler.grupper.tilstand import Tilstand


@pytest.mark.parametrize(("antall", "bord", "runder"), [(15, 5, 7), (32, 8, 7), (43, 8, 5), (16, 4, 5), (36, 6, 3)])
def test_at_dreide_runder_gir_en_plan_der_ingen_moetes_to_ganger(antall: int, bord: int, runder: int) -> None:
    tett = lag_tett(uten_egenskaper(antall, bord, runder))
    assert passer(tett)
    plasser = finn_kretsloep(tett, terning_med(1))
    assert plasser is not None
    assert Tilstand(tett, plasser, ()).gjentak == 0
    for sete in plasser:
        assert {sete.count(nr) for nr in range(bord)} <= {antall // bord, -(-antall // bord)}


def test_at_den_gir_seg_der_det_ikke_gaar() -> None:
    assert finn_kretsloep(lag_tett(uten_egenskaper(8, 2, 4)), terning_med(1)) is None


def test_at_dreide_runder_bare_passer_der_ingenting_skiller_folk() -> None:
    gitt = uten_egenskaper(15, 5, 7)
    assert not passer(lag_tett(replace(gitt, regler=(Sammen(("p0", "p1")),))))
    assert not passer(lag_tett(replace(gitt, regler=(HverForSeg(("p0", "p1")),))))
    assert not passer(lag_tett(replace(gitt, tidligere={("p0", "p1"): 1})))
    assert not passer(lag_tett(Oppdrag(personer=(Sittende("a", {"x": "1"}), Sittende("b")), antall_bord=1, runder=2,
                                       balanser=("x",))))  # fmt: skip
