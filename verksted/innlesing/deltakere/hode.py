"""The headings of a council list: one row or two, several tables side by side, the heading again further down.

Columns count from 0. Field names are the keys of `[deltakere]` in `ressurser/data/kolonnenavn.toml`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from verksted.innlesing.deltakere.listenavn import kjent_parti
from verksted.innlesing.deltakere.personnavn import les_navn, ryddet, uten_symboler
from verksted.innlesing.deltakere.seksjon import kan_vaere_navn, les_seksjon
from verksted.innlesing.tabell.kolonner import ANNET, SOEK, enkel, felt_og_plass, felt_uten_norske_bokstaver
from verksted.innlesing.tabell.tabellfil import celletekst, kolonnebokstav

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from verksted.innlesing.tabell.tabellfil import Rad

SLAG: Final = "deltakere"
_LENGST: Final = 80
_AARSTALL: Final = re.compile(r"\b(?:19|20)[0-9]{2}(?:\s*[-\u2013/]\s*(?:19|20)?[0-9]{2})?\b")
_STERKE_ORD: Final = frozenset(
    {"fornavn", "fornamn", "førenamn", "etternavn", "etternamn", "parti", "partigruppe", "kjønn", "født", "fødd",
     "fødselsår", "fødselsdato", "alder", "verv", "bosted", "bustad", "varanummer", "rolle"}
)  # fmt: skip
_FOERSTE_NAVN: Final = r"(?:fornavn|fornamn|førenamn)(?: og mellomna[vm]n)?"
_SLEKTSNAVN: Final = r"(?:etternavn|etternamn|slektsnavn)"
_ETTERNAVN_FOERST: Final = re.compile(rf"{_SLEKTSNAVN}\W*(?:og )?\W*{_FOERSTE_NAVN}", re.IGNORECASE)
_FOR_OG_ETTERNAVN: Final = re.compile(rf"{_FOERSTE_NAVN}\W*(?:og )?\W*{_SLEKTSNAVN}", re.IGNORECASE)
_USIKKER: Final = 500


@dataclass(frozen=True, slots=True)
class Blokk:
    """The columns of one table: which field stands where, and what the heading over it says of all its people.

    `snudd` says that the surname stands first in the column of names.
    """

    felt: Mapping[str, int]
    fra: int
    til: int
    over: str = ""
    snudd: bool = False

    def bokstav(self, felt: str) -> str | None:
        """Return the field's column letter."""
        return kolonnebokstav(self.felt[felt]) if felt in self.felt else None


@dataclass(frozen=True, slots=True)
class Hode:
    """A heading: its last row (index), its tables from the left, its texts, and the columns nobody knows."""

    siste: int
    blokker: tuple[Blokk, ...]
    tekster: tuple[str, ...]
    ukjente: tuple[str, ...] = ()
    bredde: int = 0
    med_tekst: frozenset[int] = frozenset()

    def har_tekst(self, kolonne: int) -> bool:
        """Say whether the column has a heading."""
        return kolonne in self.med_tekst


def finn_hode(rader: Sequence[Rad]) -> Hode | None:
    """Return the heading with most known fields among the first rows."""
    beste: Hode | None = None
    for indeks in range(min(SOEK, len(rader))):
        hode = les_hode(rader, indeks)
        if hode and (beste is None or hode.bredde > beste.bredde):
            beste = hode
    return beste or _bare_navn(rader)


def les_hode(rader: Sequence[Rad], indeks: int) -> Hode | None:
    """Return the heading that begins on this row (index), or None."""
    rad = rader[indeks]
    if any(isinstance(c, (int, Decimal, date)) for c in rad.celler):
        return None
    ett = _tekstene(rad)
    hode = _hode(ett, indeks, _over(rader, indeks))
    neste = rader[indeks + 1] if indeks + 1 < len(rader) else None
    if neste is None or any(isinstance(c, (int, Decimal, date)) for c in neste.celler):
        return hode
    to = _to_rader(ett, _tekstene(neste))
    dobbelt = _hode(to, indeks + 1, ett) if to else None
    # Where the lower row says as much alone, the upper one may be a person, or a title.
    alene = max((h.bredde for h in (hode, _hode(_tekstene(neste), indeks + 1, ett)) if h), default=0)
    return dobbelt if dobbelt and dobbelt.bredde > alene else hode


def er_samme_hode(rad: Rad, hode: Hode) -> bool:
    """Say whether a row repeats the heading, as lists of several pages or parties do."""
    tekster = tuple(t for t in (ryddet(celletekst(c)) for c in rad.celler) if t)
    return len(tekster) > 1 and set(tekster) <= set(hode.tekster)


def _bare_navn(rader: Sequence[Rad]) -> Hode | None:
    """Return the heading of a list where the name alone is known, by itself or beside columns nobody knows."""
    for indeks, rad in enumerate(rader[:SOEK]):
        fylte = [(k, t) for k, t in enumerate(_tekstene(rad)) if t]
        kjente = [
            k for k, t in fylte if (treff := _felt(t)) and treff[0] == "navn" and (treff[1] < 5 or len(fylte) == 1)
        ]
        if len(kjente) == 1:
            blokk = Blokk({"navn": kjente[0]}, 0, 10_000)
            ukjente = tuple(t for k, t in fylte if k != kjente[0])
            return Hode(indeks, (blokk,), tuple(t for _, t in fylte), ukjente, 1, frozenset(k for k, _ in fylte))
    return None


def gjett_hode(rader: Sequence[Rad]) -> Hode | None:
    """Return what the columns of a list without headings hold: names, and parties beside or between them."""
    utvalg = [[ryddet(celletekst(c)) for c in rad.celler] for rad in rader[:200]]
    bredde = max((len(rad) for rad in utvalg), default=0)
    kolonner = [[t for rad in utvalg if k < len(rad) and (t := rad[k])] for k in range(bredde)]
    tegn = {
        "navn": lambda t: kan_vaere_navn(les_navn(t).navn) and kjent_parti(t) is None and les_seksjon(t) is None,
        "liste": lambda t: kjent_parti(t) is not None,
        "foedselsaar": lambda t: _AARSTALL.fullmatch(t) is not None,
        "kjoenn": lambda t: t.casefold() in {"k", "m", "kvinne", "mann"},
    }
    felt: dict[str, int] = {}
    for navn, passer in tegn.items():
        talt = [(sum(map(passer, tekster)), -k) for k, tekster in enumerate(kolonner) if k not in felt.values()]
        antall, kolonne = max(talt, default=(0, 0))
        if antall >= 3 and 2 * antall >= len(kolonner[-kolonne]):
            felt[navn] = -kolonne
    seksjoner = sum(1 for rad in utvalg for t in set(rad) if t and kjent_parti(t) and sum(map(bool, rad)) == 1)
    if "navn" not in felt or not ("liste" in felt or seksjoner > 1):
        return None
    return Hode(-1, (Blokk(felt, 0, 10_000),), (), (), len(felt))


def _tekstene(rad: Rad) -> list[str]:
    return [t if len(t) <= _LENGST else "" for t in (ryddet(celletekst(c)) for c in rad.celler)]


def _over(rader: Sequence[Rad], indeks: int) -> list[str]:
    return _tekstene(rader[indeks - 1]) if indeks else []


def _to_rader(oeverst: list[str], nederst: list[str]) -> list[str] | None:
    """Return the texts of a heading in two rows, or None when the second row is no heading."""
    if not any(nederst) or any(t and not _felt(t) for t in nederst):
        return None
    bredde = max(len(oeverst), len(nederst))
    oeverst = [*oeverst, *[""] * (bredde - len(oeverst))]
    nederst = [*nederst, *[""] * (bredde - len(nederst))]
    dekket = [over for over, under in zip(oeverst, nederst, strict=True) if over and under]
    if any(kan_vaere_navn(t) and not _felt(t) and not les_seksjon(t) for t in dekket):
        return None  # the upper row is a person
    return [under or over for over, under in zip(oeverst, nederst, strict=True)]


def _felt(tekst: str) -> tuple[str, int] | None:
    """Return field and rank of a heading: by its whole text, without its years, or by a word that says it all."""
    tekst = uten_symboler(tekst)
    if _FOR_OG_ETTERNAVN.search(tekst) or er_snudd(tekst):
        return "navn", 0
    uten_aar = _AARSTALL.sub("", tekst).strip(" ()-\u2013,.")
    for form in (tekst, uten_aar):
        if form and (treff := felt_og_plass(form, SLAG)):
            return treff
    if treff := felt_uten_norske_bokstaver(uten_aar, SLAG):
        return treff
    ord_ = uten_aar.casefold().split()
    if len(ord_) <= 5:
        for ett in ord_:
            if ett.strip("():,.") in _STERKE_ORD and (treff := felt_og_plass(ett.strip("():,."), SLAG)):
                return treff[0], _USIKKER
    return None


def er_snudd(tekst: str) -> bool:
    """Say whether a heading has the surname first: «Etternavn, fornavn», «Navn (etternamn førenamn)»."""
    return bool(_ETTERNAVN_FOERST.search(tekst))


def _hode(tekster: list[str], siste: int, over: list[str]) -> Hode | None:
    treff = {kolonne: funnet for kolonne, tekst in enumerate(tekster) if tekst and (funnet := _felt(tekst))}
    kanter = _kanter(tekster, treff)
    blokker = [
        blokk
        for fra, til in zip(kanter, [*kanter[1:], max(len(tekster), 1)], strict=True)
        if (blokk := _blokk({k: v for k, v in treff.items() if fra <= k < til}, fra, til, over))
    ]
    blokker = [replace(b, snudd=er_snudd(tekster[b.felt["navn"]])) if "navn" in b.felt else b for b in blokker]
    fylte = [t for t in tekster if t]
    if not blokker or len({felt for felt, _ in treff.values()}) < 2:
        return None
    # A row of people may hold a word or two that is also a heading; a heading row is mostly headings.
    if len(fylte) > 3 * len(treff):
        return None
    ukjente = tuple(t for k, t in enumerate(tekster) if t and (k not in treff or treff[k][0] == ANNET))
    siste_blokk = blokker[-1]
    blokker[-1] = replace(siste_blokk, til=10_000)
    med_tekst = frozenset(k for k, t in enumerate(tekster) if t)
    return Hode(siste, tuple(blokker), tuple(fylte), ukjente, len(treff), med_tekst)


def _kanter(tekster: list[str], treff: Mapping[int, tuple[str, int]]) -> list[int]:
    """Return the columns where tables side by side begin: where the first heading that comes again stands."""
    navnene = Counter(enkel(tekster[k]) for k, (felt, _) in treff.items() if felt in {"navn", "fornavn", "etternavn"})
    if not navnene or max(navnene.values()) < 2:
        return [0]
    alle = Counter(enkel(t) for t in tekster if t)
    gjentatt = next((enkel(t) for t in tekster if t and alle[enkel(t)] == max(navnene.values())), "")
    kanter = [k for k, t in enumerate(tekster) if t and enkel(t) == gjentatt]
    return [0, *kanter[1:]]


def _blokk(treff: Mapping[int, tuple[str, int]], fra: int, til: int, over: list[str]) -> Blokk | None:
    felt: dict[str, int] = {}
    plass: dict[str, int] = {}
    for kolonne, (navn, rang) in treff.items():
        if navn not in felt or rang < plass[navn]:
            felt[navn], plass[navn] = kolonne, rang
    overtekst = next((t for t in over[fra:til] if t), "")
    if not ("navn" in felt or {"fornavn", "etternavn"} <= felt.keys()):
        if "vara_navn" not in felt:
            return None
        felt["navn"] = felt.pop("vara_navn")
        overtekst = overtekst or "vara"
    if {"fornavn", "etternavn"} <= felt.keys():
        felt.pop("navn", None)
    felt.pop(ANNET, None)
    return Blokk(felt, fra, til, overtekst)


def er_listekolonner(tekster: Sequence[str]) -> list[int]:
    """Return the columns of a heading made of party names alone («Ap | H | Sp»), or nothing."""
    fylte = [k for k, t in enumerate(tekster) if t]
    kjente = [k for k in fylte if kjent_parti(tekster[k])]
    return fylte if len(kjente) > 1 and 2 * len(kjente) >= len(fylte) else []
