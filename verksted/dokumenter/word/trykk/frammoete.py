"""The attendance list: to tick off and sign at the door, and to keep beside the minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.dokumenter.word.avsnitt import Skriver
from verksted.dokumenter.word.loep import loep, tabulator
from verksted.dokumenter.word.stilark import DEMPET, Stil
from verksted.dokumenter.word.tabell import FULL_BREDDE, Kolonne, Radmal, celle, tabell
from verksted.dokumenter.word.trykk.ramme import pakk_trykk, skriv_tittel, stil
from verksted.dokumenter.word.trykk.side import LISTE, seksjon

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from verksted.kjerne.tekster import Tekster
    from verksted.visning.trykk import Deltakerrad
    from verksted.visning.trykk_oppmoete import FrammoetelisteVisning

# Lines for those nobody knew would come.
TOMME_VARA, TOMME_ANDRE = 4, 3
RADHOEYDE = 440
VERVET = Stil(id="Vervet", navn="Vervet", art="character", stoerrelse=17, farge=DEMPET, loep='<w:b w:val="0"/>')


def skriv_frammoeteliste(visning: FrammoetelisteVisning, tekster: Tekster, *, skrevet: datetime) -> bytes:
    """Return the docx: members, deputies and others, each with room for when they came, when they left, and a name."""
    s = Skriver()
    navn = tekster("trykk.frammoete.tittel")
    skriv_tittel(s, navn, visning.hode, tekster)
    if visning.folkevalgt_organ and visning.medlemmer:
        s.avsnitt(
            loep(tekster("trykk.frammoete.halvparten", antall=visning.halvparten, alle=len(visning.medlemmer)))
            + loep(" " + tekster("trykk.frammoete.ingen_vedtak"), "Strong"),
            "Raadboks",
        )
    if visning.medlemmer:
        s.avsnitt(
            loep(tekster("trykk.frammoete.til_stede_kl"))
            + tabulator()
            + loep(" " + tekster("trykk.frammoete.antall") + " ")
            + tabulator()
            + loep(" " + tekster("trykk.frammoete.av", alle=len(visning.medlemmer))),
            "Telling",
        )
        s.overskrift(1, tekster("trykk.frammoete.medlemmer"))
        _tabell(s, visning.medlemmer, tekster, tittel=tekster("trykk.frammoete.medlemmer"))
    s.overskrift(1, tekster("trykk.frammoete.vara"))
    _tabell(s, visning.vara, tekster, tittel=tekster("trykk.frammoete.vara"), vara=True, tomme=TOMME_VARA)
    s.overskrift(1, tekster("trykk.frammoete.andre"))
    _tabell(s, visning.andre, tekster, tittel=tekster("trykk.frammoete.andre"), tomme=TOMME_ANDRE)
    s.legg_til(seksjon(LISTE))
    linjer = '<w:tabs><w:tab w:val="left" w:leader="underscore" w:pos="2600"/>'
    linjer += '<w:tab w:val="left" w:leader="underscore" w:pos="5000"/></w:tabs>'
    stiler = (stil("Telling", 12, foer=120, etter=60, avsnitt=linjer), stil("Tabellperson", 10.5, fet=True), VERVET)
    bunn = tekster("trykk.frammoete.bunn", verksted=visning.hode.nummer)
    return pakk_trykk(s, visning.hode, tekster, navn=navn, skrevet=skrevet, bunn=bunn, stiler=stiler)


def _tabell(
    s: Skriver, rader: Sequence[Deltakerrad], tekster: Tekster, *, tittel: str, vara: bool = False, tomme: int = 0
) -> None:
    """Add one part; where `tomme`, lines for those nobody knew would come."""
    hvem = {"navn": 2_200, "liste": 1_400, "vara_for": 1_500} if vara else {"navn": 3_000, "liste": 1_650}
    bredder = {**hvem, "kom": 880, "gikk": 940}
    bredder["signatur"] = FULL_BREDDE - sum(bredder.values())
    kolonner = [Kolonne(tekster(f"trykk.frammoete.kolonne.{navn}"), bredde) for navn, bredde in bredder.items()]
    mal = Radmal(kolonner, hoeyde=RADHOEYDE)
    linjer = [mal.fyll(_celler(rad, tekster, vara=vara)) for rad in rader]
    linjer += [mal.fyll([celle("")] * len(kolonner))] * tomme
    s.legg_til(
        tabell(
            kolonner,
            linjer,
            tittel=tittel,
            beskrivelse=tekster("trykk.frammoete.beskrivelse"),
            fortsetter=tekster("word.felles.fortsetter"),
            streker=True,
        )
    )


def _celler(rad: Deltakerrad, tekster: Tekster, *, vara: bool) -> list[str]:
    navn = celle(loep(rad.navn) + (loep(f"  {rad.verv}", "Vervet") if rad.verv else ""), "Tabellperson")
    liste = celle(loep(rad.liste or tekster(f"trykk.art.{rad.art}")))
    hvem = [navn, liste, celle(loep(rad.vara_for))] if vara else [navn, liste]
    signatur = celle(loep(tekster("trykk.frammoete.forfall"))) if rad.forfall else celle("")
    return [*hvem, celle(""), celle(""), signatur]
