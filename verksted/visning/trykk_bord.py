"""The tables on paper: who sits where in each round, by table and by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.regler.alfabet import navneorden
from verksted.visning.trykk import Folk, Trykkhode, bygg_runder, bygg_trykkhode, finn_verksted

if TYPE_CHECKING:
    from verksted.visning.grunnlag import Grunnlag
    from verksted.visning.grupper import Rundevisning
    from verksted.visning.trykk import Deltakerrad


@dataclass(frozen=True, slots=True, kw_only=True)
class BordlisteVisning:
    """The rounds with their tables; `lister` is (code, name) of the lists that sit there, by name."""

    hode: Trykkhode
    runder: tuple[Rundevisning, ...]
    lister: tuple[tuple[str, str], ...]

    @property
    def innhold(self) -> dict[str, int]:
        """What is in it, for counting; empty before the tables are made."""
        bord = {bord.nummer for runde in self.runder for bord in runde.bord}
        return {"bord": len(bord), "runder": len(self.runder)} if bord else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Navnerad:
    """One person and the number of the table in each round; None where they have no seat."""

    deltaker: Deltakerrad
    bord: tuple[int | None, ...]
    sekretaer: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NavnelisteVisning:
    """Everybody the room is made ready for, by name; `runder` holds no one before the tables are made."""

    hode: Trykkhode
    runder: tuple[Rundevisning, ...]
    rader: tuple[Navnerad, ...]

    @property
    def innhold(self) -> dict[str, int]:
        """What is in it, for counting; empty when nobody is expected."""
        return {"deltakere": len(self.rader)} if self.rader else {}


def bygg_bordliste(grunnlag: Grunnlag, verksted_nummer: int) -> BordlisteVisning:
    """Return the tables of workshop number so-and-so (raises FinnesIkke); people at a table by name."""
    runder = bygg_runder(grunnlag, verksted_nummer)
    lister = {(p.listekode, p.liste) for r in runder for b in r.bord for p in b.plasser if p.listekode}
    return BordlisteVisning(
        hode=bygg_trykkhode(grunnlag, finn_verksted(grunnlag, verksted_nummer)),
        runder=runder,
        lister=tuple(sorted(lister, key=lambda liste: navneorden(liste[1]))),
    )


def bygg_navneliste(grunnlag: Grunnlag, verksted_nummer: int) -> NavnelisteVisning:
    """Return the people of workshop number so-and-so (raises FinnesIkke), each once."""
    verksted = finn_verksted(grunnlag, verksted_nummer)
    runder = bygg_runder(grunnlag, verksted_nummer)
    plasser = [{p.person_id: (b.nummer, p.sekretaer) for b in r.bord for p in b.plasser} for r in runder]
    ventet = Folk(grunnlag, verksted, runder).ventet()
    return NavnelisteVisning(
        hode=bygg_trykkhode(grunnlag, verksted),
        runder=runder,
        rader=tuple(
            Navnerad(
                deltaker=rad,
                bord=tuple(plass[rad.person_id][0] if rad.person_id in plass else None for plass in plasser),
                sekretaer=tuple(rad.person_id in plass and plass[rad.person_id][1] for plass in plasser),
            )
            for rad in ventet
        ),
    )
