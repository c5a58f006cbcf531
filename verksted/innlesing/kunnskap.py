"""The knowledge base (xlsx, csv): one row a fact, with figure, unit, source and year; one or more sheets.

`tall` and `aar` stay text, as the document writes them (decimal comma). Raises KanIkkeLesesSomRegneark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from verksted.innlesing.kolonner import Overskrift, finn_overskrift, ord_for
from verksted.innlesing.problem import Alvor, Problem, Sted
from verksted.innlesing.tabell import Ark, Prosent, Rad, celletekst, les_arbeidsbok

if TYPE_CHECKING:
    from collections.abc import Mapping

Tema = Literal["samfunn", "tjenester", "beredskap", "oekonomi", "foeringer"]
_TEMAER: tuple[Tema, ...] = ("beredskap", "oekonomi", "foeringer", "tjenester", "samfunn")
_AAR_I_TEKST = re.compile(r"\b(?:19|20)[0-9]{2}\b")


@dataclass(frozen=True, slots=True)
class LestKunnskapspunkt:
    """One fact; `temanavn` is the document's own word, `tema` ours where it could be told."""

    tema: Tema | None
    temanavn: str | None
    tittel: str
    tekst: str
    tall: str | None
    enhet: str | None
    kilde: str | None
    aar: str | None
    kvalitetssikret_av: str | None
    kvalitetssikret_dato: date | None
    rad: int
    ark: str | None


@dataclass(frozen=True, slots=True)
class LestKunnskap:
    """What was read, in the file's order."""

    punkter: tuple[LestKunnskapspunkt, ...]
    problemer: tuple[Problem, ...]


def les_kunnskap(data: bytes, filnavn: str) -> LestKunnskap:
    """Read every visible sheet that has a heading row with a title or text and something to go with it."""
    bok = les_arbeidsbok(data, filnavn)
    problemer = list(bok.problemer)
    punkter: list[LestKunnskapspunkt] = []
    funnet = [(a, o) for a in bok.ark if not a.skjult and (o := _overskrift(a))]
    for ark, overskrift in funnet:
        temanavn: str | None = None
        for rad in ark.rader[overskrift.indeks + 1 :]:
            if rad.tom:
                continue
            # Where the theme is written only on its first row, it holds until the next one.
            temanavn = overskrift.tekst(rad, "tema") or temanavn
            if punkt := _punkt(ark, rad, overskrift, temanavn=temanavn or ark.navn, fil=filnavn, problemer=problemer):
                punkter.append(punkt)
    if not punkter:
        problemer.append(Problem("ingen_kunnskapspunkter", Alvor.FEIL, Sted(filnavn)))
    return LestKunnskap(tuple(punkter), tuple(problemer))


def tema_for(navn: str | None) -> Tema | None:
    """Return our theme for the document's theme name, None where no known word is in it."""
    if not navn:
        return None
    lav, ord_ = navn.casefold(), ord_for("tema")
    return next((tema for tema in _TEMAER if any(re.search(rf"\b{re.escape(o)}", lav) for o in ord_[tema])), None)


def _overskrift(ark: Ark) -> Overskrift | None:
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
        tekst=(tekst or "") if tittel else "",
        tall=tall,
        enhet=enhet,
        kilde=kilde,
        aar=aar,
        kvalitetssikret_av=overskrift.tekst(rad, "kvalitetssikret_av"),
        kvalitetssikret_dato=sikret,
        rad=rad.nummer,
        ark=ark.navn,
    )


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
