"""Operations on dots, red/green and scales: advice, never a vedtak; counts per table, never per person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.handlinger.handling import handling
from verksted.handlinger.prosess import spoersmaalet, verkstedet
from verksted.handlinger.punkter import punktet
from verksted.kjerne.feil import FinnesIkke
from verksted.modell.deltaker import Gruppe
from verksted.modell.ordene import Avstemningsart
from verksted.modell.punkt import Alternativ, Avstemning, Avstemningsrunde, Stemme
from verksted.modell.verksted import Evalueringsspoersmaal, Evalueringssvar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from verksted.lager.oekt import Oekt


@handling
def opprett_avstemning(
    oekt: Oekt,
    *,
    verksted: int,
    art: Avstemningsart,
    tittel: str,
    punkter: Sequence[str] = (),
    tekster: Sequence[str] = (),
    spoersmaal: int | None = None,
    per_person: int = 1,
) -> str:
    """Make a vote with its alternatives and open the first round; return its id (raises FinnesIkke)."""
    verkstedrad = verkstedet(oekt, verksted)
    avstemning = oekt.opprett(
        Avstemning,
        verksted_id=verkstedrad.id,
        spoersmaal_id=spoersmaalet(oekt, verkstedrad, spoersmaal).id if spoersmaal is not None else None,
        art=art,
        tittel=tittel,
        per_person=per_person,
    )
    rekke = [(punktet(oekt, kode).id, "") for kode in punkter] + [(None, tekst) for tekst in tekster]
    for nummer, (punkt_id, tekst) in enumerate(rekke, start=1):
        oekt.opprett(Alternativ, avstemning_id=avstemning.id, punkt_id=punkt_id, tekst=tekst, rekkefoelge=nummer)
    oekt.opprett(Avstemningsrunde, avstemning_id=avstemning.id, nummer=1)
    oekt.gjelder(f"V{verksted}", *punkter)
    return avstemning.id


@handling
def ny_runde(oekt: Oekt, *, avstemning_id: str) -> int:
    """Close the open round and open the next; return its number. Every round is kept (raises FinnesIkke)."""
    oekt.hent(Avstemning, avstemning_id)
    runder = oekt.alle(Avstemningsrunde, avstemning_id=avstemning_id, sorter="nummer")
    for runde in runder:
        if runde.aapen:
            oekt.oppdater(runde, aapen=False)
    oekt.opprett(Avstemningsrunde, avstemning_id=avstemning_id, nummer=len(runder) + 1)
    return len(runder) + 1


@handling
def foer_stemmer(oekt: Oekt, *, avstemning_id: str, runde: int, alternativ: int, per_bord: Mapping[int, int]) -> None:
    """Enter the counts of an alternative (from 1) per table; counts already there are replaced (raises FinnesIkke)."""
    avstemning = oekt.hent(Avstemning, avstemning_id)
    runden = oekt.finn(Avstemningsrunde, avstemning_id=avstemning_id, nummer=runde)
    valget = oekt.finn(Alternativ, avstemning_id=avstemning_id, rekkefoelge=alternativ)
    if runden is None:
        raise FinnesIkke(hva="avstemningsrunde", kode=str(runde))
    if valget is None:
        raise FinnesIkke(hva="alternativ", kode=str(alternativ))
    for bord, antall in per_bord.items():
        gruppe = oekt.finn(Gruppe, verksted_id=avstemning.verksted_id, nummer=bord)
        if gruppe is None:
            raise FinnesIkke(hva="gruppe", kode=str(bord))
        finnes = oekt.finn(Stemme, runde_id=runden.id, alternativ_id=valget.id, gruppe_id=gruppe.id)
        if finnes is None:
            oekt.opprett(Stemme, runde_id=runden.id, alternativ_id=valget.id, gruppe_id=gruppe.id, antall=antall)
        else:
            oekt.oppdater(finnes, antall=antall)


@handling
def foer_evaluering(
    oekt: Oekt, *, verksted: int, spoersmaal: int, svar: Mapping[int, int], kommentarer: Sequence[str] = ()
) -> None:
    """Enter how many gave each value 1–5, and free comments; what was there for the question is replaced.

    Raises FinnesIkke, UgyldigVerdi.
    """
    rad = oekt.finn(Evalueringsspoersmaal, verksted_id=verkstedet(oekt, verksted).id, nummer=spoersmaal)
    if rad is None:
        raise FinnesIkke(hva="evalueringsspoersmaal", kode=str(spoersmaal))
    for gammelt in oekt.alle(Evalueringssvar, spoersmaal_id=rad.id):
        oekt.slett(gammelt)
    for verdi, antall in svar.items():
        oekt.opprett(Evalueringssvar, spoersmaal_id=rad.id, verdi=verdi, antall=antall)
    for kommentar in filter(str.strip, kommentarer):
        oekt.opprett(Evalueringssvar, spoersmaal_id=rad.id, tekst=kommentar)
    oekt.gjelder(f"V{verksted}")
