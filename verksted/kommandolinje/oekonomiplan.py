"""`verksted les FIL --oekonomiplan F`: control sums, and next year's file over this year's posts, never silently."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from verksted.handlinger.feil import PosteneErKnyttet
from verksted.handlinger.filer import forhaandsvis, hent_lesning, ta_inn_lesning
from verksted.handlinger.oekonomiplan import foreslaa_postmatch, ta_over_oekonomiplan
from verksted.kommandolinje.aapne import AKTOER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from verksted.handlinger.filer import Innleser, Innlest
    from verksted.handlinger.oekonomiplan import Postforslag
    from verksted.kjerne.tekster import Tekster
    from verksted.kommandolinje.omgivelser import Omgivelser
    from verksted.lager.prosessfil import Prosessfil
    from verksted.regler.postmatch import Matchpost, Par

SIKRE: Final = "sikre"
ALLE: Final = "alle"
_NAVNGITTE: Final = 20


def ta_inn_plan(
    fil: Prosessfil, sti: Path, innleser: Innleser, bekreft: str | None, omgivelser: Omgivelser
) -> tuple[Innlest | None, list[str]]:
    """Take the file in; return what came of it and its control sums as lines.

    When the trail uses posts that are there, the matching is told first, and only carried out when `bekreft` says
    which of its pairs to trust; otherwise nothing is taken in, and the answer is None.
    """
    t = omgivelser.tekster
    lesning = hent_lesning(forhaandsvis(sti, innleser))
    kontroll = list(kontrollinjer(lesning.lest, t))
    try:
        return ta_inn_lesning(fil, AKTOER, lesning, innleser), kontroll
    except PosteneErKnyttet as feil:
        forslag = foreslaa_postmatch(fil, lesning.lest)
        omgivelser.si(t("kommandolinje.postmatch.innledning", fil=sti.name, **feil.data))
        for linje in forslagslinjer(forslag, t, usikre_foelger=bekreft == ALLE):
            omgivelser.si(f"  {linje}")
    if bekreft is None:
        omgivelser.si(t("kommandolinje.postmatch.bekreft"))
        return None, kontroll
    par = [*forslag.match.samme, *forslag.match.endret_tekst, *(forslag.match.usikre if bekreft == ALLE else ())]
    over = replace(innleser, ta_inn=ta_over_oekonomiplan)
    koder = {p.gammel.id_: p.ny.noekkel for p in par}
    return ta_inn_lesning(fil, AKTOER, lesning, over, par=koder), kontroll


def forslagslinjer(forslag: Postforslag, t: Tekster, *, usikre_foelger: bool) -> Iterator[str]:
    """Tell what a matching would do: what goes on, what is uncertain, what is new, and what would lose its links."""
    match = forslag.match
    yield t.antall("kommandolinje.postmatch.samme", len(match.samme), knyttet=forslag.knyttet(_koder(match.samme)))
    for noekkel, parene in (("endret_tekst", match.endret_tekst), ("usikre", match.usikre)):
        if parene:
            yield t.antall(f"kommandolinje.postmatch.{noekkel}", len(parene))
            yield from _navngitte(forslag, parene, t)
    yield t.antall("kommandolinje.postmatch.nye", len(match.nye))
    borte = [*match.borte, *(() if usikre_foelger else (p.gammel for p in match.usikre))]
    yield t.antall("kommandolinje.postmatch.borte", len(match.borte))
    for post in borte:
        if lenker := forslag.lenker.get(post.id_):
            yield "  " + t("kommandolinje.postmatch.mister", kode=post.id_, tekst=post.tekst, antall=lenker)


def _koder(parene: Iterable[Par]) -> list[str]:
    return [par.gammel.id_ for par in parene]


def _navngitte(forslag: Postforslag, parene: tuple[Par, ...], t: Tekster) -> Iterator[str]:
    """Name every pair the trail uses, and the first of the others."""
    andre = 0
    for par in parene:
        knyttet = par.gammel.id_ in forslag.lenker
        andre += not knyttet
        if knyttet or andre <= _NAVNGITTE:
            yield "  " + t(
                f"kommandolinje.postmatch.{'knyttet_par' if knyttet else 'par'}",
                kode=par.gammel.id_,
                foer=_vist(par.gammel),
                naa=_vist(par.ny),
                prosent=round(100 * par.likhet),
            )
    if andre > _NAVNGITTE:
        yield "  " + t("kommandolinje.postmatch.flere", antall=andre - _NAVNGITTE)


def _vist(post: Matchpost) -> str:
    return f"{post.funksjon} {post.tekst}".strip()


def kontrollinjer(lest: Any, t: Tekster) -> Iterator[str]:  # noqa: ANN401 - the reader's answer, which this room may not name
    """Give the sum of the posts per year, beside the file's own total row where it has one."""
    for ark in dict.fromkeys(en.ark for en in lest.kontroll):
        for en in (k for k in lest.kontroll if k.ark == ark):
            noekkel = "uten_sumrad" if en.i_fila is None else "stemmer" if en.i_fila == en.sum else "stemmer_ikke"
            sum_, i_fila = (_kroner(v) for v in (en.sum, en.i_fila or 0))
            sted = t("innlesing.sted.ark", verdi=ark) + ", " if ark else ""
            yield sted + t(f"kommandolinje.kontrollsum.{noekkel}", aar=en.aar, sum=sum_, i_fila=i_fila)


def _kroner(verdi: int) -> str:
    return f"{verdi:,}".replace(",", "\u00a0").replace("-", "\u2212")
