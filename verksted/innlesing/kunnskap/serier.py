"""A figure over time for one thing in one place, and the table it stands in, whatever kind of file it came from.

Figures are the file's own digits as text (never a float, never rounded); a symbol for a figure that is not there stays
the symbol. Those of Norwegian official statistics (SSB, standardtegn i tabeller): «.» cannot occur, «..» not known,
«...» not yet known, «:» not shown, «-» none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from verksted.innlesing.kunnskap.perioder import orden

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.innlesing.problem import Problem, Sted

TEGN: Final = frozenset({".", "..", "...", "…", ":", "-", "–", "—", "\u2212"})
_KOMMUNE = re.compile(r"\b(?:kommun[ea]|suohkan|tjïelte)\b", re.IGNORECASE)
_KODE = re.compile(r"^(?:[A-Z]-?)?[0-9]{2,8}\s+")
_NUMMER = re.compile(r"^[0-9]{4,6}:\s*")
_ETTER = re.compile(r",\s*(?:etter|by)\s.*$", re.DOTALL)
_PARENTES = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Verdi:
    """What stands for one period: a figure (`er_tall`), or a symbol or words instead; `merke` follows the figure."""

    periode: str | None
    tekst: str
    er_tall: bool
    merke: str = ""


@dataclass(frozen=True, slots=True)
class Serie:
    """One measure in one place; `ledd` are its labels in order, the table's title not among them."""

    ledd: tuple[str, ...]
    verdier: tuple[Verdi, ...]
    regioner: tuple[str, ...] = ()
    enhet: str | None = None
    kilde: str | None = None
    temanavn: str | None = None
    merknad: str = ""
    rad: int = 0

    @property
    def har_tall(self) -> bool:
        """Say whether there is a figure anywhere."""
        return any(v.er_tall for v in self.verdier)

    @property
    def i_tid(self) -> tuple[Verdi, ...]:
        """The values from the oldest to the newest; those at the same time as they stand in the file."""
        return tuple(sorted(self.verdier, key=lambda v: orden(v.periode or "")))


@dataclass(frozen=True, slots=True)
class Tabellhode:
    """What holds for a whole table; `navn` is the part of its title that goes before the names of its series."""

    tittel: str
    sted: Sted
    kilde: str | None = None
    temanavn: str | None = None
    noter: tuple[str, ...] = ()
    navn: str = ""


class Tabell(Protocol):
    """A table of series, numbered from 0: from a spreadsheet, or a cube that makes each when it is asked for."""

    @property
    def hode(self) -> Tabellhode:
        """What holds for all of it."""
        ...

    @property
    def regionnavn(self) -> tuple[str, ...]:
        """The regions, where the file says which they are."""
        ...

    @property
    def antall(self) -> int:
        """How many series there are."""
        ...

    @property
    def fylte(self) -> Sequence[int]:
        """The numbers of those with a figure in them, in the file's order."""
        ...

    def steder(self, nummer: int) -> tuple[str, ...]:
        """Return what a series is about: its region, or all its labels where the file does not say which it is."""
        ...

    def serie(self, nummer: int) -> Serie:
        """Return a series."""
        ...


@dataclass(frozen=True, slots=True)
class Serietabell:
    """A table from a spreadsheet."""

    hode: Tabellhode
    alle: tuple[Serie, ...]
    problemer: tuple[Problem, ...] = ()

    @property
    def regionnavn(self) -> tuple[str, ...]:
        """The regions of the column that is called so, if there is one."""
        return tuple(dict.fromkeys(navn for serie in self.alle for navn in serie.regioner))

    @property
    def antall(self) -> int:
        """How many series there are."""
        return len(self.alle)

    @property
    def fylte(self) -> Sequence[int]:
        """The numbers of those with a figure in them."""
        return [nummer for nummer, serie in enumerate(self.alle) if serie.har_tall]

    def steder(self, nummer: int) -> tuple[str, ...]:
        """Return a series' region, or all its labels."""
        return self.alle[nummer].regioner or self.alle[nummer].ledd

    def serie(self, nummer: int) -> Serie:
        """Return a series."""
        return self.alle[nummer]


def kort_tittel(tittel: str) -> str:
    """Return «Befolkning» for «07459: Befolkning, etter region, kjønn og år»."""
    return _ETTER.sub("", _NUMMER.sub("", tittel)) or tittel


def stedsnavn(navn: str) -> frozenset[str]:
    """Return the names a region answers to: «5501 Tromsø – Romsa» gives tromsø, romsa and the whole of it."""
    rent = _KODE.sub("", navn.strip())
    kort = _KOMMUNE.sub("", _PARENTES.sub("", rent))
    deler = re.split(r"\s[-–—]\s|/|,", kort)
    return frozenset(ett.casefold() for d in (navn, rent, kort, *deler) if (ett := " ".join(d.split())))


class Stedsvalg:
    """Says whether a name is one of the wanted regions, however either of them is written."""

    def __init__(self, regioner: Sequence[str]) -> None:
        self._oensket = frozenset[str]().union(*map(stedsnavn, regioner))
        self._svar: dict[str, bool] = {}

    def gjelder(self, navnene: Sequence[str]) -> bool:
        """Say whether one of the names is wanted."""
        return any(self._er_oensket(navn) for navn in navnene)

    def _er_oensket(self, navn: str) -> bool:
        svar = self._svar.get(navn)
        if svar is None:
            svar = self._svar[navn] = not self._oensket.isdisjoint(stedsnavn(navn))
        return svar
