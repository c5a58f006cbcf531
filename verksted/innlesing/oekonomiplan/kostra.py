"""KOSTRA functions: the code list, and finding the function inside a longer service code.

Source of the list: Statistics Norway, Klass, functions 2025 (CC BY 4.0).
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from verksted.kjerne.stier import ressurs

if TYPE_CHECKING:
    from collections.abc import Iterable

LISTEAAR: Final = 2025
# A column whose distinct codes are this often in the list holds functions, whatever it is called.
# By chance one in six three-digit numbers is in the list; a plan from 2013 has nine in ten.
_ANDEL: Final = 0.8
_SIKKER_ANDEL: Final = 0.9
_SIKKERT_ANTALL: Final = 4
_SIFFERREKKE: Final = re.compile("[0-9]+")
_LIGNER_KODE: Final = re.compile(r"(?:funksjon\s*|[a-zæøå]{1,2}[ .-]?)?[0-9]{2,}", re.IGNORECASE)
_KODE: Final = re.compile(r"(?:funksjon\s*|f)?([0-9]{3})[0-9]{0,2}(?![0-9])", re.IGNORECASE)


@lru_cache(maxsize=1)
def funksjoner() -> dict[str, str]:
    """Return code -> name for the three-digit functions."""
    with ressurs("data", f"kostra_funksjoner_{LISTEAAR}.csv").open(encoding="utf-8", newline="") as fil:
        return {rad["kode"]: rad["navn"] for rad in csv.DictReader(fil, delimiter=";")}


def funksjonskode(tekst: str) -> str | None:
    """Return the first three of the three to five digits a text begins with: «24410» and «244 Barnevern» give 244."""
    treff = _KODE.match(tekst.strip())
    return treff[1] if treff else None


@dataclass(frozen=True, slots=True)
class Funksjonsplass:
    """Where in a column's codes the function stands: the part between separators, and how many digits into it.

    Part 0, digit 0 is also «244 Barnevern»; part 1 of «4110.24410.10» is 244.
    """

    del_: int
    siffer: int

    def kode(self, tekst: str) -> str | None:
        """Return the three digits at the place, None where a text has none there."""
        if (self.del_, self.siffer) == (0, 0) and (treff := funksjonskode(tekst)):
            return treff
        deler = _SIFFERREKKE.findall(tekst)
        rekke = deler[self.del_] if self.del_ < len(deler) else ""
        kode = rekke[self.siffer : self.siffer + 3]
        return kode if len(kode) == 3 else None


_FORAN: Final = Funksjonsplass(0, 0)


def finn_funksjonsplass(tekster: Iterable[str], *, heter_funksjon: bool = False) -> Funksjonsplass | None:
    """Return where a column's codes hold a KOSTRA function, None when they do not.

    Hidden inside a longer code it must be seen in several codes: one in six numbers is in the list by chance.
    """
    ulike = {t for t in tekster if t}
    # «Flere elever i 2029» in a column of remarks holds no function.
    if not ulike or (not heter_funksjon and sum(1 for t in ulike if _LIGNER_KODE.match(t)) < _ANDEL * len(ulike)):
        return None
    foran = _treff(_FORAN, ulike)
    if foran[0] >= _ANDEL and (foran[1] > 1 or len(ulike) < _SIKKERT_ANTALL):
        return _FORAN
    deler = max(len(_SIFFERREKKE.findall(t)) for t in ulike)
    if not deler:
        return _FORAN if heter_funksjon else None
    steder = [Funksjonsplass(d, s) for d in range(min(deler, 6)) for s in range(5)]
    (andel, kjente), beste = max(
        ((_treff(sted, ulike), sted) for sted in steder), key=lambda t: (t[0], -t[1].del_, -t[1].siffer)
    )
    if (andel >= _SIKKER_ANDEL and kjente >= _SIKKERT_ANTALL) or (andel >= _ANDEL and kjente >= 2 * _SIKKERT_ANTALL):
        return beste
    return _FORAN if heter_funksjon or foran[0] >= _ANDEL else None


def _treff(sted: Funksjonsplass, ulike: set[str]) -> tuple[float, int]:
    koder = [sted.kode(t) for t in ulike]
    kjente = [k for k in koder if k in funksjoner()]
    return len(kjente) / len(ulike), len(set(kjente))
