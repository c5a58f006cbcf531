"""`verksted trykk`: what is written, what is left out and why, and PDF where it can be made."""

from __future__ import annotations

import io
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from docx import Document

from tests.handlinger.proeveprosess import ny_prosess
from verksted import oppstart
from verksted.kommandolinje.tolk import TRYKKSAKER

if TYPE_CHECKING:
    from pathlib import Path

NAVN = [f"{slag}-verksted-1" for slag in TRYKKSAKER]
BORD = ("bordliste", "navneliste", "bordskilt")


@pytest.fixture(scope="module")
def eksempel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    fil = tmp_path_factory.mktemp("eksempel") / "lindvaer.verksted"
    with pytest.MonkeyPatch.context() as m:
        m.setenv("VERKSTED_ARBEIDSMAPPE", str(fil.parent / "arbeid"))
        m.setattr("sys.excepthook", sys.excepthook)
        m.setattr("threading.excepthook", threading.excepthook)
        m.setattr("faulthandler.enable", lambda: None)
        m.setattr("sys.stdout", io.StringIO())
        assert oppstart.start(["eksempel", str(fil)]) == 0
    return fil


@pytest.fixture
def kjoer(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.excepthook", sys.excepthook)
    monkeypatch.setattr("threading.excepthook", threading.excepthook)
    monkeypatch.setattr("faulthandler.enable", lambda: None)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))

    def kjoer(*argv: object) -> tuple[int, str, str]:
        capfd.readouterr()
        kode = oppstart.start(["trykk", *map(str, argv)])
        return kode, *capfd.readouterr()

    return kjoer


@pytest.fixture
def uten_kontorpakke(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verksted.kommandolinje.trykk.finn_kontorpakke", lambda: None)


def _filer(mappe: Path) -> list[str]:
    return sorted(f.name for f in mappe.iterdir()) if mappe.is_dir() else []


def test_at_alt_skrives_og_stiene_staar_sist(kjoer, eksempel: Path, tmp_path: Path) -> None:
    foer = eksempel.read_bytes()
    kode, ut, feil = kjoer(eksempel, "--verksted", 1, "--til", tmp_path / "papir")
    assert (kode, feil) == (0, "")
    assert ut.splitlines()[-8:] == [str(tmp_path / "papir" / f"{navn}.docx") for navn in NAVN]
    assert _filer(tmp_path / "papir") == sorted(f"{navn}.docx" for navn in NAVN)
    for navn in NAVN:
        assert Document(str(tmp_path / "papir" / f"{navn}.docx")).element is not None
    assert "Bordskilt: 5 bord, 1 runde" in ut
    assert eksempel.read_bytes() == foer


def test_at_bare_det_som_er_valgt_skrives(kjoer, eksempel: Path, tmp_path: Path) -> None:
    assert kjoer(eksempel, "--verksted", 2, "--til", tmp_path / "ut", "--bare", "program,navneskilt")[0] == 0
    assert _filer(tmp_path / "ut") == ["navneskilt-verksted-2.docx", "program-verksted-2.docx"]


def test_at_et_slag_som_ikke_finnes_gir_valgene(kjoer, eksempel: Path, tmp_path: Path) -> None:
    kode, ut, feil = kjoer(eksempel, "--verksted", 1, "--til", tmp_path / "ut", "--bare", "plakat")
    assert (kode, _filer(tmp_path / "ut")) == (2, [])
    assert "plakat" in ut + feil
    assert "spoersmaalsark" in ut + feil


def test_at_det_som_trenger_bord_blir_utelatt_med_en_setning(kjoer, tmp_path: Path) -> None:
    with ny_prosess(tmp_path):
        pass
    kode, ut, feil = kjoer(tmp_path / "p.verksted", "--verksted", 1, "--til", tmp_path / "ut")
    assert (kode, feil) == (0, "")
    assert (
        "Bordene er ikke satt sammen ennå. Derfor er dette utelatt: bordliste, bordskilt og navneliste med bord." in ut
    )
    assert not any(navn.startswith(BORD) for navn in _filer(tmp_path / "ut"))
    assert "frammoeteliste-verksted-1.docx" in _filer(tmp_path / "ut")


def test_at_et_verksted_som_ikke_finnes_ikke_gir_noe(kjoer, eksempel: Path, tmp_path: Path) -> None:
    kode, ut, feil = kjoer(eksempel, "--verksted", 9, "--til", tmp_path / "ut")
    assert (kode, ut, _filer(tmp_path / "ut")) == (1, "", [])
    assert feil.startswith("Fant ikke verksted 9.")


@pytest.mark.usefixtures("uten_kontorpakke")
def test_at_word_er_ferdig_selv_om_libreoffice_mangler(kjoer, eksempel: Path, tmp_path: Path) -> None:
    kode, ut, feil = kjoer(eksempel, "--verksted", 1, "--til", tmp_path / "ut", "--bare", "program", "--pdf")
    assert kode == 0
    assert feil.startswith("Word-dokumentene er ferdige, men LibreOffice er ikke på maskinen")
    assert ut.splitlines()[-1] == str(tmp_path / "ut" / "program-verksted-1.docx")


def test_at_pdf_kommer_ved_siden_av_der_libreoffice_finnes(
    kjoer, eksempel: Path, tmp_path: Path, soffice: str | None
) -> None:
    if soffice is None:
        return
    kode, ut, feil = kjoer(eksempel, "--verksted", 1, "--til", tmp_path / "ut", "--bare", "program", "--pdf")
    assert (kode, feil) == (0, "")
    assert _filer(tmp_path / "ut") == ["program-verksted-1.docx", "program-verksted-1.pdf"]
    assert (tmp_path / "ut" / "program-verksted-1.pdf").read_bytes().startswith(b"%PDF")
    assert "Lager PDF 1 av 1: program-verksted-1.pdf" in ut


def test_at_en_liste_noen_har_skrevet_i_blir_lagt_til_side(kjoer, eksempel: Path, tmp_path: Path) -> None:
    argumenter = (eksempel, "--verksted", 1, "--til", tmp_path / "ut", "--bare", "bordliste")
    assert kjoer(*argumenter)[0] == 0
    assert kjoer(*argumenter)[2] == ""
    sti = tmp_path / "ut" / "bordliste-verksted-1.docx"
    endret = sti.read_bytes() + b"prosesslederens penn"
    sti.write_bytes(endret)
    kode, _, feil = kjoer(*argumenter)
    til_side = next((tmp_path / "ut").glob("bordliste-verksted-1 (før *).docx"))
    assert (kode, til_side.read_bytes()) == (0, endret)
    assert str(til_side) in feil
