"""The summary of one workshop: everything *Oppsummering fra politisk verksted* shows, as plain words and numbers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.kjerne.feil import FinnesIkke
from verksted.modell.ordene import Evalueringsart
from verksted.regler.alfabet import navneorden
from verksted.regler.prikker import er_smal
from verksted.visning.holdte import holdte_ider
from verksted.visning.innspillrader import BordVedlegg, InnspillRad, bygg_innspillrader, bygg_vedlegg
from verksted.visning.oppmoeterader import OppmoeteVisning, bygg_oppmoete
from verksted.visning.prioritering import Prikkedel, bygg_prioritering
from verksted.visning.program import Programblokk, bygg_blokker, slutt_paa_programmet
from verksted.visning.punktrader import PunktRad, bygg_punktrader
from verksted.visning.utsjekkrader import UtsjekkRad, bygg_utsjekk

if TYPE_CHECKING:
    from datetime import date, time

    from verksted.kjerne.tekster import Maalform
    from verksted.modell.verksted import Evalueringssvar, Verksted
    from verksted.visning.grunnlag import Grunnlag


@dataclass(frozen=True, slots=True, kw_only=True)
class SpoersmaalDel:
    """One question with the tables' own words and the points it led to."""

    nummer: int
    tema: str
    tekst: str
    blokk: Programblokk | None
    svartyper: tuple[str, ...]
    maks_loeft: int
    innspill: tuple[InnspillRad, ...]
    punkter: tuple[PunktRad, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvalueringDel:
    """One question about the meeting: how many gave 1, 2, 3, 4 and 5, or the free comments."""

    nummer: int
    tekst: str
    skala: bool
    fordeling: tuple[int, int, int, int, int]
    kommentarer: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OppsummeringVisning:
    """Everything the summary of one workshop shows; before it is held (`holdt`) that is only what is planned."""

    kommune: str
    prosess: str
    maalform: Maalform
    er_eksempel: bool
    holdt: bool
    nummer: int
    tittel: str
    formaal: str
    organ: str
    dato: date | None
    start: time
    slutt: time | None
    sted: str
    moeteform: str
    aapent: bool
    lukket_hjemmel: str
    antall_bord: int
    antall_trukket: int
    oppmoete: OppmoeteVisning
    prioritering: tuple[Prikkedel, ...]
    delt: tuple[PunktRad, ...]
    program: tuple[Programblokk, ...]
    spoersmaal: tuple[SpoersmaalDel, ...]
    andre_punkter: tuple[PunktRad, ...]
    utsjekk: tuple[UtsjekkRad, ...]
    evaluering: tuple[EvalueringDel, ...]
    vedlegg: tuple[BordVedlegg, ...]

    @property
    def antall_innspill(self) -> int:
        """Every note that is printed, withdrawn ones too."""
        return sum(len(bord.innspill) for bord in self.vedlegg)

    @property
    def punkter(self) -> tuple[PunktRad, ...]:
        """All the points, question by question."""
        return (*(punkt for del_ in self.spoersmaal for punkt in del_.punkter), *self.andre_punkter)


def holdte_verksteder(grunnlag: Grunnlag) -> tuple[int, ...]:
    """Return the numbers of the workshops that were held; empty when none was."""
    holdt = holdte_ider(grunnlag)
    return tuple(sorted(v.nummer for v in grunnlag.verksted if v.id in holdt))


def bygg_oppsummering(grunnlag: Grunnlag, verksted_nummer: int) -> OppsummeringVisning:
    """Return the summary of workshop number so-and-so, held or only planned (raises FinnesIkke)."""
    verksted = next((v for v in grunnlag.verksted if v.nummer == verksted_nummer), None)
    if verksted is None:
        raise FinnesIkke(hva="verksted", kode=str(verksted_nummer))
    innspill = bygg_innspillrader(grunnlag, verksted.id)
    prioritering = bygg_prioritering(grunnlag, verksted.id)
    punkter = bygg_punktrader(grunnlag, verksted.id, prioritering)
    program = bygg_blokker(grunnlag, verksted)
    slutt = slutt_paa_programmet(program, verksted)
    spoersmaal = _spoersmaal(grunnlag, verksted, program, innspill, punkter)
    vedlegg = bygg_vedlegg(grunnlag, verksted.id, innspill)
    return OppsummeringVisning(
        kommune=grunnlag.prosess.kommune,
        prosess=grunnlag.prosess.navn,
        maalform=grunnlag.prosess.maalform,
        er_eksempel=grunnlag.prosess.er_eksempel,
        holdt=verksted.id in holdte_ider(grunnlag),
        nummer=verksted.nummer,
        tittel=verksted.tittel,
        formaal=verksted.formaal,
        organ=next((o.navn for o in grunnlag.organ if o.id == verksted.organ_id), ""),
        dato=verksted.dato,
        start=verksted.start,
        slutt=slutt,
        sted=verksted.sted,
        moeteform=f"moeteform.{verksted.moeteform}",
        aapent=verksted.aapent,
        lukket_hjemmel=verksted.lukket_hjemmel,
        antall_bord=len(vedlegg),
        antall_trukket=sum(1 for rad in innspill if rad.trukket),
        oppmoete=bygg_oppmoete(grunnlag, verksted, slutt),
        prioritering=prioritering,
        delt=_delt(punkter),
        program=program,
        spoersmaal=spoersmaal,
        andre_punkter=tuple(p for p in punkter if p.spoersmaal is None),
        utsjekk=bygg_utsjekk(grunnlag, verksted.id),
        evaluering=_evaluering(grunnlag, verksted),
        vedlegg=vedlegg,
    )


def _delt(punkter: tuple[PunktRad, ...]) -> tuple[PunktRad, ...]:
    """Points the room disagreed on first, then those whose dots came from few tables."""
    uenige = tuple(p for p in punkter if p.enighet == "enighet.uenighet")
    smale = tuple(
        p
        for p in punkter
        if p.enighet != "enighet.uenighet" and p.bord_kjent and er_smal(len(p.prikkebord), p.antall_bord)
    )
    return uenige + smale


def _spoersmaal(
    grunnlag: Grunnlag,
    verksted: Verksted,
    program: tuple[Programblokk, ...],
    innspill: tuple[InnspillRad, ...],
    punkter: tuple[PunktRad, ...],
) -> tuple[SpoersmaalDel, ...]:
    innspill_til: dict[int, list[InnspillRad]] = defaultdict(list)
    for rad in innspill:
        innspill_til[rad.spoersmaal].append(rad)
    forelder = {p.id: p.forelder_id or p.id for p in grunnlag.programpost}
    blokker = {rad.id: rad for rad in program}
    egne = sorted((s for s in grunnlag.spoersmaal if s.verksted_id == verksted.id), key=lambda s: s.nummer)
    return tuple(
        SpoersmaalDel(
            nummer=s.nummer,
            tema=s.tema,
            tekst=s.tekst,
            blokk=blokker.get(forelder.get(s.programpost_id or "", "")),
            svartyper=tuple(f"innspillstype.{type_}" for type_ in s.svartyper),
            maks_loeft=s.maks_loeft,
            innspill=tuple(innspill_til[s.nummer]),
            punkter=tuple(p for p in punkter if p.spoersmaal == s.nummer),
        )
        for s in egne
    )


def _evaluering(grunnlag: Grunnlag, verksted: Verksted) -> tuple[EvalueringDel, ...]:
    svar: dict[str, list[Evalueringssvar]] = defaultdict(list)
    for ett in grunnlag.evalueringssvar:
        svar[ett.spoersmaal_id].append(ett)
    egne = sorted((s for s in grunnlag.evalueringsspoersmaal if s.verksted_id == verksted.id), key=lambda s: s.nummer)
    return tuple(
        EvalueringDel(
            nummer=s.nummer,
            tekst=s.tekst,
            skala=s.art == Evalueringsart.SKALA,
            fordeling=_fordeling(svar[s.id]),
            # In the order of the alphabet: the order they came in could tell who wrote them.
            kommentarer=tuple(sorted((e.tekst for e in svar[s.id] if e.tekst.strip()), key=navneorden)),
        )
        for s in egne
        if svar[s.id]
    )


def _fordeling(svar: list[Evalueringssvar]) -> tuple[int, int, int, int, int]:
    en, to, tre, fire, fem = (sum(ett.antall for ett in svar if ett.verdi == verdi) for verdi in range(1, 6))
    return en, to, tre, fire, fem
