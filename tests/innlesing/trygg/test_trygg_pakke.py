"""The guard in front of the libraries: limits, names, definitions, and what is told although it is read."""

from __future__ import annotations

import io
import re
import zipfile
from time import monotonic

import pytest

from tests.innlesing.trygg.tryggkorpus import (
    ARK,
    DOKUMENT,
    HODE,
    W,
    aerlig_docx,
    aerlig_xlsx,
    del_av,
    dokument,
    korpus,
    med,
    navn_i,
)
from verksted.innlesing.deltakere.deltakere import les_deltakere
from verksted.innlesing.problem import setning
from verksted.innlesing.trygg import feil
from verksted.innlesing.trygg.pakkeretting import rett
from verksted.innlesing.trygg.pakkevakt import Grenser, undersoek
from verksted.innlesing.trygg.slag import Filslag
from verksted.kjerne.tekster import MAALFORMER, Tekster

RELASJONER = "word/_rels/document.xml.rels"


@pytest.mark.parametrize("data", [aerlig_docx(), aerlig_xlsx()], ids=["docx", "xlsx"])
def test_at_en_aerlig_fil_slipper_rett_gjennom(data: bytes) -> None:
    funn = undersoek(data, "fil")
    assert (funn.merknader, funn.maa_rettes) == ((), False)


def test_at_ingen_del_maa_pakkes_ut_for_aa_avsloere_en_bombe() -> None:
    bombe = io.BytesIO()
    with zipfile.ZipFile(bombe, "w", zipfile.ZIP_DEFLATED) as ny, ny.open("word/document.xml", "w") as ut:
        for _ in range(150):
            ut.write(bytes(1 << 20))
    start = monotonic()
    with pytest.raises(feil.FilaVokserForMye):
        undersoek(bombe.getvalue(), "bombe.docx")
    assert monotonic() - start < 0.5


@pytest.mark.parametrize("grenser", [Grenser(deler=5), Grenser(pakket_ut=10_000), Grenser(forhold=2, forhold_fra=1000)])
def test_at_hver_grense_biter(grenser: Grenser) -> None:
    with pytest.raises(feil.FilaVokserForMye):
        undersoek(aerlig_docx(), "plan.docx", grenser=grenser)


def test_at_en_liten_del_kan_vaere_hardt_pakket() -> None:
    assert (
        undersoek(med(aerlig_docx(), {"word/tom.xml": b"<a>" + b" " * 900_000 + b"</a>"}), "plan.docx").slag == "word"
    )


def test_at_en_for_stor_fil_ikke_aapnes() -> None:
    with pytest.raises(feil.InnfilaErForStor):
        undersoek(bytes(3 << 20), "stor.csv", grenser=Grenser(filstoerrelse=2 << 20))


DEFINISJON = '<!DOCTYPE w:document [<!ENTITY a "b">]>'


@pytest.mark.parametrize(
    "koding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp037"]
)
@pytest.mark.parametrize("foran", ["", HODE, " \r\n", "<!-- x -->", "<?x y?><!-- <w:document> -->\n"])
def test_at_en_dokumenttype_blir_sett_i_ethvert_tegnsett(koding: str, foran: str) -> None:
    erklaering = f'<?xml version="1.0" encoding="{koding.removesuffix("-sig")}"?>' if foran == HODE else foran
    if koding in {"utf-7", "cp037"} and foran != HODE:
        return  # only a declaration tells a parser of these
    data = f"{erklaering}{DEFINISJON}<w:document {W}/>".encode(koding)
    with pytest.raises(feil.FilaHarDokumenttype):
        undersoek(med(aerlig_docx(), {DOKUMENT: data}), "plan.docx")


@pytest.mark.parametrize("del_", [n for n in navn_i(aerlig_xlsx()) if n.endswith((".xml", ".rels"))])
def test_at_en_dokumenttype_blir_sett_i_hver_del(del_: str) -> None:
    gammel = del_av(aerlig_xlsx(), del_).decode()
    ny = re.sub(r"\A(<\?xml[^>]*>)?", rf"\1{DEFINISJON}", gammel, count=1)
    with pytest.raises(feil.FilaHarDokumenttype):
        undersoek(med(aerlig_xlsx(), {del_: ny}), "liste.xlsx")


def test_at_en_dokumenttype_i_et_bilde_eller_en_limt_inn_nettside_ikke_stanser_planen() -> None:
    deler: dict[str, bytes | str | None] = {
        "word/media/image1.svg": '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd"><svg/>',
        "word/afchunk.html": "<!DOCTYPE html><html/>",
    }
    assert undersoek(med(aerlig_docx(), deler), "plan.docx").slag is Filslag.WORD


def test_at_ord_om_dokumenttyper_i_teksten_ikke_stanser_planen() -> None:
    tekst = dokument("<w:p><w:r><w:t>&lt;!DOCTYPE x&gt;</w:t></w:r></w:p><!-- <!DOCTYPE x> -->")
    assert undersoek(med(aerlig_docx(), {DOKUMENT: tekst}), "plan.docx").slag is Filslag.WORD


def _noekler(data: bytes) -> dict[str, object]:
    funn = undersoek(data, "fil")
    for maalform in MAALFORMER:
        assert all(setning(m, Tekster(maalform)).startswith("fil: ") for m in funn.merknader)
    return {m.noekkel: m.data.get("antall") for m in funn.merknader}


def test_at_makroer_og_innebygde_filer_blir_sagt() -> None:
    assert _noekler(med(aerlig_docx(), {"word/vbaProject.bin": b"\0"})) == {"makroer_ikke_lest": None}
    assert _noekler(med(aerlig_xlsx(), {"xl/macrosheets/sheet1.xml": b"<a/>"})) == {"makroer_ikke_lest": None}
    innebygd: dict[str, bytes | str | None] = {"word/embeddings/a.xlsx": aerlig_xlsx(), "word/embeddings/b.bin": b"\0"}
    assert _noekler(med(aerlig_docx(), innebygd)) == {"innebygde_filer_ikke_lest": 2}


def test_at_ytre_deler_blir_sagt_men_ikke_lenker() -> None:
    slag = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rader = "".join(
        f'<Relationship Id="x{n}" Type="{slag}/{art}" Target="http://eksempel.no/{n}" TargetMode="External"/>'
        for n, art in enumerate(("hyperlink", "hyperlink", "attachedTemplate", "oleObject", "image"))
    )
    ny = del_av(aerlig_docx(), RELASJONER).decode().replace("</Relationships>", f"{rader}</Relationships>")
    assert _noekler(med(aerlig_docx(), {RELASJONER: ny})) == {"eksterne_deler_ikke_hentet": 3}
    assert _noekler(med(aerlig_docx(), {RELASJONER: ny.encode("utf-16")})) == {"eksterne_deler_ikke_hentet": 3}


def _streng(data: bytes) -> bytes:
    """Return the package as Word and Excel write it when asked for Strict Open XML."""
    deler: dict[str, bytes | str | None] = {}
    for navn in navn_i(data):
        deler[navn] = re.sub(
            rb"http://schemas\.openxmlformats\.org/(officeDocument|spreadsheetml|wordprocessingml|drawingml)/2006/",
            rb"http://purl.oclc.org/ooxml/\1/",
            del_av(data, navn),
        )
    return med(data, deler)


def test_at_strengt_format_blir_sagt_og_regnearket_lest_som_det_er() -> None:
    streng = _streng(aerlig_xlsx())
    assert b"purl.oclc.org" in del_av(streng, ARK)
    funn = undersoek(streng, "fil")
    assert _noekler(streng) == {"streng_ooxml": None}
    assert funn.maa_rettes
    assert les_deltakere(rett(streng), "fil").deltakere == les_deltakere(aerlig_xlsx(), "fil").deltakere != ()
    assert _noekler(_streng(aerlig_docx())) == {"streng_ooxml": None}
    assert not undersoek(_streng(aerlig_docx()), "fil").maa_rettes


def test_at_skraastreker_feil_vei_i_delenes_navn_blir_rettet() -> None:
    skjev = io.BytesIO()
    with zipfile.ZipFile(skjev, "w") as ny:
        for navn in navn_i(aerlig_xlsx()):
            ny.writestr(navn.replace("/", "\\"), del_av(aerlig_xlsx(), navn))
    funn = undersoek(skjev.getvalue(), "fil")
    assert (funn.slag, funn.maa_rettes) == (Filslag.REGNEARK, True)
    assert les_deltakere(rett(skjev.getvalue()), "fil").deltakere == les_deltakere(aerlig_xlsx(), "fil").deltakere


VENTET = {
    "bombe-": feil.FilaVokserForMye,
    "for-mange-i-lista": feil.FilaVokserForMye,
    "zip64-loegn.": feil.FilaVokserForMye,
    "dobbel": feil.PakkaHarUlovligeNavn,
    "utenfor-": feil.PakkaHarUlovligeNavn,
    "kryptert-del": feil.FilaErKryptert,
    "ukjent-pakkemaate": feil.InnfilaErSkadet,
    "overlapp": feil.InnfilaErSkadet,
    "avkortet-": feil.InnfilaErSkadet,
    "milliard": feil.FilaHarDokumenttype,
    "kvadrat": feil.FilaHarDokumenttype,
    "ytre-": feil.FilaHarDokumenttype,
    "parameter": feil.FilaHarDokumenttype,
    "gjemt-bak-merknad": feil.FilaHarDokumenttype,
    "utf": feil.FilaHarDokumenttype,
    "innpakket": feil.FilaErPakketMappe,
    "forspill": feil.FilaErUkjent,
}


@pytest.mark.parametrize("foran", VENTET)
def test_at_vakta_stanser_hver_fiendtlig_pakke_med_sin_egen_setning(foran: str) -> None:
    filer = {navn: data for navn, data in korpus("http://127.0.0.1").items() if navn.startswith(foran)}
    assert filer
    for navn, data in filer.items():
        with pytest.raises(feil.FilaErIkkeSlikDenSkal) as fanget:
            undersoek(data, navn)
        assert type(fanget.value) is VENTET[foran], navn
