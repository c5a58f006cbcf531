"""Reading one file in a process of its own, watched by a thread: whoever asks is never blocked, and never goes down.

`Innlesingsjobb` gives progress, cancel and a future; `les_trygt` waits for it. Raises OSError when the disk refuses,
FilaErIkkeSlikDenSkal and what the reader raises, and the four errors of the reading itself. `sekunder` counts all.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import StrEnum
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from verksted.innlesing.trygg import barneprosess
from verksted.innlesing.trygg.barneprosess import Oppdrag, pakk_ut
from verksted.innlesing.trygg.feil import (
    InnlesingenErAvbrutt,
    InnlesingenTokForLangTid,
    InnlesingenTokForMyeMinne,
    LeserenStanset,
)
from verksted.innlesing.trygg.minnevakt import Minnevakt
from verksted.innlesing.trygg.pakkevakt import Grenser

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from pathlib import Path

    from verksted.innlesing.trygg.slag import Filslag

_GB: Final = 1 << 30
# How long a child that has answered may take to leave.
_FARVEL: Final = 2.0
# Between two looks at the child's memory: what it can take meanwhile is what it can take too much.
_TILSYN: Final = 0.05


class Steg(StrEnum):
    """How far a reading has come, in this order."""

    STARTER = "starter"
    HENTER = "henter"
    UNDERSOEKER = "undersoeker"
    LESER = "leser"
    SENDER = "sender"
    FERDIG = "ferdig"

    @property
    def andel(self) -> float:
        """The part of the way, 0 to 1: a measure of steps, not of time."""
        return list(Steg).index(self) / (len(Steg) - 1)


@dataclass(frozen=True, slots=True)
class Lesning:
    """What a reader returned, with the file's name and SHA-256 as it was read."""

    filnavn: str
    lest: Any
    sha256: str


@dataclass(frozen=True, slots=True)
class Vern:
    """What one reading may cost, whatever the file is: seconds from start to answer, bytes of memory."""

    sekunder: float = 20.0
    minne: int = _GB
    pakke: Grenser = field(default_factory=Grenser)


class Innlesingsjobb:
    """One reading under way. `resultat` gives a Lesning or raises; `naar_fremdrift` is called in the job's thread."""

    def __init__(
        self,
        sti: Path,
        les: Callable[[bytes, str], Any],
        *,
        ventet: frozenset[Filslag] = frozenset(),
        vern: Vern | None = None,
        naar_fremdrift: Callable[[Steg], None] | None = None,
    ) -> None:
        self.sti: Final = sti
        self.filnavn: Final = sti.name
        self.resultat: Final[Future[Lesning]] = Future()
        self.steg = Steg.STARTER
        self._vern = vern or Vern()
        self._oppdrag = Oppdrag(
            sti=sti.absolute(),
            les=les,
            ventet=ventet,
            grenser=self._vern.pakke,
            minne=self._vern.minne,
            sekunder=self._vern.sekunder,
        )
        self._pakker = frozenset({__name__.partition(".")[0], getattr(les, "__module__", "").partition(".")[0]})
        self._naar_fremdrift = naar_fremdrift
        self._laas = threading.Lock()
        self._prosess: SpawnProcess | None = None
        self._avbrutt = False
        self._for_sen = False
        self._for_stor = False
        self._start = monotonic()
        self.resultat.set_running_or_notify_cancel()
        self._traad = threading.Thread(target=self._kjoer, name=f"innlesing {sti.name}", daemon=True)
        self._traad.start()

    @property
    def sekunder(self) -> float:
        """How long it has been under way."""
        return monotonic() - self._start

    def avbryt(self) -> None:
        """Stop the reading at once; `resultat` then raises InnlesingenErAvbrutt, unless it was already there."""
        with self._laas:
            self._avbrutt = True
            self._drep()

    def vent(self) -> Lesning:
        """Wait for the answer (raises what the reading raised); an interrupt from the keyboard stops the reading."""
        try:
            return self.resultat.result()
        except KeyboardInterrupt:
            self.avbryt()
            raise
        finally:
            self._traad.join()

    def _kjoer(self) -> None:
        """Run in the job's thread: start the child, listen, and see it out."""
        try:
            lesning = self._les()
        except BaseException as feil:  # noqa: BLE001 - everything goes to whoever waits
            self.resultat.set_exception(feil)
        else:
            self._meld(Steg.FERDIG)
            self.resultat.set_result(lesning)

    def _les(self) -> Lesning:
        spawn = multiprocessing.get_context("spawn")
        hjemme, ute = spawn.Pipe(duplex=False)
        vekker = threading.Timer(self._vern.sekunder, self._for_lenge)
        vekker.daemon = True
        prosess = spawn.Process(target=barneprosess.barn, args=(ute, self._oppdrag), daemon=True)
        with hjemme:
            try:
                with ute:
                    self._slipp_loes(prosess)
                vekker.start()
                melding = self._lytt(hjemme, Minnevakt(prosess))
            finally:
                vekker.cancel()
                self._se_ut(prosess)
        return self._tolk(melding, prosess.exitcode)

    def _slipp_loes(self, prosess: SpawnProcess) -> None:
        with self._laas:
            if self._avbrutt:
                raise InnlesingenErAvbrutt(fil=self.filnavn)
            prosess.start()
            self._prosess = prosess

    def _lytt(self, hjemme: Connection, vakt: Minnevakt) -> tuple[Any, ...] | None:
        """Return the child's last message, None when it fell silent; meanwhile see to that it does not swell."""
        while True:
            try:
                while not hjemme.poll(_TILSYN):
                    self._se_til(vakt)
                raa = hjemme.recv_bytes(barneprosess.STOERSTE_SVAR + 1024)
            except (EOFError, OSError):
                return None
            melding = pakk_ut(raa, self._pakker)
            if melding[0] != barneprosess.STEG:
                return melding
            self._meld(Steg(melding[1]))

    def _se_til(self, vakt: Minnevakt) -> None:
        """Stop a child that has taken more than it may: not every system does (Windows, macOS)."""
        if vakt.bruker() > self._vern.minne:
            with self._laas:
                self._for_stor = True
                self._drep()

    def _tolk(self, melding: tuple[Any, ...] | None, utgang: int | None) -> Lesning:
        """Return the reading, or raise what stood in its way."""
        match melding:
            case (barneprosess.SVAR, lest, avtrykk):
                return Lesning(self.filnavn, lest, avtrykk)
            case (barneprosess.KJENT, klasse, data):
                raise klasse(**data)
            case (barneprosess.DISK, aarsak):
                raise OSError(None, aarsak)
            case (barneprosess.MINNE,):
                raise InnlesingenTokForMyeMinne(fil=self.filnavn, mb=self._vern.minne >> 20)
            case (barneprosess.KRASJ, slag, spor):
                raise LeserenStanset(fil=self.filnavn, slag=slag, spor=spor)
        if self._avbrutt:
            raise InnlesingenErAvbrutt(fil=self.filnavn)
        if self._for_stor:
            raise InnlesingenTokForMyeMinne(fil=self.filnavn, mb=self._vern.minne >> 20)
        if self._for_sen or utgang == -getattr(signal, "SIGXCPU", 0):
            raise InnlesingenTokForLangTid(fil=self.filnavn, sekunder=round(self._vern.sekunder))
        raise LeserenStanset(fil=self.filnavn, slag=str(utgang), spor=())

    def _meld(self, steg: Steg) -> None:
        self.steg = steg
        if self._naar_fremdrift is not None:
            self._naar_fremdrift(steg)

    def _for_lenge(self) -> None:
        with self._laas:
            self._for_sen = True
            self._drep()

    def _drep(self) -> None:
        if self._prosess is not None:
            self._prosess.kill()

    def _se_ut(self, prosess: SpawnProcess) -> None:
        """Wait until the child is gone: it leaves by itself after its answer, and is helped when it does not."""
        with self._laas:
            self._prosess, startet = None, prosess.pid is not None
        if startet:
            prosess.join(_FARVEL)
            prosess.kill()
            prosess.join()


def les_trygt(
    sti: Path,
    les: Callable[[bytes, str], Any],
    *,
    ventet: frozenset[Filslag] = frozenset(),
    vern: Vern | None = None,
) -> Lesning:
    """Read a file in a process of its own and wait for it."""
    return Innlesingsjobb(sti, les, ventet=ventet, vern=vern).vent()
