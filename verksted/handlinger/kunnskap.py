"""Operations on the facts of the knowledge base."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from verksted.handlinger.handling import handling
from verksted.kjerne.feil import FinnesIkke
from verksted.kjerne.ider import kunnskapskode
from verksted.modell.plan import Kunnskapspunkt

if TYPE_CHECKING:
    from verksted.lager.oekt import Oekt
    from verksted.modell.ordene import Kunnskapstema


@handling
def nytt_kunnskapspunkt(oekt: Oekt, *, tittel: str, tema: Kunnskapstema | None, temanavn: str) -> str:
    """Add a fact somebody typed; return its code (raises UgyldigVerdi)."""
    kode = kunnskapskode(oekt.neste("K"))
    oekt.gjelder(kode)
    oekt.opprett(
        Kunnskapspunkt,
        kode=kode,
        tittel=tittel,
        tema=tema,
        temanavn=temanavn,
        rekkefoelge=oekt.stoerst(Kunnskapspunkt, "rekkefoelge") + 1,
    )
    return kode


@handling
def oppdater_kunnskapspunkt(oekt: Oekt, /, *, kode: str, **felt: Any) -> None:  # noqa: ANN401 - the entity's own
    """Change a fact's words, figure, source or quality assurance (raises FinnesIkke, UgyldigVerdi)."""
    punkt = _punktet(oekt, kode)
    oekt.gjelder(kode)
    oekt.oppdater(punkt, **felt)


@handling
def fjern_kunnskapspunkt(oekt: Oekt, *, kode: str) -> None:
    """Put a fact in the bin (raises FinnesIkke)."""
    punkt = _punktet(oekt, kode)
    oekt.gjelder(kode)
    oekt.oppdater(punkt, fjernet=True)


@handling
def hent_tilbake_kunnskapspunkt(oekt: Oekt, *, kode: str) -> None:
    """Take a fact out of the bin (raises FinnesIkke)."""
    punkt = _punktet(oekt, kode)
    oekt.gjelder(kode)
    oekt.oppdater(punkt, fjernet=False)


def _punktet(oekt: Oekt, kode: str) -> Kunnskapspunkt:
    punkt = oekt.finn(Kunnskapspunkt, kode=kode)
    if punkt is None:
        raise FinnesIkke(hva="kunnskapspunkt", kode=kode)
    return punkt
