"""Shares in basis points and kroner: the parts always sum exactly to what was handed out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

HEL: Final = 10_000


def fordel(beloep: int, vekter: Sequence[int]) -> tuple[int, ...]:
    """Return `beloep` split by non-negative weights, by largest remainder; the earliest wins a tie.

    The parts sum exactly to `beloep` and have its sign. Weights that are all 0 count as equal.
    No weights give no parts.
    """
    if not vekter:
        return ()
    hele = sum(vekter)
    if not hele:
        return fordel(beloep, (1,) * len(vekter))
    fortegn = -1 if beloep < 0 else 1
    delt = [divmod(abs(beloep) * vekt, hele) for vekt in vekter]
    deler = [hel for hel, _ in delt]
    mangler = abs(beloep) - sum(deler)
    for nummer in sorted(range(len(delt)), key=lambda i: -delt[i][1])[:mangler]:
        deler[nummer] += 1
    return tuple(fortegn * del_ for del_ in deler)


def fordel_likt(beloep: int, antall: int) -> tuple[int, ...]:
    """Return `beloep` in `antall` parts that differ by at most one."""
    return tuple(lik_del(beloep, antall, plass) for plass in range(antall))


def lik_del(beloep: int, antall: int, plass: int) -> int:
    """Return part number `plass` (from 0) of `antall` even parts, without making the others."""
    hel, til_overs = divmod(abs(beloep), antall)
    del_ = hel + (plass < til_overs)
    return -del_ if beloep < 0 else del_


def andeler_av_post(oppgitt: Sequence[int | None]) -> tuple[int, ...]:
    """Return the shares (basis points) that count, at most 10 000 together.

    A share that nobody set takes what the others leave; shares above 100 % together are scaled down in proportion.
    """
    satt = sum(andel for andel in oppgitt if andel is not None)
    ledig = iter(fordel_likt(max(0, HEL - satt), sum(andel is None for andel in oppgitt)))
    andeler = tuple(next(ledig) if andel is None else andel for andel in oppgitt)
    return fordel(HEL, andeler) if sum(andeler) > HEL else andeler
