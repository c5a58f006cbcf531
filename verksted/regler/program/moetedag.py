"""The day of the meeting as the rules see it: its blocks, their order, and what gives way for them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from verksted.kjerne.feil import FinnesIkke
from verksted.modell.ordene import Forskyvning, Programart
from verksted.regler.program.dagen import veggtid, ventet_slutt
from verksted.regler.program.feil import BlokkenErBegynt
from verksted.regler.program.fordeling import fordel_resten
from verksted.regler.program.post import Post, blokkene, stegene

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class Dag:
    """The program at one moment: every block and step, now (with a zone), and the end to keep (wall, without).

    `ikke_tatt` is how many minutes past the end no block could give, `minutter` what the latest ± really changed.
    """

    poster: tuple[Post, ...]
    naa: datetime
    slutt: datetime | None = None
    forskyvning: Forskyvning = Forskyvning.SKYV
    ikke_tatt: int = 0
    minutter: int = 0

    @property
    def blokker(self) -> tuple[Post, ...]:
        """The blocks in the order of the day."""
        return blokkene(self.poster)

    @property
    def i_gang(self) -> Post | None:
        """The block that is running."""
        return next((post for post in self.blokker if post.i_gang), None)

    @property
    def begynt(self) -> bool:
        """Say whether the first block has begun."""
        return any(post.faktisk_start for post in self.poster)

    @property
    def kommende(self) -> tuple[Post, ...]:
        """The blocks still to come, in order; homework is done at home."""
        return tuple(p for p in self.blokker if p.kommer and p.art is not Programart.HJEMMEARBEID)

    def steg(self, blokk_id: str) -> tuple[Post, ...]:
        """Return a block's steps in order."""
        return stegene(self.poster).get(blokk_id, ())

    def finn(self, post_id: str) -> Post:
        """Return a block or step (raises FinnesIkke)."""
        for post in self.poster:
            if post.id == post_id:
                return post
        raise FinnesIkke(hva="programpost", kode="")

    def med(self, *nye: Post) -> Dag:
        """Return the day with these posts as they have become."""
        bytte = {post.id: post for post in nye}
        return replace(self, poster=tuple(bytte.get(post.id, post) for post in self.poster))


def flytt(dag: Dag, post_id: str, foer_id: str | None) -> Dag:
    """Move a block that is to come before another one to come, or last; a step likewise inside its block.

    Raises FinnesIkke, BlokkenErBegynt.
    """
    for post in (dag.finn(p) for p in (post_id, foer_id) if p is not None):
        if post.faktisk_start is not None:
            raise BlokkenErBegynt(tittel=post.tittel)
    if foer_id is not None and dag.finn(foer_id).forelder_id != dag.finn(post_id).forelder_id:
        raise FinnesIkke(hva="programpost", kode="")
    return fordelt(legg_foer(dag, post_id, foer_id))


def bytt(dag: Dag, en_id: str, annen_id: str) -> Dag:
    """Let two blocks that are to come change places (raises FinnesIkke, BlokkenErBegynt)."""
    en, annen = dag.finn(en_id), dag.finn(annen_id)
    if en.forelder_id != annen.forelder_id:
        raise FinnesIkke(hva="programpost", kode="")
    for post in (en, annen):
        if post.faktisk_start is not None:
            raise BlokkenErBegynt(tittel=post.tittel)
    dag = med_planen_bevart(dag)
    en, annen = dag.finn(en_id), dag.finn(annen_id)
    bytte = (replace(en, rekkefoelge=annen.rekkefoelge), replace(annen, rekkefoelge=en.rekkefoelge))
    return fordelt(dag.med(*bytte))


def fordelt(dag: Dag, *, unntatt: Iterable[str] = (), begynner: bool = False) -> Dag:
    """Return the day with the minutes of what is to come as the chosen way has it, so that the end is kept.

    Nothing gives way before the first block begins. `unntatt`: blocks whose minutes somebody has just decided.
    """
    if dag.forskyvning is Forskyvning.SKYV or dag.slutt is None or not (dag.begynt or begynner):
        return replace(dag, ikke_tatt=0)
    faste = {post_id: dag.finn(post_id) for post_id in unntatt}
    blokk = dag.i_gang
    fra = veggtid(dag.naa if blokk is None else ventet_slutt(blokk, dag.naa))
    til = dag.slutt - timedelta(minutes=sum(post.varighet for post in faste.values()))
    flytende = [post for post in dag.kommende if post.id not in faste]
    nye, ikke_tatt = fordel_resten(flytende, fra, til, dag.forskyvning)
    return replace(dag.med(*nye), ikke_tatt=ikke_tatt)


def kortet(dag: Dag) -> Dag:
    """Let what is to come shrink in proportion this once, whatever way is chosen for the rest of the day."""
    kort = fordelt(replace(dag, forskyvning=Forskyvning.FORHOLDSMESSIG))
    return replace(kort, forskyvning=dag.forskyvning)


def som_planlagt(dag: Dag) -> Dag:
    """Give every block to come its planned minutes back: what choosing another way begins from."""
    return dag.med(*(replace(post, tildelt=None) for post in dag.kommende if post.tildelt is not None))


def med_planen_bevart(dag: Dag) -> Dag:
    """Return the day with the planned order written down, so that moving things does not lose it."""
    return med_planen_nedskrevet(dag) if dag.begynt else dag


def med_planen_nedskrevet(dag: Dag) -> Dag:
    """Return the day with the planned order written down, begun or not."""
    return dag.med(
        *(
            replace(post, planlagt_rekkefoelge=post.rekkefoelge)
            for post in dag.poster
            if post.planlagt_rekkefoelge is None and not post.lagt_til
        )
    )


def legg_foer(dag: Dag, post_id: str, foer_id: str | None) -> Dag:
    """Renumber the blocks with one of them before another, or last; only those that change place are touched."""
    if post_id == foer_id:
        return dag
    dag = med_planen_bevart(dag)
    post = dag.finn(post_id)
    soesken = (p for p in dag.poster if p.forelder_id == post.forelder_id and p.id != post_id)
    rekka = sorted(soesken, key=lambda p: p.rekkefoelge)
    plass = next((nummer for nummer, post in enumerate(rekka) if post.id == foer_id), len(rekka))
    rekka.insert(plass, post)
    numre = sorted(p.rekkefoelge for p in rekka)
    if len(set(numre)) < len(numre):  # never numbered apart: number them anew
        numre = list(range(1, len(numre) + 1))
    return dag.med(
        *(replace(p, rekkefoelge=nummer) for p, nummer in zip(rekka, numre, strict=True) if p.rekkefoelge != nummer)
    )
