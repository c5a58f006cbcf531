"""Cross-party tables composed and mended: the search runs beside the writer, and one operation stores what it found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from verksted.handlinger.feil import AlleRundeneErHoldt, IngenSomSkalSitte, ListaErEndretImens
from verksted.handlinger.gruppebestilling import Bestilling, med_bestilling, utfoer_bestilling
from verksted.handlinger.gruppelager import les_rader, rydd_bort, sekretaerer_for, skriv_runder
from verksted.handlinger.handling import handling
from verksted.handlinger.prosess import verkstedet
from verksted.kjerne.feil import FinnesIkke
from verksted.lager.spoerringer.grupper import hent_grupperader
from verksted.regler.grupper.reparer import reparer
from verksted.regler.grupper.rommet import beskriv_rommet
from verksted.regler.grupper.sett_sammen import innsats_for, sett_sammen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from verksted.lager.oekt import Oekt
    from verksted.lager.prosessfil import Prosessfil
    from verksted.modell.verksted import Verksted
    from verksted.regler.grupper.oppdrag import Inndeling, Oppdrag, Runde
    from verksted.regler.grupper.rader import Grupperader
    from verksted.regler.grupper.regelrader import Regelomtale
    from verksted.regler.grupper.reparer import Reparasjon
    from verksted.regler.grupper.rommet import Rommet
    from verksted.regler.grupper.sekretaerer import Sted

SEKUNDER: Final = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Letevalg:
    """How long to search (nominal seconds), in how many processes, and who is told and asked on the way."""

    sekunder: float = SEKUNDER
    prosesser: int = 2
    meld: Callable[[Inndeling], object] | None = None
    avbrutt: Callable[[], bool] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sammensatt:
    """What was composed: the rounds by their own numbers, who writes, and the division with its measure and bound."""

    rommet: Rommet
    oppdrag: Oppdrag
    inndeling: Inndeling
    runder: tuple[Runde, ...]
    sekretaerer: Mapping[Sted, str]


def sett_sammen_grupper(
    fil: Prosessfil,
    aktoer: str,
    *,
    verksted: int,
    bestilling: Bestilling | None = None,
    navngi: Callable[[Regelomtale], str] | None = None,
    valg: Letevalg | None = None,
) -> Sammensatt:
    """Compose the tables of every round not held and store them with the wishes behind them, as one undo.

    Nothing is held back while the search runs. Raises ListaErEndretImens when people, rules or setup became others
    meanwhile, IngenSomSkalSitte, AlleRundeneErHoldt, and what `motstrid.kontroller` raises.
    """
    bestilling = bestilling or Bestilling()
    rader, rad = _les(fil, verksted)
    sammensatt = komponer(med_bestilling(rader, rad, bestilling), rad, navngi=navngi, valg=valg or Letevalg())
    fil.utfoer(lagre_grupper, aktoer, verksted=verksted, bestilling=bestilling, sammensatt=sammensatt, navngi=navngi)
    return sammensatt


def komponer(
    rader: Grupperader,
    verksted: Verksted,
    *,
    navngi: Callable[[Regelomtale], str] | None = None,
    valg: Letevalg,
) -> Sammensatt:
    """Return the best tables found for the rounds not held (raises as `sett_sammen_grupper`)."""
    rommet = beskriv_rommet(rader, verksted, navngi)
    oppdrag, numre = rommet.oppdrag_som_gjenstaar()
    if not rommet.deltakere:
        raise IngenSomSkalSitte(verksted=verksted.nummer)
    if not numre:
        raise AlleRundeneErHoldt(verksted=verksted.nummer)
    inndeling = sett_sammen(
        oppdrag,
        innsats=innsats_for(valg.sekunder, oppdrag),
        prosesser=valg.prosesser,
        meld=valg.meld,
        avbrutt=valg.avbrutt,
    )
    runder = tuple(replace(runde, nummer=nr) for runde, nr in zip(inndeling.runder, numre, strict=True))
    return Sammensatt(
        rommet=rommet,
        oppdrag=oppdrag,
        inndeling=inndeling,
        runder=runder,
        sekretaerer=sekretaerer_for(rader, verksted, rommet, runder),
    )


@handling
def lagre_grupper(
    oekt: Oekt,
    *,
    verksted: int,
    bestilling: Bestilling,
    sammensatt: Sammensatt,
    navngi: Callable[[Regelomtale], str] | None = None,
) -> int:
    """Store tables that were composed for the file as it is now; return how many rounds (raises ListaErEndretImens)."""
    rad = verkstedet(oekt, verksted)
    utfoer_bestilling(oekt, rad, bestilling)
    rommet = beskriv_rommet(les_rader(oekt), rad, navngi)
    oppdrag, numre = rommet.oppdrag_som_gjenstaar()
    if oppdrag != sammensatt.oppdrag or numre != tuple(runde.nummer for runde in sammensatt.runder):
        raise ListaErEndretImens(verksted=verksted)
    skriv_runder(oekt, rad, sammensatt.runder, sammensatt.sekretaerer, froe=oppdrag.froe)
    rydd_bort(oekt, rad, antall_bord=oppdrag.antall_bord, runder=rommet.oppdrag.runder, holdte=rommet.holdte.keys())
    return len(sammensatt.runder)


def reparer_gruppene(
    fil: Prosessfil, aktoer: str, *, verksted: int, navngi: Callable[[Regelomtale], str] | None = None
) -> Reparasjon:
    """Mend the rounds not held with the fewest moves, so that all who are here have a seat; as one undo.

    Raises as `sett_sammen_grupper`, and FinnesIkke when nothing is composed yet.
    """
    rader, rad = _les(fil, verksted)
    rommet = beskriv_rommet(rader, rad, navngi)
    reparasjon = finn_reparasjon(rommet, rad)
    igjen = tuple(runde for runde in reparasjon.runder if runde.nummer not in rommet.holdte)
    fil.utfoer(
        lagre_reparasjon,
        aktoer,
        verksted=verksted,
        ventet=rommet,
        runder=igjen,
        sekretaerer=sekretaerer_for(rader, rad, rommet, igjen),
        navngi=navngi,
    )
    return reparasjon


def finn_reparasjon(rommet: Rommet, verksted: Verksted) -> Reparasjon:
    """Return how the tables would be mended, before anybody is moved (raises as `reparer_gruppene`)."""
    if not rommet.runder:
        raise FinnesIkke(hva="gruppeinndeling", kode="")
    if not rommet.deltakere:
        raise IngenSomSkalSitte(verksted=verksted.nummer)
    igjen = [runde.nummer for runde in rommet.runder if runde.nummer not in rommet.holdte]
    if not igjen:
        raise AlleRundeneErHoldt(verksted=verksted.nummer)
    return reparer(rommet.oppdrag_naa, rommet.runder, bare=igjen)


@handling
def lagre_reparasjon(
    oekt: Oekt,
    *,
    verksted: int,
    ventet: Rommet,
    runder: tuple[Runde, ...],
    sekretaerer: Mapping[Sted, str],
    navngi: Callable[[Regelomtale], str] | None = None,
) -> int:
    """Store mended tables if all is as it was; return how many rounds (raises ListaErEndretImens)."""
    rad = verkstedet(oekt, verksted)
    oekt.gjelder(f"V{verksted}")
    rommet = beskriv_rommet(les_rader(oekt), rad, navngi)
    if (rommet.oppdrag, rommet.runder, rommet.holdte) != (ventet.oppdrag, ventet.runder, ventet.holdte):
        raise ListaErEndretImens(verksted=verksted)
    skriv_runder(oekt, rad, runder, sekretaerer)
    return len(runder)


def _les(fil: Prosessfil, verksted: int) -> tuple[Grupperader, Verksted]:
    """Read what decides the tables, and let the file go (raises FinnesIkke)."""
    with fil.les() as sesjon:
        rader = hent_grupperader(sesjon)
    rad = next((v for v in rader.verksted if v.nummer == verksted), None)
    if rad is None:
        raise FinnesIkke(hva="verksted", kode=str(verksted))
    return rader, rad
