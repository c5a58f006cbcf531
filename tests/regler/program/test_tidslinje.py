"""Start times follow from the minutes; fixed starts make gaps and overlaps that are told."""

from __future__ import annotations

from datetime import time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.regler.program.programdager import START, blokk, kl, programmer, steg
from verksted.modell.ordene import Programart
from verksted.regler.program.post import i_loep, stegene
from verksted.regler.program.tidslinje import beregn_program, paa_dagen, skaler

if TYPE_CHECKING:
    from datetime import datetime

    from verksted.regler.program.post import Post


def test_at_starttidene_foelger_av_minuttene() -> None:
    poster = (blokk("a", 10, rekkefoelge=2), blokk("b", 25, rekkefoelge=1), blokk("c", 15, rekkefoelge=3))
    program = beregn_program(poster, START, kl(17, 40))
    assert [(b.id, b.fra, b.til) for b in program.blokker] == [
        ("b", kl(17), kl(17, 25)),
        ("a", kl(17, 25), kl(17, 35)),
        ("c", kl(17, 35), kl(17, 50)),
    ]
    assert (program.minutter, program.slutt, program.over) == (50, kl(17, 50), 10)


def test_at_en_fast_start_som_kommer_senere_gir_et_opphold_som_er_fortalt() -> None:
    _, pause, siste = beregn_program(
        (
            blokk("a", 10, rekkefoelge=1),
            blokk("p", 15, rekkefoelge=2, fast_start=time(17, 30)),
            blokk("c", 5, rekkefoelge=3),
        ),
        START,
    ).blokker
    assert (pause.fra, pause.fast, pause.ventetid, pause.overlapp) == (kl(17, 30), True, 20, 0)
    assert (siste.fra, siste.fast, siste.ventetid) == (kl(17, 45), False, 0)


def test_at_en_fast_start_som_kommer_foer_gir_en_overlapp_som_er_fortalt_og_resten_venter_paa_begge() -> None:
    _, fast, siste = beregn_program(
        (
            blokk("a", 60, rekkefoelge=1),
            blokk("f", 10, rekkefoelge=2, fast_start=time(17, 40)),
            blokk("c", 5, rekkefoelge=3),
        ),
        START,
    ).blokker
    assert (fast.fra, fast.til, fast.overlapp) == (kl(17, 40), kl(17, 50), 20)
    assert (siste.fra, siste.overlapp) == (kl(18), 0)


def test_at_programmet_kan_gaa_over_midnatt() -> None:
    poster = (blokk("a", 90, rekkefoelge=1), blokk("b", 30, rekkefoelge=2, fast_start=time(0, 30)))
    program = beregn_program(poster, kl(23))
    assert [(b.fra, b.til) for b in program.blokker] == [(kl(23), kl(24, 30)), (kl(24, 30), kl(25))]
    assert paa_dagen(kl(23), time(1), etter=time(23)) == kl(25)


def test_at_hjemmearbeid_ikke_tar_tid_og_en_blokk_det_er_hoppet_over_er_borte() -> None:
    poster = (
        blokk("a", 10, rekkefoelge=1),
        blokk("h", 600, Programart.HJEMMEARBEID, rekkefoelge=2),
        blokk("x", 30, rekkefoelge=3, hoppet_over=True),
        blokk("b", 10, rekkefoelge=4),
    )
    program = beregn_program(poster, START)
    assert [(b.id, b.fra, b.minutter) for b in program.blokker] == [
        ("a", kl(17), 10),
        ("h", kl(17, 10), 0),
        ("b", kl(17, 10), 10),
    ]


def test_at_loep_gaar_side_om_side_og_stegene_i_hvert_etter_hverandre() -> None:
    poster = (
        blokk("g", 30, Programart.GRUPPEARBEID, rekkefoelge=1),
        steg("alene", "g", 5, rekkefoelge=1),
        steg("runde", "g", 25, rekkefoelge=2),
        steg("vandring", "g", 20, rekkefoelge=3, loep=1),
    )
    (gruppe,) = beregn_program(poster, START).blokker
    assert [(s.id, s.loep, s.fra, s.til) for s in gruppe.steg] == [
        ("alene", 0, kl(17), kl(17, 5)),
        ("runde", 0, kl(17, 5), kl(17, 30)),
        ("vandring", 1, kl(17), kl(17, 20)),
    ]
    assert (gruppe.parallelle, gruppe.rest) == (2, 0)


def test_at_ingen_blokker_gir_et_tomt_program() -> None:
    program = beregn_program((), START, kl(20))
    assert (program.blokker, program.slutt, program.over) == ((), START, 0)


@given(programmer(), st.datetimes(START, START + timedelta(days=1)))
def test_at_minutter_rekkefoelge_og_plass_alltid_gaar_opp(poster: tuple[Post, ...], start: datetime) -> None:
    start = start.replace(second=0, microsecond=0)
    program = beregn_program(poster, start)
    assert [b.id for b in program.blokker] == [p.id for p in poster if p.forelder_id is None]
    for b in program.blokker:
        assert b.til - b.fra == timedelta(minutes=b.minutter)
        assert b.ventetid >= 0 <= b.overlapp
        assert b.fra.date() >= start.date()
    foran = start
    for b in program.blokker:
        assert b.fra == foran + timedelta(minutes=b.ventetid - b.overlapp)
        assert b.fast or b.fra == foran
        foran = max(foran, b.til)
    assert program.slutt == foran
    steg_til = stegene(poster)
    for b in program.blokker:
        for egne in i_loep(steg_til.get(b.id, ())).values():
            tider = [s for s in b.steg if s.loep == egne[0].loep]
            assert [s.id for s in tider] == [p.id for p in egne]
            assert tider[0].fra == b.fra
            assert all(en.til == neste.fra for en, neste in pairwise(tider))


@given(st.lists(st.integers(1, 90), max_size=6), st.integers(0, 400))
def test_at_skalerte_minutter_blir_akkurat_saa_mange_og_ingen_under_ett(minutter: list[int], til: int) -> None:
    skalert = skaler(minutter, til)
    assert len(skalert) == len(minutter)
    assert all(m >= 1 for m in skalert)
    if minutter:
        assert sum(skalert) == max(til, len(minutter)) or sum(minutter) == til
