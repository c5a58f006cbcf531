"""The composer: cross-party tables for every round, better and better until the budget is spent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from verksted.regler.grupper.arbeidere import Barn, Her
from verksted.regler.grupper.grense import beregn_grense
from verksted.regler.grupper.maal import beregn_maal
from verksted.regler.grupper.motstrid import kontroller
from verksted.regler.grupper.oppdrag import Bord, FastSekretaer, Inndeling, Runde
from verksted.regler.grupper.spor import ANTALL_SPOR, Spor

if TYPE_CHECKING:
    from collections.abc import Callable

    from verksted.regler.grupper.oppdrag import Maaltall, Oppdrag
    from verksted.regler.grupper.spor import Funn
    from verksted.regler.grupper.tett import Plasser

TRINN_PER_SEKUND: Final = 900_000
_OPPSTART: Final = 0.4  # nominal seconds for checking the rules, starting the children and drawing the last breath


def innsats_for(sekunder: float, oppdrag: Oppdrag) -> int:
    """Return the steps of each line of search that fit in so many seconds on a nominal machine with two cores.

    The nominal machine is an ordinary laptop, with room to spare; a slower one takes longer and gives the same answer.
    """
    treghet = 1 + len(oppdrag.personer) / 300
    return max(1, int(max(0.1 * sekunder, sekunder - _OPPSTART) * TRINN_PER_SEKUND / treghet))


def sett_sammen(
    oppdrag: Oppdrag,
    *,
    innsats: int,
    prosesser: int = ANTALL_SPOR,
    meld: Callable[[Inndeling], object] | None = None,
    avbrutt: Callable[[], bool] | None = None,
) -> Inndeling:
    """Return the best division found in `innsats` steps (`innsats_for`).

    The first usable one, and each better one after it, is given to `meld` while the search goes on; when `avbrutt` says
    True the best so far is returned. The answer depends on `oppdrag` and `innsats` alone: not on the machine, nor on
    whether the lines of search run in processes of their own (`prosesser` > 1). Raises what `kontroller` raises.
    """
    kontroller(oppdrag)
    grense = beregn_grense(oppdrag)
    foerste = Spor(oppdrag, -1).foerste()
    svar = _inndeling(oppdrag, foerste.plasser, grense)
    if meld:
        meld(svar)
    if svar.best_mulig:
        return svar

    def videre(funn: Funn) -> None:
        if meld:
            meld(_inndeling(oppdrag, funn.plasser, grense))

    numre = range(ANTALL_SPOR)
    arbeidere = Barn(oppdrag, numre, innsats) if prosesser > 1 else Her(oppdrag, numre, innsats)
    try:
        funn = _let(arbeidere, grense, foerste, videre, avbrutt)
    finally:
        arbeidere.avslutt()
    return _inndeling(oppdrag, funn.plasser, grense)


def _let(
    arbeidere: Barn | Her,
    grense: Maaltall,
    foerste: Funn,
    meld: Callable[[Funn], object],
    avbrutt: Callable[[], bool] | None,
) -> Funn:
    """Follow all lines to the end; when one reaches the bound, the others only as far as that one had come.

    So the answer does not depend on which of them happened to run fastest.
    """
    funnet, best, siste = [foerste], foerste.rang, None
    for skritt in arbeidere.skritt():
        if avbrutt and avbrutt():
            break
        if skritt is None:
            continue
        nummer, trinn, funn = skritt
        if siste is not None and trinn > siste:
            arbeidere.stans(nummer)
            continue
        if funn:
            funnet.append(funn)
            if funn.rang[:-1] == grense.rang[:-1]:
                siste = trinn
            if funn.rang < best:
                best = funn.rang
                meld(funn)
    if siste is not None:
        funnet = [funn for funn in funnet if funn.trinn <= siste]
    return min(funnet, key=lambda funn: (funn.rang, funn.trinn, funn.spor))


def _inndeling(oppdrag: Oppdrag, plasser: Plasser, grense: Maaltall) -> Inndeling:
    sekretaerer = {regel.bord: regel.person for regel in oppdrag.regler if isinstance(regel, FastSekretaer)}
    seg = {person.id for person in oppdrag.personer}
    runder = []
    for nr, sete in enumerate(plasser, start=1):
        ved: list[list[str]] = [[] for _ in range(oppdrag.antall_bord)]
        for person, bord in zip(oppdrag.personer, sete, strict=True):
            ved[bord].append(person.id)
        bordene = (
            Bord(nummer, tuple(personer), sekretaer if (sekretaer := sekretaerer.get(nummer)) in seg else None)
            for nummer, personer in enumerate(ved, start=1)
        )
        runder.append(Runde(nr, tuple(bordene)))
    return Inndeling(tuple(runder), beregn_maal(oppdrag, runder), grense)
