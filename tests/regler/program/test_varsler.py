"""What is wrong with a program is told as data, with the repair; mended, the warning is gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from tests.regler.program.programdager import START, blokk, kl, programmer, steg
from verksted.modell.ordene import Programart
from verksted.regler.program.tidslinje import beregn_program
from verksted.regler.program.varsler import (
    Reparasjonsart,
    Rommet,
    Varsel,
    Varselslag,
    finn_varsler,
    standardminutter,
)

if TYPE_CHECKING:
    from verksted.regler.program.post import Post

PAUSE, PLENUM, GRUPPE = Programart.PAUSE, Programart.PLENUM, Programart.GRUPPEARBEID


def varsler(*poster: Post, slutt: int | None = None, **rom: object) -> list[tuple[str, str | None, dict[str, int]]]:
    return [(str(v.slag), v.post_id, dict(v.tall)) for v in raa(*poster, slutt=slutt, **rom)]


def raa(*poster: Post, slutt: int | None = None, **rom: object) -> tuple[Varsel, ...]:
    nummerert = tuple(replace(post, rekkefoelge=nummer) for nummer, post in enumerate(poster, start=1))
    program = beregn_program(nummerert, START, kl(17, slutt) if slutt is not None else None)
    return finn_varsler(program, nummerert, Rommet(**rom))  # type: ignore[arg-type]


def test_at_et_program_over_sluttiden_kan_kortes_ned() -> None:
    (varsel,) = raa(blokk("a", 50), slutt=40)
    assert (varsel.slag, varsel.post_id, varsel.tall) == (Varselslag.OVER_SLUTTEN, None, {"minutter": 10})
    assert varsel.reparasjon.art is Reparasjonsart.KORT_NED
    assert raa(blokk("a", 40), slutt=40) == ()


def test_at_det_sies_fra_der_det_blir_mer_enn_nitti_minutter_uten_pause() -> None:
    strekk = (blokk("a", 60), blokk("b", 30), blokk("c", 20), blokk("p", 10, PAUSE), blokk("d", 30))
    (varsel,) = raa(*strekk)
    assert (varsel.slag, varsel.post_id, varsel.tall["minutter"]) == (Varselslag.UTEN_PAUSE, "c", 110)
    assert (varsel.reparasjon.art, varsel.reparasjon.post_id, varsel.reparasjon.foer_id) == ("flytt_pause", "p", "c")
    a, b, c, p, d = strekk
    assert raa(a, b, p, c, d) == ()


def test_at_en_pause_legges_inn_naar_den_neste_trengs_der_den_er() -> None:
    (varsel,) = raa(blokk("a", 60), blokk("b", 40), blokk("p", 10, PAUSE), blokk("c", 70))
    assert (varsel.reparasjon.art, varsel.reparasjon.foer_id, varsel.reparasjon.minutter) == ("legg_inn_pause", "b", 10)


def test_at_en_eneste_lang_blokk_faar_pausen_etter_seg() -> None:
    (varsel,) = raa(blokk("a", 100), blokk("b", 10))
    assert (varsel.post_id, varsel.reparasjon.art, varsel.reparasjon.foer_id) == ("a", "legg_inn_pause", "b")
    (varsel,) = raa(blokk("a", 100))
    assert varsel.reparasjon.foer_id is None


@pytest.mark.parametrize(("minutter", "antall"), [(90, 0), (91, 1)])
def test_at_akkurat_nitti_minutter_gaar_bra(minutter: int, antall: int) -> None:
    assert len(raa(blokk("a", minutter))) == antall


def test_at_plenum_trenger_ett_minutt_per_bord() -> None:
    assert varsler(blokk("p", 5, PLENUM), bord=6, med_spoersmaal={"p"}) == [
        ("kort_plenum", "p", {"minutter": 5, "bord": 6})
    ]
    assert varsler(blokk("p", 6, PLENUM), bord=6, med_spoersmaal={"p"}) == []


def test_at_gruppearbeid_trenger_et_spoersmaal_og_plenum_noe_aa_samle() -> None:
    assert [v[:2] for v in varsler(blokk("p", 9, PLENUM), blokk("g", 9, GRUPPE), blokk("q", 9, PLENUM))] == [
        ("uten_spoersmaal", "p"),
        ("uten_spoersmaal", "g"),
        ("uten_spoersmaal", "q"),
    ]
    assert varsler(blokk("g", 9, GRUPPE), blokk("q", 9, PLENUM), med_spoersmaal={"g"}) == []


def test_at_spoersmaalet_kan_hoere_til_et_steg() -> None:
    poster = (blokk("g", 5, GRUPPE), steg("s", "g", 5))
    assert varsler(*poster, med_spoersmaal={"s"}) == []


def test_at_en_blokk_uten_ansvarlig_blir_nevnt_men_ikke_en_pause() -> None:
    uten = [replace(post, ansvarlig=" ") for post in (blokk("a", 5), blokk("p", 5, PAUSE))]
    assert varsler(*uten) == [("uten_ansvarlig", "a", {})]


def test_at_opphold_og_overlapp_er_varsler_som_kan_loesnes() -> None:
    poster = (blokk("a", 30), blokk("f", 10, fast_start=time(17, 20)), blokk("s", 5, fast_start=time(18)))
    assert varsler(*poster) == [("overlapp", "f", {"minutter": 10}), ("ventetid", "s", {"minutter": 30})]
    assert raa(*poster)[0].reparasjon.art is Reparasjonsart.LOESNE_START


def test_at_steg_som_ikke_passer_i_blokken_blir_fortalt() -> None:
    for_lange = varsler(blokk("g", 10, GRUPPE), steg("s", "g", 12), med_spoersmaal={"g"})
    assert for_lange == [("steg_for_lange", "g", {"minutter": 10, "steg": 12, "forskjell": 2})]
    for_korte = varsler(blokk("g", 10, GRUPPE), steg("s", "g", 7), med_spoersmaal={"g"})
    assert for_korte == [("steg_fyller_ikke", "g", {"minutter": 10, "steg": 7, "forskjell": 3})]


def test_at_en_runde_har_ett_minutt_til_hver_ved_bordet() -> None:
    poster = (blokk("g", 5, GRUPPE), steg("r", "g", 5, art=Programart.RUNDE))
    assert varsler(*poster, med_spoersmaal={"g"}, folk_ved_bordet=7) == [
        ("kort_runde", "r", {"minutter": 5, "folk": 7})
    ]
    assert varsler(*poster, med_spoersmaal={"g"}, folk_ved_bordet=5) == []
    assert (standardminutter(Programart.RUNDE, 6), standardminutter(Programart.RUNDE, 0)) == (6, 7)


@given(programmer())
def test_at_varslene_kommer_i_programmets_rekkefoelge_og_peker_paa_blokker_som_finnes(poster: tuple[Post, ...]) -> None:
    program = beregn_program(poster, START, kl(20))
    funnet = finn_varsler(program, poster, Rommet(bord=6, folk_ved_bordet=7))
    kjent = {post.id: post.forelder_id or post.id for post in poster}
    rekka = [b.id for b in program.blokker]
    plasser = [rekka.index(kjent[v.post_id]) for v in funnet if v.post_id is not None]
    assert plasser == sorted(plasser)
    assert all(tall > 0 for v in funnet for tall in v.tall.values())
    assert {v.reparasjon.foer_id for v in funnet} - {None} <= set(rekka)
