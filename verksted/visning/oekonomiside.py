"""All that the page *Økonomi og sporbarhet* shows, from one reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.visning.bruddliste import bygg_bruddliste
from verksted.visning.postliste import bygg_postliste
from verksted.visning.sporbarhet_oekonomi import bygg_satsinger
from verksted.visning.sporbarhet_oppslag import Oppslag
from verksted.visning.sportraad import bygg_traadvisning

if TYPE_CHECKING:
    from verksted.visning.bruddliste import Bruddgruppe
    from verksted.visning.grunnlag import Grunnlag
    from verksted.visning.postliste import Postlinje
    from verksted.visning.sporbarhet_rader import SatsingRad
    from verksted.visning.sportraad import Traadvisning


@dataclass(frozen=True, slots=True, kw_only=True)
class Oekonomivisning:
    """`tiltak` is (code, title) of every measure; amounts are whole kroner per year of `aar`."""

    aar: tuple[int, ...]
    traad: Traadvisning
    poster: tuple[Postlinje, ...]
    brudd: tuple[Bruddgruppe, ...]
    satsinger: tuple[SatsingRad, ...]
    tiltak: tuple[tuple[str, str], ...]


def bygg_oekonomi(grunnlag: Grunnlag) -> Oekonomivisning:
    """Return the page of one process."""
    oppslag = Oppslag(grunnlag)
    brudd = bygg_bruddliste(oppslag)
    return Oekonomivisning(
        aar=oppslag.indeks.aar,
        traad=bygg_traadvisning(oppslag),
        poster=bygg_postliste(oppslag),
        brudd=brudd,
        satsinger=bygg_satsinger(oppslag),
        tiltak=tuple((t.kode, t.tittel) for t in oppslag.indeks.tiltak.values()),
    )
