"""The meeting's clock: the wall may say what it likes, the count-down goes on; what happened is told once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.feil.f11_klokke import Proeveklokke, kjoer
from tests.regler.program.programdager import BEGYNT, blokk
from verksted.regler.program.nedtelling import (
    Hopp,
    Klokkeavvik,
    Moeteklokke,
    Nedtelling,
    nedtelling,
    sjekk_gjenopptak,
    uten_soevn,
)

MINUTT = timedelta(minutes=1)


@pytest.mark.parametrize("hopp", [timedelta(hours=1), -timedelta(hours=1), timedelta(days=1), -timedelta(days=4000)])
def test_at_nedtellingen_ikke_bryr_seg_om_at_klokka_paa_maskinen_blir_stilt(hopp: timedelta) -> None:
    maskinen = Proeveklokke(BEGYNT)
    klokke = Moeteklokke(maskinen)
    telling = Nedtelling(klokke.naa() + 25 * MINUTT)
    maskinen.gaa(60)
    maskinen.still(hopp)
    maskinen.gaa(60)
    assert telling.igjen(klokke.naa()) == 23 * MINUTT
    slag = Klokkeavvik.STILT_FRAM if hopp > timedelta() else Klokkeavvik.STILT_TILBAKE
    assert klokke.se_etter_hopp() == Hopp(slag, abs(hopp))
    assert klokke.se_etter_hopp() is None


def test_at_sommertid_ikke_flytter_noe() -> None:
    natta = datetime(2028, 3, 26, 1, 50, tzinfo=ZoneInfo("Europe/Oslo")).astimezone(UTC)
    maskinen = Proeveklokke(natta)
    klokke = Moeteklokke(maskinen)
    telling = Nedtelling(klokke.naa() + 30 * MINUTT)
    maskinen.gaa(20 * 60)
    assert telling.igjen(klokke.naa()) == 10 * MINUTT


def test_at_soevn_med_klokke_som_gaar_blir_fortalt_og_kan_gis_tilbake() -> None:
    maskinen = Proeveklokke(BEGYNT)
    klokke = Moeteklokke(maskinen)
    post = blokk("a", 25, faktisk_start=BEGYNT, slutter=BEGYNT + 25 * MINUTT)
    maskinen.gaa(240)
    hopp = klokke.se_etter_hopp()
    assert hopp == Hopp(Klokkeavvik.SOV, 4 * MINUTT)
    telling, tilbake = nedtelling(post), nedtelling(uten_soevn(post, hopp))
    assert telling is not None
    assert tilbake is not None
    assert (telling.igjen(klokke.naa()), tilbake.igjen(klokke.naa())) == (21 * MINUTT, 25 * MINUTT)


def test_at_soevn_med_begge_klokker_stanset_blir_fortalt_og_kan_tas_med() -> None:
    maskinen = Proeveklokke(BEGYNT)
    klokke = Moeteklokke(maskinen)
    telling = Nedtelling(BEGYNT + 25 * MINUTT)
    maskinen.still(4 * MINUTT)
    hopp = klokke.se_etter_hopp()
    assert hopp == Hopp(Klokkeavvik.STILT_FRAM, 4 * MINUTT)
    assert telling.igjen(klokke.naa()) == 25 * MINUTT
    klokke.ta_med(hopp)
    assert telling.igjen(klokke.naa()) == 21 * MINUTT


def test_at_et_vanlig_tikk_ikke_er_noe_aa_fortelle() -> None:
    maskinen = Proeveklokke(BEGYNT)
    klokke = Moeteklokke(maskinen)
    for _ in range(5):
        maskinen.gaa(1)
        maskinen.still(timedelta(milliseconds=40))
        assert klokke.se_etter_hopp() is None


def test_at_tid_over_staar_for_seg_og_ingenting_er_negativt() -> None:
    telling = Nedtelling(BEGYNT)
    assert (telling.igjen(BEGYNT + MINUTT), telling.over(BEGYNT + MINUTT)) == (timedelta(), MINUTT)
    assert (telling.igjen(BEGYNT - MINUTT), telling.over(BEGYNT - MINUTT)) == (MINUTT, timedelta())


def test_at_en_stoppet_blokk_stanser_klokka_i_steget_sitt() -> None:
    slutter = BEGYNT + 5 * MINUTT
    blokken = blokk("g", 30, stanset=BEGYNT + MINUTT, faktisk_start=BEGYNT, slutter=slutter)
    telling = nedtelling(blokk("s", 5, forelder_id="g", faktisk_start=BEGYNT, slutter=slutter), blokken)
    assert telling is not None
    assert telling.igjen(BEGYNT + 20 * MINUTT) == 4 * MINUTT
    assert nedtelling(blokk("x", 5)) is None


def test_at_gjenopptak_sier_fra_naar_klokka_og_de_lagrede_tidene_ikke_kan_stemme() -> None:
    post = blokk("a", 25, faktisk_start=BEGYNT, slutter=BEGYNT + 25 * MINUTT)
    assert sjekk_gjenopptak(post, BEGYNT + 40 * MINUTT) is None
    assert sjekk_gjenopptak(post, BEGYNT - 60 * MINUTT) == Hopp(Klokkeavvik.FOER_START, 60 * MINUTT)
    hopp = sjekk_gjenopptak(post, BEGYNT + timedelta(days=1))
    assert hopp is not None
    assert hopp.slag is Klokkeavvik.LENGE_OVER
    assert sjekk_gjenopptak(blokk("x", 5), BEGYNT) is None


@given(st.integers(0, 10**9))
def test_at_hele_programmet_gaar_riktig_hva_enn_veggklokka_gjoer(froe: int) -> None:
    utfall = kjoer(1, froe=froe)
    assert utfall.feil == []
    assert utfall.verste_avvik <= 0.5
