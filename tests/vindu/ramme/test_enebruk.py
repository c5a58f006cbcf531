"""One window at a time: a second start hands over its file."""

from __future__ import annotations

import sys
from subprocess import Popen
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from verksted.vindu.ramme.enebruk import Doer, dornavn, gi_til_den_foerste

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_at_den_andre_starten_gir_fila_til_den_foerste(qtbot: QtBot, tmp_path: Path) -> None:
    eier = QObject()
    doer = Doer(tmp_path, eier)
    program = (
        "import sys; from pathlib import Path; from verksted.vindu.ramme.enebruk import gi_til_den_foerste as gi;"
        "sys.exit(not gi(Path(sys.argv[1]), sys.argv[2]))"
    )
    with qtbot.waitSignal(doer.kom, timeout=30_000) as kom:
        annen = Popen([sys.executable, "-c", program, str(tmp_path), "/et/sted/Ærlig plan.verksted"])
    assert kom.args == ["/et/sted/Ærlig plan.verksted"]
    qtbot.waitUntil(lambda: annen.poll() is not None, timeout=30_000)
    assert annen.returncode == 0
    doer.lukk()
    eier.deleteLater()


def test_at_ingen_svarer_der_ingen_er(tmp_path: Path, qtbot: QtBot) -> None:
    assert gi_til_den_foerste(tmp_path, "") is False


def test_at_to_arbeidsmapper_har_hver_sin_doer(tmp_path: Path) -> None:
    assert dornavn(tmp_path / "a") != dornavn(tmp_path / "b")
