"""The rows of the trail, put in order and looked up by id: what chains and gaps are found in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from verksted.kjerne.ider import kodeorden
from verksted.modell.ordene import Planrolle, Sporting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from verksted.modell.innspill import Innspill
    from verksted.modell.oekonomi import Oekonomipost, Postbeloep, Tiltak, Tiltaksbeloep
    from verksted.modell.plan import Planalternativ, Planelement
    from verksted.modell.prosess import Plannivaa
    from verksted.modell.punkt import Behandling, Punkt, Punktkilde
    from verksted.modell.spor import Sporlenke

V = TypeVar("V")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sporrader:
    """The tables the trail runs through, removed rows included."""

    plannivaa: tuple[Plannivaa, ...] = ()
    planelement: tuple[Planelement, ...] = ()
    planalternativ: tuple[Planalternativ, ...] = ()
    innspill: tuple[Innspill, ...] = ()
    punkt: tuple[Punkt, ...] = ()
    punktkilde: tuple[Punktkilde, ...] = ()
    behandling: tuple[Behandling, ...] = ()
    tiltak: tuple[Tiltak, ...] = ()
    tiltaksbeloep: tuple[Tiltaksbeloep, ...] = ()
    oekonomipost: tuple[Oekonomipost, ...] = ()
    postbeloep: tuple[Postbeloep, ...] = ()
    sporlenke: tuple[Sporlenke, ...] = ()


class Sporindeks:
    """Look-ups over the rows that are not removed; every sequence is in the order people read."""

    def __init__(self, rader: Sporrader) -> None:
        self._rader = rader
        # Withdrawn notes stay in the documents, but nothing rests on them.
        self.innspill = {i.id: i for i in rader.innspill if not i.fjernet and not i.trukket}
        self.punkter = {p.id: p for p in sorted(rader.punkt, key=lambda p: kodeorden(p.kode)) if not p.fjernet}
        self.tiltak = {
            t.id: t for t in sorted(rader.tiltak, key=lambda t: (t.rekkefoelge, kodeorden(t.kode))) if not t.fjernet
        }
        self.poster = {p.id: p for p in sorted(rader.oekonomipost, key=lambda p: (p.rekkefoelge, kodeorden(p.kode)))}
        self.behandling_av_punkt = {b.punkt_id: b for b in rader.behandling if b.punkt_id}
        self.behandling_av_innspill = {b.innspill_id: b for b in rader.behandling if b.innspill_id}
        self.alternativer = _grupper((a.planelement_id, a.bokstav) for a in sorted(rader.planalternativ, key=_bokstav))
        self.egne_beloep = {(b.tiltak_id, b.aar): b.beloep for b in rader.tiltaksbeloep}

    @cached_property
    def aar(self) -> tuple[int, ...]:
        """The years of the økonomiplan; the measures' own years where no plan was read."""
        av_postene = {b.aar for b in self._rader.postbeloep}
        return tuple(sorted(av_postene or {b.aar for b in self._rader.tiltaksbeloep}))

    @cached_property
    def elementer(self) -> dict[str, Planelement]:
        """Plan elements by id, in the order of the plan; a child of a removed parent is a root."""
        levende = {e.id: e for e in self._rader.planelement if not e.fjernet}
        barn: dict[str | None, list[Planelement]] = defaultdict(list)
        for element in sorted(levende.values(), key=lambda e: (e.rekkefoelge, kodeorden(e.kode))):
            barn[element.forelder_id if element.forelder_id in levende else None].append(element)
        ordnet: dict[str, Planelement] = {}
        stabel = barn[None][::-1]
        while stabel:
            element = stabel.pop()
            ordnet[element.id] = element
            stabel.extend(reversed(barn[element.id]))
        return ordnet

    @cached_property
    def linjer(self) -> dict[str, tuple[str, ...]]:
        """The road from the root down to each element, itself included."""
        linjer: dict[str, tuple[str, ...]] = {}
        for element in self.elementer.values():
            linjer[element.id] = (*linjer.get(element.forelder_id or "", ()), element.id)
        return linjer

    @cached_property
    def omraade(self) -> dict[str, str]:
        """The satsingsområde each element belongs to, or its root where it has none."""
        return {
            id_: next((o for o in reversed(linje) if self.er_satsing(o)), linje[0])
            for id_, linje in self.linjer.items()
        }

    @cached_property
    def _satsingsnivaa(self) -> frozenset[str]:
        return frozenset(n.id for n in self._rader.plannivaa if n.rolle is Planrolle.SATSINGSOMRAADE)

    def er_satsing(self, element_id: str) -> bool:
        """Say whether the element is a satsingsområde."""
        return self.elementer[element_id].nivaa_id in self._satsingsnivaa

    def maal(self, element_id: str) -> str | None:
        """Return the satsingsområde or the goal right under it that the element belongs to; None outside them."""
        linje = self.linjer[element_id]
        omraade = self.omraade[element_id]
        if not self.er_satsing(omraade):
            return None
        under = linje[linje.index(omraade) :]
        return under[min(1, len(under) - 1)]

    @cached_property
    def under(self) -> dict[str, tuple[str, ...]]:
        """Each element with everything below it."""
        return _grupper((over, id_) for id_, linje in self.linjer.items() for over in linje)

    @cached_property
    def innspill_i_punkt(self) -> dict[str, tuple[str, ...]]:
        """The notes behind each point."""
        kilder = sorted(self._rader.punktkilde, key=lambda k: k.rekkefoelge)
        return _grupper(
            (k.punkt_id, k.innspill_id) for k in kilder if k.innspill_id in self.innspill and k.punkt_id in self.punkter
        )

    @cached_property
    def punkter_av_innspill(self) -> dict[str, tuple[str, ...]]:
        """The points each note is gathered in, withdrawn notes included."""
        par = [(k.innspill_id, k.punkt_id) for k in self._rader.punktkilde if k.punkt_id in self.punkter]
        return _grupper(_ordnet_etter_til(par, self.punkter))

    def _lenker(self, fra: Sporting, til: Sporting) -> list[tuple[str, str]]:
        return [(s.fra_id, s.til_id) for s in self._rader.sporlenke if (s.fra_type, s.til_type) == (fra, til)]

    @cached_property
    def steder_av_punkt(self) -> dict[str, tuple[str, ...]]:
        """The plan elements a point was taken into."""
        return _grupper(_ordnet_etter_til(self._lenker(Sporting.PUNKT, Sporting.PLANELEMENT), self.elementer))

    @cached_property
    def steder_av_innspill(self) -> dict[str, tuple[str, ...]]:
        """The plan elements a note was taken straight into."""
        par = self._lenker(Sporting.INNSPILL, Sporting.PLANELEMENT)
        return _grupper(_ordnet_etter_til([p for p in par if p[0] in self.innspill], self.elementer))

    @cached_property
    def elementer_av_tiltak(self) -> dict[str, tuple[str, ...]]:
        """The plan elements a measure serves."""
        par = self._lenker(Sporting.PLANELEMENT, Sporting.TILTAK)
        return _grupper(_ordnet_etter_til([(til, fra) for fra, til in par if til in self.tiltak], self.elementer))

    @cached_property
    def tiltak_av_element(self) -> dict[str, tuple[str, ...]]:
        """The measures under a plan element."""
        par = self._lenker(Sporting.PLANELEMENT, Sporting.TILTAK)
        return _grupper(_ordnet_etter_til([p for p in par if p[0] in self.elementer], self.tiltak))

    @cached_property
    def tiltak_av_post(self) -> dict[str, tuple[tuple[str, int | None], ...]]:
        """The measures that take a share of a budget line, with the share as it was set (basis points)."""
        lenker = [
            (s.til_id, (s.fra_id, s.andel_bp))
            for s in self._rader.sporlenke
            if s.til_type is Sporting.OEKONOMIPOST and s.fra_id in self.tiltak and s.til_id in self.poster
        ]
        rekke = {id_: nummer for nummer, id_ in enumerate(self.tiltak)}
        return _grupper(sorted(lenker, key=lambda lenke: rekke[lenke[1][0]]))

    @cached_property
    def postbeloep(self) -> dict[str, tuple[int, ...]]:
        """Amounts per year of each budget line, in the order of `aar`; a missing year is 0."""
        plass = {aar: nummer for nummer, aar in enumerate(self.aar)}
        beloep: dict[str, list[int]] = {id_: [0] * len(plass) for id_ in self.poster}
        for rad in self._rader.postbeloep:
            if rad.post_id in beloep:
                beloep[rad.post_id][plass[rad.aar]] += rad.beloep
        return {id_: tuple(rekke) for id_, rekke in beloep.items()}


def _bokstav(alternativ: Planalternativ) -> str:
    return alternativ.bokstav


def _grupper(par: Iterable[tuple[str, V]]) -> dict[str, tuple[V, ...]]:
    grupper: dict[str, list[V]] = defaultdict(list)
    for noekkel, verdi in par:
        grupper[noekkel].append(verdi)
    return {noekkel: tuple(verdier) for noekkel, verdier in grupper.items()}


def _ordnet_etter_til(par: list[tuple[str, str]], rekke: Iterable[str]) -> list[tuple[str, str]]:
    plass = {id_: nummer for nummer, id_ in enumerate(rekke)}
    return sorted((p for p in par if p[1] in plass), key=lambda p: plass[p[1]])
