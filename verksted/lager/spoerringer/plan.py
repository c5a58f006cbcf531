"""The plan for its two pages: only the tables a page shows, so that a save while somebody types costs little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from verksted.kjerne.feil import FinnesIkke
from verksted.kjerne.ider import kodeorden
from verksted.lager.spoerringer.grunnlag import alle_rader
from verksted.modell.deltaker import Liste
from verksted.modell.innspill import Innspill, InnspillRevisjon
from verksted.modell.oekonomi import Tiltak
from verksted.modell.ordene import Innlesingsart, Sporting
from verksted.modell.plan import Kunnskapspunkt, Planalternativ, Planelement
from verksted.modell.prosess import Innlesing, Plannivaa
from verksted.modell.punkt import Behandling, Merknad, Punkt, Punktkilde
from verksted.modell.spor import Sporlenke
from verksted.regler.sporindeks import Sporindeks, Sporrader
from verksted.visning.gjeldende import Gjeldendevisning, bygg_gjeldende
from verksted.visning.planblad import Ordrett, Planblad, Punktgrunn
from verksted.visning.planrader import KunnskapRad, lest_forslag
from verksted.visning.plantre import Plantre, bygg_plantre

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlmodel import Session


def hent_plantre(sesjon: Session) -> Plantre:
    """Return the whole plan as a tree."""
    elementer = tuple(sesjon.exec(select(Planelement).order_by(col(Planelement.rekkefoelge), col(Planelement.id))))
    nivaaer = tuple(sesjon.exec(select(Plannivaa)))
    lenker = select(Sporlenke).where(
        col(Sporlenke.fra_type) == Sporting.PLANELEMENT, col(Sporlenke.til_type) == Sporting.TILTAK
    )
    rader = Sporrader(
        plannivaa=nivaaer,
        planelement=elementer,
        planalternativ=tuple(sesjon.exec(select(Planalternativ))),
        tiltak=tuple(sesjon.exec(select(Tiltak))),
        sporlenke=tuple(sesjon.exec(lenker)),
    )
    return bygg_plantre(Sporindeks(rader), nivaaer, elementer, sesjon.exec(select(Innlesing)))


def hent_planblad(sesjon: Session, kode: str) -> Planblad:
    """Return one place of the plan with everything it rests on (raises FinnesIkke)."""
    e = sesjon.exec(select(Planelement).where(col(Planelement.kode) == kode)).first()
    if e is None:
        raise FinnesIkke(hva="planelement", kode=kode)
    nivaa = sesjon.exec(select(Plannivaa).where(col(Plannivaa.id) == e.nivaa_id)).one()
    over = sesjon.exec(select(Planelement).where(col(Planelement.id) == e.forelder_id)).first()
    alternativer = sesjon.exec(select(Planalternativ).where(col(Planalternativ.planelement_id) == e.id))
    return Planblad(
        kode=e.kode,
        nivaa=nivaa.entall,
        rolle=str(nivaa.rolle),
        over=(over.kode, lest_forslag(over.forslag_tittel, over.gjeldende_tittel)) if over else ("", ""),
        har_gjeldende=e.gjeldende_tittel is not None or e.gjeldende_tekst is not None,
        gjeldende_tittel=e.gjeldende_tittel or "",
        gjeldende_tekst=e.gjeldende_tekst or "",
        forslag_tittel=lest_forslag(e.forslag_tittel, e.gjeldende_tittel),
        forslag_tekst=lest_forslag(e.forslag_tekst, e.gjeldende_tekst),
        utgaar=e.utgaar,
        alternativer=tuple(sorted((a.bokstav, a.tekst) for a in alternativer)),
        begrunnelse_politikk=e.begrunnelse_politikk,
        begrunnelse_fag=e.begrunnelse_fag,
        periode=str(e.periode or ""),
        baerekraftsmaal=tuple(sorted(e.baerekraftsmaal)),
        punkter=_punktene(sesjon, e),
        innspill=_ordrett(sesjon, _innspill_ved(sesjon, e)),
        kunnskap=_kunnskapen(sesjon, e),
        tiltak=_tiltakene(sesjon, e),
    )


def hent_gjeldende(sesjon: Session) -> Gjeldendevisning:
    """Return gjeldende plan as it was read."""
    elementer = sesjon.exec(select(Planelement))
    nivaaer = sesjon.exec(select(Plannivaa))
    lest = [i for i in alle_rader(sesjon, Innlesing) if isinstance(i, Innlesing) and i.art is Innlesingsart.SAMFUNNSDEL]
    return bygg_gjeldende(elementer, nivaaer, (lest[-1].filnavn, lest[-1].sha256) if lest else ("", ""))


def _til(sesjon: Session, fra: Sporting, e: Planelement) -> set[str]:
    lenker = select(Sporlenke.fra_id).where(
        col(Sporlenke.fra_type) == fra,
        col(Sporlenke.til_type) == Sporting.PLANELEMENT,
        col(Sporlenke.til_id) == e.id,
    )
    return set(sesjon.exec(lenker))


def _punktene(sesjon: Session, e: Planelement) -> tuple[Punktgrunn, ...]:
    ider = _til(sesjon, Sporting.PUNKT, e)
    punkter = sesjon.exec(
        select(Punkt).where(
            col(Punkt.id).in_(ider) | (col(Punkt.planelement_id) == e.id), col(Punkt.fjernet).is_(False)
        )
    )
    return tuple(_punkt(sesjon, punkt) for punkt in sorted(punkter, key=lambda p: kodeorden(p.kode)))


def _punkt(sesjon: Session, punkt: Punkt) -> Punktgrunn:
    kilder = set(sesjon.exec(select(Punktkilde.innspill_id).where(col(Punktkilde.punkt_id) == punkt.id)))
    behandling = sesjon.exec(select(Behandling).where(col(Behandling.punkt_id) == punkt.id)).first()
    lister = select(Liste.kode).join(Merknad, col(Merknad.liste_id) == col(Liste.id))
    bord = select(Innspill.gruppe_id).where(col(Innspill.id).in_(kilder), col(Innspill.fjernet).is_(False)).distinct()
    return Punktgrunn(
        kode=punkt.kode,
        tittel=punkt.tittel,
        behandling=str(behandling.resultat) if behandling else "",
        enighet=str(punkt.enighet),
        antall_bord=len(sesjon.exec(bord).all()),
        merknad_fra=tuple(sorted(sesjon.exec(lister.where(col(Merknad.punkt_id) == punkt.id)))),
        innspill=_ordrett(sesjon, kilder),
    )


def _innspill_ved(sesjon: Session, e: Planelement) -> set[str]:
    """Return the notes asked about the place, or linked to it by hand."""
    spurt = sesjon.exec(select(Innspill.id).where(col(Innspill.planelement_id) == e.id))
    return _til(sesjon, Sporting.INNSPILL, e) | set(spurt)


def _ordrett(sesjon: Session, ider: Iterable[str]) -> tuple[Ordrett, ...]:
    rader = sesjon.exec(
        select(Innspill.kode, InnspillRevisjon.tekst)
        .join(InnspillRevisjon, col(InnspillRevisjon.innspill_id) == col(Innspill.id))
        .where(
            col(Innspill.id).in_(set(ider)),
            col(InnspillRevisjon.nummer) == col(Innspill.revisjon),
            col(Innspill.fjernet).is_(False),
        )
    )
    return tuple(Ordrett(kode=kode, tekst=tekst) for kode, tekst in sorted(rader, key=lambda rad: kodeorden(rad[0])))


def _kunnskapen(sesjon: Session, e: Planelement) -> tuple[KunnskapRad, ...]:
    ider = _til(sesjon, Sporting.KUNNSKAPSPUNKT, e)
    punkter = sesjon.exec(
        select(Kunnskapspunkt).where(col(Kunnskapspunkt.id).in_(ider), col(Kunnskapspunkt.fjernet).is_(False))
    )
    return tuple(
        KunnskapRad(
            kode=k.kode,
            tittel=k.tittel,
            tekst=k.tekst,
            tall=f"{k.tall} {k.enhet}".strip(),
            kilde=k.kilde,
            aar=k.aar,
        )
        for k in sorted(punkter, key=lambda k: kodeorden(k.kode))
    )


def _tiltakene(sesjon: Session, e: Planelement) -> tuple[tuple[str, str], ...]:
    ider = select(Sporlenke.til_id).where(
        col(Sporlenke.fra_type) == Sporting.PLANELEMENT,
        col(Sporlenke.til_type) == Sporting.TILTAK,
        col(Sporlenke.fra_id) == e.id,
    )
    tiltak = sesjon.exec(select(Tiltak).where(col(Tiltak.id).in_(ider), col(Tiltak.fjernet).is_(False)))
    return tuple(sorted(((t.kode, t.tittel) for t in tiltak), key=lambda rad: kodeorden(rad[0])))
