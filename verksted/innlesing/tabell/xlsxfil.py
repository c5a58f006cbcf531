"""xlsx bytes -> sheets of rows, through openpyxl's own row parser; merged cells come along.

Values are what the file was saved with; nothing is computed. Raises KanIkkeLesesSomRegneark.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._reader import WorkSheetParser

from verksted.innlesing.problem import Alvor, Problem, Sted
from verksted.innlesing.tabell.celler import Arbeidsbok, Ark, Flettet, KanIkkeLesesSomRegneark, Prosent, Rad, Skalert
from verksted.innlesing.tabell.dobbeltkoding import om_dobbeltkoding, rettet_og_nevnt
from verksted.kjerne.tekstrens import rens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from verksted.innlesing.tabell.celler import Celle

# What openpyxl and zipfile are known to raise on a file that is not the spreadsheet it says it is.
_UBRUKELIG = (
    zipfile.BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, TypeError, AttributeError, IndexError,
    EOFError, OSError, zlib.error, NotImplementedError, RuntimeError, SyntaxError,
)  # fmt: skip
_FORMEL_UTEN_VERDI = re.compile(
    rb'<c r="([A-Z]+[0-9]+)"[^>]*>\s*<f[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)
_SITAT_I_FORMAT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_SKALERING = re.compile(r"[0#?](,+)(?![0#?,])")
# A missing row is a blank one; beyond this many on end, the sheet has a stray cell far below its table.
_TOMME_RADER: Final = 100
_FLETTINGER: Final = 50_000
_SIKRE_SIFRE: Final = 15


def les_xlsx(data: bytes, filnavn: str) -> Arbeidsbok:
    """Read the sheets of an xlsx file, hidden ones too, in the file's order."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            bok = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            doble: list[str] = []
            ark = [_les_ark(bok, blad, doble) for blad in bok.worksheets]
        uten_verdi = _formler_uten_verdi(data)
    except _UBRUKELIG:
        raise KanIkkeLesesSomRegneark(fil=filnavn) from None
    problemer = om_dobbeltkoding(doble, filnavn)
    if uten_verdi:
        grunn = {"antall": len(uten_verdi), "celler": ", ".join(uten_verdi[:5])}
        problemer = (*problemer, Problem("formler_uten_verdi", Alvor.ADVARSEL, Sted(filnavn), grunn))
    return Arbeidsbok(ark=tuple(ark), problemer=problemer)


def _les_ark(bok: Any, blad: Any, doble: list[str]) -> Ark:  # noqa: ANN401 - openpyxl's read-only book and sheet
    # The cell objects of openpyxl's own loop cost as much as the parsing, and its loop loses the merged cells.
    with blad._get_source() as kilde:  # noqa: SLF001
        leser = WorkSheetParser(
            kilde,
            blad._shared_strings,  # noqa: SLF001
            data_only=True,
            epoch=bok.epoch,
            date_formats=bok._date_formats,  # noqa: SLF001
            timedelta_formats=bok._timedelta_formats,  # noqa: SLF001
        )
        rader = tuple(_radene(leser.parse(), _Formater(bok), doble))
    skjult = blad.sheet_state != "visible"
    flettet = tuple(_flettet(leser.merged_cells))
    fylte = {rad.nummer for rad in rader if not rad.tom}
    skjulte_rader = tuple(sorted(fylte.intersection(_skjulte_rader(leser.row_dimensions))))
    bredde = max((len(rad.celler) for rad in rader), default=0)
    return Ark(blad.title, rader, skjult, flettet, skjulte_rader, _skjulte_kolonner(leser.column_dimensions, bredde))


class _Formater:
    """What each cell style does to the number in it: 100 shows it as per cent, -1 000 divides it by 1 000."""

    def __init__(self, bok: Any) -> None:  # noqa: ANN401 - as above
        self._bok = bok
        self._kjente: dict[int, int] = {}

    def virkning(self, stil: int) -> int:
        """Return 0 for a style that shows the number as it is."""
        funnet = self._kjente.get(stil)
        if funnet is None:
            funnet = self._kjente[stil] = self._finn(stil)
        return funnet

    def _finn(self, stil: int) -> int:
        from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE

        nummer = self._bok._cell_styles[stil].numFmtId  # noqa: SLF001
        if nummer < BUILTIN_FORMATS_MAX_SIZE:
            form = BUILTIN_FORMATS.get(nummer, "")
        else:
            form = self._bok._number_formats[nummer - BUILTIN_FORMATS_MAX_SIZE]  # noqa: SLF001
        form = _SITAT_I_FORMAT.sub("", form).split(";")[0]
        if "%" in form:
            return 100
        treff = _SKALERING.search(form)
        return -(1000 ** len(treff[1])) if treff else 0


def _radene(radene: Iterator[tuple[int, list[dict[str, Any]]]], formater: _Formater, doble: list[str]) -> Iterator[Rad]:
    forrige = 0
    for nummer, celler in radene:
        if nummer <= forrige:  # the same row twice: damaged, and openpyxl itself skips it
            continue
        if nummer - forrige <= _TOMME_RADER:
            for tom in range(forrige + 1, nummer):
                yield Rad(tom, ())
        forrige = nummer
        yield Rad(nummer, _cellene(celler, formater, doble))


def _cellene(celler: Sequence[Mapping[str, Any]], formater: _Formater, doble: list[str]) -> tuple[Celle, ...]:
    ut: list[Celle] = []
    for celle in celler:
        verdi = celle["value"]
        if verdi is None:
            continue
        plass = celle["column"] - 1
        if plass > len(ut):
            ut.extend([None] * (plass - len(ut)))
        type_ = type(verdi)
        ny: Celle
        if type_ is str:
            verdi = rettet_og_nevnt(verdi, doble)
            ny = verdi if verdi.isprintable() else rens(verdi)
        elif type_ is int or type_ is float:
            ny = _tall(verdi, formater.virkning(celle["style_id"]))
        else:
            ny = _annet(verdi)
        if plass == len(ut):
            ut.append(ny)
        else:
            ut[plass] = ny
    return tuple(ut)


def _tall(verdi: int | float, virkning: int) -> Celle:
    tall: int | Decimal
    if isinstance(verdi, int):
        tall = verdi
    else:
        skrevet = repr(verdi)
        # The last digits of a sum of binary fractions are noise; Excel shows fifteen.
        tall = Decimal(f"{verdi:.{_SIKRE_SIFRE}g}" if len(skrevet) > _SIKRE_SIFRE + 1 else skrevet)
    if not virkning:
        return tall
    if virkning > 0:
        return Prosent(Decimal(tall) * 100)
    skalert = Skalert(tall)
    skalert.faktor = -virkning
    return skalert


def _annet(verdi: object) -> Celle:
    if isinstance(verdi, datetime):
        return verdi.date()
    if isinstance(verdi, (bool, time, timedelta)):
        return str(verdi)
    return verdi if isinstance(verdi, date) else rens(str(verdi))


def _skjulte_rader(radene: Mapping[str, Mapping[str, str]]) -> Iterator[int]:
    return (int(nummer) for nummer, om in radene.items() if om.get("hidden") in {"1", "true"})


def _skjulte_kolonner(kolonnene: Mapping[str, Mapping[str, str]], bredde: int) -> tuple[int, ...]:
    skjulte = [om for om in kolonnene.values() if om.get("hidden") in {"1", "true"}]
    return tuple(k for om in skjulte for k in range(int(om["min"]) - 1, min(int(om["max"]), bredde)))


def _flettet(flettinger: Any) -> Iterator[Flettet]:  # noqa: ANN401 - openpyxl's MergeCells, or None
    for en in (flettinger.mergeCell if flettinger is not None else ())[:_FLETTINGER]:
        yield Flettet(en.min_row, en.max_row, en.min_col - 1, en.max_col - 1)


def _formler_uten_verdi(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as pakke:
        return [
            treff.decode("ascii")
            for navn in pakke.namelist()
            if navn.startswith("xl/worksheets/") and navn.endswith(".xml") and b"<f" in (innhold := pakke.read(navn))
            for treff in _FORMEL_UTEN_VERDI.findall(innhold)
        ]
