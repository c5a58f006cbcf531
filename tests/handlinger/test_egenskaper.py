"""Every kind of operation in any order, by three actors: undo and redo give back the exact rows."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from tests.handlinger.handlingene import alle_handlingene
from tests.handlinger.proeveprosess import (
    DELTAKERE,
    FAKTA,
    POSTER,
    deltakerliste,
    hent,
    kunnskap,
    malen,
    ny_prosess,
    oekonomiplan,
    samfunnsdel,
)
from verksted.handlinger.gruppebestilling import Bestilling, med_bestilling
from verksted.handlinger.gruppelager import sekretaerer_for
from verksted.handlinger.grupper import Letevalg, finn_reparasjon, komponer
from verksted.kjerne.feil import KjentFeil
from verksted.lager.feil import AngreHindret, IngentingAaAngre, IngentingAaGjoereOm
from verksted.lager.spoerringer.grupper import hent_grupperader
from verksted.lager.utloesere import kolonnene
from verksted.modell.ordene import (
    Avstemningsart,
    Behandlingsresultat,
    Enighet,
    Forskyvning,
    Grupperegelart,
    Innspillstype,
    Planperiode,
    Planrolle,
    Programart,
    Sporting,
    Standpunkt,
    Tiltaksart,
    Utsjekksvar,
    Vei,
    Verkstedstatus,
)
from verksted.modell.spor import TILLATTE_PAR
from verksted.regler.grupper.rommet import beskriv_rommet

if TYPE_CHECKING:
    from collections.abc import Callable

    from verksted.handlinger.grupper import Sammensatt
    from verksted.lager.endring import Endring
    from verksted.lager.prosessfil import Prosessfil
    from verksted.modell.verksted import Verksted
    from verksted.regler.grupper.rader import Grupperader

AKTOERER = ("prosessleder", "planlegger", "V1-G1")
FINNES_IKKE = "finnes-ikke"
STRAKS = Letevalg(sekunder=0.01, prosesser=1, avbrutt=lambda: True)
# Mostly words, now and then anything at all: control characters, half surrogates, nothing.
TEKST = st.sampled_from(["Båten må gå", "Ålesund–Ørsta", "første\r\nandre"]) | st.text(st.characters(), max_size=9)
SJELDEN = st.sampled_from([False] * 15 + [True])
Rader = dict[tuple[str, str], tuple[Any, ...]]


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

OPERASJONER: dict[str, Callable[[Trekker], dict[str, Any]]] = {
    "opprett_prosess": lambda _: {"mal": malen(), "kommune": "Lindvær", "valgperiode": (2027, 2031)},
    "oppdater_prosess": lambda t: {
        "navn": t.av(TEKST),
        "planperiode_til": t.av(st.sampled_from([None, 2040, 2041, 2044, 1])),
    },
    "oppdater_verksted": lambda t: {
        "verksted": t.av(V),
        "sted": t.av(TEKST),
        "dato": t.av(st.none() | st.dates(date(2028, 1, 1))),
        "aapent": not t.av(SJELDEN),
        "status": t.av(st.sampled_from(Verkstedstatus)),
    },
    "oppdater_spoersmaal": lambda t: {
        "verksted": t.av(V),
        "spoersmaal": t.av(st.integers(1, 4)),
        "tekst": t.av(TEKST),
        "maks_loeft": t.av(st.integers(0, 3)),
        "svartyper": [] if t.av(SJELDEN) else list(Innspillstype)[: t.av(st.integers(1, 9))],
    },
    "opprett_programpost": lambda t: t.ny_post() | {"forelder": t.post() if t.av(BOOL) else None},
    "oppdater_programpost": lambda t: {
        "verksted": t.av(V),
        "post_id": t.post(),
        "minutter": t.av(st.integers(0, 90)),
        "fast_start": t.av(st.none() | TIDER),
        "loep": t.av(st.integers(0, 2)),
    },
    "slett_programpost": lambda t: {"verksted": t.av(V), "post_id": t.post()},
    "flytt_programpost": lambda t: {
        "verksted": 1,
        "post_id": t.kommende(),
        "foer": t.kommende() if t.av(BOOL) else None,
    },
    "bytt_rekkefoelge": lambda t: {"verksted": 1, "post_id": t.kommende(), "annen_id": t.kommende()},
    "sett_slutt": lambda t: {"verksted": t.av(V), "slutt": t.av(st.none() | TIDER)},
    "sett_forskyvning": lambda t: {"verksted": t.av(V), "forskyvning": t.av(st.sampled_from(Forskyvning))},
    "kort_ned_programmet": lambda t: {"verksted": t.av(V)},
    "start_post": lambda t: {"verksted": 1, "post_id": t.kommende(), "tid": t.tid()},
    "neste_post": lambda t: {"verksted": t.av(V), "tid": t.tid()},
    "forrige_post": lambda t: {"verksted": t.av(V), "tid": t.tid()},
    "avslutt_post": lambda t: {"verksted": t.av(V), "tid": t.tid()},
    "juster_minutter": lambda t: {
        "verksted": 1,
        "post_id": t.post(),
        "minutter": t.av(st.sampled_from([-5, -1, 1, 5])),
        "tid": t.tid(),
    },
    "stans_post": lambda t: {"verksted": t.av(V), "tid": t.tid()},
    "fortsett_post": lambda t: {"verksted": t.av(V), "tid": t.tid()},
    "gi_tilbake_tid": lambda t: {"verksted": t.av(V), "sekunder": t.av(st.floats(-10, 1e9)), "tid": t.tid()},
    "hopp_over_post": lambda t: {"verksted": 1, "post_id": t.kommende(), "hopp": t.av(BOOL), "tid": t.tid()},
    "legg_til_post": lambda t: t.ny_post() | {"tid": t.tid()},
    "merk_sjekkpunkt": lambda t: {
        "verksted": t.av(V),
        "nummer": t.av(st.integers(1, 20)),
        "utfoert": t.av(st.none() | st.dates()),
    },
    "ta_inn_deltakere": lambda t: deltakerliste(t.av(st.lists(st.sampled_from(DELTAKERE), max_size=4))),
    "ta_inn_samfunnsdel": lambda t: samfunnsdel() | {"sha256": t.av(st.sampled_from(["a" * 64, "b" * 64]))},
    "ta_inn_oekonomiplan": lambda t: oekonomiplan(POSTER[: t.av(st.integers(1, 3))]),
    "ta_over_oekonomiplan": lambda t: (
        oekonomiplan(POSTER[: t.av(st.integers(2, 3))])
        | {"par": {t.en("SELECT kode FROM oekonomipost"): "drift||teknisk||330|||||hurtigbåtentilytterlind"}}
    ),
    "ta_inn_kunnskap": lambda t: (
        kunnskap() | {"sha256": t.av(st.sampled_from(["a" * 64, "b" * 64])), "filnavn": FAKTA[0][0]}
    ),
    "registrer_oppmoete": lambda t: {
        "verksted": t.av(V),
        "person_id": t.person(),
        "fra": t.av(TIDER),
        "til": t.av(SENERE),
        "vara_for": t.person() if t.av(BOOL) else None,
    },
    "oppdater_oppmoete": lambda t: {
        "oppmoete_id": t.en("SELECT id FROM tilstedevaerelse"),
        "fra": t.av(TIDER),
        "til": t.av(SENERE),
    },
    "slett_oppmoete": lambda t: {"oppmoete_id": t.en("SELECT id FROM tilstedevaerelse")},
    "sett_opp_bord": lambda t: {"verksted": t.av(V), "antall": t.av(st.sampled_from([3, 4, 5, 6, 0, -1, 100]))},
    "sett_gruppeoppsett": lambda t: {
        "verksted": t.av(V),
        "antall_bord": t.av(st.sampled_from([None, 2, 3, 0])),
        "runder": t.av(st.sampled_from([None, 1, 2, 21])),
        "balanser": t.av(st.sampled_from([None, ["parti"], ["Kjønn", "liste"], ["hårfarge"]])),
        "alle_i_rommet": t.av(st.none() | BOOL),
    },
    "legg_til_grupperegel": lambda t: {
        "verksted": t.av(V),
        "art": t.av(st.sampled_from(Grupperegelart)),
        "personer": [t.person() for _ in range(t.av(st.integers(0, 2)))],
        "bord": t.av(st.none() | BORD),
        "verv": t.av(st.sampled_from([None, "gruppeleder"])),
    },
    "fjern_grupperegel": lambda t: {"regel_id": t.en("SELECT id FROM grupperegel")},
    "lagre_grupper": lambda t: t.sammensatt(),
    "lagre_reparasjon": lambda t: t.reparert(),
    "meld_forfall": lambda t: {"verksted": t.av(V), "person_id": t.person()},
    "opphev_forfall": lambda t: {"verksted": t.av(V), "person_id": t.en("SELECT person_id FROM forfall")},
    "sett_inn_vara": lambda t: {"verksted": t.av(V), "person_id": t.person(), "for_person_id": t.person()},
    "ta_imot_sent": lambda t: {
        "verksted": t.av(V),
        "person_id": t.person(),
        "fra": t.av(st.none() | TIDER),
    },
    "bytt_plasser": lambda t: {
        "verksted": t.av(V),
        "runde": t.av(st.sampled_from([1, 1, 1, 2])),
        "en": t.person(),
        "annen": t.person(),
    },
    "laas_plass": lambda t: {"verksted": t.av(V), "runde": 1, "person_id": t.person(), "laast": t.av(BOOL)},
    "flytt_plass": lambda t: {
        "verksted": t.av(V),
        "runde": t.av(st.sampled_from([1, 1, 1, 2])),
        "person_id": t.person(),
        "bord": t.av(BORD),
        "laas": t.av(BOOL),
    },
    "sett_sekretaer": lambda t: {
        "verksted": t.av(V),
        "bord": t.av(BORD),
        "person_id": t.person() if t.av(BOOL) else None,
        "runde": t.av(st.none() | st.just(1)),
    },
    "merk_runden_holdt": lambda t: {"verksted": t.av(V), "runde": t.av(st.sampled_from([1, 1, 1, 2]))},
    "skriv_innspill": lambda t: {
        "verksted": t.av(V),
        "gruppe": t.av(BORD),
        "spoersmaal": t.av(st.integers(1, 2)),
        "tekst": t.av(TEKST),
        "hvorfor": t.av(TEKST),
        "innspillstype": t.av(st.none() | st.none() | st.sampled_from(Innspillstype)),
        "vei": t.av(st.sampled_from(Vei)),
        "element": t.kode("planelement") if t.av(BOOL) else None,
        "etter_frist": t.av(BOOL),
        "innspill_id": t.av(st.sampled_from([None] * 6 + ["min-id-1", "min-id-2", ""])),
    },
    "revider_innspill": lambda t: {
        "kode": t.kode("innspill"),
        "tekst": t.av(TEKST),
        "innspillstype": t.av(st.none() | st.sampled_from(Innspillstype)),
    },
    "fjern_innspill": lambda t: {"kode": t.kode("innspill")},
    "hent_tilbake_innspill": lambda t: {"kode": t.kode("innspill")},
    "trekk_innspill": lambda t: {"kode": t.kode("innspill"), "grunn": t.av(TEKST)},
    "slipp_innspill": lambda t: {"kode": t.kode("innspill"), "sluppet": t.av(BOOL)},
    "loeft_innspill": lambda t: {"kode": t.kode("innspill"), "loeftet": t.av(BOOL)},
    "samle_punkt": lambda t: {
        "verksted": t.av(V),
        "tittel": t.av(TEKST),
        "kilder": t.koder("innspill"),
        "spoersmaal": t.av(st.sampled_from([None, 1, 2, 3, 4, 77])),
        "standpunkt": t.av(st.sampled_from(Standpunkt)),
    },
    "legg_til_kilder": lambda t: {"punkt": t.kode("punkt"), "kilder": t.koder("innspill")},
    "ta_ut_kilde": lambda t: {"punkt": t.kode("punkt"), "kilde": t.kode("innspill")},
    "ta_fra_hverandre_punkt": lambda t: {"punkt": t.kode("punkt")},
    "oppdater_punkt": lambda t: {
        "punkt": t.kode("punkt"),
        "tekst": t.av(TEKST),
        "enighet": t.av(st.sampled_from(Enighet)),
        "prioritet": t.av(st.sampled_from([None, 1, 2, 3, 0])),
    },
    "skriv_merknad": lambda t: {"punkt": t.kode("punkt"), "liste": t.kode("liste"), "tekst": t.av(TEKST)},
    "opprett_avstemning": lambda t: {
        "verksted": t.av(V),
        "art": t.av(st.sampled_from(Avstemningsart)),
        "tittel": t.av(TEKST),
        "punkter": t.koder("punkt"),
        "tekster": t.av(st.lists(TEKST.filter(str.strip), max_size=2)) + [""] * t.av(SJELDEN),
        "per_person": t.av(st.sampled_from([1, 2, 3, 4, 0])),
    },
    "ny_runde": lambda t: {"avstemning_id": t.avstemning()},
    "foer_stemmer": lambda t: {
        "avstemning_id": t.avstemning(),
        "runde": t.av(st.sampled_from([1, 1, 1, 2])),
        "alternativ": t.av(st.sampled_from([1, 1, 1, 2])),
        "per_bord": t.av(st.dictionaries(BORD, st.integers(0, 9), max_size=2)) | ({1: -1} if t.av(SJELDEN) else {}),
    },
    "foer_evaluering": lambda t: {
        "verksted": t.av(V),
        "spoersmaal": t.av(st.integers(1, 2)),
        "svar": t.av(st.dictionaries(st.integers(1, 5), st.integers(0, 9), max_size=2))
        | ({6: 1} if t.av(SJELDEN) else {}),
        "kommentarer": t.av(st.lists(TEKST, max_size=2)),
    },
    "skriv_forslag": lambda t: {
        "element": t.kode("planelement"),
        "forslag_tekst": t.av(TEKST),
        "utgaar": t.av(BOOL),
        "periode": t.av(st.none() | st.sampled_from(Planperiode)),
        "baerekraftsmaal": t.av(st.lists(st.integers(1, 17), max_size=2)) + [0] * t.av(SJELDEN),
    },
    "nytt_planelement": lambda t: {
        "forelder": t.kode("planelement") if t.av(BOOL) else None,
        "nivaa": t.av(st.sampled_from(Planrolle)),
        "tittel": t.av(TEKST),
    },
    "bekreft_planelement": lambda t: {
        "element": t.kode("planelement"),
        "nivaa": t.av(st.none() | st.sampled_from(Planrolle)),
    },
    "skriv_alternativ": lambda t: {
        "element": t.kode("planelement"),
        "bokstav": t.av(st.sampled_from(["A", "B", "C", "D", "", "AB"])),
        "tekst": t.av(TEKST),
    },
    "behandle": lambda t: {
        "resultat": t.av(st.sampled_from(Behandlingsresultat)),
        "begrunnelse": t.av(TEKST),
        **t.punkt_eller("innspill", "innspill"),
    },
    "ta_bort_behandling": lambda t: {"punkt": t.kode("punkt")},
    "velg_plansted": lambda t: {
        "punkt": t.kode("punkt"),
        "element": t.kode("planelement") if t.av(BOOL) else None,
    },
    "svar_utsjekk": lambda t: {
        "verksted": t.av(V),
        "gruppe": t.av(BORD),
        "svar": t.av(st.sampled_from(Utsjekksvar)),
        **t.punkt_eller("element", "planelement"),
    },
    "skriv_oppfoelging": lambda t: {
        "element": t.kode("planelement"),
        "sektor": t.av(st.sampled_from(["Teknisk", "Oppvekst", "Helse", ""])),
        "betydning": t.av(TEKST),
    },
    "opprett_tiltak": lambda t: {
        "tittel": t.av(TEKST),
        "art": t.av(st.sampled_from(Tiltaksart)),
        "beloep": t.av(BELOEP),
    },
    "oppdater_tiltak": lambda t: {"tiltak": t.kode("tiltak"), "beskrivelse": t.av(TEKST), "beloep": t.av(BELOEP)},
    "knytt": lambda t: {**t.lenke(), "andel_bp": t.av(st.sampled_from([None, 0, 2500, 5000, 10_001]))},
    "loesne": lambda t: t.lenke(),
}
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
