"""What the work between two workshops is done on: every note as it now reads, every point, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notatrad:
    """One note, word for word. `soekeord`: its code and words in lower case; `punkter`: the points it is in."""

    kode: str
    verksted: int
    bord: int
    spoersmaal: int
    type: str
    tekst: str
    hvorfor: str
    element: str
    loeftet: bool
    trukket: bool
    behandlet: bool
    punkter: tuple[str, ...]
    soekeord: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listemerknad:
    """What one list wants said."""

    listekode: str
    liste: str
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Utsjekksvarrad:
    """What one table of a later workshop answered."""

    verksted: int
    bord: int
    svar: str
    kommentar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arbeidspunkt:
    """One plenary point with its sources. `behandling` is empty until somebody has said what became of it."""

    kode: str
    verksted: int
    tittel: str
    tekst: str
    standpunkt: str
    enighet: str
    prioritet: int | None
    maa_utredes: bool
    aapent_spoersmaal: str
    element: str
    kilder: tuple[str, ...]
    merknader: tuple[Listemerknad, ...]
    behandling: str
    begrunnelse: str
    utsjekk: tuple[Utsjekksvarrad, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearbeiding:
    """Everything the page shows. The last fields are what there is to choose among, as (key, words)."""

    notater: tuple[Notatrad, ...] = ()
    punkter: tuple[Arbeidspunkt, ...] = ()
    verksteder: tuple[tuple[int, str], ...] = ()
    bord: tuple[tuple[int, int], ...] = ()
    spoersmaal: tuple[tuple[int, int, str], ...] = ()
    lister: tuple[tuple[str, str], ...] = ()
    elementer: tuple[tuple[str, str], ...] = ()

    @property
    def samlet(self) -> int:
        """How many notes are gathered in at least one point."""
        return sum(1 for notat in self.notater if notat.punkter)
