"""One line of what has been done."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Endringslinje:
    """An operation by its name (the key of its label in `handlinger`), who did it, and when (ISO 8601, UTC)."""

    nr: int
    navn: str
    aktoer: str
    koder: tuple[str, ...]
    tid: str
