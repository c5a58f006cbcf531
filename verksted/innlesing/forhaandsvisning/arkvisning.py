"""The sheets of a file as rows of text, and what the reader took each column for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from verksted.innlesing.deltakere.ark import hodet
from verksted.innlesing.kunnskap.kunnskap import faktahode
from verksted.innlesing.oekonomiplan.plankolonner import finn_plankolonner
from verksted.innlesing.tabell.kolonner import ANNET, ord_for
from verksted.innlesing.tabell.tabellfil import celletekst
from verksted.visning.innlesing import LESES_IKKE, Vistark, Vistkolonne, Vistrad

if TYPE_CHECKING:
    from collections.abc import Mapping

    from verksted.innlesing.tabell.tabellfil import Arbeidsbok, Ark

_FLEST_RADER: Final = 20_000
_FLEST_KOLONNER: Final = 60
_LENGST: Final = 400


def vis_arkene(bok: Arbeidsbok, lest: Arbeidsbok, slag: str, filnavn: str) -> tuple[Vistark, ...]:
    """Return the visible sheets of `bok`; the columns are those of `lest`, the workbook as the reader was given it."""
    leste = {ark.navn: ark for ark in lest.ark}
    return tuple(
        _vis(ark, leste.get(ark.navn), slag, filnavn)
        for ark in bok.ark
        if not ark.skjult and any(not rad.tom for rad in ark.rader)
    )


def _vis(ark: Ark, lest: Ark | None, slag: str, filnavn: str) -> Vistark:
    rader = tuple(
        Vistrad(rad.nummer, tuple(celletekst(c)[:_LENGST] for c in rad.celler[:_FLEST_KOLONNER]))
        for rad in ark.rader[:_FLEST_RADER]
    )
    bredde = max((len(rad.celler) for rad in rader), default=0)
    hode, felt = _kolonnene(lest or ark, slag, filnavn)
    # A heading of our own making is not in the file.
    hode = None if hode is not None and hode < 1 else hode
    titler = next((rad.celler for rad in rader if rad.nummer == hode), ())
    kolonner = tuple(
        Vistkolonne(k, titler[k] if k < len(titler) else "", felt.get(k, LESES_IKKE)) for k in range(bredde)
    )
    return Vistark(
        ark.navn,
        rader,
        kolonner,
        hode,
        _valgbare(slag, felt),
        lest=lest is not None,
        flere=max(0, len(ark.rader) - _FLEST_RADER),
    )


def _kolonnene(ark: Ark, slag: str, filnavn: str) -> tuple[int | None, Mapping[int, str]]:
    """Return the number of the heading's last row, and the field of each column that has one."""
    match slag:
        case "deltakere":
            hode = hodet(ark)
            if hode is None:
                return None, {}
            felt = {kolonne: navn for blokk in hode.blokker for navn, kolonne in blokk.felt.items()}
            return (ark.rader[hode.siste].nummer if hode.siste >= 0 else None), felt
        case "oekonomiplan":
            plan = finn_plankolonner(ark, filnavn)
            if plan is None:
                return None, {}
            felt = {kolonne: navn for navn, kolonne in plan.overskrift.felt.items()}
            if plan.aarskolonne is not None:
                felt[plan.aarskolonne] = "aar"
                felt |= dict.fromkeys(plan.beloepskolonner, "beloep")
            else:
                felt |= {k: str(aar) for aar, kolonner in plan.aar.items() for k in kolonner.alle}
            return ark.rader[plan.overskrift.indeks].nummer, felt
        case _:
            overskrift = faktahode(ark)
            if overskrift is None:
                return None, {}
            return ark.rader[overskrift.indeks].nummer, {k: navn for navn, k in overskrift.felt.items()}


def _valgbare(slag: str, felt: Mapping[int, str]) -> tuple[str, ...]:
    """Return what a column may be taken for, the years of a plan last."""
    if slag == "kunnskap" and not felt:
        return ()  # a table of figures: its columns are places and periods
    kjente = [navn for navn in ord_for(slag) if navn != ANNET]
    aarene = sorted({int(navn) for navn in felt.values() if navn.isdecimal()})
    if aarene:
        aarene = list(range(aarene[0] - 1, aarene[-1] + 2))
    return (*kjente, *map(str, aarene))
