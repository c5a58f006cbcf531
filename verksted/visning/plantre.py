"""The plan as a tree to walk in: what each place is called, what became of it, and what is missing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from verksted.modell.ordene import Innlesingsart
from verksted.visning.planrader import lest_forslag, planstatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from verksted.modell.plan import Planelement
    from verksted.modell.prosess import Innlesing, Plannivaa
    from verksted.regler.sporindeks import Sporindeks


@dataclass(frozen=True, slots=True, kw_only=True)
class Planrad:
    """One place, or (`kode` empty) the heading over places of one level.

    `status` is `ny`, `endret`, `uendret`, `utgaar` or `uenighet`; `uten_tiltak` is a satsing, or a goal right under
    one, that no measure answers to.
    """

    kode: str
    tittel: str
    nivaa: str = ""
    rolle: str = ""
    status: str = "uendret"
    uten_tiltak: bool = False
    har_gjeldende: bool = False
    barn: tuple[Planrad, ...] = ()

    def alle(self) -> Iterator[Planrad]:
        """Yield every place here and below, in the order of the plan; headings are left out."""
        if self.kode:
            yield self
        for barn in self.barn:
            yield from barn.alle()


@dataclass(frozen=True, slots=True, kw_only=True)
class Nivaavalg:
    """A level of the plan, by the process's own names."""

    id: str
    rolle: str
    entall: str
    flertall: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plantre:
    """The whole tree under its headings. `gjeldende_aar` is None where nobody has said it.

    `papirkurv` is (code, title) of what was put in the bin, without what lies under it.
    """

    rader: tuple[Planrad, ...]
    nivaaer: tuple[Nivaavalg, ...]
    papirkurv: tuple[tuple[str, str], ...]
    gjeldende_aar: int | None

    def steder(self) -> tuple[Planrad, ...]:
        """Return every place in the order of the plan."""
        return tuple(sted for rad in self.rader for sted in rad.alle())

    @property
    def endret(self) -> int:
        """How many places are not as in gjeldende plan."""
        return sum(1 for sted in self.steder() if sted.status != "uendret")


def bygg_plantre(
    indeks: Sporindeks,
    nivaaer: Iterable[Plannivaa],
    elementer: Iterable[Planelement],
    innlesinger: Iterable[Innlesing],
) -> Plantre:
    """Return the tree; `elementer` holds those in the bin as well."""
    nivaaer = tuple(nivaaer)
    elementer = tuple(elementer)
    levende = indeks.elementer
    barn: dict[str | None, list[Planelement]] = defaultdict(list)
    for element in levende.values():
        barn[element.forelder_id if element.forelder_id in levende else None].append(element)
    nivaa = {n.id: n for n in nivaaer}

    def rad(e: Planelement) -> Planrad:
        tiltak = any(indeks.tiltak_av_element.get(id_) for id_ in indeks.under[e.id])
        return Planrad(
            kode=e.kode,
            tittel=lest_forslag(e.forslag_tittel, e.gjeldende_tittel),
            nivaa=nivaa[e.nivaa_id].entall,
            rolle=str(nivaa[e.nivaa_id].rolle),
            status=planstatus(e, har_alternativer=e.id in indeks.alternativer),
            uten_tiltak=indeks.maal(e.id) == e.id and not e.utgaar and not tiltak,
            har_gjeldende=e.gjeldende_tittel is not None or e.gjeldende_tekst is not None,
            barn=tuple(rad(b) for b in barn[e.id]),
        )

    grupper = groupby(barn[None], key=lambda e: e.nivaa_id)
    borte = {e.id for e in elementer if e.fjernet}
    return Plantre(
        rader=tuple(
            Planrad(kode="", tittel=stor(nivaa[nivaa_id].flertall), barn=tuple(rad(e) for e in gruppe))
            for nivaa_id, gruppe in grupper
        ),
        nivaaer=nivaavalg(nivaaer),
        papirkurv=tuple(
            (e.kode, lest_forslag(e.forslag_tittel, e.gjeldende_tittel))
            for e in elementer
            if e.fjernet and e.forelder_id not in borte
        ),
        gjeldende_aar=next((i.aar for i in innlesinger if i.art is Innlesingsart.SAMFUNNSDEL), None),
    )


def nivaavalg(nivaaer: Iterable[Plannivaa]) -> tuple[Nivaavalg, ...]:
    """Return the levels that can be chosen, in the process's own order."""
    return tuple(
        Nivaavalg(id=n.id, rolle=str(n.rolle), entall=n.entall, flertall=n.flertall)
        for n in sorted(nivaaer, key=lambda n: n.rekkefoelge)
    )


def stor(navn: str) -> str:
    """Return a level's name as the first word of a line."""
    return navn[:1].upper() + navn[1:]
