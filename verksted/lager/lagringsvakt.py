"""Asks for a copy at every pause in the work, and at least each minute while something is changed."""

from __future__ import annotations

from threading import Condition, Thread
from typing import TYPE_CHECKING, Final

from verksted.kjerne.feil import KjentFeil
from verksted.kjerne.observatoer import Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from verksted.kjerne.klokke import Klokke

PAUSE: Final = 2.0
LENGST: Final = 60.0


def venter_til(*, foerst: float, sist: float, pause: float = PAUSE, lengst: float = LENGST) -> float:
    """Return when a copy is due (monotonic seconds), from the first and the latest unsaved change."""
    return min(sist + pause, foerst + lengst)


class Lagringsvakt:
    """A thread that calls `lagre` when a copy is due.

    Signals: `mislyktes` with the KjentFeil when a copy could not be written, once for the same error until a copy
    gets through; it tries again at the next change or after a minute.
    """

    def __init__(self, lagre: Callable[[], object], *, klokke: Klokke) -> None:
        self.mislyktes: Signal[KjentFeil] = Signal()
        self._lagre = lagre
        self._klokke = klokke
        self._endret = Condition()
        self._foerst: float | None = None
        self._sist = 0.0
        self._slutt = False
        self._sagt: KjentFeil | None = None
        self._traad = Thread(target=self._vokt, name="verksted-lagringsvakt", daemon=True)
        self._traad.start()

    def roert(self) -> None:
        """Tell that something was changed."""
        with self._endret:
            self._sist = self._klokke.monoton()
            if self._foerst is None:
                self._foerst = self._sist
            self._endret.notify()

    def stopp(self) -> None:
        """End the thread; a copy that is being written is finished first."""
        with self._endret:
            self._slutt = True
            self._endret.notify()
        self._traad.join()

    def _vokt(self) -> None:
        while True:
            with self._endret:
                while not self._slutt and (ventetid := self._ventetid()) != 0:
                    self._endret.wait(ventetid)
                if self._slutt:
                    return
                self._foerst = None
            try:
                self._lagre()
                self._sagt = None
            except KjentFeil as feil:
                with self._endret:
                    if self._foerst is None:  # otherwise something was changed while it tried
                        self._sist = self._foerst = self._klokke.monoton() + LENGST
                self._si(feil)

    def _si(self, feil: KjentFeil) -> None:
        if self._sagt is None or (type(self._sagt), self._sagt.data) != (type(feil), feil.data):
            self._sagt = feil
            self.mislyktes.send(feil)

    def _ventetid(self) -> float | None:
        """Return seconds until a copy is due, None when nothing is changed."""
        if self._foerst is None:
            return None
        return max(0.0, venter_til(foerst=self._foerst, sist=self._sist) - self._klokke.monoton())
