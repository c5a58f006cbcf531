"""Council lists (xlsx, csv): one row a person, columns by known names in any order, bokmål or nynorsk.

Nobody is merged and nobody left out: two of the same name are both kept, and a problem says so.
`foedselsaar` is a four-digit year; `rad` counts from 1. Raises KanIkkeLesesSomRegneark.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal

from verksted.innlesing.kolonner import Overskrift, finn_overskrift
from verksted.innlesing.problem import Alvor, Problem, Sted
from verksted.innlesing.tabell import Ark, Celle, Rad, celletekst, les_arbeidsbok

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Deltakerart = Literal["medlem", "vara"]

_FOERSTE_AAR: Final = 1900
_SISTE_AAR: Final = 2020
_KJOENN: Final = {"k": "kvinne", "kv": "kvinne", "kvinne": "kvinne", "m": "mann", "mann": "mann"}
_FAST: Final = frozenset(
    {"medlem", "fast medlem", "fast", "representant", "fast representant", "folkevalgt", "folkevald"}
)
_VARA: Final = re.compile(r"\bvara(?:medlem|representant)?\b", re.IGNORECASE)
_VARA_FOR: Final = re.compile(r"\bfor\s+(.+)$", re.IGNORECASE)
_KODE_SIST: Final = re.compile(r"^(?P<navn>.+?)\s*[(\u2013-]\s*(?P<kode>[A-ZÆØÅ][A-ZÆØÅa-zæøå]{0,4})\)?$")
_KODE_ALENE: Final = re.compile(r"[A-ZÆØÅ]{1,4}|[A-ZÆØÅ][a-zæøå]{1,2}")
_TELLERAD: Final = re.compile(r"(?:sum|totalt?|antall|tal på)(?: \w+)?:?(?: [0-9]+)?", re.IGNORECASE)
_MELLOMTITTEL: Final = re.compile(
    r"(?:vara(?:medlem|representant|liste)?(?:mer|er|ar|a|ene|ane)?|faste medlem\w*|medlem\w*|representant\w*)\b.*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class LestDeltaker:
    """One person of the list, `navn` as «Fornavn Etternavn»; what the file does not say is None."""

    navn: str
    liste: str
    listekode: str | None
    verv: str | None
    art: Deltakerart
    vara_for: str | None
    varanummer: int | None
    kjoenn: str | None
    foedselsaar: int | None
    bosted: str | None
    perioder: int | None
    rad: int
    ark: str | None = None


@dataclass(frozen=True, slots=True)
class LestDeltakerliste:
    """What was read, in the file's order; `ark` names the sheets it came from (None for csv)."""

    deltakere: tuple[LestDeltaker, ...]
    problemer: tuple[Problem, ...]
    ark: tuple[str | None, ...]


def les_deltakere(data: bytes, filnavn: str, *, ark: str | None = None) -> LestDeltakerliste:
    """Read the council list from the sheet `ark`, or from the one that has most people and those of deputies."""
    bok = les_arbeidsbok(data, filnavn)
    problemer = list(bok.problemer)
    funnet = [
        (blad, overskrift)
        for blad in bok.ark
        if not blad.skjult and ark in {None, blad.navn} and (overskrift := _overskrift(blad))
    ]
    if not funnet:
        problemer.append(Problem("fant_ikke_navnekolonne", Alvor.FEIL, Sted(filnavn)))
        return LestDeltakerliste((), tuple(problemer), ())
    stoerst = max(funnet, key=lambda f: len(f[0].rader) - f[1].indeks)[0]
    deltakere: list[LestDeltaker] = []
    brukt: list[str | None] = []
    for blad, overskrift in funnet:
        if blad is stoerst or _VARA.search(blad.navn or "") or "vara" in (blad.navn or "").casefold():
            leser = _Leser(filnavn, blad, overskrift, problemer)
            deltakere.extend(leser.les())
            brukt.append(blad.navn)
        else:
            problemer.append(Problem("ark_ikke_lest", Alvor.MERKNAD, Sted(filnavn, blad.navn)))
    if not deltakere:
        problemer.append(Problem("ingen_deltakere", Alvor.FEIL, Sted(filnavn)))
    problemer.extend(_paa_tvers(deltakere, filnavn))
    return LestDeltakerliste(tuple(deltakere), tuple(problemer), tuple(brukt))


def snu_navn(navn: str) -> str:
    """Return «Fornavn Etternavn», also for «Etternavn, Fornavn»."""
    etternavn, komma, fornavn = navn.partition(",")
    ferdig = f"{fornavn} {etternavn}" if komma and fornavn.strip() and "," not in fornavn else navn
    return " ".join(ferdig.split())


def _overskrift(ark: Ark) -> Overskrift | None:
    def godtas(felt: Mapping[str, int]) -> bool:
        return len(felt) >= 2 and ("navn" in felt or {"fornavn", "etternavn"} <= felt.keys())

    return finn_overskrift(ark, "deltakere", godtas=godtas)


class _Leser:
    """Reads the rows of one sheet and adds to the list of problems."""

    def __init__(self, fil: str, ark: Ark, overskrift: Overskrift, problemer: list[Problem]) -> None:
        self._fil = fil
        self._ark = ark
        self._overskrift = overskrift
        self._problemer = problemer
        self._art: Deltakerart = "vara" if "vara" in (ark.navn or "").casefold() else "medlem"

    def les(self) -> list[LestDeltaker]:
        """Return one person per row that has a name."""
        lest: list[LestDeltaker] = []
        for rad in self._ark.rader[self._overskrift.indeks + 1 :]:
            if rad.tom:
                continue
            navn = self._navn(rad)
            if not navn:
                innhold = " · ".join(t for c in rad.celler if (t := celletekst(c)))
                self._meld("rad_uten_navn", Alvor.FEIL, rad, "navn", innhold=innhold)
            elif self._er_mellomtittel(rad, navn):
                self._art = "vara" if _VARA.search(navn) or "vara" in navn.casefold() else "medlem"
            elif _TELLERAD.fullmatch(navn) and not (self._tekst(rad, "liste") or self._tekst(rad, "listekode")):
                self._meld("rad_er_ingen_person", Alvor.MERKNAD, rad, "navn", innhold=navn)
            else:
                lest.append(self._person(rad, navn))
        return lest

    def _navn(self, rad: Rad) -> str:
        if hele := self._tekst(rad, "navn"):
            return snu_navn(hele)
        return " ".join(t for felt in ("fornavn", "etternavn") if (t := self._tekst(rad, felt)))

    def _er_mellomtittel(self, rad: Rad, navn: str) -> bool:
        alene = sum(1 for c in rad.celler if celletekst(c)) == 1
        return alene and bool(_MELLOMTITTEL.fullmatch(navn))

    def _person(self, rad: Rad, navn: str) -> LestDeltaker:
        liste, listekode = self._liste(rad)
        art, verv, vara_for, nummer = self._rolle(rad)
        return LestDeltaker(
            navn=navn,
            liste=liste,
            listekode=listekode,
            verv=verv,
            art=art,
            vara_for=vara_for,
            varanummer=nummer,
            kjoenn=self._kjoenn(rad),
            foedselsaar=self._foedselsaar(rad),
            bosted=self._tekst(rad, "bosted"),
            perioder=self._heltall(rad, "perioder"),
            rad=rad.nummer,
            ark=self._ark.navn,
        )

    def _liste(self, rad: Rad) -> tuple[str, str | None]:
        liste, kode = self._tekst(rad, "liste"), self._tekst(rad, "listekode")
        if liste and not kode:
            if treff := _KODE_SIST.fullmatch(liste):
                return treff["navn"], treff["kode"]
            kode = liste if _KODE_ALENE.fullmatch(liste) else None
        if not liste and not kode:
            self._meld("uten_liste", Alvor.ADVARSEL, rad, "liste", navn=self._navn(rad))
        return liste or kode or "", kode

    def _rolle(self, rad: Rad) -> tuple[Deltakerart, str | None, str | None, int | None]:
        art, verv = self._art, None
        vara_for = self._tekst(rad, "vara_for")
        nummer = self._heltall(rad, "varanummer")
        for felt in ("rolle", "verv"):
            tekst = self._tekst(rad, felt)
            if not tekst or tekst in {"-", "\u2013"}:
                continue
            if _VARA.search(tekst):
                art = "vara"
                siffer = re.search("[0-9]+", tekst)
                nummer = nummer or (int(siffer[0]) if siffer else None)
                hvem = _VARA_FOR.search(tekst)
                vara_for = vara_for or (hvem[1] if hvem else None)
            elif tekst.casefold() not in _FAST:
                verv = verv or tekst
            else:
                art = "medlem" if felt == "rolle" else art
        if vara_for and art == "medlem" and self._overskrift.celle(rad, "rolle") is None:
            art = "vara"
        return art, verv, snu_navn(vara_for) if vara_for else None, nummer

    def _kjoenn(self, rad: Rad) -> str | None:
        tekst = self._tekst(rad, "kjoenn")
        return _KJOENN.get(tekst.casefold(), tekst) if tekst else None

    def _foedselsaar(self, rad: Rad) -> int | None:
        celle = self._overskrift.celle(rad, "foedselsaar")
        if not celletekst(celle):
            return None
        aar = _aarstall(celle)
        if aar is None or not _FOERSTE_AAR <= aar <= _SISTE_AAR:
            self._meld("uklart_foedselsaar", Alvor.ADVARSEL, rad, "foedselsaar", verdi=celletekst(celle))
            return None
        return aar

    def _heltall(self, rad: Rad, felt: str) -> int | None:
        tekst = self._tekst(rad, felt)
        if not tekst or tekst in {"-", "\u2013"}:
            return None
        siffer = re.match(r"[0-9]{1,3}\b", tekst)
        if not siffer:
            self._meld("ikke_heltall", Alvor.ADVARSEL, rad, felt, verdi=tekst)
        return int(siffer[0]) if siffer else None

    def _tekst(self, rad: Rad, felt: str) -> str | None:
        return self._overskrift.tekst(rad, felt)

    def _meld(self, noekkel: str, alvor: Alvor, rad: Rad, felt: str, **data: object) -> None:
        sted = Sted(self._fil, self._ark.navn, rad.nummer, self._overskrift.bokstav(felt))
        self._problemer.append(Problem(noekkel, alvor, sted, data))


def _aarstall(celle: Celle) -> int | None:
    if isinstance(celle, date):
        return celle.year
    if isinstance(celle, (int, Decimal)):
        return int(celle)
    treff = re.fullmatch(r"(?:[0-9]{1,2}[./-][0-9]{1,2}[./-])?([0-9]{4})(?:-[0-9]{2}-[0-9]{2})?", celletekst(celle))
    return int(treff[1]) if treff else None


def _paa_tvers(deltakere: Iterable[LestDeltaker], fil: str) -> Iterable[Problem]:
    """Yield what only shows when the whole list is seen: names that come twice, deputies for somebody unknown."""
    etter_navn: dict[str, list[LestDeltaker]] = defaultdict(list)
    lister: set[str] = set()
    for deltaker in deltakere:
        etter_navn[deltaker.navn.casefold()].append(deltaker)
        lister.update(t.casefold() for t in (deltaker.liste, deltaker.listekode) if t)
    for like in etter_navn.values():
        if len(like) > 1:
            rader = ", ".join(str(d.rad) for d in like)
            yield Problem(
                "samme_navn",
                Alvor.ADVARSEL,
                Sted(fil, like[1].ark, like[1].rad),
                {"navn": like[0].navn, "antall": len(like), "rader": rader},
            )
    for rekke in etter_navn.values():
        for deltaker in rekke:
            hvem = deltaker.vara_for
            if hvem and hvem.casefold() not in etter_navn and hvem.casefold() not in lister:
                sted = Sted(fil, deltaker.ark, deltaker.rad)
                yield Problem("vara_for_ukjent", Alvor.ADVARSEL, sted, {"navn": deltaker.navn, "hvem": hvem})
