"""YAML text to a model, or problems that name file and line."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verksted.innlesing.maler.yamlfil import (
    STOERSTE_FIL,
    Klokke,
    Tekst,
    YamlHarFeil,
    Yamlmodell,
    les_yaml,
    les_yamltekst,
)
from verksted.innlesing.problem import setning
from verksted.kjerne.tekster import Tekster


class Rad(Yamlmodell):
    navn: Tekst
    antall: int = 0


class Liten(Yamlmodell):
    tittel: Tekst
    klokke: Klokke | None = None
    dag: date | None = None
    aapent: bool | None = None
    rader: tuple[Rad, ...] = ()
    beloep: dict[int, int] | None = None


def les(tekst: str) -> Liten:
    return les_yaml(tekst, filnavn="prøve.yaml", modell=Liten)


def feil_i(tekst: str) -> list[tuple[str, int | None]]:
    with pytest.raises(YamlHarFeil) as fanget:
        les(tekst)
    return [(p.noekkel.removeprefix("mal.problem."), p.sted.linje) for p in fanget.value.problemer]


def test_at_verdiene_faar_de_typene_de_ser_ut_som():
    fil = les(
        "tittel: Første\nklokke: '17.00'\ndag: 2028-01-20\naapent: true\n"
        "rader:\n  - {navn: nei, antall: -3}\n  - navn: >-\n      to linjer\n      blir én\nbeloep: {2028: 500000}\n"
    )
    assert fil == Liten(
        tittel="Første",
        klokke=time(17),
        dag=date(2028, 1, 20),
        aapent=True,
        rader=(Rad(navn="nei", antall=-3), Rad(navn="to linjer blir én")),
        beloep={2028: 500000},
    )


def test_at_ja_nei_og_klokkeslett_i_anfoerselstegn_er_tekst():
    assert les("tittel: nei").tittel == "nei"
    assert les('tittel: "2028-01-20"').tittel == "2028-01-20"
    assert les('tittel: "5"').tittel == "5"
    assert les("\ufefftittel: med BOM").tittel == "med BOM"


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("tittel: A\nrader:\n\t- navn: B\n", [("tabulator", 3)]),
        ("tittel: A\nrader:\n  - navn: B\n   antall: 2\n", [("innrykk", 4)]),
        ("tittel: A\n  klokke: '17.00'\n", [("kolon", 2)]),
        ("rader:\n  - navn: B\n antall: 2\n", [("innrykk", 3)]),
        ("tittel: Mål: og mening\n", [("kolon", 1)]),
        ("dag: 2028-01-20\ntittel: 'A\nrader: []\n", [("anfoerselstegn", 2)]),
        ("tittel: A\nrader: [\nbeloep: {}\n", [("klamme", 2)]),
        ("tittel: @A\n", [("saertegn", 1)]),
        ("tittel: A\nbare noe\n", [("mangler_kolon", 2)]),
        ("tittel: A\x07\n", [("ulovlig_tegn", 1)]),
        ("tittel: A\ntittel: B\nrader: []\nrader: []\n", [("dobbel_noekkel", 2), ("dobbel_noekkel", 4)]),
        ("tittel: &a A\nrader: []\n", [("anker", 1)]),
        ("tittel: A\nrader: *a\n", [("anker", 2)]),
        ("tittel: !!python/object:os.system ls\n", [("merke", 1)]),
        ("%YAML 1.1\n---\ntittel: ja\n", [("direktiv", 2)]),
        ("tittel: A\n---\ntittel: B\n", [("flere_dokumenter", 2)]),
        ("tittel: A\n[1, 2]: B\n", [("noekkel_ikke_tekst", 2)]),
        ("tittel: A\ntrue: B\n", [("noekkel_ikke_tekst", 2)]),
        ("tittel: A\ndag: 2028-02-30\n", [("ugyldig_dato", 2)]),
        ("", [("tom_fil", 1)]),
        ("# bare en kommentar\n", [("tom_fil", 1)]),
        ("\n\n- A\n- B\n", [("ikke_tabell", 3)]),
        ("klokke: '17.00'\n", [("mangler_noekkel", 1)]),
        ("tittel: A\nrader:\n  - navn: B\n  - antall: 2\n", [("mangler_noekkel", 4)]),
        ("tittel: A\ntitel: B\n", [("ukjent_noekkel_mente", 2)]),
        ("tittel: A\nværmelding: B\n", [("ukjent_noekkel", 2)]),
        ("tittel: 17.00\n", [("ikke_tekst", 1)]),
        ("tittel:\n", [("ikke_tekst", 1)]),
        ('tittel: "  "\n', [("tom_tekst", 1)]),
        ("tittel: A\nklokke: '25.00'\n", [("klokkeslett", 2)]),
        ("tittel: A\ndag: i dag\naapent: ja\n", [("ikke_dato", 2), ("ikke_sann_usann", 3)]),
        ("tittel: A\nrader:\n  navn: B\n", [("ikke_liste", 2)]),
        ("tittel: A\nrader:\n  - navn: B\n    antall: to\n", [("ikke_heltall", 4)]),
        ("tittel: A\nrader: [{navn: B, antall: true}]\n", [("ikke_heltall", 2)]),
        ("tittel: A\nbeloep: {i fjor: 3}\n", [("ikke_heltall", 2)]),
        ("tittel: A\nbeloep: 3\n", [("ikke_tabell", 2)]),
    ],
)
def test_at_hver_feil_faar_sin_setning_og_sin_linje(tekst, ventet):
    assert feil_i(tekst) == ventet


def test_at_hver_setning_nevner_fil_og_linje_paa_begge_maalformer():
    with pytest.raises(YamlHarFeil) as fanget:
        les("tittel: A\nrader:\n  - antall: to\n    nvan: B\n")
    for maalform in ("nb", "nn"):
        setninger = [setning(p, Tekster(maalform)) for p in fanget.value.problemer]
        assert [s.startswith("prøve.yaml, linje ") for s in setninger] == [True] * 3
        assert "«navn»" in " ".join(setninger)
        assert "prøve.yaml" in Tekster(maalform)("feil.YamlHarFeil.hva", **fanget.value.data)


def test_at_alle_feil_meldes_paa_en_gang_og_i_rekkefoelge():
    funnet = feil_i("rader:\n  - {navn: 1}\n  - {navn: 2}\ndag: x\ntull: 1\n")
    assert [linje for _, linje in funnet] == sorted(linje for _, linje in funnet if linje)
    assert len(funnet) == 5


def test_at_en_alt_for_stor_tekst_ikke_leses():
    assert feil_i("tittel: " + "å" * (STOERSTE_FIL // 2)) == [("for_stor_fil", 1)]


def test_at_noester_uten_ende_stoppes_uten_aa_velte():
    assert feil_i("tittel: " + "[" * 5000) == [("for_dypt", 1)]


def test_at_et_tall_med_tusenvis_av_siffer_ikke_leses_som_tall():
    assert feil_i("tittel: A\nbeloep: {2028: " + "9" * 10_000 + "}\n") == [("ikke_heltall", 2)]


def test_at_et_styretegn_fra_en_kode_i_teksten_byttes_ut():
    assert les(r'tittel: "A\0B"').tittel == "A\ufffdB"


def test_at_ei_fil_som_ikke_er_utf8_meldes_med_linja(tmp_path):
    fil = tmp_path / "gammel.yaml"
    fil.write_bytes("tittel: A\nundertittel: blåbær\n".encode("latin-1"))
    problem = les_yamltekst(fil)
    assert not isinstance(problem, str)
    assert (problem.noekkel, problem.sted.fil, problem.sted.linje) == ("mal.problem.ikke_utf8", "gammel.yaml", 2)


def problemlinjer(tekst: str) -> list[int | None]:
    """The lines of the problems; none when the text was read."""
    try:
        les(tekst)
    except YamlHarFeil as feil:
        return [problem.sted.linje for problem in feil.problemer] or [None]
    return []


@given(st.text(max_size=200))
def test_at_hvilken_som_helst_tekst_gir_en_modell_eller_problemer_med_linje(tekst):
    assert None not in problemlinjer(tekst)


@given(st.text(alphabet="ab:-[]{}'\"&*!|>%@\n\t #,?1", max_size=60))
def test_at_tegn_som_betyr_noe_i_yaml_ikke_velter_leseren(tekst):
    assert None not in problemlinjer(tekst)
