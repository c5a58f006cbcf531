"""Every finished version left a golden file; every later version opens it and finds the same in it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from verksted.kjerne.klokke import Systemklokke
from verksted.lager.prosessfil import Prosessfil
from verksted.oppstart import start

MAPPE = Path(__file__).parent
GAMLE = sorted(MAPPE.glob("versjon-*.verksted"))


def test_at_hver_ferdige_versjon_har_etterlatt_en_fil() -> None:
    assert [fil.stem for fil in GAMLE] == [f"versjon-{nr}" for nr in range(1, len(GAMLE) + 1)]
    assert GAMLE


@pytest.mark.parametrize("gammel", GAMLE, ids=lambda fil: fil.stem)
def test_at_en_gammel_fil_aapnes_og_er_hel(gammel: Path, tmp_path: Path) -> None:
    fil = tmp_path / gammel.name
    shutil.copyfile(gammel, fil)
    with Prosessfil.aapne(fil, arbeidsmappe=tmp_path / "arbeid", klokke=Systemklokke()) as aapen:
        assert aapen.kontroller().funn == ()


@pytest.mark.parametrize("gammel", GAMLE, ids=lambda fil: fil.stem)
def test_at_en_gammel_fil_inneholder_det_den_gjorde(
    gammel: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fil = tmp_path / gammel.name
    shutil.copyfile(gammel, fil)
    assert start(["vis", str(fil), "--json"]) == 0
    naa = json.loads(capsys.readouterr().out)
    da = json.loads(gammel.with_suffix(".json").read_text(encoding="utf-8"))
    assert {noekkel: naa[noekkel] for noekkel in da} == da
