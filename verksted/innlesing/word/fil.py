"""A Word file (docx) as paragraphs in reading order, with the little of the layout that tells structure.

Read straight from the XML: python-docx passes by content controls, text boxes, notes and tracked insertions. Tracked
changes are taken as accepted; headers, footers and comments are no part of the plan. Raises KanIkkeLesesSomWord.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from verksted.innlesing.word.loep import Samling, Tekstleser
from verksted.innlesing.word.nummerering import Nummerering, har_ord
from verksted.innlesing.word.pakke import KanIkkeLesesSomWord, aapne_wordpakke, lokal
from verksted.innlesing.word.stiler import av_avsnitt, les_stilark, listenummer, navnerom, verdi
from verksted.kjerne.tekstrens import rens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from verksted.innlesing.word.pakke import Wordpakke

__all__ = ["Avsnitt", "KanIkkeLesesSomWord", "Wordfil", "les_wordfil"]

_SPORET: Final = ("ins", "del", "moveFrom", "moveTo")
_INNEBYGD: Final = ("altChunk", "subDoc")
_BORTE: Final = frozenset({"del", "moveFrom", "sdtPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "pPr", "rPr"})
_SLUTTER_MED_TALL: Final = re.compile(r"[0-9]\s*$")


@dataclass(frozen=True, slots=True)
class Avsnitt:
    """One paragraph that holds text. `nummer` counts all paragraphs from 1, also the empty ones.

    `nivaa` is the heading level 1–9, `liste` the list level from 0. `tabell` is the table's number from 1, with `rad`
    and `kolonne` from 0 and `spenn` columns; `boks` is the number of a text box. `er_note` is a note to the paragraph
    before it, `er_figur` text in a drawing. `stoerrelse` is in half points; `gjettet` marks a heading known by looks.
    `tall` is the number Word puts in front («1.2»), `stil` the name of the style.
    """

    nummer: int
    tekst: str
    nivaa: int | None = None
    liste: int | None = None
    tabell: int | None = None
    rad: int = 0
    kolonne: int = 0
    spenn: int = 1
    boks: int | None = None
    fet: bool = False
    versaler: bool = False
    stoerrelse: int | None = None
    er_tittel: bool = False
    er_sitat: bool = False
    er_note: bool = False
    er_figur: bool = False
    er_skjult: bool = False
    i_innholdsliste: bool = False
    gjettet: bool = False
    tall: str = ""
    stil: str = ""


@dataclass(frozen=True, slots=True)
class Wordfil:
    """The paragraphs, the title among the file's properties, and what the reader should say about the file.

    `sporede_endringer`, `kommentarer` and `innebygde` are numbers of things; `ulest` names parts that are damaged.
    """

    avsnitt: tuple[Avsnitt, ...]
    tittel: str
    sporede_endringer: int = 0
    kommentarer: int = 0
    innebygde: int = 0
    ulest: tuple[str, ...] = ()


def les_wordfil(data: bytes, filnavn: str) -> Wordfil:
    """Read docx bytes (raises KanIkkeLesesSomWord)."""
    pakke = aapne_wordpakke(data, filnavn)
    try:
        avsnitt = tuple(_Leser(pakke).les())
    except RecursionError:
        raise KanIkkeLesesSomWord(fil=filnavn) from None
    w = navnerom(pakke.dokument)
    kommentarer = 0
    if pakke.kommentarer is not None:
        kommentarer = sum(1 for _ in pakke.kommentarer.iter(f"{navnerom(pakke.kommentarer)}comment"))
    return Wordfil(
        avsnitt,
        pakke.tittel,
        sporede_endringer=sum(1 for _ in pakke.dokument.iter(*(f"{w}{navn}" for navn in _SPORET))),
        kommentarer=kommentarer,
        innebygde=sum(1 for _ in pakke.dokument.iter(*(f"{w}{navn}" for navn in _INNEBYGD))),
        ulest=pakke.ulest,
    )


@dataclass(frozen=True, slots=True)
class _Plass:
    """Where in the document's frames a paragraph stands."""

    tabell: int | None = None
    rad: int = 0
    kolonne: int = 0
    spenn: int = 1
    boks: int | None = None
    innholdsliste: bool = False


class _Leser:
    """Walks the document in reading order."""

    def __init__(self, pakke: Wordpakke) -> None:
        self._dokument = pakke.dokument
        self._w = navnerom(pakke.dokument)
        self._stilark = les_stilark(pakke.stiler)
        self._nummerering = Nummerering(pakke.nummerering)
        self._tekst = Tekstleser(pakke, self._stilark, self._w)
        self._nummer = 0
        self._tabell = 0
        self._boks = 0
        self._henger: list[tuple[int, Samling, etree._Element | None]] = []

    def les(self) -> Iterator[Avsnitt]:
        """Yield the paragraphs that hold text."""
        yield from self._gaa(self._dokument, _Plass())
        yield from self._slipp(_Plass())

    def _gaa(self, element: etree._Element, plass: _Plass) -> Iterator[Avsnitt]:
        for barn in element:
            navn = lokal(barn)
            if navn == "p":
                yield from self._avsnitt(barn, plass)
            elif navn == "tbl":
                yield from self._slipp(plass)
                yield from self._tabellen(barn, plass)
            elif navn == "AlternateContent":
                valgt = self._tekst.gren(barn)
                if valgt is not None:
                    yield from self._gaa(valgt, plass)
            elif navn == "sdt":
                i_liste = plass.innholdsliste or self._er_innholdsliste(barn)
                yield from self._gaa(barn, replace(plass, innholdsliste=i_liste))
            elif navn not in _BORTE:
                yield from self._gaa(barn, plass)

    def _er_innholdsliste(self, kontroll: etree._Element) -> bool:
        galleri = kontroll.find(f"{self._w}sdtPr/{self._w}docPartObj/{self._w}docPartGallery")
        return verdi(galleri, self._w) == "Table of Contents"

    def _tabellen(self, tabell: etree._Element, plass: _Plass) -> Iterator[Avsnitt]:
        if plass.tabell is not None:
            # A table inside a cell: its text is the cell's.
            yield from self._gaa(tabell, plass)
            return
        self._tabell += 1
        nummer = self._tabell
        for rad, element in enumerate(self._under(tabell, "tr")):
            if element.find(f"{self._w}trPr/{self._w}del") is not None:
                continue
            kolonne = 0
            for celle in self._under(element, "tc"):
                egenskaper = celle.find(f"{self._w}tcPr")
                bredde = 1
                if egenskaper is not None:
                    if egenskaper.find(f"{self._w}cellDel") is not None:
                        continue
                    spenn = verdi(egenskaper.find(f"{self._w}gridSpan"), self._w)
                    bredde = int(spenn) if spenn and spenn.isdecimal() and len(spenn) < 4 else 1
                her = replace(plass, tabell=nummer, rad=rad, kolonne=kolonne, spenn=max(1, bredde))
                yield from self._gaa(celle, her)
                yield from self._slipp(her)
                kolonne += max(1, bredde)

    def _under(self, element: etree._Element, oensket: str) -> Iterator[etree._Element]:
        """Yield rows or cells, also those inside content controls."""
        for barn in element:
            navn = lokal(barn)
            if navn == oensket:
                yield barn
            elif navn == "AlternateContent":
                valgt = self._tekst.gren(barn)
                if valgt is not None:
                    yield from self._under(valgt, oensket)
            elif navn not in _BORTE:
                yield from self._under(barn, oensket)

    def _avsnitt(self, element: etree._Element, plass: _Plass) -> Iterator[Avsnitt]:
        self._nummer += 1
        samling = self._tekst.les(element)
        egenskaper = element.find(f"{self._w}pPr")
        self._henger.append((self._nummer, samling, egenskaper))
        if egenskaper is not None and self._merke_er_borte(egenskaper):
            return
        yield from self._slipp(plass)

    def _merke_er_borte(self, egenskaper: etree._Element) -> bool:
        """Say whether the paragraph mark is deleted or moved away: the text runs on into the next paragraph."""
        loep = egenskaper.find(f"{self._w}rPr")
        if loep is None:
            return False
        return any(loep.find(f"{self._w}{navn}") is not None for navn in ("del", "moveFrom"))

    def _slipp(self, plass: _Plass) -> Iterator[Avsnitt]:
        """Yield the paragraph that has been gathered, then its boxes, drawings and notes."""
        if not self._henger:
            return
        biter, self._henger = self._henger, []
        med_tekst = [bit for bit in biter if bit[1].tekst.strip()]
        if med_tekst:
            # The last mark is the one that stays; where nothing stands before it, the text keeps its own.
            siste = biter[-1] if biter[-1] in med_tekst else med_tekst[-1]
            yield self._ferdig(med_tekst[0][0], [bit[1] for bit in med_tekst], siste[2], plass)
        for nummer, samling, _ in biter:
            for boks in samling.bokser:
                self._boks += 1
                i_boksen = replace(plass, boks=plass.boks or self._boks)
                yield from self._gaa(boks, i_boksen)
                yield from self._slipp(i_boksen)
            skjult = rens("".join(samling.skjulte)).strip()
            if not (samling.figurer or skjult or samling.noter):
                continue
            her = Avsnitt(
                nummer, skjult, tabell=plass.tabell, rad=plass.rad, kolonne=plass.kolonne, spenn=plass.spenn,
                boks=plass.boks,
            )  # fmt: skip
            for tekst in samling.figurer:
                yield replace(her, tekst=tekst, er_figur=True)
            if skjult:
                yield replace(her, er_skjult=True)
            for tekst in samling.noter:
                yield replace(her, tekst=tekst, er_note=True)

    def _tall(self, egenskaper: etree._Element | None, fra_stil: str | None, nivaa: int | None) -> str:
        """Return the number Word puts in front of the paragraph; asked for once each, for it is counted."""
        egen = listenummer(egenskaper, self._w)
        liste = fra_stil if egen is None else egen
        return self._nummerering.neste(liste, max(0, nivaa or 0)) if liste else ""

    def _ferdig(
        self, nummer: int, samlinger: list[Samling], egenskaper: etree._Element | None, plass: _Plass
    ) -> Avsnitt:
        stil = self._stilark.finn(
            verdi(egenskaper.find(f"{self._w}pStyle"), self._w) if egenskaper is not None else None
        )
        nivaa, liste = av_avsnitt(egenskaper, self._w)
        nivaa = stil.nivaa if nivaa is None else nivaa
        liste = stil.liste if liste is None else liste
        tekst = rens("".join(samling.tekst for samling in samlinger)).strip()
        tall = self._tall(egenskaper, stil.listenummer, liste)
        if har_ord(tall):
            # «Delmål 1:» that Word writes by itself is read as if it were typed.
            tekst, tall = f"{tall} {tekst}", ""
        tegn = sum(samling.tegn for samling in samlinger)
        fete = sum(samling.fete + (samling.uten_fet if stil.fet else 0) for samling in samlinger)
        versaler = sum(samling.versaler for samling in samlinger)
        stoerrelser = [samling.stoerrelse for samling in samlinger if samling.stoerrelse]
        i_innhold = plass.innholdsliste or stil.er_innholdsliste
        i_felt = all(samling.i_innholdsfelt for samling in samlinger) and not nivaa
        return Avsnitt(
            nummer=nummer,
            tekst=tekst,
            nivaa=nivaa or None,
            liste=liste if not nivaa and liste is not None and liste >= 0 else None,
            tabell=plass.tabell,
            rad=plass.rad,
            kolonne=plass.kolonne,
            spenn=plass.spenn,
            boks=plass.boks,
            fet=tegn > 0 and fete == tegn,
            versaler=bool(stil.versaler) or (tegn > 0 and versaler == tegn),
            stoerrelse=stoerrelser[0] if stoerrelser else stil.stoerrelse,
            er_tittel=stil.er_tittel,
            er_sitat=stil.er_sitat,
            i_innholdsliste=i_innhold or (i_felt and (bool(_SLUTTER_MED_TALL.search(tekst)) or len(tekst) < 90)),
            tall=tall,
            stil=stil.navn,
        )
