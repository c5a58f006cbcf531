"""The road we stand on in words: the cards of each link, and all of it as text for copying and for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from verksted.kjerne.formater import heltall
from verksted.vindu.oekonomi.ordlyd import prosent
from verksted.vindu.oekonomi.traadflate import Vistkort, Vistledd, utsnitt
from verksted.visning.traadgang import REKKE, soesken

if TYPE_CHECKING:
    from verksted.kjerne.tekster import Tekster
    from verksted.visning.sportraad import Traadkjede, Traadkort, Traadvisning
    from verksted.visning.traadgang import Retning, Sti

# Where the road stops → the page where somebody can do something about it.
MENDES: Final = {
    "uten_punkt": "bearbeide",
    "uten_behandling": "bearbeide",
    "avklares": "bearbeide",
    "ikke_tatt_inn": "bearbeide",
    "uten_sted": "plan",
    "mangler_tiltak": "plan",
    "uten_tiltak": "plan",
    "tiltak_under": "plan",
}
_FULLE: Final = ("post", "oppdrag")


def leddene(traad: Traadvisning, sti: Sti, retning: Retning, tekster: Tekster) -> tuple[Vistledd, ...]:
    """Return the columns of the road, as far as it goes; a last one says where it stops too early."""
    kjede = traad.kjeder[sti.kjede]
    vist = []
    for ledd in REKKE[retning]:
        naa = sti.ved(traad, ledd)
        if not naa:
            continue
        alle = soesken(traad, sti, ledd, retning)
        plass = alle.index(naa) if naa in alle else 0
        fra, til = utsnitt(len(alle), plass)
        mer = len(alle) - (til - fra)
        vist.append(
            Vistledd(
                tittel=tekster(f"oekonomi.ledd.{ledd}"),
                kort=tuple(_kort(traad.kort[noekkel], kjede, tekster) for noekkel in alle[fra:til] or (naa,)),
                valgt=plass - fra,
                mer=tekster("oekonomi.traad.til", antall=heltall(mer)) if mer else "",
            )
        )
    if kjede.slutt != "post" and retning == "innspill":
        vist.append(_stoppen(kjede, tekster))
    return tuple(vist)


def _stoppen(kjede: Traadkjede, tekster: Tekster) -> Vistledd:
    ord_ = tekster(f"oekonomi.slutt.{kjede.slutt}")
    hel = kjede.slutt in _FULLE
    return Vistledd(
        tittel=tekster("oekonomi.traad.ende" if hel else "oekonomi.traad.stopper"),
        kort=(Vistkort(noekkel="", kode="", merke="", tekst=ord_, navn=ord_),),
        valgt=0,
        stopp=not hel,
    )


def _kort(kort: Traadkort, kjede: Traadkjede, tekster: Tekster) -> Vistkort:
    merke = _merke(kort, kjede, tekster)
    tekst = tekster("oekonomi.traad.sitat", tekst=kort.tekst) if kort.ledd == "innspill" else kort.tekst
    navn = ", ".join(bit for bit in (tekster(f"oekonomi.ledd.{kort.ledd}"), kort.kode, merke, kort.tekst[:600]) if bit)
    return Vistkort(noekkel=kort.noekkel, kode=kort.kode, merke=merke, tekst=tekst, navn=navn)


def _merke(kort: Traadkort, kjede: Traadkjede, tekster: Tekster) -> str:
    match kort.ledd:
        case "innspill":
            return tekster("oekonomi.merke.bord", nummer=kort.tall[0]) if kort.tall and kort.tall[0] else ""
        case "punkt":
            return tekster.antall("oekonomi.merke.innspill", kort.tall[0])
        case "planelement" if kjede.planelement == kort.noekkel and kjede.behandling:
            return tekster(f"excel.behandling.{kjede.behandling}").lower()
        case "tiltak":
            return "–".join(str(aar) for aar in dict.fromkeys(kort.tall))
        case "oekonomipost" if kjede.oekonomipost == kort.noekkel:
            return prosent(kjede.andel_bp)
    return ""


def som_tekst(traad: Traadvisning, sti: Sti, retning: Retning, tekster: Tekster) -> str:
    """Return the road as lines: a link each, then the money per year in whole kroner."""
    kjede = traad.kjeder[sti.kjede]
    linjer = []
    for ledd in leddene(traad, sti, retning, tekster):
        kort = ledd.kort[ledd.valgt]
        hva = " ".join(bit for bit in (kort.kode, f"({kort.merke})" if kort.merke else "", kort.tekst) if bit)
        linjer.append(f"{ledd.tittel}: {hva}")
    if kjede.beloep:
        linjer.append(pengene(traad, kjede, tekster))
    return "\n".join(linjer)


def pengene(traad: Traadvisning, kjede: Traadkjede, tekster: Tekster) -> str:
    """Return the money in one sentence: the measure's share of the post, and this road's own part of it."""
    return tekster(
        "oekonomi.traad.penger",
        andel=prosent(kjede.andel_bp),
        beloep=_per_aar(traad, kjede.beloep),
        egne=_per_aar(traad, kjede.egne),
    )


def _per_aar(traad: Traadvisning, beloep: tuple[int, ...]) -> str:
    return ", ".join(f"{aar}: {heltall(kroner)}" for aar, kroner in zip(traad.aar, beloep, strict=True))
