"""`verksted kontroll FIL`: the proof that nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.kjerne.formater import heltall
from verksted.kommandolinje.aapne import aapnet

if TYPE_CHECKING:
    from argparse import Namespace

    from verksted.kommandolinje.omgivelser import Omgivelser


def kjoer(argumenter: Namespace, omgivelser: Omgivelser) -> int:
    """Check everything and print what was checked; exit code 1 when something does not agree."""
    t = omgivelser.tekster
    with aapnet(argumenter.fil, omgivelser, bare_les=True) as fil:
        rapport = fil.kontroller()
    omgivelser.si(
        t(
            "kommandolinje.kontroll.sett_paa",
            rader=heltall(rapport.rader),
            revisjoner=heltall(rapport.revisjoner),
            handlinger=heltall(rapport.handlinger),
            endringer=heltall(rapport.endringer),
        )
    )
    for funn in rapport.funn:
        omgivelser.si("  " + t(f"kontroll.{funn.noekkel}", tabell=funn.tabell, rad=funn.rad))
    if rapport.funn:
        omgivelser.si(t.antall("kommandolinje.kontroll.funn", len(rapport.funn)))
        return 1
    omgivelser.si(t("kommandolinje.kontroll.hel"))
    return 0
