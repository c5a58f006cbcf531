"""Run the long fault campaigns beside this file and print a table; a number on the command line sets how many times.

A campaign is a module with `kampanje(antall: int | None) -> Iterator[Rad]`; None means its own full number.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

UTEN_KAMPANJE = ("__main__", "rad")


def main(argumenter: list[str]) -> int:
    """Return 0 when every campaign holds, 1 when one does not."""
    antall = int(argumenter[0]) if argumenter else None
    utenfor = 0
    for modul in _kampanjer():
        for rad in modul.kampanje(antall):
            dom = "holder" if rad.holder else "holder ikke"
            print(f"{rad.kode:<4} {rad.hva}: {f'{rad.antall:,}'.replace(',', ' ')}, {rad.resultat}, {dom}", flush=True)
            utenfor += not rad.holder
    return int(utenfor > 0)


def _kampanjer() -> list[ModuleType]:
    """Return the modules here that hold a campaign; tests and their fixtures may stand beside them."""
    filer = sorted(Path(__file__).parent.glob("*.py"))
    navn = [fil.stem for fil in filer if fil.stem not in UTEN_KAMPANJE and not fil.stem.startswith("test_")]
    moduler = [importlib.import_module(f"tests.feil.{modul}") for modul in navn]
    return [modul for modul in moduler if hasattr(modul, "kampanje")]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
