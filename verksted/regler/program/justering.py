"""More minutes or fewer, for a block or a step."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from math import floor
from typing import TYPE_CHECKING, Final

from verksted.regler.program.feil import BlokkenErFerdig
from verksted.regler.program.moetedag import Dag, fordelt
from verksted.regler.program.post import i_loep

if TYPE_CHECKING:
    from verksted.regler.program.post import Post

LENGSTE_BLOKK: Final = 1440


def juster(dag: Dag, post_id: str, minutter: int) -> Dag:
    """Give a block or step so many minutes more (below 0: less); a running one never ends before now.

    With a running block its running steps stretch along; with a step its block does, as far as that is needed.
    `Dag.minutter` says what came of it. Raises FinnesIkke, BlokkenErFerdig.
    """
    post = dag.finn(post_id)
    if post.ferdig:
        raise BlokkenErFerdig(tittel=post.tittel)
    if post.forelder_id is not None:
        return _juster_steget(dag, post, minutter)
    endring = _mulig(dag, post, minutter)
    nye = [_strukket(post, endring)]
    if post.i_gang:
        nye += [_strukket(ett, _mulig(dag, ett, endring)) for ett in dag.steg(post.id) if ett.i_gang]
    holdt = () if post.i_gang else (post.id,)
    return replace(fordelt(dag.med(*nye), unntatt=holdt), minutter=endring)


def _mulig(dag: Dag, post: Post, minutter: int) -> int:
    """Return the change a block can take: never below a minute, never past the longest, never ending before now."""
    minutter = max(1 - post.varighet, min(LENGSTE_BLOKK - post.varighet, minutter))
    if minutter < 0 and post.i_gang and post.slutter is not None:
        igjen = post.slutter - dag.naa
        if post.stanset is not None:
            igjen += max(timedelta(), dag.naa - post.stanset)
        minutter = max(minutter, -max(0, floor(igjen / timedelta(minutes=1))))
    return minutter


def _strukket(post: Post, minutter: int) -> Post:
    if not minutter:
        return post
    varighet = post.varighet + minutter
    slutter = post.slutter + timedelta(minutes=minutter) if post.i_gang and post.slutter else post.slutter
    return replace(post, tildelt=None if varighet == post.minutter else varighet, slutter=slutter)


def _juster_steget(dag: Dag, steg: Post, minutter: int) -> Dag:
    """Stretch one step, and its block by what its longest track then needs more or less of it."""
    blokk = dag.finn(steg.forelder_id or "")
    endring = _mulig(dag, steg, minutter)
    foer = _lengste_loep(dag, blokk)
    dag = dag.med(_strukket(steg, endring))
    dag = dag.med(_strukket(blokk, _mulig(dag, blokk, _lengste_loep(dag, blokk) - foer)))
    holdt = () if blokk.i_gang else (blokk.id,)
    return replace(fordelt(dag, unntatt=holdt), minutter=endring)


def _lengste_loep(dag: Dag, blokk: Post) -> int:
    return max(sum(ett.varighet for ett in egne) for egne in i_loep(dag.steg(blokk.id)).values())
