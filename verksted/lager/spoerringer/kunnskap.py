"""The knowledge base, for its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from verksted.modell.plan import Kunnskapspunkt
from verksted.visning.kunnskap import Faktum, Kunnskapsvisning, temaene

if TYPE_CHECKING:
    from sqlmodel import Session


def hent_kunnskap(sesjon: Session) -> Kunnskapsvisning:
    """Return every fact, and what lies in the bin."""
    rader = sesjon.exec(select(Kunnskapspunkt).order_by(col(Kunnskapspunkt.rekkefoelge), col(Kunnskapspunkt.id))).all()
    fakta = tuple(
        Faktum(
            rad_id=k.id,
            kode=k.kode,
            tema=str(k.tema or ""),
            temanavn=k.temanavn,
            tittel=k.tittel,
            tekst=k.tekst,
            tall=k.tall,
            enhet=k.enhet,
            kilde=k.kilde,
            aar=k.aar,
            sikret_av=k.kvalitetssikret_av,
            sikret_dato=k.kvalitetssikret_dato,
        )
        for k in rader
        if not k.fjernet
    )
    return Kunnskapsvisning(
        fakta=fakta,
        temaer=temaene(fakta),
        papirkurv=tuple((k.kode, k.tittel) for k in rader if k.fjernet),
    )
