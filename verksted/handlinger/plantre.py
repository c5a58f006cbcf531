"""Operations on the shape of the plan tree: moved, merged, binned, fetched back, and the reader's guess put right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from verksted.handlinger.feil import PlanelementetErIBruk, PlassenLiggerUnderSegSelv
from verksted.handlinger.handling import handling
from verksted.handlinger.plan import elementet, ny_elementkode
from verksted.handlinger.prosess import nivaaet
from verksted.kjerne.feil import FinnesIkke
from verksted.modell.innspill import Innspill
from verksted.modell.ordene import Planrolle, Sporting
from verksted.modell.plan import Oppfoelging, Planalternativ, Planelement
from verksted.modell.prosess import Plannivaa
from verksted.modell.punkt import Punkt, Utsjekk
from verksted.modell.spor import Sporlenke

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.lager.oekt import Oekt


@handling
def flytt_planelement(oekt: Oekt, *, element: str, forelder: str | None, etter: str | None) -> None:
    """Move an element with all under it, to come right after a sibling (None: first) under a parent, or at the top.

    The code stays: it is what people know it by. Raises FinnesIkke, PlassenLiggerUnderSegSelv.
    """
    oekt.gjelder(element)
    rad = elementet(oekt, element)
    over = elementet(oekt, forelder) if forelder else None
    if over is not None and over.id in {rad.id, *(under.id for under in _alle_under(oekt, rad))}:
        raise PlassenLiggerUnderSegSelv(kode=element)
    soesken = [s for s in _barn(oekt, over.id if over else None) if s.id != rad.id]
    if etter is not None and etter not in {s.kode for s in soesken}:
        raise FinnesIkke(hva="planelement", kode=etter)
    plass = next((nr for nr, s in enumerate(soesken, start=1) if s.kode == etter), 0)
    rekka = [*soesken[:plass], rad, *soesken[plass:]]
    numre = sorted(s.rekkefoelge for s in rekka)
    if len(set(numre)) < len(numre):  # two plans taken in may share numbers
        foerste = oekt.stoerst(Planelement, "rekkefoelge") + 1
        numre = list(range(foerste, foerste + len(rekka)))
    for nummer, en in zip(numre, rekka, strict=True):
        felt: dict[str, Any] = {"rekkefoelge": nummer} if en.rekkefoelge != nummer else {}
        if en.id == rad.id and rad.forelder_id != (over.id if over else None):
            felt["forelder_id"] = over.id if over else None
        if felt:
            oekt.oppdater(en, **felt)


@handling
def fjern_planelement(oekt: Oekt, *, element: str) -> None:
    """Put an element and all under it in the bin (raises FinnesIkke)."""
    oekt.gjelder(element)
    rad = elementet(oekt, element)
    for en in (rad, *_alle_under(oekt, rad)):
        if not en.fjernet:
            oekt.oppdater(en, fjernet=True)


@handling
def hent_tilbake_planelement(oekt: Oekt, *, element: str) -> None:
    """Take an element and all under it out of the bin, and what it lies under as well (raises FinnesIkke)."""
    oekt.gjelder(element)
    rad = elementet(oekt, element)
    over, naa = [], rad
    while naa.forelder_id is not None:
        naa = oekt.hent(Planelement, naa.forelder_id)
        over.append(naa)
    for en in (*over, rad, *_alle_under(oekt, rad)):
        if en.fjernet:
            oekt.oppdater(en, fjernet=False)


@handling
def bekreft_planelementer(oekt: Oekt, *, elementer: Sequence[str]) -> int:
    """Confirm what the reader guessed of several elements; return how many were still a guess (raises FinnesIkke)."""
    rader = [elementet(oekt, kode) for kode in elementer]
    usikre = [rad for rad in rader if rad.sikkerhet_bp is not None]
    for rad in usikre:
        oekt.gjelder(rad.kode)
        oekt.oppdater(rad, sikkerhet_bp=None)
    return len(usikre)


@handling
def rett_planelement(
    oekt: Oekt, *, element: str, tittel: str | None = None, tekst: str | None = None, nivaa: str | None = None
) -> None:
    """Correct what the reader made of an element; `nivaa` is a level's id. What is corrected is confirmed.

    Raises FinnesIkke, UgyldigVerdi.
    """
    oekt.gjelder(element)
    rad = elementet(oekt, element)
    felt: dict[str, Any] = {"sikkerhet_bp": None}
    if tittel is not None:
        felt["gjeldende_tittel"] = tittel
    if tekst is not None:
        felt["gjeldende_tekst"] = tekst
    if nivaa is not None:
        felt["nivaa_id"] = oekt.hent(Plannivaa, nivaa).id
    oekt.oppdater(rad, **felt)


@handling
def slaa_sammen_planelement(oekt: Oekt, *, element: str, med: str) -> None:
    """Merge an element into another: its words follow the other's text, what lies under it goes along.

    Raises FinnesIkke, PlassenLiggerUnderSegSelv, and PlanelementetErIBruk when something already points at it.
    """
    oekt.gjelder(element, med)
    rad, maal = elementet(oekt, element), elementet(oekt, med)
    if maal.id in {rad.id, *(under.id for under in _alle_under(oekt, rad))}:
        raise PlassenLiggerUnderSegSelv(kode=element)
    if _er_i_bruk(oekt, rad):
        raise PlanelementetErIBruk(kode=element)
    deler = (maal.gjeldende_tekst, rad.gjeldende_tittel, rad.gjeldende_tekst)
    oekt.oppdater(maal, gjeldende_tekst="\n".join(del_ for del_ in deler if del_), sikkerhet_bp=None)
    for barn in oekt.alle(Planelement, forelder_id=rad.id, sorter="rekkefoelge"):
        oekt.oppdater(barn, forelder_id=maal.id)
    oekt.oppdater(rad, fjernet=True)


@handling
def ta_inn_planlinje(oekt: Oekt, *, tekst: str, forelder: str | None, nivaa: str, sted: str = "") -> str:
    """Lift a line of gjeldende plan that the reader left out into the tree; return its code (raises FinnesIkke)."""
    over = elementet(oekt, forelder) if forelder else None
    nivaarad = oekt.hent(Plannivaa, nivaa)
    rad = oekt.opprett(
        Planelement,
        forelder_id=over.id if over else None,
        nivaa_id=nivaarad.id,
        rekkefoelge=oekt.stoerst(Planelement, "rekkefoelge") + 1,
        kode=ny_elementkode(oekt, over, nivaarad),
        gjeldende_tittel=tekst,
        kilde_sted=sted,
    )
    oekt.gjelder(rad.kode)
    return rad.kode


@handling
def oppdater_plannivaa(oekt: Oekt, /, *, nivaa: str, **felt: Any) -> None:  # noqa: ANN401 - the entity validates its own
    """Give a level of the plan other names; `nivaa` is its id (raises FinnesIkke, UgyldigVerdi)."""
    oekt.oppdater(oekt.hent(Plannivaa, nivaa), **felt)


@handling
def nytt_plannivaa(oekt: Oekt, *, rolle: Planrolle, navn: str) -> str:
    """Make a level of the process's own, or find the one with this name; return its id (raises UgyldigVerdi)."""
    return nivaaet(oekt, rolle, navn).id


def _barn(oekt: Oekt, forelder_id: str | None) -> list[Planelement]:
    alle = oekt.alle(Planelement, forelder_id=forelder_id, sorter="rekkefoelge")
    return [en for en in alle if not en.fjernet]


def _alle_under(oekt: Oekt, rad: Planelement) -> list[Planelement]:
    barn = oekt.alle(Planelement, forelder_id=rad.id, sorter="rekkefoelge")
    return [under for en in barn for under in (en, *_alle_under(oekt, en))]


def _er_i_bruk(oekt: Oekt, rad: Planelement) -> bool:
    """Say whether merging it away would lose somebody's words or a link of the trail."""
    skrevet = rad.forslag_tittel is not None or rad.forslag_tekst is not None
    peker = any(oekt.alle(tabell, planelement_id=rad.id) for tabell in (Innspill, Punkt))
    eget = any(oekt.alle(tabell, planelement_id=rad.id) for tabell in (Planalternativ, Oppfoelging))
    sjekket = bool(oekt.alle(Utsjekk, planelement_id=rad.id))
    til = oekt.alle(Sporlenke, til_type=Sporting.PLANELEMENT, til_id=rad.id)
    fra = oekt.alle(Sporlenke, fra_type=Sporting.PLANELEMENT, fra_id=rad.id)
    return skrevet or peker or eget or sjekket or bool(til or fra)
