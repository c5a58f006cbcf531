"""Answers at the check: how many tables said each thing, and what they added."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.kjerne.ider import kodeorden
from verksted.modell.ordene import Utsjekksvar

if TYPE_CHECKING:
    from collections.abc import Callable

    from verksted.modell.punkt import Utsjekk
    from verksted.visning.grunnlag import Grunnlag


@dataclass(frozen=True, slots=True, kw_only=True)
class Utsjekkommentar:
    """A table's own words at the check."""

    verksted: int
    bord: int
    svar: str
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UtsjekkRad:
    """The answers about one point or place in the plan, in one workshop or in all."""

    kode: str
    tittel: str
    i_traad: tuple[int, ...]
    ikke_helt: tuple[int, ...]
    nei: tuple[int, ...]
    verksteder: tuple[int, ...]
    kommentarer: tuple[Utsjekkommentar, ...]


def bygg_utsjekk(grunnlag: Grunnlag, verksted_id: str) -> tuple[UtsjekkRad, ...]:
    """Return what was checked in this workshop, points first, then places, in the order of the codes."""
    rader = utsjekk_per_kode(grunnlag, lambda svar: svar.verksted_id == verksted_id)
    return tuple(rader[kode] for kode in sorted(rader, key=lambda k: (not k.startswith("P-"), kodeorden(k))))


def utsjekk_per_kode(grunnlag: Grunnlag, med: Callable[[Utsjekk], bool] = lambda _: True) -> dict[str, UtsjekkRad]:
    """Return the answers by the code of what they are about."""
    ting = {p.id: (p.kode, p.tittel) for p in grunnlag.punkt if not p.fjernet} | {
        e.id: (e.kode, e.forslag_tittel or e.gjeldende_tittel or "") for e in grunnlag.planelement if not e.fjernet
    }
    per_ting: dict[str, list[Utsjekk]] = defaultdict(list)
    for svar in grunnlag.utsjekk:
        ting_id = svar.punkt_id or svar.planelement_id
        if ting_id in ting and med(svar):
            per_ting[ting_id].append(svar)
    bord = {g.id: g.nummer for g in grunnlag.gruppe}
    verksted = {v.id: v.nummer for v in grunnlag.verksted}
    return {ting[ting_id][0]: _rad(*ting[ting_id], svar, bord, verksted) for ting_id, svar in per_ting.items()}


def _rad(kode: str, tittel: str, alle: list[Utsjekk], bord: dict[str, int], verksted: dict[str, int]) -> UtsjekkRad:
    alle = sorted(alle, key=lambda s: (verksted[s.verksted_id], bord[s.gruppe_id]))
    return UtsjekkRad(
        kode=kode,
        tittel=tittel,
        i_traad=tuple(bord[s.gruppe_id] for s in alle if s.svar == Utsjekksvar.I_TRAAD),
        ikke_helt=tuple(bord[s.gruppe_id] for s in alle if s.svar == Utsjekksvar.IKKE_HELT),
        nei=tuple(bord[s.gruppe_id] for s in alle if s.svar == Utsjekksvar.NEI),
        verksteder=tuple(sorted({verksted[s.verksted_id] for s in alle})),
        kommentarer=tuple(
            Utsjekkommentar(
                verksted=verksted[s.verksted_id],
                bord=bord[s.gruppe_id],
                svar=f"utsjekksvar.{s.svar}",
                tekst=s.kommentar,
            )
            for s in alle
            if s.kommentar.strip()
        ),
    )
