"""The table *Avvik*: each gap in words, with where it is, what it is worth and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from verksted.modell.ordene import Sporting, Tiltaksart
from verksted.regler.avvik import Avvikslag
from verksted.visning.sporbarhet_celler import Ord
from verksted.visning.sporbarhet_oppslag import avvikkode, tittel
from verksted.visning.sporbarhet_rader import AvvikRad

if TYPE_CHECKING:
    from verksted.regler.avvik import Avvik
    from verksted.visning.sporbarhet_oppslag import Oppslag

VISTE_KODER: Final = 12
_NULL_ER_NULL: Final = frozenset({Avvikslag.TILTAK_UTEN_PENGER, Avvikslag.SATSING_UTEN_PENGER})


def bygg_avvik(oppslag: Oppslag) -> tuple[AvvikRad, ...]:
    """Return a row per gap, in the order of `oppslag.avvik`."""
    return tuple(_rad(oppslag, rad, gruppe) for rad, gruppe in enumerate(oppslag.avvik))


def _rad(oppslag: Oppslag, rad: int, gruppe: tuple[Avvik, ...]) -> AvvikRad:
    avvik = gruppe[0]
    beloep = avvik.beloep[0] if avvik.beloep else 0 if avvik.slag in _NULL_ER_NULL else None
    return AvvikRad(
        avvik=avvikkode(rad),
        alvor=Ord(f"alvor.{avvik.alvor.value}", uthevet=True),
        slag=Ord(f"avvikslag.{_slag(avvik)}"),
        kode=oppslag.kode(avvik.gjelder_type, avvik.gjelder_id),
        gjelder=_gjelder(oppslag, gruppe),
        galt=_galt(oppslag, gruppe),
        beloep=beloep,
        # The rest is income and expenses together: a share of the expenses would say nothing.
        andel=beloep / oppslag.utgifter if beloep is not None and oppslag.utgifter and avvik.gjelder_id else None,
        neste_steg=Ord(f"neste_steg.{_slag(avvik)}"),
        ansvarlig=_ansvarlig(oppslag, avvik),
        frist=None,
        status=Ord("avvikstatus.aapen"),
    )


def _slag(avvik: Avvik) -> str:
    """Return the kind in words: a note its table lifted is told apart."""
    return "loeftet_uten_punkt" if avvik.loeftet else avvik.slag


def _gjelder(oppslag: Oppslag, gruppe: tuple[Avvik, ...]) -> str | Ord:
    indeks = oppslag.indeks
    id_ = gruppe[0].gjelder_id or ""
    match gruppe[0].gjelder_type:
        case Sporting.PUNKT:
            return indeks.punkter[id_].tittel
        case Sporting.PLANELEMENT:
            return tittel(indeks.elementer[id_])
        case Sporting.TILTAK:
            return indeks.tiltak[id_].tittel
        case Sporting.OEKONOMIPOST:
            return indeks.poster[id_].tekst
        case Sporting.INNSPILL:
            spoersmaal = oppslag.spoersmaal.get(indeks.innspill[id_].spoersmaal_id)
            verksted = oppslag.verksteder.get(indeks.innspill[id_].verksted_id)
            return Ord(
                "gjelder.spoersmaal",
                {
                    "verksted": str(verksted.nummer if verksted else ""),
                    "spoersmaal": str(spoersmaal.nummer if spoersmaal else ""),
                    "tema": spoersmaal.tema or spoersmaal.tekst if spoersmaal else "",
                },
            )
        case _:
            return Ord("gjelder.resten")


def _galt(oppslag: Oppslag, gruppe: tuple[Avvik, ...]) -> Ord:
    """Return what is wrong; a kind with several cases has a text for each."""
    avvik = gruppe[0]
    id_ = avvik.gjelder_id or ""
    noekkel = f"galt.{_slag(avvik)}"
    match avvik.slag:
        case Avvikslag.UENIGHET_UTEN_ALTERNATIV:
            return _uenighet(oppslag, id_)
        case Avvikslag.TILTAK_UTEN_PENGER:
            return Ord(f"{noekkel}_{_hvorfor_uten_penger(oppslag, avvik)}")
        case Avvikslag.PENGER_UTEN_ANKER | Avvikslag.ANDEL_UNDER_100 if avvik.beloep and not avvik.beloep[0]:
            foerste = next(aar for aar, beloep in zip(oppslag.indeks.aar, avvik.beloep, strict=True) if beloep)
            return Ord(f"{noekkel}_senere", {"aar": str(foerste), "prosent": _prosent(avvik.andel_bp)})
        case Avvikslag.ANDEL_UNDER_100 | Avvikslag.ANDEL_OVER_100:
            return Ord(noekkel, {"prosent": _prosent(avvik.andel_bp)})
        case Avvikslag.STOETTE_FRA_ETT_BORD:
            return _ett_bord(oppslag, id_, avvik.antall)
    return _samlet(oppslag, gruppe) if len(gruppe) > 1 else Ord(noekkel, {"antall": avvik.antall})


def _uenighet(oppslag: Oppslag, punkt_id: str) -> Ord:
    lister = {liste.id: liste.kode for liste in oppslag.grunnlag.liste}
    fra = tuple(lister[m.liste_id] for m in oppslag.grunnlag.merknad if m.punkt_id == punkt_id)
    noekkel = "galt.uenighet_uten_alternativ"
    return Ord(f"{noekkel}_fra", {"lister": fra}) if fra else Ord(noekkel)


def _samlet(oppslag: Oppslag, gruppe: tuple[Avvik, ...]) -> Ord:
    koder = ", ".join(oppslag.indeks.innspill[a.gjelder_id or ""].kode for a in gruppe[:VISTE_KODER])
    noekkel = f"galt.innspill_uten_punkt_{'flere' if len(gruppe) <= VISTE_KODER else 'mange'}"
    return Ord(noekkel, {"antall": len(gruppe), "koder": koder})


def _hvorfor_uten_penger(oppslag: Oppslag, avvik: Avvik) -> str:
    tiltak = oppslag.indeks.tiltak[avvik.gjelder_id or ""]
    if avvik.antall:
        return "null"
    if any(oppslag.indeks.egne_beloep.get((tiltak.id, aar)) for aar in oppslag.indeks.aar):
        return "egne"
    return "investering" if tiltak.art is Tiltaksart.INVESTERING else "drift"


def _ett_bord(oppslag: Oppslag, punkt_id: str, antall: int) -> Ord:
    innspill = oppslag.indeks.innspill[oppslag.indeks.innspill_i_punkt[punkt_id][0]]
    gruppe = oppslag.grupper.get(innspill.gruppe_id)
    verksted = oppslag.verksteder.get(innspill.verksted_id)
    if gruppe is None or verksted is None:
        return Ord("galt.stoette_fra_ett_bord_ukjent")
    noekkel = f"galt.stoette_fra_ett_bord{'_ett' if antall == 1 else ''}"
    return Ord(noekkel, {"bord": str(gruppe.nummer), "verksted": str(verksted.nummer), "antall": antall})


def _prosent(andel_bp: int) -> str:
    """Return for instance «20» or «12,5»."""
    hele, deler = divmod(andel_bp, 100)
    return f"{hele},{deler:02d}".rstrip("0") if deler else str(hele)


def _ansvarlig(oppslag: Oppslag, avvik: Avvik) -> str:
    """Return who is already responsible for what the gap is about, where that is known."""
    if avvik.gjelder_type is Sporting.TILTAK and avvik.gjelder_id:
        return oppslag.indeks.tiltak[avvik.gjelder_id].ansvarlig
    if avvik.gjelder_type is Sporting.OEKONOMIPOST and avvik.gjelder_id:
        post = oppslag.indeks.poster[avvik.gjelder_id]
        return post.ansvarlig or post.sektor
    return ""
