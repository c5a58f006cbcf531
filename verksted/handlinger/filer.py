"""From a file on the disk to one import operation: the same road for command line and window.

The file is read in a process of its own (`innlesing.trygg`): 20 seconds and 1 GB, and no way to take us down with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from verksted.handlinger.feil import FilenKunneIkkeLeses
from verksted.innlesing.problem import setning
from verksted.innlesing.trygg.lesing import Innlesingsjobb
from verksted.regler.deltakerendringer import Deltakerendringer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from verksted.innlesing.problem import Problem
    from verksted.innlesing.trygg.lesing import Lesning, Steg
    from verksted.innlesing.trygg.slag import Filslag
    from verksted.kjerne.tekster import Tekster
    from verksted.lager.endring import Endring
    from verksted.lager.prosessfil import Prosessfil


class Lest(Protocol):
    """What every reader returns: what it read, and what it had to say about it."""

    @property
    def problemer(self) -> tuple[Problem, ...]:
        """Problems with place and sentence."""
        ...


@dataclass(frozen=True, slots=True)
class Innleser:
    """A reader and the operation that takes in what it read.

    `les` runs in another process and travels there by name: a function of a module, never one made inside another.
    `ventet` names the kinds of file it takes; empty means that the reader decides for itself. `velg`, where there is
    one, picks from what was read what this process is to have.
    """

    les: Callable[[bytes, str], Any]
    ta_inn: Callable[..., Endring[Any]]
    ventet: frozenset[Filslag] = frozenset()
    velg: Callable[[Prosessfil, Any], Any] | None = None


@dataclass(frozen=True, slots=True)
class Innlest:
    """What came of one file: how many things were taken in, the problems, and what a council list changed."""

    filnavn: str
    antall: int
    problemer: tuple[Problem, ...]
    endringer: Deltakerendringer | None = None

    def setninger(self, tekster: Tekster) -> list[str]:
        """Return each problem as place and sentence."""
        return [setning(problem, tekster) for problem in self.problemer]


def forhaandsvis(
    sti: Path, innleser: Innleser, *, naar_fremdrift: Callable[[Steg], None] | None = None
) -> Innlesingsjobb:
    """Start to read a file and return at once; nothing is taken in before `ta_inn_lesning`.

    `jobb.resultat` is a future (its `lest` is what the reader returns), `jobb.avbryt()` stops it, `jobb.steg` and
    `naar_fremdrift` (called in the job's thread) tell how far it has come. `hent_lesning` gives our errors.
    """
    return Innlesingsjobb(sti, innleser.les, ventet=innleser.ventet, naar_fremdrift=naar_fremdrift)


def hent_lesning(jobb: Innlesingsjobb) -> Lesning:
    """Wait for a job (raises FilenKunneIkkeLeses when the disk refuses, and what guard and reader raise)."""
    try:
        return jobb.vent()
    except OSError as feil:
        raise FilenKunneIkkeLeses(sti=str(jobb.sti), aarsak=feil.strerror or "") from feil


def ta_inn_lesning(fil: Prosessfil, aktoer: str, lesning: Lesning, innleser: Innleser, **valg: object) -> Innlest:
    """Take in what a job has read as one operation, after a backup; `valg` goes to the operation."""
    lest: Lest = innleser.velg(fil, lesning.lest) if innleser.velg else lesning.lest
    fil.ta_sikkerhetskopi()
    endring = fil.utfoer(innleser.ta_inn, aktoer, lest=lest, filnavn=lesning.filnavn, sha256=lesning.sha256, **valg)
    if isinstance(endring.resultat, Deltakerendringer):
        return Innlest(lesning.filnavn, endring.resultat.antall, lest.problemer, endring.resultat)
    return Innlest(lesning.filnavn, endring.resultat, lest.problemer)


def ta_inn_fil(fil: Prosessfil, aktoer: str, sti: Path, innleser: Innleser) -> Innlest:
    """Read a file and take it in as one operation, after a backup.

    Raises FilenKunneIkkeLeses when the disk refuses, and what guard, reader and operation raise.
    """
    return ta_inn_lesning(fil, aktoer, hent_lesning(forhaandsvis(sti, innleser)), innleser)
