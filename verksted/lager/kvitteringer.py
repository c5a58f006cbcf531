"""What Verksted last wrote at each path on this machine, so that somebody else's changes to a document are seen."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from verksted.lager.fil import fingeravtrykk_av
from verksted.lager.smaafil import les_smaafil, skriv_smaafil

if TYPE_CHECKING:
    from pathlib import Path


class Kvitteringer:
    """One small file per path, `skrevet/<hash of the path>`, with the SHA-256 of what was written: no contents."""

    def __init__(self, arbeidsmappe: Path) -> None:
        self._mappe = arbeidsmappe / "skrevet"

    def er_vaar(self, sti: Path) -> bool:
        """Say whether the file is just as Verksted wrote it (raises OSError)."""
        return les_smaafil(self._for(sti)) == fingeravtrykk_av(sti)

    def skriv(self, sti: Path, data: bytes) -> None:
        """Remember what was written at a path; what `merk` said of it is forgotten (raises OSError)."""
        self._for(sti).with_suffix(".nr").unlink(missing_ok=True)
        skriv_smaafil(self._for(sti), sha256(data).hexdigest())

    def merk(self, sti: Path, nr: int) -> None:
        """Remember which operation of the process was the newest in what was written (raises OSError)."""
        skriv_smaafil(self._for(sti).with_suffix(".nr"), str(nr))

    def nr(self, sti: Path) -> int | None:
        """Return the newest operation in what was written, None where nobody has said."""
        tekst = les_smaafil(self._for(sti).with_suffix(".nr")) or ""
        return int(tekst) if tekst.isdecimal() else None

    def _for(self, sti: Path) -> Path:
        return self._mappe / sha256(str(sti.resolve()).encode(errors="surrogateescape")).hexdigest()
