"""The shape of the plan tree: moved, merged, thrown and fetched back, and the reader's guess put right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.handlinger.proeveprosess import hent, ny_prosess
from verksted.handlinger.feil import PlanelementetErIBruk, PlassenLiggerUnderSegSelv
from verksted.handlinger.plan import nytt_planelement, skriv_forslag
from verksted.handlinger.plantre import (
    bekreft_planelementer,
    fjern_planelement,
    flytt_planelement,
    hent_tilbake_planelement,
    nytt_plannivaa,
    oppdater_plannivaa,
    rett_planelement,
    slaa_sammen_planelement,
    ta_inn_planlinje,
)
from verksted.kjerne.feil import FinnesIkke, UgyldigVerdi
from verksted.modell.ordene import Planrolle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from verksted.lager.prosessfil import Prosessfil

PLANLEGGER = "planlegger"
TREET = (
    "SELECT p.kode, f.kode FROM planelement AS p LEFT JOIN planelement AS f ON f.id = p.forelder_id "
    "WHERE NOT p.fjernet ORDER BY p.rekkefoelge"
)


@pytest.fixture
def fil(tmp_path: Path) -> Iterator[Prosessfil]:
    with ny_prosess(tmp_path, med_innhold=True) as fil:
        yield fil
        assert fil.kontroller().funn == ()


def _nivaa(fil: Prosessfil, rolle: str) -> Any:
    return hent(fil, "SELECT id FROM plannivaa WHERE rolle = ? ORDER BY rekkefoelge LIMIT 1", rolle)[0]


def _nytt(fil: Prosessfil, forelder: str | None, nivaa: Planrolle = Planrolle.DELMAAL) -> str:
    return fil.utfoer(nytt_planelement, PLANLEGGER, forelder=forelder, nivaa=nivaa, tittel="Nytt").resultat


def test_at_et_element_flyttes_blant_soesken_og_til_en_annen_forelder(fil: Prosessfil) -> None:
    foer = hent(fil, TREET)
    assert foer == [("S1", None), ("S1.1", "S1"), ("S2", None), ("S2.1", "S2")]
    fil.utfoer(flytt_planelement, PLANLEGGER, element="S2", forelder=None, etter=None)
    assert [kode for kode, over in hent(fil, TREET) if over is None] == ["S2", "S1"]
    fil.utfoer(flytt_planelement, PLANLEGGER, element="S1.1", forelder="S2", etter=None)
    assert [kode for kode, over in hent(fil, TREET) if over == "S2"] == ["S1.1", "S2.1"]
    fil.angre(PLANLEGGER)
    fil.angre(PLANLEGGER)
    assert hent(fil, TREET) == foer


def test_at_et_element_ikke_settes_etter_noe_som_ligger_et_annet_sted(fil: Prosessfil) -> None:
    with pytest.raises(FinnesIkke):
        fil.utfoer(flytt_planelement, PLANLEGGER, element="S1", forelder=None, etter="S2.1")


def test_at_elementer_med_samme_nummer_i_rekka_likevel_kan_byttes_om(fil: Prosessfil) -> None:
    a, b = _nytt(fil, "S1"), _nytt(fil, "S1")
    lik = hent(fil, "SELECT rekkefoelge FROM planelement WHERE kode = ?", a)[0]
    fil.utfoer(skriv_forslag, PLANLEGGER, element=b, rekkefoelge=lik)
    fil.utfoer(flytt_planelement, PLANLEGGER, element=b, forelder="S1", etter="S1.1")
    assert [kode for kode, over in hent(fil, TREET) if over == "S1"] == ["S1.1", b, a]


def test_at_et_element_ikke_kan_ligge_under_seg_selv(fil: Prosessfil) -> None:
    for forelder in ("S1", "S1.1"):
        with pytest.raises(PlassenLiggerUnderSegSelv):
            fil.utfoer(flytt_planelement, PLANLEGGER, element="S1", forelder=forelder, etter=None)
    with pytest.raises(PlassenLiggerUnderSegSelv):
        fil.utfoer(slaa_sammen_planelement, PLANLEGGER, element="S1", med="S1.1")


def test_at_papirkurven_tar_alt_under_og_gir_det_tilbake_med_det_det_laa_under(fil: Prosessfil) -> None:
    foer = hent(fil, TREET)
    fil.utfoer(fjern_planelement, PLANLEGGER, element="S1")
    assert hent(fil, TREET) == foer[2:]
    fil.utfoer(hent_tilbake_planelement, PLANLEGGER, element="S1.1")
    assert hent(fil, TREET) == foer


def test_at_flere_gjetninger_bekreftes_paa_en_gang_og_angres_samlet(fil: Prosessfil) -> None:
    usikre = "SELECT count(*) FROM planelement WHERE sikkerhet_bp IS NOT NULL"
    assert fil.utfoer(bekreft_planelementer, PLANLEGGER, elementer=["S1", "S1.1"]).resultat == 2
    assert fil.utfoer(bekreft_planelementer, PLANLEGGER, elementer=["S1", "S2"]).resultat == 1
    assert hent(fil, usikre) == [1]
    fil.angre(PLANLEGGER)
    fil.angre(PLANLEGGER)
    assert hent(fil, usikre) == [4]


def test_at_det_leseren_gjettet_feil_rettes_og_er_bekreftet(fil: Prosessfil) -> None:
    fil.utfoer(
        rett_planelement,
        PLANLEGGER,
        element="S1.1",
        tittel="Bo i bygda",
        tekst="Med hus",
        nivaa=_nivaa(fil, "strategi"),
    )
    spoerring = (
        "SELECT gjeldende_tittel, gjeldende_tekst, n.rolle, sikkerhet_bp FROM planelement AS p "
        "JOIN plannivaa AS n ON n.id = p.nivaa_id WHERE p.kode = 'S1.1'"
    )
    assert hent(fil, spoerring) == [("Bo i bygda", "Med hus", "strategi", None)]
    with pytest.raises(FinnesIkke):
        fil.utfoer(rett_planelement, PLANLEGGER, element="S1.1", nivaa="finnes-ikke")


def test_at_en_linje_slaas_sammen_med_en_annen_uten_at_et_ord_blir_borte(fil: Prosessfil) -> None:
    under = _nytt(fil, "S2.1", Planrolle.STRATEGI)
    fil.utfoer(slaa_sammen_planelement, PLANLEGGER, element="S2.1", med="S1.1")
    assert hent(fil, "SELECT gjeldende_tekst FROM planelement WHERE kode = 'S1.1'") == ["Fjorden skal være ren"]
    assert hent(fil, TREET) == [("S1", None), ("S1.1", "S1"), ("S2", None), (under, "S1.1")]


def test_at_det_andre_har_bygd_paa_ikke_slaas_sammen(fil: Prosessfil) -> None:
    fil.utfoer(skriv_forslag, PLANLEGGER, element="S2.1", forslag_tekst="Helt ren")
    for kode in ("S2.1", "S1"):  # words are written for the first, a measure rests on the other
        with pytest.raises(PlanelementetErIBruk):
            fil.utfoer(slaa_sammen_planelement, PLANLEGGER, element=kode, med="S2")


def test_at_en_linje_leseren_lot_ligge_loeftes_inn_i_treet(fil: Prosessfil) -> None:
    kode = fil.utfoer(
        ta_inn_planlinje,
        PLANLEGGER,
        tekst="Vi skal ha lys i husene",
        forelder="S1",
        nivaa=_nivaa(fil, "delmaal"),
        sted="Innledning",
    ).resultat
    assert kode == "S1.2"
    assert hent(
        fil, "SELECT gjeldende_tittel, forslag_tittel, sikkerhet_bp, kilde_sted FROM planelement WHERE kode = 'S1.2'"
    ) == [("Vi skal ha lys i husene", None, None, "Innledning")]


def test_at_nivaaene_faar_prosessens_egne_navn(fil: Prosessfil) -> None:
    nivaa = _nivaa(fil, "satsingsomraade")
    fil.utfoer(oppdater_plannivaa, PLANLEGGER, nivaa=nivaa, entall="løft", flertall="løft")
    assert hent(fil, "SELECT entall, flertall FROM plannivaa WHERE id = ?", nivaa) == [("løft", "løft")]
    with pytest.raises(UgyldigVerdi):
        fil.utfoer(oppdater_plannivaa, PLANLEGGER, nivaa=nivaa, entall="")
    nytt = fil.utfoer(nytt_plannivaa, PLANLEGGER, rolle=Planrolle.STRATEGI, navn="grep").resultat
    assert fil.utfoer(nytt_plannivaa, PLANLEGGER, rolle=Planrolle.STRATEGI, navn="Grep").resultat == nytt
