"""The Word summary of 10 000 notes against python-docx's own calls with the same words.

Two bare things: each note once as a paragraph with `add_paragraph(style='List Bullet')`, and each note once as a row
of the question's table with `add_row().cells`. The summary holds every note twice, and all the rest.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from math import log10
from typing import TYPE_CHECKING

import docx

from tests.visning.grunnlagene import stort_grunnlag
from tests.ytelse.maaling import Maaling, beste, forhold
from verksted.dokumenter.word.oppsummering import skriv_oppsummering
from verksted.kjerne.tekster import Tekster
from verksted.visning.oppsummering import bygg_oppsummering

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from verksted.visning.grunnlag import Grunnlag
    from verksted.visning.oppsummering import OppsummeringVisning

ANTALL = 10_000
SKREVET = datetime(2028, 3, 20, 9, 0, tzinfo=UTC)


def maalinger() -> Iterator[Maaling]:
    """Yield the ratio to each bare thing (from rows to bytes) and the exponent from 1 000 to 10 000."""
    stort = stort_grunnlag(ANTALL)
    visning = bygg_oppsummering(stort, 1)
    hel = _skriver(stort)
    for navn, bar in (("add_paragraph", _avsnitt(visning)), ("add_row().cells", _rader(visning))):
        yield Maaling(f"Word, {ANTALL} innspill mot {navn}", forhold(hel, bar), "×", 0.1)
    lite, stort_tid = beste(_skriver(stort_grunnlag(ANTALL // 10))), beste(hel)
    yield Maaling("Word, eksponent fra 1 000 til 10 000 innspill", log10(stort_tid / lite), "", 1.15)
    yield Maaling(f"Word, {ANTALL} innspill fra rader til byte", stort_tid, "s", 2)


def _skriver(grunnlag: Grunnlag) -> Callable[[], object]:
    tekster = Tekster("nb")
    return lambda: skriv_oppsummering([bygg_oppsummering(grunnlag, 1)], tekster, skrevet=SKREVET)


def _avsnitt(visning: OppsummeringVisning) -> Callable[[], object]:
    def skriv() -> None:
        dokument = docx.Document()
        for bord in visning.vedlegg:
            for rad in bord.innspill:
                dokument.add_paragraph(f"{rad.kode} «{rad.tekst}»", style="List Bullet")
        dokument.save(BytesIO())

    return skriv


def _rader(visning: OppsummeringVisning) -> Callable[[], object]:
    def skriv() -> None:
        dokument = docx.Document()
        tabell = dokument.add_table(rows=1, cols=4)
        for bord in visning.vedlegg:
            for rad in bord.innspill:
                celler = tabell.add_row().cells
                verdier = (f"Bord {rad.bord}", f"«{rad.tekst}»", "Nei", rad.kode)
                for celle, verdi in zip(celler, verdier, strict=True):
                    celle.text = verdi
        dokument.save(BytesIO())

    return skriv
