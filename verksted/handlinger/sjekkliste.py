"""Operations on a workshop's check list: what is to be done, by whom, and by when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from verksted.handlinger.handling import handling
from verksted.handlinger.prosess import verkstedet
from verksted.kjerne.feil import FinnesIkke
from verksted.modell.prosess import Sjekkpunkt

if TYPE_CHECKING:
    from datetime import date

    from verksted.lager.oekt import Oekt
    from verksted.modell.ordene import Fase


@handling
def oppdater_sjekkpunkt(oekt: Oekt, /, *, verksted: int, nummer: int, **felt: Any) -> None:  # noqa: ANN401 - the entity's own
    """Change a point's words, owner or date (raises FinnesIkke, UgyldigVerdi)."""
    punkt = _punktet(oekt, verksted, nummer)
    oekt.gjelder(f"V{verksted}")
    oekt.oppdater(punkt, **felt)


@handling
def nytt_sjekkpunkt(
    oekt: Oekt, *, verksted: int, fase: Fase, tekst: str, ansvarlig: str = "", frist: date | None = None
) -> int:
    """Add a point last on the list; return its number (raises FinnesIkke, UgyldigVerdi)."""
    rad = verkstedet(oekt, verksted)
    nummer = oekt.stoerst(Sjekkpunkt, "nummer", verksted_id=rad.id) + 1
    oekt.gjelder(f"V{verksted}")
    oekt.opprett(
        Sjekkpunkt,
        verksted_id=rad.id,
        nummer=nummer,
        fase=fase,
        tekst=tekst.strip(),
        ansvarlig=ansvarlig,
        frist=frist,
    )
    return nummer


@handling
def slett_sjekkpunkt(oekt: Oekt, *, verksted: int, nummer: int) -> None:
    """Take a point off the list (raises FinnesIkke)."""
    punkt = _punktet(oekt, verksted, nummer)
    oekt.gjelder(f"V{verksted}")
    oekt.slett(punkt)


def _punktet(oekt: Oekt, verksted: int, nummer: int) -> Sjekkpunkt:
    punkt = oekt.finn(Sjekkpunkt, verksted_id=verkstedet(oekt, verksted).id, nummer=nummer)
    if punkt is None:
        raise FinnesIkke(hva="sjekkpunkt", kode=str(nummer))
    return punkt
