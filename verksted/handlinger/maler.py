"""Which process templates there are: the program's own, and those in a folder the user chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.handlinger.feil import EgneMalerHarFeil, UkjentMal
from verksted.innlesing.maler.forloep import les_forloep
from verksted.innlesing.maler.mal import les_malmappe
from verksted.innlesing.problem import Alvor, setning
from verksted.kjerne.stier import mal as malsti

if TYPE_CHECKING:
    from pathlib import Path

    from verksted.innlesing.maler.forloep import Forloep
    from verksted.innlesing.maler.malmodell import Prosessmal
    from verksted.innlesing.problem import Problem
    from verksted.kjerne.tekster import Maalform, Tekster


def finn_forloep(mal: Prosessmal) -> Forloep:
    """Return the example municipality's script, held up to its template (raises ForloepHarFeil)."""
    return les_forloep(malsti("eksempel", "forloep"), mal=mal)


def setninger(problemer: tuple[Problem, ...], tekster: Tekster) -> list[str]:
    """Return what was wrong with templates as place and sentence."""
    return [setning(problem, tekster) for problem in problemer]


def finn_mal(
    noekkel: str, maalform: Maalform, *, egen_mappe: Path | None = None
) -> tuple[Prosessmal, tuple[Problem, ...]]:
    """Return the template with this key in this målform, the user's own before the program's, and what was wrong.

    Raises UkjentMal with the problems, EgneMalerHarFeil when the program's own would stand in for a file of the user's
    that could not be read, MalmappeFinnesIkke.
    """
    mapper = [malsti("prosesser")] if egen_mappe is None else [egen_mappe, malsti("prosesser")]
    samlinger = [les_malmappe(mappe, maalform) for mappe in mapper]
    problemer = samlinger[0].problemer
    for nummer, samling in enumerate(samlinger):
        for mal in samling.maler:
            if mal.noekkel == noekkel:
                if nummer and any(problem.alvor is Alvor.FEIL for problem in problemer):
                    raise EgneMalerHarFeil(mappe=str(egen_mappe), problemer=problemer)
                return mal, problemer
    kjente = sorted({mal.noekkel for samling in samlinger for mal in samling.maler})
    raise UkjentMal(navn=noekkel, kjente=", ".join(kjente), problemer=problemer)
