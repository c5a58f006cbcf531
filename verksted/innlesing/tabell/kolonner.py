"""Finds the heading row of a sheet by the column names known in `ressurser/data/kolonnenavn.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from verksted.innlesing.tabell.tabellfil import celletekst, kolonnebokstav
from verksted.kjerne.stier import ressurs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from verksted.innlesing.tabell.tabellfil import Ark, Celle, Rad

# A heading is looked for among this many rows; title rows and letterheads stand above it.
SOEK = 40
# The field of columns that are known for what they are, and not read.
ANNET = "annet"
_SKILLE = re.compile(r"[\s\-_.:*]+")
_TEKST_TIL = re.compile(r"\s*\(T\)$")
_DELER = re.compile(r"[/(),]| og | eller ")
_ASCII = str.maketrans({"å": "aa", "æ": "ae", "ø": "oe"})


@dataclass(frozen=True, slots=True)
class Overskrift:
    """The heading row (index into `Ark.rader`) and which column (from 0) each known field stands in."""

    indeks: int
    felt: Mapping[str, int]

    def bokstav(self, felt: str) -> str | None:
        """Return the field's column letter."""
        return kolonnebokstav(self.felt[felt]) if felt in self.felt else None

    def celle(self, rad: Rad, felt: str) -> Celle:
        """Return the row's cell for a field, None where the file has no such column."""
        return rad.celle(self.felt.get(felt, -1))

    def tekst(self, rad: Rad, felt: str) -> str | None:
        """Return the row's text for a field, None where it is blank."""
        return celletekst(self.celle(rad, felt)) or None


def enkel(tekst: str) -> str:
    """Return a name for comparing: lower case, å as aa, no spaces, hyphens, dots or colons."""
    return _SKILLE.sub("", tekst.casefold().translate(_ASCII))


@lru_cache(maxsize=8)
def _tabell(slag: str) -> dict[str, tuple[str, ...]]:
    data = tomllib.loads(ressurs("data", "kolonnenavn.toml").read_text(encoding="utf-8"))
    return {felt: tuple(navn) for felt, navn in data[slag].items()}


@lru_cache(maxsize=8)
def _oppslag(slag: str) -> dict[str, tuple[str, int]]:
    oppslag: dict[str, tuple[str, int]] = {}
    for felt, navn in _tabell(slag).items():
        for plass, ett in enumerate(navn):
            oppslag.setdefault(enkel(ett), (felt, plass))
    return oppslag


@lru_cache(maxsize=8)
def _uten_norske_bokstaver(slag: str) -> dict[str, tuple[str, int]]:
    return {flat: treff for navn, treff in _oppslag(slag).items() if (flat := _flat(navn)) and flat != navn}


def _flat(enkelt: str) -> str:
    """Return «kjonn» for «kjoenn»: how a program that knows neither å, æ nor ø leaves a heading."""
    return enkelt.replace("aa", "a").replace("ae", "a").replace("oe", "o")


def ord_for(slag: str) -> dict[str, tuple[str, ...]]:
    """Return a table of the data file as it stands: field or theme -> words."""
    return _tabell(slag)


def felt_for(tekst: str, slag: str) -> str | None:
    """Return the field a heading names: the whole of it, or one of the parts of «Parti/liste (frivillig)»."""
    treff = felt_og_plass(tekst, slag)
    return treff[0] if treff and treff[0] != ANNET else None


def felt_og_plass(tekst: str, slag: str) -> tuple[str, int] | None:
    """Return the field a heading names, and how far out in the field's list of names it stands (0 fits best)."""
    oppslag = _oppslag(slag)
    # «Ansvar (T)» is how Agresso names the text that belongs to the code «Ansvar».
    if treff := oppslag.get(enkel(_TEKST_TIL.sub(" tekst", tekst))):
        return treff
    for del_ in _DELER.split(tekst):
        if del_.strip() and (treff := oppslag.get(enkel(del_))):
            return treff
    return None


def felt_uten_norske_bokstaver(tekst: str, slag: str) -> tuple[str, int] | None:
    """Return the field of a heading that has lost its å, æ and ø: «Fodselsar», «Kjonn»."""
    return _uten_norske_bokstaver(slag).get(_flat(enkel(tekst)))


def finn_overskrift(
    ark: Ark,
    slag: str,
    *,
    godtas: Callable[[Mapping[str, int]], bool],
    ekstra: Callable[[str], str | None] | None = None,
) -> Overskrift | None:
    """Return the row with most known names among the first SOEK; `ekstra` names fields that have no fixed name."""
    beste: Overskrift | None = None
    for indeks, rad in enumerate(ark.rader[:SOEK]):
        felt = _les_overskrift(rad.celler, slag, ekstra)
        if godtas(felt) and (beste is None or len(felt) > len(beste.felt)):
            beste = Overskrift(indeks, felt)
    return beste


def _les_overskrift(
    celler: Sequence[Celle], slag: str, ekstra: Callable[[str], str | None] | None
) -> Mapping[str, int]:
    felt: dict[str, int] = {}
    for kolonne, celle in enumerate(celler):
        tekst = celletekst(celle)
        if tekst and len(tekst) <= 80:
            navn = (ekstra(tekst) if ekstra else None) or felt_for(tekst, slag)
            if navn:
                felt.setdefault(navn, kolonne)
    return felt
