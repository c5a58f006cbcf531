"""Spreadsheet files (xlsx, csv) as plain rows of cells; what kind it is is seen from the bytes, not from the name.

`les_arbeidsbok` gives visible and hidden sheets in file order; rows count from 1 as the spreadsheet program shows them.
What a cell may be stands in `celler`. Raises KanIkkeLesesSomRegneark.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import TYPE_CHECKING

from verksted.innlesing.tabell.celler import (
    Arbeidsbok,
    Ark,
    Celle,
    Flettet,
    KanIkkeLesesSomRegneark,
    Prosent,
    Rad,
    Skalert,
    celletekst,
    kolonnebokstav,
)
from verksted.innlesing.tabell.dobbeltkoding import kan_vaere_dobbel, om_dobbeltkoding, rettet_og_nevnt
from verksted.kjerne.tekstrens import rens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = [
    "SKILLETEGN", "Arbeidsbok", "Ark", "Celle", "Flettet", "KanIkkeLesesSomRegneark", "Prosent", "Rad", "Skalert",
    "celletekst", "kolonnebokstav", "les_arbeidsbok",
]  # fmt: skip

SKILLETEGN = (";", "\t", ",", "|")
# A character no text has (rens takes it away): the file has one column.
_INGEN_SKILLE = "\x1f"
_EXCELS_VALG = re.compile(r"sep=(.)\r?\n")
_FORMELTEKST = re.compile(r'="([^"]*)"')


def les_arbeidsbok(data: bytes, filnavn: str) -> Arbeidsbok:
    """Read xlsx or csv bytes (raises KanIkkeLesesSomRegneark)."""
    if data[:2] == b"PK":
        # Loading openpyxl takes longer than reading a csv file.
        from verksted.innlesing.tabell.xlsxfil import les_xlsx

        return les_xlsx(data, filnavn)
    tekst = _dekod(data)
    if tekst is None or not tekst.strip():
        raise KanIkkeLesesSomRegneark(fil=filnavn)
    try:
        doble: list[str] = []
        rader = tuple(_csv_rader(tekst, doble if kan_vaere_dobbel(tekst) else None))
    except csv.Error:
        raise KanIkkeLesesSomRegneark(fil=filnavn) from None
    return Arbeidsbok(ark=(Ark(navn=None, rader=rader),), problemer=om_dobbeltkoding(doble, filnavn))


def _dekod(data: bytes) -> str | None:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        koding = "utf-16"
    elif data[:5] == b"%PDF-" or data[:4] == b"\xd0\xcf\x11\xe0":
        return None
    elif b"\x00" in data:
        koding = _utf16_uten_merke(data)
        if not koding:
            return None
    else:
        koding = "utf-8-sig"
    try:
        return data.decode(koding)
    except UnicodeDecodeError:
        # Windows' own code page: every letter of ISO-8859-1, and the dashes and quotes Excel writes besides.
        return None if koding.startswith("utf-16") else data.decode("cp1252", errors="replace")


def _utf16_uten_merke(data: bytes) -> str:
    """Return which UTF-16 it is when nearly every other byte of the start is nothing, else ''."""
    start = data[:2000]
    halvdel = len(start) // 2
    if start[1::2].count(0) > 0.8 * halvdel and not start[::2].count(0):
        return "utf-16-le"
    return "utf-16-be" if start[::2].count(0) > 0.8 * halvdel and not start[1::2].count(0) else ""


def _csv_rader(tekst: str, doble: list[str] | None) -> Iterator[Rad]:
    valgt = _EXCELS_VALG.match(tekst)
    skilletegn = valgt[1] if valgt else _skilletegn(tekst)
    # Excel's own first line «sep=;» is no row of the table, but it is a line of the file.
    foerste = 2 if valgt else 1
    tekst, flukt = _med_flukttegn(tekst[valgt.end() :] if valgt else tekst, skilletegn)
    leser = csv.reader(io.StringIO(tekst, newline=""), delimiter=skilletegn, escapechar=flukt)
    for nummer, felter in enumerate(leser, start=foerste):
        if doble is not None:
            felter = [rettet_og_nevnt(f, doble) for f in felter]  # noqa: PLW2901
        yield Rad(nummer, tuple(_csv_celle(f) if f else None for f in felter))


def _csv_celle(felt: str) -> str:
    if felt.startswith('="') and (treff := _FORMELTEKST.fullmatch(felt)):
        felt = treff[1]  # how programs keep Excel from making a number of a code
    return felt if felt.isprintable() else rens(felt)


def _med_flukttegn(tekst: str, skilletegn: str) -> tuple[str, str | None]:
    r"""Return the text and the escape character of a file that writes «\"» or «\;» inside its cells.

    Every other backslash is doubled, so that it comes out as it stood.
    """
    if "\\" not in tekst:
        return tekst, None
    skille = re.escape(skilletegn)
    if not re.search(rf'\\"(?!{skille}|\r|\n|$)|[^\\"]\\{skille}', tekst):
        return tekst, None
    med = re.sub(rf'\\\\(?=")|\\(?!["]|{skille})', lambda _: "\\\\", tekst)
    # «C:\mappe\;» ends a cell with a backslash: what makes the rows alike is how the file was written.
    if _ulike_bredder(tekst, skilletegn, None) < _ulike_bredder(med, skilletegn, "\\"):
        return tekst, None
    return med, "\\"


def _ulike_bredder(tekst: str, skilletegn: str, flukt: str | None) -> int:
    """Count the rows that are not as wide as most of them."""
    try:
        antall = Counter(len(r) for r in csv.reader(io.StringIO(tekst), delimiter=skilletegn, escapechar=flukt) if r)
    except csv.Error:
        return len(tekst)
    return antall.total() - max(antall.values(), default=0)


def _skilletegn(tekst: str) -> str:
    """Return the separator that divides most of the first lines, and into the most columns."""
    linjer = tekst.splitlines()[:50]

    def vekt(tegn: str) -> tuple[int, int]:
        antall = [len(r) for r in _prov(linjer, tegn) if len(r) > 1]
        vanligst = max(sorted(set(antall)), key=antall.count, default=1)
        return antall.count(vanligst), vanligst

    vekter = {tegn: vekt(tegn) for tegn in SKILLETEGN}
    best = max(SKILLETEGN, key=vekter.__getitem__)
    if best == "," and _bare_setninger(linjer):
        return _INGEN_SKILLE
    # «Nes, Kari» and titles have a comma in every line too: what divides half as many lines, as wide, is the separator.
    linjer_delt, bredde = vekter[best]
    return next((t for t in SKILLETEGN if 2 * vekter[t][0] >= linjer_delt > 0 and vekter[t][1] > bredde == 2), best)


def _bare_setninger(linjer: Sequence[str]) -> bool:
    """Say whether the commas stand inside lines of words, and are no columns: the lines are not alike."""
    fylte = [t for t in linjer if t.strip()]
    bredder = Counter(len(r) for r in _prov(fylte, ",") if len(r) > 1)
    bredde, vanligst = max(bredder.items(), key=lambda b: (b[1], b[0]), default=(0, 0))
    spredt = vanligst < 0.6 * bredder.total() or (bredde == 2 and vanligst < 0.6 * len(fylte))
    med_komma = [t for t in fylte if "," in t]
    return spredt and 2 * sum(1 for t in med_komma if ", " in t) > len(med_komma)


def _prov(linjer: Sequence[str], tegn: str) -> Iterable[list[str]]:
    try:
        return list(csv.reader(linjer, delimiter=tegn))
    except csv.Error:
        return []
