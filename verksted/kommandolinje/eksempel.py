"""`verksted eksempel FIL`: the invented municipality, from its input files and its script, played through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.handlinger.eksempel import LEDER, Avspiller
from verksted.handlinger.filer import ta_inn_fil
from verksted.handlinger.maler import finn_forloep, finn_mal
from verksted.kjerne.stier import mal as malsti
from verksted.kommandolinje.aapne import ny_fil
from verksted.kommandolinje.les import si_innlest
from verksted.kommandolinje.vis import som_linjer
from verksted.lager.spoerringer.oversikt import hent_oversikt

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from verksted.kommandolinje.omgivelser import Omgivelser

FILER = (
    ("deltakere", "kommunestyret", ".xlsx"),
    ("samfunnsdel", "samfunnsdel-2020-2032", ".docx"),
    ("oekonomiplan", "oekonomiplan-2028-2031", ".xlsx"),
    ("kunnskap", "kunnskapsgrunnlag", ".xlsx"),
)


def kjoer(argumenter: Namespace, omgivelser: Omgivelser) -> int:
    """Make the example and say what it holds."""
    maalform = argumenter.maalform
    mal, _ = finn_mal("politisk-verksted", maalform)
    forloep = finn_forloep(mal)
    with ny_fil(argumenter.fil, omgivelser) as fil:
        avspiller = Avspiller(fil, forloep, maalform)
        avspiller.opprett(mal)
        for slag, stamme, endelse in FILER:
            innlest = ta_inn_fil(fil, LEDER, _i_maalform(stamme, endelse, maalform), omgivelser.innlesere[slag]())
            si_innlest(slag, innlest, omgivelser)
        avspiller.spill()
        with fil.les() as sesjon:
            oversikt = hent_oversikt(sesjon)
    omgivelser.si()
    for linje in som_linjer(oversikt, omgivelser.tekster):
        omgivelser.si(linje)
    omgivelser.si()
    omgivelser.si(omgivelser.tekster("kommandolinje.eksempel.ferdig", fil=argumenter.fil))
    return 0


def _i_maalform(stamme: str, endelse: str, maalform: str) -> Path:
    """Return the file in this målform where there is one; names and numbers are the same in both."""
    mappe = malsti("eksempel")
    egen = mappe / f"{stamme}.{maalform}{endelse}"
    return egen if egen.exists() else mappe / f"{stamme}{endelse}"
