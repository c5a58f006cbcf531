"""Large tables: the own municipality first, never thousands of facts in silence, and what is left out is told of."""

from __future__ import annotations

import pickle

import pytest

from tests.innlesing.filer import xlsx
from tests.innlesing.kunnskap.test_jsonstat import skriv
from verksted.innlesing.kunnskap.kunnskap import LestKunnskap, les_kunnskap, velg_regioner
from verksted.innlesing.kunnskap.serier import Stedsvalg
from verksted.innlesing.kunnskap.valg import GRENSE
from verksted.innlesing.problem import setning
from verksted.kjerne.tekster import Tekster

NAVN = ["Lindvær", "Kárášjohka - Karasjok", *(f"Kommune {i}" for i in range(30))]


def _landet(maal: int, *, geo: bool = True) -> bytes:
    dimensjoner = {
        "Region": {
            "category": {
                "index": [f"{i:04}" for i in range(32)],
                "label": dict(zip([f"{i:04}" for i in range(32)], NAVN, strict=True)),
            }
        },
        "ContentsCode": {"category": {"index": [f"Et langt navn på måltall {i}" for i in range(maal)]}},
        "Tid": {"category": {"index": ["2023", "2024"]}},
    }
    if not geo:
        dimensjoner["Næring"] = dimensjoner.pop("Region")
    id_ = [("Region" if geo else "Næring"), "ContentsCode", "Tid"]
    rolle = {"time": ["Tid"], "metric": ["ContentsCode"], "geo": ["Region"] if geo else []}
    antall = 32 * maal * 2
    return skriv(
        {"class": "dataset", "label": "Økonomi", "source": "SSB", "id": id_, "size": [32, maal, 2], "role": rolle}
        | {"dimension": dimensjoner, "value": list(range(antall))}
    ).encode()


def _noekler(lest: LestKunnskap) -> list[str]:
    return [p.noekkel for p in lest.problemer]


def test_at_en_liten_tabell_leses_hel_med_kommunen_foerst() -> None:
    lest = les_kunnskap(_landet(3), "f.json", regioner=["Karasjok kommune"])
    assert len(lest.punkter) == 96
    assert [p.tall for p in lest.punkter[:3]] == ["7", "9", "11"]
    assert not lest.problemer


@pytest.mark.parametrize(
    "navn", ["Lindvær", "Lindvær kommune", "LINDVÆR", "5599 Lindvær", "K-5599 Lindvær", "Lindvær (Ytterfylket)"]
)
def test_at_en_stor_tabell_gir_kommunens_egne_tall_og_sier_hva_som_er_utelatt(navn: str) -> None:
    lest = les_kunnskap(_landet(5), "f.json", regioner=[navn])
    assert [p.tall for p in lest.punkter] == ["1", "3", "5", "7", "9"]
    (problem,) = lest.problemer
    assert problem.noekkel == "serier_utenfor_regionen"
    assert (problem.data["antall"], problem.data["tatt"], problem.data["utelatt"]) == (160, 5, 155)
    assert "--region" in setning(problem, Tekster("nn"))


def test_at_en_stor_tabell_uten_kommunen_ikke_gjetter_men_sier_hvordan_du_velger() -> None:
    lest = les_kunnskap(_landet(5), "f.json", regioner=["Et annet sted"])
    assert (lest.punkter, _noekler(lest)) == ((), ["velg_region"])
    assert "Lindvær, Kárášjohka - Karasjok, Kommune 0" in setning(lest.problemer[0], Tekster("nb"))
    assert _noekler(les_kunnskap(_landet(5), "f.json")) == ["velg_region_selv"]


def test_at_valget_kan_gjoeres_om_uten_aa_lese_fila_paa_nytt() -> None:
    lest = pickle.loads(pickle.dumps(les_kunnskap(_landet(5), "f.json")))  # noqa: S301 - as from the reading process
    for sted, tall in (("Karasjok", "19"), ("Kommune 29", "319")):
        lest = velg_regioner(lest, [sted])
        assert (lest.punkter[-1].tall, len(lest.punkter), _noekler(lest)) == (tall, 5, ["serier_utenfor_regionen"])


def test_at_en_stor_tabell_uten_steder_gir_de_foerste_og_sier_hvor_mange_som_mangler() -> None:
    lest = les_kunnskap(_landet(5, geo=False), "f.json", regioner=["Et annet sted"])
    assert len(lest.punkter) == GRENSE
    (problem,) = lest.problemer
    assert (problem.noekkel, problem.data["utelatt"]) == ("serier_over_grensen", 60)


def test_at_rekker_uten_ett_tall_ikke_blir_punkter_men_telles() -> None:
    rader = [["Folketall"], ["Kommune", 2023, 2024], ["Lindvær", 1, 2], ["Storneset", ":", ".."]]
    lest = les_kunnskap(xlsx({"A": rader}), "f.xlsx")
    assert [p.tittel for p in lest.punkter] == ["Folketall, Lindvær"]
    assert [p.data["antall"] for p in lest.problemer if p.noekkel == "serier_uten_tall"] == [1]


def test_at_grensen_gjelder_regneark_ogsaa() -> None:
    rader = [["Folketall"], ["Kommune", 2023, 2024], *([f"Sted {i} nord", i, i] for i in range(150)), ["Lindvær", 7, 8]]
    lest = les_kunnskap(xlsx({"A": rader}), "f.xlsx", regioner=["Lindvær"])
    assert [(p.tittel, p.tall) for p in lest.punkter] == [("Folketall, Lindvær", "8")]
    assert "serier_utenfor_regionen" in _noekler(lest)


@pytest.mark.parametrize(
    ("i_fila", "oensket", "svar"),
    [
        ("Oslo - Oslove", "Oslo", True),
        ("Unjárga - Nesseby", "Nesseby kommune", True),
        ("Porsanger – Porsáŋgu – Porsanki", "porsáŋgu", True),
        ("1804 Bodø", "Bodø", True),
        ("Herøy (Nordland)", "Herøy", True),
        ("Nord-Aurdal", "Aurdal", False),
        ("Nord-Aurdal", "Nord", False),
        ("Våler", "Vålerenga", False),
        ("Indre Lind", "Lind", False),
    ],
)
def test_at_kommunen_kjennes_igjen_paa_hele_navnet(i_fila: str, oensket: str, svar: bool) -> None:  # noqa: FBT001
    assert Stedsvalg([oensket]).gjelder([i_fila]) == svar


@pytest.mark.parametrize("maalform", ["nb", "nn"])
def test_at_hvert_problem_har_en_hel_setning(maalform: str) -> None:
    rader = [
        ["Målt"],
        ["Sted", 2023, 2024],
        ["Nes", 1, "ikke målt"],
        ["Nes", 1, ":"],
        ["Tom", "..", ".."],
        ["", 4],
    ]
    for lest in (les_kunnskap(xlsx({"Ark1": rader}), "f"), les_kunnskap(_landet(5), "f", regioner=["Lindvær"])):
        for problem in lest.problemer:
            tekst = setning(problem, Tekster("nn" if maalform == "nn" else "nb"))
            assert tekst.endswith((".", "9", "4"))
            assert "{" not in tekst
