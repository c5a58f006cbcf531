"""What every test stands on: no screen, a working folder of its own, the real data, and watchers for Qt leftovers."""

from __future__ import annotations

import gc
import os
import shutil
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QObject

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("standard", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("grundig", parent=settings.get_profile("standard"), max_examples=2000)
settings.load_profile("standard")

EKTE_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
UTEN_EKTE_DATA = "uten_ekte_data"
UTEN_SOFFICE = "uten_soffice"


@pytest.fixture(autouse=True)
def arbeidsmappe(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a working folder nobody else has: working copies and backups never reach the home folder."""
    mappe = tmp_path_factory.getbasetemp() / f"arbeidsmappe-{os.urandom(6).hex()}"
    monkeypatch.setenv("VERKSTED_ARBEIDSMAPPE", str(mappe))
    return mappe


@pytest.fixture
def ekte_data(request: pytest.FixtureRequest) -> Path | None:
    """Return the folder of real data beside the checkout; None when it is not there, and the test returns at once.

    The summary then counts the tests that had nothing to read, in one line.
    """
    if EKTE_DATA.is_dir():
        return EKTE_DATA
    request.node.user_properties.append((UTEN_EKTE_DATA, request.node.nodeid))
    return None


@pytest.fixture
def soffice(request: pytest.FixtureRequest) -> str | None:
    """Return the path of LibreOffice; None where it is not installed, and the test opens nothing in it.

    The summary then counts the tests that went without, in one line.
    """
    program = shutil.which("soffice")
    if program is None:
        request.node.user_properties.append((UTEN_SOFFICE, request.node.nodeid))
    return program


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests lacked real data or LibreOffice; the properties travel from every worker."""
    setninger = {
        UTEN_EKTE_DATA: f"fant ikke ekte data i {EKTE_DATA.parent.name}/data",
        UTEN_SOFFICE: "fant ikke LibreOffice og åpnet ingen dokumenter i det",
    }
    egenskaper = [
        egenskap
        for rapporter in terminalreporter.stats.values()
        for rapport in rapporter
        for egenskap in getattr(rapport, "user_properties", ())
    ]
    for mangel, setning in setninger.items():
        uten = {nodeid for navn, nodeid in egenskaper if navn == mangel}
        if uten:
            terminalreporter.write_line(f"Merk: {len(uten)} prøver {setning}")


@pytest.fixture(autouse=True)
def _qt_rydder_etter_seg(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a Qt test that leaves a window, a running timer or a running thread behind."""
    if not {"qtbot", "qapp"} & set(request.fixturenames):
        yield
        return
    request.getfixturevalue("qapp")
    foer, traader = {id(rest) for rest in _qt_rester()}, set(threading.enumerate())
    yield
    igjen = [f"{type(rest).__name__} {rest.objectName()!r}" for rest in _qt_rester() if id(rest) not in foer]
    igjen += [f"thread {t.name}" for t in set(threading.enumerate()) - traader if t.name.startswith("verksted")]
    assert not igjen, f"left behind by the test: {', '.join(igjen)}"


def _qt_rester() -> list[QObject]:
    """Return the windows, running timers and running threads that live on after what was asked to go has gone."""
    from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    i_gang = [
        ting
        for ting in gc.get_objects()
        if isinstance(ting, (QTimer, QThread))
        and isValid(ting)
        and (ting.isActive() if isinstance(ting, QTimer) else ting.isRunning())
    ]
    return [*QApplication.topLevelWidgets(), *i_gang]
