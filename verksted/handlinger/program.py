"""Operations on the program: made and moved beforehand, run on the day. What time does is decided in `regler`."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from verksted.handlinger.handling import handling
from verksted.handlinger.prosess import verkstedet
from verksted.kjerne.feil import FinnesIkke, UgyldigVerdi
from verksted.modell.deltaker import Gruppe, Gruppeinndeling, Plass
from verksted.modell.ordene import Forskyvning, Programart, Verkstedstatus
from verksted.modell.verksted import Programpost, Spoersmaal, Verksted
from verksted.regler.program import gang, moetedag
from verksted.regler.program.dagen import dagens_rammer, skalerte
from verksted.regler.program.feil import BlokkenErBegynt
from verksted.regler.program.fordeling import fordel_resten
from verksted.regler.program.justering import juster
from verksted.regler.program.moetedag import Dag
from verksted.regler.program.nedtelling import Hopp, Klokkeavvik, uten_soevn
from verksted.regler.program.post import endringer, som_poster
from verksted.regler.program.varsler import standardminutter

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, time

    from verksted.lager.oekt import Oekt

# What a planner may set on a block; the rest is the day's own.
_FELT: Final = frozenset({"art", "tittel", "beskrivelse", "minutter", "fast_start", "sfaere", "ansvarlig", "loep"})

# -- beforehand --------------------------------------------------------------------------------------------------


@handling
def opprett_programpost(
    oekt: Oekt,
    /,
    *,
    verksted: int,
    art: Programart,
    tittel: str,
    minutter: int | None = None,
    foer: str | None = None,
    forelder: str | None = None,
    **felt: Any,  # noqa: ANN401 - the entity validates its own fields
) -> str:
    """Put in a block, or a step in a block (`forelder`), before another one or last; return its id.

    Without minutes it gets what its kind usually takes: a round a minute each at the fullest table.
    Raises FinnesIkke, BlokkenErBegynt, UgyldigVerdi.
    """
    rad = verkstedet(oekt, verksted)
    ny = _ny_post(oekt, rad, forelder=forelder, art=art, tittel=tittel, minutter=minutter, **felt)
    if foer is not None:
        _kjoer(oekt, rad, lambda dag: moetedag.flytt(dag, ny.id, foer))
    oekt.gjelder(f"V{verksted}")
    return ny.id


@handling
def oppdater_programpost(oekt: Oekt, /, *, verksted: int, post_id: str, **felt: Any) -> None:  # noqa: ANN401 - as above
    """Change what was planned for a block or step (raises FinnesIkke, UgyldigVerdi)."""
    rad = verkstedet(oekt, verksted)
    post = _post(oekt, rad, post_id)
    for navn in felt.keys() - _FELT:
        raise UgyldigVerdi(hva="programpost", felt=navn, aarsak="fast")
    oekt.oppdater(post, **felt)
    _kjoer(oekt, rad, moetedag.fordelt)


@handling
def slett_programpost(oekt: Oekt, *, verksted: int, post_id: str) -> None:
    """Take a block out with its steps; questions asked in it stay, without a block.

    Raises FinnesIkke, BlokkenErBegynt.
    """
    rad = verkstedet(oekt, verksted)
    post = _post(oekt, rad, post_id)
    borte = [*oekt.alle(Programpost, forelder_id=post.id), post]
    for annen in borte:
        if annen.faktisk_start is not None:
            raise BlokkenErBegynt(tittel=annen.tittel)
    for annen in borte:
        for spoersmaal in oekt.alle(Spoersmaal, programpost_id=annen.id):
            oekt.oppdater(spoersmaal, programpost_id=post.forelder_id)
        for inndeling in oekt.alle(Gruppeinndeling, programpost_id=annen.id):
            oekt.oppdater(inndeling, programpost_id=post.forelder_id)
        oekt.slett(annen)
    _kjoer(oekt, rad, moetedag.fordelt)


@handling
def flytt_programpost(oekt: Oekt, *, verksted: int, post_id: str, foer: str | None = None) -> None:
    """Move a block or step before another one of its kind, or last (raises FinnesIkke, BlokkenErBegynt)."""
    _kjoer(oekt, verkstedet(oekt, verksted), lambda dag: moetedag.flytt(dag, post_id, foer))


@handling
def bytt_rekkefoelge(oekt: Oekt, *, verksted: int, post_id: str, annen_id: str) -> None:
    """Let two blocks or steps that are to come change places (raises FinnesIkke, BlokkenErBegynt)."""
    _kjoer(oekt, verkstedet(oekt, verksted), lambda dag: moetedag.bytt(dag, post_id, annen_id))


@handling
def sett_slutt(oekt: Oekt, *, verksted: int, slutt: time | None) -> int:
    """Say when the workshop should be over; return the minutes that no block to come can give."""
    rad = oekt.oppdater(verkstedet(oekt, verksted), slutt=slutt)
    return _kjoer(oekt, rad, moetedag.fordelt).ikke_tatt


@handling
def sett_forskyvning(oekt: Oekt, *, verksted: int, forskyvning: Forskyvning) -> int:
    """Choose what gives way when a block takes longer; return the minutes that no block to come can give."""
    rad = oekt.oppdater(verkstedet(oekt, verksted), forskyvning=forskyvning)
    return _kjoer(oekt, rad, lambda dag: moetedag.fordelt(moetedag.som_planlagt(dag))).ikke_tatt


@handling
def kort_ned_programmet(oekt: Oekt, *, verksted: int) -> int:
    """Shorten every floating block, and its steps, in proportion, so that the planned end is kept.

    What has begun keeps its time. Return the minutes that no block can give.
    """
    rad = verkstedet(oekt, verksted)
    rader = {p.id: p for p in oekt.alle(Programpost, verksted_id=rad.id)}
    dag = _dag(oekt, rad, None)
    if dag.begynt:
        return _kjoer(oekt, rad, moetedag.kortet).ikke_tatt
    start, slutt = dagens_rammer(dag.poster, dag.naa, start=rad.start, slutt=rad.slutt)
    nye, ikke_tatt = fordel_resten(dag.kommende, start, slutt, Forskyvning.FORHOLDSMESSIG)
    for ny in nye:
        if ny.tildelt is not None:
            oekt.oppdater(rader[ny.id], minutter=ny.tildelt, tildelt=None)
            for steg in skalerte(ny, dag.steg(ny.id)):
                oekt.oppdater(rader[steg.id], minutter=steg.varighet, tildelt=None)
    oekt.gjelder(f"V{verksted}")
    return ikke_tatt


# -- on the day --------------------------------------------------------------------------------------------------
# `tid` is the meeting's own clock (`Moeteklokke`); without it the wall is asked.


@handling
def start_post(oekt: Oekt, *, verksted: int, post_id: str, tid: datetime | None = None) -> None:
    """Begin a block, or a step of the one that runs; what runs ends (raises FinnesIkke, BlokkenErFerdig)."""
    _kjoer(oekt, verkstedet(oekt, verksted), lambda dag: gang.start_post(dag, post_id), tid)


@handling
def neste_post(oekt: Oekt, *, verksted: int, tid: datetime | None = None) -> None:
    """Go on to the next step, else to the next block; after the last one it just ends (raises IngenBlokkEtterDenne)."""
    _kjoer(oekt, verkstedet(oekt, verksted), gang.neste, tid)


@handling
def forrige_post(oekt: Oekt, *, verksted: int, tid: datetime | None = None) -> None:
    """Go back one step, else one block, with the clock it had (raises IngenBlokkFoerDenne)."""
    _kjoer(oekt, verkstedet(oekt, verksted), gang.forrige, tid)


@handling
def avslutt_post(oekt: Oekt, *, verksted: int, tid: datetime | None = None) -> None:
    """End the running block without beginning another (raises IngenBlokkErIGang)."""
    _kjoer(oekt, verkstedet(oekt, verksted), gang.avslutt, tid)


@handling
def juster_minutter(oekt: Oekt, *, verksted: int, post_id: str, minutter: int, tid: datetime | None = None) -> int:
    """Give a block or step more minutes, or fewer (below 0); return how many it really got.

    Raises FinnesIkke, BlokkenErFerdig.
    """
    return _kjoer(oekt, verkstedet(oekt, verksted), lambda dag: juster(dag, post_id, minutter), tid).minutter


@handling
def stans_post(oekt: Oekt, *, verksted: int, tid: datetime | None = None) -> None:
    """Stop the clock of the running block (raises IngenBlokkErIGang)."""
    _kjoer(oekt, verkstedet(oekt, verksted), gang.stans, tid)


@handling
def fortsett_post(oekt: Oekt, *, verksted: int, tid: datetime | None = None) -> None:
    """Let the clock go on from where it stood (raises IngenBlokkErIGang, KlokkaGaarAllerede)."""
    _kjoer(oekt, verkstedet(oekt, verksted), gang.fortsett, tid)


@handling
def gi_tilbake_tid(oekt: Oekt, *, verksted: int, sekunder: float, tid: datetime | None = None) -> None:
    """Give the running block back the time the machine slept: the user says that the room waited for it."""
    soevn = Hopp(Klokkeavvik.SOV, timedelta(seconds=max(0.0, min(sekunder, 86_400.0))))

    def vaakn(dag: Dag) -> Dag:
        blokk = dag.i_gang
        if blokk is None:
            return dag
        return moetedag.fordelt(dag.med(*(uten_soevn(post, soevn) for post in (blokk, *dag.steg(blokk.id)))))

    _kjoer(oekt, verkstedet(oekt, verksted), vaakn, tid)


@handling
def hopp_over_post(oekt: Oekt, *, verksted: int, post_id: str, hopp: bool = True, tid: datetime | None = None) -> None:
    """Skip a block, or take it in again; the running one ends and the next begins.

    Raises FinnesIkke, BlokkenErFerdig.
    """
    _kjoer(oekt, verkstedet(oekt, verksted), lambda dag: gang.hopp_over(dag, post_id, hopp=hopp), tid)


@handling
def legg_til_post(
    oekt: Oekt,
    *,
    verksted: int,
    art: Programart,
    tittel: str,
    minutter: int | None = None,
    foer: str | None = None,
    tid: datetime | None = None,
) -> str:
    """Put in a block on the day: before another one to come, else as the very next; return its id.

    It is marked as added once the workshop has begun. Raises FinnesIkke, BlokkenErBegynt, UgyldigVerdi.
    """
    rad = verkstedet(oekt, verksted)
    kommende = _dag(oekt, rad, tid).kommende
    ny = _ny_post(oekt, rad, forelder=None, art=art, tittel=tittel, minutter=minutter)
    plass = foer or next((post.id for post in kommende), None)
    _kjoer(oekt, rad, lambda dag: moetedag.flytt(dag, ny.id, plass), tid)
    return ny.id


# -- inside ------------------------------------------------------------------------------------------------------


def _dag(oekt: Oekt, rad: Verksted, tid: datetime | None) -> Dag:
    poster = som_poster(oekt.alle(Programpost, verksted_id=rad.id))
    naa = tid or oekt.klokke.naa()
    _, slutt = dagens_rammer(poster, naa, start=rad.start, slutt=rad.slutt)
    return Dag(poster=poster, naa=naa, slutt=slutt, forskyvning=rad.forskyvning)


def _kjoer(oekt: Oekt, rad: Verksted, gjoer: Callable[[Dag], Dag], tid: datetime | None = None) -> Dag:
    """Let the rules change the day, and write what became different."""
    rader = {p.id: p for p in oekt.alle(Programpost, verksted_id=rad.id)}
    foer = _dag(oekt, rad, tid)
    etter = gjoer(foer)
    for post_id, felt in endringer(foer.poster, etter.poster).items():
        oekt.oppdater(rader[post_id], **felt)
    if etter.begynt and rad.status is Verkstedstatus.PLANLAGT:
        oekt.oppdater(rad, status=Verkstedstatus.I_GANG)
    oekt.gjelder(f"V{rad.nummer}")
    return etter


def _ny_post(
    oekt: Oekt,
    rad: Verksted,
    *,
    forelder: str | None,
    art: Programart,
    tittel: str,
    minutter: int | None,
    **felt: Any,  # noqa: ANN401 - as above
) -> Programpost:
    """Write a new block or step, last among its own."""
    for navn in felt.keys() - _FELT:
        raise UgyldigVerdi(hva="programpost", felt=navn, aarsak="fast")
    if forelder is not None:
        blokk = _post(oekt, rad, forelder)
        if blokk.forelder_id is not None:  # steps have no steps
            raise FinnesIkke(hva="programpost", kode="")
        felt.setdefault("sfaere", blokk.sfaere)
    sist = oekt.stoerst(Programpost, "rekkefoelge", verksted_id=rad.id, forelder_id=forelder)
    return oekt.opprett(
        Programpost,
        verksted_id=rad.id,
        forelder_id=forelder,
        rekkefoelge=sist + 1,
        art=art,
        tittel=tittel,
        minutter=standardminutter(art, _folk_ved_bordet(oekt, rad)) if minutter is None else minutter,
        lagt_til=_dag(oekt, rad, None).begynt,
        **felt,
    )


def _post(oekt: Oekt, rad: Verksted, post_id: str) -> Programpost:
    post = oekt.finn(Programpost, id=post_id, verksted_id=rad.id)
    if post is None:
        raise FinnesIkke(hva="programpost", kode="")
    return post


def _folk_ved_bordet(oekt: Oekt, rad: Verksted) -> int:
    """Return how many sit at the fullest table of any round; 0 when nobody is seated."""
    return max(
        (
            len(oekt.alle(Plass, inndeling_id=inndeling.id, gruppe_id=bord.id))
            for inndeling in oekt.alle(Gruppeinndeling, verksted_id=rad.id)
            for bord in oekt.alle(Gruppe, verksted_id=rad.id)
        ),
        default=0,
    )
