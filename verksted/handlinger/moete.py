"""Operations on who is in the room and where they sit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.handlinger.feil import IngenPlasserAaFordele
from verksted.handlinger.handling import handling
from verksted.handlinger.prosess import verkstedet
from verksted.kjerne.feil import FinnesIkke
from verksted.modell.deltaker import Gruppe, Gruppeinndeling, Mandat, Parmoete, Person, Plass, Tilstedevaerelse
from verksted.modell.ordene import Mandatart
from verksted.regler.plasser import fordel, par_ved_bordene

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import time

    from verksted.lager.oekt import Oekt
    from verksted.modell.verksted import Verksted


@handling
def registrer_oppmoete(
    oekt: Oekt, *, verksted: int, person_id: str, fra: time, til: time | None = None, vara_for: str | None = None
) -> str:
    """Note that a person is in the room, for their own seat or as a deputy for another person; return the row's id.

    `til` None: until the end. Raises FinnesIkke, UgyldigVerdi.
    """
    verkstedrad = verkstedet(oekt, verksted)
    oekt.hent(Person, person_id)
    mandat = oekt.finn(Mandat, person_id=person_id if vara_for is None else vara_for, organ_id=verkstedrad.organ_id)
    if vara_for is not None and mandat is None:
        raise FinnesIkke(hva="mandat", kode="")
    oekt.gjelder(f"V{verksted}")
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
def fordel_plasser(oekt: Oekt, *, verksted: int, runde: int = 1, froe: int = 0) -> int:
    """Seat everybody present (or every member, when nobody is noted yet) at the tables; return how many.

    Sizes differ by at most one; locked seats stay; each table without one gets a secretary.
    Raises IngenPlasserAaFordele.
    """
    verkstedrad = verkstedet(oekt, verksted)
    bordene = oekt.alle(Gruppe, verksted_id=verkstedrad.id, sorter="nummer")
    personer = _de_som_skal_sitte(oekt, verkstedrad)
    if not bordene or len(personer) < len(bordene):
        raise IngenPlasserAaFordele(personer=len(personer), bord=len(bordene))
    inndeling = oekt.finn(Gruppeinndeling, verksted_id=verkstedrad.id, runde=runde)
    if inndeling is None:
        inndeling = oekt.opprett(Gruppeinndeling, verksted_id=verkstedrad.id, runde=runde, froe=froe)
    laaste: dict[str, int] = {}
    for plass in oekt.alle(Plass, inndeling_id=inndeling.id):
        if plass.laast and plass.person_id in personer:
            laaste[plass.person_id] = next(i for i, b in enumerate(bordene) if b.id == plass.gruppe_id)
        else:
            oekt.slett(plass)
    fordeling = fordel(personer, antall_bord=len(bordene), laaste=laaste)
    for bord, sittende in zip(bordene, fordeling, strict=True):
        for person_id in sittende:
            if person_id not in laaste:
                oekt.opprett(Plass, inndeling_id=inndeling.id, gruppe_id=bord.id, person_id=person_id)
        if bord.sekretaer_id not in sittende:
            oekt.oppdater(bord, sekretaer_id=sittende[0] if sittende else None)  # locks may empty a table
    oekt.gjelder(f"V{verksted}")
    return len(personer)


@handling
def flytt_plass(oekt: Oekt, *, verksted: int, runde: int, person_id: str, bord: int, laas: bool = False) -> None:
    """Move one person to another table, and lock the seat if asked (raises FinnesIkke)."""
    verkstedrad = verkstedet(oekt, verksted)
    inndeling = oekt.finn(Gruppeinndeling, verksted_id=verkstedrad.id, runde=runde)
    gruppe = oekt.finn(Gruppe, verksted_id=verkstedrad.id, nummer=bord)
    plass = oekt.finn(Plass, inndeling_id=inndeling.id, person_id=person_id) if inndeling else None
    if plass is None or gruppe is None:
        raise FinnesIkke(hva="plass", kode=str(bord))
    oekt.gjelder(f"V{verksted}")
    oekt.oppdater(plass, gruppe_id=gruppe.id, laast=laas)


@handling
def sett_sekretaer(oekt: Oekt, *, verksted: int, bord: int, person_id: str | None) -> None:
    """Say who writes at a table (raises FinnesIkke)."""
    gruppe = oekt.finn(Gruppe, verksted_id=verkstedet(oekt, verksted).id, nummer=bord)
    if gruppe is None:
        raise FinnesIkke(hva="gruppe", kode=str(bord))
    if person_id is not None:
        oekt.hent(Person, person_id)
    oekt.gjelder(f"V{verksted}")
    oekt.oppdater(gruppe, sekretaer_id=person_id)


@handling
def merk_runden_holdt(oekt: Oekt, *, verksted: int, runde: int) -> int:
    """Keep which pairs really sat together in a round; return how many pairs (raises FinnesIkke)."""
    inndeling = oekt.finn(Gruppeinndeling, verksted_id=verkstedet(oekt, verksted).id, runde=runde)
    if inndeling is None:
        raise FinnesIkke(hva="gruppeinndeling", kode=str(runde))
    for gammelt in oekt.alle(Parmoete, inndeling_id=inndeling.id):
        oekt.slett(gammelt)
    bord: dict[str, list[str]] = {}
    for plass in oekt.alle(Plass, inndeling_id=inndeling.id):
        bord.setdefault(plass.gruppe_id, []).append(plass.person_id)
    parene = par_ved_bordene(bord.values())
    oekt.opprett_flere(
        Parmoete, ({"inndeling_id": inndeling.id, "person_id": a, "annen_person_id": b} for a, b in parene)
    )
    oekt.gjelder(f"V{verksted}")
    return len(parene)


def _de_som_skal_sitte(oekt: Oekt, verksted: Verksted) -> Sequence[str]:
    """Return the elected who are present, in the order of the council list; members when nobody is noted."""
    mandater = [
        mandat
        for mandat in oekt.alle(Mandat, organ_id=verksted.organ_id, sorter="rekkefoelge")
        if mandat.art in {Mandatart.MEDLEM, Mandatart.VARA}
    ]
    til_stede = {rad.person_id for rad in oekt.alle(Tilstedevaerelse, verksted_id=verksted.id)}
    if til_stede:
        return list(dict.fromkeys(m.person_id for m in mandater if m.person_id in til_stede))
    return [m.person_id for m in mandater if m.art is Mandatart.MEDLEM]
