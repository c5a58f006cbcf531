"""The økonomiplan: exact kroner per year, KOSTRA functions, totals not counted twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.innlesing.filer import csvfil, xlsx
from verksted.innlesing.oekonomiplan.oekonomiplan import LestOekonomiplan, les_oekonomiplan
from verksted.innlesing.problem import Alvor

Rader = list[list[object]]
_NAVN = ["Sektor", "KOSTRA-funksjon", "Tekst", "Ansvarlig", "Inntekt/utgift", "2028", "2029", "2030", "2031"]
_POST = st.tuples(
    st.sampled_from(["Oppvekst og kultur", "Helse og omsorg"]),
    st.sampled_from(["202", "24410", "120", "3320"]),
    st.text("abcdefghijklmnoprstuvyæøå ", min_size=3, max_size=20).map(lambda t: f"x{t}y"),
    st.sampled_from(["Rektor", "HR"]),
    st.sampled_from(["Inntekt", "Utgift"]),
    *[st.integers(-(10**10), 10**10)] * 4,
)


def _norsk(verdi: object) -> object:
    """Write a number as Bergen does: « -1 362 250 », and « -   » for nothing."""
    if not isinstance(verdi, int):
        return verdi
    return f" {verdi:,} ".replace(",", " ") if verdi else " -   "


_LAGERE: list[Callable[[Rader], bytes]] = [
    lambda rader: xlsx({"Drift": rader}),
    lambda rader: csvfil([[_norsk(c) for c in rad] for rad in rader]),
    lambda rader: csvfil([[_norsk(c) for c in rad] for rad in rader], skille="\t", koding="cp1252"),
]


def _noekler(lest: LestOekonomiplan) -> list[str]:
    return [p.noekkel for p in lest.problemer]


@pytest.mark.ekte_data
@pytest.mark.parametrize(
    "fil", ["bergen_drift_okonomiplan_2013-2016.csv", "bergen_drift_okonomiplan_2013-2016.original.csv"]
)
def test_at_bergens_plan_leses_riktig(ekte_data: Path | None, fil: str) -> None:
    if ekte_data is None:
        return
    lest = les_oekonomiplan((ekte_data / fil).read_bytes(), fil)
    assert (len(lest.poster), lest.funksjoner, lest.enhet) == (1761, 80, 1)
    assert lest.sum_per_aar == ((2013, -490), (2014, -627), (2015, -489), (2016, -539))
    assert len({p.naturlig_noekkel for p in lest.poster}) == 1761
    forste = lest.poster[0]
    assert (forste.sektor, forste.funksjon, forste.tjeneste) == ("Byrådsleders avdeling", "244", "Barneverntjeneste")
    assert (forste.inntekt_utgift, forste.endringsart, forste.rad) == ("Inntekt", "Vedtatt budsjett inneværende år", 2)
    assert not any(p.alvor == Alvor.FEIL for p in lest.problemer)


def test_at_eksempelkommunens_plan_leses_uten_feil_og_gaar_i_null() -> None:
    fil = Path(__file__).resolve().parents[3] / "maler" / "eksempel" / "oekonomiplan-2028-2031.xlsx"
    lest = les_oekonomiplan(fil.read_bytes(), fil.name)
    assert (lest.aar, lest.enhet) == ((2028, 2029, 2030, 2031), 1000)
    assert len(lest.poster) >= 120
    assert {p.art for p in lest.poster} == {"drift", "investering"}
    assert all(p.funksjon and p.funksjonsnavn and p.sektor and p.ansvarlig and p.endringsart for p in lest.poster)
    # One round unit per year at most: the plan balances.
    assert all(abs(verdi) <= 10_000 for _, verdi in lest.sum_per_aar)
    assert not lest.problemer


@given(st.lists(_POST, min_size=1, max_size=10), st.permutations(range(len(_NAVN))), st.sampled_from(_LAGERE))
def test_at_en_kjent_plan_leses_noeyaktig_uansett_rekkefoelge_paa_kolonnene(
    poster: list[tuple[object, ...]], rekkefoelge: list[int], lag: Callable[[Rader], bytes]
) -> None:
    lest = les_oekonomiplan(lag([[rad[k] for k in rekkefoelge] for rad in [_NAVN, *poster]]), "plan")
    assert [
        (p.sektor, p.funksjon, p.tekst, p.ansvarlig, p.inntekt_utgift, *(verdi for _, verdi in p.beloep))
        for p in lest.poster
    ] == [(p[0], str(p[1])[:3], " ".join(str(p[2]).split()), *p[3:]) for p in poster]
    assert lest.sum_per_aar == tuple((2028 + i, sum(int(str(p[5 + i])) for p in poster)) for i in range(4))
    assert len({p.naturlig_noekkel for p in lest.poster}) == len(poster)


@pytest.mark.parametrize(
    ("tittel", "hode", "arknavn", "enhet"),
    [
        (["Tall i 1000 kr"], ["Funksjon", "Tekst", "2028"], "Ark", 1000),
        ([], ["Funksjon", "Tekst", "Budsjett 2028 (tusen kroner)"], "Ark", 1000),
        ([], ["Funksjon", "Tekst", "2028"], "Drift i 1000 kr", 1000),
        (["Beløp i hele kroner"], ["Funksjon", "Tekst", "2028"], "Ark", 1),
        (["Økonomiplan, mill. kr"], ["Funksjon", "Tekst", "2028"], "Ark", 1_000_000),
    ],
)
def test_at_enheten_finnes_i_tittel_kolonne_og_arknavn(
    tittel: list[object], hode: list[object], arknavn: str, enhet: int
) -> None:
    lest = les_oekonomiplan(xlsx({arknavn: [tittel, [], hode, ["202", "Skole", "1,5"]]}), "f.xlsx")
    assert (lest.enhet, lest.poster[0].beloep) == (
        enhet,
        ((2028, 1_500_000 if enhet == 1_000_000 else 1500 if enhet == 1000 else 2),),
    )
    assert "enhet_ikke_oppgitt" not in _noekler(lest)


def test_at_uoppgitt_enhet_leses_som_kroner_og_sies() -> None:
    lest = les_oekonomiplan(xlsx({"A": [["Funksjon", "Tekst", 2028], [202, "Skole", 17]]}), "f.xlsx")
    assert (lest.poster[0].beloep, _noekler(lest)) == (((2028, 17),), ["enhet_ikke_oppgitt"])


def test_at_sumrader_kjennes_igjen_og_ikke_telles() -> None:
    rader: Rader = [
        ["Sektor", "Funksjon", "Tekst", "2028 (kr)", "2029 (kr)"],
        ["Oppvekst", "202", "Skole", 100, 200],
        ["Oppvekst", "201", "Barnehage", 50, 0],
        ["", "", "Sum oppvekst", 150, 200],
        ["Helse", "254", "Hjemmehjelp", -30, -40],
        ["Sum helse", "", "", -30, -40],
        ["Totalt", "", "", 120, 160],
    ]
    lest = les_oekonomiplan(xlsx({"A": rader}), "f.xlsx")
    assert lest.sum_per_aar == ((2028, 120), (2029, 160))
    assert [(s.rad, s.stemmer) for s in lest.sumrader] == [(4, True), (6, True), (7, True)]
    rader[-1][3] = 121
    galt = les_oekonomiplan(xlsx({"A": rader}), "f.xlsx")
    assert galt.sum_per_aar == lest.sum_per_aar
    (problem,) = [p for p in galt.problemer if p.noekkel == "sumrad_stemmer_ikke"]
    assert (problem.sted.rad, problem.data["i_fila"], problem.data["sum"]) == (7, 121, 120)


def test_at_netto_foran_en_post_ikke_gjoer_den_til_en_sum() -> None:
    rader: Rader = [["Tekst", "2028 (kr)"], ["Skole", 100], ["Netto renter", 40], ["Netto utgift", 140]]
    lest = les_oekonomiplan(xlsx({"A": rader}), "f.xlsx")
    assert [p.tekst for p in lest.poster] == ["Skole", "Netto renter"]
    assert lest.sum_per_aar == ((2028, 140),)


def test_at_det_som_ikke_er_et_beloep_meldes_med_rad_og_kolonne() -> None:
    rader: Rader = [["Tekst", "Funksjon", "2028 (kr)", "2029 (kr)"], ["Skole", "202", "ca. 500", 7]]
    lest = les_oekonomiplan(xlsx({"A": rader}), "f.xlsx")
    assert lest.poster[0].beloep == ((2028, 0), (2029, 7))
    (problem,) = lest.problemer
    assert (problem.noekkel, problem.alvor, problem.sted.rad, problem.sted.kolonne) == (
        "ikke_et_beloep",
        Alvor.FEIL,
        2,
        "C",
    )


def test_at_inntekter_uten_minus_meldes_og_fortegnet_staar() -> None:
    rader: Rader = [["Tekst", "Inntekt/utgift", "2028 (kr)"], ["Skatt", "Inntekt", 10], ["Skole", "Utgift", 10]]
    lest = les_oekonomiplan(xlsx({"A": rader}), "f.xlsx")
    assert (lest.sum_per_aar, _noekler(lest)) == (((2028, 20),), ["inntekter_uten_minus"])
    rader[1][2] = -10
    assert not les_oekonomiplan(xlsx({"A": rader}), "f.xlsx").problemer


def test_at_drift_og_investering_skilles_paa_kolonne_ark_tittel_og_filnavn() -> None:
    hode = ["Funksjon", "Tekst", "2028 (kr)"]
    post = ["222", "Ny skole", 5]
    to_ark = les_oekonomiplan(xlsx({"Drift": [hode, post], "Investeringer": [hode, post]}), "f.xlsx")
    assert [p.art for p in to_ark.poster] == ["drift", "investering"]
    tittel = les_oekonomiplan(xlsx({"A": [["Investeringsbudsjett"], hode, post]}), "f.xlsx")
    filnavn = les_oekonomiplan(csvfil([hode, post]), "investering-2028.csv")
    kolonne = les_oekonomiplan(csvfil([["Type", *hode], ["Investering", *post], ["Drift", *post]]), "f.csv")
    assert [p.art for r in (tittel, filnavn, kolonne) for p in r.poster] == ["investering"] * 3 + ["drift"]


def test_at_funksjonen_finnes_paa_innholdet_naar_kolonnen_heter_noe_annet() -> None:
    rader = [["Kode", "Tekst", "2028 (kr)"], ["20210", "Skole", 1], ["24410", "Barnevern", 2], ["33220", "Vei", 3]]
    assert [p.funksjon for p in les_oekonomiplan(csvfil(rader), "f.csv").poster] == ["202", "244", "332"]
    ansvar = [["Kode", "Tekst", "2028 (kr)"], ["99910", "Skole", 1], ["20666", "Barnevern", 2], ["61220", "Vei", 3]]
    assert [p.funksjon for p in les_oekonomiplan(csvfil(ansvar), "f.csv").poster] == [None, None, None]


def test_at_noekkelen_er_den_samme_neste_aar_og_like_poster_faar_nummer() -> None:
    def plan(aar: int, ekstra: list[list[object]]) -> LestOekonomiplan:
        hode: list[object] = ["Tekst", "Funksjon", "Sektor", f"{aar} (kr)"]
        like: list[object] = ["Ny vei", "332", "Teknisk", 1]
        return les_oekonomiplan(
            csvfil([hode, *ekstra, [f"Vedtatt budsjett {aar}", "202", "Oppvekst", aar], like, like]), "f"
        )

    i_aar, neste = plan(2028, []), plan(2029, [["Nytt", "100", "Stab", 1]])
    noekler = [p.naturlig_noekkel for p in i_aar.poster]
    assert noekler == [p.naturlig_noekkel for p in neste.poster[1:]]
    assert noekler[2] == f"{noekler[1]}#2"


def test_at_regnskap_og_aar_i_titler_ikke_blir_planaar() -> None:
    rader: Rader = [
        ["Økonomiplan 2028–2031"],
        ["Tekst", "Funksjon", "Regnskap 2026", "Budsjett 2028", "Plan 2029"],
        ["Skole", "202", 9, 1, 2],
    ]
    lest = les_oekonomiplan(xlsx({"A": rader}), "f.xlsx")
    assert lest.poster[0].beloep == ((2028, 1), (2029, 2))


def test_at_titler_uten_beloep_nevnes_og_post_uten_beloep_er_null() -> None:
    rader: Rader = [
        ["Tekst", "Funksjon", "2028 (kr)"],
        ["Oppvekst"],
        ["Skole", "202", None],
        ["Fotnote: vedtatt i desember"],
    ]
    lest = les_oekonomiplan(xlsx({"A": rader}), "f.xlsx")
    assert [(p.tekst, p.beloep) for p in lest.poster] == [("Skole", ((2028, 0),))]
    assert [(p.noekkel, p.data["innhold"]) for p in lest.problemer] == [
        ("rad_uten_beloep", "Oppvekst"),
        ("rad_uten_beloep", "Fotnote: vedtatt i desember"),
    ]


def test_at_oversiktsarket_ikke_telles_en_gang_til() -> None:
    hode = ["Tekst", "Funksjon", "2028 (kr)"]
    lest = les_oekonomiplan(
        xlsx({"Oversikt": [hode, ["Skole", "202", 5]], "Drift": [hode, ["Skole", "202", 5]]}), "f.xlsx"
    )
    assert lest.sum_per_aar == ((2028, 5),)
    assert [(p.noekkel, p.sted.ark) for p in lest.problemer] == [("ark_ikke_lest", "Oversikt")]


def test_at_en_fil_uten_aar_sier_det() -> None:
    lest = les_oekonomiplan(csvfil([["Tekst", "Beløp"], ["Skole", 5]]), "f.csv")
    assert (lest.poster, _noekler(lest)) == ((), ["fant_ikke_aarskolonner"])
