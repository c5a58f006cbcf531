"""F11, the timer: the wall clock jumps up to a day, into another season, to a wrong date, while a program is run.

The count-down must never be off by more than half a second, nothing may be negative, and the order of what was done
stays as it was done. The meeting's own clock is asked; after a restart it reads the wall anew.
"""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tests.feil.rad import Rad
from verksted.kjerne.feil import KjentFeil
from verksted.modell.ordene import Forskyvning, Programart
from verksted.regler.program.dagen import beregn_dagen, dagens_rammer
from verksted.regler.program.gang import forrige, fortsett, neste, stans
from verksted.regler.program.justering import juster
from verksted.regler.program.moetedag import Dag
from verksted.regler.program.nedtelling import Moeteklokke, nedtelling
from verksted.regler.program.planmot import planlagt_mot_faktisk
from verksted.regler.program.post import Post, planlagte
from verksted.regler.program.tidslinje import beregn_program

if TYPE_CHECKING:
    from collections.abc import Iterator

FULLT_ANTALL = 2_000
_START = datetime(2028, 3, 25, 20, tzinfo=UTC)  # the night the clock goes forward in Norway
_ARTER = (Programart.INNLEDNING, Programart.GRUPPEARBEID, Programart.PAUSE, Programart.PLENUM)
_VEGG = (
    timedelta(hours=24),
    timedelta(hours=-24),
    timedelta(hours=1),
    timedelta(hours=-1),
    timedelta(days=-4000),
    timedelta(days=400),
    timedelta(seconds=3),
)


class Proeveklokke:
    """A machine whose clocks the test moves: `gaa` moves both, `still` only the one on the wall."""

    def __init__(self, vegg: datetime) -> None:
        self._vegg, self._monotont = vegg, 1000.0

    def naa(self) -> datetime:
        return self._vegg

    def monoton(self) -> float:
        return self._monotont

    def gaa(self, sekunder: float) -> None:
        self._vegg += timedelta(seconds=sekunder)
        self._monotont += sekunder

    def still(self, hopp: timedelta) -> None:
        self._vegg += hopp


@dataclass
class Utfall:
    """What came of a campaign: `verste_avvik` in seconds, `feil` empty when everything held."""

    runder: int = 0
    hopp: int = 0
    avlesninger: int = 0
    verste_avvik: float = 0.0
    feil: list[str] = field(default_factory=list)


def kampanje(antall: int | None) -> Iterator[Rad]:
    """Yield the line of the timer half of F11."""
    utfall = kjoer(antall or FULLT_ANTALL, froe=time.time_ns())
    for linje in utfall.feil[:10]:
        print("     ", linje, flush=True)
    resultat = (
        f"{utfall.hopp} hopp, {utfall.avlesninger} avlesninger, verste avvik {utfall.verste_avvik:.3f} s, "
        f"{len(utfall.feil)} feil"
    ).replace(".", ",")
    yield Rad("F11", "klokka hopper under programmet", utfall.runder, resultat, not utfall.feil)


def kjoer(antall: int, *, froe: int) -> Utfall:
    """Run `antall` programs while the wall clock is set at random."""
    tilfeldig, utfall = random.Random(froe), Utfall()
    for _ in range(antall):
        utfall.runder += 1
        _en_dag(tilfeldig, utfall)
    return utfall


def _en_dag(tilfeldig: random.Random, utfall: Utfall) -> None:
    """Run one program beside a count of our own that only knows how many seconds have gone."""
    maskinen = Proeveklokke(_START)
    klokke = Moeteklokke(maskinen)
    poster = tuple(
        Post(id=f"b{n}", art=tilfeldig.choice(_ARTER), minutter=tilfeldig.randint(1, 60), rekkefoelge=n)
        for n in range(1, tilfeldig.randint(2, 8))
    )
    _, slutt = dagens_rammer(poster, klokke.naa(), start=_START.time(), slutt=None)
    dag = Dag(poster=poster, naa=klokke.naa(), slutt=slutt, forskyvning=tilfeldig.choice(list(Forskyvning)))
    dag = neste(dag)
    igjen = _sekunder_i_blokken(dag)
    for _ in range(30):
        if dag.i_gang is None:
            break
        gaar = dag.i_gang.stanset is None
        sekunder = tilfeldig.uniform(0, 400)
        maskinen.gaa(sekunder)
        if tilfeldig.random() < 0.5:
            maskinen.still(tilfeldig.choice(_VEGG))
            utfall.hopp += 1
            klokke.se_etter_hopp()
        igjen -= sekunder if gaar else 0.0
        dag = replace(dag, naa=klokke.naa())
        _les_av(dag, igjen, utfall)
        igjen, dag = _trykk(tilfeldig, dag, igjen)
    _krev_orden(dag, utfall)


def _les_av(dag: Dag, igjen: float, utfall: Utfall) -> None:
    blokk = dag.i_gang
    telling = nedtelling(blokk) if blokk else None
    if telling is None:
        utfall.feil.append("ingen nedtelling for en blokk i gang")
        return
    utfall.avlesninger += 1
    viser = (telling.igjen(dag.naa) - telling.over(dag.naa)).total_seconds()
    utfall.verste_avvik = max(utfall.verste_avvik, abs(viser - igjen))
    if abs(viser - igjen) > 0.5:
        utfall.feil.append(f"nedtellingen viser {viser:.1f} s og skulle vist {igjen:.1f}")
    if telling.igjen(dag.naa) < timedelta() or telling.over(dag.naa) < timedelta():
        utfall.feil.append("negativ tid")


def _trykk(tilfeldig: random.Random, dag: Dag, igjen: float) -> tuple[float, Dag]:
    """Press something; return the seconds our own count then has left, and the day."""
    valg = tilfeldig.choice(["neste", "pluss", "minus", "stans", "fortsett", "forrige", "ingenting"])
    blokk = dag.i_gang
    if blokk is None or valg == "ingenting":
        return igjen, dag
    try:
        if valg in {"pluss", "minus"}:
            dag = juster(dag, blokk.id, 5 if valg == "pluss" else -5)
            return igjen + 60 * dag.minutter, dag
        if valg in {"stans", "fortsett"}:
            return igjen, stans(dag) if valg == "stans" else fortsett(dag)
        if valg == "neste":
            dag = neste(dag)
            return _sekunder_i_blokken(dag), dag
        dag = forrige(dag)
    except KjentFeil:
        return igjen, dag
    tilbake = dag.i_gang
    slutter = tilbake.slutter if tilbake else None
    return (slutter - dag.naa).total_seconds() if slutter else igjen, dag


def _sekunder_i_blokken(dag: Dag) -> float:
    return 60.0 * dag.i_gang.varighet if dag.i_gang else 0.0


def _krev_orden(dag: Dag, utfall: Utfall) -> None:
    """Note every negative time, and blocks that are not in the order they were run."""
    begynt = [post.faktisk_start for post in dag.blokker if post.faktisk_start]
    if begynt != sorted(begynt):
        utfall.feil.append("rekkefølgen er en annen enn den var")
    plan = beregn_program(planlagte(dag.poster), dag.slutt or _START.replace(tzinfo=None))
    for rad in planlagt_mot_faktisk(dag.poster, plan):
        if rad.varte is not None and rad.varte < 0:
            utfall.feil.append("en blokk varte i negativ tid")
    for blokk in beregn_dagen(dag.poster, plan, dag.naa).blokker:
        if blokk.tid.til < blokk.tid.fra or blokk.tid.minutter < 0:
            utfall.feil.append("en blokk slutter før den begynner")
