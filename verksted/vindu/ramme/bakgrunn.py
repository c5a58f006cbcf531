"""Work off the window's thread: short readings, long work with progress, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from verksted.kjerne.feil import KjentFeil
from verksted.vindu.ramme.svar import Svar

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")
Jobb = Callable[["Fremdrift"], T]


class ArbeidetBleAvbrutt(KjentFeil):
    """The user stopped the work."""


class Fremdrift:
    """Handed to long work: where it says how far it has come, and learns that nobody wants it any more."""

    def __init__(self, si_fra: Callable[[int, int, str], None]) -> None:
        self._si_fra = si_fra
        self._stans = Event()

    def meld(self, gjort: int, av: int = 0, hva: str = "") -> None:
        """Say how far it has come, `av` 0 when nobody knows (raises ArbeidetBleAvbrutt when it is to stop)."""
        if self._stans.is_set():
            raise ArbeidetBleAvbrutt
        self._si_fra(gjort, av, hva)

    def stans(self) -> None:
        """Ask the work to stop at its next step."""
        self._stans.set()


class Arbeid(Svar[T], Generic[T]):
    """Long work under way: a Svar with a title, progress and a way to stop it."""

    def __init__(self, tittel: str, fremdrift: Fremdrift, ellers: Callable[[KjentFeil], object]) -> None:
        super().__init__(ellers)
        self.tittel = tittel
        self._fremdrift = fremdrift

    def avbryt(self) -> None:
        """Ask the work to stop at its next step."""
        self._fremdrift.stans()


class Bakgrunn(QObject):
    """Runs jobs in other threads and brings what came of them back to this one.

    Signals: `begynte` and `sluttet` with an Arbeid, `kommet` with (Arbeid, done, of how much, what), `feilet` with a
    KjentFeil nobody took.
    """

    begynte = Signal(object)
    sluttet = Signal(object)
    kommet = Signal(object, int, int, str)
    feilet = Signal(object)
    _post = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lesere = ThreadPoolExecutor(2, thread_name_prefix="verksted-leser")
        self._arbeidere = ThreadPoolExecutor(2, thread_name_prefix="verksted-arbeid")
        self._ute = 0
        self._post.connect(self._ta_imot, Qt.ConnectionType.QueuedConnection)

    def send(self, gjoer: Callable[[], object]) -> None:
        """Have something done in the window's thread; may be called from any thread."""
        if isValid(self):
            self._post.emit(gjoer)

    def _ta_imot(self, gjoer: Callable[[], object]) -> None:
        gjoer()

    def i_traad(self, jobb: Callable[[], T]) -> Svar[T]:
        """Run a short job (a reading) in another thread."""
        return self.vent_paa(self._lesere.submit(jobb))

    def vent_paa(self, fremtid: Future[T], svar: Svar[T] | None = None) -> Svar[T]:
        """Return the answer to a future somebody else fulfils."""
        svaret: Svar[T] = self.nytt_svar() if svar is None else svar
        self._ute += 1
        fremtid.add_done_callback(lambda ferdig: self.send(lambda: self._lever(ferdig, svaret)))
        return svaret

    @property
    def underveis(self) -> int:
        """How many answers are still to come."""
        return self._ute

    def _lever(self, ferdig: Future[T], svar: Svar[T]) -> None:
        self._ute -= 1
        if ferdig.cancelled():
            return
        feil = ferdig.exception()
        if feil is not None:
            svar.feilet(feil)
        else:
            svar.kom(ferdig.result())

    def nytt_svar(self) -> Svar[T]:
        """Return an answer not yet given; its unclaimed failures go to `feilet`."""
        return Svar(self.feilet.emit)

    def arbeid(self, tittel: str, jobb: Jobb[T]) -> Arbeid[T]:
        """Run long work in another thread; `jobb` is given its Fremdrift."""
        fremdrift = Fremdrift(lambda *hvor_langt: self.send(lambda: self.kommet.emit(arbeid, *hvor_langt)))
        arbeid: Arbeid[T] = Arbeid(tittel, fremdrift, self.feilet.emit)
        self.begynte.emit(arbeid)
        fremtid = self._arbeidere.submit(jobb, fremdrift)
        fremtid.add_done_callback(lambda _: self.send(lambda: self.sluttet.emit(arbeid)))
        self.vent_paa(fremtid, arbeid)
        return arbeid

    def steng(self) -> None:
        """Take no more jobs and wait for those under way."""
        self._lesere.shutdown(wait=True, cancel_futures=True)
        self._arbeidere.shutdown(wait=True, cancel_futures=True)
