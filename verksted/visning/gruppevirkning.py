"""What a move by hand would do, told before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.kjerne.feil import FinnesIkke
from verksted.regler.grupper.maal import virkning_av_bytte, virkning_av_flytting
from verksted.regler.grupper.rommet import beskriv_rommet
from verksted.visning.grupperader import grupperader

if TYPE_CHECKING:
    from collections.abc import Callable

    from verksted.regler.grupper.maal import Virkning
    from verksted.regler.grupper.regelrader import Regelomtale
    from verksted.regler.grupper.rommet import Rommet
    from verksted.visning.grunnlag import Grunnlag


def rommet_i(grunnlag: Grunnlag, verksted: int, navngi: Callable[[Regelomtale], str] | None = None) -> Rommet:
    """Return one workshop's people and tables; worth keeping while somebody drags (raises FinnesIkke)."""
    rad = next((v for v in grunnlag.verksted if v.nummer == verksted), None)
    if rad is None:
        raise FinnesIkke(hva="verksted", kode=str(verksted))
    return beskriv_rommet(grupperader(grunnlag), rad, navngi)


def virkning_av_aa_flytte(rommet: Rommet, *, runde: int, person_id: str, bord: int) -> Virkning:
    """Return balance, repeats and broken rules before and after a move (raises KeyError for somebody not seated)."""
    return virkning_av_flytting(rommet.oppdrag_naa, rommet.runder, runde=runde, person=person_id, bord=bord)


def virkning_av_aa_bytte(rommet: Rommet, *, runde: int, en: str, annen: str) -> Virkning:
    """Return balance, repeats and broken rules before and after a swap (raises KeyError for somebody not seated)."""
    return virkning_av_bytte(rommet.oppdrag_naa, rommet.runder, runde=runde, en=en, annen=annen)
