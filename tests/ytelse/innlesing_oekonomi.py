"""Reading a budget of 11 000 rows, against the bare library that opens the same file and walks its cells."""

from __future__ import annotations

import csv
import io
import random
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook, load_workbook

from tests.ytelse.maaling import Maaling, beste, forhold
from verksted.innlesing.oekonomiplan.oekonomiplan import les_oekonomiplan
from verksted.innlesing.trygg.lesing import les_trygt

if TYPE_CHECKING:
    from collections.abc import Iterator

RADER = 11_000
HODE = ["Sektor", "Ansvar", "Funksjon", "Tekst", "Inntekt/utgift", "Budsjett 2028", "2029", "2030", "2031"]


def _rader() -> list[list[object]]:
    tilfeldig = random.Random(11)
    return [
        list(HODE),
        *(
            [
                f"Sektor {nummer % 7}",
                str(1000 + nummer % 300),
                tilfeldig.choice(["20210", "24410", "12000", "33200"]),
                f"Post nummer {nummer}",
                tilfeldig.choice(["Inntekt", "Utgift"]),
                *(tilfeldig.randint(-(10**7), 10**7) for _ in range(4)),
            ]
            for nummer in range(RADER)
        ),
    ]


def _xlsx(rader: list[list[object]]) -> bytes:
    bok = Workbook(write_only=True)
    blad = bok.create_sheet("Drift")
    for rad in rader:
        blad.append(rad)
    ut = io.BytesIO()
    bok.save(ut)
    return ut.getvalue()


def _bart(data: bytes) -> int:
    blad = load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[0]
    return sum(1 for rad in blad.iter_rows(values_only=True) for celle in rad if celle is not None)


def maalinger() -> Iterator[Maaling]:
    """Yield xlsx against openpyxl, csv against openpyxl on the same table, and both the whole way in milliseconds.

    Not against the csv module: it divides lines in C and makes neither cells, numbers nor posts, so that only to
    build 11 000 posts takes several times as long.
    """
    rader = _rader()
    regneark = _xlsx(rader)
    tekst = io.StringIO()
    csv.writer(tekst, delimiter=";").writerows(rader)
    data = tekst.getvalue().encode()
    lest = les_oekonomiplan(regneark, "plan.xlsx")
    if len(lest.poster) != RADER or [p.beloep for p in les_oekonomiplan(data, "plan.csv").poster] != [
        p.beloep for p in lest.poster
    ]:
        raise AssertionError(len(lest.poster))
    ganger = forhold(lambda: les_oekonomiplan(regneark, "plan.xlsx"), lambda: _bart(regneark))
    yield Maaling(f"Økonomiplan, {RADER} rader xlsx, mot openpyxl alene", ganger, "×", 2)
    ganger = forhold(lambda: les_oekonomiplan(data, "plan.csv"), lambda: _bart(regneark), 3)
    yield Maaling(f"Økonomiplan, {RADER} rader csv, mot openpyxl alene på samme tabell", ganger, "×", 0.6)
    with tempfile.TemporaryDirectory() as mappe:
        for navn, innhold, maal in (("plan.csv", data, 1000), ("plan.xlsx", regneark, 4000)):
            sti = Path(mappe, navn)
            sti.write_bytes(innhold)
            tid = 1000 * beste(lambda sti=sti: les_trygt(sti, les_oekonomiplan), 3)  # type: ignore[misc]
            yield Maaling(
                f"Økonomiplan, {RADER} rader {sti.suffix[1:]}, fra start til svar i egen prosess", tid, "ms", maal
            )
