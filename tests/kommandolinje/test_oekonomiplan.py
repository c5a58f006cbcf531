"""The økonomiplan at the command line: control sums, and nothing over posts in use without a word of consent."""

from __future__ import annotations

import faulthandler
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from tests.handlinger.proeveprosess import LEDER, hent, ny_prosess
from tests.handlinger.test_oekonomiplan import NESTE_AAR
from tests.innlesing.filer import csvfil
from verksted import oppstart
from verksted.handlinger.spor import knytt, opprett_tiltak
from verksted.modell.ordene import Sporting, Tiltaksart

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def fil(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(faulthandler, "enable", lambda: None)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.delenv("VERKSTED_SPRAAK", raising=False)
    with ny_prosess(tmp_path) as prosess:
        tiltak = prosess.utfoer(opprett_tiltak, LEDER, tittel="T", art=Tiltaksart.DRIFT).resultat
        for post in ("D-0001", "D-0002"):
            prosess.utfoer(knytt, LEDER, fra=(Sporting.TILTAK, tiltak), til=(Sporting.OEKONOMIPOST, post))
    monkeypatch.setenv("VERKSTED_ARBEIDSMAPPE", str(tmp_path / "arbeid"))
    (tmp_path / "ny.csv").write_bytes(csvfil([*NESTE_AAR, ("Sum", "", "", 507, 600)]))
    return tmp_path / "p.verksted"


def _postene(fil: Path) -> list[tuple[str, str]]:
    from tests.handlinger.proeveprosess import Fastklokke
    from verksted.lager.prosessfil import Prosessfil

    with Prosessfil.aapne(fil, arbeidsmappe=fil.parent / "arbeid", klokke=Fastklokke()) as prosess:
        return hent(prosess, "SELECT kode, tekst FROM oekonomipost ORDER BY kode")


def test_at_poster_i_bruk_byttes_foerst_naar_forslaget_er_bekreftet(
    fil: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    foer = _postene(fil)
    argv = ["les", str(fil), "--oekonomiplan", str(fil.parent / "ny.csv")]
    assert oppstart.start(argv) == 1
    sagt = capfd.readouterr().out
    assert "D-0001" in sagt
    assert "Hurtigbåt til Ytterlind" in sagt
    assert "D-0002 «Skolen på Storneset» går ut og mister 1" in sagt
    assert "--bekreft" in sagt
    assert _postene(fil) == foer
    assert oppstart.start([*argv, "--bekreft"]) == 0
    assert "2029: postene summerer seg til 507 kroner, det samme som sumraden i fila." in capfd.readouterr().out
    assert _postene(fil) == [("D-0001", "Hurtigbåt til Ytterlind"), ("D-0003", "Ny brannbil")]
