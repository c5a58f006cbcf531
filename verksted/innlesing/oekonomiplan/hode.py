"""The heading of a budget table: one to three rows, groups over columns, merged or not.

«Budsjett | Økonomiplan» over the years, the years over «Utgift | Inntekt | Netto», «Beløp i 1000 kr» over them all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from verksted.innlesing.tabell.kolonner import enkel, felt_for, felt_og_plass
from verksted.innlesing.tabell.tabellfil import celletekst, kolonnebokstav
from verksted.innlesing.tabell.tall import finn_enhet, les_tall

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from verksted.innlesing.tabell.tabellfil import Ark

# A heading is looked for among this many rows; title rows and letterheads stand above it.
SOEK: Final = 60
_KOLONNER: Final = 400
_LENGST: Final = 100
_DYBDE: Final = 2

_AARSREKKE: Final = re.compile(r"20[0-9]{2}\s*(?:[-–/]|til|t\.o\.m\.?)\s*(?:20)?[0-9]{2}(?![0-9])")
_ETT_AAR: Final = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
# «20.11.2027» and «sak 2027/1234» name no year of a plan.
_DATO_ELLER_SAK: Final = re.compile(r"[0-9]{1,2}\.\s?[0-9]{1,2}\.\s?20[0-9]{2}|20[0-9]{2}/[0-9]{3,}")
_KORT_AAR: Final = re.compile(r"^(?:b|r|øp|ø|bud|budsjett|plan|regnskap|rekneskap)[ .']*'?([2-9][0-9])$")
# How much a column is worth as the year's plan; 0 is history, less is no amount at all.
_RANGER: Final = (
    (
        re.compile(
            r"endring|avvik|differanse|\bdiff\b|prosent|%|indeks|vekst|andel|forbruk|årsverk"
            r"|stillinger|stillingar|^anta|kvartal|tertial|måned|månad"
            r"|^(?:jan|feb|mars?|apr|mai|juni?|juli?|aug|sept?|okt|nov|des)(?:\.|uar|il|ust|[eo]?m?ber)?(?:\s|$)"
        ),
        -1,
    ),
    (re.compile(r"regnskap|rekneskap|\br(?=\s?\d)|\br\b|hittil|faktisk"), 0),
    (re.compile(r"prognose|estimat"), 1),
    (re.compile(r"\brev|justert|regulert"), 2),
    (re.compile(r"oppr"), 3),
    (re.compile(r"vedtatt|vedteke|vedtak"), 6),
    (re.compile(r"forslag|framlegg|innstilling"), 5),
)
_VANLIG: Final = 4
_AAR_NUMMER: Final = re.compile(
    r"^(?:budsjett|plan|budsjettforslag)?\s*(?:år|aar)\s*(?:nr\.?\s*)?([1-9]|10)$|^([1-9]|10)\.\s*(?:budsjett|plan)?år$",
    re.IGNORECASE,
)
_AARSREKKE_FRA: Final = re.compile(
    r"(?<![0-9])(20[0-9]{2})(?:\s*(?:[-–/]|til|t\.o\.m\.?)\s*|\s+)((?:20)?[0-9]{2})(?![0-9])"
)
_RETNINGER: Final = (
    (re.compile(r"netto|\bsaldo\b"), "netto"),
    (re.compile(r"utgift|kostnad|\butg\b|brutto"), "utgift"),
    (re.compile(r"inntekt|\binnt\b|refusjon"), "inntekt"),
)
_HODEORD: Final = re.compile(
    r"budsjett|økonomiplan|\bplan\b|regnskap|rekneskap|beløp|kr\b|kroner|netto|utgift|inntekt|prognose|forslag|vedtatt"
    r"|\bsum\b|prosent|%|endring|\bår\b|drift|investering"
)


@dataclass(frozen=True, slots=True)
class Beloepskolonne:
    """A column of amounts: its year, how good a plan figure it is, utgift, inntekt or netto, and its own unit."""

    kolonne: int
    aar: int
    rang: int
    retning: str
    enhet: int | None
    navn: str


@dataclass(frozen=True, slots=True)
class Hode:
    """A heading: its last row (from the start of the search), known fields, and the columns with amounts.

    `uten_aar` are amount columns whose year stands in a column of its own.
    """

    indeks: int
    felt: Mapping[str, int]
    beloep: tuple[Beloepskolonne, ...]
    uten_aar: tuple[Beloepskolonne, ...]
    poeng: float


def rutenett(ark: Ark, fra: int = 0, antall: int = SOEK) -> list[list[str]]:
    """Return the texts of the rows to search, each merged cell's words in all of its cells."""
    rader = ark.rader[fra : fra + antall]
    nett = [[celletekst(c)[: _LENGST + 1] for c in rad.celler[:_KOLONNER]] for rad in rader]
    plass = {rad.nummer: i for i, rad in enumerate(rader)}
    for f in ark.flettet:
        if f.foerste_rad not in plass or f.foerste_kolonne >= _KOLONNER:
            continue
        foerste = nett[plass[f.foerste_rad]]
        tekst = foerste[f.foerste_kolonne] if f.foerste_kolonne < len(foerste) else ""
        for nummer in range(f.foerste_rad, min(f.siste_rad, f.foerste_rad + 4) + 1):
            if tekst and nummer in plass:
                rad = nett[plass[nummer]]
                siste = min(f.siste_kolonne, _KOLONNER)
                rad.extend([""] * (siste + 1 - len(rad)))
                rad[f.foerste_kolonne : siste + 1] = [tekst] * (siste + 1 - f.foerste_kolonne)
    return nett


def les_hode(nett: Sequence[Sequence[str]], titler: Iterable[str] = ()) -> Hode | None:
    """Return the best heading among the rows: most known columns, at least one amount and one field."""
    beste: Hode | None = None
    titler = tuple(titler)
    for indeks, rad in enumerate(nett):
        if not any(rad):
            continue
        hode = _hode_paa(nett, indeks, titler)
        if hode is None:
            continue
        # A row under the heading may add to it (units, «Netto»); the same heading further down is a page break.
        krav = 0.0 if beste is None else beste.poeng + (0.0 if indeks <= beste.indeks + _DYBDE else 0.99)
        if hode.poeng > krav:
            beste = hode
    return beste


def _hode_paa(nett: Sequence[Sequence[str]], indeks: int, titler: Sequence[str]) -> Hode | None:
    lag = _lagene(nett, indeks)
    bredde = max(len(rad) for rad in lag)
    felt: dict[str, int] = {}
    passer: dict[str, int] = {}
    beloep: list[Beloepskolonne] = []
    foerste_aar = _foerste_aar(nett[indeks], titler, nett[:indeks])
    uten_aar: list[Beloepskolonne] = []
    kjente_celler = 0
    for kolonne in range(bredde):
        tekster = [t for rad in lag if (t := rad[kolonne] if kolonne < len(rad) else "") and len(t) <= _LENGST]
        if not tekster:
            continue
        bunn = lag[0][kolonne] if kolonne < len(lag[0]) else ""
        navn = next((n for t in dict.fromkeys(tekster) if (n := felt_for(t, "oekonomiplan"))), None)
        hodelike = (
            not bunn
            or navn is not None
            or _aar_i(bunn, foerste_aar) is not None
            or bool(_HODEORD.search(bunn.casefold()))
        )
        en = _beloepskolonne(kolonne, tekster, navn, foerste_aar) if hodelike else None
        if en is not None:
            (beloep if en.aar else uten_aar).append(en)
        elif navn and (not bunn or felt_for(tekster[0], "oekonomiplan")):
            plass = min(treff[1] for t in tekster if (treff := felt_og_plass(t, "oekonomiplan")) and treff[0] == navn)
            if plass < passer.get(navn, _LENGST):  # of «Tiltak» and «Tekst», the one that fits the name best
                felt[navn], passer[navn] = kolonne, plass
        kjente_celler += sum(1 for t in dict.fromkeys(tekster) if _HODEORD.search(t.casefold()) or finn_enhet(t))
    if not beloep and uten_aar and "aar" not in felt and (aar := _tittelaar(titler, nett[:indeks])):
        beloep = [Beloepskolonne(k.kolonne, aar, k.rang, k.retning, k.enhet, k.navn) for k in uten_aar]
        uten_aar = []
    if not felt and (ordkolonne := _ordkolonne(nett, indeks, beloep)) is not None:
        felt["tekst"] = ordkolonne
    for en in uten_aar:  # «Inntekt» may also be the column that says which it is
        if en.retning in {"inntekt", "utgift"}:
            felt.setdefault("inntekt_utgift", en.kolonne)
    if not felt or not (beloep or (uten_aar and "aar" in felt)):
        return None
    poeng = len(felt) + len(beloep) + len(uten_aar) + 0.05 * kjente_celler
    return Hode(indeks, felt, tuple(beloep), tuple(uten_aar), poeng)


def _ordkolonne(nett: Sequence[Sequence[str]], indeks: int, beloep: Sequence[Beloepskolonne]) -> int | None:
    """Return the column of words without a heading, left of two years or more; None when there is none."""
    if len({k.aar for k in beloep}) < 2 or _har_beloep(nett[indeks]):
        return None
    under = nett[indeks + 1 : indeks + 6]
    for kolonne in range(min(k.kolonne for k in beloep)):
        ord_ = [t for rad in under if (t := rad[kolonne] if kolonne < len(rad) else "") and any(map(str.isalpha, t))]
        if ord_ and 2 * len(ord_) >= len([rad for rad in under if any(rad)]):
            return kolonne
    return None


def _lagene(nett: Sequence[Sequence[str]], indeks: int) -> list[list[str]]:
    """Return the heading's rows from the bottom up, group headings spread over the columns they stand over."""
    bunn = list(nett[indeks])
    lag = [bunn]
    for rad in reversed(nett[max(0, indeks - _DYBDE) : indeks]):
        fylte = [k for k, t in enumerate(rad) if t]
        if not fylte or (len({rad[k] for k in fylte}) == 1 and fylte[0] == 0) or _har_beloep(rad):
            break  # blank, a title, or a line of the table above
        spredt, gruppe = list(rad) + [""] * (len(bunn) - len(rad)), ""
        for kolonne, tekst in enumerate(spredt):
            under = bunn[kolonne] if kolonne < len(bunn) else ""
            er_felt = bool(under) and felt_for(under, "oekonomiplan") not in {None, "beloep", "inntekt_utgift"}
            if tekst:
                gruppe = "" if er_felt or (not under and felt_for(tekst, "oekonomiplan")) else tekst
            elif gruppe and not er_felt:
                spredt[kolonne] = gruppe
        lag.append(spredt)
    return lag


def _har_beloep(rad: Sequence[str]) -> bool:
    return any(t[-1:].isdecimal() and les_tall(t) is not None and _aar_i(t) is None for t in rad)


def _beloepskolonne(kolonne: int, tekster: Sequence[str], navn: str | None, foerste_aar: int) -> Beloepskolonne | None:
    """Return the column if its heading is a year, or a name of amounts (then with the year 0)."""
    aar = 0
    for tekst in tekster:
        if _AARSREKKE.search(tekst):
            if tekst is tekster[0]:
                return None
            continue
        if (funnet := _aar_i(tekst, foerste_aar)) is not None:
            aar = funnet
            break
    samlet = " ".join(dict.fromkeys(t.casefold() for t in tekster))
    retning = next((r for m, r in _RETNINGER if any(m.search(t.casefold()) for t in tekster[:2])), "")
    if not aar and navn != "beloep" and not (retning and navn in {None, "inntekt_utgift"}):
        return None
    egen = tekster[0].casefold()
    rang = next((r for m, r in _RANGER if m.search(egen)), None)
    if rang is None:
        rang = next((r for m, r in _RANGER if m.search(samlet)), _VANLIG)
    enhet = next((e for t in tekster if (e := finn_enhet(t))), None)
    vist = " ".join(reversed(list(dict.fromkeys(tekster))))
    return Beloepskolonne(kolonne, aar, rang, retning, enhet, f"«{vist}» ({kolonnebokstav(kolonne)})")


def aar_nummer(tekst: str) -> int | None:
    """Return 2 for «År 2» and «2. planår», None for any other heading."""
    treff = _AAR_NUMMER.match(tekst.strip())
    return int(treff[1] or treff[2]) if treff else None


def _foerste_aar(rad: Sequence[str], titler: Sequence[str], over: Sequence[Sequence[str]]) -> int:
    """Return the year that «År 1» is, when a title, the sheet or the file names a period as long; else 0."""
    numre = sorted({n for t in rad if (n := aar_nummer(t))})
    if len(numre) < 2 or numre != list(range(1, len(numre) + 1)):
        return 0
    mulige = {
        int(fra)
        for t in (*(t for r in over for t in r), *titler)
        for fra, til in _AARSREKKE_FRA.findall(t)
        if int(til[-2:]) - int(fra[-2:]) == len(numre) - 1
    }
    return mulige.pop() if len(mulige) == 1 else 0


def _aar_i(tekst: str, foerste_aar: int = 0) -> int | None:
    """Return the one year a heading names; «2028–2031» and «fra 2027 til 2028» name none."""
    if _AARSREKKE.search(tekst):
        return None
    if foerste_aar and (nummer := aar_nummer(tekst)):
        return foerste_aar + nummer - 1
    aar = set(_ETT_AAR.findall(tekst))
    if len(aar) == 1:
        return int(aar.pop())
    kort = _KORT_AAR.match(tekst.strip().casefold()) if not aar else None
    return 2000 + int(kort[1]) if kort else None


def _tittelaar(titler: Sequence[str], over: Sequence[Sequence[str]]) -> int | None:
    """Return the one year that the titles above, the sheet or the file is about."""
    nivaaer = ([t for rad in over for t in rad if t], titler[-2:-1], titler[-1:])
    for tekster in nivaaer:
        aar = {a for t in tekster if not _AARSREKKE.search(t) for a in _ETT_AAR.findall(_DATO_ELLER_SAK.sub(" ", t))}
        if len(aar) == 1 and not any(_AARSREKKE.search(t) for t in tekster):
            return int(aar.pop())
        if aar:
            return None
    return None


def er_samme_hode(celler: Sequence[str], hodetekster: Iterable[Sequence[str]]) -> bool:
    """Say whether a row repeats a row of the heading, as page breaks make it."""
    fylte = [enkel(t) for t in celler]
    return any(fylte[: len(h)] == [enkel(t) for t in h] and any(h) for h in hodetekster)
