"""One line in the table of a fault campaign, and how a campaign is run in a process of its own."""

from __future__ import annotations

import importlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Rad:
    """What one fault did: its number (F1 …), what was done to the program, how many times, and what came of it."""

    kode: str
    hva: str
    antall: int
    resultat: str
    holder: bool


def kjoer_kampanje(navn: str, antall: int | None) -> list[Rad]:
    """Run the campaign of a module, by its dotted name."""
    rader: list[Rad] = list(importlib.import_module(navn).kampanje(antall))
    return rader
