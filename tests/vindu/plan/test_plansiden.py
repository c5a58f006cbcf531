"""The page Plan as a planner uses it: walk, write, undo, move, throw and fetch back, disagree, choose goals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.vindu.conftest import VENT
from verksted.vindu.plan.side import Planside

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.vindu.conftest import Vert
    from verksted.vindu.plan.skrivefelt import Skrivefelt
    from verksted.vindu.ramme.hovedvindu import Hovedvindu


@pytest.fixture
def side(vert: Vert, program: Hovedvindu) -> Planside:
    program.gaa_til("plan", "S2.1")
    vert.ro(program)
    assert program.ramme is not None
    assert isinstance(program.ramme.side, Planside)
    return program.ramme.side


def _skriv(qtbot: QtBot, vert: Vert, felt: Skrivefelt, tekst: str) -> None:
    """Write at the end of a field, pause, and wait until the file has it."""
    felt.setFocus()
    felt.moveCursor(felt.textCursor().MoveOperation.End)
    with qtbot.waitSignal(felt._vakt.rolig, timeout=VENT):
        qtbot.keyClicks(felt, tekst)
    vert.ro(felt.window())  # type: ignore[arg-type]


def _koder(side: Planside) -> list[str]:
    assert side._treet is not None
    return [sted.kode for sted in side._treet.steder()]


def _lest(side: Planside, kode: str) -> str:
    return str(side.tre.modell.finn(kode).data(Qt.ItemDataRole.AccessibleTextRole))


def test_at_det_som_skrives_er_i_fila_etter_en_pause_og_merkes_i_treet(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, side: Planside
) -> None:
    assert "uendret" in _lest(side, "S2.1")
    _skriv(qtbot, vert, side.blad.ordpar.tittel, " og full av fisk")
    assert _lest(side, "S2.1").startswith("S2.1 Fjorden skal være ren og full av fisk")
    assert ", endret" in _lest(side, "S2.1")
    qtbot.waitUntil(lambda: "og full av fisk" in side.blad.ordpar.tittel.accessibleDescription(), timeout=VENT)
    assert len(side.blad.ordpar.tittel.extraSelections()) == 1
    program.utfoer_valg("angre")
    vert.ro(program)
    qtbot.waitUntil(lambda: side.blad.ordpar.tittel.toPlainText() == "Fjorden skal være ren", timeout=VENT)


def test_at_ordene_blir_staaende_naar_man_skriver_videre_mens_de_lagres(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, side: Planside
) -> None:
    felt = side.blad.ordpar.tekst
    felt.setFocus()
    for bit in ("Fisken ", "skal ", "trives "):
        qtbot.keyClicks(felt, bit)
        felt.skriv_ned()
    qtbot.keyClicks(felt, "her")
    vert.ro(program)
    assert felt.toPlainText() == "Fisken skal trives her"
    felt.skriv_ned()
    vert.ro(program)
    qtbot.waitUntil(
        lambda: side.blad.blad is not None and side.blad.blad.forslag_tekst == "Fisken skal trives her", timeout=VENT
    )


def test_at_ctrl_z_i_et_felt_tar_tilbake_det_siste_oppholdet(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, side: Planside
) -> None:
    felt = side.blad.ordpar.tekst
    _skriv(qtbot, vert, felt, "Fisken")
    felt.setFocus()
    qtbot.keyClicks(felt, " trives")
    qtbot.keyClick(felt, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: felt.toPlainText() == "Fisken", timeout=VENT)
    vert.ro(program)


def test_at_ord_som_nettopp_er_skrevet_ikke_gaar_tapt_naar_prosessen_lukkes(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, side: Planside, prosessfil: Path
) -> None:
    side.blad.ordpar.tekst.setFocus()
    qtbot.keyClicks(side.blad.ordpar.tekst, "Siste ord")
    with qtbot.waitSignal(program.lukket_prosess, timeout=VENT):
        program.lukk_prosessen()
    vert.aapne(program, prosessfil)
    program.gaa_til("plan", "S2.1")
    vert.ro(program)
    assert program.ramme is not None
    assert isinstance(program.ramme.side, Planside)
    assert program.ramme.side.blad.ordpar.tekst.toPlainText() == "Siste ord"


def test_at_ord_som_nettopp_er_skrevet_er_der_naar_teksten_blir_stoerre(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, side: Planside
) -> None:
    side.blad.ordpar.tekst.setFocus()
    qtbot.keyClicks(side.blad.ordpar.tekst, "Siste ord")
    program.utfoer_valg("stoerre")
    vert.ro(program)
    assert program.ramme is not None
    ny = program.ramme.side
    assert isinstance(ny, Planside)
    qtbot.waitUntil(lambda: ny.blad.ordpar.tekst.toPlainText() == "Siste ord", timeout=VENT)


def test_at_ctrl_pil_gaar_til_neste_endring_ogsaa_i_et_annet_sted(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, side: Planside
) -> None:
    _skriv(qtbot, vert, side.blad.ordpar.tittel, " igjen")
    qtbot.waitUntil(lambda: bool(side.blad.ordpar.tittel.extraSelections()), timeout=VENT)
    side.tre.velg("S1")
    side.tre.setFocus()
    vert.ro(program)
    qtbot.keyClick(side.tre, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: side.tre.valgt_kode == "S2.1", timeout=VENT)
    felt = side.blad.ordpar.tittel
    qtbot.waitUntil(lambda: felt.textCursor().selectedText() == "igjen", timeout=VENT)


def test_at_et_sted_flyttes_med_alt_og_pil_og_med_musa(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, side: Planside
) -> None:
    side.tre.velg("S2")
    vert.ro(program)
    qtbot.keyClick(side.tre, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: _koder(side) == ["S2", "S2.1", "S1", "S1.1"], timeout=VENT)
    data = side.tre.modell.mimeData([side.tre.modell.finn("S2.1")])
    assert isinstance(data, QMimeData)
    over = side.tre.modell.finn("S1")
    side.tre.modell.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, over)
    qtbot.waitUntil(lambda: _koder(side) == ["S2", "S1", "S2.1", "S1.1"], timeout=VENT)
    vert.ro(program)
    program.utfoer_valg("angre")
    vert.ro(program)
    program.utfoer_valg("angre")
    qtbot.waitUntil(lambda: _koder(side) == ["S1", "S1.1", "S2", "S2.1"], timeout=VENT)


def test_at_det_gjeldende_gaar_ut_og_tas_inn_igjen_med_delete(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, side: Planside
) -> None:
    side.tre.setFocus()
    qtbot.keyClick(side.tre, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "går ut" in _lest(side, "S2.1"), timeout=VENT)
    vert.ro(program)
    assert not side.blad.ordpar.tittel.isVisible()
    qtbot.keyClick(side.tre, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "uendret" in _lest(side, "S2.1"), timeout=VENT)


def test_at_et_nytt_element_skrives_kastes_og_hentes_tilbake(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, side: Planside
) -> None:
    valg = next(v for v in side.nytt_meny().actions() if v.text() == "Delmål ved siden av S2.1")
    valg.trigger()
    qtbot.waitUntil(lambda: side.tre.valgt_kode == "S2.2", timeout=VENT)
    vert.ro(program)
    tittel = side.blad.ordpar.tittel
    qtbot.waitUntil(lambda: tittel.textCursor().selectedText() == "Nytt element", timeout=VENT)
    with qtbot.waitSignal(side._vakt.rolig, timeout=VENT):
        qtbot.keyClicks(tittel, "Rene strender")
    qtbot.waitUntil(lambda: "Rene strender" in _lest(side, "S2.2"), timeout=VENT)
    side.tre.setFocus()
    qtbot.keyClick(side.tre, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "S2.2" not in _koder(side), timeout=VENT)
    vert.ro(program)
    side.papirkurvmeny().actions()[0].trigger()
    qtbot.waitUntil(lambda: "S2.2" in _koder(side), timeout=VENT)
    vert.ro(program)


def test_at_baerekraftsmaal_periode_og_alternativ_velges(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, side: Planside
) -> None:
    side.blad.maal._meny.actions()[13].trigger()
    qtbot.waitUntil(lambda: side.blad.blad is not None and side.blad.blad.baerekraftsmaal == (14,), timeout=VENT)
    side.blad.periode.activated.emit(2)
    qtbot.waitUntil(lambda: side.blad.blad is not None and side.blad.blad.periode == "valgperioden", timeout=VENT)
    vert.ro(program)
    side.blad.alternativer._legg_til()
    felt = side.blad.alternativer._felter["A"][1]
    with qtbot.waitSignal(side._vakt.rolig, timeout=VENT):
        qtbot.keyClicks(felt, "Rense fjorden nå")
    qtbot.waitUntil(lambda: "delt i alternativer" in _lest(side, "S2.1"), timeout=VENT)
    vert.ro(program)


def test_at_satsinger_uten_tiltak_leses_opp_med_det_som_mangler(side: Planside) -> None:
    assert "uten tiltak" in _lest(side, "S2")
    assert "uten tiltak" not in _lest(side, "S1")


def test_at_treet_er_en_riktig_modell(side: Planside) -> None:
    QAbstractItemModelTester(side.tre.modell, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert side.tre.modell.rowCount(QModelIndex()) == 1
    assert side._treet is not None
    side.tre.vis(side._treet.rader[:0])
    side.tre.vis(side._treet.rader)
