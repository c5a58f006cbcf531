"""`verksted eksporter`: whole documents, told with path and contents, and nothing half where it cannot be done."""

from __future__ import annotations

import errno
import io
import os
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.handlinger.proeveprosess import ny_prosess
from verksted import oppstart
from verksted.handlinger.prosess import oppdater_verksted
from verksted.modell.ordene import Verkstedstatus

if TYPE_CHECKING:
    from pathlib import Path

NAVN = ["oppsummering.docx", "samfunnsdel-utkast.docx", "sporbarhet.xlsx"]


@pytest.fixture
def fil(tmp_path: Path) -> Path:
    with ny_prosess(tmp_path, med_innhold=True) as fil:
        fil.utfoer(oppdater_verksted, "oppsett", verksted=1, status=Verkstedstatus.AVSLUTTET)
    return tmp_path / "p.verksted"


@pytest.fixture
def kjoer(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.excepthook", sys.excepthook)
    monkeypatch.setattr("threading.excepthook", threading.excepthook)
    monkeypatch.setattr("faulthandler.enable", lambda: None)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))

    def kjoer(*argv: object) -> tuple[int, str, str]:
        capfd.readouterr()
        kode = oppstart.start(["eksporter", *map(str, argv)])
        return kode, *capfd.readouterr()

    return kjoer


def _filer(mappe: Path) -> list[str]:
    return sorted(f.name for f in mappe.iterdir()) if mappe.is_dir() else []


def test_at_alle_tre_dokumentene_skrives_og_stiene_staar_sist(kjoer, fil: Path, tmp_path: Path) -> None:
    til = tmp_path / "ny mappe" / "dokumenter"
    kode, ut, feil = kjoer(fil, "--til", til)
    assert (kode, feil, _filer(til)) == (0, "", NAVN)
    assert ut.splitlines()[-3:] == [str(til / navn) for navn in NAVN]
    assert "6 innspill ordrett" in ut
    for navn in NAVN[:2]:
        assert Document(str(til / navn)).paragraphs
    assert len(load_workbook(til / NAVN[2]).sheetnames) == 6


@pytest.mark.parametrize(("bare", "ventet"), [("sporbarhet", NAVN[2:]), ("samfunnsdel, oppsummering,", NAVN[:2])])
def test_at_bare_de_som_er_valgt_skrives(kjoer, fil: Path, tmp_path: Path, bare: str, ventet: list[str]) -> None:
    assert kjoer(fil, "--til", tmp_path / "ut", "--bare", bare)[0] == 0
    assert _filer(tmp_path / "ut") == ventet


def test_at_ett_verksted_kan_oppsummeres_for_seg(kjoer, fil: Path, tmp_path: Path) -> None:
    assert kjoer(fil, "--til", tmp_path / "ut", "--bare", "oppsummering", "--verksted", 1)[0] == 0
    assert _filer(tmp_path / "ut") == ["oppsummering-verksted-1.docx"]


def test_at_et_verksted_som_ikke_finnes_ikke_gir_noe_dokument(kjoer, fil: Path, tmp_path: Path) -> None:
    kode, ut, feil = kjoer(fil, "--til", tmp_path / "ut", "--verksted", 9)
    assert (kode, ut, _filer(tmp_path / "ut")) == (1, "", [])
    assert feil.startswith("Fant ikke verksted 9.")


def test_at_en_mappe_som_er_en_fil_gir_en_setning(kjoer, fil: Path, tmp_path: Path) -> None:
    (tmp_path / "opptatt").write_text("mitt", encoding="utf-8")
    kode, ut, feil = kjoer(fil, "--til", tmp_path / "opptatt")
    assert (kode, ut) == (1, "")
    assert feil.startswith(
        f"Dokumentet kunne ikke skrives til {tmp_path / 'opptatt' / NAVN[0]} (det ligger noe annet der)."
    )
    assert (tmp_path / "opptatt").read_text(encoding="utf-8") == "mitt"


def test_at_et_gammelt_dokument_staar_til_det_nye_er_helt(
    kjoer, fil: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ut = tmp_path / "ut"
    assert kjoer(fil, "--til", ut)[0] == 0
    gammelt = (ut / NAVN[0]).read_bytes()

    def full_disk(fra: Path, til: Path) -> None:
        if til.suffix == ".docx":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.replace(fra, til)  # noqa: PTH105 - what is patched away here

    with monkeypatch.context() as m:
        m.setattr("pathlib.Path.replace", full_disk)
        kode, _, feil = kjoer(fil, "--til", ut)
    assert (kode, "ikke plass igjen på disken" in feil) == (1, True)
    assert ((ut / NAVN[0]).read_bytes(), _filer(ut)) == (gammelt, NAVN)
    assert kjoer(fil, "--til", ut)[0] == 0


def test_at_eksport_ikke_endrer_prosessen(kjoer, fil: Path, tmp_path: Path) -> None:
    foer = fil.read_bytes()
    kjoer(fil, "--til", tmp_path / "ut")
    assert fil.read_bytes() == foer


def test_at_et_dokument_noen_har_endret_blir_lagt_til_side(kjoer, fil: Path, tmp_path: Path) -> None:
    til = tmp_path / "ut"
    assert kjoer(fil, "--til", til)[0] == 0
    assert kjoer(fil, "--til", til)[2] == ""
    assert _filer(til) == NAVN
    endret = (til / NAVN[2]).read_bytes() + b"planleggerens arbeid"
    (til / NAVN[2]).write_bytes(endret)
    kode, _, feil = kjoer(fil, "--til", til)
    til_side = next(til.glob("sporbarhet (før *).xlsx"))
    assert (kode, til_side.read_bytes()) == (0, endret)
    assert str(til_side) in feil
    assert load_workbook(til / NAVN[2]).sheetnames


def test_at_en_prosess_uten_holdte_verksteder_sier_det_og_skriver_resten(kjoer, tmp_path: Path) -> None:
    with ny_prosess(tmp_path):
        pass
    kode, ut, feil = kjoer(tmp_path / "p.verksted", "--til", tmp_path / "ut")
    assert (kode, feil) == (0, "")
    assert "ingen verksteder er holdt ennå" in ut
    assert _filer(tmp_path / "ut") == NAVN[1:]
