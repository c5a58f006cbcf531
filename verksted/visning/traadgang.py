"""Walking the thread: where we stand, what stands beside us, and where a step leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from verksted.regler.spor import Kjedeslutt
from verksted.visning.sportraad import LEDD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from verksted.visning.sportraad import Traadkjede, Traadvisning

Retning = Literal["innspill", "krone"]
REKKE: Final[dict[Retning, tuple[str, ...]]] = {"innspill": LEDD, "krone": LEDD[::-1]}
_HELE: Final = frozenset({Kjedeslutt.POST.value, Kjedeslutt.OPPDRAG.value})


@dataclass(frozen=True, slots=True)
class Sti:
    """One road (its number in the view), and which of its notes we came by ('' for none)."""

    kjede: int
    innspill: str

    def ved(self, traad: Traadvisning, ledd: str) -> str:
        """Return the key of the card at one link, '' where there is none."""
        return self.innspill if ledd == "innspill" else traad.kjeder[self.kjede].ved(ledd)[0]


def begynn(traad: Traadvisning, noekkel: str) -> Sti | None:
    """Return the best road through a card: one that comes all the way, else the first; None where there is none."""
    numre = traad.kjeder_av.get(noekkel, ())
    return _sti(traad, _best(traad, numre), noekkel) if numre else None


def foerste(traad: Traadvisning) -> Sti | None:
    """Return a road to begin with: from a note all the way where there is one."""
    if not traad.kjeder:
        return None
    return _sti(traad, _best(traad, range(len(traad.kjeder))), "")


def soesken(traad: Traadvisning, sti: Sti, ledd: str, retning: Retning) -> tuple[str, ...]:
    """Return the cards that could stand at a link, in the order people read, when what comes before it is kept.

    At the first link it is those that lead to the same second one.
    """
    rekke = REKKE[retning]
    plass = rekke.index(ledd)
    naa = sti.ved(traad, ledd)
    holdt = rekke[:plass] if plass else rekke[1:2]
    if not naa or not any(sti.ved(traad, over) for over in holdt):
        return (naa,) if naa else ()
    like = [kjede for kjede in _kandidater(traad, sti, holdt) if _lik(traad, kjede, sti, holdt)]
    return tuple(dict.fromkeys(noekkel for kjede in like for noekkel in kjede.ved(ledd) if noekkel))


def velg(traad: Traadvisning, sti: Sti, noekkel: str, retning: Retning) -> Sti:
    """Step to a card, and keep as much as can be kept of the road up to it."""
    ledd = noekkel.partition(":")[0]
    rekke = REKKE[retning]
    plass = rekke.index(ledd)
    holdt = rekke[:plass] if plass else rekke[1:2]
    numre = traad.kjeder_av.get(noekkel, ())
    if not numre:
        return sti
    best = max(
        numre,
        key=lambda nr: (
            sum(_lik(traad, traad.kjeder[nr], sti, (over,)) for over in holdt),
            traad.kjeder[nr].slutt in _HELE,
            -nr,
        ),
    )
    return _sti(traad, best, noekkel if ledd == "innspill" else sti.innspill)


def _sti(traad: Traadvisning, nummer: int, innspill: str) -> Sti:
    egne = traad.kjeder[nummer].innspill
    return Sti(nummer, innspill if innspill in egne else egne[0] if egne else "")


def _best(traad: Traadvisning, numre: Iterable[int]) -> int:
    return min(
        numre, key=lambda nr: (traad.kjeder[nr].slutt not in _HELE, not traad.kjeder[nr].innspill,
                               not any(traad.kjeder[nr].beloep), nr)
    )  # fmt: skip


def _kandidater(traad: Traadvisning, sti: Sti, holdt: tuple[str, ...]) -> tuple[Traadkjede, ...]:
    noekkel = next(en for ledd in holdt if (en := sti.ved(traad, ledd)))
    return tuple(traad.kjeder[nr] for nr in traad.kjeder_av[noekkel])


def _lik(traad: Traadvisning, kjede: Traadkjede, sti: Sti, ledd: tuple[str, ...]) -> bool:
    return all(sti.ved(traad, ett) in kjede.ved(ett) for ett in ledd)
