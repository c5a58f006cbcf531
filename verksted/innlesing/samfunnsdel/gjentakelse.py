"""Finds goals that a plan says twice, on an overview page and in their chapter, often in other words.

Two are the same where they stand under the same element in different parts of the document, one of them with nothing
under it, and most of its neighbours have their like there too. The richer wording stays; the other is told of.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verksted.innlesing.samfunnsdel.noder import Utkast
    from verksted.innlesing.samfunnsdel.planord import Rolle

# Words that carry no meaning of their own in a goal; compared without case.
_SMAAORD: Final = re.compile(
    r"(?:og|eller|i|på|for|til|av|med|som|er|en|et|ei|ein|eit|den|det|dei|de|å|at|vi|vår|vårt|våre|skal|har|alle|der|kan"
    r"|vil|ha|sitt|sin|sine|blir|bli|være|vere|gode|god|godt|mer|meir|flere|fleire|kommune|kommunen|kommunens)"
)
_LIK: Final = 0.6
_ANDEL: Final = 0.6
_STAMME: Final = 6
_RUNDER: Final = 4


def bare_ord(tekst: str) -> str:
    """Return the words alone, for comparing."""
    return " ".join(re.findall(r"\w+", tekst.casefold()))


def slaa_sammen(noder: Sequence[Utkast]) -> tuple[list[Utkast], list[Utkast]]:
    """Return the elements, each once and parents first, and those that were said again."""
    gjeldende = [replace(n, tekst=list(n.tekst), fn=set(n.fn)) for n in noder]
    borte: dict[int, int] = {}
    gjentatt: list[Utkast] = []
    for _ in range(_RUNDER):
        par = _finn_par(gjeldende, borte)
        if not par:
            break
        for oversikt, hel in par:
            gjentatt.append(_sett_sammen(gjeldende, borte, oversikt, hel))
    nytt = {gammel: ny for ny, gammel in enumerate(_i_treet(gjeldende, borte))}
    ut = [replace(gjeldende[i], forelder=_ny_forelder(gjeldende[i], nytt, borte)) for i in nytt]
    return ut, gjentatt


def _i_treet(noder: Sequence[Utkast], borte: dict[int, int]) -> Iterator[int]:
    """Yield the elements that stay, each before its children and these before its next sibling."""
    barn: defaultdict[int | None, list[int]] = defaultdict(list)
    for i, node in enumerate(noder):
        if i not in borte:
            barn[_rot(node.forelder, borte)].append(i)
    venter = barn[None][::-1]
    while venter:
        naa = venter.pop()
        yield naa
        venter += barn[naa][::-1]


def likhet(a: Utkast, b: Utkast) -> float:
    """Return how alike two wordings are, 0–1, by the words that carry meaning; a label's number counts too."""
    felles = like_ord(a.tittel, b.tittel)
    if 0 < felles < 1 and a.nummer and b.nummer:
        felles += 0.4 if a.nummer == b.nummer else -0.4
    return felles


def like_ord(a: str, b: str) -> float:
    """Return how many of the words that carry meaning two texts share, 0–1 of the shorter one's."""
    if bare_ord(a) == bare_ord(b):
        return 1.0
    ord_a, ord_b = _stammer(a), _stammer(b)
    if not ord_a or not ord_b:
        return 0.0
    return len(ord_a & ord_b) / min(len(ord_a), len(ord_b))


def _stammer(tekst: str) -> set[str]:
    return {o[:_STAMME] for o in re.findall(r"[^\W\d]{2,}", tekst.casefold()) if not _SMAAORD.fullmatch(o)}


def _finn_par(noder: Sequence[Utkast], borte: dict[int, int]) -> list[tuple[int, int]]:
    """Return the pairs of one group whose like stand elsewhere, as (overview, full)."""
    barn: defaultdict[int | None, list[int]] = defaultdict(list)
    for i, node in enumerate(noder):
        if i not in borte:
            barn[_rot(node.forelder, borte)].append(i)
    tomme = {i for i in range(len(noder)) if i not in borte and not noder[i].tekst and not barn.get(i)}
    for mor, soesken in list(barn.items()):
        grupper: defaultdict[tuple[Rolle, tuple[str, ...]], list[int]] = defaultdict(list)
        for i in soesken:
            grupper[noder[i].rolle, noder[i].sti].append(i)
        for (rolle, sti), gruppe in grupper.items():
            if not all(i in tomme or (not noder[i].tekst and tomme.issuperset(barn[i])) for i in gruppe):
                continue
            uten_mor = mor is None and tomme.issuperset(gruppe)
            mulige = [i for i in range(len(noder)) if i not in borte] if uten_mor else soesken
            andre = [i for i in mulige if noder[i].rolle == rolle and noder[i].sti != sti]
            funnet = _beste(noder, gruppe, andre) if andre else []
            if len(funnet) >= max(1, _ANDEL * len(gruppe)):
                return funnet
    return []


def _beste(noder: Sequence[Utkast], tomme: Sequence[int], andre: Sequence[int]) -> list[tuple[int, int]]:
    """Return the pairs that are alike, each element in one pair at most."""
    if len(tomme) * len(andre) > 40_000:
        return []
    samme_lengde = len(tomme) == len(andre)
    poeng = sorted(
        (
            (
                likhet(noder[i], noder[j]) + (0.15 if samme_lengde and plass == plass_j else 0),
                -abs(plass - plass_j),
                i,
                j,
            )
            for plass, i in enumerate(tomme)
            for plass_j, j in enumerate(andre)
        ),
        reverse=True,
    )
    krav = _LIK if len(tomme) > 1 else 0.75
    if tomme and noder[tomme[0]].rolle in {"strategi", "annet"}:
        krav = 1.0
    tatt: set[int] = set()
    par: list[tuple[int, int]] = []
    for likt, _, i, j in poeng:
        if likt >= krav and i not in tatt and j not in tatt:
            tatt |= {i, j}
            par.append((i, j))
    return sorted(par)


def _sett_sammen(noder: list[Utkast], borte: dict[int, int], oversikt: int, hel: int) -> Utkast:
    """Let one of the two carry both, with the words and the place of the full one; return the other as it was."""
    rik, fattig = noder[hel], noder[oversikt]
    # The overview's own children need their parent before them.
    har_barn = any(_rot(n.forelder, borte) == oversikt for n in noder)
    beholdt, sluppet = (min(oversikt, hel), max(oversikt, hel)) if har_barn else (hel, oversikt)
    noder[beholdt] = replace(
        rik,
        forelder=noder[beholdt].forelder,
        sikkerhet_bp=max(rik.sikkerhet_bp, fattig.sikkerhet_bp),
        nummer=rik.nummer or fattig.nummer,
        fn=rik.fn | fattig.fn,
    )
    borte[sluppet] = beholdt
    return fattig


def _rot(indeks: int | None, borte: dict[int, int]) -> int | None:
    while indeks is not None and indeks in borte:
        indeks = borte[indeks]
    return indeks


def _ny_forelder(node: Utkast, nytt: dict[int, int], borte: dict[int, int]) -> int | None:
    forelder = _rot(node.forelder, borte)
    return None if forelder is None else nytt[forelder]
