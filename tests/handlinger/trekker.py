"""Draws valid (and now and then invalid) arguments of an operation from what the file holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, cast

from hypothesis import strategies as st

from tests.handlinger.proeveprosess import (
    hent,
)
from verksted.handlinger.gruppebestilling import Bestilling, med_bestilling
from verksted.handlinger.gruppelager import sekretaerer_for
from verksted.handlinger.grupper import Letevalg, finn_reparasjon, komponer
from verksted.kjerne.feil import KjentFeil
from verksted.lager.spoerringer.grupper import hent_grupperader
from verksted.modell.ordene import (
    Programart,
    Sporting,
)
from verksted.modell.spor import TILLATTE_PAR
from verksted.regler.grupper.rommet import beskriv_rommet

if TYPE_CHECKING:
    from verksted.handlinger.grupper import Sammensatt
    from verksted.lager.prosessfil import Prosessfil
    from verksted.modell.verksted import Verksted
    from verksted.regler.grupper.rader import Grupperader

FINNES_IKKE = "finnes-ikke"
STRAKS = Letevalg(sekunder=0.01, prosesser=1, avbrutt=lambda: True)
# Mostly words, now and then anything at all: control characters, half surrogates, nothing.
TEKST = st.sampled_from(["Båten må gå", "Ålesund–Ørsta", "første\r\nandre"]) | st.text(st.characters(), max_size=9)
SJELDEN = st.sampled_from([False] * 15 + [True])


@dataclass
class Trekker:
    """Draws the arguments of one operation from what the file holds right now."""

    fil: Prosessfil
    data: st.DataObject

    def av(self, strategi: st.SearchStrategy[Any]) -> Any:
        return self.data.draw(strategi)

    def en(self, sql: str) -> Any:
        finnes = sorted(hent(self.fil, sql), key=str)
        if not finnes or self.av(SJELDEN):
            return FINNES_IKKE
        return self.av(st.sampled_from(finnes))

    def _rader(self) -> tuple[int, Grupperader, Verksted]:
        nummer = self.av(V)
        with self.fil.les() as sesjon:
            rader = hent_grupperader(sesjon)
        return nummer, rader, next((v for v in rader.verksted if v.nummer == nummer), rader.verksted[0])

    def sammensatt(self) -> dict[str, Any]:
        """Return tables composed for the file as it is, or (once in a while) as it is not."""
        nummer, rader, verksted = self._rader()
        bestilling = Bestilling(antall_bord=self.av(st.sampled_from([None, None, 2, 3, 50])))
        try:
            ferdig = komponer(med_bestilling(rader, verksted, bestilling), verksted, valg=STRAKS)
        except KjentFeil:
            nummer, ferdig = 99, cast("Sammensatt", None)
        bestilling = Bestilling(antall_bord=4) if self.av(SJELDEN) else bestilling
        return {"verksted": nummer, "bestilling": bestilling, "sammensatt": ferdig}

    def reparert(self) -> dict[str, Any]:
        nummer, rader, verksted = self._rader()
        rommet = beskriv_rommet(rader, verksted)
        try:
            runder = finn_reparasjon(rommet, verksted).runder
        except KjentFeil:
            nummer, runder = 99, ()
        igjen = tuple(runde for runde in runder if runde.nummer not in rommet.holdte)
        skrivere = sekretaerer_for(rader, verksted, rommet, igjen)
        return {"verksted": nummer, "ventet": rommet, "runder": igjen, "sekretaerer": skrivere}

    def kode(self, tabell: str) -> str:
        return str(self.en(f"SELECT kode FROM {tabell}"))

    def koder(self, tabell: str) -> list[str]:
        finnes = sorted(hent(self.fil, f"SELECT kode FROM {tabell}"))
        if self.av(SJELDEN):
            return [FINNES_IKKE] * self.av(st.integers(0, 2))
        return list(self.av(st.lists(st.sampled_from(finnes), min_size=1, max_size=3, unique=True)))

    def person(self) -> str:
        return str(self.en("SELECT id FROM person"))

    def avstemning(self) -> str:
        return str(self.en("SELECT id FROM avstemning"))

    def ting(self, slag: Sporting) -> tuple[Sporting, str]:
        return slag, self.kode(str(slag)) if slag is not Sporting.SPOERSMAAL else FINNES_IKKE

    def lenke(self) -> dict[str, Any]:
        par = st.sampled_from(sorted(TILLATTE_PAR))
        if self.av(SJELDEN):
            par = st.tuples(st.sampled_from(Sporting), st.sampled_from(Sporting))
        fra, til = self.av(par)
        return {"fra": self.ting(fra), "til": self.ting(til)}

    def punkt_eller(self, annet: str, tabell: str) -> dict[str, Any]:
        slag = self.av(st.sampled_from(["punkt", annet]))
        return {slag: self.kode("punkt" if slag == "punkt" else tabell)}

    def post(self) -> str:
        return str(self.en("SELECT id FROM programpost"))

    def kommende(self) -> str:
        """Return a block of the first workshop that may still be to come."""
        return str(
            self.en(
                "SELECT p.id FROM programpost AS p JOIN verksted AS v ON v.id = p.verksted_id "
                "WHERE v.nummer = 1 AND p.forelder_id IS NULL AND p.faktisk_start IS NULL"
            )
        )

    def ny_post(self) -> dict[str, Any]:
        return {
            "verksted": self.av(V),
            "art": self.av(st.sampled_from(Programart)),
            "tittel": self.av(TEKST),
            "minutter": self.av(st.sampled_from([None, 1, 20, 0, -5])),
            "foer": self.kommende() if self.av(BOOL) else None,
        }

    def tid(self) -> datetime:
        return datetime(2028, 1, 20, 16, tzinfo=UTC) + timedelta(minutes=self.av(st.integers(-5, 300)))


BOOL = st.booleans()
V = st.sampled_from([1] * 10 + [2, 9])
BORD = st.sampled_from([1] * 5 + [2] * 5 + [5])
BELOEP = st.dictionaries(st.integers(2028, 2031), st.integers(-(10**9), 10**9), max_size=2)
TIDER = st.sampled_from([time(17), time(17, 30), time(19), time(20, 59, 59)])
SENERE = st.sampled_from([None, time(21), time(22), time(16)])
