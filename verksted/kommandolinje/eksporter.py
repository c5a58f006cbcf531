"""`verksted eksporter FIL --til MAPPE`: the documents, and what is in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.handlinger.eksport import eksporter
from verksted.kjerne.formater import heltall
from verksted.kommandolinje.aapne import aapnet
from verksted.lager.spoerringer.oversikt import hent_oversikt

if TYPE_CHECKING:
    from argparse import Namespace

    from verksted.kommandolinje.omgivelser import Omgivelser


def kjoer(argumenter: Namespace, omgivelser: Omgivelser) -> int:
    """Write the documents that were asked for, and print the path and contents of each."""
    t = omgivelser.tekster
    with aapnet(argumenter.fil, omgivelser, bare_les=True) as fil:
        with fil.les() as sesjon:
            maalform = hent_oversikt(sesjon).maalform
        skrivere = {slag: omgivelser.skrivere[slag](maalform, argumenter.verksted) for slag in argumenter.bare}
        skrevet = eksporter(
            fil, argumenter.til, skrivere, klokke=omgivelser.klokke, arbeidsmappe=omgivelser.arbeidsmappe
        )
    for dokument in skrevet:
        innhold = ", ".join(
            t.antall(f"kommandolinje.innhold.{navn}", antall, tall=heltall(antall))
            for navn, antall in dokument.innhold.items()
            if antall
        )
        omgivelser.si(t(f"kommandolinje.dokument.{dokument.slag}", innhold=innhold or t("kommandolinje.dokument.tomt")))
        if dokument.lagt_til_side is not None:
            sti, ny = dokument.sti, dokument.lagt_til_side
            omgivelser.klag(t("kommandolinje.dokument.lagt_til_side", sti=sti, ny=ny))
    if "oppsummering" in argumenter.bare and not any(dokument.slag == "oppsummering" for dokument in skrevet):
        omgivelser.si(t("kommandolinje.dokument.ingen_oppsummering"))
    omgivelser.si()
    for dokument in skrevet:
        omgivelser.si(str(dokument.sti))
    return 0
