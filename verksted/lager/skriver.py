"""The single writer thread: operations queue up, share a COMMIT, and are answered only after it."""

from __future__ import annotations

from concurrent.futures import Future
from queue import SimpleQueue
from threading import ExceptHookArgs, Lock, Thread, current_thread, excepthook
from typing import TYPE_CHECKING, Any, Final, TypeVar

from sqlalchemy.exc import DBAPIError

from verksted.kjerne.observatoer import Signal
from verksted.lager.endring import Endring
from verksted.lager.feil import BleIkkeLagret, FilenErLukket, KunneIkkeLagre, SkrivingUtenforHandling
from verksted.lager.motor import aapne_skrivende, motor_om
from verksted.lager.oekt import Oekt, ny_sesjon
from verksted.lager.oversetting import oversatt
from verksted.lager.utloesere import bryter_vernet, sett_paa

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    from verksted.kjerne.feil import KjentFeil
    from verksted.kjerne.klokke import Klokke

T = TypeVar("T")
MEST_I_EN_COMMIT: Final = 64
_Jobb = tuple["Callable[[Any], Any]", str | None, "Future[Any]"]


class Skriver:
    """Owns the writing connection from its own thread.

    Signals: `etter_commit` with each Endring that changed something, in order, from the writer thread.
    """

    def __init__(self, sti: Path, *, klokke: Klokke) -> None:
        self.etter_commit: Signal[Endring[Any]] = Signal()
        self._sti = sti
        self._klokke = klokke
        self._koe: SimpleQueue[_Jobb | None] = SimpleQueue()
        self._inngang = Lock()
        self._stengt = self._stoppet = False
        self._klar: Future[None] = Future()
        self._traad = Thread(target=self._koer, name="verksted-skriver", daemon=True)
        self._traad.start()
        self._klar.result()

    def send(self, jobb: Callable[[Oekt], Endring[T]], *, aktoer: str) -> Future[Endring[T]]:
        """Queue an operation; the future is done after the COMMIT that holds it."""
        svar: Future[Endring[T]] = Future()
        self._legg_i_koe((jobb, aktoer, svar))
        return svar

    def alene(self, jobb: Callable[[sqlite3.Connection], T]) -> T:
        """Run a job with the bare connection and no transaction open, and wait for it."""
        svar: Future[T] = Future()
        self._legg_i_koe((jobb, None, svar))
        return svar.result()

    def steng(self) -> None:
        """Take no more operations; those in the queue are carried out, and `alene` goes on until `stopp`."""
        with self._inngang:
            self._stengt = True

    def stopp(self) -> None:
        """Let the queue run out, close the connection and end the thread."""
        with self._inngang:
            if not self._stoppet:
                self._koe.put(None)
            self._stoppet = True
        self._traad.join()

    def _legg_i_koe(self, jobb: _Jobb) -> None:
        with self._inngang:
            if self._stoppet or (self._stengt and jobb[1] is not None):  # nobody would answer, or save it
                raise FilenErLukket(sti=str(self._sti))
            self._koe.put(jobb)

    # -- in the writer thread -----------------------------------------------------------------------------------

    def _koer(self) -> None:
        try:
            self._db = aapne_skrivende(self._sti)
            sett_paa(self._db)
            motor = motor_om(self._db)
            self._sesjon = ny_sesjon(motor)
        except BaseException as feil:  # noqa: BLE001 - carried to the caller, who raises it
            if hasattr(self, "_db"):
                self._db.close()
            self._klar.set_exception(feil)
            return
        self._klar.set_result(None)
        while (jobb := self._koe.get()) is not None:
            self._ta(jobb)
        self._sesjon.close()
        motor.dispose()
        self._db.close()

    def _ta(self, foerste: _Jobb) -> None:
        if foerste[1] is None:
            self._svar_alene(foerste)
            return
        gruppe, etterpaa = [foerste], None
        while len(gruppe) < MEST_I_EN_COMMIT and not self._koe.empty():
            neste = self._koe.get()
            if neste is None or neste[1] is None:
                etterpaa = (neste,)
                break
            gruppe.append(neste)
        self._gruppe(gruppe)
        if etterpaa is not None:
            if etterpaa[0] is None:
                self._koe.put(None)
            else:
                self._svar_alene(etterpaa[0])

    def _svar_alene(self, jobb: _Jobb) -> None:
        gjoer, _, svar = jobb
        svar.set_running_or_notify_cancel()
        try:
            resultat = gjoer(self._db)
        except BaseException as feil:  # noqa: BLE001 - carried to the caller, who raises it
            svar.set_exception(self._oversatt(feil, KunneIkkeLagre))
        else:
            svar.set_result(resultat)

    def _gruppe(self, jobber: list[_Jobb]) -> None:
        ferdige: list[tuple[Future[Any], Endring[Any]]] = []
        jobber = [jobb for jobb in jobber if jobb[2].set_running_or_notify_cancel()]
        try:
            self._db.execute("BEGIN IMMEDIATE")
            for gjoer, aktoer, svar in jobber:
                oekt = Oekt(self._db, self._sesjon, aktoer=aktoer or "", klokke=self._klokke)
                try:
                    ferdige.append((svar, gjoer(oekt)))
                except BaseException as feil:
                    svar.set_exception(self._oversatt(feil, BleIkkeLagret))
                    self._sesjon.expunge_all()
                    if not self._db.in_transaction:
                        raise
            self._db.execute("COMMIT")
        except BaseException as feil:  # noqa: BLE001 - carried to the caller, who raises it
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            self._sesjon.expunge_all()
            for _, _, svar in jobber:
                if not svar.done():
                    svar.set_exception(self._oversatt(feil, BleIkkeLagret))
            return
        for svar, endring in ferdige:
            if endring.rader:
                self._si_fra(endring)
            svar.set_result(endring)

    def _oversatt(self, feil: BaseException, slag: type[KjentFeil]) -> BaseException:
        """Return the error as something the user can act on, where the disk is to blame."""
        rot: BaseException | None = feil.orig if isinstance(feil, DBAPIError) else feil
        if rot is not None and bryter_vernet(rot):
            return SkrivingUtenforHandling(tabell="")
        return oversatt(feil, self._sti, slag)

    def _si_fra(self, endring: Endring[Any]) -> None:
        """Tell the listeners; one that fails must stop neither the writer nor the answer: the row is committed."""
        try:
            self.etter_commit.send(endring)
        except Exception as feil:  # noqa: BLE001 - reported as any other thread's failure
            excepthook(ExceptHookArgs((type(feil), feil, feil.__traceback__, current_thread())))
