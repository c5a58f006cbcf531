"""What the knowledge base is read into: facts, the tables behind them, and the theme a word belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from verksted.innlesing.tabell.kolonner import ord_for

if TYPE_CHECKING:
    from datetime import date

    from verksted.innlesing.kunnskap.serier import Tabell
    from verksted.innlesing.problem import Problem

Tema = Literal["samfunn", "tjenester", "beredskap", "oekonomi", "foeringer"]
_TEMAER: tuple[Tema, ...] = ("beredskap", "oekonomi", "foeringer", "tjenester", "samfunn")


@dataclass(frozen=True, slots=True)
class LestKunnskapspunkt:
    """One fact; `temanavn` is the document's own word, `tema` ours where it could be told.

    For a series `tall` is the newest figure, `aar` its period, and `tekst` every period on a line of its own.
    """

    tema: Tema | None
    temanavn: str | None
    tittel: str
    tekst: str
    tall: str | None
    enhet: str | None
    kilde: str | None
    aar: str | None
    kvalitetssikret_av: str | None
    kvalitetssikret_dato: date | None
    rad: int
    ark: str | None


@dataclass(frozen=True, slots=True)
class LestKunnskap:
    """What was read, in the file's order: first the facts written as such, then one for each series chosen.

    `faste` and `faste_problemer` do not depend on the choice of regions, `tabeller` are what it is made among.
    """

    punkter: tuple[LestKunnskapspunkt, ...]
    problemer: tuple[Problem, ...]
    filnavn: str = ""
    faste: tuple[LestKunnskapspunkt, ...] = ()
    faste_problemer: tuple[Problem, ...] = ()
    tabeller: tuple[Tabell, ...] = ()


def tema_for(navn: str | None) -> Tema | None:
    """Return our theme for the document's theme name, None where no known word is in it."""
    if not navn:
        return None
    lav, ord_ = navn.casefold(), ord_for("tema")
    return next((tema for tema in _TEMAER if any(re.search(rf"\b{re.escape(o)}", lav) for o in ord_[tema])), None)
