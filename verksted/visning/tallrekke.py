"""A figure over time as a fact's text holds it («2020: 4 268 personer» on each line): its ends, and what else it says.

A document has room for the newest figure and where it came from; every period stands in the knowledge base.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_LINJE: Final = re.compile(r"(?P<periode>[^:\n]{0,30}(?:19|20)[0-9]{2}[^:\n]{0,30}): (?P<verdi>\S[^\n]*)")
_TALL: Final = re.compile(r"[-+\u2212]?[0-9]")


@dataclass(frozen=True, slots=True)
class Tallrekke:
    """The newest figure and the oldest, each with its period; `resten` is what the text says besides."""

    siste: str
    siste_periode: str
    foerste: str
    foerste_periode: str
    resten: str

    @property
    def er_aar(self) -> bool:
        """Say whether both periods are plain years, so that the two can be said in a sentence."""
        return self.siste_periode.isdecimal() and self.foerste_periode.isdecimal()


def finn_tallrekke(tekst: str, enhet: str = "") -> Tallrekke | None:
    """Return the series a fact's text holds; None for a text of any other kind. The unit is said with the newest."""
    linjer = tekst.strip().split("\n")
    treff = [_LINJE.fullmatch(linje.strip()) for linje in linjer]
    antall = next((i for i, t in enumerate(treff) if t is None), len(treff))
    tall = [(t["periode"], t["verdi"]) for t in treff[:antall] if t and _TALL.match(t["verdi"])]
    if antall < 2 or not tall:
        return None
    (foerste_periode, foerste), (siste_periode, siste) = tall[0], tall[-1]
    uten_enhet = foerste.removesuffix(f" {enhet}") if enhet else foerste
    return Tallrekke(siste, siste_periode, uten_enhet, foerste_periode, "\n".join(linjer[antall:]).strip())
