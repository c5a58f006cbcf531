"""F10: somebody holds the file when the new one is to be swapped in: a virus scanner, a sync program, Word.

Up to four refusals in a row are waited out; after the fifth comes a clear sentence, the old file stands, the work is
safe, and the next attempt goes through.
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
from unittest.mock import patch

from tests.feil.grunnlag import DOKUMENT, NAVN, aapne, legg_ut, note, notene, setning, skriv_dokument
from tests.feil.rad import Rad
from verksted.kjerne.feil import KjentFeil
from verksted.kjerne.ider import ny_id
from verksted.lager import fil as filmodul
from verksted.lager.fil import proev

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FULLT_ANTALL = 300
KOPI = "kopi.verksted"
TAALER = 4
LENGST = 2.0  # seconds, all the waits together
GAMMELT = b"gammelt dokument"


@dataclass
class Utfall:
    """What came of a campaign: `feil` is empty when everything held."""

    runder: int = 0
    ventet_ut: int = 0
    sagt: int = 0
    feil: list[str] = field(default_factory=list)


def kampanje(antall: int | None) -> Iterator[Rad]:
    """Yield the line of F10."""
    utfall = kjoer(antall or FULLT_ANTALL, froe=time.time_ns())
    for linje in utfall.feil[:10]:
        print("     ", linje, flush=True)
    galt = f"{len(utfall.feil)} mistet, halve eller uklare"
    resultat = f"{utfall.ventet_ut} ventet ut, {utfall.sagt} sagt med en setning, {galt}"
    yield Rad("F10", "noen holder fila", utfall.runder, resultat, not utfall.feil)


def kjoer(antall: int, *, froe: int) -> Utfall:
    """Refuse the swap 0 to 7 times in a row, for the file, a copy and a document."""
    tilfeldig, utfall = random.Random(froe), Utfall()
    mappe = Path(tempfile.mkdtemp(prefix="f10-"))
    try:
        for nummer in range(antall):
            shutil.rmtree(mappe)
            utfall.runder += 1
            _en_runde(mappe, (NAVN, KOPI, DOKUMENT)[nummer % 3], nummer // 3 % 8, tilfeldig, utfall)
    finally:
        shutil.rmtree(mappe)
    return utfall


def _en_runde(mappe: Path, navn: str, ganger: int, tilfeldig: random.Random, utfall: Utfall) -> None:
    fil = aapne(legg_ut(mappe), mappe / "arbeid")
    for gammel in (KOPI, DOKUMENT):
        (mappe / gammel).write_bytes(GAMMELT)
    note_id, data = ny_id(), os.urandom(tilfeldig.randrange(1, 50_000))
    note(fil, note_id)
    foer = (mappe / navn).read_bytes()
    gjoer: dict[str, Callable[[], object]] = {
        NAVN: fil.lagre,
        KOPI: lambda: fil.lagre_kopi(mappe / KOPI),
        DOKUMENT: lambda: skriv_dokument(fil, mappe, data),
    }
    sted = f"{navn}, nektet {ganger} ganger"
    ventet: list[float] = []
    with patch.object(Path, "replace", _sperret(mappe / navn, ganger)), patch.object(filmodul, "sleep", ventet.append):
        try:
            gjoer[navn]()
        except KjentFeil as feil:
            utfall.sagt += 1
            if ganger <= TAALER or str(mappe / navn) not in setning(feil):
                utfall.feil.append(f"{sted}: {setning(feil)}")
            if (mappe / navn).read_bytes() != foer:
                utfall.feil.append(f"{sted}: den gamle er endret")
        else:
            utfall.ventet_ut += 1
            if ganger > TAALER:
                utfall.feil.append(f"{sted}: ble ikke sagt")
    if len(ventet) != min(ganger, TAALER) or ventet != sorted(ventet) or sum(ventet) > LENGST:
        utfall.feil.append(f"{sted}: ventet {ventet}")
    gjoer[navn]()
    fil.lukk()
    with aapne(mappe / NAVN, mappe / "annen") as igjen:
        if note_id not in notene(igjen):
            utfall.feil.append(f"{sted}: mistet")
    utfall.feil += [f"{sted}: {funn}" for funn in _se_etter(mappe, navn, data)]


def _se_etter(mappe: Path, navn: str, data: bytes) -> Iterator[str]:
    """Yield what is wrong with the files when everything has got through."""
    for hel in {NAVN, navn} - {DOKUMENT}:
        if not proev(mappe / hel):
            yield f"{hel} er ikke hel"
    if navn == DOKUMENT and (mappe / DOKUMENT).read_bytes() != data:
        yield "dokumentet er ikke det som ble skrevet"
    if rester := [p.name for p in mappe.iterdir() if p.name.endswith(".ny")]:
        yield f"{rester} ligger igjen"


def _sperret(maal: Path, ganger: int) -> Callable[[Path, Path], Path]:
    igjen = [ganger]
    bytt = Path.replace

    def replace(fra: Path, til: Path) -> Path:
        if til == maal and igjen[0]:
            igjen[0] -= 1
            raise PermissionError(13, os.strerror(13))
        return bytt(fra, til)

    return replace
