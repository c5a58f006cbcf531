"""One cell of a table of figures: is it a figure, a symbol for one that is not there, a period, or words?"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from verksted.innlesing.kunnskap.serier import TEGN
from verksted.innlesing.tabell.kolonner import enkel, ord_for
from verksted.innlesing.tabell.tabellfil import Prosent, celletekst
from verksted.innlesing.tabell.tall import les_tall

if TYPE_CHECKING:
    from verksted.innlesing.tabell.tabellfil import Celle, Rad

# A mark of a footnote after a figure: «4 212*», «4 212¹», «4 212 1)»; a digit as mark needs a space before it.
_MERKE = re.compile(r"^(?P<tall>.*[0-9%])(?:\s*(?P<a>[*†¹²³⁴⁵⁶⁷⁸⁹⁰]+\)?)|\s+(?P<b>\(?[0-9a-z]\)))$")
_NOTESTART = re.compile(r"^(?:[0-9a-z]\)|\([0-9a-z]\)|[*†]|[¹²³⁴⁵⁶⁷⁸⁹⁰])")
_NOTEMERKE = re.compile(r"^(?:\(?[0-9a-z]\)|[*†]+|[¹²³⁴⁵⁶⁷⁸⁹⁰]\)?)$")


def er_tom(celle: Celle) -> bool:
    """Say whether there is nothing but blanks."""
    return celle is None or (isinstance(celle, str) and not celle.strip())


def cellene(rad: Rad) -> dict[int, Celle]:
    """Return the cells that hold something, by column from 0."""
    return {i: c for i, c in enumerate(rad.celler) if not er_tom(c)}


def del_merke(tekst: str) -> tuple[str, str]:
    """Return the figure and the mark of a footnote after it, '' without one."""
    if (treff := _MERKE.match(tekst)) and les_tall(treff["tall"].rstrip("% ")) is not None:
        return treff["tall"].strip(), treff["a"] or treff["b"]
    return tekst, ""


def er_tall(celle: Celle) -> bool:
    """Say whether a cell is a figure."""
    if isinstance(celle, str):
        rent = del_merke(celletekst(celle))[0]
        return any(t.isdigit() for t in rent) and les_tall(rent.removesuffix("%").rstrip()) is not None
    return isinstance(celle, (int, Decimal, Prosent))


def er_verdi(celle: Celle) -> bool:
    """Say whether a cell is a figure or a symbol for one."""
    return er_tall(celle) or (isinstance(celle, str) and celle.strip() in TEGN)


def er_kildelinje(tekst: str) -> str | None:
    """Return what follows «Kilde:», None when the line does not start so."""
    foran, kolon, bak = tekst.partition(":")
    return bak.strip() if kolon and enkel(foran) in _linjeord("kilde") else None


def er_note(tekst: str) -> bool:
    """Say whether a line is a note under a table, not a title over the next."""
    foran, kolon, _ = tekst.partition(":")
    start = enkel(tekst.split(maxsplit=1)[0]) if tekst.strip() else ""
    sikker = bool(kolon) and enkel(foran) in _linjeord("note")
    return sikker or bool(_NOTESTART.match(tekst)) or (start in _linjeord("note") and tekst.endswith("."))


def er_notemerke(tekst: str) -> bool:
    """Say whether a cell is only the mark a note starts with."""
    return bool(_NOTEMERKE.match(tekst)) or (
        tekst.endswith(":") and enkel(tekst) in _linjeord("kilde") | _linjeord("note")
    )


def enhet_i(tekst: str, *, hele: bool = False) -> str | None:
    """Return a known unit in parentheses, or after «Enhet:» or «Tall i»; with `hele` one that is all of it too."""
    rent = " ".join(tekst.split())
    if treff := re.search(r"\(([^()]+)\)\s*$", rent):
        inni = treff[1].strip()
        for ledetekst in ord_for("tabellinje")["enhet"]:
            if inni.casefold().startswith(f"{ledetekst} "):
                return inni[len(ledetekst) :].strip()
        return inni if enkel(inni) in _enhetsord() else None
    for ledetekst in ord_for("tabellinje")["enhet"]:
        if treff := re.fullmatch(rf"{re.escape(ledetekst)}\s*:?\s+(\S.*)", rent, re.IGNORECASE):
            return treff[1].strip(" .")
    return rent if hele and enkel(rent.strip(".")) in _enhetsord() else None


@lru_cache(maxsize=4)
def _linjeord(slag: str) -> frozenset[str]:
    return frozenset(enkel(ett) for ett in ord_for("tabellinje")[slag])


@lru_cache(maxsize=1)
def _enhetsord() -> frozenset[str]:
    return frozenset(enkel(ett) for ett in ord_for("enhetsord")["ord"])
