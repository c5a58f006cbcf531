"""How long the workbook *Sporbarhet* takes, and how the time grows with the number of notes."""

from __future__ import annotations

import runpy
from functools import partial
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

from tests.ytelse.maaling import Maaling, beste
from verksted.dokumenter.excel.sporbarhet import skriv_sporbarhet
from verksted.kjerne.tekster import Tekster
from verksted.visning.sporbarhet import bygg_sporbarhet

if TYPE_CHECKING:
    from verksted.visning.grunnlag import Grunnlag

FASIT = runpy.run_path(str(Path(__file__).parents[1] / "fasit" / "excel" / "grunnlag.py"))
FAA, MANGE = 1_000, 10_000


def maalinger() -> list[Maaling]:
    """Return the exponent from 1 000 to 10 000 notes, and the time of the large one."""
    tekster = Tekster("nb")
    tider = []
    for antall in (FAA, MANGE):
        grunnlag = FASIT["lag_stort"](antall)
        tider.append(beste(partial(_skriv, grunnlag, tekster), 5))
    eksponent = log(tider[1] / tider[0]) / log(MANGE / FAA)
    return [
        Maaling("Excel, eksponent fra 1 000 til 10 000 innspill", eksponent, "", 1.15),
        Maaling("Excel, 10 000 innspill", tider[1], "s", 5.0),
    ]


def _skriv(grunnlag: Grunnlag, tekster: Tekster) -> bytes:
    return skriv_sporbarhet(bygg_sporbarhet(grunnlag), tekster, skrevet=FASIT["NAA"])
