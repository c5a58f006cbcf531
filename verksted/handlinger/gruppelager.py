"""The tables out of and into the file, as part of an operation: rows read, seats written, somebody to write at each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from verksted.modell.deltaker import Gruppe, Gruppeinndeling, Plass
from verksted.modell.innspill import Innspill
from verksted.modell.punkt import Stemme, Utsjekk
from verksted.modell.tabeller import ALLE
from verksted.modell.verksted import Enhetstoken
from verksted.regler.grupper.rader import Grupperader
from verksted.regler.grupper.rommet import beskriv_rommet
from verksted.regler.grupper.sekretaerer import finn_sekretaer, velg_sekretaerer
from verksted.visning.grupperader import GRUPPETABELLER

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from verksted.lager.oekt import Oekt
    from verksted.modell.verksted import Verksted
    from verksted.regler.grupper.oppdrag import Runde
    from verksted.regler.grupper.rommet import Rommet
    from verksted.regler.grupper.sekretaerer import Sted

_TABELLER = {str(tabell.__tablename__): tabell for tabell in ALLE}
_PEKER_PAA_BORD = (Plass, Innspill, Stemme, Utsjekk, Enhetstoken)


def les_rader(oekt: Oekt) -> Grupperader:
    """Return the rows that decide the tables, as they are in the middle of an operation."""
    rader: dict[str, Any] = {navn: tuple(oekt.alle(_TABELLER[navn], sorter="id")) for navn in GRUPPETABELLER}
    return Grupperader(**rader)


def skriv_runder(
    oekt: Oekt, verksted: Verksted, runder: Sequence[Runde], sekretaerer: Mapping[Sted, str], *, froe: int | None = None
) -> None:
    """Let the file say that people sit so; rows that are right already are not touched."""
    for runde in runder:
        inndeling = oekt.finn(Gruppeinndeling, verksted_id=verksted.id, runde=runde.nummer)
        if inndeling is None:
            inndeling = oekt.opprett(Gruppeinndeling, verksted_id=verksted.id, runde=runde.nummer, froe=froe)
        elif froe is not None and inndeling.froe != froe:
            oekt.oppdater(inndeling, froe=froe)
        bordene = {bord.nummer: _bordet(oekt, verksted, bord.nummer) for bord in runde.bord}
        naa = {plass.person_id: plass for plass in oekt.alle(Plass, inndeling_id=inndeling.id)}
        for bord in runde.bord:
            gruppe = bordene[bord.nummer]
            for person_id in bord.personer:
                skriver = sekretaerer.get((runde.nummer, bord.nummer)) == person_id != gruppe.sekretaer_id
                _sett_plass(oekt, naa.pop(person_id, None), inndeling, gruppe, person_id, sekretaer=skriver)
        for plass in naa.values():
            oekt.slett(plass)


def rydd_bort(oekt: Oekt, verksted: Verksted, *, antall_bord: int, runder: int, holdte: Collection[int]) -> None:
    """Take away rounds and tables that are no longer asked for; what was held, or has notes, stays."""
    for inndeling in oekt.alle(Gruppeinndeling, verksted_id=verksted.id):
        if inndeling.runde > runder and inndeling.runde not in holdte:
            for plass in oekt.alle(Plass, inndeling_id=inndeling.id):
                oekt.slett(plass)
            oekt.slett(inndeling)
    for gruppe in oekt.alle(Gruppe, verksted_id=verksted.id):
        if gruppe.nummer > antall_bord and not any(oekt.alle(t, gruppe_id=gruppe.id) for t in _PEKER_PAA_BORD):
            oekt.slett(gruppe)


def fyll_sekretaerer(oekt: Oekt, verksted: Verksted) -> None:
    """See to that every table in every round not held has somebody who writes; whoever does already, goes on."""
    rader = les_rader(oekt)
    rommet = beskriv_rommet(rader, verksted)
    igjen = [runde for runde in rommet.runder if runde.nummer not in rommet.holdte]
    for (nummer, bord), person_id in sekretaerer_for(rader, verksted, rommet, igjen).items():
        inndeling = oekt.finn(Gruppeinndeling, verksted_id=verksted.id, runde=nummer)
        gruppe = _bordet(oekt, verksted, bord)
        plass = oekt.finn(Plass, inndeling_id=inndeling.id, person_id=person_id) if inndeling else None
        if plass is not None and not plass.sekretaer and gruppe.sekretaer_id != person_id:
            oekt.oppdater(plass, sekretaer=True)


def sekretaerer_for(rader: Grupperader, verksted: Verksted, rommet: Rommet, runder: Sequence[Runde]) -> dict[Sted, str]:
    """Return who is to write at each table of some rounds, given who has written before in the process."""
    nummer = {v.id: v.nummer for v in rader.verksted}
    naa = {runde.nummer for runde in runder}
    bordene = {gruppe.id: gruppe for gruppe in rader.gruppe}
    plasser: dict[str, list[Plass]] = {}
    for plass in rader.plass:
        plasser.setdefault(plass.inndeling_id, []).append(plass)
    skrevet: Counter[str] = Counter()
    for inndeling in rader.gruppeinndeling:
        samme = inndeling.verksted_id == verksted.id
        if nummer[inndeling.verksted_id] > verksted.nummer or (samme and inndeling.runde in naa):
            continue
        her = plasser.get(inndeling.id, [])
        for gruppe_id in {plass.gruppe_id for plass in her}:
            if (skriver := finn_sekretaer(bordene[gruppe_id], her)) is not None:
                skrevet[skriver] += 1
    return velg_sekretaerer(
        runder,
        lister={d.person.id: d.liste.id if d.liste else None for d in rommet.deltakere},
        kan_skrive=[d.person.id for d in rommet.deltakere if d.folkevalgt],
        har_skrevet=skrevet,
    )


def _bordet(oekt: Oekt, verksted: Verksted, nummer: int) -> Gruppe:
    gruppe = oekt.finn(Gruppe, verksted_id=verksted.id, nummer=nummer)
    return gruppe or oekt.opprett(Gruppe, verksted_id=verksted.id, nummer=nummer)


def _sett_plass(
    oekt: Oekt, plass: Plass | None, inndeling: Gruppeinndeling, gruppe: Gruppe, person_id: str, *, sekretaer: bool
) -> None:
    if plass is None:
        oekt.opprett(Plass, inndeling_id=inndeling.id, gruppe_id=gruppe.id, person_id=person_id, sekretaer=sekretaer)
    elif (plass.gruppe_id, plass.sekretaer) != (gruppe.id, sekretaer):
        oekt.oppdater(plass, gruppe_id=gruppe.id, sekretaer=sekretaer)
