"""Which notes and points are shown, and in which groups: pure, and quick enough for ten thousand at each keystroke."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from verksted.kjerne.ider import kodeorden

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from verksted.visning.bearbeiding import Arbeidspunkt, Notatrad

Status = Literal["alle", "ikke_samlet", "samlet", "behandlet", "ikke_behandlet", "loeftet", "trukket"]
STATUSER: tuple[Status, ...] = get_args(Status)
Gruppering = Literal["ingen", "verksted", "bord", "spoersmaal", "type", "element", "punkt"]
GRUPPERINGER: tuple[Gruppering, ...] = get_args(Gruppering)
Punktslag = Literal["alle", "ikke_behandlet", "behandlet", "uenighet", "maa_utredes", "ett_bord"]
PUNKTSLAG: tuple[Punktslag, ...] = get_args(Punktslag)
Noekkel = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notatfilter:
    """What to show. None asks for nothing; `element` '' asks for notes without a place in the plan."""

    ord: str = ""
    status: Status = "alle"
    verksted: int | None = None
    bord: int | None = None
    spoersmaal: int | None = None
    type: str | None = None
    element: str | None = None


def sil(
    notater: Sequence[Notatrad],
    filter_: Notatfilter,
    behandlede: frozenset[str] = frozenset(),
    stammer: Mapping[str, str] | None = None,
    stamme: Callable[[str], str] | None = None,
) -> list[Notatrad]:
    """Return the notes the filter lets through, in their own order.

    Every word must stand in the note, as written or (with `stammer`, code → « stem stem ») in another of its forms.
    `behandlede` are the codes of treated points: a note in one of them is treated.
    """
    rader: Sequence[Notatrad] = notater
    for felt in ("verksted", "bord", "spoersmaal", "type", "element"):
        if (verdi := getattr(filter_, felt)) is not None:
            rader = [rad for rad in rader if getattr(rad, felt) == verdi]
    if filter_.status != "alle":
        holder = _holder(filter_.status, behandlede)
        rader = [rad for rad in rader if holder(rad)]
    for ordet in filter_.ord.casefold().split():
        if stammer is None or stamme is None:
            rader = [rad for rad in rader if ordet in rad.soekeord]
        else:
            rot = f" {stamme(ordet)} "
            rader = [rad for rad in rader if ordet in rad.soekeord or rot in stammer.get(rad.kode, "")]
    return list(rader)


def _holder(status: Status, behandlede: frozenset[str]) -> Callable[[Notatrad], bool]:
    def er_behandlet(rad: Notatrad) -> bool:
        return rad.behandlet or not behandlede.isdisjoint(rad.punkter)

    tester: dict[Status, Callable[[Notatrad], bool]] = {
        "ikke_samlet": lambda rad: not rad.punkter and not rad.trukket,
        "samlet": lambda rad: bool(rad.punkter),
        "behandlet": er_behandlet,
        "ikke_behandlet": lambda rad: not er_behandlet(rad) and not rad.trukket,
        "loeftet": lambda rad: rad.loeftet,
        "trukket": lambda rad: rad.trukket,
    }
    return tester[status]


def grupper(rader: Sequence[Notatrad], etter: Gruppering) -> list[tuple[Noekkel, list[Notatrad]]]:
    """Return the notes in groups, in the order of the groups' keys; a note in two points stands in both."""
    if etter == "ingen":
        return [((), list(rader))] if rader else []
    noeklene = _NOEKLER[etter]
    samlet: dict[Noekkel, list[Notatrad]] = {}
    for rad in rader:
        for noekkel in noeklene(rad):
            samlet.setdefault(noekkel, []).append(rad)
    return sorted(samlet.items(), key=lambda gruppe: tuple(kodeorden(str(ledd)) for ledd in gruppe[0]))


_NOEKLER: dict[Gruppering, Callable[[Notatrad], tuple[Noekkel, ...]]] = {
    "verksted": lambda rad: ((rad.verksted,),),
    "bord": lambda rad: ((rad.verksted, rad.bord),),
    "spoersmaal": lambda rad: ((rad.verksted, rad.spoersmaal),),
    "type": lambda rad: ((rad.type,),),
    "element": lambda rad: ((rad.element,),),
    "punkt": lambda rad: tuple((kode,) for kode in rad.punkter) or (("",),),
}


def er_slik(punkt: Arbeidspunkt, slag: Punktslag, bord: int) -> bool:
    """Say whether a point, with notes from so many tables, is of a kind."""
    svar: dict[Punktslag, bool] = {
        "alle": True,
        "ikke_behandlet": not punkt.behandling,
        "behandlet": bool(punkt.behandling),
        "uenighet": punkt.enighet in {"uenighet", "delvis"},
        "maa_utredes": punkt.maa_utredes or bool(punkt.aapent_spoersmaal),
        "ett_bord": bord <= 1,
    }
    return svar[slag]


def tittelforslag(tekst: str, lengst: int = 80) -> str:
    """Return the first sentence of a note as a title to go on from, cut at a word."""
    foerste = next((linje.strip() for linje in tekst.splitlines() if linje.strip()), "")
    setning = foerste.partition(". ")[0].rstrip(".")
    if len(setning) <= lengst:
        return setning
    return setning[:lengst].rpartition(" ")[0] or setning[:lengst]
