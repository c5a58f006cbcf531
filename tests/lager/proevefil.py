"""A small real file for the tests: a clock they decide, some operations, and every row as it lies in the file."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verksted.kjerne.ider import ny_id
from verksted.kjerne.tekstrens import rens
from verksted.lager.prosessfil import Prosessfil
from verksted.lager.utloesere import kolonnene
from verksted.modell.deltaker import Gruppe, Mandat, Person
from verksted.modell.innspill import Innspill, InnspillRevisjon, fingeravtrykk
from verksted.modell.ordene import Innspillstype, Mandatart, Sporting
from verksted.modell.prosess import Organ, Prosess
from verksted.modell.punkt import Punkt, Punktkilde
from verksted.modell.spor import Sporlenke
from verksted.modell.verksted import Spoersmaal, Verksted

if TYPE_CHECKING:
    from verksted.lager.endring import Endring
    from verksted.lager.oekt import Oekt

LEDER = "prosessleder"
Tabelldump = dict[str, list[tuple[Any, ...]]]


class Stillklokke:
    """A clock that stands still until somebody moves it."""

    def __init__(self, tid: datetime = datetime(2027, 11, 3, 17, 0, tzinfo=UTC)) -> None:
        self.tid = tid
        self.sekunder = 1000.0

    def naa(self) -> datetime:
        return self.tid

    def monoton(self) -> float:
        return self.sekunder

    def gaa(self, **varighet: float) -> None:
        delta = timedelta(**varighet)
        self.tid += delta
        self.sekunder += delta.total_seconds()


@dataclass(frozen=True)
class Bord:
    """The rows a note hangs on."""

    verksted: str
    gruppe: str
    spoersmaal: str


def ny(mappe: Path, navn: str = "prosess.verksted", klokke: Stillklokke | None = None) -> Prosessfil:
    """Return a new, open file; its working folder is `arbeid` beside it."""
    return Prosessfil.opprett(mappe / navn, arbeidsmappe=mappe / "arbeid", klokke=klokke or Stillklokke())


def aapne(
    mappe: Path,
    navn: str = "prosess.verksted",
    klokke: Stillklokke | None = None,
    *,
    arbeid: str = "arbeid",
    bare_les: bool = False,
) -> Prosessfil:
    """Return the file opened again."""
    return Prosessfil.aapne(
        mappe / navn, arbeidsmappe=mappe / arbeid, klokke=klokke or Stillklokke(), bare_les=bare_les
    )


def ny_med_bord(mappe: Path, klokke: Stillklokke | None = None) -> tuple[Prosessfil, Bord]:
    """Return a new, open file with a workshop, a table and a question in it."""
    fil = ny(mappe, klokke=klokke)
    return fil, fil.utfoer(sett_opp, LEDER).resultat


def sett_opp(oekt: Oekt) -> Endring[Bord]:
    def gjoer() -> Bord:
        oekt.opprett(
            Prosess,
            navn="Samfunnsdel for Lindvær",
            kommune="Lindvær",
            maalform="nb",
            valgperiode_fra=2027,
            valgperiode_til=2031,
            mal_noekkel="politisk-verksted",
            mal_versjon="1",
            opprettet=oekt.klokke.naa(),
        )
        organ = oekt.opprett(Organ, navn="Kommunestyret")
        verksted = oekt.opprett(Verksted, nummer=1, tittel="Kunnskapsgrunnlaget", organ_id=organ.id)
        gruppe = oekt.opprett(Gruppe, verksted_id=verksted.id, nummer=1)
        svartyper = [Innspillstype.FRITT]
        spoersmaal = oekt.opprett(
            Spoersmaal, verksted_id=verksted.id, nummer=1, tekst="Hva overrasker?", svartyper=svartyper
        )
        return Bord(verksted.id, gruppe.id, spoersmaal.id)

    return oekt.utfoer("sett_opp", gjoer)


def skriv_note(oekt: Oekt, bord: Bord, *, tekst: str, note_id: str = "") -> Endring[Innspill]:
    def gjoer() -> Innspill:
        rad = oekt.opprett(
            Innspill,
            id=note_id or ny_id(),
            verksted_id=bord.verksted,
            gruppe_id=bord.gruppe,
            spoersmaal_id=bord.spoersmaal,
            kode=f"V1-G1-{oekt.neste('V1-G1'):02d}",
            vei="vindu",
            mottatt_nr=oekt.neste("mottatt"),
        )
        _revisjon(oekt, rad, 1, tekst)
        oekt.gjelder(rad.kode)
        return rad

    return oekt.utfoer("skriv_note", gjoer)


def revider_note(oekt: Oekt, note_id: str, *, tekst: str) -> Endring[None]:
    def gjoer() -> None:
        rad = oekt.hent(Innspill, note_id)
        _revisjon(oekt, rad, rad.revisjon + 1, tekst)
        oekt.oppdater(rad, revisjon=rad.revisjon + 1)
        oekt.gjelder(rad.kode)

    return oekt.utfoer("revider_note", gjoer)


def _revisjon(oekt: Oekt, rad: Innspill, nummer: int, tekst: str) -> None:
    avtrykk = fingeravtrykk(
        tekst=rens(tekst),
        hvorfor="",
        innspillstype=Innspillstype.FRITT,
        spoersmaal_id=rad.spoersmaal_id,
        gruppe_id=rad.gruppe_id,
        nummer=nummer,
    )
    oekt.opprett(InnspillRevisjon, innspill_id=rad.id, nummer=nummer, type="fritt", tekst=tekst, sha256=avtrykk)


def loeft_note(oekt: Oekt, note_id: str, *, loeftet: bool) -> Endring[None]:
    def gjoer() -> None:
        oekt.oppdater(oekt.hent(Innspill, note_id), loeftet=loeftet)

    return oekt.utfoer("loeft_note", gjoer)


def nytt_organ(oekt: Oekt, *, navn: str) -> Endring[Organ]:
    return oekt.utfoer("nytt_organ", lambda: oekt.opprett(Organ, navn=navn))


def gi_organ_navn(oekt: Oekt, organ_id: str, *, navn: str) -> Endring[Organ]:
    return oekt.utfoer("gi_organ_navn", lambda: oekt.oppdater(oekt.hent(Organ, organ_id), navn=navn))


def slett_organ(oekt: Oekt, organ_id: str) -> Endring[None]:
    return oekt.utfoer("slett_organ", lambda: oekt.slett(oekt.hent(Organ, organ_id)))


def samle(oekt: Oekt, bord: Bord, note_ider: list[str]) -> Endring[Punkt]:
    """Gather notes into a point with links and a trail link to the first note's question."""

    def gjoer() -> Punkt:
        kode = f"P-{oekt.neste('punkt'):02d}"
        punkt = oekt.opprett(Punkt, verksted_id=bord.verksted, kode=kode, tittel="Boliger i bygdene", tekst="æøå")
        for nummer, note_id in enumerate(note_ider):
            oekt.opprett(Punktkilde, punkt_id=punkt.id, innspill_id=note_id, rekkefoelge=nummer)
        oekt.gjelder(kode)
        return punkt

    return oekt.utfoer("samle", gjoer)


def ta_fra_hverandre(oekt: Oekt, punkt_id: str) -> Endring[None]:
    def gjoer() -> None:
        for kilde in oekt.alle(Punktkilde, punkt_id=punkt_id):
            oekt.slett(kilde)
        oekt.slett(oekt.hent(Punkt, punkt_id))

    return oekt.utfoer("ta_fra_hverandre", gjoer)


def loes_lenke(oekt: Oekt) -> Endring[Sporlenke]:
    """Make a trail link between two things that are not there."""

    def gjoer() -> Sporlenke:
        return oekt.opprett(
            Sporlenke, fra_type=Sporting.PUNKT, fra_id="borte", til_type=Sporting.PLANELEMENT, til_id="borte"
        )

    return oekt.utfoer("lenk", gjoer)


def ny_person(oekt: Oekt, *, navn: str, organ_id: str) -> Endring[Person]:
    def gjoer() -> Person:
        person = oekt.opprett(Person, navn=navn)
        oekt.opprett(Mandat, person_id=person.id, organ_id=organ_id, art=Mandatart.MEDLEM, verv="leder")
        return person

    return oekt.utfoer("ny_person", gjoer)


def slett_person(oekt: Oekt, person_id: str) -> Endring[None]:
    """Erase a person: the rows, and what the log holds."""

    def gjoer() -> None:
        for mandat in oekt.alle(Mandat, person_id=person_id):
            oekt.slett(mandat)
        if (person := oekt.finn(Person, id=person_id)) is not None:
            oekt.slett(person)
        oekt.glem(person_id)

    return oekt.utfoer("slett_person", gjoer, art="endelig")


def dump(fil: Prosessfil) -> Tabelldump:
    """Return every row of every entity, sorted by id."""
    with fil.les_raatt() as db:
        return _dump(db)


def dump_av(sti: Path) -> Tabelldump:
    """Return every row of a file that nobody has open."""
    with closing(sqlite3.connect(f"{sti.as_uri()}?mode=ro", uri=True)) as db:
        return _dump(db)


def _dump(db: sqlite3.Connection) -> Tabelldump:
    return {
        tabell: db.execute(f"SELECT {', '.join(kolonner)} FROM {tabell} ORDER BY id").fetchall()
        for tabell, kolonner in kolonnene().items()
    }


def rediger(sti: Path, sql: str) -> None:
    """Change a file behind the program's back."""
    with closing(sqlite3.connect(sti, isolation_level=None)) as db:
        db.executescript(sql)


def doe(fil: Prosessfil) -> None:
    """Let everything go as when the process dies: no last copy, the working copy and the lock's note stay."""
    lapp = fil._plass.laaselapp.read_bytes()
    fil._lukket = True
    fil._la_gaa()
    fil._plass.laaselapp.write_bytes(lapp)


def krasjet(mappe: Path, *, lagret: str = "", ulagret: str = "") -> Prosessfil:
    """Return a file whose program died: an organ that was in the user's file, and one that was only acknowledged."""
    fil = ny(mappe)
    if lagret:
        fil.utfoer(nytt_organ, LEDER, navn=lagret)
        fil.lagre()
    if ulagret:
        fil.utfoer(nytt_organ, LEDER, navn=ulagret)
    doe(fil)
    return fil


def organene(av: Prosessfil | Path) -> list[str]:
    """Return the names of the organs in an open file, or in one that nobody has open, in order of the alphabet."""
    rader = (dump_av(av) if isinstance(av, Path) else dump(av))["organ"]
    return sorted(rad[1] for rad in rader)


def i_barn(kode: str, mappe: Path) -> list[str]:
    """Run code in a fresh process with `mappe` and the test file's words at hand; return what it printed."""
    hode = (
        "import sys\nfrom pathlib import Path\nfrom tests.lager.proevefil import *\n"
        "from verksted.kjerne.feil import KjentFeil\nmappe = Path(sys.argv[1])\n"
    )
    kjoering = subprocess.run(
        [sys.executable, "-c", hode + textwrap.dedent(kode), str(mappe)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=Path(__file__).resolve().parents[2],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2]), "PYTHONIOENCODING": "utf-8"},
    )
    assert kjoering.returncode == 0, kjoering.stderr
    return kjoering.stdout.splitlines()
