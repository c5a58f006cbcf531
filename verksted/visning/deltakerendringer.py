"""What a new council list changed, as lines in words: who is new, changed in which field, gone but kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verksted.kjerne.tekster import Tekster
    from verksted.regler.deltakerendringer import Deltakerendring, Deltakerendringer


def deltakerlinjer(endringer: Deltakerendringer, tekster: Tekster) -> list[str]:
    """Return one line of sums and one for each person, or nothing when everybody is new: then there is no change."""
    if not endringer.borte and len(endringer.nye) == endringer.antall:
        return []
    return [
        tekster(
            "kommandolinje.deltakere.sum",
            nye=len(endringer.nye),
            endret=len(endringer.endret),
            uendret=endringer.uendret,
            borte=len(endringer.borte),
        ),
        *(tekster("kommandolinje.deltakere.ny", navn=navn) for navn in endringer.nye),
        *(_endret(endring, tekster) for endring in endringer.endret),
        *(tekster("kommandolinje.deltakere.borte", navn=navn) for navn in endringer.borte),
        *(
            tekster("kommandolinje.deltakere.kanskje_samme", ny=ny, kjent=kjent)
            for ny, kjent in endringer.kanskje_samme
        ),
    ]


def _endret(endring: Deltakerendring, tekster: Tekster) -> str:
    felt = ", ".join(
        tekster(
            "kommandolinje.deltakere.felt",
            felt=tekster(f"kommandolinje.deltakerfelt.{felt}"),
            foer=_verdi(foer, tekster),
            etter=_verdi(etter, tekster),
        )
        for felt, foer, etter in endring.felt
    )
    return tekster("kommandolinje.deltakere.endret", navn=endring.navn, felt=felt)


def _verdi(verdi: object, tekster: Tekster) -> str:
    return tekster("kommandolinje.deltakere.tomt") if verdi in {None, ""} else str(verdi)
