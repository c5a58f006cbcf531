"""Reads a file as its reader does and keeps what it looks like, so that every problem can be shown where it is.

Runs in the guarded child process; raises what the reader raises.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from verksted.innlesing.deltakere.deltakere import les_deltakere
from verksted.innlesing.forhaandsvisning.arkvisning import vis_arkene
from verksted.innlesing.kunnskap.jsonfil import ser_ut_som_json
from verksted.innlesing.kunnskap.kunnskap import les_kunnskap
from verksted.innlesing.oekonomiplan.oekonomiplan import les_oekonomiplan
from verksted.innlesing.samfunnsdel.samfunnsdel import les_samfunnsdel
from verksted.innlesing.tabell.kolonnevalg import med_kolonnevalg
from verksted.innlesing.tabell.tabellfil import les_arbeidsbok

if TYPE_CHECKING:
    from verksted.innlesing.problem import Problem
    from verksted.visning.innlesing import Kolonnevalg, Vistark

DELTAKERE: Final = "deltakere"
SAMFUNNSDEL: Final = "samfunnsdel"
OEKONOMIPLAN: Final = "oekonomiplan"
KUNNSKAP: Final = "kunnskap"


@dataclass(frozen=True, slots=True)
class Forhaandslest:
    """What the reader returned, the sheets as they stand in the file, and the problems of both."""

    lest: Any
    ark: tuple[Vistark, ...]
    problemer: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Forhaandsleser:
    """Reads one kind of file in the year `aar`, with what the user says of its columns."""

    slag: str
    aar: int
    valg: Kolonnevalg | None = None

    def __call__(self, data: bytes, filnavn: str) -> Forhaandslest:
        """Read the file (raises what its reader raises)."""
        lest = self._les(data, filnavn)
        ark: tuple[Vistark, ...] = ()
        if self.slag != SAMFUNNSDEL and not ser_ut_som_json(data):
            bok = les_arbeidsbok(data, filnavn)
            ark = vis_arkene(bok, med_kolonnevalg(bok, self.slag, self.valg), self.slag, filnavn)
        return Forhaandslest(lest, ark, lest.problemer)

    def _les(self, data: bytes, filnavn: str) -> Any:  # noqa: ANN401 - one type for each kind of file
        match self.slag:
            case "deltakere":
                return les_deltakere(data, filnavn, aar=self.aar, kolonner=self.valg)
            case "oekonomiplan":
                return les_oekonomiplan(data, filnavn, kolonner=self.valg)
            case "kunnskap":
                return les_kunnskap(data, filnavn, kolonner=self.valg)
            case _:
                return les_samfunnsdel(data, filnavn)
