"""The files used last, as data in the working folder: what the start page shows without opening any of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

_MEST: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Sistbrukt:
    """One file as it was when it was last closed; `brukt` is ISO 8601 in UTC, `traad` a mark per phase."""

    sti: str
    navn: str
    kommune: str = ""
    brukt: str = ""
    traad: tuple[str, ...] = ()
    fase: str = ""
    neste: str = ""
    venter: str = ""

    @property
    def tid(self) -> datetime | None:
        """When it was used, None when nobody knows."""
        return datetime.fromisoformat(self.brukt) if self.brukt else None


class Sistliste:
    """The list, latest first. `les` returns the stored text ('' when there is none), `skriv` stores another."""

    def __init__(self, les: Callable[[], str], skriv: Callable[[str], None]) -> None:
        self._skriv = skriv
        self._alle = _fra_json(les())

    @property
    def alle(self) -> tuple[Sistbrukt, ...]:
        """Every file, latest first."""
        return self._alle

    def merk(self, en: Sistbrukt) -> None:
        """Put a file first, as it now is."""
        self._sett((en, *(annen for annen in self._alle if annen.sti != en.sti)))

    def oppdater(self, sti: Path, **felter: str | tuple[str, ...]) -> None:
        """Change what is known of a file that is in the list."""
        self._sett(
            tuple(
                replace(en, **felter) if en.sti == str(sti) else en  # type: ignore[arg-type]
                for en in self._alle
            )
        )

    def fjern(self, sti: Path) -> None:
        """Take a file off the list; the file itself is untouched."""
        self._sett(tuple(en for en in self._alle if en.sti != str(sti)))

    def _sett(self, alle: tuple[Sistbrukt, ...]) -> None:
        self._alle = alle[:_MEST]
        self._skriv(json.dumps([asdict(en) for en in self._alle], ensure_ascii=False, indent=1))


def _fra_json(tekst: str) -> tuple[Sistbrukt, ...]:
    """Return what the text lists; nothing where it is not ours: the list is a convenience, never in the way."""
    try:
        rader = json.loads(tekst or "[]")
        return tuple(Sistbrukt(**{**rad, "traad": tuple(rad.get("traad", ()))}) for rad in rader)
    except (ValueError, TypeError, AttributeError):
        return ()
