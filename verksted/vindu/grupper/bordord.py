"""A few words on each table of a round: even, or what there is too many or too few of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.visning.gruppetekst import bordnavn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verksted.kjerne.tekster import Tekster
    from verksted.visning.grupper import Gruppevisning, Rundevisning


def bordordene(grupper: Gruppevisning, runde: Rundevisning, tekster: Tekster) -> dict[int, tuple[str, str, bool]]:
    """Return table number → name, words, whether it is uneven; no words for a round that is not measured."""
    plass = next((nr for nr, r in enumerate(grupper.runder) if r.nummer == runde.nummer), None)
    navn = {bord.nummer: bordnavn(bord, tekster) for bord in runde.bord}
    maalt = plass is not None and grupper.runder[plass] is runde and bool(grupper.egenskaper)
    if plass is None or not maalt:
        return {nummer: (ord_, "", False) for nummer, ord_ in navn.items()}
    svar = {}
    for i, bord in enumerate(runde.bord):
        skjevt = list(_skjevt(grupper, plass, i, tekster))
        flere = tekster.antall("gruppeside.bord.flere", len(skjevt) - 1) if len(skjevt) > 1 else ""
        setning = " ".join(del_ for del_ in (skjevt[0], flere) if del_) if skjevt else tekster("gruppeside.bord.jevnt")
        svar[bord.nummer] = (navn[bord.nummer], setning, bool(skjevt))
    return svar


def _skjevt(grupper: Gruppevisning, runde: int, bord: int, tekster: Tekster) -> Iterator[str]:
    for egenskap in grupper.egenskaper:
        for verdi in egenskap.verdier:
            if runde >= len(verdi.ved_bordene) or bord >= len(verdi.ved_bordene[runde]):
                continue
            antall = verdi.ved_bordene[runde][bord]
            if verdi.minst <= antall <= verdi.mest:
                continue
            noekkel = f"grupper.verdi.{verdi.verdi}"
            navn = tekster(noekkel) if tekster.har(noekkel) else verdi.verdi
            hva = tekster("gruppeside.bord.fra", verdi=navn) if egenskap.egenskap == "geografi" else navn
            yield tekster("gruppeside.bord.ingen", hva=hva) if not antall else f"{antall} {hva}"
