"""A file read off the window's thread, in its guarded child: progress, and a stop that is felt at once."""

from __future__ import annotations

from concurrent.futures import wait
from typing import TYPE_CHECKING, Any, Final

from verksted.handlinger.feil import PosteneErKnyttet
from verksted.handlinger.filer import hent_lesning
from verksted.handlinger.forhaandsvisning import Funnet, finn, foreslaa, start_lesning, ta_inn_funnet, ta_over_funnet
from verksted.kjerne.klokke import lokal
from verksted.vindu.ramme.bakgrunn import ArbeidetBleAvbrutt

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from verksted.handlinger.filer import Innlest
    from verksted.handlinger.oekonomiplan import Postforslag
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord
    from verksted.vindu.ramme.bakgrunn import Arbeid, Fremdrift
    from verksted.visning.innlesing import Kolonnevalg

_TILSYN: Final = 0.05  # seconds between two looks at whether somebody wants it stopped


def les(bord: Arbeidsbord, sti: Path, slag: str, valg: Kolonnevalg | None) -> Arbeid[Funnet]:
    """Read a file for looking at."""
    fil: Any = bord.fil
    t = bord.verktoey.tekster
    aar = lokal(bord.verktoey.klokke.naa()).year

    def jobb(fremdrift: Fremdrift) -> Funnet:
        lesejobb = start_lesning(sti, slag, aar, valg)
        try:
            while not lesejobb.resultat.done():
                fremdrift.meld(round(100 * lesejobb.steg.andel), 100, t(f"forhaandsvisning.steg.{lesejobb.steg}"))
                wait([lesejobb.resultat], timeout=_TILSYN)
        except ArbeidetBleAvbrutt:
            lesejobb.avbryt()
            raise
        return finn(fil, hent_lesning(lesejobb), slag, t)

    return bord.arbeid(t("forhaandsvisning.leser", fil=sti.name), jobb)


def ta_inn(
    bord: Arbeidsbord, funnet: Funnet, utelat: frozenset[tuple[str | None, int]]
) -> Arbeid[Innlest | Postforslag]:
    """Take in what was found; where the trail uses posts that would go, return the matching to confirm instead."""
    fil: Any = bord.fil

    def jobb(_fremdrift: Fremdrift) -> Innlest | Postforslag:
        try:
            return ta_inn_funnet(fil, bord.aktoer, funnet, utelat)
        except PosteneErKnyttet:
            return foreslaa(fil, funnet)

    return bord.arbeid(bord.verktoey.tekster("forhaandsvisning.tar_inn", fil=funnet.visning.filnavn), jobb)


def ta_over(bord: Arbeidsbord, funnet: Funnet, par: Mapping[str, str]) -> Arbeid[Innlest]:
    """Take in next year's økonomiplan over this year's, with the matching that was confirmed."""
    fil: Any = bord.fil
    tittel = bord.verktoey.tekster("forhaandsvisning.tar_inn", fil=funnet.visning.filnavn)
    return bord.arbeid(tittel, lambda _fremdrift: ta_over_funnet(fil, bord.aktoer, funnet, par))
