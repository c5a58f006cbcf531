"""The search of one open file: built after opening and kept up with the file, in a thread of its own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final

from verksted.lager.soek import Soekeindeks

if TYPE_CHECKING:
    from verksted.lager.endring import Endring
    from verksted.lager.prosessfil import Prosessfil
    from verksted.lager.soek import Treff


class Filsoek:
    """Everything that reads or writes the index waits in one line, so that no change is lost while it is built."""

    def __init__(self, fil: Prosessfil) -> None:
        self._fil: Final = fil
        self._indeks: Final = Soekeindeks()
        self._koe: Final = ThreadPoolExecutor(1, thread_name_prefix="verksted-soek")
        self._slutt: Final = fil.endret.lytt(self._endret)
        self._bygd: Final = self._koe.submit(self._bygg)

    def finn(self, ordene: str, *, antall: int = 50) -> tuple[Treff, ...]:
        """Return what is found; waits until the index is built (raises KjentFeil where the file could not be read)."""
        self._bygd.result()
        return self._indeks.finn(ordene, antall=antall)

    def vent(self) -> None:
        """Wait until every change so far is in the index."""
        self._koe.submit(lambda: None).result()

    def lukk(self) -> None:
        """Follow the file no more; what the index held is gone."""
        self._slutt()
        self._koe.shutdown(wait=True, cancel_futures=True)
        self._indeks.lukk()

    def _bygg(self) -> None:
        with self._fil.les_raatt() as db:
            self._indeks.bygg(db)

    def _endret(self, endring: Endring[Any]) -> None:
        self._koe.submit(self._foelg, endring)

    def _foelg(self, endring: Endring[Any]) -> None:
        with self._fil.les_raatt() as db:
            self._indeks.foelg(db, endring.rader)
