"""The elements of a plan: as they are guessed, as they grow while read, and when it is done."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from verksted.innlesing.samfunnsdel import maalspraak

if TYPE_CHECKING:
    from verksted.innlesing.problem import Sted
    from verksted.innlesing.samfunnsdel.planord import Rolle

# Lower in the plan is a higher number; an element's parent is the nearest open one with a lower.
RANG: Final[dict[Rolle, int]] = {
    "visjon": 0, "hovedmaal": 1, "arealstrategi": 1, "satsingsomraade": 2, "delmaal": 3, "strategi": 4, "annet": 5,
}  # fmt: skip
BARNEROLLE: Final[dict[Rolle, Rolle]] = {
    "visjon": "annet", "hovedmaal": "delmaal", "arealstrategi": "annet", "satsingsomraade": "delmaal",
    "delmaal": "strategi", "strategi": "annet", "annet": "annet",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class LestNode:
    """One element of the plan tree; `forelder` is an index into the same tuple, `sti` the headings it stands under.

    `sikkerhet_bp`: how sure the guess is, 0–10 000; `begrunnelse_noekkel`: text key saying why.
    """

    indeks: int
    forelder: int | None
    rolle: Rolle
    nivaanavn: str
    tittel: str
    tekst: str
    sikkerhet_bp: int
    begrunnelse_noekkel: str
    sted: Sted
    sti: tuple[str, ...]
    baerekraftsmaal: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class IkkePlassert:
    """Text that became no element; `likhet` says how much it reads like a goal, 0–3 (see maalspraak)."""

    tekst: str
    sted: Sted
    sti: tuple[str, ...]
    begrunnelse_noekkel: str
    likhet: int

    @property
    def ligner_maal(self) -> bool:
        """Say whether the user should look at it."""
        return self.likhet >= maalspraak.LIGNER


@dataclass(slots=True)
class Utkast:
    """An element while the document is read; `nummer` is the number of its label, `fn` UN goals named beside it."""

    forelder: int | None
    rolle: Rolle
    nivaanavn: str
    tittel: str
    tekst: list[str]
    sikkerhet_bp: int
    grunn: str
    sted: Sted
    sti: tuple[str, ...]
    nummer: str | None = None
    fn: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Gjetning:
    """A role, the level's name, how sure it is, and the last part of the key that says why."""

    rolle: Rolle
    navn: str
    sikkerhet_bp: int
    grunn: str
