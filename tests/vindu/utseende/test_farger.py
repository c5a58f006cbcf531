"""The colours: enough contrast everywhere a text or a mark stands on a surface, in every theme."""

from __future__ import annotations

import re
from itertools import product

import pytest
from PySide6.QtWidgets import QApplication

from verksted.kjerne.stier import ressurs
from verksted.vindu.utseende.fargesett import KONTRAST, LYS, MOERK, Fargesett, kontrast
from verksted.vindu.utseende.tema import Tema

SETT = (LYS, MOERK, KONTRAST)
# Which surfaces each text and mark is used on.
TEKST = {
    "text": ("bg", "tinted", "surface", "hover", "active", "accent_tint", "accent_tint_2"),
    "text_2": ("bg", "tinted", "surface", "hover", "accent_tint_2"),
    "accent_text": ("bg", "tinted", "surface", "accent_tint"),
    "on_accent": ("accent", "accent_hover"),
    "on_selected": ("selected",),
    "fag_text": ("bg", "fag_tint"),
    "pol_text": ("bg", "pol_tint"),
    "warn_text": ("bg", "warn_tint"),
    "bad_text": ("bg", "bad_tint"),
}
MERKER = {
    "line": ("bg", "tinted", "surface"),
    "accent": ("bg", "tinted", "surface"),
    "fag_line": ("bg",),
    "pol_line": ("bg",),
    "warn_line": ("bg", "warn_tint"),
    "bad_line": ("bg",),
    "focus_out": ("bg", "tinted", "surface", "accent_tint_2"),
}


def _for_svake(sett: Fargesett, par: dict[str, tuple[str, ...]], krav: float) -> dict[str, float]:
    alle = [(foran, bak) for foran, bunner in par.items() for bak in bunner]
    funnet = {f"{a} på {b}": kontrast(getattr(sett, a), getattr(sett, b)) for a, b in alle}
    return {navn: tall for navn, tall in funnet.items() if tall < krav}


@pytest.mark.parametrize("sett", SETT, ids=lambda s: s.navn)
def test_at_tekst_kan_leses_paa_hver_flate_den_staar_paa(sett: Fargesett) -> None:
    assert _for_svake(sett, TEKST, 4.5) == {}


@pytest.mark.parametrize("sett", SETT, ids=lambda s: s.navn)
def test_at_merker_og_fokus_skiller_seg_fra_flata(sett: Fargesett) -> None:
    assert _for_svake(sett, MERKER, 3.0) == {}


def test_at_kontrasten_regnes_som_i_wcag() -> None:
    assert kontrast("#000000", "#ffffff") == pytest.approx(21)
    assert kontrast("#77797b", "#ffffff") == pytest.approx(4.4, abs=0.05)


@pytest.mark.parametrize("sett", SETT, ids=lambda s: s.navn)
def test_at_hver_farge_er_skrevet_som_en_farge(sett: Fargesett) -> None:
    assert [v for v in sett.som_tabell().values() if not re.fullmatch(r"#([0-9a-f]{2})?[0-9a-f]{6}", v)] == []


def test_at_stilarket_bare_har_farger_fra_settet_og_foelger_zoomen(qapp: QApplication) -> None:
    raatt = ressurs("stil", "vindu.qss").read_text(encoding="utf-8")
    assert re.findall(r":\s*#[0-9a-fA-F]{3,8}\b|rgba?\(", raatt) == []
    tema = Tema(qapp, valg="lys")
    stoerrelser = {}
    for zoom in (100, 200):
        tema.sett_zoom(zoom)
        stoerrelser[zoom] = [int(tall) for tall in re.findall(r"(\d+)px", tema.stilark())]
    assert all(b == max(1, a * 2) for a, b in zip(stoerrelser[100], stoerrelser[200], strict=True))
    tema.slipp()


def test_at_temaet_kan_tvinges_og_slippes_igjen(qapp: QApplication) -> None:
    tema = Tema(qapp, valg="system")
    begynte = tema.farger
    for valg, ventet in zip(("moerk", "kontrast", "lys"), ("moerk", "kontrast", "lys"), strict=True):
        tema.velg(valg)  # type: ignore[arg-type]
        assert tema.farger.navn == ventet
        assert qapp.palette().window().color().name() == tema.farger.bg
    tema.velg("system")
    assert tema.farger == begynte
    tema.slipp()


def test_at_alle_trinn_av_zoom_gir_hele_piksler(qapp: QApplication) -> None:
    tema = Tema(qapp, valg="lys")
    for zoom, lengde in product((100, 110, 125, 150, 175, 200), (1, 8, 40)):
        tema.sett_zoom(zoom)
        assert tema.px(lengde) >= lengde
    tema.slipp()
