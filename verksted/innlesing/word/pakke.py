"""The parts of a Word file (docx) that hold text, found by the package's own relations: «document2.xml» is one too.

Entities, external parts and macros are never followed. Raises KanIkkeLesesSomWord.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lxml import etree

from verksted.kjerne.feil import KjentFeil
from verksted.kjerne.tekstrens import rens

if TYPE_CHECKING:
    from collections.abc import Mapping

_HOVEDDEL: Final = "word/document.xml"
_DC_TITTEL: Final = "{http://purl.org/dc/elements/1.1/}title"
_UBRUKELIG: Final = (
    zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, ValueError, zlib.error, EOFError, OSError,
    NotImplementedError, RuntimeError,
)  # fmt: skip


class KanIkkeLesesSomWord(KjentFeil):
    """The file is not a readable docx (data: fil)."""


@dataclass(frozen=True, slots=True)
class Wordpakke:
    """The parsed parts. `figurer` holds SmartArt by relation id; `ulest` names kinds of part that are damaged."""

    dokument: etree._Element
    stiler: etree._Element | None = None
    fotnoter: etree._Element | None = None
    sluttnoter: etree._Element | None = None
    kommentarer: etree._Element | None = None
    nummerering: etree._Element | None = None
    figurer: Mapping[str, etree._Element] = field(default_factory=dict)
    tittel: str = ""
    ulest: tuple[str, ...] = ()


def aapne_wordpakke(data: bytes, filnavn: str) -> Wordpakke:
    """Open docx bytes (raises KanIkkeLesesSomWord)."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as pakke:
            return _les_deler(pakke)
    except _UBRUKELIG:
        raise KanIkkeLesesSomWord(fil=filnavn) from None


def lokal(element: etree._Element) -> str:
    """Return an element's name without its namespace; '' for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _les_deler(pakke: zipfile.ZipFile) -> Wordpakke:
    hoveddel = next((sti for slag, _, sti in _relasjoner(pakke, "") if slag == "officeDocument"), _HOVEDDEL)
    if hoveddel not in pakke.namelist():
        hoveddel = _HOVEDDEL
    dokument = _xml(pakke.read(hoveddel))
    deler: dict[str, etree._Element] = {}
    figurer: dict[str, etree._Element] = {}
    ulest: list[str] = []
    for slag, kode, sti in _relasjoner(pakke, hoveddel):
        if slag not in {"styles", "numbering", "footnotes", "endnotes", "comments", "diagramData"}:
            continue
        # The document is the plan; a damaged part beside it is told of, and the plan still read.
        try:
            del_ = _xml(pakke.read(sti))
        except _UBRUKELIG:
            ulest.append(slag)
            continue
        if slag == "diagramData":
            figurer[kode] = del_
        else:
            deler[slag] = del_
    return Wordpakke(
        dokument,
        stiler=deler.get("styles"),
        fotnoter=deler.get("footnotes"),
        sluttnoter=deler.get("endnotes"),
        kommentarer=deler.get("comments"),
        nummerering=deler.get("numbering"),
        figurer=figurer,
        tittel=_tittel(pakke),
        ulest=tuple(sorted(set(ulest))),
    )


def _relasjoner(pakke: zipfile.ZipFile, del_: str) -> list[tuple[str, str, str]]:
    """Return (kind, id, path in the package) of what a part points to inside the package."""
    mappe, navn = posixpath.split(del_)
    try:
        rot = _xml(pakke.read(posixpath.join(mappe, "_rels", f"{navn}.rels")))
    except _UBRUKELIG:
        return [("styles", "", "word/styles.xml")] if del_ and "word/styles.xml" in pakke.namelist() else []
    funnet = []
    for relasjon in rot:
        if lokal(relasjon) != "Relationship" or relasjon.get("TargetMode") == "External":
            continue
        maal = relasjon.get("Target") or ""
        sti = maal.lstrip("/") if maal.startswith("/") else posixpath.normpath(posixpath.join(mappe, maal))
        funnet.append(((relasjon.get("Type") or "").rpartition("/")[2], relasjon.get("Id") or "", sti))
    return funnet


def _tittel(pakke: zipfile.ZipFile) -> str:
    try:
        kjerne = _xml(pakke.read("docProps/core.xml"))
    except _UBRUKELIG:
        return ""
    return rens(kjerne.findtext(_DC_TITTEL) or "").strip()


def _xml(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    rot = etree.fromstring(data, parser)
    # Word never writes a document type; whoever does wants entities.
    if rot.getroottree().docinfo.internalDTD is not None:
        raise ValueError
    return rot
