"""The tables' own words: each note at its question, and all of them once more in the annex, with their history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.dokumenter.word.loep import lenke, loep
from verksted.dokumenter.word.tabell import FULL_BREDDE, Kolonne, Radmal, celle, tabell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from verksted.dokumenter.word.avsnitt import Skriver
    from verksted.kjerne.tekster import Tekster
    from verksted.visning.innspillrader import BordVedlegg, InnspillRad
    from verksted.visning.oppsummering import SpoersmaalDel

# Room for V1-G10-107 in small type, and for «Overrasket over», without a break in either.
KODEBREDDE, TYPEBREDDE = 1_050, 1_650


def ordrett_tabell(del_: SpoersmaalDel, tekster: Tekster) -> str:
    """Return what the tables wrote on one question: table, words, kind where there are several, lifted, code."""
    med_type = len({rad.type for rad in del_.innspill} | set(del_.svartyper)) > 1
    med_loeft = del_.maks_loeft > 0 or any(rad.loeftet for rad in del_.innspill)
    flere_sifre = any(rad.bord > 9 for rad in del_.innspill)
    bredder = [
        ("bord", 820 if flere_sifre else 720),
        ("type", TYPEBREDDE if med_type else 0),
        ("ordrett", 0),
        ("loeftet", 820 if med_loeft else 0),
    ]
    rest = FULL_BREDDE - KODEBREDDE - sum(bredde for _, bredde in bredder)
    kolonner = [
        Kolonne(tekster(f"word.kolonne.{navn}"), bredde or rest)
        for navn, bredde in bredder
        if bredde or navn == "ordrett"
    ]
    kolonner.append(Kolonne(tekster("word.kolonne.kode"), KODEBREDDE))
    mal = Radmal(kolonner)
    ja, nei = celle(loep(tekster("word.felles.ja"))), celle(loep(tekster("word.felles.nei")))
    typer = _typeceller(del_.innspill, tekster)
    bord = {nr: celle(loep(tekster("word.felles.bord", nummer=nr))) for nr in {rad.bord for rad in del_.innspill}}
    hvorfor = loep(tekster("word.innspill.hvorfor") + " ", "Smaa")
    etter_frist = celle(loep(tekster("word.innspill.etter_frist")), "Tabelliten")
    rader = []
    for rad in del_.innspill:
        ordene = _trukket(rad, tekster) if rad.trukket else _ordene(rad, hvorfor)
        if rad.etter_frist:
            ordene += etter_frist
        celler = [bord[rad.bord]]
        if med_type:
            celler.append(typer[rad.type])
        celler.append(ordene)
        if med_loeft:
            celler.append(ja if rad.loeftet else nei)
        celler.append(celle(lenke(rad.kode)))
        rader.append(mal.fyll(celler, lengde=len(rad.tekst) + len(rad.hvorfor)))
    return tabell(
        kolonner,
        rader,
        tittel=tekster("word.innspill.tabelltittel", nummer=del_.nummer),
        beskrivelse=tekster("word.innspill.tabellbeskrivelse"),
        fortsetter=tekster("word.felles.fortsetter"),
    )


def skriv_vedlegg(s: Skriver, vedlegg: Sequence[BordVedlegg], tekster: Tekster) -> None:
    """Add annex 1: every note, table by table, where all links to note codes lead."""
    s.overskrift(1, tekster("word.vedlegg.overskrift"), egenskaper="<w:pageBreakBefore/>", merke="vedlegg")
    s.tekst(tekster("word.vedlegg.innledning"))
    for bord in vedlegg:
        navn = tekster("word.felles.bord", nummer=bord.nummer)
        s.overskrift(2, f"{navn}: {bord.navn}" if bord.navn else navn)
        if bord.innspill:
            s.legg_til(vedleggstabell(s, bord.innspill, tekster, tittel=navn))
        else:
            s.tekst(tekster("word.vedlegg.ingen"))
        if bord.fjernet:
            s.tekst(tekster("word.vedlegg.fjernet", koder=", ".join(bord.fjernet)), "Liten")


def vedleggstabell(s: Skriver, innspill: Iterable[InnspillRad], tekster: Tekster, *, tittel: str) -> str:
    """Return notes with code (a bookmark), words with history, kind and question."""
    kolonner = (
        Kolonne(tekster("word.kolonne.kode"), KODEBREDDE),
        Kolonne(tekster("word.kolonne.ordrett"), FULL_BREDDE - KODEBREDDE - TYPEBREDDE - 1_000),
        Kolonne(tekster("word.kolonne.type"), TYPEBREDDE),
        Kolonne(tekster("word.kolonne.spoersmaal"), 1_000),
    )
    mal = Radmal(kolonner)
    innspill = tuple(innspill)
    typer = _typeceller(innspill, tekster)
    numre = {rad.spoersmaal: celle(loep(str(rad.spoersmaal))) for rad in innspill}
    hvorfor = loep(tekster("word.innspill.hvorfor") + " ", "Smaa")
    rader = [
        mal.fyll(
            (
                celle(s.bokmerke(rad.kode, loep(rad.kode, "Smaa"))),
                _ordene(rad, hvorfor) + _historie(rad, tekster),
                typer[rad.type],
                numre[rad.spoersmaal],
            ),
            lengde=len(rad.tekst) + len(rad.hvorfor),
        )
        for rad in innspill
    ]
    return tabell(
        kolonner,
        rader,
        tittel=tittel,
        beskrivelse=tekster("word.vedlegg.beskrivelse"),
        fortsetter=tekster("word.felles.fortsetter"),
    )


def _typeceller(innspill: Iterable[InnspillRad], tekster: Tekster) -> dict[str, str]:
    return {type_: celle(loep(tekster(f"word.{type_}"))) for type_ in {rad.type for rad in innspill}}


def _ordene(rad: InnspillRad, hvorfor: str) -> str:
    ordene = celle(loep(f"«{rad.tekst}»", spraak=rad.spraak))
    if rad.hvorfor:
        ordene += celle(hvorfor + loep(f"«{rad.hvorfor}»", spraak=rad.spraak))
    return ordene


def _trukket(rad: InnspillRad, tekster: Tekster) -> str:
    return celle(loep(_trukket_tekst(rad, tekster)), "Tabelliten")


def _trukket_tekst(rad: InnspillRad, tekster: Tekster) -> str:
    if rad.trukket_grunn.strip():
        return tekster("word.innspill.trukket_grunn", grunn=rad.trukket_grunn.strip())
    return tekster("word.innspill.trukket")


def _historie(rad: InnspillRad, tekster: Tekster) -> str:
    """Return what happened to the note, as small sentences; empty for most."""
    setninger = []
    if rad.trukket:
        setninger.append(_trukket_tekst(rad, tekster))
    if rad.versjoner > 1:
        setninger.append(tekster("word.innspill.endret", antall=rad.versjoner))
    if rad.etter_frist:
        setninger.append(tekster("word.innspill.etter_frist"))
    historien = celle(loep(" ".join(setninger)), "Tabelliten") if setninger else ""
    if rad.punkter:
        lenker = loep(", ", "Smaa").join(lenke(kode) for kode in rad.punkter)
        historien += celle(loep(tekster("word.innspill.samlet_i") + " ", "Smaa") + lenker, "Tabelliten")
    return historien
