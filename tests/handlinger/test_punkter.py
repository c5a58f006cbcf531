"""Points gather notes and let them go; votes, remarks and treatment hang on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.handlinger.proeveprosess import LEDER, hent, note, ny_prosess
from verksted.handlinger.avstemning import foer_evaluering, foer_stemmer, ny_runde, opprett_avstemning
from verksted.handlinger.feil import PunktetHarIngenKilder
from verksted.handlinger.plan import behandle, svar_utsjekk, ta_bort_behandling, velg_plansted
from verksted.handlinger.punkter import (
    legg_til_kilder,
    oppdater_punkt,
    samle_punkt,
    skriv_merknad,
    ta_fra_hverandre_punkt,
    ta_ut_kilde,
)
from verksted.kjerne.feil import FinnesAllerede, FinnesIkke, UgyldigVerdi
from verksted.modell.ordene import Avstemningsart, Behandlingsresultat, Enighet, Standpunkt, Utsjekksvar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from verksted.lager.prosessfil import Prosessfil

KILDER = (
    "SELECT p.kode, i.kode FROM punktkilde AS k JOIN punkt AS p ON p.id = k.punkt_id "
    "JOIN innspill AS i ON i.id = k.innspill_id ORDER BY p.kode, k.rekkefoelge"
)


@pytest.fixture
def fil(tmp_path: Path) -> Iterator[Prosessfil]:
    with ny_prosess(tmp_path) as fil:
        for bord in (1, 1, 2):
            note(fil, gruppe=bord)
        yield fil


def _punkt(fil: Prosessfil, *kilder: str, **felt: Any) -> str:
    valgte = kilder or ("V1-G1-01",)
    argumenter = {"verksted": 1, "tittel": "Butikken", "kilder": valgte, **felt}
    return fil.utfoer(samle_punkt, LEDER, **argumenter).resultat


def test_at_et_punkt_samler_innspill_fra_flere_bord_uten_aa_roere_dem(fil: Prosessfil) -> None:
    foer = hent(fil, "SELECT * FROM innspill ORDER BY id")
    kode = _punkt(fil, "V1-G2-01", "V1-G1-02", spoersmaal=2, element="S1", standpunkt=Standpunkt.ENDRE)
    assert kode == "P-01"
    assert hent(fil, KILDER) == [("P-01", "V1-G2-01"), ("P-01", "V1-G1-02")]
    assert hent(fil, "SELECT * FROM innspill ORDER BY id") == foer
    fil.utfoer(legg_til_kilder, LEDER, punkt=kode, kilder=["V1-G1-01"])
    assert hent(fil, KILDER)[-1] == ("P-01", "V1-G1-01")
    fil.utfoer(ta_ut_kilde, LEDER, punkt=kode, kilde="V1-G1-02")
    assert hent(fil, KILDER) == [("P-01", "V1-G2-01"), ("P-01", "V1-G1-01")]


def test_at_et_punkt_tatt_fra_hverandre_og_angret_er_samlet_som_foer(fil: Prosessfil) -> None:
    kode = _punkt(fil, "V1-G2-01", "V1-G1-01")
    foer = hent(fil, "SELECT * FROM punktkilde ORDER BY id"), hent(fil, "SELECT * FROM punkt")
    sluppet = fil.utfoer(ta_fra_hverandre_punkt, LEDER, punkt=kode).resultat
    assert sluppet == ["V1-G2-01", "V1-G1-01"]
    assert (hent(fil, KILDER), hent(fil, "SELECT fjernet FROM punkt")) == ([], [1])
    fil.angre(LEDER)
    assert (hent(fil, "SELECT * FROM punktkilde ORDER BY id"), hent(fil, "SELECT * FROM punkt")) == foer
    fil.angre(LEDER)
    assert _punkt(fil) == "P-02"


@pytest.mark.parametrize(
    ("felt", "feil"),
    [
        ({"kilder": []}, PunktetHarIngenKilder),
        ({"kilder": ["V9-G9-99"]}, FinnesIkke),
        ({"kilder": ["V1-G1-01", "V1-G1-01"]}, FinnesAllerede),
        ({"spoersmaal": 99}, FinnesIkke),
        ({"spoersmaal": 0}, FinnesIkke),
        ({"element": "S99"}, FinnesIkke),
        ({"verksted": 9}, FinnesIkke),
        ({"tittel": ""}, UgyldigVerdi),
        ({"prioritet": 0}, UgyldigVerdi),
        ({"ukjent_felt": 1}, UgyldigVerdi),
    ],
)
def test_at_et_punkt_som_ikke_henger_sammen_blir_avvist_helt(
    fil: Prosessfil, felt: dict[str, Any], feil: type[Exception]
) -> None:
    with pytest.raises(feil):
        fil.utfoer(samle_punkt, LEDER, **{"verksted": 1, "tittel": "T", "kilder": ["V1-G1-01"], **felt})
    assert hent(fil, "SELECT (SELECT count(*) FROM punkt) + (SELECT count(*) FROM punktkilde)") == [0]
    assert _punkt(fil) == "P-01"


def test_at_et_innspill_ikke_samles_to_ganger_i_samme_punkt(fil: Prosessfil) -> None:
    kode = _punkt(fil)
    with pytest.raises(FinnesAllerede):
        fil.utfoer(legg_til_kilder, LEDER, punkt=kode, kilder=["V1-G1-02", "V1-G1-01"])
    assert hent(fil, KILDER) == [("P-01", "V1-G1-01")]
    with pytest.raises(FinnesIkke):
        fil.utfoer(ta_ut_kilde, LEDER, punkt=kode, kilde="V1-G2-01")


def test_at_enighet_prioritet_og_merknader_kan_settes_og_tas_bort(fil: Prosessfil) -> None:
    kode = _punkt(fil)
    fil.utfoer(oppdater_punkt, LEDER, punkt=kode, enighet=Enighet.DELVIS, prioritet=3, maa_utredes=True)
    assert hent(fil, "SELECT enighet, prioritet, maa_utredes FROM punkt") == [("delvis", 3, 1)]
    for tekst in ("KL vil vente", "KL vil vente til 2030"):
        fil.utfoer(skriv_merknad, LEDER, punkt=kode, liste="KL", tekst=tekst)
    assert hent(fil, "SELECT tekst FROM merknad") == ["KL vil vente til 2030"]
    fil.utfoer(skriv_merknad, LEDER, punkt=kode, liste="KL", tekst=" ")
    assert hent(fil, "SELECT count(*) FROM merknad") == [0]
    with pytest.raises(FinnesIkke) as feil:
        fil.utfoer(skriv_merknad, LEDER, punkt=kode, liste="XX", tekst="x")
    assert feil.value.data == {"hva": "liste", "kode": "XX"}


def test_at_hver_runde_av_en_prioritering_blir_staaende(fil: Prosessfil) -> None:
    kode = _punkt(fil)
    vid = fil.utfoer(
        opprett_avstemning,
        LEDER,
        verksted=1,
        art=Avstemningsart.PRIKKER,
        tittel="Viktigst?",
        punkter=[kode],
        tekster=["Noe helt annet"],
        per_person=3,
    ).resultat
    fil.utfoer(foer_stemmer, LEDER, avstemning_id=vid, runde=1, alternativ=1, per_bord={1: 4, 2: 0})
    fil.utfoer(foer_stemmer, LEDER, avstemning_id=vid, runde=1, alternativ=1, per_bord={1: 5})
    assert fil.utfoer(ny_runde, LEDER, avstemning_id=vid).resultat == 2
    fil.utfoer(foer_stemmer, LEDER, avstemning_id=vid, runde=2, alternativ=2, per_bord={2: 7})
    assert hent(fil, "SELECT nummer, aapen FROM avstemningsrunde ORDER BY nummer") == [(1, 0), (2, 1)]
    assert sorted(hent(fil, "SELECT antall FROM stemme")) == [0, 5, 7]


@pytest.mark.parametrize(
    ("felt", "hva", "kode"),
    [
        ({"runde": 9}, "avstemningsrunde", "9"),
        ({"alternativ": 8}, "alternativ", "8"),
        ({"per_bord": {7: 1}}, "gruppe", "7"),
    ],
)
def test_at_prikker_paa_noe_som_ikke_finnes_sier_hva(
    fil: Prosessfil, felt: dict[str, Any], hva: str, kode: str
) -> None:
    vid = fil.utfoer(
        opprett_avstemning, LEDER, verksted=1, art=Avstemningsart.SKALA, tittel="T", tekster=["Ja"]
    ).resultat
    med = {"avstemning_id": vid, "runde": 1, "alternativ": 1, "per_bord": {1: 1}, **felt}
    with pytest.raises(FinnesIkke) as feil:
        fil.utfoer(foer_stemmer, LEDER, **med)
    assert feil.value.data == {"hva": hva, "kode": kode}
    with pytest.raises(UgyldigVerdi):
        fil.utfoer(foer_stemmer, LEDER, **{**med, "runde": 1, "alternativ": 1, "per_bord": {1: -1}})
    with pytest.raises(FinnesIkke):
        fil.utfoer(opprett_avstemning, LEDER, verksted=1, art=Avstemningsart.SKALA, tittel="T", spoersmaal=99)


def test_at_evalueringen_erstattes_og_tomme_kommentarer_ikke_blir_rader(fil: Prosessfil) -> None:
    fil.utfoer(foer_evaluering, LEDER, verksted=1, spoersmaal=1, svar={4: 3, 5: 2}, kommentarer=["Bra", " "])
    fil.utfoer(foer_evaluering, LEDER, verksted=1, spoersmaal=1, svar={1: 1}, kommentarer=["For langt"])
    assert sorted(hent(fil, "SELECT coalesce(verdi, tekst) FROM evalueringssvar"), key=str) == [1, "For langt"]
    with pytest.raises(UgyldigVerdi):
        fil.utfoer(foer_evaluering, LEDER, verksted=1, spoersmaal=1, svar={6: 1})
    with pytest.raises(FinnesIkke):
        fil.utfoer(foer_evaluering, LEDER, verksted=1, spoersmaal=99, svar={})
    assert hent(fil, "SELECT count(*) FROM evalueringssvar") == [2]


def test_at_behandling_og_utsjekk_gjelder_noeyaktig_en_ting(fil: Prosessfil) -> None:
    kode = _punkt(fil)
    for resultat in (Behandlingsresultat.AVKLARES, Behandlingsresultat.TATT_INN):
        fil.utfoer(behandle, "planlegger", punkt=kode, resultat=resultat, begrunnelse="Kartlagt")
    fil.utfoer(behandle, "planlegger", innspill="V1-G1-02", resultat=resultat, begrunnelse="")
    assert sorted(hent(fil, "SELECT resultat FROM behandling")) == ["tatt_inn", "tatt_inn"]
    feil_valg: dict[str, Any]
    for feil_valg in ({}, {"punkt": kode, "innspill": "V1-G1-02"}):
        with pytest.raises(UgyldigVerdi):
            fil.utfoer(behandle, "planlegger", resultat=resultat, begrunnelse="", **feil_valg)
    svar: dict[str, Any] = {"verksted": 1, "gruppe": 1, "svar": Utsjekksvar.NEI}
    for kommentar in ("nei", "fortsatt nei"):
        fil.utfoer(svar_utsjekk, "V1-G1", **svar, punkt=kode, kommentar=kommentar)
    fil.utfoer(svar_utsjekk, "V1-G1", **svar, element="S1.1")
    assert sorted(hent(fil, "SELECT kommentar FROM utsjekk")) == ["", "fortsatt nei"]
    for feil_valg in ({}, {"punkt": kode, "element": "S1"}):
        with pytest.raises(UgyldigVerdi):
            fil.utfoer(svar_utsjekk, "V1-G1", **(svar | feil_valg))
    with pytest.raises(FinnesIkke):
        fil.utfoer(svar_utsjekk, "V1-G1", **{**svar, "gruppe": 9}, punkt=kode)


def test_at_behandling_kan_tas_bort_og_kommer_igjen_med_angre(fil: Prosessfil) -> None:
    kode = _punkt(fil)
    with pytest.raises(FinnesIkke):
        fil.utfoer(ta_bort_behandling, LEDER, punkt=kode)
    fil.utfoer(behandle, LEDER, punkt=kode, resultat=Behandlingsresultat.AVKLARES, begrunnelse="Ruteplanen er fylkets")
    fil.utfoer(ta_bort_behandling, LEDER, punkt=kode)
    assert hent(fil, "SELECT count(*) FROM behandling") == [0]
    fil.angre(LEDER)
    assert hent(fil, "SELECT begrunnelse FROM behandling") == ["Ruteplanen er fylkets"]


def test_at_et_punkt_faar_sitt_sted_i_planen_og_kan_miste_det_igjen(fil: Prosessfil) -> None:
    kode = _punkt(fil)
    sted = "SELECT e.kode FROM punkt AS p LEFT JOIN planelement AS e ON e.id = p.planelement_id"
    fil.utfoer(velg_plansted, LEDER, punkt=kode, element="S1.1")
    assert hent(fil, sted) == ["S1.1"]
    with pytest.raises(FinnesIkke):
        fil.utfoer(velg_plansted, LEDER, punkt=kode, element="S99")
    fil.utfoer(velg_plansted, LEDER, punkt=kode, element=None)
    assert hent(fil, sted) == [None]
    fil.angre(LEDER)
    assert hent(fil, sted) == ["S1.1"]
