"""Which post of last year's økonomiplan is which of this year's: by natural key, else by likeness. Nothing is decided.

Likeness is 0 to 1: the words of the text count most, then sector, responsible and equal amounts in the years that
both plans have. Only posts of the same kind, function and side (inntekt, utgift) are ever compared.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

# Above this, and well ahead of the second best, a changed text is the same post; down to the other it is a question.
SIKKER: Final = 0.75
MULIG: Final = 0.45
_FORSPRANG: Final = 0.1
_STOERSTE_GRUPPE: Final = 600


@dataclass(frozen=True, slots=True)
class Matchpost:
    """What is known of a post when it is to be recognised; `id_` is the caller's own mark for it."""

    id_: str
    noekkel: str
    tekst: str
    art: str
    funksjon: str = ""
    inntekt_utgift: str = ""
    sektor: str = ""
    ansvarlig: str = ""
    beloep: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Par:
    """A post of before and the one it became; `likhet` is 1 for the same key."""

    gammel: Matchpost
    ny: Matchpost
    likhet: float = 1.0


@dataclass(frozen=True, slots=True)
class Postmatch:
    """Every post of both plans once: the same, with changed text, uncertain (best pair first), new and gone."""

    samme: tuple[Par, ...]
    endret_tekst: tuple[Par, ...]
    usikre: tuple[Par, ...]
    nye: tuple[Matchpost, ...]
    borte: tuple[Matchpost, ...]


def finn_postmatch(gamle: Sequence[Matchpost], nye: Sequence[Matchpost]) -> Postmatch:
    """Pair the posts of two plans; each post is in one pair at most, whatever order they come in."""
    samme = _samme_noekkel(gamle, nye)
    brukt = {p.gammel.id_ for p in samme} | {p.ny.id_ for p in samme}
    igjen_gamle = [p for p in gamle if p.id_ not in brukt]
    igjen_nye = [p for p in nye if p.id_ not in brukt]
    endret: list[Par] = []
    usikre: list[Par] = []
    for par, sikkert in _etter_likhet(igjen_gamle, igjen_nye):
        (endret if sikkert else usikre).append(par)
    brukt |= {p.gammel.id_ for p in (*endret, *usikre)} | {p.ny.id_ for p in (*endret, *usikre)}
    return Postmatch(
        samme=tuple(samme),
        endret_tekst=tuple(endret),
        usikre=tuple(usikre),
        nye=tuple(p for p in nye if p.id_ not in brukt),
        borte=tuple(p for p in gamle if p.id_ not in brukt),
    )


def _samme_noekkel(gamle: Iterable[Matchpost], nye: Sequence[Matchpost]) -> list[Par]:
    """Pair equal keys. Where several posts share all but the ordinal, equal amounts tell which is which."""
    grupper: defaultdict[str, tuple[list[Matchpost], list[Matchpost]]] = defaultdict(lambda: ([], []))
    for post in gamle:
        grupper[_uten_nummer(post.noekkel)][0].append(post)
    for post in nye:
        grupper[_uten_nummer(post.noekkel)][1].append(post)
    ferdige: list[Par] = []
    for foer, naa in grupper.values():
        if len(foer) == len(naa) == 1:
            ferdige.append(Par(foer[0], naa[0]))
            continue
        ledige = list(naa)
        uten: list[Matchpost] = []
        for post in foer:
            lik = next((n for n in ledige if _like_beloep(post, n) == 1), None)
            if lik is None:
                uten.append(post)
            else:
                ledige.remove(lik)
                ferdige.append(Par(post, lik))
        # As many before as now: the order of the file is what is left. Otherwise likeness has to say.
        if len(uten) == len(ledige):
            ferdige.extend(Par(a, b) for a, b in zip(uten, ledige, strict=True))
    plass = {post.id_: nummer for nummer, post in enumerate(nye)}
    return sorted(ferdige, key=lambda par: plass[par.ny.id_])


def _etter_likhet(gamle: Sequence[Matchpost], nye: Sequence[Matchpost]) -> Iterator[tuple[Par, bool]]:
    grupper: defaultdict[tuple[str, str, str], list[Matchpost]] = defaultdict(list)
    for post in nye:
        grupper[_gruppe(post)].append(post)
    deler = {post.id_: _deler(post.tekst) for post in (*gamle, *nye)}
    mulige: list[Par] = []
    for gammel in gamle:
        for ny in grupper[_gruppe(gammel)][:_STOERSTE_GRUPPE]:
            ord_ = _dice(deler[gammel.id_], deler[ny.id_])
            if ord_ >= MULIG / 2 and (likhet := _likhet(gammel, ny, ord_)) >= MULIG:
                mulige.append(Par(gammel, ny, likhet))
    mulige.sort(key=lambda par: (-par.likhet, par.gammel.noekkel, par.ny.noekkel, par.gammel.id_, par.ny.id_))
    beste: defaultdict[str, list[float]] = defaultdict(list)
    for par in mulige:
        beste[par.gammel.id_].append(par.likhet)
        beste[par.ny.id_].append(par.likhet)
    tatt: set[str] = set()
    for par in mulige:
        if par.gammel.id_ in tatt or par.ny.id_ in tatt:
            continue
        tatt |= {par.gammel.id_, par.ny.id_}
        nest_best = max((r[1] for r in (beste[par.gammel.id_], beste[par.ny.id_]) if len(r) > 1), default=0.0)
        yield par, par.likhet >= SIKKER and par.likhet - nest_best >= _FORSPRANG


def _likhet(gammel: Matchpost, ny: Matchpost, ord_: float) -> float:
    """Weigh the text against what else the two say; what one of them does not say counts neither way."""
    vekter = [(7.0, ord_)]
    for vekt, a, b in ((1.0, gammel.sektor, ny.sektor), (0.5, gammel.ansvarlig, ny.ansvarlig)):
        if a and b:
            vekter.append((vekt, float(a.casefold() == b.casefold())))
    if (like := _like_beloep(gammel, ny)) is not None:
        vekter.append((1.5, like))
    return sum(v * s for v, s in vekter) / sum(v for v, _ in vekter)


def _like_beloep(gammel: Matchpost, ny: Matchpost) -> float | None:
    """Return the share of equal amounts in the years both have, None when they have none but zeros in common."""
    felles = [a for a in gammel.beloep if a in ny.beloep and (gammel.beloep[a] or ny.beloep[a])]
    return sum(gammel.beloep[a] == ny.beloep[a] for a in felles) / len(felles) if felles else None


def _gruppe(post: Matchpost) -> tuple[str, str, str]:
    return post.art, post.funksjon, post.inntekt_utgift.casefold()[:3]


def _uten_nummer(noekkel: str) -> str:
    stamme, tegn, nummer = noekkel.rpartition("#")
    return stamme if tegn and nummer.isdecimal() else noekkel


def _deler(tekst: str) -> frozenset[str]:
    """Return every three letters on end of a text without years: «Ny båt» and «Ny båt 2029» are the same words."""
    ord_ = [o for o in tekst.casefold().split() if not (o.isdecimal() and len(o) == 4)]
    rekke = f" {' '.join(ord_)} "
    return frozenset(rekke[i : i + 3] for i in range(len(rekke) - 2)) or frozenset((rekke,))


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b))
