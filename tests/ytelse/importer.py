"""What each command loads: Qt, the database and the document libraries only where they are used.

Counted in the program itself, started as a user starts it, from Python's own list of imports.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.ytelse.maaling import Maaling

if TYPE_CHECKING:
    from collections.abc import Iterator

ROT = Path(__file__).resolve().parents[2]
QT = {"PySide6"}
SKRIVERE_OG_LESERE = {"docx", "openpyxl", "xlsxwriter"}
TUNGE = QT | SKRIVERE_OG_LESERE | {"sqlmodel", "sqlalchemy", "pydantic", "lxml"}
INNSPILL = "--verksted 1 --gruppe 1 --spoersmaal 1 --tekst Prøve"

# Name -> command line, and what it has no use for. The files lie in the folder the program is started in.
KOMMANDOER: dict[str, tuple[str, set[str]]] = {
    "verksted --help": ("--help", TUNGE),
    "verksted vis": ("vis lindvaer.verksted", QT | SKRIVERE_OG_LESERE),
    "verksted vis --json": ("vis lindvaer.verksted --json", QT | SKRIVERE_OG_LESERE),
    "verksted kontroll": ("kontroll lindvaer.verksted", QT | SKRIVERE_OG_LESERE),
    "verksted innspill": (f"innspill lindvaer.verksted {INNSPILL}", QT | SKRIVERE_OG_LESERE),
    "verksted eksporter, Word": ("eksporter lindvaer.verksted --til word --bare oppsummering", QT | {"xlsxwriter"}),
    "verksted eksporter, Excel": ("eksporter lindvaer.verksted --til excel --bare sporbarhet", QT | {"docx"}),
}


def maalinger() -> Iterator[Maaling]:
    """Yield one figure a command: how many packages it loads that it has no use for."""
    with tempfile.TemporaryDirectory() as mappe:
        _lastet("eksempel lindvaer.verksted", Path(mappe))
        for navn, (kommando, ubrukt) in KOMMANDOER.items():
            for_mye = sorted(_lastet(kommando, Path(mappe)) & ubrukt)
            navngitt = f" ({', '.join(for_mye)})" if for_mye else ""
            yield Maaling(f"{navn}, pakker lastet uten bruk{navngitt}", len(for_mye), "pakker", 0)


def _lastet(kommando: str, mappe: Path) -> set[str]:
    """Run the program in the folder and return the top-level packages it imported."""
    miljoe = {
        **os.environ,
        "PYTHONIOENCODING": "utf-8",
        "PYTHONPATH": str(ROT),
        "VERKSTED_ARBEIDSMAPPE": str(mappe / "arbeid"),
    }
    kjoering = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "verksted", *kommando.split()],
        capture_output=True, encoding="utf-8", check=False, cwd=mappe, env=miljoe, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    linjer = kjoering.stderr.splitlines()
    if kjoering.returncode != 0 or not kjoering.stdout.strip():
        sagt = "\n".join(linje for linje in linjer if not linje.startswith("import time:"))
        sys.exit(f"verksted {kommando} endte med {kjoering.returncode}: {sagt}")
    navn = (linje.rpartition("|")[2].strip() for linje in linjer if linje.startswith("import time:"))
    return {modul.partition(".")[0] for modul in navn}
