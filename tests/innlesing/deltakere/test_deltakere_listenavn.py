"""Parties in every form are one; a list nobody knows is itself."""

from __future__ import annotations

import tomllib

import pytest

from verksted.innlesing.deltakere.listenavn import kjent_parti, ligner_liste, listenavn, navn_og_kode, nettnavn
from verksted.kjerne.stier import ressurs


@pytest.mark.parametrize(
    ("former", "kode"),
    [
        (
            ["Ap", "A", "AP", "DNA", "Arbeidarpartiet", "Det norske Arbeiderparti", "Arbeiderpartiet (Ap)", "A – Ap"],
            "Ap",
        ),
        (["H", "Høyre", "Høgre", "HØYRE", "Høyre/Høgre"], "H"),
        (["Sp", "SP", "Senterpartiet"], "Sp"),
        (["SV", "Sosialistisk Venstreparti", "SV - Sosialistisk Venstreparti"], "SV"),
        (["FrP", "Frp", "Fremskrittspartiet", "Framstegspartiet", "Fr.p."], "FrP"),
        (["KrF", "KRF", "Kr.F.", "Kristelig Folkeparti", "Kristeleg folkeparti"], "KrF"),
        (["V", "Venstre"], "V"),
        (["MDG", "Miljøpartiet De Grønne", "Miljøpartiet Dei Grøne", "De Grønne"], "MDG"),
        (["R", "Rødt", "Raudt"], "R"),
        (["INP", "Industri- og Næringspartiet", "Industri og næringspartiet"], "INP"),
    ],
)
def test_at_et_parti_er_ett_hvordan_det_enn_skrives(former: list[str], kode: str) -> None:
    partier = {kjent_parti(form) for form in former}
    assert len(partier) == 1
    (parti,) = partier
    assert parti is not None
    assert parti.kode == kode


@pytest.mark.parametrize("egen", ["Bygdelista", "Ap/SV", "KrF og Venstre", "Kystlista", "Tverrpolitisk liste", "B", ""])
def test_at_en_liste_ingen_kjenner_er_seg_selv(egen: str) -> None:
    assert kjent_parti(egen) is None
    if egen:
        assert listenavn([(egen, None)])[egen, None][0] == egen


def test_at_ingen_form_staar_paa_to_partier() -> None:
    data = tomllib.loads(ressurs("data", "listenavn.toml").read_text(encoding="utf-8"))
    eier: dict[str, str] = {}
    for parti in data["parti"]:
        assert len(parti["kode"]) <= 8
        for form in {nettnavn(f) for f in (parti["nb"], parti["nn"], parti["kode"], *parti["andre"])}:
            assert eier.setdefault(form, parti["kode"]) == parti["kode"]


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("Bygdelista (BL)", ("Bygdelista", "BL")),
        ("Ny kurs – NK", ("Ny kurs", "NK")),
        ("KL: Kystlista", ("Kystlista", "KL")),
        ("BL", ("BL", "BL")),
        ("Bygdelista (Nes)", ("Bygdelista (Nes)", None)),
        ("Liste for Aust-Lind", ("Liste for Aust-Lind", None)),
    ],
)
def test_at_koden_skilles_bare_ut_naar_bokstavene_kommer_av_navnet(tekst: str, ventet: tuple[str, str | None]) -> None:
    assert navn_og_kode(tekst) == ventet


def test_at_formene_av_en_lokal_liste_blir_en_og_at_partiene_faar_navn_i_filas_maalform() -> None:
    tekster = [("Bygdelista (BL)", None), ("BL", None), ("bygdelista", None), ("Arbeidarpartiet", None), ("H", None)]
    navn = listenavn(tekster)
    assert {navn[t] for t in tekster[:3]} == {("Bygdelista", "BL")}
    assert (navn[tekster[3]], navn[tekster[4]]) == (("Arbeidarpartiet", "Ap"), ("Høgre", "H"))
    assert listenavn([("Ap", None), ("H", None)])["H", None] == ("Høyre", "H")


def test_at_filas_egen_kode_gaar_foran_partiets() -> None:
    navn = listenavn([("Venstrealliansen (V)", None), ("V", None)])
    assert set(navn.values()) == {("Venstrealliansen", "V")}
    med_begge = listenavn(
        [("Venstrealliansen (V)", None), ("V", None), ("Venstre i Lindvær, V", None), ("Venstre ", None)]
    )
    assert med_begge["Venstre ", None] == ("Venstre", "V")


def test_at_stedet_foran_partiet_bare_skrelles_av_naar_flere_partier_har_det() -> None:
    flere = listenavn([("Lindvær Høyre", None), ("Lindvær Arbeiderparti", None), ("Lindvær Bygdeliste", None)])
    assert [n for n, _ in flere.values()] == ["Høyre", "Arbeiderpartiet", "Lindvær Bygdeliste"]
    assert listenavn([("Uavhengige Høyre", None), ("Ap", None)])["Uavhengige Høyre", None][0] == "Uavhengige Høyre"


def test_at_et_personnavn_ikke_ligner_en_liste() -> None:
    assert all(ligner_liste(t) for t in ("Bygdelista", "Felleslista for Lind", "Høgre", "Grønn framtid"))
    assert not any(ligner_liste(t) for t in ("Kari Vik", "Silje Marie Taregård", "Jon Listad"))
