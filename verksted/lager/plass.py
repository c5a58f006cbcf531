"""Where one file's working copy, its status and its backups lie on this machine."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from verksted.lager.smaafil import les_smaafil, skriv_smaafil

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Plass:
    """The folder of one user's file: `arbeid/<hash of the path>/`."""

    mappe: Path
    brukerfil: Path

    @classmethod
    def til(cls, brukerfil: Path, arbeidsmappe: Path) -> Plass:
        """Return the place for a file; the same file gives the same place, through links too."""
        brukerfil = brukerfil.resolve()
        navn = sha256(os.fsencode(os.path.normcase(brukerfil))).hexdigest()[:24]
        return cls(arbeidsmappe / "arbeid" / navn, brukerfil)

    @property
    def arbeidskopi(self) -> Path:
        """The working copy."""
        return self.mappe / "arbeid.db"

    @property
    def avtrykk(self) -> Path:
        """The frozen copy on its way to the user's place."""
        return self.mappe / "avtrykk.db"

    @property
    def innkopi(self) -> Path:
        """The user's file as it was copied in, before it is trusted."""
        return self.mappe / "inn.db"

    @property
    def berget(self) -> Path:
        """What was saved from accidents with this file."""
        return self.mappe / "berget"

    @property
    def laas(self) -> Path:
        """The operating system's lock between processes of one user on one machine."""
        return self.mappe / "laas"

    @property
    def laaselapp(self) -> Path:
        """The note beside the user's file that tells other machines who has it open."""
        return self.brukerfil.with_name(f".{self.brukerfil.name}.laas")

    @property
    def status(self) -> Path:
        """What this machine knows of the user's file as it was last read or written."""
        return self.mappe / "status.json"

    def les_status(self) -> Filstatus | None:
        """Return what was last known of the user's file, or None."""
        try:
            return Filstatus(**json.loads(les_smaafil(self.status) or ""))
        except (ValueError, TypeError):
            return None

    def skriv_status(self, status: Filstatus) -> None:
        """Remember what the user's file was when it was last read or written.

        It saves time at the next opening, and nothing hangs on it: where it cannot be written, it is left.
        """
        with suppress(OSError):
            skriv_smaafil(self.status, json.dumps(asdict(status)))

    def rydd(self) -> None:
        """Take away the working copy and what belongs to it; what is known of the user's file stays."""
        for fil in (self.arbeidskopi, self.avtrykk, self.innkopi):
            fjern_database(fil)


@dataclass(frozen=True, slots=True)
class Filstatus:
    """The user's file as this machine last verified it: whose chain, the SHA-256 of its bytes, and where it lay."""

    fil_id: str
    sha256: str
    sti: str = ""


def fjern_database(sti: Path) -> None:
    """Take a database away with its journal: one left behind would be rolled back into whatever comes in its place."""
    sti.unlink(missing_ok=True)
    sti.with_name(f"{sti.name}-journal").unlink(missing_ok=True)
