"""The page of participants as a person uses it: sort, filter, write, add, paste, take out, erase for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton

from tests.handlinger.proeveprosess import ny_prosess
from tests.vindu.conftest import VENT
from verksted.lager.spoerringer.deltakere import hent_deltakere
from verksted.vindu.deltakere.modell import KOLONNER
from verksted.vindu.deltakere.side import Deltakerside
from verksted.vindu.innlesing.dialog import Innlesingsdialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.vindu.conftest import Vert
    from verksted.vindu.ramme.hovedvindu import Hovedvindu
    from verksted.visning.deltakere import Deltakerrad

NR = {kolonne.felt: nummer for nummer, kolonne in enumerate(KOLONNER)}


@pytest.fixture
def side(vert: Vert, program: Hovedvindu) -> Deltakerside:
    """Return the page, in front, with its eight people."""
    return _foran(vert, program)


def _foran(vert: Vert, vindu: Hovedvindu) -> Deltakerside:
    vindu.gaa_til("deltakere")
    vert.ro(vindu)
    assert vindu.ramme is not None
    assert isinstance(vindu.ramme.side, Deltakerside)
    return vindu.ramme.side


def _kolonnen(side: Deltakerside, felt: str) -> list[str]:
    return [str(side.modell.index(rad, NR[felt]).data()) for rad in range(side.modell.rowCount())]


def _klikk_overskrift(qtbot: QtBot, side: Deltakerside, felt: str) -> None:
    hode = side.tabell.horizontalHeader()
    sted = QPoint(hode.sectionViewportPosition(NR[felt]) + 20, hode.height() // 2)
    qtbot.mouseClick(hode.viewport(), Qt.MouseButton.LeftButton, pos=sted)


def _lagret(vindu: Hovedvindu, navn: str) -> Deltakerrad | None:
    assert vindu.bord is not None
    with vindu.bord.fil.les() as sesjon:
        return next((rad for rad in hent_deltakere(sesjon).rader if rad.navn == navn), None)


def _skriv(qtbot: QtBot, side: Deltakerside, navn: str, felt: str, tekst: str) -> None:
    rad = _kolonnen(side, "navn").index(navn)
    side.tabell.setCurrentIndex(side.modell.index(rad, NR[felt]))
    qtbot.keyClick(side.tabell, Qt.Key.Key_Return)
    (skriver,) = [w for w in side.tabell.findChildren(QLineEdit) if w.isVisible()]
    skriver.clear()
    qtbot.keyClicks(skriver, tekst)
    qtbot.keyClick(skriver, Qt.Key.Key_Return)
    QApplication.processEvents()  # Qt's delegate takes what was written when the key has been dealt with


def test_at_overskriften_sorterer_paa_norsk_og_tredje_klikk_gir_lista_tilbake(qtbot: QtBot, side: Deltakerside) -> None:
    som_lest = _kolonnen(side, "navn")
    _klikk_overskrift(qtbot, side, "navn")
    assert _kolonnen(side, "navn") == [
        "Jostein Lindvik", "Kåre Øyjord", "Magnhild Storneset", "Oddvar Havnes", "Ragna Ytterlind", "Silje Marie Vik",
        "Torvald Brimvåg", "Åse Lyngstrand",
    ]  # fmt: skip
    _klikk_overskrift(qtbot, side, "navn")
    assert _kolonnen(side, "navn")[0] == "Åse Lyngstrand"
    _klikk_overskrift(qtbot, side, "navn")
    assert _kolonnen(side, "navn") == som_lest


def test_at_filteret_finner_paa_tvers_av_feltene(qtbot: QtBot, side: Deltakerside) -> None:
    qtbot.keyClicks(side.filter, "kyst vara")
    assert _kolonnen(side, "navn") == ["Ragna Ytterlind"]
    assert side.vist.text() == "Viser 1 av 8"
    side.filter.clear()
    assert side.modell.rowCount() == 8


def test_at_en_celle_kan_skrives_i_og_angres_med_navn(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, side: Deltakerside
) -> None:
    _skriv(qtbot, side, "Torvald Brimvåg", "foedselsaar", "1969")
    assert _kolonnen(side, "foedselsaar")[0] == "1969"  # at once, before the disk has answered
    vert.ro(program)
    rad = _lagret(program, "Torvald Brimvåg")
    assert rad is not None
    assert rad.foedselsaar == 1969
    assert program.menyer.handlinger["angre"].text().replace("&", "") == "Angre: endre deltaker"
    program.menyer.handlinger["angre"].trigger()
    vert.ro(program)
    assert _kolonnen(side, "foedselsaar")[0] == ""


def test_at_escape_lar_cella_staa(qtbot: QtBot, vert: Vert, program: Hovedvindu, side: Deltakerside) -> None:
    side.tabell.setCurrentIndex(side.modell.index(0, NR["verv"]))
    qtbot.keyClick(side.tabell, Qt.Key.Key_Return)
    (skriver,) = [w for w in side.tabell.findChildren(QLineEdit) if w.isVisible()]
    qtbot.keyClicks(skriver, "Ordfører")
    qtbot.keyClick(skriver, Qt.Key.Key_Escape)
    vert.ro(program)
    assert _kolonnen(side, "verv")[0] == ""


def test_at_plassen_velges_i_cella_og_vara_for_bare_kan_skrives_for_varaer(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, side: Deltakerside
) -> None:
    rad = _kolonnen(side, "navn").index("Ragna Ytterlind")
    medlem = _kolonnen(side, "navn").index("Oddvar Havnes")
    assert not side.modell.index(medlem, NR["vara_for"]).flags() & Qt.ItemFlag.ItemIsEditable
    for felt, valg in (("vara_for", "Oddvar Havnes (KL)"), ("art", "Observatør")):
        side.tabell.setCurrentIndex(side.modell.index(rad, NR[felt]))
        qtbot.keyClick(side.tabell, Qt.Key.Key_Return)
        (boks,) = [w for w in side.tabell.findChildren(QComboBox) if w.isVisible()]
        boks.setCurrentText(valg)
        qtbot.keyClick(boks, Qt.Key.Key_Return)
        vert.ro(program)
        lagret = _lagret(program, "Ragna Ytterlind")
        assert lagret is not None
        if felt == "vara_for":
            assert lagret.vara_for == "Oddvar Havnes"
    lagret = _lagret(program, "Ragna Ytterlind")
    assert lagret is not None
    assert (lagret.art, lagret.vara_for) == ("observatoer", "")


def test_at_et_navn_ikke_kan_viskes_ut(qtbot: QtBot, vert: Vert, program: Hovedvindu, side: Deltakerside) -> None:
    _skriv(qtbot, side, "Torvald Brimvåg", "navn", " ")
    vert.ro(program)
    assert _kolonnen(side, "navn")[0] == "Torvald Brimvåg"


def test_at_en_ny_rad_blir_en_deltaker_foerst_naar_den_har_navn(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, side: Deltakerside
) -> None:
    knapp = side.findChild(QPushButton, "handling-ny")
    assert knapp is not None
    for tast, antall in ((Qt.Key.Key_Escape, 8), (Qt.Key.Key_Return, 9)):
        qtbot.mouseClick(knapp, Qt.MouseButton.LeftButton)
        (skriver,) = [w for w in side.tabell.findChildren(QLineEdit) if w.isVisible()]
        qtbot.keyClicks(skriver, "Gro Ny")
        qtbot.keyClick(skriver, tast)
        QApplication.processEvents()
        vert.ro(program)
        assert side.modell.rowCount() == antall
    ny = _lagret(program, "Gro Ny")
    assert ny is not None
    assert ny.art == "medlem"
    assert side.tabell.currentIndex().siblingAtColumn(0).data() == "Gro Ny"


def test_at_den_som_tas_ut_av_lista_kommer_tilbake_med_angre(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, side: Deltakerside
) -> None:
    side.tabell.setCurrentIndex(side.modell.index(_kolonnen(side, "navn").index("Torvald Brimvåg"), 0))
    qtbot.keyClick(side.tabell, Qt.Key.Key_Delete)
    vert.ro(program)
    assert (
        _kolonnen(side, "art")[_kolonnen(side, "navn").index("Torvald Brimvåg")] == "Ikke i lista"
    )  # has sat at a table
    assert _kolonnen(side, "vara_for")[_kolonnen(side, "navn").index("Jostein Lindvik")] == ""
    program.menyer.handlinger["angre"].trigger()
    vert.ro(program)
    assert _kolonnen(side, "vara_for")[_kolonnen(side, "navn").index("Jostein Lindvik")] == "Torvald Brimvåg"


@pytest.mark.parametrize("svar", ["behold", "slett"])
def test_at_sletting_for_godt_spoer_foerst(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, side: Deltakerside, svar: str
) -> None:
    vert.dialoger.svar = svar
    side.tabell.setCurrentIndex(side.modell.index(_kolonnen(side, "navn").index("Oddvar Havnes"), 0))
    qtbot.mouseClick(side.slett, Qt.MouseButton.LeftButton)
    vert.ro(program)
    assert vert.dialoger.spurt == ["Slette Oddvar Havnes for godt?"]
    assert (_lagret(program, "Oddvar Havnes") is None) == (svar == "slett")
    assert ("Oddvar Havnes" in _kolonnen(side, "navn")) == (svar == "behold")


def test_at_rader_limt_inn_fra_excel_gaar_gjennom_forhaandsvisningen_og_ett_steg_angrer(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, side: Deltakerside
) -> None:
    QGuiApplication.clipboard().setText("Navn\tParti\tFødt\nGro Ny\tBygdelista\t1980\nPer Ny\tBygdelista\t1990\n")
    side.tabell.setFocus()
    qtbot.keyClick(side.tabell, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = program.findChildren(Innlesingsdialog)
    vert.ro(program)
    kopi: Path = dialog._sti
    assert kopi.is_file()
    assert dialog.les_inn.text() == "Les inn 2"
    with qtbot.waitSignal(dialog.tatt_inn, timeout=VENT):
        qtbot.mouseClick(dialog.les_inn, Qt.MouseButton.LeftButton)
    vert.ro(program)
    assert {"Gro Ny", "Per Ny"} <= set(_kolonnen(side, "navn"))
    dialog.reject()
    assert not kopi.parent.exists()  # nothing of the clipboard is left on the disk
    program.menyer.handlinger["angre"].trigger()
    vert.ro(program)
    assert side.modell.rowCount() == 8


def test_at_en_tom_side_har_en_setning_og_en_handling(qtbot: QtBot, vert: Vert, tmp_path: Path) -> None:
    with ny_prosess(tmp_path):
        pass
    vindu = vert.start(fil=tmp_path / "p.verksted")
    side = _foran(vert, vindu)
    for rad in list(side.modell.visning.rader):
        assert rad
        qtbot.keyClick(side.tabell, Qt.Key.Key_Delete)
        vert.ro(vindu)
    assert side.modell.rowCount() == 0
    assert side._stabel.currentIndex() == 1
    assert side.foerste_fokus() is side._tomknapp
    qtbot.mouseClick(side._tomknapp, Qt.MouseButton.LeftButton)
    assert vert.dialoger.spurt == ["Les inn deltakere"]
