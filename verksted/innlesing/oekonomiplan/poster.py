"""What is read from an økonomiplan or a budget. All amounts are whole kroner, with the file's own sign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from verksted.innlesing.problem import Problem

Postart = Literal["drift", "investering"]
Beloep = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class LestPost:
    """One line; `beloep` is (year, whole kroner) for every year of the file, `raatt` the row's cells as text."""

    naturlig_noekkel: str
    tekst: str
    sektor: str | None
    funksjon: str | None
    funksjonsnavn: str | None
    tjeneste: str | None
    art: Postart
    inntekt_utgift: str | None
    endringsart: str | None
    ansvarlig: str | None
    beloep: Beloep
    raatt: tuple[str, ...]
    rad: int
    ark: str | None

    def __reduce__(self) -> tuple[type[LestPost], tuple[object, ...]]:
        """Travel as plain values: a file may have 11 000 of these, on their way from the child that read them."""
        return LestPost, (
            self.naturlig_noekkel, self.tekst, self.sektor, self.funksjon, self.funksjonsnavn, self.tjeneste, self.art,
            self.inntekt_utgift, self.endringsart, self.ansvarlig, self.beloep, self.raatt, self.rad, self.ark,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class LestSumrad:
    """A total row of the file, its own amounts, and whether they are the sum of posts around it.

    `alt` says that it is the total of its whole table.
    """

    tekst: str
    beloep: Beloep
    stemmer: bool
    rad: int
    ark: str | None
    alt: bool = False


@dataclass(frozen=True, slots=True)
class Kontrollsum:
    """One year of one table: the sum of the posts, and what the table's own total row says (None without one)."""

    ark: str | None
    aar: int
    sum: int
    i_fila: int | None


@dataclass(frozen=True, slots=True)
class LestOekonomiplan:
    """What was read; `enhet` is what the file's amounts are in (1, 1 000, 1 000 000), all amounts here are kroner."""

    poster: tuple[LestPost, ...]
    aar: tuple[int, ...]
    enhet: int
    sum_per_aar: Beloep
    funksjoner: int
    sumrader: tuple[LestSumrad, ...]
    problemer: tuple[Problem, ...]
    kontroll: tuple[Kontrollsum, ...] = ()
