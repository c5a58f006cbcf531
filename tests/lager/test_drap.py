"""Killed at random moments (F1, F19); the long campaigns are `make feil`.

Run in a process of their own: forking is only safe where no thread is alive.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROT = Path(__file__).resolve().parents[2]


def _kampanje(modul: str, *argumenter: str) -> dict[str, Any]:
    kjoering = subprocess.run(
        [sys.executable, "-m", f"tests.feil.{modul}", *argumenter],
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=ROT,
    )
    svar: dict[str, Any] = json.loads(kjoering.stdout)
    return svar


def test_at_ingen_bekreftede_notater_forsvinner_naar_programmet_drepes_300_ganger() -> None:
    utfall = _kampanje("f1", "300", "20271103")
    assert utfall["feil"] == []
    assert utfall["drap"] == 300
    assert utfall["bekreftet"] > 500
    assert utfall["under_aapning"] > 3


def test_at_kampanjen_ser_det_naar_noe_bekreftes_for_tidlig() -> None:
    assert _kampanje("f1", "100", "1", "for tidlig")["feil"]


def test_at_fila_er_gammel_eller_ny_naar_programmet_drepes_mens_det_loefter_den() -> None:
    utfall = _kampanje("f19", "60", "20271103")
    assert utfall["feil"] == []
    assert utfall["under_aapning"] > 5
