"""Dates, numbers, lists and codes as people read them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verksted.kjerne import ider
from verksted.kjerne.formater import NBSP, dato_kort, dato_lang, heltall, klokkeslett, oppramsing
from verksted.kjerne.klokke import Systemklokke, lokal

DAGEN = date(2028, 1, 20)


def test_at_datoer_og_klokkeslett_skrives_paa_norsk() -> None:
    assert dato_lang(DAGEN, "nb") == "torsdag 20. januar 2028"
    assert dato_lang(DAGEN, "nn") == "torsdag 20. januar 2028"
    assert dato_lang(date(2028, 5, 7), "nb") == "søndag 7. mai 2028"
    assert dato_lang(date(2028, 5, 7), "nn") == "søndag 7. mai 2028"
    assert dato_kort(DAGEN) == "20.01.2028"
    assert klokkeslett(time(17, 5)) == f"kl.{NBSP}17.05"


@given(st.integers(-(10**15), 10**15))
def test_at_hele_tall_kan_leses_tilbake_og_ikke_brytes(verdi: int) -> None:
    skrevet = heltall(verdi)
    assert " " not in skrevet
    assert int(skrevet.replace(NBSP, "").replace("\u2212", "-")) == verdi


def test_at_minus_og_tusenskille_er_de_norske() -> None:
    assert heltall(-1_362_250) == "\u22121\u00a0362\u00a0250"
    assert heltall(0) == "0"


@pytest.mark.parametrize(
    ("ledd", "ventet"), [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")]
)
def test_at_oppramsinger_slutter_med_og(ledd: list[str], ventet: str) -> None:
    assert oppramsing(ledd, "nb") == ventet
    assert oppramsing(ledd, "nn") == ventet


def test_at_kodene_er_de_korte_folk_snakker_om() -> None:
    assert ider.innspillskode(2, 3, 7) == "V2-G3-07"
    assert ider.innspillskode(2, 3, 7, pakke="A") == "V2-G3-A07"
    assert ider.innspillskode(2, 3, 107) == "V2-G3-107"
    assert (ider.punktkode(12), ider.tiltakskode(31), ider.kunnskapskode(8)) == ("P-12", "T-031", "K-08")
    assert (ider.postkode("D", 41), ider.postkode("I", 7)) == ("D-0041", "I-0007")
    assert (ider.elementkode("S", 2), ider.elementkode("S2", 1), ider.elementkode("S2.1", 3)) == (
        "S2",
        "S2.1",
        "S2.1.3",
    )


def test_at_to_ider_aldri_er_like() -> None:
    assert len({ider.ny_id() for _ in range(1000)}) == 1000
    assert len(ider.ny_id()) == 36


def test_at_klokka_er_norsk_sommer_og_vinter() -> None:
    assert lokal(datetime(2028, 1, 20, 16, 0, tzinfo=UTC)).hour == 17
    assert lokal(datetime(2028, 7, 20, 16, 0, tzinfo=UTC)).hour == 18
    klokke = Systemklokke()
    assert klokke.naa().utcoffset() == datetime.now(UTC).utcoffset()
    assert klokke.monoton() <= klokke.monoton()
