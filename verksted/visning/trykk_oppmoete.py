"""The attendance list to sign: every member of the organ, the deputies who are to come, and everybody else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.modell.ordene import Mandatart, Moeteform
from verksted.regler.alfabet import navneorden
from verksted.visning.trykk import Deltakerrad, Folk, Trykkhode, bygg_runder, bygg_trykkhode, finn_verksted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from verksted.visning.grunnlag import Grunnlag


@dataclass(frozen=True, slots=True, kw_only=True)
class FrammoetelisteVisning:
    """Whom to tick off, by name in each part; `halvparten` members is what a vedtak would ask for.

    `folkevalgt_organ` is false for a meeting where that rule does not apply.
    """

    hode: Trykkhode
    medlemmer: tuple[Deltakerrad, ...]
    vara: tuple[Deltakerrad, ...]
    andre: tuple[Deltakerrad, ...]
    halvparten: int
    folkevalgt_organ: bool

    @property
    def innhold(self) -> dict[str, int]:
        """What is in it, for counting; the lines to fill in are always worth printing."""
        return {"deltakere": len(self.medlemmer) + len(self.vara) + len(self.andre)}


def bygg_frammoeteliste(grunnlag: Grunnlag, verksted_nummer: int) -> FrammoetelisteVisning:
    """Return the list for workshop number so-and-so (raises FinnesIkke); everybody stands on it once."""
    verksted = finn_verksted(grunnlag, verksted_nummer)
    folk = Folk(grunnlag, verksted, bygg_runder(grunnlag, verksted_nummer))
    ventet = folk.ventet()
    medlemmer = _etter_navn(rad for rad in folk.rader.values() if rad.art == Mandatart.MEDLEM)
    return FrammoetelisteVisning(
        hode=bygg_trykkhode(grunnlag, verksted),
        medlemmer=medlemmer,
        vara=tuple(rad for rad in ventet if rad.art == Mandatart.VARA),
        andre=tuple(rad for rad in ventet if rad.art not in {Mandatart.MEDLEM, Mandatart.VARA}),
        halvparten=-(-len(medlemmer) // 2),
        folkevalgt_organ=verksted.moeteform == Moeteform.MOETE_I_FOLKEVALGT_ORGAN,
    )


def _etter_navn(rader: Iterable[Deltakerrad]) -> tuple[Deltakerrad, ...]:
    return tuple(sorted(rader, key=lambda rad: navneorden(rad.navn)))
