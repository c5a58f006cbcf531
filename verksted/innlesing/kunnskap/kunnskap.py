"""The knowledge base: xlsx and csv (a list of facts, or tables of figures over years and places) and JSON-stat.

What kind it is, is seen from the contents. `tall` and `aar` stay text, as the document writes them (decimal comma).
Raises KanIkkeLesesSomRegneark, KanIkkeLesesSomJson, ErIkkeJsonStat.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from verksted.innlesing.kunnskap.blokkleser import les_blokk
from verksted.innlesing.kunnskap.jsonfil import ser_ut_som_json
from verksted.innlesing.kunnskap.jsonstat import les_jsonstat
from verksted.innlesing.kunnskap.perioder import del_overskrift, er_dimensjon, periode_i
from verksted.innlesing.kunnskap.punkt import LestKunnskap, LestKunnskapspunkt, tema_for
from verksted.innlesing.kunnskap.tallblokker import FLEST_HODER, finn_blokker
from verksted.innlesing.kunnskap.tallceller import cellene, er_tall
from verksted.innlesing.kunnskap.valg import velg_regioner
from verksted.innlesing.problem import Alvor, Problem, Sted
from verksted.innlesing.tabell.kolonner import Overskrift, finn_overskrift
from verksted.innlesing.tabell.kolonnevalg import med_kolonnevalg
from verksted.innlesing.tabell.tabellfil import Ark, Prosent, Rad, celletekst, les_arbeidsbok

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from verksted.innlesing.kunnskap.serier import Tabell
    from verksted.visning.innlesing import Kolonnevalg

__all__ = ["LestKunnskap", "LestKunnskapspunkt", "les_kunnskap", "tema_for", "velg_regioner"]

_AAR_I_TEKST = re.compile(r"\b(?:19|20)[0-9]{2}\b")
# Sheet names that say nothing about what is on them.
_NAVNLOEST = re.compile(r"(?:ark|sheet|tabell|table|data|[0-9])[ _-]*[0-9]*", re.IGNORECASE)
_FLEST_RADER_MELDT: Final = 30


def les_kunnskap(
    data: bytes, filnavn: str, *, regioner: Sequence[str] = (), kolonner: Kolonnevalg | None = None
) -> LestKunnskap:
    """Read a file; `regioner` says whose figures to take from a large table (velg_regioner can choose again later).

    `kolonner` is what the user says of sheet and columns.
    """
    if ser_ut_som_json(data):
        jsonstat = les_jsonstat(data, filnavn)
        lest = LestKunnskap((), jsonstat.problemer, filnavn, (), jsonstat.problemer, jsonstat.kuber)
    else:
        lest = _les_regneark(data, filnavn, kolonner)
    lest = velg_regioner(lest, regioner)
    if lest.punkter or any(p.alvor is Alvor.FEIL for p in lest.problemer):
        return lest
    ingen = Problem("ingen_kunnskapspunkter", Alvor.FEIL, Sted(filnavn))
    return LestKunnskap((), (*lest.problemer, ingen), filnavn, tabeller=lest.tabeller, faste_problemer=(ingen,))


def _les_regneark(data: bytes, filnavn: str, kolonner: Kolonnevalg | None) -> LestKunnskap:
    bok = med_kolonnevalg(les_arbeidsbok(data, filnavn), "kunnskap", kolonner)
    problemer = list(bok.problemer)
    punkter: list[LestKunnskapspunkt] = []
    tabeller: list[Tabell] = []
    for ark in bok.ark:
        if all(rad.tom for rad in ark.rader):
            continue
        if ark.skjult:
            problemer.append(Problem("ark_ikke_lest", Alvor.MERKNAD, Sted(filnavn, ark.navn)))
        else:
            _les_ark(ark, filnavn, punkter, tabeller, problemer)
    return LestKunnskap(tuple(punkter), tuple(problemer), filnavn, tuple(punkter), tuple(problemer), tuple(tabeller))


def _les_ark(
    ark: Ark, filnavn: str, punkter: list[LestKunnskapspunkt], tabeller: list[Tabell], problemer: list[Problem]
) -> None:
    """Read one sheet into the lists: a list of facts, with tables of figures above or below it where there are any."""
    overskrift = faktahode(ark)
    if overskrift is None:
        tabeller += _tabellene(ark, filnavn, problemer)
        return
    slutt = _slutt_paa_lista(ark, overskrift.indeks)
    fakta = replace(ark, rader=ark.rader[:slutt])
    if _er_talltabell(fakta, overskrift):
        tabeller += _tabellene(ark, filnavn, problemer)
        return
    foer = replace(ark, rader=ark.rader[: overskrift.indeks])
    if finn_blokker(foer).blokker:  # else only the sheet's own title
        tabeller += _tabellene(foer, filnavn, problemer)
    punkter += _fakta(fakta, overskrift, filnavn, problemer)
    etter = replace(ark, rader=ark.rader[slutt:])
    if any(not rad.tom for rad in etter.rader):
        _les_ark(etter, filnavn, punkter, tabeller, problemer)


def _slutt_paa_lista(ark: Ark, hode: int) -> int:
    """Return where a list of facts ends: at the end, or at a gap with a row of several years soon below it."""
    rader = ark.rader
    for i in range(hode + 2, len(rader)):
        etter_gap = rader[i - 1].tom or rader[i].nummer > rader[i - 1].nummer + 1
        if rader[i].tom or not etter_gap:
            continue
        sammen = itertools.takewhile(lambda rad: not rad.tom, rader[i : i + FLEST_HODER + 1])
        if any(sum(1 for celle in rad.celler if periode_i(celle)) > 1 for rad in sammen):
            return i
    return len(rader)


# -- tables of figures ------------------------------------------------------------------------------------------


def _er_talltabell(ark: Ark, overskrift: Overskrift) -> bool:
    """Say whether a heading that names facts stands over figures by year, by place, or in columns of their own."""
    felt, hode = overskrift.felt, ark.rader[overskrift.indeks]
    ukjente = {i: celletekst(c) for i, c in cellene(hode).items() if i not in felt.values()}
    if any(del_overskrift(tekst)[1] for tekst in ukjente.values()):
        return True
    if "tekst" in felt:
        return False
    under = [rad for rad in ark.rader[overskrift.indeks + 1 :] if not rad.tom]
    if "tall" not in felt:
        return any(er_tall(rad.celle(i)) for rad in under for i in ukjente)
    if "aar" not in felt:
        return False
    navn = [overskrift.tekst(rad, "tittel") for rad in under]
    return any(er_dimensjon(t, "geo") for t in ukjente.values()) or len(set(navn)) < len(navn)


def _tabellene(ark: Ark, filnavn: str, problemer: list[Problem]) -> list[Tabell]:
    funn = finn_blokker(ark)
    navn = None if ark.navn is None or _NAVNLOEST.fullmatch(ark.navn.strip()) else ark.navn
    lest = [les_blokk(blokk, fil=filnavn, ark=ark.navn, temanavn=navn) for blokk in funn.blokker]
    for tabell in lest:
        problemer += tabell.problemer
    for linje in funn.ulest[:_FLEST_RADER_MELDT]:
        sted = Sted(filnavn, ark.navn, linje.rad)
        problemer.append(Problem("rad_ikke_plassert", Alvor.ADVARSEL, sted, {"innhold": linje.tekst}))
    if (flere := len(funn.ulest) - _FLEST_RADER_MELDT) > 0:
        sted = Sted(filnavn, ark.navn)
        problemer.append(Problem("flere_rader_ikke_plassert", Alvor.ADVARSEL, sted, {"antall": flere}))
    return list(lest)


# -- lists of facts ---------------------------------------------------------------------------------------------


def _fakta(ark: Ark, overskrift: Overskrift, filnavn: str, problemer: list[Problem]) -> list[LestKunnskapspunkt]:
    punkter: list[LestKunnskapspunkt] = []
    temanavn: str | None = None
    for rad in ark.rader[overskrift.indeks + 1 :]:
        if rad.tom:
            continue
        # Where the theme is written only on its first row, it holds until the next one.
        temanavn = overskrift.tekst(rad, "tema") or temanavn
        if punkt := _punkt(ark, rad, overskrift, temanavn=temanavn or ark.navn, fil=filnavn, problemer=problemer):
            punkter.append(punkt)
    return punkter


def faktahode(ark: Ark) -> Overskrift | None:
    """Return the heading of a list of facts, None where the sheet has none."""

    def godtas(felt: Mapping[str, int]) -> bool:
        return bool({"tittel", "tekst"} & felt.keys()) and bool({"kilde", "tall", "tema", "aar"} & felt.keys())

    return finn_overskrift(ark, "kunnskap", godtas=godtas)


def _punkt(
    ark: Ark, rad: Rad, overskrift: Overskrift, *, temanavn: str | None, fil: str, problemer: list[Problem]
) -> LestKunnskapspunkt | None:
    def meld(noekkel: str, alvor: Alvor, felt: str, **data: object) -> None:
        sted = Sted(fil, ark.navn, rad.nummer, overskrift.bokstav(felt))
        problemer.append(Problem(noekkel, alvor, sted, data))

    tittel, tekst = overskrift.tekst(rad, "tittel"), overskrift.tekst(rad, "tekst")
    tall, enhet = _tall_og_enhet(rad, overskrift)
    kilde, aar = overskrift.tekst(rad, "kilde"), overskrift.tekst(rad, "aar")
    if not tittel and not tekst:
        if any((tall, kilde, aar)):
            meld("fakta_uten_tekst", Alvor.FEIL, "tittel", innhold=" · ".join(t for t in (tall, kilde, aar) if t))
        return None
    navn = tittel or tekst or ""
    if not kilde:
        meld("fakta_uten_kilde", Alvor.ADVARSEL, "kilde", tittel=navn)
    if not aar and not _AAR_I_TEKST.search(f"{kilde} {tekst}"):
        meld("fakta_uten_aar", Alvor.ADVARSEL, "aar", tittel=navn)
    tema = tema_for(temanavn)
    if temanavn and tema is None:
        meld("ukjent_tema", Alvor.MERKNAD, "tema", tema=temanavn, tittel=navn)
    sikret = _dato(rad, overskrift)
    if sikret is None and (raa := overskrift.tekst(rad, "kvalitetssikret_dato")):
        meld("uklar_dato", Alvor.ADVARSEL, "kvalitetssikret_dato", verdi=raa)
    return LestKunnskapspunkt(
        tema=tema,
        temanavn=temanavn,
        tittel=navn,
        tekst="\n".join([*([tekst] if tekst and tittel else []), *_ukjente(ark, rad, overskrift)]),
        tall=tall,
        enhet=enhet,
        kilde=kilde,
        aar=aar,
        kvalitetssikret_av=overskrift.tekst(rad, "kvalitetssikret_av"),
        kvalitetssikret_dato=sikret,
        rad=rad.nummer,
        ark=ark.navn,
    )


def _ukjente(ark: Ark, rad: Rad, overskrift: Overskrift) -> list[str]:
    """Return what stands under headings we have no field for, each with its heading, so that nothing is lost."""
    hode = ark.rader[overskrift.indeks]
    return [
        f"{navn}: {celletekst(celle)}" if (navn := celletekst(hode.celle(i))) else celletekst(celle)
        for i, celle in cellene(rad).items()
        if i not in overskrift.felt.values()
    ]


def _tall_og_enhet(rad: Rad, overskrift: Overskrift) -> tuple[str | None, str | None]:
    celle = overskrift.celle(rad, "tall")
    enhet = overskrift.tekst(rad, "enhet")
    if isinstance(celle, Prosent):
        # Excel shows 12.5 % for a stored 0.125: what people see is the figure.
        return celletekst(celle.verdi), enhet or "%"
    return celletekst(celle) or None, enhet


def _dato(rad: Rad, overskrift: Overskrift) -> date | None:
    celle = overskrift.celle(rad, "kvalitetssikret_dato")
    if isinstance(celle, date):
        return celle
    treff = re.fullmatch(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?((?:19|20)[0-9]{2})", celletekst(celle))
    iso = re.fullmatch(r"((?:19|20)[0-9]{2})-([0-9]{2})-([0-9]{2})", celletekst(celle))
    try:
        if treff:
            return date(int(treff[3]), int(treff[2]), int(treff[1]))
        return date(int(iso[1]), int(iso[2]), int(iso[3])) if iso else None
    except ValueError:
        return None
