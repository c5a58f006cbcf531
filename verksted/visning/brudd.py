"""The gaps of the thread counted by kind: what Oversikt says once, before it leads to the list itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.regler.avvik import Alvor
from verksted.visning.sporbarhet_oppslag import Oppslag

if TYPE_CHECKING:
    from verksted.visning.grunnlag import Grunnlag


@dataclass(frozen=True, slots=True, kw_only=True)
class Bruddlinje:
    """A kind of gap (`regler.avvik.Avvikslag`), and how many there are."""

    slag: str
    antall: int


def bygg_brudd(grunnlag: Grunnlag) -> tuple[Bruddlinje, ...]:
    """Return the kinds of gap that somebody must do something about, the gravest first."""
    funn = [gruppe[0] for gruppe in Oppslag(grunnlag).avvik if gruppe[0].alvor is not Alvor.TIL_ORIENTERING]
    antall = Counter((avvik.alvor, avvik.slag.value) for avvik in funn)
    return tuple(Bruddlinje(slag=slag, antall=antall[alvor, slag]) for alvor, slag in sorted(antall))
