"""What may stand in the cell of a name besides the name: order turned round, numbers, party, verv, whom it is vara for.

Nothing is lost: what is taken off the name comes back in another field.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from verksted.innlesing.deltakere.listenavn import kjent_parti, nettnavn
from verksted.innlesing.tabell.kolonner import ord_for

if TYPE_CHECKING:
    from collections.abc import Iterable

_USYNLIG: Final = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_FLUKT: Final = re.compile(r"\\(?=[\\,;'\"])")
_NUMMER_FOERST: Final = re.compile(r"(?P<nr>[0-9]{1,3})\s*[.):]?\s*(?:[-\u2013]\s*)?(?=\D)")
_FOTNOTE: Final = re.compile(r"[*†‡¹²³⁴]+$")
_FOEDT: Final = re.compile(
    r"[\s,(]*(?:\(|,|\bf\.|\bfødt|\bfødd)\s*(?:f\.|født|fødd)?\s*(?P<aar>(?:19|20)[0-9]{2})\s*\)?$", re.IGNORECASE
)
_VARA: Final = re.compile(
    r"(?:\s*[,;(\u2013]\s*|\s+-\s*|\s+(?=[0-9]{1,2}\.\s*vara)|\s+(?=(?:møt\w+\s+)?vara\w*\s+(?:for|til)\s))"
    r"(?:møt(?:ende|ande|er)\s+)?(?:[0-9]{1,2}\.\s*)?vara(?:medlem|representant|repr\.?)?\b\s*"
    r"(?P<nr>[0-9]{1,2})?(?:\s*(?:for|til)\s+(?P<hvem>[^)]+))?\s*\)?$",
    re.IGNORECASE,
)
_VARANUMMER: Final = re.compile(r"([0-9]{1,2})\.\s*vara", re.IGNORECASE)
_PERMISJON: Final = re.compile(
    r"(?:foreldre|sykdoms|sjukdoms)?permisjon\b|perm\b|(?:midlertidig |mellombels )?(?:fritatt|friteken|fritak)\b"
    r"|sy[kj]e?k?meldt|sjukmeld",
    re.IGNORECASE,
)
_SITAT: Final = '"\u201c\u201d\u201e\u00ab\u00bb'
_PARENTES_SIST: Final = re.compile(r"(?P<navn>.+?)\s*[(\[](?P<inni>[^()\[\]]+)[)\]]")
_STREK_SIST: Final = re.compile(r"(?P<navn>.+?)\s+[\u2013\u2014/-]\s*(?P<inni>\S.*)")


@dataclass(frozen=True, slots=True)
class Lestnavn:
    """A name as «Fornavn Etternavn», and what stood beside it in the same cell."""

    navn: str
    nummer: int | None = None
    liste: str | None = None
    verv: str | None = None
    er_vara: bool = False
    vara_for: str | None = None
    foedselsaar: int | None = None
    permisjon: str | None = None


def ryddet(tekst: str) -> str:
    """Return a text on one line, letters composed, without invisible characters and escapes."""
    uten = _FLUKT.sub("", unicodedata.normalize("NFC", tekst.translate(_USYNLIG)))
    return " ".join(uten.split())


def uten_symboler(tekst: str) -> str:
    """Return a text without pictures: «Kari Nes 🌹» is Kari Nes."""
    if tekst.isascii():
        return tekst
    return " ".join("".join(t for t in tekst if unicodedata.category(t) not in {"So", "Sk", "Cs", "Co"}).split())


def snu_navn(navn: str) -> str:
    """Return «Fornavn Etternavn», also for «Etternavn, Fornavn»."""
    etternavn, komma, fornavn = navn.partition(",")
    ferdig = f"{fornavn} {etternavn}" if komma and fornavn.strip() and "," not in fornavn else navn
    return " ".join(ferdig.split()).strip(",; ") or navn.strip()


def les_navn(tekst: str, *, har_liste: bool = True) -> Lestnavn:
    """Take a cell of a name apart; `har_liste` says that the party stands elsewhere."""
    rest = _FOTNOTE.sub("", uten_symboler(ryddet(tekst))).strip()
    if len(rest) > 2 and rest[0] in _SITAT and rest[-1] in _SITAT:
        rest = rest[1:-1].strip()
    lest = Lestnavn("")
    if treff := _NUMMER_FOERST.match(rest):
        lest, rest = replace(lest, nummer=int(treff["nr"])), rest[treff.end() :].strip()
    if (treff := _FOEDT.search(rest)) and treff.start():
        lest, rest = replace(lest, foedselsaar=int(treff["aar"])), rest[: treff.start()].strip(" ,")
    if (treff := _VARA.search(rest)) and treff.start():
        nummer = _VARANUMMER.search(treff[0])
        hvem = snu_navn(treff["hvem"].strip()) if treff["hvem"] else None
        siffer = nummer[1] if nummer else treff["nr"]
        lest = replace(lest, er_vara=True, vara_for=hvem, nummer=int(siffer) if siffer else lest.nummer)
        rest = rest[: treff.start()].strip(" ,")
    lest, rest = _tittel_foran(*_tillegg(lest, rest, har_liste=har_liste))
    return replace(lest, navn=snu_navn(rest))


def _tillegg(lest: Lestnavn, rest: str, *, har_liste: bool) -> tuple[Lestnavn, str]:
    """Take off party and verv at the end: «Ola Nes (Ap), ordfører», «Nes, Ola, H»."""
    for _ in range(3):
        foer, _, etter = rest.rpartition(",")
        inni = _PARENTES_SIST.fullmatch(rest) or _STREK_SIST.fullmatch(rest)
        navn, biten = (inni["navn"], inni["inni"]) if inni else (foer, etter)
        biten = biten.strip()
        if not navn.strip() or not biten:
            break
        if _PERMISJON.match(biten):
            lest = replace(lest, verv=f"{lest.verv}, {biten}" if lest.verv else biten, permisjon=biten)
        elif nettnavn(biten) in _verv():
            lest = replace(lest, verv=lest.verv or biten)
        elif kjent_parti(biten) and lest.liste is None and (inni or _er_partiet(navn, biten, har_liste=har_liste)):
            lest = replace(lest, liste=biten)
        else:
            break
        rest = navn.strip(" ,")
    return lest, rest


def _tittel_foran(lest: Lestnavn, rest: str) -> tuple[Lestnavn, str]:
    """Take off a verv that stands before the name: «Ordfører Kari Nes»."""
    foerste, _, etter = rest.partition(" ")
    if nettnavn(foerste) in _verv() and len(etter.split()) > 1:
        return replace(lest, verv=lest.verv or foerste.strip(":,")), etter
    return lest, rest


def _er_partiet(navn: str, biten: str, *, har_liste: bool) -> bool:
    """Say whether «Nes Vik, H» ends in a party and not in an initial: never where the party has its own column."""
    return "," in navn or (not har_liste and len(navn.split()) > 1 and not biten.endswith("."))


def _verv() -> frozenset[str]:
    return frozenset(nettnavn(v) for v in ord_for("deltakerord")["verv"])


def navnenoekkel(navn: str) -> str:
    """Return a name for comparing: without case, dots and hyphens."""
    return " ".join(re.sub(r"[.\-\u2010-\u2015]", " ", ryddet(navn).casefold()).split())


class Navneregister:
    """Finds people by a name that may be written with initials, or by the surname alone."""

    def __init__(self, navn: Iterable[str]) -> None:
        self._like: defaultdict[str, list[int]] = defaultdict(list)
        self._etternavn: defaultdict[str, list[tuple[int, list[str]]]] = defaultdict(list)
        for nummer, ett in enumerate(navn):
            noekkel = navnenoekkel(ett)
            self._like[noekkel].append(nummer)
            if ord_ := noekkel.split():
                self._etternavn[ord_[-1]].append((nummer, ord_))

    def finn(self, kort: str) -> list[int]:
        """Return the numbers of those whom a name may stand for; those of exactly that name before any other."""
        noekkel = navnenoekkel(kort)
        ord_ = noekkel.split()
        if noekkel in self._like or not ord_:
            return self._like.get(noekkel, [])
        return [nr for nr, andre in self._etternavn.get(ord_[-1], []) if len(ord_) == 1 or _passer(ord_, andre)]


def _passer(ord_: list[str], andre: list[str]) -> bool:
    if len(ord_) < 2 or not andre or ord_[-1] != andre[-1] or ord_[0][0] != andre[0][0]:
        return False
    if len(ord_[0]) > 1 and len(andre[0]) > 1 and ord_[0] != andre[0]:
        return False
    mellom, andre_mellom = ord_[1:-1], andre[1:-1]
    return not mellom or not andre_mellom or all(
        a[0] == b[0] and (len(a) == 1 or len(b) == 1 or a == b) for a, b in zip(mellom, andre_mellom, strict=False)
    )  # fmt: skip
