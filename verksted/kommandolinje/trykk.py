"""`verksted trykk FIL --verksted N --til MAPPE`: what the room needs on paper, and as PDF where it can be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.handlinger.eksport import eksporter
from verksted.handlinger.kontorpakke import finn_kontorpakke
from verksted.handlinger.trykk import skriv_pdf
from verksted.kjerne.formater import heltall, oppramsing
from verksted.kommandolinje.aapne import aapnet
from verksted.lager.spoerringer.oversikt import hent_oversikt

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

    from verksted.handlinger.eksport import Skrevet
    from verksted.handlinger.trykk import Fremdrift
    from verksted.kommandolinje.omgivelser import Omgivelser

# Why a document may have nothing to show: a text for each reason, in the order they are said.
MANGLER = {
    "program": ("program", "programoppslag"),
    "bord": ("bordliste", "bordskilt", "navneliste"),
    "deltakere": ("navneskilt",),
    "spoersmaal": ("spoersmaalsark",),
}


def kjoer(argumenter: Namespace, omgivelser: Omgivelser) -> int:
    """Write what was asked for; say what is in each, what had nothing to show, and where they lie."""
    t = omgivelser.tekster
    with aapnet(argumenter.fil, omgivelser, bare_les=True) as fil:
        with fil.les() as sesjon:
            maalform = hent_oversikt(sesjon).maalform
        alle = omgivelser.trykksaker(maalform, argumenter.verksted)
        skrevet = eksporter(
            fil,
            argumenter.til,
            {slag: alle[slag] for slag in argumenter.bare},
            klokke=omgivelser.klokke,
            arbeidsmappe=omgivelser.arbeidsmappe,
        )
    for dokument in skrevet:
        _si_innhold(dokument, omgivelser)
    _si_hva_som_mangler(set(argumenter.bare) - {dokument.slag for dokument in skrevet}, omgivelser)
    pdf = _lag_pdf(skrevet, omgivelser) if argumenter.pdf else []
    for dokument in (*skrevet, *pdf):
        if dokument.lagt_til_side is not None:
            omgivelser.klag(t("kommandolinje.dokument.lagt_til_side", sti=dokument.sti, ny=dokument.lagt_til_side))
    omgivelser.si()
    for dokument in (*skrevet, *pdf):
        omgivelser.si(str(dokument.sti))
    return 0


def _si_innhold(dokument: Skrevet, omgivelser: Omgivelser) -> None:
    t = omgivelser.tekster
    innhold = ", ".join(
        t.antall(f"kommandolinje.innhold.{navn}", antall, tall=heltall(antall))
        for navn, antall in dokument.innhold.items()
        if antall
    )
    navn = t(f"kommandolinje.trykk.{dokument.slag}")
    omgivelser.si(t("kommandolinje.trykk.linje", navn=navn, innhold=innhold) if innhold else navn)


def _si_hva_som_mangler(slagene: Iterable[str], omgivelser: Omgivelser) -> None:
    t = omgivelser.tekster
    utelatt = set(slagene)
    for grunn, gjelder in MANGLER.items():
        navn = [t(f"kommandolinje.trykk.{slag}").lower() for slag in gjelder if slag in utelatt]
        if navn:
            omgivelser.si(t(f"kommandolinje.trykk.mangler_{grunn}", dokumenter=oppramsing(navn, t.maalform)))


def _lag_pdf(skrevet: list[Skrevet], omgivelser: Omgivelser) -> list[Skrevet]:
    t = omgivelser.tekster
    program = finn_kontorpakke()
    if program is None:
        omgivelser.klag(t("kommandolinje.trykk.ingen_kontorpakke"))
        return []

    def si(steg: Fremdrift) -> None:
        omgivelser.si(t("kommandolinje.trykk.lager_pdf", nummer=steg.ferdige + 1, alle=steg.alle, fil=steg.fil))

    return skriv_pdf(
        skrevet, program=program, klokke=omgivelser.klokke, arbeidsmappe=omgivelser.arbeidsmappe, naar_fremdrift=si
    )
