"""The child that reads one file: its limits, what it may not do, and the answer it sends home.

Started by `trygg` with spawn, in a frozen program too. Whatever happens here, home gets a message or a closed pipe.
"""

from __future__ import annotations

import faulthandler
import gc
import io
import os
import pickle
import signal
import stat
import sys
import types
from dataclasses import dataclass, is_dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from verksted.innlesing.trygg.feil import InnfilaErForStor
from verksted.innlesing.trygg.pakkeretting import rett
from verksted.innlesing.trygg.pakkevakt import Grenser, undersoek
from verksted.kjerne.feil import KjentFeil

if sys.platform != "win32":
    import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection
    from pathlib import Path

    from verksted.innlesing.trygg.slag import Filslag

# Messages home: (STEG, name), (SVAR, result, sha256), (KJENT, class, data), (DISK, reason), (MINNE,),
# (KRASJ, the exception's name, where).
STEG: Final = "steg"
SVAR: Final = "svar"
KJENT: Final = "kjent"
DISK: Final = "disk"
MINNE: Final = "minne"
KRASJ: Final = "krasj"
# More than this is no list of people, goals, posts or facts.
STOERSTE_SVAR: Final = 256 << 20

_PUSTEROM: Final = 64 << 20
_SKRIVER: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_NEKTES: Final = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile",
    "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown",
    "shutil.", "webbrowser.", "urllib.", "ftplib.", "smtplib.", "http.client.", "winreg.Set", "winreg.Create",
)  # fmt: skip


# Readers make much and throw little away: looking for rings as often as Python does costs a fifth of the reading.
_SOEPPEL: Final = 50_000


@dataclass(frozen=True, slots=True)
class Oppdrag:
    """One file to read. `les` and what it returns travel by name, so they must stand in a module of ours."""

    sti: Path
    les: Callable[[bytes, str], Any]
    ventet: frozenset[Filslag]
    grenser: Grenser
    minne: int
    sekunder: float


def barn(hjem: Connection, oppdrag: Oppdrag) -> None:
    """Read the file and send the answer; ends the process itself, so that nothing else of the child is run."""
    _sett_grenser(oppdrag)
    _steng_ute()
    gc.set_threshold(_SOEPPEL, 20, 20)
    try:
        melding = _les(hjem, oppdrag)
    except KjentFeil as feil:
        melding = _pakk((KJENT, type(feil), dict(feil.data)))
    except MemoryError:
        _gi_pusterom()
        melding = _pakk((MINNE,))
    except BaseException as feil:  # noqa: BLE001 - whatever a library comes up with, the user gets one sentence
        melding = _pakk((KRASJ, type(feil).__name__, _spor(feil)))
    hjem.send_bytes(melding)
    hjem.close()
    os._exit(0)


def _les(hjem: Connection, oppdrag: Oppdrag) -> bytes:
    def steg(navn: str) -> None:
        hjem.send_bytes(_pakk((STEG, navn)))

    filnavn = oppdrag.sti.name
    steg("henter")
    try:
        data = _hent(oppdrag.sti, oppdrag.grenser)
    except OSError as feil:
        return _pakk((DISK, feil.strerror or ""))
    steg("undersoeker")
    funn = undersoek(data, filnavn, ventet=oppdrag.ventet, grenser=oppdrag.grenser)
    steg("leser")
    lest = oppdrag.les(rett(data) if funn.maa_rettes else data, filnavn)
    if funn.merknader and is_dataclass(lest) and not isinstance(lest, type) and hasattr(lest, "problemer"):
        lest = replace(lest, problemer=(*funn.merknader, *lest.problemer))
    steg("sender")
    melding = _pakk((SVAR, lest, sha256(data).hexdigest()))
    if len(melding) > STOERSTE_SVAR:
        return _pakk((MINNE,))
    return melding


def _hent(sti: Path, grenser: Grenser) -> bytes:
    """Return the bytes of an ordinary file (raises OSError, InnfilaErForStor); a pipe or a device is none."""
    om = sti.stat()
    if not stat.S_ISREG(om.st_mode):
        raise IsADirectoryError(21, os.strerror(21))
    if om.st_size > grenser.filstoerrelse:
        raise InnfilaErForStor(fil=sti.name, mb=(om.st_size >> 20) + 1, maks=grenser.filstoerrelse >> 20)
    return sti.read_bytes()


# -- the answer ----------------------------------------------------------------------------------------------------


def _bare_til_aa_lese(innhold: dict[str, object]) -> types.MappingProxyType[str, object]:
    """Make the read-only mapping that has no name pickle could send."""
    return types.MappingProxyType(innhold)


class _Pakker(pickle.Pickler):
    """Pickles what readers return: frozen dataclasses, and the read-only mappings among them."""

    def reducer_override(self, ting: object) -> Any:  # noqa: ANN401 - the shape is pickle's own
        if isinstance(ting, types.MappingProxyType):
            return _bare_til_aa_lese, (dict(ting),)
        return NotImplemented


class _Utpakker(pickle.Unpickler):
    """Unpickles only our own classes and plain values: a child that was taken over gets nothing else made here."""

    def __init__(self, inn: io.BytesIO, pakker: frozenset[str]) -> None:
        super().__init__(inn)
        self._pakker = pakker

    _VANLIGE: Final = frozenset({
        ("builtins", "set"), ("builtins", "frozenset"), ("builtins", "list"), ("builtins", "dict"),
        ("builtins", "tuple"), ("builtins", "int"), ("builtins", "str"), ("builtins", "bytearray"),
        ("builtins", "complex"), ("collections", "defaultdict"), ("collections", "OrderedDict"),
        ("collections", "Counter"), ("collections", "deque"), ("datetime", "date"), ("datetime", "datetime"),
        ("datetime", "time"), ("datetime", "timedelta"), ("datetime", "timezone"), ("decimal", "Decimal"),
        ("fractions", "Fraction"),
    })  # fmt: skip

    def find_class(self, modul: str, navn: str) -> Any:  # noqa: ANN401 - pickle's own signature
        funnet = super().find_class(modul, navn)
        egen = modul.partition(".")[0] in self._pakker and isinstance(funnet, type)
        if egen or (modul, navn) in self._VANLIGE or funnet is _bare_til_aa_lese:
            return funnet
        raise pickle.UnpicklingError(f"{modul}.{navn}")


def _pakk(melding: Sequence[object]) -> bytes:
    ut = io.BytesIO()
    _Pakker(ut, protocol=pickle.HIGHEST_PROTOCOL).dump(tuple(melding))
    return ut.getvalue()


def pakk_ut(melding: bytes, pakker: frozenset[str]) -> tuple[Any, ...]:
    """Return a message from the child, with classes from these top packages; what no reader returns is a KRASJ."""
    try:
        innhold: tuple[Any, ...] = _Utpakker(io.BytesIO(melding), pakker).load()
    except (pickle.UnpicklingError, EOFError, AttributeError, ImportError, TypeError, ValueError, IndexError) as feil:
        return KRASJ, type(feil).__name__, _spor(feil)
    return innhold


def _spor(feil: BaseException) -> tuple[str, ...]:
    """Return where it went wrong, newest last; never the error's own words, which may hold what the file says."""
    spor, linjer = feil.__traceback__, []
    while spor is not None:
        linjer.append(f"{spor.tb_frame.f_code.co_filename}:{spor.tb_lineno} {spor.tb_frame.f_code.co_name}")
        spor = spor.tb_next
    return tuple(linjer[-12:])


# -- limits --------------------------------------------------------------------------------------------------------


def _sett_grenser(oppdrag: Oppdrag) -> None:
    """Let the system hold the limits, where it can; the clock and the watch on memory in `lesing` hold everywhere."""
    tomt = os.open(os.devnull, os.O_RDWR)
    for stroem in (1, 2):  # a library's complaints are not for the user's terminal
        os.dup2(tomt, stroem)
    # Should home be gone, nobody stops us: then we stop ourselves.
    faulthandler.dump_traceback_later(oppdrag.sekunder + 5, exit=True, file=tomt)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # home decides when we stop
    if sys.platform == "win32":
        return
    sekunder = int(oppdrag.sekunder) + 1
    for grense, myk, hard in (
        (resource.RLIMIT_AS, oppdrag.minne, oppdrag.minne + _PUSTEROM),
        (resource.RLIMIT_CPU, sekunder, sekunder),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_FSIZE, 0, 0),  # not one byte to any file
    ):
        tak = resource.getrlimit(grense)[1]
        myk, hard = (v if tak == resource.RLIM_INFINITY else min(v, tak) for v in (myk, hard))  # noqa: PLW2901
        try:
            resource.setrlimit(grense, (myk, hard))
        except (OSError, ValueError):  # macOS takes no limit on the address space; `lesing` looks after it
            continue


def _gi_pusterom() -> None:
    """Give the last message a little room after the memory ran out."""
    if sys.platform != "win32":
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def _steng_ute() -> None:
    """Refuse the network, other programs and every change on the disk, for whatever Python code runs from here on."""
    sys.dont_write_bytecode = True

    def vakt(hendelse: str, argumenter: tuple[Any, ...]) -> None:
        if hendelse == "open":
            _, maate, flagg = argumenter
            nei = bool(flagg & _SKRIVER) or (isinstance(maate, str) and bool(set(maate) & set("wax+")))
        else:
            nei = hendelse.startswith(_NEKTES)
        if nei:
            raise PermissionError(13, os.strerror(13))

    sys.addaudithook(vakt)
