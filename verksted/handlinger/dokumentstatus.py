"""What became of each document: never written, fresh, older than the newest change, or edited by somebody since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from verksted.lager.kvitteringer import Kvitteringer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


class Dokumentstand(StrEnum):
    """How a document on the disk stands against the process."""

    IKKE_LAGET = "ikke_laget"
    FERSK = "fersk"
    UTDATERT = "utdatert"
    REDIGERT = "redigert"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dokumentstatus:
    """`laget` is when it was last written, `endringer` how many operations there have been since."""

    stand: Dokumentstand
    laget: datetime | None = None
    endringer: int = 0


def finn_dokumentstatus(
    operasjoner: Sequence[tuple[int, datetime]], mappe: Path, filnavn: Iterable[str], *, arbeidsmappe: Path
) -> dict[str, Dokumentstatus]:
    """Return file name → how it stands against the operations (number and time).

    A file that cannot be read counts as edited by somebody.
    """
    kvitteringer = Kvitteringer(arbeidsmappe)
    return {navn: _status(mappe / navn, kvitteringer, operasjoner) for navn in filnavn}


def _status(sti: Path, kvitteringer: Kvitteringer, operasjoner: Sequence[tuple[int, datetime]]) -> Dokumentstatus:
    try:
        laget = datetime.fromtimestamp(sti.stat().st_mtime, UTC)
    except OSError:
        return Dokumentstatus(stand=Dokumentstand.IKKE_LAGET)
    try:
        vaar, til = kvitteringer.er_vaar(sti), kvitteringer.nr(sti)
    except OSError:
        vaar, til = False, None
    # What the command line wrote has no number; there the clock must do.
    endringer = sum(1 for nr, tid in operasjoner if (tid > laget if til is None else nr > til))
    if not vaar:
        return Dokumentstatus(stand=Dokumentstand.REDIGERT, laget=laget, endringer=endringer)
    stand = Dokumentstand.UTDATERT if endringer else Dokumentstand.FERSK
    return Dokumentstatus(stand=stand, laget=laget, endringer=endringer)
