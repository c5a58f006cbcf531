"""Reads the script that plays the example municipality: a folder of YAML files -> Forloep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from verksted.innlesing.maler.forloepkontroll import (
    kontroller_mot_mal,
    kontroller_oekonomi,
    kontroller_plan,
    kontroller_prosess,
    kontroller_verksteder,
)
from verksted.innlesing.maler.forloepmodell import Prosessfil, Verkstedfil
from verksted.innlesing.maler.forloepplan import Oekonomifil, Planfil
from verksted.innlesing.maler.yamlfil import YamlHarFeil, Yamlsjekk, les_yaml_med_sjekk, les_yamltekst
from verksted.innlesing.problem import Alvor, Problem, Sted

if TYPE_CHECKING:
    from pathlib import Path

    from verksted.innlesing.maler.malmodell import Prosessmal

M = TypeVar("M", bound=BaseModel)
STOERSTE_ANTALL_VERKSTEDER = 8


class ForloepHarFeil(YamlHarFeil):
    """The example's script cannot be played as it stands (data: fil, antall, linje, problemer)."""


@dataclass(frozen=True, slots=True)
class Forloep:
    """The whole script, workshops in order."""

    prosess: Prosessfil
    verksteder: tuple[Verkstedfil, ...]
    plan: Planfil
    oekonomi: Oekonomifil


class _Leser:
    """Reads file after file and remembers every problem, so that all are told at once."""

    def __init__(self, mappe: Path) -> None:
        self._mappe = mappe
        self._sjekker: list[Yamlsjekk] = []
        self._problemer: list[Problem] = []

    def les(self, navn: str, modell: type[M]) -> tuple[M, Yamlsjekk] | None:
        fil = self._mappe / navn
        if not fil.is_file():
            self._problemer.append(Problem("mal.problem.mangler_fil", Alvor.FEIL, Sted(fil=navn, linje=1)))
            return None
        tekst = les_yamltekst(fil)
        if isinstance(tekst, Problem):
            self._problemer.append(tekst)
            return None
        try:
            verdi, sjekk = les_yaml_med_sjekk(tekst, filnavn=navn, modell=modell)
        except YamlHarFeil as feil:
            self._problemer.extend(feil.problemer)
            return None
        self._sjekker.append(sjekk)
        return verdi, sjekk

    @property
    def problemer(self) -> tuple[Problem, ...]:
        return (*self._problemer, *(problem for sjekk in self._sjekker for problem in sjekk.problemer))

    def feil(self) -> ForloepHarFeil:
        return ForloepHarFeil(fil=self.problemer[0].sted.fil, problemer=self.problemer)


def les_forloep(mappe: Path, *, mal: Prosessmal | None = None) -> Forloep:
    """Return the script; with `mal`, questions and answer kinds are held up to it (raises ForloepHarFeil)."""
    leser = _Leser(mappe)
    prosess = leser.les("prosess.yaml", Prosessfil)
    antall = max(1, sum((mappe / f"verksted-{n}.yaml").exists() for n in range(1, STOERSTE_ANTALL_VERKSTEDER + 1)))
    leste = [leser.les(f"verksted-{nummer}.yaml", Verkstedfil) for nummer in range(1, antall + 1)]
    plan = leser.les("plan.yaml", Planfil)
    oekonomi = leser.les("oekonomi.yaml", Oekonomifil)
    verksteder = [lest for lest in leste if lest is not None]
    if prosess is None or plan is None or oekonomi is None or len(verksteder) < antall:
        raise leser.feil()
    kontroller_prosess(prosess[0], antall, prosess[1])
    kontroller_verksteder(verksteder)
    filer = tuple(verksted for verksted, _ in verksteder)
    kontroller_plan(plan[0], filer, plan[1])
    kontroller_oekonomi(*oekonomi)
    if mal is not None:
        kontroller_mot_mal(prosess, verksteder, mal)
    if leser.problemer:
        raise leser.feil()
    return Forloep(prosess=prosess[0], verksteder=filer, plan=plan[0], oekonomi=oekonomi[0])
