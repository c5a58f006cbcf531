"""The workbench: one open process as the pages meet it. Read, carry out, undo, and hear of changes."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, Any, Concatenate, Final, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from verksted.kjerne.feil import KjentFeil

if TYPE_CHECKING:
    from pathlib import Path

    from verksted.vindu.ramme.bakgrunn import Arbeid, Jobb
    from verksted.vindu.ramme.kontrakt import AapenProsess, Endringsmelding, Linje
    from verksted.vindu.ramme.svar import Svar
    from verksted.vindu.ramme.verktoey import Verktoey

P = ParamSpec("P")
T = TypeVar("T")
Spoerring = Callable[[Any], T]
AKTOER: Final = "prosessleder"


class Lagring(Enum):
    """What the status line says of the user's words."""

    BARE_LES = "bare_les"
    LAGRES = "lagres"
    LAGRET = "lagret"
    KOPIERT = "kopiert"
    IKKE_KOPIERT = "ikke_kopiert"


class Arbeidsbord(QObject):
    """Given to every page. Everything it emits and answers comes in the window's thread.

    Signals: `endret` with each Endringsmelding, also others' and undo's; `lagring` with a Lagring; `angring` when
    `kan_angre` and `kan_gjoere_om` are new; `skriv_ned` when words still being typed must be sent at once.
    """

    endret = Signal(object)
    lagring = Signal(object)
    angring = Signal()
    skriv_ned = Signal()

    def __init__(self, fil: AapenProsess, verktoey: Verktoey, *, aktoer: str = AKTOER) -> None:
        super().__init__()
        self.verktoey: Final = verktoey
        self.aktoer: Final = aktoer
        self.kan_angre: Linje | None = None
        self.kan_gjoere_om: Linje | None = None
        self._fil = fil
        self._underveis = 0
        self._lukket = False
        send = verktoey.bakgrunn.send
        self._slutt = [
            fil.endret.lytt(lambda endring: send(lambda: self._endret(endring))),
            fil.lagret.lytt(lambda _: send(lambda: self._meld(Lagring.KOPIERT))),
            fil.ikke_lagret.lytt(lambda feil: send(lambda: self._ikke_lagret(feil))),
        ]
        self._spoer_om_angring()

    @property
    def sti(self) -> Path:
        """The user's file."""
        return self._fil.sti

    @property
    def kan_endres(self) -> bool:
        """Say whether anything can be changed here; pages switch off what changes when not."""
        return self._fil.kan_endres

    @property
    def fil(self) -> AapenProsess:
        """The open file itself, for the functions of `handlinger` that take one (import, export)."""
        return self._fil

    # -- reading ------------------------------------------------------------------------------------------------

    def hent(self, spoerring: Spoerring[T]) -> Svar[T]:
        """Read a view: `spoerring(sesjon)` runs in another thread, in one short transaction."""

        def les() -> T:
            with self._fil.les() as sesjon:
                return spoerring(sesjon)

        return self.verktoey.bakgrunn.i_traad(les)

    def hent_raatt(self, spoerring: Spoerring[T]) -> Svar[T]:
        """Read the change log: as `hent`, with the bare connection."""

        def les() -> T:
            with self._fil.les_raatt() as db:
                return spoerring(db)

        return self.verktoey.bakgrunn.i_traad(les)

    # -- changing -----------------------------------------------------------------------------------------------

    def utfoer(self, handling: Callable[Concatenate[Any, P], T], *args: P.args, **argumenter: P.kwargs) -> Svar[T]:
        """Carry out an operation of `handlinger` on the writer thread; the answer (an Endring) comes after its COMMIT.

        A KjentFeil that `ved_feil` does not take stands in the banner as a sentence.
        """
        self._underveis += 1
        self._meld(Lagring.LAGRES)
        try:
            fremtid = self._fil.send(handling, self.aktoer, *args, **argumenter)
        except KjentFeil as feil:
            svar: Svar[T] = self.verktoey.bakgrunn.nytt_svar()
            kjent = feil
            self.verktoey.bakgrunn.send(lambda: self._ferdig(lambda: svar.feilet(kjent)))
            return svar
        fremtid.add_done_callback(lambda _: self.verktoey.bakgrunn.send(lambda: self._ferdig(lambda: None)))
        return self.verktoey.bakgrunn.vent_paa(fremtid)

    def arbeid(self, tittel: str, jobb: Jobb[T]) -> Arbeid[T]:
        """Run long work off the window's thread (import, export, groups); the status line shows it, with «Avbryt»."""
        return self.verktoey.bakgrunn.arbeid(tittel, jobb)

    def angre(self) -> Svar[Endringsmelding]:
        """Take back the newest operation."""
        self.skriv_ned.emit()
        return self.verktoey.bakgrunn.i_traad(lambda: self._fil.angre(self.aktoer))

    def gjoer_om(self) -> Svar[Endringsmelding]:
        """Carry out again what was taken back last."""
        self.skriv_ned.emit()
        return self.verktoey.bakgrunn.i_traad(lambda: self._fil.gjoer_om(self.aktoer))

    def lagre_kopi(self, til: Path) -> Svar[Path]:
        """Write a whole copy somewhere else."""
        return self.verktoey.bakgrunn.i_traad(lambda: self._fil.lagre_kopi(til))

    def lukk(self) -> Svar[None]:
        """Write a last copy and let the file go; nothing more is heard of it."""
        self.skriv_ned.emit()
        self._lukket = True
        for slutt in self._slutt:
            slutt()
        return self.verktoey.bakgrunn.i_traad(self._fil.lukk)

    # -- in the window's thread ---------------------------------------------------------------------------------

    def _ferdig(self, lever: Callable[[], object]) -> None:
        self._underveis -= 1
        if not self._underveis and not self._lukket:
            self._meld(Lagring.LAGRET if self.kan_endres else Lagring.BARE_LES)
        lever()

    def _endret(self, endring: Endringsmelding) -> None:
        if not self._lukket:
            self.endret.emit(endring)
            self._meld(Lagring.LAGRES if self._underveis else Lagring.LAGRET)
            self._spoer_om_angring()

    def _meld(self, lagring: Lagring) -> None:
        if not self._lukket:
            self.lagring.emit(lagring)

    def _ikke_lagret(self, feil: KjentFeil) -> None:
        self._meld(Lagring.IKKE_KOPIERT)
        self.verktoey.bakgrunn.feilet.emit(feil)

    def _spoer_om_angring(self) -> None:
        if self.kan_endres:
            self.verktoey.bakgrunn.i_traad(lambda: self._fil.angrestatus(self.aktoer)).da(self._ny_angring)

    def _ny_angring(self, begge: tuple[Linje | None, Linje | None]) -> None:
        self.kan_angre, self.kan_gjoere_om = begge
        self.angring.emit()
