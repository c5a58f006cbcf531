"""Which rows of a budget table are sums of other rows: total rows, subtotals inside subtotals, sums over their parts.

«Sum …» is a total whatever it comes to; «Netto …» may as well be a post, and is a total only when it adds up.
A row that is counted although it looks like a sum, or left out although nothing calls it one, is always told.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from enum import Enum
from operator import add, sub
from typing import TYPE_CHECKING, Final

from verksted.innlesing.oekonomiplan.delsummer import avrundede_delsummer, finn_delsummer
from verksted.innlesing.oekonomiplan.linje import kan_vaere_sumord
from verksted.innlesing.oekonomiplan.resultat import Resultater

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from verksted.innlesing.oekonomiplan.linje import Linje

Vektor = tuple[int, ...]

_SIKKER_SUM: Final = re.compile(r"^(?:del|hoved|hovud|slutt)?(?:sum|totalsum)\b|^i alt\b|^grand total\b", re.IGNORECASE)
_ALT: Final = re.compile(
    r"^(?:total|grand|i alt|til ?sammen|sum (?:total|alle|alt|økonomiplan|budsjett))", re.IGNORECASE
)


class Slag(Enum):
    """What a row turned out to be."""

    POST = "post"
    SUM = "sum"
    SUM_UTEN_ORD = "sum_uten_ord"
    KANSKJE_SUM = "kanskje_sum"


@dataclass(frozen=True, slots=True)
class Dom:
    """What a row is; `stemmer` says that a sum adds up, `avrundet` that it does so but for rounding.

    `avvik` is (index of the year, the sum that the posts give) where it does not. `differanse`: income less expenses.
    """

    slag: Slag
    stemmer: bool = True
    avrundet: bool = False
    alt: bool = False
    avvik: tuple[int, int] | None = None
    differanse: bool = False

    @property
    def er_post(self) -> bool:
        """Say whether the row is counted."""
        return self.slag is Slag.POST or self.slag is Slag.KANSKJE_SUM


_POST: Final = Dom(Slag.POST)


def _kaller_seg_sum(linje: Linje) -> bool:
    """Say whether a row's words, or the lack of them, may make it a sum."""
    if linje.kaller_seg_sum:
        return True
    if linje.kodet:
        return kan_vaere_sumord(linje.tekst)
    return not linje.foerste or kan_vaere_sumord(linje.tekst) or kan_vaere_sumord(linje.foerste)


def doem(linjer: Sequence[Linje]) -> list[Dom]:
    """Return what each row is, in the table's order."""
    bare_ord, kanskje = finn_delsummer(linjer)
    avrundede = avrundede_delsummer(linjer) - bare_ord
    bare_ord |= avrundede
    if not bare_ord and not kanskje and not any(map(_kaller_seg_sum, linjer)):
        return [_POST] * len(linjer)
    regnskap = _Regnskap(linjer)
    dommer: list[Dom] = []
    for nummer, linje in enumerate(linjer):
        dom = regnskap.uten_ord(linje) if nummer in bare_ord else regnskap.doem(linje)
        if nummer in kanskje and dom.slag is Slag.POST:
            dom = Dom(Slag.KANSKJE_SUM)
        if dom.slag in {Slag.POST, Slag.KANSKJE_SUM}:
            regnskap.legg_til(linje)
        else:
            regnskap.sum_her(linje)
        dommer.append(dom)
    return regnskap.etterproev(dommer)


class _Regnskap:
    """The running sums of a table: of everything, of each group, and where each prefix of them ended."""

    def __init__(self, linjer: Sequence[Linje]) -> None:
        self._linjer = linjer
        bredde = len(linjer[0].beloep) if linjer else 0
        self._null: Vektor = (0,) * bredde
        self._loepende: list[Vektor] = [self._null]
        self._plass: dict[Vektor, int] = {self._null: 0}
        self._grupper: defaultdict[str, Vektor] = defaultdict(lambda: self._null)
        # Lines that are not added to their groups yet: most tables never ask.
        self._nye: list[Linje] = []
        self._resultater = Resultater()
        self._siden = 0
        self._foran: list[int] = []

    def legg_til(self, linje: Linje) -> None:
        ny = _pluss(self._loepende[-1], linje.beloep)
        self._loepende.append(ny)
        self._plass.setdefault(ny, len(self._loepende) - 1)
        self._foran.append(len(self._loepende) - 1)
        self._nye.append(linje)
        self._resultater.post(linje.beloep)

    def sum_her(self, linje: Linje) -> None:
        self._resultater.sum(linje.beloep)
        self._siden = len(self._loepende) - 1
        self._foran.append(self._siden)

    def uten_ord(self, linje: Linje) -> Dom:
        """Return what a sum without a word for it is; one of all the posts so far may be the table's total."""
        alle = len(self._loepende) - 1
        return Dom(Slag.SUM_UTEN_ORD, alt=alle > 1 and linje.beloep == self._loepende[-1])

    def doem(self, linje: Linje) -> Dom:
        """Judge a row by its words and by the posts above it."""
        if not _kaller_seg_sum(linje):
            return _POST
        sterk = linje.kaller_seg_sum
        uten_ord = not linje.foerste
        antall = len(self._loepende) - 1
        lengde = self._blokk(linje.beloep)
        naer = lengde is None and antall > 0 and self._avrundet(linje)
        if sterk:
            if linje.kodet and lengde is None and not naer and not _SIKKER_SUM.match(linje.tekst or linje.foerste):
                return Dom(Slag.KANSKJE_SUM)
            alt = lengde == antall or (bool(_ALT.match(linje.tekst or linje.foerste)) and antall > 0)
            return Dom(Slag.SUM, stemmer=lengde is not None, avrundet=naer, alt=alt)
        if lengde is None or antall == 0:
            return _POST if uten_ord or antall == 0 else self._netto(linje)
        if lengde <= 1 and not uten_ord:
            return Dom(Slag.SUM_UTEN_ORD, alt=lengde == antall)
        return Dom(Slag.SUM, alt=lengde == antall)

    def _netto(self, linje: Linje) -> Dom:
        """Judge a «Netto …» that is no sum of the posts: a difference of what stands over it, or perhaps a post."""
        if self._resultater.er_differanse(linje.beloep):
            return Dom(Slag.SUM, differanse=True)
        return _POST if linje.kodet else Dom(Slag.KANSKJE_SUM)

    def _blokk(self, beloep: Vektor) -> int | None:
        """Return how many posts right above add up to these amounts (0 for a group of them), None when none do."""
        alle = self._loepende[-1]
        if beloep == alle:
            return len(self._loepende) - 1
        if any(beloep):
            start = self._plass.get(_minus(alle, beloep))
            if start is not None and start < len(self._loepende) - 1:
                return len(self._loepende) - 1 - start
            if beloep in self._gruppesummer():
                return 2
        elif _minus(alle, self._loepende[self._siden]) == beloep and self._siden < len(self._loepende) - 1:
            return len(self._loepende) - 1 - self._siden
        return None

    def _gruppesummer(self) -> Iterable[Vektor]:
        for linje in self._nye:
            for gruppe in linje.grupper:
                self._grupper[gruppe] = _pluss(self._grupper[gruppe], linje.beloep)
        self._nye.clear()
        return self._grupper.values()

    def _avrundet(self, linje: Linje) -> bool:
        if not linje.slingring:
            return False
        alle = self._loepende[-1]
        for antall, sum_ in (
            (len(self._loepende) - 1, alle),
            (len(self._loepende) - 1 - self._siden, _minus(alle, self._loepende[self._siden])),
        ):
            # Each rounded amount, and the total itself, may be half a unit off.
            grense = (antall + 1) * linje.slingring // 2
            if antall and all(
                abs(a - b) <= min(grense, 20 * linje.slingring) for a, b in zip(sum_, linje.beloep, strict=True)
            ):
                return True
        return False

    def etterproev(self, dommer: list[Dom]) -> list[Dom]:
        """Look below the sums that nothing above explains: a total may stand over its parts."""
        ferdige: list[Dom] = []
        plasser: dict[Vektor, list[int]] = defaultdict(list)
        for nummer, sum_ in enumerate(self._loepende):
            plasser[sum_].append(nummer)
        for linje, dom, foran in zip(self._linjer, dommer, self._foran, strict=True):
            if dom.slag is Slag.SUM and not dom.stemmer:
                under = _pluss(self._loepende[foran], linje.beloep)
                if any(linje.beloep) and any(sted > foran for sted in plasser.get(under, ())):
                    hele = under == self._loepende[-1] and foran == 0
                    ferdige.append(Dom(Slag.SUM, alt=hele))
                    continue
                fasit = self._loepende[foran] if foran else self._loepende[-1]
                aar = next((i for i, (a, b) in enumerate(zip(fasit, linje.beloep, strict=True)) if a != b), 0)
                ferdige.append(
                    Dom(
                        Slag.SUM,
                        stemmer=False,
                        avrundet=dom.avrundet,
                        alt=dom.alt and foran == len(self._loepende) - 1,
                        avvik=(aar, fasit[aar]),
                    )
                )
                continue
            # The first subtotal is the sum of all so far; a total has nothing after it.
            if dom.alt and foran != len(self._loepende) - 1:
                ferdige.append(replace(dom, alt=False))
            else:
                ferdige.append(dom)
        return ferdige


def _pluss(a: Vektor, b: Vektor) -> Vektor:
    return tuple(map(add, a, b))


def _minus(a: Vektor, b: Vektor) -> Vektor:
    return tuple(map(sub, a, b))
