"""The questions as a person works with them: written, moved, answered in other ways, taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit

from verksted.vindu.deler.banner import Banner
from verksted.vindu.spoersmaal.side import Spoersmaalssiden

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.vindu.conftest import Vert
    from verksted.vindu.ramme.hovedvindu import Hovedvindu

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def siden(vert: Vert, program: Hovedvindu) -> Spoersmaalssiden:
    program.resize(1440, 900)
    program.gaa_til("spoersmaal", 2)
    vert.ro(program)
    assert program.ramme is not None
    assert isinstance(program.ramme.side, Spoersmaalssiden)
    return program.ramme.side


def _tekster(siden: Spoersmaalssiden) -> list[str]:
    return [rad.tekst for rad in siden.modell.rader]


def test_at_spoersmaalene_staar_i_programmets_rekkefoelge_og_slik_bordene_ser_dem(siden: Spoersmaalssiden) -> None:
    assert [rad.nummer for rad in siden.modell.rader] == [1, 2, 3, 4]
    assert siden.modell.rader[0].blokk.startswith("Gruppearbeid 1")
    assert siden.forhaand.tekst.text() == f"1. {_tekster(siden)[0]}"


def test_at_et_nytt_spoersmaal_skrives_der_det_staar(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, siden: Spoersmaalssiden
) -> None:
    siden.nytt()
    vert.ro(program)
    felt = siden.liste.findChild(QLineEdit)
    assert felt is not None
    qtbot.keyClicks(felt, "Hva haster mest?")
    qtbot.keyClick(felt, Qt.Key.Key_Return)
    vert.ro(program)  # the list takes the words when the key has been handled
    vert.ro(program)
    assert _tekster(siden)[1] == "Hva haster mest?"
    assert siden.modell.rader[1].blokk == siden.modell.rader[0].blokk


def test_at_alt_og_pil_flytter_inn_i_neste_blokk_og_angre_flytter_tilbake(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, siden: Spoersmaalssiden
) -> None:
    foer = siden.modell.rader
    qtbot.keyClick(siden.liste, Qt.Key.Key_Down, ALT)
    vert.ro(program)
    valgt = siden.modell.rader[siden.liste.rad]
    assert (valgt.tekst, valgt.blokk) == (foer[0].tekst, foer[1].blokk)
    program.menyer.handlinger["angre"].trigger()
    vert.ro(program)
    assert siden.modell.rader == foer


def test_at_et_spoersmaal_dras_til_plassen_til_et_annet(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, siden: Spoersmaalssiden
) -> None:
    foer = siden.modell.rader
    flate, venstre = siden.liste.viewport(), Qt.MouseButton.LeftButton
    fra = siden.liste.visualRect(siden.modell.index(3, 0)).center()
    til = siden.liste.visualRect(siden.modell.index(1, 0)).center()
    qtbot.mousePress(flate, venstre, pos=fra)
    qtbot.mouseMove(flate, fra - QPoint(0, 30))
    qtbot.mouseMove(flate, til)
    qtbot.mouseRelease(flate, venstre, pos=til)
    vert.ro(program)
    flyttet = next(rad for rad in siden.modell.rader if rad.id == foer[3].id)
    assert flyttet.blokk == foer[1].blokk


def test_at_panelet_endrer_svarmaater_og_forhaandsvisningen_foelger(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, siden: Spoersmaalssiden
) -> None:
    panel = siden.spoersmaalspanel
    foer = siden.modell.rader[0].svartyper
    panel.svartyper["satsing"].click()
    vert.ro(program)
    assert set(siden.modell.rader[0].svartyper) == {*foer, "satsing"}
    panel.maks_loeft.setValue(7)
    vert.ro(program)
    assert "7 innspill" in siden.forhaand.loeft.text()
    for boks in panel.svartyper.values():  # the last one cannot be taken away
        if boks.isChecked():
            boks.click()
            vert.ro(program)
    assert siden.modell.rader[0].svartyper


def test_at_hjelpeteksten_lagres_naar_feltet_forlates(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, siden: Spoersmaalssiden
) -> None:
    felt = siden.spoersmaalspanel.hjelpetekst
    felt.setFocus()
    felt.setPlainText("Tenk på " + "kysten og bygdene " * 2300)  # a good 40 000 letters
    siden.liste.setFocus()
    vert.ro(program)
    assert len(siden.modell.rader[0].hjelpetekst) > 40_000
    assert len(siden.forhaand.hjelp.text()) <= 600


def test_at_et_spoersmaal_noen_har_svart_paa_blir_staaende_med_en_setning(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, siden: Spoersmaalssiden
) -> None:
    siden.vis(1)
    vert.ro(program)
    foer = _tekster(siden)
    brukt = next(nr for nr, rad in enumerate(siden.modell.rader) if rad.innspill)
    siden.liste.velg(brukt)
    qtbot.keyClick(siden.liste, Qt.Key.Key_Delete)
    vert.ro(program)
    assert _tekster(siden) == foer
    assert any("er i bruk" in banner.setning.text() for banner in program.findChildren(Banner))


def test_at_modellen_holder_qts_regler(vert: Vert, program: Hovedvindu, siden: Spoersmaalssiden) -> None:
    proever = QAbstractItemModelTester(siden.modell, QAbstractItemModelTester.FailureReportingMode.Fatal)
    siden.nytt()
    vert.ro(program)
    assert proever.model() is siden.modell
