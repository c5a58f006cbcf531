"""The newest operations, for people to see what has been done."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from verksted.visning.endringslinje import Endringslinje

if TYPE_CHECKING:
    import sqlite3


def hent_siste_endringer(db: sqlite3.Connection, *, antall: int = 6) -> tuple[Endringslinje, ...]:
    """Return the newest operations, newest first."""
    rader = db.execute("SELECT nr, navn, aktoer, koder, tid FROM handling ORDER BY nr DESC LIMIT ?", (antall,))
    return tuple(
        Endringslinje(nr=nr, navn=navn, aktoer=aktoer, koder=tuple(json.loads(koder)), tid=tid)
        for nr, navn, aktoer, koder, tid in rader
    )
