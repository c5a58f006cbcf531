"""F11: the wall clock jumps while the program works: a day back or ahead, summer time, the wrong year.

The same work is done twice, with a clock that walks and with one that jumps each time somebody looks at it, while the
times of all files are set at random. Everything that has an order must come out the same: notes, history, undo,
generations, backups, and which of two copies goes on. Both copies are kept whatever the clock says.

The other half, that a count-down follows the clock nobody can turn back, is a line of its own in `kampanje`.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import tempfile
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.feil.grunnlag import NAVN, aapne, legg_ut, note, notene, setning, skriv_dokument
from tests.feil.rad import Rad
from tests.lager.proevefil import LEDER, Stillklokke, doe
from verksted.handlinger.innspill import fjern_innspill, revider_innspill
from verksted.handlinger.punkter import samle_punkt
from verksted.kjerne.feil import KjentFeil
from verksted.lager.fil import les_innhold, proev
from verksted.lager.sikkerhetskopi import Kopisamling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from verksted.lager.endring import Endring
    from verksted.lager.prosessfil import Prosessfil

FULLT_ANTALL = 200
AKTOERER: Final = (LEDER, "planlegger", "V1-G1")
# The night clocks go back, the night they go ahead, clocks that were never set, and clocks set wrong.
SPRANG: Final = tuple(
    datetime.fromisoformat(tid).replace(tzinfo=UTC)
    for tid in (
        "2027-10-31T00:59:59.999999",
        "2027-10-31T01:00:00",
        "2028-03-26T00:59:59.999999",
        "2028-03-26T01:00:00",
        "1970-01-01T00:00:00",
        "2000-01-01T00:00:00",
        "2038-01-19T03:14:08",
        "2099-12-31T23:59:59.999999",
    )
)
STEG: Final = {
    "note": 8,
    "endre": 3,
    "fjern": 1,
    "punkt": 2,
    "angre": 4,
    "om": 2,
    "lagre": 3,
    "sikkerhetskopi": 2,
    "dokument": 1,
    "lukk": 2,
    "krasj": 2,
    "gikk videre": 1,
    "skilte lag": 1,
    "konflikt": 1,
}


@dataclass
class Utfall:
    """What came of a campaign: `feil` is empty when everything held."""

    runder: int = 0
    steg: int = 0
    sprang: int = 0
    to_kopier: int = 0
    feil: list[str] = field(default_factory=list)


class Gangklokke(Stillklokke):
    """Goes half a minute each time somebody looks."""

    def naa(self) -> datetime:
        self.gaa(seconds=30)
        return self.tid


class Hoppeklokke(Gangklokke):
    """Jumps most times somebody looks; what counts seconds goes on as before."""

    def __init__(self, tilfeldig: random.Random) -> None:
        super().__init__()
        self.sprang = 0
        self._tilfeldig = tilfeldig

    def naa(self) -> datetime:
        super().naa()
        valg = self._tilfeldig.random()
        self.sprang += valg < 0.8
        if valg < 0.5:
            doegn = timedelta(hours=self._tilfeldig.uniform(-24, 24))
            self.tid = min(max(self.tid + doegn, SPRANG[4]), SPRANG[7])
        elif valg < 0.8:
            self.tid = self._tilfeldig.choice(SPRANG)
        return self.tid


def kampanje(antall: int | None) -> Iterator[Rad]:
    """Yield the line of F11."""
    utfall = kjoer(antall or FULLT_ANTALL, froe=time.time_ns())
    for linje in utfall.feil[:10]:
        print("     ", linje, flush=True)
    resultat = (
        f"{utfall.steg} steg, {utfall.sprang} sprang, {utfall.to_kopier} ganger to kopier å velge mellom, "
        f"{len(utfall.feil)} i annen rekkefølge eller mistet"
    )
    yield Rad("F11", "klokka hopper", utfall.runder, resultat, not utfall.feil)


def kjoer(antall: int, *, froe: int) -> Utfall:
    """Do `antall` random pieces of work under both clocks."""
    tilfeldig, utfall = random.Random(froe), Utfall()
    mappe = Path(tempfile.mkdtemp(prefix="f11-"))
    try:
        for _ in range(antall):
            shutil.rmtree(mappe)
            utfall.runder += 1
            stegene = list(_manus(tilfeldig))
            utfall.steg += len(stegene)
            utfall.to_kopier += sum(navn in {"gikk videre", "skilte lag", "konflikt"} for navn, *_ in stegene)
            hoppende = Hoppeklokke(tilfeldig)
            rett = Arbeid(mappe / "rett", Gangklokke(), None).gjoer(stegene)
            galt = Arbeid(mappe / "galt", hoppende, tilfeldig).gjoer(stegene)
            utfall.sprang += hoppende.sprang
            utfall.feil += _forskjeller(rett, galt)
    finally:
        shutil.rmtree(mappe)
    return utfall


def _manus(tilfeldig: random.Random) -> Iterator[tuple[str, str, int, str]]:
    """Yield steps: what, by whom, to which of the notes there are, and the id of a new one."""
    navnene = tilfeldig.choices(list(STEG), list(STEG.values()), k=tilfeldig.randint(8, 25))
    for navn in ("note", *navnene):
        ny = "".join(tilfeldig.choices("0123456789abcdef", k=32))
        yield navn, tilfeldig.choice(AKTOERER), tilfeldig.randrange(100), ny


class Arbeid:
    """One run through the steps; `bilde` is all that must not depend on the clock."""

    def __init__(self, mappe: Path, klokke: Stillklokke, uro: random.Random | None) -> None:
        self._mappe, self._klokke, self._uro = mappe, klokke, uro
        self._her = mappe / "her"
        self.bilde: dict[str, list[Any]] = {"svar": [], "feil": []}
        self._bekreftet: set[str] = set()
        legg_ut(self._her)
        self._fil = self._aapne()

    def gjoer(self, stegene: Sequence[tuple[str, str, int, str]]) -> dict[str, list[Any]]:
        """Take every step, close, and return the picture."""
        for navn, aktoer, hvilken, ny in stegene:
            try:
                svar = self._steg(navn, aktoer, hvilken, ny)
            except KjentFeil as feil:
                svar = (type(feil).__name__, {n: v for n, v in feil.data.items() if n not in {"sti", "kopi"}})
            self.bilde["svar"].append((navn, svar))
            self._ruske_i_tidene()
        self.bilde["feil"] += [str(funn) for funn in self._fil.kontroller().funn]
        self._se_paa_basen()
        self._fil.lukk()
        self._se_paa_filene()
        return self.bilde

    def _steg(self, navn: str, aktoer: str, hvilken: int, ny: str) -> object:
        fil = self._fil
        handlinger: dict[str, Callable[[], object]] = {
            "note": lambda: self._note(fil, ny),
            "endre": lambda: (
                fil.utfoer(revider_innspill, aktoer, kode=self._kode(hvilken), tekst=f"Endret {ny}").resultat
            ),
            "fjern": lambda: fil.utfoer(fjern_innspill, aktoer, kode=self._kode(hvilken)).koder,
            "punkt": lambda: (
                fil.utfoer(samle_punkt, aktoer, verksted=1, tittel=f"Punkt {ny}", kilder=[self._kode(hvilken)]).resultat
            ),
            "angre": lambda: self._snu(fil.angre, aktoer) if self._har_gjort_noe(aktoer) else "",
            "om": lambda: self._snu(fil.gjoer_om, aktoer),
            "lagre": lambda: fil.lagre() is not None,
            "sikkerhetskopi": self._sikkerhetskopi,
            "dokument": lambda: self._dokument(ny.encode()),
            "lukk": lambda: self._igjen(fil.lukk),
            "krasj": lambda: self._igjen(lambda: doe(fil)),
            "gikk videre": lambda: self._paa_to_maskiner(ny, skilte_lag=False),
            "skilte lag": lambda: self._paa_to_maskiner(ny, skilte_lag=True),
            "konflikt": lambda: self._konflikt(ny),
        }
        return handlinger[navn]()

    def _har_gjort_noe(self, aktoer: str) -> bool:
        """Say whether there is anything to undo but the tables that the notes are written at."""
        linje = self._fil.angrestatus(aktoer)[0]
        return linje is None or linje.navn != "sett_opp_bord"

    def _snu(self, snu: Callable[[str], Endring[str]], aktoer: str) -> str:
        """Undo or redo; a note that goes, or comes back, is no longer or again one to look for."""
        foer = notene(self._fil)
        svar = snu(aktoer).resultat
        etter = notene(self._fil)
        self._bekreftet = (self._bekreftet - (foer - etter)) | (etter - foer)
        return svar

    def _note(self, fil: Prosessfil, ny: str) -> str:
        kode = note(fil, ny)
        self._bekreftet.add(ny)
        return kode

    def _kode(self, hvilken: int) -> str:
        with self._fil.les_raatt() as db:
            koder = [kode for (kode,) in db.execute("SELECT kode FROM innspill ORDER BY mottatt_nr")]
        return str(koder[hvilken % len(koder)]) if koder else "V1-G1-01"

    def _sikkerhetskopi(self) -> int:
        """Take a backup; it is the newest, and it is the one that would be offered."""
        self._fil.ta_sikkerhetskopi()
        with self._fil.les_raatt() as db:
            (naa,) = db.execute("SELECT coalesce(max(nr), 0) FROM handling").fetchone()
            (fil_id,) = db.execute("SELECT verdi FROM fil WHERE noekkel = 'fil_id'").fetchone()
        tilbudt = Kopisamling(self._mappe / "arbeid", fil_id).nyeste_hele()
        if tilbudt is None or les_innhold(tilbudt.sti).handling != naa:
            self.bilde["feil"].append("en eldre sikkerhetskopi ble tatt for den nyeste")
        return int(naa)

    def _dokument(self, data: bytes) -> int:
        """Export over a document that somebody has edited; return how many there then are."""
        skriv_dokument(self._fil, self._mappe / "ut", data, klokke=self._klokke).write_bytes(b"endret")
        skriv_dokument(self._fil, self._mappe / "ut", data, klokke=self._klokke)
        return len(list((self._mappe / "ut").glob("*.docx")))

    def _paa_to_maskiner(self, ny: str, *, skilte_lag: bool) -> object:
        """The program dies here; the file goes on elsewhere, and here too when they are to part."""
        self._fil.lagre()
        if skilte_lag:
            self._note(self._fil, f"{ny[:30]}aa")

        def imens() -> None:
            doe(self._fil)
            self._paa_en_annen(ny)

        return self._igjen(imens)

    def _konflikt(self, ny: str) -> object:
        """Somebody else writes the file while it is open here, with something new."""
        self._fil.lagre()
        self._paa_en_annen(ny)
        self._note(self._fil, f"{ny[:30]}bb")
        return self._igjen(self._fil.lukk)

    def _paa_en_annen(self, ny: str) -> None:
        self._ruske_i_tidene()
        (self._her / f".{NAVN}.laas").unlink(missing_ok=True)
        with aapne(self._fil.sti, self._mappe / "annen", klokke=self._klokke) as annen:
            self._note(annen, ny)

    def _igjen(self, foerst: Callable[[], None]) -> list[str]:
        """Open again, which must go well; return what the user is told."""
        try:
            foerst()
            self._ruske_i_tidene()
            self._fil = self._aapne()
        except KjentFeil as feil:
            raise AssertionError(setning(feil)) from feil
        return [m.noekkel for m in self._fil.meldinger]

    def _aapne(self) -> Prosessfil:
        return aapne(self._her / NAVN, self._mappe / "arbeid", klokke=self._klokke)

    def _ruske_i_tidene(self) -> None:
        """Set the times of every file at random: what is newest must not be read from them."""
        if self._uro is None:
            return
        for sti in self._mappe.rglob("*"):
            if sti.is_file():
                os.utime(sti, (self._uro.randrange(2**31), self._uro.randrange(2**31)))

    # -- what must be the same ------------------------------------------------------------------------------------

    def _se_paa_basen(self) -> None:
        with self._fil.les_raatt() as db:
            for navn, sql in (
                ("notater", "SELECT mottatt_nr, id, kode, revisjon, fjernet FROM innspill ORDER BY mottatt_nr"),
                ("ordlyder", "SELECT innspill_id, nummer, tekst FROM innspill_revisjon ORDER BY innspill_id, nummer"),
                ("historie", "SELECT nr, navn, aktoer, art, gjelder, koder FROM handling ORDER BY nr"),
                ("endringer", "SELECT sekvens, handling, tabell, art FROM endring ORDER BY sekvens"),
                ("generasjoner", "SELECT nr, handling FROM generasjon ORDER BY nr"),
                ("punkter", "SELECT kode, tittel FROM punkt ORDER BY kode"),
            ):
                self.bilde[navn] = db.execute(sql).fetchall()
            tider = [tid for (tid,) in db.execute("SELECT tid FROM handling UNION ALL SELECT tid FROM generasjon")]
        self.bilde["feil"] += [f"ingen tid: {tid}" for tid in tider if datetime.fromisoformat(tid).tzinfo is None]
        self.bilde["kan angres"] = [
            tuple(linje and (linje.nr, linje.navn) for linje in self._fil.angrestatus(aktoer)) for aktoer in AKTOERER
        ]

    def _se_paa_filene(self) -> None:
        """Note which files lie there, by name without its time, and what each holds; nothing acknowledged is gone."""
        filer = []
        for nummer, sti in enumerate(sorted(self._her.glob("*.verksted"))):
            if not proev(sti):
                self.bilde["feil"].append("en kopi er ikke hel")
                continue
            kopi = legg_ut(self._mappe / f"se{nummer}")
            shutil.copyfile(sti, kopi)
            with aapne(kopi, kopi.parent / "arbeid") as fil:
                filer.append((re.sub(r"\(([a-zæøå ]+)[^)]*\)( \(\d+\))?", r"(\1)", sti.name), sorted(notene(fil))))
        self.bilde["filer"] = sorted(filer)
        if mistet := self._bekreftet - {note_id for _, ider in filer for note_id in ider}:
            self.bilde["feil"].append(f"mistet {len(mistet)}")


def _forskjeller(rett: dict[str, list[Any]], galt: dict[str, list[Any]]) -> Iterator[str]:
    yield from (f"{feil}, med klokke som går" for feil in rett.pop("feil"))
    yield from (f"{feil}, med klokke som hopper" for feil in galt.pop("feil"))
    for navn, ventet in rett.items():
        if ventet != galt[navn]:
            par = zip(ventet, galt[navn], strict=False)
            yield f"{navn}: {next((ulikt for ulikt in par if ulikt[0] != ulikt[1]), 'ikke like mange')}"
