"""Canaries: no note, name or device code is written anywhere but in the process file and its backups."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.handlinger.proeveprosess import Fastklokke, ny_prosess, person
from verksted import oppstart
from verksted.kjerne.tekster import Tekster
from verksted.kommandolinje import innspill as innspillkommandoen
from verksted.kommandolinje.krasjvakt import Krasjvakt
from verksted.lager.prosessfil import Prosessfil

if TYPE_CHECKING:
    from verksted.lager.oekt import Oekt

ROT = Path(__file__).resolve().parents[1]
INNSPILL = ("--verksted", "1", "--gruppe", "1", "--spoersmaal", "1", "--tekst")
KANARI = "KANARIFUGLEN-sang-om-ordføreren"
NAVN = "Magnhild Storneset"


def _utenfor_prosessfilene(mappe: Path) -> dict[str, bytes]:
    """Return every file that is not a database, with its path as part of what was written."""
    filer = {str(f): f.read_bytes() for f in mappe.rglob("*") if f.is_file()}
    return {navn: os.fsencode(navn) + data for navn, data in filer.items() if not data.startswith(b"SQLite format 3\0")}


def _krev_taust(mappe: Path) -> None:
    for navn, data in _utenfor_prosessfilene(mappe).items():
        for hemmelig in (KANARI, NAVN, NAVN.partition(" ")[0]):
            assert hemmelig.encode() not in data, f"{hemmelig} in {navn}"


@pytest.fixture
def fil(tmp_path: Path) -> Path:
    ny_prosess(tmp_path).lukk()
    return tmp_path / "p.verksted"


def test_at_laaslapp_status_og_arbeidsmappe_ikke_roeper_noe_mens_fila_er_aapen(tmp_path: Path) -> None:
    with ny_prosess(tmp_path) as fil:
        assert person(fil, NAVN)
        lapp = tmp_path / ".p.verksted.laas"
        assert lapp.is_file()
        assert set(_utenfor_prosessfilene(tmp_path)) >= {str(lapp)}
        _krev_taust(tmp_path)
        fil.lagre()
        _krev_taust(tmp_path)
    _krev_taust(tmp_path)


def test_at_en_feil_i_programmet_gir_en_setning_og_en_fil_uten_innspillet(
    fil: Path, arbeidsmappe: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def ryker(_: Oekt, *, tekst: str, **__: object) -> None:
        raise RuntimeError(f"{tekst} {NAVN}")

    monkeypatch.setattr(innspillkommandoen, "skriv_innspill", ryker)
    monkeypatch.setattr("faulthandler.enable", lambda: None)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    with pytest.raises(RuntimeError) as feil:
        oppstart.start(["innspill", str(fil), *INNSPILL, KANARI])
    sys.excepthook(feil.type, feil.value, feil.tb)
    sagt = capsys.readouterr().err
    assert sagt.startswith("Noe gikk galt i Verksted. Alt som var kvittert for, er lagret.")
    (krasjfil,) = (arbeidsmappe / "feil").iterdir()
    assert str(krasjfil) in sagt
    skrevet = krasjfil.read_text(encoding="utf-8")
    assert skrevet.startswith("RuntimeError\n")
    assert "innspill.py" in skrevet
    assert KANARI not in sagt + skrevet
    _krev_taust(arbeidsmappe)
    _krev_taust(fil.parent)
    with Prosessfil.aapne(fil, arbeidsmappe=arbeidsmappe, klokke=Fastklokke()) as igjen:
        assert igjen.kontroller().funn == ()


def test_at_en_feil_i_programmet_gir_utgangskode_en_og_ingen_sporing_paa_skjermen(
    fil: Path, arbeidsmappe: Path
) -> None:
    kode = (
        "import sys; from verksted.kommandolinje import innspill; from verksted.oppstart import start\n"
        "def ryker(oekt, *, tekst, **_): raise RuntimeError(tekst)\n"
        "innspill.skriv_innspill = ryker\n"
        "sys.exit(start(sys.argv[1:]))"
    )
    argv = [sys.executable, "-c", kode, "--spraak", "nn", "innspill", str(fil), *INNSPILL, KANARI]
    ferdig = subprocess.run(argv, cwd=ROT, capture_output=True, check=False, timeout=60)
    sagt = ferdig.stderr.decode()
    assert (ferdig.returncode, ferdig.stdout) == (1, b"")
    assert sagt.startswith("Noko gjekk gale i Verksted.")
    assert "Traceback" not in sagt
    assert KANARI not in sagt
    assert len(list((arbeidsmappe / "feil").iterdir())) == 1
    _krev_taust(arbeidsmappe)


def test_at_en_krasjfil_som_ikke_kan_skrives_ikke_tar_setningen_med_seg(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "opptatt").touch()
    vakt = Krasjvakt(Tekster("nb"), tmp_path / "opptatt")
    vakt(RuntimeError, RuntimeError(KANARI), None)
    vakt.i_traad(threading.ExceptHookArgs((RuntimeError, RuntimeError(KANARI), None, None)))
    sagt = capsys.readouterr().err
    assert sagt.count("Noe gikk galt i Verksted.") == 2
    assert KANARI not in sagt


def test_at_det_som_avvises_ikke_gjengis(fil: Path, arbeidsmappe: Path) -> None:
    lang = KANARI + "å" * 20_001
    argv = [sys.executable, "-m", "verksted", "innspill", str(fil), *INNSPILL, "-"]
    ferdig = subprocess.run(argv, cwd=ROT, input=lang.encode(), capture_output=True, check=False, timeout=60)
    assert ferdig.returncode == 1
    assert KANARI.encode() not in ferdig.stdout + ferdig.stderr
    _krev_taust(arbeidsmappe)
