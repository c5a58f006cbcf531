"""A corpus of damaged and hostile files, the same every time: name -> bytes, made from an honest docx and xlsx."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from functools import cache
from typing import TYPE_CHECKING, Final

from xlsxwriter import Workbook

from tests.innlesing.filer import csvfil, docx

if TYPE_CHECKING:
    from collections.abc import Iterator

FROE: Final = 20261120
W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S: Final = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
HODE: Final = '<?xml version="1.0" encoding="UTF-8"?>'
DOKUMENT: Final = "word/document.xml"
ARK: Final = "xl/worksheets/sheet1.xml"
STRENGER: Final = "xl/sharedStrings.xml"


def _terning(nummer: int) -> random.Random:
    return random.Random(FROE + nummer)  # noqa: S311 - the same files every time


@cache
def aerlig_docx() -> bytes:
    avsnitt = [
        ("Heading 1", "Samfunnsdelen"),
        ("Heading 2", "Hovedmål: Et trygt samfunn"),
        ("List Bullet", "Delmål én"),
    ]
    return docx([*avsnitt, *(("", f"Avsnitt {n} med ord.") for n in range(60))])


@cache
def aerlig_xlsx() -> bytes:
    rader = [("Navn", "Parti", "Fødselsår"), *((f"Person {n}", "Bygdelista", 1950 + n) for n in range(40))]
    ut = io.BytesIO()
    with Workbook(ut, {"in_memory": True}) as bok:  # with shared strings, as Excel writes them
        for navn in ("Medlemmer", "Vara"):
            blad = bok.add_worksheet(navn)
            for nummer, rad in enumerate(rader):
                blad.write_row(nummer, 0, rad)
    return ut.getvalue()


def med(pakke: bytes, deler: dict[str, bytes | str | None], *, uten: str | None = None) -> bytes:
    """Return the package with parts put in, replaced, or (None) taken away."""
    ut = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(pakke)) as inn, zipfile.ZipFile(ut, "w", zipfile.ZIP_DEFLATED) as ny:
        for del_ in inn.infolist():
            if del_.filename not in deler and del_.filename != uten:
                ny.writestr(del_.filename, inn.read(del_))
        for navn, innhold in deler.items():
            if innhold is not None:
                ny.writestr(navn, innhold)
    return ut.getvalue()


def del_av(pakke: bytes, navn: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(pakke)) as inn:
        return inn.read(navn)


def navn_i(pakke: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(pakke)) as inn:
        return inn.namelist()


def dokument(kropp: str) -> str:
    return f"{HODE}<w:document {W}><w:body>{kropp}</w:body></w:document>"


def avsnitt(tekst: str, egenskaper: str = "") -> str:
    return f"<w:p><w:pPr>{egenskaper}</w:pPr><w:r><w:t>{tekst}</w:t></w:r></w:p>"


def ark(rader: str, foer: str = "", etter: str = "") -> str:
    return f"{HODE}<worksheet {S}>{foer}<sheetData>{rader}</sheetData>{etter}</worksheet>"


def celle(sted: str, tekst: str) -> str:
    return f'<c r="{sted}" t="inlineStr"><is><t>{tekst}</t></is></c>'


OVERSKRIFT: Final = f'<row r="1">{celle("A1", "Navn")}{celle("B1", "Parti")}</row>'


@cache
def korpus(adresse: str) -> dict[str, bytes]:
    """Return every file; `adresse` is an http address that nobody may call."""
    filer: dict[str, bytes] = {}
    for del_ in (_avkortet, _vendt, _vendt_i_xml, _uten_deler, _zipfeil, _regneark, _word, _tekst):
        filer |= dict(del_())
    return filer | dict(_definisjoner(adresse)) | dict(_relasjoner(adresse))


def _begge() -> Iterator[tuple[str, bytes]]:
    yield "docx", aerlig_docx()
    yield "xlsx", aerlig_xlsx()


def _avkortet() -> Iterator[tuple[str, bytes]]:
    terning = _terning(0)
    for slag, data in _begge():
        for nummer in range(12):
            yield f"avkortet-{nummer}.{slag}", data[: terning.randrange(1, len(data))]


def _vendt() -> Iterator[tuple[str, bytes]]:
    terning = _terning(1)
    for slag, data in _begge():
        for nummer in range(16):
            skadet = bytearray(data)
            for _ in range(1 + nummer * 4):
                skadet[terning.randrange(len(skadet))] ^= 1 << terning.randrange(8)
            yield f"vendt-{nummer}.{slag}", bytes(skadet)


def _vendt_i_xml() -> Iterator[tuple[str, bytes]]:
    """Damage what lies packed, so that the package is whole and its words are not."""
    terning = _terning(2)
    for slag, data in _begge():
        navn = [n for n in navn_i(data) if n.endswith((".xml", ".rels"))]
        for nummer in range(16):
            valgt = terning.choice(navn)
            skadet = bytearray(del_av(data, valgt))
            for _ in range(1 + nummer // 4):
                skadet[terning.randrange(len(skadet))] = terning.randrange(256)
            yield f"vendt-i-xml-{nummer}.{slag}", med(data, {valgt: bytes(skadet)})


def _uten_deler() -> Iterator[tuple[str, bytes]]:
    for slag, data in _begge():
        for navn in navn_i(data):
            if navn.endswith((".xml", ".rels")) and "theme" not in navn and "customXml" not in navn:
                yield f"uten-{navn.replace('/', '-')}.{slag}", med(data, {}, uten=navn)
    for navn, pakke in ((DOKUMENT, aerlig_docx()), (ARK, aerlig_xlsx()), ("xl/workbook.xml", aerlig_xlsx())):
        slag = "docx" if navn == DOKUMENT else "xlsx"
        yield f"tom-del-{navn.replace('/', '-')}.{slag}", med(pakke, {navn: b""})
        yield f"ikke-utf8-{navn.replace('/', '-')}.{slag}", med(pakke, {navn: HODE.encode() + b"<a>\xff\xfe\xc3(</a>"})
        yield f"feil-rot-{navn.replace('/', '-')}.{slag}", med(pakke, {navn: f"{HODE}<html><body/></html>"})


# -- the zip itself -----------------------------------------------------------------------------------------------


def _zipfeil() -> Iterator[tuple[str, bytes]]:
    for slag, data in _begge():
        foerste = data.find(b"PK\x01\x02")
        slutt = data.rfind(b"PK\x05\x06")
        yield f"bombe-nuller.{slag}", med(data, {"xl/bombe.xml": b" " * (30 << 20)})
        yield f"bombe-mange.{slag}", med(data, {f"x/{n}.xml": b"<a/>" for n in range(2100)})
        yield f"bombe-loegn-om-stoerrelse.{slag}", _skriv(data, foerste + 24, struct.pack("<I", 0x7FFFFFFF))
        yield f"loegn-pakket-stoerrelse.{slag}", _skriv(data, foerste + 20, struct.pack("<I", 3))
        yield f"loegn-utpakket-for-liten.{slag}", _skriv(data, foerste + 24, struct.pack("<I", 3))
        yield f"feil-crc.{slag}", _skriv(data, foerste + 16, b"\0\1\2\3")
        yield f"kryptert-del.{slag}", _skriv(data, foerste + 8, b"\1\0")
        yield f"ukjent-pakkemaate.{slag}", _skriv(data, foerste + 10, struct.pack("<H", 14))
        yield f"feil-sted-for-lista.{slag}", _skriv(data, slutt + 16, struct.pack("<I", 0x7FFFFFFF))
        yield f"lista-paa-0.{slag}", _skriv(data, slutt + 16, struct.pack("<I", 0))
        yield f"for-mange-i-lista.{slag}", _skriv(data, slutt + 8, struct.pack("<HH", 60000, 60000))
        yield f"zip64-loegn.{slag}", _zip64(data, antall=1 << 40, stoerrelse=1 << 50)
        yield f"zip64-loegn-om-sted.{slag}", _zip64(data, antall=10, stoerrelse=400, sted=1 << 60)
        yield f"hale.{slag}", data + b"hale" * 1000
        yield f"forspill.{slag}", b"MZ" + b"\0" * 500 + data
        yield f"innpakket.{slag}", med(_tom_zip(), {f"fil.{slag}": data})
        yield f"overlapp.{slag}", _overlapp(data)
        yield f"tom.{slag}", b""
        yield f"bare-pk.{slag}", b"PK\x03\x04"
    for navn in ("../../etc/passwd", "/etc/passwd", "C:\\Windows\\x.dll", "word/..\\..\\x"):
        yield f"utenfor-{abs(hash(navn)) % 97}-{len(navn)}.docx", med(aerlig_docx(), {navn: b"x"})
    yield "dobbel.docx", _dobbel(aerlig_docx(), DOKUMENT, "word/document.xml")
    yield "dobbel-store-bokstaver.xlsx", _dobbel(aerlig_xlsx(), ARK, "XL/worksheets/Sheet1.xml")


def _skriv(data: bytes, sted: int, nytt: bytes) -> bytes:
    return data[:sted] + nytt + data[sted + len(nytt) :]


def _tom_zip() -> bytes:
    ut = io.BytesIO()
    zipfile.ZipFile(ut, "w").close()
    return ut.getvalue()


def _zip64(data: bytes, *, antall: int, stoerrelse: int, sted: int = 0) -> bytes:
    slutt = data.rfind(b"PK\x05\x06")
    post = b"PK\x06\x06" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, antall, antall, stoerrelse, sted)
    viser = b"PK\x06\x07" + struct.pack("<IQI", 0, slutt, 1)
    liten = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return data[:slutt] + post + viser + liten


def _overlapp(data: bytes) -> bytes:
    """Let every part in the table of contents point at the first one's bytes."""
    ny = bytearray(data)
    sted = ny.find(b"PK\x01\x02")
    while sted >= 0:
        ny[sted + 42 : sted + 46] = b"\0\0\0\0"
        sted = ny.find(b"PK\x01\x02", sted + 46)
    return bytes(ny)


def _dobbel(data: bytes, navn: str, andre: str) -> bytes:
    """Return the package with two parts of one name: the writer is given another name of the same length."""
    tull = "z" * len(andre)
    return med(data, {tull: del_av(data, navn)}).replace(tull.encode(), andre.encode())


# -- definitions, entities ----------------------------------------------------------------------------------------


def _definisjoner(adresse: str) -> Iterator[tuple[str, bytes]]:
    latter = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    doktyper: dict[str, tuple[str, str]] = {
        "milliard": (f'<!DOCTYPE x [<!ENTITY l0 "lol">{latter}]>', "&l9;"),
        "kvadrat": (f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]>', "&a;" * 5000),
        "ytre-fil": ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "&e;"),
        "ytre-nett": (f'<!DOCTYPE x SYSTEM "{adresse}/x.dtd">', ""),
        "parameter": (f'<!DOCTYPE x [<!ENTITY % p SYSTEM "{adresse}/p.dtd"> %p;]>', ""),
    }
    for navn, (doktype, inni) in doktyper.items():
        tekst = f'<?xml version="1.0"?>{doktype}<w:document {W}><w:body>{avsnitt(inni)}</w:body></w:document>'
        yield f"{navn}.docx", med(aerlig_docx(), {DOKUMENT: tekst})
        yield f"{navn}-utf16.docx", med(aerlig_docx(), {DOKUMENT: tekst.encode("utf-16")})
        bok = f'<?xml version="1.0"?>{doktype}{ark(celle("A1", inni)).removeprefix(HODE)}'
        yield f"{navn}.xlsx", med(aerlig_xlsx(), {ARK: bok})
        yield f"{navn}-utf16.xlsx", med(aerlig_xlsx(), {ARK: bok.encode("utf-16")})
        for pakke, slag, deler in (
            (aerlig_docx(), "docx", ("[Content_Types].xml", "_rels/.rels", "word/styles.xml")),
            (aerlig_xlsx(), "xlsx", ("[Content_Types].xml", "xl/_rels/workbook.xml.rels", STRENGER, "xl/styles.xml")),
        ):
            for del_ in deler:
                gammel = del_av(pakke, del_).decode()
                rot = gammel.find("<", gammel.find("?>") if gammel.startswith("<?") else 0)
                ny = gammel[:rot] + doktype + gammel[rot:]
                yield f"{navn}-{del_.replace('/', '-')}.{slag}", med(pakke, {del_: ny})
    gjemt = f"{HODE}{'<!-- ' + 'x' * 70_000 + ' -->'}<!DOCTYPE x [<!ENTITY a 'b'>]><w:document {W}/>"
    yield "gjemt-bak-merknad.docx", med(aerlig_docx(), {DOKUMENT: gjemt})
    utf7 = '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x+AD4-<a/>'
    yield "utf7.docx", med(aerlig_docx(), {DOKUMENT: utf7})
    yield "utf32.docx", med(aerlig_docx(), {DOKUMENT: dokument(avsnitt("x")).encode("utf-32-be")})


def _relasjoner(adresse: str) -> Iterator[tuple[str, bytes]]:
    hode = f'{HODE}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    slag = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    def rel(art: str, til: str, mer: str = "") -> str:
        return f'{hode}<Relationship Id="rId1" Type="{slag}/{art}" Target="{til}" {mer}/></Relationships>'

    ute = 'TargetMode="External"'
    yield "rel-ytre-dokument.docx", med(aerlig_docx(), {"_rels/.rels": rel("officeDocument", f"{adresse}/d.xml", ute)})
    yield "rel-ytre-bok.xlsx", med(aerlig_xlsx(), {"_rels/.rels": rel("officeDocument", f"{adresse}/b.xml", ute)})
    yield (
        "rel-ytre-ark.xlsx",
        med(aerlig_xlsx(), {"xl/_rels/workbook.xml.rels": rel("worksheet", f"{adresse}/a.xml", ute)}),
    )
    for art in ("attachedTemplate", "oleObject", "image", "frame"):
        deler: dict[str, bytes | str | None] = {"word/_rels/document.xml.rels": rel(art, f"{adresse}/{art}", ute)}
        yield f"rel-{art}.docx", med(aerlig_docx(), deler)
    yield "rel-borte.docx", med(aerlig_docx(), {"_rels/.rels": rel("officeDocument", "word/finnes-ikke.xml")})
    yield "rel-ut-av-pakka.docx", med(aerlig_docx(), {"_rels/.rels": rel("officeDocument", "../../../etc/passwd")})
    yield "rel-seg-selv.docx", med(aerlig_docx(), {"word/_rels/document.xml.rels": rel("styles", "document.xml")})
    yield "rel-ark-i-ring.xlsx", med(aerlig_xlsx(), {"xl/_rels/workbook.xml.rels": rel("worksheet", "workbook.xml")})
    yield (
        "rel-uten-slag.xlsx",
        med(aerlig_xlsx(), {"xl/_rels/workbook.xml.rels": f'{hode}<Relationship Id="rId1"/></Relationships>'}),
    )


# -- what the words say --------------------------------------------------------------------------------------------


def _bokstaver(mengde: int) -> str:
    """Return so many letters that hardly let themselves be packed."""
    return _terning(3).randbytes(mengde // 2).hex()


def _regneark() -> Iterator[tuple[str, bytes]]:
    def bok(rader: str, foer: str = "", etter: str = "") -> bytes:
        return med(aerlig_xlsx(), {ARK: ark(OVERSKRIFT + rader, foer, etter)})

    person = f'<row r="2">{celle("A2", "Kari Vik")}{celle("B2", "Bygdelista")}</row>'
    yield "million-tomme-rader.xlsx", bok("".join(f'<row r="{n}"/>' for n in range(2, 1_000_002)))
    yield "million-rader-med-tomme-celler.xlsx", bok('<row><c s="1"/></row>' * 1_000_000)
    yield "dimensjonen-lyver.xlsx", bok(person, '<dimension ref="A1:XFD1048576"/>')
    yield "dimensjonen-er-tull.xlsx", bok(person, '<dimension ref="tull"/>')
    yield "celle-lengst-borte.xlsx", bok(f'{person}<row r="1048576">{celle("XFD1048576", "x")}</row>')
    yield "hver-rad-til-xfd.xlsx", bok("".join(f'<row r="{n}">{celle(f"XFD{n}", "x")}</row>' for n in range(2, 20_000)))
    yield "kolonne-utenfor.xlsx", bok(f'<row r="2">{celle("ZZZZZZ2", "x")}</row>')
    yield "rad-0.xlsx", bok(f'<row r="0">{celle("A0", "x")}</row>')
    yield "rad-minus.xlsx", bok(f'<row r="-5">{celle("A-5", "x")}</row>')
    yield "rad-enorm.xlsx", bok(f'<row r="99999999999999">{celle("A99999999999999", "x")}</row>')
    yield "rad-ord.xlsx", bok(f'<row r="to">{celle("??", "x")}</row>')
    yield "samme-rad-mange-ganger.xlsx", bok(person * 5000)
    for navn, verdi in (
        ("uendelig", "1e999"),
        ("nan", "NaN"),
        ("mange-siffer", "9" * 20_000),
        ("ord", "tolv"),
        ("tom", ""),
    ):
        yield f"tall-{navn}.xlsx", bok(f'<row r="2">{celle("A2", "Kari")}<c r="B2"><v>{verdi}</v></c></row>')
    for navn, verdi in (("utenfor", "999999"), ("minus", "-1"), ("ord", "x")):
        yield f"streng-{navn}.xlsx", bok(f'<row r="2"><c r="A2" t="s"><v>{verdi}</v></c></row>')
    stiler = (
        f'{HODE}<styleSheet {S}><cellXfs count="1"><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
    )
    for navn, verdi in (("enorm", "1e300"), ("minus", "-700000"), ("tiaar-10000", "2958466"), ("nan", "nan")):
        datoark = ark(f'{OVERSKRIFT}<row r="2"><c r="A2" s="0"><v>{verdi}</v></c></row>')
        yield f"dato-{navn}.xlsx", med(aerlig_xlsx(), {ARK: datoark, "xl/styles.xml": stiler})
    yield "iso-dato-tull.xlsx", bok('<row r="2"><c r="A2" t="d"><v>0000-99-99T99</v></c></row>')
    yield "stil-utenfor.xlsx", bok('<row r="2"><c r="A2" s="99999"><v>1</v></c></row>')
    flett = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(2, 120_000))
    yield "mange-flettinger.xlsx", bok(person, etter=f"<mergeCells>{flett}</mergeCells>")
    yield "flettet-alt.xlsx", bok(person, etter='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    yield "flettet-tull.xlsx", bok(person, etter='<mergeCells><mergeCell ref="B2:A"/><mergeCell/></mergeCells>')
    yield "dypt-ark.xlsx", bok(f'<row r="2">{"<c>" * 100_000}{"</c>" * 100_000}</row>')
    yield "lang-celle.xlsx", bok(f'<row r="2">{celle("A2", _bokstaver(10 << 20))}</row>')
    yield "langt-attributt.xlsx", bok(f'<row r="2" x="{_bokstaver(10 << 20)}">{celle("A2", "x")}</row>')
    strenger = f"{HODE}<sst {S}>{''.join(f'<si><t>{_bokstaver(400)}{n}</t></si>' for n in range(95_000))}</sst>"
    yield "strenger-40-mb.xlsx", med(aerlig_xlsx(), {STRENGER: _urolig(strenger)})
    yield (
        "million-strenger.xlsx",
        med(aerlig_xlsx(), {STRENGER: f"{HODE}<sst {S}>{'<si><t>a</t></si>' * 1_000_000}</sst>"}),
    )
    yield (
        "dype-strenger.xlsx",
        med(aerlig_xlsx(), {STRENGER: f"{HODE}<sst {S}>{'<si>' * 100_000}{'</si>' * 100_000}</sst>"}),
    )
    formater = "".join(f'<numFmt numFmtId="{n}" formatCode="0{n}"/>' for n in range(200, 100_200))
    tunge = f"{HODE}<styleSheet {S}><numFmts>{formater}</numFmts></styleSheet>"
    yield "mange-formater.xlsx", med(aerlig_xlsx(), {"xl/styles.xml": tunge})
    liste = "".join(f'<sheet name="Ark{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 3001))
    rom = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    yield (
        "tre-tusen-ark.xlsx",
        med(aerlig_xlsx(), {"xl/workbook.xml": f"{HODE}<workbook {S} {rom}><sheets>{liste}</sheets></workbook>"}),
    )
    yield "ingen-ark.xlsx", med(aerlig_xlsx(), {"xl/workbook.xml": f"{HODE}<workbook {S}><sheets/></workbook>"})
    formler = "".join(f'<row r="{n}"><c r="A{n}"><f>{"A1+" * 200}1</f></c></row>' for n in range(2, 5000))
    yield "formler-uten-svar.xlsx", bok(formler)
    aapne = "".join(f'<c r="A{n}"><f>' for n in range(20_000))
    yield "formel-uten-slutt.xlsx", bok(f'<row r="2">{aapne}</row>')


def _urolig(tekst: str) -> str:
    """Return long texts with an end of their own each, so that they cannot be packed as hard as a bomb."""
    terning = _terning(4)
    biter = tekst.split("</t>")
    return "</t>".join(bit[:-120] + terning.randbytes(60).hex() if len(bit) > 200 else bit for bit in biter)


def _word() -> Iterator[tuple[str, bytes]]:
    def fil(kropp: str, **deler: str) -> bytes:
        return med(aerlig_docx(), {DOKUMENT: dokument(kropp), **{f"word/{n}.xml": d for n, d in deler.items()}})

    for navn, element in (("sdt", "w:sdt"), ("ins", "w:ins"), ("tbl", "w:tbl"), ("r", "w:r"), ("p", "w:p"), ("x", "x")):
        for dybde in (240, 100_000):
            kropp = f"<{element}>" * dybde + f"</{element}>" * dybde
            yield f"dypt-{navn}-{dybde}.docx", fil(avsnitt("Mål") + kropp)
    boks = "<w:p><w:r><w:pict><w:txbxContent>" * 55, "</w:txbxContent></w:pict></w:r></w:p>" * 55
    yield "tekstbokser-i-hverandre.docx", fil(boks[0] + avsnitt("Innerst") + boks[1])
    yield "ett-ord-paa-10-mb.docx", fil(avsnitt(_bokstaver(10 << 20)))
    yield "hundre-tusen-avsnitt.docx", fil("".join(avsnitt(f"Mål {n}") for n in range(100_000)))
    yield "hundre-tusen-loep.docx", fil(f"<w:p>{''.join(f'<w:r><w:t>{n} </w:t></w:r>' for n in range(100_000))}</w:p>")
    yield (
        "tjue-tusen-tabeller.docx",
        fil("".join(f"<w:tbl><w:tr><w:tc>{avsnitt(str(n))}</w:tc></w:tr></w:tbl>" for n in range(20_000))),
    )
    yield (
        "bred-celle.docx",
        fil(
            f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>{avsnitt("x")}</w:tc></w:tr></w:tbl>'
        ),
    )
    yield "nivaa-enormt.docx", fil(avsnitt("Mål", f'<w:outlineLvl w:val="{"9" * 6000}"/>'))
    yield "nivaa-tull.docx", fil(avsnitt("Mål", '<w:outlineLvl w:val="²"/><w:numPr><w:ilvl w:val="-1"/></w:numPr>'))
    ring = f"{HODE}<w:styles {W}>" + "".join(
        f'<w:style w:styleId="s{n}"><w:name w:val="S{n}"/><w:basedOn w:val="s{(n + 1) % 3}"/></w:style>'
        for n in range(3)
    )
    yield "stiler-i-ring.docx", fil(avsnitt("Mål", '<w:pStyle w:val="s0"/>'), styles=f"{ring}</w:styles>")
    rekke = "".join(
        f'<w:style w:styleId="s{n}"><w:name w:val="S{n}"/><w:basedOn w:val="s{n + 1}"/></w:style>' for n in range(6000)
    )
    yield "stiler-i-lang-rekke.docx", fil(avsnitt("x"), styles=f"{HODE}<w:styles {W}>{rekke}</w:styles>")
    tall = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:numStyleLink w:val="s{n}"/></w:abstractNum>' for n in range(50)
    )
    yield "nummerering-i-ring.docx", fil(avsnitt("x"), numbering=f"{HODE}<w:numbering {W}>{tall}</w:numbering>")
    yield "mange-mellomrom.docx", fil(avsnitt(" \t" * 500_000 + "Mål:" + "1." * 200_000))
    yield "mange-sifre.docx", fil("".join(avsnitt(f"{'1.' * 5000} Mål {n}") for n in range(200)))


def _tekst() -> Iterator[tuple[str, bytes]]:
    rader = csvfil([("Navn", "Parti"), ("Kari Vik", "Bygdelista")])
    yield "nuller.csv", rader + b"\0" * 100_000
    yield "aapent-sitat.csv", rader + b'"' + b"a;b\r\n" * 2_000_000
    yield "million-kolonner.csv", rader + b";" * 3_000_000
    yield "million-linjer.csv", rader + b"\r\n" * 1_000_000
    yield "million-linjer-med-skille.csv", rader + b";;;\r\n" * 1_000_000
    yield "en-linje-paa-20-mb.csv", _bokstaver(20 << 20).encode()
    yield "bare-sitattegn.csv", b'"' * 1_000_000
    yield "halv-utf16.csv", "Navn;Parti\r\nKari;BL".encode("utf-16")[:-1]
    yield "halv-utf8.csv", "Navn;Parti\r\nKåre;BL".encode()[:-9] + b"\xc3"
    yield "surrogater.csv", b"\xff\xfe" + b"\x00\xd8" * 1000
    yield "stoey.csv", _terning(5).randbytes(200_000)
    yield "stoey.xlsx", b"PK\x03\x04" + _terning(6).randbytes(200_000)
    yield "stoey.docx", _terning(7).randbytes(200_000)
    yield "dyp.json", b"[" * 1_000_000
    yield "dype-felter.json", b'{"a":' * 300_000
    yield "mange-siffer.json", b'{"value":[' + b"9" * 2_000_000 + b"]}"
    yield "uendelig.json", b'{"value":[1e999999999,NaN,-Infinity],"class":"dataset"}'
