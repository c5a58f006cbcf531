"""A file as it is looked at before it is taken in: its own cells, what each column was taken for, and every problem.

Rows are numbered as in the file, columns count from 0. Nothing here is stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

# What a column is that is not to be read.
LESES_IKKE = ""


@dataclass(frozen=True, slots=True)
class Kolonnevalg:
    """What the user says of a file: read `ark` alone (None: as the reader chooses), and take columns for these fields.

    `hode` is the number of the heading row, None where the sheet has none. A field is a key of the reader's own table
    of column names, a year («2028»), or LESES_IKKE.
    """

    ark: str | None = None
    bare_arket: bool = False
    hode: int | None = None
    felt: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Vistrad:
    """One row of the file, its cells as text."""

    nummer: int
    celler: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vistkolonne:
    """One column: its heading in the file, and the field it was taken for (LESES_IKKE for none)."""

    indeks: int
    overskrift: str
    felt: str


@dataclass(frozen=True, slots=True)
class Vistark:
    """One sheet; `felt` is what a column may be taken for, empty where that cannot be chosen.

    `lest` says that something came from it; `flere` is how many rows are left out of the view.
    """

    navn: str | None
    rader: tuple[Vistrad, ...]
    kolonner: tuple[Vistkolonne, ...]
    hode: int | None = None
    felt: tuple[str, ...] = ()
    lest: bool = True
    flere: int = 0


@dataclass(frozen=True, slots=True)
class Funn:
    """One problem in words: `alvor` is `feil` (left out), `advarsel` (a guess to look at) or `merknad`."""

    alvor: str
    ark: str | None
    rad: int | None
    kolonne: int | None
    sted: str
    setning: str


@dataclass(frozen=True, slots=True)
class Vistnode:
    """One element of a plan: its parent's index, how sure the guess of its level is (0–10 000), and why, in words."""

    forelder: int | None
    tittel: str
    nivaa: str
    sikkerhet_bp: int
    hvorfor: str
    sted: str


@dataclass(frozen=True, slots=True)
class Innlesingsvisning:
    """Everything the preview shows. `rader` are the (sheet, row) things were read from.

    `kan_utelate`: single rows may be left out, and the rest taken in later from the same file.
    """

    filnavn: str
    antall: int
    ark: tuple[Vistark, ...]
    noder: tuple[Vistnode, ...]
    funn: tuple[Funn, ...]
    rader: frozenset[tuple[str | None, int]]
    kan_utelate: bool

    @property
    def urene(self) -> frozenset[tuple[str | None, int]]:
        """The rows that gave something, and have something to look at."""
        return frozenset(
            (f.ark, f.rad) for f in self.funn if f.rad is not None and f.alvor != "merknad"
        ) & self.rader  # fmt: skip
