"""The tables as lines of text and as JSON, in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from verksted.regler.grupper.regelrader import Regelomtale
from verksted.visning.regelord import regelord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verksted.kjerne.tekster import Tekster
    from verksted.visning.grupper import Bordvisning, Egenskapsvisning, Gruppevisning, Plassvisning, Verdivisning

_EGNE_NAVN: Final = frozenset({"parti", "geografi"})


def gruppelinjer(visning: Gruppevisning, tekster: Tekster) -> Iterator[str]:
    """Yield the rounds table by table, then how good the division is."""
    for runde in visning.runder:
        yield tekster(f"grupper.runde.{'holdt' if runde.holdt else 'en'}", nummer=runde.nummer)
        for bord in runde.bord:
            yield f"  {bordnavn(bord, tekster)}"
            for plass in bord.plasser:
                yield f"    {plassord(plass, tekster)}"
            if not bord.plasser:
                yield f"    {tekster('grupper.bord.ingen')}"
        yield ""
    yield from maallinjer(visning, tekster)


def maallinjer(visning: Gruppevisning, tekster: Tekster) -> Iterator[str]:
    """Yield how good the division is; that it is the best possible only where that is proven."""
    for egenskap in visning.egenskaper:
        yield _balanse(egenskap, tekster)
        for verdi in egenskap.verdier:
            yield from _skjevheter(egenskap.egenskap, verdi, tekster)
    if not visning.gjentak:
        yield tekster("grupper.maal.ingen_gjentak")
    elif visning.gjentak <= visning.nedre_grense_gjentak:
        yield tekster("grupper.maal.gjentak_best", antall=visning.gjentak)
    else:
        uten = "" if visning.nedre_grense_gjentak else "_uten_grense"
        yield tekster(f"grupper.maal.gjentak{uten}", antall=visning.gjentak, grense=visning.nedre_grense_gjentak)
    if visning.best_mulig:
        yield tekster("grupper.maal.best_mulig")
    ord_ = regelord(tekster)
    for regel in visning.regler:
        if regel.brutt:
            omtale = Regelomtale(
                art=regel.art, personer=regel.personer, bord=regel.bord, runde=regel.runde, verv=regel.verv
            )
            yield tekster("grupper.maal.brutt", regel=ord_(omtale))


def verdiord(egenskap: str, verdi: str, tekster: Tekster) -> str:
    """Return what a value of an attribute is called: lists, places and offices are their own names."""
    noekkel = f"grupper.verdi.{verdi}"
    return tekster(noekkel) if egenskap not in _EGNE_NAVN and tekster.har(noekkel) else verdi


def bordnavn(bord: Bordvisning, tekster: Tekster) -> str:
    """Return «Bord 3», with its own name where it has one."""
    return tekster(f"grupper.bord.{'med_navn' if bord.navn else 'uten_navn'}", nummer=bord.nummer, navn=bord.navn)


def plassord(plass: Plassvisning, tekster: Tekster) -> str:
    """Return a person with list, office, and what they are at the table."""
    deler = [
        plass.verv,
        tekster("grupper.bord.vara_for", navn=plass.vara_for) if plass.vara_for else "",
        tekster("grupper.bord.sekretaer") if plass.sekretaer else "",
        tekster("grupper.bord.laast") if plass.laast else "",
    ]
    liste = f" ({plass.listekode or plass.liste})" if plass.liste else ""
    return ", ".join([f"{plass.navn}{liste}", *(del_[:1].lower() + del_[1:] for del_ in deler if del_)])


def grupper_som_json(visning: Gruppevisning) -> dict[str, Any]:
    """Return the division with fixed keys; `avvik` and `nedre_grense` are per attribute, in order."""
    return {
        "verksted": visning.verksted or None,
        "runder": [
            {
                "nummer": runde.nummer,
                "holdt": runde.holdt,
                "grupper": [
                    {
                        "nummer": bord.nummer,
                        "navn": bord.navn,
                        "sekretaer": bord.sekretaer or None,
                        "medlemmer": [
                            {
                                "navn": p.navn,
                                "liste": p.liste or None,
                                "verv": p.verv or None,
                                "sekretaer": p.sekretaer,
                                "laast": p.laast,
                                "vara_for": p.vara_for or None,
                            }
                            for p in bord.plasser
                        ],
                    }
                    for bord in runde.bord
                ],
            }
            for runde in visning.runder
        ],
        "balanser": [e.egenskap for e in visning.egenskaper],
        "avvik": {e.egenskap: e.avvik for e in visning.egenskaper},
        "gjentak": visning.gjentak,
        "nedre_grense": {
            "avvik": {e.egenskap: e.nedre_grense for e in visning.egenskaper},
            "gjentak": visning.nedre_grense_gjentak,
        },
        "best_mulig": visning.best_mulig,
        "gjentatte_par": [{"navn": [p.en, p.annen], "antall": p.antall, "tidligere": p.tidligere} for p in visning.par],
        "forfall": [p.navn for p in visning.forfall],
    }


def _skjevheter(egenskap: str, verdi: Verdivisning, tekster: Tekster) -> Iterator[str]:
    """Yield the rounds where a value is unevenly spread, with the count at each table."""
    for nummer, antall in enumerate(verdi.ved_bordene, start=1):
        if antall and not verdi.minst <= min(antall) <= max(antall) <= verdi.mest:
            yield "  " + tekster(
                "grupper.maal.ved_bordene",
                verdi=verdiord(egenskap, verdi.verdi, tekster),
                runde=nummer,
                antall=", ".join(map(str, antall)),
            )


def _balanse(egenskap: Egenskapsvisning, tekster: Tekster) -> str:
    navn = tekster(f"grupper.egenskap.{egenskap.egenskap}")
    stor = navn[:1].upper() + navn[1:]
    if not egenskap.avvik:
        return tekster("grupper.maal.jevnt", egenskap=stor)
    antall = tekster.antall("grupper.maal.plasser", egenskap.avvik)
    best = egenskap.avvik <= egenskap.nedre_grense
    ellers = "skjevt" if egenskap.nedre_grense else "skjevt_uten_grense"
    return tekster(
        f"grupper.maal.{'skjevt_best' if best else ellers}",
        egenskap=stor,
        antall=antall,
        grense=egenskap.nedre_grense,
    )
