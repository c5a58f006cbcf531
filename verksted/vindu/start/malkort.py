"""A process template as the start page shows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Malkort:
    """Name, what it gives, and how many workshops."""

    noekkel: str
    tittel: str
    beskrivelse: str
    verksteder: int
