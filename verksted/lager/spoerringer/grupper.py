"""What decides the tables of a process, read without all the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from verksted.lager.spoerringer.grunnlag import alle_rader
from verksted.modell.tabeller import ALLE
from verksted.regler.grupper.rader import Grupperader
from verksted.visning.grupperader import GRUPPETABELLER

if TYPE_CHECKING:
    from sqlmodel import Session


def hent_grupperader(sesjon: Session) -> Grupperader:
    """Return the rows the composer reads; empty where the file holds no process."""
    tabeller = {str(tabell.__tablename__): tabell for tabell in ALLE}
    rader: dict[str, Any] = {navn: alle_rader(sesjon, tabeller[navn]) for navn in GRUPPETABELLER}
    return Grupperader(**rader)
