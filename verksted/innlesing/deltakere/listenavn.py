"""Names of parties and lists: «Ap», «A», «Arbeidarpartiet» and «Det norske Arbeiderparti» are one, others themselves.

The known forms stand in `ressurser/data/listenavn.toml`. A joint list («Ap/SV») is a list of its own.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from verksted.kjerne.stier import ressurs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_IKKE_BOKSTAV: Final = re.compile(r"[^\w]+|_")
_DELER: Final = re.compile(r"[/(),;:]|\s[\u2010-\u2015-]\s")
_KODE_I_PARENTES: Final = re.compile(r"(?P<navn>.{4,}?)\s*\((?P<kode>[^\W\d_]{1,6})\)")
_KODE_ETTER_STREK: Final = re.compile(r"(?P<navn>.{4,}?)\s+[\u2010-\u2015-]\s+(?P<kode>[A-ZÆØÅ]{1,5})")
_KODE_FOERST: Final = re.compile(r"(?P<kode>[A-ZÆØÅ]{1,5})(?:\s+[\u2010-\u2015-]|:)\s+(?P<navn>.{4,})")
_KODE_ALENE: Final = re.compile(r"[A-ZÆØÅ]{1,4}|[A-ZÆØÅ][a-zæøå]{1,2}")
_LENGSTE_KODE: Final = 8


@dataclass(frozen=True, slots=True)
class Parti:
    """A national party: its short form and its name in both målformer."""

    kode: str
    nb: str
    nn: str


def nettnavn(tekst: str) -> str:
    """Return a name for comparing: lower case, letters and digits only."""
    return _IKKE_BOKSTAV.sub("", unicodedata.normalize("NFC", tekst).casefold())


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return tomllib.loads(ressurs("data", "listenavn.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _oppslag() -> dict[str, Parti]:
    oppslag: dict[str, Parti] = {}
    for rad in _data()["parti"]:
        parti = Parti(rad["kode"], rad["nb"], rad["nn"])
        for form in (parti.nb, parti.nn, parti.kode, *rad["andre"]):
            oppslag.setdefault(nettnavn(form), parti)
    return oppslag


def kjent_parti(tekst: str) -> Parti | None:
    """Return the national party a text names, also as «Arbeiderpartiet (Ap)» or «A – Arbeidarpartiet»; else None."""
    if treff := _oppslag().get(nettnavn(tekst)):
        return treff
    partier = [_oppslag().get(nettnavn(d)) for d in _DELER.split(tekst) if nettnavn(d)]
    return partier[0] if len(partier) > 1 and len(set(partier)) == 1 else None


def ligner_liste(tekst: str) -> bool:
    """Say whether a text reads as the name of a party or list: known, or «Bygdelista», «Felleslista for Lind»."""
    if kjent_parti(tekst):
        return True
    lav = tekst.casefold().strip()
    ord_ = _IKKE_BOKSTAV.sub(" ", lav).split()
    data = _data()["liste"]
    return any(lav.startswith(b) for b in data["begynnelser"]) or any(
        o.endswith(e) for e in data["endelser"] for o in ord_
    )


def navn_og_kode(tekst: str) -> tuple[str, str | None]:
    """Return a local list's name and its code where the text has one: «Ny kurs – NK», «Bygdelista (BL)», «BL»."""
    for moenster in (_KODE_I_PARENTES, _KODE_ETTER_STREK, _KODE_FOERST):
        treff = moenster.fullmatch(tekst)
        if treff and _er_kode_for(treff["kode"], treff["navn"]):
            return treff["navn"].strip(), treff["kode"]
    return tekst, tekst if _KODE_ALENE.fullmatch(tekst) else None


def listenavn(tekster: Iterable[tuple[str, str | None]]) -> Mapping[tuple[str, str | None], tuple[str, str | None]]:
    """Return name and code for each (text, code column) of one file, where the forms of one list become one.

    Parties are named in nynorsk when the file does so and never in bokmål.
    """
    talt = Counter((liste, kode) for liste, kode in tekster if liste or kode)
    nynorsk = _bruker_nynorsk(liste for liste, _ in talt)
    steder = _stedsord(liste for liste, _ in talt)
    fulle = {p.kode for liste, _ in talt if (p := kjent_parti(liste)) and len(nettnavn(liste)) > _LENGSTE_KODE}
    lokale = _lokale_koder(talt)
    egne: dict[str, tuple[str, str | None]] = {}
    svar: dict[tuple[str, str | None], tuple[str, str | None]] = {}
    for (liste, kode), _ in talt.most_common():
        parti = _partiet(liste, kode, steder)
        # The file's own «Venstrealliansen (V)» decides what V is, unless Venstre stands there by its full name too.
        if parti and (nettnavn(liste or kode or "") not in lokale or parti.kode in fulle):
            svar[liste, kode] = (parti.nn if nynorsk else parti.nb, parti.kode)
            continue
        navn, egen_kode = navn_og_kode(liste or kode or "")
        funnet = kode or egen_kode
        noekkel = nettnavn(navn) or navn
        sett = egne.get(noekkel, (navn, None))
        egne[noekkel] = (sett[0], sett[1] or (funnet if funnet and len(funnet) <= _LENGSTE_KODE else None))
        svar[liste, kode] = (noekkel, None)
    etter_kode = {nettnavn(kode): navn for navn, kode in egne.values() if kode and nettnavn(navn) != nettnavn(kode)}
    for raa, (gitt, gitt_kode) in svar.items():
        if gitt_kode is None:
            hele = etter_kode.get(gitt)
            svar[raa] = egne[nettnavn(hele)] if hele else egne[gitt]
    return svar


def _partiet(liste: str, kode: str | None, steder: frozenset[str]) -> Parti | None:
    if not liste:
        return kjent_parti(kode or "")
    return kjent_parti(liste) or _lokallag(liste, steder)


def _lokale_koder(talt: Iterable[tuple[str, str | None]]) -> frozenset[str]:
    """Return the codes that the file itself gives to lists that are no national party."""
    koder: set[str] = set()
    for liste, kode in talt:
        navn, egen = navn_og_kode(liste)
        if (egen or kode) and navn not in {egen, kode, ""} and not kjent_parti(navn):
            koder.add(nettnavn(egen or kode or ""))
    return frozenset(koder)


def _lokallag(liste: str, steder: frozenset[str]) -> Parti | None:
    """Return the party of «Lindvær Høyre», when the place is one that several parties of the file carry."""
    for sted, rest in _delt(liste):
        if sted in steder and (parti := kjent_parti(rest)):
            return parti
    return None


def _stedsord(lister: Iterable[str]) -> frozenset[str]:
    partier: dict[str, set[str]] = {}
    for liste in lister:
        for sted, rest in _delt(liste):
            if (parti := kjent_parti(rest)) is not None:
                partier.setdefault(sted, set()).add(parti.kode)
    return frozenset(sted for sted, koder in partier.items() if len(koder) > 1)


def _delt(liste: str) -> list[tuple[str, str]]:
    """Return (place, party) for each way a name of two words or more can be divided at its ends."""
    ord_ = liste.split()
    if len(ord_) < 2:
        return []
    foerst = (ord_[0].casefold(), " ".join(ord_[1:]))
    sist = (ord_[-1].casefold(), " ".join(o for o in ord_[:-1] if o.casefold() not in {"i", "på"}))
    return [foerst, sist]


def _bruker_nynorsk(lister: Iterable[str]) -> bool:
    nn = nb = False
    for liste in lister:
        parti = kjent_parti(liste)
        if parti and parti.nb != parti.nn:
            nn = nn or nettnavn(parti.nn) in nettnavn(liste)
            nb = nb or nettnavn(parti.nb) in nettnavn(liste)
    return nn and not nb


def _er_kode_for(kode: str, navn: str) -> bool:
    """Say whether the letters of a code come in the name, in order: BL in Bygdelista, but not Nes in Bygdelista."""
    rest = iter(nettnavn(navn))
    return kode[0].isupper() and all(tegn in rest for tegn in nettnavn(kode))
