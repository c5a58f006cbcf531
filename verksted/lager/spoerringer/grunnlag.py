"""The whole process in one short reading, for the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlmodel import col, select

from verksted.kjerne.feil import FinnesIkke
from verksted.modell.prosess import Prosess
from verksted.modell.tabeller import ALLE
from verksted.visning.grunnlag import Grunnlag

if TYPE_CHECKING:
    from sqlmodel import Session

    from verksted.modell.grunn import Grunn

# The first of these that a table has orders its rows.
_ORDEN: Final = ("rekkefoelge", "mottatt_nr", "nummer", "aar", "kode", "bokstav", "verdi", "id")


def hent_grunnlag(sesjon: Session) -> Grunnlag:
    """Return every row of the process (raises FinnesIkke when the file holds none yet)."""
    rader: dict[str, Any] = {str(tabell.__tablename__): alle_rader(sesjon, tabell) for tabell in ALLE}
    prosesser = rader.pop(str(Prosess.__tablename__))
    if not prosesser:
        raise FinnesIkke(hva="prosess", kode="")
    return Grunnlag(prosess=prosesser[0], **rader)


def alle_rader(sesjon: Session, tabell: type[Grunn]) -> tuple[Grunn, ...]:
    """Return every row of one table, in its own order."""
    orden = next(navn for navn in _ORDEN if navn in tabell.model_fields)
    return tuple(sesjon.exec(select(tabell).order_by(col(getattr(tabell, orden)), col(tabell.id))))
