"""The built program, started the way a stranger's machine starts it: nothing around it, nothing to write to, no net."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROT = Path(__file__).resolve().parents[2]
BYGD = ROT / "dist" / "verksted"
KILDEN = (sys.executable, "-m", "verksted")
INGEN = 65534  # the user nobody
FRIST = 120


class HoldtIkke(Exception):
    """The built program did not do what it should; the words are what it said."""


def megabyte(mappe: Path) -> float:
    """Return the size of a folder in MB (10⁶ bytes), each file once."""
    return sum(sti.lstat().st_size for sti in mappe.rglob("*") if sti.is_symlink() or sti.is_file()) / 1e6


def kopi_paa_et_vrient_sted(mappe: Path) -> Path:
    """Copy the program to a path with spaces and Norwegian letters that nobody may write to; return the program."""
    sted = mappe / "Egne programmer på øya, æsj" / "verksted"
    shutil.copytree(BYGD, sted, symlinks=True)
    for sti in (sted, *sted.rglob("*")):
        if not sti.is_symlink():
            sti.chmod(sti.stat().st_mode & ~0o222 | 0o555 if sti.is_dir() else sti.stat().st_mode & ~0o222)
    return sted / "verksted"


def uten_deler(mappe: Path, borte: str) -> Path:
    """Return a copy of the program that lacks one folder of its own (the rest are links)."""
    sted = mappe / f"uten-{borte}"
    (sted / "_internal").mkdir(parents=True)
    shutil.copy2(BYGD / "verksted", sted)
    for sti in (BYGD / "_internal").iterdir():
        if sti.name != borte:
            (sted / "_internal" / sti.name).symlink_to(sti)
    return sted / "verksted"


def tomt_miljoe(mappe: Path) -> dict[str, str]:
    """Return an environment with nothing in it but where to work and where temporary files go."""
    for navn in ("arbeid", "midlertidig"):
        (mappe / navn).mkdir(exist_ok=True)
        if os.geteuid() == 0:
            os.chown(mappe / navn, INGEN, INGEN)
    return {"VERKSTED_ARBEIDSMAPPE": str(mappe / "arbeid"), "TMPDIR": str(mappe / "midlertidig")}


def som_en_annen() -> list[str]:
    """Return what to put before a command so that it has no net, and not the rights of root."""
    if os.geteuid() == 0 and shutil.which("unshare") and shutil.which("setpriv"):
        return ["unshare", "--net", "setpriv", f"--reuid={INGEN}", f"--regid={INGEN}", "--clear-groups"]
    uten_nett = ["unshare", "--map-root-user", "--net"]
    if (
        shutil.which("unshare")
        and subprocess.run([*uten_nett, "true"], capture_output=True, check=False).returncode == 0
    ):
        return uten_nett
    return []


def kjoer(*kommando: str | Path, miljoe: Mapping[str, str], mappe: Path, kode: int = 0) -> str:
    """Run to the end and return what was said (raises HoldtIkke at another exit code, or when it takes too long)."""
    try:
        svar = subprocess.run(
            kommando, env=miljoe, cwd=mappe, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8",
            check=False, timeout=FRIST,
        )  # fmt: skip
    except subprocess.TimeoutExpired as feil:
        raise HoldtIkke(f"{kommando}: ikke ferdig på {FRIST} s") from feil
    if svar.returncode != kode or "Traceback" in svar.stderr:
        raise HoldtIkke(f"{kommando}: {svar.returncode}\n{svar.stdout}{svar.stderr}")
    return svar.stdout + svar.stderr


@contextmanager
def startet(*kommando: str | Path, miljoe: Mapping[str, str], mappe: Path) -> Iterator[subprocess.Popen[str]]:
    """Start something that goes on by itself, and stop it afterwards."""
    prosess = subprocess.Popen(
        kommando, env=miljoe, cwd=mappe, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        encoding="utf-8",
    )  # fmt: skip
    try:
        yield prosess
    finally:
        prosess.terminate()
        prosess.communicate(timeout=FRIST)


@contextmanager
def skjerm(mappe: Path) -> Iterator[tuple[str, Path]]:
    """Yield the name of a screen that nobody sees, and the file its picture lies in."""
    leser, skriver = os.pipe()
    kommando = (
        "Xvfb",
        "-displayfd",
        str(skriver),
        "-screen",
        "0",
        "1280x800x24",
        "-fbdir",
        str(mappe),
        "-nolisten",
        "tcp",
    )
    with subprocess.Popen(kommando, pass_fds=[skriver], stderr=subprocess.DEVNULL) as tjener:
        os.close(skriver)
        try:
            with os.fdopen(leser, encoding="ascii") as svar:
                nummer = svar.readline().strip()
            if not nummer:
                raise HoldtIkke("Xvfb startet ikke")
            yield f":{nummer}", mappe / "Xvfb_screen0"
        finally:
            tjener.terminate()


def vent_paa_bilde(prosess: subprocess.Popen[str], fil: Path) -> bytes:
    """Return the pixels (BGRX, 1280 wide) once a window stands still on the screen (raises HoldtIkke)."""
    frist = time.monotonic() + FRIST
    forrige = b""
    while time.monotonic() < frist:
        if prosess.poll() is not None:
            raise HoldtIkke(f"vinduet ble ikke stående: {prosess.returncode}\n{prosess.communicate()[1]}")
        xwd = fil.read_bytes()
        bilde = xwd[len(xwd) - 1280 * 800 * 4 :]
        lyse = sum(1 for punkt in range(1, len(bilde), 4 * 97) if bilde[punkt])
        if lyse > 1000 and bilde == forrige:
            return bilde
        forrige = bilde
        time.sleep(0.3)  # how long a picture must stand still
    raise HoldtIkke("vinduet kom ikke på skjermen")
