"""The docx package: parts, relationships, headers and footers; the same input gives the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from verksted.dokumenter.word import deler
from verksted.dokumenter.word.avsnitt import avsnitt, bilderel
from verksted.dokumenter.word.loep import SPRAAK, felt, loep, tabulator, verdi
from verksted.dokumenter.word.stilark import stiler_xml
from verksted.kjerne.stier import ressurs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from verksted.dokumenter.word.stilark import Stil
    from verksted.kjerne.tekster import Maalform, Tekster

# Level 1 is three times as fast as the default and the rows are so alike that the file stays small.
KOMPRESJON = 1
_FAST_DATO = (1980, 1, 1, 0, 0, 0)
_DOK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKKE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_A4 = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" '
    'w:header="794" w:footer="680" w:gutter="0"/>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Omslag:
    """What stands round the text: core properties and the words of header and footer."""

    tittel: str
    emne: str
    kommune: str
    maalform: Maalform
    skrevet: datetime
    topp: str
    bunner: tuple[str, ...]


def seksjon(nummer: int, *, forside: bool) -> str:
    """Return w:sectPr of section number so-and-so (from 0), with a first page of its own or not."""
    foerst = '<w:headerReference w:type="first" r:id="rIdTopp_forside"/>' if forside else ""
    foerst_bunn = f'<w:footerReference w:type="first" r:id="rIdBunn_{nummer}"/>' if forside else ""
    return (
        f'<w:sectPr>{foerst}<w:headerReference w:type="default" r:id="rIdTopp"/>{foerst_bunn}'
        f'<w:footerReference w:type="default" r:id="rIdBunn_{nummer}"/><w:type w:val="nextPage"/>{_A4}'
        f"{'<w:titlePg/>' if forside else ''}</w:sectPr>"
    )


def pakk(
    kropp: Iterable[str], bilder: Iterable[str], omslag: Omslag, tekster: Tekster, *, stiler: Sequence[Stil] = ()
) -> bytes:
    """Return the bytes of the docx; the body must hold a section for each footer, the last one at its end.

    `stiler` are styles that only this document needs.
    """
    spraak = SPRAAK[omslag.maalform]
    bildene = sorted(bilder)
    bunner = range(len(omslag.bunner))
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=KOMPRESJON) as zip_:
        _legg(zip_, "[Content_Types].xml", _innholdstyper(bunner))
        _legg(zip_, "_rels/.rels", _pakkelenker())
        _legg(zip_, "docProps/core.xml", _kjerneegenskaper(omslag, spraak))
        _legg(zip_, "docProps/app.xml", deler.PROGRAM)
        dokument = f"{deler.HODE}<w:document {deler.NAVNEROM}><w:body>{''.join(kropp)}</w:body></w:document>"
        _legg(zip_, "word/document.xml", dokument)
        _legg(zip_, "word/_rels/document.xml.rels", _dokumentlenker(bunner, bildene))
        _legg(zip_, "word/styles.xml", stiler_xml(spraak, stiler))
        _legg(zip_, "word/settings.xml", deler.innstillinger(spraak))
        _legg(zip_, "word/fontTable.xml", deler.SKRIFTER)
        _legg(zip_, "word/numbering.xml", deler.PUNKTLISTER)
        _legg(zip_, "word/theme/theme1.xml", deler.TEMA)
        _legg(zip_, "word/header1.xml", _ramme("hdr", loep(omslag.kommune) + tabulator() + loep(omslag.topp), "Header"))
        _legg(zip_, "word/header2.xml", _ramme("hdr", loep(omslag.kommune, "Strong"), "Header"))
        for nr, bunn in enumerate(omslag.bunner, start=1):
            side = _sidetall(tekster("word.felles.side"))
            _legg(zip_, f"word/footer{nr}.xml", _ramme("ftr", loep(bunn) + tabulator() + side, "Footer"))
        for navn in bildene:
            _legg(zip_, f"word/media/{navn}.png", ressurs("word", f"{navn}.png").read_bytes())
    return buffer.getvalue()


def _sidetall(moenster: str) -> str:
    """Return «Side 1 av 9» with the two numbers as fields that Word counts."""
    foer, _, rest = moenster.partition("[side]")
    mellom, _, etter = rest.partition("[sider]")
    return loep(foer) + felt("PAGE") + loep(mellom) + felt("NUMPAGES") + loep(etter)


def _legg(zip_: ZipFile, navn: str, innhold: str | bytes) -> None:
    info = ZipInfo(navn, _FAST_DATO)
    info.compress_type = ZIP_DEFLATED
    info.create_system = 0  # or the machine that wrote it would show in the bytes
    zip_.writestr(info, innhold, compress_type=ZIP_DEFLATED, compresslevel=KOMPRESJON)


def _ramme(merke: str, innhold: str, stil: str) -> str:
    return f"{deler.HODE}<w:{merke} {deler.NAVNEROM}>{avsnitt(innhold, stil)}</w:{merke}>"


def _innholdstyper(bunner: Sequence[int]) -> str:
    deltyper = [
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
        ("/word/document.xml", f"{_TYPE}.document.main+xml"),
        ("/word/styles.xml", f"{_TYPE}.styles+xml"),
        ("/word/settings.xml", f"{_TYPE}.settings+xml"),
        ("/word/fontTable.xml", f"{_TYPE}.fontTable+xml"),
        ("/word/numbering.xml", f"{_TYPE}.numbering+xml"),
        ("/word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
        ("/word/header1.xml", f"{_TYPE}.header+xml"),
        ("/word/header2.xml", f"{_TYPE}.header+xml"),
        *((f"/word/footer{nr + 1}.xml", f"{_TYPE}.footer+xml") for nr in bunner),
    ]
    rader = "".join(f'<Override PartName="{navn}" ContentType="{type_}"/>' for navn, type_ in deltyper)
    return (
        f'{deler.HODE}<Types xmlns="{_PAKKE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>{rader}</Types>'
    )


def _lenker(rader: Iterable[tuple[str, str, str]]) -> str:
    inni = "".join(f'<Relationship Id="{i}" Type="{type_}" Target="{maal}"/>' for i, type_, maal in rader)
    return f'{deler.HODE}<Relationships xmlns="{_PAKKE}/relationships">{inni}</Relationships>'


def _pakkelenker() -> str:
    return _lenker(
        (
            ("rId1", f"{_DOK}/officeDocument", "word/document.xml"),
            ("rId2", f"{_PAKKE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{_DOK}/extended-properties", "docProps/app.xml"),
        )
    )


def _dokumentlenker(bunner: Sequence[int], bilder: Iterable[str]) -> str:
    return _lenker(
        (
            ("rIdStiler", f"{_DOK}/styles", "styles.xml"),
            ("rIdInnstillinger", f"{_DOK}/settings", "settings.xml"),
            ("rIdSkrifter", f"{_DOK}/fontTable", "fontTable.xml"),
            ("rIdPunktlister", f"{_DOK}/numbering", "numbering.xml"),
            ("rIdTema", f"{_DOK}/theme", "theme/theme1.xml"),
            ("rIdTopp", f"{_DOK}/header", "header1.xml"),
            ("rIdTopp_forside", f"{_DOK}/header", "header2.xml"),
            *((f"rIdBunn_{nr}", f"{_DOK}/footer", f"footer{nr + 1}.xml") for nr in bunner),
            *((bilderel(navn), f"{_DOK}/image", f"media/{navn}.png") for navn in bilder),
        )
    )


def _kjerneegenskaper(omslag: Omslag, spraak: str) -> str:
    tid = f"{omslag.skrevet.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return (
        f'{deler.HODE}<cp:coreProperties xmlns:cp="{_PAKKE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{verdi(omslag.tittel)}</dc:title><dc:subject>{verdi(omslag.emne)}</dc:subject>"
        f"<dc:creator>{verdi(omslag.kommune)}</dc:creator><dc:language>{spraak}</dc:language>"
        f"<cp:lastModifiedBy>{verdi(omslag.kommune)}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{tid}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{tid}</dcterms:modified></cp:coreProperties>'
    )
