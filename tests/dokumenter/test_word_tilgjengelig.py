"""Accessibility of both documents, read back from the file (the checklist of Uu-tilsynet and WCAG for documents)."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from lxml import etree

from tests.dokumenter.wordlesing import SKREVET, W, les, oppsummering, samfunnsdel
from tests.visning.grunnlagene import lag_grunnlag

if TYPE_CHECKING:
    from collections.abc import Callable

    from verksted.kjerne.tekster import Maalform
    from verksted.visning.grunnlag import Grunnlag

BEGGE = pytest.mark.parametrize("skriv", [oppsummering, samfunnsdel])


@BEGGE
def test_at_overskriftene_er_ekte_og_aldri_hopper_over_et_nivaa(skriv: Callable[[Grunnlag], bytes]) -> None:
    navn = [a.style.name for a in les(skriv(lag_grunnlag())).paragraphs]
    nivaaer = [int(n.removeprefix("Heading ")) for n in navn if n.startswith("Heading ")]
    assert navn.count("Title") == 1
    assert nivaaer[0] == 1
    assert all(ny <= forrige + 1 for forrige, ny in pairwise(nivaaer))


@BEGGE
def test_at_hver_tabell_har_navn_beskrivelse_hode_som_gjentas_og_ingen_tomme_hodeceller(
    skriv: Callable[[Grunnlag], bytes],
) -> None:
    tabeller = les(skriv(lag_grunnlag())).tables
    assert tabeller
    for tabell in tabeller:
        egenskaper = tabell._tbl.tblPr
        assert egenskaper.find(f"{W}tblCaption").get(f"{W}val")
        assert egenskaper.find(f"{W}tblDescription").get(f"{W}val")
        hoder = [rad for rad in tabell.rows if rad._tr.find(f"{W}trPr/{W}tblHeader") is not None]
        assert len(hoder) == 1
        assert hoder[0]._tr is tabell.rows[0]._tr
        assert all(celle.text.strip() for celle in tabell.rows[0].cells)
        assert not list(tabell._tbl.iter(f"{W}gridSpan", f"{W}vMerge"))


@BEGGE
def test_at_hvert_bilde_har_en_beskrivelse_og_at_tekstbokser_ikke_finnes(skriv: Callable[[Grunnlag], bytes]) -> None:
    rot = les(skriv(lag_grunnlag())).element
    bilder = [e for e in rot.iter() if str(e.tag).endswith("}docPr")]
    assert bilder
    assert all(bilde.get("descr") for bilde in bilder)
    assert not [e for e in rot.iter() if str(e.tag).endswith(("}txbxContent", "}textbox"))]


@BEGGE
@pytest.mark.parametrize(("maalform", "spraak"), [("nb", "nb-NO"), ("nn", "nn-NO")])
def test_at_spraaket_er_satt_i_stiler_og_egenskaper(
    skriv: Callable[[Grunnlag], bytes], maalform: Maalform, spraak: str
) -> None:
    dokument = les(skriv(lag_grunnlag(maalform)))
    assert dokument.core_properties.language == spraak
    assert dokument.styles.element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang").get(f"{W}val") == spraak
    assert dokument.settings.element.find(f"{W}themeFontLang").get(f"{W}val") == spraak


def test_at_et_innspill_paa_den_andre_maalformen_har_sitt_eget_spraak() -> None:
    tilfeller: tuple[tuple[Maalform, str, str], ...] = (
        ("nb", "nn-NO", "«Leigebustader først."),
        ("nn", "nb-NO", "«Matjorda er"),
    )
    for maalform, annet, ord_ in tilfeller:
        rot = les(oppsummering(lag_grunnlag(maalform))).element
        loep = [r for r in rot.iter(f"{W}r") if "".join(t.text or "" for t in r.iter(f"{W}t")).startswith(ord_)]
        assert len(loep) == 2
        assert {r.find(f"{W}rPr/{W}lang").get(f"{W}val") for r in loep} == {annet}


@BEGGE
def test_at_egenskapene_er_kommunens_og_ikke_programmets(skriv: Callable[[Grunnlag], bytes]) -> None:
    egenskaper = les(skriv(lag_grunnlag())).core_properties
    assert egenskaper.author == egenskaper.last_modified_by == "Lindvær kommune"
    assert egenskaper.title
    assert egenskaper.created == egenskaper.modified == SKREVET.replace(tzinfo=egenskaper.created.tzinfo)
    assert "python" not in (egenskaper.comments or "").lower()


@BEGGE
def test_at_hver_del_er_velformet_og_at_samme_innhold_gir_samme_byte(skriv: Callable[[Grunnlag], bytes]) -> None:
    foerste, andre = skriv(lag_grunnlag()), skriv(lag_grunnlag())
    assert foerste == andre
    with ZipFile(BytesIO(foerste)) as zip_:
        for navn in zip_.namelist():
            if navn.endswith((".xml", ".rels")):
                etree.fromstring(zip_.read(navn))


@BEGGE
def test_at_hver_stil_som_brukes_finnes(skriv: Callable[[Grunnlag], bytes]) -> None:
    dokument = les(skriv(lag_grunnlag()))
    finnes = {s.get(f"{W}styleId") for s in dokument.styles.element.iter(f"{W}style")}
    brukt = {e.get(f"{W}val") for e in dokument.element.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    assert brukt <= finnes


@BEGGE
def test_at_korte_rader_ikke_deles_over_sider_og_lange_kan(skriv: Callable[[Grunnlag], bytes]) -> None:
    delbare = [
        rad
        for t in les(skriv(lag_grunnlag())).tables
        for rad in t.rows
        if rad._tr.find(f"{W}trPr/{W}cantSplit") is None
    ]
    assert all(max(len(c.text) for c in rad.cells) > 500 for rad in delbare)
