"""What else lies on this machine about a process: working copies of a file that was moved, rests of cut-off work."""

from __future__ import annotations

import shutil
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from filelock import FileLock, Timeout

from verksted.lager.motor import LESEFEIL, aapne_skrivende
from verksted.lager.plass import Plass

if TYPE_CHECKING:
    from collections.abc import Iterator

LESEMAPPE: Final = "les-"
_NYLAGET: Final = 3600


def andre_plasser(plass: Plass, arbeidsmappe: Path, fil_id: str) -> Iterator[Plass]:
    """Yield the places of other paths that held a copy of the same process."""
    for status in sorted((arbeidsmappe / "arbeid").glob("*/status.json")):
        if status.parent != plass.mappe:
            kjent = Plass(status.parent, Path()).les_status()
            if kjent is not None and kjent.fil_id == fil_id:
                yield Plass(status.parent, Path(kjent.sti))


def rull_tilbake(database: Path) -> bool:
    """Let SQLite roll back what was half done when a process died; say whether the database could be opened."""
    try:
        with closing(aapne_skrivende(database)) as db:
            db.execute("BEGIN IMMEDIATE")
            db.execute("ROLLBACK")
    except LESEFEIL:
        return False
    return True


def hent_flyttet(plass: Plass, arbeidsmappe: Path, fil_id: str) -> bool:
    """Take over a working copy that was left behind where the user's file no longer lies; say whether there was one."""
    for annen in andre_plasser(plass, arbeidsmappe, fil_id):
        if annen.brukerfil.is_file() or not annen.arbeidskopi.exists():
            continue
        laas = FileLock(annen.laas)
        try:
            laas.acquire(timeout=0)
        except Timeout:
            continue
        try:
            if rull_tilbake(annen.arbeidskopi):
                annen.arbeidskopi.replace(plass.arbeidskopi)
                return True
        finally:
            laas.release()
    return False


def rydd_lesemapper(arbeidsmappe: Path) -> None:
    """Take away what a reading that died has left; folders that somebody reads from are locked."""
    for mappe in arbeidsmappe.glob(f"{LESEMAPPE}*"):
        laasfil = mappe / "laas"
        if not laasfil.exists() and time.time() - mappe.stat().st_mtime < _NYLAGET:
            continue  # just made, not locked yet
        laas = FileLock(laasfil)
        try:
            laas.acquire(timeout=0)
        except (Timeout, OSError):
            continue
        laas.release()
        shutil.rmtree(mappe, ignore_errors=True)
