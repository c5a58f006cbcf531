"""Question sheets to write on: one for each table and question, for the tables that have no screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.modell.ordene import Innspillstype
from verksted.visning.trykk import Trykkhode, bygg_trykkhode, finn_verksted

if TYPE_CHECKING:
    from verksted.visning.grunnlag import Grunnlag

# Kinds that are asked why (produkt.md, innspillstype): what is to become of the plan, and what to go for.
MED_HVORFOR = frozenset(
    {Innspillstype.VIDEREFOERE, Innspillstype.ENDRE, Innspillstype.UTGAAR, Innspillstype.NYTT, Innspillstype.SATSING}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoersmaalsark:
    """One question; `svartyper` are text keys, `med_hvorfor` when the answer is asked for its grounds."""

    nummer: int
    tema: str
    tekst: str
    hjelpetekst: str
    blokk: str
    svartyper: tuple[str, ...]
    med_hvorfor: bool
    maks_loeft: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SpoersmaalsarkVisning:
    """All questions of a workshop, and the numbers of its tables (empty: to be filled in by hand)."""

    hode: Trykkhode
    bord: tuple[int, ...]
    spoersmaal: tuple[Spoersmaalsark, ...]

    @property
    def innhold(self) -> dict[str, int]:
        """What is in it, for counting; empty when there is nothing to print."""
        return {"ark": len(self.spoersmaal) * max(1, len(self.bord))} if self.spoersmaal else {}


def bygg_spoersmaalsark(grunnlag: Grunnlag, verksted_nummer: int) -> SpoersmaalsarkVisning:
    """Return the sheets of workshop number so-and-so (raises FinnesIkke)."""
    verksted = finn_verksted(grunnlag, verksted_nummer)
    poster = {p.id: p for p in grunnlag.programpost}
    egne = sorted((s for s in grunnlag.spoersmaal if s.verksted_id == verksted.id), key=lambda s: s.nummer)
    ark = []
    for s in egne:
        post = poster.get(s.programpost_id or "")
        blokk = poster.get(post.forelder_id or "", post) if post else None
        ark.append(
            Spoersmaalsark(
                nummer=s.nummer,
                tema=s.tema,
                tekst=s.tekst,
                hjelpetekst=s.hjelpetekst,
                blokk=blokk.tittel if blokk else "",
                svartyper=tuple(f"innspillstype.{type_}" for type_ in s.svartyper),
                med_hvorfor=bool(MED_HVORFOR & {Innspillstype(type_) for type_ in s.svartyper}),
                maks_loeft=s.maks_loeft,
            )
        )
    return SpoersmaalsarkVisning(
        hode=bygg_trykkhode(grunnlag, verksted),
        bord=tuple(sorted(g.nummer for g in grunnlag.gruppe if g.verksted_id == verksted.id)),
        spoersmaal=tuple(ark),
    )
