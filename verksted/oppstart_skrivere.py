"""The writers of every document, by kind: each loads what it needs when it is asked for.

Both the command line and the window are handed these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from verksted.kjerne.tekster import Tekster

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from verksted.handlinger.eksport import Dokument
    from verksted.kjerne.tekster import Maalform
    from verksted.kommandolinje.omgivelser import Dokumentskriver
    from verksted.visning.grunnlag import Grunnlag


def _oppsummering(maalform: Maalform, verksted: int | None) -> tuple[str, Dokumentskriver]:
    from verksted.dokumenter.word.oppsummering import skriv_oppsummering
    from verksted.handlinger.eksport import Dokument
    from verksted.visning.oppsummering import bygg_oppsummering, holdte_verksteder

    def skriv(grunnlag: Grunnlag, skrevet: datetime) -> Dokument | None:
        numre = (verksted,) if verksted is not None else holdte_verksteder(grunnlag)
        if not numre:
            return None
        visninger = [bygg_oppsummering(grunnlag, nummer) for nummer in numre]
        return Dokument(
            skriv_oppsummering(visninger, Tekster(maalform), skrevet=skrevet),
            {
                "verksteder": len(visninger),
                "innspill": sum(v.antall_innspill for v in visninger),
                "punkter": sum(len(v.punkter) for v in visninger),
            },
        )

    return "oppsummering.docx" if verksted is None else f"oppsummering-verksted-{verksted}.docx", skriv


def _samfunnsdelutkast(maalform: Maalform, _verksted: int | None) -> tuple[str, Dokumentskriver]:
    from verksted.dokumenter.word.samfunnsdel import skriv_samfunnsdel
    from verksted.handlinger.eksport import Dokument
    from verksted.visning.samfunnsdel import bygg_samfunnsdel

    def skriv(grunnlag: Grunnlag, skrevet: datetime) -> Dokument:
        visning = bygg_samfunnsdel(grunnlag)
        antall = {"planelementer": sum(1 for e in grunnlag.planelement if not e.fjernet)}
        return Dokument(skriv_samfunnsdel(visning, Tekster(maalform), skrevet=skrevet), antall)

    return "samfunnsdel-utkast.docx", skriv


def _sporbarhet(maalform: Maalform, _verksted: int | None) -> tuple[str, Dokumentskriver]:
    from verksted.dokumenter.excel.sporbarhet import skriv_sporbarhet
    from verksted.handlinger.eksport import Dokument
    from verksted.visning.sporbarhet import bygg_sporbarhet

    def skriv(grunnlag: Grunnlag, skrevet: datetime) -> Dokument:
        visning = bygg_sporbarhet(grunnlag)
        antall = {
            "kjeder": len(visning.roed_traad),
            "innspill": len(visning.innspill),
            "poster": len(grunnlag.oekonomipost),
            "avvik": len(visning.avvik),
        }
        return Dokument(skriv_sporbarhet(visning, Tekster(maalform), skrevet=skrevet), antall)

    return "sporbarhet.xlsx", skriv


def trykksaker(maalform: Maalform, verksted: int) -> Mapping[str, tuple[str, Dokumentskriver]]:
    """Return the writers of everything printed for one workshop, by kind: (file name, writer)."""
    from verksted.dokumenter.word.trykk.bordliste import skriv_bordliste
    from verksted.dokumenter.word.trykk.bordskilt import skriv_bordskilt
    from verksted.dokumenter.word.trykk.frammoete import skriv_frammoeteliste
    from verksted.dokumenter.word.trykk.navneliste import skriv_navneliste
    from verksted.dokumenter.word.trykk.navneskilt import skriv_navneskilt
    from verksted.dokumenter.word.trykk.program import skriv_programark, skriv_programoppslag
    from verksted.dokumenter.word.trykk.spoersmaalsark import skriv_spoersmaalsark
    from verksted.handlinger.eksport import Dokument
    from verksted.visning.trykk_bord import bygg_bordliste, bygg_navneliste
    from verksted.visning.trykk_oppmoete import bygg_frammoeteliste
    from verksted.visning.trykk_program import bygg_programark
    from verksted.visning.trykk_spoersmaal import bygg_spoersmaalsark

    def sak(bygg: Callable[[Grunnlag, int], Any], skriv: Callable[..., bytes], slag: str) -> Dokumentskriver:
        def lag(grunnlag: Grunnlag, skrevet: datetime) -> Dokument | None:
            visning = bygg(grunnlag, verksted)
            if not visning.innhold or (slag == "navneliste" and not visning.runder):
                return None
            return Dokument(skriv(visning, Tekster(maalform), skrevet=skrevet), visning.innhold)

        return lag

    saker: dict[str, tuple[Callable[[Grunnlag, int], Any], Callable[..., bytes]]] = {
        "program": (bygg_programark, skriv_programark),
        "programoppslag": (bygg_programark, skriv_programoppslag),
        "bordliste": (bygg_bordliste, skriv_bordliste),
        "navneliste": (bygg_navneliste, skriv_navneliste),
        "bordskilt": (bygg_bordliste, skriv_bordskilt),
        "navneskilt": (bygg_navneliste, skriv_navneskilt),
        "spoersmaalsark": (bygg_spoersmaalsark, skriv_spoersmaalsark),
        "frammoeteliste": (bygg_frammoeteliste, skriv_frammoeteliste),
    }
    return {slag: (f"{slag}-verksted-{verksted}.docx", sak(*funksjoner, slag)) for slag, funksjoner in saker.items()}


SKRIVERE: Final[Mapping[str, Callable[[Maalform, int | None], tuple[str, Dokumentskriver]]]] = {
    "oppsummering": _oppsummering,
    "samfunnsdel": _samfunnsdelutkast,
    "sporbarhet": _sporbarhet,
}
