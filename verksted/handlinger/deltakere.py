"""One participant at a time: a new one, what is written of one, and out of the list again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from verksted.handlinger.deltakerliste import kode_av
from verksted.handlinger.feil import DeltakerenManglerNavn
from verksted.handlinger.handling import handling
from verksted.kjerne.feil import FinnesIkke
from verksted.modell.deltaker import (
    Forfall,
    Gruppe,
    GrupperegelPerson,
    Liste,
    Mandat,
    Parmoete,
    Person,
    Plass,
    Tilstedevaerelse,
)
from verksted.modell.ordene import Mandatart
from verksted.modell.prosess import EgenVerdi, Organ

if TYPE_CHECKING:
    from verksted.lager.oekt import Oekt

PERSONFELT: Final = frozenset({"navn", "kjoenn", "foedselsaar", "bosted", "perioder"})
"""What is written of the person; `art`, `liste`, `verv` and `vara_for` are written of the place in the council."""


@handling
def opprett_deltaker(oekt: Oekt, *, navn: str, art: Mandatart = Mandatart.MEDLEM) -> str:
    """Put a new person last in the council list; return the person's id (raises DeltakerenManglerNavn)."""
    organ = _organet(oekt)
    person = oekt.opprett(Person, navn=_navnet(navn))
    oekt.opprett(
        Mandat, person_id=person.id, organ_id=organ.id, art=art, rekkefoelge=oekt.stoerst(Mandat, "rekkefoelge") + 1
    )
    return person.id


@handling
def endre_deltaker(oekt: Oekt, *, person_id: str, felt: str, verdi: Any) -> None:  # noqa: ANN401 - the field's own type
    """Write one field of a participant; '' and None empty it.

    `liste` is a list's name, made where it is new; `vara_for` is a member's person id. Raises FinnesIkke,
    DeltakerenManglerNavn.
    """
    person = _personen(oekt, person_id)
    if felt in PERSONFELT:
        oekt.oppdater(person, **{felt: _navnet(verdi) if felt == "navn" else _eller_ingen(verdi)})
        return
    mandat = _mandatet(oekt, person_id)
    match felt:
        case "art":
            art = Mandatart(verdi)
            borte = {"vara_for_id": None} if art is not Mandatart.VARA else {}
            oekt.oppdater(mandat, art=art, **borte)
            if art is not Mandatart.MEDLEM:
                _loes_varaer(oekt, mandat)
        case "liste":
            oekt.oppdater(mandat, liste_id=_lista(oekt, verdi) if verdi else None)
        case "verv":
            oekt.oppdater(mandat, verv=_eller_ingen(verdi))
        case "vara_for":
            oekt.oppdater(mandat, vara_for_id=_medlemmet(oekt, mandat, verdi) if verdi else None)
        case _:
            raise FinnesIkke(hva="felt", kode=felt)


@handling
def ta_ut_av_lista(oekt: Oekt, *, person_id: str) -> None:
    """Take somebody out of the council list. Who has sat at a table or been in the room is kept, without a place."""
    person = _personen(oekt, person_id)
    for mandat in oekt.alle(Mandat, person_id=person_id):
        _loes_varaer(oekt, mandat)
        if not oekt.alle(Tilstedevaerelse, for_mandat_id=mandat.id):
            oekt.slett(mandat)
    spor = (
        *oekt.alle(Plass, person_id=person_id),
        *oekt.alle(Tilstedevaerelse, person_id=person_id),
        *oekt.alle(Parmoete, person_id=person_id),
        *oekt.alle(Parmoete, annen_person_id=person_id),
        *oekt.alle(GrupperegelPerson, person_id=person_id),
        *oekt.alle(Forfall, person_id=person_id),
        *oekt.alle(EgenVerdi, rad_id=person_id),
        *oekt.alle(Gruppe, sekretaer_id=person_id),
        *oekt.alle(Mandat, person_id=person_id),
    )
    if not spor:
        oekt.slett(person)


def _organet(oekt: Oekt) -> Organ:
    organer = oekt.alle(Organ, sorter="rekkefoelge")
    if not organer:
        raise FinnesIkke(hva="prosess", kode="")
    return organer[0]


def _personen(oekt: Oekt, person_id: str) -> Person:
    person = oekt.finn(Person, id=person_id)
    if person is None:
        raise FinnesIkke(hva="person", kode="")
    return person


def _mandatet(oekt: Oekt, person_id: str) -> Mandat:
    """Return the person's place in the council, made where there is none."""
    organ = _organet(oekt)
    mandat = oekt.finn(Mandat, person_id=person_id, organ_id=organ.id)
    return mandat or oekt.opprett(
        Mandat,
        person_id=person_id,
        organ_id=organ.id,
        art=Mandatart.MEDLEM,
        rekkefoelge=oekt.stoerst(Mandat, "rekkefoelge") + 1,
    )


def _lista(oekt: Oekt, navn: str) -> str:
    navn = " ".join(navn.split())
    lister = oekt.alle(Liste)
    for liste in lister:
        if navn.casefold() in {liste.navn.casefold(), liste.kode.casefold()}:
            return liste.id
    brukt = {liste.kode for liste in lister}
    return oekt.opprett(Liste, navn=navn, kode=kode_av(navn, brukt), rekkefoelge=len(lister)).id


def _medlemmet(oekt: Oekt, vara: Mandat, person_id: str) -> str:
    """Return a member's place (raises FinnesIkke)."""
    mandat = oekt.finn(Mandat, organ_id=vara.organ_id, person_id=person_id, art=Mandatart.MEDLEM)
    if mandat is None or mandat.id == vara.id:
        raise FinnesIkke(hva="person", kode="")
    return mandat.id


def _loes_varaer(oekt: Oekt, mandat: Mandat) -> None:
    for vara in oekt.alle(Mandat, vara_for_id=mandat.id):
        oekt.oppdater(vara, vara_for_id=None)


def _navnet(navn: object) -> str:
    ryddet = " ".join(str(navn or "").split())
    if not ryddet:
        raise DeltakerenManglerNavn
    return ryddet


def _eller_ingen(verdi: Any) -> Any:  # noqa: ANN401 - the field's own type
    return (verdi.strip() or None) if isinstance(verdi, str) else verdi
