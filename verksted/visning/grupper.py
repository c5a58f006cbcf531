"""The tables of one workshop, for page and print: who sits where in each round, and how good the division is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from verksted.kjerne.feil import FinnesIkke, KjentFeil
from verksted.regler.alfabet import navneorden
from verksted.regler.grupper.deltakere import alle_deltakere
from verksted.regler.grupper.grense import beregn_grense
from verksted.regler.grupper.maal import beregn_maal, brutte_regler
from verksted.regler.grupper.motstrid import kontroller
from verksted.regler.grupper.oppdrag import Maaltall
from verksted.regler.grupper.regelrader import Regelbygger
from verksted.regler.grupper.rommet import beskriv_rommet
from verksted.regler.grupper.sekretaerer import finn_sekretaer
from verksted.visning.grupperader import grupperader

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, time

    from verksted.kjerne.tekster import Maalform
    from verksted.modell.deltaker import Gruppe, Gruppeinndeling, Plass
    from verksted.modell.prosess import Prosess
    from verksted.modell.verksted import Verksted
    from verksted.regler.grupper.deltakere import Deltaker
    from verksted.regler.grupper.oppdrag import Oppdrag
    from verksted.regler.grupper.rader import Grupperader
    from verksted.regler.grupper.rommet import Rommet
    from verksted.visning.grunnlag import Grunnlag


@dataclass(frozen=True, slots=True, kw_only=True)
class Plassvisning:
    """One person at a table. `vara_for` is the member's name; `forfall`: has said that they will not come."""

    person_id: str
    navn: str
    liste: str
    listekode: str
    verv: str
    sekretaer: bool = False
    laast: bool = False
    vara_for: str = ""
    forfall: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bordvisning:
    """One table in one round, in the order of the council list; `sekretaer` is a name, empty where nobody writes."""

    nummer: int
    navn: str
    plasser: tuple[Plassvisning, ...]
    sekretaer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rundevisning:
    """All tables of one round, by number; `programpost` is the block's title; `holdt` when it is known who met."""

    nummer: int
    bord: tuple[Bordvisning, ...]
    programpost: str = ""
    holdt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdivisning:
    """How many have one value of an attribute, the fair share at each table, and how many sit there (round, table)."""

    verdi: str
    antall: int
    minst: int
    mest: int
    ved_bordene: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Egenskapsvisning:
    """One attribute the tables are balanced on: seats out of balance, what nobody can get below, the counts.

    `egenskap` is a key (`parti`, `kjoenn` …; texts `grupper.egenskap.*`).
    """

    egenskap: str
    avvik: int
    nedre_grense: int
    verdier: tuple[Verdivisning, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gjentaksvisning:
    """Two who meet more than once: so many times now, so many times in earlier workshops of the process."""

    en: str
    annen: str
    antall: int
    tidligere: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grupperegelvisning:
    """One hard rule: its kind and whom it is about; `brutt` when the tables do not keep it now."""

    regel_id: str
    art: str
    personer: tuple[str, ...]
    bord: int | None
    runde: int | None
    verv: str
    brutt: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Gruppevisning:
    """The tables of a workshop. `best_mulig` only when it is proven that nothing better can be found.

    `uten_plass` should sit but do not; `forfall` will not come. `runder` is empty before anything is composed.
    """

    prosess: str
    kommune: str
    maalform: Maalform
    verksted: int
    tittel: str
    dato: date | None
    sted: str
    start: time
    runder: tuple[Rundevisning, ...]
    egenskaper: tuple[Egenskapsvisning, ...]
    gjentak: int
    nedre_grense_gjentak: int
    best_mulig: bool
    par: tuple[Gjentaksvisning, ...]
    regler: tuple[Grupperegelvisning, ...]
    uten_plass: tuple[Plassvisning, ...]
    forfall: tuple[Plassvisning, ...]


def bygg_grupper(grunnlag: Grunnlag, verksted: int) -> Gruppevisning:
    """Return the tables of workshop number so-and-so (raises FinnesIkke)."""
    rad = next((v for v in grunnlag.verksted if v.nummer == verksted), None)
    if rad is None:
        raise FinnesIkke(hva="verksted", kode=str(verksted))
    poster = {post.id: post.tittel for post in grunnlag.programpost}
    return bygg_grupper_av_rader(grupperader(grunnlag), rad, grunnlag.prosess, poster=poster)


def bygg_grupper_av_rader(
    rader: Grupperader, verksted: Verksted, prosess: Prosess, *, poster: Mapping[str, str] | None = None
) -> Gruppevisning:
    """Return the tables of a workshop from rows, saved or not; `poster` is block → title."""
    rommet = beskriv_rommet(rader, verksted)
    bygger = _Bygger(rader, verksted, rommet, poster or {})
    oppdrag = rommet.oppdrag_naa
    maal = beregn_maal(oppdrag, rommet.runder)
    grense, gyldig = _grense(oppdrag, rommet)
    regler = bygger.regler()
    return Gruppevisning(
        prosess=prosess.navn,
        kommune=prosess.kommune,
        maalform=prosess.maalform,
        verksted=verksted.nummer,
        tittel=verksted.tittel,
        dato=verksted.dato,
        sted=verksted.sted,
        start=verksted.start,
        runder=bygger.runder(),
        egenskaper=tuple(
            Egenskapsvisning(
                egenskap=navn, avvik=avvik, nedre_grense=lavest, verdier=bygger.verdier(navn, oppdrag.antall_bord)
            )
            for (navn, avvik), (_, lavest) in zip(maal.avvik, grense.avvik, strict=True)
        ),
        gjentak=maal.gjentak,
        nedre_grense_gjentak=grense.gjentak,
        best_mulig=gyldig and maal.rang[:-1] == grense.rang[:-1],
        par=bygger.par(),
        regler=regler,
        uten_plass=tuple(bygger.plass(d) for d in rommet.uten_plass),
        forfall=bygger.forfall(),
    )


def _grense(oppdrag: Oppdrag, rommet: Rommet) -> tuple[Maaltall, bool]:
    """Return what nothing can get below, and whether these tables are such as the composer would make at all."""
    ingenting = Maaltall(tuple((navn, 0) for navn in oppdrag.balanser), 0)
    try:
        kontroller(oppdrag)
    except KjentFeil:  # people or rules are others than when the tables were made: nothing is proven then
        return ingenting, False
    stoerrelser = [[len(bord.personer) for bord in runde.bord] for runde in rommet.runder]
    jevne = bool(stoerrelser) and all(max(antall) - min(antall) <= 1 for antall in stoerrelser)
    hele = not rommet.uten_plass and len(rommet.runder) == oppdrag.runder
    return beregn_grense(oppdrag), jevne and hele and not brutte_regler(oppdrag, rommet.runder)


class _Bygger:
    """Looks up the names behind the ids of one workshop's tables."""

    def __init__(self, rader: Grupperader, verksted: Verksted, rommet: Rommet, poster: Mapping[str, str]) -> None:
        self._rader, self._verksted, self._rommet, self._poster = rader, verksted, rommet, poster
        self._navn = {person.id: person.navn for person in rader.person}
        self._alle = {d.person.id: d for d in alle_deltakere(rader, verksted)}
        self._sittende = {d.person.id: nr for nr, d in enumerate(rommet.deltakere)}

    def plass(self, deltaker: Deltaker, rad: Plass | None = None, *, sekretaer: bool = False) -> Plassvisning:
        """Return somebody as they are shown at a table, or beside it."""
        for_hvem = deltaker.paa_mandat if deltaker.er_vara else None
        return Plassvisning(
            person_id=deltaker.person.id,
            navn=deltaker.person.navn,
            liste=deltaker.liste.navn if deltaker.liste else "",
            listekode=deltaker.liste.kode if deltaker.liste else "",
            verv=(deltaker.mandat.verv or "") if deltaker.mandat else "",
            sekretaer=sekretaer,
            laast=rad is not None and rad.laast,
            vara_for=self._navn.get(for_hvem.person_id, "") if for_hvem else "",
        )

    def runder(self) -> tuple[Rundevisning, ...]:
        """Return the rounds; one that was held keeps those who have left since."""
        grupper = sorted((g for g in self._rader.gruppe if g.verksted_id == self._verksted.id), key=lambda g: g.nummer)
        siste = max((len(runde.bord) for runde in self._rommet.runder), default=0)
        inndelinger = [i for i in self._rader.gruppeinndeling if i.verksted_id == self._verksted.id]
        return tuple(
            Rundevisning(
                nummer=inndeling.runde,
                bord=tuple(self._bordet(inndeling, gruppe) for gruppe in grupper[:siste]),
                programpost=self._poster.get(inndeling.programpost_id or "", ""),
                holdt=inndeling.runde in self._rommet.holdte,
            )
            for inndeling in sorted(inndelinger, key=lambda i: i.runde)
        )

    def _bordet(self, inndeling: Gruppeinndeling, gruppe: Gruppe) -> Bordvisning:
        holdt = inndeling.runde in self._rommet.holdte
        rader = [p for p in self._rader.plass if (p.inndeling_id, p.gruppe_id) == (inndeling.id, gruppe.id)]
        her = [p for p in rader if p.person_id in self._alle and (holdt or p.person_id in self._sittende)]
        skriver = finn_sekretaer(gruppe, her)
        rekka = {person_id: nr for nr, person_id in enumerate(self._alle)}
        return Bordvisning(
            nummer=gruppe.nummer,
            navn=gruppe.navn,
            plasser=tuple(
                self.plass(self._alle[p.person_id], p, sekretaer=p.person_id == skriver)
                for p in sorted(her, key=lambda p: rekka[p.person_id])
            ),
            sekretaer=self._navn.get(skriver or "", ""),
        )

    def verdier(self, egenskap: str, bord: int) -> tuple[Verdivisning, ...]:
        """Return each value of an attribute, the most common first."""
        av = {s.id: s.egenskaper.get(egenskap) for s in self._rommet.oppdrag.personer}
        antall = Counter(verdi for verdi in av.values() if verdi)
        return tuple(
            Verdivisning(
                verdi=verdi,
                antall=folk,
                minst=folk // max(1, bord),
                mest=-(-folk // max(1, bord)),
                ved_bordene=tuple(
                    tuple(sum(av.get(p) == verdi for p in b.personer) for b in runde.bord)
                    for runde in self._rommet.runder
                ),
            )
            for verdi, folk in sorted(antall.items(), key=lambda del_: (-del_[1], navneorden(del_[0])))
        )

    def par(self) -> tuple[Gjentaksvisning, ...]:
        """Return those who meet more than once, the most often first, by name."""
        naa = Counter(par for runde in self._rommet.runder for par in runde.par())
        foer = self._rommet.oppdrag.tidligere
        rader = [
            Gjentaksvisning(en=navn[0], annen=navn[1], antall=antall, tidligere=foer.get((en, annen), 0))
            for (en, annen), antall in naa.items()
            if antall + foer.get((en, annen), 0) > 1
            and (navn := sorted((self._navn[en], self._navn[annen]), key=navneorden))
        ]
        return tuple(sorted(rader, key=lambda r: (-r.antall - r.tidligere, navneorden(r.en), navneorden(r.annen))))

    def regler(self) -> tuple[Grupperegelvisning, ...]:
        """Return the user's own rules, and whether the tables break them."""
        bygger = Regelbygger(self._rader, self._verksted, self._rommet.deltakere, None)
        rader = []
        for regel in self._rader.grupperegel:
            if regel.verksted_id == self._verksted.id:
                om = [p.person_id for p in self._rader.grupperegel_person if p.regel_id == regel.id]
                egne = replace(self._rommet.oppdrag, regler=tuple(bygger.av_raden(regel)))
                rader.append(
                    Grupperegelvisning(
                        regel_id=regel.id,
                        art=str(regel.art),
                        personer=tuple(sorted((self._navn.get(p, "") for p in om), key=navneorden)),
                        bord=regel.bord,
                        runde=regel.runde,
                        verv=regel.verv or "",
                        brutt=bool(brutte_regler(egne, self._rommet.runder)),
                    )
                )
        return tuple(sorted(rader, key=lambda r: (r.art, r.personer, r.bord or 0, r.verv)))

    def forfall(self) -> tuple[Plassvisning, ...]:
        """Return those who have said that they will not come, in the order of the list."""
        borte = {f.person_id for f in self._rader.forfall if f.verksted_id == self._verksted.id}
        return tuple(replace(self.plass(d), forfall=True) for p, d in self._alle.items() if p in borte)
