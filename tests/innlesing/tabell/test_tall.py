"""Norwegian numbers become exact kroner, or are said not to be numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verksted.innlesing.tabell.tabellfil import Prosent
from verksted.innlesing.tabell.tall import KRONER, MILLIONER, TUSEN, avrund, finn_enhet, kroner, les_tall


@pytest.mark.parametrize(
    ("tekst", "verdi"),
    [
        (" -1 362 250 ", "-1362250"),
        (" -   ", "0"),
        ("", "0"),
        ("–", "0"),
        ("1\u00a0234\u202f567", "1234567"),
        ("\u2212500", "-500"),
        ("(1 234)", "-1234"),
        ("1 234,50", "1234.50"),
        ("1,923.50", "1923.50"),
        ("1.923,50", "1923.50"),
        ("124,25", "124.25"),
        ("270.25", "270.25"),
        ("1.234.567", "1234567"),
        ("1.234", "1234"),
        ("1234-", "-1234"),
        ("kr 500,-", "500"),
        ("500 kroner", "500"),
        ("+17", "17"),
        ("0012", "12"),
    ],
)
def test_at_tall_slik_kommuner_skriver_dem_leses_noeyaktig(tekst: str, verdi: str) -> None:
    assert les_tall(tekst) == Decimal(verdi)


@pytest.mark.parametrize(
    "tekst",
    [
        "ca. 500",
        "12 34",
        "1.2.3",
        "2028 2029",
        "1E+06",
        "#REF!",
        "10 %",
        "1,2,3",
        "--5",
        "(5",
        "NaN",
        "Infinity",
        "٣",
        "9" * 40,
    ],
)
def test_at_det_som_ikke_sikkert_er_et_tall_ikke_blir_et_tall(tekst: str) -> None:
    assert les_tall(tekst) is None


@given(
    st.integers(-(10**14), 10**14), st.sampled_from([" ", "\u00a0", "\u202f", ".", ""]), st.sampled_from("-\u2212(b")
)
def test_at_ethvert_heltall_skrevet_paa_norsk_leses_tilbake(verdi: int, skille: str, fortegn: str) -> None:
    siffer = f"{abs(verdi):,}".replace(",", skille)
    if fortegn == "b" or verdi >= 0:
        tekst = f" {siffer}-" if verdi < 0 else f" {siffer} "
    else:
        tekst = f"({siffer})" if fortegn == "(" else f"{fortegn}{siffer}"
    assert les_tall(tekst) == verdi


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_at_oere_er_noeyaktige_og_rundes_bort_fra_null(verdi: Decimal) -> None:
    tekst = f"{abs(verdi):,.2f}".replace(",", " ").replace(".", ",")
    lest = les_tall(f"-{tekst}" if verdi < 0 else tekst)
    assert lest == verdi
    helt, oere = divmod(abs(int(verdi * 100)), 100)
    assert abs(avrund(verdi)) == helt + (oere >= 50)


def test_at_tusen_kroner_med_desimaler_blir_noeyaktige_kroner() -> None:
    assert kroner("1 234,567", TUSEN) == 1_234_567
    assert kroner(Decimal("0.1"), TUSEN) == 100
    assert kroner(4180, TUSEN) == 4_180_000
    assert kroner("2,5", MILLIONER) == 2_500_000


def test_at_prosent_sannhetsverdi_og_uendelig_ikke_er_beloep() -> None:
    assert kroner(Prosent(Decimal(12))) is None
    assert kroner(True) is None
    assert kroner(Decimal("Infinity")) is None


@pytest.mark.parametrize(
    ("tekst", "enhet"),
    [
        ("Budsjett 2028 (1000 kr)", TUSEN),
        ("tall i 1 000 kroner", TUSEN),
        ("Beløp i tusen kroner", TUSEN),
        ("i tkr", TUSEN),
        ("Alle tal i kr 1000", TUSEN),
        ("mill. kr", MILLIONER),
        ("i millioner kroner", MILLIONER),
        ("Beløp i hele kroner", KRONER),
        ("Beløp i kr", KRONER),
        ("Budsjett 2028", None),
        ("Kroken barnehage", None),
        ("Kommune 1000", None),
    ],
)
def test_at_enheten_finnes_der_den_staar(tekst: str, enhet: int | None) -> None:
    assert finn_enhet(tekst) == enhet
