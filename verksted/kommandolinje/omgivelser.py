"""What a command is given: texts, clock, streams, and the tools that only some commands need."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from verksted.kjerne.tekster import Tekster

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import datetime
    from pathlib import Path

    from verksted.handlinger.eksport import Dokument
    from verksted.handlinger.filer import Innleser
    from verksted.kjerne.klokke import Klokke
    from verksted.kjerne.tekster import Maalform
    from verksted.visning.grunnlag import Grunnlag

Dokumentskriver = Callable[["Grunnlag", "datetime"], "Dokument | None"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Omgivelser:
    """Handed down by oppstart.

    `innlesere` is kind of file → a callable that loads its reader; `skrivere` is kind of document → a callable that
    loads its writer, given the process's målform and a workshop number or None for all that were held. `trykksaker`
    loads the writers of everything printed for one workshop, by kind.
    """

    tekster: Tekster
    klokke: Klokke
    arbeidsmappe: Path
    inn: TextIO
    ut: TextIO
    feil: TextIO
    innlesere: Mapping[str, Callable[[], Innleser]]
    skrivere: Mapping[str, Callable[[Maalform, int | None], tuple[str, Dokumentskriver]]]
    trykksaker: Callable[[Maalform, int], Mapping[str, tuple[str, Dokumentskriver]]]

    def si(self, tekst: str = "") -> None:
        """Print one line for the user, at once."""
        print(tekst, file=self.ut, flush=True)

    def klag(self, tekst: str) -> None:
        """Print one line about what went wrong, at once."""
        print(tekst, file=self.feil, flush=True)


Kommando = Callable[["Namespace", Omgivelser], int]
