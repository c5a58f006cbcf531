"""From the working copy to whole, verified copies: at the user's place, somewhere else, among the backups."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Final

from verksted.kjerne.ider import ny_id
from verksted.lager.brukerfil import Brukerfil
from verksted.lager.feil import KunneIkkeLagre
from verksted.lager.fil import erstatt, fingeravtrykk_av, proev
from verksted.lager.oversetting import verdens_feil
from verksted.lager.plass import Filstatus

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from verksted.kjerne.klokke import Klokke
    from verksted.lager.brukerfil import Stempel
    from verksted.lager.plass import Plass
    from verksted.lager.sikkerhetskopi import Kopisamling
    from verksted.lager.skriver import Skriver

INGENTING_LAGRET: Final = -1


class Lagring:
    """Writes the copies of one open file, one at a time; only the freezing of a copy holds the writer.

    `handling` is the newest operation that a whole file at the user's place holds.
    """

    def __init__(self, plass: Plass, skriver: Skriver, kopier: Kopisamling, *, klokke: Klokke, handling: int) -> None:
        self.handling = handling
        self.kopier = kopier
        self._plass = plass
        self._skriver = skriver
        self._klokke = klokke
        self._maal = Brukerfil(plass.brukerfil)
        self._laas = Lock()

    @property
    def sti(self) -> Path:
        """Where whole copies are written."""
        return self._maal.sti

    def har_lest(self, sett: Stempel | None, avtrykk: str, *, handling: int) -> None:
        """Remember the user's file as it was read: how it looked before, its SHA-256 (hex), and how far it had come."""
        self._maal.har_lest(sett, avtrykk)
        self.handling = handling

    @contextmanager
    def alene(self) -> Iterator[None]:
        """Let no copy be written meanwhile; what the world does to the files is raised as KunneIkkeLagre."""
        with self._laas, verdens_feil(self._plass.arbeidskopi, KunneIkkeLagre):
            yield

    def lagre(self) -> bool:
        """Put a copy at the user's place; False when nothing is new.

        Raises KunneIkkeLagre, DiskenErFull; the working copy is safe and the old file untouched.
        """
        with self.alene():
            handling = self._skriver.alene(self._frys)
            if handling is None:
                return False
            avtrykk = self._proevd(self.sti)
            self._maal.legg(self._plass.avtrykk, avtrykk=avtrykk, naa=self._klokke.naa())
            self.handling = handling
            self._plass.skriv_status(Filstatus(self.kopier.mappe.name, avtrykk, str(self._plass.brukerfil)))
        return True

    def ta_moden_sikkerhetskopi(self) -> None:
        """Make a backup of the copy just written, where it is time for one, and let the copy go (raises as `lagre`)."""
        with self.alene():
            naa = self._klokke.naa()
            if self._plass.avtrykk.exists() and self.kopier.moden(naa=naa):
                self.kopier.ta(self._plass.avtrykk, naa=naa)
            self._plass.avtrykk.unlink(missing_ok=True)

    def lagre_kopi(self, til: Path) -> None:
        """Put a copy somewhere else (raises as `lagre`)."""
        with self.alene():
            self._skriver.alene(self._kopier_ut)
            erstatt(self._plass.avtrykk, til.absolute(), avtrykk=self._proevd(til))
            self._plass.avtrykk.unlink()

    def ta_sikkerhetskopi(self) -> None:
        """Make a backup now (raises as `lagre`)."""
        with self.alene():
            self._skriver.alene(self._kopier_ut)
            if self.kopier.ta(self._plass.avtrykk, naa=self._klokke.naa()) is None:
                raise KunneIkkeLagre(sti=str(self.kopier.mappe), aarsak="avtrykk")
            self._plass.avtrykk.unlink()

    def _proevd(self, til: Path) -> str:
        """Return the SHA-256 (hex) of the frozen copy, after it is found whole."""
        if not proev(self._plass.avtrykk):
            raise KunneIkkeLagre(sti=str(til), aarsak="avtrykk")
        return fingeravtrykk_av(self._plass.avtrykk)

    def _frys(self, db: sqlite3.Connection) -> int | None:
        """Freeze a copy as a new generation and return its newest operation; None when nothing is new."""
        handling = int(db.execute("SELECT coalesce(max(nr), 0) FROM handling").fetchone()[0])
        if handling == self.handling:
            return None
        db.execute(
            "INSERT INTO generasjon (id, tid, handling) VALUES (?, ?, ?)",
            (ny_id(), self._klokke.naa().isoformat(timespec="milliseconds"), handling),
        )
        shutil.copyfile(self._plass.arbeidskopi, self._plass.avtrykk)
        return handling

    def _kopier_ut(self, db: sqlite3.Connection) -> None:
        """Copy the working copy as it is, after what an error left half done is rolled back."""
        db.execute("BEGIN IMMEDIATE")
        db.execute("ROLLBACK")
        shutil.copyfile(self._plass.arbeidskopi, self._plass.avtrykk)
