"""The workbook *Sporbarhet* as a view: every table's rows, with links between them, ready to be written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.visning.sporbarhet_avvik import bygg_avvik
from verksted.visning.sporbarhet_innspill import bygg_innspill
from verksted.visning.sporbarhet_lesmeg import bygg_les_meg
from verksted.visning.sporbarhet_oekonomi import bygg_poster, bygg_satsinger
from verksted.visning.sporbarhet_oppslag import Oppslag
from verksted.visning.sporbarhet_plan import bygg_maal
from verksted.visning.sporbarhet_traad import bygg_traad

if TYPE_CHECKING:
    from verksted.visning.grunnlag import Grunnlag
    from verksted.visning.sporbarhet_rader import (
        AvvikRad,
        InnspillRad,
        KjedeRad,
        LesMegRad,
        MaalRad,
        PostRad,
        SatsingRad,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SporbarhetVisning:
    """All that the workbook shows. `aar` are the years of every amount; `utgifter` is the first one's expenses (kr)."""

    kommune: str
    prosess: str
    aar: tuple[int, ...]
    utgifter: int
    les_meg: tuple[LesMegRad, ...]
    roed_traad: tuple[KjedeRad, ...]
    maal_og_tiltak: tuple[MaalRad, ...]
    satsinger: tuple[SatsingRad, ...]
    oekonomi: tuple[PostRad, ...]
    innspill: tuple[InnspillRad, ...]
    avvik: tuple[AvvikRad, ...]


def bygg_sporbarhet(grunnlag: Grunnlag) -> SporbarhetVisning:
    """Return the workbook of one process."""
    oppslag = Oppslag(grunnlag)
    # First: the other tables link to where each note begins.
    innspill = bygg_innspill(oppslag)
    return SporbarhetVisning(
        kommune=grunnlag.prosess.kommune,
        prosess=grunnlag.prosess.navn,
        aar=oppslag.indeks.aar,
        utgifter=oppslag.utgifter,
        les_meg=bygg_les_meg(oppslag),
        roed_traad=bygg_traad(oppslag),
        maal_og_tiltak=bygg_maal(oppslag),
        satsinger=bygg_satsinger(oppslag),
        oekonomi=bygg_poster(oppslag),
        innspill=innspill,
        avvik=bygg_avvik(oppslag),
    )
