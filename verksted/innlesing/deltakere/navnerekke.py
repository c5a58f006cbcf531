"""Several people in one cell, and lists written as lines: «Ap: Kari Nordmann, Ola Nes» becomes a table.

Two words, a comma and two words may be one person («Bø Li, Åse Marie») or two; the column's other cells decide.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from verksted.innlesing.deltakere.personnavn import les_navn, ryddet
from verksted.innlesing.deltakere.seksjon import kan_vaere_navn, les_seksjon
from verksted.innlesing.tabell.tabellfil import Rad, celletekst

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from verksted.innlesing.tabell.tabellfil import Ark

_LINJE: Final = re.compile(r"(?P<foer>[^:]{1,70}):\s*(?P<navn>[^:]+)")
_KOMMA_OG: Final = re.compile(r"\s*,\s*|\s+og\s+")


def navnene(celle: str, *, flere: bool = False) -> list[str]:
    """Return the people of a cell, one when it is not sure that they are more; `flere` says the column has several."""
    linjer = [t for del_ in re.split(r"[\n;]", celle) if (t := ryddet(del_).strip(" ,"))]
    if len(linjer) > 1 and all(map(_er_navn, linjer)):
        return linjer
    biter = [t for t in _KOMMA_OG.split(ryddet(celle).strip(" ,.")) if t]
    if len(biter) > (1 if flere else 2) and all(map(_er_navn, biter)):
        return biter
    return [celle]


def har_flere(celler: Iterable[object]) -> bool:
    """Say whether a column surely has several people in a cell."""
    return any(isinstance(c, str) and len(navnene(c)) > 1 for c in celler)


def som_tabell(ark: Ark) -> Ark | None:
    """Return lines like «Høyre: Ida Moe, Jo Li» as a table of list, role and name; None when there are not two."""
    rader: list[Rad] = []
    antall = 0
    art = "medlem"
    for rad in ark.rader:
        tekst = ", ".join(t for c in rad.celler if (t := ryddet(celletekst(c)).strip(" ,")))
        treff = _LINJE.fullmatch(tekst)
        seksjon = les_seksjon(treff["foer"] if treff else tekst)
        if treff is None or seksjon is None:
            if seksjon is not None and seksjon.art and not seksjon.liste:
                art = seksjon.art
            elif tekst:
                rader.append(Rad(rad.nummer, (None, None, tekst)))
            continue
        antall += 1
        egen = seksjon.art or art
        navn = navnene(treff["navn"], flere=True)
        rader.extend(Rad(rad.nummer, (seksjon.liste, egen, ett)) for ett in navn)
    if antall < 2:
        return None
    foerste = next(i for i, r in enumerate(rader) if r.celler[0])  # what stands over is a title
    hode = Rad(0, ("Liste", "Rolle", "Navn"))
    return replace(ark, rader=(hode, *rader[foerste:]), flettet=())


def _er_navn(tekst: str) -> bool:
    navn = les_navn(tekst).navn
    return kan_vaere_navn(navn) and les_seksjon(tekst) is None


def alfabetisk_etter_foerste(navn: Sequence[str]) -> bool:
    """Say whether names stand in the order of their first words and not of their last: surnames may come first."""
    foerste = [_sortert(n.split()[0]) for n in navn if n.split()]
    siste = [_sortert(n.split()[-1]) for n in navn if n.split()]
    return len(foerste) >= 8 and foerste == sorted(foerste) and siste != sorted(siste) and len(set(foerste)) > 4


def _sortert(ord_: str) -> str:
    return ord_.casefold().replace("æ", "z1").replace("ø", "z2").replace("å", "z3")
