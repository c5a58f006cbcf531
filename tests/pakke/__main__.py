"""Try the program that was built into dist/verksted, and print its figures; `make bygg` does it last.

It must hold on a machine that is not ours: no environment, no net, a folder it may not write to, another user, a path
with spaces and Norwegian letters; with a window offscreen and on a screen. A copy with something missing must fail.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.pakke.programmet import (
    BYGD,
    KILDEN,
    ROT,
    HoldtIkke,
    kjoer,
    kopi_paa_et_vrient_sted,
    megabyte,
    skjerm,
    som_en_annen,
    startet,
    tomt_miljoe,
    uten_deler,
    vent_paa_bilde,
)
from tests.ytelse.maaling import Maaling, sekunder

if TYPE_CHECKING:
    from collections.abc import Iterator

BILDE = ROT / "build" / "vindu.png"
MINNE = Path("/dev/shm")  # noqa: S108 - a place to measure in; the program makes its own folder there
OMGANGER = 5


def main() -> int:
    """Return 0 when everything holds and every figure reaches its goal."""
    with tempfile.TemporaryDirectory(prefix="verksted-pakke-", ignore_cleanup_errors=True) as navn:
        mappe = Path(navn)
        mappe.chmod(0o755)
        try:
            for linje in proev(mappe):
                print(linje, flush=True)
            maalinger = list(maal(mappe))
        except HoldtIkke as feil:
            print(f"dist/verksted holder ikke: {feil}", file=sys.stderr)
            return 1
    for maaling in maalinger:
        print(maaling.linje(), flush=True)
    return int(not all(maaling.holder for maaling in maalinger))


def proev(mappe: Path) -> Iterator[str]:
    """Start the program under every condition, and yield a line about each that held."""
    miljoe = tomt_miljoe(mappe)
    program, foran = kopi_paa_et_vrient_sted(mappe), som_en_annen()
    kjoer(*foran, program, "--selvtest", miljoe=miljoe, mappe=mappe)
    yield f"selvtest {'uten nett, ' if foran else ''}uten miljø, fra en mappe ingen kan skrive i: holder"
    for borte in ("maler", "ressurser"):
        kjoer(uten_deler(mappe, borte), "--selvtest", miljoe=miljoe, mappe=mappe, kode=1)
    yield "selvtest av et program som mangler maler eller ressurser: faller, som den skal"
    fil = mappe / "midlertidig" / "lindvær kommune.verksted"
    kjoer(*foran, program, "eksempel", fil, miljoe=miljoe, mappe=mappe)
    with startet(*foran, program, fil, miljoe={**miljoe, "QT_QPA_PLATFORM": "offscreen"}, mappe=mappe) as vindu:
        frist = time.monotonic() + 30
        while vindu.poll() is None and time.monotonic() < frist and "libqoffscreen" not in _lastet(vindu.pid):
            time.sleep(0.05)
        time.sleep(1)
        if vindu.poll() is not None:
            raise HoldtIkke(f"vinduet uten skjerm: {vindu.communicate()}")
    yield "vindu uten skjerm: holder"
    if not shutil.which("Xvfb"):
        yield "Merk: vinduet er ikke prøvd på en skjerm, for Xvfb mangler"
        return
    with (
        skjerm(mappe) as (navn, bildefil),
        startet(*foran[2:], program, fil, miljoe={**miljoe, "DISPLAY": navn}, mappe=mappe) as vindu,
    ):
        _ta_vare_paa(vent_paa_bilde(vindu, bildefil))
    yield f"vindu på skjerm: holder ({BILDE.relative_to(ROT)})"


def maal(mappe: Path) -> Iterator[Maaling]:
    """Yield the figures; source and bundle take turns, so that noise falls on both, and both have their .pyc files.

    They work in memory where the system has such a folder: a slow disk would make any two programs alike.
    """
    miljoe = {navn: verdi for navn, verdi in os.environ.items() if navn != "PYTHONDONTWRITEBYTECODE"}
    miljoe |= {"PYTHONPYCACHEPREFIX": str(mappe / "pyc"), "VERKSTED_ARBEIDSMAPPE": str(mappe / "maalt")}
    if MINNE.is_dir() and os.access(MINNE, os.W_OK):
        miljoe["TMPDIR"] = str(MINNE)

    def kilden() -> None:
        kjoer(*KILDEN, "--selvtest", miljoe=miljoe, mappe=ROT)

    def bygd() -> None:
        kjoer(BYGD / "verksted", "--selvtest", miljoe=miljoe, mappe=ROT)

    kilden()
    bygd()
    tider = [(sekunder(kilden), sekunder(bygd)) for _ in range(OMGANGER)]
    fra_kilden, fra_programmet = (min(tid) for tid in zip(*tider, strict=True))
    yield Maaling("dist/verksted, størrelse", megabyte(BYGD), "MB", 160)
    yield Maaling(
        f"selvtest, {_s(fra_programmet)} s i programmet mot {_s(fra_kilden)} s fra kilden, beste av fem",
        fra_programmet / fra_kilden, "×", 1.5,
    )  # fmt: skip


def _s(tid: float) -> str:
    return f"{tid:.2f}".replace(".", ",")


def _lastet(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/maps").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _ta_vare_paa(bilde: bytes) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QImage

    BILDE.parent.mkdir(exist_ok=True)
    QImage(bilde, 1280, 800, QImage.Format.Format_RGB32).save(str(BILDE))


if __name__ == "__main__":
    sys.exit(main())
