"""A Word file (docx) as paragraphs in reading order, with the little of the layout that tells structure.

Read straight from the XML: python-docx passes by content controls, text boxes and tracked insertions. Tracked changes
are taken as accepted. Entities, external parts and macros are never followed. Raises KanIkkeLesesSomWord.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from verksted.kjerne.feil import KjentFeil
from verksted.kjerne.tekstrens import rens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_OVERSKRIFTSTIL: Final = re.compile(r"(?:heading|overskrift)\s*([1-9])", re.IGNORECASE)
_LISTESTIL: Final = re.compile(
    r"(?:list|liste|punktliste|nummerert liste|punktmerket liste)\b[^0-9]*([2-9])?", re.IGNORECASE
)
_TITTELSTIL: Final = frozenset({"title", "tittel"})
_INNHOLDSLISTE: Final = re.compile(r"(?:toc|innh|innhold)\w*\s*[0-9]", re.IGNORECASE)
_SITATSTIL: Final = re.compile(r"quote|sitat", re.IGNORECASE)
_DC_TITTEL: Final = "{http://purl.org/dc/elements/1.1/}title"
# Deleted and moved-away text, the old-Word copy of a text box, and properties hold no text of the paragraph.
_HOPPES_OVER: Final = frozenset({"del", "moveFrom", "Fallback", "pPr", "rPr", "txbxContent", "instrText", "p"})


class KanIkkeLesesSomWord(KjentFeil):
    """The file is not a readable docx (data: fil)."""


@dataclass(frozen=True, slots=True)
class Avsnitt:
    """One paragraph that holds text. `nummer` counts all paragraphs from 1, also the empty ones.

    `nivaa` is the heading level 1–9, `liste` the list level from 0, `tabell` the table's number from 1.
    """

    nummer: int
    tekst: str
    nivaa: int | None = None
    liste: int | None = None
    tabell: int | None = None
    fet: bool = False
    er_tittel: bool = False
    er_sitat: bool = False
    i_innholdsliste: bool = False


@dataclass(frozen=True, slots=True)
class Wordfil:
    """The paragraphs, the title among the file's properties, and whether it holds tracked changes."""

    avsnitt: tuple[Avsnitt, ...]
    tittel: str
    sporede_endringer: bool


@dataclass(frozen=True, slots=True)
class _Stil:
    navn: str = ""
    nivaa: int | None = None
    liste: int | None = None


def les_wordfil(data: bytes, filnavn: str) -> Wordfil:
    """Read docx bytes (raises KanIkkeLesesSomWord)."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as pakke:
            navn = set(pakke.namelist())
            dokument = _xml(pakke.read("word/document.xml"))
            stilark = _xml(pakke.read("word/styles.xml")) if "word/styles.xml" in navn else None
            kjerne = _xml(pakke.read("docProps/core.xml")) if "docProps/core.xml" in navn else None
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, ValueError, zlib.error, EOFError, OSError,
            NotImplementedError, RuntimeError):  # fmt: skip
        raise KanIkkeLesesSomWord(fil=filnavn) from None
    leser = _Leser(dokument, _stiler(stilark))
    tittel = kjerne.findtext(_DC_TITTEL) if kjerne is not None else None
    sporet = next(dokument.iter(leser.w("ins"), leser.w("del"), leser.w("moveFrom")), None) is not None
    return Wordfil(tuple(leser.les()), rens(tittel or "").strip(), sporet)


def _xml(data: bytes) -> etree._Element:
    # Word never writes a document type; whoever does wants entities.
    if b"<!DOCTYPE" in data:
        raise ValueError
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(data, parser)


def _lokal(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _navnerom(rot: etree._Element) -> str:
    # Strict OOXML has another namespace and the same words.
    return str(rot.tag).partition("}")[0] + "}"


def _stiler(rot: etree._Element | None) -> Mapping[str, _Stil]:
    if rot is None:
        return {}
    w = _navnerom(rot)
    egne: dict[str, tuple[_Stil, str | None]] = {}
    for stil in rot.iter(f"{w}style"):
        navn = _verdi(stil.find(f"{w}name"), w) or ""
        nivaa, liste = _av_egenskaper(stil.find(f"{w}pPr"), w)
        if treff := _OVERSKRIFTSTIL.fullmatch(navn.strip()):
            nivaa = int(treff[1])
        if treff := _LISTESTIL.match(navn.strip()):
            liste = int(treff[1]) - 1 if treff[1] else (liste or 0)
        egne[stil.get(f"{w}styleId") or ""] = (_Stil(navn, nivaa, liste), _verdi(stil.find(f"{w}basedOn"), w))
    return {stil: _arvet(stil, egne) for stil in egne}


def _arvet(stil: str, egne: Mapping[str, tuple[_Stil, str | None]]) -> _Stil:
    navn, nivaa, liste = egne[stil][0].navn, None, None
    sett: set[str] = set()
    neste: str | None = stil
    while neste is not None and neste in egne and neste not in sett:
        sett.add(neste)
        denne, mor = egne[neste]
        nivaa = denne.nivaa if nivaa is None else nivaa
        liste = denne.liste if liste is None else liste
        neste = mor
    return _Stil(navn, nivaa, liste)


def _av_egenskaper(egenskaper: etree._Element | None, w: str) -> tuple[int | None, int | None]:
    if egenskaper is None:
        return None, None
    disposisjon = _heltall(_verdi(egenskaper.find(f"{w}outlineLvl"), w))
    nummerering = egenskaper.find(f"{w}numPr")
    liste = None
    if nummerering is not None and _verdi(nummerering.find(f"{w}numId"), w) != "0":
        liste = _heltall(_verdi(nummerering.find(f"{w}ilvl"), w)) or 0
    return (disposisjon + 1 if disposisjon is not None and disposisjon < 9 else None), liste


def _verdi(element: etree._Element | None, w: str) -> str | None:
    return None if element is None else element.get(f"{w}val")


def _heltall(tekst: str | None) -> int | None:
    return int(tekst) if tekst and tekst.isdecimal() else None


class _Leser:
    """Walks the document in reading order."""

    def __init__(self, dokument: etree._Element, stiler: Mapping[str, _Stil]) -> None:
        self._dokument = dokument
        self._w = _navnerom(dokument)
        self._stiler = stiler
        self._nummer = 0
        self._tabell = 0

    def w(self, navn: str) -> str:
        """Return a name in the document's own namespace."""
        return f"{self._w}{navn}"

    def les(self) -> Iterator[Avsnitt]:
        """Yield the paragraphs that hold text."""
        for element, tabell in self._gaa(self._dokument, None):
            self._nummer += 1
            tekst = rens("".join(_tekst(element))).strip()
            if tekst:
                yield self._avsnitt(element, tekst, tabell)

    def _gaa(self, element: etree._Element, tabell: int | None) -> Iterator[tuple[etree._Element, int | None]]:
        for barn in element:
            navn = _lokal(barn)
            if navn == "p":
                yield barn, tabell
                for boks in barn.iter(self.w("txbxContent")):
                    if not any(_lokal(over) == "Fallback" for over in boks.iterancestors()):
                        yield from self._gaa(boks, tabell)
            elif navn == "tbl":
                self._tabell += 1
                yield from self._gaa(barn, tabell or self._tabell)
            elif navn not in _HOPPES_OVER:
                yield from self._gaa(barn, tabell)

    def _avsnitt(self, element: etree._Element, tekst: str, tabell: int | None) -> Avsnitt:
        w = self._w
        egenskaper = element.find(f"{w}pPr")
        stilvalg = _verdi(egenskaper.find(f"{w}pStyle"), w) if egenskaper is not None else None
        stil = self._stiler.get(stilvalg or "", _Stil())
        nivaa, liste = _av_egenskaper(egenskaper, w)
        nivaa = stil.nivaa if nivaa is None else nivaa
        liste = stil.liste if liste is None else liste
        loep = [r for r in element.iter(f"{w}r") if r.findtext(f"{w}t", "").strip()]
        return Avsnitt(
            nummer=self._nummer,
            tekst=tekst,
            nivaa=nivaa,
            liste=None if nivaa else liste,
            tabell=tabell,
            fet=bool(loep) and all(_er_fet(r, w) for r in loep),
            er_tittel=stil.navn.strip().casefold() in _TITTELSTIL,
            er_sitat=bool(_SITATSTIL.search(stil.navn)),
            i_innholdsliste=bool(_INNHOLDSLISTE.fullmatch(stil.navn.strip())),
        )


def _er_fet(loep: etree._Element, w: str) -> bool:
    fet = loep.find(f"{w}rPr/{w}b")
    return fet is not None and _verdi(fet, w) not in {"0", "false", "off"}


def _tekst(element: etree._Element) -> Iterator[str]:
    for barn in element:
        navn = _lokal(barn)
        if navn == "t":
            yield barn.text or ""
        elif navn == "tab":
            yield "\t"
        elif navn in {"br", "cr"}:
            yield "\n"
        elif navn == "noBreakHyphen":
            yield "-"
        elif navn not in _HOPPES_OVER:
            yield from _tekst(barn)
