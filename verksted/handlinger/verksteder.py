"""Operations on the row of workshops, the bodies they belong to, the roles, and the dates after the last one."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any, Final

from verksted.handlinger.feil import VerkstedetErIBruk
from verksted.handlinger.handling import handling
from verksted.handlinger.prosess import verkstedet
from verksted.kjerne.feil import FinnesIkke
from verksted.modell.deltaker import Forfall, Gruppe, Gruppeinndeling, Gruppeoppsett, Grupperegel, Tilstedevaerelse
from verksted.modell.innspill import Innspill
from verksted.modell.prosess import Hendelse, Organ, Prosessrolle, Sjekkpunkt
from verksted.modell.punkt import Avstemning, Punkt, Utsjekk
from verksted.modell.verksted import (
    Enhetstoken,
    Evalueringsspoersmaal,
    Evalueringssvar,
    Programpost,
    Spoersmaal,
    Verksted,
)

if TYPE_CHECKING:
    from verksted.lager.oekt import Oekt
    from verksted.modell.grunn import Grunn
    from verksted.modell.ordene import Sfaere

# What carries a workshop's number in its code, or belongs to the evening itself: with any of it, the workshop stands.
_I_BRUK: Final[tuple[type[Grunn], ...]] = (
    Innspill, Punkt, Utsjekk, Avstemning, Gruppe, Gruppeinndeling, Tilstedevaerelse, Forfall, Enhetstoken, Grupperegel,
)  # fmt: skip
_LEDIG: Final = 99


@handling
def legg_til_verksted(oekt: Oekt, *, tittel: str) -> int:
    """Add a workshop last, in the body of the one before it; return its number (raises FinnesIkke, UgyldigVerdi)."""
    alle = oekt.alle(Verksted, sorter="nummer")
    organer = oekt.alle(Organ, sorter="rekkefoelge")
    if not organer:
        raise FinnesIkke(hva="organ", kode="")
    sist = alle[-1] if alle else None
    nummer = sist.nummer + 1 if sist else 1
    oekt.gjelder(f"V{nummer}")
    oekt.opprett(
        Verksted,
        nummer=nummer,
        tittel=tittel,
        organ_id=sist.organ_id if sist else organer[0].id,
        sted=sist.sted if sist else "",
        start=sist.start if sist else time(17, 0),
        slutt=sist.slutt if sist else None,
    )
    return nummer


@handling
def fjern_verksted(oekt: Oekt, *, verksted: int) -> None:
    """Take a workshop away with its program and lists; those after it move up when nothing stands in their way.

    Raises FinnesIkke, and VerkstedetErIBruk when tables, notes or attendance belong to it.
    """
    rad = verkstedet(oekt, verksted)
    _krev_ubrukt(oekt, rad)
    oekt.gjelder(f"V{verksted}")
    for spoersmaal in oekt.alle(Evalueringsspoersmaal, verksted_id=rad.id):
        if oekt.alle(Evalueringssvar, spoersmaal_id=spoersmaal.id):
            raise VerkstedetErIBruk(nummer=verksted)
        oekt.slett(spoersmaal)
    for tabell in (Sjekkpunkt, Spoersmaal, Gruppeoppsett):
        for en in oekt.alle(tabell, verksted_id=rad.id):
            oekt.slett(en)
    poster = oekt.alle(Programpost, verksted_id=rad.id)
    for post in sorted(poster, key=lambda p: p.forelder_id is None):
        oekt.slett(post)
    oekt.slett(rad)
    etter = [v for v in oekt.alle(Verksted, sorter="nummer") if v.nummer > verksted]
    if not any(_er_i_bruk(oekt, v) for v in etter):
        for nummer, neste in enumerate(etter, start=verksted):
            oekt.oppdater(neste, nummer=nummer)


@handling
def flytt_verksted(oekt: Oekt, *, verksted: int, til: int) -> None:
    """Let two workshops change places (raises FinnesIkke, VerkstedetErIBruk: codes of notes carry the number)."""
    en, annen = verkstedet(oekt, verksted), verkstedet(oekt, til)
    for rad in (en, annen):
        _krev_ubrukt(oekt, rad)
    oekt.gjelder(f"V{verksted}", f"V{til}")
    oekt.oppdater(en, nummer=_LEDIG)
    oekt.oppdater(annen, nummer=verksted)
    oekt.oppdater(en, nummer=til)


@handling
def velg_organ(oekt: Oekt, *, verksted: int, navn: str) -> None:
    """Say which body a workshop is for; a name not seen before becomes a new one (raises FinnesIkke, UgyldigVerdi)."""
    rad, navn = verkstedet(oekt, verksted), navn.strip()
    kjent = next((o for o in oekt.alle(Organ) if o.navn.casefold() == navn.casefold()), None)
    organ = kjent or oekt.opprett(Organ, navn=navn, rekkefoelge=oekt.stoerst(Organ, "rekkefoelge") + 1)
    oekt.gjelder(f"V{verksted}")
    oekt.oppdater(rad, organ_id=organ.id)


@handling
def oppdater_organ(oekt: Oekt, *, organ: str, navn: str) -> None:
    """Give a body another name (raises FinnesIkke, UgyldigVerdi)."""
    oekt.oppdater(oekt.hent(Organ, organ), navn=navn)


@handling
def oppdater_prosessrolle(oekt: Oekt, /, *, rolle: str, **felt: Any) -> None:  # noqa: ANN401 - the entity's own
    """Change a role; check lists and program follow its name (raises FinnesIkke, UgyldigVerdi)."""
    rad = oekt.hent(Prosessrolle, rolle)
    ny = oekt.oppdater(rad, **felt)
    if ny.navn != rad.navn:
        for tabell in (Sjekkpunkt, Programpost):
            for punkt in oekt.alle(tabell, ansvarlig=rad.navn):
                oekt.oppdater(punkt, ansvarlig=ny.navn)


@handling
def ny_prosessrolle(oekt: Oekt, *, navn: str, sfaere: Sfaere) -> str:
    """Add a role; return its id (raises UgyldigVerdi)."""
    nummer = oekt.neste("rolle")
    rad = oekt.opprett(
        Prosessrolle,
        noekkel=f"egen_{nummer}",
        navn=navn,
        sfaere=sfaere,
        rekkefoelge=oekt.stoerst(Prosessrolle, "rekkefoelge") + 1,
    )
    return rad.id


@handling
def slett_prosessrolle(oekt: Oekt, *, rolle: str) -> None:
    """Take a role away; what it was to do keeps its name (raises FinnesIkke)."""
    oekt.slett(oekt.hent(Prosessrolle, rolle))


@handling
def sett_fasedato(oekt: Oekt, *, fase: str, tittel: str, fra: date | None, til: date | None = None) -> None:
    """Say when a phase after the workshops is (`hoering`, `vedtak`, `oppfoelging`); None takes the date away.

    It is kept as an entry of the årshjul, in the layer with the phase's name (raises UgyldigVerdi).
    """
    gammel = oekt.finn(Hendelse, lag=fase)
    if fra is None:
        if gammel is not None:
            oekt.slett(gammel)
    elif gammel is None:
        oekt.opprett(Hendelse, tittel=tittel, dato=fra, til_dato=til, lag=fase)
    else:
        oekt.oppdater(gammel, dato=fra, til_dato=til)


def _er_i_bruk(oekt: Oekt, rad: Verksted) -> bool:
    return any(oekt.alle(tabell, verksted_id=rad.id) for tabell in _I_BRUK)


def _krev_ubrukt(oekt: Oekt, rad: Verksted) -> None:
    if _er_i_bruk(oekt, rad):
        raise VerkstedetErIBruk(nummer=rad.nummer)
