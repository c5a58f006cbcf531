"""What can be done with points, as the page asks for it: one operation a step, so that undo takes each apart again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from verksted.handlinger.plan import behandle, svar_utsjekk, ta_bort_behandling, velg_plansted
from verksted.handlinger.punkter import (
    legg_til_kilder,
    oppdater_punkt,
    samle_punkt,
    skriv_merknad,
    ta_fra_hverandre_punkt,
    ta_ut_kilde,
)
from verksted.modell.ordene import Behandlingsresultat, Utsjekksvar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.kjerne.feil import KjentFeil
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord
    from verksted.vindu.ramme.svar import Svar


class Punktarbeid(QObject):
    """Signals: `rull_tilbake` when something was not accepted and the page must show the file's words again."""

    rull_tilbake = Signal()

    def __init__(self, bord: Arbeidsbord) -> None:
        super().__init__()
        self._bord = bord

    @property
    def kan_endres(self) -> bool:
        """Say whether anything can be changed."""
        return self._bord.kan_endres

    def samle(self, verksted: int, tittel: str, kilder: Sequence[str]) -> Svar[Any]:
        """Make a point of notes; the answer's `resultat` is its code."""
        svar = self._bord.utfoer(samle_punkt, verksted=verksted, tittel=tittel, kilder=list(kilder))
        return svar.ved_feil(self._feilet)

    def legg_til(self, punkt: str, kilder: Sequence[str]) -> Svar[Any]:
        """Gather more notes into a point."""
        return self._bord.utfoer(legg_til_kilder, punkt=punkt, kilder=list(kilder)).ved_feil(self._feilet)

    def ta_ut(self, punkt: str, kilde: str) -> None:
        """Take one note out."""
        self._bord.utfoer(ta_ut_kilde, punkt=punkt, kilde=kilde).ved_feil(self._feilet)

    def ta_fra_hverandre(self, punkt: str) -> None:
        """Take all notes out and put the point in the bin."""
        self._bord.utfoer(ta_fra_hverandre_punkt, punkt=punkt).ved_feil(self._feilet)

    def oppdater(self, punkt: str, **felt: Any) -> None:  # noqa: ANN401 - the entity validates its own fields
        """Change what a point says."""
        self._bord.utfoer(oppdater_punkt, punkt=punkt, **felt).ved_feil(self._feilet)

    def merknad(self, punkt: str, liste: str, tekst: str) -> None:
        """Write what a list wants said."""
        self._bord.utfoer(skriv_merknad, punkt=punkt, liste=liste, tekst=tekst).ved_feil(self._feilet)

    def behandle(self, punkt: str, resultat: str, begrunnelse: str) -> None:
        """Say what became of a point, '' that nothing has yet."""
        if resultat:
            svar = self._bord.utfoer(
                behandle, punkt=punkt, resultat=Behandlingsresultat(resultat), begrunnelse=begrunnelse
            )
            svar.ved_feil(self._feilet)
        else:
            self._bord.utfoer(ta_bort_behandling, punkt=punkt).ved_feil(self._feilet)

    def plansted(self, punkt: str, element: str) -> None:
        """Say where in the plan a point belongs, '' for nowhere yet."""
        self._bord.utfoer(velg_plansted, punkt=punkt, element=element or None).ved_feil(self._feilet)

    def utsjekk(self, punkt: str, verksted: int, bord: int, svar: str, kommentar: str) -> None:
        """Keep what a table answered."""
        self._bord.utfoer(
            svar_utsjekk,
            punkt=punkt,
            verksted=verksted,
            gruppe=bord,
            svar=Utsjekksvar(svar),
            kommentar=kommentar,
        ).ved_feil(self._feilet)

    def _feilet(self, feil: KjentFeil) -> None:
        self.rull_tilbake.emit()
        self._bord.verktoey.bakgrunn.feilet.emit(feil)
