"""From what the machine says to what the user can act on: the disk is full, does not answer, or may only be read."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import DBAPIError

from verksted.lager.feil import DiskenErFull

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verksted.kjerne.feil import KjentFeil

# No room, no room for this user, no room for a file of this size.
FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_VERDENS: Final = (
    "SQLITE_IOERR",
    "SQLITE_READONLY",
    "SQLITE_CANTOPEN",
    "SQLITE_BUSY",
    "SQLITE_NOMEM",
    "SQLITE_PROTOCOL",
)
_SKADE: Final = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
_NESTEN_FULL: Final = 1 << 20


@contextmanager
def verdens_feil(sti: Path, slag: type[KjentFeil]) -> Iterator[None]:
    """Raise what the world does to the files at `sti` as DiskenErFull or `slag` (data: sti, aarsak)."""
    try:
        yield
    except (OSError, sqlite3.Error, DBAPIError) as feil:
        kjent = oversatt(feil, sti, slag)
        if kjent is feil:
            raise
        raise kjent from feil


@contextmanager
def lesefeil(sti: Path, slag: type[KjentFeil]) -> Iterator[None]:
    """Raise what SQLite meets when it reads as `slag`; what the reader does besides is none of this."""
    try:
        yield
    except (sqlite3.Error, DBAPIError) as feil:
        kjent = oversatt(feil, sti, slag)
        if kjent is feil:
            raise
        raise kjent from feil


def oversatt(feil: BaseException, sti: Path, slag: type[KjentFeil]) -> BaseException:
    """Return the error as something the user can act on, or as it is when the world is not to blame."""
    rot = feil.orig if isinstance(feil, DBAPIError) else feil
    if isinstance(rot, OSError):
        sted = Path(str(rot.filename2 or rot.filename or sti))
        if rot.errno in FULL:
            return full_disk(sted if sted.is_absolute() else sti, mb=_mb_til_arbeidet(sti))
        return slag(sti=str(sti), aarsak=rot.strerror or "")
    if not isinstance(rot, sqlite3.DatabaseError):
        return feil
    navn = getattr(rot, "sqlite_errorname", "")
    if navn == "SQLITE_FULL" or (navn.startswith(_VERDENS) and _nesten_full(sti.parent)):
        return full_disk(sti, mb=_mb_til_arbeidet(sti))
    if navn.startswith(_VERDENS + _SKADE):  # a read that failed half-way looks like damage
        kjent = next((v for v in ("SQLITE_READONLY", "SQLITE_BUSY") if navn.startswith(v)), "SQLITE_IOERR")
        return slag(sti=str(sti), aarsak=kjent)
    return feil


def er_fra_verden(feil: BaseException) -> bool:
    """Say whether a database could not be read just now; it says nothing about what lies in it."""
    return getattr(feil, "sqlite_errorname", "").startswith(_VERDENS)


def full_disk(sti: Path, *, mb: int) -> DiskenErFull:
    """Return the error that names the folder whose disk is full, and how much room is needed there."""
    return DiskenErFull(sti=str(sti.parent), mb=mb)


def mb_av(fil: Path) -> int:
    """Return how many MB a copy of a file needs, with at least one to spare."""
    try:
        return -(-fil.stat().st_size // 1_000_000) + 1
    except OSError:
        return 1


def _mb_til_arbeidet(sti: Path) -> int:
    """Return what one operation, one frozen copy and one backup need beside the working copy."""
    return 2 * mb_av(sti) + 10


def _nesten_full(mappe: Path) -> bool:
    try:
        return shutil.disk_usage(mappe).free < _NESTEN_FULL
    except OSError:
        return False
