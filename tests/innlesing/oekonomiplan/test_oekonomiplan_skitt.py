"""Budgets as municipalities really save them: each kind of dirt, and the exact kroner all the same."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from tests.innlesing.filer import csvfil, xlsx
from verksted.innlesing.oekonomiplan.oekonomiplan import LestOekonomiplan, les_oekonomiplan
from verksted.innlesing.problem import Alvor

if TYPE_CHECKING:
    from collections.abc import Sequence

Rader = list[list[object]]


def _bok(rader: Rader, flett: Sequence[str] = (), formater: dict[str, str] | None = None) -> bytes:
    bok = Workbook()
    blad = bok.active
    assert blad is not None
    for rad in rader:
        blad.append(rad)
    for omraade in flett:
        blad.merge_cells(omraade)
    for celle, form in (formater or {}).items():
        blad[celle].number_format = form
    ut = io.BytesIO()
    bok.save(ut)
    return ut.getvalue()


def _beloep(lest: LestOekonomiplan) -> list[tuple[int, ...]]:
    return [tuple(v for _, v in p.beloep) for p in lest.poster]


def _noekler(lest: LestOekonomiplan) -> set[str]:
    return {p.noekkel for p in lest.problemer}


# -- headings ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("flett", [(), ("D2:D2", "E2:G2")])
def test_at_gruppene_over_aarene_forstaas_med_og_uten_flettede_celler(flett: Sequence[str]) -> None:
    rader: Rader = [
        ["Lindvær kommune"],
        [None, None, None, "Budsjett", "Økonomiplan", None, None],
        ["Funksjon", "Tekst", "Regnskap 2026", 2028, 2029, 2030, 2031],
        ["202", "Skole", 99, 1, 2, 3, 4],
    ]
    lest = les_oekonomiplan(_bok(rader, flett), "f.xlsx")
    assert (lest.aar, _beloep(lest)) == ((2028, 2029, 2030, 2031), [(1, 2, 3, 4)])
    assert "Regnskap 2026" in next(p for p in lest.problemer if p.noekkel == "kolonner_ikke_brukt").data["kolonner"]  # type: ignore[operator]


@pytest.mark.parametrize("flett", [(), ("C1:E1", "F1:H1", "A1:A2", "B1:B2")])
def test_at_aarene_over_utgift_inntekt_og_netto_gir_netto(flett: Sequence[str]) -> None:
    rader: Rader = [
        ["Funksjon", "Tekst", 2028, None, None, 2029, None, None],
        [None, None, "Utgift", "Inntekt", "Netto", "Utgift", "Inntekt", "Netto"],
        ["202", "Skole", 100, 30, 70, 110, 40, 70],
        ["201", "Barnehage", 50, 50, 0, 20, 25, -5],
    ]
    lest = les_oekonomiplan(_bok(rader, flett), "f.xlsx")
    assert (lest.aar, _beloep(lest)) == ((2028, 2029), [(70, 70), (0, -5)])
    assert "netto_stemmer_ikke" not in _noekler(lest)
    rader[2][4] = 77
    assert "netto_stemmer_ikke" in _noekler(les_oekonomiplan(_bok(rader), "f.xlsx"))


@pytest.mark.parametrize(("inntekt", "sagt"), [(30, True), (-30, False)])
def test_at_inntekt_i_egen_kolonne_trekkes_fra_hvis_den_staar_uten_minus(inntekt: int, *, sagt: bool) -> None:
    rader: Rader = [
        ["Funksjon", "Tekst", "Utgifter 2028", "Inntekter 2028"],
        ["202", "Skole", 100, inntekt],
        ["201", "Barnehage", 50, None],
    ]
    lest = les_oekonomiplan(xlsx({"A": rader}), "f.xlsx")
    assert _beloep(lest) == [(70,), (50,)]
    assert ("inntekter_trukket_fra" in _noekler(lest)) is sagt


def test_at_enheten_i_en_celle_over_aarene_gjelder_dem() -> None:
    rader: Rader = [
        [None, None, "Beløp i 1000 kr", None],
        ["Funksjon", "Tekst", "Budsjett 2028", "Plan 2029"],
        ["202", "Skole", "1,5", "2"],
    ]
    assert _beloep(les_oekonomiplan(xlsx({"A": rader}), "f.xlsx")) == [(1500, 2000)]


def test_at_enheten_paa_forsida_gjelder_arket_med_tallene() -> None:
    tall: Rader = [["Funksjon", "Tekst", 2028], ["202", "Skole", 7]]
    lest = les_oekonomiplan(xlsx({"Forside": [["Budsjett 2028"], ["Alle tall i 1000 kr"]], "Drift": tall}), "f.xlsx")
    assert (_beloep(lest), lest.enhet) == ([(7000,)], 1000)


@pytest.mark.parametrize(
    "tekst", ["Tilskudd på 1000 kr per elev", "5 millioner til ny hall", "Skolemat, tusen porsjoner"]
)
def test_at_ord_om_penger_i_en_tittel_ikke_blir_fila_sin_enhet(tekst: str) -> None:
    rader: Rader = [["Funksjon", "Tekst", 2028], [tekst], ["202", "Skole", 7]]
    assert _beloep(les_oekonomiplan(xlsx({"A": rader}), "f.xlsx")) == [(7,)]


def test_at_tall_vist_i_tusen_med_tallformat_ikke_ganges_en_gang_til() -> None:
    rader: Rader = [["Tall i 1000 kr"], ["Funksjon", "Tekst", 2028], ["202", "Skole", 1234567]]
    assert _beloep(les_oekonomiplan(_bok(rader, formater={"C3": "#,##0,"}), "f.xlsx")) == [(1234567,)]
    assert _beloep(les_oekonomiplan(_bok(rader[1:], formater={"C2": "#,##0,"}), "f.xlsx")) == [(1234567,)]
    assert _beloep(les_oekonomiplan(_bok(rader, formater={"C3": "#,##0"}), "f.xlsx")) == [(1234567000,)]


def test_at_samme_aar_i_to_kolonner_sier_hvilken_som_er_brukt() -> None:
    rader: Rader = [["Funksjon", "Tekst", "Regnskap 2028", "Budsjett 2028", "Plan 2029"], ["202", "Skole", 9, 1, 2]]
    lest = les_oekonomiplan(xlsx({"A": rader}), "f.xlsx")
    assert _beloep(lest) == [(1, 2)]
    (problem,) = [p for p in lest.problemer if p.noekkel == "aaret_i_flere_kolonner"]
    assert problem.data == {"aar": 2028, "brukt": "«Budsjett 2028» (D)", "andre": "«Regnskap 2028» (C)"}


def test_at_ett_aar_kan_staa_i_tittelen_eller_filnavnet() -> None:
    rader: Rader = [["Ansvar", "Funksjon", "Tekst", "Beløp"], ["1200", "202", "Skole", 5], ["1300", "201", "Bhg", 6]]
    tittel = les_oekonomiplan(xlsx({"A": [["Årsbudsjett 2028"], [], *rader]}), "f.xlsx")
    filnavn = les_oekonomiplan(csvfil(rader), "budsjett_2028.csv")
    assert [(x.aar, _beloep(x)) for x in (tittel, filnavn)] == [((2028,), [(5,), (6,)])] * 2


def test_at_ti_aar_bortover_og_flere_aar_nedover_leses() -> None:
    ti = les_oekonomiplan(xlsx({"A": [["Tekst", *range(2028, 2038)], ["Ny skole", *range(10)]]}), "investering.xlsx")
    assert (ti.aar, _beloep(ti)) == (tuple(range(2028, 2038)), [tuple(range(10))])
    nedover = [
        ["År", "Funksjon", "Tekst", "Beløp"],
        *([aar, f, t, aar + int(f)] for aar in (2028, 2029) for f, t in (("202", "Skole"), ("201", "Bhg"))),
    ]
    lest = les_oekonomiplan(csvfil(nedover), "f.csv")
    assert [(p.tekst, p.beloep) for p in lest.poster] == [
        ("Skole", ((2028, 2230), (2029, 2231))),
        ("Bhg", ((2028, 2229), (2029, 2230))),
    ]


def test_at_en_sumkolonne_over_aarene_ikke_blir_et_aar() -> None:
    rader: Rader = [["Funksjon", "Tekst", 2028, 2029, "Sum 2028–2029", "2028-29"], ["202", "Skole", 1, 2, 3, 3]]
    assert les_oekonomiplan(xlsx({"A": rader}), "f.xlsx").sum_per_aar == ((2028, 1), (2029, 2))


def test_at_overskriften_paa_nytt_og_en_ny_tabell_lenger_nede_leses_rett() -> None:
    hode: list[object] = ["Funksjon", "Tekst", 2028, 2029]
    rader: Rader = [
        hode, ["202", "Skole", 1, 2], hode, ["201", "Barnehage", 3, 4],
        [], ["Investeringer"], ["Tekst", "Funksjon", 2029, 2030], ["Ny vei", "332", 5, 6],
    ]  # fmt: skip
    lest = les_oekonomiplan(xlsx({"A": rader}), "f.xlsx")
    assert [(p.tekst, p.art, p.beloep) for p in lest.poster] == [
        ("Skole", "drift", ((2028, 1), (2029, 2))),
        ("Barnehage", "drift", ((2028, 3), (2029, 4))),
        ("Ny vei", "investering", ((2029, 5), (2030, 6))),
    ]


# -- numbers ----------------------------------------------------------------------------------------------------------


def test_at_blandede_tall_leses_hver_for_seg_og_det_tvetydige_meldes() -> None:
    tall = ["1,923.50", "124,25", "270.25", " -   ", "", "(1 234)", "−500", "kr 1 200,-", "1\\,5", "1.234"]
    rader: Rader = [["Id", "Tekst", "2028 (kr)"]]
    rader += [[f"A{i}", f"Post {i}", t] for i, t in enumerate(tall)]
    lest = les_oekonomiplan(xlsx({"A": rader}), "f.xlsx")
    assert _beloep(lest) == [(b,) for b in (1924, 124, 270, 0, 0, -1234, -500, 1200, 2, 1234)]
    (problem,) = [p for p in lest.problemer if p.noekkel == "tvetydige_tall"]
    assert (problem.data["verdi"], problem.data["antall"], problem.sted.rad) == ("1.234", 1, 11)


@pytest.mark.parametrize(
    ("andre", "lest_som", "meldt"),
    [
        (["12,5", "8"], 1_234, False),
        (["12.5", "8"], 1_234_000, False),
        (["1,234,567"], 1_234_000, False),
        (["1.234.567"], 1_234, False),
        (["12,5", "12.5"], 1_234, True),
        (["8"], 1_234, True),
    ],
)
def test_at_kolonnen_avgjoer_hva_et_komma_er_og_ellers_sies_det(
    andre: list[str], lest_som: int, *, meldt: bool
) -> None:
    rader: Rader = [["Tekst", "2028 (1000 kr)"], ["Skole", "1,234"]]
    rader += [[f"P{a}", a] for a in andre]
    lest = les_oekonomiplan(csvfil(rader), "f.csv")
    assert lest.poster[0].beloep == ((2028, lest_som),)
    assert ("tvetydige_tall" in _noekler(lest)) is meldt


def test_at_i_hele_kroner_har_ingen_krone_tre_desimaler() -> None:
    lest = les_oekonomiplan(csvfil([["Tekst", "2028 (kr)"], ["Skole", "1,234"], ["Bhg", "2.345"]]), "f.csv")
    assert (_beloep(lest), "tvetydige_tall" in _noekler(lest)) == ([(1234,), (2345,)], True)


# -- sums -------------------------------------------------------------------------------------------------------------


def test_at_summer_i_summer_og_summer_med_funksjonskode_ikke_telles() -> None:
    rader: Rader = [
        ["Funksjon", "Tekst", "2028 (kr)", "2029 (kr)"],
        ["202", "Lærere", 100, 10], ["202", "Bøker", 20, 2], ["202", "Sum 202 Grunnskole", 120, 12],
        ["201", "Assistenter", 30, 3], ["201", "Mat", 5, 1], ["201", "Sum 201 Barnehage", 35, 4],
        [None, "Sum oppvekst", 155, 16],
        ["254", "Hjemmehjelp", 45, 4], ["254", "254 Hjemmetjenester totalt", 45, 4],
        [None, "Totalsum", 200, 20],
    ]  # fmt: skip
    lest = les_oekonomiplan(xlsx({"A": rader}), "f.xlsx")
    assert lest.sum_per_aar == ((2028, 200), (2029, 20))
    assert [(s.rad, s.stemmer) for s in lest.sumrader] == [(4, True), (7, True), (8, True), (10, True), (11, True)]
    assert [(k.aar, k.sum, k.i_fila) for k in lest.kontroll] == [(2028, 200, 200), (2029, 20, 20)]


def test_at_en_sumrad_over_postene_sine_kjennes_igjen() -> None:
    rader: Rader = [
        ["Funksjon", "Tekst", "2028 (kr)", "2029 (kr)"],
        [None, "Oppvekst", 150, 15], ["202", "Skole", 100, 10], ["201", "Barnehage", 50, 5],
        [None, "Helse", 30, 3], ["254", "Hjemmehjelp", 30, 3],
    ]  # fmt: skip
    lest = les_oekonomiplan(xlsx({"A": rader}), "f.xlsx")
    assert lest.sum_per_aar == ((2028, 180), (2029, 18))
    assert [(p.noekkel, p.sted.rad) for p in lest.problemer if p.noekkel == "sumrad_uten_sumord"] == [
        ("sumrad_uten_sumord", 2),
        ("sumrad_uten_sumord", 5),
    ]
    med_ord: Rader = [rader[0], [None, "Sum oppvekst", 150, 15], *rader[2:4]]
    igjen = les_oekonomiplan(xlsx({"A": med_ord}), "f.xlsx")
    assert (igjen.sum_per_aar, [s.stemmer for s in igjen.sumrader]) == (((2028, 150), (2029, 15)), [True])


def test_at_en_post_som_heter_noe_med_total_telles_og_nevnes() -> None:
    rader: Rader = [
        ["Funksjon", "Tekst", "2028 (kr)"], ["202", "Skole", 100], ["222", "Total rehabilitering av skolen", 45],
    ]  # fmt: skip
    lest = les_oekonomiplan(xlsx({"A": rader}), "f.xlsx")
    assert lest.sum_per_aar == ((2028, 145),)
    assert [(p.noekkel, p.alvor) for p in lest.problemer] == [("kan_vaere_sumrad", Alvor.ADVARSEL)]


def test_at_en_sum_som_bare_er_rundet_av_er_en_merknad() -> None:
    rader: Rader = [["Tekst", "2028 (1000 kr)"], ["Skole", 10], ["Helse", 11], ["Sum", 22]]
    lest = les_oekonomiplan(xlsx({"A": rader}), "f.xlsx")
    assert (lest.sum_per_aar, [p.noekkel for p in lest.problemer]) == (((2028, 21_000),), ["sumrad_avrundet"])
    rader[-1][1] = 29
    assert [p.noekkel for p in les_oekonomiplan(xlsx({"A": rader}), "f.xlsx").problemer] == ["sumrad_stemmer_ikke"]


# -- codes and words --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["{f}10", "{f}", "4110.{f}0.10", "9{f}", "F{f}", "1200-{f}"])
def test_at_funksjonen_finnes_hvor_den_enn_staar_i_koden(form: str) -> None:
    funksjoner = ["202", "244", "332", "120", "253", "360"]
    rader: Rader = [["Kode", "Tekst", "2028 (kr)"], *[[form.format(f=f), f"Post {f}", 1] for f in funksjoner]]
    assert [p.funksjon for p in les_oekonomiplan(csvfil(rader), "f.csv").poster] == funksjoner


def test_at_ansvar_art_og_prosjekt_faar_vaere_med_og_gir_tekst_naar_tekst_mangler() -> None:
    rader: Rader = [
        ["Ansvar", "Ansvar (T)", "Funksjon", "Art", "Art (T)", "Prosjekt", "2028 (kr)"],
        ["1200", "Storneset skole", "202", "1010", "Fastlønn", "P1", 10],
        ["1200", "Storneset skole", "202", "1020", "Vikarer", "P1", 5],
    ]
    rader[0][1], rader[0][4] = "Ansvar tekst", "Art tekst"
    lest = les_oekonomiplan(csvfil(rader), "f.csv")
    assert [(p.tekst, p.ansvarlig, p.funksjon) for p in lest.poster] == [
        ("Fastlønn", "Storneset skole", "202"),
        ("Vikarer", "Storneset skole", "202"),
    ]
    assert len({p.naturlig_noekkel for p in lest.poster}) == 2
    assert "post_uten_tekst" not in _noekler(lest)


def test_at_ord_i_flettede_celler_gjelder_alle_radene_og_titler_gir_sektor() -> None:
    rader: Rader = [
        ["Sektor", "Funksjon", "Tekst", "2028 (kr)"],
        ["Oppvekst", "202", "Skole", 1], [None, "201", "Barnehage", 2], ["Helse", "254", "Hjemmehjelp", 3],
    ]  # fmt: skip
    assert [p.sektor for p in les_oekonomiplan(_bok(rader, ["A2:A3"]), "f.xlsx").poster] == [
        "Oppvekst",
        "Oppvekst",
        "Helse",
    ]
    titler: Rader = [
        ["Funksjon", "Tekst", "2028 (kr)"],
        ["Oppvekst"],
        ["202", "Skole", 1],
        ["Helse"],
        ["254", "Hjemmehjelp", 3],
    ]
    assert [p.sektor for p in les_oekonomiplan(xlsx({"A": titler}), "f.xlsx").poster] == ["Oppvekst", "Helse"]


def test_at_et_skjult_ark_ikke_leses_men_nevnes() -> None:
    bok = Workbook()
    for navn, skjult in (("Drift", False), ("Gammel", True)):
        blad = bok.create_sheet(navn)
        for rad in (["Funksjon", "Tekst", "2028 (kr)"], ["202", "Skole", 1]):
            blad.append(rad)
        blad.sheet_state = "hidden" if skjult else "visible"
    ut = io.BytesIO()
    bok.save(ut)
    lest = les_oekonomiplan(ut.getvalue(), "f.xlsx")
    assert (lest.sum_per_aar, [(p.noekkel, p.sted.ark) for p in lest.problemer]) == (
        ((2028, 1),),
        [("skjult_ark_ikke_lest", "Gammel")],
    )
