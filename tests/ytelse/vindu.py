"""The window: how soon the start page is painted beside a bare window, and what loading the rest costs the user.

Whole processes, started as a user starts them, on no screen; the bare window and ours take turns, so that what else
the machine does falls on both.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.ytelse.maaling import Maaling

if TYPE_CHECKING:
    from collections.abc import Iterator

ROT = Path(__file__).resolve().parents[2]
GANGER = 9
NAKENT = """
import time; t = time.perf_counter()
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([]); v = QMainWindow(); v.setCentralWidget(QLabel("x")); v.resize(1440, 900); v.show()
app.processEvents()
import os; os._exit(0)
"""
VAART = """
import os
import verksted.oppstart as oppstart
def ferdig(*_):
    from PySide6.QtWidgets import QApplication
    QApplication.processEvents(); os._exit(0)
def krev_skjerm():
    import verksted.oppstart_vindu as vindu
    vindu._etter_foerste_bilde = ferdig
oppstart._krev_skjerm = krev_skjerm
oppstart.program([])
"""
# Opens the example and tells: seconds to the painted page, the longest silence of the event loop while the rest was
# loaded, and the longest change of page.
AAPNET = """
import sys, json, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from verksted import oppstart
from verksted.oppstart_vindu import Program
app = QApplication([])
mappe, fil = Path(sys.argv[1]), Path(sys.argv[2])
program = Program(app, mappe, lag_eksempel=oppstart._lag_eksempel)
vindu = program.vindu
vindu.show(); app.processEvents()
hull, sist, svar = [0.0], [time.perf_counter()], {}
def slag():
    naa = time.perf_counter(); hull[0] = max(hull[0], naa - sist[0]); sist[0] = naa
puls = QTimer(); puls.timeout.connect(slag); puls.start(1)
def last():
    sist[0] = time.perf_counter()
    program.verktoey.bakgrunn.i_traad(vindu.tilgang.forbered).da(aapne)
def aapne(_):
    svar["hull"] = hull[0]; puls.stop(); svar["t"] = time.perf_counter()
    vindu.klar.connect(bytt); vindu.aapne(fil)
def bytt():
    app.processEvents(); svar["aapnet"] = time.perf_counter() - svar.pop("t")
    verst = 0.0
    for _ in range(2):
        for noekkel in vindu.ramme.sidenoekler:
            t = time.perf_counter(); vindu.gaa_til(noekkel); vindu.repaint(); ny = time.perf_counter() - t
            verst = max(verst, ny) if _ else verst
    svar["bytte"] = verst
    vindu.lukket_prosess.connect(app.quit); vindu.lukk_prosessen()
QTimer.singleShot(0, last)
app.exec(); program.steng()
print(json.dumps(svar))
"""


def maalinger() -> Iterator[Maaling]:
    """Yield the start as a multiple of the bare window's, then what happens after it."""
    with tempfile.TemporaryDirectory() as mappe:
        miljoe = {**os.environ, "PYTHONPATH": str(ROT), "QT_QPA_PLATFORM": "offscreen", "VERKSTED_ARBEIDSMAPPE": mappe}
        miljoe.pop("PYTHONDONTWRITEBYTECODE", None)
        tider: dict[str, list[float]] = {NAKENT: [], VAART: []}
        for _ in range(GANGER):
            for kode, alle in tider.items():
                alle.append(_prosessortid(kode, miljoe))
        nakent, vaart = (median(sorted(tider[kode])[: GANGER // 2 + 1]) for kode in (NAKENT, VAART))
        yield Maaling("Start til malt startside, mot et nakent vindu", vaart / nakent, "ganger", 1.6)
        fil = Path(mappe, "lindvaer.verksted")
        subprocess.run(
            [sys.executable, "-m", "verksted", "eksempel", str(fil)], env=miljoe, check=True, capture_output=True
        )
        svar = json.loads(_kjoer(AAPNET, miljoe, mappe, str(fil)))
        yield Maaling("Lengste opphold i vinduet mens resten lastes", svar["hull"] * 1000, "ms", 50)
        yield Maaling("Åpne eksempelet til Oversikt, mot nakent vindu", svar["aapnet"] / nakent, "ganger", 4)
        yield Maaling("Lengste sidebytte", svar["bytte"] * 1000, "ms", 50)


def _prosessortid(kode: str, miljoe: dict[str, str]) -> float:
    """Return the processor time (s) of a whole process: the clock on the wall also counts what others do."""
    prosess = subprocess.Popen([sys.executable, "-c", kode], env=miljoe, stderr=subprocess.DEVNULL)
    _, utgang, bruk = os.wait4(prosess.pid, 0)
    if utgang:
        sys.exit(f"vinduet endte med {utgang}")
    return bruk.ru_utime + bruk.ru_stime


def _kjoer(kode: str, miljoe: dict[str, str], *argumenter: str) -> str:
    kjoering = subprocess.run(
        [sys.executable, "-c", kode, *argumenter], env=miljoe, capture_output=True, text=True, check=False, timeout=120
    )
    if kjoering.returncode:
        sys.exit(kjoering.stderr)
    return kjoering.stdout
