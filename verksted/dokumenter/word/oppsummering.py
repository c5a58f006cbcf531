"""*Oppsummering fra politisk verksted*: ready before people have left the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.dokumenter.word.avsnitt import Skriver, avsnitt
from verksted.dokumenter.word.fellesbiter import finnes_i, merknader, punktlinje, samler, tidsrom
from verksted.dokumenter.word.forside import dokumentnavn, skriv_forside
from verksted.dokumenter.word.loep import loep
from verksted.dokumenter.word.moetet import (
    skriv_evaluering,
    skriv_oppmoete,
    skriv_prikkene,
    skriv_program,
    skriv_utsjekk,
)
from verksted.dokumenter.word.ordrett import ordrett_tabell, skriv_vedlegg
from verksted.dokumenter.word.pakke import Omslag, pakk, seksjon
from verksted.kjerne.formater import oppramsing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from verksted.kjerne.tekster import Tekster
    from verksted.visning.oppsummering import OppsummeringVisning, SpoersmaalDel
    from verksted.visning.punktrader import PunktRad

# A point this short is kept on one page with the codes of what it gathers.
KORT_TEKST = 600


def skriv_oppsummering(visninger: Sequence[OppsummeringVisning], tekster: Tekster, *, skrevet: datetime) -> bytes:
    """Return the docx of one workshop, or of several one after another, each with its own front page.

    `visninger` holds at least one. The same views, texts and moment give the same bytes.
    """
    s = Skriver()
    finnes = finnes_i(rad.kode for visning in visninger for bord in visning.vedlegg for rad in bord.innspill)
    siste = len(visninger) - 1
    for nummer, visning in enumerate(visninger):
        _verkstedet(s, visning, tekster, finnes, alene=siste == 0)
        slutten = seksjon(nummer, forside=True)
        s.legg_til(slutten if nummer == siste else avsnitt("", egenskaper=slutten))
    forste = visninger[0]
    if siste == 0:
        tittel = dokumentnavn(forste, tekster)
    else:
        numre = oppramsing([str(visning.nummer) for visning in visninger], tekster.maalform)
        tittel = tekster("word.oppsummering.tittel_flere", numre=numre)
    omslag = Omslag(
        tittel=f"{tittel}: {forste.tittel if siste == 0 else forste.prosess}",
        emne=forste.prosess,
        kommune=forste.kommune,
        maalform=forste.maalform,
        skrevet=skrevet,
        topp=tittel,
        bunner=tuple(
            tekster("word.oppsummering.bunn" if visning.holdt else "word.planlagt.bunn", nummer=visning.nummer)
            for visning in visninger
        ),
    )
    return pakk(s.kropp, s.bilder, omslag, tekster)


def _verkstedet(
    s: Skriver, visning: OppsummeringVisning, tekster: Tekster, finnes: Callable[[str], bool], *, alene: bool
) -> None:
    if not alene:
        s.ny_del(f"verksted{visning.nummer}_")
    koder_paa_forsiden = skriv_forside(s, visning, tekster)
    plass = len(s.kropp)
    s.overskrifter = []
    skriv_program(s, visning.program, tekster, holdt=visning.holdt)
    for del_ in visning.spoersmaal:
        _spoersmaal(s, del_, tekster, finnes, holdt=visning.holdt)
    if visning.andre_punkter:
        s.overskrift(1, tekster("word.punkt.andre"))
        _punkter(s, visning.andre_punkter, tekster, finnes, nivaa=2)
    skriv_prikkene(s, visning.prioritering, tekster)
    skriv_utsjekk(s, visning.utsjekk, tekster)
    skriv_evaluering(s, visning.evaluering, tekster)
    if visning.holdt:
        skriv_oppmoete(s, visning.oppmoete, tekster)
    if any(bord.innspill or bord.fjernet for bord in visning.vedlegg):
        skriv_vedlegg(s, visning.vedlegg, tekster)
    s.innholdsliste(tekster("word.felles.innhold"), plass, ny_side=koder_paa_forsiden)


def _spoersmaal(
    s: Skriver, del_: SpoersmaalDel, tekster: Tekster, finnes: Callable[[str], bool], *, holdt: bool
) -> None:
    s.overskrift(1, f"{del_.nummer} {del_.tekst}")
    s.tekst(_innledning(del_, tekster, holdt=holdt), behold=holdt)
    if holdt:
        s.overskrift(2, tekster("word.innspill.overskrift"))
    if del_.innspill:
        s.legg_til(ordrett_tabell(del_, tekster))
    elif holdt:
        s.tekst(tekster("word.innspill.ingen"))
    if del_.punkter:
        s.overskrift(2, tekster("word.punkt.overskrift"))
        _punkter(s, del_.punkter, tekster, finnes, nivaa=3)


def _innledning(del_: SpoersmaalDel, tekster: Tekster, *, holdt: bool) -> str:
    rom = "word.innspill" if holdt else "word.planlagt"
    setninger = []
    if del_.blokk:
        setninger.append(f"{del_.blokk.tittel}, {tidsrom(tekster, del_.blokk.fra, del_.blokk.til)}.")
    # How they answered is said of a meeting to come, or where somebody did.
    if del_.svartyper and (del_.innspill or not holdt):
        typer = oppramsing([tekster(f"word.{type_}").lower() for type_ in del_.svartyper], tekster.maalform)
        setninger.append(tekster(f"{rom}.svarte_med", typer=typer))
    if del_.maks_loeft and (del_.innspill or not holdt):
        setninger.append(tekster(f"{rom}.kunne_loefte", antall=del_.maks_loeft))
    if del_.tema:
        setninger.append(tekster("word.innspill.tema", tema=del_.tema))
    return " ".join(setninger)


def _punkter(
    s: Skriver, punkter: Sequence[PunktRad], tekster: Tekster, finnes: Callable[[str], bool], *, nivaa: int
) -> None:
    for punkt in punkter:
        s.overskrift(nivaa, f"{punkt.kode} {punkt.tittel}", kode=punkt.kode)
        linje = punktlinje(s, punkt, tekster)
        if linje:
            s.avsnitt(linje, "Punktlinje")
        s.tekst(punkt.tekst, behold=len(punkt.tekst) < KORT_TEKST)
        if punkt.aapent_spoersmaal:
            s.avsnitt(loep(tekster("word.punkt.aapent") + " ", "Strong") + loep(punkt.aapent_spoersmaal))
        if punkt.merknader:
            s.legg_til(merknader(punkt, tekster))
        kilder = samler(punkt, tekster, finnes=finnes)
        if kilder:
            s.avsnitt(kilder, "Liten", '<w:spacing w:before="80"/>')
