"""The people of the council, read without all the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from verksted.lager.spoerringer.grunnlag import alle_rader
from verksted.modell.deltaker import Liste, Mandat, Person
from verksted.modell.prosess import Organ
from verksted.visning.deltakere import Deltakervisning, bygg_deltakere

if TYPE_CHECKING:
    from sqlmodel import Session

    from verksted.modell.grunn import Grunn


def hent_deltakere(sesjon: Session) -> Deltakervisning:
    """Return the people of the process' first body; empty where the file holds no process."""
    tabeller: tuple[type[Grunn], ...] = (Person, Mandat, Liste, Organ)
    personer, mandater, lister, organer = (list[Any](alle_rader(sesjon, tabell)) for tabell in tabeller)
    foerste = min(organer, key=lambda organ: (organ.rekkefoelge, organ.id), default=None)
    return bygg_deltakere(personer, mandater, lister, foerste.id if foerste else "")
