"""Run the long fault campaigns beside this file, one on each core, and print a line as each ends.

A number on the command line sets how many times.

A campaign is a module with `kampanje(antall: int | None) -> Iterator[Rad]`; None means its own full number.
"""

from __future__ import annotations

import importlib
import re
import sys
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

from tests.feil.rad import kjoer_kampanje


def main(argumenter: list[str]) -> int:
    """Return 0 when every campaign holds, 1 when one does not."""
    antall = int(argumenter[0]) if argumenter else None
    utenfor, start = 0, time.monotonic()
    with ProcessPoolExecutor(mp_context=get_context("spawn"), max_tasks_per_child=1) as kjernene:
        kampanjer = [kjernene.submit(kjoer_kampanje, navn, antall) for navn in _kampanjer()]
        for kampanje in as_completed(kampanjer):
            for rad in kampanje.result():
                dom = "holder" if rad.holder else "holder ikke"
                tall = f"{rad.antall:,}".replace(",", " ")
                print(f"{rad.kode:<4} {rad.hva}: {tall}, {rad.resultat}, {dom}", flush=True)
                utenfor += not rad.holder
    print(f"     {(time.monotonic() - start) / 60:.1f} minutter".replace(".", ","), flush=True)
    return int(utenfor > 0)


def _kampanjer() -> list[str]:
    """Return the modules here that hold a campaign, by number."""
    filer = sorted(
        Path(__file__).parent.glob("f[0-9]*.py"), key=lambda fil: (int(re.findall(r"\d+", fil.stem)[0]), fil)
    )
    navn = [f"tests.feil.{fil.stem}" for fil in filer]
    return [ett for ett in navn if hasattr(importlib.import_module(ett), "kampanje")]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
