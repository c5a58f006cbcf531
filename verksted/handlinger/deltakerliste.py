"""A council list into the file: who is known is brought up to date, who is new comes in, nobody goes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from verksted.innlesing.deltakere.listenavn import kjent_parti, nettnavn
from verksted.modell.deltaker import Liste, Mandat, Person
from verksted.modell.ordene import Mandatart
from verksted.modell.prosess import Organ
from verksted.regler.deltakerendringer import Deltakerbilde, er_omtrent, finn_deltakerendringer, samme_navn, settes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.innlesing.deltakere.deltakere import LestDeltaker, LestDeltakerliste
    from verksted.lager.oekt import Oekt
    from verksted.regler.deltakerendringer import Deltakerendringer

_SMAAORD: Final = frozenset({"i", "og", "for", "på", "av", "til", "med"})
_KODE_MAKS: Final = 8
_PERSONFELT: Final = ("kjoenn", "foedselsaar", "bosted", "perioder")


def foer_inn_deltakere(oekt: Oekt, lest: LestDeltakerliste) -> Deltakerendringer:
    """Bring the organ's people up to date with a list, and return what it changed."""
    organ = oekt.alle(Organ, sorter="rekkefoelge")[0]
    lister = _Lister(oekt)
    kjente = _kjente(oekt, organ.id)
    listene = [lister.hent(d) for d in lest.deltakere]
    felt = _felt(lest)
    endringer = finn_deltakerendringer(
        _bilder(kjente, lister),
        [_bilde(d, liste, lest.deltakere) for d, liste in zip(lest.deltakere, listene, strict=True)],
        felt=felt,
    )
    mandater: list[Mandat] = []
    for nummer, (deltaker, liste, par) in enumerate(zip(lest.deltakere, listene, endringer.par, strict=True), start=1):
        person, mandat = kjente[par] if par is not None else (None, None)
        person = _person(oekt, deltaker, person)
        mandater.append(_mandat(oekt, deltaker, person, organ.id, nummer, mandat=mandat, liste=liste, felt=felt))
    _sett_vara_for(oekt, lest.deltakere, mandater, felt)
    return endringer


def _felt(lest: LestDeltakerliste) -> frozenset[str]:
    """Return the fields the file says something about, also where it does so by being blank."""
    rolle = {"verv", "vara_for"} if lest.felt & {"rolle", "verv", "vara_for", "vara_navn"} else set()
    return lest.felt | rolle | {"art"}


def _kjente(oekt: Oekt, organ_id: str) -> list[tuple[Person, Mandat | None]]:
    """Return the people known from before with their place in the organ, in the order of the council list."""
    mandater = {mandat.person_id: mandat for mandat in oekt.alle(Mandat, organ_id=organ_id)}
    sist = len(mandater) + 1
    return sorted(
        ((person, mandater.get(person.id)) for person in oekt.alle(Person)),
        key=lambda k: (k[1].rekkefoelge if k[1] else sist, k[0].id),
    )


def _bilder(kjente: Sequence[tuple[Person, Mandat | None]], lister: _Lister) -> list[Deltakerbilde]:
    navn = {mandat.id: person.navn for person, mandat in kjente if mandat}
    return [
        Deltakerbilde(
            navn=person.navn,
            art=str(mandat.art) if mandat else "",
            liste=lister.navn(mandat.liste_id) if mandat else None,
            verv=mandat.verv if mandat else None,
            vara_for=navn.get(mandat.vara_for_id or "") if mandat else None,
            **{felt: getattr(person, felt) for felt in _PERSONFELT},
        )
        for person, mandat in kjente
    ]


def _bilde(deltaker: LestDeltaker, liste: Liste | None, alle: Sequence[LestDeltaker]) -> Deltakerbilde:
    return Deltakerbilde(
        navn=deltaker.navn,
        art=deltaker.art,
        liste=liste.navn if liste else None,
        verv=deltaker.verv,
        vara_for=alle[deltaker.vara_for_nr].navn if deltaker.vara_for_nr is not None else None,
        foedselsaar_omtrent=deltaker.foedselsaar_omtrent,
        **{felt: getattr(deltaker, felt) for felt in _PERSONFELT},
    )


def _person(oekt: Oekt, deltaker: LestDeltaker, person: Person | None) -> Person:
    felt = {navn: getattr(deltaker, navn) for navn in _PERSONFELT}
    if person is None:
        return oekt.opprett(Person, navn=deltaker.navn, **felt)
    nye = {navn: verdi for navn, verdi in felt.items() if verdi is not None and verdi != getattr(person, navn)}
    if deltaker.foedselsaar_omtrent and er_omtrent(person.foedselsaar, deltaker.foedselsaar):
        nye.pop("foedselsaar", None)
    if not samme_navn(person.navn, deltaker.navn):
        nye["navn"] = deltaker.navn
    return oekt.oppdater(person, **nye) if nye else person


def _mandat(
    oekt: Oekt,
    deltaker: LestDeltaker,
    person: Person,
    organ_id: str,
    nummer: int,
    *,
    mandat: Mandat | None,
    liste: Liste | None,
    felt: frozenset[str],
) -> Mandat:
    verdier: dict[str, Any] = {"art": Mandatart(deltaker.art), "rekkefoelge": nummer}
    if liste is not None:
        verdier["liste_id"] = liste.id
    if settes("verv", deltaker.verv, felt):
        verdier["verv"] = deltaker.verv
    if mandat is None:
        return oekt.opprett(Mandat, person_id=person.id, organ_id=organ_id, **verdier)
    return oekt.oppdater(mandat, **verdier)


def _sett_vara_for(
    oekt: Oekt, deltakere: Sequence[LestDeltaker], mandater: Sequence[Mandat], felt: frozenset[str]
) -> None:
    for deltaker, mandat in zip(deltakere, mandater, strict=True):
        vara_for = mandater[deltaker.vara_for_nr].id if deltaker.vara_for_nr is not None else None
        endres = settes("vara_for", vara_for, felt) or deltaker.art == "medlem"
        if endres and mandat.vara_for_id != vara_for:
            oekt.oppdater(mandat, vara_for_id=vara_for)


class _Lister:
    """The lists of the file, found by name, by party or by code; new ones get a code of their own."""

    def __init__(self, oekt: Oekt) -> None:
        self._oekt = oekt
        self._alle = oekt.alle(Liste, sorter="rekkefoelge")

    def navn(self, liste_id: str | None) -> str | None:
        """Return the name of a list in the file."""
        return next((liste.navn for liste in self._alle if liste.id == liste_id), None)

    def hent(self, deltaker: LestDeltaker) -> Liste | None:
        """Return the person's list, made if it is new; None where the file names none."""
        if not deltaker.liste:
            return None
        funnet = self._finn(deltaker)
        if funnet is None:
            brukt = {liste.kode for liste in self._alle}
            kode = kode_av(deltaker.liste, brukt, foreslaatt=deltaker.listekode)
            funnet = self._oekt.opprett(Liste, navn=deltaker.liste, kode=kode, rekkefoelge=len(brukt))
            self._alle.append(funnet)
        return funnet

    def _finn(self, deltaker: LestDeltaker) -> Liste | None:
        noekkel, parti = nettnavn(deltaker.liste), kjent_parti(deltaker.liste)
        for liste in self._alle:
            if liste.navn == deltaker.liste or nettnavn(liste.navn) == noekkel:
                return liste
        for liste in self._alle:
            if parti is not None and kjent_parti(liste.navn) == parti:
                return liste
        # «BL» alone in the new file is the list that has this code; a list with a name of its own is itself.
        bare_kode = deltaker.listekode == deltaker.liste
        return next((li for li in self._alle if bare_kode and li.kode == deltaker.liste), None)


def kode_av(listenavn: str, brukt: set[str], *, foreslaatt: str | None = None) -> str:
    """Return a code no other list has: the proposed one or letters of the name, with a number where it is taken."""
    kode = (foreslaatt or _bokstaver(listenavn))[:_KODE_MAKS]
    ledig, nummer = kode, 2
    while ledig in brukt:
        ledig, nummer = f"{kode[: _KODE_MAKS - 2]}{nummer}", nummer + 1
    return ledig


def _bokstaver(listenavn: str) -> str:
    """Return letters for a list that has none: «Grønn framtid» GF, «Bygdelista» BL, «Uavhengige» UA."""
    ord_ = [o for o in listenavn.split() if o.casefold() not in _SMAAORD] or listenavn.split()
    if len(ord_) > 1:
        return "".join(o[0] for o in ord_[:3]).upper()
    if re.search(r".lista?$|.liste$", listenavn, re.IGNORECASE):
        return f"{listenavn[0]}L".upper()
    return listenavn[:2].upper()
