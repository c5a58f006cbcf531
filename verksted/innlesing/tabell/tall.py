r"""Norwegian numbers as people and programs write them -> exact Decimal and whole kroner. No floats anywhere.

« -1 362 250 », « -   » (nothing, 0), «(1 234)», «1 234,50», «1.234.567», «1,923.50», «kr 500,-», U+2212, NBSP, «1\,5».
What is not surely a number gives None: a question is better than a wrong number.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from verksted.innlesing.tabell.celler import Prosent

if TYPE_CHECKING:
    from collections.abc import Iterable

KRONER: Final = 1
TUSEN: Final = 1_000
MILLIONER: Final = 1_000_000
STOERST: Final = Decimal(10) ** 14

Desimaltegn = Literal[",", "."]

_MELLOMROM = re.compile(r"[\s\u00a0\u2000-\u200b\u202f\u2060\ufeff]+")
_STREKER = re.compile("[\u2010-\u2015\u2212\ufe63\uff0d]")
_VALUTA = re.compile(r"^(?:kr\.?|nok)\s*|\s*(?:kroner|kr\.?|nok)$", re.IGNORECASE)
_OEREBREV = re.compile(r",-{1,2}$")
_FLUKT = re.compile(r"\\(?=[^0-9A-Za-z])")
_INGENTING: Final = frozenset({"", "-", "--", "\\N"})
# As many digits as an amount can have.
_SIFRE: Final = 15
_GRUPPERT = re.compile(r" *([-\u2212]?) *([0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+) *")
_HELT = re.compile(r"[0-9]+|[0-9]{1,3}(?:[ '\u2019][0-9]{3})+")
_MED_PUNKTUM = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_MED_KOMMA = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
# One mark and exactly three digits after it, «1,234» or «12.500»: thousands, or a number with three decimals.
_TVETYDIG = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_BEGGE = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+[.,][0-9]+")
_ETT_TEGN = re.compile(r"[0-9 '\u2019]+([.,])([0-9]+)")
_ENHETER: Final = (
    (re.compile(r"mill(?:\.|ioner|ionar|\b)\s*(?:kr|kroner|nok)?|\bmnok\b|\bmkr\b|\bmillkr\b"), MILLIONER),
    (re.compile(r"\b1[ .']?000(?:,-)?\s*(?:kr|kroner|nok)\b|\b(?:kr|nok)\.?\s*1[ .']?000\b|\btusen\b|\btkr\b|\bknok\b"
                r"|\bi (?:hele |heile )?1[ .]?000\b(?!\s*[0-9a-zæøå])|\(1[ .]?000\)"), TUSEN),
    (re.compile(r"\bhele\s+kr|\bheile\s+kr|\b(?:i|beløp)\s+(?:hele\s+|heile\s+)?kr(?:oner)?\b|\(kr(?:oner)?\)|^kr(?:oner)?$"),
     KRONER),
)  # fmt: skip
# «Tilskudd på 1000 kr per elev» and «5 millioner til ny hall» are words about something else.
_ANTALL_FORAN = re.compile(r"[0-9]\s*(?=mill|tusen|1[ .']?000)")
_SETTER_ENHET = re.compile(
    r"(?:^|\bi |\(|\b(?:hele|heile) |\b(?:tall|tal|beløp|alt|alle)\b.{0,20}?|[,:;–-] ?|\b20[0-9]{2} )"
    r"(?:mill(?:\.|ioner|ionar|\b)\s*(?:kr|kroner|nok)?|mnok|mkr|1[ .']?000(?:,-)?(?:\s*(?:kr|kroner|nok)\b)?"
    r"|(?:kr|nok)\.?\s*1[ .']?000|tusen(?:\s*(?:kr|kroner))?|tkr|knok|(?:hele |heile )?kr(?:oner)?\b)"
    r"\.?\s*(?:$|[).,;:/]|og\b)"
)


def helt_tall(tekst: str) -> int | None:
    """Return what plain digits stand for, with a minus or none («1362250», «-40»); None for all other writing."""
    siffer = tekst[1:] if tekst[:1] == "-" else tekst
    return int(tekst) if siffer.isdecimal() and siffer.isascii() and len(siffer) < _SIFRE else None


@lru_cache(maxsize=1 << 14)
def les_tall(tekst: str, desimal: Desimaltegn | None = None) -> Decimal | None:
    """Return the number a text stands for; blank and a lone dash are 0; None when it is not surely a number.

    `desimal` is the decimal mark of «1,234» and «1.234»; without it «1.234» is thousands and «1,234» decimals.
    """
    # Most cells of a big file are plain digits, or digits in groups.
    if (helt := helt_tall(tekst)) is not None:
        return Decimal(helt)
    if (treff := _GRUPPERT.fullmatch(tekst)) and len(siffer := _MELLOMROM.sub("", treff[2])) < _SIFRE:
        return -Decimal(siffer) if treff[1] else Decimal(siffer)
    negativ, rest = _kjerne(tekst)
    if rest in _INGENTING:
        return Decimal(0) if not negativ else None
    verdi = _uten_fortegn(rest, desimal)
    return _innenfor(-verdi if verdi is not None and negativ else verdi)


def er_tvetydig(tekst: str) -> bool:
    """Say whether a text alone may mean thousands just as well as three decimals: «1,234», «(12.500)»."""
    return ("," in tekst or "." in tekst) and bool(_TVETYDIG.fullmatch(_kjerne(tekst)[1]))


def finn_desimaltegn(tekster: Iterable[str]) -> Desimaltegn | None:
    """Return the decimal mark that the unambiguous numbers of a column show, None when they show none or both."""
    vist: set[Desimaltegn] = set()
    for tekst in tekster:
        if ("," not in tekst and "." not in tekst) or len(tekst) > 40:
            continue
        vist.update(_vist_desimaltegn(_kjerne(tekst)[1]))
    return vist.pop() if len(vist) == 1 else None


def _vist_desimaltegn(rest: str) -> Iterable[Desimaltegn]:
    if _TVETYDIG.fullmatch(rest):
        return ()
    if not rest.startswith("0") and (_MED_PUNKTUM.fullmatch(rest) or _MED_KOMMA.fullmatch(rest)):
        return (",",) if "." in rest else (".",)
    if _BEGGE.fullmatch(rest) and "," in rest and "." in rest:
        return (",",) if rest.rfind(",") > rest.rfind(".") else (".",)
    if treff := _ETT_TEGN.fullmatch(rest):
        return (",",) if treff[1] == "," else (".",)
    return ()


def kroner(verdi: object, enhet: int = KRONER) -> int | None:
    """Return a cell as whole kroner, half a krone rounded away from zero; None when it is no amount."""
    tall = tall_i_celle(verdi)
    return None if tall is None else avrund(tall * enhet)


def tall_i_celle(verdi: object, desimal: Desimaltegn | None = None) -> Decimal | None:
    """Return the exact number in a cell (text, int, Decimal or nothing); None when it is no plain number."""
    if verdi is None:
        return Decimal(0)
    if isinstance(verdi, str):
        return les_tall(verdi, desimal)
    if isinstance(verdi, (bool, Prosent)) or not isinstance(verdi, (int, Decimal)):
        return None
    return _innenfor(Decimal(verdi))


def avrund(tall: Decimal) -> int:
    """Return the nearest whole number, halves away from zero."""
    return int(tall.quantize(Decimal(1), rounding=ROUND_HALF_UP)) if tall.as_tuple().exponent else int(tall)


def finn_enhet(tekst: str) -> int | None:
    """Return 1, 1 000 or 1 000 000 when a column heading or sheet name says which unit its amounts are in."""
    lav = _MELLOMROM.sub(" ", tekst).strip().casefold()
    return next((enhet for moenster, enhet in _ENHETER if moenster.search(lav)), None)


def finn_enhet_i_tittel(tekst: str) -> int | None:
    """Return the unit a title or foot note sets («Tall i 1000 kr»), not one it speaks of («5 mill. til skole»)."""
    lav = _MELLOMROM.sub(" ", tekst).strip().casefold()
    treff = _SETTER_ENHET.search(lav)
    if treff is None or _ANTALL_FORAN.search(lav[max(0, treff.start() - 2) : treff.end()]):
        return None
    return finn_enhet(treff[0]) or finn_enhet(lav)


def _kjerne(tekst: str) -> tuple[bool, str]:
    """Return whether it is negative, and the digits and marks that are left when sign and currency are off."""
    rest = _STREKER.sub("-", _MELLOMROM.sub(" ", _FLUKT.sub("", tekst))).strip().removeprefix("'")
    rest = _OEREBREV.sub("", _VALUTA.sub("", _VALUTA.sub("", rest))).strip()
    negativ = False
    if rest in _INGENTING:
        return False, rest
    if rest.startswith("(") and rest.endswith(")"):
        negativ, rest = True, rest[1:-1]
    elif rest[0] in "+-":
        negativ, rest = rest[0] == "-", rest[1:]
    elif rest.endswith("-"):
        negativ, rest = True, rest[:-1]
    return negativ, _OEREBREV.sub("", _VALUTA.sub("", _VALUTA.sub("", rest.strip()))).strip()


def _innenfor(tall: Decimal | None) -> Decimal | None:
    # Beyond this no municipality counts, and Decimal's 28 digits would start to round.
    return tall if tall is not None and tall.is_finite() and abs(tall) <= STOERST else None


def _uten_fortegn(tekst: str, desimal: Desimaltegn | None) -> Decimal | None:
    if desimal and _TVETYDIG.fullmatch(tekst):
        return Decimal(tekst.replace(",", ".") if desimal in tekst else re.sub("[.,]", "", tekst))
    # «1.234.567» and «1.234» are thousands; «1,923.50» has both, and the last one is the decimal mark.
    if (
        _HELT.fullmatch(tekst)
        or (_MED_PUNKTUM.fullmatch(tekst) and not tekst.startswith("0"))
        or (tekst.count(",") > 1 and _MED_KOMMA.fullmatch(tekst))
    ):
        return Decimal(re.sub("[ '\u2019.,]", "", tekst))
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
