"""The knowledge base as fact cards: filter by theme and words, and the series a fact's text may hold; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

_LINJE: Final = re.compile(
    r"([^:\n]{0,30}(?:19|20)[0-9]{2}[^:\n]{0,30}): ([-+\u2212]?[0-9][0-9 \u00a0\u202f]*(?:,[0-9]+)?)(.*)"
)


@dataclass(frozen=True)
class Faktum:
    """One fact; `tema` is a Kunnskapstema or '', `temanavn` what the municipality calls it."""

    rad_id: str
    kode: str
    tema: str
    temanavn: str
    tittel: str
    tekst: str
    tall: str
    enhet: str
    kilde: str
    aar: int | None
    sikret_av: str
    sikret_dato: date | None

    @property
    def er_sikret(self) -> bool:
        """Say whether somebody stands behind it, and since when."""
        return bool(self.sikret_av) and self.sikret_dato is not None

    @cached_property
    def soekeord(self) -> str:
        """Everything that can be found, in small letters."""
        deler = (self.kode, self.tittel, self.tekst, self.tall, self.enhet, self.kilde, self.temanavn, self.sikret_av)
        return "\n".join(deler).casefold()

    @cached_property
    def rekke(self) -> tuple[tuple[str, float, str], ...]:
        """The series in its text as (period, value, value as written); empty when there are fewer than two."""
        rekke = []
        for linje in self.tekst.split("\n"):
            if treff := _LINJE.fullmatch(linje.strip()):
                tall = re.sub(r"[ \u00a0\u202f]", "", treff[2]).replace("\u2212", "-").replace(",", ".")
                rekke.append((treff[1].strip(), float(tall), treff[2].strip()))
        return tuple(rekke) if len(rekke) > 1 else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kunnskapsvisning:
    """Every fact in order, the themes as (key, name), and (code, title) of what lies in the bin."""

    fakta: tuple[Faktum, ...]
    temaer: tuple[tuple[str, str], ...]
    papirkurv: tuple[tuple[str, str], ...]

    @property
    def usikrede(self) -> int:
        """How many facts nobody has assured."""
        return sum(1 for faktum in self.fakta if not faktum.er_sikret)


def temaene(fakta: Iterable[Faktum]) -> tuple[tuple[str, str], ...]:
    """Return the themes in use as (key, name): the municipality's own names, in the order they come."""
    return tuple(dict.fromkeys((f.temanavn.casefold() or f.tema, f.temanavn) for f in fakta if f.temanavn or f.tema))


def sil_fakta(fakta: Sequence[Faktum], ord_: str, tema: str, *, bare_usikrede: bool = False) -> list[Faktum]:
    """Return the facts of a theme ('' for all) that have every word."""
    ordene = ord_.casefold().split()
    return [
        f
        for f in fakta
        if (not tema or (f.temanavn.casefold() or f.tema) == tema)
        and not (bare_usikrede and f.er_sikret)
        and all(et in f.soekeord for et in ordene)
    ]
