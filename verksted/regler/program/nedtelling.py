"""The clock of the meeting: read off the wall once, then counted by a clock that nobody can set."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from verksted.kjerne.klokke import Klokke
    from verksted.regler.program.post import Post

# Less than this between the two clocks, or between two looks, is nothing to speak of.
TERSKEL: Final = timedelta(seconds=5)
# Nobody leaves a block running this long past its end: the clock, or the day, is another.
LENGST_OVER: Final = timedelta(hours=6)
_NULL: Final = timedelta()


class Klokkeavvik(StrEnum):
    """What may have happened to the clocks; `program.klokke.<kind>` asks about it."""

    SOV = "sov"
    STILT_FRAM = "stilt_fram"
    STILT_TILBAKE = "stilt_tilbake"
    FOER_START = "foer_start"
    LENGE_OVER = "lenge_over"


@dataclass(frozen=True, slots=True)
class Hopp:
    """Something the user should know about the clocks, and how large it was.

    SOV: nobody looked for so long; the time is counted. STILT_FRAM: the wall clock ran ahead (set forward, or the
    machine slept with both clocks stopped); the count-down did not follow. STILT_TILBAKE: it was set back.
    FOER_START, LENGE_OVER: after a restart the wall clock and the stored times cannot both be right.
    """

    slag: Klokkeavvik
    varighet: timedelta


@dataclass(frozen=True, slots=True)
class Nedtelling:
    """The time left of one block or step, from its stored end; the block's stopped clock stops its steps."""

    slutter: datetime
    stanset: datetime | None = None

    def igjen(self, naa: datetime) -> timedelta:
        """Return what is left, never below zero."""
        return max(_NULL, self._til(naa))

    def over(self, naa: datetime) -> timedelta:
        """Return how long it has gone over, never below zero."""
        return max(_NULL, -self._til(naa))

    def _til(self, naa: datetime) -> timedelta:
        return self.slutter - (naa if self.stanset is None else min(naa, self.stanset))


def nedtelling(post: Post, blokk: Post | None = None) -> Nedtelling | None:
    """Return the count-down of a running block, or of a running step in its block; None when it is not running."""
    if not post.i_gang or post.slutter is None:
        return None
    return Nedtelling(post.slutter, (blokk or post).stanset)


class Moeteklokke:
    """Is a `Klokke` whose wall time is read once and then counted by the monotonic clock.

    Everything stored while a meeting runs is stamped by this one, so that a wall clock set by a day, a new season or
    a wrong date neither moves the count-down nor the order of the blocks. It lives from opening to closing; the next
    one reads the wall anew (`sjekk_gjenopptak` then says when that cannot be right).
    """

    def __init__(self, klokke: Klokke) -> None:
        self._klokke = klokke
        self._vegg = self._sist_vegg = klokke.naa()
        self._monotont = self._sist = klokke.monoton()

    def monoton(self) -> float:
        """Return the monotonic clock in seconds."""
        return self._klokke.monoton()

    def naa(self) -> datetime:
        """Return the moment the meeting counts by."""
        return self._vegg + timedelta(seconds=self._klokke.monoton() - self._monotont)

    def se_etter_hopp(self) -> Hopp | None:
        """Return what happened to the clocks since the last look, told once; call it at every tick (once a second)."""
        vegg, monotont = self._klokke.naa(), self._klokke.monoton()
        paa_veggen = vegg - self._sist_vegg
        gaatt = timedelta(seconds=monotont - self._sist)
        self._sist_vegg, self._sist = vegg, monotont
        forsprang = paa_veggen - gaatt
        if forsprang >= TERSKEL:
            return Hopp(Klokkeavvik.STILT_FRAM, forsprang)
        if forsprang <= -TERSKEL:
            return Hopp(Klokkeavvik.STILT_TILBAKE, -forsprang)
        return Hopp(Klokkeavvik.SOV, gaatt) if gaatt >= TERSKEL else None

    def ta_med(self, hopp: Hopp) -> None:
        """Count what the wall clock ran ahead: the user says that the machine slept and the room did not."""
        if hopp.slag is Klokkeavvik.STILT_FRAM:
            self._vegg += hopp.varighet


def sjekk_gjenopptak(post: Post, naa: datetime) -> Hopp | None:
    """Say whether a running block, opened again at `naa`, has times that the wall clock cannot agree with."""
    if not post.i_gang or post.faktisk_start is None:
        return None
    if naa < post.faktisk_start:
        return Hopp(Klokkeavvik.FOER_START, post.faktisk_start - naa)
    over = naa - (post.slutter or naa)
    return Hopp(Klokkeavvik.LENGE_OVER, over) if over > LENGST_OVER else None


def uten_soevn(post: Post, hopp: Hopp) -> Post:
    """Return a running block with the time the machine slept given back to it."""
    if not post.i_gang or post.slutter is None:
        return post
    return replace(post, slutter=post.slutter + hopp.varighet)
