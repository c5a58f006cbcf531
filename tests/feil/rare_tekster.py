"""Texts that break programs: what no document can hold, what looks like code, and what is longer than a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from random import Random

# One Excel cell holds 32 767 UTF-16 units, one note 20 000 characters.
LENGDER: Final = (1, 2, 7, 60, 300, 2_000, 10_000, 19_900, 32_760, 32_767, 40_000, 70_000)
BITER: Final = (
    "=1+1",
    '=HYPERLINK("http://x.example","trykk")',
    "=cmd|'/C calc'!A0",
    "@SUM(A1:A9)",
    "+47 70 00 00 00",
    "-",
    "+",
    "'=1",
    "{=1}",
    "{tekst} {0} %s %(a)s ${b}",
    "\tførst en tabulator",
    "\nførst et linjeskift",
    "  mellomrom foran",
    "_x000D_",
    "_x0041_ _x005F_x000D_ _xD83D_",
    "<script>alert(1)</script>",
    "<w:t>&amp;&#10;&lt;</w:t>",
    "]]>",
    "<![CDATA[",
    "<!--",
    "&L&9&G &&",
    "\"'`´’«»„”",
    "a\x00b",
    "loddrett\x0btabulator",
    "sideskift\x0c",
    "\x1b[31mrødt\x07",
    "\x85\u2028ny linje\u2029nytt avsnitt",
    "\r\nto\rto\n",
    "halv \ud83d halv",
    "\udc00",
    "\ufffe\uffff\ufdd0\U0001fffe\U0010ffff",
    "\ufeff\u200b\u00ad\u2060\u00a0\u202f",
    "\u202eeslevinb\u202c \u2066\u2067\u2069",
    "עברית مرحبا",
    "👩‍👩‍👧‍👦 🏳️‍🌈 🇳🇴 👍🏽",
    "Z͑ͫ̓a̴͛l̸͝g̵̈ǫ́ å e̊",
    "áčđŋšŧž ÁČĐŊŠŦŽ ïõ",
    "æøå ÆØÅ",
    "漢字かな한글",
    "𐐷𝒳🚢",
    "null",
    "NaN",
    "1E400",
    "TRUE",
    "01.02.2028",
    "http://x.example/?a=1&b=2",
    "mailto:a@b.example",
    "#REF!",
    "internal:'Avvik'!A1",
    "\\n \\ud800 \\",
)
_OMRAADER: Final = (
    (0x20, 0x7E),
    (0x00, 0x1F),
    (0x80, 0x2FF),
    (0x300, 0x36F),
    (0x590, 0x6FF),
    (0x1E00, 0x20FF),
    (0xD7F0, 0xE010),
    (0xFDD0, 0xFFFF),
    (0x1F300, 0x1FAFF),
    (0x10FFF0, 0x10FFFF),
)


def rar_tekst(tilfeldig: Random, lengst: int) -> str:
    """Return something unusual, of at most `lengst` characters; now and then of just about that many."""
    biter = [tilfeldig.choice(BITER) for _ in range(tilfeldig.choice((1, 1, 1, 2, 3)))]
    if tilfeldig.random() < 0.4:
        biter.append(_tilfeldige_tegn(tilfeldig, tilfeldig.randrange(1, 12)))
        tilfeldig.shuffle(biter)
    tekst = "".join(biter)
    if tilfeldig.random() < 0.15:
        fyll = tilfeldig.choice(("x", "🚢", "ord ", "a\u0301", "linje\n"))
        lengde = min(lengst, tilfeldig.choice(LENGDER))
        tekst += (fyll * (max(0, lengde - len(tekst)) // len(fyll) + 1))[: max(0, lengde - len(tekst))]
    return tekst[:lengst]


def _tilfeldige_tegn(tilfeldig: Random, antall: int) -> str:
    return "".join(chr(tilfeldig.randint(*tilfeldig.choice(_OMRAADER))) for _ in range(antall))
