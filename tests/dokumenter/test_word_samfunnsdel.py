"""The draft, read back: structure, marks of change, answers to every point."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.dokumenter.wordlesing import W, all_tekst, les, samfunnsdel
from tests.visning.grunnlagene import lag_grunnlag

if TYPE_CHECKING:
    from verksted.kjerne.tekster import Maalform


def test_at_planen_staar_i_sin_egen_rekkefoelge_med_nivaaenes_egne_navn() -> None:
    overskrifter = [a.text for a in les(samfunnsdel(lag_grunnlag())).paragraphs if a.style.name.startswith("Heading")]
    start = overskrifter.index("Lindvær – godt å leve")
    assert overskrifter[start : start + 7] == [
        "Lindvær – godt å leve",
        "Arealstrategier",
        "A1\tVi bygger tett",
        "A2\tVi tar vare på matjorda",
        "Å bo og bli i hele Lindvær",
        "Dette vil vi",
        "S1.1\tSmå og rimelige boliger",
    ]


def test_at_det_som_utgaar_ikke_staar_i_leserdelen_men_stroeket_i_arbeidsdelen() -> None:
    dokument = les(samfunnsdel(lag_grunnlag()))
    assert "boligportal" not in "\n".join(a.text for a in dokument.paragraphs).lower()
    stroeket = [
        "".join(t.text or "" for t in r.iter(f"{W}t"))
        for r in dokument.element.iter(f"{W}r")
        if r.find(f"{W}rPr/{W}rStyle[@{W}val='Utgaar']") is not None
    ]
    assert "Kommunen skal ha Norges beste boligportal." in stroeket


def test_at_endringer_er_merket_baade_med_ord_og_stil() -> None:
    dokument = les(samfunnsdel(lag_grunnlag()))
    stedene = {rad.cells[0].paragraphs[0].text: rad.cells[0].paragraphs[1].text.strip()
               for t in dokument.tables if t.rows[0].cells[0].text == "Sted" for rad in t.rows[1:]}  # fmt: skip
    assert stedene["S1"] == "Endret"
    assert stedene["A2"] == "Nytt"
    assert stedene["S1.2"] == "Uenighet"
    assert stedene["S1.3"] == "Utgår"
    assert stedene["S1.4"] == "Uendret"


def test_at_begge_alternativene_staar_i_begge_deler() -> None:
    tekst = all_tekst(les(samfunnsdel(lag_grunnlag())))
    for alternativ in ("Alternativ A. Spredt bygging åpnes i tre grender.", "Alternativ B. Nye boliger legges"):
        assert tekst.count(alternativ) == 2


def test_at_ikke_tatt_inn_kommer_foerst_med_grunn_ogsaa_for_enkeltinnspill() -> None:
    dokument = les(samfunnsdel(lag_grunnlag()))
    titler = [a.text for a in dokument.paragraphs if a.style.name == "Heading 2"]
    svar = [t for t in titler if t in {"Ikke tatt inn, og hvorfor", "Delvis tatt inn", "Skal avklares", "Tatt inn"}]
    assert svar[0] == "Ikke tatt inn, og hvorfor"
    (foerste, *_) = [t for t in dokument.tables if t.rows[0].cells[-1].text == "Grunn"]
    assert [rad.cells[0].text for rad in foerste.rows[1:]] == ["P-04", "V1-G2-04"]
    assert [rad.cells[2].text for rad in foerste.rows[1:]] == [
        "Ett felt er alt regulert og bundet av avtale.",
        "Ikke et planspørsmål.",
    ]


@pytest.mark.parametrize(("maalform", "navn"), [("nb", "11 Bærekraftige byer"), ("nn", "11 Berekraftige byar")])
def test_at_baerekraftsmaalene_har_navn_paa_maalformen(maalform: Maalform, navn: str) -> None:
    assert navn in all_tekst(les(samfunnsdel(lag_grunnlag(maalform))))


def test_at_hver_lenke_har_et_sted_i_dokumentet() -> None:
    rot = les(samfunnsdel(lag_grunnlag())).element
    bokmerker = [b.get(f"{W}name") for b in rot.iter(f"{W}bookmarkStart")]
    assert len(bokmerker) == len(set(bokmerker))
    assert {lenke.get(f"{W}anchor") for lenke in rot.iter(f"{W}hyperlink")} <= set(bokmerker)


def test_at_fag_og_politikk_har_hver_sin_ramme_med_ord() -> None:
    avsnitt = [(a.style.name, a.text.strip()) for a in les(samfunnsdel(lag_grunnlag())).paragraphs]
    assert ("Fag etikett", "Fag: slik er det i dag") in avsnitt
    assert ("Politikk etikett", "Politikk: slik ble det til") in avsnitt
    assert any(stil == "Politikk" and tekst.startswith("Bygger på P-01 og P-02.") for stil, tekst in avsnitt)


def test_at_arbeidsdelen_har_sin_egen_bunntekst() -> None:
    bunner = [s.footer.paragraphs[0].text for s in les(samfunnsdel(lag_grunnlag())).sections]
    assert bunner[0].startswith("Utkast til samfunnsdel, 20. mars 2028")
    assert "Ikke til høring." in bunner[1]


def test_at_en_prosess_uten_plan_og_verksted_ogsaa_blir_et_dokument() -> None:
    assert les(samfunnsdel(replace(lag_grunnlag(), planelement=(), planalternativ=(), utsjekk=(), sporlenke=())))


def test_at_slutten_av_et_kapittel_holdes_sammen_saa_ingen_linjer_blir_alene() -> None:
    kropp = list(les(samfunnsdel(lag_grunnlag())).element.body)
    titler = ["".join(t.text or "" for t in e.iter(f"{W}t")) for e in kropp]
    start = titler.index("Slik ser vi at det går rett vei")
    slutt = next(nr for nr, tittel in enumerate(titler) if nr > start and tittel.startswith("FNs bærekraftsmål"))
    for element in kropp[start:slutt]:
        avsnitt = [element] if element.tag == f"{W}p" else list(element.iter(f"{W}p"))
        assert all(a.find(f"{W}pPr/{W}keepNext") is not None for a in avsnitt), titler[start]
    assert kropp[slutt].find(f"{W}pPr/{W}keepNext") is None


def test_at_et_maal_uten_tekst_under_seg_slipper_det_neste() -> None:
    avsnitt = les(samfunnsdel(lag_grunnlag())).paragraphs
    holder = {a.text.split("\t")[0]: a.paragraph_format.keep_with_next for a in avsnitt if a.style.name == "Heading 4"}
    assert holder == {"S1.1.1": False}
