from __future__ import annotations

import runpy
from dataclasses import replace
from pathlib import Path
from typing import Any

from verksted.modell.oekonomi import Oekonomipost
from verksted.modell.ordene import Postart
from verksted.regler.avvik import Alvor, Avvik, Avvikslag, finn_avvik, ser_ut_som_noe_nytt
from verksted.regler.spor import finn_sporet
from verksted.regler.sporindeks import Sporindeks, Sporrader

FASIT = runpy.run_path(str(Path(__file__).parents[1] / "fasit" / "excel" / "grunnlag.py"))


def finn(**endret: Any) -> tuple[Avvik, ...]:
    grunnlag = replace(FASIT["lag_grunnlag"](), **endret)
    rader = {felt: getattr(grunnlag, felt) for felt in Sporrader.__dataclass_fields__}
    indeks = Sporindeks(Sporrader(**rader))
    return finn_avvik(indeks, finn_sporet(indeks))


def test_at_hvert_brudd_i_traaden_blir_funnet_med_slag_og_kode() -> None:
    funnet = {(avvik.slag.value, avvik.gjelder_id) for avvik in finn()}
    assert funnet == {
        ("uenighet_uten_alternativ", "P-04"),
        ("punkt_uten_behandling", "P-07"),
        ("tatt_inn_uten_sted", "P-06"),
        ("satsing_uten_tiltak", "S3"),
        ("satsing_uten_tiltak", "S3.1"),
        ("satsing_uten_tiltak", "S2.4"),
        ("satsing_uten_tiltak", "S4"),
        ("satsing_uten_penger", "S1.2"),
        ("tiltak_uten_sted", "T-006"),
        ("tiltak_uten_penger", "T-005"),
        ("penger_uten_anker", "I-0003"),
        ("penger_uten_anker", "D-0004"),
        ("andel_under_100", "D-0002"),
        ("andel_under_100", "D-0005"),
        ("innspill_uten_punkt", "V1-G1-04"),
        ("stoette_fra_ett_bord", "P-02"),
        ("stoette_fra_ett_bord", "P-03"),
        ("stoette_fra_ett_bord", "P-05"),
        ("stoette_fra_ett_bord", "P-06"),
        ("stoette_fra_ett_bord", "P-07"),
        ("stoette_fra_ett_bord", "P-08"),
        ("stoette_fra_ett_bord", "P-09"),
        ("oppdrag_uten_penger", "T-002"),
        ("resten_uten_anker", None),
    }


def test_at_de_alvorligste_staar_foerst() -> None:
    alvor = [avvik.alvor for avvik in finn()]
    assert alvor == sorted(alvor)
    assert alvor[0] is Alvor.MAA_AVKLARES
    assert alvor[-1] is Alvor.TIL_ORIENTERING


def test_at_et_alternativ_i_planen_viser_uenigheten() -> None:
    assert not [a for a in finn(planalternativ=(FASIT["ALTERNATIV"],)) if a.slag is Avvikslag.UENIGHET_UTEN_ALTERNATIV]


def test_at_pengene_uten_anker_er_alt_som_ikke_er_fordelt() -> None:
    grunnlag = FASIT["lag_grunnlag"]()
    rader = {felt: getattr(grunnlag, felt) for felt in Sporrader.__dataclass_fields__}
    sporet = finn_sporet(Sporindeks(Sporrader(**rader)))
    for nummer in range(4):
        av_avvikene = sum(avvik.beloep[nummer] for avvik in finn() if avvik.beloep)
        assert av_avvikene == sum(post.rest[nummer] for post in sporet.poster.values())


def test_at_et_trukket_innspill_ikke_er_et_avvik() -> None:
    assert "V1-G3-04" not in {avvik.gjelder_id for avvik in finn()}


def test_at_nye_tiltak_og_investeringer_kjennes_igjen() -> None:
    def post(tekst: str, endringsart: str = "", art: Postart = Postart.DRIFT) -> Oekonomipost:
        return Oekonomipost(
            innlesing_id="x", kode="D", naturlig_noekkel="D", tekst=tekst, endringsart=endringsart, art=art
        )

    assert ser_ut_som_noe_nytt(post("Bru", art=Postart.INVESTERING), (0, 5))
    assert not ser_ut_som_noe_nytt(post("Nye lån", art=Postart.INVESTERING), (-5, 0))
    assert ser_ut_som_noe_nytt(post("Flere lærere", "Nye tiltak forøvrig"), (1,))
    assert ser_ut_som_noe_nytt(post("Styrket hjemmetjeneste"), (1,))
    assert not ser_ut_som_noe_nytt(post("Ny giv", "Vedtatt budsjett inneværende år"), (1,))
    assert not ser_ut_som_noe_nytt(post("Lønn og drift", "Helårsvirkn. av tiltak og justeringer"), (1,))
    assert not ser_ut_som_noe_nytt(post("Grunnskole"), (1,))
