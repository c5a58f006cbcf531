"""The process at a glance: what it is, how far each workshop has come, how much there is of each thing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from verksted.kjerne.tekster import Maalform


@dataclass(frozen=True, slots=True, kw_only=True)
class Verkstedlinje:
    """One workshop: when, and how much came out of it."""

    nummer: int
    tittel: str
    dato: date | None
    sted: str
    status: str
    bord: int
    til_stede: int
    innspill: int
    punkter: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OversiktVisning:
    """Counts of what is there and not in the bin; `sum_per_aar` is the økonomiplan's own sums in whole kroner."""

    prosess: str
    kommune: str
    maalform: Maalform
    valgperiode: tuple[int, int]
    er_eksempel: bool
    verksteder: tuple[Verkstedlinje, ...]
    deltakere: int
    medlemmer: int
    lister: int
    innspill: int
    punkter: int
    behandlede_punkter: int
    planelementer: int
    kunnskapspunkter: int
    tiltak: int
    sporlenker: int
    poster: int
    sum_per_aar: tuple[tuple[int, int], ...]
    fasedatoer: dict[str, tuple[date, date | None]] = field(default_factory=dict)
