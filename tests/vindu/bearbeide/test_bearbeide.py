"""Bearbeide as a person uses it: filter, mark, gather by key, mouse and suggestion, write, treat, check, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton

from tests.handlinger.proeveprosess import hent, note, ny_prosess
from verksted.handlinger.bordplasser import sett_opp_bord
from verksted.vindu.bearbeide.side import Bearbeideside

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.vindu.conftest import Vert
    from verksted.lager.prosessfil import Prosessfil
    from verksted.vindu.ramme.hovedvindu import Hovedvindu

KILDER = (
    "SELECT p.kode || ' ' || i.kode FROM punktkilde AS k JOIN punkt AS p ON p.id = k.punkt_id "
    "JOIN innspill AS i ON i.id = k.innspill_id ORDER BY p.kode, k.rekkefoelge"
)
NYE = ("Båten til øya går for sjelden", "Hurtigbåten må gå hver dag til øya", "Skulen må bestå")


@pytest.fixture
def fil(tmp_path: Path) -> Path:
    with ny_prosess(tmp_path, med_innhold=True) as fil:
        for tekst in NYE:
            note(fil, tekst, gruppe=2)
        note(fil, "Et langt innspill. " + "Ord i lange baner. " * 1000)
        fil.utfoer(sett_opp_bord, "oppsett", verksted=2, antall=2)
    return tmp_path / "p.verksted"


@pytest.fixture
def vindu(vert: Vert, fil: Path) -> Hovedvindu:
    vindu = vert.start(fil=fil)
    vindu.resize(1440, 900)
    vindu.gaa_til("bearbeide")
    vert.ro(vindu)
    return vindu


@pytest.fixture
def side(vindu: Hovedvindu) -> Bearbeideside:
    assert vindu.ramme is not None
    side = vindu.ramme.side
    assert isinstance(side, Bearbeideside)
    return side


def _fila(side: Bearbeideside) -> Prosessfil:
    return side.bord.fil  # type: ignore[return-value]


def _koder(side: Bearbeideside) -> list[str]:
    modell = side.spalte.modell
    rader = (modell.rad(modell.index(nr, 0)) for nr in range(modell.rowCount()))
    return [rad.kode for rad in rader if rad is not None]


def _merk(side: Bearbeideside, *koder: str) -> None:
    liste = side.spalte.liste
    liste.setFocus()
    liste.clearSelection()
    for kode in koder:
        plass = liste.modell.plass(kode)
        assert plass.isValid(), kode
        liste.selectionModel().setCurrentIndex(plass, QItemSelectionModel.SelectionFlag.Select)


def _tast(vert: Vert, vindu: Hovedvindu, side: Bearbeideside, tast: Qt.Key, **valg: Qt.KeyboardModifier) -> None:
    vert.qtbot.keyClick(side.spalte.liste, tast, **valg)
    vert.ro(vindu)


def test_at_det_som_staar_for_seg_selv_vises_foerst_og_et_punkt_er_aapent(side: Bearbeideside) -> None:
    assert _koder(side) == ["V1-G1-02", "V1-G1-03", "V1-G2-03", "V1-G2-04", "V1-G2-05", "V1-G2-06", "V1-G1-04"]
    assert side.hode.tilstand == "3 av 10 innspill er samlet i 2 punkter. 7 står for seg selv."
    assert side.trekkspill.aapent == "P-01"
    kilder = side.trekkspill.kort.politikk.kilder.modell
    assert [kilder.rad(kilder.index(nr, 0)).kode for nr in range(2)] == ["V1-G1-01", "V1-G2-01"]  # type: ignore[union-attr]


def test_at_filteret_foelger_det_som_skrives_og_brikkene(qtbot: QtBot, side: Bearbeideside) -> None:
    filter_ = side.spalte.filter
    qtbot.keyClicks(filter_.felt, "skole")
    assert _koder(side) == ["V1-G2-06"]  # skulen, in nynorsk
    qtbot.keyClicks(filter_.felt, "xyz")
    assert _koder(side) == []
    filter_.felt.clear()
    meny = filter_.brikker["bord"].meny
    next(h for h in meny.actions() if h.text() == "Bord 1").trigger()
    assert _koder(side) == ["V1-G1-02", "V1-G1-03", "V1-G1-04"]
    filter_.nullstill()
    assert len(_koder(side)) == 10
    next(h for h in filter_.brikker["gruppering"].meny.actions() if h.text() == "Etter bord").trigger()
    modell = side.spalte.modell
    assert modell.index(0, 0).data() == "Verksted 1, bord 1, 4"
    assert modell.rowCount() == 12


def test_at_mellomrom_samler_det_merkede_i_det_aapne_punktet(
    vert: Vert, vindu: Hovedvindu, side: Bearbeideside
) -> None:
    foer = hent(_fila(side), KILDER)
    _merk(side, "V1-G1-02", "V1-G1-03")
    _tast(vert, vindu, side, Qt.Key.Key_Space)
    assert hent(_fila(side), KILDER) == [*foer[:2], "P-01 V1-G1-02", "P-01 V1-G1-03", *foer[2:]]
    assert "V1-G1-02" not in _koder(side)
    assert side.spalte.liste.currentIndex().isValid()  # the keyboard goes on from where it stood
    vindu.utfoer_valg("angre")
    vert.ro(vindu)
    assert hent(_fila(side), KILDER) == foer


def test_at_forslaget_sier_hvorfor_og_tas_med_enter(vert: Vert, vindu: Hovedvindu, side: Bearbeideside) -> None:
    _merk(side, "V1-G2-04")
    _tast(vert, vindu, side, Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert side.trekkspill.aapent == "P-03"
    forslag = side.trekkspill.kort.politikk.forslag
    assert forslag.kode == "V1-G2-05"
    assert forslag.grunn.startswith("Begge sier: ")
    assert "øya" in forslag.grunn
    side.spalte.liste.setFocus()
    _tast(vert, vindu, side, Qt.Key.Key_Return)
    assert hent(_fila(side), KILDER)[-2:] == ["P-03 V1-G2-04", "P-03 V1-G2-05"]


def test_at_et_avvist_forslag_ikke_kommer_igjen(vert: Vert, vindu: Hovedvindu, side: Bearbeideside) -> None:
    _merk(side, "V1-G2-04")
    _tast(vert, vindu, side, Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    forslag = side.trekkspill.kort.politikk.forslag
    avvist = forslag.kode
    forslag.avvis.emit(avvist)
    assert forslag.kode != avvist


def test_at_et_nytt_punkt_faar_en_tittel_som_kan_skrives_over(
    vert: Vert, vindu: Hovedvindu, side: Bearbeideside
) -> None:
    _merk(side, "V1-G2-06", "V1-G1-02")
    vert.ro(vindu)
    knapp = next(k for k in side.hode.findChildren(QPushButton, "handling-nytt_punkt") if k.isVisible())
    vert.qtbot.mouseClick(knapp, Qt.MouseButton.LeftButton)
    vert.ro(vindu)
    tittel = side.trekkspill.kort.politikk.tittel
    assert tittel.hasFocus()
    vert.qtbot.keyClicks(tittel, "Skolen består")
    vert.qtbot.keyClick(tittel, Qt.Key.Key_Return)
    vert.ro(vindu)
    assert hent(_fila(side), "SELECT tittel FROM punkt WHERE kode = 'P-03'") == ["Skolen består"]
    vindu.utfoer_valg("angre")
    vert.ro(vindu)
    vindu.utfoer_valg("angre")
    vert.ro(vindu)
    assert [punkt.kode for punkt in side._data.punkter] == ["P-01", "P-02"]


def _slipp(side: Bearbeideside, maal: object, hvor: QPoint, *koder: str) -> None:
    modell = side.spalte.modell
    data = modell.mimeData([modell.plass(kode) for kode in koder])
    handling, knapp, ingen = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    inn = QDragEnterEvent(hvor, handling, data, knapp, ingen)
    maal.dragEnterEvent(inn)  # type: ignore[attr-defined]
    assert inn.isAccepted()
    maal.dropEvent(QDropEvent(QPointF(hvor), handling, data, knapp, ingen))  # type: ignore[attr-defined]


def test_at_innspill_kan_slippes_paa_det_aapne_og_paa_et_lukket_punkt(
    vert: Vert, vindu: Hovedvindu, side: Bearbeideside
) -> None:
    _slipp(side, side.trekkspill.kort, QPoint(40, 40), "V1-G1-02")
    vert.ro(vindu)
    _slipp(side, side.trekkspill.under, QPoint(40, 20), "V1-G1-03", "V1-G2-03")
    vert.ro(vindu)
    kilder = hent(_fila(side), KILDER)
    assert kilder[2] == "P-01 V1-G1-02"
    assert kilder[-2:] == ["P-02 V1-G1-03", "P-02 V1-G2-03"]


def test_at_en_kilde_tas_ut_og_hele_punktet_tas_fra_hverandre_og_angres(
    vert: Vert, vindu: Hovedvindu, side: Bearbeideside
) -> None:
    foer = hent(_fila(side), KILDER)
    kilder = side.trekkspill.kort.politikk.kilder
    kilder.setFocus()
    kilder.setCurrentIndex(kilder.modell.index(0, 0))
    vert.qtbot.keyClick(kilder, Qt.Key.Key_Delete)
    vert.ro(vindu)
    assert hent(_fila(side), KILDER) == foer[1:]
    vert.qtbot.mouseClick(side.trekkspill.kort.politikk.fra_hverandre, Qt.MouseButton.LeftButton)
    vert.ro(vindu)
    assert hent(_fila(side), KILDER) == foer[2:]
    assert side.trekkspill.aapent == ""
    for _ in range(2):
        vindu.utfoer_valg("angre")
        vert.ro(vindu)
    assert hent(_fila(side), KILDER) == foer


def test_at_punktets_felter_lagres_naar_de_forlates(vert: Vert, vindu: Hovedvindu, side: Bearbeideside) -> None:
    del_ = side.trekkspill.kort.politikk
    vert.qtbot.mouseClick(del_.enighet.knapp("delvis"), Qt.MouseButton.LeftButton)
    vert.qtbot.mouseClick(del_.standpunkt.knapp("endre"), Qt.MouseButton.LeftButton)
    del_.aapent.setFocus()
    vert.qtbot.keyClicks(del_.aapent, "Hva koster det?")
    del_.prioritet.setFocus()
    del_.prioritet.selectAll()  # as Tab does
    vert.qtbot.keyClicks(del_.prioritet, "2")
    vert.qtbot.keyClick(del_.prioritet, Qt.Key.Key_Return)
    del_.maa_utredes.click()
    next(h for h in del_.merknader.meny.actions() if h.text() == "Kystlista (KL)").trigger()
    vert.qtbot.keyClicks(del_.merknader.felt("KL"), "Vil vente")
    del_.tittel.setFocus()
    vert.ro(vindu)
    sql = "SELECT enighet, standpunkt, aapent_spoersmaal, prioritet, maa_utredes FROM punkt WHERE kode = 'P-01'"
    assert hent(_fila(side), sql) == [("delvis", "endre", "Hva koster det?", 2, 1)]
    assert hent(_fila(side), "SELECT tekst FROM merknad") == ["Vil vente"]
    vert.qtbot.mouseClick(del_.enighet.knapp("delvis"), Qt.MouseButton.LeftButton)
    vert.ro(vindu)
    assert hent(_fila(side), "SELECT enighet FROM punkt WHERE kode = 'P-01'") == ["ikke_satt"]


def test_at_en_tom_tittel_blir_en_setning_og_den_gamle_staar(
    vert: Vert, vindu: Hovedvindu, side: Bearbeideside
) -> None:
    tittel = side.trekkspill.kort.politikk.tittel
    tittel.setFocus()
    tittel.selectAll()
    vert.qtbot.keyClick(tittel, Qt.Key.Key_Delete)
    vert.qtbot.keyClick(tittel, Qt.Key.Key_Return)
    vert.ro(vindu)
    assert tittel.text() == "Livet i bygdene"


def test_at_punktet_behandles_i_steget_behandle(vert: Vert, vindu: Hovedvindu, side: Bearbeideside) -> None:
    fag = side.trekkspill.kort.fag
    vert.qtbot.mouseClick(fag.endre, Qt.MouseButton.LeftButton)
    assert side.modus.naa == "behandle"
    assert not side.spalte.isVisible()
    assert fag.begrunnelse.isReadOnly()
    vert.qtbot.mouseClick(fag.resultat.knapp("delvis_tatt_inn"), Qt.MouseButton.LeftButton)
    vert.ro(vindu)
    fag.begrunnelse.setFocus()
    vert.qtbot.keyClicks(fag.begrunnelse, "Innenfor rammen")
    vert.qtbot.keyClick(fag.begrunnelse, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    fag.element.setCurrentIndex(fag.element.findData("S1.1"))
    fag.element.activated.emit(fag.element.currentIndex())
    vert.ro(vindu)
    assert hent(_fila(side), "SELECT resultat, begrunnelse FROM behandling") == [("delvis_tatt_inn", "Innenfor rammen")]
    punkt = side.trekkspill.punktet
    assert punkt is not None
    assert punkt.element == "S1.1"
    vert.qtbot.mouseClick(fag.resultat.knapp("delvis_tatt_inn"), Qt.MouseButton.LeftButton)
    vert.ro(vindu)
    assert hent(_fila(side), "SELECT count(*) FROM behandling") == [0]


def test_at_bordenes_svar_foeres_inn_i_utsjekk(vert: Vert, vindu: Hovedvindu, side: Bearbeideside) -> None:
    vert.qtbot.mouseClick(side.modus.knapp("utsjekk"), Qt.MouseButton.LeftButton)
    utsjekk = side.trekkspill.kort.utsjekk
    vert.qtbot.mouseClick(utsjekk.svar[2].knapp("ikke_helt"), Qt.MouseButton.LeftButton)
    vert.ro(vindu)
    utsjekk.kommentar[2].setFocus()
    vert.qtbot.keyClicks(utsjekk.kommentar[2], "For sent")
    vert.qtbot.keyClick(utsjekk.kommentar[2], Qt.Key.Key_Return)
    vert.ro(vindu)
    assert hent(_fila(side), "SELECT svar, kommentar FROM utsjekk") == [("ikke_helt", "For sent")]


def test_at_hele_det_lange_innspillet_kan_leses(side: Bearbeideside) -> None:
    _merk(side, "V1-G1-04")
    assert side.spalte.lesefelt.isVisible()
    assert len(side.spalte.lesefelt.ordene.toPlainText()) > 15_000
    _merk(side, "V1-G1-03")
    assert not side.spalte.lesefelt.isVisible()


def test_at_punktene_naas_og_aapnes_med_tastaturet(qtbot: QtBot, side: Bearbeideside) -> None:
    spill = side.trekkspill
    qtbot.keyClick(spill.kort.pil, Qt.Key.Key_Escape)
    assert spill.aapent == ""
    assert spill.over.hasFocus()
    qtbot.keyClick(spill.over, Qt.Key.Key_Down)
    qtbot.keyClick(spill.over, Qt.Key.Key_Return)
    assert spill.aapent == "P-02"


def test_at_en_annen_side_kan_vise_et_innspill_eller_et_punkt(
    vert: Vert, vindu: Hovedvindu, side: Bearbeideside
) -> None:
    vindu.gaa_til("oversikt")
    vindu.ramme.gaa_til("bearbeide", "P-02")  # type: ignore[union-attr]
    vert.ro(vindu)
    assert side.trekkspill.aapent == "P-02"
    vindu.ramme.gaa_til("bearbeide", "V1-G1-01")  # type: ignore[union-attr]
    vert.ro(vindu)
    assert side.spalte.liste.merkede == ("V1-G1-01",)
