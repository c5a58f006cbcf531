"""What all printed sheets share: which meeting it is, styles of their own sizes, and the package round it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.dokumenter.word.loep import loep
from verksted.dokumenter.word.pakke import Omslag, pakk
from verksted.dokumenter.word.stilark import Stil
from verksted.kjerne.formater import dato_lang, klokkeslett

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from verksted.dokumenter.word.avsnitt import Skriver
    from verksted.kjerne.tekster import Tekster
    from verksted.visning.trykk import Trykkhode


def stil(
    id_: str, punkt: float, *, foer: int = 0, etter: int = 0, fet: bool = False, farge: str = "", avsnitt: str = "",
    innrykk: str = "", behold: bool = False, linje: int = 252,
) -> Stil:  # fmt: skip
    """Return a paragraph style of `punkt` points; spaces in twentieths of a point, `linje` in 240ths of a line."""
    return Stil(
        id=id_, navn=id_, basert_paa="Normal", stoerrelse=round(2 * punkt), fet=fet, farge=farge, foer=foer,
        etter=etter, linje=linje, avsnitt=avsnitt, innrykk=innrykk, behold=behold,
    )  # fmt: skip


def tegnstil(id_: str, punkt: float, *, fet: bool = False, farge: str = "") -> Stil:
    """Return a character style of `punkt` points."""
    return Stil(id=id_, navn=id_, art="character", stoerrelse=round(2 * punkt), fet=fet, farge=farge)


def verkstedets_navn(hode: Trykkhode, tekster: Tekster) -> str:
    """Return for instance «Verksted 1: Hvor står vi?»."""
    return tekster("trykk.felles.verksted", nummer=hode.nummer, tittel=hode.tittel)


def naar_og_hvor(hode: Trykkhode, *, kl: str = "") -> str:
    """Return for instance «Torsdag 20. januar 2028 kl. 17.00, Kulturhuset»; `kl` says the time in other words."""
    naar = kl or klokkeslett(hode.start)
    if hode.dato:
        naar = f"{dato_lang(hode.dato, hode.maalform)} {naar}"
    samlet = ", ".join(del_ for del_ in (naar, hode.sted) if del_)
    return samlet[:1].upper() + samlet[1:]


def skriv_tittel(s: Skriver, navn: str, hode: Trykkhode, tekster: Tekster, *, kl: str = "") -> None:
    """Add the name of the sheet, which meeting it is for, when and where."""
    s.avsnitt(loep(navn), "Title")
    s.avsnitt(loep(verkstedets_navn(hode, tekster)), "Subtitle", '<w:spacing w:after="60"/>')
    s.avsnitt(loep(naar_og_hvor(hode, kl=kl)), egenskaper='<w:spacing w:after="200"/>')
    if hode.er_eksempel:
        s.tekst(tekster("word.felles.eksempel"), "Liten")


def pakk_trykk(
    s: Skriver, hode: Trykkhode, tekster: Tekster, *, navn: str, skrevet: datetime, bunn: str, stiler: Sequence[Stil]
) -> bytes:
    """Return the docx of what is gathered; the sheet's name and the meeting stand in its properties and header."""
    omslag = Omslag(
        tittel=f"{navn}: {verkstedets_navn(hode, tekster)}",
        emne=hode.prosess,
        kommune=hode.kommune,
        maalform=hode.maalform,
        skrevet=skrevet,
        topp=navn,
        bunner=(bunn,),
    )
    return pakk(s.kropp, s.bilder, omslag, tekster, stiler=stiler)
