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

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Vektor = tuple[int, ...]

_SUM: Final = re.compile(
    r"^(?:del|hoved|hovud|slutt)?(?:sum|totalsum)\b|^totalt?\b|^i alt\b|^til ?sammen\b|^grand total\b", re.IGNORECASE
)
_SIKKER_SUM: Final = re.compile(r"^(?:del|hoved|hovud|slutt)?(?:sum|totalsum)\b|^i alt\b|^grand total\b", re.IGNORECASE)
_KANSKJE_SUM: Final = re.compile(
    r"^(?:samlet|samla|netto|resultat|balanse|brutto)\b|\b(?:sum|totalt?|totalsum|i alt|til ?sammen)$", re.IGNORECASE
)
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
class Linje:
    """A row with amounts: its label, all its words, its codes (None without), and what it may be summed with."""

    tekst: str
    foerste: str
    beloep: Vektor
    kodet: bool
    grupper: tuple[str, ...] = ()
    slingring: int = 0


@dataclass(frozen=True, slots=True)
class Dom:
    """What a row is; `stemmer` says that a sum adds up, `avrundet` that it does so but for rounding.

    `avvik` is (index of the year, the sum that the posts give) where it does not.
    """

    slag: Slag
    stemmer: bool = True
    avrundet: bool = False
    alt: bool = False
    avvik: tuple[int, int] | None = None


def har_sumord(tekst: str) -> bool:
    """Say whether a text calls itself a sum: «Sum oppvekst», «Totalt», «I alt»."""
    return bool(_SUM.match(tekst))


def doem(linjer: Sequence[Linje]) -> list[Dom]:
    """Return what each row is, in the table's order."""
    bare_ord = _uten_ord_men_summer(linjer)
    regnskap = _Regnskap(linjer)
    dommer: list[Dom] = []
    for nummer, linje in enumerate(linjer):
        dom = Dom(Slag.SUM_UTEN_ORD) if nummer in bare_ord else regnskap.doem(linje)
        if dom.slag in {Slag.POST, Slag.KANSKJE_SUM}:
            regnskap.legg_til(linje)
        else:
            regnskap.sum_her()
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
        self._siden = 0
        self._foran: list[int] = []

    def legg_til(self, linje: Linje) -> None:
        ny = _pluss(self._loepende[-1], linje.beloep)
        self._loepende.append(ny)
        self._plass.setdefault(ny, len(self._loepende) - 1)
        self._foran.append(len(self._loepende) - 1)
        for gruppe in linje.grupper:
            self._grupper[gruppe] = _pluss(self._grupper[gruppe], linje.beloep)

    def sum_her(self) -> None:
        self._siden = len(self._loepende) - 1
        self._foran.append(self._siden)

    def doem(self, linje: Linje) -> Dom:
        """Judge a row by its words and by the posts above it."""
        sterk = bool(_SUM.match(linje.tekst) or _SUM.match(linje.foerste))
        uten_ord = not linje.foerste
        svak = uten_ord or bool(_KANSKJE_SUM.search(linje.tekst) or _KANSKJE_SUM.search(linje.foerste))
        if not sterk and (not svak or (linje.kodet and not _KANSKJE_SUM.search(linje.tekst))):
            return Dom(Slag.POST)
        antall = len(self._loepende) - 1
        lengde = self._blokk(linje.beloep)
        naer = lengde is None and antall > 0 and self._avrundet(linje)
        if sterk:
            if linje.kodet and lengde is None and not naer and not _SIKKER_SUM.match(linje.tekst or linje.foerste):
                return Dom(Slag.KANSKJE_SUM)
            alt = lengde == antall or (bool(_ALT.match(linje.tekst or linje.foerste)) and antall > 0)
            return Dom(Slag.SUM, stemmer=lengde is not None, avrundet=naer, alt=alt)
        if lengde is None or antall == 0:
            return Dom(Slag.POST)
        if lengde <= 1 and not uten_ord:
            return Dom(Slag.SUM_UTEN_ORD, alt=lengde == antall)
        return Dom(Slag.SUM, alt=lengde == antall)

    def _blokk(self, beloep: Vektor) -> int | None:
        """Return how many posts right above add up to these amounts (0 for a group of them), None when none do."""
        alle = self._loepende[-1]
        if beloep == alle:
            return len(self._loepende) - 1
        if any(beloep):
            start = self._plass.get(_minus(alle, beloep))
            if start is not None and start < len(self._loepende) - 1:
                return len(self._loepende) - 1 - start
            if beloep in self._grupper.values():
                return 2
        elif _minus(alle, self._loepende[self._siden]) == beloep and self._siden < len(self._loepende) - 1:
            return len(self._loepende) - 1 - self._siden
        return None

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
            ferdige.append(replace(dom, alt=dom.alt and foran == len(self._loepende) - 1))
        return ferdige


def _uten_ord_men_summer(linjer: Sequence[Linje]) -> set[int]:
    """Return the rows without a code, among rows that have one, that are the sum of the block over or under them.

    One such row, or a block of one post, is too little to go by.
    """
    ukodet = [i for i, linje in enumerate(linjer) if not linje.kodet]
    if not ukodet or len(ukodet) * 2 > len(linjer):
        return set()
    funnet: set[int] = set()
    stoerst = 0
    for plass, i in enumerate(ukodet):
        if not any(linjer[i].beloep) or _SUM.match(linjer[i].tekst):
            continue
        over = linjer[(ukodet[plass - 1] + 1 if plass else 0) : i]
        under = linjer[i + 1 : ukodet[plass + 1] if plass + 1 < len(ukodet) else len(linjer)]
        for blokk in (over, under):
            if blokk and _sum_av(linje.beloep for linje in blokk) == linjer[i].beloep:
                funnet.add(i)
                stoerst = max(stoerst, len(blokk))
                break
    return funnet if stoerst > 1 else set()


def _sum_av(vektorer: Iterable[Vektor]) -> Vektor:
    return tuple(map(sum, zip(*vektorer, strict=True)))


def _pluss(a: Vektor, b: Vektor) -> Vektor:
    return tuple(map(add, a, b))


def _minus(a: Vektor, b: Vektor) -> Vektor:
    return tuple(map(sub, a, b))
