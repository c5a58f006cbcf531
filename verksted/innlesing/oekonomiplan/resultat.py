"""Result rows of an accounts table, where income and expense both stand without minus: «Brutto driftsresultat».

Such a row is the difference of two sums, or an earlier result and what came after it. It is no post; and the posts of
such a table do not add up to a net, which the reader is told.
"""

from __future__ import annotations

from itertools import product
from operator import add, sub
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

Vektor = tuple[int, ...]

_SUMMER: Final = 8
_POSTER: Final = 8


class Resultater:
    """Remembers the sums of a table, and the posts since the last of them."""

    def __init__(self) -> None:
        self._summer: list[Vektor] = []
        self._poster: list[Vektor] = []
        self._mange = False

    def post(self, beloep: Vektor) -> None:
        """Take in a post."""
        self._mange = len(self._poster) >= _POSTER
        if not self._mange:
            self._poster.append(beloep)

    def sum(self, beloep: Vektor) -> None:
        """Take in a sum or a result."""
        self._summer = [*self._summer[-_SUMMER:], beloep]
        self._poster = []
        self._mange = False

    def er_differanse(self, beloep: Vektor) -> bool:
        """Say whether a row is the difference of sums before it, or of the posts since the last one."""
        if any(
            beloep == tuple(map(sub, a, b)) for a in self._summer for b in self._summer if a != b or not any(beloep)
        ):
            return len(self._summer) > 1
        return any(
            beloep == verdi or (self._summer and beloep == tuple(map(add, self._summer[-1], verdi)))
            for verdi in self._med_fortegn()
        )

    def _med_fortegn(self) -> Iterator[Vektor]:
        """Give what the posts since the last sum come to, with each choice of signs but the one they stand with."""
        if self._mange or len(self._poster) < 2 or not any(map(any, self._poster)):
            return
        for tegn in product((1, -1), repeat=len(self._poster)):
            if len(set(tegn)) > 1:
                yield tuple(
                    sum(t * p[i] for t, p in zip(tegn, self._poster, strict=True)) for i in range(len(self._poster[0]))
                )
