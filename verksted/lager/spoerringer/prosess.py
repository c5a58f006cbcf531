"""The process with its workshops, bodies, roles and check lists, read without notes, plan and money."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from sqlmodel import col, select

from verksted.kjerne.feil import FinnesIkke
from verksted.modell.deltaker import Forfall, Gruppe, Gruppeinndeling, Tilstedevaerelse
from verksted.modell.innspill import Innspill
from verksted.modell.prosess import Hendelse, Organ, Prosess, Prosessrolle, Sjekkpunkt
from verksted.modell.punkt import Avstemning, Punkt
from verksted.modell.verksted import Verksted
from verksted.visning.prosess import Prosessvisning, Rollerad, Sjekkrad, Verkstedskjema

if TYPE_CHECKING:
    from datetime import date

    from sqlmodel import Session

_BRUK: Final = (Innspill, Punkt, Avstemning, Gruppe, Gruppeinndeling, Tilstedevaerelse, Forfall)


def hent_prosess(sesjon: Session) -> Prosessvisning:
    """Return the page's view (raises FinnesIkke when the file holds no process yet)."""
    prosess = sesjon.exec(select(Prosess)).first()
    if prosess is None:
        raise FinnesIkke(hva="prosess", kode="")
    organer = tuple((o.id, o.navn) for o in sesjon.exec(select(Organ).order_by(col(Organ.rekkefoelge), col(Organ.id))))
    roller = sesjon.exec(select(Prosessrolle).order_by(col(Prosessrolle.rekkefoelge), col(Prosessrolle.id)))
    return Prosessvisning(
        rad_id=prosess.id,
        navn=prosess.navn,
        kommune=prosess.kommune,
        maalform=prosess.maalform,
        valgperiode=(prosess.valgperiode_fra, prosess.valgperiode_til),
        planperiode=(prosess.planperiode_fra, prosess.planperiode_til),
        organer=organer,
        roller=tuple(
            Rollerad(rad_id=r.id, navn=r.navn, beskrivelse=r.beskrivelse, sfaere=str(r.sfaere)) for r in roller
        ),
        verksteder=_verkstedene(sesjon, dict(organer)),
        fasedatoer=hent_fasedatoer(sesjon),
    )


def hent_fasedatoer(sesjon: Session) -> dict[str, tuple[date, date | None]]:
    """Return phase → (from, to) for what comes after the workshops."""
    return {h.lag: (h.dato, h.til_dato) for h in sesjon.exec(select(Hendelse)) if h.lag}


def _verkstedene(sesjon: Session, organer: dict[str, str]) -> tuple[Verkstedskjema, ...]:
    rader = sesjon.exec(select(Verksted).order_by(col(Verksted.nummer))).all()
    numre = {v.id: v.nummer for v in rader}
    brukte = {verksted for tabell in _BRUK for verksted in sesjon.exec(select(col(tabell.verksted_id)).distinct())}
    lister: dict[str, list[Sjekkrad]] = defaultdict(list)
    for p in sesjon.exec(select(Sjekkpunkt).order_by(col(Sjekkpunkt.nummer))):
        lister[p.verksted_id].append(
            Sjekkrad(
                verksted=numre[p.verksted_id],
                nummer=p.nummer,
                fase=str(p.fase),
                tekst=p.tekst,
                hjelp=p.hjelpetekst,
                kilde=p.kilde,
                ansvarlig=p.ansvarlig,
                frist=p.frist,
                utfoert=p.utfoert,
            )
        )
    return tuple(
        Verkstedskjema(
            rad_id=v.id,
            nummer=v.nummer,
            tittel=v.tittel,
            formaal=v.formaal,
            organ=organer.get(v.organ_id, ""),
            dato=v.dato,
            sted=v.sted,
            start=v.start,
            slutt=v.slutt,
            moeteform=str(v.moeteform),
            aapent=v.aapent,
            hjemmel=v.lukket_hjemmel,
            innkalt=v.innkalt,
            status=str(v.status),
            i_bruk=v.id in brukte,
            sjekkliste=tuple(lister[v.id]),
        )
        for v in rader
    )
