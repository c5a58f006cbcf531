"""F3, the other half: the power goes while a whole file is put in the user's place (save, copy, export).

strace tells every call the program makes in the user's folder; they are done again on a disk that forgets, and at each
of them the disk says what a power cut would leave. The old file or the new one must be there, whole, and after the
program has said that it is saved: the new. Without the flushes the same must fail: the control.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.feil.barn import med_strace, si, slipp_til_strace
from tests.feil.disk import Disk, Innhold
from tests.feil.grunnlag import DOKUMENT, NAVN, aapne, legg_ut, note, skriv_dokument, tom_prosess
from tests.feil.rad import Rad
from verksted.kjerne.ider import ny_id

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator

FULLT_ANTALL = 600
KOPI = "kopi.verksted"
GAMMELT, NYTT = b"gammelt dokument" * 40_000, b"nytt dokument" * 60_000
SAGT: Final = {"LAGRET": NAVN, "KOPI": KOPI, "DOKUMENT": DOKUMENT}
_LINJE: Final = re.compile(r"^(\w+)\((.*)\)\s+= (\d+)(?:<.*>)?$")
_STI: Final = re.compile(r'<((?:\\x..)+)>|"((?:\\x..)*)"')
Kall = tuple[str, tuple[bytes, ...], str]  # name, the paths and strings in it, the whole of its arguments


@dataclass
class Utfall:
    """What came of a campaign: `feil` is empty when everything held."""

    brudd: int = 0
    kall: int = 0
    feil: list[str] = field(default_factory=list)


def kampanje(antall: int | None) -> Iterator[Rad]:
    """Yield the lines of F3 for whole files: as the product is, and the control."""
    froe = time.time_ns()
    utfall = kjoer(antall or FULLT_ANTALL, froe=froe)
    resultat = f"{utfall.kall} kall i brukerens mappe, {len(utfall.feil)} halve, borte eller gamle"
    yield Rad("F3", "strømmen går under lagring, kopi og eksport", utfall.brudd, resultat, not utfall.feil)
    kontroll = kjoer(antall or FULLT_ANTALL, froe=froe, uten_skylling=True)
    resultat = f"{len(kontroll.feil)} halve, borte eller gamle, slik det skal være"
    yield Rad("F3", "det samme uten at noe skylles (kontroll)", kontroll.brudd, resultat, bool(kontroll.feil))


def kjoer(antall: int, *, froe: int, uten_skylling: bool = False) -> Utfall:
    """Cut the power at `antall` moments chosen by the seed, and look at what is left each time."""
    tilfeldig = random.Random(froe)
    mappe = Path(tempfile.mkdtemp(prefix="f3kopi-"))
    try:
        kallene = _ta_opp(mappe)
        nye = {navn: (mappe / navn).read_bytes() for navn in SAGT.values()}
        utfall = Utfall(kall=len(kallene))
        valgte = sorted(tilfeldig.randrange(len(kallene) + 1) for _ in range(antall))
        for moment in valgte:
            utfall.brudd += 1
            disk, sagt = _spill(mappe, kallene[:moment], uten_skylling=uten_skylling)
            for funn in _se_etter(disk.etter_brudd(tilfeldig), nye, sagt):
                utfall.feil.append(f"kall nr. {moment}: {funn}")
        return utfall
    finally:
        shutil.rmtree(mappe)


def _ta_opp(mappe: Path) -> list[Kall]:
    """Return the calls in the user's folder of one saving, one copy and one export."""
    _legg_ut(mappe)
    logg = mappe / "logg"
    navn = "openat,write,sendfile,copy_file_range,ftruncate,fsync,fdatasync,sendto"
    bytter = "?rename,?renameat,?renameat2,?unlink,?unlinkat"
    slipp_til_strace()
    linjer, _ = med_strace(
        lambda ut: _arbeid(mappe, ut), ["-y", "-xx", "-s", "9000000", "-e", f"trace={navn},{bytter}"], logg
    )
    if linjer[-1:] != ["SLUTT"]:
        raise RuntimeError(linjer)
    kallene = []
    for linje in logg.read_text(encoding="ascii").splitlines():
        if treff := _LINJE.match(linje):
            ord_ = tuple(bytes.fromhex((a or b).replace("\\x", "")) for a, b in _STI.findall(treff[2]))
            if treff[1] == "sendto" or any(_i_mappa(mappe, sti) for sti in ord_):
                kallene.append((treff[1], ord_, treff[2]))
    return kallene


def _legg_ut(mappe: Path) -> None:
    legg_ut(mappe)
    (mappe / DOKUMENT).write_bytes(GAMMELT)
    (mappe / KOPI).write_bytes(GAMMELT)


def _arbeid(mappe: Path, ut: socket.socket) -> None:
    with aapne(mappe / NAVN, mappe / "arbeid") as fil:
        note(fil, ny_id())
        fil.lagre()
        si(ut, "LAGRET")
        fil.lagre_kopi(mappe / KOPI)
        si(ut, "KOPI")
        skriv_dokument(fil, mappe, NYTT)
        si(ut, "DOKUMENT")


def _i_mappa(mappe: Path, sti: bytes) -> bool:
    """Say whether it is the user's folder or something straight in it."""
    return sti == bytes(mappe) or sti.rpartition(b"/")[0] == bytes(mappe)


def _spill(mappe: Path, kallene: list[Kall], *, uten_skylling: bool) -> tuple[Disk, list[str]]:
    """Do the calls again on a disk that forgets; return it, and what the program had said by then."""
    disk, sagt = Disk(), []
    for navn, data in ((NAVN, tom_prosess()), (DOKUMENT, GAMMELT), (KOPI, GAMMELT)):
        innhold = Innhold(naa=bytearray(data))
        innhold.synk()
        disk.sett(navn, innhold)
    disk.synk_navn()
    for kall, ord_, alt in kallene:
        if kall == "sendto":
            sagt += [o.decode().strip() for o in ord_ if o.decode().strip() in SAGT]
            continue
        stier = [o.rpartition(b"/")[2].decode() for o in ord_ if _i_mappa(mappe, o) and o != bytes(mappe)]
        if kall == "openat":
            _aapnet(disk, stier, alt)
        elif kall == "write":
            innhold = disk.filer[stier[0]]
            innhold.skriv(len(innhold.naa), ord_[-1])
        elif kall in {"fsync", "fdatasync"}:
            if uten_skylling:
                continue
            if stier:
                disk.filer[stier[0]].synk()
            else:
                disk.synk_navn()
        elif kall.startswith("rename"):
            disk.bytt(stier[0], stier[1])
        elif kall.startswith("unlink"):
            disk.sett(stier[0], None)
        else:
            raise AssertionError(kall)
    return disk, sagt


def _aapnet(disk: Disk, stier: list[str], alt: str) -> None:
    if not stier or ("O_WRONLY" not in alt and "O_RDWR" not in alt):
        return
    if "O_CREAT" in alt and stier[0] not in disk.filer:
        disk.sett(stier[0], Innhold())
    if "O_TRUNC" in alt:
        disk.filer[stier[0]].skriv(0, None)


def _se_etter(filer: dict[str, bytes], nye: dict[str, bytes], sagt: list[str]) -> Iterator[str]:
    """Yield what is not as it should be: each file is the old one or the new one, and the new one once it was said."""
    gamle = {NAVN: tom_prosess(), DOKUMENT: GAMMELT, KOPI: GAMMELT}
    for ord_, navn in SAGT.items():
        data = filer.get(navn)
        if data not in (gamle[navn], nye[navn]):
            yield f"{navn} er {'borte' if data is None else 'halv'}"
        elif data != nye[navn] and ord_ in sagt:
            yield f"{navn} er den gamle, enda det nye var bekreftet"


if __name__ == "__main__":
    SVAR = [kjoer(int(sys.argv[1]), froe=int(sys.argv[2]), uten_skylling=uten) for uten in (False, True)]
    print(json.dumps([asdict(utfall) for utfall in SVAR]))
