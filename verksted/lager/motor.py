"""Connections: one that writes, any number that can only read.

`journal_mode=DELETE` and `synchronous=EXTRA` because a vanished file must never look like a successful commit.
"""

from __future__ import annotations

import sqlite3
import sys
from typing import TYPE_CHECKING

from sqlalchemy import create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine
    from sqlalchemy.engine.interfaces import DBAPIConnection
    from sqlalchemy.pool import ConnectionPoolEntry

VENT_PAA_LAAS_MS = 10_000
# What reading a damaged database may raise; the second when SQLite's own message quotes bytes that are no text.
LESEFEIL = (sqlite3.DatabaseError, UnicodeDecodeError)


class _SkrivendeTilkobling(sqlite3.Connection):
    """A connection whose transactions only the writer thread begins and ends, by SQL of its own."""

    def commit(self) -> None:
        """Do nothing: SQLAlchemy's own commit must not end the writer's group."""

    def rollback(self) -> None:
        """Do nothing: one operation's failure must not roll back its neighbours in the group."""


def herd(db: sqlite3.Connection) -> None:
    """Set what makes a connection safe against a foreign or damaged file."""
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute("PRAGMA cell_size_check = ON")
    db.execute("PRAGMA mmap_size = 0")
    if sys.version_info >= (3, 12):
        db.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)  # noqa: FBT003 - the library's own signature
        db.setconfig(sqlite3.SQLITE_DBCONFIG_TRUSTED_SCHEMA, False)  # noqa: FBT003 - as above


def aapne_skrivende(sti: Path) -> sqlite3.Connection:
    """Return the connection that writes; only the writer thread may use it."""
    db = sqlite3.connect(
        sti, isolation_level=None, check_same_thread=False, factory=_SkrivendeTilkobling, cached_statements=512
    )
    herd(db)
    db.execute("PRAGMA journal_mode = DELETE")
    db.execute("PRAGMA synchronous = EXTRA")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA recursive_triggers = ON")  # so that what REPLACE removes is logged too
    db.execute("PRAGMA secure_delete = ON")
    db.execute("PRAGMA temp_store = MEMORY")
    db.execute(f"PRAGMA busy_timeout = {VENT_PAA_LAAS_MS}")
    return db


def aapne_lesende(sti: Path) -> sqlite3.Connection:
    """Return a connection that can only read, and never makes a file."""
    db = sqlite3.connect(f"{sti.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, check_same_thread=False)
    herd(db)
    db.execute("PRAGMA query_only = ON")
    db.execute(f"PRAGMA busy_timeout = {VENT_PAA_LAAS_MS}")
    return db


def motor_om(db: sqlite3.Connection) -> Engine:
    """Return an SQLAlchemy engine around the one writing connection."""
    return create_engine("sqlite://", creator=lambda: db, poolclass=StaticPool)


def lesemotor(sti: Path) -> Engine:
    """Return an engine of read-only connections; each transaction is a real BEGIN … ROLLBACK."""
    motor = create_engine("sqlite://", creator=lambda: aapne_lesende(sti), poolclass=QueuePool, pool_size=4)

    @event.listens_for(motor, "begin")
    def _begynn(forbindelse: object) -> None:
        forbindelse.exec_driver_sql("BEGIN")  # type: ignore[attr-defined]

    @event.listens_for(motor, "checkin")
    def _bare_les(db: DBAPIConnection, _post: ConnectionPoolEntry) -> None:
        db.execute("PRAGMA query_only = ON")

    return motor
