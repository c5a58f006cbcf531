"""KOSTRA functions: the code list, and finding the function inside a longer service code.

Source of the list: Statistics Norway, Klass, functions 2025 (CC BY 4.0).
"""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from verksted.kjerne.stier import ressurs

if TYPE_CHECKING:
    from collections.abc import Iterable

LISTEAAR: Final = 2025
# A column whose distinct codes are this often in the list holds functions, whatever it is called.
# By chance one in six three-digit numbers is in the list; a plan from 2013 has nine in ten.
_ANDEL: Final = 0.8
_KODE: Final = re.compile(r"(?:funksjon\s*)?([0-9]{3})[0-9]{0,2}(?![0-9])", re.IGNORECASE)


@lru_cache(maxsize=1)
def funksjoner() -> dict[str, str]:
    """Return code -> name for the three-digit functions."""
    with ressurs("data", f"kostra_funksjoner_{LISTEAAR}.csv").open(encoding="utf-8", newline="") as fil:
        return {rad["kode"]: rad["navn"] for rad in csv.DictReader(fil, delimiter=";")}


def funksjonskode(tekst: str) -> str | None:
    """Return the first three of the three to five digits a text begins with: «24410» and «244 Barnevern» give 244."""
    treff = _KODE.match(tekst.strip())
    return treff[1] if treff else None


def ser_ut_som_funksjoner(tekster: Iterable[str]) -> bool:
    """Say whether a column's distinct texts are KOSTRA functions, or service codes that begin with one."""
    ulike = {t for t in tekster if t}
    if not ulike:
        return False
    kjente = sum(1 for t in ulike if funksjonskode(t) in funksjoner())
    return kjente >= _ANDEL * len(ulike)
