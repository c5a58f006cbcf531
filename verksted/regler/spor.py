"""The trail as chains: innspill and punkt, sted, tiltak, økonomipost, each with its own share of the money."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from verksted.modell.ordene import Behandlingsresultat, Tiltaksart
from verksted.regler.summer import HEL, andeler_av_post, fordel, lik_del

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verksted.regler.sporindeks import Sporindeks

TATT_INN = frozenset({Behandlingsresultat.TATT_INN, Behandlingsresultat.DELVIS_TATT_INN})


class Kjedeslutt(StrEnum):
    """Where a chain ends, and why; only `post` and `oppdrag` are whole."""

    POST = "post"
    OPPDRAG = "oppdrag"
    INGEN_POST = "ingen_post"
    MANGLER_TILTAK = "mangler_tiltak"
    TILTAK_UNDER = "tiltak_under"
    UTEN_TILTAK = "uten_tiltak"
    UTEN_STED = "uten_sted"
    UTEN_BEHANDLING = "uten_behandling"
    IKKE_TATT_INN = "ikke_tatt_inn"
    AVKLARES = "avklares"


@dataclass(frozen=True, slots=True)
class Kjede:
    """One chain. `sted_id` is where the point stands; `andel_bp` and `beloep` (per year, kroner) are this chain's own.

    Over all chains of a post, shares and amounts sum to what is allotted of it: no krone is in two chains.
    """

    punkt_id: str | None
    innspill: tuple[str, ...]
    sted_id: str | None
    tiltak_id: str | None
    post_id: str | None
    andel_bp: int | None
    beloep: tuple[int, ...]
    slutt: Kjedeslutt


@dataclass(frozen=True, slots=True)
class Postfordeling:
    """What is allotted of one budget line, and what is left, per year in kroner."""

    andel_bp: int
    oppgitt_bp: int
    beloep: tuple[int, ...]
    rest: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sporet:
    """All chains, in the order people read, and how each budget line was shared out."""

    kjeder: tuple[Kjede, ...]
    poster: dict[str, Postfordeling]


@dataclass(frozen=True, slots=True)
class _Kilde:
    """Where a chain begins: a point, or notes without one, standing at a plan element."""

    punkt_id: str | None
    innspill: tuple[str, ...]
    sted_id: str | None


@dataclass(frozen=True, slots=True)
class _Del:
    post_id: str
    andel_bp: int
    beloep: tuple[int, ...]


def finn_sporet(indeks: Sporindeks) -> Sporet:
    """Return every chain of the process, also those that stop early.

    Only points that are taken in (wholly or in part) carry money. A point at an element without measures follows
    the nearest element above it that has some, up to the goal under the satsingsområde. A measure's share of a post is
    split evenly over its elements, then over what leads to each element.
    """
    deler, poster = _fordel_postene(indeks)
    kilder = _kilder(indeks)
    kjeder = [*_stopp(indeks)]
    for element_id in indeks.elementer:
        ved_elementet = kilder.get(element_id, [])
        if element_id not in indeks.tiltak_av_element:
            kjeder += [_uten_tiltak(indeks, kilde) for kilde in ved_elementet]
            continue
        ved_elementet = ved_elementet or [_Kilde(None, (), element_id)]
        for tiltak_id in indeks.tiltak_av_element[element_id]:
            elementer = indeks.elementer_av_tiltak[tiltak_id]
            egne = deler.get(tiltak_id, ())
            plass = elementer.index(element_id)
            kjeder += _kjeder_av_tiltak(
                indeks, tiltak_id, ved_elementet, [_bit(d, len(elementer), plass) for d in egne]
            )
    for tiltak_id in indeks.tiltak:
        if tiltak_id not in indeks.elementer_av_tiltak:
            kjeder += _kjeder_av_tiltak(indeks, tiltak_id, [_Kilde(None, (), None)], list(deler.get(tiltak_id, ())))
    return Sporet(tuple(_i_leserekkefoelge(indeks, kjeder)), poster)


def _fordel_postene(indeks: Sporindeks) -> tuple[dict[str, tuple[_Del, ...]], dict[str, Postfordeling]]:
    deler: dict[str, list[_Del]] = defaultdict(list)
    poster: dict[str, Postfordeling] = {}
    for post_id, beloep in indeks.postbeloep.items():
        lenker = indeks.tiltak_av_post.get(post_id, ())
        if not lenker:
            poster[post_id] = Postfordeling(0, 0, (0,) * len(beloep), beloep)
            continue
        andeler = andeler_av_post([andel for _, andel in lenker])
        rest_bp = HEL - sum(andeler)
        per_aar = [fordel(sum_, (*andeler, rest_bp)) for sum_ in beloep]
        for nummer, ((tiltak_id, _), andel) in enumerate(zip(lenker, andeler, strict=True)):
            deler[tiltak_id].append(_Del(post_id, andel, tuple(aaret[nummer] for aaret in per_aar)))
        rest = tuple(aaret[-1] for aaret in per_aar)
        fordelt = tuple(sum_ - igjen for sum_, igjen in zip(beloep, rest, strict=True))
        oppgitt = sum(andel or 0 for _, andel in lenker)
        poster[post_id] = Postfordeling(sum(andeler), max(oppgitt, sum(andeler)), fordelt, rest)
    return {tiltak_id: tuple(egne) for tiltak_id, egne in deler.items()}, poster


def _bit(del_: _Del, antall: int, plass: int) -> _Del:
    """Return part number `plass` of `antall` even parts."""
    return _Del(
        del_.post_id,
        lik_del(del_.andel_bp, antall, plass),
        tuple(lik_del(beloep, antall, plass) for beloep in del_.beloep),
    )


def _kjeder_av_tiltak(indeks: Sporindeks, tiltak_id: str, kilder: list[_Kilde], deler: list[_Del]) -> Iterator[Kjede]:
    for plass, kilde in enumerate(kilder):
        fra = (kilde.punkt_id, kilde.innspill, kilde.sted_id, tiltak_id)
        for del_ in deler:
            bit = _bit(del_, len(kilder), plass)
            yield Kjede(*fra, bit.post_id, bit.andel_bp, bit.beloep, Kjedeslutt.POST)
        if not deler:
            oppdrag = indeks.tiltak[tiltak_id].art is Tiltaksart.OPPDRAG
            beloep = (0,) * len(indeks.aar) if oppdrag else ()
            yield Kjede(*fra, None, None, beloep, Kjedeslutt.OPPDRAG if oppdrag else Kjedeslutt.INGEN_POST)


def _kilder(indeks: Sporindeks) -> dict[str, list[_Kilde]]:
    """Return what leads to each element: points taken in, then notes that were taken in without a point."""
    kilder: dict[str, list[_Kilde]] = defaultdict(list)
    for punkt_id in indeks.punkter:
        if baerer(indeks, punkt_id):
            for sted_id in indeks.steder_av_punkt.get(punkt_id, ()):
                kilde = _Kilde(punkt_id, indeks.innspill_i_punkt.get(punkt_id, ()), sted_id)
                kilder[anker(indeks, sted_id)].append(kilde)
    rett_inn: dict[str, list[str]] = defaultdict(list)
    for innspill_id, steder in indeks.steder_av_innspill.items():
        for sted_id in steder:
            if not any(
                sted_id in indeks.steder_av_punkt.get(p, ()) for p in indeks.punkter_av_innspill.get(innspill_id, ())
            ):
                rett_inn[sted_id].append(innspill_id)
    for sted_id, innspill in rett_inn.items():
        kilder[anker(indeks, sted_id)].append(_Kilde(None, tuple(innspill), sted_id))
    return kilder


def baerer(indeks: Sporindeks, punkt_id: str) -> bool:
    """Say whether the point is taken in, so that the plan and the money may rest on it."""
    behandling = indeks.behandling_av_punkt.get(punkt_id)
    return behandling is not None and behandling.resultat in TATT_INN


def anker(indeks: Sporindeks, sted_id: str) -> str:
    """Return the element whose measures serve this place: itself, or the nearest above within the same goal."""
    maal = indeks.maal(sted_id)
    if maal is None or sted_id in indeks.tiltak_av_element:
        return sted_id
    linje = indeks.linjer[sted_id]
    over = linje[linje.index(maal) :]
    return next((id_ for id_ in reversed(over) if id_ in indeks.tiltak_av_element), sted_id)


def _uten_tiltak(indeks: Sporindeks, kilde: _Kilde) -> Kjede:
    sted_id = kilde.sted_id or ""
    maal = indeks.maal(sted_id)
    if any(id_ in indeks.tiltak_av_element for id_ in indeks.under[sted_id]):
        slutt = Kjedeslutt.TILTAK_UNDER
    elif maal is None or any(id_ in indeks.tiltak_av_element for id_ in indeks.under[maal]):
        slutt = Kjedeslutt.UTEN_TILTAK
    else:
        slutt = Kjedeslutt.MANGLER_TILTAK
    return Kjede(kilde.punkt_id, kilde.innspill, kilde.sted_id, None, None, None, (), slutt)


def _stopp(indeks: Sporindeks) -> Iterator[Kjede]:
    """Give the chains of points that stop before any money: not treated, not taken in, or without a place."""
    for punkt_id, punkt in indeks.punkter.items():
        behandling = indeks.behandling_av_punkt.get(punkt_id)
        steder: tuple[str | None, ...] = indeks.steder_av_punkt.get(punkt_id, ())
        if behandling is None:
            slutt = Kjedeslutt.UTEN_BEHANDLING
        elif behandling.resultat is Behandlingsresultat.AVKLARES:
            slutt = Kjedeslutt.AVKLARES
        elif behandling.resultat is Behandlingsresultat.IKKE_TATT_INN:
            slutt = Kjedeslutt.IKKE_TATT_INN
        elif not steder:
            slutt = Kjedeslutt.UTEN_STED
        else:
            continue
        if not steder and slutt is not Kjedeslutt.UTEN_STED:
            # What the point is about, before anybody has decided where it belongs.
            steder = (punkt.planelement_id if punkt.planelement_id in indeks.elementer else None,)
        innspill = indeks.innspill_i_punkt.get(punkt_id, ())
        for sted in steder or (None,):
            yield Kjede(punkt_id, innspill, sted, None, None, None, (), slutt)


def _i_leserekkefoelge(indeks: Sporindeks, kjeder: list[Kjede]) -> list[Kjede]:
    """Return the chains by point, then place, measure and post; those without a point last."""
    punkt = {id_: nummer for nummer, id_ in enumerate(indeks.punkter)}
    sted = {id_: nummer for nummer, id_ in enumerate(indeks.elementer)}
    tiltak = {id_: nummer for nummer, id_ in enumerate(indeks.tiltak)}
    post = {id_: nummer for nummer, id_ in enumerate(indeks.poster)}

    def orden(kjede: Kjede) -> tuple[int, int, int, int]:
        return (
            punkt.get(kjede.punkt_id or "", len(punkt)),
            sted.get(kjede.sted_id or "", len(sted)),
            tiltak.get(kjede.tiltak_id or "", len(tiltak)),
            post.get(kjede.post_id or "", len(post)),
        )

    return sorted(kjeder, key=orden)
