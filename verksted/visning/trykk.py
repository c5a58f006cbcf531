"""What every printed sheet of a workshop starts from: which meeting it is, and the people of the room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from verksted.kjerne.feil import FinnesIkke
from verksted.modell.ordene import Mandatart
from verksted.regler.alfabet import navneorden
from verksted.visning.grupper import bygg_grupper

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time

    from verksted.kjerne.tekster import Maalform
    from verksted.modell.deltaker import Mandat
    from verksted.modell.verksted import Verksted
    from verksted.visning.grunnlag import Grunnlag
    from verksted.visning.grupper import Bordvisning, Rundevisning


# Unicode's own signs for the direction of writing (UAX 9): left open, they turn what comes after the name.
_SNUR = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Trykkhode:
    """Which meeting the sheet is for."""

    kommune: str
    prosess: str
    maalform: Maalform
    er_eksempel: bool
    nummer: int
    tittel: str
    organ: str
    dato: date | None
    start: time
    sted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deltakerrad:
    """One person on a list. `art` is a Mandatart; `forfall`: has said that they will not come."""

    person_id: str
    navn: str
    liste: str
    listekode: str
    verv: str
    art: str
    vara_for: str = ""
    forfall: bool = False


def paa_en_linje(navn: str) -> str:
    """Return a name as paper can hold it: one line, and nothing that turns the words beside it around."""
    return " ".join(navn.translate(_SNUR).split())


def finn_verksted(grunnlag: Grunnlag, nummer: int) -> Verksted:
    """Return workshop number so-and-so (raises FinnesIkke)."""
    verksted = next((v for v in grunnlag.verksted if v.nummer == nummer), None)
    if verksted is None:
        raise FinnesIkke(hva="verksted", kode=str(nummer))
    return verksted


def bygg_trykkhode(grunnlag: Grunnlag, verksted: Verksted) -> Trykkhode:
    """Return which meeting it is."""
    return Trykkhode(
        kommune=grunnlag.prosess.kommune,
        prosess=grunnlag.prosess.navn,
        maalform=grunnlag.prosess.maalform,
        er_eksempel=grunnlag.prosess.er_eksempel,
        nummer=verksted.nummer,
        tittel=verksted.tittel,
        organ=next((o.navn for o in grunnlag.organ if o.id == verksted.organ_id), ""),
        dato=verksted.dato,
        start=verksted.start,
        sted=verksted.sted,
    )


def bygg_runder(grunnlag: Grunnlag, verksted_nummer: int) -> tuple[Rundevisning, ...]:
    """Return the rounds with the people at each table by name, and no table that stands empty."""
    return tuple(
        replace(runde, bord=tuple(_ryddet(bord) for bord in runde.bord if bord.plasser))
        for runde in bygg_grupper(grunnlag, verksted_nummer).runder
        if any(bord.plasser for bord in runde.bord)
    )


def _ryddet(bord: Bordvisning) -> Bordvisning:
    rene = (replace(plass, navn=paa_en_linje(plass.navn)) for plass in bord.plasser)
    return replace(bord, plasser=tuple(sorted(rene, key=lambda plass: navneorden(plass.navn))))


class Folk:
    """The people of one workshop, each with one mandate: a member's before a deputy's before any other.

    `runder` says who has a seat, and for whom a deputy sits today.
    """

    def __init__(self, grunnlag: Grunnlag, verksted: Verksted, runder: Sequence[Rundevisning]) -> None:
        lister = {liste.id: liste for liste in grunnlag.liste}
        navn = {p.id: paa_en_linje(p.navn) for p in grunnlag.person}
        mandater = {m.id: m for m in grunnlag.mandat}
        self._forfall = {f.person_id for f in grunnlag.forfall if f.verksted_id == verksted.id}
        self._plasser = {plass.person_id: plass for runde in runder for bord in runde.bord for plass in bord.plasser}
        self._staar_inn_for: dict[str, str] = {}
        self.rader: dict[str, Deltakerrad] = {}
        for mandat in _ett_hver(grunnlag, verksted):
            liste = lister.get(mandat.liste_id or "")
            if for_ := mandater.get(mandat.vara_for_id or ""):
                self._staar_inn_for[mandat.person_id] = for_.person_id
            plass = self._plasser.get(mandat.person_id)
            for_hvem = paa_en_linje(plass.vara_for) if plass else ""
            self.rader[mandat.person_id] = Deltakerrad(
                person_id=mandat.person_id,
                navn=navn[mandat.person_id],
                liste=liste.navn if liste else "",
                listekode=liste.kode if liste else "",
                verv=mandat.verv or "",
                art=mandat.art,
                vara_for=for_hvem or (navn[for_.person_id] if for_ else ""),
                forfall=mandat.person_id in self._forfall,
            )
        for person_id, plass in self._plasser.items():
            if person_id not in self.rader:
                self.rader[person_id] = Deltakerrad(
                    person_id=person_id, navn=plass.navn, liste=plass.liste, listekode=plass.listekode,
                    verv=plass.verv, art=Mandatart.OBSERVATOER,
                )  # fmt: skip

    def ventet(self) -> tuple[Deltakerrad, ...]:
        """Return those the room is made ready for, by name.

        Members who have not said no, deputies with a seat or whose member has said no, and everybody else on the list.
        """
        return tuple(
            sorted((rad for rad in self.rader.values() if self._er_ventet(rad)), key=lambda r: navneorden(r.navn))
        )

    def _er_ventet(self, rad: Deltakerrad) -> bool:
        if rad.person_id in self._plasser:
            return True
        if rad.art == Mandatart.VARA:
            return not rad.forfall and self._staar_inn_for.get(rad.person_id) in self._forfall
        return not rad.forfall


def _ett_hver(grunnlag: Grunnlag, verksted: Verksted) -> list[Mandat]:
    """Return one mandate each: the elected of this organ, and the administration and observers of any."""
    orden = {Mandatart.MEDLEM: 0, Mandatart.VARA: 1}
    valgt: dict[str, Mandat] = {}
    for mandat in sorted(grunnlag.mandat, key=lambda m: (orden.get(m.art, 2), m.rekkefoelge, m.id)):
        if mandat.organ_id == verksted.organ_id or mandat.art not in orden:
            valgt.setdefault(mandat.person_id, mandat)
    return list(valgt.values())
