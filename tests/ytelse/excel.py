"""How the time of *Sporbarhet* grows with the number of notes, and what it takes beside bare XlsxWriter."""

from __future__ import annotations

import runpy
from functools import partial
from io import BytesIO
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import load_workbook
from xlsxwriter import Workbook

from tests.ytelse.maaling import Maaling, beste, sekunder
from verksted.dokumenter.excel.sporbarhet import skriv_sporbarhet
from verksted.kjerne.tekster import Tekster
from verksted.visning.sporbarhet import bygg_sporbarhet

if TYPE_CHECKING:
    from verksted.visning.grunnlag import Grunnlag

FASIT = runpy.run_path(str(Path(__file__).parents[1] / "fasit" / "excel" / "grunnlag.py"))
FAA, MANGE = 1_000, 10_000


def maalinger() -> list[Maaling]:
    """Return the exponent from 1 000 to 10 000 notes, and the large one over bare XlsxWriter with the same cells."""
    tekster = Tekster("nb")
    faa, mange = (FASIT["lag_stort"](antall) for antall in (FAA, MANGE))
    ark = _celler(_skriv(mange, tekster))
    tider = [beste(partial(_skriv, faa, tekster), 5)]
    par = [(sekunder(partial(_skriv, mange, tekster)), sekunder(partial(_skriv_bart, ark))) for _ in range(5)]
    tider.append(min(tid for tid, _ in par))
    bart = min(tid for _, tid in par)
    eksponent = log(tider[1] / tider[0]) / log(MANGE / FAA)
    return [
        Maaling("Excel, eksponent fra 1 000 til 10 000 innspill", eksponent, "", 1.15),
        Maaling("Excel, 10 000 innspill over XlsxWriter alene med de samme cellene", tider[1] / bart, "×", 4.0),
    ]


def _skriv(grunnlag: Grunnlag, tekster: Tekster) -> bytes:
    return skriv_sporbarhet(bygg_sporbarhet(grunnlag), tekster, skrevet=FASIT["NAA"])


def _celler(bok: bytes) -> list[list[tuple[object, ...]]]:
    """Return every cell of the workbook, sheet by sheet and row by row."""
    lest = load_workbook(BytesIO(bok), read_only=True)
    return [list(ark.iter_rows(values_only=True)) for ark in lest.worksheets]


def _skriv_bart(ark: list[list[tuple[object, ...]]]) -> bytes:
    """Write the cells that hold something as they are: no formats, links, tables or computation."""
    ut = BytesIO()
    bok = Workbook(ut, {"in_memory": True, "strings_to_urls": False, "strings_to_numbers": False})
    for rader in ark:
        blad = bok.add_worksheet()
        for nummer, rad in enumerate(rader):
            for plass, verdi in enumerate(rad):
                if verdi is not None:
                    blad.write(nummer, plass, verdi)
    bok.close()
    return ut.getvalue()
