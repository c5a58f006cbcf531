"""The user's place as we last saw it: tells our own copy from what others have put there, and a disk that is gone."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from verksted.kjerne.klokke import lokal
from verksted.lager.feil import KunneIkkeLagre
from verksted.lager.fil import erstatt, fingeravtrykk_av

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

_HODE: Final = 100


@dataclass(frozen=True, slots=True)
class Stempel:
    """What changes when somebody else writes the file: its time, its size, and where SQLite counts its changes.

    `hode` is empty when the file may not be read just now.
    """

    tid: int
    stoerrelse: int
    hode: bytes

    def samme_som(self, annet: Stempel | None) -> bool:
        """Say whether nothing has happened between the two."""
        if annet is None or (self.tid, self.stoerrelse) != (annet.tid, annet.stoerrelse):
            return False
        return self.hode == annet.hode or not (self.hode and annet.hode)


def stempel(sti: Path) -> Stempel | None:
    """Return what the file looks like from outside, None when it is not there."""
    try:
        tilstand = sti.stat()
    except OSError:
        return None
    try:
        with sti.open("rb") as fil:
            hode = fil.read(_HODE)
    except OSError:
        hode = b""
    return Stempel(tilstand.st_mtime_ns, tilstand.st_size, hode)


def ledig(sti: Path) -> Path:
    """Return the path, or the first «… (2)» of it that is free."""
    kandidat, nummer = sti, 2
    while kandidat.exists():
        kandidat = sti.with_name(f"{sti.stem} ({nummer}){sti.suffix}")
        nummer += 1
    return kandidat


class Brukerfil:
    """Where whole copies go. `sti` moves to a new name beside the file when somebody else has changed it."""

    def __init__(self, sti: Path) -> None:
        self.sti = sti
        self._sett = stempel(sti)
        self._vaare: set[str] = set()
        self._disk = _disk(sti)

    def har_lest(self, sett: Stempel | None, avtrykk: str) -> None:
        """Remember what was read at the opening: how it looked before, and the SHA-256 (hex) of its bytes."""
        self._sett = sett
        self._vaare = {avtrykk}

    def legg(self, kopi: Path, *, avtrykk: str, naa: datetime) -> None:
        """Put a whole copy there, never over what somebody else has written (raises KunneIkkeLagre, DiskenErFull)."""
        nytt = stempel(self.sti)
        if nytt is None:
            self._krev_samme_disk()
        elif not nytt.samme_som(self._sett) and not self._er_vaar():
            tid = lokal(naa).strftime("%H.%M")
            self.sti = ledig(self.sti.with_name(f"{self.sti.stem} (konflikt {tid}){self.sti.suffix}"))
        self._vaare.add(avtrykk)  # also when the swap is done, and what comes after it fails
        erstatt(kopi, self.sti, avtrykk=avtrykk)
        self._vaare = {avtrykk}
        self._sett = stempel(self.sti)
        self._disk = _disk(self.sti)

    def _er_vaar(self) -> bool:
        """Say whether the bytes are our own all the same: a sync program may touch the time of a file."""
        try:
            return fingeravtrykk_av(self.sti) in self._vaare
        except OSError as feil:
            raise KunneIkkeLagre(sti=str(self.sti), aarsak=feil.strerror or "") from feil

    def _krev_samme_disk(self) -> None:
        """Refuse the empty folder that a stick leaves behind where it was."""
        disk = _disk(self.sti)
        if self._disk is not None and disk is not None and disk != self._disk:
            raise KunneIkkeLagre(sti=str(self.sti), aarsak=os.strerror(errno.ENODEV))


def _disk(sti: Path) -> int | None:
    try:
        return sti.parent.stat().st_dev
    except OSError:
        return None
