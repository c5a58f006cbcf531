"""The styles of the documents: one table of fonts, sizes, colours and spaces, turned into styles.xml.

Sizes in half points, spaces in twentieths of a point. All type follows the theme font, so that a municipality changes
it in one place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

TEKST, DEMPET, MOERK, AKSENT = "1D1F22", "5B5D60", "002C54", "005DB1"
INNRYKK = 1_050

_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SKRIFT = (
    '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" '
    'w:cstheme="minorBidi"/>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stil:
    """One paragraph or character style; `avsnitt` and `loep` are more of w:pPr and w:rPr, in the schema's order."""

    id: str
    navn: str
    art: str = "paragraph"
    basert_paa: str = ""
    neste: str = ""
    stoerrelse: int = 0
    fet: bool = False
    farge: str = ""
    foer: int = 0
    etter: int = 0
    linje: int = 0
    behold: bool = False
    avsnitt: str = ""
    innrykk: str = ""
    nivaa: int | None = None
    loep: str = ""


def _overskrift(nivaa: int, stoerrelse: int, farge: str, foer: int, etter: int) -> Stil:
    return Stil(
        id=f"Heading{nivaa}", navn=f"heading {nivaa}", basert_paa="Normal", neste="Normal", stoerrelse=stoerrelse,
        fet=True, farge=farge, foer=foer, etter=etter, linje=264, behold=True, nivaa=nivaa - 1,
    )  # fmt: skip


def _kant(side: str, art: str, stoerrelse: int, farge: str, avstand: int) -> str:
    return f'<w:{side} w:val="{art}" w:sz="{stoerrelse}" w:space="{avstand}" w:color="{farge}"/>'


def _boks(id_: str, kant: str, farge: str) -> tuple[Stil, Stil]:
    ramme = f"<w:pBdr>{kant}</w:pBdr>"
    hel = f"<w:keepLines/>{ramme}"
    innrykk = '<w:ind w:left="280"/>'
    return (
        Stil(id=f"{id_}etikett", navn=f"{id_} etikett", basert_paa="Normal", neste=id_, stoerrelse=20, fet=True,
             farge=farge, foer=280, etter=40, behold=True, avsnitt=ramme, innrykk=innrykk),
        Stil(id=id_, navn=id_, basert_paa="Normal", etter=60, avsnitt=hel, innrykk=innrykk),
    )  # fmt: skip


_PUNKTLISTE = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
_FAGKANT = _kant("left", "dotted", 20, "25876F", 10)
_POLITIKKANT = _kant("left", "single", 20, "826DB7", 10)
_HOEYRE = '<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs>'
_FAKTA = '<w:tabs><w:tab w:val="left" w:pos="1980"/></w:tabs>'
_SOEYLE = '<w:tabs><w:tab w:val="right" w:pos="400"/><w:tab w:val="left" w:pos="520"/></w:tabs>'

STILER: tuple[Stil, ...] = (
    Stil(id="Title", navn="Title", basert_paa="Normal", neste="Subtitle", stoerrelse=56, fet=True, farge=MOERK,
         etter=120, linje=252, behold=True),
    Stil(id="Subtitle", navn="Subtitle", basert_paa="Normal", neste="Normal", stoerrelse=29, etter=280, linje=276),
    _overskrift(1, 36, MOERK, 380, 120),
    _overskrift(2, 28, MOERK, 300, 80),
    _overskrift(3, 24, TEKST, 220, 40),
    _overskrift(4, 22, TEKST, 160, 20),
    _overskrift(5, 22, DEMPET, 120, 20),
    Stil(id="Ingress", navn="Ingress", basert_paa="Normal", stoerrelse=30, etter=200, linje=300),
    Stil(id="Liten", navn="Liten", basert_paa="Normal", stoerrelse=18, farge=DEMPET, etter=80, linje=276),
    Stil(id="Nivaalinje", navn="Nivålinje", basert_paa="Normal", neste="Heading1", stoerrelse=24, fet=True,
         farge=AKSENT, foer=240, etter=0, behold=True),
    Stil(id="Fakta", navn="Fakta", basert_paa="Normal", etter=60, avsnitt=_FAKTA,
         innrykk='<w:ind w:left="1980" w:hanging="1980"/>'),
    Stil(id="Punktlinje", navn="Punktlinje", basert_paa="Normal", etter=60, behold=True),
    Stil(id="Maaltekst", navn="Måltekst", basert_paa="Normal", etter=80, innrykk=f'<w:ind w:left="{INNRYKK}"/>'),
    Stil(id="Maalkilde", navn="Målkilde", basert_paa="Liten", etter=100, innrykk=f'<w:ind w:left="{INNRYKK}"/>'),
    Stil(id="Raadboks", navn="Råd-boks", basert_paa="Normal", foer=240, etter=240,
         avsnitt=f"<w:pBdr>{_kant('top', 'single', 4, 'EEF4FA', 8)}{_kant('left', 'single', 24, '0062BA', 10)}"
         f"{_kant('bottom', 'single', 4, 'EEF4FA', 8)}{_kant('right', 'single', 4, 'EEF4FA', 8)}</w:pBdr>"
         '<w:shd w:val="clear" w:color="auto" w:fill="EEF4FA"/>',
         innrykk='<w:ind w:left="260" w:right="180"/>'),
    *_boks("Fag", _FAGKANT, "0B6A53"),
    *_boks("Politikk", _POLITIKKANT, "674DA7"),
    Stil(id="Tabelltekst", navn="Tabelltekst", basert_paa="Normal", stoerrelse=21, linje=264),
    Stil(id="Tabelltall", navn="Tabelltall", basert_paa="Tabelltekst", innrykk='<w:jc w:val="right"/>'),
    Stil(id="Tabellsoeyle", navn="Tabellsøyle", basert_paa="Tabelltekst", avsnitt=_SOEYLE),
    Stil(id="Tabelliten", navn="Tabell liten", basert_paa="Tabelltekst", stoerrelse=18, farge=DEMPET, foer=20),
    Stil(id="Tabellhode", navn="Tabellhode", basert_paa="Tabelltekst", fet=True, farge=MOERK, behold=True),
    Stil(id="Tabelltallhode", navn="Tabelltallhode", basert_paa="Tabellhode", innrykk='<w:jc w:val="right"/>'),
    Stil(id="ListBullet", navn="List Bullet", basert_paa="Normal", etter=60, avsnitt=_PUNKTLISTE),
    Stil(id="TOCHeading", navn="TOC Heading", basert_paa="Normal", neste="Normal", stoerrelse=28, fet=True, farge=MOERK,
         foer=240, etter=80, behold=True),
    Stil(id="TOC1", navn="toc 1", basert_paa="Normal", etter=60),
    Stil(id="TOC2", navn="toc 2", basert_paa="Normal", etter=40, innrykk='<w:ind w:left="280"/>'),
    Stil(id="Header", navn="header", basert_paa="Normal", stoerrelse=20, farge=DEMPET, avsnitt=_HOEYRE),
    Stil(id="Footer", navn="footer", basert_paa="Normal", stoerrelse=18, farge=DEMPET,
         avsnitt=f"<w:pBdr>{_kant('top', 'single', 6, 'BBBCBD', 8)}</w:pBdr>{_HOEYRE}"),
    Stil(id="Strong", navn="Strong", art="character", fet=True),
    Stil(id="Kapitteltittel", navn="Kapitteltittel", art="character", stoerrelse=52),
    Stil(id="Dempet", navn="Dempet", art="character", farge=DEMPET),
    Stil(id="Smaa", navn="Små", art="character", farge=DEMPET, stoerrelse=18),
    Stil(id="Kode", navn="Kode", art="character", farge=AKSENT, stoerrelse=18),
    Stil(id="Kodesterk", navn="Kode sterk", art="character", farge=AKSENT, fet=True),
    Stil(id="Hyperlink", navn="Hyperlink", art="character", farge=AKSENT, loep='<w:u w:val="single"/>'),
    Stil(id="Ny", navn="Ny", art="character",
         loep='<w:u w:val="single" w:color="0062BA"/><w:shd w:val="clear" w:color="auto" w:fill="DDEAF6"/>'),
    Stil(id="Utgaar", navn="Utgår", art="character", farge=DEMPET, loep="<w:strike/>"),
)  # fmt: skip

_TABELLSTIL = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority '
    'w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top '
    'w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" '
    'w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="Verkstedtabell"><w:name w:val="Verksted tabell"/>'
    '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>'
    f"{_kant('bottom', 'single', 6, 'BBBCBD', 0)}{_kant('insideH', 'single', 6, 'BBBCBD', 0)}</w:tblBorders>"
    '<w:tblCellMar><w:top w:w="70" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="70" w:type="dxa"/>'
    '<w:right w:w="130" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>'
    f'<w:tcPr><w:tcBorders>{_kant("bottom", "single", 10, MOERK, 0)}</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr>'
    "</w:tblStylePr></w:style>"
)
# Names Word itself has; all others are ours and are marked so.
_INNEBYGDE = frozenset({"Title", "Subtitle", "List Bullet", "TOC Heading", "header", "footer", "Strong", "Hyperlink"})


def stiler_xml(spraak: str, egne: Sequence[Stil] = ()) -> str:
    """Return styles.xml with the language (nb-NO, nn-NO) as the default of every run; `egne` are one document's own."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles {_NS}><w:docDefaults><w:rPrDefault><w:rPr>'
        f'{_SKRIFT}<w:color w:val="{TEKST}"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="{spraak}" '
        f'w:eastAsia="{spraak}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="100" '
        'w:line="312" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph '
        'Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        f"{_TABELLSTIL}{''.join(map(_stil, (*STILER, *egne)))}</w:styles>"
    )


def _stil(s: Stil) -> str:
    innebygd = s.navn in _INNEBYGDE or s.navn.startswith(("heading ", "toc "))
    egen = "" if innebygd else ' w:customStyle="1"'
    basert = f'<w:basedOn w:val="{s.basert_paa}"/>' if s.basert_paa else ""
    neste = f'<w:next w:val="{s.neste}"/>' if s.neste else ""
    ppr = f"<w:pPr>{_ppr(s)}</w:pPr>" if s.art == "paragraph" else ""
    rpr = _rpr(s)
    return (
        f'<w:style w:type="{s.art}"{egen} w:styleId="{s.id}"><w:name w:val="{s.navn}"/>{basert}{neste}<w:qFormat/>'
        f"{ppr}{f'<w:rPr>{rpr}</w:rPr>' if rpr else ''}</w:style>"
    )


def _ppr(s: Stil) -> str:
    linje = f' w:line="{s.linje}" w:lineRule="auto"' if s.linje else ""
    nivaa = f'<w:outlineLvl w:val="{s.nivaa}"/>' if s.nivaa is not None else ""
    return (
        f"{'<w:keepNext/><w:keepLines/>' if s.behold else ''}{s.avsnitt}"
        f'<w:spacing w:before="{s.foer}" w:after="{s.etter}"{linje}/>{s.innrykk}{nivaa}'
    )


def _rpr(s: Stil) -> str:
    strek, rest = ("<w:strike/>", "") if s.loep == "<w:strike/>" else ("", s.loep)
    stoerrelse = f'<w:sz w:val="{s.stoerrelse}"/><w:szCs w:val="{s.stoerrelse}"/>' if s.stoerrelse else ""
    farge = f'<w:color w:val="{s.farge}"/>' if s.farge else ""
    return f"{'<w:b/><w:bCs/>' if s.fet else ''}{strek}{farge}{stoerrelse}{rest}"
