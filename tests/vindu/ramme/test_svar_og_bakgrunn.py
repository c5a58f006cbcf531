"""Answers come back in the window's thread, errors as sentences, and long work can be stopped."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from verksted.kjerne.feil import FinnesIkke, KjentFeil, ProgramFeil
from verksted.vindu.ramme.bakgrunn import ArbeidetBleAvbrutt, Bakgrunn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from verksted.vindu.ramme.bakgrunn import Fremdrift


@pytest.fixture
def bakgrunn(qapp: QApplication) -> Iterator[Bakgrunn]:
    bak = Bakgrunn()
    yield bak
    bak.steng()


def test_at_svaret_kommer_i_vinduets_traad_fra_en_annen(qtbot: QtBot, bakgrunn: Bakgrunn) -> None:
    traader: list[threading.Thread] = []
    svar = bakgrunn.i_traad(threading.current_thread)
    svar.da(traader.append).da(lambda _: traader.append(threading.current_thread()))
    assert traader == []
    qtbot.waitUntil(lambda: len(traader) == 2)
    assert traader[0] is not threading.main_thread()
    assert traader[1] is threading.main_thread()


def test_at_en_kjent_feil_gaar_til_den_som_tar_den_ellers_til_vinduet(qtbot: QtBot, bakgrunn: Bakgrunn) -> None:
    tatt: list[KjentFeil] = []

    def feil() -> None:
        raise FinnesIkke(hva="punkt", kode="P-99")

    bakgrunn.i_traad(feil).ved_feil(tatt.append)
    qtbot.waitUntil(lambda: len(tatt) == 1)
    with qtbot.waitSignal(bakgrunn.feilet) as sendt:
        bakgrunn.i_traad(feil)
    assert sendt.args is not None
    assert isinstance(sendt.args[0], FinnesIkke)
    assert len(tatt) == 1


def test_at_en_feil_i_programmet_reises_i_vinduets_traad(qtbot: QtBot, bakgrunn: Bakgrunn) -> None:
    def feil() -> None:
        raise ProgramFeil

    with qtbot.captureExceptions() as reist:
        bakgrunn.i_traad(feil)
        qtbot.waitUntil(lambda: bool(reist))
    assert [slag for slag, _, _ in reist] == [ProgramFeil]


def test_at_den_som_er_borte_ikke_faar_svar(qtbot: QtBot, bakgrunn: Bakgrunn) -> None:
    etikett = QLabel("før")
    hoert: list[str] = []
    qtbot.addWidget(etikett)
    fremtid: Future[str] = Future()
    bakgrunn.vent_paa(fremtid).da(etikett.setText).da(hoert.append)
    with qtbot.waitSignal(etikett.destroyed):
        etikett.deleteLater()
    fremtid.set_result("etter")
    qtbot.waitUntil(lambda: hoert == ["etter"])


def test_at_langt_arbeid_forteller_hvor_langt_det_er_kommet(qtbot: QtBot, bakgrunn: Bakgrunn) -> None:
    meldt: list[tuple[int, int, str]] = []
    bakgrunn.kommet.connect(lambda _, gjort, av, hva: meldt.append((gjort, av, hva)))
    svar: list[str] = []

    def jobb(fremdrift: Fremdrift) -> str:
        for nummer in range(3):
            fremdrift.meld(nummer, 3, f"del {nummer}")
        return "ferdig"

    with qtbot.waitSignals([bakgrunn.begynte, bakgrunn.sluttet]):
        bakgrunn.arbeid("Eksporterer", jobb).da(svar.append)
    qtbot.waitUntil(lambda: svar == ["ferdig"])
    assert meldt == [(0, 3, "del 0"), (1, 3, "del 1"), (2, 3, "del 2")]


def test_at_langt_arbeid_stanser_ved_neste_steg(qtbot: QtBot, bakgrunn: Bakgrunn) -> None:
    slipp = threading.Event()
    feil: list[KjentFeil] = []

    def jobb(fremdrift: Fremdrift) -> None:
        slipp.wait(10)
        fremdrift.meld(1)

    arbeid = bakgrunn.arbeid("Leser", jobb)
    arbeid.ved_feil(feil.append)
    arbeid.avbryt()
    with qtbot.waitSignal(bakgrunn.sluttet):
        slipp.set()
    qtbot.waitUntil(lambda: bool(feil))
    assert isinstance(feil[0], ArbeidetBleAvbrutt)


def test_at_ingen_traad_blir_igjen(qtbot: QtBot, qapp: QApplication) -> None:
    bak = Bakgrunn()
    svar: list[int] = []
    bak.i_traad(lambda: 1).da(svar.append)
    qtbot.waitUntil(lambda: svar == [1])
    bak.steng()
    assert [t.name for t in threading.enumerate() if t.name.startswith(("verksted-leser", "verksted-arbeid"))] == []
