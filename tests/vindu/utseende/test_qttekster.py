"""Qt's own words in Norwegian: buttons, file dialogs, menus of text fields, names of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QSpinBox,
)

from tests.vindu.feiing import engelske_ord, tekster_i
from verksted.kjerne.tekster import MAALFORMER, Tekster
from verksted.vindu.utseende.spraak import Spraak

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from verksted.kjerne.tekster import Maalform

MOENSTER = {
    "nb": ["Angre", "Gjør om igjen", "Klipp ut", "Kopier", "Lim inn", "Slett", "Merk alt"],
    "nn": ["Angre", "Gjer om att", "Klipp ut", "Kopier", "Lim inn", "Slett", "Merk alt"],
}


@pytest.fixture(params=MAALFORMER)
def spraak(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Spraak]:
    spraaket = Spraak(qapp, request.param)
    yield spraaket
    spraaket.slipp()


@pytest.mark.parametrize("slag", [QLineEdit, QPlainTextEdit])
def test_at_menyen_i_et_tekstfelt_er_norsk(
    qtbot: QtBot, spraak: Spraak, slag: type[QLineEdit] | type[QPlainTextEdit]
) -> None:
    felt = slag()
    qtbot.addWidget(felt)
    meny = felt.createStandardContextMenu()
    qtbot.addWidget(meny)
    ord_ = [h.text().replace("&", "").partition("\t")[0] for h in meny.actions() if h.text()]
    assert ord_ == MOENSTER[spraak.maalform]


def test_at_alle_standardknapper_er_norske(qtbot: QtBot, spraak: Spraak) -> None:
    boks = QDialogButtonBox()
    qtbot.addWidget(boks)
    for knapp in QDialogButtonBox.StandardButton:
        if knapp.value.bit_count() == 1:
            boks.addButton(knapp)
    boks.show()
    assert len(boks.buttons()) == 18
    assert engelske_ord(tekster_i(boks)) == []
    assert spraak.tekster("qt.Cancel") in [k.text().replace("&", "") for k in boks.buttons()]


def test_at_meldingsboks_med_detaljer_er_norsk(qtbot: QtBot, spraak: Spraak) -> None:
    boks = QMessageBox()
    qtbot.addWidget(boks)
    boks.setDetailedText("x")
    boks.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
    boks.show()
    assert engelske_ord(tekster_i(boks)) == []


def test_at_qts_egen_fildialog_er_norsk(qtbot: QtBot, spraak: Spraak) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    assert engelske_ord(tekster_i(dialog)) == []
    modell = dialog.findChildren(QLineEdit)[0]
    assert modell is not None


def test_at_tallfelt_og_tastenavn_er_norske(qtbot: QtBot, spraak: Spraak) -> None:
    felt = QSpinBox()
    qtbot.addWidget(felt)
    tast = QKeySequence("Ctrl+Shift+N").toString(QKeySequence.SequenceFormat.NativeText)
    assert tast == "Ctrl+Skift+N"


def test_at_spraaket_kan_byttes_uten_ny_start(qapp: QApplication, qtbot: QtBot) -> None:
    spraaket = Spraak(qapp, "nb")
    byttet: list[Maalform] = []
    spraaket.byttet.connect(lambda: byttet.append(spraaket.maalform))
    assert qapp.translate("QLineEdit", "&Redo") == "&Gjør om igjen"
    spraaket.bytt("nn")
    spraaket.bytt("nn")
    assert byttet == ["nn"]
    assert qapp.translate("QLineEdit", "&Redo") == "&Gjer om att"
    spraaket.slipp()
    assert qapp.translate("QLineEdit", "&Redo") == "&Redo"


def test_at_det_vi_ikke_har_ord_for_staar_som_det_var(spraak: Spraak, qapp: QApplication) -> None:
    assert qapp.translate("Noe", "xyzzy") == "xyzzy"
    assert isinstance(spraak.tekster, Tekster)
