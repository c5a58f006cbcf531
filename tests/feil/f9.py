"""F9: somebody else has changed the file where our copies go: a sync program, another machine, another Verksted.

What they wrote is never written over; ours goes beside it as «… (konflikt 18.00)», with every acknowledged note. A file
that was only touched is still ours.
"""

from __future__ import annotations

import os
import random
import shutil
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.feil.grunnlag import NAVN, Skribent, aapne, legg_ut, note, setning
from tests.feil.rad import Rad
from verksted.kjerne.feil import KjentFeil
from verksted.kjerne.ider import ny_id
from verksted.lager.fil import proev

if TYPE_CHECKING:
    from collections.abc import Iterator

FULLT_ANTALL = 300
KONFLIKT = "prosess (konflikt 18.00).verksted"


@dataclass
class Utfall:
    """What came of a campaign: `feil` is empty when everything held."""

    runder: int = 0
    konflikter: int = 0
    bekreftet: int = 0
    feil: list[str] = field(default_factory=list)


def kampanje(antall: int | None) -> Iterator[Rad]:
    """Yield the line of F9."""
    utfall = kjoer(antall or FULLT_ANTALL, froe=time.time_ns())
    for linje in utfall.feil[:10]:
        print("     ", linje, flush=True)
    resultat = (
        f"{utfall.konflikter} konfliktfiler, {utfall.bekreftet} bekreftede notater, "
        f"{len(utfall.feil)} overskrevet eller mistet"
    )
    yield Rad("F9", "andre har endret fila", utfall.runder, resultat, not utfall.feil)


def kjoer(antall: int, *, froe: int) -> Utfall:
    """Change the file behind the program's back `antall` times, each way in turn."""
    tilfeldig, utfall = random.Random(froe), Utfall()
    mappe = Path(tempfile.mkdtemp(prefix="f9-"))
    try:
        for nummer in range(antall):
            shutil.rmtree(mappe)
            utfall.runder += 1
            maate = list(MAATER)[nummer % len(MAATER)]
            _en_runde(mappe, maate, tilfeldig, utfall)
    finally:
        shutil.rmtree(mappe)
    return utfall


def _en_runde(mappe: Path, maate: str, tilfeldig: random.Random, utfall: Utfall) -> None:
    her, annen = mappe / "her", mappe / "annen"
    skribent = Skribent.ved(her, her / "arbeid")
    if tilfeldig.random() < 0.7:
        skribent.skriv()
        skribent.fil.lagre()
    MAATER[maate](skribent.fil.sti, annen)
    deres = _bytes(her / NAVN)
    for _ in range(tilfeldig.randint(1, 3)):
        skribent.skriv()
    try:
        skribent.fil.lagre()
        skribent.skriv()
        skribent.fil.lukk()
    except KjentFeil as feil:
        utfall.feil.append(f"{maate}: {setning(feil)}")
        return
    konflikt = her / KONFLIKT
    if maate in VAARE:
        if konflikt.exists():
            utfall.feil.append(f"{maate}: en konfliktfil uten konflikt")
        konflikt = her / NAVN
    elif _bytes(her / NAVN) != deres:
        utfall.feil.append(f"{maate}: det andre skrev, er endret")
    utfall.konflikter += konflikt.name == KONFLIKT
    if not konflikt.exists() or not proev(konflikt):
        utfall.feil.append(f"{maate}: vår egen er ikke hel")
        return
    utfall.bekreftet += len(skribent.skrevet)
    if mangler := skribent.mangler(konflikt, mappe / "ny"):
        utfall.feil.append(f"{maate}: mistet {mangler}")


def _bytes(sti: Path) -> bytes:
    return sti.read_bytes() if sti.is_file() else b""


# -- what others do to the file -----------------------------------------------------------------------------------


def _andre_bytes(sti: Path, _annen: Path) -> None:
    sti.write_bytes(os.urandom(5000))


def _tom(sti: Path, _annen: Path) -> None:
    sti.write_bytes(b"")


def _en_annen_maskin(sti: Path, annen: Path) -> None:
    """Another Verksted has written a note in its own copy, and a sync program has put that here."""
    annen.mkdir(parents=True)
    shutil.copyfile(sti, annen / NAVN)
    with aapne(annen / NAVN, annen / "arbeid") as fil:
        note(fil, ny_id())
    shutil.copyfile(annen / NAVN, sti)


def _en_annen_maskin_med_vaar_tid(sti: Path, annen: Path) -> None:
    """The same, with time and size as they were: sticks count time in steps of two seconds."""
    foer = sti.stat()
    _en_annen_maskin(sti, annen)
    os.truncate(sti, max(foer.st_size, sti.stat().st_size))
    os.utime(sti, ns=(foer.st_atime_ns, foer.st_mtime_ns))


def _byttet_i_ett_grep(sti: Path, annen: Path) -> None:
    _en_annen_maskin(sti, annen)
    ny = sti.with_name("synk.tmp")
    sti.rename(ny)
    ny.rename(sti)
    os.utime(sti)


def _en_eldre(sti: Path, _annen: Path) -> None:
    """A sync program has put an older one back."""
    legg_ut(sti.parent)
    os.utime(sti, ns=(1, 1))
    with sti.open("ab") as fil:
        fil.write(bytes(4096))


def _bare_roert(sti: Path, _annen: Path) -> None:
    os.utime(sti, ns=(10**18, 10**18))


def _skrevet_om_likt(sti: Path, _annen: Path) -> None:
    data = sti.read_bytes()
    sti.unlink()
    sti.write_bytes(data)


def _slettet(sti: Path, _annen: Path) -> None:
    sti.unlink()


VAARE = {"bare rørt", "skrevet om likt", "slettet"}
MAATER = {
    "andre bytes": _andre_bytes,
    "tom": _tom,
    "en annen maskin": _en_annen_maskin,
    "en annen maskin, med vår tid": _en_annen_maskin_med_vaar_tid,
    "byttet i ett grep": _byttet_i_ett_grep,
    "en eldre": _en_eldre,
    "bare rørt": _bare_roert,
    "skrevet om likt": _skrevet_om_likt,
    "slettet": _slettet,
}
