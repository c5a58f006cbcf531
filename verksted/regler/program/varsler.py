"""What is wrong with a program, as data: the kind, the block, the numbers, and the repair to offer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from verksted.modell.ordene import Programart

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from verksted.regler.program.post import Post
    from verksted.regler.program.tidslinje import Blokktid, Programtid

LENGST_UTEN_PAUSE: Final = 90
PAUSELENGDE: Final = 10  # minutes of a break put in as a repair; waiting as long counts as a break
_STANDARD: Final = {
    Programart.INNLEDNING: 15,
    Programart.INDIVIDUELT: 3,
    Programart.RUNDE: 7,
    Programart.GRUPPEARBEID: 15,
    Programart.PLENUM: 20,
    Programart.OEVELSE: 20,
    Programart.PAUSE: PAUSELENGDE,
    Programart.STEMNINGSMAALING: 10,
    Programart.EVALUERING: 10,
    Programart.HJEMMEARBEID: 60,
}
EIERLOESE: Final = frozenset({Programart.PAUSE, Programart.HJEMMEARBEID})


class Varselslag(StrEnum):
    """Kinds of warnings; `program.varsel.<kind>` has the sentence."""

    OVER_SLUTTEN = "over_slutten"
    UTEN_PAUSE = "uten_pause"
    KORT_PLENUM = "kort_plenum"
    KORT_RUNDE = "kort_runde"
    UTEN_SPOERSMAAL = "uten_spoersmaal"
    UTEN_ANSVARLIG = "uten_ansvarlig"
    VENTETID = "ventetid"
    OVERLAPP = "overlapp"
    STEG_FOR_LANGE = "steg_for_lange"
    STEG_FYLLER_IKKE = "steg_fyller_ikke"


class Reparasjonsart(StrEnum):
    """What mends it; `program.reparasjon.<kind>` is the button."""

    KORT_NED = "kort_ned"
    FLYTT_PAUSE = "flytt_pause"
    LEGG_INN_PAUSE = "legg_inn_pause"
    SETT_MINUTTER = "sett_minutter"
    LOESNE_START = "loesne_start"
    SKRIV_SPOERSMAAL = "skriv_spoersmaal"
    SETT_ANSVARLIG = "sett_ansvarlig"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reparasjon:
    """One thing to do: on which block (or step), with how many minutes, before which block."""

    art: Reparasjonsart
    post_id: str | None = None
    minutter: int | None = None
    foer_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Varsel:
    """One warning. `post_id` None: the whole program. `tall` fills the sentence."""

    slag: Varselslag
    post_id: str | None
    reparasjon: Reparasjon
    tall: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rommet:
    """What the warnings need to know besides time: tables, the most people at one, and blocks that ask something.

    0 tables or people: not known yet.
    """

    bord: int = 0
    folk_ved_bordet: int = 0
    med_spoersmaal: Collection[str] = frozenset()


def finn_varsler(program: Programtid, poster: Iterable[Post], rommet: Rommet) -> tuple[Varsel, ...]:
    """Return every warning, in the order of the program; those about the whole of it last."""
    post_til = {post.id: post for post in poster}
    plass = {blokk.id: nummer for nummer, blokk in enumerate(program.blokker)}
    varsler = [varsel for blokk in program.blokker for varsel in _om_blokken(blokk, post_til, rommet)]
    varsler += _uten_spoersmaal(program, rommet)
    varsler += _uten_pause(program)
    foreldre = {post.id: post.forelder_id or post.id for post in post_til.values()}
    varsler.sort(key=lambda varsel: plass[foreldre[varsel.post_id or ""]])
    if program.over:
        kort_ned = Reparasjon(art=Reparasjonsart.KORT_NED)
        varsler.append(
            Varsel(slag=Varselslag.OVER_SLUTTEN, post_id=None, tall={"minutter": program.over}, reparasjon=kort_ned)
        )
    return tuple(varsler)


def standardminutter(art: Programart, folk_ved_bordet: int) -> int:
    """Return the minutes a new block or step is suggested with."""
    if art is Programart.RUNDE and folk_ved_bordet:
        return rundeminutter(folk_ved_bordet)
    return _STANDARD[art]


def rundeminutter(folk_ved_bordet: int) -> int:
    """Return how long a round takes at the least: a minute each at the fullest table."""
    return max(1, folk_ved_bordet)


def _om_blokken(blokk: Blokktid, post_til: Mapping[str, Post], rommet: Rommet) -> Iterator[Varsel]:
    if blokk.ventetid:
        yield _varsel(Varselslag.VENTETID, blokk.id, Reparasjonsart.LOESNE_START, minutter=blokk.ventetid)
    if blokk.overlapp:
        yield _varsel(Varselslag.OVERLAPP, blokk.id, Reparasjonsart.LOESNE_START, minutter=blokk.overlapp)
    if not post_til[blokk.id].ansvarlig.strip() and blokk.art not in EIERLOESE:
        yield _varsel(Varselslag.UTEN_ANSVARLIG, blokk.id, Reparasjonsart.SETT_ANSVARLIG)
    if blokk.art is Programart.PLENUM and blokk.minutter < rommet.bord:
        yield _sett_minutter(
            Varselslag.KORT_PLENUM, blokk.id, til=rommet.bord, minutter=blokk.minutter, bord=rommet.bord
        )
    if blokk.rest:
        slag = Varselslag.STEG_FYLLER_IKKE if blokk.rest > 0 else Varselslag.STEG_FOR_LANGE
        steg = blokk.minutter - blokk.rest
        yield _sett_minutter(slag, blokk.id, til=steg, minutter=blokk.minutter, steg=steg, forskjell=abs(blokk.rest))
    folk = rommet.folk_ved_bordet
    runder = [(ett.id, ett.minutter) for ett in blokk.steg if post_til[ett.id].art is Programart.RUNDE]
    if blokk.art is Programart.RUNDE:
        runder.append((blokk.id, blokk.minutter))
    for post_id, minutter in runder:
        if folk and minutter < rundeminutter(folk):
            yield _sett_minutter(Varselslag.KORT_RUNDE, post_id, til=rundeminutter(folk), minutter=minutter, folk=folk)


def _uten_spoersmaal(program: Programtid, rommet: Rommet) -> Iterator[Varsel]:
    """Group work needs a question of its own; plenary needs one, or group work with one before it to gather."""
    spurt = False
    for blokk in program.blokker:
        har = blokk.id in rommet.med_spoersmaal or any(s.id in rommet.med_spoersmaal for s in blokk.steg)
        mangler = blokk.art is Programart.GRUPPEARBEID or (blokk.art is Programart.PLENUM and not spurt)
        if mangler and not har:
            yield _varsel(Varselslag.UTEN_SPOERSMAAL, blokk.id, Reparasjonsart.SKRIV_SPOERSMAAL)
        spurt = spurt or har


def _uten_pause(program: Programtid) -> Iterator[Varsel]:
    """Yield one warning per stretch without a break, at the block in which it gets too long."""
    for strekk in _strekkene(program.blokker):
        minutter = _spenn(strekk)
        if minutter <= LENGST_UTEN_PAUSE:
            continue
        her = next(nummer for nummer in range(len(strekk)) if _spenn(strekk[: nummer + 1]) > LENGST_UTEN_PAUSE)
        yield Varsel(
            slag=Varselslag.UTEN_PAUSE,
            post_id=strekk[her].id,
            tall={"minutter": minutter, "grense": LENGST_UTEN_PAUSE},
            reparasjon=_pause_her(program.blokker, strekk, her),
        )


def _pause_her(blokker: Sequence[Blokktid], strekk: Sequence[Blokktid], her: int) -> Reparasjon:
    """Return: move the next break here when what then follows still has one in time; else put one in."""
    foer = strekk[her]
    if her == 0:  # one block that is too long alone: the break comes after it, unless one does
        plass = blokker.index(foer) + 1
        neste = blokker[plass].id if plass < len(blokker) else None
        return Reparasjon(art=Reparasjonsart.LEGG_INN_PAUSE, minutter=PAUSELENGDE, foer_id=neste)
    etter = blokker.index(strekk[-1]) + 1
    if etter < len(blokker) and blokker[etter].art is Programart.PAUSE and not blokker[etter].fast:
        videre = (*strekk[her:], *_til_pausen(blokker[etter + 1 :]))
        if sum(blokk.minutter for blokk in videre) <= LENGST_UTEN_PAUSE:
            return Reparasjon(art=Reparasjonsart.FLYTT_PAUSE, post_id=blokker[etter].id, foer_id=foer.id)
    return Reparasjon(art=Reparasjonsart.LEGG_INN_PAUSE, minutter=PAUSELENGDE, foer_id=foer.id)


def _strekkene(blokker: Sequence[Blokktid]) -> Iterator[Sequence[Blokktid]]:
    strekk: list[Blokktid] = []
    for blokk in blokker:
        if strekk and (blokk.art is Programart.PAUSE or blokk.ventetid >= PAUSELENGDE):
            yield strekk
            strekk = []
        if blokk.art not in EIERLOESE:
            strekk.append(blokk)
    if strekk:
        yield strekk


def _til_pausen(blokker: Sequence[Blokktid]) -> Sequence[Blokktid]:
    return next(iter(_strekkene(blokker)), ()) if blokker and blokker[0].art is not Programart.PAUSE else ()


def _spenn(strekk: Sequence[Blokktid]) -> int:
    return round((max(b.til for b in strekk) - strekk[0].fra).total_seconds() / 60)


def _varsel(slag: Varselslag, post_id: str, art: Reparasjonsart, **tall: int) -> Varsel:
    return Varsel(slag=slag, post_id=post_id, tall=tall, reparasjon=Reparasjon(art=art, post_id=post_id))


def _sett_minutter(slag: Varselslag, post_id: str, *, til: int, **tall: int) -> Varsel:
    reparasjon = Reparasjon(art=Reparasjonsart.SETT_MINUTTER, post_id=post_id, minutter=til)
    return Varsel(slag=slag, post_id=post_id, tall=tall, reparasjon=reparasjon)
