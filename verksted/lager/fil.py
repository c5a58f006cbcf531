"""The user's file as a whole: looked at before it is opened, written only as a verified, atomic copy."""

from __future__ import annotations

import os
import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass
from hashlib import file_digest, sha256
from time import sleep
from typing import TYPE_CHECKING, Final

from verksted.lager.feil import (
    FilenErIkkeEnProsess,
    FilenErNyere,
    FilenErSkadet,
    FilenErTom,
    FilenFinnesIkke,
    KunneIkkeAapneFil,
    KunneIkkeLagre,
)
from verksted.lager.kontroll import er_hel, sidene_holder, stemmer_med_loggen
from verksted.lager.motor import LESEFEIL, aapne_lesende
from verksted.lager.oversetting import FULL, er_fra_verden, full_disk, mb_av
from verksted.lager.skjema import APPLICATION_ID, VERSJON, forventet_skjema, les_skjema

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_SQLITE: Final = b"SQLite format 3\x00"
_HODE: Final = 100
_FORSOEK: Final = 5
_BIT: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Generasjon:
    """One whole copy in a file's chain: its number, its name, and the newest operation it holds."""

    nr: int
    id: str
    handling: int


@dataclass(frozen=True, slots=True)
class Filinnhold:
    """What a database says of itself: whose chain it is, how far it has come."""

    fil_id: str
    kjede: tuple[Generasjon, ...]
    handling: int

    @property
    def siste(self) -> Generasjon:
        """The newest generation."""
        return self.kjede[-1]

    @property
    def endret(self) -> bool:
        """Say whether something was done after the newest copy was written."""
        return self.handling > self.siste.handling

    def har(self, generasjon: Generasjon) -> bool:
        """Say whether a generation is in the chain."""
        return any(g.id == generasjon.id for g in self.kjede)


def fingeravtrykk_av(sti: Path) -> str:
    """Return the SHA-256 (hex) of a file's bytes."""
    with sti.open("rb") as fil:
        return file_digest(fil, "sha256").hexdigest()


def se_paa_hodet(sti: Path) -> int:
    """Return the schema version from the file's first 100 bytes, without opening it as a database.

    Raises FilenFinnesIkke, KunneIkkeAapneFil, FilenErTom, FilenErIkkeEnProsess, FilenErNyere.
    """
    try:
        with sti.open("rb") as fil:
            hode = fil.read(_HODE)
    except FileNotFoundError:
        raise FilenFinnesIkke(sti=str(sti)) from None
    except OSError as feil:
        raise KunneIkkeAapneFil(sti=str(sti), aarsak=feil.strerror or "") from feil
    if not hode:
        raise FilenErTom(sti=str(sti), kopi="")
    if not hode.startswith(_SQLITE) or int.from_bytes(hode[68:72], "big") != APPLICATION_ID:
        raise FilenErIkkeEnProsess(sti=str(sti))
    versjon = int.from_bytes(hode[60:64], "big")
    if versjon > VERSJON:
        raise FilenErNyere(sti=str(sti), versjon=versjon, kjent=VERSJON)
    if versjon < 1:
        raise FilenErIkkeEnProsess(sti=str(sti))
    return versjon


def proev(sti: Path) -> bool:
    """Say whether a copy on the local disk is whole; a disk that does not answer raises, and says nothing of it."""
    return _har_alle_sidene(sti) and _spoer(sti, er_hel)


def _har_alle_sidene(sti: Path) -> bool:
    """Say whether the file is as long as its own header says; SQLite reads what is cut off as zeros."""
    with sti.open("rb") as fil:
        hode = fil.read(_HODE)
    side = int.from_bytes(hode[16:18], "big")
    return sti.stat().st_size >= (65536 if side == 1 else side) * int.from_bytes(hode[28:32], "big")


def stemmer(sti: Path) -> bool:
    """Say whether every row is as the change log says (raises FilenErSkadet when it cannot even be read)."""
    try:
        with closing(aapne_lesende(sti)) as db:
            return stemmer_med_loggen(db)
    except LESEFEIL as feil:
        if er_fra_verden(feil):
            raise
        raise FilenErSkadet(sti=str(sti), kopi="") from feil


def _spoer(sti: Path, spoersmaal: Callable[[sqlite3.Connection], bool]) -> bool:
    try:
        with closing(aapne_lesende(sti)) as db:
            return spoersmaal(db)
    except LESEFEIL as feil:
        if er_fra_verden(feil):
            raise
        return False


def er_lesbar(sti: Path) -> bool:
    """Say whether a database's pages hold together, whatever the schema is."""
    return _spoer(sti, sidene_holder)


def har_vaart_skjema(sti: Path, versjon: int) -> bool:
    """Say whether the schema is exactly ours; a file where it is not is only ever copied from, row by row."""
    return _spoer(sti, lambda db: les_skjema(db) == forventet_skjema(versjon))


def les_innhold(sti: Path) -> Filinnhold:
    """Return what a database says of itself (raises FilenErSkadet)."""
    try:
        with closing(aapne_lesende(sti)) as db:
            (fil_id,) = db.execute("SELECT verdi FROM fil WHERE noekkel = 'fil_id'").fetchone()
            kjede = tuple(Generasjon(*r) for r in db.execute("SELECT nr, id, handling FROM generasjon ORDER BY nr"))
            (handling,) = db.execute("SELECT coalesce(max(nr), 0) FROM handling").fetchone()
    except (*LESEFEIL, TypeError) as feil:
        if er_fra_verden(feil):
            raise
        raise FilenErSkadet(sti=str(sti), kopi="") from feil
    if not kjede:
        raise FilenErSkadet(sti=str(sti), kopi="")
    return Filinnhold(str(fil_id), kjede, int(handling))


def kopier_inn(fra: Path, til: Path) -> str:
    """Copy a file to the local disk; return the SHA-256 (hex) of the bytes, worked out while they are written.

    Raises KunneIkkeAapneFil, DiskenErFull.
    """
    avtrykk = sha256()
    try:
        til.parent.mkdir(parents=True, exist_ok=True)
        ny = til.with_suffix(".inn")
        with fra.open("rb") as inn, ny.open("wb") as ut, ThreadPoolExecutor(1) as regner:
            regnet = regner.submit(avtrykk.update, b"")
            while bit := inn.read(_BIT):
                regnet.result()
                regnet = regner.submit(avtrykk.update, bit)
                ut.write(bit)
        ny.replace(til)
        return avtrykk.hexdigest()
    except OSError as feil:
        if feil.errno in FULL:
            raise full_disk(til, mb=mb_av(fra)) from feil
        raise KunneIkkeAapneFil(sti=str(fra), aarsak=feil.strerror or "") from feil


def erstatt(fra: Path, maal: Path, *, avtrykk: str) -> None:
    """Put a copy in the user's place: written beside, flushed, read back, then swapped in one step.

    `avtrykk` is the SHA-256 the bytes must have. The old file is untouched until the new one is whole.
    Raises KunneIkkeLagre, DiskenErFull.
    """
    ny = maal.with_name(f".{maal.name}.ny")
    try:
        try:
            _skriv_gjennom(fra, ny)
            with suppress(OSError):  # a shared folder: those who could read the old one can read the new
                shutil.copymode(maal, ny)
            if fingeravtrykk_av(ny) != avtrykk:
                raise KunneIkkeLagre(sti=str(maal), aarsak="avtrykk")
            _bytt(ny, maal)
        finally:
            with suppress(OSError):  # gone with the stick; what stays is written over by the next copy
                ny.unlink(missing_ok=True)
        _skyll_mappe(maal.parent)
    except OSError as feil:
        if feil.errno in FULL:
            raise full_disk(maal, mb=mb_av(fra)) from feil
        raise KunneIkkeLagre(sti=str(maal), aarsak=feil.strerror or "") from feil


def skriv_hel(data: bytes, maal: Path) -> None:
    """Put a finished document in its place: whole or not at all, also when the power goes (raises OSError)."""
    ny = maal.with_name(f".{maal.name}.ny")
    try:
        with ny.open("wb") as ut:
            ut.write(data)
            ut.flush()
            os.fsync(ut.fileno())
        _bytt(ny, maal)
    finally:
        with suppress(OSError):  # gone with the stick, or never made
            ny.unlink(missing_ok=True)
    _skyll_mappe(maal.parent)


def _skriv_gjennom(fra: Path, til: Path) -> None:
    with fra.open("rb") as inn, til.open("wb") as ut:
        shutil.copyfileobj(inn, ut, _BIT)
        ut.flush()
        os.fsync(ut.fileno())


def _bytt(ny: Path, maal: Path) -> None:
    """Swap the new file in; a virus scanner or a sync program may hold the old one for a moment."""
    for forsoek in range(1, _FORSOEK + 1):
        try:
            ny.replace(maal)
        except PermissionError:
            if forsoek == _FORSOEK or maal.is_dir():
                raise
            sleep(0.05 * 2**forsoek)
        else:
            return


def _skyll_mappe(mappe: Path) -> None:
    if os.name == "nt":  # Windows has no way to flush a folder, and needs none
        return
    merke = os.open(mappe, os.O_RDONLY)
    try:
        os.fsync(merke)
    finally:
        os.close(merke)
