"""Rows carried over from a database whose schema is not ours: it is read, never worked on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

from verksted.lager.motor import aapne_lesende
from verksted.lager.skjema import bygg_tom
from verksted.lager.utloesere import kolonnene

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_TEKNISKE: Final[Mapping[str, tuple[str, ...]]] = {
    "fil": ("noekkel", "verdi"),
    "generasjon": ("nr", "id", "tid", "handling"),
    "teller": ("navn", "verdi"),
    "handling": ("nr", "navn", "aktoer", "tid", "art", "gjelder", "koder"),
    "endring": ("sekvens", "handling", "tabell", "rad_id", "art", "foer", "etter"),
    "endring_person": ("sekvens", "foer", "etter"),
}


def berg(fra: Path, til: Path) -> int:
    """Copy every row that fits from a foreign database into a fresh file of ours.

    Return how many rows did not fit; a table that is missing or has other columns counts as one.
    Only real tables are read, so no view or trigger of the foreign file is ever run.
    """
    til.unlink(missing_ok=True)
    mistet = 0
    with closing(sqlite3.connect(til, isolation_level=None)) as ny, closing(aapne_lesende(fra)) as gammel:
        bygg_tom(ny)
        ny.execute("BEGIN")
        ekte = {
            n for (n,) in gammel.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
        }
        for tabell, kolonner in {**_TEKNISKE, **kolonnene()}.items():
            mistet += _kopier(gammel, ny, tabell, kolonner) if tabell in ekte else 1
        ny.execute("COMMIT")
    return mistet


def _kopier(gammel: sqlite3.Connection, ny: sqlite3.Connection, tabell: str, kolonner: tuple[str, ...]) -> int:
    mistet = 0
    navn = ", ".join(kolonner)
    inn = f"INSERT INTO {tabell} ({navn}) VALUES ({', '.join('?' * len(kolonner))})"
    try:
        for rad in gammel.execute(f"SELECT {navn} FROM {tabell}"):
            try:
                ny.execute(inn, rad)
            except sqlite3.IntegrityError:
                mistet += 1
    except sqlite3.OperationalError:  # a column is missing: nothing here can be ours
        return mistet + 1
    return mistet
