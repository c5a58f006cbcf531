"""The text of one Word paragraph with what its runs say: bold, size, capitals; and the boxes and notes it carries.

Deleted and moved-away text is left out, inserted text taken, and of the two copies of a text box one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from verksted.innlesing.word.pakke import lokal
from verksted.innlesing.word.stiler import av_loep, er_paa, navnerom, verdi
from verksted.kjerne.tekstrens import rens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from verksted.innlesing.word.pakke import Wordpakke
    from verksted.innlesing.word.stiler import Stilark

_BORTE: Final = frozenset({
    "del", "moveFrom", "pPr", "rPr", "delText", "delInstrText", "sdtPr", "sdtEndPr", "rt", "p", "tbl", "fldData",
})  # fmt: skip
_TEGN: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": "\u2022 "}
_TEGNING: Final = frozenset({"drawing", "pict", "object"})


@dataclass(slots=True)
class Samling:
    """What a paragraph holds. Characters are counted without white space; `uten_fet` where the style decides."""

    biter: list[str] = field(default_factory=list)
    tegn: int = 0
    fete: int = 0
    uten_fet: int = 0
    versaler: int = 0
    stoerrelse: int | None = None
    skjulte: list[str] = field(default_factory=list)
    i_innholdsfelt: bool = False
    bokser: list[etree._Element] = field(default_factory=list)
    figurer: list[str] = field(default_factory=list)
    noter: list[str] = field(default_factory=list)

    @property
    def tekst(self) -> str:
        """The whole text."""
        return "".join(self.biter)


class Tekstleser:
    """Reads paragraphs one after another; knows which field is open across them."""

    def __init__(self, pakke: Wordpakke, stilark: Stilark, w: str) -> None:
        self._w = w
        self._stilark = stilark
        self._figurer = pakke.figurer
        self._felt: list[str] = []
        self._noter: dict[str, dict[str, list[str]]] = {}
        self._noter = {
            "footnoteReference": self._notetekster(pakke.fotnoter, "footnote"),
            "endnoteReference": self._notetekster(pakke.sluttnoter, "endnote"),
        }

    def les(self, avsnitt: etree._Element) -> Samling:
        """Return what the paragraph holds."""
        samling = Samling()
        apent = self._i_innholdsliste()
        self._gaa(avsnitt, samling)
        samling.i_innholdsfelt = apent or self._i_innholdsliste()
        return samling

    def gren(self, valg: etree._Element) -> etree._Element | None:
        """Return the branch of an `AlternateContent` to read: the new one where it holds anything, else the old."""
        grener = [barn for barn in valg if lokal(barn) in {"Choice", "Fallback"}]
        nye = [gren for gren in grener if lokal(gren) == "Choice"]
        for gren in nye:
            if any(lokal(e) in {"t", "relIds"} for e in gren.iter()):
                return gren
        return grener[-1] if grener else None

    def _gaa(self, element: etree._Element, samling: Samling) -> None:
        for barn in element:
            navn = lokal(barn)
            if navn == "r":
                self._loep(barn, samling)
            elif navn == "AlternateContent":
                valgt = self.gren(barn)
                if valgt is not None:
                    self._gaa(valgt, samling)
            elif navn in _TEGNING:
                self._tegning(barn, samling)
            elif navn == "t":
                self._legg(samling, barn.text or "")
            elif navn not in _BORTE:
                self._gaa(barn, samling)

    def _loep(self, loep: etree._Element, samling: Samling) -> None:
        egenskaper = loep.find(f"{self._w}rPr")
        fet = stoerrelse = versaler = None
        if egenskaper is not None and len(egenskaper):
            skjult = egenskaper.find(f"{self._w}vanish")
            if skjult is not None and er_paa(skjult, self._w):
                self._skjult(loep, samling)
                return
            sier = av_loep(egenskaper, self._w)
            fet, stoerrelse, versaler = sier.fet, sier.stoerrelse, sier.versaler
            if (tegnstil := verdi(egenskaper.find(f"{self._w}rStyle"), self._w)) in self._stilark.stiler:
                stil = self._stilark.finn(tegnstil)
                fet = stil.fet if fet is None else fet
                versaler = stil.versaler if versaler is None else versaler
        foer = samling.tegn
        self._i_loepet(loep, samling)
        nye = samling.tegn - foer
        if nye:
            samling.fete += nye if fet else 0
            samling.uten_fet += nye if fet is None else 0
            samling.versaler += nye if versaler else 0
            samling.stoerrelse = samling.stoerrelse or stoerrelse

    def _i_loepet(self, loep: etree._Element, samling: Samling) -> None:
        for barn in loep:
            navn = lokal(barn)
            if navn == "t":
                self._legg(samling, barn.text or "")
            elif navn in _TEGN:
                samling.biter.append(_TEGN[navn])
            elif navn in self._noter:
                samling.noter += self._noter[navn].get(barn.get(f"{self._w}id") or "", [])
            elif navn in {"fldChar", "instrText"}:
                self._feltet(barn, navn)
            elif navn in _TEGNING:
                self._tegning(barn, samling)
            elif navn == "AlternateContent":
                valgt = self.gren(barn)
                if valgt is not None:
                    self._i_loepet(valgt, samling)
            elif navn not in _BORTE:
                self._gaa(barn, samling)

    def _legg(self, samling: Samling, tekst: str) -> None:
        samling.biter.append(tekst)
        samling.tegn += len(tekst) - sum(map(tekst.count, " \t\n\u00a0"))

    def _skjult(self, loep: etree._Element, samling: Samling) -> None:
        """Keep hidden text apart: it is listed, never read as plan."""
        egen = Samling()
        self._i_loepet(loep, egen)
        samling.bokser += egen.bokser
        samling.noter += egen.noter
        samling.skjulte += egen.biter

    def _feltet(self, element: etree._Element, navn: str) -> None:
        slag = element.get(f"{self._w}fldCharType")
        if slag == "begin":
            self._felt.append("")
        elif slag == "end" and self._felt:
            self._felt.pop()
        elif navn == "instrText" and self._felt:
            self._felt[-1] += element.text or ""

    def _i_innholdsliste(self) -> bool:
        return any(felt.lstrip().upper().startswith("TOC") for felt in self._felt)

    def _tegning(self, tegning: etree._Element, samling: Samling) -> None:
        for barn in tegning:
            navn = lokal(barn)
            if navn == "txbxContent":
                samling.bokser.append(barn)
            elif navn == "AlternateContent":
                valgt = self.gren(barn)
                if valgt is not None:
                    self._tegning(valgt, samling)
            elif navn == "relIds":
                samling.figurer += self._figurtekster(barn)
            elif navn in {"textpath", "t"}:
                tekst = rens((barn.text if navn == "t" else barn.get("string")) or "").strip()
                samling.figurer += [tekst] if tekst else []
            else:
                self._tegning(barn, samling)

    def _figurtekster(self, element: etree._Element) -> Iterator[str]:
        kode = next((verdi_ for navn, verdi_ in element.attrib.items() if str(navn).endswith("}dm")), "")
        figur = self._figurer.get(str(kode))
        if figur is None:
            return
        for punkt in figur.iter():
            if lokal(punkt) == "p":
                tekst = rens("".join(t.text or "" for t in punkt.iter() if lokal(t) == "t")).strip()
                if tekst:
                    yield tekst

    def _notetekster(self, rot: etree._Element | None, navn: str) -> dict[str, list[str]]:
        if rot is None:
            return {}
        w = navnerom(rot)
        noter: dict[str, list[str]] = {}
        for note in rot.iter(f"{w}{navn}"):
            if note.get(f"{w}type") not in {None, "normal"}:
                continue
            tekster = []
            for avsnitt in note.iter(f"{w}p"):
                samling = Samling()
                self._gaa(avsnitt, samling)
                if tekst := rens(samling.tekst).strip():
                    tekster.append(tekst)
            noter[note.get(f"{w}id") or ""] = tekster
        return noter
