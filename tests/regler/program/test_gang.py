"""The day as it goes: begun, stretched, stopped, skipped, moved; the rest follows the chosen way."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.regler.program.programdager import BEGYNT, FORSKYVNINGER, START, blokk, dag, kl, programmer, steg
from verksted.kjerne.feil import KjentFeil
from verksted.modell.ordene import Forskyvning, Programart
from verksted.regler.program.dagen import Tilstand, beregn_dagen, veggtid
from verksted.regler.program.feil import (
    BlokkenErBegynt,
    BlokkenErFerdig,
    IngenBlokkErIGang,
    IngenBlokkEtterDenne,
    IngenBlokkFoerDenne,
    KlokkaGaarAllerede,
)
from verksted.regler.program.gang import (
    avslutt,
    forrige,
    fortsett,
    hopp_over,
    neste,
    stans,
    start_post,
)
from verksted.regler.program.justering import juster
from verksted.regler.program.moetedag import bytt, flytt, fordelt, som_planlagt
from verksted.regler.program.nedtelling import nedtelling
from verksted.regler.program.planmot import planlagt_mot_faktisk
from verksted.regler.program.post import blokkene, endringer, i_loep, planlagte
from verksted.regler.program.tidslinje import beregn_program

if TYPE_CHECKING:
    from datetime import datetime

    from verksted.regler.program.moetedag import Dag
    from verksted.regler.program.post import Post

ABC = (blokk("a", 30), blokk("p", 15, Programart.PAUSE), blokk("b", 40), blokk("c", 20))
LIKT, SIST = Forskyvning.FORHOLDSMESSIG, Forskyvning.FRA_SLUTTEN


def ved(dag_: Dag, minutter: float) -> Dag:
    return replace(dag_, naa=BEGYNT + timedelta(minutes=minutter))


def varigheter(dag_: Dag) -> list[int]:
    return [post.varighet for post in dag_.blokker]


def igjen(dag_: Dag, post_id: str) -> float | None:
    post = dag_.finn(post_id)
    telling = nedtelling(post, dag_.finn(post.forelder_id) if post.forelder_id else None)
    return telling.igjen(dag_.naa).total_seconds() / 60 if telling else None


def slutt(dag_: Dag) -> datetime:
    return beregn_dagen(dag_.poster, beregn_program(planlagte(dag_.poster), START), dag_.naa).slutt


# -- one after another -------------------------------------------------------------------------------------------


def test_at_neste_starter_en_blokk_om_gangen_og_den_siste_bare_slutter() -> None:
    d = neste(dag(*ABC))
    assert (d.i_gang and d.i_gang.id, igjen(d, "a")) == ("a", 30)
    d = neste(ved(d, 28))
    assert (d.i_gang and d.i_gang.id, d.finn("a").faktisk_slutt) == ("p", BEGYNT + timedelta(minutes=28))
    for minutt in (45, 85, 105):
        d = neste(ved(d, minutt))
    assert (d.i_gang, all(post.ferdig for post in d.blokker)) == (None, True)
    with pytest.raises(IngenBlokkEtterDenne):
        neste(d)


def test_at_aa_starte_det_som_alt_gaar_ikke_endrer_noe() -> None:
    d = start_post(dag(*ABC), "a")
    assert start_post(ved(d, 5), "a").poster == d.poster
    d = neste(ved(d, 30))
    with pytest.raises(BlokkenErFerdig):
        start_post(d, "a")


def test_at_en_blokk_utenfor_tur_rykker_opp_og_planen_er_bevart() -> None:
    d = start_post(ved(start_post(dag(*ABC), "a"), 30), "c")
    assert [post.id for post in d.blokker] == ["a", "c", "p", "b"]
    assert [post.id for post in blokkene(planlagte(d.poster))] == ["a", "p", "b", "c"]
    assert [post.id for post in d.kommende] == ["p", "b"]


def test_at_forrige_gir_klokka_blokken_hadde() -> None:
    d = start_post(dag(*ABC), "a")
    tilbake = forrige(neste(ved(d, 12)))
    assert tilbake.poster == d.poster
    assert igjen(ved(tilbake, 14), "a") == 16
    with pytest.raises(IngenBlokkFoerDenne):
        forrige(tilbake)


def test_at_hjemmearbeid_aldri_blir_neste() -> None:
    d = neste(dag(blokk("h", 60, Programart.HJEMMEARBEID), blokk("a", 10)))
    assert [post.id for post in d.blokker if post.i_gang] == ["a"]


# -- method steps ------------------------------------------------------------------------------------------------

IGP = (
    blokk("g", 30, Programart.GRUPPEARBEID),
    steg("alene", "g", 3, rekkefoelge=1),
    steg("runde", "g", 12, rekkefoelge=2, art=Programart.RUNDE),
    steg("gruppe", "g", 15, rekkefoelge=3),
    blokk("etter", 10),
)


def test_at_hvert_steg_har_sin_egen_klokke_og_det_siste_slutter_med_blokken() -> None:
    d = neste(dag(*IGP))
    assert (igjen(d, "alene"), igjen(d, "g"), igjen(d, "runde")) == (3, 30, None)
    d = neste(ved(d, 5))
    assert (igjen(d, "runde"), igjen(d, "g")) == (12, 25)
    d = neste(ved(d, 18))
    assert (igjen(d, "gruppe"), igjen(d, "g")) == (12, 12)
    d = neste(ved(d, 31))
    assert (d.i_gang and d.i_gang.id, d.finn("gruppe").faktisk_slutt) == ("etter", BEGYNT + timedelta(minutes=31))


def test_at_forrige_gaar_ett_steg_tilbake_og_saa_en_blokk() -> None:
    d = neste(dag(*IGP))
    to = neste(ved(d, 3))
    assert forrige(ved(to, 4)).poster == d.poster
    ute = neste(ved(neste(ved(to, 15)), 30))
    inne = forrige(ved(ute, 31))
    assert [post.id for post in inne.poster if post.i_gang] == ["g", "gruppe"]


def test_at_loep_side_om_side_gaar_videre_hvert_for_seg() -> None:
    d = neste(
        dag(
            blokk("g", 20, Programart.GRUPPEARBEID),
            steg("a1", "g", 5, rekkefoelge=1),
            steg("a2", "g", 15, rekkefoelge=2),
            steg("b1", "g", 10, rekkefoelge=3, loep=1),
            steg("b2", "g", 10, rekkefoelge=4, loep=1),
        )
    )
    i_gang = [[p.id for p in d.poster if p.i_gang and p.forelder_id]]
    for minutt in (5, 10):
        d = neste(ved(d, minutt))
        i_gang.append([p.id for p in d.poster if p.i_gang and p.forelder_id])
    assert i_gang == [["a1", "b1"], ["a2", "b1"], ["a2", "b2"]]


def test_at_mer_tid_til_et_steg_er_mer_tid_til_blokken_og_blokkens_tid_gaar_til_steget() -> None:
    d = neste(dag(*IGP))
    mer = juster(d, "alene", 2)
    assert (igjen(mer, "alene"), igjen(mer, "g"), mer.minutter) == (5, 32, 2)
    mer = juster(d, "g", 5)
    assert (igjen(mer, "alene"), igjen(mer, "g")) == (8, 35)


def test_at_stegene_blir_kortere_med_blokken_sin() -> None:
    d = neste(dag(*IGP[:-1], blokk("foran", 30, rekkefoelge=0), slutt=kl(17, 45), forskyvning=LIKT))
    d = neste(ved(start_post(dag(blokk("x", 20), *IGP, slutt=kl(18), forskyvning=LIKT), "x"), 45))
    assert d.finn("g").varighet == 11
    assert [d.finn(s).varighet for s in ("alene", "runde", "gruppe")] == [2, 4, 5]


# -- the clock ---------------------------------------------------------------------------------------------------


def test_at_pluss_og_minus_flytter_slutten_som_er_lagret() -> None:
    d = start_post(dag(*ABC), "a")
    mer = juster(d, "a", 5)
    assert (igjen(mer, "a"), slutt(mer)) == (35, kl(18, 50))
    assert juster(mer, "a", -5).poster == d.poster


def test_at_en_blokk_i_gang_aldri_slutter_foer_naa() -> None:
    d = ved(start_post(dag(*ABC), "a"), 27.5)
    mindre = juster(d, "a", -5)
    assert (mindre.minutter, igjen(mindre, "a"), mindre.finn("a").varighet) == (-2, 0.5, 28)
    over = ved(d, 33)
    assert juster(over, "a", -5).minutter == 0
    assert igjen(juster(over, "a", 5), "a") == 2


@pytest.mark.parametrize(("foer", "endring", "etter"), [(3, -5, 1), (1, -1, 1), (1438, 5, 1440)])
def test_at_minutter_aldri_blir_negative_eller_flere_enn_et_doegn(foer: int, endring: int, etter: int) -> None:
    assert juster(dag(blokk("a", foer)), "a", endring).finn("a").varighet == etter


def test_at_stoppet_klokke_staar_og_fortsetter_der_den_sto() -> None:
    d = stans(ved(start_post(dag(*IGP), "g"), 1))
    assert (igjen(ved(d, 20), "g"), igjen(ved(d, 20), "alene")) == (29, 2)
    assert slutt(ved(d, 20)) == kl(17, 59)
    videre = fortsett(ved(d, 20))
    assert (igjen(videre, "g"), igjen(videre, "alene"), slutt(videre)) == (29, 2, kl(17, 59))
    with pytest.raises(KlokkaGaarAllerede):
        fortsett(videre)
    with pytest.raises(IngenBlokkErIGang):
        stans(avslutt(videre))


def test_at_neste_med_stoppet_klokke_lar_den_gaa_igjen() -> None:
    d = neste(ved(stans(ved(neste(dag(*IGP)), 2)), 10))
    assert (igjen(d, "runde"), igjen(d, "g"), d.finn("g").stanset) == (12, 28, None)


# -- what gives way ----------------------------------------------------------------------------------------------


def test_at_skyv_flytter_alt_som_kommer_og_slutten() -> None:
    d = ved(start_post(dag(*ABC, slutt=kl(18, 45)), "a"), 42)
    d = neste(d)
    assert varigheter(d) == [30, 15, 40, 20]
    assert slutt(d) == kl(18, 57)


def test_at_forholdsmessig_korter_likt_og_holder_slutten() -> None:
    d = start_post(dag(*ABC, slutt=kl(18, 45), forskyvning=LIKT), "a")
    d = juster(d, "a", 15)
    assert varigheter(d) == [45, 12, 32, 16]
    assert (slutt(d), d.ikke_tatt) == (kl(18, 45), 0)
    assert juster(d, "a", -15).poster == start_post(dag(*ABC, slutt=kl(18, 45), forskyvning=LIKT), "a").poster


def test_at_fra_slutten_korter_de_siste_foerst() -> None:
    d = juster(start_post(dag(*ABC, slutt=kl(18, 45), forskyvning=SIST), "a"), "a", 25)
    assert varigheter(d) == [55, 15, 34, 1]
    assert slutt(d) == kl(18, 45)


def test_at_en_pause_forblir_en_pause_og_det_som_ikke_kan_tas_blir_fortalt() -> None:
    d = juster(start_post(dag(*ABC, slutt=kl(18, 45), forskyvning=LIKT), "a"), "a", 100)
    assert varigheter(d)[1:] == [5, 1, 1]
    assert (d.ikke_tatt, slutt(d)) == (32, kl(19, 17))


def test_at_tid_som_blir_vunnet_inn_blir_gitt_tilbake_men_aldri_mer_enn_planlagt() -> None:
    d = juster(start_post(dag(*ABC, slutt=kl(18, 45), forskyvning=LIKT), "a"), "a", 15)
    d = neste(ved(d, 20))
    assert varigheter(d)[1:] == [15, 40, 20]
    assert slutt(d) == kl(18, 35)


def test_at_en_fast_start_er_et_gjerde_resten_retter_seg_etter() -> None:
    fast = (blokk("a", 30), blokk("b", 30), blokk("f", 20, fast_start=time(18)), blokk("c", 20))
    d = juster(start_post(dag(*fast, slutt=kl(18, 40), forskyvning=LIKT), "a"), "a", 10)
    assert varigheter(d) == [40, 20, 20, 20]
    assert slutt(d) == kl(18, 40)
    overlapp = juster(d, "a", 40)
    assert (overlapp.finn("b").varighet, overlapp.finn("f").varighet, overlapp.ikke_tatt) == (1, 20, 21)


def test_at_et_annet_valg_gir_de_planlagte_minuttene_tilbake() -> None:
    d = juster(start_post(dag(*ABC, slutt=kl(18, 45), forskyvning=LIKT), "a"), "a", 15)
    skjoevet = fordelt(som_planlagt(replace(d, forskyvning=Forskyvning.SKYV)))
    assert varigheter(skjoevet) == [45, 15, 40, 20]


# -- skipping and moving -----------------------------------------------------------------------------------------


def test_at_en_blokk_kan_hoppes_over_og_tas_inn_igjen() -> None:
    d = start_post(dag(*ABC), "a")
    uten = hopp_over(d, "b")
    assert ([p.id for p in uten.kommende], slutt(uten)) == (["p", "c"], kl(18, 5))
    assert hopp_over(uten, "b", hopp=False).poster == d.poster
    videre = hopp_over(ved(d, 4), "a")
    assert (videre.i_gang and videre.i_gang.id, videre.finn("a").hoppet_over) == ("p", True)
    with pytest.raises(BlokkenErFerdig):
        hopp_over(videre, "a")


def test_at_bytte_og_flytting_bare_gjelder_det_som_kommer() -> None:
    d = start_post(dag(*ABC), "a")
    assert [p.id for p in bytt(d, "p", "c").blokker] == ["a", "c", "b", "p"]
    assert [p.id for p in flytt(d, "c", "p").blokker] == ["a", "c", "p", "b"]
    assert [p.id for p in flytt(flytt(d, "p", None), "p", "b").blokker] == ["a", "p", "b", "c"]
    for flytting in (lambda: flytt(d, "b", "a"), lambda: bytt(d, "a", "b"), lambda: flytt(d, "a", None)):
        with pytest.raises(BlokkenErBegynt):
            flytting()


def test_at_dagen_og_planen_staar_ved_siden_av_hverandre() -> None:
    d = bytt(neste(ved(start_post(dag(*ABC), "a"), 34)), "b", "c")
    plan = beregn_program(planlagte(d.poster), START)
    dagen = beregn_dagen(d.poster, plan, d.naa)
    assert [(b.tid.id, b.tid.fra, b.tilstand) for b in dagen.blokker] == [
        ("a", kl(17), Tilstand.FERDIG),
        ("p", kl(17, 34), Tilstand.NAA),
        ("c", kl(17, 49), Tilstand.KOMMER),
        ("b", kl(18, 9), Tilstand.KOMMER),
    ]
    rader = {rad.id: rad for rad in planlagt_mot_faktisk(d.poster, plan)}
    assert (rader["a"].varte, rader["a"].lenger, rader["p"].forsinket) == (34, 4, 4)
    assert [rad.id for rad in rader.values() if rad.flyttet] == ["c", "b"]


# -- properties --------------------------------------------------------------------------------------------------

HANDLINGER = st.lists(
    st.tuples(
        st.sampled_from(
            ["neste", "forrige", "juster", "stans", "fortsett", "hopp", "flytt", "bytt", "start", "avslutt"]
        ),
        st.integers(0, 30),
        st.integers(0, 30),
        st.sampled_from([-5, -1, 1, 5]),
        st.floats(0, 40),
    ),
    max_size=15,
)


def _gjoer(d: Dag, navn: str, en: int, annen: int, minutter: int) -> Dag:
    poster = d.poster
    a, b = poster[en % len(poster)].id, poster[annen % len(poster)].id
    return {
        "neste": lambda: neste(d),
        "forrige": lambda: forrige(d),
        "juster": lambda: juster(d, a, minutter),
        "stans": lambda: stans(d),
        "fortsett": lambda: fortsett(d),
        "hopp": lambda: hopp_over(d, a, hopp=minutter > 0),
        "flytt": lambda: flytt(d, a, b if minutter > 0 else None),
        "bytt": lambda: bytt(d, a, b),
        "start": lambda: start_post(d, a),
        "avslutt": lambda: avslutt(d),
    }[navn]()


@given(programmer(minst=1), FORSKYVNINGER, HANDLINGER)
def test_at_dagen_henger_sammen_hva_enn_som_blir_trykket(
    poster: tuple[Post, ...],
    forskyvning: Forskyvning,
    handlinger: list[tuple[str, int, int, int, float]],
) -> None:
    plan = beregn_program(planlagte(poster), START)
    d = replace(dag(*poster, slutt=plan.slutt, forskyvning=forskyvning), poster=poster)
    foer = d.poster
    for navn, en, annen, minutter, gaatt in handlinger:
        foer = foer if d.begynt else d.poster  # until it begins, moving is planning
        d = replace(d, naa=d.naa + timedelta(minutes=gaatt))
        try:
            d = _gjoer(d, navn, en, annen, minutter)
        except KjentFeil:
            continue
        _krev_at_dagen_henger_sammen(d, plan_for=foer if d.begynt else d.poster)


def _krev_at_dagen_henger_sammen(d: Dag, *, plan_for: tuple[Post, ...]) -> None:
    assert {p.id for p in d.poster} == {p.id for p in plan_for}
    assert [p.id for p in planlagte(d.poster)] == [p.id for p in planlagte(plan_for)]
    assert [p.minutter for p in planlagte(d.poster)] == [p.minutter for p in planlagte(plan_for)]
    assert sum(p.i_gang for p in d.blokker) <= 1
    for post in d.poster:
        assert post.tildelt is None or 1 <= post.tildelt <= 1440
        assert post.faktisk_slutt is None or (
            post.faktisk_start is not None and post.faktisk_slutt >= post.faktisk_start
        )
        assert not post.i_gang or post.slutter is not None
        if post.forelder_id and post.i_gang:
            assert d.finn(post.forelder_id).i_gang
    for blokk_ in d.blokker:
        for egne in i_loep(d.steg(blokk_.id)).values():
            assert sum(ett.i_gang for ett in egne) <= 1
    dagen = beregn_dagen(d.poster, beregn_program(planlagte(d.poster), START), d.naa)
    assert all(b.tid.fra <= b.tid.til for b in dagen.blokker)
    kommer = [b for b in dagen.blokker if b.tilstand is Tilstand.KOMMER]
    assert all(b.tid.til <= dagen.slutt for b in kommer)
    for b in kommer:
        ventet = b.tid.fast or b.tid.art is Programart.HJEMMEARBEID or b.tid.fra >= veggtid(d.naa)
        assert ventet or not d.begynt


@given(programmer(faste=False, minst=1), st.sampled_from([LIKT, SIST]), st.integers(1, 200), st.floats(0, 60))
def test_at_slutten_holdes_naar_det_gaar_og_at_det_som_mangler_blir_fortalt(
    poster: tuple[Post, ...], forskyvning: Forskyvning, mer: int, gaatt: float
) -> None:
    plan = beregn_program(planlagte(poster), START)
    d = replace(dag(*poster, slutt=plan.slutt, forskyvning=forskyvning), poster=poster)
    if not d.kommende:
        return
    foerste = d.kommende[0].id
    d = start_post(d, foerste)
    foer = d
    d = juster(replace(d, naa=d.naa + timedelta(minutes=gaatt)), foerste, mer)
    naa_slutt = beregn_dagen(d.poster, plan, d.naa).slutt
    for_sen = naa_slutt - plan.slutt - timedelta(minutes=d.ikke_tatt)
    assert for_sen <= timedelta(seconds=30)
    if d.ikke_tatt:
        assert all(p.varighet <= 5 for p in d.kommende)
    if gaatt == 0:
        assert juster(d, foerste, -d.minutter).poster == foer.poster


@given(programmer(minst=1), FORSKYVNINGER, st.integers(0, 20), st.sampled_from([1, 5]))
def test_at_fram_og_tilbake_gir_den_samme_dagen(
    poster: tuple[Post, ...], forskyvning: Forskyvning, hvilken: int, minutter: int
) -> None:
    d = replace(dag(*poster, slutt=kl(20), forskyvning=forskyvning), poster=poster)
    if d.kommende:
        d = start_post(d, d.kommende[hvilken % len(d.kommende)].id)
    for post in d.poster:
        if post.i_gang and post.varighet + minutter <= 1440:
            assert endringer(d.poster, juster(juster(d, post.id, minutter), post.id, -minutter).poster) == {}
    for en in d.kommende:
        assert hopp_over(hopp_over(d, en.id), en.id, hopp=False).poster == d.poster
        for annen in d.kommende:
            frem = bytt(bytt(d, en.id, annen.id), en.id, annen.id)
            assert [p.id for p in frem.blokker] == [p.id for p in d.blokker]
