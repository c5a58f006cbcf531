"""`verksted les FIL --deltakere F …`: input files into the process, each one undo, every problem with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.handlinger.filer import ta_inn_fil
from verksted.kjerne.feil import KjentFeil
from verksted.kommandolinje.aapne import AKTOER, aapnet
from verksted.kommandolinje.feilsetning import feilsetning
from verksted.kommandolinje.tolk import INNLESINGER

if TYPE_CHECKING:
    from argparse import Namespace

    from verksted.handlinger.filer import Innlest
    from verksted.kommandolinje.omgivelser import Omgivelser


def kjoer(argumenter: Namespace, omgivelser: Omgivelser) -> int:
    """Take the files in, in the order that later ones may need; one that is refused does not stop the rest.

    Exit code 1 when one of them gave nothing."""
    valgte = [(slag, getattr(argumenter, slag)) for slag in INNLESINGER if getattr(argumenter, slag) is not None]
    if not valgte:
        omgivelser.klag(omgivelser.tekster("kommandolinje.les.ingen_filer"))
        return 2
    utgang = 0
    with aapnet(argumenter.fil, omgivelser) as fil:
        for slag, sti in valgte:
            try:
                innlest = ta_inn_fil(fil, AKTOER, sti, omgivelser.innlesere[slag]())
            except KjentFeil as feil:
                omgivelser.klag(feilsetning(feil, omgivelser.tekster))
                utgang = 1
                continue
            si_innlest(slag, innlest, omgivelser)
            if not innlest.antall:
                utgang = 1
    return utgang


def si_innlest(slag: str, innlest: Innlest, omgivelser: Omgivelser) -> None:
    """Tell how much a file gave, and every problem in it."""
    t = omgivelser.tekster
    omgivelser.si(t.antall(f"kommandolinje.innlest.{slag}", innlest.antall, fil=innlest.filnavn))
    for setning in innlest.setninger(t):
        omgivelser.si(f"  {setning}")
