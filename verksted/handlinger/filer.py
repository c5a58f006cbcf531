"""From a file on the disk to one import operation: the same road for command line and window."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Protocol

from verksted.handlinger.feil import FilenKunneIkkeLeses
from verksted.innlesing.problem import setning

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from verksted.innlesing.problem import Problem
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
    """A reader and the operation that takes in what it read."""

    les: Callable[[bytes, str], Any]
    ta_inn: Callable[..., Endring[int]]


@dataclass(frozen=True, slots=True)
class Innlest:
    """What came of one file: how many things were taken in, and the problems."""

    filnavn: str
    antall: int
    problemer: tuple[Problem, ...]

    def setninger(self, tekster: Tekster) -> list[str]:
        """Return each problem as place and sentence."""
        return [setning(problem, tekster) for problem in self.problemer]


def ta_inn_fil(fil: Prosessfil, aktoer: str, sti: Path, innleser: Innleser) -> Innlest:
    """Read a file and take it in as one operation, after a backup.

    Raises FilenKunneIkkeLeses when the disk refuses, and what reader and operation raise.
    """
    try:
        data = sti.read_bytes()
    except OSError as feil:
        raise FilenKunneIkkeLeses(sti=str(sti), aarsak=feil.strerror or "") from feil
    lest: Lest = innleser.les(data, sti.name)
    fil.ta_sikkerhetskopi()
    avtrykk = sha256(data).hexdigest()
    endring = fil.utfoer(innleser.ta_inn, aktoer, lest=lest, filnavn=sti.name, sha256=avtrykk)
    return Innlest(sti.name, endring.resultat, lest.problemer)
