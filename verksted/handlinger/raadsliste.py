"""A council list without a process: the same rows, unsaved, so that tables can be composed and shown straight away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from verksted.handlinger.feil import FlereHeterDet, SammeNavnToGanger
from verksted.handlinger.filer import forhaandsvis, hent_lesning
from verksted.kjerne.feil import FinnesIkke
from verksted.modell.deltaker import Gruppe, Gruppeinndeling, Liste, Mandat, Person, Plass
from verksted.modell.ordene import Mandatart
from verksted.modell.prosess import Prosess
from verksted.modell.verksted import Verksted
from verksted.regler.grupper.rader import Grupperader

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from verksted.handlinger.filer import Innleser
    from verksted.handlinger.grupper import Sammensatt
    from verksted.innlesing.deltakere.deltakere import LestDeltaker, LestDeltakerliste
    from verksted.innlesing.problem import Problem
    from verksted.kjerne.tekster import Maalform

_ORGAN = "organ"


def les_raadsliste(sti: Path, innleser: Innleser) -> tuple[LestDeltakerliste, tuple[Problem, ...]]:
    """Read a council list by itself, in a process of its own (raises what guard and reader raise)."""
    lest: LestDeltakerliste = hent_lesning(forhaandsvis(sti, innleser)).lest
    return lest, lest.problemer


def rader_av_lista(
    lest: LestDeltakerliste, *, navn: str, maalform: Maalform, naa: datetime, alle_i_rommet: bool
) -> tuple[Grupperader, Verksted, Prosess]:
    """Return the rows of one workshop with these people; ids follow the order, so that a seed gives the same answer.

    Raises SammeNavnToGanger: people are told apart by name alone here.
    """
    _krev_ulike_navn([d for d in lest.deltakere if alle_i_rommet or Mandatart(d.art) is Mandatart.MEDLEM])
    prosess = Prosess(
        navn=navn, kommune="", maalform=maalform, valgperiode_fra=naa.year, valgperiode_til=naa.year,
        mal_noekkel="", mal_versjon="", opprettet=naa,
    )  # fmt: skip
    verksted = Verksted(id="verksted", nummer=1, tittel=navn, organ_id=_ORGAN, dato=naa.date())
    lister: dict[str, Liste] = {}
    for d in lest.deltakere:
        if d.liste and d.liste not in lister:
            lister[d.liste] = Liste(
                id=f"l{len(lister):03}", navn=d.liste, kode=d.listekode or "", rekkefoelge=len(lister)
            )
    personer = tuple(
        Person(
            id=f"p{nr:04}", navn=d.navn, kjoenn=d.kjoenn, foedselsaar=d.foedselsaar, bosted=d.bosted,
            perioder=d.perioder,
        )
        for nr, d in enumerate(lest.deltakere)
    )  # fmt: skip
    mandater = tuple(
        Mandat(
            id=f"m{nr:04}",
            person_id=f"p{nr:04}",
            organ_id=_ORGAN,
            liste_id=lister[d.liste].id if d.liste else None,
            rekkefoelge=nr,
            **_plass_i_rommet(d, alle_i_rommet=alle_i_rommet),
        )
        for nr, d in enumerate(lest.deltakere)
    )
    rader = Grupperader(verksted=(verksted,), person=personer, liste=tuple(lister.values()), mandat=mandater)
    return rader, verksted, prosess


def med_plasser(rader: Grupperader, verksted: Verksted, sammensatt: Sammensatt) -> Grupperader:
    """Return the rows as they would be if what was composed were stored."""
    antall = sammensatt.oppdrag.antall_bord
    bordene = {nr: Gruppe(id=f"g{nr:02}", verksted_id=verksted.id, nummer=nr) for nr in range(1, antall + 1)}
    return replace(
        rader,
        gruppe=tuple(bordene.values()),
        gruppeinndeling=tuple(
            Gruppeinndeling(id=f"i{r.nummer:02}", verksted_id=verksted.id, runde=r.nummer) for r in sammensatt.runder
        ),
        plass=tuple(
            Plass(
                inndeling_id=f"i{runde.nummer:02}",
                gruppe_id=bordene[bord.nummer].id,
                person_id=person_id,
                sekretaer=sammensatt.sekretaerer.get((runde.nummer, bord.nummer)) == person_id,
            )
            for runde in sammensatt.runder
            for bord in runde.bord
            for person_id in bord.personer
        ),
    )


def finn_person(personer: Sequence[Person], navn: str) -> str:
    """Return the id of whom somebody wrote: the whole name, or a part that fits one alone.

    Raises FinnesIkke, and FlereHeterDet with the names it fits.
    """
    ord_ = navn.casefold().split()
    hele = [p for p in personer if p.navn.casefold().split() == ord_]
    treff = hele or [p for p in personer if ord_ and {*ord_} <= {*p.navn.casefold().split()}]
    if not treff:
        raise FinnesIkke(hva="person", kode=navn.strip())
    if len(treff) > 1:
        raise FlereHeterDet(navn=navn.strip(), hvem=", ".join(sorted(p.navn for p in treff)))
    return treff[0].id


def _plass_i_rommet(deltaker: LestDeltaker, *, alle_i_rommet: bool) -> dict[str, Any]:
    """Return on what ground somebody sits; a deputy sits only where everybody does, and is then called one."""
    art = Mandatart(deltaker.art)
    if art is Mandatart.VARA and alle_i_rommet:
        return {"art": Mandatart.OBSERVATOER, "verv": deltaker.verv or str(art)}
    return {"art": art, "verv": deltaker.verv}


def _krev_ulike_navn(deltakere: Sequence[LestDeltaker]) -> None:
    etter_navn: dict[str, list[LestDeltaker]] = {}
    for deltaker in deltakere:
        etter_navn.setdefault(" ".join(deltaker.navn.casefold().split()), []).append(deltaker)
    for like in etter_navn.values():
        if len(like) > 1:
            raise SammeNavnToGanger(navn=like[0].navn, rader=", ".join(str(d.rad) for d in like))
