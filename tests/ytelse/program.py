"""How long it takes to lay out a long program, to find what is wrong with it, and to move the rest of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from tests.ytelse.maaling import Maaling, beste
from verksted.modell.ordene import Forskyvning, Programart
from verksted.regler.program.dagen import beregn_dagen
from verksted.regler.program.gang import neste
from verksted.regler.program.justering import juster
from verksted.regler.program.moetedag import Dag
from verksted.regler.program.post import Post, planlagte
from verksted.regler.program.tidslinje import beregn_program
from verksted.regler.program.varsler import Rommet, finn_varsler

BLOKKER = 300
START = datetime.combine(date(2028, 1, 20), time(8))


def maalinger() -> list[Maaling]:
    """Return the milliseconds of 300 blocks with three steps each."""
    poster = tuple(_lange_programmet())
    plan = beregn_program(planlagte(poster), START)
    rommet = Rommet(bord=40, folk_ved_bordet=7)
    slutt = plan.slutt - timedelta(hours=1)
    dag = neste(
        Dag(
            poster=poster,
            naa=datetime(2028, 1, 20, 7, tzinfo=UTC),
            slutt=slutt,
            forskyvning=Forskyvning.FORHOLDSMESSIG,
        )
    )
    senere = replace(dag, naa=dag.naa + timedelta(minutes=3))
    foerste = dag.blokker[0].id
    return [
        _ms("Program, 300 blokker med 900 steg regnet ut", beste(partial(beregn_program, poster, START), 20)),
        _ms("Program, varslene for 300 blokker", beste(partial(finn_varsler, plan, poster, rommet), 20)),
        _ms("Program, dagen ved siden av planen", beste(partial(beregn_dagen, dag.poster, plan, senere.naa), 20)),
        _ms("Program, ett minutt til og resten flyttet likt", beste(partial(juster, senere, foerste, 1), 20)),
    ]


def _ms(navn: str, sekunder: float) -> Maaling:
    return Maaling(navn, 1000 * sekunder, "ms", 10)


def _lange_programmet() -> list[Post]:
    arter = (Programart.GRUPPEARBEID, Programart.PLENUM, Programart.PAUSE)
    poster = []
    for nummer in range(BLOKKER):
        blokk = f"b{nummer}"
        poster.append(Post(id=blokk, art=arter[nummer % 3], minutter=5, rekkefoelge=nummer))
        poster += [
            Post(id=f"{blokk}-{n}", art=Programart.RUNDE, minutter=1, forelder_id=blokk, rekkefoelge=n, loep=n % 2)
            for n in range(3)
        ]
    return poster
