"""Operations on the day: somebody will not come, a deputy comes instead, somebody comes late."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.handlinger.feil import SkalIkkeSitte, VaraenErMedlem
from verksted.handlinger.gruppelager import fyll_sekretaerer, les_rader, sekretaerer_for, skriv_runder
from verksted.handlinger.handling import handling
from verksted.handlinger.prosess import verkstedet
from verksted.kjerne.feil import FinnesIkke
from verksted.modell.deltaker import Forfall, Gruppeinndeling, Liste, Mandat, Person, Plass, Tilstedevaerelse
from verksted.modell.ordene import Mandatart
from verksted.regler.grupper.reparer import finn_plass
from verksted.regler.grupper.rommet import beskriv_rommet

if TYPE_CHECKING:
    from datetime import time

    from verksted.lager.oekt import Oekt
    from verksted.modell.verksted import Verksted
    from verksted.regler.grupper.reparer import Reparasjon


@dataclass(frozen=True, slots=True, kw_only=True)
class Varainnsats:
    """A deputy who came in: on which list, for a member of which; `plasser` is how many seats were taken over."""

    liste: str
    for_liste: str
    plasser: int

    @property
    def samme_liste(self) -> bool:
        """The balance of the lists is as it was."""
        return self.liste == self.for_liste


@handling
def meld_forfall(oekt: Oekt, *, verksted: int, person_id: str) -> None:
    """Note that somebody will not come; their chairs stand empty until the tables are mended (raises FinnesIkke)."""
    verkstedrad = verkstedet(oekt, verksted)
    oekt.hent(Person, person_id)
    oekt.gjelder(f"V{verksted}")
    if oekt.finn(Forfall, verksted_id=verkstedrad.id, person_id=person_id) is None:
        oekt.opprett(Forfall, verksted_id=verkstedrad.id, person_id=person_id)
        fyll_sekretaerer(oekt, verkstedrad)


@handling
def opphev_forfall(oekt: Oekt, *, verksted: int, person_id: str) -> None:
    """Take it back: they come after all (raises FinnesIkke when nothing was noted)."""
    verkstedrad = verkstedet(oekt, verksted)
    if not ta_bort_forfall(oekt, verkstedrad, person_id):
        raise FinnesIkke(hva="forfall", kode="")
    oekt.gjelder(f"V{verksted}")


@handling
def sett_inn_vara(
    oekt: Oekt, *, verksted: int, person_id: str, for_person_id: str, fra: time | None = None
) -> Varainnsats:
    """Let a deputy sit for a member who will not come, in the member's seats; the balance then says what it did.

    `fra`: when they come (None: at the start). Raises FinnesIkke, VaraenErMedlem.
    """
    verkstedrad = verkstedet(oekt, verksted)
    oekt.hent(Person, person_id)
    mandat = oekt.finn(Mandat, person_id=for_person_id, organ_id=verkstedrad.organ_id, art=Mandatart.MEDLEM)
    egne = oekt.alle(Mandat, person_id=person_id, organ_id=verkstedrad.organ_id)
    if mandat is None:
        raise FinnesIkke(hva="mandat", kode="")
    if any(eget.art is Mandatart.MEDLEM for eget in egne):
        raise VaraenErMedlem
    oekt.gjelder(f"V{verksted}")
    if oekt.finn(Forfall, verksted_id=verkstedrad.id, person_id=for_person_id) is None:
        oekt.opprett(Forfall, verksted_id=verkstedrad.id, person_id=for_person_id)
    ta_bort_forfall(oekt, verkstedrad, person_id)
    if not oekt.alle(Tilstedevaerelse, verksted_id=verkstedrad.id, person_id=person_id, for_mandat_id=mandat.id):
        oekt.opprett(
            Tilstedevaerelse,
            verksted_id=verkstedrad.id,
            person_id=person_id,
            for_mandat_id=mandat.id,
            fra=fra or verkstedrad.start,
        )
    plasser = _overta(oekt, verkstedrad, person_id, for_person_id)
    return Varainnsats(liste=_liste(oekt, next(iter(egne), mandat)), for_liste=_liste(oekt, mandat), plasser=plasser)


@handling
def ta_imot_sent(oekt: Oekt, *, verksted: int, person_id: str, fra: time | None = None) -> Reparasjon | None:
    """Seat somebody who comes late where it harms least, in the rounds not held; None before anything is composed.

    `fra`: note them as present from then, where presence is kept. Raises FinnesIkke, and SkalIkkeSitte for somebody
    who is not to have a seat: a deputy must be put in for a member first.
    """
    verkstedrad = verkstedet(oekt, verksted)
    oekt.hent(Person, person_id)
    oekt.gjelder(f"V{verksted}")
    ta_bort_forfall(oekt, verkstedrad, person_id)
    if fra is not None and not oekt.alle(Tilstedevaerelse, verksted_id=verkstedrad.id, person_id=person_id):
        mandat = oekt.finn(Mandat, person_id=person_id, organ_id=verkstedrad.organ_id, art=Mandatart.MEDLEM)
        oekt.opprett(
            Tilstedevaerelse,
            verksted_id=verkstedrad.id,
            person_id=person_id,
            for_mandat_id=mandat.id if mandat else None,
            fra=fra,
        )
    rader = les_rader(oekt)
    rommet = beskriv_rommet(rader, verkstedrad)
    if person_id not in {d.person.id for d in rommet.deltakere}:
        raise SkalIkkeSitte(verksted=verksted)
    if not rommet.runder:
        return None
    numre = [runde.nummer for runde in rommet.runder if runde.nummer not in rommet.holdte]
    reparasjon = finn_plass(rommet.oppdrag_naa, rommet.runder, person=person_id, bare=numre)
    igjen = [runde for runde in reparasjon.runder if runde.nummer in numre]
    skriv_runder(oekt, verkstedrad, igjen, sekretaerer_for(rader, verkstedrad, rommet, igjen))
    return reparasjon


def ta_bort_forfall(oekt: Oekt, verksted: Verksted, person_id: str) -> bool:
    """Take away what was noted of somebody who comes after all; False when nothing was."""
    rad = oekt.finn(Forfall, verksted_id=verksted.id, person_id=person_id)
    if rad is not None:
        oekt.slett(rad)
    return rad is not None


def _overta(oekt: Oekt, verksted: Verksted, vara: str, medlem: str) -> int:
    """Give the deputy the member's seats in the rounds not held; return how many."""
    holdte = beskriv_rommet(les_rader(oekt), verksted).holdte
    antall = 0
    for inndeling in oekt.alle(Gruppeinndeling, verksted_id=verksted.id):
        plass = oekt.finn(Plass, inndeling_id=inndeling.id, person_id=medlem)
        sitter = oekt.finn(Plass, inndeling_id=inndeling.id, person_id=vara)
        if inndeling.runde in holdte or plass is None or sitter is not None:
            continue
        oekt.slett(plass)
        oekt.opprett(Plass, inndeling_id=inndeling.id, gruppe_id=plass.gruppe_id, person_id=vara)
        antall += 1
    fyll_sekretaerer(oekt, verksted)
    return antall


def _liste(oekt: Oekt, mandat: Mandat) -> str:
    liste = oekt.finn(Liste, id=mandat.liste_id) if mandat.liste_id else None
    return liste.navn if liste else ""
