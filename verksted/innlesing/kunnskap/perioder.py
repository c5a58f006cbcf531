"""Years, quarters and months as tables write them: «2024», «2024K1», «2024M05», «1. kvartal 2024», «2019–2023».

A period stays the document's own text; here is only whether it is one, and where in time it stands. A number alone is a
year from 1900 to 2100, so that kommunenummer 1804 is none.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from verksted.innlesing.tabell.kolonner import enkel, ord_for
from verksted.innlesing.tabell.tabellfil import Prosent, celletekst

if TYPE_CHECKING:
    from verksted.innlesing.tabell.tabellfil import Celle

_AAR: Final = r"(?:19[0-9]{2}|20[0-9]{2}|2100)"
_AARET = re.compile(rf"(?<![0-9]){_AAR}(?![0-9])")
_DATO: Final = rf"(?:[0-3]?[0-9]\.\s?[01]?[0-9]\.\s?){_AAR}"
_MAANED: Final = r"(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des|dec|may)[a-z]*\.?"
_KORT = re.compile(rf"{_AAR}(?:[KQT][1-4]|M[01][0-9]|[UW][0-5][0-9]|H[12])", re.IGNORECASE)
_PERIODE = re.compile(
    rf"(?:per\s+|pr\.?\s+)?(?:{_AAR}|{_AAR}\s?[-–—/]\s?(?:{_AAR}|[0-9]{{2}})|{_KORT.pattern}|{_DATO}"
    rf"|[1-4]\.\s?(?:kv\.?|kvartal)\s?{_AAR}|[12]\.\s?(?:tertial|halvår)\s?{_AAR}|3\.\s?tertial\s?{_AAR}"
    rf"|{_MAANED}\s?{_AAR}|{_AAR}-[01][0-9](?:-[0-3][0-9])?)\s?[*¹²³]?",
    re.IGNORECASE,
)
_I_KANTEN = re.compile(rf"(?P<foran>.*?\S)[\s,:(]+(?P<bak>{_PERIODE.pattern})\)?|(?P<aar>{_AAR})[\s,:]+(?P<etter>\D.*)")
_UNDER: Final = (
    (re.compile(rf"{_AAR}[KQTH]([1-4])", re.IGNORECASE), 3),
    (re.compile(rf"{_AAR}M([01][0-9])", re.IGNORECASE), 1),
    (re.compile(r"([1-4])\.\s?(?:kv|tert|halv)", re.IGNORECASE), 3),
    (re.compile(rf"{_AAR}-([01][0-9])(?![0-9])"), 1),
    (re.compile(rf"[0-3]?[0-9]\.\s?([01]?[0-9])\.\s?{_AAR}"), 1),
)
_UKE = re.compile(rf"{_AAR}[UW]([0-5][0-9])", re.IGNORECASE)
_MAANEDER: Final = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des")


def periode_i(celle: Celle) -> str | None:
    """Return a cell's period as the document writes it, None when the cell is anything else."""
    if celle is None or isinstance(celle, Prosent):
        return None
    if isinstance(celle, date):
        return celletekst(celle)
    if isinstance(celle, (int, Decimal)):
        tekst = celletekst(celle)
        return tekst if re.fullmatch(_AAR, tekst) else None
    tekst = celletekst(celle)
    return tekst if len(tekst) <= 40 and _PERIODE.fullmatch(tekst) else None


def del_overskrift(tekst: str) -> tuple[str, str | None]:
    """Return what a heading measures and its period: «Personer 2023» gives («Personer», «2023»)."""
    if treff := _I_KANTEN.fullmatch(tekst):
        if treff["bak"]:
            return treff["foran"].rstrip(" (,:–-"), treff["bak"]
        return treff["etter"], treff["aar"]
    aar = set(_AARET.findall(tekst))
    return tekst, aar.pop() if len(aar) == 1 else None


@lru_cache(maxsize=4096)
def orden(periode: str) -> tuple[int, int, int]:
    """Return where in time a period stands: its last year, month within it, and week; (0, 0, 0) without a year."""
    aar = _AARET.findall(periode)
    if not aar:
        return (0, 0, 0)
    siste, lav = int(aar[-1]), periode.casefold()
    if uke := _UKE.search(periode):
        return (siste, 0, int(uke[1]))
    for moenster, ganger in _UNDER:
        if treff := moenster.search(periode):
            return (siste, int(treff[1]) * ganger, 0)
    return (siste, next((nr for nr, navn in enumerate(_MAANEDER, 1) if re.search(rf"\b{navn}", lav)), 0), 0)


def eneste_aar(tekst: str) -> str | None:
    """Return the year a text names when it names one only."""
    funnet = set(_AARET.findall(tekst))
    return funnet.pop() if len(funnet) == 1 else None


def er_dimensjon(tekst: str, slag: str | None = None) -> bool:
    """Say whether a heading is only the name of a dimension («Region», «År»), of one kind where `slag` is given."""
    navn, lister = enkel(tekst), ord_for("dimensjon")
    return any(navn == enkel(ett) for s in ([slag] if slag else lister) for ett in lister[s])
