from __future__ import annotations

import os
import re
import runpy
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from verksted.dokumenter.excel.sporbarhet import skriv_sporbarhet
from verksted.dokumenter.excel.tabellskriver import antall_linjer
from verksted.kjerne.tekster import MAALFORMER, Maalform, Tekster
from verksted.kjerne.tekstrens import rens
from verksted.visning.sporbarhet import bygg_sporbarhet

FASIT_MAPPE = Path(__file__).parents[1] / "fasit" / "excel"
FASIT = runpy.run_path(str(FASIT_MAPPE / "grunnlag.py"))
ARK = ["Les meg", "Rød tråd", "Mål og tiltak", "Økonomi", "Innspill", "Avvik"]


def skriv(maalform: Maalform = "nb", **endret: Any) -> bytes:
    visning = bygg_sporbarhet(replace(FASIT["lag_grunnlag"](maalform), **endret))
    return skriv_sporbarhet(visning, Tekster(maalform), skrevet=FASIT["NAA"])


def aapne(bok: bytes, *, verdier: bool = True) -> Workbook:
    return load_workbook(BytesIO(bok), data_only=verdier)


@pytest.fixture(scope="module")
def bok() -> bytes:
    return skriv()


def med_innspill(tekst: str, hvorfor: str = "") -> bytes:
    """The small process with other words in its first note, past the validation that would clean them."""
    grunnlag = FASIT["lag_grunnlag"]()
    foerste = grunnlag.innspill_revisjon[0].model_copy(update={"tekst": tekst, "hvorfor": hvorfor})
    return skriv(innspill_revisjon=(foerste, *grunnlag.innspill_revisjon[1:]))


def innspillet(bok: bytes) -> list[tuple[str, str, str]]:
    ark = aapne(bok, verdier=False)["Innspill"]
    rader = [(str(rad[0].value), rad[5], rad[6]) for rad in ark.iter_rows(min_row=2)]
    assert all(celle.data_type != "f" for _, *celler in rader for celle in celler)
    return [(k, str(t.value or ""), str(h.value or "")) for k, t, h in rader if k.startswith("V1-G1-01")]


def test_at_arkene_kommer_i_rekkefoelge_og_begynner_med_en_overskrift(bok: bytes) -> None:
    arbeidsbok = aapne(bok)
    assert arbeidsbok.sheetnames == ARK
    for ark in arbeidsbok:
        assert ark["A1"].value
        assert not ark.merged_cells.ranges
        assert not ark.protection.sheet
        assert ark.freeze_panes
        assert ark.row_dimensions[1].height == 39
        hode = re.findall(r"\d+", list(ark.tables.values())[-1].ref)[0]
        assert ark.print_title_rows == f"${hode}:${hode}", "page 2 and on show the lowest table of the sheet"
        assert ark.sheet_properties.pageSetUpPr is not None
        assert ark.sheet_properties.pageSetUpPr.fitToPage
        assert ark.page_setup.orientation == "landscape"
        for tabell in ark.tables.values():
            foerste, siste = tabell.ref.split(":")
            assert [celle.value for celle in ark[foerste:siste][0]] == [k.name for k in tabell.tableColumns]


def test_at_hver_lenke_foerer_til_en_celle_med_en_kode(bok: bytes) -> None:
    arbeidsbok = aapne(bok)
    lenker = [
        celle.hyperlink.location for ark in arbeidsbok for rad in ark.iter_rows() for celle in rad if celle.hyperlink
    ]
    assert len(lenker) > 80
    for lenke in lenker:
        assert lenke
        arknavn, _, celle = lenke.rpartition("!")
        assert arbeidsbok[arknavn.strip("'")][celle].value


def test_at_en_kode_lenker_til_raden_med_samme_kode(bok: bytes) -> None:
    arbeidsbok = aapne(bok)
    traad = arbeidsbok["Rød tråd"]
    for kolonne in ("G", "I", "N"):
        lenket = [traad[f"{kolonne}{rad}"] for rad in range(2, traad.max_row) if traad[f"{kolonne}{rad}"].hyperlink]
        assert lenket
        for celle in lenket:
            arknavn, _, maal = celle.hyperlink.location.rpartition("!")
            if not str(celle.value).startswith("Se AV"):
                assert arbeidsbok[arknavn.strip("'")][maal].value == celle.value


def test_at_hver_formel_har_sin_verdi_og_lister_av_koder_er_de_eneste_tekstformlene(bok: bytes) -> None:
    formler, verdier = aapne(bok, verdier=False), aapne(bok)
    antall = 0
    for ark in formler:
        for rad in ark.iter_rows():
            for celle in rad:
                if celle.data_type == "f":
                    antall += 1
                    assert verdier[ark.title][celle.coordinate].value is not None
                    assert str(celle.value).startswith(
                        (
                            "=SUBTOTAL(109,",
                            "=SUMIFS(Traad_",
                            "=SUM(",
                            "=IF(SUMIF(Post_",
                            "=C",
                            "=D",
                            "=E",
                            "=F",
                            '=HYPERLINK("#',
                        )
                    )
    assert antall > 40


def test_at_summene_er_de_libreoffice_regner_seg_fram_til(bok: bytes, tmp_path: Path, soffice: str | None) -> None:
    if soffice is None:
        return
    fil = tmp_path / "bok.xlsx"
    # Without the values that were written along, LibreOffice must compute every one of them itself.
    fil.write_bytes(uten_verdier(bok))
    profil = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    ut = tmp_path / "ut"
    subprocess.run(
        [soffice, "--headless", "--norestore", profil, "--convert-to", "xlsx", "--outdir", str(ut), str(fil)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    regnet = load_workbook(ut / "bok.xlsx", data_only=True)
    arbeidsbok, formler = aapne(bok), aapne(bok, verdier=False)
    sett = 0
    for ark in ARK:
        for rad in formler[ark].iter_rows():
            for celle in rad:
                if celle.data_type == "f":
                    sett += 1
                    skrevet = arbeidsbok[ark][celle.coordinate].value
                    assert regnet[ark][celle.coordinate].value == pytest.approx(skrevet), f"{ark} {celle.coordinate}"
    assert sett > 40


def uten_verdier(bok: bytes) -> bytes:
    ut = BytesIO()
    with ZipFile(BytesIO(bok)) as inn, ZipFile(ut, "w") as ny:
        for navn in inn.namelist():
            innhold = inn.read(navn)
            if navn.startswith("xl/worksheets/sheet"):
                innhold = re.sub(rb"</f><v>[^<]*</v>", b"</f>", innhold)
            ny.writestr(navn, innhold)
    return ut.getvalue()


@pytest.mark.parametrize(
    "tekst",
    [
        '=HYPERLINK("http://ondt.example";"klikk")',
        "@SUM(A1)",
        "+1",
        "-1+1",
        "\t=1",
        "<script>&amp;",
        "_x0041_ _x000D_",
        "123",
        "http://a.example",
        "  rom  ",
        "😀 og å",
    ],
)
def test_at_et_innspill_kommer_ut_ord_for_ord_og_aldri_som_formel(tekst: str) -> None:
    assert innspillet(med_innspill(tekst, tekst)) == [("V1-G1-01", tekst, tekst)]


def test_at_tegn_ingen_fil_kan_holde_blir_byttet_og_resten_staar() -> None:
    assert innspillet(med_innspill("a\x00b\x07c\x0bd\ud800e\ufffe")) == [
        ("V1-G1-01", "a\ufffdb\ufffdc\nd\ufffde\ufffd", "")
    ]


def test_at_et_innspill_som_er_for_langt_for_en_celle_fortsetter_i_raden_under() -> None:
    tekst = "".join(f"{nr} 😀 ord " for nr in range(5_000))
    rader = innspillet(med_innspill(tekst, "kort"))
    assert [kode for kode, *_ in rader] == ["V1-G1-01", "V1-G1-01 forts. 2"]
    assert "".join(bit for _, bit, _ in rader) == tekst
    assert [hvorfor for *_, hvorfor in rader] == ["kort", ""]


@settings(max_examples=15)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_at_enhver_tekst_kommer_ut_slik_den_ble_renset(tekst: str) -> None:
    ((_, ut, _),) = innspillet(med_innspill(tekst))
    assert ut == rens(tekst)


def test_at_samme_visning_gir_samme_byte() -> None:
    assert skriv() == skriv()


def test_at_tittel_forfatter_dato_og_spraak_er_satt() -> None:
    for maalform in MAALFORMER:
        egenskaper = aapne(skriv(maalform)).properties
        assert egenskaper.title == "Sporbarhet: Kommuneplanens samfunnsdel 2028–2040"
        assert egenskaper.creator == "Lindvær kommune"
        assert egenskaper.language == f"{maalform}-NO"
        assert egenskaper.created is not None
        assert (egenskaper.created.year, egenskaper.created.month) == (2028, 5)


def test_at_lukkede_kolonner_har_liste_og_at_verdiene_i_dem_staar_i_lista(bok: bytes) -> None:
    ark = aapne(bok)["Mål og tiltak"]
    lister = {str(v.sqref).split(":")[0]: v.formula1 for v in ark.data_validations.dataValidation if v.type == "list"}
    assert lister["K2"] == '"Planlagt,I gang,Ferdig,Utsatt"'
    for rad in range(2, ark.max_row):
        assert (ark[f"K{rad}"].value or "I gang") in lister["K2"]


def test_at_begge_maalformer_har_de_samme_tekstene() -> None:
    assert Tekster("nb").noekler("excel") == Tekster("nn").noekler("excel")


def test_at_en_tom_prosess_blir_en_arbeidsbok_med_overskrifter() -> None:
    from verksted.visning.grunnlag import Grunnlag

    prosess = FASIT["lag_grunnlag"]().prosess.model_copy(update={"planperiode_fra": None, "planperiode_til": None})
    visning = bygg_sporbarhet(Grunnlag(prosess=prosess))
    bok = aapne(skriv_sporbarhet(visning, Tekster("nb"), skrevet=FASIT["NAA"]))
    assert bok.sheetnames == ARK
    les_meg = {rad[0]: rad[1] for rad in bok["Les meg"].iter_rows(values_only=True)}
    assert "Valgperiode" in les_meg
    assert not {"Planperiode", "Økonomiplan"} & set(les_meg), "what is not set is not printed"


@pytest.mark.parametrize("maalform", MAALFORMER)
def test_at_arkene_er_som_fasiten(maalform: Maalform) -> None:
    arbeidsbok = aapne(skriv(maalform))
    linjer = []
    for ark in arbeidsbok:
        linjer.append(f"== {ark.title}")
        for rad in ark.iter_rows(values_only=True):
            celler = ("" if verdi is None else str(verdi).replace("\n", "⏎") for verdi in rad)
            linjer += [" | ".join(celler).rstrip(" |")]
    fasit = FASIT_MAPPE / f"sporbarhet.{maalform}.txt"
    if os.environ.get("VERKSTED_SKRIV_FASIT"):
        fasit.write_text("\n".join(linjer) + "\n", encoding="utf-8")
    assert "\n".join(linjer) + "\n" == fasit.read_text(encoding="utf-8")


def test_at_linjene_telles_slik_ordene_brytes() -> None:
    assert antall_linjer("kort", 20) == 1
    assert antall_linjer("en\nto\ntre", 20) == 3
    assert antall_linjer("ord " * 20, 20) in {4, 5}
    assert antall_linjer("x" * 100, 20) == 5
