"""A disk that forgets: what was not flushed when the power goes may be there, or half of it, or not at all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

SEKTOR = 512
Skriving = tuple[int, bytes | None]  # where, and what; None cuts the file off there


@dataclass
class Innhold:
    """The bytes of one file: as they were at the last flush, what came after, and as the program sees them."""

    synket: bytes = b""
    etter: list[Skriving] = field(default_factory=list)
    naa: bytearray = field(default_factory=bytearray)

    def skriv(self, sted: int, data: bytes | None) -> None:
        """Write, or cut off, without flushing."""
        self.etter.append((sted, data))
        _gjoer(self.naa, sted, data)

    def synk(self) -> None:
        """Flush."""
        self.synket = bytes(self.naa)
        self.etter.clear()

    def etter_brudd(self, tilfeldig: Random) -> bytes:
        """Return what is there afterwards: each write whole, cut at a sector, or gone."""
        data = bytearray(self.synket)
        for sted, biter in self.etter:
            if tilfeldig.random() < 0.5:
                continue
            rest = biter
            if biter is not None and len(biter) > SEKTOR and tilfeldig.random() < 0.2:
                rest = biter[: tilfeldig.randrange(1, len(biter) // SEKTOR + 1) * SEKTOR]
            _gjoer(data, sted, rest)
        return bytes(data)


@dataclass
class Disk:
    """A folder: which name has which contents, and the changes of names that are not flushed."""

    filer: dict[str, Innhold] = field(default_factory=dict)
    flyktig: list[tuple[str, Innhold | None]] = field(default_factory=list)
    fast: dict[str, Innhold] = field(default_factory=dict)

    def sett(self, navn: str, innhold: Innhold | None) -> None:
        """Let a name mean these contents, or nothing."""
        self.flyktig.append((navn, innhold))
        if innhold is None:
            self.filer.pop(navn, None)
        else:
            self.filer[navn] = innhold

    def bytt(self, fra: str, til: str) -> None:
        """Rename."""
        innhold = self.filer[fra]
        self.sett(til, innhold)
        self.sett(fra, None)

    def synk_navn(self) -> None:
        """Flush the folder."""
        self.fast = dict(self.filer)
        self.flyktig.clear()

    def etter_brudd(self, tilfeldig: Random) -> dict[str, bytes]:
        """Return what the next start finds: the first so many changes of names, or any half of them."""
        navn = dict(self.fast)
        i_orden = tilfeldig.random() < 0.5
        antall = tilfeldig.randint(0, len(self.flyktig))
        for nummer, (sted, innhold) in enumerate(self.flyktig):
            if nummer < antall if i_orden else tilfeldig.random() < 0.5:
                if innhold is None:
                    navn.pop(sted, None)
                else:
                    navn[sted] = innhold
        return {sted: innhold.etter_brudd(tilfeldig) for sted, innhold in navn.items()}


def _gjoer(data: bytearray, sted: int, biter: bytes | None) -> None:
    if len(data) < sted:
        data.extend(bytes(sted - len(data)))
    if biter is None:
        del data[sted:]
    else:
        data[sted : sted + len(biter)] = biter
