"""The program as it is handed out: its own test of itself, where it finds what is its own, and what is left out.

What is built is tried by `make bygg` (`tests/pakke`).
"""

from __future__ import annotations

import re
import sys
import tempfile
import threading
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest

from verksted import oppstart
from verksted.kjerne.feil import RessursMangler
from verksted.kjerne.stier import mal
from verksted.kjerne.tekster import MAALFORMER, Tekster
from verksted.kommandolinje import selvtest
from verksted.kommandolinje.feil import SkjermenMangler
from verksted.kommandolinje.krasjvakt import Krasjvakt

if TYPE_CHECKING:
    from collections.abc import Callable

    from verksted.kjerne.tekster import Maalform

ROT = Path(__file__).resolve().parents[1]
STEG = ("opprett", "les", "spill", "eksporter", "aapne")


@pytest.fixture
def kroker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)


@pytest.fixture
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    mappe = tmp_path / "midlertidig"
    mappe.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(mappe))
    return mappe


@pytest.mark.usefixtures("kroker")
def test_at_selvtesten_gaar_gjennom_hvert_steg_og_ikke_etterlater_seg_noe(
    temp: Path, arbeidsmappe: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert oppstart.start(["--selvtest"]) == 0
    ut, feil = capsys.readouterr()
    t = Tekster("nb")
    *steg, slutt = ut.splitlines()
    assert [linje[:40].strip() for linje in steg] == [t(f"kommandolinje.selvtest.{navn}") for navn in STEG]
    assert all(re.search(r"\d,\d\d s$", linje) for linje in steg)
    assert slutt.startswith("Alt virker.")
    assert feil == ""
    assert list(temp.iterdir()) == []
    assert list(arbeidsmappe.iterdir()) == []


@pytest.mark.usefixtures("kroker", "temp")
@pytest.mark.parametrize("maalform", MAALFORMER)
def test_at_selvtesten_stanser_ved_det_foerste_som_ikke_virker_og_sier_hva(
    maalform: Maalform, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def les_ingenting(_argumenter: object, omgivelser: Any) -> int:
        omgivelser.klag("fant ingen ting")
        return 1

    monkeypatch.setitem(selvtest._KOMMANDOER, "les", les_ingenting)
    assert oppstart.start(["--spraak", maalform, "--selvtest"]) == 1
    ut, feil = capsys.readouterr()
    t = Tekster(maalform)
    assert [t(f"kommandolinje.selvtest.{navn}") in ut for navn in STEG] == [True, True, False, False, False]
    assert feil.splitlines() == ["fant ingen ting", t("kommandolinje.selvtest.gjoer")]


@pytest.mark.parametrize("innhold", [b"", b"PK\x05\x06", b"ikke et dokument"])
def test_at_et_dokument_som_ikke_er_helt_blir_oppdaget(innhold: bytes, tmp_path: Path) -> None:
    dokument = tmp_path / "oppsummering.docx"
    dokument.write_bytes(innhold)
    assert not selvtest._er_hel(dokument)
    assert selvtest._er_hel(mal("eksempel", "samfunnsdel-2020-2032.docx"))
    helt = mal("eksempel", "samfunnsdel-2020-2032.docx").read_bytes()
    dokument.write_bytes(helt[: len(helt) // 2])
    assert not selvtest._er_hel(dokument)
    with ZipFile(dokument, "w") as pakke:
        pakke.writestr("word/document.xml", "ord for ord")
    dokument.write_bytes(dokument.read_bytes().replace(b"ord for ord", b"ord f0r ord"))
    assert not selvtest._er_hel(dokument)


def test_at_det_ferdige_programmet_finner_sitt_eget_i_sin_egen_mappe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "maler" / "eksempel").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert mal("eksempel") == tmp_path / "maler" / "eksempel"
    with pytest.raises(RessursMangler):
        mal("prosesser")


# -- what nothing else caught -------------------------------------------------------------------------------------


@pytest.mark.usefixtures("kroker")
@pytest.mark.parametrize(("feil", "kode"), [(ZeroDivisionError("hemmelig"), 1), (KeyboardInterrupt(), 130)])
def test_at_en_feil_i_programmet_blir_en_setning_og_en_utgangskode(
    feil: BaseException, kode: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def brekk(*_: object) -> int:
        raise feil

    monkeypatch.setattr(oppstart, "_kjoer", brekk)
    assert oppstart.program(["vis", "p.verksted"]) == kode
    sagt = capsys.readouterr().err
    assert sagt.count("\n") == 1
    assert "Traceback" not in sagt
    assert "hemmelig" not in sagt


@pytest.mark.usefixtures("kroker")
def test_at_et_program_uten_tekstene_sine_sier_navnet_paa_det_som_mangler(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert oppstart.program(["--selvtest"]) == 1
    assert capsys.readouterr().err == "RessursMangler: sti='ressurser/tekster'\n"
    assert isinstance(sys.excepthook, Krasjvakt)


@pytest.mark.parametrize(
    ("skjermer", "tillegg", "gaar"),
    [
        ({}, ("libqwayland.so",), False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, ("libqwayland.so",), True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, (), False),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, (), True),
    ],
)
def test_at_en_skjerm_programmet_ikke_kan_vise_noe_paa_gir_en_setning(
    skjermer: dict[str, str], tillegg: tuple[str, ...], *, gaar: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "platforms").mkdir()
    for navn in tillegg:
        (tmp_path / "platforms" / navn).touch()
    for navn in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(navn, raising=False)
    for navn, verdi in {**skjermer, "QT_PLUGIN_PATH": str(tmp_path)}.items():
        monkeypatch.setenv(navn, verdi)
    monkeypatch.setattr(sys, "platform", "linux")
    with nullcontext() if gaar else pytest.raises(SkjermenMangler):
        oppstart._krev_skjerm()


# -- what is left out of the bundle -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def oppskrift() -> dict[str, Any]:
    """Return the names of pyinstaller.spec, as far as they are known before anything is built."""
    navn: dict[str, Any] = {"SPECPATH": str(ROT)}
    kilde, _, _ = (ROT / "pyinstaller.spec").read_text(encoding="utf-8").partition("analyse = Analysis(")
    exec(compile(kilde, "pyinstaller.spec", "exec"), navn)  # noqa: S102 - our own file
    return navn


@pytest.mark.parametrize(
    ("sti", "trengs"),
    [
        ("babel/locale-data/nb.dat", True),
        ("babel/locale-data/no.dat", True),
        ("babel/locale-data/root.dat", True),
        ("babel/global.dat", True),
        ("babel/locale-data/de.dat", False),
        ("babel/locale-data/nnh.dat", False),
        ("tzdata/zoneinfo/Europe/Oslo", True),
        ("tzdata/zoneinfo/Europe/Rome", False),
        ("PySide6/Qt/translations/qtbase_nn.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        (r"PySide6\plugins\platforms\qwindows.dll", True),
        ("ressurser/tekster/nb/feil.toml", True),
        ("libpython3.11.so.1.0", True),
    ],
)
def test_at_pakken_tar_med_det_noen_spoer_etter(oppskrift: dict[str, Any], sti: str, *, trengs: bool) -> None:
    assert oppskrift["trengs"](sti) is trengs


def test_at_verktoeyene_vaare_blir_igjen_og_det_programmet_bruker_blir_med(oppskrift: dict[str, Any]) -> None:
    verktoeyene: Callable[[], list[str]] = oppskrift["verktoeyene"]
    utelatt = set(verktoeyene())
    assert {"pytest", "hypothesis", "mypy", "pip", "PyInstaller"} <= utelatt
    med = {
        "PySide6",
        "shiboken6",
        "babel",
        "docx",
        "lxml",
        "openpyxl",
        "pydantic_core",
        "sqlalchemy",
        "sqlmodel",
        "tzdata",
    }
    assert not med & utelatt
