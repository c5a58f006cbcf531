"""Can it be composed at all? If not, which rules stand in the way: as few as it takes, by name."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from verksted.regler.grupper.feil import (
    FaerreFolkEnnBord,
    FantIngenInndeling,
    RegelenPasserIkke,
    ReglerMotsierHverandre,
    SammePersonToGanger,
    navn_paa,
)
from verksted.regler.grupper.oppdrag import FastPlass, FastSekretaer
from verksted.regler.grupper.start import GRUNDIG, RASKT, ForTrangt, plasser_bundne
from verksted.regler.grupper.tett import gjeldende_regler, lag_tett

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.regler.grupper.oppdrag import Grupperegel, Oppdrag


def kontroller(oppdrag: Oppdrag) -> None:
    """Raise what stands in the way of any division: FaerreFolkEnnBord, SammePersonToGanger, RegelenPasserIkke,
    ReglerMotsierHverandre, or FantIngenInndeling where the rules are too tight to tell.
    """  # fmt: skip
    antall = len(oppdrag.personer)
    if oppdrag.antall_bord < 1 or oppdrag.runder < 1 or antall < oppdrag.antall_bord:
        raise FaerreFolkEnnBord(personer=antall, bord=oppdrag.antall_bord, runder=oppdrag.runder)
    if doble := antall - len({person.id for person in oppdrag.personer}):
        raise SammePersonToGanger(antall=doble)
    for regel in oppdrag.regler:
        if isinstance(regel, FastPlass | FastSekretaer) and not _finnes(oppdrag, regel):
            raise RegelenPasserIkke(regel=navn_paa(regel))
    regler = gjeldende_regler(oppdrag)
    bare_en_runde = {regel.runde for regel in regler if isinstance(regel, FastPlass) and regel.runde is not None}
    for runde in sorted(bare_en_runde) or [1]:
        _kontroller_runden(oppdrag, regler, runde)
    if bare_en_runde and len(bare_en_runde) < oppdrag.runder:
        uten = tuple(regel for regel in regler if not (isinstance(regel, FastPlass) and regel.runde is not None))
        _kontroller_runden(oppdrag, uten, 1)


def _finnes(oppdrag: Oppdrag, regel: FastPlass | FastSekretaer) -> bool:
    runde = regel.runde if isinstance(regel, FastPlass) else None
    return 1 <= regel.bord <= oppdrag.antall_bord and (runde is None or 1 <= runde <= oppdrag.runder)


def _kontroller_runden(oppdrag: Oppdrag, regler: Sequence[Grupperegel], runde: int) -> None:
    regler = [regel for regel in regler if not isinstance(regel, FastPlass) or regel.runde in {None, runde}]
    try:
        if _gaar(oppdrag, regler, runde, GRUNDIG):
            return
    except ForTrangt:
        raise FantIngenInndeling(trange=tuple(regler)) from None
    for regel in list(regler):
        uten = [annen for annen in regler if annen is not regel]
        try:
            trengs = _gaar(oppdrag, uten, runde, RASKT)
        except ForTrangt:
            trengs = True  # not proven without it
        if not trengs:
            regler = uten
    raise ReglerMotsierHverandre(motstrid=tuple(regler))


def _gaar(oppdrag: Oppdrag, regler: Sequence[Grupperegel], runde: int, innsats: int) -> bool:
    """Say whether one round can be seated by these rules (raises ForTrangt)."""
    if _to_bord_for_en(regler) or _to_sekretaerer_ved_ett_bord(regler):
        return False
    tett = lag_tett(replace(oppdrag, regler=tuple(regler), balanser=(), tidligere={}))
    nummer = {person.id: i for i, person in enumerate(oppdrag.personer)}
    for enhet in tett.enheter:
        maske = sum(1 << person for person in enhet)
        if any(tett.atskilt[person] & maske for person in enhet):
            return False
    # `faste` holds whole units: two tables asked for one unit leave one of the two unheeded.
    faste = [regel for regel in regler if isinstance(regel, FastPlass | FastSekretaer)]
    if any(tett.faste[runde - 1][nummer[regel.person]] != regel.bord - 1 for regel in faste):
        return False
    return plasser_bundne(tett, runde - 1, Random(oppdrag.froe), innsats) is not None  # noqa: S311 - no secret


def _to_bord_for_en(regler: Sequence[Grupperegel]) -> bool:
    bord: dict[str, int] = {}
    faste = [regel for regel in regler if isinstance(regel, FastPlass | FastSekretaer)]
    return any(bord.setdefault(regel.person, regel.bord) != regel.bord for regel in faste)


def _to_sekretaerer_ved_ett_bord(regler: Sequence[Grupperegel]) -> bool:
    ved: dict[int, str] = {}
    faste = [regel for regel in regler if isinstance(regel, FastSekretaer)]
    return any(ved.setdefault(regel.bord, regel.person) != regel.person for regel in faste)
