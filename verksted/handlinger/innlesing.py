"""Operations that take in what was read from files. Each import is one operation, and one undo."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from verksted.handlinger.feil import FilenErLestInnFoer, PosteneErKnyttet
from verksted.handlinger.handling import handling
from verksted.handlinger.plan import ny_elementkode
from verksted.handlinger.prosess import nivaaet, prosessen
from verksted.kjerne.ider import kunnskapskode, ny_id, postkode
from verksted.modell.deltaker import Liste, Mandat, Person
from verksted.modell.oekonomi import Oekonomipost, Postbeloep
from verksted.modell.ordene import Innlesingsart, Mandatart, Planrolle, Postart, Sporting
from verksted.modell.plan import Kunnskapspunkt, Planelement
from verksted.modell.prosess import Innlesing, Organ
from verksted.modell.spor import Sporlenke

if TYPE_CHECKING:
    from verksted.innlesing.deltakere import LestDeltaker, LestDeltakerliste
    from verksted.innlesing.kunnskap import LestKunnskap
    from verksted.innlesing.oekonomiplan import LestOekonomiplan
    from verksted.innlesing.samfunnsdel import LestSamfunnsdel
    from verksted.lager.oekt import Oekt

_SMAAORD = frozenset({"i", "og", "for", "på", "av", "til", "med"})


@handling
def ta_inn_deltakere(oekt: Oekt, *, lest: LestDeltakerliste, filnavn: str, sha256: str) -> int:
    """Take in a council list; return how many people it held.

    People and lists already known by name are kept and brought up to date; nobody is taken away.
    """
    prosessen(oekt)
    if not lest.deltakere:
        return 0
    organ = oekt.alle(Organ, sorter="rekkefoelge")[0]
    kjente = _kjente(oekt, organ.id)
    mandater: list[Mandat] = []
    for nummer, deltaker in enumerate(lest.deltakere, start=1):
        samme_navn = kjente[deltaker.navn]
        person = samme_navn.pop(0) if samme_navn else None
        mandater.append(_ta_inn_deltaker(oekt, deltaker, organ.id, nummer, person=person))
    medlem = {d.navn: m for d, m in zip(lest.deltakere, mandater, strict=True) if d.art == "medlem"}
    for deltaker, mandat in zip(lest.deltakere, mandater, strict=True):
        vara_for = medlem.get(deltaker.vara_for) if deltaker.vara_for else None
        if mandat.vara_for_id != (vara_for.id if vara_for else None):
            oekt.oppdater(mandat, vara_for_id=vara_for.id if vara_for else None)
    _ny_innlesing(oekt, Innlesingsart.DELTAKERE, filnavn, sha256, len(lest.deltakere))
    return len(lest.deltakere)


def _kjente(oekt: Oekt, organ_id: str) -> defaultdict[str, list[Person]]:
    """Return the people known from before by name; those who share a name, in the order of the council list."""
    plass = {mandat.person_id: mandat.rekkefoelge for mandat in oekt.alle(Mandat, organ_id=organ_id)}
    kjente: defaultdict[str, list[Person]] = defaultdict(list)
    for person in sorted(oekt.alle(Person), key=lambda p: (plass.get(p.id, len(plass) + 1), p.id)):
        kjente[person.navn].append(person)
    return kjente


def _ta_inn_deltaker(
    oekt: Oekt, deltaker: LestDeltaker, organ_id: str, nummer: int, *, person: Person | None
) -> Mandat:
    """Take in one person, who is brought up to date if known from before."""
    felt = {
        "kjoenn": deltaker.kjoenn,
        "foedselsaar": deltaker.foedselsaar,
        "bosted": deltaker.bosted,
        "perioder": deltaker.perioder,
    }
    if person is not None:
        oekt.oppdater(person, **{navn: verdi for navn, verdi in felt.items() if verdi is not None})
    else:
        person = oekt.opprett(Person, navn=deltaker.navn, **felt)
    liste = _listen(oekt, deltaker)
    mandatfelt = {
        "liste_id": liste.id if liste else None,
        "art": Mandatart(deltaker.art),
        "verv": deltaker.verv,
        "rekkefoelge": nummer,
    }
    mandat = oekt.finn(Mandat, person_id=person.id, organ_id=organ_id)
    if mandat is None:
        return oekt.opprett(Mandat, person_id=person.id, organ_id=organ_id, **mandatfelt)
    return oekt.oppdater(mandat, **mandatfelt)


def _listen(oekt: Oekt, deltaker: LestDeltaker) -> Liste | None:
    """Return the person's list, made if it is new; None for somebody who stands on none."""
    if not deltaker.liste.strip():
        return None
    funnet = oekt.finn(Liste, navn=deltaker.liste)
    if funnet is not None:
        return funnet
    brukt = {liste.kode for liste in oekt.alle(Liste)}
    kode = deltaker.listekode or _kode_av(deltaker.liste)
    ledig, nummer = kode, 2
    while ledig in brukt:
        ledig, nummer = f"{kode}{nummer}", nummer + 1
    return oekt.opprett(Liste, navn=deltaker.liste, kode=ledig, rekkefoelge=len(brukt))


def _kode_av(listenavn: str) -> str:
    """Return letters for a list that has none: «Grønn framtid» GF, «Bygdelista» BL, «Uavhengige» UA."""
    ord_ = [o for o in listenavn.split() if o.casefold() not in _SMAAORD] or listenavn.split()
    if len(ord_) > 1:
        return "".join(o[0] for o in ord_[:3]).upper()
    if re.search(r".lista?$|.liste$", listenavn, re.IGNORECASE):
        return f"{listenavn[0]}L".upper()
    return listenavn[:2].upper()


@handling
def ta_inn_samfunnsdel(oekt: Oekt, *, lest: LestSamfunnsdel, filnavn: str, sha256: str) -> int:
    """Take in gjeldende samfunnsdel as the plan tree, each node with its certainty and place; return how many.

    Level names come from the document; codes are given here and never again. Raises FilenErLestInnFoer.
    """
    prosessen(oekt)
    if not lest.noder:
        return 0
    _krev_ny_fil(oekt, Innlesingsart.SAMFUNNSDEL, filnavn, sha256)
    innlesing = _ny_innlesing(oekt, Innlesingsart.SAMFUNNSDEL, filnavn, sha256, len(lest.noder))
    rader: dict[int, Planelement] = {}
    for rekkefoelge, node in enumerate(lest.noder, start=1):
        forelder = rader[node.forelder] if node.forelder is not None else None
        nivaa = nivaaet(oekt, Planrolle(node.rolle), node.nivaanavn)
        rader[node.indeks] = oekt.opprett(
            Planelement,
            forelder_id=forelder.id if forelder else None,
            nivaa_id=nivaa.id,
            rekkefoelge=rekkefoelge,
            kode=ny_elementkode(oekt, forelder, nivaa),
            gjeldende_tittel=node.tittel,
            gjeldende_tekst=node.tekst,
            baerekraftsmaal=list(node.baerekraftsmaal),
            sikkerhet_bp=node.sikkerhet_bp,
            kilde_sted=" › ".join(node.sti),
            innlesing_id=innlesing.id,
        )
    return len(rader)


@handling
def ta_inn_oekonomiplan(oekt: Oekt, *, lest: LestOekonomiplan, filnavn: str, sha256: str) -> int:
    """Take in the økonomiplan; return how many posts. An earlier one is replaced unless the trail uses its posts.

    Raises FilenErLestInnFoer, PosteneErKnyttet.
    """
    prosessen(oekt)
    if not lest.poster:  # a file that gave nothing replaces nothing
        return 0
    _krev_ny_fil(oekt, Innlesingsart.OEKONOMIPLAN, filnavn, sha256)
    _slett_gamle_poster(oekt)
    innlesing = _ny_innlesing(
        oekt,
        Innlesingsart.OEKONOMIPLAN,
        filnavn,
        sha256,
        len(lest.poster),
        aar=lest.aar[0] if lest.aar else None,
        enhet=lest.enhet,
    )
    poster: list[dict[str, Any]] = []
    beloep: list[dict[str, Any]] = []
    for nummer, post in enumerate(lest.poster, start=1):
        post_id, bokstav = ny_id(), "I" if post.art == "investering" else "D"
        poster.append(
            {
                "id": post_id,
                "innlesing_id": innlesing.id,
                "kode": postkode(bokstav, oekt.neste(f"post-{bokstav}")),
                "naturlig_noekkel": post.naturlig_noekkel,
                "tekst": post.tekst,
                "sektor": post.sektor or "",
                "funksjon": post.funksjon,
                "funksjonsnavn": post.funksjonsnavn or "",
                "tjeneste": post.tjeneste or "",
                "art": Postart(post.art),
                "inntekt_utgift": post.inntekt_utgift or "",
                "endringsart": post.endringsart or "",
                "ansvarlig": post.ansvarlig or "",
                "raarad": list(post.raatt),
                "rekkefoelge": nummer,
            }
        )
        beloep.extend({"post_id": post_id, "aar": aar, "beloep": kroner} for aar, kroner in post.beloep)
    oekt.opprett_flere(Oekonomipost, poster)
    oekt.opprett_flere(Postbeloep, beloep)
    return len(poster)


def _slett_gamle_poster(oekt: Oekt) -> None:
    gamle = oekt.alle(Oekonomipost)
    if not gamle:
        return
    knyttet = oekt.alle(Sporlenke, til_type=Sporting.OEKONOMIPOST)
    if knyttet:
        raise PosteneErKnyttet(antall=len({lenke.til_id for lenke in knyttet}))
    for beloep in oekt.alle(Postbeloep):
        oekt.slett(beloep)
    for post in gamle:
        oekt.slett(post)


@handling
def ta_inn_kunnskap(oekt: Oekt, *, lest: LestKunnskap, filnavn: str, sha256: str) -> int:
    """Take in the knowledge base; return how many facts. Facts already there stay (raises FilenErLestInnFoer)."""
    prosessen(oekt)
    if not lest.punkter:
        return 0
    _krev_ny_fil(oekt, Innlesingsart.KUNNSKAP, filnavn, sha256)
    innlesing = _ny_innlesing(oekt, Innlesingsart.KUNNSKAP, filnavn, sha256, len(lest.punkter))
    foer = oekt.stoerst(Kunnskapspunkt, "rekkefoelge")
    for nummer, punkt in enumerate(lest.punkter, start=foer + 1):
        oekt.opprett(
            Kunnskapspunkt,
            kode=kunnskapskode(oekt.neste("K")),
            tema=punkt.tema,
            temanavn=punkt.temanavn or "",
            tittel=punkt.tittel,
            tekst=punkt.tekst,
            tall=punkt.tall or "",
            enhet=punkt.enhet or "",
            kilde=punkt.kilde or "",
            aar=_aarstall(punkt.aar),
            kvalitetssikret_av=punkt.kvalitetssikret_av or "",
            kvalitetssikret_dato=punkt.kvalitetssikret_dato,
            rekkefoelge=nummer,
            innlesing_id=innlesing.id,
        )
    return len(lest.punkter)


def _krev_ny_fil(oekt: Oekt, art: Innlesingsart, filnavn: str, sha256: str) -> None:
    """Refuse bytes that are already taken in: the same file twice must not give everything twice."""
    if oekt.alle(Innlesing, art=art, sha256=sha256):
        raise FilenErLestInnFoer(fil=filnavn)


def _ny_innlesing(
    oekt: Oekt,
    art: Innlesingsart,
    filnavn: str,
    sha256: str,
    antall: int,
    *,
    aar: int | None = None,
    enhet: int = 1,
) -> Innlesing:
    return oekt.opprett(
        Innlesing,
        art=art,
        filnavn=filnavn,
        sha256=sha256,
        aar=aar,
        enhet=enhet,
        antall=antall,
        tid=oekt.klokke.naa(),
    )


def _aarstall(aar: str | None) -> int | None:
    """Return the last four-digit year of a text like «2019–2023», or None."""
    funnet = re.findall(r"\b(?:1[89]|20)[0-9]{2}\b", aar or "")
    return int(funnet[-1]) if funnet else None
