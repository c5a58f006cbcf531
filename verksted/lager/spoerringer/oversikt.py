"""The overview: counted by the database, so that ten thousand notes cost no more than they must."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, func, select

from verksted.kjerne.feil import FinnesIkke
from verksted.lager.spoerringer.prosess import hent_fasedatoer
from verksted.modell.deltaker import Gruppe, Liste, Mandat, Person, Tilstedevaerelse
from verksted.modell.innspill import Innspill
from verksted.modell.oekonomi import Oekonomipost, Postbeloep, Tiltak
from verksted.modell.ordene import Mandatart
from verksted.modell.plan import Kunnskapspunkt, Planelement
from verksted.modell.prosess import Prosess
from verksted.modell.punkt import Behandling, Punkt
from verksted.modell.spor import Sporlenke
from verksted.modell.verksted import Verksted
from verksted.visning.oversikt import OversiktVisning, Verkstedlinje

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlmodel import Session

    from verksted.modell.grunn import Grunn


def hent_oversikt(sesjon: Session) -> OversiktVisning:
    """Return the overview (raises FinnesIkke when the file holds no process yet)."""
    prosess = sesjon.exec(select(Prosess)).first()
    if prosess is None:
        raise FinnesIkke(hva="prosess", kode="")
    beloep = (
        select(col(Postbeloep.aar), func.sum(Postbeloep.beloep))
        .group_by(col(Postbeloep.aar))
        .order_by(col(Postbeloep.aar))
    )
    return OversiktVisning(
        prosess=prosess.navn,
        kommune=prosess.kommune,
        maalform=prosess.maalform,
        valgperiode=(prosess.valgperiode_fra, prosess.valgperiode_til),
        er_eksempel=prosess.er_eksempel,
        verksteder=_verkstedene(sesjon),
        deltakere=_antall(sesjon, Person),
        medlemmer=_antall(sesjon, Mandat, col(Mandat.art) == Mandatart.MEDLEM),
        lister=_antall(sesjon, Liste),
        innspill=_antall(sesjon, Innspill, col(Innspill.fjernet).is_(False)),
        punkter=_antall(sesjon, Punkt, col(Punkt.fjernet).is_(False)),
        behandlede_punkter=_antall(sesjon, Behandling, col(Behandling.punkt_id).is_not(None)),
        planelementer=_antall(sesjon, Planelement, col(Planelement.fjernet).is_(False)),
        kunnskapspunkter=_antall(sesjon, Kunnskapspunkt, col(Kunnskapspunkt.fjernet).is_(False)),
        tiltak=_antall(sesjon, Tiltak, col(Tiltak.fjernet).is_(False)),
        sporlenker=_antall(sesjon, Sporlenke),
        poster=_antall(sesjon, Oekonomipost),
        fasedatoer=hent_fasedatoer(sesjon),
        sum_per_aar=tuple((int(aar), int(kroner)) for aar, kroner in sesjon.exec(beloep)),
    )


def _antall(sesjon: Session, tabell: type[Grunn], *naar: ColumnElement[bool]) -> int:
    return int(sesjon.exec(select(func.count()).select_from(tabell).where(*naar)).one())


def _per_verksted(
    sesjon: Session, tabell: type[Innspill | Punkt | Gruppe], *naar: ColumnElement[bool]
) -> dict[str, int]:
    verksted_id = col(tabell.verksted_id)
    return dict(sesjon.exec(select(verksted_id, func.count()).where(*naar).group_by(verksted_id)).all())


def _verkstedene(sesjon: Session) -> tuple[Verkstedlinje, ...]:
    innspill = _per_verksted(sesjon, Innspill, col(Innspill.fjernet).is_(False))
    punkter = _per_verksted(sesjon, Punkt, col(Punkt.fjernet).is_(False))
    bord = _per_verksted(sesjon, Gruppe)
    til_stede = dict(
        sesjon.exec(
            select(col(Tilstedevaerelse.verksted_id), func.count(col(Tilstedevaerelse.person_id).distinct())).group_by(
                col(Tilstedevaerelse.verksted_id)
            )
        ).all()
    )
    return tuple(
        Verkstedlinje(
            nummer=v.nummer,
            tittel=v.tittel,
            dato=v.dato,
            sted=v.sted,
            status=str(v.status),
            bord=bord.get(v.id, 0),
            til_stede=til_stede.get(v.id, 0),
            innspill=innspill.get(v.id, 0),
            punkter=punkter.get(v.id, 0),
        )
        for v in sesjon.exec(select(Verksted).order_by(col(Verksted.nummer)))
    )
