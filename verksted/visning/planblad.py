"""Everything about one place of the plan: both wordings, and what they rest on, politikk and fag apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verksted.visning.planrader import KunnskapRad


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordrett:
    """A note with its words as they were written."""

    kode: str
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Punktgrunn:
    """A point the place rests on; `behandling` and `enighet` are words of the model, the first empty until given."""

    kode: str
    tittel: str
    behandling: str
    enighet: str
    antall_bord: int
    merknad_fra: tuple[str, ...]
    innspill: tuple[Ordrett, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Planblad:
    """One place. `gjeldende_*` are empty for what is new; `forslag_*` is what the plan would now read."""

    kode: str
    nivaa: str
    rolle: str
    over: tuple[str, str]
    har_gjeldende: bool
    gjeldende_tittel: str
    gjeldende_tekst: str
    forslag_tittel: str
    forslag_tekst: str
    utgaar: bool
    alternativer: tuple[tuple[str, str], ...]
    begrunnelse_politikk: str
    begrunnelse_fag: str
    periode: str
    baerekraftsmaal: tuple[int, ...]
    punkter: tuple[Punktgrunn, ...]
    innspill: tuple[Ordrett, ...]
    kunnskap: tuple[KunnskapRad, ...]
    tiltak: tuple[tuple[str, str], ...]

    @property
    def uenighet(self) -> bool:
        """Say whether a point the place rests on divided the room."""
        return any(punkt.enighet in {"uenighet", "delvis"} for punkt in self.punkter)
