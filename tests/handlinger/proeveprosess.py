"""A small real process for the tests: the shipped template, eight people, two tables, a small plan and its money."""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.innlesing.filer import csvfil, docx
from verksted.handlinger.avstemning import opprett_avstemning
from verksted.handlinger.bordplasser import sett_opp_bord
from verksted.handlinger.grupper import Letevalg, sett_sammen_grupper
from verksted.handlinger.innlesing import ta_inn_deltakere, ta_inn_kunnskap, ta_inn_oekonomiplan, ta_inn_samfunnsdel
from verksted.handlinger.innspill import skriv_innspill
from verksted.handlinger.maler import finn_mal
from verksted.handlinger.prosess import opprett_prosess
from verksted.handlinger.punkter import samle_punkt
from verksted.handlinger.spor import knytt, opprett_tiltak
from verksted.innlesing.deltakere.deltakere import les_deltakere
from verksted.innlesing.kunnskap.kunnskap import les_kunnskap
from verksted.innlesing.oekonomiplan.oekonomiplan import les_oekonomiplan
from verksted.innlesing.samfunnsdel.samfunnsdel import les_samfunnsdel
from verksted.lager.prosessfil import Prosessfil
from verksted.modell.ordene import Avstemningsart, Sporting, Tiltaksart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.innlesing.maler.malmodell import Prosessmal

OPPSETT = "oppsett"
LEDER = "prosessleder"
KORT = Letevalg(sekunder=0.05, prosesser=1)
DELTAKERE = (
    ("Torvald Brimvåg", "Bygdelista (BL)", "Medlem"),
    ("Åse Lyngstrand", "Bygdelista (BL)", "Medlem"),
    ("Silje Marie Vik", "Ny kurs (NK)", "Medlem"),
    ("Kåre Øyjord", "Ny kurs (NK)", "Medlem"),
    ("Magnhild Storneset", "Kystlista (KL)", "Medlem"),
    ("Oddvar Havnes", "Kystlista (KL)", "Medlem"),
    ("Ragna Ytterlind", "Kystlista (KL)", "Vara"),
    ("Jostein Lindvik", "Bygdelista (BL)", "Vara for Torvald Brimvåg"),
)
PLAN = (
    ("Heading 1", "Satsingsområder"),
    ("Heading 2", "Levende bygder"),
    ("List Bullet", "Flere skal kunne bo i bygdene"),
    ("Heading 2", "Ren kyst"),
    ("List Bullet", "Fjorden skal være ren"),
)
POSTER = (
    ("Tekst", "Funksjon", "Sektor", "2028 (kr)", "2029 (kr)"),
    ("Hurtigbåten til Ytterlind", "330", "Teknisk", 400000, 400000),
    ("Skolen på Storneset", "202", "Oppvekst", 1250000, -300000),
)
FAKTA = (
    ("Tema", "Tittel", "Tekst", "Tall", "Kilde", "År"),
    ("Samfunn", "Folketall", "Folketallet går ned", "2140", "SSB", "2027"),
    ("Tjenester", "Elever", "Færre elever på Storneset", "41", "GSI", "2027"),
)


class Fastklokke:
    """A clock that stands still."""

    def naa(self) -> datetime:
        return datetime(2028, 1, 20, 16, 0, tzinfo=UTC)

    def monoton(self) -> float:
        return 1000.0


@cache
def malen() -> Prosessmal:
    return finn_mal("politisk-verksted", "nb")[0]


def lest(les: Any, data: bytes, filnavn: str) -> dict[str, Any]:
    """Return what an import operation is given."""
    return {"lest": les(data, filnavn), "filnavn": filnavn, "sha256": sha256(data).hexdigest()}


def deltakerliste(rader: Sequence[Sequence[object]] = DELTAKERE) -> dict[str, Any]:
    return lest(les_deltakere, csvfil([("Navn", "Liste", "Rolle"), *rader]), "kommunestyret.csv")


@cache
def samfunnsdel() -> dict[str, Any]:
    return lest(les_samfunnsdel, docx(PLAN), "plan.docx")


def oekonomiplan(rader: Sequence[Sequence[object]] = POSTER) -> dict[str, Any]:
    return lest(les_oekonomiplan, csvfil(rader), "plan.csv")


@cache
def kunnskap() -> dict[str, Any]:
    return lest(les_kunnskap, csvfil(FAKTA), "fakta.csv")


def tom_fil(mappe: Path) -> Prosessfil:
    """Return a new, open file that holds no process."""
    return Prosessfil.opprett(mappe / "p.verksted", arbeidsmappe=mappe / "arbeid", klokke=Fastklokke())


@cache
def _ferdig(*, med_innhold: bool) -> bytes:
    mappe = Path(tempfile.mkdtemp())
    try:
        with tom_fil(mappe) as fil:
            fil.utfoer(opprett_prosess, OPPSETT, mal=malen(), kommune="Lindvær kommune", valgperiode=(2027, 2031))
            fil.utfoer(ta_inn_deltakere, OPPSETT, **deltakerliste())
            fil.utfoer(ta_inn_samfunnsdel, OPPSETT, **samfunnsdel())
            fil.utfoer(ta_inn_oekonomiplan, OPPSETT, **oekonomiplan())
            fil.utfoer(ta_inn_kunnskap, OPPSETT, **kunnskap())
            fil.utfoer(sett_opp_bord, OPPSETT, verksted=1, antall=2)
            if med_innhold:
                _fyll(fil)
        return (mappe / "p.verksted").read_bytes()
    finally:
        shutil.rmtree(mappe)


def _fyll(fil: Prosessfil) -> None:
    """Put a little of everything in: notes, points, dots, seats, a measure and a link."""
    for bord in (1, 2):
        for tekst in ("Butikken må bestå", "Båten går for sjelden", "Vi har ikke råd til alt"):
            note(fil, tekst, OPPSETT, gruppe=bord)
    for kilder in (["V1-G1-01", "V1-G2-01"], ["V1-G2-02"]):
        fil.utfoer(samle_punkt, OPPSETT, verksted=1, tittel="Livet i bygdene", kilder=kilder)
    fil.utfoer(
        opprett_avstemning, OPPSETT, verksted=1, art=Avstemningsart.PRIKKER, tittel="Viktigst", punkter=["P-01", "P-02"]
    )
    sett_sammen_grupper(fil, OPPSETT, verksted=1, valg=KORT)
    fil.utfoer(opprett_tiltak, OPPSETT, tittel="Lavere billettpris", art=Tiltaksart.DRIFT, beloep={2028: 100000})
    fil.utfoer(knytt, OPPSETT, fra=(Sporting.PLANELEMENT, "S1"), til=(Sporting.TILTAK, "T-001"))


def ny_prosess(mappe: Path, *, med_innhold: bool = False) -> Prosessfil:
    """Return a small process, open; all that is in it was made by the actor `oppsett`."""
    (mappe / "p.verksted").write_bytes(_ferdig(med_innhold=med_innhold))
    return Prosessfil.aapne(mappe / "p.verksted", arbeidsmappe=mappe / "arbeid", klokke=Fastklokke())


def note(fil: Prosessfil, tekst: str = "Butikken må bestå", aktoer: str = LEDER, **felt: Any) -> str:
    """Write a note and return its code."""
    return fil.utfoer(
        skriv_innspill, aktoer, **{"verksted": 1, "gruppe": 1, "spoersmaal": 1, "tekst": tekst, **felt}
    ).resultat


def hent(fil: Prosessfil, sql: str, *verdier: object) -> list[Any]:
    """Return the rows of a query; a single column comes without its tuple."""
    with fil.les_raatt() as db:
        rader = db.execute(sql, verdier).fetchall()
    return [rad[0] if len(rad) == 1 else rad for rad in rader]


def person(fil: Prosessfil, navn: str) -> str:
    (person_id,) = hent(fil, "SELECT id FROM person WHERE navn = ?", navn)
    return str(person_id)
