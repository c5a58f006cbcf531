"""Operations on the plan tree: what is proposed, why, and what became of each point."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from verksted.handlinger.handling import handling
from verksted.handlinger.innspill import innspillet
from verksted.handlinger.prosess import nivaaet, verkstedet
from verksted.handlinger.punkter import punktet
from verksted.kjerne.feil import FinnesIkke
from verksted.kjerne.ider import elementkode
from verksted.modell.deltaker import Gruppe
from verksted.modell.ordene import Behandlingsresultat, Planrolle, Utsjekksvar
from verksted.modell.plan import Oppfoelging, Planalternativ, Planelement
from verksted.modell.prosess import Plannivaa
from verksted.modell.punkt import Behandling, Utsjekk

if TYPE_CHECKING:
    from verksted.lager.oekt import Oekt


@handling
def skriv_forslag(oekt: Oekt, /, *, element: str, **felt: Any) -> None:  # noqa: ANN401 - the entity validates its own
    """Write the proposal for an element: words, grounds, goals, or that it goes out.

    Raises FinnesIkke, UgyldigVerdi.
    """
    oekt.gjelder(element)
    oekt.oppdater(elementet(oekt, element), **felt)


@handling
def nytt_planelement(
    oekt: Oekt,
    /,
    *,
    forelder: str | None,
    nivaa: Planrolle,
    tittel: str,
    **felt: Any,  # noqa: ANN401 - as above
) -> str:
    """Propose an element that gjeldende plan does not have; return its code (raises FinnesIkke, UgyldigVerdi)."""
    over = elementet(oekt, forelder) if forelder else None
    nivaarad = nivaaet(oekt, nivaa, _navn_som_soesken(oekt, over, nivaa))
    rad = oekt.opprett(
        Planelement,
        forelder_id=over.id if over else None,
        nivaa_id=nivaarad.id,
        rekkefoelge=oekt.stoerst(Planelement, "rekkefoelge") + 1,
        kode=ny_elementkode(oekt, over, nivaarad),
        forslag_tittel=tittel,
        **felt,
    )
    oekt.gjelder(rad.kode)
    return rad.kode


@handling
def bekreft_planelement(oekt: Oekt, *, element: str, nivaa: Planrolle | None = None) -> None:
    """Confirm, or correct, what the reader guessed an element to be (raises FinnesIkke)."""
    oekt.gjelder(element)
    rad = elementet(oekt, element)
    if nivaa is not None:
        rad = oekt.oppdater(rad, nivaa_id=nivaaet(oekt, nivaa, "").id)
    oekt.oppdater(rad, sikkerhet_bp=None)


@handling
def skriv_alternativ(oekt: Oekt, *, element: str, bokstav: str, tekst: str) -> None:
    """Write one of several texts for hearing; empty text takes it away (raises FinnesIkke)."""
    oekt.gjelder(element)
    rad = elementet(oekt, element)
    finnes = oekt.finn(Planalternativ, planelement_id=rad.id, bokstav=bokstav)
    if finnes is None:
        if tekst.strip():
            oekt.opprett(Planalternativ, planelement_id=rad.id, bokstav=bokstav, tekst=tekst)
    elif tekst.strip():
        oekt.oppdater(finnes, tekst=tekst)
    else:
        oekt.slett(finnes)


@handling
def behandle(
    oekt: Oekt,
    *,
    resultat: Behandlingsresultat,
    begrunnelse: str,
    punkt: str | None = None,
    innspill: str | None = None,
) -> None:
    """Say what became of a point or a single note, and why (raises FinnesIkke, UgyldigVerdi)."""
    punkt_id = punktet(oekt, punkt).id if punkt else None
    innspill_id = innspillet(oekt, innspill).id if innspill else None
    oekt.gjelder(punkt or innspill or "")
    finnes = oekt.finn(Behandling, punkt_id=punkt_id, innspill_id=innspill_id)
    if finnes is None:
        oekt.opprett(Behandling, punkt_id=punkt_id, innspill_id=innspill_id, resultat=resultat, begrunnelse=begrunnelse)
    else:
        oekt.oppdater(finnes, resultat=resultat, begrunnelse=begrunnelse)


@handling
def ta_bort_behandling(oekt: Oekt, *, punkt: str) -> None:
    """Leave a point untreated again, grounds and all (raises FinnesIkke)."""
    oekt.gjelder(punkt)
    finnes = oekt.finn(Behandling, punkt_id=punktet(oekt, punkt).id)
    if finnes is None:
        raise FinnesIkke(hva="behandling", kode=punkt)
    oekt.slett(finnes)


@handling
def velg_plansted(oekt: Oekt, *, punkt: str, element: str | None) -> None:
    """Say where in the plan a point belongs, None for nowhere yet (raises FinnesIkke)."""
    rad = punktet(oekt, punkt)
    oekt.gjelder(punkt, *([element] if element else []))
    oekt.oppdater(rad, planelement_id=elementet(oekt, element).id if element else None)


@handling
def svar_utsjekk(
    oekt: Oekt,
    *,
    verksted: int,
    gruppe: int,
    svar: Utsjekksvar,
    kommentar: str = "",
    punkt: str | None = None,
    element: str | None = None,
) -> None:
    """Keep a table's answer when a treated point or a plan text comes back (raises FinnesIkke, UgyldigVerdi)."""
    verkstedrad = verkstedet(oekt, verksted)
    bord = oekt.finn(Gruppe, verksted_id=verkstedrad.id, nummer=gruppe)
    if bord is None:
        raise FinnesIkke(hva="gruppe", kode=str(gruppe))
    sted = {
        "verksted_id": verkstedrad.id,
        "gruppe_id": bord.id,
        "punkt_id": punktet(oekt, punkt).id if punkt else None,
        "planelement_id": elementet(oekt, element).id if element else None,
    }
    oekt.gjelder(punkt or element or "")
    finnes = oekt.finn(Utsjekk, **sted)
    if finnes is None:
        oekt.opprett(Utsjekk, **sted, svar=svar, kommentar=kommentar)
    else:
        oekt.oppdater(finnes, svar=svar, kommentar=kommentar)


@handling
def skriv_oppfoelging(oekt: Oekt, /, *, element: str, sektor: str, **felt: Any) -> None:  # noqa: ANN401 - as above
    """Write what an element means for one sector (raises FinnesIkke, UgyldigVerdi)."""
    oekt.gjelder(element)
    rad = elementet(oekt, element)
    finnes = oekt.finn(Oppfoelging, planelement_id=rad.id, sektor=sektor)
    if finnes is None:
        oekt.opprett(Oppfoelging, planelement_id=rad.id, sektor=sektor, **felt)
    else:
        oekt.oppdater(finnes, **felt)


def elementet(oekt: Oekt, kode: str) -> Planelement:
    """Return a plan element by its code (raises FinnesIkke)."""
    rad = oekt.finn(Planelement, kode=kode)
    if rad is None:
        raise FinnesIkke(hva="planelement", kode=kode)
    return rad


def ny_elementkode(oekt: Oekt, forelder: Planelement | None, nivaa: Plannivaa) -> str:
    """Return the next free code under a parent, or at the top with the level's letters; frozen from now on."""
    foran = forelder.kode if forelder else nivaa.prefiks
    return elementkode(foran, oekt.neste(f"element-{foran}"))


def _navn_som_soesken(oekt: Oekt, forelder: Planelement | None, rolle: Planrolle) -> str:
    """Return the level name that siblings of the same role already have, so that new ones read the same."""
    for soesken in oekt.alle(Planelement, forelder_id=forelder.id if forelder else None, sorter="rekkefoelge"):
        nivaa = oekt.hent(Plannivaa, soesken.nivaa_id)
        if nivaa.rolle == rolle:
            return nivaa.entall
    return ""
