"""What it costs to read in a process of its own: the child's overhead, the guard's, and how long a caller is held.

The overhead is everything but the reading: starting the child, loading the reader there, and the answer's way home.
"""

from __future__ import annotations

import io
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from tests.ytelse.maaling import Maaling, beste
from verksted.innlesing.deltakere.deltakere import les_deltakere
from verksted.innlesing.oekonomiplan.oekonomiplan import les_oekonomiplan
from verksted.innlesing.samfunnsdel.samfunnsdel import les_samfunnsdel
from verksted.innlesing.trygg.feil import InnlesingenErAvbrutt
from verksted.innlesing.trygg.lesing import Innlesingsjobb, Steg, les_trygt
from verksted.innlesing.trygg.pakkevakt import undersoek
from verksted.kjerne.stier import mal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

RADER = 11_000
MAAL_BARN = 0.6
# One picture in ten may be late, and nobody sees it.
MAAL_HOLDT = 100


def maalinger() -> Iterator[Maaling]:
    """Yield the figures; each is the best of some runs."""
    for hva, navn, les in (
        ("rådsliste", "kommunestyret.xlsx", les_deltakere),
        ("samfunnsdel", "samfunnsdel-2020-2032.docx", les_samfunnsdel),
    ):
        yield Maaling(
            f"egen prosess, {hva}, i tillegg til lesingen", _tillegg(mal("eksempel", navn), les), "s", MAAL_BARN
        )
    with tempfile.TemporaryDirectory() as mappe:
        budsjett = Path(mappe, "budsjett.xlsx")
        budsjett.write_bytes(_budsjett())
        data = budsjett.read_bytes()
        yield Maaling(
            f"egen prosess, {RADER} budsjettrader, i tillegg til lesingen",
            _tillegg(budsjett, les_oekonomiplan),
            "s",
            1.0,
        )
        yield Maaling("vakta, samme fil", 1000 * beste(lambda: undersoek(data, "budsjett.xlsx")), "ms", 50)
        start, lengst = _holdt(budsjett)
        yield Maaling("den som spør, slipper løs etter", 1000 * start, "ms", 20)
        yield Maaling("den som spør, holdt lengst underveis", 1000 * lengst, "ms", MAAL_HOLDT)
        yield Maaling("fra avbryt til barnet er borte", 1000 * _avbrutt(budsjett), "ms", 200)


def _tillegg(sti: Path, les: Callable[[bytes, str], Any]) -> float:
    data = sti.read_bytes()
    alene = beste(lambda: les(data, sti.name), 3)
    return beste(lambda: les_trygt(sti, les), 3) - alene


def _holdt(sti: Path) -> tuple[float, float]:
    """Return how long the call itself took, and the longest a thread with something else to do had to wait."""
    foer = perf_counter()
    jobb = Innlesingsjobb(sti, les_oekonomiplan)
    start = perf_counter() - foer
    lengst, ferdig = 0.0, threading.Event()
    jobb.resultat.add_done_callback(lambda _: ferdig.set())
    sist = perf_counter()
    while not ferdig.wait(0.001):
        lengst, sist = max(lengst, perf_counter() - sist), perf_counter()
    jobb.vent()
    return start, max(lengst, perf_counter() - sist)


def _avbrutt(sti: Path) -> float:
    """Return how long it takes from somebody cancels in the middle of a reading until its result is there."""
    leser = threading.Event()
    jobb = Innlesingsjobb(
        sti, les_oekonomiplan, naar_fremdrift=lambda steg: leser.set() if steg is Steg.LESER else None
    )
    leser.wait()
    start = perf_counter()
    jobb.avbryt()
    with suppress(InnlesingenErAvbrutt):
        jobb.vent()
    return perf_counter() - start


def _budsjett() -> bytes:
    ut = io.BytesIO()
    with Workbook(ut, {"in_memory": True}) as bok:
        ark = bok.add_worksheet("Drift")
        ark.write_row(0, 0, ("Sektor", "Funksjon", "Tekst", 2028, 2029, 2030, 2031))
        for rad in range(1, RADER + 1):
            ark.write_row(rad, 0, (f"Sektor {rad % 7}", 201 + rad % 3, f"Tiltak {rad}", rad * 1000, -rad, 0, rad))
    return ut.getvalue()
