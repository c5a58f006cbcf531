"""What an operation changed: the answer to whoever asked for it, and the stream to everybody else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

T = TypeVar("T")
Endringsart = Literal["I", "U", "D"]
Handlingsart = Literal["vanlig", "angre", "gjoer_om", "endelig"]


@dataclass(frozen=True, slots=True)
class Radendring:
    """One changed row: inserted, updated or deleted."""

    sekvens: int
    tabell: str
    rad_id: str
    art: Endringsart


@dataclass(frozen=True, slots=True)
class Endring(Generic[T]):
    """One operation that was carried out.

    `navn` is the operation's name (the key of its label), `koder` what it concerns, `resultat` what it made.
    `rader` is empty when everything was already as asked.
    """

    nr: int
    navn: str
    aktoer: str
    art: Handlingsart
    koder: tuple[str, ...]
    rader: tuple[Radendring, ...]
    resultat: T


@dataclass(frozen=True, slots=True)
class Handlingslinje:
    """One line of the change log, for history and for the undo menu."""

    nr: int
    navn: str
    aktoer: str
    art: Handlingsart
    gjelder: int | None
    koder: tuple[str, ...]
    tid: str
