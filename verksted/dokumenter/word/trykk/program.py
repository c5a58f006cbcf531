"""The program of one workshop: one page to hold in the hand, or the same large for the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.dokumenter.word.avsnitt import Skriver
from verksted.dokumenter.word.fellesbiter import tidsrom
from verksted.dokumenter.word.loep import loep
from verksted.dokumenter.word.stilark import DEMPET, MOERK
from verksted.dokumenter.word.tabell import FULL_BREDDE, Kolonne, Radmal, celle, tabell
from verksted.dokumenter.word.trykk.ramme import (
    naar_og_hvor,
    pakk_trykk,
    skriv_tittel,
    stil,
    tegnstil,
    verkstedets_navn,
)
from verksted.dokumenter.word.trykk.side import LISTE, OPPSLAG, seksjon
from verksted.dokumenter.word.trykk.tilpass import antall_linjer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from verksted.kjerne.tekster import Tekster
    from verksted.visning.trykk_program import ProgramarkVisning, Programlinje

STOERRELSER = (14.0, 13.0, 12.0, 11.0, 10.0, 9.5)
VEGGSTOERRELSER = (40.0, 36.0, 33.0, 30.0, 27.0, 24.0, 21.0, 18.0)
_HOEYDE, _VEGGHOEYDE = 585.0, 840.0
_HVEM = 2_050
PAUSE = "programart.pause"


def skriv_programark(visning: ProgramarkVisning, tekster: Tekster, *, skrevet: datetime) -> bytes:
    """Return the docx of the program: times, what, who and the steps inside each block, on one page if it can."""
    s = Skriver()
    navn = tekster("trykk.program.tittel")
    skriv_tittel(s, navn, visning.hode, tekster, kl=tidsrom(tekster, visning.hode.start, visning.slutt))
    punkt = next((p for p in STOERRELSER if _hoeyde(visning.linjer, p, tekster) <= _HOEYDE), STOERRELSER[-1])
    klokka = _klokkebredde(punkt)
    kolonner = (
        Kolonne(tekster("word.kolonne.klokka"), klokka),
        Kolonne(tekster("word.kolonne.hva"), FULL_BREDDE - klokka - _HVEM),
        Kolonne(tekster("word.kolonne.hvem"), _HVEM),
    )
    mal = Radmal(kolonner)
    rader = [
        mal.fyll((celle(loep(_tid(linje)), "Tabelltid"), _hva(linje, tekster), _hvem(linje, tekster)))
        for linje in visning.linjer
    ]
    _legg_tabell(s, kolonner, rader, tekster)
    s.legg_til(seksjon(LISTE))
    stiler = (
        stil("Tabelltid", punkt, fet=True, farge=MOERK),
        stil("Tabelltittel", punkt, fet=True),
        stil("Tabellpause", punkt, farge=DEMPET),
        stil("Tabelltrinn", punkt - 1.5, foer=20),
        stil("Tabellhvem", punkt - 0.5),
    )
    bunn = tekster("trykk.felles.bunn", verksted=visning.hode.nummer)
    return pakk_trykk(s, visning.hode, tekster, navn=navn, skrevet=skrevet, bunn=bunn, stiler=stiler)


def skriv_programoppslag(visning: ProgramarkVisning, tekster: Tekster, *, skrevet: datetime) -> bytes:
    """Return the docx for the wall: an A3 with times and titles alone, in type that reads from across the room."""
    s = Skriver()
    navn = tekster("trykk.program.tittel")
    hode = visning.hode
    s.avsnitt(loep(navn, "Veggtittel"), "Title")
    s.avsnitt(loep(verkstedets_navn(hode, tekster)), "Veggnavn")
    kl = tidsrom(tekster, hode.start, visning.slutt)
    s.avsnitt(loep(naar_og_hvor(hode, kl=kl)), "Veggsted")
    punkt = next((p for p in VEGGSTOERRELSER if _vegghoeyde(visning.linjer, p) <= _VEGGHOEYDE), VEGGSTOERRELSER[-1])
    klokka = _klokkebredde(punkt)
    kolonner = (
        Kolonne(tekster("word.kolonne.klokka"), klokka),
        Kolonne(tekster("word.kolonne.hva"), OPPSLAG.tekstbredde - klokka),
    )
    mal = Radmal(kolonner)
    rader = [
        mal.fyll(
            (
                celle(loep(_tid(linje)), "Tabelltid"),
                celle(loep(linje.tittel), "Tabellpause" if linje.art == PAUSE else "Tabelltittel"),
            )
        )
        for linje in visning.linjer
    ]
    _legg_tabell(s, kolonner, rader, tekster)
    s.legg_til(seksjon(OPPSLAG, topp=False, bunn=False))
    stiler = (
        tegnstil("Veggtittel", 60),
        stil("Veggnavn", 28, etter=80),
        stil("Veggsted", 20, etter=300, farge=DEMPET),
        stil("Tabelltid", punkt, fet=True, farge=MOERK),
        stil("Tabelltittel", punkt),
        stil("Tabellpause", punkt, farge=DEMPET),
    )
    return pakk_trykk(s, hode, tekster, navn=navn, skrevet=skrevet, bunn=navn, stiler=stiler)


def _legg_tabell(s: Skriver, kolonner: Sequence[Kolonne], rader: Sequence[str], tekster: Tekster) -> None:
    s.legg_til(
        tabell(
            kolonner,
            rader,
            tittel=tekster("trykk.program.tittel"),
            beskrivelse=tekster("trykk.program.beskrivelse"),
            fortsetter=tekster("word.felles.fortsetter"),
        )
    )


def _klokkebredde(punkt: float) -> int:
    """Return the width of «17.00–17.10», in twentieths of a point."""
    return round(punkt * 112) + 180


def _tid(linje: Programlinje) -> str:
    return f"{linje.fra:%H.%M}–{linje.til:%H.%M}"


def _trinn(linje: Programlinje, tekster: Tekster) -> list[str]:
    """Return the steps on one line, and each of those that run side by side on its own."""
    return [
        " – ".join(tekster("word.program.trinn", tittel=tittel, minutter=minutter) for tittel, minutter in loepet)
        for loepet in linje.loep
    ]


def _hva(linje: Programlinje, tekster: Tekster) -> str:
    if linje.art == PAUSE:
        return celle(loep(linje.tittel), "Tabellpause")
    trinn = [celle(loep(ett), "Tabelltrinn") for ett in _trinn(linje, tekster)]
    return celle(loep(linje.tittel), "Tabelltittel") + "".join(trinn)


def _hvem(linje: Programlinje, tekster: Tekster) -> str:
    """Return who has the word, and whether it is fag or politikk; nothing for a break."""
    if linje.art == PAUSE:
        return celle("")
    sfaere = tekster(f"word.{linje.sfaere}")
    if not linje.ansvarlig:
        return celle(loep(sfaere), "Tabellhvem")
    return celle(loep(linje.ansvarlig), "Tabellhvem") + celle(loep(sfaere), "Tabelliten")


def _hoeyde(linjer: Sequence[Programlinje], punkt: float, tekster: Tekster) -> float:
    plass = (FULL_BREDDE - _klokkebredde(punkt) - _HVEM) / 20 - 7
    hoeyde = 30.0
    for linje in linjer:
        hva = antall_linjer(linje.tittel, punkt, plass) * punkt * 1.29
        for trinn in _trinn(linje, tekster):
            hva += antall_linjer(trinn, punkt - 1.5, plass * 1.12) * (punkt - 1.5) * 1.29 + 1
        hvem = punkt * 1.29 + 13 if linje.ansvarlig else punkt * 1.29
        hoeyde += max(hva, hvem) + 7.5
    return hoeyde


def _vegghoeyde(linjer: Sequence[Programlinje], punkt: float) -> float:
    plass = (OPPSLAG.tekstbredde - _klokkebredde(punkt)) / 20 - 7
    return sum(antall_linjer(linje.tittel, punkt, plass * 1.1) * punkt * 1.29 + 7.5 for linje in linjer)
