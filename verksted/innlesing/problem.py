"""What a reader could not take as it stood: a place in the file, how bad it is, and the key of a sentence.

`Sted`: rows, paragraphs and lines count from 1 as the user's own program shows them; `kolonne` is a letter («C»).
`Problem.noekkel`: `rad_uten_navn` means the text `innlesing.problem.rad_uten_navn`; a key with a dot is used as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from verksted.kjerne.tekster import Tekster


class Alvor(StrEnum):
    """How bad a problem is: FEIL left something out, ADVARSEL is a guess to look at, MERKNAD is for information."""

    FEIL = "feil"
    ADVARSEL = "advarsel"
    MERKNAD = "merknad"


@dataclass(frozen=True, slots=True)
class Sted:
    """Where in a file something stands; what is None is not known or does not apply."""

    fil: str
    ark: str | None = None
    rad: int | None = None
    kolonne: str | None = None
    avsnitt: int | None = None
    linje: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing the user should see; `data` fills the placeholders of its sentence."""

    noekkel: str
    alvor: Alvor
    sted: Sted
    data: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def tekstnoekkel(self) -> str:
        """The sentence's full key in the catalogue."""
        return self.noekkel if "." in self.noekkel else f"innlesing.problem.{self.noekkel}"


def sted_som_tekst(sted: Sted, tekster: Tekster, *, med_fil: bool = True) -> str:
    """Return for instance «kommunestyret.xlsx, ark «Medlemmer», rad 7, kolonne C»; '' for the file alone without it."""
    deler = [
        tekster(f"innlesing.sted.{navn}", verdi=verdi)
        for navn in ("fil", "ark", "avsnitt", "linje", "rad", "kolonne")
        if (med_fil or navn != "fil") and (verdi := getattr(sted, navn)) is not None
    ]
    return ", ".join(deler)


def setning(problem: Problem, tekster: Tekster) -> str:
    """Return the whole sentence, the place first: «fil, ark X, rad 7, kolonne C: …»."""
    grunn = tekster(problem.tekstnoekkel, **problem.data)
    return f"{sted_som_tekst(problem.sted, tekster)}: {grunn}"
