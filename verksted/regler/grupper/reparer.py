"""Tables mended on the day with the fewest moves: somebody is missing, a deputy or a late arrival lacks a seat."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from verksted.regler.grupper.feil import ReglerMotsierHverandre
from verksted.regler.grupper.maal import beregn_maal, brutte_regler, plasser_i
from verksted.regler.grupper.motstrid import kontroller
from verksted.regler.grupper.oppdrag import Bord, EnPerBord, FastPlass, FastSekretaer, HverForSeg, Runde, Sammen
from verksted.regler.grupper.reparasjonssoek import Rundesak, mend
from verksted.regler.grupper.sett_sammen import sett_sammen
from verksted.regler.grupper.tett import gjeldende_regler, i_masken

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from verksted.regler.grupper.oppdrag import Grupperegel, Maaltall, Oppdrag
    from verksted.regler.grupper.reparasjonssoek import Mendet, Rang


@dataclass(frozen=True, slots=True)
class Flytting:
    """One person who changes table in a round; `fra` is None for somebody who had no seat."""

    runde: int
    person: str
    fra: int | None
    til: int


@dataclass(frozen=True, slots=True)
class Reparasjon:
    """The tables afterwards, who changed table, and the measure before and after.

    `foer` is the measure of the tables with empty chairs. `faerrest` when it is proven that no fewer moves would do;
    `forskjell` is the most that two tables of a round differ in size.
    """

    runder: tuple[Runde, ...]
    flyttinger: tuple[Flytting, ...]
    foer: Maaltall
    etter: Maaltall
    faerrest: bool

    @property
    def antall_flyttet(self) -> int:
        """How many moves it takes of people who had a seat."""
        return sum(flytting.fra is not None for flytting in self.flyttinger)

    @property
    def forskjell(self) -> int:
        """The most that two tables of one round differ in size."""
        return max((_forskjell(runde) for runde in self.runder), default=0)


def reparer(oppdrag: Oppdrag, runder: Sequence[Runde], *, bare: Collection[int]) -> Reparasjon:
    """Return the rounds with everybody of `oppdrag` seated, sizes within one of each other and every rule kept.

    `runder` are the tables as they are, without those who are missing; only the rounds numbered in `bare` are touched.
    Where locked seats make it impossible, sizes differ by as little as can be. Raises what `kontroller` raises.
    """
    nye = list(runder)
    faerrest = True
    for plass, runde in enumerate(runder):
        if runde.nummer in bare:
            nye[plass], bevist = _mend_runden(oppdrag, nye, plass)
            faerrest = faerrest and bevist
    flyttinger = []
    for gammel, ny in zip(runder, nye, strict=True):
        foer = plasser_i(gammel)
        flyttinger += [
            Flytting(ny.nummer, person, foer.get(person), bord)
            for person, bord in plasser_i(ny).items()
            if foer.get(person) != bord
        ]
    return Reparasjon(tuple(nye), tuple(flyttinger), beregn_maal(oppdrag, runder), beregn_maal(oppdrag, nye), faerrest)


def finn_plass(oppdrag: Oppdrag, runder: Sequence[Runde], *, person: str, bare: Collection[int]) -> Reparasjon:
    """Return the rounds with one more person seated where it harms least: rules first, then sizes, then the measure.

    Nobody else is moved; in a round where the person has a seat, nothing is done.
    """
    nye = list(runder)
    flyttinger = []
    for plass, runde in enumerate(runder):
        if runde.nummer not in bare or person in plasser_i(runde):
            continue
        muligheter = []
        for bord in runde.bord:
            satt = [replace(b, personer=(*b.personer, person)) if b is bord else b for b in runde.bord]
            ny = replace(runde, bord=tuple(satt))
            maal = beregn_maal(oppdrag, [*nye[:plass], ny, *nye[plass + 1 :]])
            muligheter.append(((len(brutte_regler(oppdrag, [ny])), _forskjell(ny), maal.rang, bord.nummer), ny))
        (*_, nummer), nye[plass] = min(muligheter, key=lambda mulighet: mulighet[0])
        flyttinger.append(Flytting(runde.nummer, person, None, nummer))
    return Reparasjon(
        tuple(nye), tuple(flyttinger), beregn_maal(oppdrag, runder), beregn_maal(oppdrag, nye), faerrest=True
    )


def _mend_runden(oppdrag: Oppdrag, runder: Sequence[Runde], plass: int) -> tuple[Runde, bool]:
    runde = runder[plass]
    regler = tuple(
        replace(regel, runde=None) if isinstance(regel, FastPlass) else regel
        for regel in gjeldende_regler(oppdrag)
        if not (isinstance(regel, FastPlass) and regel.runde not in {None, runde.nummer})
    )
    alene = replace(oppdrag, runder=1, regler=regler, tidligere=_moett(oppdrag, runder, plass))
    try:
        kontroller(alene)
    except ReglerMotsierHverandre:
        if (ujevn := _mend_ujevnt(alene, runde)) is not None:
            return ujevn
        raise
    hver = len(alene.personer) // alene.antall_bord
    mendet = mend(_sak(alene, runde, minst=hver, mest=hver + 1))
    if mendet is not None:
        return _runden(alene, runde, mendet), mendet.faerrest
    ny = sett_sammen(alene, innsats=1, prosesser=1).runder[0]
    return Runde(runde.nummer, ny.bord), False


def _mend_ujevnt(oppdrag: Oppdrag, runde: Runde) -> tuple[Runde, bool] | None:
    """Return the round with sizes as near each other as the rules allow; None when the rules forbid any."""
    hver = len(oppdrag.personer) // oppdrag.antall_bord
    nye = len(oppdrag.personer) - len(plasser_i(runde))
    for forskjell in range(2, max(_forskjell(runde) + nye, 2) + 1):
        muligheter = [
            (mendet.flyttinger, minst, mendet)
            for minst in range(max(0, hver + 1 - forskjell), hver + 1)
            if (mendet := mend(_sak(oppdrag, runde, minst=minst, mest=minst + forskjell))) is not None
        ]
        if muligheter:
            *_, mendet = min(muligheter, key=lambda mulighet: mulighet[:2])
            ny = _runden(oppdrag, runde, mendet)
            return None if brutte_regler(oppdrag, [ny]) else (ny, mendet.faerrest)
    return None


def _moett(oppdrag: Oppdrag, runder: Sequence[Runde], plass: int) -> dict[tuple[str, str], int]:
    """Return the meetings outside one round: earlier ones, and those of the other rounds."""
    moett = Counter({(min(par), max(par)): antall for par, antall in oppdrag.tidligere.items()})
    for nummer, annen in enumerate(runder):
        if nummer != plass:
            moett.update(annen.par())
    return dict(moett)


def _sak(oppdrag: Oppdrag, runde: Runde, *, minst: int, mest: int) -> Rundesak:
    """Number the people and turn the round into masks."""
    nummer = {person.id: nr for nr, person in enumerate(oppdrag.personer)}
    bord = [0] * oppdrag.antall_bord
    for person, nr in plasser_i(runde).items():
        if person in nummer and nr <= oppdrag.antall_bord:
            bord[nr - 1] |= 1 << nummer[person]
    sittende = sum(bord)
    sammen, atskilt, faste = _masker(oppdrag.regler, nummer)
    return Rundesak(
        bord=tuple(bord),
        nye=tuple(nr for nr in range(len(nummer)) if not sittende >> nr & 1),
        faste=faste,
        sammen=sammen,
        atskilt=atskilt,
        minst=minst,
        mest=mest,
        poeng=_poenggiver(oppdrag, nummer),
    )


def _masker(
    regler: Sequence[Grupperegel], nummer: Mapping[str, int]
) -> tuple[tuple[int, ...], tuple[int, ...], dict[int, int]]:
    sammen, atskilt, faste = [], [], {}
    for regel in regler:
        match regel:
            case Sammen(personer):
                sammen.append(sum(1 << nummer[person] for person in {*personer}))
            case HverForSeg(personer) | EnPerBord(personer):
                atskilt.append(sum(1 << nummer[person] for person in {*personer}))
            case FastPlass(person, bord) | FastSekretaer(person, bord):
                faste[nummer[person]] = bord - 1
    return tuple(sammen), tuple(atskilt), faste


def _poenggiver(oppdrag: Oppdrag, nummer: Mapping[str, int]) -> Callable[[int], Rang]:
    """Return a measure of one table: deviation per attribute, repeats, weight. Their sum is the round's."""
    moett = {
        (min(nummer[en], nummer[annen]), max(nummer[en], nummer[annen])): antall
        for (en, annen), antall in oppdrag.tidligere.items()
        if en in nummer and annen in nummer and antall > 0
    }
    deler: list[list[tuple[int, int, int]]] = []  # attribute → (mask of the people, fewest, most)
    for navn in oppdrag.balanser:
        folk: dict[str, int] = {}
        for nr, person in enumerate(oppdrag.personer):
            if verdi := person.egenskaper.get(navn):
                folk[verdi] = folk.get(verdi, 0) | 1 << nr
        delt = [(maske, divmod(maske.bit_count(), oppdrag.antall_bord)) for maske in folk.values()]
        deler.append([(maske, hver, hver + (over > 0)) for maske, (hver, over) in delt])

    @cache
    def poeng(bord: int) -> Rang:
        avvik = [
            sum(max(0, (n := (bord & maske).bit_count()) - mest) + max(0, minst - n) for maske, minst, mest in verdier)
            for verdier in deler
        ]
        her = list(i_masken(bord))
        kjente = [moett[en, annen] for i, en in enumerate(her) for annen in her[i + 1 :] if (en, annen) in moett]
        return (*avvik, len(kjente), sum(2 * antall + 1 for antall in kjente))

    return poeng


def _runden(oppdrag: Oppdrag, runde: Runde, mendet: Mendet) -> Runde:
    """Return the round as it is now; a secretary who has left a table is no longer its secretary."""
    faste = {r.bord: r.person for r in oppdrag.regler if isinstance(r, FastSekretaer)}
    skrev = {bord.nummer: bord.sekretaer for bord in runde.bord}
    bordene = []
    for nummer, maske in enumerate(mendet.bord, start=1):
        her = tuple(oppdrag.personer[nr].id for nr in i_masken(maske))
        sekretaer = faste.get(nummer, skrev.get(nummer))
        bordene.append(Bord(nummer, her, sekretaer if sekretaer in her else None))
    return Runde(runde.nummer, tuple(bordene))


def _forskjell(runde: Runde) -> int:
    stoerrelser = [len(bord.personer) for bord in runde.bord]
    return max(stoerrelser) - min(stoerrelser)
