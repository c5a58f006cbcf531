"""The program designer as a person uses it: by mouse, by keys, in the panel, and back again with undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit

from tests.handlinger.proeveprosess import LEDER, ny_prosess
from verksted.handlinger.program import oppdater_programpost, opprett_programpost
from verksted.modell.ordene import Programart
from verksted.vindu.program.side import Programsiden
from verksted.vindu.program.varselkort import Varselkort

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.vindu.conftest import Vert
    from verksted.vindu.ramme.hovedvindu import Hovedvindu

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def siden(vert: Vert, program: Hovedvindu) -> Programsiden:
    program.resize(1440, 900)
    program.gaa_til("program", 1)
    vert.ro(program)
    assert program.ramme is not None
    assert isinstance(program.ramme.side, Programsiden)
    return program.ramme.side


def _titler(siden: Programsiden) -> list[str]:
    return [rad.blokk.tittel for rad in siden.modell.rader]


def _klokka(siden: Programsiden, nr: int) -> str:
    return f"{siden.modell.rader[nr].plass.fra:%H.%M}"


def _dra(qtbot: QtBot, siden: Programsiden, fra: QPoint, til: QPoint, *, slipp: bool = True) -> None:
    flate, venstre = siden.liste.viewport(), Qt.MouseButton.LeftButton
    qtbot.mousePress(flate, venstre, pos=fra)
    for nr in range(1, 9):
        qtbot.mouseMove(flate, fra + (til - fra) * nr / 8)
    if slipp:
        qtbot.mouseRelease(flate, venstre, pos=til)


def test_at_programmet_staar_med_klokkeslett_og_summen_i_hodet(siden: Programsiden) -> None:
    assert _titler(siden)[0] == "Velkommen og mål for kvelden"
    assert [_klokka(siden, nr) for nr in range(3)] == ["17.00", "17.10", "17.30"]
    assert siden.slutt.felt.time().toString("HH.mm") == "20.30"


def test_at_en_blokk_dras_til_en_annen_plass_og_klokka_foelger_mens_den_dras(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, siden: Programsiden
) -> None:
    rader = siden.modell.rader
    foer = _titler(siden)
    fra, _ = siden.liste.blokkrute(rader[0].blokk.id)
    til, _ = siden.liste.blokkrute(rader[1].blokk.id)
    _dra(qtbot, siden, fra, til + QPoint(0, 10), slipp=False)
    assert _titler(siden)[:2] == [foer[1], foer[0]]
    assert [_klokka(siden, nr) for nr in range(2)] == ["17.00", "17.20"]
    qtbot.mouseRelease(siden.liste.viewport(), Qt.MouseButton.LeftButton, pos=til + QPoint(0, 10))
    vert.ro(program)
    assert _titler(siden)[:2] == [foer[1], foer[0]]
    program.menyer.handlinger["angre"].trigger()
    vert.ro(program)
    assert _titler(siden) == foer
    assert program.status.melding.text() == "Angret: flytt blokk i programmet"


def test_at_esc_slipper_en_blokk_der_den_var(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, siden: Programsiden
) -> None:
    foer = _titler(siden)
    fra, _ = siden.liste.blokkrute(siden.modell.rader[0].blokk.id)
    _dra(qtbot, siden, fra, fra + QPoint(0, 200), slipp=False)
    assert _titler(siden) != foer
    qtbot.keyClick(siden.liste, Qt.Key.Key_Escape)
    assert _titler(siden) == foer
    assert program.bord is not None
    assert program.bord.kan_angre is None or program.bord.kan_angre.navn != "flytt_programpost"


def test_at_nedre_kant_strekker_i_steg_paa_fem_minutter(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, siden: Programsiden
) -> None:
    blokk = siden.modell.rader[2].blokk
    _, kant = siden.liste.blokkrute(blokk.id)
    _dra(qtbot, siden, kant, kant + QPoint(0, 21))  # eight minutes and a half of drawing
    vert.ro(program)
    assert siden.modell.rader[2].plass.minutter == blokk.minutter + 10
    assert _klokka(siden, 3) == "18.05"


def test_at_alt_og_piler_gjoer_det_samme_som_musa(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, siden: Programsiden
) -> None:
    foer = _titler(siden)
    siden.liste.velg(siden.modell.rader[1].blokk.id)
    for tast in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(siden.liste, tast, ALT)
    assert _titler(siden)[2] == foer[1]  # at once, before the disk
    vert.ro(program)
    assert _titler(siden)[2] == foer[1]
    assert siden.liste.valgt_id == siden.modell.rader[2].blokk.id
    qtbot.keyClick(siden.liste, Qt.Key.Key_Right, ALT)
    qtbot.keyClick(siden.liste, Qt.Key.Key_Right, ALT | Qt.KeyboardModifier.ShiftModifier)
    vert.ro(program)
    assert siden.modell.rader[2].plass.minutter == 26


def test_at_tittelen_skrives_der_den_staar(qtbot: QtBot, vert: Vert, program: Hovedvindu, siden: Programsiden) -> None:
    siden.liste.setFocus()
    qtbot.keyClick(siden.liste, Qt.Key.Key_F2)
    felt = siden.liste.findChild(QLineEdit)
    assert felt is not None
    felt.selectAll()
    qtbot.keyClicks(felt, "Velkommen alle sammen")
    qtbot.keyClick(felt, Qt.Key.Key_Return)
    vert.ro(program)  # the list takes the words when the key has been handled
    vert.ro(program)
    assert _titler(siden)[0] == "Velkommen alle sammen"


def test_at_delete_sletter_og_angre_henter_tilbake_med_stegene(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, siden: Programsiden
) -> None:
    foer = siden.modell.rader
    siden.liste.velg(foer[2].blokk.id)
    qtbot.keyClick(siden.liste, Qt.Key.Key_Delete)
    vert.ro(program)
    assert _titler(siden) == [rad.blokk.tittel for rad in foer if rad is not foer[2]]
    assert siden.liste.valgt_id == foer[3].blokk.id
    program.menyer.handlinger["angre"].trigger()
    vert.ro(program)
    assert siden.modell.rader[2].plass.steg == foer[2].plass.steg


def test_at_en_ny_blokk_kommer_etter_den_valgte_og_kan_faa_navn_med_en_gang(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, siden: Programsiden
) -> None:
    siden.liste.velg(siden.modell.rader[1].blokk.id)
    siden.ny_blokk(Programart.OEVELSE)
    vert.ro(program)
    assert _titler(siden)[2] == "Øvelse"
    felt = siden.liste.findChild(QLineEdit)
    assert felt is not None
    assert felt.selectedText() == "Øvelse"


def test_at_varselet_staar_ved_blokken_og_knappen_retter_det(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, siden: Programsiden
) -> None:
    assert program.bord is not None
    pause = next(rad.blokk for rad in siden.modell.rader if rad.blokk.art == "programart.pause")
    program.bord.utfoer(oppdater_programpost, verksted=1, post_id=pause.id, art=Programart.INNLEDNING)
    vert.ro(program)
    antall = sum(len(rad.blokk.varsler) for rad in siden.modell.rader)
    assert siden.neste_varsel.isVisible()
    qtbot.mouseClick(siden.neste_varsel, Qt.MouseButton.LeftButton)
    vert.ro(program)
    kort = next(k for k in siden.blokkpanel.findChildren(Varselkort) if k.isVisible())
    kort.knapp.click()
    vert.ro(program)
    assert siden.blokkpanel.ansvarlig.hasFocus() or sum(len(rad.blokk.varsler) for rad in siden.modell.rader) < antall


def test_at_det_som_gaar_over_slutten_kan_kortes_ned_med_en_knapp(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, siden: Programsiden
) -> None:
    siden.blokkpanel.minutter.setValue(40)
    vert.ro(program)
    assert siden.slutt.knapp.isVisible()
    assert siden.modell.rader[-1].plass.over == 10
    siden.slutt.knapp.click()
    vert.ro(program)
    assert not siden.slutt.knapp.isVisible()
    assert siden.modell.rader[-1].ledig == 0


def test_at_panelet_endrer_blokken_og_stegene(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, siden: Programsiden
) -> None:
    siden.liste.velg(siden.modell.rader[2].blokk.id)
    panel = siden.blokkpanel
    panel.fast.click()
    vert.ro(program)
    assert siden.modell.rader[2].blokk.fast
    panel.nytt_steg.emit(siden.liste.valgt_id, Programart.RUNDE)
    vert.ro(program)
    assert siden.modell.rader[2].plass.steg[-1].tittel == "Runde rundt bordet"
    assert siden.modell.rader[2].blokk.varsler[0].slag == "steg_for_lange"


def test_at_skjermleseren_hoerer_hver_blokk_med_tid_og_innhold(siden: Programsiden) -> None:
    lest = QAccessible.queryAccessibleInterface(siden.liste)
    assert lest is not None
    ord_ = [siden.modell.index(nr, 0).data(Qt.ItemDataRole.AccessibleTextRole) for nr in range(3)]
    assert ord_[0].startswith("kl. 17.00 til 17.10: Velkommen og mål for kvelden, Innledning, 10 min, Ordfører")
    assert "steg: Alene, 5 min" in ord_[2]


def test_at_modellen_holder_qts_regler_mens_den_endres(vert: Vert, program: Hovedvindu, siden: Programsiden) -> None:
    proever = QAbstractItemModelTester(siden.modell, QAbstractItemModelTester.FailureReportingMode.Fatal)
    siden.ny_blokk(Programart.PAUSE)
    vert.ro(program)
    assert proever.model() is siden.modell


def test_at_tre_hundre_blokker_kan_vises_og_flyttes(qtbot: QtBot, vert: Vert, tmp_path: Path) -> None:
    with ny_prosess(tmp_path, med_innhold=False) as fil:
        for nr in range(290):
            fil.utfoer(
                opprett_programpost, LEDER, verksted=1, art=Programart.OEVELSE, tittel=f"Øvelse {nr}", minutter=1
            )
    vindu = vert.start(fil=tmp_path / "p.verksted")
    vindu.gaa_til("program", 1)
    vert.ro(vindu)
    assert vindu.ramme is not None
    siden = vindu.ramme.side
    assert isinstance(siden, Programsiden)
    assert siden.modell.rowCount() == 301
    siden.liste.velg(siden.modell.rader[300].blokk.id)
    qtbot.keyClick(siden.liste, Qt.Key.Key_Up, ALT)
    vert.ro(vindu)
    assert siden.liste.currentIndex().row() == 299
