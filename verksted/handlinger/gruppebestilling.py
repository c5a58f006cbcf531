"""How the user wants the tables: a setup, rules and absences, in memory or written to the file. The same in both."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from verksted.handlinger.feil import BordEllerStoerrelse, RegelenErIkkeHel
from verksted.handlinger.handling import handling
from verksted.handlinger.prosess import verkstedet
from verksted.kjerne.feil import FinnesIkke
from verksted.modell.deltaker import Forfall, Gruppeoppsett, Grupperegel, GrupperegelPerson, Person
from verksted.modell.ordene import Grupperegelart
from verksted.regler.grupper.egenskaper import les_egenskap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.lager.oekt import Oekt
    from verksted.modell.verksted import Verksted
    from verksted.regler.grupper.rader import Grupperader

_TRENGER_BORD = frozenset({Grupperegelart.BORD, Grupperegelart.SEKRETAER})
_TRENGER_TO = frozenset({Grupperegelart.SAMMEN, Grupperegelart.HVER_FOR_SEG})


@dataclass(frozen=True, slots=True, kw_only=True)
class NyRegel:
    """One hard rule that is not written yet; people are ids."""

    art: Grupperegelart
    personer: tuple[str, ...] = ()
    bord: int | None = None
    runde: int | None = None
    verv: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestilling:
    """What is to be changed before composing: None and empty leave it as it is. Attributes are keys, in order."""

    antall_bord: int | None = None
    stoerrelse: int | None = None
    runder: int | None = None
    balanser: tuple[str, ...] | None = None
    alle_i_rommet: bool | None = None
    froe: int | None = None
    regler: tuple[NyRegel, ...] = ()
    forfall: tuple[str, ...] = ()

    @property
    def oppsett(self) -> dict[str, Any]:
        """The fields of the setup that are to be changed."""
        felt: dict[str, Any] = {
            "runder": self.runder,
            "balanser": None if self.balanser is None else [les_egenskap(navn) for navn in self.balanser],
            "alle_i_rommet": self.alle_i_rommet,
            "froe": self.froe,
        }
        endres = {navn: verdi for navn, verdi in felt.items() if verdi is not None}
        if self.antall_bord is not None and self.stoerrelse is not None:
            raise BordEllerStoerrelse
        if self.antall_bord is not None or self.stoerrelse is not None:
            endres |= {"antall_bord": self.antall_bord, "stoerrelse": self.stoerrelse}
        return endres


@handling
def sett_gruppeoppsett(
    oekt: Oekt,
    *,
    verksted: int,
    antall_bord: int | None = None,
    stoerrelse: int | None = None,
    runder: int | None = None,
    balanser: Sequence[str] | None = None,
    alle_i_rommet: bool | None = None,
    froe: int | None = None,
) -> None:
    """Say how the tables are to be made; what is not given stays, and of number and size the newest counts.

    Raises BordEllerStoerrelse when both are given, UkjentEgenskap, UgyldigVerdi.
    """
    bestilling = Bestilling(
        antall_bord=antall_bord,
        stoerrelse=stoerrelse,
        runder=runder,
        balanser=None if balanser is None else tuple(balanser),
        alle_i_rommet=alle_i_rommet,
        froe=froe,
    )
    utfoer_bestilling(oekt, verkstedet(oekt, verksted), bestilling)


@handling
def legg_til_grupperegel(
    oekt: Oekt,
    *,
    verksted: int,
    art: Grupperegelart,
    personer: Sequence[str] = (),
    bord: int | None = None,
    runde: int | None = None,
    verv: str | None = None,
) -> str:
    """Write a hard rule and return its id; the same rule once more changes nothing (raises RegelenErIkkeHel)."""
    verkstedrad = verkstedet(oekt, verksted)
    oekt.gjelder(f"V{verksted}")
    return _skriv_regel(
        oekt, verkstedrad, NyRegel(art=art, personer=tuple(personer), bord=bord, runde=runde, verv=verv)
    )


@handling
def fjern_grupperegel(oekt: Oekt, *, regel_id: str) -> None:
    """Take a rule away (raises FinnesIkke)."""
    regel = oekt.hent(Grupperegel, regel_id)
    for person in oekt.alle(GrupperegelPerson, regel_id=regel_id):
        oekt.slett(person)
    oekt.slett(regel)


def utfoer_bestilling(oekt: Oekt, verksted: Verksted, bestilling: Bestilling) -> None:
    """Write what is to be changed, as part of an operation (raises as the operations here)."""
    oekt.gjelder(f"V{verksted.nummer}")
    if oppsett := bestilling.oppsett:
        rad = oekt.finn(Gruppeoppsett, verksted_id=verksted.id)
        if rad is None:
            oekt.opprett(Gruppeoppsett, verksted_id=verksted.id, **oppsett)
        else:
            endres = {navn: verdi for navn, verdi in oppsett.items() if verdi != getattr(rad, navn)}
            oekt.oppdater(rad, **endres)
    for regel in bestilling.regler:
        _skriv_regel(oekt, verksted, regel)
    for person_id in bestilling.forfall:
        oekt.hent(Person, person_id)
        if oekt.finn(Forfall, verksted_id=verksted.id, person_id=person_id) is None:
            oekt.opprett(Forfall, verksted_id=verksted.id, person_id=person_id)


def med_bestilling(rader: Grupperader, verksted: Verksted, bestilling: Bestilling) -> Grupperader:
    """Return the rows as they would be if the same were written."""
    gammelt = next((o for o in rader.gruppeoppsett if o.verksted_id == verksted.id), None)
    felt = {navn: getattr(gammelt, navn) for navn in Gruppeoppsett.model_fields if gammelt} | bestilling.oppsett
    andre = tuple(o for o in rader.gruppeoppsett if o.verksted_id != verksted.id)
    nytt = (Gruppeoppsett(**{"verksted_id": verksted.id, **felt}),) if felt else ()
    regler, personer = list(rader.grupperegel), list(rader.grupperegel_person)
    finnes = {_noekkel(regel, personer) for regel in regler if regel.verksted_id == verksted.id}
    for regel in bestilling.regler:
        _krev_hel(regel)
        if _ny_noekkel(regel) in finnes:
            continue
        finnes.add(_ny_noekkel(regel))
        rad = Grupperegel(verksted_id=verksted.id, art=regel.art, bord=regel.bord, runde=regel.runde, verv=regel.verv)
        regler.append(rad)
        personer += [GrupperegelPerson(regel_id=rad.id, person_id=p) for p in dict.fromkeys(regel.personer)]
    return replace(
        rader,
        gruppeoppsett=(*andre, *nytt),
        grupperegel=tuple(regler),
        grupperegel_person=tuple(personer),
        forfall=(*rader.forfall, *(Forfall(verksted_id=verksted.id, person_id=p) for p in bestilling.forfall)),
    )


def _skriv_regel(oekt: Oekt, verksted: Verksted, regel: NyRegel) -> str:
    _krev_hel(regel)
    alle = oekt.alle(GrupperegelPerson)
    for rad in oekt.alle(Grupperegel, verksted_id=verksted.id):
        if _noekkel(rad, alle) == _ny_noekkel(regel):
            return rad.id
    ny = oekt.opprett(
        Grupperegel, verksted_id=verksted.id, art=regel.art, bord=regel.bord, runde=regel.runde, verv=regel.verv
    )
    for person_id in dict.fromkeys(regel.personer):
        if oekt.finn(Person, id=person_id) is None:
            raise FinnesIkke(hva="person", kode="")
        oekt.opprett(GrupperegelPerson, regel_id=ny.id, person_id=person_id)
    return ny.id


def _krev_hel(regel: NyRegel) -> None:
    """Refuse a rule that says nothing: too few people, no table, no office (raises RegelenErIkkeHel)."""
    antall = len({*regel.personer})
    hel = (
        (regel.art not in _TRENGER_TO or antall > 1)
        and (regel.art not in _TRENGER_BORD or (antall > 0 and regel.bord is not None))
        and (regel.art is not Grupperegelart.SEKRETAER or antall == 1)
        and (regel.art is not Grupperegelart.EN_PER_BORD or antall > 1 or bool(regel.verv))
    )
    if not hel:
        raise RegelenErIkkeHel(art=str(regel.art))


def _noekkel(regel: Grupperegel, personer: Sequence[GrupperegelPerson]) -> tuple[object, ...]:
    om = frozenset(p.person_id for p in personer if p.regel_id == regel.id)
    return str(regel.art), om, regel.bord, regel.runde, regel.verv


def _ny_noekkel(regel: NyRegel) -> tuple[object, ...]:
    return str(regel.art), frozenset(regel.personer), regel.bord, regel.runde, regel.verv
