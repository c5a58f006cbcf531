"""Norwegian numbers as people and programs write them -> exact Decimal and whole kroner. No floats anywhere.

« -1 362 250 », « -   » (nothing, 0), «(1 234)», «1 234,50», «1.234.567», «1,923.50», «kr 500,-», U+2212, NBSP.
What is not surely a number gives None: a question is better than a wrong number.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from verksted.innlesing.tabell import Prosent

KRONER: Final = 1
TUSEN: Final = 1_000
MILLIONER: Final = 1_000_000
STOERST: Final = Decimal(10) ** 14

_MELLOMROM = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u2060]+")
_STREKER = re.compile("[\u2010-\u2015\u2212\ufe63\uff0d]")
_VALUTA = re.compile(r"^(?:kr\.?|nok)\s*|\s*(?:kroner|kr\.?|nok)$", re.IGNORECASE)
_OEREBREV = re.compile(r",-{1,2}$")
_HELT = re.compile(r"[0-9]+|[0-9]{1,3}(?:[ '\u2019][0-9]{3})+")
_MED_PUNKTUM = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_MED_KOMMA = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_ENHETER: Final = (
    (re.compile(r"mill(?:\.|ioner|ionar|\b)\s*(?:kr|kroner|nok)?|\bmnok\b|\bmkr\b"), MILLIONER),
    (re.compile(r"\b1[ .]?000(?:,-)?\s*(?:kr|kroner|nok)\b|\b(?:kr|nok)\.?\s*1[ .]?000\b|\btusen\b|\btkr\b"), TUSEN),
    (re.compile(r"\bhele\s+kr|\bheile\s+kr|\b(?:i|beløp)\s+(?:hele\s+|heile\s+)?kr(?:oner)?\b|\(kr(?:oner)?\)|^kr(?:oner)?$"),
     KRONER),
)  # fmt: skip


def les_tall(tekst: str) -> Decimal | None:
    """Return the number a text stands for; blank and a lone dash are 0; None when it is not surely a number."""
    rest = _STREKER.sub("-", _MELLOMROM.sub(" ", tekst)).strip()
    rest = _OEREBREV.sub("", _VALUTA.sub("", rest)).strip()
    if rest in {"", "-", "--"}:
        return Decimal(0)
    negativ = False
    if rest.startswith("(") and rest.endswith(")"):
        negativ, rest = True, rest[1:-1].strip()
    elif rest[0] in "+-":
        negativ, rest = rest[0] == "-", rest[1:].strip()
    elif rest.endswith("-"):
        negativ, rest = True, rest[:-1].strip()
    verdi = _uten_fortegn(rest)
    return _innenfor(-verdi if verdi is not None and negativ else verdi)


def kroner(verdi: object, enhet: int = KRONER) -> int | None:
    """Return a cell as whole kroner, half a krone rounded away from zero; None when it is no amount."""
    tall = tall_i_celle(verdi)
    return None if tall is None else avrund(tall * enhet)


def tall_i_celle(verdi: object) -> Decimal | None:
    """Return the exact number in a cell (text, int, Decimal or nothing); None when it is no plain number."""
    if verdi is None:
        return Decimal(0)
    if isinstance(verdi, str):
        return les_tall(verdi)
    if isinstance(verdi, (bool, Prosent)) or not isinstance(verdi, (int, Decimal)):
        return None
    return _innenfor(Decimal(verdi))


def avrund(tall: Decimal) -> int:
    """Return the nearest whole number, halves away from zero."""
    return int(tall.quantize(Decimal(1), rounding=ROUND_HALF_UP)) if tall.as_tuple().exponent else int(tall)


def finn_enhet(tekst: str) -> int | None:
    """Return 1, 1 000 or 1 000 000 when a heading or title says which unit its amounts are in."""
    lav = _MELLOMROM.sub(" ", tekst).strip().casefold()
    return next((enhet for moenster, enhet in _ENHETER if moenster.search(lav)), None)


def _innenfor(tall: Decimal | None) -> Decimal | None:
    # Beyond this no municipality counts, and Decimal's 28 digits would start to round.
    return tall if tall is not None and tall.is_finite() and abs(tall) <= STOERST else None


def _uten_fortegn(tekst: str) -> Decimal | None:
    if _HELT.fullmatch(tekst):
        return Decimal(re.sub("[ '\u2019]", "", tekst))
    # «1.234.567» and «1.234» are thousands; «1,923.50» has both, and the last one is the decimal mark.
    if _MED_PUNKTUM.fullmatch(tekst):
        return Decimal(tekst.replace(".", ""))
    if tekst.count(",") > 1 and _MED_KOMMA.fullmatch(tekst):
        return Decimal(tekst.replace(",", ""))
    helt, tegn, broek = _ved_siste_skille(tekst)
    if not tegn or not re.fullmatch("[0-9]+", broek):
        return None
    andre = "." if tegn == "," else ","
    tusener = _MED_PUNKTUM if andre == "." else _MED_KOMMA
    if _HELT.fullmatch(helt) or tusener.fullmatch(helt):
        return Decimal(re.sub(r"[ '\u2019.,]", "", helt) + "." + broek)
    return None


def _ved_siste_skille(tekst: str) -> tuple[str, str, str]:
    sted = max(tekst.rfind(","), tekst.rfind("."))
    return (tekst[:sted], tekst[sted], tekst[sted + 1 :]) if sted > 0 else (tekst, "", "")
