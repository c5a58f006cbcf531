"""One writer at a time, and a lock that says who has the file and where.

Between processes on one machine the operating system's own lock decides: it goes away with its process.
Between machines a note beside the user's file decides; only the machine and user that wrote it may throw it away.
"""

from __future__ import annotations

import getpass
import json
import socket
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from verksted.lager.feil import FilenErAapenEtAnnetSted

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from verksted.lager.plass import Plass


@dataclass(frozen=True, slots=True)
class Laaselapp:
    """Who has the file open, on which machine, since when (for people to read)."""

    hvem: str
    hvor: str
    siden: str
    arbeidsmappe: str


class Laas:
    """Holds the file for this process from `ta` to `slipp`."""

    def __init__(self, plass: Plass, *, arbeidsmappe: Path) -> None:
        self._plass = plass
        self._arbeidsmappe = arbeidsmappe
        self._oslaas = FileLock(plass.laas, thread_local=False)  # opened in one thread, closed in another

    def ta(self, *, naa: datetime) -> None:
        """Take the lock (raises FilenErAapenEtAnnetSted)."""
        self._plass.mappe.mkdir(parents=True, exist_ok=True)
        min_lapp = Laaselapp(
            hvem=_bruker(),
            hvor=socket.gethostname(),
            siden=naa.isoformat(timespec="seconds"),
            arbeidsmappe=str(self._arbeidsmappe.absolute()),
        )
        try:
            self._oslaas.acquire(timeout=0)
        except Timeout:
            raise self._opptatt(self._les_lapp() or min_lapp) from None
        lapp = self._les_lapp()
        if lapp is not None and not _samme_sted(lapp, min_lapp):
            self._oslaas.release()
            raise self._opptatt(lapp)
        self._skriv_lapp(min_lapp)

    def slipp(self) -> None:
        """Let the file go."""
        try:
            self._plass.laaselapp.unlink(missing_ok=True)
        except OSError:
            pass  # the stick is gone and the note with it
        finally:
            self._oslaas.release()

    def _opptatt(self, lapp: Laaselapp) -> FilenErAapenEtAnnetSted:
        return FilenErAapenEtAnnetSted(sti=str(self._plass.brukerfil), hvem=lapp.hvem, hvor=lapp.hvor, siden=lapp.siden)

    def _les_lapp(self) -> Laaselapp | None:
        try:
            return Laaselapp(**json.loads(self._plass.laaselapp.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None  # none, or cut off in the middle of being written

    def _skriv_lapp(self, lapp: Laaselapp) -> None:
        with suppress(OSError):  # a folder that may only be read has no other writer either
            self._plass.laaselapp.write_text(json.dumps(asdict(lapp), ensure_ascii=False), encoding="utf-8")


def _samme_sted(lapp: Laaselapp, min_lapp: Laaselapp) -> bool:
    """Say whether the note is our own from a process that died: the OS lock has just proved that it is gone."""
    return (lapp.hvem, lapp.hvor, lapp.arbeidsmappe) == (min_lapp.hvem, min_lapp.hvor, min_lapp.arbeidsmappe)


def _bruker() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"
