"""The process as its page shows it: what it is, its workshops, bodies, roles and check lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time

    from verksted.kjerne.tekster import Maalform


@dataclass(frozen=True, slots=True, kw_only=True)
class Sjekkrad:
    """A point of a check list; `fase` is `foer`, `under` or `etter`."""

    verksted: int
    nummer: int
    fase: str
    tekst: str
    hjelp: str = ""
    kilde: str = ""
    ansvarlig: str = ""
    frist: date | None = None
    utfoert: date | None = None

    def forsinket(self, i_dag: date) -> bool:
        """Say whether it should have been done by now."""
        return self.utfoert is None and self.frist is not None and self.frist < i_dag


@dataclass(frozen=True, slots=True, kw_only=True)
class Verkstedskjema:
    """A workshop as it is edited; `i_bruk` when something belongs to it, so that it cannot go or change number."""

    rad_id: str
    nummer: int
    tittel: str
    formaal: str
    organ: str
    dato: date | None
    sted: str
    start: time
    slutt: time | None
    moeteform: str
    aapent: bool
    hjemmel: str
    innkalt: date | None
    status: str
    i_bruk: bool
    sjekkliste: tuple[Sjekkrad, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rollerad:
    """A role of the method."""

    rad_id: str
    navn: str
    beskrivelse: str
    sfaere: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prosessvisning:
    """The whole page; `organer` are (id, name), `fasedatoer` name → (from, to) of what comes after the workshops."""

    rad_id: str
    navn: str
    kommune: str
    maalform: Maalform
    valgperiode: tuple[int, int]
    planperiode: tuple[int | None, int | None]
    organer: tuple[tuple[str, str], ...]
    roller: tuple[Rollerad, ...]
    verksteder: tuple[Verkstedskjema, ...]
    fasedatoer: dict[str, tuple[date, date | None]]
