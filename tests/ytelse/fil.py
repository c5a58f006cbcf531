"""The file: what one note costs beside a bare insert, and how long a big process takes to open, read and save."""

from __future__ import annotations

import gc
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING
from uuid import uuid4

from tests.lager.proevefil import LEDER, aapne, doe, ny_med_bord, nytt_organ
from tests.ytelse.maaling import Maaling, forhold, sekunder
from verksted.handlinger.innspill import skriv_innspill
from verksted.lager.spoerringer.oversikt import hent_oversikt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verksted.lager.prosessfil import Prosessfil

NOTER = 200
GJENTA = 5
FAA, MANGE = 100, 10_000
ORD = "Vi må bygge små boliger i bygdene, så de eldre kan bli boende og ungdommen får komme hjem igjen."


def maalinger() -> Iterator[Maaling]:
    """Yield one figure a goal."""
    with tempfile.TemporaryDirectory() as mappe:
        yield from _ett_innspill(Path(mappe))
    with tempfile.TemporaryDirectory() as mappe:
        yield from _store_filer(Path(mappe))


def _ett_innspill(mappe: Path) -> Iterator[Maaling]:
    fil, _ = ny_med_bord(mappe)
    with fil, closing(_bar(mappe / "bar.db")) as bar:
        _skriv(fil, NOTER)  # everything is compiled and cached before the clock starts
        _skriv_bart(bar, NOTER)
        ratio = forhold(lambda: _skriv(fil, NOTER), lambda: _skriv_bart(bar, NOTER), GJENTA)
        yield Maaling("ett innspill varig lagret, mot bar sqlite3", ratio, "×", 3)
        bart_cpu = min(_cpu_ms(lambda: _skriv_bart(bar, NOTER)) for _ in range(GJENTA))
        cpu = min(_cpu_ms(lambda: _skriv(fil, NOTER)) for _ in range(GJENTA))
        bart = f"{bart_cpu:.2f}".replace(".", ",")
        yield Maaling(f"ett innspill, egen CPU (bar sqlite3 bruker {bart} ms)", cpu, "ms", 1.0)


def _store_filer(mappe: Path) -> Iterator[Maaling]:
    filer = {}
    for antall in (FAA, MANGE):
        filer[antall] = mappe / str(antall)
        filer[antall].mkdir()
        fil, _ = ny_med_bord(filer[antall])
        with fil:
            for svar in [
                fil.send(skriv_innspill, "bord:1", verksted=1, gruppe=1, spoersmaal=1, tekst=f"{ORD} ({nummer})")
                for nummer in range(antall)
            ]:
                svar.result()
    for antall, sti in filer.items():
        _aapne_og_se(sti, antall)
    par = [(_aapne_og_se(filer[MANGE], MANGE), _aapne_og_se(filer[FAA], FAA)) for _ in range(2 * GJENTA)]
    ratio = min(mange for mange, _ in par) / min(faa for _, faa in par)
    yield Maaling("åpne, prøve og vise oversikt, 10 000 innspill mot 100", ratio, "×", 2)
    yield from _kopi_og_krasj(filer[MANGE])


def _aapne_og_se(mappe: Path, antall: int) -> float:
    """Return the seconds it takes to open the file as it lies, with its bytes verified, and build the overview."""
    gc.collect()
    start = perf_counter()
    fil = aapne(mappe)
    with fil.les() as sesjon:
        oversikt = hent_oversikt(sesjon)
    brukt = perf_counter() - start
    assert sum(verksted.innspill for verksted in oversikt.verksteder) == antall
    doe(fil)
    fil._plass.rydd()
    fil._plass.laaselapp.unlink()
    return brukt


def _kopi_og_krasj(mappe: Path) -> Iterator[Maaling]:
    fil = aapne(mappe)
    holdt = []
    for nummer in range(GJENTA):
        fil.utfoer(nytt_organ, LEDER, navn=f"Organ {nummer}")
        start = perf_counter()
        fil._skriver.alene(fil._lagring._frys)
        holdt.append((perf_counter() - start) * 1000)
        fil.lagre()
    yield Maaling("kopien holder skriveren, 10 000 innspill", min(holdt), "ms", 100)
    yield Maaling("hel, prøvd kopi skrevet, 10 000 innspill", sekunder(lambda: _endre_og_lagre(fil)) * 1000, "ms", 2000)
    fil.utfoer(nytt_organ, LEDER, navn="Bekreftet, ikke lagret")
    doe(fil)
    start = perf_counter()
    igjen = aapne(mappe)
    brukt = perf_counter() - start
    assert [m.noekkel for m in igjen.meldinger] == ["gjenopprettet"]
    yield Maaling("åpne igjen etter et krasj, 10 000 innspill", brukt, "s", 2)
    igjen.lukk()
    (mappe / "arbeid").rename(mappe / "arbeid-paa-en-annen-maskin")
    yield Maaling("åpne på en ny maskin, med loggen spilt av", sekunder(lambda: aapne(mappe).lukk()), "s", 2)


def _endre_og_lagre(fil: Prosessfil) -> None:
    fil.utfoer(nytt_organ, LEDER, navn="Et til")
    fil.lagre()


def _skriv(fil: Prosessfil, antall: int) -> None:
    for _ in range(antall):
        fil.utfoer(skriv_innspill, "bord:1", verksted=1, gruppe=1, spoersmaal=1, tekst=ORD, innspill_id=str(uuid4()))


def _bar(sti: Path) -> sqlite3.Connection:
    db = sqlite3.connect(sti, isolation_level=None)
    db.execute("PRAGMA journal_mode = DELETE")
    db.execute("PRAGMA synchronous = EXTRA")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA secure_delete = ON")
    db.execute("CREATE TABLE innspill (id TEXT PRIMARY KEY, kode TEXT, tekst TEXT)")
    return db


def _skriv_bart(db: sqlite3.Connection, antall: int) -> None:
    for nummer in range(antall):
        db.execute("BEGIN IMMEDIATE")
        db.execute("INSERT INTO innspill VALUES (?, ?, ?)", (str(uuid4()), f"V1-G1-{nummer:02d}", ORD))
        db.execute("COMMIT")


def _cpu_ms(kandidat: object) -> float:
    """Return the CPU time of one note, in ms, in every thread of the process."""
    start = process_time()
    kandidat()  # type: ignore[operator]
    return (process_time() - start) / NOTER * 1000
