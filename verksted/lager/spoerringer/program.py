"""What the program and the questions are made of, read without the notes, the plan and the money."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlmodel import col, func, select

from verksted.kjerne.feil import FinnesIkke
from verksted.lager.spoerringer.grunnlag import alle_rader
from verksted.modell.deltaker import Gruppe, Gruppeinndeling, Mandat, Plass
from verksted.modell.innspill import Innspill
from verksted.modell.prosess import Organ, Plannivaa, Prosess, Prosessrolle
from verksted.modell.verksted import Programpost, Spoersmaal, Verksted
from verksted.visning.grunnlag import Grunnlag

if TYPE_CHECKING:
    from sqlmodel import Session

_TABELLER: Final = (
    Organ, Plannivaa, Prosessrolle, Verksted, Programpost, Spoersmaal, Gruppe, Gruppeinndeling, Plass, Mandat,
)  # fmt: skip


def hent_programgrunnlag(sesjon: Session) -> Grunnlag:
    """Return the rows a program and its questions are built from (raises FinnesIkke when there is no process)."""
    prosess = sesjon.exec(select(Prosess)).first()
    if prosess is None:
        raise FinnesIkke(hva="prosess", kode="")
    rader: dict[str, Any] = {str(tabell.__tablename__): alle_rader(sesjon, tabell) for tabell in _TABELLER}
    return Grunnlag(prosess=prosess, **rader)


def hent_innspill_per_spoersmaal(sesjon: Session) -> dict[str, int]:
    """Return question id → how many notes answer it, those taken away not counted."""
    svar = select(col(Innspill.spoersmaal_id), func.count()).where(col(Innspill.fjernet).is_(False))
    return dict(sesjon.exec(svar.group_by(col(Innspill.spoersmaal_id))).all())
