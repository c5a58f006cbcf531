"""One search for tables, seen from the page: it runs in another thread, tells of better answers, and can be stopped."""

from __future__ import annotations

from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from verksted.handlinger.grupper import Letevalg, sett_sammen_grupper
from verksted.visning.regelord import regelord

if TYPE_CHECKING:
    from verksted.handlinger.gruppebestilling import Bestilling
    from verksted.kjerne.feil import KjentFeil
    from verksted.regler.grupper.oppdrag import Inndeling
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord
    from verksted.vindu.ramme.bakgrunn import Arbeid, Fremdrift


class Leting(QObject):
    """Signals: `bedre` with an Inndeling, `tid` (seconds gone, of how many), `ferdig`, `feilet` with a KjentFeil."""

    bedre = Signal(object)
    tid = Signal(float, float)
    ferdig = Signal()
    feilet = Signal(object)

    def __init__(self, bord: Arbeidsbord, valg: Letevalg) -> None:
        super().__init__()
        self._bord, self._valg = bord, valg
        self._nok = Event()
        self._arbeid: Arbeid[object] | None = None

    @property
    def i_gang(self) -> bool:
        """Say whether it is still searching."""
        return self._arbeid is not None

    def begynn(self, verksted: int, bestilling: Bestilling, sekunder: float) -> None:
        """Search for so many nominal seconds, then store what was found; everything becomes one undo."""
        self._nok.clear()
        bord, tekster = self._bord, self._bord.verktoey.tekster
        klokke, send = bord.verktoey.klokke, bord.verktoey.bakgrunn.send

        def jobb(fremdrift: Fremdrift) -> object:
            start = klokke.monoton()

            def avbrutt() -> bool:
                gaatt = klokke.monoton() - start
                fremdrift.meld(round(10 * gaatt), round(10 * sekunder))
                send(lambda: self.tid.emit(gaatt, sekunder))
                return self._nok.is_set()

            valg = replace(
                self._valg,
                sekunder=sekunder,
                meld=lambda inndeling: send(lambda: self._meld(inndeling)),
                avbrutt=avbrutt,
            )
            return sett_sammen_grupper(
                bord.fil,  # type: ignore[arg-type]
                bord.aktoer,
                verksted=verksted,
                bestilling=bestilling,
                navngi=regelord(tekster),
                valg=valg,
            )

        self._arbeid = bord.arbeid(tekster("gruppeside.leting.navn"), jobb)
        self._arbeid.da(self._ferdig).ved_feil(self._feilet)

    def behold(self) -> None:
        """Stop, and keep the best so far."""
        self._nok.set()

    def avbryt(self) -> None:
        """Stop, and leave everything as it was."""
        if self._arbeid is not None:
            self._arbeid.avbryt()

    def _meld(self, inndeling: Inndeling) -> None:
        if self._arbeid is not None:
            self.bedre.emit(inndeling)

    def _ferdig(self, _svar: object) -> None:
        self._arbeid = None
        self.ferdig.emit()

    def _feilet(self, feil: KjentFeil) -> None:
        self._arbeid = None
        self.feilet.emit(feil)
