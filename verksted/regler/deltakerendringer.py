"""What a new council list changes in the one that is there: who is new, who is changed in which field, who is gone.

People are told apart by name, then by year of birth and list. Nobody is taken away: who is gone is kept, and told.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# What a row that says nothing does not take away.
FELT: Final = ("navn", "art", "liste", "verv", "vara_for", "kjoenn", "foedselsaar", "bosted", "perioder")
_STAAR: Final = frozenset({"liste", "kjoenn", "foedselsaar", "bosted", "perioder"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Deltakerbilde:
    """A person of the council as the list shows it; what is not said is None, `art` is '' for who sits elsewhere.

    `foedselsaar_omtrent` says that the year is reckoned from an age, and may be one too late or too early.
    """

    navn: str
    art: str
    liste: str | None = None
    verv: str | None = None
    vara_for: str | None = None
    kjoenn: str | None = None
    foedselsaar: int | None = None
    bosted: str | None = None
    perioder: int | None = None
    foedselsaar_omtrent: bool = False


@dataclass(frozen=True, slots=True)
class Deltakerendring:
    """One person who is changed, and the fields, as (field, before, after)."""

    navn: str
    felt: tuple[tuple[str, object, object], ...]


@dataclass(frozen=True, slots=True)
class Deltakerendringer:
    """What a list changes; `par` gives for each person read the index of the one known from before, or None.

    `kanskje_samme` are (new, known) who may be one, written with initials in one place: never merged here, only told.
    """

    par: tuple[int | None, ...]
    nye: tuple[str, ...]
    endret: tuple[Deltakerendring, ...]
    borte: tuple[str, ...]
    kanskje_samme: tuple[tuple[str, str], ...] = ()

    @property
    def antall(self) -> int:
        """How many people the list holds."""
        return len(self.par)

    @property
    def uendret(self) -> int:
        """How many people the list holds as they were."""
        return len(self.par) - len(self.nye) - len(self.endret)


def finn_deltakerendringer(
    kjente: Sequence[Deltakerbilde], leste: Sequence[Deltakerbilde], *, felt: frozenset[str]
) -> Deltakerendringer:
    """Return what `leste` changes in `kjente`; only `felt`, the fields the file knows, can be taken away."""
    par = koble(kjente, leste)
    endret = []
    for nummer, lest in zip(par, leste, strict=True):
        if nummer is not None and (ulike := _ulike(kjente[nummer], lest, felt)):
            endret.append(Deltakerendring(lest.navn, ulike))
    brukt = set(par)
    return Deltakerendringer(
        par,
        tuple(lest.navn for nummer, lest in zip(par, leste, strict=True) if nummer is None),
        tuple(endret),
        tuple(kjent.navn for nummer, kjent in enumerate(kjente) if nummer not in brukt and kjent.art),
        tuple(
            (lest.navn, kjent.navn)
            for par_til, lest in zip(par, leste, strict=True)
            if par_til is None
            for nummer, kjent in enumerate(kjente)
            if nummer not in brukt and er_samme_med_initialer(lest.navn, kjent.navn)
        ),
    )


def koble(kjente: Sequence[Deltakerbilde], leste: Sequence[Deltakerbilde]) -> tuple[int | None, ...]:
    """Return for each person read the index of the same person among the known, or None."""
    etter_navn: defaultdict[str, list[int]] = defaultdict(list)
    for nummer, kjent in enumerate(kjente):
        etter_navn[navnenoekkel(kjent.navn)].append(nummer)
    par: dict[int, int] = {}
    for navn, nummer_lest in _gruppert(leste).items():
        mulige = sorted(
            (-likhet, sted_lest, sted_kjent, lest, kjent)
            for sted_lest, lest in enumerate(nummer_lest)
            for sted_kjent, kjent in enumerate(etter_navn[navn])
            if (likhet := _likhet(kjente[kjent], leste[lest])) is not None
        )
        brukt: set[int] = set()
        for *_, i_lista, fra_foer in mulige:
            if i_lista not in par and fra_foer not in brukt:
                par[i_lista] = fra_foer
                brukt.add(fra_foer)
    return tuple(par.get(nummer) for nummer in range(len(leste)))


def navnenoekkel(navn: str) -> str:
    """Return a name for comparing: without case, dots, hyphens and double spaces."""
    return " ".join(re.sub(r"[.\-\u2010-\u2015]", " ", unicodedata.normalize("NFC", navn).casefold()).split())


def samme_navn(foer: str, etter: str) -> bool:
    """Say whether two ways to write a name differ in capitals only, which a list may use for show."""
    return unicodedata.normalize("NFC", foer).casefold() == unicodedata.normalize("NFC", etter).casefold()


def er_samme_med_initialer(en: str, annen: str) -> bool:
    """Say whether two names may be one person's, the first names written as initials in one: «K. Nes», «Kari Nes»."""
    a, b = navnenoekkel(en).split(), navnenoekkel(annen).split()
    if min(len(a), len(b)) < 2 or a[-1] != b[-1]:
        return False
    par = list(zip(a[:-1], b[:-1], strict=False))
    like = all(x == y or (1 in {len(x), len(y)} and x[0] == y[0]) for x, y in par)
    return like and any(1 in {len(x), len(y)} and x != y for x, y in par)


def er_omtrent(foer: int | None, etter: int | None) -> bool:
    """Say whether a year of birth reckoned from an age agrees with one that is known: it may be one year off."""
    return foer is not None and etter is not None and abs(foer - etter) <= 1


def settes(felt: str, verdi: object, kjente_felt: frozenset[str]) -> bool:
    """Say whether a field is to be written: when it says something, or when the file could have said it."""
    return verdi is not None or (felt not in _STAAR and felt in kjente_felt)


def _ulike(
    kjent: Deltakerbilde, lest: Deltakerbilde, kjente_felt: frozenset[str]
) -> tuple[tuple[str, object, object], ...]:
    ulike: list[tuple[str, object, object]] = []
    for felt in FELT:
        foer, etter = getattr(kjent, felt), getattr(lest, felt)
        samme = foer == etter or (felt == "navn" and samme_navn(foer, etter))
        if felt == "foedselsaar" and lest.foedselsaar_omtrent:
            samme = samme or er_omtrent(foer, etter)
        if not samme and settes(felt, etter, kjente_felt):
            ulike.append((felt, foer, etter))
    return tuple(ulike)


def _gruppert(leste: Iterable[Deltakerbilde]) -> Mapping[str, list[int]]:
    grupper: defaultdict[str, list[int]] = defaultdict(list)
    for nummer, lest in enumerate(leste):
        grupper[navnenoekkel(lest.navn)].append(nummer)
    return grupper


def _likhet(kjent: Deltakerbilde, lest: Deltakerbilde) -> int | None:
    """Return how alike two of the same name are, None when they are surely two: other year of birth and other list."""
    samme_aar = _like(kjent.foedselsaar, lest.foedselsaar)
    if samme_aar is False and lest.foedselsaar_omtrent:
        samme_aar = er_omtrent(kjent.foedselsaar, lest.foedselsaar)
    samme_liste = _like(kjent.liste, lest.liste)
    if samme_aar is False and samme_liste is not True:
        return None
    vekt = {True: 1, None: 0, False: -1}
    return 4 * vekt[samme_aar] + 2 * vekt[samme_liste] + (kjent.art == lest.art)


def _like(a: object, b: object) -> bool | None:
    return None if a is None or b is None else a == b
