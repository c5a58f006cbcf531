"""`verksted les FIL --deltakere F …`: input files into the process, each one undo, every problem with its place."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from verksted.handlinger.filer import ta_inn_fil
from verksted.handlinger.kunnskapsvalg import velg_for_kommunen
from verksted.kjerne.feil import KjentFeil
from verksted.kommandolinje.aapne import AKTOER, aapnet
from verksted.kommandolinje.feilsetning import feilsetning
from verksted.kommandolinje.oekonomiplan import ta_inn_plan
from verksted.kommandolinje.tolk import INNLESINGER
from verksted.visning.deltakerendringer import deltakerlinjer

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
                innleser = omgivelser.innlesere[slag]()
                if slag == "kunnskap" and argumenter.region:
                    innleser = replace(innleser, velg=partial(velg_for_kommunen, regioner=argumenter.region))
                if slag == "oekonomiplan":
                    innlest, kontroll = ta_inn_plan(fil, sti, innleser, argumenter.bekreft, omgivelser)
                    if innlest is None:
                        utgang = 1
                        continue
                else:
                    innlest, kontroll = ta_inn_fil(fil, AKTOER, sti, innleser), []
            except KjentFeil as feil:
                omgivelser.klag(feilsetning(feil, omgivelser.tekster))
                utgang = 1
                continue
            si_innlest(slag, innlest, omgivelser)
            for linje in kontroll:
                omgivelser.si(f"  {linje}")
            if not innlest.antall:
                utgang = 1
    return utgang


def si_innlest(slag: str, innlest: Innlest, omgivelser: Omgivelser) -> None:
    """Tell how much a file gave, and every problem in it."""
    t = omgivelser.tekster
    omgivelser.si(t.antall(f"kommandolinje.innlest.{slag}", innlest.antall, fil=innlest.filnavn))
    if innlest.endringer is not None:
        for linje in deltakerlinjer(innlest.endringer, t):
            omgivelser.si(f"  {linje}")
    for setning in innlest.setninger(t):
        omgivelser.si(f"  {setning}")
