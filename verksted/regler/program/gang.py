"""The program as it goes: one block at a time, begun, ended, stopped, skipped. Pure: rows in, rows out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from verksted.regler.program.dagen import skalerte
from verksted.regler.program.feil import (
    BlokkenErFerdig,
    IngenBlokkErIGang,
    IngenBlokkEtterDenne,
    IngenBlokkFoerDenne,
    KlokkaGaarAllerede,
)
from verksted.regler.program.moetedag import Dag, fordelt, legg_foer, med_planen_nedskrevet
from verksted.regler.program.post import Post, i_loep

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

# -- beginning and ending ----------------------------------------------------------------------------------------


def start_post(dag: Dag, post_id: str) -> Dag:
    """Begin a block, or a step of the running block; what runs ends. One chosen out of turn moves up in the order.

    Beginning what already runs changes nothing. Raises FinnesIkke, BlokkenErFerdig.
    """
    post = dag.finn(post_id)
    if post.forelder_id is not None:
        return _begynn_steget(dag, post)
    if post.i_gang:
        return dag
    if post.faktisk_slutt is not None:
        raise BlokkenErFerdig(tittel=post.tittel)
    dag = _avslutt(dag)
    foerste = next((annen for annen in dag.kommende if annen.id != post_id), None)
    if foerste is not None and foerste.rekkefoelge < post.rekkefoelge:
        dag = legg_foer(med_planen_nedskrevet(dag), post_id, foerste.id)
    # It begins now, whatever start was fixed for it, and shares with the rest what time there is.
    dag = fordelt(dag.med(replace(dag.finn(post_id), hoppet_over=False, fast_start=None)), begynner=True)
    return _begynn(dag.med(replace(dag.finn(post_id), fast_start=post.fast_start)), post_id)


def neste(dag: Dag) -> Dag:
    """Go on: to the next step of the running block, else to the next block; the last one just ends.

    Side by side, the track whose step ends first goes on. Raises IngenBlokkEtterDenne.
    """
    blokk = dag.i_gang
    if blokk is None:
        if not dag.kommende:
            raise IngenBlokkEtterDenne
        return start_post(dag, dag.kommende[0].id)
    venter = [
        (ett.slutter or dag.naa, etter)
        for egne in i_loep(dag.steg(blokk.id)).values()
        for ett, etter in pairwise(egne)
        if ett.i_gang and etter.kommer
    ]
    if venter:
        foerst = min(slutter for slutter, _ in venter)
        for slutter, etter in venter:
            if slutter == foerst:
                dag = _begynn_steget(dag, etter)
        return dag
    return start_post(dag, dag.kommende[0].id) if dag.kommende else _avslutt(dag)


def avslutt(dag: Dag) -> Dag:
    """End the running block without beginning another (raises IngenBlokkErIGang)."""
    _krev_i_gang(dag)
    return fordelt(_avslutt(dag))


def forrige(dag: Dag) -> Dag:
    """Go back one step, else one block: it goes on with the clock it had (raises IngenBlokkFoerDenne)."""
    blokk = dag.i_gang
    if blokk is not None:
        steg = [ett for ett in dag.steg(blokk.id) if ett.i_gang]
        tilbake = [(ett, foran) for ett in steg if (foran := _foran(dag.steg(blokk.id), ett)) is not None]
        if tilbake:
            sist = max(ett.faktisk_start or dag.naa for ett, _ in tilbake)
            for ett, foran in tilbake:
                if ett.faktisk_start == sist:
                    dag = dag.med(_ubegynt(ett), replace(foran, faktisk_slutt=None))
            return dag
    ferdige = [post for post in dag.blokker if post.faktisk_slutt is not None]
    if not ferdige:
        raise IngenBlokkFoerDenne
    if blokk is not None:
        dag = dag.med(_ubegynt(blokk), *(_ubegynt(ett) for ett in dag.steg(blokk.id)))
    forrige_blokk = max(ferdige, key=lambda post: post.rekkefoelge)
    gjenaapnet = [
        replace(begynte[-1], faktisk_slutt=None)
        for egne in i_loep(dag.steg(forrige_blokk.id)).values()
        if (begynte := [ett for ett in egne if ett.faktisk_start is not None])
    ]
    return fordelt(dag.med(replace(forrige_blokk, faktisk_slutt=None, hoppet_over=False), *gjenaapnet))


# -- the clock ---------------------------------------------------------------------------------------------------


def stans(dag: Dag) -> Dag:
    """Stop the clock of the running block; stopped already, nothing changes (raises IngenBlokkErIGang)."""
    blokk = _krev_i_gang(dag)
    return dag if blokk.stanset is not None else dag.med(replace(blokk, stanset=dag.naa))


def fortsett(dag: Dag) -> Dag:
    """Let the clock go on: every stored end moves by the time it stood.

    Raises IngenBlokkErIGang, KlokkaGaarAllerede.
    """
    blokk = _krev_i_gang(dag)
    if blokk.stanset is None:
        raise KlokkaGaarAllerede
    return fordelt(dag.med(*_uten_stans(dag, blokk)))


# -- what is to come ---------------------------------------------------------------------------------------------


def hopp_over(dag: Dag, post_id: str, *, hopp: bool = True) -> Dag:
    """Skip a block, or take it in again; the running one ends there and the next begins.

    Raises FinnesIkke, BlokkenErFerdig.
    """
    post = dag.finn(post_id)
    if post.faktisk_slutt is not None or post.forelder_id is not None:
        raise BlokkenErFerdig(tittel=post.tittel)
    if not post.i_gang:
        return fordelt(dag.med(replace(post, hoppet_over=hopp, tildelt=None)))
    if not hopp:
        return dag
    dag = _avslutt(dag)
    dag = dag.med(replace(dag.finn(post_id), hoppet_over=True))
    return start_post(dag, dag.kommende[0].id) if dag.kommende else dag


# -- inside ------------------------------------------------------------------------------------------------------


def _krev_i_gang(dag: Dag) -> Post:
    blokk = dag.i_gang
    if blokk is None:
        raise IngenBlokkErIGang
    return blokk


def _begynn(dag: Dag, blokk_id: str) -> Dag:
    blokk = dag.finn(blokk_id)
    slutter = dag.naa + timedelta(minutes=blokk.varighet)
    dag = dag.med(replace(blokk, faktisk_start=dag.naa, slutter=slutter), *skalerte(blokk, dag.steg(blokk_id)))
    for egne in i_loep(dag.steg(blokk_id)).values():
        dag = _begynn_steget(dag, egne[0])
    return dag


def _begynn_steget(dag: Dag, steg: Post) -> Dag:
    """Begin a step of the running block; the one running in its track ends.

    The last step of a track that was to fill its block ends with the block, so that a slow start eats no plenary.
    """
    blokk = dag.finn(steg.forelder_id or "")
    if not blokk.i_gang or steg.i_gang:
        if steg.i_gang:
            return dag
        raise IngenBlokkErIGang
    if blokk.stanset is not None:  # going on to a step lets the clock go on as well
        dag = dag.med(*_uten_stans(dag, blokk))
        blokk = dag.finn(blokk.id)
    egne = i_loep(dag.steg(blokk.id))[steg.loep]
    slutter = dag.naa + timedelta(minutes=steg.varighet)
    fyller = sum(ett.minutter for ett in egne) == blokk.minutter
    if steg.id == egne[-1].id and len(egne) > 1 and fyller:
        slutter = max(blokk.slutter or slutter, dag.naa + timedelta(minutes=1))
    ferdige = [_ferdig(ett, dag.naa) for ett in egne if ett.i_gang]
    return dag.med(*ferdige, replace(steg, faktisk_start=dag.naa, faktisk_slutt=None, slutter=slutter))


def _avslutt(dag: Dag) -> Dag:
    """End the running block and its steps, a stopped clock settled; without one nothing changes."""
    blokk = dag.i_gang
    if blokk is None:
        return dag
    dag = dag.med(*_uten_stans(dag, blokk))
    ferdige = [_ferdig(ett, dag.naa) for ett in dag.steg(blokk.id) if ett.i_gang]
    return dag.med(_ferdig(dag.finn(blokk.id), dag.naa), *ferdige)


def _ferdig(post: Post, naa: datetime) -> Post:
    start = post.faktisk_start or naa
    return replace(post, faktisk_slutt=max(naa, start))


def _ubegynt(post: Post) -> Post:
    return replace(post, faktisk_start=None, faktisk_slutt=None, slutter=None, stanset=None)


def _uten_stans(dag: Dag, blokk: Post) -> Sequence[Post]:
    if blokk.stanset is None:
        return ()
    stod = max(timedelta(), dag.naa - blokk.stanset)

    def gaar(post: Post) -> Post:
        return replace(post, slutter=post.slutter + stod if post.slutter else None, stanset=None)

    return [gaar(blokk), *(gaar(ett) for ett in dag.steg(blokk.id) if ett.i_gang)]


def _foran(steg: Sequence[Post], ett: Post) -> Post | None:
    egne = i_loep(steg)[ett.loep]
    plass = egne.index(ett)
    return egne[plass - 1] if plass and egne[plass - 1].faktisk_slutt is not None else None
