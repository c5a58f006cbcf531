"""What a cell of the workbook *Sporbarhet* may hold, besides plain text, numbers and dates."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

# What one Excel cell can hold, in UTF-16 units.
MAKS_TEGN: Final = 32_767
_MER: Final = " […]"


class Ark(StrEnum):
    """The tables that rows can be linked to; the words are the keys of the sheet names."""

    LES_MEG = "les_meg"
    ROED_TRAAD = "roed_traad"
    MAAL_OG_TILTAK = "maal_og_tiltak"
    SATSINGER = "satsinger"
    POSTER = "oekonomi"
    INNSPILL = "innspill"
    AVVIK = "avvik"


@dataclass(frozen=True, slots=True)
class Ord:
    """A text of the catalogue `excel`, by key; `data` fills its placeholders (a tuple becomes «a, b og c»)."""

    noekkel: str
    data: dict[str, str | int | tuple[str, ...]] = field(default_factory=dict)
    uthevet: bool = False


@dataclass(frozen=True, slots=True)
class Lenke:
    """A text that leads to a row of another table: `rad` counts from 0 among its rows, `kolonne` is a column's key."""

    tekst: str | Ord
    ark: Ark
    rad: int
    kolonne: str


Celle: TypeAlias = str | int | date | Ord | Lenke | None


def i_en_celle(tekst: str) -> str:
    """Return the text, or as much as a cell holds with a mark that there is more."""
    if len(i_celler(tekst, MAKS_TEGN)) == 1:
        return tekst
    return i_celler(tekst, MAKS_TEGN - len(_MER))[0] + _MER


def i_celler(tekst: str, maks: int) -> tuple[str, ...]:
    """Return the text in pieces of at most `maks` UTF-16 units, which is how Excel counts; no piece splits a character.

    Joined, the pieces are the text again. An empty text is one empty piece.
    """
    if len(tekst) * 2 <= maks:
        return (tekst,)
    return tuple(_biter(tekst, maks)) or ("",)


def _biter(tekst: str, maks: int) -> Iterator[str]:
    start = enheter = 0
    for plass, tegn in enumerate(tekst):
        bredde = 2 if ord(tegn) > 0xFFFF else 1
        if enheter + bredde > maks:
            yield tekst[start:plass]
            start, enheter = plass, 0
        enheter += bredde
    if start < len(tekst):
        yield tekst[start:]
