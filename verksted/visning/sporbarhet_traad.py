"""The table *Rød tråd*: one row per chain from note to crown, also where it stops early."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from verksted.regler.avvik import Avvikslag
from verksted.regler.spor import Kjedeslutt
from verksted.regler.summer import HEL
from verksted.visning.sporbarhet_celler import Lenke, Ord
from verksted.visning.sporbarhet_oppslag import INGEN, tittel
from verksted.visning.sporbarhet_rader import KjedeRad

if TYPE_CHECKING:
    from verksted.regler.spor import Kjede
    from verksted.visning.sporbarhet_oppslag import Oppslag

VISTE_INNSPILL: Final = 6


def bygg_traad(oppslag: Oppslag) -> tuple[KjedeRad, ...]:
    """Return the rows of all chains."""
    return tuple(_rad(oppslag, nummer, kjede) for nummer, kjede in enumerate(oppslag.sporet.kjeder, start=1))


def _rad(oppslag: Oppslag, nummer: int, kjede: Kjede) -> KjedeRad:
    indeks = oppslag.indeks
    punkt = indeks.punkter.get(kjede.punkt_id or "")
    behandling = indeks.behandling_av_punkt.get(kjede.punkt_id or "")
    tiltak = indeks.tiltak.get(kjede.tiltak_id or "")
    sted = kjede.sted_id
    return KjedeRad(
        kjede=f"RT-{nummer:03d}",
        innspill=_innspill(oppslag, kjede),
        punkt=_punkt(oppslag, kjede),
        ordlyd=punkt.tittel if punkt else Ord("rett_inn" if kjede.innspill else "ikke_fra_verkstedene"),
        enighet=Ord(f"enighet.{punkt.enighet}") if punkt else None,
        behandling=Ord(f"behandling.{behandling.resultat if behandling else 'ingen'}") if punkt else None,
        sted=oppslag.sted(sted) if sted else INGEN,
        maal=tittel(indeks.elementer[sted]) if sted else None,
        tiltak=oppslag.tiltak(kjede.tiltak_id) if kjede.tiltak_id else INGEN,
        hva=tiltak.tittel if tiltak else _stopp(oppslag, kjede),
        art=Ord(f"tiltaksart.{tiltak.art if tiltak else 'ikke_satt'}"),
        finansiering=Ord(f"finansiering.{(tiltak.finansiering if tiltak else None) or 'ikke_satt'}"),
        ansvarlig=tiltak.ansvarlig if tiltak else "",
        post=_post(oppslag, kjede),
        andel=None if kjede.andel_bp is None else kjede.andel_bp / HEL,
        beloep=kjede.beloep,
        status=Ord(f"tiltaksstatus.{tiltak.status}") if tiltak else _STATUS.get(kjede.slutt),
        satsing=indeks.elementer[indeks.omraade[sted]].kode if sted else INGEN,
    )


_STATUS: Final = {
    Kjedeslutt.AVKLARES: Ord("tiltaksstatus.venter"),
    Kjedeslutt.UTEN_BEHANDLING: Ord("tiltaksstatus.venter"),
    Kjedeslutt.MANGLER_TILTAK: Ord("tiltaksstatus.mangler"),
}


def _innspill(oppslag: Oppslag, kjede: Kjede) -> Ord | Lenke:
    if not kjede.innspill:
        return INGEN
    koder = [oppslag.indeks.innspill[id_].kode for id_ in kjede.innspill]
    tekst: str | Ord = ", ".join(koder)
    if len(koder) > VISTE_INNSPILL:
        # Never «og 1 til»: the one would take no more room than the words.
        vist = koder[: VISTE_INNSPILL - 1]
        tekst = Ord("og_flere", {"koder": ", ".join(vist), "antall": len(koder) - len(vist)})
    return oppslag.innspill(kjede.innspill[0], tekst=tekst)


def _punkt(oppslag: Oppslag, kjede: Kjede) -> Ord | Lenke | str:
    if kjede.punkt_id is None:
        return INGEN
    kode = oppslag.indeks.punkter[kjede.punkt_id].kode
    return oppslag.innspill(kjede.innspill[0], "punkt", kode) if kjede.innspill else kode


def _post(oppslag: Oppslag, kjede: Kjede) -> Ord | Lenke:
    if kjede.post_id:
        return oppslag.post(kjede.post_id)
    avvik = None
    if kjede.slutt is Kjedeslutt.INGEN_POST and kjede.tiltak_id:
        avvik = oppslag.avvikslenke(Avvikslag.TILTAK_UTEN_PENGER, kjede.tiltak_id, "slutt.ingen_post")
    return avvik or INGEN


def _stopp(oppslag: Oppslag, kjede: Kjede) -> Ord | Lenke:
    """Say in words why the chain ends before any measure, with the code of the gap where there is one."""
    indeks = oppslag.indeks
    noekkel = f"slutt.{kjede.slutt}"
    lenke = None
    if kjede.slutt is Kjedeslutt.UTEN_BEHANDLING and kjede.punkt_id:
        lenke = oppslag.avvikslenke(Avvikslag.PUNKT_UTEN_BEHANDLING, kjede.punkt_id, noekkel)
    elif kjede.slutt is Kjedeslutt.UTEN_STED and kjede.punkt_id:
        lenke = oppslag.avvikslenke(Avvikslag.TATT_INN_UTEN_STED, kjede.punkt_id, noekkel)
    elif kjede.slutt is Kjedeslutt.MANGLER_TILTAK and kjede.sted_id:
        linje = reversed(indeks.linjer[kjede.sted_id])
        funnet = (oppslag.avvikslenke(Avvikslag.SATSING_UTEN_TILTAK, id_, noekkel) for id_ in linje)
        lenke = next((lenke for lenke in funnet if lenke), None)
    elif kjede.slutt is Kjedeslutt.TILTAK_UNDER and kjede.sted_id:
        under = (id_ for id_ in indeks.under[kjede.sted_id] if id_ in indeks.tiltak_av_element)
        return Ord(noekkel, {"koder": tuple(indeks.elementer[id_].kode for id_ in under)})
    return lenke or Ord(noekkel if kjede.slutt in _UTEN_AVVIK else "slutt.uten_tiltak", uthevet=True)


_UTEN_AVVIK: Final = frozenset({Kjedeslutt.AVKLARES, Kjedeslutt.IKKE_TATT_INN, Kjedeslutt.UTEN_TILTAK})
