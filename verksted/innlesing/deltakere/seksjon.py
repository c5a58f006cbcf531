"""Lines between the people of a council list: «Høyre», «Varamedlemmer», «Vararepresentanter for Bygdelista:»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from verksted.innlesing.deltakere.andre import annen_art
from verksted.innlesing.deltakere.listenavn import kjent_parti, ligner_liste, nettnavn
from verksted.innlesing.tabell.kolonner import ord_for

Deltakerart = Literal["medlem", "vara", "administrasjon", "observatoer"]

_VARA: Final = re.compile(
    r"\b(?:personlige?\s+|personlege?\s+)?vara(?:medlem\w*|representant\w*|repr\b\.?|liste\w*|lista|er|ar|ane|ene|plass\w*)?\b",
    re.IGNORECASE,
)
_FAST: Final = re.compile(
    r"\b(?:faste?\s+)?(?:kommunestyre)?(?:medlem(?:mer|er|mene|ene|ar)?|representant(?:er|ar|ene|ane)?|folkevalgte?|"
    r"folkevalde|mandat(?:er)?)\b|\bfaste?(?:\s+plass(?:er|ar)?)?\b",
    re.IGNORECASE,
)
_TALL: Final = re.compile(r"[(\[]?\b[0-9]+\b[.)\]]?(?:\s*stk\.?)?")
_ORGAN: Final = re.compile(r"kommunestyr|formannskap|periode|utval|\bråd|styret?\b|\borgan", re.IGNORECASE)
_LEDDORD: Final = re.compile(r"^(?:for|fra|frå|til|i|av|på)\s+", re.IGNORECASE)
_KANT: Final = " \t-\u2013\u2014:;,.()[]=*"
_SKILLER: Final = re.compile(r"[:,;(\u2013\u2014-]|\b(?:for|fra|frå)\b", re.IGNORECASE)
_TELLERAD: Final = re.compile(
    r"(?:sum|totalt?|i alt|til saman|til sammen|antall|antal|tal på)(?:\s+\w+)?:?(?:\s+[0-9]+)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Seksjon:
    """What a line says of the people below it; `gjelder` is whom they are deputies for when it is no list."""

    art: Deltakerart | None = None
    liste: str | None = None
    gjelder: str | None = None


def les_seksjon(tekst: str, *, lister: frozenset[str] = frozenset()) -> Seksjon | None:
    """Return what a lone line says, or None when it is no heading of a section; `lister` are lists known (nettnavn)."""
    uten_tall = _TALL.sub(" ", tekst)
    vara = bool(_VARA.search(uten_tall))
    fast = bool(_FAST.search(uten_tall))
    foerst = min((t.start() for m in (_VARA, _FAST) if (t := m.search(uten_tall))), default=0)
    foran = uten_tall[:foerst].strip(_KANT)
    if foran and not _er_liste(foran, lister) and not _ORGAN.search(foran):
        return None  # «Kari Vik (vara for Per Lo)» is a person
    rest = _FAST.sub(" ", _VARA.sub(" ", uten_tall))
    rest = _LEDDORD.sub("", " ".join(rest.split()).strip(_KANT)).strip(_KANT)
    art: Deltakerart | None = "vara" if vara else "medlem" if fast else None
    if art is None:
        return _uten_art(tekst, rest, lister)
    if not rest or _ORGAN.search(rest):
        return Seksjon(art=art)
    if _er_liste(rest, lister):
        return Seksjon(art=art, liste=rest)
    if not _SKILLER.search(uten_tall):
        return None  # «Vara Nes» is a person
    return Seksjon(art=art, gjelder=rest) if vara and re.search(r"\bfor\b", uten_tall, re.IGNORECASE) else (
        Seksjon(art=art, liste=rest) if rest[:1].isupper() else Seksjon(art=art)
    )  # fmt: skip


def _uten_art(tekst: str, rest: str, lister: frozenset[str]) -> Seksjon | None:
    annen = annen_art(rest) if len(tekst.split()) <= 3 else None
    if annen:
        return Seksjon(art=annen)
    return Seksjon(liste=rest) if rest and _er_liste(rest, lister) else None


def er_opptelling(tekst: str) -> bool:
    """Say whether a line counts people («Sum», «Antall medlemmer: 27»)."""
    return bool(_TELLERAD.fullmatch(tekst))


def er_ledig_plass(tekst: str) -> bool:
    """Say whether a name stands for nobody: «N.N.», «Vakant»."""
    return nettnavn(tekst) in {nettnavn(o) for o in ord_for("deltakerord")["ingen_person"]}


def kan_vaere_navn(tekst: str) -> bool:
    """Say whether a line that stands alone can be a person: some words, no figures, no sentence."""
    ord_ = tekst.split()
    return (
        2 <= len(ord_) <= 7
        and not re.search(r"[0-9:;@/!?=<>]", tekst)
        and not (tekst.endswith(".") and len(ord_) > 3)
        and all(any(tegn.isalpha() for tegn in o) for o in ord_ if len(o) > 1)
    )


def _er_liste(tekst: str, lister: frozenset[str]) -> bool:
    if len(tekst) <= 2 and not tekst[:1].isupper():
        return False
    return kjent_parti(tekst) is not None or nettnavn(tekst) in lister or ligner_liste(tekst)
