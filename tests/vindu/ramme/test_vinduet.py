"""The window as a person uses it: open, change, undo, search, switch language, drop files, close and go on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QMenu, QPushButton

from tests.vindu.conftest import VENT
from verksted.handlinger.prosess import oppdater_verksted
from verksted.kjerne.feil import FinnesIkke
from verksted.vindu.deler.banner import Banner
from verksted.vindu.innlesing.dialog import Innlesingsdialog
from verksted.vindu.ramme.krasjmelder import Krasjmelder
from verksted.vindu.ramme.palett import Palett

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.vindu.conftest import Vert
    from verksted.kjerne.tekster import Maalform
    from verksted.vindu.ramme.hovedvindu import Hovedvindu


def _tekst(vindu: Hovedvindu, noekkel: str) -> str:
    return vindu.menyer.handlinger[noekkel].text().replace("&", "")


def _endre(vert: Vert, vindu: Hovedvindu, sted: str) -> None:
    assert vindu.bord is not None
    vindu.bord.utfoer(oppdater_verksted, verksted=1, sted=sted)
    vert.ro(vindu)


def test_at_fila_aapnes_med_navn_i_tittelen_og_oversikten_foran(program: Hovedvindu) -> None:
    assert program.windowTitle() == "Politisk verksted for samfunnsdelen – Verksted"
    assert program.ramme is not None
    assert program.ramme.side is not None
    assert program.ramme.side.noekkel == "oversikt"
    assert program.status.maskin.text() == "Lagret på denne maskinen 17.00"


def test_at_angre_og_gjoer_om_staar_i_menyen_med_navn(vert: Vert, program: Hovedvindu) -> None:
    _endre(vert, program, "Samfunnshuset")
    assert _tekst(program, "angre") == "Angre: endre verkstedet (V1)"
    assert not program.menyer.handlinger["gjoer_om"].isEnabled()
    program.menyer.handlinger["angre"].trigger()
    vert.ro(program)
    assert _tekst(program, "gjoer_om") == "Gjør om igjen: endre verkstedet (V1)"
    assert program.status.melding.text() == "Angret: endre verkstedet"
    program.menyer.handlinger["gjoer_om"].trigger()
    vert.ro(program)
    assert not program.menyer.handlinger["gjoer_om"].isEnabled()


def test_at_en_feil_blir_en_setning_i_banneret_og_siden_staar(vert: Vert, program: Hovedvindu) -> None:
    assert program.bord is not None
    program.bord.utfoer(oppdater_verksted, verksted=99, sted="Ingen steder")
    vert.ro(program)
    setninger = [w.setning.text() for w in program.findChildren(Banner)]
    assert len(setninger) == 1
    assert setninger[0].startswith("Fant ikke verksted 99.")


def test_at_paletten_finner_en_kommando_og_utfoerer_den(qtbot: QtBot, program: Hovedvindu) -> None:
    program.utfoer_valg("palett")
    palett = program.findChild(Palett)
    assert palett is not None
    qtbot.keyClicks(palett.felt, "mørkt")
    assert [palett.modell.index(r, 0).data() for r in range(palett.modell.rowCount())] == ["Mørkt"]
    qtbot.keyClick(palett.felt, Qt.Key.Key_Return)
    assert program.verktoey.tema.farger.navn == "moerk"
    program.utfoer_valg("palett")
    (ny,) = [p for p in program.findChildren(Palett) if p.isVisible()]
    assert ny.modell.index(0, 0).data() == "Mørkt"  # what was used lately comes first
    qtbot.keyClick(ny.felt, Qt.Key.Key_Escape)
    assert not ny.isVisible()
    program.utfoer_valg("utseende_system")


def test_at_spraaket_byttes_uten_ny_start_og_siden_blir_staaende(vert: Vert, program: Hovedvindu) -> None:
    program.utfoer_valg("spraak_nn")
    vert.ro(program)
    assert _tekst(program, "aapne") == "Opne …"
    assert program.ramme is not None
    assert program.ramme.side is not None
    assert (
        program.ramme.side.hode.tilstand.endswith("verkstader er haldne.") or "Fase" in program.ramme.side.hode.tilstand
    )
    assert program.bord is not None


@pytest.mark.parametrize("maalform", ["nb", "nn"])
def test_at_ingen_meny_har_samme_bokstav_to_ganger(vert: Vert, prosessfil: Path, maalform: Maalform) -> None:
    vindu = vert.start(maalform, prosessfil)
    undermenyer = vindu.menylinje.findChildren(QMenu)
    assert len(undermenyer) >= 4
    for handlinger in (vindu.menylinje.bar.actions(), *(meny.actions() for meny in undermenyer)):
        bokstaver = [h.text().partition("&")[2][:1].casefold() for h in handlinger if "&" in h.text()]
        assert len(bokstaver) == len(set(bokstaver)), bokstaver


def test_at_ingen_tast_er_brukt_to_ganger(program: Hovedvindu) -> None:
    handlinger = [*program.menyer.handlinger.values(), *program.menyer.sidene.values()]
    taster = [tast.toString() for h in handlinger for tast in h.shortcuts() if not tast.isEmpty()]
    assert len(taster) == len(set(taster))


def _slipp(vindu: Hovedvindu, *filer: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(fil)) for fil in filer])
    handling, knapp, ingen = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    inn = QDragEnterEvent(QPointF(9, 9).toPoint(), handling, data, knapp, ingen)
    inn.ignore()
    vindu.dragEnterEvent(inn)
    if inn.isAccepted():
        vindu.dropEvent(QDropEvent(QPointF(9, 9), handling, data, knapp, ingen))
    return inn.isAccepted()


def test_at_en_prosessfil_som_slippes_paa_vinduet_aapnes(vert: Vert, qtbot: QtBot, prosessfil: Path) -> None:
    vindu = vert.start()
    with qtbot.waitSignal(vindu.klar, timeout=VENT):
        assert _slipp(vindu, prosessfil)
    vert.ro(vindu)
    assert vindu.bord is not None
    assert vindu.bord.sti == prosessfil


def test_at_andre_filer_tas_imot_bare_med_en_prosess_aapen(vert: Vert, prosessfil: Path) -> None:
    vindu = vert.start()
    assert not _slipp(vindu, Path("liste.xlsx"))
    vert.aapne(vindu, prosessfil)
    assert _slipp(vindu, Path("liste.xlsx"))
    assert not _slipp(vindu, Path("bilde.png"))
    vert.ro(vindu)
    (dialog,) = vindu.findChildren(Innlesingsdialog)  # a page that does not take it has it looked at
    assert dialog.stabel.currentIndex() == 1
    dialog.reject()


def test_at_lukking_skriver_siste_kopi_og_startsiden_husker_prosessen(
    vert: Vert, qtbot: QtBot, program: Hovedvindu, prosessfil: Path
) -> None:
    _endre(vert, program, "Grendehuset")
    foer = prosessfil.read_bytes()
    with qtbot.waitSignal(program.lukket_prosess, timeout=VENT):
        program.utfoer_valg("lukk")
    assert prosessfil.read_bytes() != foer
    assert [Path(en.sti) for en in program.sistliste.alle] == [prosessfil]
    assert program.windowTitle() == "Verksted"
    fortsett = [k for k in program.startside.findChildren(QPushButton) if k.text().strip() == "Fortsett"]
    assert len(fortsett) == 1
    with qtbot.waitSignal(program.klar, timeout=VENT):
        qtbot.keyClick(fortsett[0], Qt.Key.Key_Space)
    vert.ro(program)


def test_at_en_fil_som_ikke_kan_aapnes_gir_en_setning_paa_startsiden(vert: Vert, tmp_path: Path) -> None:
    vindu = vert.start()
    (tmp_path / "tull.verksted").write_text("hei", encoding="utf-8")
    vindu.aapne(tmp_path / "tull.verksted")
    vert.ro(vindu)
    setninger = [w.setning.text() for w in vindu.findChildren(Banner)]
    assert len(setninger) == 1
    assert "tull.verksted" in setninger[0]
    assert vindu.bord is None


def test_at_en_slot_som_feiler_fortelles_en_gang_uten_ordene_i_feilen(vert: Vert, program: Hovedvindu) -> None:
    fortalt: list[str] = []
    melder = Krasjmelder(program, lambda slag, *_: fortalt.append(slag.__name__))
    vert.dialoger.svar = "kopier"
    hemmelig = ValueError("Innspill fra Åse Lyngstrand")
    melder(ValueError, hemmelig, None)
    melder(ValueError, hemmelig, None)
    vert.ro(program)
    assert fortalt == ["ValueError", "ValueError"]
    assert vert.dialoger.spurt == ["Noe gikk galt i Verksted"]
    rapport = QGuiApplication.clipboard().text()
    assert "ValueError" in rapport
    assert "Lyngstrand" not in rapport


def test_at_en_kjent_feil_i_en_slot_staar_i_banneret(vert: Vert, program: Hovedvindu) -> None:
    melder = Krasjmelder(program, lambda *_: None)
    melder(FinnesIkke, FinnesIkke(hva="punkt", kode="P-99"), None)
    vert.ro(program)
    assert vert.dialoger.spurt == []
    assert "P-99" in program.findChildren(Banner)[0].setning.text()


def test_at_hjelpen_foelger_siden_og_lukkes_igjen(program: Hovedvindu) -> None:
    assert program.ramme is not None
    program.utfoer_valg("hjelp")
    assert program.ramme.hjelp_vises
    program.utfoer_valg("hjelp")
    assert not program.ramme.hjelp_vises


def test_at_tastene_listes_fra_tabellen(program: Hovedvindu) -> None:
    program.utfoer_valg("taster")
    dialog = next(d for d in program.findChildren(QDialog) if d.isVisible())
    assert dialog.windowTitle() == "Hurtigtaster"
    dialog.close()


def test_at_en_ny_prosess_lages_fra_malen(vert: Vert, qtbot: QtBot, tmp_path: Path) -> None:
    vindu = vert.start()
    vert.dialoger.sted = tmp_path / "ny.verksted"
    vindu.utfoer_valg("ny")
    dialog = next(d for d in vindu.findChildren(QDialog) if d.isVisible())
    felt = {f.accessibleName(): f for f in dialog.findChildren(QLineEdit)}
    lag = next(k for k in dialog.findChildren(QPushButton) if k.text() == "Lag prosessen")
    assert not lag.isEnabled()
    qtbot.keyClicks(felt["Kommune"], "Lindvær")
    with qtbot.waitSignal(vindu.klar, timeout=VENT):
        qtbot.mouseClick(lag, Qt.MouseButton.LeftButton)
    vert.ro(vindu)
    assert vindu.windowTitle() == "Politisk verksted for samfunnsdelen – Verksted"
    assert (tmp_path / "ny.verksted").is_file()


def test_at_raila_er_smal_i_et_smalt_vindu(vert: Vert, program: Hovedvindu) -> None:
    assert program.ramme is not None
    program.resize(1440, 900)
    vert.ro(program)
    assert program.ramme.rail.width() == 248
    program.resize(1100, 700)
    vert.ro(program)
    assert program.ramme.rail.width() == 88


def test_at_raila_kan_brukes_med_tastaturet(qtbot: QtBot, program: Hovedvindu) -> None:
    assert program.ramme is not None
    (liste,) = program.ramme.rail.findChildren(QListView)
    assert liste.hasFocus()
    with qtbot.waitSignal(program.ramme.byttet):
        qtbot.keyClick(liste, Qt.Key.Key_Return)
