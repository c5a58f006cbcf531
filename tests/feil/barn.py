"""Children of the campaigns: forked warm from a process without threads, heard by a socket, with strace on them."""

from __future__ import annotations

import ctypes
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROT = Path(__file__).resolve().parents[2]
FRIST = 30.0
PR_SET_PTRACER, ALLE = 0x59616D61, -1


def slipp_til_strace() -> None:
    """Let strace look inside our children, also where only a parent may."""
    ctypes.CDLL(None).prctl(PR_SET_PTRACER, ctypes.c_long(ALLE), 0, 0, 0)


def i_fork(gjoer: Callable[[socket.socket], None]) -> list[str]:
    """Run something in a forked child and return its lines."""
    barn, inn = _start(gjoer)
    inn.sendall(b"x")
    return _hoer(barn, inn)[0]


def med_strace(gjoer: Callable[[socket.socket], None], valg: list[str], logg: Path) -> tuple[list[str], int]:
    """Run something in a forked child with strace on it; return its lines and how it ended."""
    logg.unlink(missing_ok=True)
    barn, inn = _start(gjoer)
    kommando = ["strace", "-o", str(logg), *valg, "-p", str(barn)]
    with subprocess.Popen(kommando, stderr=subprocess.PIPE, text=True) as strace:
        assert strace.stderr is not None
        svar = strace.stderr.readline()
        if "attached" not in svar:
            os.kill(barn, signal.SIGKILL)
            os.waitpid(barn, 0)
            raise RuntimeError(svar)
        inn.sendall(b"x")
        return _hoer(barn, inn)


def kan_montere() -> bool:
    """Say whether this machine lets us have a name space of our own, with disks of our own."""
    try:
        return subprocess.run([*_navnerom(), "true"], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def i_navnerom(modul: str, *argumenter: object) -> str:
    """Run a campaign's module where disks may be mounted, gone with its process; return what it printed."""
    kommando = [*_navnerom(), sys.executable, "-m", modul, *map(str, argumenter)]
    return subprocess.run(kommando, stdout=subprocess.PIPE, encoding="utf-8", check=True, cwd=ROT).stdout


def _navnerom() -> list[str]:
    som_root = [] if os.geteuid() == 0 else ["--map-root-user"]
    return ["unshare", *som_root, "--mount", "--propagation", "private"]


def si(ut: socket.socket, linje: str) -> None:
    """Tell the parent one line."""
    ut.sendall(f"{linje}\n".encode())


def _start(gjoer: Callable[[socket.socket], None]) -> tuple[int, socket.socket]:
    """Fork a child that waits for a byte; its words go by a socket, so that failing writes do not silence it."""
    inn, ut = socket.socketpair()
    barn = os.fork()
    if barn:
        ut.close()
        return barn, inn
    inn.close()
    sys.unraisablehook = lambda rest: ut.sendall(f"FEIL urapportert {rest.exc_value!r}\n".encode())
    threading.excepthook = lambda krasj: ut.sendall(f"FEIL traad {krasj.exc_value!r}\n".encode())
    try:
        ut.recv(1)
        gjoer(ut)
        ut.sendall(b"SLUTT\n")
    except BaseException as feil:  # noqa: BLE001 - told to the parent, who fails the campaign
        spor = " < ".join(
            f"{Path(r.filename).name}:{r.lineno} {r.name}" for r in traceback.extract_tb(feil.__traceback__)[:2:-1]
        )
        ut.sendall(f"FEIL {feil!r} {spor}\n".replace("\\n", " ").encode())
    finally:
        os._exit(0)


def _hoer(barn: int, inn: socket.socket) -> tuple[list[str], int]:
    sagt = b""
    frist = time.monotonic() + FRIST
    while (igjen := frist - time.monotonic()) > 0 and select.select([inn], [], [], igjen)[0]:
        try:
            nytt = inn.recv(65536)
        except ConnectionResetError:  # killed before it took the byte that lets it go
            break
        if not nytt:
            break
        sagt += nytt
    else:
        sagt += b"FEIL henger\n"
        os.kill(barn, signal.SIGKILL)
    inn.close()
    return sagt.decode().split("\n")[:-1], os.waitpid(barn, 0)[1]
