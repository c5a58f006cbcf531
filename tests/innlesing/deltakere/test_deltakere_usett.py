"""Council lists nobody has seen: surnames first, mended letters, several names in a cell, lists as lines, permisjon."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.innlesing.filer import csvfil, xlsx
from verksted.innlesing.deltakere.deltakere import les_deltakere

if TYPE_CHECKING:
    from verksted.innlesing.deltakere.deltakere import LestDeltakerliste

N = None


def _folk(lest: LestDeltakerliste) -> list[tuple[str, str | None, str]]:
    return [(d.navn, d.listekode or d.liste, d.art) for d in lest.deltakere]


def _noekler(lest: LestDeltakerliste) -> list[str]:
    return [p.noekkel for p in lest.problemer]


@pytest.mark.parametrize(
    "hode", ["Etternavn Fornavn", "Etternavn, fornavn", "Navn (etternavn fornavn)", "Etternamn og førenamn"]
)
def test_at_overskriften_sier_at_etternavnet_staar_foerst(hode: str) -> None:
    rader = [[hode, "Parti"], ["Nes Kari", "Ap"], ["Vik, Ola", "H"], ["Lo Moe Per", "Sp"]]
    lest = les_deltakere(csvfil(rader), "f.csv")
    assert [d.navn for d in lest.deltakere] == ["Kari Nes", "Ola Vik", "Moe Per Lo"]
    (problem,) = [p for p in lest.problemer if p.noekkel == "navn_snudd_usikkert"]
    assert (problem.sted.rad, problem.data["skrevet"]) == (4, "Lo Moe Per")


def test_at_fornavn_og_etternavn_i_en_kolonne_staar_som_skrevet() -> None:
    lest = les_deltakere(csvfil([["Fornavn og etternavn", "Parti"], ["Kari Nes", "Ap"], ["Ola Vik", "H"]]), "f.csv")
    assert [d.navn for d in lest.deltakere] == ["Kari Nes", "Ola Vik"]


def test_at_etternavn_i_store_bokstaver_i_hele_kolonnen_staar_foerst() -> None:
    rader = [["Navn", "Parti"], ["NES Kari", "Ap"], ["VIK HAUG Ola Johan", "H"], ["LO Per", "Sp"]]
    assert [d.navn for d in les_deltakere(csvfil(rader), "f.csv").deltakere] == [
        "Kari NES",
        "Ola Johan VIK HAUG",
        "Per LO",
    ]
    en = les_deltakere(csvfil([["Navn", "Parti"], ["NES Kari", "Ap"], ["Ola Vik", "H"], ["Per Lo", "Sp"]]), "f.csv")
    assert en.deltakere[0].navn == "NES Kari"


def test_at_ukjent_rekkefoelge_beholdes_som_skrevet_og_alfabetet_nevnes() -> None:
    navn = ["Berg Ola", "Dal Kari", "Eik Per", "Foss Åse", "Haug Ida", "Lo Siri", "Moe Jo", "Nes Geir", "Ås Berit"]
    lest = les_deltakere(csvfil([["Navn", "Parti"], *[[n, "Ap"] for n in navn]]), "f.csv")
    assert [d.navn for d in lest.deltakere] == navn
    assert _noekler(lest) == ["kan_vaere_etternavn_foerst"]
    snudd = [" ".join(reversed(n.split())) for n in navn]
    assert not les_deltakere(csvfil([["Navn", "Parti"], *[[n, "Ap"] for n in snudd]]), "f.csv").problemer


@pytest.mark.parametrize("ganger", [1, 2])
@pytest.mark.parametrize("regneark", [True, False])
def test_at_dobbelt_kodede_bokstaver_rettes_og_nevnes(ganger: int, *, regneark: bool) -> None:
    tekst = "Navn;Parti;Bosted\r\nJørgen Ærø;Høyre;Lindvær\r\nÅse Bø;Ap;Sørnes\r\n"
    for _ in range(ganger):
        tekst = tekst.encode().decode("latin-1")
    rader = [linje.split(";") for linje in tekst.strip().split("\r\n")]
    lest = les_deltakere(xlsx({"A": rader}) if regneark else tekst.encode(), "f.xlsx")
    assert [(d.navn, d.listekode, d.bosted) for d in lest.deltakere] == [
        ("Jørgen Ærø", "H", "Lindvær"),
        ("Åse Bø", "Ap", "Sørnes"),
    ]
    assert _noekler(lest) == ["dobbeltkodet_tekst"]


def test_at_ekte_fremmede_bokstaver_ikke_rettes() -> None:
    rader = [["Navn", "Parti"], ["João Ãlvares", "H"], ["Änne Äø", "Ap"], ["Ahkka Čáhput", "NSR"]]
    lest = les_deltakere(csvfil(rader), "f.csv")
    assert [d.navn for d in lest.deltakere] == [r[0] for r in rader[1:]]
    assert "dobbeltkodet_tekst" not in _noekler(lest)


def test_at_permisjon_bilder_og_sitattegn_ikke_blir_navn_og_ikke_blir_borte() -> None:
    rader = [
        ["Navn 🙂", "Parti"], ["Kari Nes 🌹", "Ap"], ["Ola Vik (permisjon)", "H"], ["Per Lo (perm.)", "H"],
        ["Ida Moe (permisjon til 1.8.2028)", "Sp"], ["Åse Bø – permisjon", "Sp"], ["“Jo Li”", "Sp"],
        ["Ordfører Siri Å", "Sp"],
    ]  # fmt: skip
    lest = les_deltakere(csvfil(rader), "f.csv")
    assert [(d.navn, d.verv) for d in lest.deltakere] == [
        ("Kari Nes", None), ("Ola Vik", "permisjon"), ("Per Lo", "perm."), ("Ida Moe", "permisjon til 1.8.2028"),
        ("Åse Bø", "permisjon"), ("Jo Li", None), ("Siri Å", "Ordfører"),
    ]  # fmt: skip
    assert _noekler(lest).count("har_permisjon") == 4


def test_at_flere_navn_i_en_celle_blir_hver_sin_person() -> None:
    rader = [
        ["Parti", "Medlemmer", "Varamedlemmer"],
        ["Ap", "Kari Nes\nOla Vik\nPer Lo", "Ida Moe\nJo Li"],
        ["H", "Siri Bø, Åse Li", "Geir Å, Berit Ås og Tor Ek"],
    ]
    lest = les_deltakere(xlsx({"A": rader}), "f.xlsx")
    assert _folk(lest) == [
        ("Kari Nes", "Ap", "medlem"), ("Ola Vik", "Ap", "medlem"), ("Per Lo", "Ap", "medlem"),
        ("Ida Moe", "Ap", "vara"), ("Jo Li", "Ap", "vara"),
        ("Siri Bø", "H", "medlem"), ("Åse Li", "H", "medlem"),
        ("Geir Å", "H", "vara"), ("Berit Ås", "H", "vara"), ("Tor Ek", "H", "vara"),
    ]  # fmt: skip
    assert _noekler(lest).count("flere_navn_i_cella") == 2


def test_at_to_ord_komma_to_ord_er_en_person_naar_kolonnen_ikke_viser_noe_annet() -> None:
    lest = les_deltakere(csvfil([["Navn", "Parti"], ["Bø Li, Åse Marie", "Ap"], ["Vik, Ola", "H"]]), "f.csv")
    assert [d.navn for d in lest.deltakere] == ["Åse Marie Bø Li", "Ola Vik"]


@pytest.mark.parametrize("skille", [";", ","])
def test_at_lister_skrevet_som_linjer_leses(skille: str) -> None:
    linjer = [
        "Kommunestyret 2027–2031",
        "Ap: Kari Nordmann, Ola Nes, Per Lo",
        "Høyre: Ida Moe og Jo Li",
        "Bygdelista: Siri Bø",
        "Varamedlemmer",
        "Ap: Åse Vik, Geir Ås",
    ]
    data = ("\r\n".join(f"{t};" if skille == ";" else t for t in linjer)).encode()
    lest = les_deltakere(data, "f.csv")
    assert _folk(lest) == [
        ("Kari Nordmann", "Ap", "medlem"), ("Ola Nes", "Ap", "medlem"), ("Per Lo", "Ap", "medlem"),
        ("Ida Moe", "H", "medlem"), ("Jo Li", "H", "medlem"), ("Siri Bø", "Bygdelista", "medlem"),
        ("Åse Vik", "Ap", "vara"), ("Geir Ås", "Ap", "vara"),
    ]  # fmt: skip
    assert "lest_av_linjer" in _noekler(lest)


def test_at_komma_i_en_fil_med_en_kolonne_ikke_blir_kolonner() -> None:
    linjer = [
        "Kommunestyremedlemmer",
        "Kari Nes (Ap), ordfører",
        "Ola Vik (H)",
        "Per Lo (Sp), varaordfører",
        "Ida Moe (SV)",
    ]
    lest = les_deltakere("\r\n".join(linjer).encode(), "f.csv")
    assert [(d.navn, d.listekode, d.verv) for d in lest.deltakere] == [
        ("Kari Nes", "Ap", "ordfører"), ("Ola Vik", "H", None), ("Per Lo", "Sp", "varaordfører"),
        ("Ida Moe", "SV", None),
    ]  # fmt: skip


def test_at_hode_i_to_rader_sumrad_telefon_og_utvalg_paa_eget_ark_ikke_forstyrrer() -> None:
    raadet = [
        ["Kommunestyret 2027-2031"], ["Medlem", N, "Kontakt", N, "Tilhørighet", N],
        ["Etternavn", "Fornavn", "Telefon", "E-post", "Parti", "Bosted"],
        ["Nes", "Kari", "91 23 45 67", "k@lindvaer.no", "Ap", "Lia"],
        ["Vik", "Ola", "99887766", "o@lindvaer.no", "H/FrP", "Sørnes"],
        ["Sum 2"], ["Antall representanter", 2],
    ]  # fmt: skip
    utvalg = [["Utvalg for oppvekst"], ["Navn", "Parti", "Rolle"], *[[f"Per Lo{c}", "H", "Medlem"] for c in "abcdefgh"]]
    lest = les_deltakere(xlsx({"Kommunestyret": raadet, "Utvalg": utvalg}), "f.xlsx")
    assert _folk(lest) == [("Kari Nes", "Ap", "medlem"), ("Ola Vik", "H/FrP", "medlem")]
    assert sorted(_noekler(lest)) == [
        "ark_ikke_lest",
        "kolonner_ikke_lest",
        "rad_er_ingen_person",
        "rad_er_ingen_person",
    ]


def test_at_varalister_per_parti_og_partier_som_kolonner_leses() -> None:
    under = [
        ["Kommunestyret i Lindvær"], ["Nr", "Namn", "Parti"], [1, "Kari Nes", "Ap"], [2, "Ola Vik", "H"], [],
        ["Varamedlemer for Høgre"], [1, "Per Lo", N], [2, "Ida Moe", N], ["Varamedlemer for Arbeidarpartiet"],
        [1, "Jo Li", N],
    ]  # fmt: skip
    assert _folk(les_deltakere(xlsx({"A": under}), "f.xlsx"))[2:] == [
        ("Per Lo", "H", "vara"), ("Ida Moe", "H", "vara"), ("Jo Li", "Ap", "vara"),
    ]  # fmt: skip
    bortover = [
        ["Arbeiderpartiet", "Høyre", "Bygdelista"], ["Kari Nes", "Ola Vik", "Per Lo"], ["Ida Moe", "", "Jo Li"],
        ["Vara", "Vara", "Vara"], ["Siri Bø", "Åse Å", ""],
    ]  # fmt: skip
    assert _folk(les_deltakere(xlsx({"A": bortover}), "f.xlsx")) == [
        ("Kari Nes", "Ap", "medlem"), ("Ola Vik", "H", "medlem"), ("Per Lo", "Bygdelista", "medlem"),
        ("Ida Moe", "Ap", "medlem"), ("Jo Li", "Bygdelista", "medlem"),
        ("Siri Bø", "Ap", "vara"), ("Åse Å", "H", "vara"),
    ]  # fmt: skip


def test_at_administrasjon_og_gjester_ikke_blir_folkevalgte() -> None:
    lest = les_deltakere(
        xlsx({
            "A": [
                ["Navn", "Parti", "Rolle"], ["Kari Nes", "Ap", "Ordfører"], ["Ola Vik", "H", "Medlem"],
                ["Per Lo", "", "Kommunedirektør"], ["Ida Moe", "Administrasjonen", "Planlegger"],
                ["Jo Li", "Ungdomsrådet", "Observatør"], ["Siri Bø", "H", "Rådgiver"],
                ["Administrasjonen"], ["Åse Å", "", ""],
            ]
        }),
        "f.xlsx",
    )  # fmt: skip
    assert _folk(lest) == [
        ("Kari Nes", "Ap", "medlem"), ("Ola Vik", "H", "medlem"), ("Per Lo", "", "administrasjon"),
        ("Ida Moe", "", "administrasjon"), ("Jo Li", "", "observatoer"), ("Siri Bø", "H", "administrasjon"),
        ("Åse Å", "", "administrasjon"),
    ]  # fmt: skip
    assert "uten_liste" not in _noekler(lest)


def test_at_en_folkevalgts_yrke_i_vervkolonnen_ikke_gjoer_henne_til_administrasjon() -> None:
    ark = [["Navn", "Parti", "Verv"], ["Kari Nes", "Ap", "Gruppeleder"], ["Siri Bø", "H", "Rådgiver"]]
    assert [art for _, _, art in _folk(les_deltakere(xlsx({"A": ark}), "f.xlsx"))] == ["medlem", "medlem"]
