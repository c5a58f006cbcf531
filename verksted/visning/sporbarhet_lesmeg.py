"""The sheet *Les meg*: what the workbook is, how to read it, and what it was made from."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from verksted.visning.sporbarhet_celler import Ark, Lenke, Ord
from verksted.visning.sporbarhet_rader import LesMegRad

if TYPE_CHECKING:
    from verksted.visning.sporbarhet_oppslag import Oppslag

_FOERSTE_KOLONNE = {
    Ark.ROED_TRAAD: "kjede",
    Ark.MAAL_OG_TILTAK: "sted",
    Ark.SATSINGER: "kode",
    Ark.INNSPILL: "kode",
    Ark.AVVIK: "avvik",
}
_SLIK_LESES_DEN = ("koder", "kan_endres", "beloep", "andeler", "hvem_baerer", "uten_anker", "egne_beloep", "alvor")


def bygg_les_meg(oppslag: Oppslag) -> tuple[LesMegRad, ...]:
    """Return the rows: what it is, its numbers, the sheets, how to read them, the sources."""
    prosess = oppslag.grunnlag.prosess
    navn: dict[str, str | int | tuple[str, ...]] = {"kommune": prosess.kommune, "prosess": prosess.navn}
    rader = [_rad("hva", navn), _rad("raad", {})]
    if prosess.er_eksempel:
        rader.append(_rad("eksempel", navn))
    rader += [_rad("dato", {}), *_perioder(oppslag), _rad("antall", _antall(oppslag))]
    rader += [
        LesMegRad(
            tema=Lenke(Ord(f"ark.{_arknavn(ark)}"), ark, -1, kolonne), tekst=Ord(f"les_meg.{_arknavn(ark)}.tekst")
        )
        for ark, kolonne in _FOERSTE_KOLONNE.items()
    ]
    rader += [_rad(noekkel, {}) for noekkel in _SLIK_LESES_DEN]
    filer = tuple(innlesing.filnavn for innlesing in oppslag.grunnlag.innlesing)
    if filer:
        rader.append(LesMegRad(tema=Ord("les_meg.filer.tema"), tekst="\n".join(filer)))
    if prosess.kilder:
        rader.append(LesMegRad(tema=Ord("les_meg.metode.tema"), tekst="\n".join(prosess.kilder)))
    return tuple(rader)


def _arknavn(ark: Ark) -> str:
    return Ark.POSTER if ark is Ark.SATSINGER else ark


def _rad(noekkel: str, data: dict[str, str | int | tuple[str, ...]]) -> LesMegRad:
    return LesMegRad(tema=Ord(f"les_meg.{noekkel}.tema"), tekst=Ord(f"les_meg.{noekkel}.tekst", data))


def _perioder(oppslag: Oppslag) -> list[LesMegRad]:
    """Return one row for each period that is known."""
    p = oppslag.grunnlag.prosess
    aar = oppslag.indeks.aar
    perioder = (
        ("valgperiode", p.valgperiode_fra, p.valgperiode_til),
        ("planperiode", p.planperiode_fra, p.planperiode_til),
        ("oekonomiplan", *((aar[0], aar[-1]) if aar else (None, None))),
    )
    return [_rad(noekkel, {"periode": f"{fra}–{til}"}) for noekkel, fra, til in perioder if fra and til]


def _antall(oppslag: Oppslag) -> dict[str, str | int | tuple[str, ...]]:
    indeks = oppslag.indeks
    alvor = Counter(gruppe[0].alvor.value for gruppe in oppslag.avvik)
    return {
        "innspill": len(indeks.innspill),
        "trukket": sum(i.trukket and not i.fjernet for i in oppslag.grunnlag.innspill),
        "punkter": len(indeks.punkter),
        "elementer": len(indeks.elementer),
        "tiltak": len(indeks.tiltak),
        "poster": len(indeks.poster),
        "kjeder": len(oppslag.sporet.kjeder),
        "avvik": len(oppslag.avvik),
        "maa_avklares": alvor[1],
    }
