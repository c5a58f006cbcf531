"""What Word can do to a plan's text: styles, tracked changes, content controls, notes, contents, Strict OOXML."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.innlesing.samfunnsdel.test_samfunnsdel_former import noekler, tre, utenfor
from tests.innlesing.samfunnsdel.wordfiler import boks, h, kontroll, loep, note, p, punkt, tabell, wordfil
from verksted.innlesing.samfunnsdel.samfunnsdel import les_samfunnsdel
from verksted.innlesing.word.fil import les_wordfil
from verksted.kjerne.tekster import MAALFORMER, Tekster

BO = h(1, "Satsingsområde 1: Å bo")
FELT = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
FELTSLUTT = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def stil(kode: str, navn: str, egne: str = "", art: str = "paragraph") -> str:
    return f'<w:style w:type="{art}" w:styleId="{kode}"><w:name w:val="{navn}"/>{egne}</w:style>'


def test_at_kommunens_egne_stiler_er_overskrifter_etter_navn_arv_og_disposisjonsnivaa() -> None:
    stiler = (
        stil("Kap", "Kommunens kapittel", '<w:basedOn w:val="Heading1"/>')
        + stil("Under", "Mellomtittel", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
        + stil("Overskrift3", "Overskrift 3 blå")
        + stil("Ingen", "Ingress", '<w:basedOn w:val="Heading1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>')
    )
    kropp = (
        p("Satsingsområder", "Kap"),
        p("Oppvekst", "Under"),
        p("Barna er framtida", "Ingen"),
        p("Delmål 1: Skole", "Overskrift3"),
        punkt("bygge"),
    )
    lest = les_samfunnsdel(wordfil(*kropp, stiler=stiler), "p.docx")
    assert tre(lest) == ["Satsingsområde: Oppvekst", "  Delmål: Skole", "    Strategi: bygge"]
    assert lest.noder[0].tekst == "Barna er framtida"


def test_at_stiler_som_arver_i_ring_ikke_stopper_lesingen() -> None:
    stiler = stil("A", "A", '<w:basedOn w:val="B"/>') + stil("B", "B", '<w:basedOn w:val="A"/>')
    fil = les_wordfil(wordfil(p("Tekst", "A"), stiler=stiler), "p.docx")
    assert [a.tekst for a in fil.avsnitt] == ["Tekst"]


def test_at_fet_skrift_i_avsnittsstilen_er_fet() -> None:
    stiler = stil("Fet", "Fet linje", "<w:rPr><w:b/></w:rPr>")
    fete = [a.fet for a in les_wordfil(wordfil(p("x", "Fet"), p("y"), p("z", fet=True), stiler=stiler), "p").avsnitt]
    assert fete == [True, False, True]


@pytest.mark.parametrize("streng", [True, False])
@pytest.mark.parametrize("hoveddel", ["document.xml", "document2.xml"])
def test_at_streng_ooxml_og_andre_navn_paa_hoveddelen_leses_likt(*, streng: bool, hoveddel: str) -> None:
    kropp = (BO, punkt("Hus"), tabell(("Delmål", "Strategi"), ("A", "B")))
    lest = les_samfunnsdel(wordfil(*kropp, streng=streng, hoveddel=hoveddel), "p.docx")
    assert tre(lest) == ["Satsingsområde: Å bo", "  Delmål: Hus", "  Delmål: A", "    Strategi: B"]


def test_at_sporede_endringer_er_godtatt_ogsaa_flyttet_tekst_og_slettede_avsnittsmerker() -> None:
    slettet_merke = '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>' + loep("Delmål 1: Flere") + "</w:p>"
    slettet_rad = f'<w:tbl><w:tr><w:trPr><w:del w:id="2"/></w:trPr><w:tc>{p("Gammel rad")}</w:tc></w:tr></w:tbl>'
    lest = les_samfunnsdel(
        wordfil(
            BO,
            slettet_merke + p(" boliger"),
            "<w:p><w:moveFrom>" + loep("Delmål 9: flyttet") + "</w:moveFrom></w:p>",
            "<w:p><w:moveTo>" + loep("Delmål 2: flyttet") + "</w:moveTo></w:p>",
            "<w:p><w:del><w:r><w:delText>Delmål 5: bort</w:delText></w:r></w:del>"
            "<w:ins>" + loep("Delmål 3: ny") + "</w:ins></w:p>",
            slettet_rad,
        ),
        "p.docx",
    )
    assert tre(lest) == [
        "Satsingsområde: Å bo",
        "  Delmål: Flere boliger",
        "  Delmål: flyttet",
        "  Delmål: ny",
    ]
    assert not lest.ikke_plassert
    assert "sporede_endringer" in noekler(lest)


def test_at_innholdskontroller_inni_hverandre_aapnes_ogsaa_rundt_rader_og_celler() -> None:
    rad = f"<w:tr><w:tc>{p('Delmål')}</w:tc><w:tc>{p('Strategi')}</w:tc></w:tr>"
    celle = kontroll(f"<w:tc>{kontroll(p('Veier'))}</w:tc>")
    rad_i_kontroll = kontroll(f"<w:tr>{celle}<w:tc>{p('Asfaltere')}</w:tc></w:tr>")
    tabellen = f"<w:tbl>{rad}{rad_i_kontroll}</w:tbl>"
    lest = les_samfunnsdel(wordfil(BO, kontroll(kontroll(kontroll(punkt("Hus")))), tabellen), "p.docx")
    assert tre(lest) == ["Satsingsområde: Å bo", "  Delmål: Hus", "  Delmål: Veier", "    Strategi: Asfaltere"]


def test_at_noter_foelger_elementet_eller_staar_i_lista() -> None:
    kropp = (
        h(1, "Innledning", note(3)),
        h(1, "Satsingsområde 1: Å bo", note(1)),
        p("Delmål 1: Hus", inni=note(2, "endnote")),
    )
    fil = wordfil(*kropp, noter={1: "Kilde: SSB 2020", 3: "Se vedlegg"}, sluttnoter={2: "Gjelder hele perioden"})
    lest = les_samfunnsdel(fil, "p.docx")
    assert [n.tekst for n in lest.noder] == ["Kilde: SSB 2020", "Gjelder hele perioden"]
    assert utenfor(lest, "note") == ["Se vedlegg"]


@pytest.mark.parametrize(
    "liste",
    [
        kontroll(p("Satsingsområde 1: Å bo\t3") + p("Uten kapittel\t4"), "Table of Contents"),
        p(inni=FELT + loep("Satsingsområde 1: Å bo 3")) + p("Uten kapittel 4", inni=FELTSLUTT),
        p("Satsingsområde 1: Å bo ....... 3") + p("Uten kapittel ....... 4") + p("Delmål 1: Hus\t5"),
        p("Satsingsområde 1: Å bo\t3", "Innh1") + p("Uten kapittel\t4", "Innh1"),
    ],
)
def test_at_innholdsfortegnelsen_ikke_blir_maal_og_at_linjer_uten_kapittel_nevnes(liste: str) -> None:
    fil = wordfil(liste, BO, p("Delmål 1: Hus"), stiler=stil("Innh1", "toc 1"))
    lest = les_samfunnsdel(fil, "p.docx")
    assert tre(lest) == ["Satsingsområde: Å bo", "  Delmål: Hus"]
    assert [tekst.split()[0] for tekst in utenfor(lest, "innholdsliste")] == ["Uten"]


def test_at_et_felt_som_aldri_slutter_ikke_svelger_planen() -> None:
    lest = les_samfunnsdel(
        wordfil(p(inni=FELT + loep("Å bo 3")), BO, p("Delmål 1: Hus og hjem for alle " * 4)), "p.docx"
    )
    assert [n.rolle for n in lest.noder] == ["satsingsomraade", "delmaal"]


def test_at_skjult_tekst_og_tekst_i_figurer_staar_i_lista() -> None:
    figur = (
        "<w:r><w:drawing><a:p><a:r><a:t>Visjon: Sammen</a:t></a:r></a:p></w:drawing></w:r>"
        '<w:r><w:pict><v:shape><v:textpath string="Hav og land"/></v:shape></w:pict></w:r>'
    )
    lest = les_samfunnsdel(wordfil(BO, p("Delmål 1: Hus", inni=loep("hemmelig", skjult=True)), p(inni=figur)), "p.docx")
    assert tre(lest) == ["Satsingsområde: Å bo", "  Delmål: Hus"]
    assert utenfor(lest, "skjult_tekst") == ["hemmelig"]
    assert utenfor(lest, "figur") == ["Visjon: Sammen", "Hav og land"]


def test_at_topptekst_og_bunntekst_ikke_er_plan() -> None:
    from docx import Document

    dokument = Document()
    dokument.sections[0].header.paragraphs[0].text = "Delmål 9: Topptekst"
    dokument.add_heading("Satsingsområde 1: Å bo", 1)
    ut = io.BytesIO()
    dokument.save(ut)
    assert tre(les_samfunnsdel(ut.getvalue(), "p.docx")) == ["Satsingsområde: Å bo"]


def test_at_et_skadet_stilark_sies_fra_om_og_planen_likevel_leses() -> None:
    inn = wordfil(p("Satsingsområde 1: Å bo"), p("Delmål 1: Hus"))
    ut = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inn)) as gammel, zipfile.ZipFile(ut, "w") as ny:
        for navn in gammel.namelist():
            ny.writestr(navn, b"<w:styles" if navn == "word/styles.xml" else gammel.read(navn))
    lest = les_samfunnsdel(ut.getvalue(), "p.docx")
    assert tre(lest) == ["Satsingsområde: Å bo", "  Delmål: Hus"]
    assert "stilark_ikke_lest" in noekler(lest)


def test_at_det_som_ligner_paa_maal_har_sted_og_setning() -> None:
    lest = les_samfunnsdel(wordfil(h(1, "Kunnskap"), p("Vi skal bygge ny skole i sentrum."), BO), "p.docx")
    funn = [problem for problem in lest.problemer if problem.noekkel == "ligner_maal"]
    assert [(f.sted.avsnitt, f.data["sti"], f.data["tekst"]) for f in funn] == [
        (2, "Kunnskap", "Vi skal bygge ny skole i sentrum.")
    ]


def test_at_hvert_problem_har_tekst_paa_begge_maalformer() -> None:
    kropp = (p("Vi skal bygge ny skole i sentrum."), "<w:altChunk/>", p(inni="<w:ins>" + loep("ny") + "</w:ins>"))
    lest = les_samfunnsdel(wordfil(*kropp), "p.docx")
    assert {"innebygd_ikke_lest", "ligner_maal_uten_kapittel"} <= noekler(lest)
    for maalform in MAALFORMER:
        for problem in lest.problemer:
            assert Tekster(maalform)(problem.tekstnoekkel, **problem.data)


def test_at_en_boks_i_en_tabellcelle_er_en_del_av_cella() -> None:
    celle = p("Skoler", inni=boks(p("Se kartet")))
    lest = les_samfunnsdel(wordfil(BO, tabell(("Delmål", "Strategi"), (celle, "Bygge"))), "p.docx")
    assert tre(lest) == ["Satsingsområde: Å bo", "  Delmål: Skoler", "    Strategi: Bygge"]
    assert lest.noder[1].tekst == "Se kartet"
