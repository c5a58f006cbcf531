"""`verksted ny FIL --mal NAVN --kommune NAVN`: a new process from a template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.handlinger.feil import EgneMalerHarFeil, UkjentMal
from verksted.handlinger.maler import finn_mal, setninger
from verksted.handlinger.prosess import opprett_prosess
from verksted.kjerne.klokke import lokal
from verksted.kommandolinje.aapne import AKTOER, ny_fil

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import datetime

    from verksted.kommandolinje.omgivelser import Omgivelser

_ET_VALGAAR, _AAR_MELLOM_VALG = 2023, 4


def kjoer(argumenter: Namespace, omgivelser: Omgivelser) -> int:
    """Make the file and the process; nothing is left behind when the template or a value is refused."""
    try:
        mal, problemer = finn_mal(argumenter.mal, argumenter.maalform, egen_mappe=argumenter.malmappe)
    except (UkjentMal, EgneMalerHarFeil) as feil:
        for setning in setninger(feil.data["problemer"], omgivelser.tekster):  # type: ignore[arg-type]
            omgivelser.klag(setning)
        raise
    for setning in setninger(problemer, omgivelser.tekster):
        omgivelser.klag(setning)
    naa = omgivelser.klokke.naa()
    with ny_fil(argumenter.fil, omgivelser) as fil:
        fil.utfoer(
            opprett_prosess,
            AKTOER,
            mal=mal,
            kommune=argumenter.kommune,
            navn=argumenter.navn,
            valgperiode=argumenter.valgperiode or valgperioden(naa),
        )
    omgivelser.si(omgivelser.tekster("kommandolinje.ny.ferdig", fil=argumenter.fil, mal=mal.tittel))
    return 0


def valgperioden(naa: datetime) -> tuple[int, int]:
    """Return the municipal election period that a day falls in, from the latest election year (2023, 2027, …)."""
    aar = lokal(naa).year
    fra = aar - (aar - _ET_VALGAAR) % _AAR_MELLOM_VALG
    return fra, fra + _AAR_MELLOM_VALG
