"""Every kind of operation in any order, by three actors: undo and redo give back the exact rows."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from tests.handlinger.handlingene import alle_handlingene
from tests.handlinger.operasjoner import OPERASJONER
from tests.handlinger.proeveprosess import (
    ny_prosess,
)
from tests.handlinger.trekker import Trekker
from verksted.kjerne.feil import KjentFeil
from verksted.lager.feil import AngreHindret, IngentingAaAngre, IngentingAaGjoereOm
from verksted.lager.utloesere import kolonnene

if TYPE_CHECKING:
    from collections.abc import Callable

    from verksted.lager.endring import Endring
    from verksted.lager.prosessfil import Prosessfil

AKTOERER = ("prosessleder", "planlegger", "V1-G1")
Rader = dict[tuple[str, str], tuple[Any, ...]]
HANDLINGER = alle_handlingene()


@dataclass
class Spor:
    """One operation an actor did: the rows it touched, and every row before and after."""

    endring: Endring[Any]
    foer: Rader
    etter: Rader


@dataclass
class Aktoer:
    """What the test itself remembers that an actor may undo and redo."""

    gjort: list[Spor] = field(default_factory=list)
    angret: list[Spor] = field(default_factory=list)


def _radene(fil: Prosessfil) -> Rader:
    with fil.les_raatt() as db:
        return {
            (tabell, rad[kolonner.index("id")]): rad
            for tabell, kolonner in kolonnene().items()
            for rad in db.execute(f"SELECT {', '.join(kolonner)} FROM {tabell}")
        }


class AlleHandlingene(RuleBasedStateMachine):
    """Three actors do anything, undo and redo in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.mappe = Path(tempfile.mkdtemp())
        self.fil = ny_prosess(self.mappe, med_innhold=True)
        self.aktoerer = {navn: Aktoer() for navn in AKTOERER}
        self.naa = _radene(self.fil)

    def teardown(self) -> None:
        try:
            assert self.fil.kontroller().funn == ()
        finally:
            self.fil.lukk()
            shutil.rmtree(self.mappe)

    @rule(navn=st.sampled_from(sorted(OPERASJONER)), aktoer=st.sampled_from(AKTOERER), data=st.data())
    def gjoer(self, navn: str, aktoer: str, data: st.DataObject) -> None:
        self._gjoer(navn, aktoer, data)

    @rule(
        navn=st.sampled_from(["skriv_innspill", "samle_punkt", "opprett_tiltak", "knytt", "lagre_grupper"]),
        aktoer=st.sampled_from(AKTOERER),
        data=st.data(),
    )
    def gjoer_det_andre_bygger_paa(self, navn: str, aktoer: str, data: st.DataObject) -> None:
        self._gjoer(navn, aktoer, data)

    def _gjoer(self, navn: str, aktoer: str, data: st.DataObject) -> None:
        argumenter = OPERASJONER[navn](Trekker(self.fil, data))
        foer = self.naa
        try:
            endring = self.fil.utfoer(HANDLINGER[navn], aktoer, **argumenter)
        except KjentFeil:
            assert _radene(self.fil) == foer
            return
        self.naa = _radene(self.fil)
        assert endring.navn == navn
        assert bool(endring.rader) == (self.naa != foer) or endring.rader
        if endring.rader:
            self.aktoerer[aktoer].gjort.append(Spor(endring, foer, self.naa))
            self.aktoerer[aktoer].angret.clear()

    @precondition(lambda self: any(a.gjort for a in self.aktoerer.values()))
    @rule(aktoer=st.sampled_from(AKTOERER))
    def angre(self, aktoer: str) -> None:
        husket = self.aktoerer[aktoer]
        if self._snu(aktoer, self.fil.angre, IngentingAaAngre, husket.gjort, husket.angret, tilbake=True):
            assert self.fil.angrestatus(aktoer)[1] is not None

    @precondition(lambda self: any(a.angret for a in self.aktoerer.values()))
    @rule(aktoer=st.sampled_from(AKTOERER))
    def gjoer_om(self, aktoer: str) -> None:
        husket = self.aktoerer[aktoer]
        self._snu(aktoer, self.fil.gjoer_om, IngentingAaGjoereOm, husket.angret, husket.gjort, tilbake=False)

    def _snu(
        self,
        aktoer: str,
        snu: Callable[[str], Endring[str]],
        ingenting: type[KjentFeil],
        fra: list[Spor],
        til: list[Spor],
        *,
        tilbake: bool,
    ) -> bool:
        start = self.naa
        try:
            endring = snu(aktoer)
        except AngreHindret:
            assert _radene(self.fil) == start
            assert fra
            assert start != (fra[-1].etter if tilbake else fra[-1].foer), "declined, but nobody had worked past it"
            return False
        except ingenting:
            assert not fra
            return False
        spor = fra.pop()
        til.append(spor)
        self.naa = _radene(self.fil)
        ventet, utgangspunkt = (spor.foer, spor.etter) if tilbake else (spor.etter, spor.foer)
        assert endring.resultat == spor.endring.navn
        assert endring.koder == spor.endring.koder
        if start == utgangspunkt:  # nobody has worked past it
            assert self.naa == ventet
        for rad in spor.endring.rader:
            sted = (rad.tabell, rad.rad_id)
            assert self.naa.get(sted) == ventet.get(sted)
        return True


def test_at_egenskapsproeven_har_med_hver_eneste_handling() -> None:
    assert set(OPERASJONER) == set(HANDLINGER) - {"slett_person"}


TestAlleHandlingene = AlleHandlingene.TestCase
TestAlleHandlingene.settings = settings(max_examples=50, stateful_step_count=50, deadline=None)
