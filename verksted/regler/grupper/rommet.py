"""From rows to a commission: who is to sit, what is known of them, which rules hold, who has met before."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from verksted.regler.grupper.deltakere import hvem_skal_sitte
from verksted.regler.grupper.egenskaper import EGENSKAPER, egenskaper_av
from verksted.regler.grupper.oppdrag import Bord, FastPlass, Oppdrag, Runde, Sittende, antall_bord_for
from verksted.regler.grupper.regelrader import Regelbygger
from verksted.regler.grupper.sekretaerer import finn_sekretaer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from verksted.modell.deltaker import Gruppe, Gruppeinndeling, Gruppeoppsett, Plass
    from verksted.modell.verksted import Verksted
    from verksted.regler.grupper.deltakere import Deltaker
    from verksted.regler.grupper.rader import Grupperader
    from verksted.regler.grupper.regelrader import Regelomtale

Par = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rommet:
    """One workshop's people and tables.

    `oppdrag` is what the setup asks for, in all rounds; `runder` are the tables as they are now, with those who are to
    sit and who writes; `holdte` is round → the pairs that met, for the rounds where that is known.
    """

    deltakere: tuple[Deltaker, ...]
    oppdrag: Oppdrag
    runder: tuple[Runde, ...]
    holdte: Mapping[int, tuple[Par, ...]]

    @property
    def oppdrag_naa(self) -> Oppdrag:
        """The commission that the tables as they are would answer: as many tables, as many rounds."""
        bord = max((len(runde.bord) for runde in self.runder), default=self.oppdrag.antall_bord)
        runder = max((runde.nummer for runde in self.runder), default=self.oppdrag.runder)
        return replace(self.oppdrag, antall_bord=bord, runder=runder)

    @property
    def uten_plass(self) -> tuple[Deltaker, ...]:
        """Those who are to sit and lack a seat in a round that is not held."""
        igjen = [runde for runde in self.runder if runde.nummer not in self.holdte]
        sitter = [{p for bord in runde.bord for p in bord.personer} for runde in igjen]
        return tuple(d for d in self.deltakere if any(d.person.id not in her for her in sitter))

    def oppdrag_som_gjenstaar(self) -> tuple[Oppdrag, tuple[int, ...]]:
        """Return the commission for the rounds not held, and their numbers; those held are meetings of the past."""
        numre = tuple(nr for nr in range(1, self.oppdrag.runder + 1) if nr not in self.holdte)
        foer = Counter(self.oppdrag.tidligere)
        for parene in self.holdte.values():
            foer.update(parene)
        ny = {nummer: plass for plass, nummer in enumerate(numre, start=1)}
        regler = tuple(
            replace(regel, runde=ny[regel.runde]) if isinstance(regel, FastPlass) and regel.runde else regel
            for regel in self.oppdrag.regler
            if not (isinstance(regel, FastPlass) and regel.runde and regel.runde not in ny)
        )
        return replace(self.oppdrag, runder=len(numre), regler=regler, tidligere=dict(foer)), numre


def beskriv_rommet(
    rader: Grupperader, verksted: Verksted, navngi: Callable[[Regelomtale], str] | None = None
) -> Rommet:
    """Return who is to sit in a workshop, under which rules, and how they sit now."""
    oppsett = next((o for o in rader.gruppeoppsett if o.verksted_id == verksted.id), None)
    deltakere = hvem_skal_sitte(rader, verksted, alle_i_rommet=oppsett is not None and oppsett.alle_i_rommet)
    aar = _aaret(rader, verksted)
    sittende = tuple(Sittende(d.person.id, egenskaper_av(d.person, d.mandat, d.liste, aar=aar)) for d in deltakere)
    inndelinger = {i.id: i for i in rader.gruppeinndeling if i.verksted_id == verksted.id}
    bordene = {g.id: g for g in rader.gruppe if g.verksted_id == verksted.id}
    plasser = [p for p in rader.plass if p.inndeling_id in inndelinger]
    antall = _antall_bord(oppsett, len(deltakere), len(bordene))
    oppdrag = Oppdrag(
        personer=sittende,
        antall_bord=antall,
        runder=oppsett.runder if oppsett else max((i.runde for i in inndelinger.values()), default=1),
        balanser=_balanser(oppsett, sittende),
        regler=Regelbygger(rader, verksted, deltakere, navngi).regler(
            bordene, inndelinger, plasser, antall_bord=antall
        ),
        tidligere=_tidligere(rader, verksted),
        froe=oppsett.froe if oppsett else 0,
    )
    return Rommet(
        deltakere=deltakere,
        oppdrag=oppdrag,
        runder=_runder(inndelinger, bordene, plasser, [d.person.id for d in deltakere]),
        holdte=_holdte(rader, inndelinger),
    )


def _antall_bord(oppsett: Gruppeoppsett | None, personer: int, oppsatte: int) -> int:
    if oppsett is not None and oppsett.antall_bord is not None:
        return oppsett.antall_bord
    if oppsett is not None and oppsett.stoerrelse is not None:
        return antall_bord_for(personer, oppsett.stoerrelse)
    return oppsatte


def _balanser(oppsett: Gruppeoppsett | None, sittende: tuple[Sittende, ...]) -> tuple[str, ...]:
    """Return what to balance: what the user chose, or else everything the list knows of somebody."""
    if oppsett is not None and oppsett.balanser:
        return tuple(oppsett.balanser)
    return tuple(navn for navn in EGENSKAPER if any(s.egenskaper[navn] for s in sittende))


def _aaret(rader: Grupperader, verksted: Verksted) -> int:
    """Return the year ages are reckoned in: the workshop's, another's, or when the youngest may first be elected."""
    if verksted.dato is not None:
        return verksted.dato.year
    aar = [v.dato.year for v in rader.verksted if v.dato]
    return max(aar, default=max((p.foedselsaar for p in rader.person if p.foedselsaar), default=0) + 18)


def _runder(
    inndelinger: Mapping[str, Gruppeinndeling],
    bordene: Mapping[str, Gruppe],
    plasser: list[Plass],
    rekka: list[str],
) -> tuple[Runde, ...]:
    """Return the tables as they are, from number 1 to the last where somebody sits in any round."""
    nummer = {person_id: nr for nr, person_id in enumerate(rekka)}
    siste = max((bordene[p.gruppe_id].nummer for p in plasser), default=0)
    alle = sorted((g for g in bordene.values() if g.nummer <= siste), key=lambda g: g.nummer)
    runder = []
    for inndeling in sorted(inndelinger.values(), key=lambda i: i.runde):
        ved: dict[str, list[Plass]] = {gruppe.id: [] for gruppe in alle}
        for plass in plasser:
            if plass.inndeling_id == inndeling.id and plass.person_id in nummer:
                ved[plass.gruppe_id].append(plass)
        runder.append(
            Runde(
                inndeling.runde,
                tuple(
                    Bord(
                        gruppe.nummer,
                        tuple(sorted((p.person_id for p in ved[gruppe.id]), key=nummer.__getitem__)),
                        finn_sekretaer(gruppe, ved[gruppe.id]),
                    )
                    for gruppe in alle
                ),
            )
        )
    return tuple(runder)


def _holdte(rader: Grupperader, inndelinger: Mapping[str, Gruppeinndeling]) -> dict[int, tuple[Par, ...]]:
    holdte: dict[int, list[Par]] = {}
    for par in rader.parmoete:
        if par.inndeling_id in inndelinger:
            runden = holdte.setdefault(inndelinger[par.inndeling_id].runde, [])
            runden.append((par.person_id, par.annen_person_id))
    return {runde: tuple(sorted(parene)) for runde, parene in holdte.items()}


def _tidligere(rader: Grupperader, verksted: Verksted) -> dict[Par, int]:
    """Return who met in earlier workshops: as noted, or as planned less the absent where nothing is noted yet."""
    moett: Counter[Par] = Counter()
    tidligere = {v.id for v in rader.verksted if v.nummer < verksted.nummer}
    foer = {i.id: i for i in rader.gruppeinndeling if i.verksted_id in tidligere}
    notert = {par.inndeling_id for par in rader.parmoete}
    moett.update(
        (min(par.person_id, par.annen_person_id), max(par.person_id, par.annen_person_id))
        for par in rader.parmoete
        if par.inndeling_id in foer
    )
    borte = {(f.verksted_id, f.person_id) for f in rader.forfall}
    ved: dict[tuple[str, str], list[str]] = {}
    for plass in rader.plass:
        inndeling = foer.get(plass.inndeling_id)
        if inndeling is None or inndeling.id in notert or (inndeling.verksted_id, plass.person_id) in borte:
            continue
        ved.setdefault((inndeling.id, plass.gruppe_id), []).append(plass.person_id)
    for personer in ved.values():
        moett.update(combinations(sorted(personer), 2))
    return dict(moett)
