"""F2: one system call fails, or the process is killed in it: the first, the second, and so on until none is left.

A warm child opens the real file, writes notes, saves, copies, exports and closes, while strace makes the N-th call of
one kind fail in each of its threads. After every error it goes on as a user does: it asks again, with the same id.
What counts: no acknowledged note is gone, nothing is half, and every error is a sentence for the user.
"""

from __future__ import annotations

import errno
import json
import os
import random
import re
import shutil
import socket
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tests.feil.barn import i_fork, med_strace, si, slipp_til_strace
from tests.feil.grunnlag import DOKUMENT, NAVN, aapne, legg_ut, note, notene, setning, skriv_dokument, tom_prosess
from tests.feil.rad import Rad
from tests.lager.proevefil import LEDER
from verksted.kjerne.feil import KjentFeil
from verksted.kjerne.ider import ny_id
from verksted.lager.feil import KunneIkkeLagre
from verksted.lager.fil import proev

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from verksted.lager.prosessfil import Prosessfil

T = TypeVar("T")
LENGST = 4000  # no kind of call is made this often by one thread; a campaign that gets here has lost its way
GAMMELT, NYTT = b"gammelt dokument" * 4000, b"nytt dokument" * 5000
KALL = (
    ("pwrite64",),
    ("write",),
    ("sendfile", "copy_file_range"),
    ("fdatasync",),
    ("fsync",),
    ("ftruncate",),
    ("unlink", "unlinkat"),
    ("rename", "renameat", "renameat2"),
    ("openat",),
    ("mkdir", "mkdirat"),
)
LESER = (("pread64",), ("newfstatat", "fstat", "stat"))
HVER_SJETTE = 6  # of the calls that only look, of which there are a thousand
SKRIVER = ("pwrite64", "write", "sendfile", "fdatasync", "fsync", "openat", "mkdir")
FRED = ("gjenopprettet", "skrivebeskyttet")


@dataclass(frozen=True)
class Feil:
    """What happens in a call: killed, or an error; once or from then on."""

    kall: tuple[str, ...]
    slag: str
    varig: bool = False
    skritt: int = 1

    def uttrykk(self, nummer: int) -> str:
        """Return it as strace wants it, for the N-th call."""
        kallene = ",".join(f"?{navn}" for navn in self.kall)
        gjoer = "signal=KILL" if self.slag == "KILL" else f"error={self.slag}"
        return f"inject={kallene}:{gjoer}:when={nummer}{'+' if self.varig else ''}"


@dataclass
class Utfall:
    """What came of a campaign: `feil` is empty when everything held."""

    kjoert: int = 0
    drept: int = 0
    bekreftet: int = 0
    setninger: int = 0
    feil: list[str] = field(default_factory=list)


def feilene() -> list[Feil]:
    """Return every fault: killed everywhere, a broken disk everywhere, a full disk where something is written."""
    alle = [Feil(kall, slag) for kall in KALL for slag in ("KILL", "EIO")]
    alle += [Feil(kall, "EIO", skritt=HVER_SJETTE) for kall in LESER]
    skrivende = [kall for kall in KALL if kall[0] in SKRIVER]
    alle += [Feil(kall, "ENOSPC", varig) for kall in skrivende for varig in (False, True)]
    return [*alle, Feil(("openat",), "EMFILE"), Feil(("rename", "renameat"), "EACCES", varig=True)]


def kampanje(antall: int | None) -> Iterator[Rad]:
    """Yield the line of F2."""
    utfall = kjoer(antall, froe=time.time_ns())
    resultat = (
        f"{utfall.drept} drept, {utfall.bekreftet} bekreftede notater, {utfall.setninger} feil sagt med en setning, "
        f"{len(utfall.feil)} mistet, skadet eller uten setning"
    )
    for linje in utfall.feil[:20]:
        print("     ", linje, flush=True)
    yield Rad("F2", "systemkall som svikter", utfall.kjoert, resultat, not utfall.feil)


def kjoer(antall: int | None, *, froe: int, for_tidlig: bool = False) -> Utfall:
    """Run the matrix, or `antall` points of it chosen by the seed.

    `for_tidlig` acknowledges before the COMMIT: a control that the campaign is able to fail.
    """
    utfall = Utfall()
    mappe = Path(tempfile.mkdtemp(prefix="f2-"))
    try:
        tom_prosess()
        slipp_til_strace()
        _varm_opp(mappe)
        if antall is None:
            for feil in feilene():
                nummer = 1
                while nummer < LENGST and _ett(mappe, feil, nummer, utfall, for_tidlig=for_tidlig):
                    nummer += feil.skritt
        else:
            punkter = _punktene(mappe)
            random.Random(froe).shuffle(punkter)
            for feil, nummer in punkter[:antall]:
                _ett(mappe, feil, nummer, utfall, for_tidlig=for_tidlig)
    finally:
        shutil.rmtree(mappe, ignore_errors=True)
    return utfall


def _kjoer_i(mappe: Path, valg: list[str], logg: Path, *, for_tidlig: bool) -> tuple[list[str], int]:
    shutil.rmtree(mappe, ignore_errors=True)
    legg_ut(mappe)
    (mappe / DOKUMENT).write_bytes(GAMMELT)
    return med_strace(lambda ut: _scenario(mappe, ut, for_tidlig=for_tidlig), ["-f", *valg], logg)


def _varm_opp(mappe: Path) -> None:
    """Load everything once here, so that no child imports anything while calls fail; its threads end with it."""
    les, skriv = socket.socketpair()
    with les, skriv:
        _scenario(mappe / "varm2", skriv, for_tidlig=False)
        for aarsak in ("", os.strerror(errno.EIO), "SQLITE_IOERR"):
            setning(KunneIkkeLagre(sti="x", aarsak=aarsak))


def _punktene(mappe: Path) -> list[tuple[Feil, int]]:
    """Count the calls of an undisturbed run: each is a place where something can fail."""
    logg = mappe / "teller"
    _kjoer_i(mappe / "teller-mappe", ["-e", "trace=all"], logg, for_tidlig=False)
    antall = Counter(re.findall(r"^(\d+) +(\w+)\(", logg.read_text(errors="replace"), re.MULTILINE))
    mest: Counter[str] = Counter()
    for (_, navn), ganger in antall.items():
        mest[navn] = max(mest[navn], ganger)
    return [(f, n) for f in feilene() for n in range(1, max(mest[k] for k in f.kall) + 1, f.skritt)]


def _ett(mappe: Path, feil: Feil, nummer: int, utfall: Utfall, *, for_tidlig: bool) -> bool:
    """Run with one fault; return whether it happened."""
    her = mappe / "her"
    logg = mappe / "logg"
    kallene = ",".join(f"?{navn}" for navn in feil.kall)
    linjer, status = _kjoer_i(her, ["-e", f"trace={kallene}", "-e", feil.uttrykk(nummer)], logg, for_tidlig=for_tidlig)
    spor = logg.read_text(errors="replace")
    traff = "INJECTED" in spor or "killed by SIGKILL" in spor
    utfall.kjoert += traff
    utfall.drept += os.WIFSIGNALED(status)
    navn = f"{'/'.join(feil.kall[:1])} {feil.slag} nr. {nummer}{'+' if feil.varig else ''}"
    funn = [linje for linje in linjer if linje.startswith("FEIL")]
    if linjer[-1:] != ["SLUTT"] and not os.WIFSIGNALED(status):
        funn.append(f"FEIL ble ikke ferdig ({linjer[-1:]})")
    bekreftet = {linje.removeprefix("ACK ") for linje in linjer if linje.startswith("ACK ")}
    setninger = [linje for linje in linjer if linje.startswith("KJENT")]
    utfall.bekreftet += len(bekreftet)
    utfall.setninger += len(setninger)
    etter = i_fork(lambda ut: _se_etter(her, linjer, bekreftet, ut))
    funn += [linje for linje in etter if linje.startswith("FEIL")]
    if etter[-1:] != ["SLUTT"]:
        funn.append("FEIL ettersynet ble ikke ferdig")
    utfall.feil += [f"{navn}: {linje}" for linje in funn]
    return traff


# -- what is done, and what must be there afterwards ------------------------------------------------------------


def _scenario(mappe: Path, ut: socket.socket, *, for_tidlig: bool) -> None:
    if not os.path.exists(mappe / NAVN):  # noqa: PTH110 - the fault may strike here too, and Path.exists would raise
        legg_ut(mappe)
    fil = _proev(ut, lambda: aapne(mappe / NAVN, mappe / "arbeid"))
    if fil is None:
        return
    for melding in fil.meldinger:
        if melding.noekkel not in FRED:
            si(ut, f"FEIL melding {melding.noekkel}")
    for runde in range(2):
        for _ in range(2):
            _skriv(fil, ut, for_tidlig=for_tidlig)
        if _proev(ut, fil.lagre) is not None:
            si(ut, f"LAGRET {fil.sti}")
        if runde == 0:
            _proev(ut, fil.ta_sikkerhetskopi)
            _proev(ut, lambda: fil.lagre_kopi(mappe / "kopi.verksted"))
            _proev(ut, lambda: fil.angrestatus(LEDER))
            if _proev(ut, lambda: skriv_dokument(fil, mappe, NYTT)) is not None:
                si(ut, "DOKUMENT")
    _skriv(fil, ut, for_tidlig=for_tidlig)
    if _proev(ut, lambda: _lukk(fil)):
        si(ut, "LUKKET")


def _lukk(fil: Prosessfil) -> bool:
    fil.lukk()
    return True


def _skriv(fil: Prosessfil, ut: socket.socket, *, for_tidlig: bool) -> None:
    """Write a note, and send it again with the same id when it was not acknowledged."""
    note_id = ny_id()
    if for_tidlig:
        si(ut, f"ACK {note_id}")
    for _ in range(2):
        if _proev(ut, lambda: note(fil, note_id)) is not None:
            si(ut, f"ACK {note_id}")
            return


def _proev(ut: socket.socket, gjoer: Callable[[], T]) -> T | None:
    """Return what came of it; a known error is said with its sentence."""
    try:
        return gjoer()
    except KjentFeil as feil:
        si(ut, f"KJENT {setning(feil)}")
        return None


def _se_etter(mappe: Path, linjer: list[str], bekreftet: set[str], ut: socket.socket) -> None:
    """Look at what is left as the next opening does."""
    if not proev(mappe / NAVN):
        si(ut, "FEIL brukerfila er ikke hel")
    kopi = mappe / "kopi.verksted"
    if kopi.exists() and not proev(kopi):
        si(ut, "FEIL kopien er ikke hel")
    dokument = (mappe / DOKUMENT).read_bytes()
    if dokument != NYTT and (dokument != GAMMELT or "DOKUMENT" in linjer):
        si(ut, "FEIL dokumentet er verken gammelt eller nytt")
    siste = max((n for n, linje in enumerate(linjer) if linje.startswith(("LAGRET", "LUKKET"))), default=0)
    lagret = {linje.removeprefix("ACK ") for linje in linjer[:siste] if linje.startswith("ACK ")}
    annen = mappe / "annen maskin"
    annen.mkdir()
    shutil.copyfile(mappe / NAVN, annen / NAVN)
    with aapne(annen / NAVN, annen / "arbeid") as fil:
        if fil.meldinger:
            si(ut, f"FEIL melding {fil.meldinger[0].noekkel} på en annen maskin")
        if mangler := lagret - notene(fil):
            si(ut, f"FEIL {len(mangler)} mangler i brukerfila")
    with aapne(mappe / NAVN, mappe / "arbeid") as fil:
        for melding in fil.meldinger:
            if melding.noekkel != "gjenopprettet":
                si(ut, f"FEIL melding {melding.noekkel}")
        if mangler := bekreftet - notene(fil):
            si(ut, f"FEIL mistet {len(mangler)}")
        for funn in fil.kontroller().funn:
            si(ut, f"FEIL funn {funn}")
        note(fil, ny_id())
    if not proev(mappe / NAVN):
        si(ut, "FEIL brukerfila er ikke hel etterpå")


if __name__ == "__main__":
    ANTALL = int(sys.argv[1]) or None
    print(json.dumps(asdict(kjoer(ANTALL, froe=int(sys.argv[2]), for_tidlig=len(sys.argv) > 3))))
