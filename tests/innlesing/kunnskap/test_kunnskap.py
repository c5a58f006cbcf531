"""The knowledge base: facts with figure, unit, source and year; what lacks a source is said."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from tests.innlesing.filer import csvfil, xlsx
from verksted.innlesing.kunnskap.kunnskap import les_kunnskap, tema_for
from verksted.innlesing.problem import Alvor

_NAVN = ["Tema", "Tittel", "Tekst", "Tall", "Enhet", "Kilde", "År", "Kvalitetssikret av", "Kvalitetssikret dato"]
_NYNORSK = [
    "Tema",
    "Overskrift",
    "Forklaring",
    "Tal",
    "Eining",
    "Kjelde",
    "Årstal",
    "Kvalitetssikra av",
    "Kvalitetssikra dato",
]
_ORD = st.text("abcdefghijklmnoprstuvyæøåčđŋšŧž", min_size=1, max_size=12)
_FAKTA = st.tuples(
    st.sampled_from(["Samfunn", "Tjenester", "Beredskap", "Økonomi", "Føringer"]),
    _ORD,
    _ORD,
    st.one_of(st.integers(-(10**9), 10**9), _ORD),
    _ORD,
    _ORD,
    st.integers(1950, 2060),
    _ORD,
    st.dates(date(2000, 1, 1), date(2060, 1, 1)),
)


@given(
    st.lists(_FAKTA, min_size=1, max_size=8),
    st.permutations(range(len(_NAVN))),
    st.sampled_from([_NAVN, _NYNORSK]),
    st.sampled_from(["xlsx", "csv"]),
)
def test_at_et_kjent_grunnlag_leses_noeyaktig_uansett_rekkefoelge_paa_kolonnene(
    fakta: list[tuple[object, ...]], rekkefoelge: list[int], navn: list[str], slag: str
) -> None:
    rader = [[rad[k] for k in rekkefoelge] for rad in [navn, *fakta]]
    data = xlsx({"A": rader}) if slag == "xlsx" else csvfil(rader)
    lest = les_kunnskap(data, "f")
    assert [
        (p.temanavn, p.tittel, p.tekst, p.tall, p.enhet, p.kilde, p.aar, p.kvalitetssikret_av, p.kvalitetssikret_dato)
        for p in lest.punkter
    ] == [(*f[:3], str(f[3]), *f[4:6], str(f[6]), *f[7:]) for f in fakta]
    assert not lest.problemer


def test_at_fakta_uten_kilde_eller_aar_meldes_med_rad_og_kolonne() -> None:
    rader = [
        _NAVN,
        ["Samfunn", "Folketall", "", 4212, "", "", "", "", ""],
        ["Samfunn", "Gjeld", "", 1, "", "SSB 2026", "", "", ""],
    ]
    lest = les_kunnskap(xlsx({"A": rader}), "f.xlsx")
    assert len(lest.punkter) == 2
    assert [(p.noekkel, p.alvor, p.sted.rad, p.sted.kolonne) for p in lest.problemer] == [
        ("fakta_uten_kilde", Alvor.ADVARSEL, 2, "F"),
        ("fakta_uten_aar", Alvor.ADVARSEL, 2, "G"),
    ]


def test_at_en_rad_med_tall_uten_tekst_ikke_forsvinner_stille() -> None:
    lest = les_kunnskap(xlsx({"A": [_NAVN, ["Samfunn", "", "", 42, "", "SSB", 2026, "", ""]]}), "f.xlsx")
    assert lest.problemer[0].noekkel == "fakta_uten_tekst"
    assert lest.problemer[0].data["innhold"] == "42 · SSB · 2026"


def test_at_prosent_og_desimaler_er_det_arket_viser() -> None:
    bok = Workbook()
    blad = bok.active
    assert blad is not None
    blad.append(["Tittel", "Tall", "Enhet", "Kilde", "År"])
    blad.append(["Andel", 0.125, None, "SSB", 2026])
    blad.append(["Snitt", 2.4, "barn", "SSB", 2026])
    blad["B2"].number_format = "0.0%"
    ut = BytesIO()
    bok.save(ut)
    assert [(p.tall, p.enhet) for p in les_kunnskap(ut.getvalue(), "f").punkter] == [("12,5", "%"), ("2,4", "barn")]


def test_at_temaet_gjelder_nedover_og_arknavnet_ellers() -> None:
    hode = ["Tema", "Tittel", "Kilde", "År"]
    lest = les_kunnskap(
        xlsx(
            {
                "Ark1": [hode, ["Befolkning", "A", "x", 1999], ["", "B", "x", 1999]],
                "Økonomi": [hode[1:], ["C", "x", 1999]],
            }
        ),
        "f",
    )
    assert [(p.temanavn, p.tema, p.ark) for p in lest.punkter] == [
        ("Befolkning", "samfunn", "Ark1"),
        ("Befolkning", "samfunn", "Ark1"),
        ("Økonomi", "oekonomi", "Økonomi"),
    ]


@pytest.mark.parametrize(
    ("navn", "tema"),
    [
        ("Samfunnsutvikling", "samfunn"),
        ("Tenester", "tjenester"),
        ("Risiko og sårbarhet", "beredskap"),
        ("Økonomiske rammer", "oekonomi"),
        ("Nasjonale føringar", "foeringer"),
        ("Rosenhager", None),
        (None, None),
    ],
)
def test_at_temaet_kjennes_paa_ordet(navn: str | None, tema: str | None) -> None:
    assert tema_for(navn) == tema


def test_at_en_uklar_dato_meldes() -> None:
    rader = [_NAVN, ["Samfunn", "A", "", 1, "", "x", 2026, "Plansjef", "31.02.2027"]]
    lest = les_kunnskap(csvfil(rader), "f")
    assert (lest.punkter[0].kvalitetssikret_dato, [p.noekkel for p in lest.problemer]) == (None, ["uklar_dato"])


@pytest.mark.parametrize("navn", ["kunnskapsgrunnlag.xlsx", "kunnskapsgrunnlag.nn.xlsx"])
def test_at_eksempelkommunens_grunnlag_leses_uten_problemer(navn: str) -> None:
    fil = Path(__file__).resolve().parents[3] / "maler" / "eksempel" / navn
    lest = les_kunnskap(fil.read_bytes(), fil.name)
    assert len(lest.punkter) >= 30
    assert {p.tema for p in lest.punkter} == {"samfunn", "tjenester", "beredskap", "oekonomi", "foeringer"}
    assert all(p.kilde and p.aar and p.kvalitetssikret_av and p.kvalitetssikret_dato for p in lest.punkter)
    assert not lest.problemer


_LISTE = [
    ["Tema", "Tittel", "Tall", "Enhet", "Kilde", "År"],
    ["Befolkning", "Folketall", 4212, "personer", "SSB", 2023],
    ["Bolig", "Nye boliger", 9, "boliger", "Kommunen", 2023],
]
_TABELL = [
    ["Folketall etter alder"],
    ["Alder", 2020, 2021, 2022],
    ["0–5", 231, 228, 220],
    ["6–15", 487, 480, 471],
    ["Kilde: SSB"],
]


@pytest.mark.parametrize(
    "rader", [[*_LISTE, [], *_TABELL], [*_TABELL, [], *_LISTE], [["Kunnskap"], *_LISTE, [], *_TABELL, [], *_TABELL]]
)
def test_at_et_ark_kan_ha_baade_fakta_og_tabeller_i_hvilken_rekkefoelge_som_helst(rader: list[list[object]]) -> None:
    lest = les_kunnskap(xlsx({"Ark1": rader}), "kunnskap.xlsx")
    assert [(p.tittel, p.tall, p.enhet) for p in lest.punkter[:2]] == [
        ("Folketall", "4212", "personer"),
        ("Nye boliger", "9", "boliger"),
    ]
    tabellene = {(p.tittel, p.tall, p.aar) for p in lest.punkter[2:]}
    assert tabellene == {("Folketall etter alder, 0–5", "220", "2022"), ("Folketall etter alder, 6–15", "471", "2022")}


def test_at_fakta_med_blanke_linjer_imellom_fortsatt_er_en_liste() -> None:
    rader = [_LISTE[0], _LISTE[1], [], _LISTE[2], [], ["Økonomi", "Gjeld", 90, "prosent", "Regnskap", 2023]]
    lest = les_kunnskap(xlsx({"Ark1": rader}), "kunnskap.xlsx")
    assert [p.tittel for p in lest.punkter] == ["Folketall", "Nye boliger", "Gjeld"]
