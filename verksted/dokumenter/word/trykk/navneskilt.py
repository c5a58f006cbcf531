"""Name tags on a common sheet of labels: 90 × 55 mm, ten on an A4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.dokumenter.word.avsnitt import Skriver, avsnitt
from verksted.dokumenter.word.loep import loep
from verksted.dokumenter.word.stilark import AKSENT, DEMPET, MOERK
from verksted.dokumenter.word.trykk.flate import Felt, feltrad, flate
from verksted.dokumenter.word.trykk.ramme import pakk_trykk, stil
from verksted.dokumenter.word.trykk.side import ETIKETTER, TOMT_AVSNITT, seksjon
from verksted.dokumenter.word.trykk.tilpass import stoerste
from verksted.kjerne.formater import NBSP

if TYPE_CHECKING:
    from datetime import datetime

    from verksted.kjerne.tekster import Tekster
    from verksted.visning.trykk_bord import NavnelisteVisning, Navnerad

BREDDE, HOEYDE, PER_RAD = 5_102, 3_118, 2
NAVNESTOERRELSER = (28, 24, 21, 18, 16, 14, 12, 10, 9, 8)
LISTESTOERRELSER = (14, 12, 10, 9, 8, 7)
# More rounds than this stand as one row of numbers.
FLEST_RUNDER = 4
_MARG = 260
_PLASS = (BREDDE - 2 * _MARG) / 20 - 4
_MIDT = '<w:jc w:val="center"/>'


def skriv_navneskilt(visning: NavnelisteVisning, tekster: Tekster, *, skrevet: datetime) -> bytes:
    """Return the docx: one tag for each person the room is made ready for; nothing is ever cut off."""
    s = Skriver()
    navn = tekster("trykk.navneskilt.tittel")
    felter = (Felt(bredde=BREDDE, marg=(100, _MARG, 100, _MARG)),) * PER_RAD
    skiltene = [_skilt(rad, visning, tekster) for rad in visning.rader]
    skiltene += [avsnitt("", "Skiltrad")] * (-len(skiltene) % PER_RAD)
    rader = [feltrad(felter, skiltene[i : i + PER_RAD], hoeyde=HOEYDE) for i in range(0, len(skiltene), PER_RAD)]
    kanter = ("top", "left", "bottom", "right", "insideH", "insideV")
    s.legg_til(
        flate(felter, rader, tittel=navn, beskrivelse=tekster("trykk.navneskilt.beskrivelse"), linjer=kanter),
        TOMT_AVSNITT,
        seksjon(ETIKETTER, topp=False, bunn=False),
    )
    stiler = [
        stil("Skiltrad", 11, farge=DEMPET, innrykk=_MIDT),
        stil("Skiltbord", 13, foer=100, fet=True, farge=AKSENT, innrykk=_MIDT),
        *(stil(f"Navn{p}", p, etter=40, fet=True, farge=MOERK, innrykk=_MIDT, linje=228) for p in NAVNESTOERRELSER),
        *(stil(f"Liste{p}", p, innrykk=_MIDT, linje=240) for p in LISTESTOERRELSER),
    ]
    return pakk_trykk(s, visning.hode, tekster, navn=navn, skrevet=skrevet, bunn=navn, stiler=stiler)


def _skilt(rad: Navnerad, visning: NavnelisteVisning, tekster: Tekster) -> str:
    deltaker = rad.deltaker
    tilhoerer = deltaker.liste or tekster(f"trykk.art.{deltaker.art}")
    linje = tekster("trykk.navneskilt.verv", verv=deltaker.verv, liste=tilhoerer) if deltaker.verv else tilhoerer
    navn = stoerste(deltaker.navn, NAVNESTOERRELSER, plass=_PLASS, hoeyde=66)
    liste = stoerste(linje, LISTESTOERRELSER, plass=_PLASS, hoeyde=32)
    biter = [avsnitt(loep(deltaker.navn), f"Navn{navn}"), avsnitt(loep(linje), f"Liste{liste}")]
    if bord := _bord(rad, visning, tekster):
        biter.append(avsnitt(loep(bord), "Skiltbord"))
    return "".join(biter)


def _bord(rad: Navnerad, visning: NavnelisteVisning, tekster: Tekster) -> str:
    """Return which table in each round; nothing for somebody without a seat."""
    if not any(rad.bord):
        return ""
    if len(rad.bord) == 1:
        return tekster("trykk.bord.bord", nummer=rad.bord[0])
    numre = [str(nummer) if nummer else tekster("trykk.bord.ingen") for nummer in rad.bord]
    if len(rad.bord) > FLEST_RUNDER:
        foerste, siste = visning.runder[0].nummer, visning.runder[-1].nummer
        return tekster("trykk.navneskilt.mange_runder", fra=foerste, til=siste, bord=" – ".join(numre))
    return "   ".join(
        tekster("trykk.navneskilt.runde", nummer=runde.nummer, bord=nummer).replace(" ", NBSP)
        for runde, nummer in zip(visning.runder, numre, strict=True)
    )
