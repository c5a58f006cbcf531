"""Who is in the room, and who of them is to sit at a table.

Only the elected are, unless the setup says everybody: the workshops are kommunestyret's own (KS 2024).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.modell.ordene import Mandatart

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from verksted.modell.deltaker import Liste, Mandat, Person
    from verksted.modell.verksted import Verksted
    from verksted.regler.grupper.rader import Grupperader


@dataclass(frozen=True, slots=True, kw_only=True)
class Deltaker:
    """Somebody in the room, with their own mandate and the member's mandate they sit on: a deputy's is another's."""

    person: Person
    mandat: Mandat | None
    paa_mandat: Mandat | None
    liste: Liste | None

    @property
    def folkevalgt(self) -> bool:
        """Sits as a member, or as a deputy for one."""
        return self.paa_mandat is not None

    @property
    def er_vara(self) -> bool:
        """Sits on another's mandate."""
        return self.paa_mandat is not None and self.paa_mandat is not self.mandat


def hvem_skal_sitte(rader: Grupperader, verksted: Verksted, *, alle_i_rommet: bool) -> tuple[Deltaker, ...]:
    """Return those to be seated, in the order of the council list.

    Before the day: the members, less those who have said that they will not come, and the deputies put in for them.
    Once members are noted as present: those who are present. A deputy sits only on a member's mandate.
    """
    rommet = list(alle_deltakere(rader, verksted))
    borte = {f.person_id for f in rader.forfall if f.verksted_id == verksted.id}
    til_stede = {t.person_id for t in rader.tilstedevaerelse if t.verksted_id == verksted.id}
    foert = any(d.person.id in til_stede and d.folkevalgt and not d.er_vara for d in rommet)

    def sitter(deltaker: Deltaker) -> bool:
        if deltaker.person.id in borte or not (deltaker.folkevalgt or alle_i_rommet):
            return False
        paa_vent = deltaker.mandat is not None and deltaker.mandat.art == Mandatart.VARA
        return deltaker.person.id in til_stede or not (foert or paa_vent)

    return tuple(d for d in rommet if sitter(d))


def alle_deltakere(rader: Grupperader, verksted: Verksted) -> Iterator[Deltaker]:
    """Yield everybody with a place in the workshop's organ, then guests who are present, in the order of the list."""
    personer = {p.id: p for p in rader.person}
    lister = {liste.id: liste for liste in rader.liste}
    mandater = {m.id: m for m in rader.mandat if m.organ_id == verksted.organ_id}
    eget = _eget_mandat(mandater)
    for_andre = _paa_andres_mandat(rader, verksted, mandater, eget)
    gjester = [person_id for person_id in for_andre if person_id not in eget]
    for person_id in (*sorted(eget, key=lambda p: (eget[p].rekkefoelge, p)), *sorted(gjester)):
        mandat = eget.get(person_id)
        paa = mandat if mandat is not None and mandat.art == Mandatart.MEDLEM else for_andre.get(person_id)
        av_lista = mandat or paa
        if person_id in personer:
            yield Deltaker(
                person=personer[person_id],
                mandat=mandat,
                paa_mandat=paa if paa is not None and paa.art == Mandatart.MEDLEM else None,
                liste=lister.get(av_lista.liste_id or "") if av_lista else None,
            )


def _eget_mandat(mandater: Mapping[str, Mandat]) -> dict[str, Mandat]:
    """Return one mandate per person: a member's before a deputy's before any other."""
    orden = {Mandatart.MEDLEM: 0, Mandatart.VARA: 1}
    eget: dict[str, Mandat] = {}
    for mandat in sorted(mandater.values(), key=lambda m: (orden.get(m.art, 2), m.rekkefoelge, m.id)):
        eget.setdefault(mandat.person_id, mandat)
    return eget


def _paa_andres_mandat(
    rader: Grupperader, verksted: Verksted, mandater: Mapping[str, Mandat], eget: Mapping[str, Mandat]
) -> dict[str, Mandat | None]:
    """Return person → the mandate they are noted as present on: said, or the one whose deputy they are."""
    paa: dict[str, Mandat | None] = {}
    for rad in rader.tilstedevaerelse:
        if rad.verksted_id != verksted.id:
            continue
        mandat_id, selv = rad.for_mandat_id, eget.get(rad.person_id)
        if mandat_id is None and selv is not None and selv.art == Mandatart.VARA:
            mandat_id = selv.vara_for_id
        paa[rad.person_id] = mandater.get(mandat_id or "") or paa.get(rad.person_id)
    return paa
