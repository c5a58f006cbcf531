"""Attendance with names: the elected members who were present, for whom, and who was absent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.modell.ordene import Mandatart
from verksted.regler.alfabet import navneorden
from verksted.regler.oppmoete import Frammoett, beregn_oppmoete, er_foert

if TYPE_CHECKING:
    from datetime import time

    from verksted.modell.deltaker import Liste, Mandat
    from verksted.modell.verksted import Verksted
    from verksted.visning.grunnlag import Grunnlag

Intervaller = tuple[tuple["time", "time | None"], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrammoettRad:
    """One elected person who was present; `vara_for` is the member's name. `delvis` when not all the time."""

    navn: str
    liste: str
    listekode: str
    verv: str
    vara: bool
    vara_for: str
    delvis: bool
    intervaller: Intervaller


@dataclass(frozen=True, slots=True, kw_only=True)
class OppmoeteVisning:
    """Attendance of one meeting. `halvparten` is `hele`, `deler` or `ikke`: at least half of the members present.

    `foert` is false when nobody kept it: then the numbers say nothing.
    """

    foert: bool
    medlemmer: int
    fylte_plasser: int
    vara: int
    halvparten: str
    folkevalgte: tuple[FrammoettRad, ...]
    forfall: tuple[tuple[str, str], ...]
    andre: int


def bygg_oppmoete(grunnlag: Grunnlag, verksted: Verksted, slutt: time | None) -> OppmoeteVisning:
    """Return the attendance; people sorted by name, lists by name."""
    tilstedevaerelser = tuple(t for t in grunnlag.tilstedevaerelse if t.verksted_id == verksted.id)
    oppmoete = beregn_oppmoete(
        mandater=grunnlag.mandat,
        tilstedevaerelser=tilstedevaerelser,
        organ_id=verksted.organ_id,
        start=verksted.start,
        slutt=slutt,
    )
    bygger = _Rader(grunnlag, verksted, slutt)
    folkevalgte = [bygger.rad(f) for f in oppmoete.frammoette if bygger.er_folkevalgt(f)]
    halvparten = "hele" if oppmoete.halvparten_hele_tiden else "deler" if oppmoete.halvparten_en_tid else "ikke"
    return OppmoeteVisning(
        foert=er_foert(grunnlag.mandat, tilstedevaerelser),
        medlemmer=oppmoete.medlemmer,
        fylte_plasser=oppmoete.fylte_plasser,
        vara=oppmoete.vara,
        halvparten=halvparten,
        folkevalgte=tuple(sorted(folkevalgte, key=lambda r: (navneorden(r.liste), navneorden(r.navn)))),
        forfall=bygger.forfall(oppmoete.forfall),
        andre=len(oppmoete.frammoette) - len(folkevalgte),
    )


class _Rader:
    """Looks up the names behind the ids of the attendance."""

    def __init__(self, grunnlag: Grunnlag, verksted: Verksted, slutt: time | None) -> None:
        self._mandat: dict[str, Mandat] = {m.id: m for m in grunnlag.mandat}
        self._navn = {p.id: p.navn for p in grunnlag.person}
        self._lister: dict[str, Liste] = {liste.id: liste for liste in grunnlag.liste}
        self._start, self._slutt = verksted.start, slutt

    def er_folkevalgt(self, frammoett: Frammoett) -> bool:
        """Say whether the person sits as a member or a deputy."""
        mandat = self._mandat.get(frammoett.mandat_id or "")
        return frammoett.for_mandat_id is not None or (
            mandat is not None and mandat.art in {Mandatart.MEDLEM, Mandatart.VARA}
        )

    def rad(self, frammoett: Frammoett) -> FrammoettRad:
        """Return the person with list, office and whom they sat for."""
        eget = self._mandat.get(frammoett.mandat_id or "")
        plass = self._mandat.get(frammoett.for_mandat_id or "")
        er_vara = plass is None or plass is not eget
        navn, kode = self._liste(eget or plass)
        return FrammoettRad(
            navn=self._navn.get(frammoett.person_id, ""),
            liste=navn,
            listekode=kode,
            verv=(eget.verv or "") if eget else "",
            vara=er_vara,
            vara_for=self._navn.get(plass.person_id, "") if plass is not None and er_vara else "",
            delvis=not self._hele_tiden(frammoett),
            intervaller=frammoett.intervaller,
        )

    def forfall(self, mandat_ider: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        """Return name and list code of the members who were absent."""
        mandater = [self._mandat[mandat_id] for mandat_id in mandat_ider]
        par = [(self._navn.get(m.person_id, ""), self._liste(m)[1]) for m in mandater]
        return tuple(sorted(par, key=lambda p: navneorden(p[0])))

    def _liste(self, mandat: Mandat | None) -> tuple[str, str]:
        liste = self._lister.get(mandat.liste_id or "") if mandat else None
        return (liste.navn, liste.kode) if liste else ("", "")

    def _hele_tiden(self, frammoett: Frammoett) -> bool:
        if len(frammoett.intervaller) != 1:
            return False
        fra, til = frammoett.intervaller[0]
        return fra <= self._start and (til is None or (self._slutt is not None and til >= self._slutt))
