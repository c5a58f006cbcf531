"""Process templates: YAML text -> Prosessmal, and a folder of them -> Malsamling with the problems found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.innlesing.maler.malkontroll import kontroller_mal
from verksted.innlesing.maler.malmodell import Prosessmal
from verksted.innlesing.maler.yamlfil import YamlHarFeil, les_yaml, les_yamltekst
from verksted.innlesing.problem import Alvor, Problem, Sted
from verksted.kjerne.feil import KjentFeil

if TYPE_CHECKING:
    from pathlib import Path

    from verksted.kjerne.tekster import Maalform


class MalHarFeil(YamlHarFeil):
    """A template that cannot be used as it stands (data: fil, antall, linje, problemer)."""


class MalmappeFinnesIkke(KjentFeil):
    """The folder of the user's own templates is gone (data: mappe)."""


@dataclass(frozen=True, slots=True)
class Malsamling:
    """The good templates of a folder in one målform, by key, and what was wrong with the others."""

    maler: tuple[Prosessmal, ...]
    problemer: tuple[Problem, ...]


def les_mal(tekst: str, *, filnavn: str) -> Prosessmal:
    """Return the template (raises MalHarFeil with every problem, each with its line)."""
    return les_yaml(tekst, filnavn=filnavn, modell=Prosessmal, kontroll=kontroller_mal, feil=MalHarFeil)


def les_malmappe(mappe: Path, maalform: Maalform) -> Malsamling:
    """Read every .yaml and .yml file of the folder; a bad file never hides the good (raises MalmappeFinnesIkke)."""
    if not mappe.is_dir():
        raise MalmappeFinnesIkke(mappe=str(mappe))
    maler: dict[tuple[str, str], tuple[Prosessmal, str]] = {}
    problemer: list[Problem] = []
    for fil in sorted(mappe.iterdir(), key=lambda sti: sti.name):
        if fil.suffix.lower() not in {".yaml", ".yml"} or not fil.is_file():
            continue
        tekst = les_yamltekst(fil)
        if isinstance(tekst, Problem):
            problemer.append(tekst)
            continue
        try:
            mal = les_mal(tekst, filnavn=fil.name)
        except MalHarFeil as feil:
            problemer.extend(feil.problemer)
            continue
        finnes = maler.get((mal.noekkel, mal.maalform))
        if finnes is not None:
            data = {"noekkel": mal.noekkel, "annen": finnes[1]}
            problemer.append(Problem("mal.problem.samme_mal", Alvor.FEIL, Sted(fil=fil.name, linje=1), data))
        else:
            maler[mal.noekkel, mal.maalform] = (mal, fil.name)
    for (noekkel, form), (mal, filnavn) in maler.items():
        if (noekkel, maalform) not in maler and form != maalform:
            data = {"tittel": mal.tittel}
            problemer.append(Problem(f"mal.problem.finnes_bare_paa_{form}", Alvor.MERKNAD, Sted(fil=filnavn), data))
    valgte = sorted(noekkel for noekkel in maler if noekkel[1] == maalform)
    return Malsamling(tuple(maler[noekkel][0] for noekkel in valgte), tuple(problemer))
