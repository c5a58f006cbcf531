"""Lines of search in processes of their own, or one after the other here: the findings are the same.

A child is started afresh (`spawn`): that works frozen, on every system, and beside the threads of a window.
"""

from __future__ import annotations

import multiprocessing
import signal
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

from verksted.regler.grupper.spor import Spor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from verksted.regler.grupper.oppdrag import Oppdrag
    from verksted.regler.grupper.spor import Funn

_TILSYN = 0.05  # seconds between two looks at whether the user has stopped it
Skritt = tuple[int, int, "Funn | None"]  # which line, its steps so far, what it has found


class Her:
    """All lines in this process, a stretch of each in turn."""

    def __init__(self, oppdrag: Oppdrag, numre: Sequence[int], innsats: int) -> None:
        self._spor = {nummer: Spor(oppdrag, nummer).let(innsats) for nummer in numre}

    def skritt(self) -> Iterator[Skritt]:
        """Yield every step until all lines are done."""
        while self._spor:
            for nummer, spor in list(self._spor.items()):
                neste = next(spor, None)
                if neste is None:
                    self._spor.pop(nummer, None)
                else:
                    yield nummer, *neste

    def stans(self, nummer: int) -> None:
        """Take a line out: it can find nothing that counts any more."""
        self._spor.pop(nummer, None)

    def avslutt(self) -> None:
        """Nothing to see out."""


class Barn:
    """Each line in a child; one that cannot be started, or dies, is searched here instead."""

    def __init__(self, oppdrag: Oppdrag, numre: Sequence[int], innsats: int) -> None:
        self._oppdrag, self._innsats = oppdrag, innsats
        self._barn: dict[int, tuple[SpawnProcess, Connection]] = {}
        self._uten: list[int] = []
        for nummer in numre:
            try:
                self._slipp_loes(nummer)
            except OSError:
                self._uten.append(nummer)

    def skritt(self) -> Iterator[Skritt | None]:
        """Yield every step until all lines are done; None when nothing has come for a moment."""
        while self._barn:
            hvem = {id(hjemme): nummer for nummer, (_, hjemme) in self._barn.items()}
            klare = wait([hjemme for _, hjemme in self._barn.values()], _TILSYN)
            if not klare:
                yield None
            for forbindelse in klare:
                nummer = hvem[id(forbindelse)]
                if nummer in self._barn and (skritt := self._hoer(nummer)):
                    yield skritt
        yield from Her(self._oppdrag, self._uten, self._innsats).skritt()

    def stans(self, nummer: int) -> None:
        """Take a line out: it can find nothing that counts any more."""
        if nummer in self._barn:
            prosess, hjemme = self._barn.pop(nummer)
            prosess.kill()
            prosess.join()
            prosess.close()
            hjemme.close()

    def avslutt(self) -> None:
        """Stop what is left."""
        for nummer in list(self._barn):
            self.stans(nummer)

    def _slipp_loes(self, nummer: int) -> None:
        spawn = multiprocessing.get_context("spawn")
        hjemme, ute = spawn.Pipe()
        with ute:
            prosess = spawn.Process(target=_arbeid, args=(ute, self._oppdrag, nummer, self._innsats), daemon=True)
            try:
                prosess.start()
            except OSError:
                hjemme.close()
                raise
        self._barn[nummer] = (prosess, hjemme)

    def _hoer(self, nummer: int) -> Skritt | None:
        """Return the next step of a line that has something to say; None when that was its last."""
        try:
            melding = self._barn[nummer][1].recv()
        except (EOFError, OSError):
            self._uten.append(nummer)
            melding = None
        if melding is None:
            self.stans(nummer)
            return None
        return nummer, *melding


def _arbeid(hjem: Connection, oppdrag: Oppdrag, nummer: int, innsats: int) -> None:
    """Run in the child: tell every step, then None; stop quietly when nobody listens any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt from the keyboard is the parent's to answer
    try:
        for skritt in Spor(oppdrag, nummer).let(innsats):
            hjem.send(skritt)
        hjem.send(None)
    except OSError:
        return
