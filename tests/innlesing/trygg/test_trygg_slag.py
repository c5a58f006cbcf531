"""Every kind of file that is no list and no plan is called by its name, and the user is told what to do."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.innlesing.filer import csvfil
from tests.innlesing.trygg.tryggkorpus import aerlig_docx, aerlig_xlsx, med
from verksted.innlesing.trygg import feil
from verksted.innlesing.trygg.pakkevakt import undersoek
from verksted.innlesing.trygg.slag import TABELLFILER, TALLFILER, WORDFILER, Filslag
from verksted.kjerne.tekster import MAALFORMER, Tekster

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
TABELL = [("Navn", "Parti"), ("Åse Sávži", "Bygdelista")]


def ole(*stroemmer: str) -> bytes:
    """Return a compound file with these stream names in its directory."""
    return OLE + b"".join(f"{navn}\0".encode("utf-16-le").ljust(64, b"\0") + b"\0" * 64 for navn in stroemmer)


def pakke(**deler: str) -> bytes:
    ut = io.BytesIO()
    with zipfile.ZipFile(ut, "w") as ny:
        for navn, innhold in deler.items():
            ny.writestr(navn.replace("__", "/").replace("_", "."), innhold)
    return ut.getvalue()


FREMMEDE: list[tuple[str, bytes, type[feil.FilaErIkkeSlikDenSkal]]] = [
    ("tom", b"", feil.InnfilaErTom),
    ("passord.docx", ole("EncryptionInfo", "EncryptedPackage"), feil.FilaErKryptert),
    ("gammel.doc", ole("WordDocument", "1Table"), feil.FilaErGammelWord),
    ("gammel.xls", ole("Workbook"), feil.FilaErGammelExcel),
    ("eldgammel.xls", ole("Book"), feil.FilaErGammelExcel),
    ("biff2.xls", b"\x09\x00\x04\x00\x02\x00\x10\x00" + b"\0" * 50, feil.FilaErGammelExcel),
    ("epost.msg", ole("__properties_version1.0"), feil.FilaErGammelOffice),
    (
        "skrift.odt",
        pakke(mimetype="application/vnd.oasis.opendocument.text", content_xml="<x/>"),
        feil.FilaErOpenDocument,
    ),
    ("uten-type.ods", pakke(content_xml="<x/>", **{"META-INF__manifest_xml": "<x/>"}), feil.FilaErOpenDocument),
    ("bok.xlsb", pakke(xl__workbook_bin="x"), feil.FilaErBinaerExcel),
    ("lysark.pptx", pakke(ppt__presentation_xml="<x/>"), feil.FilaErLysark),
    ("tall.numbers", pakke(Index__Document_iwa="x"), feil.FilaErFraApple),
    ("mappe.zip", pakke(liste_csv="Navn"), feil.FilaErPakketMappe),
    ("mappe.7z", b"7z\xbc\xaf\x27\x1c" + b"\0" * 50, feil.FilaErPakketMappe),
    ("plan.pdf", b"%PDF-1.7\n" + b"x" * 50, feil.FilaErPdf),
    ("plan-med-forspill.docx", b"\r\n\r\n%PDF-1.4\n\x00", feil.FilaErPdf),
    ("liste.xls", b"<html><table><tr><td>Navn</td></tr></table></html>", feil.FilaErNettside),
    ("liste2.xls", b"\xef\xbb\xbf \r\n<!DOCTYPE HTML PUBLIC '-//W3C'><html>", feil.FilaErNettside),
    ("liste3.xls", '<?xml version="1.0"?><!-- x --><table border="1">'.encode("utf-16"), feil.FilaErNettside),
    ("arkiv.mht", b"MIME-Version: 1.0\r\nContent-Type: multipart/related", feil.FilaErNettside),
    ("2003.xls", b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', feil.FilaErXml),
    ("brev.doc", b"{\\rtf1\\ansi Hei}", feil.FilaErRtf),
    ("bilde.docx", b"\x89PNG\r\n\x1a\n", feil.FilaErBilde),
    ("bilde.xlsx", b"\xff\xd8\xff\xe0JFIF", feil.FilaErBilde),
    ("prosess.verksted", b"SQLite format 3\x00" + b"\0" * 84, feil.FilaErDatabase),
    ("stoey", b"\x00\x01\x02\x03" * 100, feil.FilaErUkjent),
]


@pytest.mark.parametrize(("navn", "data", "klasse"), FREMMEDE, ids=[f[0] for f in FREMMEDE])
def test_at_en_fremmed_fil_blir_kalt_det_den_er_paa_begge_maalformer(
    navn: str, data: bytes, klasse: type[feil.FilaErIkkeSlikDenSkal]
) -> None:
    with pytest.raises(feil.FilaErIkkeSlikDenSkal) as fanget:
        undersoek(data, navn)
    assert type(fanget.value) is klasse
    for maalform in MAALFORMER:
        setning = Tekster(maalform).feil(fanget.value)
        assert navn in setning
        assert "{" not in setning


@pytest.mark.parametrize("koding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("skille", [";", ",", "\t"])
def test_at_tekst_i_kolonner_er_tekst_i_alle_vanlige_tegnsett(koding: str, skille: str) -> None:
    rader = [("Navn", "Parti"), ("Åse Vik", "Bygdelista"), ("<Ikke en nettside>", "{AL}"), ("[1]", "PKL")]
    data = csvfil(rader, skille=skille).decode().encode(koding)
    assert undersoek(data, "liste.csv").slag is Filslag.TEKST


def test_at_tekst_som_bare_likner_ikke_blir_noe_annet() -> None:
    for start in ("PK;Navn", "%;Navn", "{Navn};Parti", "[Navn];[Parti]", "<Navn>;Parti", "BMI;Navn", "\u2212 1;Navn"):
        assert undersoek(f"{start}\r\n1;2\r\n".encode(), "liste.csv").slag is Filslag.TEKST, start


@pytest.mark.parametrize("data", [b'{"version":"2.0"}', b"\xef\xbb\xbf [1, 2]", b'[{"a":1}]', b'{\n  "dataset": {}}'])
def test_at_json_er_json(data: bytes) -> None:
    assert undersoek(data, "tall.json", ventet=TALLFILER).slag is Filslag.JSON
    with pytest.raises(feil.FilaErJson):
        undersoek(data, "tall.csv", ventet=TABELLFILER)


def test_at_office_filer_kjennes_paa_innholdet_og_ikke_paa_navnet() -> None:
    assert undersoek(aerlig_docx(), "liste.xlsx").slag is Filslag.WORD
    assert undersoek(aerlig_xlsx(), "plan.docx").slag is Filslag.REGNEARK
    flyttet = med(aerlig_docx(), {"word/document2.xml": "<x/>"}, uten="word/document.xml")
    assert undersoek(flyttet, "plan.docx").slag is Filslag.WORD


def test_at_feil_slags_fil_sier_hva_den_er() -> None:
    with pytest.raises(feil.FilaErEtWorddokument):
        undersoek(aerlig_docx(), "liste.xlsx", ventet=TABELLFILER)
    with pytest.raises(feil.FilaErEtRegneark):
        undersoek(aerlig_xlsx(), "plan.docx", ventet=WORDFILER)
    with pytest.raises(feil.FilaErRenTekst):
        undersoek(csvfil(TABELL), "plan.docx", ventet=WORDFILER)
