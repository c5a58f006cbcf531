"""`verksted grupper`: in the process, or straight from a council list; as text, and as JSON with fixed keys."""

from __future__ import annotations

import faulthandler
import json
import sys
import threading
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest

from tests.handlinger.proeveprosess import DELTAKERE, ny_prosess
from tests.innlesing.filer import csvfil
from verksted import oppstart

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

Svar = tuple[int, str, str]
RASK = ("--tid", "0,05")
HODE = ("Navn", "Parti", "Kjønn", "Rolle")


@pytest.fixture
def kjoer(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Svar]:
    """Return a function that runs the command in this process."""
    monkeypatch.setattr(faulthandler, "enable", lambda: None)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.delenv("VERKSTED_SPRAAK", raising=False)

    def kjoer(*argv: object) -> Svar:
        capfd.readouterr()
        kode = oppstart.start(["grupper", *(str(a) for a in argv), *RASK])
        ut, feil = capfd.readouterr()
        return kode, ut, feil

    return kjoer


@pytest.fixture
def fil(tmp_path: Path) -> Path:
    ny_prosess(tmp_path).lukk()
    return tmp_path / "p.verksted"


@pytest.fixture
def liste(tmp_path: Path) -> Path:
    folk = [(f"Person{nr} Vik", "ABBCCC"[nr % 6] + "-lista", "KM"[nr % 2], "Medlem") for nr in range(12)]
    return _skriv(tmp_path, [*folk, ("Vara Vik", "A-lista", "K", "Vara")])


def _skriv(mappe: Path, rader: Sequence[tuple[str, ...]]) -> Path:
    sti = mappe / "kommunestyret.csv"
    sti.write_bytes(csvfil([HODE, *rader]))
    return sti


def _par(svar: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        par
        for runde in svar["runder"]
        for gruppe in runde["grupper"]
        for par in combinations(sorted(m["navn"] for m in gruppe["medlemmer"]), 2)
    ]


def test_at_grupper_rett_fra_ei_liste_kommer_som_json(kjoer: Callable[..., Svar], liste: Path) -> None:
    kode, ut, _ = kjoer(
        "--liste", liste, "--antall", 3, "--runder", 2, "--balanser", "parti,kjonn", "--fro", 1, "--json"
    )
    svar = json.loads(ut)
    assert kode == 0
    assert (svar["avvik"], list(svar["nedre_grense"]["avvik"])) == ({"parti": 0, "kjoenn": 0}, ["parti", "kjoenn"])
    for runde in svar["runder"]:
        assert sorted(m["navn"] for g in runde["grupper"] for m in g["medlemmer"]) == sorted(
            f"Person{nr} Vik" for nr in range(12)
        )
        assert [len(gruppe["medlemmer"]) for gruppe in runde["grupper"]] == [4, 4, 4]
        assert all(sum(m["sekretaer"] for m in gruppe["medlemmer"]) == 1 for gruppe in runde["grupper"])
    parene = _par(svar)
    assert svar["gjentak"] == len(parene) - len(set(parene)) >= svar["nedre_grense"]["gjentak"]
    assert (svar["froe"], svar["verksted"]) == (1, None)
    assert kjoer("--liste", liste, "--antall", 3, "--runder", 2, "--balanser", "parti,kjonn", "--fro", 1, "--json")[
        1
    ].startswith(ut[: ut.index('"foerste_svar') - 40])


@pytest.mark.parametrize(
    "ord_", ["kjønn,parti", "Kjonn, Liste", "kjoenn,parti", "alder,bosted,ansiennitet,verv", "bustad,aldersgruppe"]
)
def test_at_egenskapene_kan_skrives_paa_flere_maater(kjoer: Callable[..., Svar], liste: Path, ord_: str) -> None:
    assert kjoer("--liste", liste, "--stoerrelse", 4, "--balanser", ord_)[0] == 0


def test_at_teksten_viser_bord_lister_sekretaer_og_sier_best_mulig_bare_naar_det_er_bevist(
    kjoer: Callable[..., Svar], liste: Path
) -> None:
    _, ut, _ = kjoer("--liste", liste, "--antall", 3, "--balanser", "parti")
    linjer = ut.splitlines()
    assert linjer[:2] == ["Runde 1", "  Bord 1"]
    assert sum(linje.startswith("    Person") for linje in linjer) == 12
    assert sum(linje.endswith(", sekretær") for linje in linjer) == 3
    assert linjer[-3:] == [
        "Parti: helt jevnt fordelt.",
        "Ingen møter noen de har sittet med før.",
        "Best mulig: det finnes ingen jevnere inndeling med færre gjentatte møter.",
    ]
    _, ut, _ = kjoer("--liste", liste, "--antall", 2, "--runder", 6, "--spraak", "nn")
    assert "Gjentekne møte: " in ut


def test_at_regler_forfall_og_faste_bord_kan_gis_paa_linja(kjoer: Callable[..., Svar], liste: Path) -> None:
    _, ut, feil = kjoer(
        "--liste", liste, "--antall", 3, "--json", "--sammen", "Person0 Vik;Person1 Vik", "--hver-for-seg",
        "person2;person3", "--laas", "Person4 Vik=3", "--sekretaer", "Person5 Vik=2", "--uten", "Person6 Vik",
    )  # fmt: skip
    assert feil == ""
    (runde,) = json.loads(ut)["runder"]
    bord = {m["navn"]: g["nummer"] for g in runde["grupper"] for m in g["medlemmer"]}
    assert bord["Person0 Vik"] == bord["Person1 Vik"]
    assert bord["Person2 Vik"] != bord["Person3 Vik"]
    assert (bord["Person4 Vik"], bord["Person5 Vik"]) == (3, 2)
    assert runde["grupper"][1]["sekretaer"] == "Person5 Vik"
    assert "Person6 Vik" not in bord


def test_at_alle_i_rommet_faar_plass_med_en_advarsel(kjoer: Callable[..., Svar], tmp_path: Path) -> None:
    sti = _skriv(tmp_path, [("Ane Vik", "A", "K", "Medlem"), ("Bo Li", "A", "M", "Vara")])
    assert "Bo Li" not in kjoer("--liste", sti, "--antall", 1)[1]
    _, ut, feil = kjoer("--liste", sti, "--antall", 1, "--alle")
    assert "Bo Li (" in ut
    assert "), vara" in ut
    assert "vanligvis sitter bare de folkevalgte" in feil


def test_at_to_med_samme_navn_blir_nevnt(kjoer: Callable[..., Svar], tmp_path: Path) -> None:
    sti = _skriv(
        tmp_path, [("Ane Vik", "A", "K", "Medlem"), ("Bo Li", "A", "M", "Medlem"), ("Ane  Vik", "B", "K", "Medlem")]
    )
    kode, ut, feil = kjoer("--liste", sti, "--antall", 1)
    assert (kode, ut) == (1, "")
    assert "«Ane Vik» står mer enn én gang på lista over dem som skal ha plass (rad 2, 4)." in feil


@pytest.mark.parametrize(
    ("valg", "setning"),
    [
        (["--antall", 20], "12 personer kan ikke fordeles på 20 bord"),
        (["--antall", 2, "--balanser", "hårfarge"], "«hårfarge» er ikke noe bordene kan balanseres på"),
        (["--antall", 2, "--uten", "Ukjent Person"], "Ukjent Person"),
        (["--antall", 2, "--uten", "Vik"], "«Vik» passer på flere"),
        (["--antall", 2, "--laas", "Person1 Vik=3"], "Regelen «Person1 Vik skal sitte ved bord 3»"),
        (
            ["--antall", 2, "--sammen", "Person1;Person2", "--hver-for-seg", "Person1;Person2"],
            "Person1 Vik og Person2 Vik skal sitte sammen",
        ),
        (["--antall", 2, "--sammen", "Person1"], "Regelen mangler noe"),
    ],
)
def test_at_det_som_ikke_gaar_faar_en_setning(
    kjoer: Callable[..., Svar], liste: Path, valg: list[object], setning: str
) -> None:
    kode, ut, feil = kjoer("--liste", liste, *valg)
    assert (kode, ut) == (1, "")
    assert setning in feil


@pytest.mark.parametrize(
    "valg",
    [[], ["--verksted", 1], ["--antall", 2, "--stoerrelse", 3], ["--antall", 0], ["--laas", "Kari"], ["--tid", 0]],
)
def test_at_det_som_ikke_er_til_aa_forstaa_gir_utgangskode_to(
    kjoer: Callable[..., Svar], liste: Path, valg: list[object]
) -> None:
    kode, ut, feil = kjoer("--liste", liste, *valg)
    assert (kode, ut) == (2, "")
    assert feil


def test_at_gruppene_lagres_i_fila_og_kan_angres(
    kjoer: Callable[..., Svar], fil: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    kode, ut, _ = kjoer(fil, "--verksted", 1, "--antall", 2, "--runder", 2, "--json")
    assert kode == 0
    svar = json.loads(ut)
    assert {m["navn"] for g in svar["runder"][1]["grupper"] for m in g["medlemmer"]} == {
        navn for navn, _, rolle in DELTAKERE if rolle == "Medlem"
    }
    assert json.loads(kjoer(fil, "--verksted", 1, "--json")[1])["runder"] == svar["runder"]
    assert oppstart.start(["angre", str(fil)]) == 0
    assert "sett sammen gruppene (V1)" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("valg", "kode", "setning"),
    [
        (["--verksted", 9, "--antall", 2], 1, "verksted 9"),
        (["--antall", 2], 2, "--verksted 1"),
        (["--verksted", 2], 1, "6 personer kan ikke fordeles på 0 bord"),
    ],
)
def test_at_fila_maa_ha_verkstedet_og_det_maa_ha_bord(
    kjoer: Callable[..., Svar], fil: Path, valg: list[object], kode: int, setning: str
) -> None:
    svar = kjoer(fil, *valg)
    assert svar[0] == kode
    assert setning in svar[2]


def test_at_skjeve_fordelinger_blir_sagt_bord_for_bord(kjoer: Callable[..., Svar], tmp_path: Path) -> None:
    folk = [(f"Person{nr} Vik", "AB"[nr % 2], "K" if nr < 4 else "M", "Medlem") for nr in range(8)]
    sti = _skriv(tmp_path, folk)
    kvinner = ";".join(f"Person{nr} Vik" for nr in range(3))
    _, ut, _ = kjoer("--liste", sti, "--antall", 2, "--balanser", "kjønn", "--sammen", kvinner)
    assert "Kjønn: 4 plasser ligger utenfor en jevn fordeling." in ut
    assert "Best mulig" not in ut
    linjer = [linje.strip() for linje in ut.splitlines() if linje.startswith("  kvinner, runde 1:")]
    assert linjer in (["kvinner, runde 1: 3, 1 ved bordene"], ["kvinner, runde 1: 1, 3 ved bordene"])
