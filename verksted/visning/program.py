"""The program of one workshop, for showing and printing: the plan on the clock, what is wrong with it, how it went."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from verksted.kjerne.feil import FinnesIkke
from verksted.modell.ordene import Mandatart
from verksted.regler.program.dagen import beregn_dagen
from verksted.regler.program.planmot import planlagt_mot_faktisk
from verksted.regler.program.post import planlagte, som_poster
from verksted.regler.program.tidslinje import beregn_program, paa_dagen
from verksted.regler.program.varsler import Rommet, finn_varsler

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import time

    from verksted.kjerne.tekster import Maalform
    from verksted.modell.verksted import Programpost, Verksted
    from verksted.regler.program.planmot import Gjennomfoering
    from verksted.regler.program.tidslinje import Blokktid, Stegtid
    from verksted.regler.program.varsler import Reparasjon, Varsel
    from verksted.visning.grunnlag import Grunnlag

# A workshop whose date is not set yet is laid out on a day that does not matter.
_EN_DAG: Final = date(2000, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Programvarsel:
    """One warning at its block: `program.varsel.<slag>` with `tall`, and what mends it."""

    slag: str
    post_id: str | None
    tall: Mapping[str, int]
    reparasjon: Reparasjon


@dataclass(frozen=True, slots=True, kw_only=True)
class Programspoersmaal:
    """A question asked in a block."""

    nummer: int
    tema: str
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Programsteg:
    """One method step on the clock; different `loep` run side by side."""

    id: str
    loep: int
    fra: time
    til: time
    minutter: int
    art: str
    tittel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Programblokk:
    """One block: as it was where real times were kept, else as planned.

    `fra`, `til`: wall clock. `planlagt_fra` … `minutter`: the plan (None for a block added on the day).
    `varte` (minutes) is None where no real time was kept. `art` and `sfaere` are catalogue keys.
    """

    id: str
    nummer: int
    fra: time
    til: time
    planlagt_fra: time | None
    planlagt_til: time | None
    minutter: int
    varte: int | None
    fast: bool
    art: str
    sfaere: str
    tittel: str
    beskrivelse: str
    ansvarlig: str
    hoppet_over: bool
    lagt_til: bool
    parallelle: int
    steg: tuple[Programsteg, ...] = ()
    spoersmaal: tuple[Programspoersmaal, ...] = ()
    varsler: tuple[Programvarsel, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramVisning:
    """The program of one workshop. `slutt` is when the blocks are over, `planlagt_slutt` when they should be.

    `minutter` are the planned ones; `minutter_per_art` counts them by kind (catalogue key). `varsler` holds all of
    them; those at a block stand there too. `kjoert`: real times were kept for at least one block.
    """

    kommune: str
    prosess: str
    maalform: Maalform
    er_eksempel: bool
    nummer: int
    tittel: str
    formaal: str
    organ: str
    dato: date | None
    sted: str
    start: time
    slutt: time
    planlagt_slutt: time | None
    minutter: int
    minutter_per_art: tuple[tuple[str, int], ...]
    blokker: tuple[Programblokk, ...]
    varsler: tuple[Programvarsel, ...]
    kjoert: bool


def bygg_program(grunnlag: Grunnlag, verksted_nummer: int) -> ProgramVisning:
    """Return the program of workshop number so-and-so (raises FinnesIkke)."""
    verksted = next((v for v in grunnlag.verksted if v.nummer == verksted_nummer), None)
    if verksted is None:
        raise FinnesIkke(hva="verksted", kode=str(verksted_nummer))
    poster = som_poster(p for p in grunnlag.programpost if p.verksted_id == verksted.id)
    plan = beregn_program(planlagte(poster), *rammene(verksted))
    varsler = tuple(_varsel(varsel) for varsel in finn_varsler(plan, poster, bygg_rommet(grunnlag, verksted)))
    per_art: Counter[str] = Counter()
    for blokk in plan.blokker:
        per_art[f"programart.{blokk.art}"] += blokk.minutter
    return ProgramVisning(
        kommune=grunnlag.prosess.kommune,
        prosess=grunnlag.prosess.navn,
        maalform=grunnlag.prosess.maalform,
        er_eksempel=grunnlag.prosess.er_eksempel,
        nummer=verksted.nummer,
        tittel=verksted.tittel,
        formaal=verksted.formaal,
        organ=next((o.navn for o in grunnlag.organ if o.id == verksted.organ_id), ""),
        dato=verksted.dato,
        sted=verksted.sted,
        start=verksted.start,
        slutt=plan.slutt.time(),
        planlagt_slutt=verksted.slutt,
        minutter=plan.minutter,
        minutter_per_art=tuple(per_art.most_common()),
        blokker=bygg_blokker(grunnlag, verksted, varsler),
        varsler=varsler,
        kjoert=any(post.faktisk_start for post in poster),
    )


def bygg_blokker(
    grunnlag: Grunnlag, verksted: Verksted, varsler: Iterable[Programvarsel] = ()
) -> tuple[Programblokk, ...]:
    """Return a workshop's blocks in the order they came, or are to come; steps lie inside their block."""
    rader = {p.id: p for p in grunnlag.programpost if p.verksted_id == verksted.id}
    poster = som_poster(rader.values())
    plan = beregn_program(planlagte(poster), *rammene(verksted))
    plantid = {blokk.id: blokk for blokk in plan.blokker}
    dag = beregn_dagen(poster, plan)
    varte = {rad.id: rad for rad in planlagt_mot_faktisk(poster, plan)}
    ved_blokken: dict[str, list[Programvarsel]] = defaultdict(list)
    for varsel in varsler:
        if varsel.post_id is not None:
            ved_blokken[rader[varsel.post_id].forelder_id or varsel.post_id].append(varsel)
    spoersmaal = _spoersmaal(grunnlag, verksted, rader)
    return tuple(
        _blokk(
            rader,
            blokk.tid,
            plan=plantid.get(blokk.tid.id),
            gikk=varte[blokk.tid.id],
            nummer=nummer,
            spoersmaal=spoersmaal.get(blokk.tid.id, ()),
            varsler=tuple(ved_blokken[blokk.tid.id]),
        )
        for nummer, blokk in enumerate(dag.blokker, start=1)
    )


def slutt_paa_programmet(blokker: tuple[Programblokk, ...], verksted: Verksted) -> time | None:
    """Return when the meeting ended, or is planned to; None without a program."""
    return verksted.faktisk_slutt or (blokker[-1].til if blokker else None)


def rammene(verksted: Verksted) -> tuple[datetime, datetime | None]:
    """Return when a workshop begins and when it should be over, on the wall clock, without a zone."""
    dag = datetime.combine(verksted.dato or _EN_DAG, verksted.start)
    return dag, None if verksted.slutt is None else paa_dagen(dag, verksted.slutt, etter=verksted.start)


def bygg_rommet(grunnlag: Grunnlag, verksted: Verksted) -> Rommet:
    """Return what the warnings need to know about the room: the seats given out, else the organ spread evenly."""
    bord = sum(1 for gruppe in grunnlag.gruppe if gruppe.verksted_id == verksted.id)
    runder = {i.id for i in grunnlag.gruppeinndeling if i.verksted_id == verksted.id}
    plasser = Counter((p.inndeling_id, p.gruppe_id) for p in grunnlag.plass if p.inndeling_id in runder)
    folk = max(plasser.values(), default=0)
    if bord and not folk:
        medlemmer = sum(1 for m in grunnlag.mandat if m.organ_id == verksted.organ_id and m.art is Mandatart.MEDLEM)
        folk = -(-medlemmer // bord)
    spurt = {s.programpost_id for s in grunnlag.spoersmaal if s.verksted_id == verksted.id and s.programpost_id}
    return Rommet(bord=bord, folk_ved_bordet=folk, med_spoersmaal=frozenset(spurt))


def _blokk(
    rader: Mapping[str, Programpost],
    tid: Blokktid,
    *,
    plan: Blokktid | None,
    gikk: Gjennomfoering,
    nummer: int,
    spoersmaal: tuple[Programspoersmaal, ...],
    varsler: tuple[Programvarsel, ...],
) -> Programblokk:
    post = rader[tid.id]
    steg = tid.steg or (plan.steg if plan is not None else ())
    return Programblokk(
        id=post.id,
        nummer=nummer,
        fra=_veggtid(tid.fra),
        til=_veggtid(tid.til),
        planlagt_fra=_veggtid(plan.fra) if plan else None,
        planlagt_til=_veggtid(plan.til) if plan else None,
        minutter=post.minutter,
        varte=gikk.varte,
        fast=post.fast_start is not None,
        art=f"programart.{post.art}",
        sfaere=f"sfaere.{post.sfaere}",
        tittel=post.tittel,
        beskrivelse=post.beskrivelse,
        ansvarlig=post.ansvarlig,
        hoppet_over=post.hoppet_over,
        lagt_til=post.lagt_til,
        parallelle=tid.parallelle,
        steg=tuple(_steg(rader[ett.id], ett) for ett in steg),
        spoersmaal=spoersmaal,
        varsler=varsler,
    )


def _steg(post: Programpost, tid: Stegtid) -> Programsteg:
    return Programsteg(
        id=post.id,
        loep=tid.loep,
        fra=_veggtid(tid.fra),
        til=_veggtid(tid.til),
        minutter=post.minutter,
        art=f"programart.{post.art}",
        tittel=post.tittel,
    )


def _spoersmaal(
    grunnlag: Grunnlag, verksted: Verksted, rader: Mapping[str, Programpost]
) -> dict[str, tuple[Programspoersmaal, ...]]:
    """Return each block's questions, those of its steps among them, by number."""
    samlet: dict[str, list[Programspoersmaal]] = defaultdict(list)
    for s in sorted(grunnlag.spoersmaal, key=lambda s: s.nummer):
        post = rader.get(s.programpost_id or "")
        if s.verksted_id == verksted.id and post is not None:
            blokk = post.forelder_id or post.id
            samlet[blokk].append(Programspoersmaal(nummer=s.nummer, tema=s.tema, tekst=s.tekst))
    return {blokk: tuple(egne) for blokk, egne in samlet.items()}


def _varsel(varsel: Varsel) -> Programvarsel:
    return Programvarsel(slag=str(varsel.slag), post_id=varsel.post_id, tall=varsel.tall, reparasjon=varsel.reparasjon)


def _veggtid(tid: datetime) -> time:
    return tid.time().replace(second=0, microsecond=0)
