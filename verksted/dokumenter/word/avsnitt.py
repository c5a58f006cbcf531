"""Paragraphs, headings, boxes, bookmarks and pictures: what a document is gathered from."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

from verksted.dokumenter.word.loep import bokmerkenavn, lenke, loep, verdi

if TYPE_CHECKING:
    from collections.abc import Iterable

EMU_PER_PUNKT = 12_700
IKONHOEYDE = 10 * EMU_PER_PUNKT
# More than this is about a page and could not be kept together.
FLEST_TEGN_SAMMEN = 2_000
_MERKER = re.compile(r"<[^>]+>")
_AVSNITT = re.compile(
    r'<w:p>(?P<egenskaper><w:pPr>)?(?P<stil><w:pStyle w:val="\w+"/>)?(?:<w:keepNext(?: w:val="0")?/>)?'
)

_BILDE = (
    '<w:r><w:rPr><w:position w:val="{senk}"/></w:rPr><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="{bredde}" cy="{hoeyde}"/><wp:docPr id="{id}" name="{navn} {id}" descr="{beskrivelse}"/>'
    '<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic><pic:nvPicPr><pic:cNvPr id="{id}" name="{navn}.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="{rel}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="{bredde}" cy="{hoeyde}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


def avsnitt(innhold: str, stil: str = "", egenskaper: str = "") -> str:
    """Return a paragraph of ready runs; `egenskaper` is more of w:pPr, in the order of the schema."""
    stilen = f'<w:pStyle w:val="{stil}"/>' if stil else ""
    ppr = f"<w:pPr>{stilen}{egenskaper}</w:pPr>" if stilen or egenskaper else ""
    return f"<w:p>{ppr}{innhold}</w:p>"


def bilderel(navn: str) -> str:
    """Return the relationship id of a picture."""
    return f"rIdBilde_{navn}"


def _behold(start: re.Match[str]) -> str:
    """Return the beginning of the same paragraph, kept with what follows."""
    egenskaper, stil = start["egenskaper"], start["stil"] or ""
    return f"<w:p><w:pPr>{stil}<w:keepNext/>{'' if egenskaper else '</w:pPr>'}"


class Skriver:
    """Gathers the body of one document, hands out the ids inside it, and remembers headings and pictures."""

    def __init__(self) -> None:
        self.kropp: list[str] = []
        self.bilder: set[str] = set()
        self.overskrifter: list[tuple[int, str, str]] = []
        self._id = count(1)
        self._overskrift = count(1)
        self._del = ""

    def ny_del(self, navn: str) -> None:
        """Begin a part with a list of contents of its own; `navn` keeps its bookmarks apart from other parts'."""
        self._del = navn
        self.overskrifter = []

    def merke(self, navn: str) -> str:
        """Return the bookmark of a place that every part has."""
        return f"{self._del}{navn}"

    def legg_til(self, *biter: str) -> None:
        """Add ready paragraphs or tables."""
        self.kropp.extend(biter)

    def avsnitt(self, innhold: str, stil: str = "", egenskaper: str = "") -> None:
        """Add a paragraph of ready runs."""
        self.kropp.append(avsnitt(innhold, stil, egenskaper))

    def tekst(self, ord_: str, stil: str = "", *, behold: bool = False) -> None:
        """Add each paragraph of the words, empty ones left out; `behold` keeps them with what follows."""
        for del_ in ord_.split("\n"):
            if del_.strip():
                self.kropp.append(avsnitt(loep(del_), stil, "<w:keepNext/>" if behold else ""))

    def overskrift(
        self, nivaa: int, ord_: str, *, kode: str = "", innhold: str = "", egenskaper: str = "", merke: str = ""
    ) -> None:
        """Add a real heading, with the bookmark of `kode` (or `merke`); `innhold` replaces the plain words."""
        merket = kode or self.merke(merke or f"o{next(self._overskrift)}")
        self.overskrifter.append((nivaa, ord_, merket))
        self.avsnitt(self.bokmerke(merket, innhold or loep(ord_)), f"Heading{nivaa}", egenskaper)

    def bokmerke(self, kode: str, innhold: str) -> str:
        """Return the runs with the bookmark of the code around them."""
        nr = next(self._id)
        start = f'<w:bookmarkStart w:id="{nr}" w:name="{bokmerkenavn(kode)}"/>'
        return f'{start}{innhold}<w:bookmarkEnd w:id="{nr}"/>'

    def bilde(self, navn: str, beskrivelse: str, *, bredde: int = IKONHOEYDE, hoeyde: int = IKONHOEYDE) -> str:
        """Return a run with one of the pictures of `ressurser/word`, sizes in EMU, described for those who listen."""
        self.bilder.add(navn)
        return _BILDE.format(
            id=next(self._id),
            navn=navn,
            beskrivelse=verdi(beskrivelse),
            rel=bilderel(navn),
            bredde=bredde,
            hoeyde=hoeyde,
            senk=-3 if hoeyde == IKONHOEYDE else 0,
        )

    def boks(self, stil: str, etikett: str, avsnittene: Iterable[str]) -> None:
        """Add a box of fag or politikk: icon, word and paragraphs of ready runs behind one rule."""
        ikon = self.bilde(stil.lower(), etikett.split(":", maxsplit=1)[0])
        self.avsnitt(f"{ikon}{loep('  ' + etikett)}", f"{stil}etikett")
        for innhold in avsnittene:
            self.avsnitt(innhold, stil)

    def hold_sammen(self, fra: int) -> None:
        """Keep everything from place `fra` in the body on one page, where it has room on one."""
        biter = self.kropp[fra:]
        if sum(len(_MERKER.sub("", bit)) for bit in biter) <= FLEST_TEGN_SAMMEN:
            self.kropp[fra:-1] = [_AVSNITT.sub(_behold, bit) for bit in biter[:-1]]

    def innholdsliste(self, tittel: str, plass: int, *, ny_side: bool, dybde: int = 1) -> None:
        """Put a list of links to the part's headings at `plass`: a field without page numbers, so always true.

        A named part is put inside a bookmark from `plass` on, which is what the field gathers from.
        """
        linjer = [(n, ord_, merke) for n, ord_, merke in self.overskrifter if n <= dybde]
        omraade = f" \\b {bokmerkenavn(self._del)} " if self._del else " "
        start = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-'
            f'{dybde}" \\n \\h \\z{omraade}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        slutt = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        biter = [avsnitt(start + loep(tittel), "TOCHeading", "<w:pageBreakBefore/>" if ny_side else "")]
        for nr, (nivaa, ord_, merke) in enumerate(linjer):
            innhold = lenke(merke, ord_, "Hyperlink")
            sist = nr == len(linjer) - 1
            biter.append(avsnitt(innhold + (slutt if sist else ""), f"TOC{nivaa}", "" if sist else "<w:keepNext/>"))
        if self._del:
            nr = next(self._id)
            biter.append(f'<w:bookmarkStart w:id="{nr}" w:name="{bokmerkenavn(self._del)}"/>')
            self.kropp.append(f'<w:bookmarkEnd w:id="{nr}"/>')
        self.kropp[plass:plass] = biter if linjer else []
