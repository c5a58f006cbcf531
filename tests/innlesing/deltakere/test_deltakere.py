"""Council lists: columns in any order, nobody lost, nobody merged."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.innlesing.filer import csvfil, xlsx
from verksted.innlesing.deltakere.deltakere import LestDeltakerliste, les_deltakere, snu_navn
from verksted.innlesing.problem import Alvor, Sted, setning
from verksted.kjerne.tekster import MAALFORMER, Tekster

Lag = Callable[[list[list[object]]], bytes]
_BOKMAAL = ["Navn", "Parti", "Verv", "Medlem/vara", "Vara for", "Vara nr", "Kjønn", "Fødselsår", "Bosted", "Perioder"]
_NYNORSK = ["Namn", "Liste", "Tillitsverv", "Rolle", "Møter for", "Varanummer", "Kjønn", "Fødd", "Bustad", "Periodar"]
_LAGERE: list[Lag] = [csvfil, lambda rader: xlsx({"Medlemmer": rader})]
_NAVN = st.text("ABDEFGHIJKLMNOPRSTUVYÆØÅabdefghijklmnoprstuvyæøåéđŋ", min_size=2, max_size=9)
_PERSON = st.tuples(
    st.builds("{} {}".format, _NAVN, _NAVN),
    st.sampled_from(["Bygdelista", "Grønn framtid", "Kystlista"]),
    st.sampled_from(["Ordfører", "Varaordfører", "Gruppeleder", ""]),
    st.sampled_from(["Medlem", "Vara"]),
    st.just(""),
    st.one_of(st.just(""), st.integers(1, 9)),
    st.sampled_from(["Kvinne", "Mann", ""]),
    st.one_of(st.just(""), st.integers(1930, 2009)),
    st.sampled_from(["Storneset", "Indre Lind", ""]),
    st.one_of(st.just(""), st.integers(0, 9)),
)


def _noekler(lest: LestDeltakerliste) -> list[str]:
    return [p.noekkel for p in lest.problemer]


@given(
    st.lists(_PERSON, min_size=1, max_size=12),
    st.permutations(range(10)),
    st.sampled_from([_BOKMAAL, _NYNORSK]),
    st.sampled_from(_LAGERE),
)
def test_at_en_kjent_liste_leses_noeyaktig_uansett_rekkefoelge_paa_kolonnene(
    personer: list[tuple[object, ...]], rekkefoelge: list[int], navn: list[str], lag: Lag
) -> None:
    rader = [[rad[k] for k in rekkefoelge] for rad in [navn, *personer]]
    lest = les_deltakere(lag(rader), "fil")
    assert [
        (
            d.navn,
            d.liste,
            d.verv or "",
            d.art,
            d.vara_for or "",
            d.varanummer if d.varanummer is not None else "",
            d.kjoenn or "",
            d.foedselsaar or "",
            d.bosted or "",
            d.perioder if d.perioder is not None else "",
        )
        for d in lest.deltakere
    ] == [(*p[:3], str(p[3]).lower(), p[4], p[5], str(p[6]).lower(), *p[7:]) for p in personer]
    assert set(_noekler(lest)) <= {"samme_navn"}


def test_at_tittelrader_over_og_blanke_rader_ikke_forstyrrer() -> None:
    rader = [["Kommunestyret 2027–2031"], [], ["Navn", "Liste"], ["Åse Vik", "BL"], [None, " "], ["Per Lo", "KL"]]
    lest = les_deltakere(xlsx({"A": rader}), "f.xlsx")
    assert [(d.navn, d.liste, d.listekode, d.rad) for d in lest.deltakere] == [
        ("Åse Vik", "BL", "BL", 4),
        ("Per Lo", "KL", "KL", 6),
    ]
    assert not lest.problemer


def test_at_etternavn_foerst_snus_og_listekoden_skilles_ut() -> None:
    rader = [["Medlem", "Partigruppe"], ["Brimvåg, Torvald", "Bygdelista (BL)"], ["Vik , Silje Marie", "Ny kurs – NK"]]
    lest = les_deltakere(csvfil(rader), "f.csv")
    assert [(d.navn, d.liste, d.listekode) for d in lest.deltakere] == [
        ("Torvald Brimvåg", "Bygdelista", "BL"),
        ("Silje Marie Vik", "Ny kurs", "NK"),
    ]
    assert snu_navn("Per, Pål, Espen") == "Per, Pål, Espen"


@pytest.mark.parametrize(
    ("rolle", "ventet"),
    [
        ("1. vara", ("vara", None, None, 1)),
        ("Varamedlem nr. 3", ("vara", None, None, 3)),
        ("Møtende vara for Lo, Kari", ("vara", None, "Kari Lo", None)),
        ("Varaordfører", ("medlem", "Varaordfører", None, None)),
        ("Varaordførar", ("medlem", "Varaordførar", None, None)),
        ("Fast medlem", ("medlem", None, None, None)),
        ("-", ("medlem", None, None, None)),
    ],
)
def test_at_rollen_leses_av_det_som_staar(rolle: str, ventet: tuple[object, ...]) -> None:
    rader = [["Navn", "Liste", "Rolle"], ["Åse Vik", "BL", rolle], ["Kari Lo", "KL", "Medlem"]]
    forste = les_deltakere(xlsx({"A": rader}), "f").deltakere[0]
    assert (forste.art, forste.verv, forste.vara_for, forste.varanummer) == ventet


def test_at_to_av_samme_navn_begge_er_med_og_meldes_med_rader() -> None:
    rader = [["Navn", "Liste"], ["Kari Moe", "NK"], ["Per Lo", "BL"], ["kari moe", "SL"]]
    lest = les_deltakere(xlsx({"Medlemmer": rader}), "k.xlsx")
    assert len(lest.deltakere) == 3
    (problem,) = lest.problemer
    assert (problem.noekkel, problem.alvor, problem.data["rader"]) == ("samme_navn", Alvor.ADVARSEL, "2, 4")
    assert problem.sted == Sted("k.xlsx", "Medlemmer", 4)


def test_at_problemer_sier_fil_ark_rad_og_kolonne_paa_begge_maalformer() -> None:
    rader = [["Navn", "Liste", "Født"], ["Geir Ås", "BL", 18], ["", "KL", 1970], ["Ida Nes", "", date(1990, 5, 1)]]
    lest = les_deltakere(xlsx({"Medlemmer": rader}), "k.xlsx")
    assert [(d.navn, d.foedselsaar, d.liste) for d in lest.deltakere] == [
        ("Geir Ås", None, "BL"),
        ("Ida Nes", 1990, ""),
    ]
    assert [(p.noekkel, p.sted.rad, p.sted.kolonne) for p in lest.problemer] == [
        ("uklart_foedselsaar", 2, "C"),
        ("rad_uten_navn", 3, "A"),
        ("uten_liste", 4, "B"),
    ]
    assert setning(lest.problemer[0], Tekster("nb")).startswith(
        "k.xlsx, ark «Medlemmer», rad 2, kolonne C: «18» er ikke"
    )
    assert "«18»" in setning(lest.problemer[0], Tekster("nn"))


def test_at_varaer_paa_eget_ark_og_under_egen_mellomtittel_blir_varaer() -> None:
    hode = ["Navn", "Liste"]
    egne = xlsx(
        {
            "Medlemmer": [hode, ["A B", "BL"], ["C D", "BL"]],
            "Vararepresentanter": [hode, ["E F", "BL"]],
            "Utvalg": [hode, ["A B", "BL"]],
        }
    )
    lest = les_deltakere(egne, "f")
    assert [(d.navn, d.art) for d in lest.deltakere] == [("A B", "medlem"), ("C D", "medlem"), ("E F", "vara")]
    assert [(p.noekkel, p.sted.ark) for p in lest.problemer] == [("ark_ikke_lest", "Utvalg")]
    under = xlsx({"Liste": [hode, ["A B", "BL"], ["Varamedlemmer"], ["E F", "BL"]]})
    assert [d.art for d in les_deltakere(under, "f").deltakere] == ["medlem", "vara"]


def test_at_en_opptelling_ikke_blir_en_person_og_at_navn_som_ligner_blir_det() -> None:
    rader = [["Navn", "Liste"], ["Sum Li", "BL"], ["Varald Nes", ""], ["Antall medlemmer: 2", ""], ["Totalt", ""]]
    lest = les_deltakere(xlsx({"A": rader}), "f")
    assert [(d.navn, d.art) for d in lest.deltakere] == [("Sum Li", "medlem"), ("Varald Nes", "medlem")]
    assert _noekler(lest) == ["uten_liste", "rad_er_ingen_person", "rad_er_ingen_person"]


def test_at_vara_for_en_ukjent_meldes_men_ikke_vara_for_liste_eller_medlem() -> None:
    rader = [
        ["Navn", "Liste", "Vara for"],
        ["A B", "BL", ""],
        ["C D", "BL", "A B"],
        ["E F", "BL", "BL"],
        ["G H", "BL", "Ola X"],
    ]
    lest = les_deltakere(xlsx({"A": rader}), "f")
    assert [d.art for d in lest.deltakere] == ["medlem", "vara", "vara", "vara"]
    assert [(p.noekkel, p.data["hvem"]) for p in lest.problemer] == [("vara_for_ukjent", "Ola X")]


def test_at_en_fil_uten_navnekolonne_sier_det() -> None:
    lest = les_deltakere(csvfil([["a", "b"], ["1", "2"]]), "f.csv")
    assert (lest.deltakere, _noekler(lest)) == ((), ["fant_ikke_navnekolonne"])


def test_at_eksempelkommunens_liste_leses_uten_feil() -> None:
    fil = Path(__file__).resolve().parents[3] / "maler" / "eksempel" / "kommunestyret.xlsx"
    lest = les_deltakere(fil.read_bytes(), fil.name)
    medlemmer = [d for d in lest.deltakere if d.art == "medlem"]
    assert (len(medlemmer), len({d.liste for d in medlemmer})) == (27, 8)
    assert all(d.foedselsaar and d.kjoenn in {"kvinne", "mann"} and d.bosted for d in lest.deltakere)
    assert not lest.problemer


def test_at_alle_problemer_og_begrunnelser_har_tekst_paa_begge_maalformer() -> None:
    import re

    mappe = Path(__file__).resolve().parents[3] / "verksted" / "innlesing"
    filene = [
        fil for fil in mappe.rglob("*.py") if fil.parent.name != "maler"
    ]  # a template's author has words of its own
    kode = "\n".join(fil.read_text(encoding="utf-8") for fil in filene)
    noekler = set(re.findall(r'(?:Problem|self\._meld|meld)\(\s*"([a-z_]+)"', kode))
    assert len(noekler) > 20
    noekler |= {
        "lest_alder",
        "lest_foedselsnumre",
        "uklar_alder",
        "alder_uten_aar",
        "vara_for_flere",
        "vara_for_ukjent",
    }
    for maalform in MAALFORMER:
        finnes = Tekster(maalform).noekler("innlesing")
        assert {f"problem.{n}" for n in noekler} <= finnes
