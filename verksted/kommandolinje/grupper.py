"""`verksted grupper FIL --verksted N …` and `verksted grupper --liste FIL.csv …`: tables across the parties."""

from __future__ import annotations

import json
import signal
import threading
from contextlib import contextmanager
from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING

from verksted.handlinger.filer import Innlest
from verksted.handlinger.gruppebestilling import Bestilling, NyRegel, med_bestilling
from verksted.handlinger.grupper import Letevalg, komponer, sett_sammen_grupper
from verksted.handlinger.raadsliste import finn_person, les_raadsliste, med_plasser, rader_av_lista
from verksted.kommandolinje.aapne import AKTOER, aapnet
from verksted.lager.spoerringer.grunnlag import hent_grunnlag
from verksted.lager.spoerringer.grupper import hent_grupperader
from verksted.modell.ordene import Grupperegelart
from verksted.visning.grupper import bygg_grupper, bygg_grupper_av_rader
from verksted.visning.gruppetekst import gruppelinjer, grupper_som_json
from verksted.visning.regelord import regelord

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from verksted.handlinger.grupper import Sammensatt
    from verksted.kommandolinje.omgivelser import Omgivelser
    from verksted.modell.deltaker import Person
    from verksted.regler.grupper.oppdrag import Inndeling
    from verksted.visning.grupper import Gruppevisning


def kjoer(argumenter: Namespace, omgivelser: Omgivelser) -> int:
    """Compose the tables and print them; Ctrl+C takes the best so far."""
    if (argumenter.fil is None) == (argumenter.liste is None):
        omgivelser.klag(omgivelser.tekster("kommandolinje.grupper.fil_eller_liste"))
        return 2
    if argumenter.fil is not None and argumenter.verksted is None:
        omgivelser.klag(omgivelser.tekster("kommandolinje.grupper.mangler_verksted"))
        return 2
    if argumenter.liste is not None and argumenter.antall is None and argumenter.stoerrelse is None:
        omgivelser.klag(omgivelser.tekster("kommandolinje.grupper.mangler_antall"))
        return 2
    visning, maaling = (
        _i_fila(argumenter, omgivelser) if argumenter.fil is not None else _av_lista(argumenter, omgivelser)
    )
    if argumenter.json:
        omgivelser.si(json.dumps({**grupper_som_json(visning), **maaling}, ensure_ascii=False, indent=2))
        return 0
    for linje in gruppelinjer(visning, omgivelser.tekster):
        omgivelser.si(linje)
    return 0


def _i_fila(argumenter: Namespace, omgivelser: Omgivelser) -> tuple[Gruppevisning, dict[str, object]]:
    with aapnet(argumenter.fil, omgivelser) as fil:
        with fil.les() as sesjon:
            personer = hent_grupperader(sesjon).person
        with _leting(argumenter, omgivelser) as leting:
            sammensatt = sett_sammen_grupper(
                fil,
                AKTOER,
                verksted=argumenter.verksted,
                bestilling=_bestilling(argumenter, personer),
                navngi=regelord(omgivelser.tekster),
                valg=leting.valg,
            )
        with fil.les() as sesjon:
            visning = bygg_grupper(hent_grunnlag(sesjon), argumenter.verksted)
    _si_merknader(sammensatt, omgivelser)
    return visning, leting.maaling(sammensatt)


def _av_lista(argumenter: Namespace, omgivelser: Omgivelser) -> tuple[Gruppevisning, dict[str, object]]:
    lest, problemer = les_raadsliste(argumenter.liste, omgivelser.innlesere["deltakere"]())
    for setning in Innlest(argumenter.liste.name, len(lest.deltakere), problemer).setninger(omgivelser.tekster):
        omgivelser.klag(setning)
    rader, verksted, prosess = rader_av_lista(
        lest,
        navn=argumenter.liste.stem,
        maalform=omgivelser.tekster.maalform,
        naa=omgivelser.klokke.naa(),
        alle_i_rommet=bool(argumenter.alle),
    )
    rader = med_bestilling(rader, verksted, _bestilling(argumenter, rader.person))
    with _leting(argumenter, omgivelser) as leting:
        sammensatt = komponer(rader, verksted, navngi=regelord(omgivelser.tekster), valg=leting.valg)
    _si_merknader(sammensatt, omgivelser)
    visning = bygg_grupper_av_rader(med_plasser(rader, verksted, sammensatt), verksted, prosess)
    return replace(visning, verksted=0), leting.maaling(sammensatt)


def _bestilling(argumenter: Namespace, personer: Sequence[Person]) -> Bestilling:
    """Return what was asked for (raises FinnesIkke, FlereHeterDet for names, UkjentEgenskap)."""

    def id_er(navnene: str) -> tuple[str, ...]:
        return tuple(finn_person(personer, navn) for navn in navnene.split(";") if navn.strip())

    regler = [NyRegel(art=Grupperegelart.SAMMEN, personer=id_er(navn)) for navn in argumenter.sammen]
    regler += [NyRegel(art=Grupperegelart.HVER_FOR_SEG, personer=id_er(navn)) for navn in argumenter.hver_for_seg]
    regler += [NyRegel(art=Grupperegelart.EN_PER_BORD, verv=verv) for verv in argumenter.en_per_bord]
    for art, steder in (
        (Grupperegelart.BORD, argumenter.laas),
        (Grupperegelart.SEKRETAER, argumenter.sekretaer),
    ):
        regler += [NyRegel(art=art, personer=(finn_person(personer, navn),), bord=bord) for navn, bord in steder]
    return Bestilling(
        antall_bord=argumenter.antall,
        stoerrelse=argumenter.stoerrelse,
        runder=argumenter.runder,
        balanser=argumenter.balanser,
        alle_i_rommet=argumenter.alle or None,
        froe=argumenter.fro,
        regler=tuple(regler),
        forfall=tuple(person for navn in argumenter.uten for person in id_er(navn)),
    )


def _si_merknader(sammensatt: Sammensatt, omgivelser: Omgivelser) -> None:
    if any(not d.folkevalgt for d in sammensatt.rommet.deltakere):
        omgivelser.klag(omgivelser.tekster("grupper.merknad.alle_i_rommet"))


@dataclass(slots=True)
class _Leting:
    """A search seen from a terminal: what it has found so far, and whether somebody has had enough."""

    omgivelser: Omgivelser
    sekunder: float
    start: float
    avbrutt: threading.Event
    svar: int = 0
    foerste: float = 0.0

    @property
    def valg(self) -> Letevalg:
        return Letevalg(sekunder=self.sekunder, meld=self._meld, avbrutt=self.avbrutt.is_set)

    def maaling(self, sammensatt: Sammensatt) -> dict[str, object]:
        """Return how the search went."""
        return {
            "froe": sammensatt.oppdrag.froe,
            "sekunder": round(monotonic() - self.start, 2),
            "foerste_svar_etter": round(self.foerste, 3),
            "svar_underveis": self.svar,
            "avbrutt": self.avbrutt.is_set(),
        }

    def _meld(self, inndeling: Inndeling) -> None:
        gaatt = monotonic() - self.start
        self.foerste = self.foerste or gaatt
        self.svar += 1
        if self.omgivelser.feil.isatty():
            avvik = sum(antall for _, antall in inndeling.maal.avvik)
            linje = self.omgivelser.tekster(
                "kommandolinje.grupper.underveis",
                sekunder=f"{gaatt:.1f}".replace(".", ","),
                avvik=avvik,
                gjentak=inndeling.maal.gjentak,
            )
            print(f"\r{linje}\x1b[K", end="", file=self.omgivelser.feil, flush=True)


@contextmanager
def _leting(argumenter: Namespace, omgivelser: Omgivelser) -> Iterator[_Leting]:
    """Follow a search; an interrupt from the keyboard means that what is found so far is good enough."""
    leting = _Leting(omgivelser, argumenter.tid, monotonic(), threading.Event())
    i_hovedtraaden = threading.current_thread() is threading.main_thread()
    foer = signal.signal(signal.SIGINT, lambda *_: leting.avbrutt.set()) if i_hovedtraaden else None
    try:
        yield leting
    finally:
        if i_hovedtraaden:
            signal.signal(signal.SIGINT, foer)
        if leting.svar and omgivelser.feil.isatty():
            print(file=omgivelser.feil)
