from __future__ import annotations

import csv
import re
import runpy
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verksted.modell.innspill import Innspill, InnspillRevisjon
from verksted.modell.oekonomi import Oekonomipost, Postbeloep
from verksted.modell.ordene import Innspillstype, Postart, Sporting, Vei
from verksted.modell.spor import Sporlenke
from verksted.visning.grunnlag import Grunnlag
from verksted.visning.sporbarhet import SporbarhetVisning, bygg_sporbarhet
from verksted.visning.sporbarhet_celler import MAKS_TEGN, Ark, Lenke, Ord, i_celler
from verksted.visning.sporbarhet_kolonner import KOLONNER
from verksted.visning.sporbarhet_rader import Satsingslag

FASIT = runpy.run_path(str(Path(__file__).parents[1] / "fasit" / "excel" / "grunnlag.py"))


def bygg(**endret: Any) -> SporbarhetVisning:
    return bygg_sporbarhet(replace(FASIT["lag_grunnlag"](), **endret))


def test_at_radene_har_et_felt_for_hver_kolonne() -> None:
    visning = bygg()
    for ark, kolonner in KOLONNER.items():
        rader = getattr(visning, ark)
        assert {k.noekkel for k in kolonner} <= {felt.name for felt in fields(rader[0])}


def test_at_hver_lenke_foerer_til_en_rad_som_finnes_og_en_kolonne_som_finnes() -> None:
    visning = bygg()
    sett = 0
    for ark in Ark:
        for rad in getattr(visning, ark):
            for felt in fields(rad):
                verdi = getattr(rad, felt.name)
                if isinstance(verdi, Lenke):
                    sett += 1
                    assert -1 <= verdi.rad < len(getattr(visning, verdi.ark))
                    assert verdi.kolonne in {k.noekkel for k in KOLONNER[verdi.ark]}
    assert sett > 80


def test_at_kodene_lenker_til_raden_der_tingen_staar() -> None:
    visning = bygg()
    rad = visning.roed_traad[0]
    assert isinstance(rad.post, Lenke)
    assert visning.oekonomi[rad.post.rad].post == rad.post.tekst
    assert isinstance(rad.sted, Lenke)
    assert visning.maal_og_tiltak[rad.sted.rad].sted == rad.sted.tekst
    assert isinstance(rad.tiltak, Lenke)
    assert visning.maal_og_tiltak[rad.tiltak.rad].tiltak == rad.tiltak.tekst


def test_at_kjeden_som_mangler_tiltak_sier_hvilket_avvik_det_er() -> None:
    visning = bygg()
    (rad,) = [r for r in visning.roed_traad if isinstance(r.punkt, Lenke) and r.punkt.tekst == "P-05"]
    assert isinstance(rad.hva, Lenke)
    avvik = visning.avvik[rad.hva.rad]
    assert rad.hva.tekst == Ord("slutt.mangler_tiltak", {"avvik": avvik.avvik}, uthevet=True)
    assert avvik.slag == Ord("avvikslag.satsing_uten_tiltak")
    assert isinstance(avvik.kode, Lenke)
    assert avvik.kode.tekst == "S3.1"


def test_at_satsingene_resten_og_kontrollen_blir_hele_planen() -> None:
    visning = bygg()
    rad = {linje.slag: linje.beloep for linje in visning.satsinger if linje.slag is not Satsingslag.OMRAADE}
    plan = tuple(sum(aaret) for aaret in zip(*(post.beloep for post in visning.oekonomi), strict=True))
    assert rad[Satsingslag.SUM] == rad[Satsingslag.PLAN] == plan
    assert rad[Satsingslag.KONTROLL] == (0, 0, 0, 0)


def test_at_tiltakets_egne_beloep_staar_bare_en_gang() -> None:
    egne = [rad.beloep for rad in bygg().maal_og_tiltak if rad.tiltak == "T-001"]
    assert egne == [(2_500_000, 3_000_000, None, None), ()]


def test_at_et_trukket_innspill_staar_med_merke_og_et_fjernet_er_borte() -> None:
    grunnlag = FASIT["lag_grunnlag"]()
    borte = grunnlag.innspill[0].model_copy(update={"fjernet": True})
    rader = {rad.kode: rad for rad in bygg(innspill=(borte, *grunnlag.innspill[1:])).innspill}
    assert "V1-G1-01" not in rader
    assert rader["V1-G3-04"].merknad == Ord("merknad.trukket_fordi", {"grunn": "skrevet ved en feil"}, uthevet=True)


def test_at_den_tidligere_ordlyden_staar_ved_siden_av_den_gjeldende() -> None:
    (rad,) = [rad for rad in bygg().innspill if rad.kode == "V1-G2-02"]
    assert rad.tekst.startswith("Hurtigbåten")
    assert rad.tidligere == "1: Båten til Ytterlind må bli bedre."


def test_at_mange_innspill_uten_punkt_paa_samme_spoersmaal_blir_en_rad() -> None:
    nye = tuple(
        Innspill(
            id=f"n{nr}", verksted_id="v1", gruppe_id="g1", spoersmaal_id="q2", kode=f"V1-G1-{nr}", vei=Vei.PAPIR,
            mottatt_nr=nr,
        )
        for nr in range(50, 70)
    )  # fmt: skip
    revisjoner = tuple(
        InnspillRevisjon(
            id=f"r{i.id}", innspill_id=i.id, nummer=1, type=Innspillstype.FRITT, tekst="x", sha256="0" * 64
        )
        for i in nye
    )
    grunnlag = FASIT["lag_grunnlag"]()
    visning = bygg(innspill=(*grunnlag.innspill, *nye), innspill_revisjon=(*grunnlag.innspill_revisjon, *revisjoner))
    (rad,) = [rad for rad in visning.avvik if rad.slag == Ord("avvikslag.innspill_uten_punkt")]
    assert rad.galt.data["antall"] == 20


def test_at_en_tom_prosess_ogsaa_blir_en_visning() -> None:
    visning = bygg_sporbarhet(Grunnlag(prosess=FASIT["lag_grunnlag"]().prosess))
    assert visning.aar == ()
    assert not any((visning.roed_traad, visning.innspill, visning.avvik))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400), st.integers(min_value=2, max_value=60))
def test_at_en_lang_tekst_i_flere_celler_er_den_samme_teksten(tekst: str, maks: int) -> None:
    biter = i_celler(tekst, maks)
    assert "".join(biter) == tekst
    assert all(len(bit.encode("utf-16-le")) // 2 <= maks for bit in biter)


def test_at_en_lang_tekst_bruker_hele_cella() -> None:
    assert [len(bit) for bit in i_celler("x" * 40_000, MAKS_TEGN)] == [MAKS_TEGN, 40_000 - MAKS_TEGN]


@pytest.mark.ekte_data
def test_at_bergens_plan_gaar_opp_paa_krona_naar_40_poster_er_fordelt(ekte_data: Path | None) -> None:
    if ekte_data is None:
        return
    with (ekte_data / "bergen_drift_okonomiplan_2013-2016.csv").open(encoding="utf-8-sig", newline="") as fil:
        rader = list(csv.DictReader(fil, delimiter=";"))
    grunnlag = FASIT["lag_grunnlag"]()
    poster = tuple(
        Oekonomipost(
            id=f"o{nr}",
            innlesing_id="les",
            kode=f"D-{nr:04d}",
            naturlig_noekkel=str(nr),
            tekst=rad["tekst"],
            art=Postart.DRIFT,
            endringsart=rad["endrgr-tekst"],
            rekkefoelge=nr,
        )
        for nr, rad in enumerate(rader)
    )
    beloep = tuple(
        Postbeloep(id=f"{nr}-{aar}", post_id=f"o{nr}", aar=aar, beloep=_kroner(rad[str(aar)]))
        for nr, rad in enumerate(rader)
        for aar in range(2013, 2017)
    )
    lenker = tuple(
        Sporlenke(
            id=f"b{nr}",
            fra_type=Sporting.TILTAK,
            fra_id=f"T-00{nr % 5 + 1}",
            til_type=Sporting.OEKONOMIPOST,
            til_id=f"o{nr * 37}",
            andel_bp=3_333,
        )
        for nr in range(40)
    )
    uten_poster = tuple(link for link in grunnlag.sporlenke if link.til_type is not Sporting.OEKONOMIPOST)
    visning = bygg(oekonomipost=poster, postbeloep=beloep, sporlenke=(*uten_poster, *lenker))
    sum_ = {linje.slag: linje.beloep for linje in visning.satsinger}
    assert len(visning.oekonomi) == 1_761
    assert sum_[Satsingslag.SUM] == sum_[Satsingslag.PLAN] == (-490, -627, -489, -539)
    assert any(any(linje.beloep) for linje in visning.satsinger if linje.slag is Satsingslag.OMRAADE)


def _kroner(skrevet: str) -> int:
    """Return « -1 362 250 » as a number; a lone dash is 0."""
    return int("".join(re.findall(r"-(?=\d)|\d", skrevet)) or 0)
