"""The draft samfunnsdel: everything *Utkast til samfunnsdel* shows, in the plan's own structure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from verksted.modell.ordene import Innlesingsart
from verksted.visning.holdte import holdte_ider
from verksted.visning.innspillrader import InnspillRad, bygg_innspillrader
from verksted.visning.planrader import PlanNode, bygg_plan
from verksted.visning.prioritering import bygg_prioritering
from verksted.visning.punktrader import PunktRad, bygg_punktrader
from verksted.visning.utsjekkrader import UtsjekkRad, utsjekk_per_kode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from verksted.kjerne.tekster import Maalform
    from verksted.visning.grunnlag import Grunnlag

# A tree may hang under its vision or under a running chapter; the goals below are then chapters of their own.
_BAERER = frozenset({"planrolle.visjon", "planrolle.annet"})


@dataclass(frozen=True, slots=True, kw_only=True)
class VerkstedLinje:
    """One workshop of the process in a few figures."""

    nummer: int
    tittel: str
    dato: date | None
    bord: int
    innspill: int
    punkter: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kapittel:
    """One place with the places below it, or (`hode` None) a run of single places of the same level."""

    nivaa: str
    nivaa_flertall: str
    hode: PlanNode | None
    rader: tuple[PlanNode, ...]

    def alle(self) -> tuple[PlanNode, ...]:
        """Return every place of the chapter in the order of the document."""
        under = tuple(node for rad in self.rader for node in rad.alle())
        return (self.hode, *under) if self.hode else under


@dataclass(frozen=True, slots=True, kw_only=True)
class InnspillSvar:
    """The answer to a single note that is not gathered in a point."""

    innspill: InnspillRad
    behandling: str
    begrunnelse: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SamfunnsdelVisning:
    """Everything the draft shows. `statuser` counts places by status key, `behandlinger` points by result key.

    `verksteder` are those that were held.
    """

    kommune: str
    prosess: str
    maalform: Maalform
    er_eksempel: bool
    planperiode: tuple[int, int] | None
    gjeldende_aar: int | None
    verksteder: tuple[VerkstedLinje, ...]
    kapitler: tuple[Kapittel, ...]
    punkter: tuple[PunktRad, ...]
    innspillsvar: tuple[InnspillSvar, ...]
    utsjekk: tuple[UtsjekkRad, ...]
    innspill: tuple[InnspillRad, ...]
    statuser: tuple[tuple[str, int], ...]
    behandlinger: tuple[tuple[str, int], ...]

    @property
    def har_arbeidsdel(self) -> bool:
        """Say whether there is anything to work on: a plan, points, answers, or words behind them."""
        return bool(self.kapitler or self.punkter or self.innspillsvar or self.utsjekk or self.innspill)


def bygg_samfunnsdel(grunnlag: Grunnlag) -> SamfunnsdelVisning:
    """Return the draft of the whole process."""
    verksteder = sorted(grunnlag.verksted, key=lambda v: v.nummer)
    holdt = holdte_ider(grunnlag)
    punkter: list[PunktRad] = []
    innspill: list[InnspillRad] = []
    linjer: list[VerkstedLinje] = []
    for v in verksteder:
        egne = bygg_punktrader(grunnlag, v.id, bygg_prioritering(grunnlag, v.id))
        rader = bygg_innspillrader(grunnlag, v.id)
        bord = sum(1 for g in grunnlag.gruppe if g.verksted_id == v.id)
        if v.id in holdt or egne:
            linjer.append(
                VerkstedLinje(
                    nummer=v.nummer, tittel=v.tittel, dato=v.dato, bord=bord, innspill=len(rader), punkter=len(egne)
                )
            )
        punkter.extend(egne)
        innspill.extend(rader)
    plan = bygg_plan(grunnlag, punkter)
    p = grunnlag.prosess
    periode = (p.planperiode_fra, p.planperiode_til)
    svar = _innspillsvar(grunnlag, innspill)
    utsjekk = utsjekk_per_kode(grunnlag)
    steder = [node for topp in plan for node in topp.alle()]
    rekke = [*(node.kode for node in steder), *(punkt.kode for punkt in punkter)]
    return SamfunnsdelVisning(
        kommune=p.kommune,
        prosess=p.navn,
        maalform=p.maalform,
        er_eksempel=p.er_eksempel,
        planperiode=(periode[0], periode[1]) if periode[0] and periode[1] else None,
        gjeldende_aar=next((i.aar for i in grunnlag.innlesing if i.art == Innlesingsart.SAMFUNNSDEL), None),
        verksteder=tuple(linjer),
        kapitler=tuple(_kapitler(plan)),
        punkter=tuple(punkter),
        innspillsvar=svar,
        utsjekk=tuple(utsjekk[kode] for kode in rekke if kode in utsjekk),
        innspill=_brukte_innspill(innspill, punkter, steder, svar),
        statuser=_tell((node.status for node in steder), "ny", "endret", "uenighet", "utgaar", "uendret"),
        behandlinger=_tell(
            (punkt.behandling or "behandling.mangler" for punkt in punkter),
            *("ikke_tatt_inn", "delvis_tatt_inn", "avklares", "tatt_inn", "mangler"),
        ),
    )


def _tell(noekler: Iterable[str], *orden: str) -> tuple[tuple[str, int], ...]:
    antall = Counter(noekler)
    return tuple((noekkel, antall[noekkel]) for noekkel in sorted(antall, key=lambda n: orden.index(n.split(".")[1])))


def _kapitler(plan: Iterable[PlanNode]) -> Iterator[Kapittel]:
    """Gather runs of single places of one level; let goals under a vision or running chapter be chapters."""
    for (nivaa, samles), gruppe in groupby(plan, key=lambda n: (n.nivaa, _kan_samles(n))):
        noder = tuple(gruppe)
        if samles and len(noder) > 1:
            yield Kapittel(nivaa=nivaa, nivaa_flertall=noder[0].nivaa_flertall, hode=None, rader=noder)
            continue
        for node in noder:
            egne = [barn for barn in node.barn if node.rolle in _BAERER and barn.barn]
            rader = tuple(barn for barn in node.barn if barn not in egne)
            hode = replace(node, barn=rader)
            yield Kapittel(nivaa=nivaa, nivaa_flertall=node.nivaa_flertall, hode=hode, rader=rader)
            yield from _kapitler(egne)


def _kan_samles(node: PlanNode) -> bool:
    return not node.barn and node.rolle not in _BAERER


def _innspillsvar(grunnlag: Grunnlag, innspill: Iterable[InnspillRad]) -> tuple[InnspillSvar, ...]:
    koder = {i.id: i.kode for i in grunnlag.innspill}
    svar = {koder[b.innspill_id]: b for b in grunnlag.behandling if b.innspill_id}
    return tuple(
        InnspillSvar(
            innspill=rad, behandling=f"behandling.{svar[rad.kode].resultat}", begrunnelse=svar[rad.kode].begrunnelse
        )
        for rad in innspill
        if rad.kode in svar
    )


def _brukte_innspill(
    innspill: Iterable[InnspillRad],
    punkter: Iterable[PunktRad],
    steder: Iterable[PlanNode],
    svar: Iterable[InnspillSvar],
) -> tuple[InnspillRad, ...]:
    """Return the notes the draft points at: gathered in a point, linked to a place, or answered."""
    brukt = {kode for punkt in punkter for kode in punkt.kilder} | {kode for node in steder for kode in node.innspill}
    brukt |= {ett.innspill.kode for ett in svar}
    return tuple(rad for rad in innspill if rad.kode in brukt)
