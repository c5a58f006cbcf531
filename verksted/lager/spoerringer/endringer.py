"""The newest operations, for people to see what has been done."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

from verksted.visning.endringslinje import Endringslinje

if TYPE_CHECKING:
    import sqlite3


def hent_siste_endringer(db: sqlite3.Connection, *, antall: int = 6) -> tuple[Endringslinje, ...]:
    """Return the newest operations, newest first."""
    return _linjer(db, "", (), antall)


def hent_radhistorikk(db: sqlite3.Connection, tabell: str, rad_id: str) -> tuple[Endringslinje, ...]:
    """Return every operation that touched one row, newest first."""
    return _linjer(
        db,
        "WHERE nr IN (SELECT handling FROM endring WHERE tabell = ? AND rad_id = ?)",
        (tabell, rad_id),
    )


def hent_beslektede(db: sqlite3.Connection, nr: int, *, antall: int = 8) -> tuple[Endringslinje, ...]:
    """Return the earlier operations that touched any row one operation touched, newest first."""
    return _linjer(
        db,
        "WHERE nr < ? AND nr IN (SELECT e.handling FROM endring AS d JOIN endring AS e "
        "ON e.tabell = d.tabell AND e.rad_id = d.rad_id WHERE d.handling = ?)",
        (nr, nr),
        antall,
    )


def _linjer(
    db: sqlite3.Connection, hvor: str, verdier: tuple[object, ...], antall: int = 50
) -> tuple[Endringslinje, ...]:
    rader = db.execute(
        f"SELECT nr, navn, aktoer, koder, tid FROM handling {hvor} ORDER BY nr DESC LIMIT ?", (*verdier, antall)
    )
    return tuple(
        Endringslinje(nr=nr, navn=navn, aktoer=aktoer, koder=tuple(json.loads(koder)), tid=tid)
        for nr, navn, aktoer, koder, tid in rader
    )


def hent_tidene(db: sqlite3.Connection) -> list[tuple[int, datetime]]:
    """Return number and time of every operation, oldest first."""
    rader = db.execute("SELECT nr, tid FROM handling ORDER BY nr")
    return [(nr, datetime.fromisoformat(tid)) for nr, tid in rader]
