"""Everything the page of the tables shows of one workshop: the tables, how they are to be made, and who is away."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from verksted.regler.grupper.deltakere import alle_deltakere
from verksted.regler.grupper.egenskaper import EGENSKAPER
from verksted.regler.grupper.oppdrag import antall_bord_for
from verksted.regler.grupper.rommet import beskriv_rommet
from verksted.visning.grupper import Bordvisning, Plassvisning, Rundevisning, bygg_grupper_av_rader

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from verksted.modell.prosess import Prosess
    from verksted.modell.verksted import Verksted
    from verksted.regler.grupper.deltakere import Deltaker
    from verksted.regler.grupper.oppdrag import Runde
    from verksted.regler.grupper.rader import Grupperader
    from verksted.regler.grupper.regelrader import Regelomtale
    from verksted.regler.grupper.rommet import Rommet
    from verksted.visning.grupper import Gruppevisning

VANLIG_STOERRELSE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Verkstedvalg:
    """One workshop to choose."""

    nummer: int
    tittel: str
    dato: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Oppsettvisning:
    """How the tables are to be made. `stoerrelse` is None where a number of tables is asked for.

    `balanser` are attribute keys in order; `av` those the list knows of that are switched off; `bestilt` says whether
    anybody has asked for a number or a size yet.
    """

    antall_bord: int
    stoerrelse: int | None
    runder: int
    balanser: tuple[str, ...]
    av: tuple[str, ...]
    alle_i_rommet: bool
    froe: int
    bestilt: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Gruppesidevisning:
    """`deltakere` are those to be seated; `varaer` deputies who do not sit; `erstatter` is the absent → their deputy.

    `andre` is how many of those to be seated are not elected; `lister` the codes in the order of the lists.
    """

    verksteder: tuple[Verkstedvalg, ...]
    verkstedrad: Verksted
    grupper: Gruppevisning
    rommet: Rommet
    oppsett: Oppsettvisning
    deltakere: tuple[Plassvisning, ...]
    varaer: tuple[Plassvisning, ...]
    erstatter: Mapping[str, Plassvisning] = field(default_factory=dict)
    andre: int = 0
    lister: tuple[str, ...] = ()
    verv: tuple[str, ...] = ()


def bygg_gruppeside(
    rader: Grupperader,
    prosess: Prosess,
    poster: Mapping[str, str],
    verksted: int,
    navngi: Callable[[Regelomtale], str],
) -> Gruppesidevisning | None:
    """Return the page of a workshop, or of the nearest there is; None where the process has none."""
    rekka = sorted(rader.verksted, key=lambda v: v.nummer)
    if not rekka:
        return None
    rad = next((v for v in rekka if v.nummer == verksted), rekka[0])
    rommet = beskriv_rommet(rader, rad, navngi)
    navn = {p.id: p.navn for p in rader.person}
    sittende = {d.person.id for d in rommet.deltakere}
    alle = tuple(alle_deltakere(rader, rad))
    borte = {f.person_id for f in rader.forfall if f.verksted_id == rad.id}
    return Gruppesidevisning(
        verksteder=tuple(Verkstedvalg(nummer=v.nummer, tittel=v.tittel, dato=v.dato) for v in rekka),
        verkstedrad=rad,
        grupper=bygg_grupper_av_rader(rader, rad, prosess, poster=poster),
        rommet=rommet,
        oppsett=_oppsett(rader, rad, rommet),
        deltakere=tuple(_plass(d, navn) for d in rommet.deltakere),
        varaer=tuple(_plass(d, navn) for d in alle if d.person.id not in sittende | borte and _er_vara(d)),
        erstatter={
            d.paa_mandat.person_id: _plass(d, navn)
            for d in alle
            if d.paa_mandat is not None and d.er_vara and d.person.id in sittende
        },
        andre=sum(not d.folkevalgt for d in rommet.deltakere),
        lister=tuple(liste.kode for liste in sorted(rader.liste, key=lambda li: (li.rekkefoelge, li.navn))),
        verv=tuple(dict.fromkeys(d.mandat.verv for d in rommet.deltakere if d.mandat and d.mandat.verv)),
    )


def med_runder(visning: Gruppesidevisning, runder: Sequence[Runde]) -> tuple[Rundevisning, ...]:
    """Return the rounds as they would be shown if these were the tables; locks stay, secretaries are not chosen yet."""
    folk = {p.person_id: p for p in visning.deltakere}
    laast = {
        (runde.nummer, p.person_id)
        for runde in visning.grupper.runder
        for b in runde.bord
        for p in b.plasser
        if p.laast
    }
    nye = {
        runde.nummer: Rundevisning(
            nummer=runde.nummer,
            bord=tuple(
                Bordvisning(
                    nummer=bord.nummer,
                    navn="",
                    plasser=tuple(
                        replace(folk[p], laast=(runde.nummer, p) in laast) for p in bord.personer if p in folk
                    ),
                )
                for bord in runde.bord
            ),
        )
        for runde in runder
    }
    gamle = {runde.nummer: runde for runde in visning.grupper.runder}
    return tuple((gamle | nye)[nummer] for nummer in sorted(gamle.keys() | nye))


def med_flyttede(runde: Rundevisning, nye: Mapping[str, int]) -> Rundevisning:
    """Return a round with some people at other tables, before the file says so."""
    flyttes = {p.person_id: p for b in runde.bord for p in b.plasser if nye.get(p.person_id, b.nummer) != b.nummer}
    return replace(
        runde,
        bord=tuple(
            replace(
                bord,
                plasser=(
                    *(p for p in bord.plasser if p.person_id not in flyttes),
                    *(replace(p, laast=False) for p in flyttes.values() if nye[p.person_id] == bord.nummer),
                ),
            )
            for bord in runde.bord
        ),
    )


def _oppsett(rader: Grupperader, verksted: Verksted, rommet: Rommet) -> Oppsettvisning:
    rad = next((o for o in rader.gruppeoppsett if o.verksted_id == verksted.id), None)
    bestilt = rommet.oppdrag.antall_bord > 0
    stoerrelse = rad.stoerrelse if rad and rad.antall_bord is None else None
    kjente = [e for e in EGENSKAPER if any(s.egenskaper.get(e) for s in rommet.oppdrag.personer)]
    return Oppsettvisning(
        antall_bord=rommet.oppdrag.antall_bord or antall_bord_for(len(rommet.deltakere), VANLIG_STOERRELSE),
        stoerrelse=stoerrelse if bestilt else VANLIG_STOERRELSE,
        runder=rommet.oppdrag.runder,
        balanser=rommet.oppdrag.balanser,
        av=tuple(e for e in kjente if e not in rommet.oppdrag.balanser),
        alle_i_rommet=rad is not None and rad.alle_i_rommet,
        froe=rommet.oppdrag.froe,
        bestilt=bestilt,
    )


def _er_vara(deltaker: Deltaker) -> bool:
    return deltaker.mandat is not None and str(deltaker.mandat.art) == "vara"


def _plass(deltaker: Deltaker, navn: Mapping[str, str]) -> Plassvisning:
    for_hvem = deltaker.paa_mandat if deltaker.er_vara else None
    return Plassvisning(
        person_id=deltaker.person.id,
        navn=deltaker.person.navn,
        liste=deltaker.liste.navn if deltaker.liste else "",
        listekode=deltaker.liste.kode if deltaker.liste else "",
        verv=(deltaker.mandat.verv or "") if deltaker.mandat else "",
        vara_for=navn.get(for_hvem.person_id, "") if for_hvem else "",
    )
