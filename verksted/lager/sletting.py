"""Erasure in copies: what an erasure did in the open file is done again in each of them."""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from verksted.kjerne.feil import FinnesIkke, KjentFeil
from verksted.lager.fil import proev
from verksted.lager.motor import LESEFEIL
from verksted.lager.plass import fjern_database
from verksted.lager.skriver import Skriver

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    from verksted.kjerne.klokke import Klokke
    from verksted.lager.endring import Endring
    from verksted.lager.oekt import Oekt


def pakk(db: sqlite3.Connection) -> None:
    """Rebuild the database, so that no page holds what was deleted."""
    db.execute("VACUUM")


def slett_i_kopi(sti: Path, handling: Callable[[Oekt], Endring[Any]], aktoer: str, klokke: Klokke) -> None:
    """Carry out an erasure in a copy; one that cannot be opened is deleted, since nobody can erase in it."""
    ny = sti.with_suffix(".ny")
    try:
        shutil.copyfile(sti, ny)
        skriver = Skriver(ny, klokke=klokke)
        try:
            with suppress(FinnesIkke):  # the person came in after this copy, or was gone before it
                skriver.send(handling, aktoer=aktoer).result()
            skriver.alene(pakk)
        finally:
            skriver.stopp()
        hel = proev(ny)
    except (*LESEFEIL, OSError, KjentFeil):
        hel = False
    if hel:
        ny.replace(sti)
    else:
        fjern_database(ny)
        sti.unlink()
