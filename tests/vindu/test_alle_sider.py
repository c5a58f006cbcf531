"""Every page there is, swept: names for screen readers, Norwegian words, visible focus, themes, both målformer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog

from tests.vindu.feiing import (
    bokmaalstekster,
    engelske_ord,
    tekster_i,
    uten_navn,
    uten_synlig_fokus,
    utenfor_tabrekka,
)
from verksted.kjerne.tekster import MAALFORMER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tests.vindu.conftest import Vert
    from verksted.kjerne.tekster import Maalform
    from verksted.vindu.ramme.hovedvindu import Hovedvindu

TEMAER = ("lys", "moerk", "kontrast")


def _sidene(vert: Vert, vindu: Hovedvindu) -> Iterator[str]:
    """Bring each page to the front, one by one, and yield its key when all of it has come."""
    assert vindu.ramme is not None
    for noekkel in vindu.ramme.sidenoekler:
        vindu.gaa_til(noekkel)
        vert.ro(vindu)
        yield noekkel


@pytest.mark.parametrize("maalform", MAALFORMER)
def test_at_hver_side_bare_har_norske_ord_i_sin_maalform(vert: Vert, prosessfil: Path, maalform: Maalform) -> None:
    vindu = vert.start(maalform, prosessfil)
    for noekkel in _sidene(vert, vindu):
        tekster = [tekst for tekst in tekster_i(vindu) if tekst]
        assert engelske_ord(iter(tekster)) == [], noekkel
        if maalform == "nn":
            assert [tekst for tekst in tekster if tekst in bokmaalstekster()] == [], noekkel


def test_at_alt_paa_hver_side_har_et_navn_og_kan_naas_med_tastaturet(vert: Vert, prosessfil: Path) -> None:
    vindu = vert.start(fil=prosessfil)
    for noekkel in _sidene(vert, vindu):
        assert uten_navn(vindu) == [], noekkel
        assert utenfor_tabrekka(vindu) == [], noekkel


@pytest.mark.parametrize("tema", TEMAER)
def test_at_fokus_synes_paa_alt_paa_hver_side(vert: Vert, prosessfil: Path, tema: str) -> None:
    vindu = vert.start(fil=prosessfil)
    vindu.utfoer_valg(f"utseende_{tema}")
    for noekkel in _sidene(vert, vindu):
        assert uten_synlig_fokus(vindu, vert.fokusring) == [], noekkel


@pytest.mark.parametrize("zoom", [100, 200])
def test_at_hver_side_faar_plass_i_det_minste_vinduet(vert: Vert, prosessfil: Path, zoom: int) -> None:
    vindu = vert.start(fil=prosessfil)
    while vindu.verktoey.tema.zoom < zoom:
        vindu.utfoer_valg("stoerre")
    vert.ro(vindu)
    vindu.resize(1024, 640)
    for noekkel in _sidene(vert, vindu):
        assert (vindu.width(), vindu.height()) == (1024, 640), noekkel


@pytest.mark.parametrize("maalform", MAALFORMER)
def test_at_hver_dialog_er_norsk_og_alt_i_den_kan_naas(vert: Vert, prosessfil: Path, maalform: Maalform) -> None:
    vindu = vert.start(maalform, prosessfil)
    for valg in ("ny", "taster", "om", "palett", "hjelp"):
        vindu.utfoer_valg(valg)
        vert.ro(vindu)
        vist: QWidget = next((d for d in vindu.findChildren(QDialog) if d.isVisible()), vindu)
        tekster = [tekst for tekst in tekster_i(vist) if tekst]
        assert engelske_ord(iter(tekster)) == [], valg
        if maalform == "nn":
            assert [tekst for tekst in tekster if tekst in bokmaalstekster()] == [], valg
        assert uten_navn(vist) == [], valg
        assert utenfor_tabrekka(vist) == [], valg
        if isinstance(vist, QDialog):
            vist.close()
