"""Readers that behave badly, each in its own way. They run in the child, so they stand in a module."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verksted.innlesing.problem import Alvor, Problem, Sted
from verksted.innlesing.tabell.tabellfil import KanIkkeLesesSomRegneark

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Svar:
    """What an honest reader returns here."""

    linjer: tuple[str, ...]
    sum: Decimal = Decimal("12.50")
    problemer: tuple[Problem, ...] = ()


def les_aerlig(data: bytes, filnavn: str) -> Svar:
    problem = Problem("ingen_visjon", Alvor.MERKNAD, Sted(filnavn))  # its data is the read-only mapping
    return Svar(tuple(data[:1000].decode("utf-8", errors="replace").splitlines()), problemer=(problem,))


def les_og_avvis(_data: bytes, filnavn: str) -> Svar:
    raise KanIkkeLesesSomRegneark(fil=filnavn)


def les_og_snuble(data: bytes, _filnavn: str) -> Svar:
    raise LookupError(data.decode())


def les_i_ring(data: bytes, filnavn: str) -> Svar:
    return les_i_ring(data, filnavn)


def les_og_fall(_data: bytes, _filnavn: str) -> Svar:
    ctypes.string_at(0)
    raise AssertionError


def les_og_gaa(_data: bytes, _filnavn: str) -> Svar:
    os._exit(0)


def les_og_avslutt(_data: bytes, _filnavn: str) -> Svar:
    sys.exit("ferdig")


def les_uten_ende(_data: bytes, _filnavn: str) -> Svar:
    while True:
        pass


def les_uten_ende_i_c(_data: bytes, _filnavn: str) -> Svar:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    return Svar((str(len(str(9 ** (9**9)))),))  # one C call that holds the interpreter


def les_og_vent(_data: bytes, _filnavn: str) -> Svar:
    threading.Event().wait()
    raise AssertionError


def les_og_es_ut(_data: bytes, _filnavn: str) -> Svar:
    alt = [bytearray(64 << 20) for _ in range(24)]
    return Svar((str(len(alt)),))  # one and a half gigabytes came to be


def les_og_vokse(_data: bytes, _filnavn: str) -> Svar:
    """Fill a little more than two gigabytes, page by page, and keep them."""
    alt = [b"x" * (16 << 20) for _ in range(136)]
    threading.Event().wait()
    return Svar((str(len(alt)),))


def les_for_mye(_data: bytes, _filnavn: str) -> Svar:
    return Svar(("x" * (300 << 20),))


def les_fremmed(_data: bytes, _filnavn: str) -> Path:
    return Path("/etc/passwd")


class Lur:
    """Pickles as a call of a function."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, ("echo lurt",)


def les_lurt(_data: bytes, _filnavn: str) -> Lur:
    return Lur()


def les_og_skriv(data: bytes, _filnavn: str) -> Svar:
    """Try every forbidden thing; the file holds a path that must not come to be. Returns what was possible."""
    sti = Path(data.decode())
    forsoek: dict[str, Callable[[], object]] = {
        "open": lambda: sti.write_text("x"),
        "append": lambda: sti.open("a").close(),
        "os.open": lambda: os.close(os.open(sti, os.O_WRONLY | os.O_CREAT)),
        "mkdir": sti.mkdir,
        "socket": lambda: socket.create_connection(("127.0.0.1", 9), timeout=1).close(),
        "connect": lambda: socket.socket().connect(("127.0.0.1", 9)),
        "oppslag": lambda: socket.getaddrinfo("eksempel.no", 80),
        "program": lambda: subprocess.run(["true"], check=False),
        "system": lambda: os.system("true"),  # noqa: S605 - that is the point
        "slett": lambda: sti.parent.joinpath("hel").unlink(),
        "flytt": lambda: sti.parent.joinpath("hel").rename(sti),
    }
    return Svar(tuple(navn for navn, proev in forsoek.items() if _gikk(proev)))


def _gikk(proev: Callable[[], object]) -> bool:
    try:
        proev()
    except PermissionError:
        return False
    except OSError:
        return True  # something else than the guard said no
    return True


def les_og_skriv_forbi_python(data: bytes, _filnavn: str) -> Svar:
    """Write through the C library, past every guard in Python."""
    libc = ctypes.CDLL(None)
    fil = libc.creat(ctypes.c_char_p(data), 0o600)
    return Svar((str(libc.write(fil, b"hemmelig", 8)),))
