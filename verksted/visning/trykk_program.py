"""The program as it is printed before the meeting: planned times, what, who, and the steps inside each block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.visning.program import bygg_program
from verksted.visning.trykk import Trykkhode, bygg_trykkhode, finn_verksted

if TYPE_CHECKING:
    from datetime import time

    from verksted.visning.grunnlag import Grunnlag
    from verksted.visning.program import Programblokk


@dataclass(frozen=True, slots=True, kw_only=True)
class Programlinje:
    """One block; `art` and `sfaere` are text keys; `loep` its steps as (title, minutes), those side by side apart."""

    fra: time
    til: time
    tittel: str
    art: str
    sfaere: str
    ansvarlig: str
    loep: tuple[tuple[tuple[str, int], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramarkVisning:
    """The planned program of one workshop; without blocks `linjer` is empty."""

    hode: Trykkhode
    slutt: time | None
    linjer: tuple[Programlinje, ...]

    @property
    def innhold(self) -> dict[str, int]:
        """What is in it, for counting; empty when there is nothing to print."""
        return {"programdeler": len(self.linjer)} if self.linjer else {}


def bygg_programark(grunnlag: Grunnlag, verksted_nummer: int) -> ProgramarkVisning:
    """Return what is planned for workshop number so-and-so (raises FinnesIkke); what came on the day is not printed."""
    program = bygg_program(grunnlag, verksted_nummer)
    planlagt = [(b.planlagt_fra, b.planlagt_til, b) for b in program.blokker]
    linjer = [_linje(fra, til, blokk) for fra, til, blokk in planlagt if fra is not None and til is not None]
    return ProgramarkVisning(
        hode=bygg_trykkhode(grunnlag, finn_verksted(grunnlag, verksted_nummer)),
        slutt=program.slutt if linjer else program.planlagt_slutt,
        linjer=tuple(linjer),
    )


def _linje(fra: time, til: time, blokk: Programblokk) -> Programlinje:
    numre = sorted({steg.loep for steg in blokk.steg})
    return Programlinje(
        fra=fra,
        til=til,
        tittel=blokk.tittel,
        art=blokk.art,
        sfaere=blokk.sfaere,
        ansvarlig=blokk.ansvarlig,
        loep=tuple(
            tuple((steg.tittel, steg.minutter) for steg in blokk.steg if steg.loep == nummer) for nummer in numre
        ),
    )
