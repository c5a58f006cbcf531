"""Finds notes that say the same, off the window's thread; the index is kept while the words are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from verksted.regler.likhet import Likhet, Likhetsindeks
from verksted.regler.ordstamme import stammene_i

if TYPE_CHECKING:
    from collections.abc import Iterable

    from verksted.vindu.ramme.bakgrunn import Bakgrunn
    from verksted.visning.bearbeiding import Notatrad

_NAERMESTE = 12


class Likhetstjener(QObject):
    """Signals: `klar` when there is a new index, `funnet` with (point, likenesses) as the answer to `let`."""

    klar = Signal()
    funnet = Signal(str, object)

    def __init__(self, bakgrunn: Bakgrunn) -> None:
        super().__init__()
        self._bakgrunn = bakgrunn
        self._indeks: Likhetsindeks | None = None
        self._tekster: dict[str, str] = {}
        self._bygger = False
        self._bygde_av: dict[str, str] = {}
        self.stammer: dict[str, str] = {}
        self._siste = ""

    def sett(self, notater: Iterable[Notatrad]) -> None:
        """Take the notes as they now read; build anew only when a word is another."""
        self._tekster = {rad.kode: f"{rad.tekst} {rad.hvorfor}".strip() for rad in notater}
        self._bygg()

    def _bygg(self) -> None:
        if self._bygger or self._tekster == self._bygde_av:
            return
        self._bygger = True
        tekster = self._tekster
        self._bakgrunn.i_traad(lambda: _bygg(tekster)).da(self._bygget)

    def _bygget(self, ferdig: tuple[dict[str, str], Likhetsindeks, dict[str, str]]) -> None:
        self._bygger = False
        self._bygde_av, self._indeks, self.stammer = ferdig
        self.klar.emit()
        self._bygg()

    def let(self, punkt: str, kilder: Iterable[str]) -> None:
        """Look for what is near these notes; only the answer to the latest question is given."""
        self._siste = punkt
        indeks, koder = self._indeks, tuple(kilder)
        if indeks is None or not koder:
            self.funnet.emit(punkt, ())
            return
        svar = self._bakgrunn.i_traad(lambda: indeks.naermeste(koder, antall=_NAERMESTE))
        svar.da(lambda likheter: self._fant(punkt, likheter))

    def _fant(self, punkt: str, likheter: tuple[Likhet, ...]) -> None:
        if punkt == self._siste:
            self.funnet.emit(punkt, likheter)


def _bygg(tekster: dict[str, str]) -> tuple[dict[str, str], Likhetsindeks, dict[str, str]]:
    stammer = {kode: f" {' '.join(stammene_i(tekst))} " for kode, tekst in tekster.items()}
    return tekster, Likhetsindeks(tekster), stammer
