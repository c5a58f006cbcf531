"""Signs for the tables: a sheet folded down the middle stands as a tent and reads from both sides.

The sheet lies; the words of its two halves are turned so that both have their top at the fold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.dokumenter.word.avsnitt import Skriver, avsnitt
from verksted.dokumenter.word.loep import loep
from verksted.dokumenter.word.stilark import DEMPET, MOERK
from verksted.dokumenter.word.trykk.flate import Felt, feltrad, flate
from verksted.dokumenter.word.trykk.ramme import pakk_trykk, stil
from verksted.dokumenter.word.trykk.side import SKILT, TOMT_AVSNITT, seksjon
from verksted.dokumenter.word.trykk.tilpass import antall_linjer
from verksted.kjerne.formater import NBSP

if TYPE_CHECKING:
    from datetime import datetime

    from verksted.kjerne.tekster import Tekster
    from verksted.visning.grupper import Bordvisning
    from verksted.visning.trykk_bord import BordlisteVisning

# A figure 50 mm tall reads from ten metres and more.
TALL = 220
# A longer name must be allowed to break.
LENGSTE_HELE = 40
NAVNESTOERRELSER = (18, 16, 14, 12, 11, 10, 9, 8, 7)
# Points: the width along the fold, and what is left under the figure for the names.
_BREDDE, _HOEYDE = 500.0, 118.0
_MIDT = '<w:jc w:val="center"/>'


def skriv_bordskilt(visning: BordlisteVisning, tekster: Tekster, *, skrevet: datetime) -> bytes:
    """Return the docx: one sheet for each table, with who sits there in each round."""
    s = Skriver()
    navn = tekster("trykk.bordskilt.tittel")
    bordene = {bord.nummer: bord for runde in reversed(visning.runder) for bord in runde.bord}
    halv = SKILT.tekstbredde // 2
    felter = (
        Felt(bredde=halv, retning="tbRl", marg=(0, 300, 0, 200)),
        Felt(bredde=halv, retning="btLr", marg=(0, 200, 0, 300)),
    )
    brukt: set[int] = set()
    rader = []
    for nummer in sorted(bordene):
        linjer = _navnelinjer(visning, nummer, tekster)
        punkt = next((p for p in NAVNESTOERRELSER if _hoeyde(linjer, p) <= _HOEYDE), NAVNESTOERRELSER[-1])
        brukt.add(punkt)
        inni = _halvdel(bordene[nummer], linjer, punkt, tekster, overskrift=True)
        baksiden = _halvdel(bordene[nummer], linjer, punkt, tekster, overskrift=False)
        rader.append(feltrad(felter, (inni, baksiden), hoeyde=SKILT.teksthoeyde - 60))
    beskrivelse = tekster("trykk.bordskilt.beskrivelse")
    s.legg_til(flate(felter, rader, tittel=navn, beskrivelse=beskrivelse, linjer=("insideV",)), TOMT_AVSNITT)
    s.legg_til(seksjon(SKILT, topp=False, bunn=False))
    stiler = [
        stil("Skiltord", 34, farge=DEMPET, innrykk=_MIDT, linje=216),
        stil("Skilttall", TALL, fet=True, farge=MOERK, innrykk=_MIDT, linje=192),
        *(stil(f"Skiltnavn{punkt}", punkt, etter=40, innrykk=_MIDT) for punkt in sorted(brukt)),
    ]
    return pakk_trykk(s, visning.hode, tekster, navn=navn, skrevet=skrevet, bunn=navn, stiler=stiler)


def _navnelinjer(visning: BordlisteVisning, nummer: int, tekster: Tekster) -> list[tuple[str, str]]:
    """Return (round, names) for each round the table is in use; the round is unsaid where there is one only."""
    linjer = []
    for runde in visning.runder:
        for bord in runde.bord:
            if bord.nummer == nummer:
                etikett = tekster("trykk.bord.runde", nummer=runde.nummer) if len(visning.runder) > 1 else ""
                linjer.append((etikett, ", ".join(_helt(plass.navn) for plass in bord.plasser)))
    return linjer


def _helt(navn: str) -> str:
    """Return the name with spaces that do not break, so that nobody is parted from their own name."""
    return navn.replace(" ", NBSP) if len(navn) <= LENGSTE_HELE else navn


def _hoeyde(linjer: list[tuple[str, str]], punkt: int) -> float:
    return sum(antall_linjer(f"{etikett}  {navn}", punkt, _BREDDE) * punkt * 1.3 + 2 for etikett, navn in linjer)


def _halvdel(
    bord: Bordvisning, linjer: list[tuple[str, str]], punkt: int, tekster: Tekster, *, overskrift: bool
) -> str:
    ord_ = avsnitt(loep(bord.navn or tekster("trykk.bord.ord")), "Skiltord")
    tallet = avsnitt(loep(str(bord.nummer)), "Skilttall", '<w:outlineLvl w:val="0"/>' if overskrift else "")
    navnene = [
        avsnitt((loep(f"{etikett}  ", "Dempet") if etikett else "") + loep(navn), f"Skiltnavn{punkt}")
        for etikett, navn in linjer
    ]
    return "".join((ord_, tallet, *navnene))
