"""Operations by hand on who sits where: put up tables, move, swap, lock, say who writes, note who met.

What a move would do is told before by `visning.gruppevirkning`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.handlinger.feil import SitterIkkeHer
from verksted.handlinger.gruppelager import fyll_sekretaerer, les_rader
from verksted.handlinger.handling import handling
from verksted.handlinger.prosess import verkstedet
from verksted.kjerne.feil import FinnesIkke
from verksted.modell.deltaker import Gruppe, Gruppeinndeling, Parmoete, Person, Plass
from verksted.regler.grupper.rommet import beskriv_rommet

if TYPE_CHECKING:
    from verksted.lager.oekt import Oekt
    from verksted.modell.verksted import Verksted


@handling
def sett_opp_bord(oekt: Oekt, *, verksted: int, antall: int) -> list[int]:
    """Put up tables 1 to `antall`; tables already there stay. Return the numbers."""
    verkstedrad = verkstedet(oekt, verksted)
    oekt.gjelder(f"V{verksted}")
    for nummer in range(1, antall + 1):
        if oekt.finn(Gruppe, verksted_id=verkstedrad.id, nummer=nummer) is None:
            oekt.opprett(Gruppe, verksted_id=verkstedrad.id, nummer=nummer)
    return list(range(1, antall + 1))


@handling
def flytt_plass(oekt: Oekt, *, verksted: int, runde: int, person_id: str, bord: int, laas: bool = False) -> None:
    """Move one person to another table in a round, and lock the seat if asked (raises FinnesIkke, SitterIkkeHer)."""
    verkstedrad = verkstedet(oekt, verksted)
    plass = _plassen(oekt, verkstedrad, runde, person_id)
    gruppe = _bordet(oekt, verkstedrad, bord)
    oekt.gjelder(f"V{verksted}")
    blir = plass.gruppe_id == gruppe.id
    oekt.oppdater(plass, gruppe_id=gruppe.id, laast=laas, sekretaer=plass.sekretaer and blir)
    fyll_sekretaerer(oekt, verkstedrad)


@handling
def bytt_plasser(oekt: Oekt, *, verksted: int, runde: int, en: str, annen: str) -> None:
    """Let two people change seats in a round (raises FinnesIkke, SitterIkkeHer)."""
    verkstedrad = verkstedet(oekt, verksted)
    foerste, andre = _plassen(oekt, verkstedrad, runde, en), _plassen(oekt, verkstedrad, runde, annen)
    oekt.gjelder(f"V{verksted}")
    if foerste.gruppe_id != andre.gruppe_id:
        oekt.oppdater(foerste, gruppe_id=andre.gruppe_id, laast=False, sekretaer=False)
        oekt.oppdater(andre, gruppe_id=foerste.gruppe_id, laast=False, sekretaer=False)
        fyll_sekretaerer(oekt, verkstedrad)


@handling
def laas_plass(oekt: Oekt, *, verksted: int, runde: int, person_id: str, laast: bool = True) -> None:
    """Lock a seat where it is, or let it go (raises FinnesIkke, SitterIkkeHer)."""
    plass = _plassen(oekt, verkstedet(oekt, verksted), runde, person_id)
    oekt.gjelder(f"V{verksted}")
    if plass.laast != laast:
        oekt.oppdater(plass, laast=laast)


@handling
def sett_sekretaer(oekt: Oekt, *, verksted: int, bord: int, person_id: str | None, runde: int | None = None) -> None:
    """Say who writes at a table: in one round, or (runde None) in every round; None: nobody is fixed there.

    Raises FinnesIkke, and SitterIkkeHer for somebody who does not sit at the table in the round.
    """
    verkstedrad = verkstedet(oekt, verksted)
    gruppe = _bordet(oekt, verkstedrad, bord)
    if person_id is not None:
        oekt.hent(Person, person_id)
    oekt.gjelder(f"V{verksted}")
    inndelinger = oekt.alle(Gruppeinndeling, verksted_id=verkstedrad.id)
    valgt = None
    if runde is not None and person_id is not None:
        valgt = _plassen(oekt, verkstedrad, runde, person_id)
        if valgt.gruppe_id != gruppe.id:
            raise SitterIkkeHer(runde=runde)
    for inndeling in inndelinger:
        if runde in {None, inndeling.runde}:
            for plass in oekt.alle(Plass, inndeling_id=inndeling.id, gruppe_id=gruppe.id):
                if plass.sekretaer and (valgt is None or plass.id != valgt.id):
                    oekt.oppdater(plass, sekretaer=False)
    if valgt is not None:
        oekt.oppdater(valgt, sekretaer=True)
    elif runde is None:
        oekt.oppdater(gruppe, sekretaer_id=person_id)
        if person_id is not None:
            fyll_sekretaerer(oekt, verkstedrad)


@handling
def merk_runden_holdt(oekt: Oekt, *, verksted: int, runde: int) -> int:
    """Keep which pairs really sat together in a round, the absent left out; return how many (raises FinnesIkke)."""
    verkstedrad = verkstedet(oekt, verksted)
    inndeling = _inndelingen(oekt, verkstedrad, runde)
    for gammelt in oekt.alle(Parmoete, inndeling_id=inndeling.id):
        oekt.slett(gammelt)
    rommet = beskriv_rommet(les_rader(oekt), verkstedrad)
    parene = [par for sittende in rommet.runder if sittende.nummer == runde for par in sittende.par()]
    oekt.opprett_flere(
        Parmoete, ({"inndeling_id": inndeling.id, "person_id": a, "annen_person_id": b} for a, b in parene)
    )
    oekt.gjelder(f"V{verksted}")
    return len(parene)


def _inndelingen(oekt: Oekt, verksted: Verksted, runde: int) -> Gruppeinndeling:
    inndeling = oekt.finn(Gruppeinndeling, verksted_id=verksted.id, runde=runde)
    if inndeling is None:
        raise FinnesIkke(hva="gruppeinndeling", kode=str(runde))
    return inndeling


def _plassen(oekt: Oekt, verksted: Verksted, runde: int, person_id: str) -> Plass:
    plass = oekt.finn(Plass, inndeling_id=_inndelingen(oekt, verksted, runde).id, person_id=person_id)
    if plass is None:
        raise SitterIkkeHer(runde=runde)
    return plass


def _bordet(oekt: Oekt, verksted: Verksted, nummer: int) -> Gruppe:
    gruppe = oekt.finn(Gruppe, verksted_id=verksted.id, nummer=nummer)
    if gruppe is None:
        raise FinnesIkke(hva="gruppe", kode=str(nummer))
    return gruppe
