"""Clock, handed in so that tests decide the time."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")
_SIDEN_OPPSTART: int | None = getattr(time, "CLOCK_BOOTTIME", None)


class Klokke(Protocol):
    """What time it is on the wall, and how much has passed."""

    def naa(self) -> datetime:
        """Return the wall clock, timezone aware in UTC: for people to read, never for order."""
        ...

    def monoton(self) -> float:
        """Return seconds from a clock that nobody can turn back."""
        ...


class Systemklokke:
    """The machine's own clocks."""

    def naa(self) -> datetime:
        """Return the wall clock in UTC."""
        return datetime.now(UTC)

    def monoton(self) -> float:
        """Return the monotonic clock in seconds, time asleep counted: on Linux only the clock since boot does that."""
        return time.monotonic() if _SIDEN_OPPSTART is None else time.clock_gettime(_SIDEN_OPPSTART)


def lokal(tid: datetime) -> datetime:
    """Return the moment on a Norwegian wall clock."""
    return tid.astimezone(OSLO)
