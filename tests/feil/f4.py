"""F4: the disk is full while somebody writes, saves, copies and exports.

Three ways: SQLite's own limit on pages, a limit on the size of files in a child, and a real small disk (tmpfs) in a
name space of its own, with the working folder, the user's file or both on it. After each error just as many MB are
freed as the sentence asks for, and the same is tried again: then it must work. What was acknowledged is there, and
an old file is untouched until the new one is whole.
"""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.feil.barn import i_fork, i_navnerom, si
from tests.feil.grunnlag import DOKUMENT, NAVN, aapne, legg_ut, note, notene, setning, skriv_dokument, tom_prosess
from tests.feil.rad import Rad
from verksted.kjerne.feil import KjentFeil
from verksted.kjerne.ider import ny_id
from verksted.lager.feil import DiskenErFull
from verksted.lager.fil import fingeravtrykk_av, proev

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Iterator

    from verksted.lager.prosessfil import Prosessfil

FULLT_ANTALL = 300
KOPI = "kopi.verksted"
LANG = "et ord og et til " * 200
STEG = ("note",) * 6 + ("lagre", "eksporter", "kopi", "sikkerhetskopi")
STEDER = ("brukerens disk", "arbeidsdisken", "samme disk")


@dataclass
class Utfall:
    """What came of a campaign: `feil` is empty when everything held."""

    runder: int = 0
    fullt: int = 0
    bekreftet: int = 0
    feil: list[str] = field(default_factory=list)

    def rad(self, hva: str) -> Rad:
        """Return the line of the table."""
        galt = f"{len(self.feil)} mistet, halve eller uklare"
        resultat = f"{self.fullt} ganger fullt, {self.bekreftet} bekreftede notater, {galt}"
        for linje in self.feil[:10]:
            print("     ", linje, flush=True)
        return Rad("F4", hva, self.runder, resultat, not self.feil and self.fullt > 0)


@dataclass
class Arbeid:
    """One open process at work, and what it has been promised."""

    fil: Prosessfil
    mappe: Path
    tilfeldig: random.Random
    utfall: Utfall
    bekreftet: set[str] = field(default_factory=set)

    def gjoer(self, steg: str, frigjoer: Callable[[KjentFeil], None]) -> bool:
        """Do one thing, again after room is made; say whether the disk was full. What was there stays until then."""
        note_id = ny_id()
        data = os.urandom(self.tilfeldig.randrange(1_000, 900_000))
        foer = {navn: _avtrykk(self.mappe / navn) for navn in (NAVN, KOPI, DOKUMENT)}
        try:
            self._proev(steg, note_id, data)
        except KjentFeil as feil:
            self.utfall.fullt += 1
            if {navn: _avtrykk(self.mappe / navn) for navn in foer} != foer and steg != "lagre":
                self.utfall.feil.append(f"{steg}: noe er endret enda det ikke var plass")
            frigjoer(feil)
            try:
                self._proev(steg, note_id, data)
            except KjentFeil as igjen:
                self.utfall.feil.append(f"{steg}: ikke plass etter at det er frigjort: {setning(igjen)}")
            return True
        return False

    def _proev(self, steg: str, note_id: str, data: bytes) -> None:
        if steg == "note":
            note(self.fil, note_id, f"{LANG}{note_id}")
            self.bekreftet.add(note_id)
            self.utfall.bekreftet += 1
        elif steg == "lagre":
            self.fil.lagre()
        elif steg == "kopi":
            self.fil.lagre_kopi(self.mappe / KOPI)
        elif steg == "sikkerhetskopi":
            self.fil.ta_sikkerhetskopi()
        else:
            skriv_dokument(self.fil, self.mappe, data)
            if (self.mappe / DOKUMENT).read_bytes() != data:
                self.utfall.feil.append("dokumentet er ikke det som ble skrevet")

    def lukk_og_se_etter(self, arbeid: Path) -> None:
        """Close, open again, and look for everything that was acknowledged."""
        self.fil.lukk()
        for navn in (NAVN, KOPI):
            if (self.mappe / navn).exists() and not proev(self.mappe / navn):
                self.utfall.feil.append(f"{navn} er ikke hel")
        with aapne(self.mappe / NAVN, arbeid) as fil:
            if mangler := self.bekreftet - notene(fil):
                self.utfall.feil.append(f"mistet {len(mangler)}")
            self.utfall.feil += [f"funn {funn}" for funn in fil.kontroller().funn]


def kampanje(antall: int | None) -> Iterator[Rad]:
    """Yield the lines of F4."""
    froe = time.time_ns()
    hver = (antall or FULLT_ANTALL) // 3 + 1
    yield i_sidegrense(hver, froe=froe).rad("databasen får ikke vokse")
    yield i_filgrense(hver, froe=froe).rad("filer får ikke vokse")
    yield paa_liten_disk(hver, froe=froe).rad("disken er full")


def i_sidegrense(antall: int, *, froe: int) -> Utfall:
    """Let SQLite refuse more pages while notes are written, then let it go on."""
    tilfeldig, utfall = random.Random(froe), Utfall()
    mappe = Path(tempfile.mkdtemp(prefix="f4-"))
    try:
        for _ in range(antall):
            utfall.runder += 1
            shutil.rmtree(mappe)
            _i_sidegrense(mappe, tilfeldig, utfall)
    finally:
        shutil.rmtree(mappe)
    return utfall


def _i_sidegrense(mappe: Path, tilfeldig: random.Random, utfall: Utfall) -> None:
    fil = aapne(legg_ut(mappe), mappe / "arbeid")
    arbeid = Arbeid(fil, mappe, tilfeldig, utfall)

    def grense(sider: int) -> None:
        fil._skriver.alene(lambda db: db.execute(f"PRAGMA max_page_count = {sider}").fetchone())

    def frigjoer(feil: KjentFeil) -> None:
        _mb_i(feil, fil._plass.mappe, utfall)
        grense(1 << 30)

    grense(fil._skriver.alene(lambda db: int(db.execute("PRAGMA page_count").fetchone()[0])) + tilfeldig.randrange(12))
    for _ in range(40):
        if arbeid.gjoer("note", frigjoer):
            break
    arbeid.lukk_og_se_etter(mappe / "arbeid")


def i_filgrense(antall: int, *, froe: int) -> Utfall:
    """Forbid files above a size in a child at work (RLIMIT_FSIZE), then allow them again."""
    tilfeldig, utfall = random.Random(froe), Utfall()
    mappe = Path(tempfile.mkdtemp(prefix="f4-"))
    tom_prosess()
    try:
        for _ in range(antall):
            utfall.runder += 1
            shutil.rmtree(mappe)
            grense = tilfeldig.randrange(1, int(len(tom_prosess()) * 1.3))
            steg = tilfeldig.sample(STEG, len(STEG))
            linjer = i_fork(lambda ut, g=grense, s=steg: _i_filgrense(mappe, g, s, tilfeldig, ut))  # type: ignore[misc]
            if linjer[-1:] != ["SLUTT"]:
                utfall.feil += linjer or ["FEIL ingen svar"]
                continue
            barnets = Utfall(**json.loads(linjer[0]))
            utfall.fullt += barnets.fullt
            utfall.bekreftet += barnets.bekreftet
            utfall.feil += barnets.feil
    finally:
        shutil.rmtree(mappe)
    return utfall


def _i_filgrense(mappe: Path, grense: int, stegene: list[str], tilfeldig: random.Random, ut: socket.socket) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    mest = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    utfall = Utfall()
    fil = aapne(legg_ut(mappe), mappe / "arbeid")
    arbeid = Arbeid(fil, mappe, tilfeldig, utfall)

    def slipp(feil: KjentFeil) -> None:
        setning(feil)
        resource.setrlimit(resource.RLIMIT_FSIZE, (mest, mest))

    for steg in stegene:
        resource.setrlimit(resource.RLIMIT_FSIZE, (grense, mest))
        arbeid.gjoer(steg, slipp)
    resource.setrlimit(resource.RLIMIT_FSIZE, (mest, mest))
    arbeid.lukk_og_se_etter(mappe / "arbeid")
    si(ut, json.dumps(asdict(utfall)))


def paa_liten_disk(antall: int, *, froe: int) -> Utfall:
    """Run `_paa_liten_disk` where small disks may be mounted."""
    return Utfall(**json.loads(i_navnerom("tests.feil.f4", antall, froe)))


def _paa_liten_disk(antall: int, *, froe: int) -> Utfall:
    tilfeldig, utfall = random.Random(froe), Utfall()
    rot = Path(tempfile.mkdtemp(prefix="f4-"))
    disk = rot / "disk"
    disk.mkdir()
    try:
        for nummer in range(antall):
            utfall.runder += 1
            _en_liten_disk(rot, disk, STEDER[nummer % 3], tilfeldig, utfall)
    finally:
        shutil.rmtree(rot)
    return utfall


def _en_liten_disk(rot: Path, disk: Path, sted: str, tilfeldig: random.Random, utfall: Utfall) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(disk)], check=True)
    try:
        mappe = disk / "mappe" if sted != "arbeidsdisken" else rot / "mappe"
        arbeidsmappe = disk / "arbeid" if sted != "brukerens disk" else rot / "arbeid"
        fil = aapne(legg_ut(mappe), arbeidsmappe)
        arbeid = Arbeid(fil, mappe, tilfeldig, utfall)
        skriv_dokument(fil, mappe, b"gammelt")

        def frigjoer(feil: KjentFeil) -> None:
            _sett_ledig(disk, _mb_i(feil, disk, utfall) * 1_000_000)

        for steg in tilfeldig.sample(STEG, len(STEG)):
            _sett_ledig(disk, tilfeldig.choice((0, 4096, 20_000, 60_000, 256_000, 800_000)))
            arbeid.gjoer(steg, frigjoer)
        _sett_ledig(disk, 64_000_000)
        arbeid.lukk_og_se_etter(arbeidsmappe)
    finally:
        subprocess.run(["umount", str(disk)], check=True)
        shutil.rmtree(rot / "mappe", ignore_errors=True)
        shutil.rmtree(rot / "arbeid", ignore_errors=True)


def _sett_ledig(disk: Path, ledig: int) -> None:
    """Let the disk have this many bytes left."""
    tall = os.statvfs(disk)
    brukt = (tall.f_blocks - tall.f_bfree) * tall.f_frsize
    subprocess.run(["mount", "-o", f"remount,size={max(brukt + ledig, 4096)}", str(disk)], check=True)


def _mb_i(feil: KjentFeil, disk: Path, utfall: Utfall) -> int:
    """Require the error that names the disk and how much room is needed, in the sentence too; return the MB."""
    sagt = setning(feil)
    sti, mb = str(feil.data.get("sti", "")), feil.data.get("mb")
    navngitt = isinstance(feil, DiskenErFull) and Path(sti).is_relative_to(disk)
    if isinstance(mb, int) and navngitt and sti in sagt and f"{mb} MB" in sagt:
        return mb
    utfall.feil.append(f"uklart: {sagt}")
    return 50


def _avtrykk(sti: Path) -> str:
    return fingeravtrykk_av(sti) if sti.exists() else ""


if __name__ == "__main__":
    print(json.dumps(asdict(_paa_liten_disk(int(sys.argv[1]), froe=int(sys.argv[2])))))
