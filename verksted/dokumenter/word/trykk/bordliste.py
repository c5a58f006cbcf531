"""Who sits where, table by table: one page for each round, as large as the page allows, for the door."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from verksted.dokumenter.word.avsnitt import Skriver
from verksted.dokumenter.word.loep import loep
from verksted.dokumenter.word.stilark import MOERK
from verksted.dokumenter.word.trykk.ramme import pakk_trykk, skriv_tittel, stil, tegnstil
from verksted.dokumenter.word.trykk.side import LISTE, seksjon
from verksted.dokumenter.word.trykk.tilpass import antall_linjer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from verksted.kjerne.tekster import Tekster
    from verksted.visning.grupper import Bordvisning, Plassvisning, Rundevisning
    from verksted.visning.trykk_bord import BordlisteVisning

STOERRELSER = (26, 24, 22, 20, 18, 16, 15, 14, 13, 12, 11, 10, 9)
SPALTER = (2, 3)
_SPALTEMELLOM = 24.0
# Points left for the tables under the title, and what the heading of a round takes of it.
_HOEYDE, _RUNDEHODE = 535.0, 40.0
_LUFT_UNDER = '<w:spacing w:after="240"/>'
_NY_SPALTE = '<w:r><w:br w:type="column"/></w:r>'
_FLEST_SOM_PROEVES = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Oppsett:
    """How one round stands on its page: type size, number of columns, and at which tables a new column begins."""

    punkt: int
    spalter: int
    brudd: tuple[int, ...]


def skriv_bordliste(visning: BordlisteVisning, tekster: Tekster, *, skrevet: datetime) -> bytes:
    """Return the docx: real headings for rounds and tables, names in columns, no table to get lost in."""
    s = Skriver()
    navn = tekster("trykk.bordliste.tittel")
    flere = len(visning.runder) > 1
    oppsett = _finn_oppsett(visning.runder, tekster)
    punkt = oppsett[0].punkt
    skriv_tittel(s, navn, visning.hode, tekster)
    tegn = ", ".join(f"{kode}{chr(0xA0)}{liste}" for kode, liste in visning.lister)
    for nr, (runde, ett) in enumerate(zip(visning.runder, oppsett, strict=True)):
        if flere:
            ord_ = tekster("trykk.bord.runde", nummer=runde.nummer)
            s.overskrift(1, f"{ord_}: {runde.programpost}" if runde.programpost else ord_)
        # The section of the title ends in its last paragraph, so that no empty line stands between.
        slutt = seksjon(LISTE)
        s.avsnitt(
            loep(tekster("trykk.bordliste.lister", lister=tegn)) if tegn else "", "Liten", f"{_LUFT_UNDER}{slutt}"
        )
        _bordene(s, runde, ett, tekster, nivaa=2 if flere else 1, siste=nr == len(visning.runder) - 1)
    stiler = (
        stil("Bordnavn", punkt, etter=round(punkt * 1.6), innrykk='<w:ind w:left="340" w:hanging="340"/>', linje=240),
        stil("Bordslutt", punkt, etter=round(punkt * 12), innrykk='<w:ind w:left="340" w:hanging="340"/>', linje=240),
        tegnstil("Bordnummer", punkt * 1.5, fet=True, farge=MOERK),
        tegnstil("Bordkode", max(9, punkt * 0.7), farge="5B5D60"),
    )
    bunn = tekster("trykk.felles.bunn", verksted=visning.hode.nummer)
    return pakk_trykk(s, visning.hode, tekster, navn=navn, skrevet=skrevet, bunn=bunn, stiler=stiler)


def _bordene(s: Skriver, runde: Rundevisning, oppsett: Oppsett, tekster: Tekster, *, nivaa: int, siste: bool) -> None:
    """Add the tables of a round in its columns; the section ends in the last name, or after it in the document."""
    slutt = seksjon(LISTE, fortsetter=True, spalter=oppsett.spalter)
    for nr, bord in enumerate(runde.bord):
        ord_ = tekster("trykk.bord.bord", nummer=bord.nummer) + (f" {bord.navn}" if bord.navn else "")
        ny = _NY_SPALTE if nr in oppsett.brudd else ""
        luft = '<w:spacing w:before="0" w:after="60"/>'
        s.overskrift(nivaa, ord_, innhold=ny + loep(ord_, "Bordnummer"), egenskaper=luft)
        for plass in bord.plasser[:-1]:
            s.avsnitt(_navnet(plass, tekster), "Bordnavn", "<w:keepNext/><w:keepLines/>")
        sist_paa_siden = nr == len(runde.bord) - 1 and not siste
        s.avsnitt(_navnet(bord.plasser[-1], tekster), "Bordslutt", "<w:keepLines/>" + (slutt if sist_paa_siden else ""))
    if siste:
        s.legg_til(slutt)


def _navnet(plass: Plassvisning, tekster: Tekster) -> str:
    """Return name, list and, where the person writes for the table, the word for it."""
    etter = " ".join(_etter_navnet(plass, tekster))
    return loep(plass.navn) + (loep(f"  {etter}", "Bordkode") if etter else "")


def _etter_navnet(plass: Plassvisning, tekster: Tekster) -> list[str]:
    ord_ = [plass.listekode] if plass.listekode else []
    return [*ord_, tekster("trykk.bord.sekretaer")] if plass.sekretaer else ord_


def _finn_oppsett(runder: Sequence[Rundevisning], tekster: Tekster) -> tuple[Oppsett, ...]:
    """Return the largest type at which every round keeps to one page, all alike; two columns before three."""
    rom = _HOEYDE - _RUNDEHODE if len(runder) > 1 else _HOEYDE
    for punkt in STOERRELSER:
        for spalter in SPALTER:
            hoeyder = [[_hoeyde(bord, punkt, spalter, tekster) for bord in runde.bord] for runde in runder]
            brudd = [_del_i_spalter(hver, spalter, rom) for hver in hoeyder]
            if None not in brudd:
                return tuple(Oppsett(punkt=punkt, spalter=spalter, brudd=ett or ()) for ett in brudd)
    return (Oppsett(punkt=STOERRELSER[-1], spalter=SPALTER[-1], brudd=()),) * len(runder)


def _hoeyde(bord: Bordvisning, punkt: int, spalter: int, tekster: Tekster) -> float:
    """Return about how many points tall the table's list is."""
    plass = (LISTE.tekstbredde / 20 - _SPALTEMELLOM * (spalter - 1)) / spalter - 17
    linjer = sum(
        antall_linjer(" ".join((plass_.navn, *_etter_navnet(plass_, tekster))), punkt, plass * 1.2)
        for plass_ in bord.plasser
    )
    return linjer * punkt * 1.22 + len(bord.plasser) * punkt * 0.08 + punkt * 2.4


def _del_i_spalter(hoeyder: Sequence[float], spalter: int, rom: float) -> tuple[int, ...] | None:
    """Return at which tables to begin a new column so that the tallest is lowest; None where it is too tall."""
    antall = len(hoeyder)
    if antall < spalter:
        return tuple(range(1, antall)) if max(hoeyder, default=0.0) <= rom else None
    if antall > _FLEST_SOM_PROEVES:
        hver = -(-antall // spalter)
        mulige = [tuple(range(hver, antall, hver))]
    else:
        mulige = list(combinations(range(1, antall), spalter - 1))

    def hoeyest(brudd: tuple[int, ...]) -> float:
        grenser = (0, *brudd, antall)
        return max(sum(hoeyder[fra:til]) for fra, til in pairwise(grenser))

    beste = min(mulige, key=hoeyest)
    return beste if hoeyest(beste) <= rom else None
