"""The file's schema as data: numbered steps of SQL in `ressurser/skjema/`, the newest is the version."""

from __future__ import annotations

import sqlite3
from functools import cache
from typing import TYPE_CHECKING, Final

from verksted.kjerne.stier import ressurs
from verksted.lager.feil import UventetSkjema

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

APPLICATION_ID: Final = 0x5645524B  # "VERK"
VERSJON: Final = 2

# One row of sqlite_schema: type, name, table, SQL.
Skjema = frozenset[tuple[str, str, str, str | None]]


def stegene(mappe: Path | None = None) -> dict[int, str]:
    """Return the steps, version → SQL, in order."""
    filer = sorted((mappe or ressurs("skjema")).glob("[0-9][0-9][0-9][0-9].sql"))
    return {int(fil.stem): fil.read_text(encoding="utf-8") for fil in filer}


def les_skjema(db: sqlite3.Connection) -> Skjema:
    """Return what the file says its schema is, without the automatic parts."""
    rader = db.execute("SELECT type, name, tbl_name, sql FROM main.sqlite_schema WHERE name NOT LIKE 'sqlite_%'")
    return frozenset((str(t), str(n), str(b), s) for t, n, b, s in rader)


@cache
def forventet_skjema(versjon: int = VERSJON) -> Skjema:
    """Return the schema of a file of this version, by building one in memory."""
    db = sqlite3.connect(":memory:")
    try:
        for nummer, sql in stegene().items():
            if nummer <= versjon:
                db.executescript(sql)
        return les_skjema(db)
    finally:
        db.close()


def versjon_av(db: sqlite3.Connection) -> int:
    """Return the file's schema version."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def bygg_tom(db: sqlite3.Connection) -> None:
    """Make an empty database into a .verksted file of the newest version."""
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    loeft(db, stegene())


def loeft(db: sqlite3.Connection, stegene: Mapping[int, str]) -> int:
    """Step an older file up, each step whole or not at all; return how many steps were taken.

    Raises UventetSkjema when the last step did not give the version it should.
    """
    fra = versjon_av(db)
    tatt = 0
    for nummer in sorted(stegene):
        if nummer <= fra:
            continue
        db.executescript(f"BEGIN IMMEDIATE;\n{stegene[nummer]}\nPRAGMA user_version = {nummer};\nCOMMIT;")
        tatt += 1
    if versjon_av(db) != max(stegene):
        raise UventetSkjema(versjon=max(stegene))
    return tatt
