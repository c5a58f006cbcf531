"""Operations on the questions of a workshop: made, moved, taken out. Changing one is in `prosess`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from verksted.handlinger.feil import SpoersmaaletErIBruk
from verksted.handlinger.handling import handling
from verksted.handlinger.prosess import spoersmaalet, verkstedet
from verksted.kjerne.feil import FinnesIkke, UgyldigVerdi
from verksted.modell.innspill import Innspill
from verksted.modell.ordene import Innspillstype
from verksted.modell.punkt import Avstemning, Punkt
from verksted.modell.verksted import Programpost, Spoersmaal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.lager.oekt import Oekt
    from verksted.modell.verksted import Verksted

_FLEST: Final = 99


@handling
def opprett_spoersmaal(
    oekt: Oekt,
    /,
    *,
    verksted: int,
    tekst: str,
    post_id: str | None = None,
    svartyper: Sequence[Innspillstype] = (Innspillstype.FRITT,),
    **felt: Any,  # noqa: ANN401 - the entity validates its own fields
) -> str:
    """Ask one more question, in a block where one is given, last among its own; return its id.

    Raises FinnesIkke, UgyldigVerdi.
    """
    rad = verkstedet(oekt, verksted)
    _krev_post(oekt, rad, post_id)
    brukte = {s.nummer for s in oekt.alle(Spoersmaal, verksted_id=rad.id)}
    ledige = (n for n in range(1, _FLEST + 1) if n not in brukte)
    neste = max(brukte, default=0) + 1
    ny = oekt.opprett(
        Spoersmaal,
        verksted_id=rad.id,
        programpost_id=post_id,
        nummer=neste if neste <= _FLEST else next(ledige, neste),
        tekst=tekst,
        svartyper=list(svartyper),
        **felt,
    )
    _nummerer_om_ingen_har_svart(oekt, rad)
    oekt.gjelder(f"V{verksted}")
    return ny.id


@handling
def flytt_spoersmaal(
    oekt: Oekt, *, verksted: int, spoersmaal: int, foer: int | None = None, post_id: str | None = None
) -> None:
    """Move a question before another one, or last, and to another block where one is given.

    All are numbered anew in the order of the program (raises FinnesIkke, UgyldigVerdi).
    """
    rad = verkstedet(oekt, verksted)
    en = spoersmaalet(oekt, rad, spoersmaal)
    if foer is not None:
        spoersmaalet(oekt, rad, foer)
    if post_id is not None:
        _krev_post(oekt, rad, post_id)
        en = oekt.oppdater(en, programpost_id=post_id)
    rekka = [s for s in oekt.alle(Spoersmaal, verksted_id=rad.id, sorter="nummer") if s.id != en.id]
    plass = next((nr for nr, s in enumerate(rekka) if s.nummer == foer), len(rekka))
    rekka.insert(plass, en)
    _nummerer(oekt, _i_programmets_rekkefoelge(oekt, rad, rekka))
    oekt.gjelder(f"V{verksted}")


@handling
def slett_spoersmaal(oekt: Oekt, *, verksted: int, spoersmaal: int) -> None:
    """Take out a question nobody has answered (raises FinnesIkke, SpoersmaaletErIBruk)."""
    rad = verkstedet(oekt, verksted)
    en = spoersmaalet(oekt, rad, spoersmaal)
    antall = sum(len(oekt.alle(tabell, spoersmaal_id=en.id)) for tabell in (Innspill, Punkt, Avstemning))
    if antall:
        raise SpoersmaaletErIBruk(nummer=spoersmaal, antall=antall)
    oekt.slett(en)
    _nummerer_om_ingen_har_svart(oekt, rad)
    oekt.gjelder(f"V{verksted}")


def _krev_post(oekt: Oekt, rad: Verksted, post_id: str | None) -> None:
    if post_id is not None and oekt.finn(Programpost, id=post_id, verksted_id=rad.id) is None:
        raise FinnesIkke(hva="programpost", kode="")


def _nummerer_om_ingen_har_svart(oekt: Oekt, rad: Verksted) -> None:
    """Number in the order of the program, unless sheets and notes already know the questions by their numbers."""
    if not oekt.alle(Innspill, verksted_id=rad.id):
        alle = oekt.alle(Spoersmaal, verksted_id=rad.id, sorter="nummer")
        _nummerer(oekt, _i_programmets_rekkefoelge(oekt, rad, alle), fra_en=True)


def _i_programmets_rekkefoelge(oekt: Oekt, rad: Verksted, alle: Sequence[Spoersmaal]) -> list[Spoersmaal]:
    """Return questions block by block as given; those without a block last."""
    poster = {p.id: p for p in oekt.alle(Programpost, verksted_id=rad.id)}

    def plass(s: Spoersmaal) -> float:
        post = poster.get(s.programpost_id or "")
        blokk = poster.get(post.forelder_id or post.id) if post is not None else None
        return float("inf") if blokk is None else blokk.rekkefoelge

    return sorted(alle, key=plass)


def _nummerer(oekt: Oekt, rekka: Sequence[Spoersmaal], *, fra_en: bool = False) -> None:
    """Give the questions, in this order, the numbers they have together (or 1, 2, 3); no number is held twice."""
    numre = range(1, len(rekka) + 1) if fra_en else sorted(s.nummer for s in rekka)
    if [s.nummer for s in rekka] == list(numre):
        return
    rader = {s.nummer: s for s in rekka}
    fritt = next((n for n in range(_FLEST, 0, -1) if n not in rader), None)
    if fritt is None:
        raise UgyldigVerdi(hva="spoersmaal", felt="nummer", aarsak="less_than_equal")
    staar = {s.id: s.nummer for s in rekka}
    for s, nummer in zip(rekka, numre, strict=True):
        fra = staar[s.id]
        if fra == nummer:
            continue
        annen = rader.pop(nummer, None)
        en = rader.pop(fra)
        if annen is not None:  # they change places, by way of a number nobody has
            annen = oekt.oppdater(annen, nummer=fritt)
        rader[nummer] = oekt.oppdater(en, nummer=nummer)
        if annen is not None:
            rader[fra] = oekt.oppdater(annen, nummer=fra)
            staar[annen.id] = fra
        staar[s.id] = nummer
