"""Lawful erasure of a person (GDPR art. 17): the one thing that can be lost on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.handlinger.handling import endelig_handling
from verksted.kjerne.feil import FinnesIkke
from verksted.modell.deltaker import (
    Forfall,
    Gruppe,
    GrupperegelPerson,
    Mandat,
    Parmoete,
    Person,
    Plass,
    Tilstedevaerelse,
)
from verksted.modell.prosess import EgenVerdi

if TYPE_CHECKING:
    from verksted.lager.endring import Endring
    from verksted.lager.oekt import Oekt
    from verksted.lager.prosessfil import Prosessfil
    from verksted.modell.grunn import Grunn


@endelig_handling
def slett_person(oekt: Oekt, *, person_id: str) -> None:
    """Erase a person from the list, attendance, seats and the change log; the tables' notes stay.

    Raises FinnesIkke when neither the list nor the log knows the person.
    """
    moeter: tuple[Grunn, ...] = (
        *oekt.alle(Parmoete, person_id=person_id),
        *oekt.alle(Parmoete, annen_person_id=person_id),
        *oekt.alle(Plass, person_id=person_id),
        *oekt.alle(Tilstedevaerelse, person_id=person_id),
        *oekt.alle(GrupperegelPerson, person_id=person_id),
        *oekt.alle(Forfall, person_id=person_id),
        *oekt.alle(EgenVerdi, rad_id=person_id),
    )
    for rad in moeter:
        oekt.slett(rad)
    for gruppe in oekt.alle(Gruppe, sekretaer_id=person_id):
        oekt.oppdater(gruppe, sekretaer_id=None)
    for mandat in oekt.alle(Mandat, person_id=person_id):
        for vara in oekt.alle(Mandat, vara_for_id=mandat.id):
            oekt.oppdater(vara, vara_for_id=None)
        for intervall in oekt.alle(Tilstedevaerelse, for_mandat_id=mandat.id):
            oekt.oppdater(intervall, for_mandat_id=None)
        oekt.slett(mandat)
    person = oekt.finn(Person, id=person_id)
    if person is not None:  # a row already gone has left its words in the log
        oekt.slett(person)
    if not oekt.glem(person_id):
        raise FinnesIkke(hva="person", kode="")


def slett_person_for_godt(fil: Prosessfil, aktoer: str, *, person_id: str) -> Endring[None] | None:
    """Erase a person here, in the backups and in the user's file; copies elsewhere nobody can reach.

    Raises FinnesIkke, KunneIkkeLagre.
    """
    return fil.slett_for_godt(lambda oekt: slett_person(oekt, person_id=person_id), aktoer)
