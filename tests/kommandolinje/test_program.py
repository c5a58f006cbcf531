"""`verksted program`: the table a person reads, and the same as JSON."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.handlinger.proeveprosess import LEDER, hent, ny_prosess
from verksted.handlinger.program import hopp_over_post, neste_post, oppdater_programpost
from verksted.oppstart import start

if TYPE_CHECKING:
    from pathlib import Path

FEM = datetime(2028, 1, 20, 16, tzinfo=UTC)


@pytest.fixture
def sti(tmp_path: Path) -> Path:
    ny_prosess(tmp_path).lukk()
    return tmp_path / "p.verksted"


def kjoer(capsys: pytest.CaptureFixture[str], sti: Path, *valg: str) -> str:
    assert start(["program", str(sti), "--verksted", "1", *valg]) == 0
    return capsys.readouterr().out


def test_at_programmet_staar_med_klokkeslett_steg_spoersmaal_og_ansvarlig(
    sti: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ut = kjoer(capsys, sti)
    assert "17.30–17.55    25  Gruppearbeid 1: overrasket, nysgjerrig, savner  Gruppesekretær" in ut
    assert "5 Alene – 8 Runde rundt bordet – 9 Gruppa skriver" in ut
    assert "Spørsmål 1: Hva i bildet av kommunen" in ut
    assert ut.endswith("Ingenting å rette.\n")


def test_at_det_som_boer_rettes_staar_under_med_hva_en_kan_gjoere(tmp_path: Path, capsys: Any) -> None:
    with ny_prosess(tmp_path) as fil:
        (post,) = hent(fil, "SELECT id FROM programpost WHERE tittel = 'Pause med mat' ORDER BY verksted_id")[:1]
        (numre,) = hent(
            fil, "SELECT v.nummer FROM verksted v JOIN programpost p ON p.verksted_id = v.id WHERE p.id = ?", post
        )
        fil.utfoer(oppdater_programpost, LEDER, verksted=numre, post_id=post, minutter=30)
    assert start(["program", str(tmp_path / "p.verksted"), "--verksted", str(numre)]) == 0
    ut = capsys.readouterr().out
    assert "min over sluttiden. Kort ned alle blokkene litt, eller sett en senere sluttid." in ut


def test_at_det_som_ble_staar_ved_siden_av_det_som_var_planlagt(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with ny_prosess(tmp_path) as fil:
        for minutt in (0, 14, 30):
            fil.utfoer(neste_post, LEDER, verksted=1, tid=FEM + timedelta(minutes=minutt))
        (post,) = hent(fil, "SELECT id FROM programpost WHERE tittel LIKE 'Dagens samfunnsdel%'")
        fil.utfoer(hopp_over_post, LEDER, verksted=1, post_id=post, tid=FEM + timedelta(minutes=31))
    sti = tmp_path / "p.verksted"
    linjer = kjoer(capsys, sti).splitlines()
    assert any(linje.startswith("17.00–17.14    10      14  Velkommen") for linje in linjer)
    assert any(linje.endswith("Planlegger, hoppet over") for linje in linjer)
    data = json.loads(kjoer(capsys, sti, "--json"))
    assert data["gjennomfoert"]
    assert [(b["fra"], b["planlagt_fra"], b["minutter"], b["varte"]) for b in data["blokker"]][:2] == [
        ("17:00", "17:00", 10, 14),
        ("17:14", "17:10", 20, 16),
    ]


def test_at_json_har_faste_noekler_og_varslene_som_data(sti: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(kjoer(capsys, sti, "--json"))
    assert (data["start"], data["slutt"], data["planlagt_slutt"], data["minutter"]) == ("17:00", "20:30", "20:30", 210)
    assert data["varsler"] == []
    assert [s["minutter"] for s in data["blokker"][2]["steg"]] == [5, 8, 9, 3]


def test_at_et_verksted_som_ikke_finnes_gir_en_setning(sti: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert start(["program", str(sti), "--verksted", "9"]) == 1
    assert "verksted" in capsys.readouterr().err
