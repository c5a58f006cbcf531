"""The people of the municipal council as a table: one row a person, as the page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.regler.alfabet import navneorden

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.modell.deltaker import Liste, Mandat, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Deltakerrad:
    """One person; `art` is '' for somebody without a place in the council now, `vara_for` is a member's name or ''."""

    person_id: str
    navn: str
    liste: str = ""
    listekode: str = ""
    art: str = ""
    vara_for: str = ""
    verv: str = ""
    kjoenn: str = ""
    foedselsaar: int | None = None
    bosted: str = ""
    perioder: int | None = None


@dataclass(frozen=True, slots=True)
class Deltakervisning:
    """Everybody in the order of the council list, and the names of the lists in theirs."""

    rader: tuple[Deltakerrad, ...]
    lister: tuple[str, ...]

    @property
    def medlemmer(self) -> tuple[tuple[str, str], ...]:
        """The members as (person id, name and list) in Norwegian order: whom somebody may be deputy for."""
        navnene = [
            (rad.person_id, f"{rad.navn} ({rad.listekode})" if rad.listekode else rad.navn)
            for rad in self.rader
            if rad.art == "medlem"
        ]
        return tuple(sorted(navnene, key=lambda par: navneorden(par[1])))

    def antall(self, art: str) -> int:
        """Return how many sit on this ground."""
        return sum(1 for rad in self.rader if rad.art == art)


def bygg_deltakere(
    personer: Sequence[Person], mandater: Sequence[Mandat], lister: Sequence[Liste], organ_id: str
) -> Deltakervisning:
    """Return the table of one body's people; those without a place in it come last."""
    navn = {person.id: person.navn for person in personer}
    liste = {en.id: en for en in lister}
    plassene = {mandat.person_id: mandat for mandat in mandater if mandat.organ_id == organ_id}
    hvem = {mandat.id: navn.get(mandat.person_id, "") for mandat in plassene.values()}
    sist = max((mandat.rekkefoelge for mandat in plassene.values()), default=0) + 1
    rader = []
    for person in personer:
        mandat = plassene.get(person.id)
        paa = liste.get(mandat.liste_id or "") if mandat else None
        orden = mandat.rekkefoelge if mandat else sist
        rad = Deltakerrad(
            person_id=person.id,
            navn=person.navn,
            liste=paa.navn if paa else "",
            listekode=paa.kode if paa else "",
            art=str(mandat.art) if mandat else "",
            vara_for=hvem.get(mandat.vara_for_id or "", "") if mandat else "",
            verv=(mandat.verv or "") if mandat else "",
            kjoenn=person.kjoenn or "",
            foedselsaar=person.foedselsaar,
            bosted=person.bosted or "",
            perioder=person.perioder,
        )
        rader.append((orden, navneorden(person.navn), rad))
    ordnet = tuple(rad for *_, rad in sorted(rader, key=lambda r: (r[0], r[1], r[2].person_id)))
    return Deltakervisning(ordnet, tuple(en.navn for en in sorted(lister, key=lambda li: (li.rekkefoelge, li.navn))))
