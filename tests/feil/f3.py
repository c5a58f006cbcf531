"""F3: the power goes. What was not flushed by then is lost at random; no acknowledged note may be.

The program's own SQL is recorded while it works, and played again by apsw on a disk that forgets, with the program's
own pragmas. At chosen moments the disk says what a power cut would leave, and the real program opens that.
Without flushing the same must fail: the controls (synchronous = OFF, and FULL, which leaves the folder unflushed).
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import apsw

from tests.feil.disk import Disk, Innhold
from tests.feil.grunnlag import NAVN, aapne, legg_ut, note, notene, tom_prosess
from tests.feil.rad import Rad
from tests.lager.proevefil import LEDER
from verksted.handlinger.innspill import revider_innspill
from verksted.kjerne.feil import KjentFeil
from verksted.kjerne.ider import ny_id
from verksted.lager import motor
from verksted.lager.plass import Plass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FULLT_ANTALL = 600
KONTROLL = 120
PRODUKTETS = "EXTRA"
BASE = "arbeid.db"
Steg = tuple[str, Any]  # "sql" with its parameters, or "ACK" with the id of a note


@dataclass
class Utfall:
    """What came of a campaign: `feil` is empty when everything held."""

    brudd: int = 0
    bekreftet: int = 0
    feil: list[str] = field(default_factory=list)


def kampanje(antall: int | None) -> Iterator[Rad]:
    """Yield the lines of F3 for the database: as the product is, and the control."""
    froe = time.time_ns()
    utfall = kjoer(antall or FULLT_ANTALL, froe=froe)
    resultat = f"{utfall.bekreftet} ganger et bekreftet notat, {len(utfall.feil)} mistet eller skadet"
    yield Rad("F3", "strømmen går", utfall.brudd, resultat, not utfall.feil)
    for synkronisering, hva in (("FULL", "uten at mappa skylles"), ("OFF", "uten at noe skylles")):
        kontroll = kjoer(KONTROLL, froe=froe, synkronisering=synkronisering)
        resultat = f"{len(kontroll.feil)} mistet eller skadet, slik det skal være"
        yield Rad("F3", f"strømmen går, {hva} (kontroll)", kontroll.brudd, resultat, bool(kontroll.feil))


def kjoer(antall: int, *, froe: int, synkronisering: str = PRODUKTETS) -> Utfall:
    """Cut the power at `antall` moments chosen by the seed, and look at what is left each time."""
    tilfeldig = random.Random(froe)
    mappe = Path(tempfile.mkdtemp(prefix="f3-"))
    try:
        stegene = _ta_opp(mappe / "opptak", antall_noter=12)
        ganger = len(_spill(stegene, synkronisering, lambda _disk, _ack, _nr: None))
        valgte = [tilfeldig.randrange(ganger) for _ in range(antall)]
        utfall = Utfall()

        def brudd(disk: Disk, bekreftet: set[str], nummer: int) -> None:
            for _ in range(valgte.count(nummer)):
                utfall.brudd += 1
                utfall.bekreftet += len(bekreftet)
                if funn := _se_etter(mappe / "etter", disk.etter_brudd(tilfeldig), bekreftet):
                    utfall.feil.append(f"skriving nr. {nummer}: {funn}")

        _spill(stegene, synkronisering, brudd)
        return utfall
    finally:
        shutil.rmtree(mappe)


def _ta_opp(mappe: Path, *, antall_noter: int) -> list[Steg]:
    """Let the program work, and return the SQL of its writing connection with the acknowledgements in between."""
    stegene: list[Steg] = []

    class Opptaker(motor._SkrivendeTilkobling):
        def execute(self, sql: str, verdier: Any = (), /) -> sqlite3.Cursor:
            stegene.append((sql, tuple(verdier)))
            return super().execute(sql, verdier)

        def executescript(self, sql: str, /) -> sqlite3.Cursor:
            stegene.append((sql, ()))
            return super().executescript(sql)

    legg_ut(mappe)
    with patch.object(motor, "_SkrivendeTilkobling", Opptaker):
        fil = aapne(mappe / NAVN, mappe / "arbeid")
    with fil:
        for nummer in range(antall_noter):
            note_id = ny_id()
            kode = note(fil, note_id)
            if nummer % 4 == 1:
                fil.utfoer(revider_innspill, LEDER, kode=kode, tekst="Nye ord " * 200)
            if nummer % 4 == 2:
                fil.angre(LEDER)
                fil.gjoer_om(LEDER)
            stegene.append(("ACK", note_id))
            if nummer % 4 == 3:
                fil.lagre()
    return stegene


def _spill(stegene: list[Steg], synkronisering: str, brudd: Callable[[Disk, set[str], int], None]) -> list[str]:
    """Play the recording on a disk that forgets; call `brudd` before each change of the disk. Return the changes."""
    disk = Disk()
    start = Innhold(naa=bytearray(tom_prosess()))
    start.synk()
    disk.sett(BASE, start)
    disk.synk_navn()
    bekreftet: set[str] = set()
    endringer: list[str] = []

    def meld(hva: str) -> None:
        brudd(disk, bekreftet, len(endringer))
        endringer.append(hva)

    vfs = _Vfs(disk, meld)
    db = apsw.Connection(BASE, vfs=vfs.navn)
    try:
        for sql, verdier in stegene:
            if sql == "ACK":
                bekreftet.add(verdier)
                continue
            riktig = sql.replace("synchronous = EXTRA", f"synchronous = {synkronisering}")
            list(db.execute(riktig, verdier))
        meld("slutt")
    finally:
        db.close()
        vfs.unregister()
    return endringer


def _se_etter(mappe: Path, filer: dict[str, bytes], bekreftet: set[str]) -> str:
    """Start the program on what the power cut left; return what is wrong, or nothing."""
    shutil.rmtree(mappe, ignore_errors=True)
    sti = legg_ut(mappe)
    plass = Plass.til(sti, mappe / "arbeid")
    plass.mappe.mkdir(parents=True)
    for navn, data in filer.items():
        (plass.mappe / navn).write_bytes(data)
    try:
        with aapne(sti, mappe / "arbeid") as fil:
            uventet = [m.noekkel for m in fil.meldinger if m.noekkel != "gjenopprettet"]
            mangler = bekreftet - notene(fil)
            funn = fil.kontroller().funn
    except KjentFeil as feil:
        return repr(feil)
    return "; ".join([*uventet, *(f"mistet {m}" for m in mangler), *(str(f) for f in funn)])


class _Vfs(apsw.VFS):
    """SQLite's files in memory; every write, cut, flush and deletion is told before it happens."""

    def __init__(self, disk: Disk, meld: Callable[[str], None]) -> None:
        self.navn = f"glemsk-{ny_id()}"
        self.disk = disk
        self.meld = meld
        super().__init__(self.navn, "")

    def xFullPathname(self, navn: str) -> str:
        return navn

    def xAccess(self, navn: str, _flagg: int) -> bool:
        return navn in self.disk.filer

    def xDelete(self, navn: str, synk_mappa: bool) -> None:  # noqa: FBT001 - SQLite's own
        self.meld("slett")
        self.disk.sett(navn, None)
        if synk_mappa:
            self.meld("synk mappa")
            self.disk.synk_navn()

    def xOpen(self, navn: Any, flagg: list[int]) -> _Fil:
        sti = navn.filename() if isinstance(navn, apsw.URIFilename) else navn
        flagg[1] = flagg[0]
        if sti is None:
            return _Fil(Disk(), Innhold(), lambda _: None)
        if sti not in self.disk.filer:
            self.meld("ny")
            self.disk.sett(sti, Innhold())
        return _Fil(self.disk, self.disk.filer[sti], self.meld)


class _Fil(apsw.VFSFile):
    def __init__(self, disk: Disk, innhold: Innhold, meld: Callable[[str], None]) -> None:  # nothing lies below it
        self.disk, self.innhold, self.meld = disk, innhold, meld

    def xRead(self, antall: int, sted: int) -> bytes:
        return bytes(self.innhold.naa[sted : sted + antall])

    def xWrite(self, data: bytes, sted: int) -> None:
        self.meld("skriv")
        self.innhold.skriv(sted, bytes(data))

    def xTruncate(self, lengde: int) -> None:
        self.meld("kort")
        self.innhold.skriv(lengde, None)

    def xSync(self, _flagg: int) -> None:
        self.meld("synk")
        self.innhold.synk()
        if any(innhold is self.innhold for _, innhold in self.disk.flyktig):  # as SQLite does for a new journal
            self.disk.synk_navn()

    def xFileSize(self) -> int:
        return len(self.innhold.naa)

    def xSectorSize(self) -> int:
        return 4096

    def xDeviceCharacteristics(self) -> int:
        return int(apsw.SQLITE_IOCAP_POWERSAFE_OVERWRITE)

    def xCheckReservedLock(self) -> bool:
        return False

    def xFileControl(self, _op: int, _peker: int) -> bool:
        return False

    def xLock(self, _nivaa: int) -> None: ...

    def xUnlock(self, _nivaa: int) -> None: ...

    def xClose(self) -> None: ...
