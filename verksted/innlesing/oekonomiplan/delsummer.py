"""Which rows of a budget table are sums although nothing calls them one: over their parts, under them, in levels.

A row must be the sum of the rows beside it in every year. That may be chance, so more must speak for it: that it is
indented less, has fewer words or no code, that the digits are many, or that several rows of the table do the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import mul
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from verksted.innlesing.oekonomiplan.linje import Linje

# Far more than a year's amounts come to, so that all the years of a row can be summed and compared as one number.
_AARSVEKT: Final = 1 << 96
# Digits that must agree, trailing noughts not counted, before one sum by numbers alone is sure, or worth a word.
_SIKKERT: Final = 9
_VERDT_ET_ORD: Final = 3


@dataclass(frozen=True, slots=True)
class _Funn:
    rad: int
    deler: tuple[int, ...]
    kontrast: bool
    vekt: int


def finn_delsummer(rader: Sequence[Linje]) -> tuple[set[int], set[int]]:
    """Return the rows that surely are sums without a word for it, and those that only may be."""
    vekter = [_AARSVEKT**k for k in range(len(rader[0].beloep))] if rader else []
    tall = [sum(map(mul, rad.beloep, vekter)) for rad in rader]
    over = _sikre(list(_blokker(rader, tall, range(len(rader) - 1, -1, -1))), len(rader))
    under = _sikre(list(_blokker(rader, tall, range(len(rader)))), len(rader))
    (sikre, kanskje), andre = (over, under) if len(over[0]) > len(under[0]) else (under, over)
    funnet = {f.rad for f in sikre}
    # The other way round only what is not itself a part here.
    brukt = {d for f in sikre for d in f.deler}
    funnet.update(f.rad for f in andre[0] if f.kontrast and f.rad not in brukt and not funnet.intersection(f.deler))
    usikre = {f.rad for f in (*kanskje, *andre[1]) if f.rad not in brukt} | _nesten(rader, funnet)
    return funnet, usikre - funnet


def avrundede_delsummer(rader: Sequence[Linje]) -> set[int]:
    """Return the rows over rows indented more whose sum they are but for rounding."""
    funnet: set[int] = set()
    for i, deler in _innrykkede(rader):
        if (slingring := rader[i].slingring) and _avvik(rader, i, deler) <= (len(deler) + 1) * slingring // 2:
            funnet.add(i)
    return funnet


def _nesten(rader: Sequence[Linje], funnet: set[int]) -> set[int]:
    """Return the rows over rows indented more that are not their sum: that is worth a word."""
    return {i for i, deler in _innrykkede(rader) if i not in funnet and len(deler) > 1 and any(rader[i].beloep)}


def _innrykkede(rader: Sequence[Linje]) -> Iterable[tuple[int, list[int]]]:
    """Give each row over rows indented more, and those that stand one step in under it."""
    if not any(r.innrykk for r in rader):
        return
    for i, rad in enumerate(rader[:-1]):
        if rad.kaller_seg_sum or rader[i + 1].innrykk <= rad.innrykk:
            continue
        deler: list[int] = []
        for j in range(i + 1, len(rader)):
            if rader[j].innrykk <= rad.innrykk:
                break
            if rader[j].innrykk <= rader[i + 1].innrykk and not rader[j].kaller_seg_sum:
                deler.append(j)
        yield i, deler


def _avvik(rader: Sequence[Linje], rad: int, deler: Sequence[int]) -> int:
    return max(abs(b - sum(rader[d].beloep[k] for d in deler)) for k, b in enumerate(rader[rad].beloep))


class _Noder:
    """The rows gone through, with each found sum in the place of its parts; `foran` is the sum of all before each."""

    def __init__(self) -> None:
        self.rader: list[int] = []
        self._foran: list[int] = [0]
        self._plass: dict[int, list[int]] = {0: [0]}

    def antall(self, tall: int) -> int:
        """Return how many of the last nodes add up to a sum that is not 0, 0 when none do."""
        plasser = self._plass.get(self._foran[-1] - tall)
        return len(self.rader) - plasser[-1] if plasser else 0

    def legg_til(self, rad: int, tall: int) -> None:
        self.rader.append(rad)
        sum_ = self._foran[-1] + tall
        self._foran.append(sum_)
        self._plass.setdefault(sum_, []).append(len(self.rader))

    def ta_av(self, antall: int) -> None:
        for _ in range(antall):
            self.rader.pop()
            sum_ = self._foran.pop()
            plasser = self._plass[sum_]
            plasser.pop()
            if not plasser:
                del self._plass[sum_]


def _blokker(rader: Sequence[Linje], tall: Sequence[int], rekkefoelge: Iterable[int]) -> Iterable[_Funn]:
    """Give the rows that are the sum of the nodes gone through last; a found sum becomes the node of its parts."""
    noder = _Noder()
    for i in rekkefoelge:
        antall = noder.antall(tall[i]) if tall[i] else 0
        if not antall:
            if not rader[i].kaller_seg_sum:
                noder.legg_til(i, tall[i])
            continue
        rad = rader[i]
        erstatt = True
        if not rad.kaller_seg_sum:
            deler = tuple(noder.rader[-antall:])
            kontrast = _kontrast(rad, [rader[d] for d in deler], over=deler[0] > i)
            vekt = sum(len(str(abs(b)).rstrip("0")) for b in set(rad.beloep))
            erstatt = (antall > 1 or kontrast) and (kontrast or vekt >= _VERDT_ET_ORD)
            if antall > 1 or kontrast:
                yield _Funn(i, deler, kontrast, vekt)
        if erstatt:
            noder.ta_av(antall)
        noder.legg_til(i, tall[i])


def _kontrast(rad: Linje, deler: Sequence[Linje], *, over: bool) -> bool:
    """Say whether a row looks unlike its parts, as a sum does; `over` says that it stands over them."""
    if rad.innrykk < min(d.innrykk for d in deler):
        return True
    uten_kode = not rad.kodet and all(d.kodet for d in deler)
    deres = [d.ord for d in deler]
    if not over and len(rad.ord) < max(map(len, deres)) and set(rad.ord).issubset(o for en in deres for o in en):
        return True  # it names the group, or nothing
    if len(deler) == 1 and not over:
        return False  # the second line of a group may have the first one's amount
    return uten_kode or (len(deler) > 1 and len(rad.ord) < min(map(len, deres)))


def _sikre(funn: list[_Funn], rader: int) -> tuple[list[_Funn], list[_Funn]]:
    """Divide what was found by whether it is sure; a single part under a sum needs others that have more."""
    flere = [f for f in funn if len(f.deler) > 1]
    verdt = [f for f in flere if f.vekt >= _VERDT_ET_ORD]
    sikre = []
    for f in funn:
        if len(f.deler) == 1:
            er_sikker = f.kontrast and bool(flere)
        else:
            mange_gjoer_det = f.vekt >= _VERDT_ET_ORD and (len(verdt) > 1 or len(f.deler) == rader - 1)
            er_sikker = f.kontrast or f.vekt >= _SIKKERT or mange_gjoer_det
        if er_sikker:
            sikre.append(f)
    return sikre, [f for f in flere if f not in sikre and (f in verdt or len(f.deler) == rader - 1)]
