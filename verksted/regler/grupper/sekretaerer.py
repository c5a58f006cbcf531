"""Who writes at a table, in each round: the same person not twice if it can be avoided, and the lists in turn."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from verksted.modell.deltaker import Gruppe, Plass
    from verksted.regler.grupper.oppdrag import Runde

Sted = tuple[int, int]  # round, table


def finn_sekretaer(gruppe: Gruppe, plasser: Iterable[Plass]) -> str | None:
    """Return who writes at a table in a round, given the seats there: whoever is chosen for it, else the fixed one."""
    her = [plass for plass in plasser if plass.gruppe_id == gruppe.id]
    valgt = min((plass.person_id for plass in her if plass.sekretaer), default=None)
    fast = gruppe.sekretaer_id if any(plass.person_id == gruppe.sekretaer_id for plass in her) else None
    return valgt or fast


def velg_sekretaerer(
    runder: Sequence[Runde],
    *,
    lister: Mapping[str, str | None],
    kan_skrive: Collection[str],
    har_skrevet: Mapping[str, int] | None = None,
) -> dict[Sted, str]:
    """Return who is to write at each (round, table); those already named in the rounds stay.

    `lister` is person → list; only those in `kan_skrive` are chosen where any of them sits at the table. `har_skrevet`
    is how often each has written before. Nobody writes twice while a division without it exists.
    """
    valg = _Valg(runder, lister, {*kan_skrive}, Counter(har_skrevet or {}))
    for sted in valg.ledige:
        valg.fyll(sted)
    return valg.ferdig()


class _Valg:
    """Matches places with people one at a time, moving those already chosen where that spares somebody (Kuhn 1955)."""

    def __init__(
        self,
        runder: Sequence[Runde],
        lister: Mapping[str, str | None],
        kan_skrive: set[str],
        har_skrevet: Counter[str],
    ) -> None:
        self._lister = lister
        self._folk = Counter(lister.get(p) for runde in runder[:1] for bord in runde.bord for p in bord.personer)
        self._ved: dict[Sted, tuple[str, ...]] = {}
        self._faste: dict[Sted, str] = {}
        for runde in runder:
            for bord in runde.bord:
                sted = (runde.nummer, bord.nummer)
                if bord.sekretaer is not None:
                    self._faste[sted] = bord.sekretaer
                elif bord.personer:
                    valgbare = tuple(person for person in bord.personer if person in kan_skrive)
                    self._ved[sted] = valgbare or bord.personer
        self._byrde = har_skrevet + Counter(self._faste.values())
        self._valgt: dict[Sted, str] = {}

    @property
    def ledige(self) -> list[Sted]:
        """Places without a fixed secretary, those with the fewest to choose among first."""
        return sorted(self._ved, key=lambda sted: (len(self._ved[sted]), sted))

    def fyll(self, sted: Sted) -> None:
        """Give a place a secretary who has written as little as can be."""
        tak = 0
        while not self._proev(sted, tak, set()):
            tak += 1

    def ferdig(self) -> dict[Sted, str]:
        """Return every place's secretary."""
        return {**self._valgt, **self._faste}

    def _proev(self, sted: Sted, tak: int, sett: set[str]) -> bool:
        """Find somebody with at most `tak` turns, or take one from another place and find somebody for that."""
        kandidater = sorted(
            (p for p in self._ved[sted] if p not in sett), key=lambda p: (self._byrde[p], self._for_mye(p, sted))
        )
        for person in kandidater:
            if self._byrde[person] <= tak:
                self._sett(sted, person)
                return True
        for person in kandidater:
            sett.add(person)
            for annet in [s for s, p in self._valgt.items() if p == person]:
                if self._proev(annet, tak, sett):
                    self._sett(sted, person)
                    return True
        return False

    def _sett(self, sted: Sted, person: str) -> None:
        gammel = self._valgt.get(sted)
        if gammel is not None:
            self._byrde[gammel] -= 1
        self._valgt[sted] = person
        self._byrde[person] += 1

    def _for_mye(self, person: str, sted: Sted) -> tuple[int, float]:
        """Return how much the person's list writes already: in this round, and for its size in all."""
        liste = self._lister.get(person)
        skriver = [*self._valgt.items(), *self._faste.items()]
        i_runden = sum(s[0] == sted[0] and self._lister.get(p) == liste for s, p in skriver)
        i_alt = sum(self._lister.get(p) == liste for _, p in skriver)
        return i_runden, (2 * i_alt + 1) / max(1, self._folk[liste])
