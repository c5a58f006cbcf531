"""Gaps in the trail: what is missing, how much it matters, and what it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Final

from verksted.kjerne.ider import kodeorden
from verksted.modell.ordene import Enighet, Postart, Sporting, Tiltaksart
from verksted.regler.spor import baerer
from verksted.regler.summer import HEL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verksted.modell.oekonomi import Oekonomipost
    from verksted.regler.spor import Sporet
    from verksted.regler.sporindeks import Sporindeks


class Alvor(IntEnum):
    """How much a gap matters; sorts as it reads."""

    MAA_AVKLARES = 1
    BOER_SES_PAA = 2
    TIL_ORIENTERING = 3


class Avvikslag(StrEnum):
    """The kinds of gap."""

    UENIGHET_UTEN_ALTERNATIV = "uenighet_uten_alternativ"
    PUNKT_UTEN_BEHANDLING = "punkt_uten_behandling"
    TATT_INN_UTEN_STED = "tatt_inn_uten_sted"
    SATSING_UTEN_TILTAK = "satsing_uten_tiltak"
    ANDEL_OVER_100 = "andel_over_100"
    SATSING_UTEN_PENGER = "satsing_uten_penger"
    TILTAK_UTEN_STED = "tiltak_uten_sted"
    TILTAK_UTEN_PENGER = "tiltak_uten_penger"
    PENGER_UTEN_ANKER = "penger_uten_anker"
    ANDEL_UNDER_100 = "andel_under_100"
    STOETTE_FRA_ETT_BORD = "stoette_fra_ett_bord"
    OPPDRAG_UTEN_PENGER = "oppdrag_uten_penger"
    INNSPILL_UTEN_PUNKT = "innspill_uten_punkt"
    RESTEN_UTEN_ANKER = "resten_uten_anker"


_ALVOR: Final = {
    Avvikslag.UENIGHET_UTEN_ALTERNATIV: Alvor.MAA_AVKLARES,
    Avvikslag.PUNKT_UTEN_BEHANDLING: Alvor.MAA_AVKLARES,
    Avvikslag.TATT_INN_UTEN_STED: Alvor.MAA_AVKLARES,
    Avvikslag.SATSING_UTEN_TILTAK: Alvor.MAA_AVKLARES,
    Avvikslag.ANDEL_OVER_100: Alvor.MAA_AVKLARES,
    Avvikslag.STOETTE_FRA_ETT_BORD: Alvor.TIL_ORIENTERING,
    Avvikslag.OPPDRAG_UTEN_PENGER: Alvor.TIL_ORIENTERING,
    Avvikslag.INNSPILL_UTEN_PUNKT: Alvor.TIL_ORIENTERING,
    Avvikslag.RESTEN_UTEN_ANKER: Alvor.TIL_ORIENTERING,
}

# How budgets name what is new (seen in Bergen's plan 2013–2016 and in KOSTRA-style exports).
_NY_ENDRING: Final = re.compile(
    r"\b(ny|nye|nytt)\b|nødvendige tiltak|naudsynte tiltak|engangstiltak|satsing", re.IGNORECASE
)
_NY_TEKST: Final = re.compile(r"^(ny|nye|nytt|styrk|økt|auka|etabler|oppstart|utvid|opprett)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Avvik:
    """One gap. `beloep` is kroner per year that the gap is about, empty where it is not about money.

    `antall` counts what is gathered (posts, tables' notes), `andel_bp` is a share that is not right, `loeftet` says
    that the table asked for the note to be seen.
    """

    slag: Avvikslag
    gjelder_type: Sporting | None
    gjelder_id: str | None
    beloep: tuple[int, ...] = ()
    antall: int = 0
    andel_bp: int = 0
    loeftet: bool = False

    @property
    def alvor(self) -> Alvor:
        """How much it matters."""
        return Alvor.BOER_SES_PAA if self.loeftet else _ALVOR.get(self.slag, Alvor.BOER_SES_PAA)


def finn_avvik(indeks: Sporindeks, sporet: Sporet) -> tuple[Avvik, ...]:
    """Return every gap, the most serious first; within a kind in the order people read."""
    slagene = list(Avvikslag)
    alle = [
        *_punkter(indeks),
        *_plan(indeks, sporet),
        *_tiltak(indeks, sporet),
        *_poster(indeks, sporet),
        *_innspill(indeks),
    ]
    return tuple(sorted(alle, key=lambda avvik: (avvik.alvor, slagene.index(avvik.slag))))


def ser_ut_som_noe_nytt(post: Oekonomipost, beloep: tuple[int, ...]) -> bool:
    """Say whether a budget line is an investment or a new measure, judged by its kind of change or its text.

    What pays for investments (loans, grants: no positive amount) is not a measure.
    """
    if post.art is Postart.INVESTERING:
        return any(kroner > 0 for kroner in beloep)
    if post.endringsart.strip():
        return bool(_NY_ENDRING.search(post.endringsart))
    return bool(_NY_TEKST.search(post.tekst.strip()))


def _punkter(indeks: Sporindeks) -> Iterator[Avvik]:
    for punkt_id, punkt in indeks.punkter.items():
        behandling = indeks.behandling_av_punkt.get(punkt_id)
        steder = indeks.steder_av_punkt.get(punkt_id, ())
        if behandling is None:
            yield Avvik(Avvikslag.PUNKT_UTEN_BEHANDLING, Sporting.PUNKT, punkt_id)
        elif baerer(indeks, punkt_id) and not steder:
            yield Avvik(Avvikslag.TATT_INN_UTEN_STED, Sporting.PUNKT, punkt_id)
        if punkt.enighet is Enighet.UENIGHET and not any(
            indeks.alternativer.get(id_) for id_ in (*steder, punkt.planelement_id) if id_
        ):
            yield Avvik(Avvikslag.UENIGHET_UTEN_ALTERNATIV, Sporting.PUNKT, punkt_id)
        kilder = indeks.innspill_i_punkt.get(punkt_id, ())
        if len({indeks.innspill[innspill].gruppe_id for innspill in kilder}) == 1:
            yield Avvik(Avvikslag.STOETTE_FRA_ETT_BORD, Sporting.PUNKT, punkt_id, antall=len(kilder))


def _plan(indeks: Sporindeks, sporet: Sporet) -> Iterator[Avvik]:
    """Give satsingsområder, and the goals right under them, that nothing below answers to."""
    med_penger = {k.tiltak_id for k in sporet.kjeder if any(k.beloep)}
    meldt: set[str] = set()
    for id_, element in indeks.elementer.items():
        if indeks.maal(id_) != id_ or element.utgaar:
            continue
        tiltak = {t for u in indeks.under[id_] for t in indeks.tiltak_av_element.get(u, ())}
        if not tiltak:
            yield Avvik(Avvikslag.SATSING_UTEN_TILTAK, Sporting.PLANELEMENT, id_)
        elif not med_penger & tiltak and not meldt & set(indeks.linjer[id_]) and _noe_koster(indeks, tiltak):
            meldt.add(id_)
            yield Avvik(Avvikslag.SATSING_UTEN_PENGER, Sporting.PLANELEMENT, id_, antall=len(tiltak))


def _noe_koster(indeks: Sporindeks, tiltak: set[str]) -> bool:
    return any(indeks.tiltak[id_].art is not Tiltaksart.OPPDRAG for id_ in tiltak)


def _tiltak(indeks: Sporindeks, sporet: Sporet) -> Iterator[Avvik]:
    penger: dict[str, list[tuple[int, ...]]] = {}
    for kjede in sporet.kjeder:
        if kjede.tiltak_id and kjede.post_id:
            penger.setdefault(kjede.tiltak_id, []).append(kjede.beloep)
    for id_, tiltak in indeks.tiltak.items():
        if id_ not in indeks.elementer_av_tiltak:
            yield Avvik(Avvikslag.TILTAK_UTEN_STED, Sporting.TILTAK, id_)
        if any(any(beloep) for beloep in penger.get(id_, ())):
            continue
        slag = Avvikslag.OPPDRAG_UTEN_PENGER if tiltak.art is Tiltaksart.OPPDRAG else Avvikslag.TILTAK_UTEN_PENGER
        yield Avvik(slag, Sporting.TILTAK, id_, antall=len(penger.get(id_, ())))


def _poster(indeks: Sporindeks, sporet: Sporet) -> Iterator[Avvik]:
    nye: list[str] = []
    resten: list[str] = []
    for id_, fordelt in sporet.poster.items():
        if fordelt.oppgitt_bp > HEL:
            yield Avvik(Avvikslag.ANDEL_OVER_100, Sporting.OEKONOMIPOST, id_, andel_bp=fordelt.oppgitt_bp)
        elif fordelt.andel_bp and any(fordelt.rest):
            yield Avvik(
                Avvikslag.ANDEL_UNDER_100,
                Sporting.OEKONOMIPOST,
                id_,
                beloep=fordelt.rest,
                andel_bp=HEL - fordelt.andel_bp,
            )
        elif any(fordelt.rest):
            (nye if ser_ut_som_noe_nytt(indeks.poster[id_], fordelt.rest) else resten).append(id_)
    # The largest first: that is where an anchor matters most.
    for id_ in sorted(nye, key=lambda post: -max(map(abs, sporet.poster[post].rest))):
        yield Avvik(Avvikslag.PENGER_UTEN_ANKER, Sporting.OEKONOMIPOST, id_, beloep=sporet.poster[id_].rest)
    if resten:
        summer = tuple(sum(aaret) for aaret in zip(*(sporet.poster[id_].rest for id_ in resten), strict=True))
        yield Avvik(Avvikslag.RESTEN_UTEN_ANKER, None, None, beloep=summer, antall=len(resten))


def _innspill(indeks: Sporindeks) -> Iterator[Avvik]:
    for id_, innspill in sorted(indeks.innspill.items(), key=lambda par: kodeorden(par[1].kode)):
        brukt = (indeks.punkter_av_innspill, indeks.behandling_av_innspill, indeks.steder_av_innspill)
        if not any(id_ in oppslag for oppslag in brukt):
            yield Avvik(Avvikslag.INNSPILL_UTEN_PUNKT, Sporting.INNSPILL, id_, loeftet=innspill.loeftet)
