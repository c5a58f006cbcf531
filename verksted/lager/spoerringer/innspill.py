"""The notes as they now read, in the order they were received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from verksted.modell.innspill import Innspill, InnspillRevisjon

if TYPE_CHECKING:
    from sqlmodel import Session


def hent_innspilltekster(sesjon: Session) -> list[tuple[str, str]]:
    """Return (code, text) of every note that is not in the bin."""
    spoerring = (
        select(Innspill.kode, InnspillRevisjon.tekst)
        .join(InnspillRevisjon, col(InnspillRevisjon.innspill_id) == col(Innspill.id))
        .where(col(InnspillRevisjon.nummer) == col(Innspill.revisjon), col(Innspill.fjernet).is_(False))
        .order_by(col(Innspill.mottatt_nr))
    )
    return [(kode, tekst) for kode, tekst in sesjon.exec(spoerring)]
