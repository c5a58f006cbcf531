"""F19: the program is killed while it steps an older file up.

Afterwards the user's file is the old one, byte for byte, or the new one, whole; what was there before lies in a
backup, and the next opening goes through with every note in place. A step that does not exist yet is handed in by
setting it in the child, after the fork.
"""

from __future__ import annotations

import json
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import time
import traceback
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from tests.feil.f1 import Utfall
from tests.feil.rad import Rad
from tests.lager.proevefil import LEDER, aapne, ny_med_bord, nytt_organ, skriv_note
from verksted.lager import aapning, fil, skjema
from verksted.lager.fil import fingeravtrykk_av, proev, se_paa_hodet
from verksted.lager.sikkerhetskopi import Kopisamling

if TYPE_CHECKING:
    from collections.abc import Iterator

FULLT_ANTALL = 1_000
SENESTE_DRAP = 0.15
NAVN = "prosess.verksted"
ANTALL_NOTER = 30
NESTE = skjema.VERSJON + 1
STEGET = """
CREATE TABLE proeve (nr INTEGER PRIMARY KEY, tekst TEXT NOT NULL) STRICT;
INSERT INTO proeve WITH RECURSIVE t (nr) AS (SELECT 1 UNION ALL SELECT nr + 1 FROM t WHERE nr < 20000)
    SELECT nr, 'rad nummer ' || nr FROM t;
ALTER TABLE organ ADD COLUMN proeve TEXT NOT NULL DEFAULT '';
"""


def kampanje(antall: int | None) -> Iterator[Rad]:
    """Yield the line of F19."""
    utfall = kjoer(antall or FULLT_ANTALL, froe=time.time_ns())
    resultat = f"{utfall.under_aapning} før det var ferdig, {len(utfall.feil)} skadet"
    yield Rad("F19", "drept mens den løfter en eldre fil", utfall.drap, resultat, not utfall.feil)


def kjoer(antall: int, *, froe: int) -> Utfall:
    """Kill `antall` openings of a file by a program of the version after it."""
    tilfeldig = random.Random(froe)
    utfall = Utfall()
    mappe = Path(tempfile.mkdtemp(prefix="f19-"))
    try:
        prosess, bord = ny_med_bord(mappe)
        with prosess:
            for nummer in range(ANTALL_NOTER):
                prosess.utfoer(skriv_note, LEDER, bord, tekst=f"Notat {nummer}")
        gammel = mappe / "gammel"
        shutil.move(mappe / NAVN, gammel)
        while utfall.drap < antall and not utfall.feil:
            shutil.copyfile(gammel, mappe / NAVN)
            shutil.rmtree(mappe / "arbeid", ignore_errors=True)
            (mappe / f".{NAVN}.laas").unlink(missing_ok=True)
            for _ in range(tilfeldig.randint(1, 3)):  # killed again while it recovers
                utfall.drap += 1
                utfall.under_aapning += not _i_barn(mappe, gammel, tilfeldig.uniform(0.005, SENESTE_DRAP), utfall)
            if not _i_barn(mappe, gammel, None, utfall):
                utfall.feil.append("FEIL ble ikke ferdig")
    finally:
        shutil.rmtree(mappe)
    return utfall


def _i_barn(mappe: Path, gammel: Path, drap_etter: float | None, utfall: Utfall) -> bool:
    """Open in a child and kill it after a time, or let it finish; return whether it got through the opening."""
    leser, skriver = os.pipe()
    barn = os.fork()
    if barn == 0:
        os.close(leser)
        _barn(mappe, gammel, skriver)
    os.close(skriver)
    frist = time.monotonic() + (30 if drap_etter is None else drap_etter)
    sagt = b""
    while (igjen := frist - time.monotonic()) > 0 and select.select([leser], [], [], igjen)[0]:
        nytt = os.read(leser, 65536)
        sagt += nytt
        if not nytt:
            break
    os.kill(barn, signal.SIGKILL)
    os.waitpid(barn, 0)
    os.close(leser)
    linjer = sagt.decode().splitlines()
    utfall.feil += [linje for linje in linjer if linje.startswith("FEIL")]
    return ("FERDIG" if drap_etter is None else "AAPEN") in linjer


def _barn(mappe: Path, gammel: Path, ut: int) -> None:
    """Be a program of the next version: check what the last one left, open, write, save."""
    try:
        _bli_neste_versjon()
        _se_etter(mappe, gammel, ut)
        prosess = aapne(mappe)
        _si(ut, "AAPEN")
        with prosess.les_raatt() as db:
            noter = db.execute("SELECT count(*) FROM innspill_revisjon").fetchone()[0]
            rader = db.execute("SELECT count(*) FROM proeve").fetchone()[0]
        if (noter, rader) != (ANTALL_NOTER, 20000) or prosess.kontroller().funn:
            _si(ut, f"FEIL innhold {noter} {rader} {prosess.kontroller().funn}")
        prosess.utfoer(nytt_organ, LEDER, navn="Etter løftet")
        prosess.lukk()
        if se_paa_hodet(mappe / NAVN) != NESTE or not proev(mappe / NAVN):
            _si(ut, "FEIL fila er ikke løftet")
        _si(ut, "FERDIG")
    except BaseException:  # noqa: BLE001 - told to the parent, who fails the campaign
        _si(ut, "FEIL " + traceback.format_exc().replace("\n", " | "))
    finally:
        os._exit(0)


def _se_etter(mappe: Path, gammel: Path, ut: int) -> None:
    """Say what the killed one left that it should not."""
    sti = mappe / NAVN
    er_gammel = fingeravtrykk_av(sti) == fingeravtrykk_av(gammel)
    if not er_gammel and not (se_paa_hodet(sti) == NESTE and proev(sti)):
        _si(ut, "FEIL fila er verken gammel eller ny")
    nye = [
        k for k in (mappe / "arbeid" / "arbeid").rglob("arbeid.db") if int.from_bytes(k.read_bytes()[60:64]) == NESTE
    ]
    samlinger = [Kopisamling(mappe / "arbeid", m.name) for m in (mappe / "arbeid" / "kopier").glob("*")]
    kopier = [
        k for samling in samlinger for k in samling.kopiene() if se_paa_hodet(k.sti) == NESTE - 1 and proev(k.sti)
    ]
    if (nye or not er_gammel) and not kopier:
        _si(ut, "FEIL ingen sikkerhetskopi fra før løftet")


def _bli_neste_versjon() -> None:
    steg = skjema.stegene() | {NESTE: STEGET}
    for modul in (skjema, aapning):
        modul.stegene = lambda: steg  # type: ignore[attr-defined]
    for modul in (skjema, aapning, fil):
        modul.VERSJON = NESTE  # type: ignore[attr-defined]


def _si(ut: int, linje: str) -> None:
    os.write(ut, f"{linje}\n".encode())


if __name__ == "__main__":
    print(json.dumps(asdict(kjoer(int(sys.argv[1]), froe=int(sys.argv[2])))))
