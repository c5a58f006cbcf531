"""The titles of the UN goals as they stand among the goals of a plan: «GOD HELSE OG LIVSKVALITET», «4 God utdanning».

The titles are facts (FN-sambandet) and lie in `ressurser/data/planord.toml`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from verksted.innlesing.samfunnsdel import planord

_MERKE: Final = re.compile(
    r"^(?:fns?\s+)?(?:b[æe]rekraftsmål|fn[- ]?mål|mål|sdg)?\s*(?:nr\.?\s*)?(?P<tall>[0-9]{1,2})?\s*[.:)\u2013-]?\s*",
    re.IGNORECASE,
)
_SKILLE: Final = re.compile(r"\s*[\n\t;\u2022|/]\s*|\s{3,}")
_LENGST: Final = 600


@lru_cache(maxsize=1)
def _titler() -> dict[str, int]:
    return {_enkel(tittel): nummer for nummer, titler in planord.fn_titler().items() for tittel in titler}


@lru_cache(maxsize=1)
def _begynnelser() -> frozenset[str]:
    ut: set[str] = set()
    for tittel in _titler():
        ord_ = tittel.split()
        ut |= {" ".join(ord_[:n]) for n in range(1, len(ord_))}
    return frozenset(ut)


def finn_maal(tekst: str) -> tuple[int, ...]:
    """Return the UN goals a line names and nothing else: titles in capitals, or with their own number."""
    if len(tekst) > _LENGST:
        return ()
    hel = _ett_maal(tekst)
    if hel:
        return (hel,)
    funnet = [_ett_maal(del_) for del_ in _SKILLE.split(tekst.strip()) if del_]
    return tuple(sorted({f for f in funnet if f})) if funnet and all(funnet) else ()


def kan_begynne(tekst: str) -> bool:
    """Say whether a line in capitals is the start of a UN title that goes on in the next paragraph."""
    return tekst.isupper() and _enkel(_MERKE.sub("", tekst, count=1)) in _begynnelser()


def er_tittel(tekst: str) -> int | None:
    """Return the goal of a line that is a UN title in any letters, which a satsingsområde may well be too."""
    return _titler().get(_enkel(tekst))


def _ett_maal(tekst: str) -> int | None:
    linje = " ".join(tekst.split())
    treff = _MERKE.match(linje)
    tall = int(treff["tall"]) if treff and treff["tall"] else None
    resten = linje[treff.end() :] if treff else linje
    nummer = _titler().get(_enkel(resten))
    if nummer is None:
        return None
    if tall is not None:
        return nummer if nummer == tall else None
    return nummer if resten.isupper() else None


def _enkel(tekst: str) -> str:
    return " ".join(re.findall(r"\w+", tekst.casefold()))
