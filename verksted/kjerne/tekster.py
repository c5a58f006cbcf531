"""The language catalogues: `ressurser/tekster/<maalform>/<rom>.toml`, bokmål as the source."""

from __future__ import annotations

import tomllib
from functools import cached_property
from typing import TYPE_CHECKING, Literal, get_args

from verksted.kjerne.feil import ManglendeTekst, VerkstedFeil
from verksted.kjerne.stier import ressurs

if TYPE_CHECKING:
    from pathlib import Path

Maalform = Literal["nb", "nn"]
MAALFORMER: tuple[Maalform, ...] = get_args(Maalform)


class Tekster:
    """Looks up texts by key, `<rom>.<gruppe>.<navn>`, in one målform."""

    def __init__(self, maalform: Maalform, mappe: Path | None = None) -> None:
        self.maalform: Maalform = maalform
        self._mappe = mappe

    @cached_property
    def _rom(self) -> dict[str, dict[str, str]]:
        return {}

    def _katalog(self, rom: str) -> dict[str, str]:
        if rom not in self._rom:
            mappe = self._mappe or ressurs("tekster")
            fil = mappe / self.maalform / f"{rom}.toml"
            if not fil.is_file():
                raise ManglendeTekst(noekkel=rom, maalform=self.maalform)
            self._rom[rom] = dict(_flat("", tomllib.loads(fil.read_text(encoding="utf-8"))))
        return self._rom[rom]

    def __call__(self, noekkel: str, /, **data: object) -> str:
        """Return the text with its placeholders filled (raises ManglendeTekst)."""
        rom, _, rest = noekkel.partition(".")
        try:
            moenster = self._katalog(rom)[rest]
        except KeyError:
            raise ManglendeTekst(noekkel=noekkel, maalform=self.maalform) from None
        return moenster.format_map(data) if data else moenster

    def antall(self, noekkel: str, antall: int, /, **data: object) -> str:
        """Return the singular or plural text (`<noekkel>.en`, `<noekkel>.flere`) with `{antall}` filled."""
        form = "en" if antall == 1 else "flere"
        return self(f"{noekkel}.{form}", antall=antall, **data)

    def har(self, noekkel: str) -> bool:
        """Say whether the catalogue has this key."""
        rom, _, rest = noekkel.partition(".")
        return rest in self._katalog(rom)

    def noekler(self, rom: str) -> frozenset[str]:
        """Return every key of one room, without the room's name."""
        return frozenset(self._katalog(rom))

    def feil(self, feil: VerkstedFeil) -> str:
        """Return what happened, what is safe and what to do, as sentences."""
        deler = (self(f"{feil.noekkel}.{del_}", **feil.data) for del_ in ("hva", "trygt", "gjoer"))
        return " ".join(d for d in deler if d)


def _flat(foran: str, tabell: dict[str, object]) -> list[tuple[str, str]]:
    flate: list[tuple[str, str]] = []
    for navn, verdi in tabell.items():
        noekkel = f"{foran}{navn}"
        if isinstance(verdi, dict):
            flate.extend(_flat(f"{noekkel}.", verdi))
        else:
            flate.append((noekkel, str(verdi)))
    return flate
