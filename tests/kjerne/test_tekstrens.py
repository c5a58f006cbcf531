"""Cleaning: what no document can hold is replaced, everything else stays as it was written."""

from __future__ import annotations

import json
import re

from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from verksted.kjerne.tekstrens import raa, rens

ALT = st.text(st.characters())
LOVLIG_I_XML = re.compile("[\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")


@given(ALT)
@example("\r\n\r\x0b\x0c\x85\u2028\u2029")
@example("\x00\x1f\ud800\udfff\ufffe\uffff")
def test_at_renset_tekst_alltid_er_lovlig_xml_og_like_ren_neste_gang(tekst: str) -> None:
    renset = rens(tekst)
    assert LOVLIG_I_XML.fullmatch(renset)
    assert rens(renset) == renset
    element = etree.Element("t")
    element.text = renset
    lest = etree.fromstring(etree.tostring(element, encoding="utf-8")).text or ""
    assert lest == renset


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\u2028\u2029\ufffe\uffff")))
def test_at_vanlig_tekst_ikke_roeres(tekst: str) -> None:
    assert rens(tekst) == tekst


@given(ALT)
@example("\ud83d\udea2\udea2")
def test_at_raateksten_kan_vendes_tilbake_og_lagres_hvor_som_helst(tekst: str) -> None:
    assert raa(tekst).isascii()
    assert rens(json.loads(raa(tekst))) == rens(tekst)


def test_at_alle_slags_linjeskift_blir_ett_og_umulige_tegn_synes() -> None:
    assert rens("a\r\nb\rc\u2028d\x0be") == "a\nb\nc\nd\ne"
    assert rens("\ud83d\udea2 \udea2") == "🚢 \ufffd"
    assert rens("før\x07etter\t«æøå» 🚢") == "før\ufffdetter\t«æøå» 🚢"
