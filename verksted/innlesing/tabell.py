"""Spreadsheet files (xlsx, csv) as plain rows of cells; what kind it is is seen from the bytes, not from the name.

`les_arbeidsbok` gives visible and hidden sheets in file order; rows count from 1 as the spreadsheet program shows them.
A cell is text (cleaned), `int`, `Decimal` (never float), `date`, `Prosent` or None. Raises KanIkkeLesesSomRegneark.
"""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
import zlib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from verksted.innlesing.problem import Alvor, Problem, Sted
from verksted.kjerne.feil import KjentFeil
from verksted.kjerne.tekstrens import rens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SKILLETEGN = (";", "\t", ",")
# What openpyxl and zipfile are known to raise on a file that is not the spreadsheet it says it is.
_UBRUKELIG = (
    zipfile.BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, TypeError, AttributeError, IndexError,
    EOFError, OSError, zlib.error, NotImplementedError, RuntimeError, SyntaxError,
)  # fmt: skip
_FORMEL_UTEN_VERDI = re.compile(
    rb'<c r="([A-Z]+[0-9]+)"[^>]*>\s*<f[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)


class KanIkkeLesesSomRegneark(KjentFeil):
    """The file is neither a readable xlsx nor text in columns (data: fil)."""


@dataclass(frozen=True, slots=True)
class Prosent:
    """A number the sheet shows as per cent; `verdi` is what is shown: 12.5 for a stored 0.125."""

    verdi: Decimal


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
class Ark:
    """One sheet; csv has one, without a name."""

    navn: str | None
    rader: tuple[Rad, ...]
    skjult: bool = False


@dataclass(frozen=True, slots=True)
class Arbeidsbok:
    """All sheets of a file, and the cells whose formula was saved without a computed value."""

    ark: tuple[Ark, ...]
    problemer: tuple[Problem, ...] = ()


def les_arbeidsbok(data: bytes, filnavn: str) -> Arbeidsbok:
    """Read xlsx or csv bytes (raises KanIkkeLesesSomRegneark)."""
    if data[:2] == b"PK":
        return _les_xlsx(data, filnavn)
    tekst = _dekod(data)
    if tekst is None or not tekst.strip():
        raise KanIkkeLesesSomRegneark(fil=filnavn)
    try:
        rader = tuple(_csv_rader(tekst))
    except csv.Error:
        raise KanIkkeLesesSomRegneark(fil=filnavn) from None
    return Arbeidsbok(ark=(Ark(navn=None, rader=rader),))


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
    """Return A for 0, Z for 25, AA for 26."""
    return str(get_column_letter(indeks + 1))


def _desimaltekst(verdi: Decimal) -> str:
    heltall = verdi.to_integral_value()
    return str(int(heltall)) if verdi == heltall else format(verdi.normalize(), "f").replace(".", ",")


def _les_xlsx(data: bytes, filnavn: str) -> Arbeidsbok:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            bok = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            ark = []
            for blad in bok.worksheets:
                # The stored dimension may be wrong, and openpyxl believes it.
                blad.reset_dimensions()
                prosentformat: dict[object, bool] = {}
                rader = tuple(
                    Rad(nummer, tuple(_fra_xlsx(c, prosentformat) for c in celler))
                    for nummer, celler in enumerate(blad.iter_rows(), start=1)
                )
                ark.append(Ark(navn=blad.title, rader=rader, skjult=blad.sheet_state != "visible"))
        uten_verdi = _formler_uten_verdi(data)
    except _UBRUKELIG:
        raise KanIkkeLesesSomRegneark(fil=filnavn) from None
    problemer: tuple[Problem, ...] = ()
    if uten_verdi:
        grunn = {"antall": len(uten_verdi), "celler": ", ".join(uten_verdi[:5])}
        problemer = (Problem("formler_uten_verdi", Alvor.ADVARSEL, Sted(filnavn), grunn),)
    return Arbeidsbok(ark=tuple(ark), problemer=problemer)


def _fra_xlsx(celle: object, prosentformat: dict[object, bool]) -> Celle:
    verdi = celle.value  # type: ignore[attr-defined]
    if verdi is None:
        return None
    if isinstance(verdi, str):
        return verdi if verdi.isprintable() else rens(verdi)
    if isinstance(verdi, (int, float)) and not isinstance(verdi, bool):
        tall = verdi if isinstance(verdi, int) else Decimal(repr(verdi))
        stil = celle._style_id  # type: ignore[attr-defined] # noqa: SLF001 # number_format alone costs as much as the read
        er_prosent = prosentformat.get(stil)
        if er_prosent is None:
            er_prosent = prosentformat[stil] = "%" in celle.number_format  # type: ignore[attr-defined]
        return Prosent(Decimal(tall) * 100) if er_prosent else tall
    if isinstance(verdi, datetime):
        return verdi.date()
    if isinstance(verdi, (bool, time, timedelta)):
        return str(verdi)
    return verdi if isinstance(verdi, date) else str(verdi)


def _formler_uten_verdi(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as pakke:
        return [
            treff.decode("ascii")
            for navn in pakke.namelist()
            if navn.startswith("xl/worksheets/") and navn.endswith(".xml")
            for treff in _FORMEL_UTEN_VERDI.findall(pakke.read(navn))
        ]


def _dekod(data: bytes) -> str | None:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        koding = "utf-16"
    elif b"\x00" in data or data[:5] == b"%PDF-" or data[:4] == b"\xd0\xcf\x11\xe0":
        return None
    else:
        koding = "utf-8-sig"
    try:
        return data.decode(koding)
    except UnicodeDecodeError:
        # Windows' own code page: every letter of ISO-8859-1, and the dashes and quotes Excel writes besides.
        return None if koding == "utf-16" else data.decode("cp1252", errors="replace")


def _csv_rader(tekst: str) -> Iterator[Rad]:
    leser = csv.reader(io.StringIO(tekst, newline=""), delimiter=_skilletegn(tekst))
    for nummer, felter in enumerate(leser, start=1):
        yield Rad(nummer, tuple((f if f.isprintable() else rens(f)) if f else None for f in felter))


def _skilletegn(tekst: str) -> str:
    """Return the separator that divides most of the first lines, and into the most columns."""
    linjer = tekst.splitlines()[:50]

    def vekt(tegn: str) -> tuple[int, int]:
        antall = [len(r) for r in _prov(linjer, tegn) if r]
        vanligst = max(set(antall), key=antall.count, default=1)
        return (antall.count(vanligst) if vanligst > 1 else 0, vanligst)

    return max(SKILLETEGN, key=vekt)


def _prov(linjer: Sequence[str], tegn: str) -> Iterable[list[str]]:
    try:
        return list(csv.reader(linjer, delimiter=tegn))
    except csv.Error:
        return []
