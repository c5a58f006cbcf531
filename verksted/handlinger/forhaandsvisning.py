"""An import looked at before it is taken in: read, show, leave rows out, confirm, and take in as one operation.

`Funnet` is what one reading gave; nothing is stored until `ta_inn_funnet`. The file itself is never changed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from verksted.handlinger.filer import Innleser, Innlest, forhaandsvis, ta_inn_lesning
from verksted.handlinger.innlesing import ta_inn_deltakere, ta_inn_kunnskap, ta_inn_oekonomiplan, ta_inn_samfunnsdel
from verksted.handlinger.kunnskapsvalg import velg_for_kommunen
from verksted.handlinger.oekonomiplan import Postforslag, foreslaa_postmatch, ta_over_oekonomiplan
from verksted.innlesing.forhaandsvisning.leser import (
    DELTAKERE,
    KUNNSKAP,
    OEKONOMIPLAN,
    SAMFUNNSDEL,
    Forhaandsleser,
)
from verksted.innlesing.problem import sted_som_tekst
from verksted.innlesing.tabell.celler import kolonneindeks
from verksted.innlesing.trygg.slag import TABELLFILER, TALLFILER, WORDFILER
from verksted.visning.innlesing import Funn, Innlesingsvisning, Kolonnevalg, Vistnode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from verksted.innlesing.problem import Problem
    from verksted.innlesing.trygg.lesing import Innlesingsjobb, Lesning, Steg
    from verksted.kjerne.tekster import Tekster
    from verksted.lager.prosessfil import Prosessfil

__all__ = [
    "DELTAKERE", "KUNNSKAP", "OEKONOMIPLAN", "SAMFUNNSDEL", "Funnet", "Kolonnevalg", "finn", "foreslaa",
    "start_lesning", "ta_inn_funnet", "ta_over_funnet",
]  # fmt: skip

Radplass = tuple[str | None, int]
_TA_INN: Final[dict[str, tuple[Callable[..., Any], frozenset[Any]]]] = {
    DELTAKERE: (ta_inn_deltakere, TABELLFILER),
    SAMFUNNSDEL: (ta_inn_samfunnsdel, WORDFILER),
    OEKONOMIPLAN: (ta_inn_oekonomiplan, TABELLFILER),
    KUNNSKAP: (ta_inn_kunnskap, TALLFILER),
}


@dataclass(frozen=True, slots=True)
class Funnet:
    """One reading: what goes to the operation, and what is shown of it."""

    slag: str
    lesning: Lesning
    visning: Innlesingsvisning


def start_lesning(
    sti: Path,
    slag: str,
    aar: int,
    valg: Kolonnevalg | None = None,
    *,
    naar_fremdrift: Callable[[Steg], None] | None = None,
) -> Innlesingsjobb:
    """Start to read a file for looking at, in a process of its own, and return at once."""
    ta_inn, ventet = _TA_INN[slag]
    return forhaandsvis(sti, Innleser(Forhaandsleser(slag, aar, valg), ta_inn, ventet), naar_fremdrift=naar_fremdrift)


def finn(fil: Prosessfil, lesning: Lesning, slag: str, tekster: Tekster) -> Funnet:
    """Return what a reading gave, with every problem in words and its place in the sheet."""
    forhaandslest = lesning.lest
    lest = forhaandslest.lest
    problemer = forhaandslest.problemer
    if slag == KUNNSKAP:
        lest = velg_for_kommunen(fil, lest)
        problemer = lest.problemer
    rader = _radene(slag, lest)
    visning = Innlesingsvisning(
        filnavn=lesning.filnavn,
        antall=len(_tingene(slag, lest)),
        ark=forhaandslest.ark,
        noder=_nodene(lest, tekster) if slag == SAMFUNNSDEL else (),
        funn=tuple(_funn(problem, tekster) for problem in problemer),
        rader=rader,
        kan_utelate=slag == DELTAKERE,
    )
    return Funnet(slag, replace(lesning, lest=lest), visning)


def ta_inn_funnet(fil: Prosessfil, aktoer: str, funnet: Funnet, utelat: Iterable[Radplass] = ()) -> Innlest:
    """Take in what was found, without the rows left out, as one operation (raises what the operation raises)."""
    return _ta_inn(fil, aktoer, funnet, _TA_INN[funnet.slag][0], frozenset(utelat))


def foreslaa(fil: Prosessfil, funnet: Funnet) -> Postforslag:
    """Return how next year's posts match those the trail uses, for somebody to confirm."""
    return foreslaa_postmatch(fil, funnet.lesning.lest)


def ta_over_funnet(fil: Prosessfil, aktoer: str, funnet: Funnet, par: Mapping[str, str]) -> Innlest:
    """Take in an økonomiplan over the one that is there; `par` is code of an old post -> key of the new one."""
    return _ta_inn(fil, aktoer, funnet, ta_over_oekonomiplan, frozenset(), par=par)


def _ta_inn(
    fil: Prosessfil,
    aktoer: str,
    funnet: Funnet,
    ta_inn: Callable[..., Any],
    utelat: frozenset[Radplass],
    **valg: object,
) -> Innlest:
    lest = uten_radene(funnet.lesning.lest, utelat) if utelat else funnet.lesning.lest
    innleser = Innleser(Forhaandsleser(funnet.slag, 0), ta_inn)
    return ta_inn_lesning(fil, aktoer, replace(funnet.lesning, lest=lest), innleser, **valg)


def uten_radene(lest: Any, utelat: frozenset[Radplass]) -> Any:  # noqa: ANN401 - what the reader of council lists returns
    """Return a council list without some rows; deputies for those left out stand without whom they are for."""
    med = [nr for nr, d in enumerate(lest.deltakere) if (d.ark, d.rad) not in utelat]
    ny_plass = {gammel: ny for ny, gammel in enumerate(med)}
    deltakere = tuple(lest.deltakere[nr] for nr in med)
    return replace(
        lest,
        deltakere=tuple(
            d if d.vara_for_nr is None else replace(d, vara_for_nr=ny_plass.get(d.vara_for_nr)) for d in deltakere
        ),
    )


def _tingene(slag: str, lest: Any) -> tuple[Any, ...]:  # noqa: ANN401 - one type for each kind of file
    felt = {DELTAKERE: "deltakere", SAMFUNNSDEL: "noder", OEKONOMIPLAN: "poster", KUNNSKAP: "punkter"}
    tingene: tuple[Any, ...] = getattr(lest, felt[slag])
    return tingene


def _radene(slag: str, lest: Any) -> frozenset[Radplass]:  # noqa: ANN401 - one type for each kind of file
    if slag == SAMFUNNSDEL:
        return frozenset()
    return frozenset((ting.ark, ting.rad) for ting in _tingene(slag, lest))


def _funn(problem: Problem, tekster: Tekster) -> Funn:
    sted = problem.sted
    return Funn(
        alvor=str(problem.alvor),
        ark=sted.ark,
        rad=sted.rad,
        kolonne=kolonneindeks(sted.kolonne) if sted.kolonne else None,
        sted=sted_som_tekst(sted, tekster, med_fil=False),
        setning=tekster(problem.tekstnoekkel, **problem.data),
    )


def _nodene(lest: Any, tekster: Tekster) -> tuple[Vistnode, ...]:  # noqa: ANN401 - what the plan reader returns
    return tuple(
        Vistnode(
            node.forelder,
            node.tittel or node.tekst,
            node.nivaanavn,
            node.sikkerhet_bp,
            tekster(node.begrunnelse_noekkel),
            sted_som_tekst(node.sted, tekster, med_fil=False),
        )
        for node in lest.noder
    )
