"""Accessibility of the printed matter, read back from the file: the same demands as on the other Word documents."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from lxml import etree

from tests.dokumenter.trykklesing import FLATER, SAKER, trykk
from tests.dokumenter.wordlesing import W, les
from tests.visning.trykkgrunnlag import lag_rom

if TYPE_CHECKING:
    from verksted.kjerne.tekster import Maalform

ALLE = pytest.mark.parametrize("slag", SAKER)
LESES = pytest.mark.parametrize("slag", [slag for slag in SAKER if slag not in FLATER])


@LESES
def test_at_overskriftene_er_ekte_og_aldri_hopper_over_et_nivaa(slag: str) -> None:
    navn = [a.style.name for a in les(trykk(slag, lag_rom(runder=2))).paragraphs]
    nivaaer = [int(n.removeprefix("Heading ")) for n in navn if n.startswith("Heading ")]
    assert navn.count("Title") == (0 if slag == "spoersmaalsark" else 1)
    assert nivaaer or "Title" in navn
    assert all(ny <= forrige + 1 for forrige, ny in pairwise([0, *nivaaer]))


@LESES
def test_at_hver_tabell_har_navn_beskrivelse_og_hode_som_gjentas(slag: str) -> None:
    tabeller = les(trykk(slag, lag_rom(runder=2))).tables
    assert bool(tabeller) == (slag != "bordliste")
    for tabell in tabeller:
        egenskaper = tabell._tbl.tblPr
        assert egenskaper.find(f"{W}tblCaption").get(f"{W}val")
        assert egenskaper.find(f"{W}tblDescription").get(f"{W}val")
        hoder = [rad for rad in tabell.rows if rad._tr.find(f"{W}trPr/{W}tblHeader") is not None]
        assert len(hoder) == 1
        assert hoder[0]._tr is tabell.rows[0]._tr
        assert all(celle.text.strip() for celle in tabell.rows[0].cells)
        assert all(rad._tr.find(f"{W}trPr/{W}cantSplit") is not None for rad in tabell.rows)


@pytest.mark.parametrize("slag", FLATER)
def test_at_ark_som_brettes_eller_klippes_er_ekte_tekst_i_felt_med_navn(slag: str) -> None:
    dokument = les(trykk(slag, lag_rom()))
    (flate,) = dokument.tables
    assert flate._tbl.tblPr.find(f"{W}tblCaption").get(f"{W}val")
    assert flate._tbl.tblPr.find(f"{W}tblDescription").get(f"{W}val")
    merker = {str(e.tag) for e in dokument.element.iter()}
    assert not [m for m in merker if m.endswith(("}txbxContent", "}textbox", "}drawing", "}pict"))]


@ALLE
@pytest.mark.parametrize(("maalform", "spraak"), [("nb", "nb-NO"), ("nn", "nn-NO")])
def test_at_spraak_og_tittel_er_satt_og_at_kommunen_staar_som_avsender(
    slag: str, maalform: Maalform, spraak: str
) -> None:
    dokument = les(trykk(slag, lag_rom(maalform=maalform)))
    egenskaper = dokument.core_properties
    assert egenskaper.language == spraak
    assert dokument.styles.element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang").get(f"{W}val") == spraak
    assert {"nb": "Verksted 1", "nn": "Verkstad 1"}[maalform] in egenskaper.title
    assert egenskaper.author == egenskaper.last_modified_by == "Lindvær kommune"


@ALLE
def test_at_hver_del_er_velformet_og_at_samme_innhold_gir_samme_byte(slag: str) -> None:
    foerste, andre = trykk(slag, lag_rom()), trykk(slag, lag_rom())
    assert foerste == andre
    with ZipFile(BytesIO(foerste)) as zip_:
        assert not [navn for navn in zip_.namelist() if "vba" in navn.lower()]
        for navn in zip_.namelist():
            if navn.endswith((".xml", ".rels")):
                etree.fromstring(zip_.read(navn))


@ALLE
def test_at_hver_stil_som_brukes_finnes_en_gang_og_er_av_rett_slag(slag: str) -> None:
    dokument = les(trykk(slag, lag_rom(77, bord=11, runder=3)))
    stiler = [(s.get(f"{W}styleId"), s.get(f"{W}type")) for s in dokument.styles.element.iter(f"{W}style")]
    assert len({navn for navn, _ in stiler}) == len(stiler)
    brukt = {(e.get(f"{W}val"), "paragraph") for e in dokument.element.iter(f"{W}pStyle")}
    brukt |= {(e.get(f"{W}val"), "character") for e in dokument.element.iter(f"{W}rStyle")}
    brukt |= {(e.get(f"{W}val"), "table") for e in dokument.element.iter(f"{W}tblStyle")}
    assert brukt <= set(stiler)


def test_at_gruppesekretaeren_er_merket_med_ord() -> None:
    for slag, ord_ in (("bordliste", "gruppesekretær"), ("navneliste", "gruppesekretær")):
        tekst = "".join(t.text or "" for t in les(trykk(slag, lag_rom(bord=3))).element.iter(f"{W}t"))
        assert tekst.count(ord_) == 3
