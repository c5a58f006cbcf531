"""Dots: sums, breadth, which round counts."""

from __future__ import annotations

from verksted.modell.punkt import Alternativ, Avstemningsrunde, Stemme
from verksted.regler.prikker import er_smal, gjeldende_runde, tell_prikker

BORD = {"g1": 1, "g2": 2, "g3": 3}


def _alternativ(nr: int) -> Alternativ:
    return Alternativ(id=f"a{nr}", avstemning_id="av", tekst=str(nr), rekkefoelge=nr)


def _stemme(alternativ: int, gruppe: str | None, antall: int, enhet: str | None = None) -> Stemme:
    return Stemme(runde_id="r", alternativ_id=f"a{alternativ}", gruppe_id=gruppe, enhet_sha256=enhet, antall=antall)


def test_at_summen_og_bordene_teller_hvert_for_seg() -> None:
    (sum_,) = tell_prikker([_alternativ(1)], [_stemme(1, "g1", 3), _stemme(1, "g1", 1), _stemme(1, "g3", 2)], BORD)
    assert (sum_.sum, sum_.per_bord, sum_.bord) == (6, ((1, 4), (3, 2)), (1, 3))


def test_at_et_bord_som_ga_null_ikke_regnes_med_i_bredden() -> None:
    (sum_,) = tell_prikker([_alternativ(1)], [_stemme(1, "g1", 0), _stemme(1, "g2", 1)], BORD)
    assert sum_.bord == (2,)


def test_at_prikker_fra_telefon_uten_bord_teller_i_summen_alene() -> None:
    (sum_,) = tell_prikker([_alternativ(1)], [_stemme(1, None, 1, "f" * 64)], BORD)
    assert (sum_.sum, sum_.bord) == (1, ())


def test_at_flest_prikker_kommer_foerst_saa_flest_bord_saa_rekkefoelgen() -> None:
    stemmer = [_stemme(1, "g1", 2), _stemme(2, "g1", 1), _stemme(2, "g2", 1), _stemme(3, "g1", 5)]
    orden = [s.alternativ_id for s in tell_prikker([_alternativ(n) for n in (4, 1, 2, 3)], stemmer, BORD)]
    assert orden == ["a3", "a2", "a1", "a4"]


def test_at_siste_lukkede_runde_gjelder_foer_en_aapen() -> None:
    runder = [Avstemningsrunde(avstemning_id="av", nummer=n, aapen=n == 3) for n in (1, 2, 3)]
    assert gjeldende_runde(runder) is runder[1]
    assert gjeldende_runde(runder[2:]) is runder[2]
    assert gjeldende_runde([]) is None


def test_at_smal_er_hoeyst_en_tredjedel_av_bordene_og_aldri_ingen() -> None:
    assert [er_smal(n, 6) for n in (0, 1, 2, 3)] == [False, True, True, False]
