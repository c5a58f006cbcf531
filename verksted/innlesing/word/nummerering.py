"""The numbers Word puts in front of paragraphs by itself: «1.2», and «Delmål 1.2:», which stand in no text.

Read from word/numbering.xml. A list that hangs together with another by a list style is counted on its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from verksted.innlesing.word.stiler import heltall, navnerom, verdi

if TYPE_CHECKING:
    from lxml import etree

_PLASS: Final = re.compile(r"%([1-9])")
_ORD: Final = re.compile(r"[^\W\d_]{3,}")
_LENGST: Final = 60
_ROMERTALL: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Nivaa:
    form: str
    tekst: str
    start: int


class Nummerering:
    """Counts as Word does, paragraph by paragraph in reading order."""

    def __init__(self, rot: etree._Element | None) -> None:
        self._maler: dict[str, dict[int, _Nivaa]] = {}
        self._mal: dict[str, str] = {}
        self._teller: defaultdict[str, dict[int, int]] = defaultdict(dict)
        if rot is None:
            return
        w = navnerom(rot)
        for mal in rot.iter(f"{w}abstractNum"):
            self._maler[mal.get(f"{w}abstractNumId") or ""] = {
                heltall(niv.get(f"{w}ilvl")) or 0: _Nivaa(
                    verdi(niv.find(f"{w}numFmt"), w) or "decimal",
                    (verdi(niv.find(f"{w}lvlText"), w) or "")[:_LENGST],
                    heltall(verdi(niv.find(f"{w}start"), w)) or 1,
                )
                for niv in mal.iter(f"{w}lvl")
            }
        for nummer in rot.iter(f"{w}num"):
            self._mal[nummer.get(f"{w}numId") or ""] = verdi(nummer.find(f"{w}abstractNumId"), w) or ""

    def neste(self, liste: str, nivaa: int) -> str:
        """Return what Word shows in front of the next paragraph of a list; '' for a bullet or an unknown list."""
        mal = self._mal.get(liste, "")
        nivaaer = self._maler.get(mal, {})
        her = nivaaer.get(nivaa)
        if her is None:
            return ""
        teller = self._teller[mal]
        for dypere in [n for n in teller if n > nivaa]:
            del teller[dypere]
        teller[nivaa] = teller.get(nivaa, her.start - 1) + 1
        if her.form in {"bullet", "none"}:
            return ""

        def tall(treff: re.Match[str]) -> str:
            n = int(treff[1]) - 1
            over = nivaaer.get(n)
            return _skriv(teller.get(n, over.start), over.form) if over else ""

        return _PLASS.sub(tall, her.tekst)


def har_ord(tekst: str) -> bool:
    """Say whether a number has words in it: «Mål 1:»."""
    return bool(_ORD.search(tekst)) and any(tegn.isdigit() for tegn in tekst)


def _skriv(tall: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter"} and 0 < tall <= 26:
        bokstav = chr(ord("a") + tall - 1)
        return bokstav.upper() if form == "upperLetter" else bokstav
    if form in {"lowerRoman", "upperRoman"} and 0 < tall < 4000:
        ut, igjen = "", tall
        for verdien, tegn in _ROMERTALL:
            antall, igjen = divmod(igjen, verdien)
            ut += tegn * antall
        return ut.upper() if form == "upperRoman" else ut
    return str(tall)
