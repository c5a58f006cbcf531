"""Where a step up, down, in or out in a tree leads, said as parent and the sibling it comes after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Treplass:
    """A place in the tree: under `forelder` (None: at the top), right after `etter` (None: first)."""

    forelder: str | None
    etter: str | None


def steg(rader: Sequence[Any], kode: str, retning: str) -> Treplass | None:
    """Return where `opp`, `ned`, `inn` or `ut` puts a place; None when there is no way.

    Rows have `kode` and `barn`; a row without a code is a heading, and what lies under it is at the top.
    """
    rekker = list(_rekker(rader, None))
    over, rekka = next(((o, r) for o, r in rekker if kode in r), (None, []))
    if not rekka:
        return None
    plass = rekka.index(kode)
    if retning == "opp":
        return Treplass(over, rekka[plass - 2] if plass > 1 else None) if plass else None
    if retning == "ned":
        return Treplass(over, rekka[plass + 1]) if plass + 1 < len(rekka) else None
    if retning == "inn":
        under = next((r for o, r in rekker if plass and o == rekka[plass - 1]), [])
        return Treplass(rekka[plass - 1], under[-1] if under else None) if plass else None
    if over is None:
        return None
    return Treplass(next(o for o, r in rekker if over in r), over)


def over_linja(rader: Sequence[Any], kode: str) -> str | None:
    """Return the place on the line above in the unfolded tree, None for the first."""
    koder = [k for _, k in _linjene(rader)]
    plass = koder.index(kode) if kode in koder else 0
    return koder[plass - 1] if plass else None


def _rekker(rader: Sequence[Any], over: str | None) -> Iterator[tuple[str | None, list[str]]]:
    """Yield every parent with its children's codes."""
    flate = [under for rad in rader for under in ([rad] if rad.kode else rad.barn)]
    yield over, [rad.kode for rad in flate]
    for rad in flate:
        yield from _rekker(rad.barn, rad.kode)


def _linjene(rader: Sequence[Any]) -> Iterator[tuple[int, str]]:
    for nr, rad in enumerate(rader):
        if rad.kode:
            yield nr, rad.kode
        yield from _linjene(rad.barn)
