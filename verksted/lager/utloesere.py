"""Temporary triggers that write the change log, so that no row can change behind its back.

They live on the writing connection only: the file itself stays plain tables.
"""

from __future__ import annotations

import sqlite3
from functools import cache

from verksted.modell.innspill import InnspillRevisjon
from verksted.modell.tabeller import ALLE, PERSONTABELLER

UTENFOR = "utenfor handling"
UFORANDERLIG = "en revisjon endres ikke"


@cache
def kolonnene() -> dict[str, tuple[str, ...]]:
    """Return table → column names, for every entity."""
    return {_navn(e): tuple(k.name for k in e.metadata.tables[_navn(e)].columns) for e in ALLE}


def _navn(entitet: type) -> str:
    return str(entitet.__tablename__)  # type: ignore[attr-defined]


def som_json(rad: str, kolonner: tuple[str, ...]) -> str:
    """Return the SQL expression that writes a row as the change log does."""
    return "json_object(" + ", ".join(f"'{k}', {rad}.{k}" for k in kolonner) + ")"


@cache
def _sql() -> str:
    deler = ["CREATE TEMP TABLE aktiv (handling INTEGER NOT NULL);"]
    for tabell, kolonner in kolonnene().items():
        for art, hendelse in (("I", "INSERT"), ("U", "UPDATE"), ("D", "DELETE")):
            foer = "NULL" if art == "I" else som_json("OLD", kolonner)
            etter = "NULL" if art == "D" else som_json("NEW", kolonner)
            rad = "OLD" if art == "D" else "NEW"
            naar = "WHEN " + " OR ".join(f"OLD.{k} IS NOT NEW.{k}" for k in kolonner) if art == "U" else ""
            person = tabell in PERSONTABELLER
            logg = (
                "INSERT INTO endring (handling, tabell, rad_id, art, foer, etter) VALUES "
                f"((SELECT handling FROM aktiv), '{tabell}', {rad}.id, '{art}', "
                + ("NULL, NULL);" if person else f"{foer}, {etter});")
            )
            if person:
                logg += f" INSERT INTO endring_person VALUES (last_insert_rowid(), {foer}, {etter});"
            vern = f"SELECT RAISE(ABORT, '{UTENFOR}') WHERE NOT EXISTS (SELECT 1 FROM aktiv);"
            if art == "U" and tabell == _navn(InnspillRevisjon):
                vern += f" SELECT RAISE(ABORT, '{UFORANDERLIG}');"
            hode = f"CREATE TEMP TRIGGER logg_{tabell}_{art} AFTER {hendelse} ON main.{tabell} {naar}"
            deler.append(f"{hode} BEGIN {vern} {logg} END;")
    return "\n".join(deler)


def sett_paa(db: sqlite3.Connection) -> None:
    """Put the triggers on the connection."""
    db.executescript(_sql())


def bryter_vernet(feil: BaseException) -> bool:
    """Say whether the triggers refused: a write outside an operation, or to words that never change."""
    return isinstance(feil, sqlite3.IntegrityError) and str(feil) in {UTENFOR, UFORANDERLIG}
