"""A Word file's styles, with what each says about structure: heading level, list level, bold, size, capitals.

Heading styles are known by their built-in name in any language form, by the digit in a name of the municipality's own,
by the style they are based on, and by outline level.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

_OVERSKRIFT: Final = re.compile(
    r"(?:heading|overskrift|kapittel|rubrik|titre|überschrift|otsikko|bajilčála|^h(?=[1-6]$))[^0-9]{0,20}([1-9])(?![0-9])",
    re.IGNORECASE,
)
_INNHOLDSLISTE: Final = re.compile(
    r"(?:toc|innh|contents|table of (?:figures|contents)|figurliste|liste over figurer)\b.*|innh?oldsfortegnelse.*",
    re.IGNORECASE,
)
_INNH_KORT: Final = re.compile(r"(?:toc|innh|innhold)\w*\s*[0-9]", re.IGNORECASE)
_LISTE: Final = re.compile(
    r"(?:list|liste|listeavsnitt|punktliste|nummerert liste|punktmerket liste|kulepunkt\w*|punkt|bullet\w*)\b"
    r"[^0-9]*([2-9])?",
    re.IGNORECASE,
)
_TITTEL: Final = frozenset({"title", "tittel"})
_SITAT: Final = re.compile(r"quote|sitat", re.IGNORECASE)
# What `outlineLvl` 9 says: body text, whatever the style is based on.
INGEN_OVERSKRIFT: Final = 0


@dataclass(frozen=True, slots=True)
class Stil:
    """A style with what it inherits; None where nobody says. `stoerrelse` is in half points."""

    navn: str = ""
    nivaa: int | None = None
    liste: int | None = None
    listenummer: str | None = None
    fet: bool | None = None
    stoerrelse: int | None = None
    versaler: bool | None = None
    er_tittel: bool = False
    er_sitat: bool = False
    er_innholdsliste: bool = False


INGEN: Final = Stil()


@dataclass(frozen=True, slots=True)
class Stilark:
    """The styles by id, the paragraph style of those that name none, and the document's own size."""

    stiler: Mapping[str, Stil]
    vanlig: Stil = INGEN

    def finn(self, stilvalg: str | None) -> Stil:
        """Return a style; the usual one for None or an unknown id."""
        return self.stiler.get(stilvalg, self.vanlig) if stilvalg else self.vanlig


def les_stilark(rot: etree._Element | None) -> Stilark:
    """Read word/styles.xml."""
    if rot is None:
        return Stilark({})
    w = navnerom(rot)
    felles = av_loep(rot.find(f"{w}docDefaults/{w}rPrDefault/{w}rPr"), w)
    egne: dict[str, tuple[Stil, str | None]] = {}
    vanlig = ""
    for stil in rot.iter(f"{w}style"):
        kode = stil.get(f"{w}styleId") or ""
        egne[kode] = (_egen(stil, kode, w), verdi(stil.find(f"{w}basedOn"), w))
        if stil.get(f"{w}default") in {"1", "true", "on"} and stil.get(f"{w}type") == "paragraph":
            vanlig = kode
    ferdige = {kode: _arvet(kode, egne, felles) for kode in egne}
    return Stilark(ferdige, ferdige.get(vanlig, felles))


def navnerom(rot: etree._Element) -> str:
    """Return the main namespace in braces; Strict OOXML has another, and the same words."""
    return str(rot.tag).partition("}")[0] + "}"


def verdi(element: etree._Element | None, w: str) -> str | None:
    """Return an element's `val`."""
    return None if element is None else element.get(f"{w}val")


def heltall(tekst: str | None) -> int | None:
    """Return a small number, or None for what is none."""
    return int(tekst) if tekst and tekst.isdecimal() and tekst.isascii() and len(tekst) < 6 else None


def av_avsnitt(egenskaper: etree._Element | None, w: str) -> tuple[int | None, int | None]:
    """Return heading level and list level said by paragraph properties."""
    if egenskaper is None:
        return None, None
    disposisjon = heltall(verdi(egenskaper.find(f"{w}outlineLvl"), w))
    nummerering = egenskaper.find(f"{w}numPr")
    liste = None
    nummer = verdi(nummerering.find(f"{w}numId"), w) if nummerering is not None else None
    if nummerering is not None and nummer is not None:
        liste = -1 if nummer == "0" else heltall(verdi(nummerering.find(f"{w}ilvl"), w)) or 0
    if disposisjon is None:
        return None, liste
    return (disposisjon + 1 if disposisjon < 9 else INGEN_OVERSKRIFT), liste


def listenummer(egenskaper: etree._Element | None, w: str) -> str | None:
    """Return which list paragraph properties count in; '0' is none, None where nobody says."""
    nummerering = egenskaper.find(f"{w}numPr") if egenskaper is not None else None
    return verdi(nummerering.find(f"{w}numId"), w) if nummerering is not None else None


def av_loep(egenskaper: etree._Element | None, w: str) -> Stil:
    """Return bold, size and capitals said by run properties."""
    if egenskaper is None or not len(egenskaper):
        return INGEN
    fet = stoerrelse = versaler = None
    for barn in egenskaper:
        if barn.tag == f"{w}b":
            fet = er_paa(barn, w)
        elif barn.tag == f"{w}sz":
            stoerrelse = heltall(verdi(barn, w))
        elif barn.tag == f"{w}caps":
            versaler = er_paa(barn, w)
    return Stil(fet=fet, stoerrelse=stoerrelse, versaler=versaler)


def er_paa(element: etree._Element, w: str) -> bool:
    """Say whether a switch is on."""
    return verdi(element, w) not in {"0", "false", "off"}


def _egen(stil: etree._Element, kode: str, w: str) -> Stil:
    navn = (verdi(stil.find(f"{w}name"), w) or "").strip()
    nivaa, liste = av_avsnitt(stil.find(f"{w}pPr"), w)
    er_innhold = bool(_INNHOLDSLISTE.fullmatch(navn) or _INNH_KORT.fullmatch(navn))
    if not er_innhold and (treff := _OVERSKRIFT.search(navn) or _OVERSKRIFT.fullmatch(kode)):
        nivaa = int(treff[1])
    if treff := _LISTE.match(navn):
        liste = int(treff[1]) - 1 if treff[1] else (liste or 0)
    return replace(
        av_loep(stil.find(f"{w}rPr"), w),
        navn=navn,
        nivaa=INGEN_OVERSKRIFT if er_innhold else nivaa,
        liste=liste,
        listenummer=listenummer(stil.find(f"{w}pPr"), w),
        er_tittel=navn.casefold() in _TITTEL,
        er_sitat=bool(_SITAT.search(navn)),
        er_innholdsliste=er_innhold,
    )


def _arvet(kode: str, egne: Mapping[str, tuple[Stil, str | None]], felles: Stil) -> Stil:
    stil = egne[kode][0]
    sett = {kode}
    mor = egne[kode][1]
    while mor is not None and mor in egne and mor not in sett:
        sett.add(mor)
        arv, neste = egne[mor]
        stil = _fyll(stil, arv)
        stil = replace(stil, er_tittel=stil.er_tittel or (arv.er_tittel and not stil.nivaa))
        mor = neste
    return _fyll(stil, felles)


def _fyll(stil: Stil, arv: Stil) -> Stil:
    """Return a style with what it does not say itself taken from the one below it."""
    return replace(
        stil,
        nivaa=arv.nivaa if stil.nivaa is None else stil.nivaa,
        liste=arv.liste if stil.liste is None else stil.liste,
        listenummer=arv.listenummer if stil.listenummer is None else stil.listenummer,
        fet=arv.fet if stil.fet is None else stil.fet,
        stoerrelse=arv.stoerrelse if stil.stoerrelse is None else stil.stoerrelse,
        versaler=arv.versaler if stil.versaler is None else stil.versaler,
    )
