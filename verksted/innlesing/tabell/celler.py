"""What a spreadsheet is once read, whatever wrote it: sheets of rows of cells.

A cell is text (cleaned), `int`, `Decimal` (never float; `Skalert` is one), `date`, `Prosent` or None.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from verksted.kjerne.feil import KjentFeil

if TYPE_CHECKING:
    from verksted.innlesing.problem import Problem


class KanIkkeLesesSomRegneark(KjentFeil):
    """The file is neither a readable xlsx nor text in columns (data: fil)."""


@dataclass(frozen=True, slots=True)
class Prosent:
    """A number the sheet shows as per cent; `verdi` is what is shown: 12.5 for a stored 0.125."""

    verdi: Decimal


class Skalert(Decimal):
    """A number the sheet shows divided by `faktor` (number format «# ##0,»: 1 234 567 is shown as 1 235)."""

    faktor: int = 1


Celle = str | int | Decimal | date | Prosent | None


@dataclass(frozen=True, slots=True)
class Rad:
    """One row: its number in the file and its cells from column A; trailing empty cells may be missing."""

    nummer: int
    celler: tuple[Celle, ...]

    def celle(self, indeks: int) -> Celle:
        """Return the cell in a column counted from 0, None outside the row."""
        return self.celler[indeks] if 0 <= indeks < len(self.celler) else None

    @property
    def tom(self) -> bool:
        """Say whether the row has nothing but blanks."""
        return all(c is None or (isinstance(c, str) and not c.strip()) for c in self.celler)


@dataclass(frozen=True, slots=True)
class Flettet:
    """Cells merged into one: rows as numbered in the file, columns from 0, both ends included."""

    foerste_rad: int
    siste_rad: int
    foerste_kolonne: int
    siste_kolonne: int


@dataclass(frozen=True, slots=True)
class Ark:
    """One sheet; csv has one, without a name. A merged cell's words stand in its first cell only.

    Hidden rows are numbered as in the file, hidden columns from 0.
    """

    navn: str | None
    rader: tuple[Rad, ...]
    skjult: bool = False
    flettet: tuple[Flettet, ...] = ()
    skjulte_rader: tuple[int, ...] = ()
    skjulte_kolonner: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Arbeidsbok:
    """All sheets of a file, and the cells whose formula was saved without a computed value."""

    ark: tuple[Ark, ...]
    problemer: tuple[Problem, ...] = ()


def celletekst(celle: Celle) -> str:
    """Return a cell as one line of text: numbers with decimal comma, dates as 20.01.2028, nothing as ''."""
    if celle is None:
        return ""
    if isinstance(celle, str):
        return " ".join(celle.split())
    if isinstance(celle, Prosent):
        return f"{_desimaltekst(celle.verdi)} %"
    if isinstance(celle, Decimal):
        return _desimaltekst(celle)
    if isinstance(celle, date):
        return f"{celle:%d.%m.%Y}"
    return str(celle)


def kolonnebokstav(indeks: int) -> str:
    """Return A for 0, Z for 25, AA for 26 (here, so that reading csv does not load openpyxl)."""
    bokstaver = ""
    rest = indeks + 1
    while rest:
        rest, siffer = divmod(rest - 1, 26)
        bokstaver = chr(ord("A") + siffer) + bokstaver
    return bokstaver


def kolonneindeks(bokstaver: str) -> int:
    """Return 0 for A, 25 for Z, 26 for AA."""
    indeks = 0
    for bokstav in bokstaver:
        indeks = 26 * indeks + ord(bokstav) - ord("A") + 1
    return indeks - 1


def _desimaltekst(verdi: Decimal) -> str:
    if not verdi.is_finite() or verdi.adjusted() > 60:  # no figure of a plan; kept as it was written
        return str(verdi)
    heltall = verdi.to_integral_value()
    return str(int(heltall)) if verdi == heltall else format(verdi.normalize(), "f").replace(".", ",")
