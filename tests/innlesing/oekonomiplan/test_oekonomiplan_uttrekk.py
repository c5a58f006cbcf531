"""Files as a finance office exports them: sums without a word, årsverk among the kroner, groups named once, two tables.

The layouts are made up after how such programs write; never a wrong number, and every doubt is told.
"""

from __future__ import annotations

import io
import pickle
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from tests.innlesing.filer import csvfil, xlsx
from verksted.innlesing.oekonomiplan.oekonomiplan import les_oekonomiplan
from verksted.innlesing.problem import Alvor

if TYPE_CHECKING:
    from verksted.innlesing.oekonomiplan.oekonomiplan import LestOekonomiplan

Rader = list[list[object]]
N = None


def _noekler(lest: LestOekonomiplan) -> set[str]:
    return {p.noekkel for p in lest.problemer}


def _poster(lest: LestOekonomiplan) -> list[tuple[str, list[int]]]:
    return [(p.tekst, [b for _, b in p.beloep]) for p in lest.poster]


def test_at_et_skjema_med_to_rader_overskrift_og_netto_driftsramme_stemmer_med_seg_selv() -> None:
    rader: Rader = [
        ["Lindvær kommune"], ["Økonomiplan 2028-2031"], ["Beløp i 1000"], [],
        [N, "Regnskap", "Oppr. bud.", "Økonomiplan", N, N],
        ["Beskrivelse", "2026", "2027", "2028", "2029", "2030"],
        ["Oppvekst", N, N, N, N, N],
        ["   Grunnskole", 90_000, 95_000, 100_000, 101_000, 102_000],
        ["   Barnehage", 40_000, 42_000, 50_000, 50_500, 51_000],
        ["Sum Oppvekst", 130_000, 137_000, 150_000, 151_500, 153_000],
        ["Helse og mestring", N, N, N, N, N],
        ["   Hjemmetjeneste", 60_000, 61_000, 62_000, 63_000, 64_000],
        ["Netto driftsramme", 190_000, 198_000, 212_000, 214_500, 217_000],
        [], ["* Beløpene er i faste 2028-priser"],
    ]  # fmt: skip
    lest = les_oekonomiplan(xlsx({"Budsjettskjema 1B": rader}), "Skjema.xlsx")
    assert lest.aar == (2027, 2028, 2029, 2030)
    assert [k.sum for k in lest.kontroll] == [k.i_fila for k in lest.kontroll]
    assert lest.sum_per_aar[1] == (2028, 212_000_000)
    assert [p.sektor for p in lest.poster] == ["Oppvekst", "Oppvekst", "Helse og mestring"]


@pytest.mark.parametrize("innrykk", ["  ", ""])
def test_at_summer_over_delene_kjennes_igjen_uten_ord_og_uten_koder(innrykk: str) -> None:
    rader: Rader = [
        ["Virksomhet", "Budsjett 2027", "Budsjett 2028", "Endring fra 2027", "Endring i %"],
        ["Oppvekst", 137, 150, 13, 0.095],
        [f"{innrykk}Grunnskole", 95, 100, 5, 0.05], [f"{innrykk}Barnehage", 42, 50, 8, 0.19],
        ["Helse", 61, 62, 1, 0.016], [f"{innrykk}Hjemmetjeneste", 31, 32, 1, 0.03],
        [f"{innrykk}Sykehjem", 30, 30, 0, 0],
        ["Netto driftsramme", 198, 212, 14, 0.07],
    ]  # fmt: skip
    lest = les_oekonomiplan(xlsx({"Ark1": rader}), "Budsjett 2028 i 1000 kr.xlsx")
    assert lest.sum_per_aar == ((2027, 198_000), (2028, 212_000))
    assert [(k.sum, k.i_fila) for k in lest.kontroll] == [(198_000, 198_000), (212_000, 212_000)]
    assert [p.sted.rad for p in lest.problemer if p.noekkel == "sumrad_uten_sumord"] == [2, 5]


def test_at_en_total_oeverst_ikke_telles_og_at_avrundede_summer_med_innrykk_taales() -> None:
    total = [["Område", "2028", "2029"], ["Lindvær kommune", "700", "702"], ["Oppvekst", "331", "333"]]
    total += [["Helse", "270", "271"], ["Teknisk", "99", "98"]]
    assert les_oekonomiplan(csvfil(total), "x i 1000 kr.csv").sum_per_aar == ((2028, 700_000), (2029, 702_000))
    rundet: Rader = [
        ["i 1000 kr"], ["Område", "Budsjett 2028", "Budsjett 2029"],
        ["Oppvekst", 331, 334], ["  Skole", 210, 212], ["  Barnehage", 120, 121],
        ["Helse", 270, 271], ["  Hjemme", 160, 161], ["  Sykehjem", 110, 110], ["Sum", 601, 605],
    ]  # fmt: skip
    lest = les_oekonomiplan(xlsx({"A": rundet}), "a.xlsx")
    assert (lest.sum_per_aar, "sumrad_avrundet" in _noekler(lest)) == (((2028, 600_000), (2029, 604_000)), True)


def test_at_tilfeldig_like_tall_i_en_tiltaksliste_ikke_blir_summer() -> None:
    rader: Rader = [["Tiltak, tall i 1000 kr"], ["Nr", "Tiltak", "Sektor", 2028, 2029]]
    tall = [-500, -500, -1000, -300, 300, 700, 1000]
    rader += [[i, f"Tiltak {i}", "Oppvekst", t, t] for i, t in enumerate(tall, start=1)]
    lest = les_oekonomiplan(xlsx({"Tiltak": rader}), "tiltak.xlsx")
    assert lest.sum_per_aar == ((2028, sum(tall) * 1000), (2029, sum(tall) * 1000))


def test_at_like_beloep_under_en_gruppe_ikke_gjoer_den_andre_raden_til_en_sum() -> None:
    rader = [
        ["Ansvar", "Ansvar(T)", "Tekst", "2028 (kr)"],
        ["1200", "Skole", "Lønn", "100"], ["", "", "Drift", "100"], ["1200", "", "", "200"],
        ["1300", "Bhg", "Lønn", "70"], ["", "", "Drift", "30"], ["1300", "", "", "100"],
    ]  # fmt: skip
    lest = les_oekonomiplan(csvfil(rader), "f.csv")
    assert [p.beloep[0][1] for p in lest.poster] == [100, 100, 70, 30]
    assert [p.ansvarlig for p in lest.poster] == ["Skole", "Skole", "Bhg", "Bhg"]


def test_at_aarsverk_prosent_og_antall_aldri_summeres_som_kroner() -> None:
    grupper: Rader = [
        [N, N, "2028", N, "2029", N],
        ["Funksjon", "Tekst", "Årsverk", "Beløp i 1000 kr", "Årsverk", "Beløp i 1000 kr"],
        ["202", "Skole", 100.5, 80_000, 99.5, 81_000], ["201", "Barnehage", 40, 30_000, 40, 31_000],
    ]  # fmt: skip
    ved_siden: Rader = [
        ["Funksjon", "Tekst", "Årsverk 2028", "Budsjett 2028", "Årsverk 2029", "Budsjett 2029"],
        ["202", "Skole", 100.5, 80_000, 99.5, 81_000], ["201", "Barnehage", 40, 30_000, 40, 31_000],
    ]  # fmt: skip
    for tabell in (grupper, ved_siden):
        lest = les_oekonomiplan(xlsx({"Drift": tabell}), "f i 1000 kr.xlsx")
        assert lest.sum_per_aar == ((2028, 110_000_000), (2029, 112_000_000))
    under: Rader = [
        ["Hovedtall, mill. kr"], ["Tekst", "B2028", "ØP2029"],
        ["Skatt", "-1 234,5", "-1 250,0"], ["Driftsutgifter", "2 000,5", "2 020"],
        ["Netto driftsresultat", "766,0", "770,0"], ["Netto driftsresultat i %", "1,7 %", "2,0 %"],
        ["Antall årsverk", "1 200", "1 210"], ["Andel frie inntekter", 0.5, 0.5],
    ]  # fmt: skip
    lest = les_oekonomiplan(xlsx({"A": under[:-1]}), "h.xlsx")
    assert lest.sum_per_aar == ((2028, 766_000_000), (2029, 770_000_000))
    assert [p.sted.rad for p in lest.problemer if p.noekkel == "rad_ikke_kroner"] == [6, 7]


def test_at_maaneder_ikke_er_aaret_men_summen_av_dem_er_det() -> None:
    rader = [["Tekst", "Funksjon", "Jan 2028", "Feb 2028", "Sum 2028"], ["Skole", "202", "10", "10", "20"]]
    assert les_oekonomiplan(csvfil([*rader, ["Bhg", "201", "1", "2", "3"]]), "f.csv").sum_per_aar == ((2028, 23),)
    uten = [rad[:4] for rad in rader]
    assert "fant_ikke_aarskolonner" in _noekler(les_oekonomiplan(csvfil(uten), "f.csv"))


def test_at_gruppenavn_bare_paa_foerste_rad_fylles_nedover_og_sies() -> None:
    pivot: Rader = [
        ["Sum av Beløp", "", N, "År", N, N], ["Sektor", "Tjeneste", "Art (T)", "2028", "2029", "Totalsum"],
        ["Oppvekst", "Grunnskole", "Lønn", 100, 110, 210], [N, N, "Drift", 10, 11, 21],
        [N, "Grunnskole Totalt", N, 110, 121, 231],
        [N, "Barnehage", "Lønn", 50, 51, 101], [N, N, "Drift", 5, 6, 11], [N, "Barnehage Totalt", N, 55, 57, 112],
        ["Oppvekst Totalt", N, N, 165, 178, 343],
        ["Helse", "Hjemmetjeneste", "Lønn", 70, 71, 141], [N, N, "Drift", 7, 8, 15],
        [N, "Hjemmetjeneste Totalt", N, 77, 79, 156], ["Helse Totalt", N, N, 77, 79, 156],
        ["Totalsum", N, N, 242, 257, 499],
    ]  # fmt: skip
    lest = les_oekonomiplan(xlsx({"Pivot": pivot}), "pivot.xlsx")
    assert [(p.sektor, p.tjeneste, p.tekst) for p in lest.poster] == [
        ("Oppvekst", "Grunnskole", "Lønn"), ("Oppvekst", "Grunnskole", "Drift"),
        ("Oppvekst", "Barnehage", "Lønn"), ("Oppvekst", "Barnehage", "Drift"),
        ("Helse", "Hjemmetjeneste", "Lønn"), ("Helse", "Hjemmetjeneste", "Drift"),
    ]  # fmt: skip
    assert [(k.sum, k.i_fila) for k in lest.kontroll] == [(242, 242), (257, 257)]
    assert "grupper_fylt_nedover" in _noekler(lest)
    spredt = [
        ["Sektor", "Tekst", "2028 (kr)"],
        ["Oppvekst", "a", "1"],
        ["", "b", "2"],
        ["Oppvekst", "c", "3"],
        ["", "d", "4"],
    ]
    assert [p.sektor for p in les_oekonomiplan(csvfil(spredt), "f.csv").poster] == ["Oppvekst", None, "Oppvekst", None]


def test_at_ansvarsrapporten_med_kode_og_tekst_og_summer_uten_ord_leses() -> None:
    rader = [
        ["Rapport: Budsjett pr ansvar"], ["Periode: 202801 - 202812"], [],
        ["Ansvar", "Ansvar(T)", "Funksjon", "Funksjon(T)", "Art", "Art(T)", "Budsjett 2028", "Budsjett 2029"],
        ["1200", "Storneset skole", "202", "Grunnskole", "10100", "Fastlønn", "1.200.000,00", "1.250.000,00"],
        ["", "", "", "", "10200", "Vikar", "100.000,00-", "0,00"],
        ["", "", "", "", "17000", "Refusjon", "-50.000,00", "-50.000,00"],
        ["1200", "", "", "", "", "", "1.050.000,00", "1.200.000,00"],
        ["1300", "Lia barnehage", "201", "Barnehage", "10100", "Fastlønn", "900.000,00", "910.000,00"],
        ["", "", "", "", "11000", "Mat", "20.000,00", "21.000,00"],
        ["1300", "", "", "", "", "", "920.000,00", "931.000,00"],
        ["", "", "", "", "", "", "1.970.000,00", "2.131.000,00"],
    ]  # fmt: skip
    lest = les_oekonomiplan(csvfil(rader, koding="cp1252"), "uttrekk.csv")
    assert [(p.tekst, p.funksjon, p.ansvarlig) for p in lest.poster] == [
        ("Fastlønn", "202", "Storneset skole"), ("Vikar", "202", "Storneset skole"),
        ("Refusjon", "202", "Storneset skole"), ("Fastlønn", "201", "Lia barnehage"), ("Mat", "201", "Lia barnehage"),
    ]  # fmt: skip
    assert [(k.sum, k.i_fila) for k in lest.kontroll] == [(1_970_000, 1_970_000), (2_131_000, 2_131_000)]


@pytest.mark.parametrize("fil", ["Økonomiplan_2028-2031.xlsx", "Økonomiplan 2028–2031.xlsx"])
def test_at_aar_en_til_fire_faar_aar_av_perioden(fil: str) -> None:
    rader: Rader = [["Tiltak", "År 1", "År 2", "År 3", "År 4"], ["Ny skole", 1, 2, 3, 4], ["Kutt", -5, -6, -7, -8]]
    lest = les_oekonomiplan(xlsx({"A": rader}), fil)
    assert (lest.aar, _poster(lest)[0]) == ((2028, 2029, 2030, 2031), ("Ny skole", [1, 2, 3, 4]))


@pytest.mark.parametrize("fil", ["plan.xlsx", "Økonomiplan 2028-2030.xlsx"])
def test_at_aar_en_uten_kjent_periode_spoerres_om(fil: str) -> None:
    lest = les_oekonomiplan(xlsx({"A": [["Tiltak", "År 1", "År 2", "År 3", "År 4"], ["Ny skole", 1, 2, 3, 4]]}), fil)
    assert (lest.poster, _noekler(lest)) == ((), {"foerste_aar_ikke_oppgitt"})


def test_at_enheten_kan_staa_i_hver_rad_og_at_det_som_ikke_er_kroner_holdes_utenfor() -> None:
    rader = [
        ["Teneste", "Funksjon", "Tekst", "Eining", "2028", "2029"],
        ["Skule", "202", "Løn", "1000 kr", "10", "11"], ["Skule", "202", "Bøker", "kr", "5 500", "6 000"],
        ["Skule", "202", "Stillingar", "årsverk", "4,5", "4,5"], ["Bhg", "201", "Mat", "tonn", "3", "4"],
    ]  # fmt: skip
    lest = les_oekonomiplan(csvfil(rader), "nn.csv")
    assert lest.sum_per_aar == ((2028, 15_500), (2029, 17_000))
    assert {(p.noekkel, p.alvor, p.sted.rad) for p in lest.problemer} == {
        ("rad_ikke_kroner", Alvor.ADVARSEL, 4),
        ("ukjent_enhet", Alvor.FEIL, 5),
    }
    enhet = [["Enhet", "Funksjon", "Tekst", "2028 (kr)"], ["Storneset skole", "202", "Lønn", "10"]]
    assert [p.ansvarlig for p in les_oekonomiplan(csvfil(enhet), "f.csv").poster] == ["Storneset skole"]


def test_at_resultatrader_er_inntekter_minus_utgifter_og_ikke_poster() -> None:
    rader: Rader = [
        ["Økonomisk oversikt etter art – drift"], ["Tall i hele 1000 kroner"],
        ["Driftsinntekter", "Regnskap 2026", "Budsjett 2027", "Budsjett 2028"],
        ["Rammetilskudd", 100, 105, 110], ["Inntekts- og formuesskatt", 80, 82, 84],
        ["Sum driftsinntekter", 180, 187, 194],
        ["Driftsutgifter"], ["Lønnsutgifter", 90, 92, 95], ["Kjøp av varer", 60, 61, 63],
        ["Sum driftsutgifter", 150, 153, 158],
        ["Brutto driftsresultat", 30, 34, 36],
        ["Renteinntekter", 5, 5, 6], ["Renteutgifter", 12, 13, 14], ["Avdrag", 10, 10, 11],
        ["Netto finansutgifter", 17, 18, 19],
        ["Netto driftsresultat", 13, 16, 17],
    ]  # fmt: skip
    lest = les_oekonomiplan(xlsx({"Økonomisk oversikt": rader}), "oversikt.xlsx")
    assert [p.tekst for p in lest.poster] == [
        "Rammetilskudd", "Inntekts- og formuesskatt", "Lønnsutgifter", "Kjøp av varer", "Renteinntekter",
        "Renteutgifter", "Avdrag",
    ]  # fmt: skip
    (problem,) = [p for p in lest.problemer if p.noekkel == "resultat_er_differanse"]
    assert problem.alvor is Alvor.ADVARSEL


def test_at_to_tabeller_ved_siden_av_hverandre_ikke_blandes() -> None:
    rader: Rader = [
        ["Drift", N, N, N, "Investering"],
        ["Funksjon", "Tekst", "2028 (kr)", N, "Prosjekt", "2028 (kr)", "2029 (kr)"],
        ["202", "Skole", 10, N, "Ny skole", 500, 600], ["201", "Bhg", 5, N, "Vei", 70, 0],
        [N, "Sum", 15, N, "Sum", 570, 600],
    ]  # fmt: skip
    lest = les_oekonomiplan(xlsx({"A": rader}), "to.xlsx")
    assert [(p.art, p.tekst, p.beloep) for p in lest.poster] == [
        ("drift", "Skole", ((2028, 10),)), ("drift", "Bhg", ((2028, 5),)),
        ("investering", "Ny skole", ((2028, 500), (2029, 600))), ("investering", "Vei", ((2028, 70), (2029, 0))),
    ]  # fmt: skip
    assert all(k.sum == k.i_fila for k in lest.kontroll)


@pytest.mark.parametrize("blank", [[[]], []])
def test_at_to_tabeller_under_hverandre_har_hver_sin_enhet(blank: Rader) -> None:
    rader: Rader = [
        ["Drift, beløp i kr"], ["Funksjon", "Tekst", 2028, 2029], ["202", "Skole", 10_000, 11_000], *blank,
        ["Investering, beløp i 1000 kr"], ["Prosjekt", "Navn", 2028, 2029], ["P1", "Ny skole", 5, 6],
    ]  # fmt: skip
    lest = les_oekonomiplan(xlsx({"A": rader}), "a.xlsx")
    assert [(p.art, p.tekst, p.beloep) for p in lest.poster] == [
        ("drift", "Skole", ((2028, 10_000), (2029, 11_000))),
        ("investering", "Ny skole", ((2028, 5_000), (2029, 6_000))),
    ]


def test_at_skjulte_rader_og_kolonner_telles_og_nevnes_og_sidetopper_ikke_blir_sektor() -> None:
    bok = Workbook()
    blad = bok.active
    assert blad is not None
    hode: list[object] = ["Funksjon", "Tekst", 2028, 2029]
    for rad in (
        ["Lindvær kommune  Side 1"], hode, ["202", "Skole", 10, 11], ["201", "Bhg", 5, 6],
        ["Lindvær kommune  Side 2"], hode, ["254", "Hjemme", 7, 8], [N, "Sum drift", 22, 25],
    ):  # fmt: skip
        blad.append(rad)
    blad.row_dimensions[4].hidden = True
    blad.column_dimensions["D"].hidden = True
    ut = io.BytesIO()
    bok.save(ut)
    lest = les_oekonomiplan(ut.getvalue(), "b.xlsx")
    assert (lest.sum_per_aar, {p.sektor for p in lest.poster}) == (((2028, 22), (2029, 25)), {None})
    assert {"skjulte_rader_lest", "skjulte_kolonner_lest"} <= _noekler(lest)


def test_at_aaret_i_filnavnet_gjelder_selv_om_tittelen_har_en_dato_og_et_saksnummer() -> None:
    rader = [
        ["Budsjettversjon: 2028 Vedtatt"], ["Utskriftsdato 20.11.2027"], ["Sak 2027/1234"],
        ["Konto", "Kontonavn", "Ansvar", "Ansvarsnavn", "Funksjon", "Budsjett"],
        ["110100", "Fastlønn", "1200", "Skole", "202", "1 000 000"],
        ["117000", "Refusjon", "1200", "Skole", "202", "-50 000"],
        ["", "Sum ansvar 1200", "", "", "", "950 000"], ["", "Totalt", "", "", "", "950 000"],
    ]  # fmt: skip
    lest = les_oekonomiplan(csvfil(rader, koding="cp1252"), "Budsjett 2028.csv")
    assert (lest.sum_per_aar, [k.i_fila for k in lest.kontroll]) == (((2028, 950_000),), [950_000])


def test_at_en_konsekvensjustering_uten_overskrift_over_ordene_leses_uten_mellomsummene() -> None:
    rader: Rader = [
        ["Konsekvensjustert budsjett, beløp i 1000"], ["", 2028, 2029],
        ["Vedtatt budsjett 2027", 100_000, 100_000], ["Lønns- og prisvekst", 3_000, 3_000],
        ["Endret elevtall", -500, -700],
        ["Konsekvensjustert ramme", 102_500, 102_300], ["Nye tiltak", 1_000, 1_000], ["Ny ramme", 103_500, 103_300],
    ]  # fmt: skip
    lest = les_oekonomiplan(xlsx({"A": rader}), "k.xlsx")
    assert lest.sum_per_aar == ((2028, 103_500_000), (2029, 103_300_000))
    assert [p.tekst for p in lest.poster][-1] == "Nye tiltak"


def test_at_alle_skrivemaater_av_et_tall_gir_samme_kroner_og_resten_meldes() -> None:
    tall = [
        "1 200-",
        "(1\u00a0200)",
        "\u22121\u2009200",
        "-1'200",
        "-1\u202f200",
        "-1.200,00",
        "kr -1 200,-",
        "-1\u2019200",
    ]
    lest = les_oekonomiplan(csvfil([["Tekst", "2028 (kr)"], *[[f"P{i}", t] for i, t in enumerate(tall)]]), "t.csv")
    assert [b for _, (b,) in _poster(lest)] == [-1200] * len(tall)
    rare = les_oekonomiplan(csvfil([["Tekst", "2028 (kr)"], ["a", "1 200 CR"], ["b", "#REF!"], ["c", "7"]]), "t.csv")
    assert [(p.noekkel, p.sted.rad) for p in rare.problemer] == [("ikke_et_beloep", 2), ("ikke_et_beloep", 3)]


@pytest.mark.parametrize(
    "data",
    [
        b"sep=;\r\nTekst;Funksjon;2028 (kr)\r\nSkole;202;10\r\nBhg;201;5\r\n",
        csvfil([["Tekst", "Funksjon", "2028 (kr)"], ["Skole", "202", "10"], ["Bhg", "201", "5"]], koding="utf-16"),
        csvfil([["Tekst", "Funksjon", "2028 (kr)"], ["Skole", "202", "10"], ["Bhg", "201", "5"]], koding="utf-16-le"),
        csvfil([["Tekst", "Funksjon", "2028 (kr)"], ["Skole", "202", "10"], ["Bhg", "201", "5"]], koding="utf-16-be"),
    ],
)
def test_at_csv_leses_med_sep_linje_og_i_utf_16(data: bytes) -> None:
    assert _poster(les_oekonomiplan(data, "s.csv")) == [("Skole", [10]), ("Bhg", [5])]


def test_at_flukttegn_i_csv_ikke_flytter_en_krone() -> None:
    data = b'Tekst;Funksjon;2028 (kr)\r\n"Skole \\"A\\"";202;10\r\nBhg\\; Lia;201;5\r\n'
    assert _poster(les_oekonomiplan(data, "s.csv")) == [('Skole "A"', [10]), ("Bhg; Lia", [5])]


def test_at_et_uttrekk_uten_overskrift_paa_ordene_beholder_ordene() -> None:
    rader: Rader = [["Virkeområde X", "Funksjon", "2028 (kr)"], ["Skole", "202", 10], ["Bhg", "201", 5]]
    assert [p.tekst for p in les_oekonomiplan(xlsx({"A": rader}), "f.xlsx").poster] == ["Skole", "Bhg"]


def test_at_merknader_med_aarstall_ikke_blir_funksjoner() -> None:
    rader: Rader = [
        ["Tekst", "2028 (kr)", "Kommentar"],
        ["Skole", 10, "Økt elevtall fra 2029"],
        ["Bhg", 5, "Som i 2027"],
    ]
    assert [p.funksjon for p in les_oekonomiplan(xlsx({"A": rader}), "a.xlsx").poster] == [None, None]


def test_at_en_post_er_den_samme_naar_den_kommer_hjem_fra_barnet() -> None:
    lest = les_oekonomiplan(csvfil([["Tekst", "Funksjon", "2028 (kr)"], ["Skole", "202", "10"]]), "f.csv")
    assert pickle.loads(pickle.dumps(lest.poster)) == lest.poster  # noqa: S301 - our own bytes
