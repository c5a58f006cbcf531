"""Backups on the local disk: made before what is risky, verified at once, thinned with age.

Their order is the order they were taken in, by number: a clock that was wrong must not hide the newest one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from verksted.kjerne.feil import KjentFeil
from verksted.lager.fil import kopier_inn, proev, se_paa_hodet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_FORMAT: Final = "%Y%m%dT%H%M%S%f"
MELLOMROM: Final = timedelta(minutes=10)
ALT_I: Final = timedelta(hours=24)
DAGER, UKER, MAANEDER = 12, 10, 9
# The newest that no clock thins out.
ALLTID: Final = 12


@dataclass(frozen=True, slots=True)
class Kopi:
    """One backup: its number in the order they were taken, what the clock said, and where it lies."""

    nr: int
    tid: datetime
    sti: Path


class Kopisamling:
    """The backups of one file, `kopier/<fil_id>/<number>-<time in UTC>.verksted`."""

    def __init__(self, arbeidsmappe: Path, fil_id: str) -> None:
        self.mappe = arbeidsmappe / "kopier" / fil_id

    def kopiene(self) -> list[Kopi]:
        """Return every backup, newest first."""
        funnet = []
        for sti in self.mappe.glob("*.verksted"):
            try:
                nr, _, tid = sti.stem.rpartition("-")  # early ones have no number, and are older than all that do
                funnet.append(Kopi(int(nr or 0), datetime.strptime(tid, _FORMAT).replace(tzinfo=UTC), sti))
            except ValueError:
                continue  # somebody else's file
        return sorted(funnet, key=lambda k: (k.nr, k.tid), reverse=True)

    def ta(self, fra: Path, *, naa: datetime) -> Kopi | None:
        """Take a backup and verify it; None when the copy did not come out whole.

        Raises DiskenErFull, KunneIkkeAapneFil.
        """
        tid = naa.astimezone(UTC)
        nr = 1 + max((k.nr for k in self.kopiene()), default=0)
        sti = self.mappe / f"{nr:06}-{tid.strftime(_FORMAT)}.verksted"
        kopier_inn(fra, sti)
        if not proev(sti):
            sti.unlink()
            return None
        self.tynn_ut(naa=naa)
        return Kopi(nr, tid, sti)

    def moden(self, *, naa: datetime) -> bool:
        """Say whether it is time for another."""
        kopiene = self.kopiene()
        return not kopiene or abs(naa - kopiene[0].tid) >= MELLOMROM

    def nyeste_hele(self) -> Kopi | None:
        """Return the newest backup that is whole."""
        return next((k for k in self.kopiene() if _hel(k.sti)), None)

    def tynn_ut(self, *, naa: datetime) -> None:
        """Delete what the policy does not keep."""
        kopiene = self.kopiene()
        behold = set(beholdes([k.tid for k in kopiene], naa=naa))
        for kopi in kopiene[ALLTID:]:
            if kopi.tid not in behold:
                kopi.sti.unlink(missing_ok=True)


def beholdes(tider: Sequence[datetime], *, naa: datetime) -> list[datetime]:
    """Return which backups to keep: all of 24 hours, then the newest of 12 days, 10 weeks and 9 months."""
    nyeste_foerst = sorted(tider, reverse=True)
    behold = {t for t in nyeste_foerst if naa - t <= ALT_I}
    eldre = [t for t in nyeste_foerst if t not in behold]
    for noekkel, antall in (("%Y-%j", DAGER), ("%G-%V", UKER), ("%Y-%m", MAANEDER)):
        perioder: dict[str, datetime] = {}
        for tid in eldre:
            perioder.setdefault(tid.strftime(noekkel), tid)
        behold.update(list(perioder.values())[:antall])
    return sorted(behold, reverse=True)


def _hel(sti: Path) -> bool:
    try:
        se_paa_hodet(sti)
    except KjentFeil:
        return False
    return proev(sti)
