"""Who sits where, by name: to find oneself at the door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.dokumenter.word.avsnitt import Skriver
from verksted.dokumenter.word.loep import loep
from verksted.dokumenter.word.tabell import FULL_BREDDE, Kolonne, Radmal, celle, tabell
from verksted.dokumenter.word.trykk.ramme import pakk_trykk, skriv_tittel, stil
from verksted.dokumenter.word.trykk.side import LISTE, seksjon

if TYPE_CHECKING:
    from datetime import datetime

    from verksted.kjerne.tekster import Tekster
    from verksted.visning.trykk_bord import NavnelisteVisning, Navnerad

# More rounds than this have no room as columns; the numbers then stand in a row.
FLEST_KOLONNER = 5
# With more rounds than this only the number of the table has room.
FLEST_MED_ORD = 3
_NAVN, _SMALT_NAVN, _BORD, _SMALESTE_LISTE = 3_200, 2_900, 1_150, 1_600


def skriv_navneliste(visning: NavnelisteVisning, tekster: Tekster, *, skrevet: datetime) -> bytes:
    """Return the docx: everybody once, in the order of the Norwegian alphabet, with the table in each round."""
    s = Skriver()
    navn = tekster("trykk.navneliste.tittel")
    skriv_tittel(s, navn, visning.hode, tekster)
    s.tekst(tekster("trykk.navneliste.finn_deg.en" if len(visning.runder) == 1 else "trykk.navneliste.finn_deg.flere"))
    kolonner = _kolonner(visning, tekster)
    mal = Radmal(kolonner)
    rader = [mal.fyll(_celler(rad, tekster)) for rad in visning.rader]
    s.legg_til(
        tabell(
            kolonner,
            rader,
            tittel=navn,
            beskrivelse=tekster("trykk.navneliste.beskrivelse"),
            fortsetter=tekster("word.felles.fortsetter"),
        )
    )
    if any(None in rad.bord for rad in visning.rader):
        s.tekst(tekster("trykk.navneliste.uten_plass"), "Undertabell")
    s.legg_til(seksjon(LISTE))
    stiler = (
        stil("Tabellnavn", 12.5, fet=True),
        stil("Tabellbord", 12.5),
        stil("Undertabell", 10.5, foer=160),
    )
    bunn = tekster("trykk.felles.bunn", verksted=visning.hode.nummer)
    return pakk_trykk(s, visning.hode, tekster, navn=navn, skrevet=skrevet, bunn=bunn, stiler=stiler)


def _kolonner(visning: NavnelisteVisning, tekster: Tekster) -> list[Kolonne]:
    runder = visning.runder
    if len(runder) == 1:
        titler = [tekster("trykk.bord.ord")]
    elif len(runder) <= FLEST_KOLONNER:
        titler = [tekster("trykk.bord.runde", nummer=runde.nummer) for runde in runder]
    else:
        titler = [tekster("trykk.navneliste.runder", fra=runder[0].nummer, til=runder[-1].nummer)]
    navn = _NAVN if len(titler) <= FLEST_MED_ORD else _SMALT_NAVN
    bredde = 2_600 if len(titler) == 1 else min(_BORD, (FULL_BREDDE - navn - _SMALESTE_LISTE) // len(titler))
    liste = FULL_BREDDE - navn - bredde * len(titler)
    return [
        Kolonne(tekster("word.kolonne.navn"), navn),
        Kolonne(tekster("word.kolonne.liste"), liste),
        *(Kolonne(tittel, bredde) for tittel in titler),
    ]


def _celler(rad: Navnerad, tekster: Tekster) -> list[str]:
    deltaker = rad.deltaker
    navn = celle(loep(deltaker.navn), "Tabellnavn")
    if deltaker.vara_for:
        navn += celle(loep(tekster("word.oppmoete.vara_for", navn=deltaker.vara_for)), "Tabelliten")
    kort = len(rad.bord) > FLEST_MED_ORD
    tilhoerer = loep(deltaker.liste or tekster(f"trykk.art.{deltaker.art}"))
    liste = celle(tilhoerer, "Tabelltekst" if kort else "Tabellbord")
    if len(rad.bord) > FLEST_KOLONNER:
        numre = ", ".join(str(nummer) if nummer else tekster("trykk.bord.ingen") for nummer in rad.bord)
        return [navn, liste, celle(loep(numre), "Tabellbord")]
    alene = len(rad.bord) == 1
    plassene = zip(rad.bord, rad.sekretaer, strict=True)
    return [navn, liste, *(_plass(nr, tekster, sekretaer=s, alene=alene, kort=kort) for nr, s in plassene)]


def _plass(nummer: int | None, tekster: Tekster, *, sekretaer: bool, alene: bool, kort: bool) -> str:
    """Return one cell; the word for whoever writes stands beside the number where there is room."""
    if nummer is None:
        return celle(loep(tekster("trykk.bord.ingen")), "Tabellbord")
    bordet = loep(str(nummer) if kort else tekster("trykk.bord.bord", nummer=nummer))
    if alene:
        ord_ = loep("  " + tekster("trykk.bord.sekretaer"), "Smaa")
        return celle(bordet + (ord_ if sekretaer else ""), "Tabellbord")
    skriver = celle(loep(tekster("trykk.bord.sekretaer_kort")), "Tabelliten")
    return celle(bordet, "Tabellbord") + (skriver if sekretaer else "")
