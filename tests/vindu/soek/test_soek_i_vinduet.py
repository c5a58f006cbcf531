"""The palette finds everything with words or a code, marks what was hit, and leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.vindu.conftest import VENT
from verksted.handlinger.innspill import skriv_innspill
from verksted.vindu.ramme.palett import Palett
from verksted.vindu.ramme.palettmodell import Palettrad

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.vindu.conftest import Vert
    from verksted.vindu.ramme.hovedvindu import Hovedvindu


def _soek(vert: Vert, vindu: Hovedvindu, skrevet: str) -> list[Palettrad]:
    vindu.utfoer_valg("palett")
    palett = next(p for p in vindu.findChildren(Palett) if p.isVisible())
    QTest.keyClicks(palett.felt, skrevet)
    vert.ro(vindu)
    rader = [palett.modell.rad(palett.modell.index(nr, 0)) for nr in range(palett.modell.rowCount())]
    return [rad for rad in rader if rad is not None and rad.side]


def test_at_et_ord_finner_innspill_i_alle_former_med_ordet_merket(vert: Vert, program: Hovedvindu) -> None:
    rader = _soek(vert, program, "ferge")
    (rad,) = [rad for rad in rader if rad.gruppe == "Innspill, ordrett"]
    assert (rad.tekst, rad.side, rad.tast) == ("Ferja må gå oftere enn i dag", "bearbeide", "V1-G1-04")
    assert [rad.tekst[fra:til] for fra, til in rad.merket] == ["Ferja"]


def test_at_treffene_staar_samlet_etter_slag(vert: Vert, program: Hovedvindu) -> None:
    grupper = [rad.gruppe for rad in _soek(vert, program, "bygd")]
    assert len(set(grupper)) > 1
    assert grupper == sorted(grupper, key=grupper.index)


def test_at_en_kode_finner_posten_og_foerer_til_siden(vert: Vert, program: Hovedvindu) -> None:
    rader = _soek(vert, program, "T-001")
    assert (rader[0].tekst, rader[0].side, rader[0].kode) == ("Lavere billettpris", "oekonomi", "T-001")


def test_at_et_nytt_innspill_finnes_straks(qtbot: QtBot, vert: Vert, program: Hovedvindu) -> None:
    assert program.bord is not None
    with qtbot.waitSignal(program.bord.endret, timeout=VENT):
        program.bord.utfoer(skriv_innspill, verksted=1, gruppe=1, spoersmaal=1, tekst="Badebrygge ved naustet")
    vert.ro(program)
    assert [rad.tekst for rad in _soek(vert, program, "badebrygga")] == ["Badebrygge ved naustet"]
    QTest.keyClick(next(p for p in program.findChildren(Palett) if p.isVisible()).felt, Qt.Key.Key_Escape)
