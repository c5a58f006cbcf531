"""Random work by two actors: undo and redo give back the exact rows, and the file is whole after every step."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.lager.proevefil import (
    Tabelldump,
    aapne,
    dump,
    gi_organ_navn,
    loeft_note,
    ny_med_bord,
    nytt_organ,
    revider_note,
    samle,
    skriv_note,
    slett_organ,
    ta_fra_hverandre,
)
from verksted.kjerne.feil import FinnesAllerede, FinnesIkke
from verksted.lager.feil import AngreHindret, IngentingAaAngre, IngentingAaGjoereOm

AKTOER = st.sampled_from(["bord:1", "bord:2"])
ORD = st.text(min_size=1, max_size=12).filter(str.strip)
NR = st.integers(0, 20)


class ToAktoerer(RuleBasedStateMachine):
    """Two actors write, revise, gather, delete, undo and redo in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.mappe = Path(tempfile.mkdtemp())
        self.fil, self.bord = ny_med_bord(self.mappe)
        # What the whole file was before and after each operation that nobody has worked past.
        self.spor: list[tuple[str, Tabelldump, Tabelldump]] = []
        self.angret: list[tuple[str, Tabelldump, Tabelldump]] = []
        self.naa = dump(self.fil)

    def teardown(self) -> None:
        self.fil.lukk()
        shutil.rmtree(self.mappe)

    def _velg(self, tabell: str, nummer: int) -> str | None:
        rader = self.naa[tabell]
        return str(rader[nummer % len(rader)][0]) if rader else None

    def _etter(self, aktoer: str) -> None:
        foer, self.naa = self.naa, dump(self.fil)
        if foer != self.naa:
            self.spor.append((aktoer, foer, self.naa))
            self.angret = []

    @rule(aktoer=AKTOER, tekst=ORD)
    def skriv(self, aktoer: str, tekst: str) -> None:
        self.fil.utfoer(skriv_note, aktoer, self.bord, tekst=f"n{tekst}".encode(errors="replace").decode())
        self._etter(aktoer)

    @rule(aktoer=AKTOER, nummer=NR, loeftet=st.booleans())
    def loeft(self, aktoer: str, nummer: int, *, loeftet: bool) -> None:
        if note := self._velg("innspill", nummer):
            self.fil.utfoer(loeft_note, aktoer, note, loeftet=loeftet)
            self._etter(aktoer)

    @rule(aktoer=AKTOER, nummer=NR)
    def revider(self, aktoer: str, nummer: int) -> None:
        if note := self._velg("innspill", nummer):
            self.fil.utfoer(revider_note, aktoer, note, tekst=f"Nye ord {nummer}")
            self._etter(aktoer)

    @rule(aktoer=AKTOER, antall=st.integers(0, 3), nummer=NR)
    def samle(self, aktoer: str, antall: int, nummer: int) -> None:
        noter = {note for n in range(antall) if (note := self._velg("innspill", nummer + n))}
        self.fil.utfoer(samle, aktoer, self.bord, sorted(noter))
        self._etter(aktoer)

    @rule(aktoer=AKTOER, nummer=NR)
    def ta_fra_hverandre(self, aktoer: str, nummer: int) -> None:
        if punkt := self._velg("punkt", nummer):
            self.fil.utfoer(ta_fra_hverandre, aktoer, punkt)
            self._etter(aktoer)

    @rule(aktoer=AKTOER, navn=ORD)
    def organ(self, aktoer: str, navn: str) -> None:
        self.fil.utfoer(nytt_organ, aktoer, navn=f"o{navn}")
        self._etter(aktoer)

    @rule(aktoer=AKTOER, nummer=NR, navn=ORD)
    def gi_navn(self, aktoer: str, nummer: int, navn: str) -> None:
        if organ := self._velg("organ", nummer):
            self.fil.utfoer(gi_organ_navn, aktoer, organ, navn=f"o{navn}")
            self._etter(aktoer)

    @rule(aktoer=AKTOER, nummer=NR)
    def slett(self, aktoer: str, nummer: int) -> None:
        if organ := self._velg("organ", nummer):
            try:
                self.fil.utfoer(slett_organ, aktoer, organ)
            except FinnesIkke:  # the workshop hangs on it
                assert dump(self.fil) == self.naa
            self._etter(aktoer)

    @precondition(lambda self: self.spor)
    @rule()
    def angre_det_siste(self) -> None:
        """What was done last can always be undone, and gives exactly what was before."""
        aktoer, foer, etter = self.spor.pop()
        self.fil.angre(aktoer)
        self.naa = dump(self.fil)
        assert self.naa == foer
        self.angret.append((aktoer, foer, etter))

    @precondition(lambda self: self.angret)
    @rule()
    def gjoer_om_det_siste(self) -> None:
        """What was undone last can always be redone, and gives exactly what was there."""
        aktoer, foer, etter = self.angret.pop()
        self.fil.gjoer_om(aktoer)
        self.naa = dump(self.fil)
        assert self.naa == etter
        self.spor.append((aktoer, foer, etter))

    @rule(aktoer=AKTOER, framover=st.booleans())
    def angre_noe(self, aktoer: str, *, framover: bool) -> None:
        """Any actor may try at any time: it works whole, or declines and changes nothing."""
        try:
            (self.fil.gjoer_om if framover else self.fil.angre)(aktoer)
        except (AngreHindret, IngentingAaAngre, IngentingAaGjoereOm, FinnesAllerede):
            assert dump(self.fil) == self.naa
        else:
            self.spor, self.angret, self.naa = [], [], dump(self.fil)

    @invariant()
    def fila_er_hel(self) -> None:
        assert self.fil.kontroller().funn == ()

    @rule()
    def lukk_og_aapne(self) -> None:
        self.fil.lukk()
        self.fil = aapne(self.mappe)
        assert self.fil.meldinger == ()
        assert dump(self.fil) == self.naa


TestToAktoerer = ToAktoerer.TestCase
TestToAktoerer.settings = settings(max_examples=20, stateful_step_count=25, deadline=None)
