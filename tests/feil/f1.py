"""F1: the process is killed at a random moment while it writes notes; no acknowledged note may be gone.

A child opens the real file, checks that everything acknowledged before is there and that the file is whole, and
writes notes, each acknowledged after its COMMIT; every few notes a whole copy goes to the user's place. The parent
kills it with SIGKILL: while it writes, while it saves, and now and then while it is still opening. The parent never
opens the file itself and has no threads, so that each child is a clean fork.
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
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.feil.rad import Rad
from tests.lager.proevefil import LEDER, Bord, aapne, ny_med_bord, skriv_note
from verksted.kjerne.ider import ny_id

if TYPE_CHECKING:
    from collections.abc import Iterator

FULLT_ANTALL = 10_000
RUNDER_PER_FIL = 25
SENESTE_DRAP = 0.06
# Counted in acknowledged notes and not in time, a slow machine is tried as hard as a fast one.
FLEST_FOER_DRAP = 12
MIDT_I = 0.004
NOTER_MELLOM_KOPIER = 12


@dataclass
class Utfall:
    """What came of a campaign: `feil` is empty when everything held."""

    drap: int = 0
    bekreftet: int = 0
    under_aapning: int = 0
    feil: list[str] = field(default_factory=list)


def kampanje(antall: int | None) -> Iterator[Rad]:
    """Yield the line of F1."""
    utfall = kjoer(antall or FULLT_ANTALL, froe=time.time_ns())
    resultat = f"{utfall.bekreftet} bekreftede notater, {len(utfall.feil)} mistet eller skadet"
    yield Rad("F1", "drept mens den skriver", utfall.drap, resultat, not utfall.feil)


def kjoer(antall: int, *, froe: int, for_tidlig: bool = False) -> Utfall:
    """Kill `antall` children and return what came of it; the seed decides the moments.

    `for_tidlig` acknowledges before the COMMIT: a control that the campaign is able to fail.
    """
    tilfeldig = random.Random(froe)
    utfall = Utfall()
    while utfall.drap < antall and not utfall.feil:
        mappe = Path(tempfile.mkdtemp(prefix="f1-"))
        try:
            _en_fil(mappe, min(RUNDER_PER_FIL, antall - utfall.drap), tilfeldig, utfall, for_tidlig=for_tidlig)
        finally:
            shutil.rmtree(mappe)
    return utfall


def _en_fil(mappe: Path, runder: int, tilfeldig: random.Random, utfall: Utfall, *, for_tidlig: bool) -> None:
    fil, bord = ny_med_bord(mappe)
    fil.lukk()  # its threads end here, before the first fork
    bekreftet: set[str] = set()
    for _ in range(runder):
        leser, skriver = os.pipe()
        barn = os.fork()
        if barn == 0:
            os.close(leser)
            _barn(mappe, bord, bekreftet, skriver, for_tidlig=for_tidlig)
        os.close(skriver)
        utfall.drap += 1
        _drep(barn, leser, bekreftet, tilfeldig, utfall)
        os.close(leser)
        if utfall.feil:
            return
    utfall.bekreftet += len(bekreftet)


def _drep(barn: int, leser: int, bekreftet: set[str], tilfeldig: random.Random, utfall: Utfall) -> None:
    """Listen until the moment has come, kill, and take with what was acknowledged before it died."""
    frist = time.monotonic() + tilfeldig.uniform(0, SENESTE_DRAP)
    venter_paa_aapning = tilfeldig.random() > 0.2
    noter = tilfeldig.randint(0, FLEST_FOER_DRAP)
    sagt = b""
    while True:
        igjen = 30.0 if venter_paa_aapning else frist - time.monotonic()
        if igjen <= 0 or not select.select([leser], [], [], igjen)[0]:
            break
        nytt = os.read(leser, 65536)
        sagt += nytt
        if not nytt:
            break
        if venter_paa_aapning and b"AAPEN\n" in sagt and sagt.count(b"ACK ") >= noter:
            venter_paa_aapning = False
            frist = time.monotonic() + tilfeldig.uniform(0, MIDT_I)
    os.kill(barn, signal.SIGKILL)
    os.waitpid(barn, 0)
    while nytt := os.read(leser, 65536):
        sagt += nytt
    linjer = sagt.decode().split("\n")[:-1]
    utfall.under_aapning += "AAPEN" not in linjer
    utfall.feil += [linje for linje in linjer if linje.startswith("FEIL")]
    bekreftet.update(linje.removeprefix("ACK ") for linje in linjer if linje.startswith("ACK "))


def _barn(mappe: Path, bord: Bord, bekreftet: set[str], ut: int, *, for_tidlig: bool) -> None:
    """Check, then write until somebody kills us."""
    try:
        fil = aapne(mappe)
        for melding in fil.meldinger:
            if melding.noekkel != "gjenopprettet":
                _si(ut, f"FEIL melding {melding.noekkel}")
        with fil.les_raatt() as db:
            funnet = {
                str(i)
                for (i,) in db.execute(
                    "SELECT i.id FROM innspill i JOIN innspill_revisjon r "
                    "ON r.innspill_id = i.id WHERE r.tekst = 'Notat ' || i.id"
                )
            }
        if mistet := bekreftet - funnet:
            _si(ut, f"FEIL mistet {len(mistet)}")
        for funn in fil.kontroller().funn:
            _si(ut, f"FEIL funn {funn}")
        _si(ut, "AAPEN")
        nummer = 0
        while True:
            note_id = ny_id()
            svar = fil.send(skriv_note, LEDER, bord, tekst=f"Notat {note_id}", note_id=note_id)
            if not for_tidlig:
                svar.result()
            _si(ut, f"ACK {note_id}")
            nummer += 1
            if nummer % NOTER_MELLOM_KOPIER == 0:
                fil.lagre()
    except BaseException:  # noqa: BLE001 - told to the parent, who fails the campaign
        _si(ut, "FEIL " + traceback.format_exc().replace("\n", " | "))
    finally:
        os._exit(1)


def _si(ut: int, linje: str) -> None:
    os.write(ut, f"{linje}\n".encode())


if __name__ == "__main__":
    print(json.dumps(asdict(kjoer(int(sys.argv[1]), froe=int(sys.argv[2]), for_tidlig=len(sys.argv) > 3))))
