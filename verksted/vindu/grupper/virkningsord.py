"""What a move would do, as short lines with a sign each: said before anybody lets go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from verksted.kjerne.formater import oppramsing

if TYPE_CHECKING:
    from verksted.kjerne.tekster import Tekster
    from verksted.regler.grupper.maal import Virkning

Retning = Literal["likt", "bedre", "verre", "brudd"]
IKONER: dict[Retning, str] = {"likt": "check", "bedre": "arrow-down", "verre": "arrow-up", "brudd": "warning"}


@dataclass(frozen=True, slots=True)
class Ledd:
    """One line of what a move would do."""

    retning: Retning
    tekst: str


def virkningsledd(virkning: Virkning, tekster: Tekster, forskjell: int = 0) -> tuple[Ledd, ...]:
    """Return balance, repeats and rules; `forskjell` is how much two tables would differ in size."""
    ledd: list[Ledd] = []
    like = [_egenskap(navn, tekster) for navn, endring in virkning.avvik if not endring]
    if like:
        ord_ = oppramsing(like, tekster.maalform)
        ledd.append(Ledd("likt", tekster("gruppeside.virkning.likt", hva=ord_[:1].upper() + ord_[1:])))
    for (navn, foer), (_, etter) in zip(virkning.foer.avvik, virkning.etter.avvik, strict=True):
        if foer != etter:
            ord_ = _egenskap(navn, tekster)
            noekkel = "jevnere" if etter < foer else "skjevere"
            tekst = tekster(f"gruppeside.virkning.{noekkel}", hva=ord_[:1].upper() + ord_[1:], foer=foer, etter=etter)
            ledd.append(Ledd("bedre" if etter < foer else "verre", tekst))
    foer, etter = virkning.foer.gjentak, virkning.etter.gjentak
    if foer == etter:
        ledd.append(Ledd("likt", tekster("gruppeside.virkning.gjentak_likt", antall=foer)))
    else:
        tekst = tekster("gruppeside.virkning.gjentak", foer=foer, etter=etter)
        ledd.append(Ledd("bedre" if etter < foer else "verre", tekst))
    if forskjell > 1:
        ledd.append(Ledd("verre", tekster("gruppeside.virkning.stoerrelse", antall=forskjell)))
    ledd += [Ledd("brudd", tekster("gruppeside.virkning.brudd", regel=regel.navn)) for regel in virkning.brutte]
    return tuple(ledd)


def kort(ledd: tuple[Ledd, ...], tekster: Tekster) -> str:
    """Return only what changes, for a line in a menu."""
    endres = [en.tekst for en in ledd if en.retning != "likt"]
    return " · ".join(endres) or tekster("gruppeside.virkning.ingenting")


def _egenskap(navn: str, tekster: Tekster) -> str:
    return tekster(f"grupper.egenskap.{navn}")
