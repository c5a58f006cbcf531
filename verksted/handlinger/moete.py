"""Operations on who is in the room, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.handlinger.forfall import ta_bort_forfall
from verksted.handlinger.handling import handling
from verksted.handlinger.prosess import verkstedet
from verksted.kjerne.feil import FinnesIkke
from verksted.modell.deltaker import Mandat, Person, Tilstedevaerelse
from verksted.modell.ordene import Mandatart

if TYPE_CHECKING:
    from datetime import time

    from verksted.lager.oekt import Oekt


@handling
def registrer_oppmoete(
    oekt: Oekt, *, verksted: int, person_id: str, fra: time, til: time | None = None, vara_for: str | None = None
) -> str:
    """Note that a person is in the room, for their own seat or as a deputy for another person; return the row's id.

    Whoever was said not to come, has come. `til` None: until the end. Raises FinnesIkke, UgyldigVerdi.
    """
    verkstedrad = verkstedet(oekt, verksted)
    oekt.hent(Person, person_id)
    mandat = oekt.finn(Mandat, person_id=person_id if vara_for is None else vara_for, organ_id=verkstedrad.organ_id)
    if vara_for is not None and mandat is None:
        raise FinnesIkke(hva="mandat", kode="")
    oekt.gjelder(f"V{verksted}")
    ta_bort_forfall(oekt, verkstedrad, person_id)
    rad = oekt.opprett(
        Tilstedevaerelse,
        verksted_id=verkstedrad.id,
        person_id=person_id,
        for_mandat_id=mandat.id if mandat and (vara_for is not None or mandat.art is Mandatart.MEDLEM) else None,
        fra=fra,
        til=til,
    )
    return rad.id


@handling
def oppdater_oppmoete(oekt: Oekt, *, oppmoete_id: str, fra: time, til: time | None) -> None:
    """Change when somebody was in the room (raises FinnesIkke, UgyldigVerdi)."""
    oekt.oppdater(oekt.hent(Tilstedevaerelse, oppmoete_id), fra=fra, til=til)


@handling
def slett_oppmoete(oekt: Oekt, *, oppmoete_id: str) -> None:
    """Take a wrongly noted presence away (raises FinnesIkke)."""
    oekt.slett(oekt.hent(Tilstedevaerelse, oppmoete_id))
