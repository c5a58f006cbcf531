"""Pieces both documents use: agreement with its icon, dates and times, lists of codes and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.dokumenter.word.loep import lenke, loep
from verksted.dokumenter.word.tabell import Kolonne, Radmal, celle, tabell
from verksted.kjerne.formater import NBSP, oppramsing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import time

    from verksted.dokumenter.word.avsnitt import Skriver
    from verksted.kjerne.tekster import Tekster
    from verksted.visning.punktrader import PunktRad

_IKON = {
    "enighet.enighet": "enighet",
    "enighet.delvis": "delvis",
    "enighet.uenighet": "uenighet",
    "status.ny": "ny",
    "status.endret": "endret",
    "status.uendret": "uendret",
    "status.utgaar": "utgaar",
    "status.uenighet": "uenighet",
}
SKILLE = "  ·  "


def tilstand(skriver: Skriver, tekster: Tekster, noekkel: str, stil: str = "") -> str:
    """Return a state as icon and word; a state without an icon is the word alone."""
    ord_ = tekster(f"word.{noekkel}")
    if noekkel not in _IKON:
        return loep(ord_, stil)
    return skriver.bilde(_IKON[noekkel], ord_) + loep(f"{NBSP}{ord_}", stil)


def bordene(tekster: Tekster, numre: Sequence[int]) -> str:
    """Return for instance «bord 2, 3 og 5»."""
    return tekster("word.felles.bordene", numre=oppramsing([str(n) for n in numre], tekster.maalform))


def tidsrom(tekster: Tekster, fra: time, til: time | None) -> str:
    """Return for instance «kl. 17.00–20.34»."""
    if til is None:
        return tekster("word.felles.kl", tid=f"{fra:%H.%M}")
    return tekster("word.felles.kl", tid=f"{fra:%H.%M}–{til:%H.%M}")


def kodelenker(koder: Sequence[str], tekster: Tekster, *, stil: str = "Kode", finnes: Callable[[str], bool]) -> str:
    """Return the codes as «A, B og C», each a link where its place is in this document."""
    biter = []
    og = tekster("word.felles.og")
    for nr, kode in enumerate(koder):
        if nr:
            biter.append(loep(f" {og} " if nr == len(koder) - 1 else ", ", "Smaa" if stil == "Kode" else ""))
        biter.append(lenke(kode, stil=stil) if finnes(kode) else loep(kode, "Smaa"))
    return "".join(biter)


def samler(punkt: PunktRad, tekster: Tekster, *, finnes: Callable[[str], bool]) -> str:
    """Return the runs «Samler V1-G1-02 og V1-G2-01», empty for a point without notes."""
    if not punkt.kilder:
        return ""
    return loep(tekster("word.punkt.samler") + " ", "Smaa") + kodelenker(punkt.kilder, tekster, finnes=finnes)


def merknader(punkt: PunktRad, tekster: Tekster) -> str:
    """Return the table of what each list remarked, in the order of the alphabet; empty without remarks."""
    if not punkt.merknader:
        return ""
    kolonner = (Kolonne(tekster("word.punkt.liste"), 2_300), Kolonne(tekster("word.punkt.merknad"), 6_770))
    mal = Radmal(kolonner)
    rader = [
        mal.fyll((celle(loep(f"{m.liste} ({m.listekode})")), celle(loep(f"«{m.tekst}»"))), lengde=len(m.tekst))
        for m in punkt.merknader
    ]
    return tabell(
        kolonner,
        rader,
        tittel=tekster("word.punkt.merknader_til", kode=punkt.kode),
        beskrivelse=tekster("word.punkt.merknader_beskrivelse"),
        fortsetter=tekster("word.felles.fortsetter"),
        samlet=True,
    )


def punktlinje(skriver: Skriver, punkt: PunktRad, tekster: Tekster) -> str:
    """Return the line under a point's heading: agreement, standpunkt, dots and breadth as counts."""
    satt = punkt.enighet != "enighet.ikke_satt"
    ledd = [tilstand(skriver, tekster, punkt.enighet, "Strong")] if satt else []
    if punkt.standpunkt != "standpunkt.ikke_satt":
        standpunkt = tekster(f"word.{punkt.standpunkt}").lower()
        ledd.append(loep(tekster("word.punkt.standpunkt", standpunkt=standpunkt)))
    if punkt.maa_utredes:
        ledd.append(loep(tekster("word.punkt.maa_utredes")))
    if punkt.prikker is not None:
        ledd.append(loep(tekster.antall("word.prikker.antall", punkt.prikker)))
        if punkt.bord_kjent:
            ledd.append(loep(tekster("word.prikker.bord_av", bord=len(punkt.prikkebord), alle=punkt.antall_bord)))
    elif punkt.prioritet is not None:
        ledd.append(loep(tekster("word.punkt.prioritet", nummer=punkt.prioritet)))
    return loep(SKILLE, "Dempet").join(ledd)


def finnes_i(koder: Iterable[str]) -> Callable[[str], bool]:
    """Return the question «has this code a place in the document?»."""
    return frozenset(koder).__contains__
