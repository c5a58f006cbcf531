"""Erasure in copies: what an erasure did in the open file is done again in each of them."""

from __future__ import annotations

import shutil
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Any

from verksted.kjerne.feil import FinnesIkke, KjentFeil
from verksted.lager.fil import proev
from verksted.lager.laas import Laas
from verksted.lager.maskinen import andre_plasser, rull_tilbake, rydd_lesemapper
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
    from verksted.lager.plass import Plass


def pakk(db: sqlite3.Connection) -> None:
    """Rebuild the database, so that no page holds what was deleted."""
    db.execute("VACUUM")


def slett_paa_maskinen(
    plass: Plass,
    arbeidsmappe: Path,
    fil_id: str,
    handling: Callable[[Oekt], Endring[Any]],
    *,
    aktoer: str,
    klokke: Klokke,
) -> bool:
    """Carry out an erasure in all that lies on this machine about a process, but the open file; say if anything was.

    Backups, what was saved from accidents, and working copies of the same process at other paths. What was cut off
    in the middle of being copied is deleted. Raises FilenErAapenEtAnnetSted before anything is touched when another
    path's copy is open.
    """
    rydd_lesemapper(arbeidsmappe)
    with ExitStack() as laast:
        andre = list(andre_plasser(plass, arbeidsmappe, fil_id))
        for annen in andre:
            laas = Laas(annen, arbeidsmappe=arbeidsmappe)
            laas.ta(naa=klokke.naa())
            laast.callback(laas.slipp)
        kopier = [*(arbeidsmappe / "kopier" / fil_id).glob("*"), *plass.berget.glob("*")]
        for annen in andre:
            fjern_database(annen.avtrykk)
            for rest in annen.mappe.glob("inn.*"):
                rest.unlink()
            kopier += annen.berget.glob("*")
            if annen.arbeidskopi.exists() and rull_tilbake(annen.arbeidskopi):
                kopier.append(annen.arbeidskopi)
        fjern_database(plass.avtrykk)
        return sum(slett_i_kopi(kopi, handling, aktoer, klokke) for kopi in kopier if kopi.is_file()) > 0


def slett_i_kopi(sti: Path, handling: Callable[[Oekt], Endring[Any]], aktoer: str, klokke: Klokke) -> bool:
    """Carry out an erasure in a copy and say if there was anything; one that cannot be opened is deleted.

    Nobody can erase in a copy that cannot be opened.
    """
    ny = sti.with_name(f"{sti.name}.ny")
    fantes = False
    try:
        shutil.copyfile(sti, ny)
        skriver = Skriver(ny, klokke=klokke)
        try:
            with suppress(FinnesIkke):  # the person came in after this copy, or was gone before it
                skriver.send(handling, aktoer=aktoer).result()
                fantes = True
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
    return fantes
