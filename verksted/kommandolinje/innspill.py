"""`verksted innspill FIL …`: one note, or one per line of standard input, each acknowledged after its commit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.handlinger.feil import TypenPasserIkke
from verksted.handlinger.innspill import skriv_innspill
from verksted.kjerne.feil import KjentFeil
from verksted.kommandolinje.aapne import AKTOER, aapnet
from verksted.kommandolinje.feilsetning import feilsetning
from verksted.modell.ordene import Innspillstype

if TYPE_CHECKING:
    from argparse import Namespace

    from verksted.kommandolinje.omgivelser import Omgivelser
    from verksted.lager.prosessfil import Prosessfil


def kjoer(argumenter: Namespace, omgivelser: Omgivelser) -> int:
    """Write the notes and print the code of each; a line that is refused is told and the rest go on."""
    innspillstype = _type(argumenter.type_)
    fra_linjer = argumenter.tekst == "-"
    with aapnet(argumenter.fil, omgivelser, autolagring=fra_linjer) as fil:
        if not fra_linjer:
            omgivelser.si(_skriv(fil, argumenter, argumenter.tekst, innspillstype))
            return 0
        utgang = 0
        for nummer, linje in enumerate(omgivelser.inn, start=1):
            tekst, gammel_koding = lesbar(linje.rstrip("\r\n"))
            if not tekst.strip():
                continue
            if gammel_koding:
                omgivelser.klag(omgivelser.tekster("kommandolinje.innspill.gammel_koding", nummer=nummer))
            try:
                omgivelser.si(_skriv(fil, argumenter, tekst, innspillstype))
            except KjentFeil as feil:
                setning = feilsetning(feil, omgivelser.tekster)
                omgivelser.klag(omgivelser.tekster("kommandolinje.innspill.linje", nummer=nummer, setning=setning))
                utgang = 1
        return utgang


def lesbar(linje: str) -> tuple[str, bool]:
    """Return a line's words, and whether its bytes were not UTF-8 and so read as Windows-1252 (Notepad, old lists)."""
    try:
        linje.encode()
    except UnicodeEncodeError:
        raa = linje.encode(errors="surrogateescape")
        try:
            return raa.decode("cp1252"), True
        except UnicodeDecodeError:  # five bytes mean nothing there
            return raa.decode("latin-1"), True
    return linje, False


def _skriv(fil: Prosessfil, argumenter: Namespace, tekst: str, innspillstype: Innspillstype | None) -> str:
    return fil.utfoer(
        skriv_innspill,
        AKTOER,
        verksted=argumenter.verksted,
        gruppe=argumenter.gruppe,
        spoersmaal=argumenter.spoersmaal,
        tekst=tekst,
        hvorfor=argumenter.hvorfor,
        innspillstype=innspillstype,
    ).resultat


def _type(ord_: str | None) -> Innspillstype | None:
    if ord_ is None:
        return None
    try:
        return Innspillstype(ord_)
    except ValueError:
        raise TypenPasserIkke(type=ord_, lov=", ".join(Innspillstype)) from None
