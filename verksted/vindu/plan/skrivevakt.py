"""Watches over what is being typed on a page: how much is on its way to the file, and what was read before that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from verksted.vindu.ramme.arbeidsbord import Lagring

if TYPE_CHECKING:
    from collections.abc import Callable

    from verksted.kjerne.feil import KjentFeil
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord
    from verksted.vindu.ramme.svar import Svar


class Skrivevakt(QObject):
    """One per page. Signals: `rolig` when everything that was sent is in the file."""

    rolig = Signal()

    def __init__(self, bord: Arbeidsbord, forelder: QObject) -> None:
        super().__init__(forelder)
        self._bord = bord
        self._sendt = 0
        self._underveis = 0

    def stempel(self) -> int:
        """Return what to ask `er_fersk` with when a reading that starts now is done; -1 with words on the way."""
        return -1 if self._underveis else self._sendt

    def er_fersk(self, stempel: int) -> bool:
        """Say whether nothing has been sent since the reading began."""
        return stempel == self._sendt

    def begynt(self) -> None:
        """Say in the status line that there are words the file does not have."""
        self._bord.lagring.emit(Lagring.LAGRES)

    def slik_som_foer(self) -> None:
        """Say that the words are again as the file has them."""
        if not self._underveis:
            self._bord.lagring.emit(Lagring.LAGRET)

    def send(self, lagre: Callable[[], Svar[object]], gikk_ikke: Callable[[], object]) -> None:
        """Send words; a failure stands in the banner, and the words stay where they were typed."""
        self._sendt += 1
        self._underveis += 1

        def feilet(feil: KjentFeil) -> None:
            gikk_ikke()
            self._bord.verktoey.bakgrunn.feilet.emit(feil)
            self._ferdig()

        lagre().da(lambda _: self._ferdig()).ved_feil(feilet)

    def _ferdig(self) -> None:
        self._underveis -= 1
        if not self._underveis:
            self.rolig.emit()
