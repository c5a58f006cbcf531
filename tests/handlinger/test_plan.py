"""The plan tree, measures and the trail to the crown in the budget."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

from tests.handlinger.proeveprosess import LEDER, hent, note, ny_prosess
from verksted.handlinger.feil import FeilBeloep
from verksted.handlinger.plan import (
    bekreft_planelement,
    nytt_planelement,
    skriv_alternativ,
    skriv_forslag,
    skriv_oppfoelging,
)
from verksted.handlinger.punkter import legg_til_kilder
from verksted.handlinger.spor import knytt, loesne, oppdater_tiltak, opprett_tiltak
from verksted.kjerne.feil import FinnesIkke, UgyldigVerdi
from verksted.lager.feil import AngreHindret
from verksted.modell.ordene import Planrolle, Sporting, Tiltaksart
from verksted.modell.spor import TILLATTE_PAR

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from verksted.lager.prosessfil import Prosessfil

PLANLEGGER = "planlegger"
POST = (Sporting.OEKONOMIPOST, "D-0001")
ANDELER = "SELECT andel_bp FROM sporlenke WHERE til_type = 'oekonomipost' ORDER BY andel_bp"
# What has a code in the small process; a question is tied by no operation yet.
KODER = {
    Sporting.INNSPILL: "V1-G1-01",
    Sporting.PUNKT: "P-01",
    Sporting.PLANELEMENT: "S1",
    Sporting.TILTAK: "T-001",
    Sporting.OEKONOMIPOST: "D-0001",
    Sporting.KUNNSKAPSPUNKT: "K-01",
}


@pytest.fixture
def fil(tmp_path: Path) -> Iterator[Prosessfil]:
    with ny_prosess(tmp_path, med_innhold=True) as fil:
        yield fil


def _tiltak(fil: Prosessfil, **felt: Any) -> tuple[Sporting, str]:
    kode = fil.utfoer(opprett_tiltak, PLANLEGGER, tittel="Skyss", art=Tiltaksart.DRIFT, **felt).resultat
    return Sporting.TILTAK, kode


def test_at_forslaget_staar_ved_siden_av_det_gjeldende(fil: Prosessfil) -> None:
    fil.utfoer(skriv_forslag, PLANLEGGER, element="S1.1", forslag_tittel="Nytt mål", baerekraftsmaal=[11])
    assert hent(
        fil, "SELECT gjeldende_tittel, forslag_tittel, baerekraftsmaal FROM planelement WHERE kode = 'S1.1'"
    ) == [("Flere skal kunne bo i bygdene", "Nytt mål", "[11]")]
    felter: list[dict[str, Any]] = [{"baerekraftsmaal": [18]}, {"periode": "evig"}, {"finnes_ikke": 1}]
    for felt in felter:
        with pytest.raises(UgyldigVerdi):
            fil.utfoer(skriv_forslag, PLANLEGGER, element="S1.1", **felt)
    with pytest.raises(FinnesIkke):
        fil.utfoer(skriv_forslag, PLANLEGGER, element="S9", utgaar=True)


def test_at_et_nytt_element_faar_neste_kode_som_aldri_gis_igjen(fil: Prosessfil) -> None:
    def nytt(forelder: str | None, nivaa: Planrolle) -> str:
        return fil.utfoer(nytt_planelement, PLANLEGGER, forelder=forelder, nivaa=nivaa, tittel="Nytt").resultat

    assert nytt("S1", Planrolle.DELMAAL) == "S1.2"
    assert nytt(None, Planrolle.SATSINGSOMRAADE) == "S3"
    fil.angre(PLANLEGGER)
    fil.angre(PLANLEGGER)
    assert (nytt("S1", Planrolle.DELMAAL), nytt(None, Planrolle.SATSINGSOMRAADE)) == ("S1.3", "S4")
    assert nytt("S4", Planrolle.DELMAAL) == "S4.1"
    with pytest.raises(FinnesIkke):
        nytt("S99", Planrolle.DELMAAL)


def test_at_gjetningen_bekreftes_eller_rettes(fil: Prosessfil) -> None:
    assert hent(fil, "SELECT sikkerhet_bp IS NULL FROM planelement WHERE kode = 'S1.1'") == [0]
    fil.utfoer(bekreft_planelement, PLANLEGGER, element="S1.1", nivaa=Planrolle.STRATEGI)
    assert hent(
        fil,
        "SELECT p.sikkerhet_bp, n.rolle FROM planelement AS p JOIN plannivaa AS n ON n.id = p.nivaa_id "
        "WHERE p.kode = 'S1.1'",
    ) == [(None, "strategi")]


def test_at_alternativer_og_oppfoelging_skrives_om_og_tas_bort(fil: Prosessfil) -> None:
    for tekst in ("Stenge", "Stenge i 2030"):
        fil.utfoer(skriv_alternativ, PLANLEGGER, element="S1", bokstav="A", tekst=tekst)
        fil.utfoer(skriv_oppfoelging, PLANLEGGER, element="S1", sektor="Teknisk", betydning=tekst)
    assert hent(fil, "SELECT tekst FROM planalternativ") == ["Stenge i 2030"]
    assert hent(fil, "SELECT betydning FROM oppfoelging") == ["Stenge i 2030"]
    fil.utfoer(skriv_alternativ, PLANLEGGER, element="S1", bokstav="A", tekst="")
    assert hent(fil, "SELECT count(*) FROM planalternativ") == [0]
    with pytest.raises(UgyldigVerdi):
        fil.utfoer(skriv_alternativ, PLANLEGGER, element="S1", bokstav="AB", tekst="x")


def test_at_tiltakets_beloep_settes_aar_for_aar(fil: Prosessfil) -> None:
    _, kode = _tiltak(fil, beloep={2028: 100, 2029: -50})
    fil.utfoer(oppdater_tiltak, PLANLEGGER, tiltak=kode, beloep={2029: 75, 2030: 1}, ansvarlig="Teknisk")
    spoerring = "SELECT aar, beloep FROM tiltaksbeloep WHERE tiltak_id = (SELECT id FROM tiltak WHERE kode = ?)"
    assert sorted(hent(fil, spoerring, kode)) == [(2028, 100), (2029, 75), (2030, 1)]
    umulige: list[dict[int, Any]] = [{1500: 1}, {2028: 1.5}]
    for beloep in umulige:
        with pytest.raises(UgyldigVerdi):
            fil.utfoer(oppdater_tiltak, PLANLEGGER, tiltak=kode, beloep=beloep)


def test_at_en_kobling_som_finnes_faar_ny_andel_og_kan_loesnes(fil: Prosessfil) -> None:
    tiltak = _tiltak(fil)
    en = fil.utfoer(knytt, PLANLEGGER, fra=tiltak, til=POST, andel_bp=2500, notat="halve båten").resultat
    to = fil.utfoer(knytt, PLANLEGGER, fra=tiltak, til=POST, andel_bp=10_000)
    assert (to.resultat, to.koder, hent(fil, ANDELER)) == (en, (tiltak[1], "D-0001"), [10_000])
    assert hent(fil, "SELECT notat FROM sporlenke WHERE andel_bp") == ["halve båten"]
    fil.utfoer(loesne, PLANLEGGER, fra=tiltak, til=POST)
    with pytest.raises(FinnesIkke):
        fil.utfoer(loesne, PLANLEGGER, fra=tiltak, til=POST)
    fil.angre(PLANLEGGER)
    assert hent(fil, ANDELER) == [10_000]


@pytest.mark.parametrize(("andel", "prosent"), [(5001, 101), (None, 150), (10_000, 150)])
def test_at_andelene_av_en_post_ikke_kan_bli_mer_enn_hele(fil: Prosessfil, andel: int | None, prosent: int) -> None:
    fil.utfoer(knytt, PLANLEGGER, fra=_tiltak(fil), til=POST, andel_bp=5000)
    with pytest.raises(FeilBeloep) as feil:
        fil.utfoer(knytt, PLANLEGGER, fra=_tiltak(fil), til=POST, andel_bp=andel)
    assert feil.value.data == {"kode": "D-0001", "prosent": prosent}
    fil.utfoer(knytt, PLANLEGGER, fra=_tiltak(fil), til=POST, andel_bp=5000)
    assert hent(fil, ANDELER) == [5000, 5000]


def test_at_bare_parene_i_sporet_kan_knyttes(fil: Prosessfil) -> None:
    for fra, til in product(KODER.items(), repeat=2):
        if (fra[0], til[0]) in TILLATTE_PAR:
            fil.utfoer(knytt, PLANLEGGER, fra=fra, til=til)
        else:
            with pytest.raises(UgyldigVerdi):
                fil.utfoer(knytt, PLANLEGGER, fra=fra, til=til)
    assert hent(fil, "SELECT count(*) FROM sporlenke") == [sum(par[0] in KODER for par in TILLATTE_PAR)]
    assert fil.kontroller().funn == ()


@pytest.mark.parametrize("ting", list(Sporting))
def test_at_en_kobling_til_noe_som_ikke_finnes_sier_hva(fil: Prosessfil, ting: Sporting) -> None:
    with pytest.raises(FinnesIkke) as feil:
        fil.utfoer(knytt, PLANLEGGER, fra=(ting, "X-99"), til=POST)
    assert feil.value.data == {"hva": str(ting), "kode": "X-99"}


def test_at_det_en_annen_har_knyttet_noe_til_ikke_kan_angres_bort(fil: Prosessfil) -> None:
    tiltak = _tiltak(fil)
    fil.utfoer(knytt, LEDER, fra=tiltak, til=POST)
    with pytest.raises(AngreHindret) as feil:
        fil.angre(PLANLEGGER)
    assert feil.value.data == {"koder": tiltak[1], "hvem": LEDER}
    assert fil.kontroller().funn == ()


def test_at_det_en_annen_har_samlet_i_et_punkt_ikke_kan_angres_bort(fil: Prosessfil) -> None:
    kode = note(fil, aktoer="V1-G1")
    fil.utfoer(legg_til_kilder, LEDER, punkt="P-01", kilder=[kode])
    with pytest.raises(AngreHindret) as feil:
        fil.angre("V1-G1")
    assert feil.value.data == {"koder": kode, "hvem": LEDER}
    assert fil.kontroller().funn == ()


def test_at_et_spoersmaal_kan_peke_paa_steder_i_planen(fil: Prosessfil) -> None:
    sted = (Sporting.PLANELEMENT, hent(fil, "SELECT kode FROM planelement ORDER BY rekkefoelge LIMIT 1")[0])
    fil.utfoer(knytt, PLANLEGGER, fra=(Sporting.SPOERSMAAL, "V1-S2"), til=sted)
    assert hent(fil, "SELECT count(*) FROM sporlenke WHERE fra_type = 'spoersmaal'") == [1]
    assert fil.kontroller().funn == ()


def test_at_en_kode_som_er_gitt_aldri_kan_endres(fil: Prosessfil) -> None:
    tiltak = _tiltak(fil)
    with pytest.raises(UgyldigVerdi) as feil:
        fil.utfoer(oppdater_tiltak, PLANLEGGER, tiltak=tiltak[1], kode="T-777")
    assert feil.value.data["felt"] == "kode"
