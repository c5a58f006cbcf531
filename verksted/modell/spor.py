"""The trail: links between two things people talk about."""

from typing import Final

from pydantic import model_validator
from sqlmodel import Field, UniqueConstraint

from verksted.modell.grunn import Grunn, Tekst, ordfelt
from verksted.modell.ordene import Sporting

TILLATTE_PAR: Final = frozenset(
    {
        (Sporting.PUNKT, Sporting.PLANELEMENT),
        (Sporting.INNSPILL, Sporting.PLANELEMENT),
        (Sporting.KUNNSKAPSPUNKT, Sporting.PLANELEMENT),
        (Sporting.SPOERSMAAL, Sporting.PLANELEMENT),
        (Sporting.PLANELEMENT, Sporting.TILTAK),
        (Sporting.TILTAK, Sporting.OEKONOMIPOST),
    }
)


class SporlenkeGrunn(Grunn):
    """A link from one thing to the next on the way to the crown in the budget.

    `andel_bp` is how much of a post serves the measure, in basis points (10 000 = all of it).
    Who made it and when is in the change log.
    """

    fra_type: Sporting = ordfelt(Sporting)
    fra_id: str
    til_type: Sporting = ordfelt(Sporting)
    til_id: str = Field(index=True)
    andel_bp: int | None = Field(default=None, ge=0, le=10_000)
    notat: Tekst = ""

    @model_validator(mode="after")
    def _paret_er_tillatt(self) -> "SporlenkeGrunn":
        if (self.fra_type, self.til_type) not in TILLATTE_PAR:
            raise ValueError("til_type")
        return self


class Sporlenke(SporlenkeGrunn, table=True):
    """Row: a link of the trail."""

    __table_args__ = (UniqueConstraint("fra_type", "fra_id", "til_type", "til_id"),)
