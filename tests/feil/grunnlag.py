"""The process that the campaigns of F2, F3, F4, F6, F9 and F10 work on, with the program's own operations."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tests.lager.proevefil import LEDER, Stillklokke
from verksted.handlinger.bordplasser import sett_opp_bord
from verksted.handlinger.eksport import Dokument, eksporter
from verksted.handlinger.innspill import skriv_innspill
from verksted.handlinger.maler import finn_mal
from verksted.handlinger.prosess import opprett_prosess
from verksted.kjerne.ider import ny_id
from verksted.kjerne.tekster import Tekster
from verksted.kommandolinje.feilsetning import feilsetning
from verksted.lager.prosessfil import Prosessfil

if TYPE_CHECKING:
    from verksted.kjerne.feil import KjentFeil
    from verksted.visning.grunnlag import Grunnlag

NAVN = "prosess.verksted"
DOKUMENT = "oppsummering.docx"


@cache
def tom_prosess() -> bytes:
    """Return a file with a process from the shipped template, one workshop set up with two tables, and no notes."""
    mappe = Path(tempfile.mkdtemp(prefix="grunnlag-"))
    try:
        with Prosessfil.opprett(mappe / NAVN, arbeidsmappe=mappe / "arbeid", klokke=Stillklokke()) as fil:
            mal = finn_mal("politisk-verksted", "nb")[0]
            fil.utfoer(opprett_prosess, LEDER, mal=mal, kommune="Lindvær kommune", valgperiode=(2027, 2031))
            fil.utfoer(sett_opp_bord, LEDER, verksted=1, antall=2)
        return (mappe / NAVN).read_bytes()
    finally:
        shutil.rmtree(mappe)


def legg_ut(mappe: Path) -> Path:
    """Put a fresh copy of the process in a folder; return its path."""
    mappe.mkdir(parents=True, exist_ok=True)
    (mappe / NAVN).write_bytes(tom_prosess())
    return mappe / NAVN


def aapne(sti: Path, arbeid: Path, *, autolagring: bool = False, klokke: Stillklokke | None = None) -> Prosessfil:
    """Return the file, open."""
    return Prosessfil.aapne(sti, arbeidsmappe=arbeid, klokke=klokke or Stillklokke(), autolagring=autolagring)


def note(fil: Prosessfil, note_id: str, tekst: str | None = None) -> str:
    """Write a note through the program's own operation and return its code after the COMMIT."""
    ord_ = f"Notat {note_id}" if tekst is None else tekst
    return fil.utfoer(
        skriv_innspill, LEDER, verksted=1, gruppe=1, spoersmaal=1, tekst=ord_, innspill_id=note_id
    ).resultat


@dataclass
class Skribent:
    """Somebody who writes notes in an open file, and what has been acknowledged."""

    fil: Prosessfil
    skrevet: set[str] = field(default_factory=set)

    @classmethod
    def ved(cls, mappe: Path, arbeid: Path) -> Skribent:
        """Return one at a fresh process in a folder."""
        return cls(aapne(legg_ut(mappe), arbeid))

    def skriv(self) -> None:
        """Write one note; it counts once it is acknowledged."""
        note_id = ny_id()
        note(self.fil, note_id)
        self.skrevet.add(note_id)

    def mangler(self, sti: Path, arbeid: Path) -> int:
        """Return how many of the notes are not in the file as it lies there."""
        with aapne(sti, arbeid) as fil:
            return len(self.skrevet - notene(fil))


def notene(fil: Prosessfil) -> set[str]:
    """Return the ids of the notes in an open file."""
    with fil.les_raatt() as db:
        return {str(i) for (i,) in db.execute("SELECT id FROM innspill")}


def skriv_dokument(fil: Prosessfil, mappe: Path, data: bytes, *, klokke: Stillklokke | None = None) -> Path:
    """Export one document with these bytes, as the program does."""

    def skriv(_grunnlag: Grunnlag, _skrevet: datetime) -> Dokument:
        return Dokument(data, {})

    (ferdig,) = eksporter(
        fil, mappe, {"oppsummering": (DOKUMENT, skriv)}, klokke=klokke or Stillklokke(), arbeidsmappe=mappe / ".arbeid"
    )
    return ferdig.sti


@cache
def _tekster() -> Tekster:
    return Tekster("nb")


def setning(feil: KjentFeil) -> str:
    """Return the sentence a user reads; a placeholder that was not filled is a fault in itself."""
    ferdig = feilsetning(feil, _tekster())
    if "{" in ferdig or not ferdig.strip():
        message = f"uferdig setning: {ferdig}"
        raise AssertionError(message)
    return ferdig
