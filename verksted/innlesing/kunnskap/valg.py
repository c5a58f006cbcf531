"""From tables of series to the facts a planner can use: the own municipality first, and never thousands in silence.

A file of up to GRENSE series gives them all. A larger one gives those of the wanted regions; where it has none of
them, nothing is guessed: a problem says how many there are, and how to choose.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from verksted.innlesing.kunnskap.perioder import eneste_aar, orden
from verksted.innlesing.kunnskap.punkt import LestKunnskap, LestKunnskapspunkt, tema_for
from verksted.innlesing.kunnskap.serier import TEGN, Stedsvalg
from verksted.innlesing.problem import Alvor, Problem, Sted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.innlesing.kunnskap.punkt import Tema
    from verksted.innlesing.kunnskap.serier import Serie, Tabell, Tabellhode, Verdi

GRENSE: Final = 100


def velg_regioner(lest: LestKunnskap, regioner: Sequence[str]) -> LestKunnskap:
    """Return the same reading with the facts that these regions (the municipality's name first) give."""
    if not lest.tabeller:
        return lest
    punkter, problemer = list(lest.faste), list(lest.faste_problemer)
    valgte = _velg(lest, regioner, problemer)
    for nummer, tabell in enumerate(lest.tabeller):
        mine = [tabell.serie(serie) for hvor, serie in valgte if hvor == nummer]
        if mine:
            punkter.extend(_punkt(tabell.hode, serie) for serie in mine)
            punkter.extend(_noter(tabell.hode))
            problemer.extend(_om_tabellen(tabell.hode, mine))
    return replace(lest, punkter=tuple(punkter), problemer=tuple(problemer))


def _velg(lest: LestKunnskap, regioner: Sequence[str], problemer: list[Problem]) -> list[tuple[int, int]]:
    """Return (table, series) of those to take in, and tell of what was left out."""
    valg = Stedsvalg(regioner)
    egne: list[tuple[int, int]] = []
    andre: list[tuple[int, int]] = []
    tomme = 0
    for nummer, tabell in enumerate(lest.tabeller):
        fylte = tabell.fylte
        tomme += tabell.antall - len(fylte)
        for serie in fylte:
            (egne if valg.gjelder(tabell.steder(serie)) else andre).append((nummer, serie))
    if tomme:
        problemer.append(Problem("serier_uten_tall", Alvor.MERKNAD, Sted(lest.filnavn), {"antall": tomme}))
    alle = len(egne) + len(andre)
    if alle <= GRENSE:
        return [*egne, *andre]
    noekkel, tatt = "serier_over_grensen", andre[:GRENSE]
    if egne:
        noekkel, tatt = "serier_utenfor_regionen", egne[:GRENSE]
    elif any(len(tabell.regionnavn) > 1 for tabell in lest.tabeller):
        noekkel, tatt = "velg_region" if regioner else "velg_region_selv", []
    data = {
        "antall": alle,
        "grense": GRENSE,
        "tatt": len(tatt),
        "utelatt": alle - len(tatt),
        "regioner": ", ".join(regioner),
        "eksempler": _eksempler(lest.tabeller),
    }
    problemer.append(Problem(noekkel, Alvor.FEIL, Sted(lest.filnavn), data))
    return tatt


def _eksempler(tabeller: Sequence[Tabell]) -> str:
    return ", ".join(next((t.regionnavn[:3] for t in tabeller if len(t.regionnavn) > 1), ()))


def _punkt(hode: Tabellhode, serie: Serie) -> LestKunnskapspunkt:
    siste = _siste(serie)
    tittel = ", ".join(dict.fromkeys(ett for ett in (hode.navn, *serie.ledd) if ett)) or hode.tittel
    # One figure says itself in `tall`; what has a mark or words beside it is kept as a line too.
    alene = len(serie.verdier) == 1 and not siste.merke
    linjer = [] if alene else _linjer(serie)
    return LestKunnskapspunkt(
        tema=_tema(hode, serie),
        temanavn=serie.temanavn or hode.temanavn,
        tittel=tittel,
        tekst="\n".join([*linjer, *([serie.merknad] if serie.merknad else [])]),
        tall=siste.tekst,
        enhet=serie.enhet,
        kilde=serie.kilde or hode.kilde,
        # The year of a source says nothing of the year of a figure.
        aar=siste.periode or eneste_aar(hode.tittel),
        kvalitetssikret_av=None,
        kvalitetssikret_dato=None,
        rad=serie.rad,
        ark=hode.sted.ark,
    )


def _linjer(serie: Serie) -> list[str]:
    """Return every period on a line; one line for a run of the same symbol."""
    linjer: list[str] = []
    for _, gruppe in groupby(serie.i_tid, key=lambda v: (v.er_tall, v.tekst, v.merke)):
        like = list(gruppe)
        if like[0].er_tall or len(like) < 3:
            linjer += [_linje(v, serie.enhet) for v in like]
        else:
            linjer.append(_linje(like[0], None, til=like[-1].periode))
    return linjer


def _linje(verdi: Verdi, enhet: str | None, *, til: str | None = None) -> str:
    periode = f"{verdi.periode}–{til}" if til else verdi.periode
    foran = f"{periode}: " if periode else ""
    bak = ""
    if verdi.er_tall and enhet:
        bak = f" ({enhet})" if enhet[0].isdigit() else f" {enhet}"  # never «13,25 1000 kr»
    merke = f" ({verdi.merke})" if verdi.merke.isalnum() else f" {verdi.merke}".rstrip()
    return f"{foran}{verdi.tekst}{bak}{merke}"


def _siste(serie: Serie) -> Verdi:
    return next(v for v in reversed(serie.i_tid) if v.er_tall)


def _er_eldre(serie: Serie, nyest: str) -> bool:
    """Say whether a series has no figure for its own newest period, or stops before the table does."""
    siste = orden(_siste(serie).periode or "")
    egne = max(orden(v.periode or "") for v in serie.verdier)
    return siste < egne or (len(serie.verdier) > 1 and siste < orden(nyest))


def _tema(hode: Tabellhode, serie: Serie) -> Tema | None:
    kandidater = (serie.temanavn, hode.temanavn, hode.tittel, *serie.ledd)
    return next((tema for navn in kandidater if (tema := tema_for(navn))), None)


def _noter(hode: Tabellhode) -> list[LestKunnskapspunkt]:
    """Return the table's notes as one fact of their own: kept word for word, and once."""
    if not hode.noter:
        return []
    return [
        LestKunnskapspunkt(
            tema=tema_for(hode.temanavn) or tema_for(hode.tittel),
            temanavn=hode.temanavn,
            tittel=hode.tittel,
            tekst="\n".join(hode.noter),
            tall=None,
            enhet=None,
            kilde=hode.kilde,
            aar=eneste_aar(hode.tittel),
            kvalitetssikret_av=None,
            kvalitetssikret_dato=None,
            rad=hode.sted.rad or 0,
            ark=hode.sted.ark,
        )
    ]


def _om_tabellen(hode: Tabellhode, serier: Sequence[Serie]) -> list[Problem]:
    """Return what to know about a table's figures, each thing once however many series there are."""
    funnet: list[Problem] = []

    def meld(noekkel: str, alvor: Alvor, **data: object) -> None:
        funnet.append(Problem(noekkel, alvor, hode.sted, {"tabell": hode.tittel, **data}))

    verdier = [v for serie in serier for v in serie.verdier]
    tegn = [v.tekst for v in verdier if v.tekst in TEGN and not v.er_tall]
    if tegn:
        meld("tegn_for_tall", Alvor.MERKNAD, antall=len(tegn), tegn=" ".join(f"«{t}»" for t in sorted(set(tegn))))
    ord_ = [v.tekst for v in verdier if v.tekst not in TEGN and not v.er_tall]
    if ord_:
        eksempler = ", ".join(f"«{t[:40]}»" for t in list(dict.fromkeys(ord_))[:3])
        meld("ord_i_tallcelle", Alvor.ADVARSEL, antall=len(ord_), eksempler=eksempler)
    nyest = max((v.periode for v in verdier if v.periode), key=orden, default=None)
    eldre = [s for s in serier if nyest and _er_eldre(s, nyest)]
    if eldre:
        meld("siste_tall_er_eldre", Alvor.ADVARSEL, antall=len(eldre), periode=nyest)
    if any(not (s.kilde or hode.kilde) for s in serier):
        meld("tabell_uten_kilde", Alvor.ADVARSEL)
    if all(not v.periode for v in verdier) and not eneste_aar(hode.tittel):
        meld("tabell_uten_aar", Alvor.ADVARSEL)
    if any(_tema(hode, s) is None for s in serier):
        meld("tabell_uten_tema", Alvor.MERKNAD)
    return funnet
