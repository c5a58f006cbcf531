"""`verksted angre FIL` and `verksted gjoer-om FIL`: the facilitator's own latest operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.kommandolinje.aapne import AKTOER, aapnet, handlingsetikett

if TYPE_CHECKING:
    from argparse import Namespace

    from verksted.kommandolinje.omgivelser import Omgivelser


def kjoer(argumenter: Namespace, omgivelser: Omgivelser) -> int:
    """Take back, or carry out again, and say by name what it was."""
    om_igjen = argumenter.kommando == "gjoer-om"
    with aapnet(argumenter.fil, omgivelser) as fil:
        endring = fil.gjoer_om(AKTOER) if om_igjen else fil.angre(AKTOER)
    hva = handlingsetikett(omgivelser.tekster, endring.resultat, endring.koder)
    omgivelser.si(omgivelser.tekster(f"kommandolinje.angre.{'gjort_om' if om_igjen else 'angret'}", hva=hva))
    return 0
