"""Run the long fault campaigns beside this file and print a table; a number on the command line sets how many times.

A campaign is a module with `kampanje(antall: int | None) -> Iterator[Rad]`; None means its own full number.
"""

from __future__ import annotations

import importlib
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


def main(argumenter: list[str]) -> int:
    """Return 0 when every campaign holds, 1 when one does not."""
    antall = int(argumenter[0]) if argumenter else None
    utenfor, start = 0, time.monotonic()
    for modul in _kampanjer():
        for rad in modul.kampanje(antall):
            dom = "holder" if rad.holder else "holder ikke"
            print(f"{rad.kode:<4} {rad.hva}: {f'{rad.antall:,}'.replace(',', ' ')}, {rad.resultat}, {dom}", flush=True)
            utenfor += not rad.holder
    print(f"     {(time.monotonic() - start) / 60:.1f} minutter".replace(".", ","), flush=True)
    return int(utenfor > 0)


def _kampanjer() -> list[ModuleType]:
    """Return the modules here that hold a campaign, by number."""
    filer = sorted(
        Path(__file__).parent.glob("f[0-9]*.py"), key=lambda fil: (int(re.findall(r"\d+", fil.stem)[0]), fil)
    )
    moduler = [importlib.import_module(f"tests.feil.{fil.stem}") for fil in filer]
    return [modul for modul in moduler if hasattr(modul, "kampanje")]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
