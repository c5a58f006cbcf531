from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verksted.regler.summer import HEL, andeler_av_post, fordel, fordel_likt

beloep = st.integers(min_value=-(10**12), max_value=10**12)
vekter = st.lists(st.integers(min_value=0, max_value=HEL), min_size=1, max_size=12)


@given(beloep, vekter)
def test_at_delene_alltid_blir_hele_beloepet_paa_krona(sum_: int, deler: list[int]) -> None:
    assert sum(fordel(sum_, deler)) == sum_


@given(beloep, vekter)
def test_at_ingen_del_er_mer_enn_en_krone_fra_sin_andel(sum_: int, deler: list[int]) -> None:
    hele = sum(deler) or len(deler)
    for del_, vekt in zip(fordel(sum_, deler), deler, strict=True):
        assert abs(del_ * hele - sum_ * (vekt if sum(deler) else 1)) < hele


@given(beloep, vekter)
def test_at_en_del_uten_andel_ikke_faar_noe(sum_: int, deler: list[int]) -> None:
    if any(deler):
        assert all(del_ == 0 for del_, vekt in zip(fordel(sum_, deler), deler, strict=True) if vekt == 0)


def test_at_den_foerste_faar_krona_som_blir_til_overs() -> None:
    assert fordel_likt(10, 3) == (4, 3, 3)
    assert fordel_likt(-10, 3) == (-4, -3, -3)


@given(beloep, st.integers(min_value=1, max_value=40))
def test_at_like_deler_er_det_samme_som_like_vekter(sum_: int, antall: int) -> None:
    assert fordel_likt(sum_, antall) == fordel(sum_, [1] * antall)


def test_at_ingen_aa_dele_paa_gir_ingen_deler() -> None:
    assert fordel(100, ()) == ()


def test_at_andelen_som_ingen_satte_tar_det_de_andre_lar_ligge() -> None:
    assert andeler_av_post([None]) == (HEL,)
    assert andeler_av_post([6_000, None]) == (6_000, 4_000)
    assert andeler_av_post([None, 3_333, None]) == (3_334, 3_333, 3_333)


@given(st.lists(st.one_of(st.none(), st.integers(min_value=0, max_value=HEL)), min_size=1, max_size=8))
def test_at_andelene_av_en_post_aldri_er_mer_enn_hele_posten(oppgitt: list[int | None]) -> None:
    andeler = andeler_av_post(oppgitt)
    assert sum(andeler) <= HEL
    if sum(a or 0 for a in oppgitt) <= HEL:
        assert all(a == b for a, b in zip(oppgitt, andeler, strict=True) if a is not None)
