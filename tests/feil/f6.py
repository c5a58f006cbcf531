"""F6: the user's file vanishes while it is open: deleted, its folder renamed, the stick pulled out.

The work goes on, the user is told once, and when the place is back the copy is written there by itself. A stick leaves
an empty folder behind: nothing may be written into that. The watcher of the copies is the program's own.
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import Semaphore
from typing import TYPE_CHECKING

from tests.feil.barn import i_navnerom, kan_montere
from tests.feil.grunnlag import NAVN, Skribent, setning
from tests.feil.rad import Rad
from tests.lager.proevefil import Stillklokke
from verksted.kjerne.feil import KjentFeil
from verksted.lager.fil import proev
from verksted.lager.lagringsvakt import PAUSE, Lagringsvakt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verksted.lager.prosessfil import Prosessfil

FULLT_ANTALL = 150
UTEN_DISK = ("slettet", "mappa omdøpt")
MED_DISK = (*UTEN_DISK, "trukket ut")


@dataclass
class Utfall:
    """What came of a campaign: `feil` is empty when everything held."""

    runder: int = 0
    borte: int = 0
    meldinger: int = 0
    bekreftet: int = 0
    feil: list[str] = field(default_factory=list)


class Skrittklokke(Stillklokke):
    """Goes one pause ahead each time somebody looks, so that no one waits."""

    def monoton(self) -> float:
        self.sekunder += PAUSE
        return self.sekunder


def kampanje(antall: int | None) -> Iterator[Rad]:
    """Yield the line of F6."""
    utfall = kjoer(antall or FULLT_ANTALL, froe=time.time_ns())
    for linje in utfall.feil[:10]:
        print("     ", linje, flush=True)
    resultat = (
        f"{utfall.borte} ganger borte, {utfall.meldinger} meldinger, {utfall.bekreftet} bekreftede notater, "
        f"{len(utfall.feil)} mistet eller galt"
    )
    yield Rad("F6", "fila forsvinner", utfall.runder, resultat, not utfall.feil)


def kjoer(antall: int, *, froe: int) -> Utfall:
    """Take the file away `antall` times; with a stick too, where this machine lets us have one."""
    if kan_montere():
        return Utfall(**json.loads(i_navnerom("tests.feil.f6", antall, froe)))
    return runder(antall, froe=froe, maater=UTEN_DISK)


def runder(antall: int, *, froe: int, maater: tuple[str, ...]) -> Utfall:
    """Take the file away in each of these ways in turn."""
    tilfeldig, utfall = random.Random(froe), Utfall()
    rot = Path(tempfile.mkdtemp(prefix="f6-"))
    try:
        for nummer in range(antall):
            shutil.rmtree(rot)
            (rot / "sted").mkdir(parents=True)
            utfall.runder += 1
            sted = Sted(rot, maater[nummer % len(maater)])
            try:
                _en_runde(rot, sted, tilfeldig, utfall)
            finally:
                sted.rydd()
    finally:
        shutil.rmtree(rot)
    return utfall


class Sted:
    """The user's folder, and one way in which it goes away and comes back."""

    def __init__(self, rot: Path, maate: str) -> None:
        self.maate = maate
        self.mappe = rot / "sted"
        self._pinne = rot / "pinne"
        if maate == "trukket ut":
            self._pinne.mkdir()
            _kjoer("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(self._pinne))
            self.gi_tilbake()

    def ta_bort(self) -> None:
        if self.maate == "slettet":
            (self.mappe / NAVN).unlink()
        elif self.maate == "mappa omdøpt":
            self.mappe.rename(self._pinne)
        else:
            _kjoer("umount", "-l", str(self.mappe))

    def gi_tilbake(self) -> None:
        if self.maate == "mappa omdøpt":
            self._pinne.rename(self.mappe)
        elif self.maate == "trukket ut":
            _kjoer("mount", "--bind", str(self._pinne), str(self.mappe))

    def rydd(self) -> None:
        if self.maate == "trukket ut":
            for sti in (self.mappe, self._pinne):
                subprocess.run(["umount", "-l", str(sti)], check=False, capture_output=True)


def _en_runde(rot: Path, sted: Sted, tilfeldig: random.Random, utfall: Utfall) -> None:
    feilene: list[KjentFeil] = []
    forsoekt = Semaphore(0)
    skribent = Skribent.ved(sted.mappe, rot / "arbeid")
    vakt = _vokt(skribent.fil, feilene, forsoekt)

    def skriv(antall: int) -> None:
        for _ in range(antall):
            skribent.skriv()
            if not forsoekt.acquire(timeout=20):
                utfall.feil.append(f"{sted.maate}: ingen prøvde å lagre")

    skriv(1)
    sier_fra = sted.maate != "slettet"
    for gang in range(1, 3):
        sted.ta_bort()
        utfall.borte += 1
        skriv(tilfeldig.randint(2, 4))  # at the second, what came of the first is told
        if len(feilene) != gang * sier_fra:
            utfall.feil.append(f"{sted.maate}: {len(feilene)} meldinger etter {gang} ganger")
        if sier_fra and sted.mappe.exists() and any(sted.mappe.iterdir()):
            utfall.feil.append(f"{sted.maate}: noe ble skrevet der den ikke er")
        if gang == 1 or tilfeldig.random() < 0.5:
            sted.gi_tilbake()
            skriv(1)
            utfall.feil += _se_etter(rot, sted, skribent)
    vakt.stopp()
    utfall.meldinger += len([setning(feil) for feil in feilene])
    utfall.bekreftet += len(skribent.skrevet)
    _lukk_og_aapne(rot, sted, skribent, utfall)


def _vokt(fil: Prosessfil, feilene: list[KjentFeil], forsoekt: Semaphore) -> Lagringsvakt:
    """Start the program's own watcher on the file; `forsoekt` is released after each attempt."""

    def lagre() -> None:
        try:
            fil.lagre()
        finally:
            forsoekt.release()

    vakt = Lagringsvakt(lagre, klokke=Skrittklokke())
    vakt.mislyktes.lytt(feilene.append)
    fil.endret.lytt(lambda _: vakt.roert())
    return vakt


def _lukk_og_aapne(rot: Path, sted: Sted, skribent: Skribent, utfall: Utfall) -> None:
    borte = not (sted.mappe / NAVN).exists()
    try:
        skribent.fil.lukk()
    except KjentFeil as feil:
        setning(feil)
        if not borte:
            utfall.feil.append(f"{sted.maate}: lot seg ikke lukke: {feil}")
    if borte and sted.maate != "slettet":
        sted.gi_tilbake()
    if mangler := skribent.mangler(sted.mappe / NAVN, rot / "arbeid"):
        utfall.feil.append(f"{sted.maate}: mistet {mangler} etter lukking")
    utfall.feil += _se_etter(rot, sted, skribent)


def _se_etter(rot: Path, sted: Sted, skribent: Skribent) -> list[str]:
    """Return what is wrong with the file at the user's place, as another machine sees it."""
    annen = rot / "annen"
    shutil.rmtree(annen, ignore_errors=True)
    annen.mkdir()
    if not (sted.mappe / NAVN).exists():
        return [f"{sted.maate}: fila kom ikke tilbake"]
    if ekstra := [p.name for p in sted.mappe.iterdir() if p.name not in {NAVN, f".{NAVN}.laas"}]:
        return [f"{sted.maate}: ved siden av ligger {ekstra}"]
    shutil.copyfile(sted.mappe / NAVN, annen / NAVN)
    if not proev(annen / NAVN):
        return [f"{sted.maate}: fila er ikke hel"]
    mangler = skribent.mangler(annen / NAVN, annen / "arbeid")
    return [f"{sted.maate}: {mangler} mangler i fila"] if mangler else []


def _kjoer(*kommando: str) -> None:
    subprocess.run(kommando, check=True)


if __name__ == "__main__":
    print(json.dumps(asdict(runder(int(sys.argv[1]), froe=int(sys.argv[2]), maater=MED_DISK))))
