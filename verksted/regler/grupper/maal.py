"""How good a division is, and what a move by hand would do to it.

Deviation of a value that c people have, over G tables: the seats outside ⌊c/G⌋…⌈c/G⌉, summed over tables, values and
rounds. Repeats: meetings between pairs, less one for each pair that had not met before.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.regler.grupper.oppdrag import (
    EnPerBord,
    FastPlass,
    FastSekretaer,
    HverForSeg,
    Maaltall,
    Sammen,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from verksted.regler.grupper.oppdrag import Grupperegel, Oppdrag, Runde, Sittende


@dataclass(frozen=True, slots=True)
class Virkning:
    """What a move would do: the measure before and after, and the rules it would break that hold now."""

    foer: Maaltall
    etter: Maaltall
    brutte: tuple[Grupperegel, ...]

    @property
    def avvik(self) -> tuple[tuple[str, int], ...]:
        """The change per attribute; below 0 is better balance."""
        par = zip(self.foer.avvik, self.etter.avvik, strict=True)
        return tuple((egenskap, etter - foer) for (egenskap, foer), (_, etter) in par)

    @property
    def gjentak(self) -> int:
        """The change in repeats; below 0 is better."""
        return self.etter.gjentak - self.foer.gjentak


def beregn_maal(oppdrag: Oppdrag, runder: Sequence[Runde]) -> Maaltall:
    """Measure a division, whoever made it; people whom `oppdrag` does not know count among the meetings only."""
    personer = {person.id: person for person in oppdrag.personer}
    avvik = tuple((navn, sum(_avvik(personer, runde, navn) for runde in runder)) for navn in oppdrag.balanser)
    naa = Counter(par for runde in runder for par in runde.par())
    foer = _tidligere(oppdrag.tidligere)
    gjentak = sum(antall - (par not in foer) for par, antall in naa.items())
    tyngde = sum(antall * (antall + 2 * foer.get(par, 0)) for par, antall in naa.items())
    return Maaltall(avvik, gjentak, tyngde)


def virkning_av_bytte(oppdrag: Oppdrag, runder: Sequence[Runde], *, runde: int, en: str, annen: str) -> Virkning:
    """Return what it would do if two people changed seats in one round (raises KeyError for somebody not seated)."""
    plass = {r.nummer: plasser_i(r) for r in runder}[runde]
    return _virkning(oppdrag, runder, runde, {en: plass[annen], annen: plass[en]})


def virkning_av_flytting(oppdrag: Oppdrag, runder: Sequence[Runde], *, runde: int, person: str, bord: int) -> Virkning:
    """Return what it would do if one moved to another table in one round (raises KeyError for somebody not seated)."""
    return _virkning(oppdrag, runder, runde, {person: bord})


def plasser_i(runde: Runde) -> dict[str, int]:
    """Return the table number of each who is seated in the round."""
    return {person: bord.nummer for bord in runde.bord for person in bord.personer}


def med_plasser(runde: Runde, nye: Mapping[str, int]) -> Runde:
    """Return the round with some people at other tables (raises KeyError for somebody not seated).

    Those who come sit last; a secretary who leaves a table is no longer its secretary.
    """
    fra = plasser_i(runde)
    flyttes = {person: bord for person, bord in nye.items() if fra[person] != bord}
    bordene = []
    for bord in runde.bord:
        blir = tuple(person for person in bord.personer if person not in flyttes)
        kommer = tuple(person for person, nummer in flyttes.items() if nummer == bord.nummer)
        sekretaer = bord.sekretaer if bord.sekretaer in blir else None
        bordene.append(type(bord)(bord.nummer, blir + kommer, sekretaer))
    return type(runde)(runde.nummer, tuple(bordene))


def brutte_regler(oppdrag: Oppdrag, runder: Iterable[Runde]) -> tuple[Grupperegel, ...]:
    """Return the rules that some round breaks, in the order they were given."""
    plassene = [(runde.nummer, plasser_i(runde)) for runde in runder]
    return tuple(regel for regel in oppdrag.regler if any(_brutt(regel, nummer, plass) for nummer, plass in plassene))


def _brutt(regel: Grupperegel, runde: int, plass: Mapping[str, int]) -> bool:
    match regel:
        case Sammen(personer):
            return len({plass[person] for person in personer if person in plass}) > 1
        case HverForSeg(personer) | EnPerBord(personer):
            bordene = [plass[person] for person in {*personer} if person in plass]
            return len(set(bordene)) < len(bordene)
        case FastPlass(person, bord, bare_i):
            return bare_i in {None, runde} and plass.get(person, bord) != bord
        case FastSekretaer(person, bord):
            return plass.get(person, bord) != bord


def _virkning(oppdrag: Oppdrag, runder: Sequence[Runde], runde: int, nye: Mapping[str, int]) -> Virkning:
    flyttet = [med_plasser(r, nye) if r.nummer == runde else r for r in runder]
    foer = brutte_regler(oppdrag, runder)
    brutte = tuple(regel for regel in brutte_regler(oppdrag, flyttet) if regel not in foer)
    return Virkning(beregn_maal(oppdrag, runder), beregn_maal(oppdrag, flyttet), brutte)


def _avvik(personer: Mapping[str, Sittende], runde: Runde, egenskap: str) -> int:
    """Return the seats out of balance in one round."""
    ved_bordene = [
        Counter(verdi for p in bord.personer if p in personer and (verdi := personer[p].egenskaper.get(egenskap)))
        for bord in runde.bord
    ]
    avvik = 0
    for verdi, antall in sum(ved_bordene, Counter[str]()).items():
        minst, over = divmod(antall, len(runde.bord))
        mest = minst + (over > 0)
        avvik += sum(max(0, ved[verdi] - mest) + max(0, minst - ved[verdi]) for ved in ved_bordene)
    return avvik


def _tidligere(tidligere: Mapping[tuple[str, str], int]) -> dict[tuple[str, str], int]:
    """Return the earlier meetings with the smaller id first, and only those that took place."""
    foer: Counter[tuple[str, str]] = Counter()
    for (en, annen), antall in tidligere.items():
        if antall > 0 and en != annen:
            foer[min(en, annen), max(en, annen)] += antall
    return dict(foer)
