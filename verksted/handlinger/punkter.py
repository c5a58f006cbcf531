"""Operations on plenary points: gathered from notes, taken apart, worded, agreed or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from verksted.handlinger.feil import PunktetHarIngenKilder
from verksted.handlinger.handling import handling
from verksted.handlinger.innspill import innspillet
from verksted.handlinger.prosess import spoersmaalet, verkstedet
from verksted.kjerne.feil import FinnesIkke
from verksted.kjerne.ider import punktkode
from verksted.modell.deltaker import Liste
from verksted.modell.innspill import Innspill
from verksted.modell.plan import Planelement
from verksted.modell.punkt import Merknad, Punkt, Punktkilde

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.lager.oekt import Oekt


@handling
def samle_punkt(
    oekt: Oekt,
    /,
    *,
    verksted: int,
    tittel: str,
    kilder: Sequence[str],
    spoersmaal: int | None = None,
    element: str | None = None,
    **felt: Any,  # noqa: ANN401 - the entity validates its own fields
) -> str:
    """Gather notes into a new point; return its code. The notes stay as they are.

    Raises PunktetHarIngenKilder, FinnesIkke, UgyldigVerdi.
    """
    if not kilder:
        raise PunktetHarIngenKilder
    verkstedrad = verkstedet(oekt, verksted)
    plansted = oekt.finn(Planelement, kode=element) if element else None
    if element and plansted is None:
        raise FinnesIkke(hva="planelement", kode=element)
    rad = oekt.opprett(
        Punkt,
        verksted_id=verkstedrad.id,
        spoersmaal_id=spoersmaalet(oekt, verkstedrad, spoersmaal).id if spoersmaal is not None else None,
        planelement_id=plansted.id if plansted else None,
        kode=punktkode(oekt.neste("P")),
        tittel=tittel,
        **felt,
    )
    _legg_til(oekt, rad, kilder)
    oekt.gjelder(rad.kode)
    return rad.kode


@handling
def legg_til_kilder(oekt: Oekt, *, punkt: str, kilder: Sequence[str]) -> None:
    """Gather more notes into a point (raises FinnesIkke, FinnesAllerede)."""
    oekt.gjelder(punkt)
    _legg_til(oekt, punktet(oekt, punkt), kilder)


@handling
def ta_ut_kilde(oekt: Oekt, *, punkt: str, kilde: str) -> None:
    """Take one note out of a point; the note itself is untouched (raises FinnesIkke)."""
    oekt.gjelder(punkt, kilde)
    kobling = oekt.finn(Punktkilde, punkt_id=punktet(oekt, punkt).id, innspill_id=innspillet(oekt, kilde).id)
    if kobling is None:
        raise FinnesIkke(hva="punktkilde", kode=kilde)
    oekt.slett(kobling)


@handling
def ta_fra_hverandre_punkt(oekt: Oekt, *, punkt: str) -> list[str]:
    """Put a point in the bin and let its notes go; return their codes. Undo gathers them again (raises FinnesIkke)."""
    rad = punktet(oekt, punkt)
    oekt.gjelder(punkt)
    koder = []
    for kobling in oekt.alle(Punktkilde, punkt_id=rad.id, sorter="rekkefoelge"):
        koder.append(oekt.hent(Innspill, kobling.innspill_id).kode)
        oekt.slett(kobling)
    oekt.oppdater(rad, fjernet=True)
    return koder


@handling
def oppdater_punkt(oekt: Oekt, /, *, punkt: str, **felt: Any) -> None:  # noqa: ANN401 - the entity validates its own fields
    """Change a point's words, standpunkt, enighet or priority (raises FinnesIkke, UgyldigVerdi)."""
    oekt.gjelder(punkt)
    oekt.oppdater(punktet(oekt, punkt), **felt)


@handling
def skriv_merknad(oekt: Oekt, *, punkt: str, liste: str, tekst: str) -> None:
    """Write what one list wants said about a point; empty text takes the remark away (raises FinnesIkke)."""
    oekt.gjelder(punkt)
    punktrad = punktet(oekt, punkt)
    listerad = oekt.finn(Liste, kode=liste)
    if listerad is None:
        raise FinnesIkke(hva="liste", kode=liste)
    finnes = oekt.finn(Merknad, punkt_id=punktrad.id, liste_id=listerad.id)
    if finnes is None:
        if tekst.strip():
            oekt.opprett(Merknad, punkt_id=punktrad.id, liste_id=listerad.id, tekst=tekst)
    elif tekst.strip():
        oekt.oppdater(finnes, tekst=tekst)
    else:
        oekt.slett(finnes)


def punktet(oekt: Oekt, kode: str) -> Punkt:
    """Return a point by its code (raises FinnesIkke)."""
    rad = oekt.finn(Punkt, kode=kode)
    if rad is None:
        raise FinnesIkke(hva="punkt", kode=kode)
    return rad


def _legg_til(oekt: Oekt, punkt: Punkt, kilder: Sequence[str]) -> None:
    sist = oekt.stoerst(Punktkilde, "rekkefoelge", punkt_id=punkt.id)
    for nummer, kode in enumerate(kilder, start=sist + 1):
        oekt.opprett(Punktkilde, punkt_id=punkt.id, innspill_id=innspillet(oekt, kode).id, rekkefoelge=nummer)
