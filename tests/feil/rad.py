"""One line in the table of a fault campaign."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rad:
    """What one fault did: its number (F1 …), what was done to the program, how many times, and what came of it."""

    kode: str
    hva: str
    antall: int
    resultat: str
    holder: bool
