"""Run every benchmark beside this file, or those named on the command line, and print one line a figure."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

UTEN_MAALINGER = {"__main__", "maaling"}


def main(valgte: list[str]) -> int:
    """Return 0 when every figure reaches its goal, 1 when one does not."""
    navn = sorted(fil.stem for fil in Path(__file__).parent.glob("*.py") if fil.stem not in UTEN_MAALINGER)
    moduler = [importlib.import_module(f"tests.ytelse.{modul}") for modul in valgte or navn]
    utenfor = 0
    for modul in moduler:
        for maaling in modul.maalinger():
            print(maaling.linje(), flush=True)
            utenfor += not maaling.holder
    return int(utenfor > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
