"""The ground the program stands on: what a new version of a package below us would break without a word."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROT = Path(__file__).resolve().parents[1]
PROSJEKT = tomllib.loads((ROT / "pyproject.toml").read_text(encoding="utf-8"))
LAAS = (ROT / "requirements.lock").read_text(encoding="utf-8")
KRAV = [
    Requirement(linje) for linje in (*PROSJEKT["project"]["dependencies"], *PROSJEKT["dependency-groups"]["utvikling"])
]


def test_at_tusen_kall_til_qt_ikke_spiser_av_none(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QLabel

    merke = QLabel()
    qtbot.addWidget(merke)
    merke.setText("varm opp")
    foer = sys.getrefcount(None)
    for nummer in range(1000):
        merke.setText(str(nummer))
    # PySide6 6.12 on Python 3.11 loses one reference per call; from 3.12 None is immortal and the count stands still.
    assert sys.getrefcount(None) > foer - 500


@pytest.mark.parametrize("krav", KRAV, ids=lambda krav: krav.name)
def test_at_hver_pakke_er_av_en_utgave_prosjektet_taaler(krav: Requirement) -> None:
    assert krav.specifier.contains(version(krav.name))


def test_at_openpyxl_leser_xml_med_vern_mot_fiendtlige_filer() -> None:
    assert openpyxl.DEFUSEDXML is True


def test_at_sqlite_har_fulltekstsoek() -> None:
    forbindelse = sqlite3.connect(":memory:")
    try:
        forbindelse.execute("CREATE VIRTUAL TABLE soek USING fts5(tekst)")
        forbindelse.execute("INSERT INTO soek VALUES ('Hurtigbåten til Ytterlind må gå om kvelden')")
        assert forbindelse.execute("SELECT count(*) FROM soek WHERE soek MATCH 'hurtigbåten'").fetchone() == (1,)
    finally:
        forbindelse.close()


def test_at_laasefila_bare_har_pakker_med_utgave_og_hash() -> None:
    poster = LAAS.replace("\\\n", " ").strip().splitlines()
    post = re.compile(r"[a-z0-9-]+==\S+(\s+--hash=sha256:[0-9a-f]{64})+")
    assert [linje for linje in poster if not post.fullmatch(linje)] == []


def test_at_laasefila_har_alt_prosjektet_ber_om_i_utgaver_det_taaler() -> None:
    laast = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", LAAS, flags=re.MULTILINE))
    byggekrav = [Requirement(linje) for linje in PROSJEKT["build-system"]["requires"]]
    utenfor = [
        str(krav)
        for krav in (*KRAV, *byggekrav)
        if not krav.specifier.contains(laast.get(canonicalize_name(krav.name), "0"))
    ]
    assert utenfor == []


LEKKASJER = {
    "vindu": "VINDU = QLabel('igjen')",
    "klokke": "KLOKKE = QTimer(); KLOKKE.start(100_000)",
    "traad": "TRAAD = QThread(); TRAAD.start()",
}


@pytest.mark.parametrize("lekkasje", [*LEKKASJER, "ingen"])
def test_at_en_proeve_som_etterlater_seg_noe_i_qt_faller(lekkasje: str, tmp_path: Path) -> None:
    utsagn = LEKKASJER.get(lekkasje, "KLOKKE = QTimer(); KLOKKE.start(100_000); KLOKKE.stop()")
    shutil.copy(ROT / "tests" / "conftest.py", tmp_path)
    (tmp_path / "test_lekkasje.py").write_text(
        "from PySide6.QtCore import QThread, QTimer\n"
        "from PySide6.QtWidgets import QLabel\n"
        "def test_etterlater(qtbot):\n"
        "    global VINDU, KLOKKE, TRAAD\n"
        f"    {utsagn}\n"
        "def test_rydder(qapp):\n"
        "    if 'TRAAD' in globals():\n"
        "        TRAAD.quit(); TRAAD.wait()\n",
        encoding="utf-8",
    )
    (tmp_path / "pytest.ini").touch()
    miljoe = {navn: verdi for navn, verdi in os.environ.items() if not navn.startswith("PYTEST_")}
    kjoering = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)],
        capture_output=True, text=True, check=False, env=miljoe, cwd=tmp_path,
    )  # fmt: skip
    ventet = "2 passed" if lekkasje == "ingen" else "2 passed, 1 error"
    assert ventet in kjoering.stdout
    assert ("left behind by the test" in kjoering.stdout) == (lekkasje != "ingen")
