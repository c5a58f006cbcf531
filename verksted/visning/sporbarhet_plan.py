"""The table *Mål og tiltak*: each plan element, gjeldende beside forslag, with its measures and their own amounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.regler.avvik import Avvikslag
from verksted.visning.sporbarhet_celler import Lenke, Ord
from verksted.visning.sporbarhet_oppslag import INGEN
from verksted.visning.sporbarhet_rader import MaalRad

if TYPE_CHECKING:
    from verksted.modell.oekonomi import Tiltak
    from verksted.modell.plan import Planelement
    from verksted.visning.sporbarhet_oppslag import Oppslag


def bygg_maal(oppslag: Oppslag) -> tuple[MaalRad, ...]:
    """Return a row per plan element and measure; a measure's own amounts stand in its first row only."""
    punkter: dict[str, list[str]] = {}
    for punkt_id in oppslag.indeks.punkter:
        for sted in oppslag.indeks.steder_av_punkt.get(punkt_id, ()):
            punkter.setdefault(sted, []).append(punkt_id)
    nivaa = {n.id: n.entall for n in oppslag.grunnlag.plannivaa}
    indeks = oppslag.indeks
    rader = []
    for rad, (element_id, tiltak_id) in enumerate(oppslag.maalpar):
        element = indeks.elementer.get(element_id or "")
        tiltak = indeks.tiltak.get(tiltak_id or "")
        bak = punkter.get(element_id or "")
        rader.append(
            MaalRad(
                sted=element.kode if element else INGEN,
                nivaa=nivaa.get(element.nivaa_id, "") if element else "",
                gjeldende=element.gjeldende_tittel or element.gjeldende_tekst or "" if element else "",
                forslag=_forslag(oppslag, element) if element else "",
                endring=Ord(f"endring.{_endring(element)}") if element else None,
                punkter=oppslag.punkt(*bak) if bak else None,
                tiltak=tiltak.kode if tiltak else INGEN,
                hva=tiltak.tittel if tiltak else "",
                art=Ord(f"tiltaksart.{tiltak.art}") if tiltak else None,
                finansiering=Ord(f"finansiering.{tiltak.finansiering or 'ikke_satt'}") if tiltak else None,
                status=Ord(f"tiltaksstatus.{tiltak.status}") if tiltak else None,
                ansvarlig=tiltak.ansvarlig if tiltak else "",
                indikator=tiltak.indikator if tiltak else "",
                periode=_periode(tiltak) if tiltak else "",
                beloep=_beloep(oppslag, tiltak, rad),
                merknad=_merknad(oppslag, rad, element, tiltak),
            )
        )
    return tuple(rader)


def _forslag(oppslag: Oppslag, element: Planelement) -> str:
    """Return the proposal, with its alternatives one on each line."""
    alternativer = {a.bokstav: a.tekst for a in oppslag.grunnlag.planalternativ if a.planelement_id == element.id}
    linjer = [f"{bokstav}: {alternativer[bokstav]}" for bokstav in sorted(alternativer)]
    return "\n".join(filter(None, (element.forslag_tittel or element.forslag_tekst, *linjer)))


def _endring(element: Planelement) -> str:
    if element.utgaar:
        return "utgaar"
    if element.gjeldende_tittel is None and element.gjeldende_tekst is None:
        return "nytt"
    par = (
        (element.forslag_tittel, element.gjeldende_tittel),
        (element.forslag_tekst, element.gjeldende_tekst),
    )
    return "endret" if any(forslag not in {None, gjeldende} for forslag, gjeldende in par) else "uendret"


def _periode(tiltak: Tiltak) -> str:
    aar = [str(aar) for aar in dict.fromkeys((tiltak.fra_aar, tiltak.til_aar)) if aar]
    return "–".join(aar)


def _beloep(oppslag: Oppslag, tiltak: Tiltak | None, rad: int) -> tuple[int | None, ...]:
    if tiltak is None or oppslag.tiltaksrad[tiltak.id] != rad:
        return ()
    return tuple(oppslag.indeks.egne_beloep.get((tiltak.id, aar)) for aar in oppslag.indeks.aar)


def _merknad(oppslag: Oppslag, rad: int, element: Planelement | None, tiltak: Tiltak | None) -> Ord | Lenke | None:
    if tiltak is None:
        id_ = element.id if element else ""
        return oppslag.avvikslenke(Avvikslag.SATSING_UTEN_TILTAK, id_, "slutt.mangler_tiltak")
    foerst = oppslag.tiltaksrad[tiltak.id]
    if foerst != rad:
        sted = oppslag.indeks.elementer[oppslag.maalpar[foerst][0] or ""].kode
        return Ord("beloepene_staar", {"sted": sted})
    return oppslag.avvikslenke(Avvikslag.TILTAK_UTEN_PENGER, tiltak.id, "uten_penger") or oppslag.avvikslenke(
        Avvikslag.TILTAK_UTEN_STED, tiltak.id, "uten_sted"
    )
