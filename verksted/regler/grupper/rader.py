"""The rows that decide the tables of a process; unsaved rows serve as well, for a council list without a process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verksted.modell.deltaker import (
        Forfall,
        Gruppe,
        Gruppeinndeling,
        Gruppeoppsett,
        Grupperegel,
        GrupperegelPerson,
        Liste,
        Mandat,
        Parmoete,
        Person,
        Plass,
        Tilstedevaerelse,
    )
    from verksted.modell.verksted import Verksted


@dataclass(frozen=True, slots=True, kw_only=True)
class Grupperader:
    """Rows of the whole process; field names are the table names."""

    verksted: tuple[Verksted, ...]
    person: tuple[Person, ...]
    liste: tuple[Liste, ...]
    mandat: tuple[Mandat, ...]
    tilstedevaerelse: tuple[Tilstedevaerelse, ...] = ()
    forfall: tuple[Forfall, ...] = ()
    gruppe: tuple[Gruppe, ...] = ()
    gruppeinndeling: tuple[Gruppeinndeling, ...] = ()
    plass: tuple[Plass, ...] = ()
    parmoete: tuple[Parmoete, ...] = ()
    gruppeoppsett: tuple[Gruppeoppsett, ...] = ()
    grupperegel: tuple[Grupperegel, ...] = ()
    grupperegel_person: tuple[GrupperegelPerson, ...] = ()
