"""Year of birth from what a list says: a year, a date, an age, a national identity number. Never a guess of century.

`foedselsaar` gives a four-digit year, or None when the cell is not surely one. `aar` is the year the list was made.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from verksted.innlesing.tabell.tabellfil import celletekst

if TYPE_CHECKING:
    from verksted.innlesing.tabell.tabellfil import Celle

FOERSTE_AAR: Final = 1900
SISTE_AAR: Final = 2020
_YNGST: Final = 17
_ELDST: Final = 105
_UTEN_KJENT_AAR: Final = 2026
_HELT_AAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_DATO_KORT_AAR: Final = re.compile(r"[0-9]{1,2}\s*[./-]\s*[0-9]{1,2}\s*[./-]\s*['\u2019]?(?P<aar>[0-9]{2})")
_KORT_AAR: Final = re.compile(r"(?:f(?:ødt|ødd)?\.?\s*)?['\u2019]?(?P<aar>[0-9]{2})", re.IGNORECASE)
_ALDER: Final = re.compile(r"(?:ca\.?\s*)?(?P<alder>[0-9]{1,3})(?:\s*år)?", re.IGNORECASE)
_EXCELS_FOERSTE_DAG: Final = date(1899, 12, 30)


def foedselsaar(celle: Celle, *, aar: int | None = None) -> int | None:
    """Return the year of birth a cell states, or None."""
    funnet = _uten_grenser(celle, aar)
    return funnet if funnet is not None and FOERSTE_AAR <= funnet <= SISTE_AAR else None


def alder(celle: Celle) -> int | None:
    """Return the age a cell states in whole years («58», «58 år»), or None."""
    treff = _ALDER.fullmatch(celletekst(celle))
    funnet = int(treff["alder"]) if treff else -1
    return funnet if _YNGST <= funnet <= _ELDST else None


def er_foedselsnummer(celle: Celle) -> bool:
    """Say whether a cell holds eleven digits, as a national identity number or D-number does."""
    return bool(re.fullmatch("[0-9]{11}", celletekst(celle).replace(" ", "")))


def aar_i_tittel(tekst: str) -> int | None:
    """Return the year a heading counts ages in: «Alder per 31.12.2027», «Alder i 2027»; None without exactly one."""
    aar = set(_HELT_AAR.findall(tekst))
    return int(aar.pop()) if len(aar) == 1 else None


def _uten_grenser(celle: Celle, aar: int | None) -> int | None:
    if isinstance(celle, date):
        return celle.year
    if isinstance(celle, Decimal) and celle != celle.to_integral_value():
        return None
    tekst = celletekst(celle)
    if tekst.replace(" ", "").isdecimal():
        return _av_siffer(tekst.replace(" ", ""), aar)
    if hele := set(_HELT_AAR.findall(tekst)):
        return int(hele.pop()) if len(hele) == 1 else None
    treff = _DATO_KORT_AAR.fullmatch(tekst) or _KORT_AAR.fullmatch(tekst)
    return _hundreaar(int(treff["aar"]), aar) if treff else None


def _av_siffer(siffer: str, aar: int | None) -> int | None:
    """Return the year in digits alone, told apart by how many they are."""
    if len(siffer) == 2:
        return _hundreaar(int(siffer), aar)
    if len(siffer) == 4:
        return int(siffer)
    if len(siffer) == 5:
        return _fem_siffer(siffer, aar)
    if len(siffer) == 6 and _er_dag(siffer[:2], siffer[2:4]):
        return _hundreaar(int(siffer[4:]), aar)
    if len(siffer) == 8:
        mulige = {
            int(a) for dag, maaned, a in ((siffer[:2], siffer[2:4], siffer[4:]), (siffer[6:], siffer[4:6], siffer[:4]))
            if _er_dag(dag, maaned) and FOERSTE_AAR <= int(a) <= SISTE_AAR
        }  # fmt: skip
        return mulige.pop() if len(mulige) == 1 else None
    return _av_foedselsnummer(siffer) if len(siffer) == 11 else None


def _fem_siffer(siffer: str, aar: int | None) -> int | None:
    """Return the year of a date that lost its first 0, or of a day number of Excel's; None when it can be both."""
    som_dag = (_EXCELS_FOERSTE_DAG + timedelta(days=int(siffer))).year
    mulige = {som_dag} if aar_er_mulig(som_dag, aar) else set()
    if _er_dag(f"0{siffer[0]}", siffer[1:3]) and (kort := _hundreaar(int(siffer[3:]), aar)):
        mulige.add(kort)
    return mulige.pop() if len(mulige) == 1 else None


def aar_er_mulig(foedt: int, aar: int | None) -> bool:
    """Say whether somebody born that year can stand in the list of a council."""
    return _YNGST <= (aar or _UTEN_KJENT_AAR) - foedt <= _ELDST


def _hundreaar(kort: int, aar: int | None) -> int | None:
    """Return the only year with these two last digits in which a councillor can be born; None with two or none."""
    # Without knowing when the list was made, the years about the turn are left alone.
    mulige = [a for a in (1900 + kort, 2000 + kort) if aar_er_mulig(a, aar)]
    return mulige[0] if len(mulige) == 1 else None


def _er_dag(dag: str, maaned: str) -> bool:
    return 1 <= int(dag) <= 31 and 1 <= int(maaned) <= 12


def _av_foedselsnummer(siffer: str) -> int | None:
    """Return the year by the three digits after the date (Skatteetaten's rule for fødselsnummer and D-number)."""
    kort, individ = int(siffer[4:6]), int(siffer[6:9])
    if individ < 500 or (individ >= 900 and kort >= 40):
        return 1900 + kort
    return 2000 + kort if kort < 40 else None
