"""The page Gjeldende plan: what the reader guessed is confirmed, put right, moved, merged and added to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.handlinger.proeveprosess import tom_fil
from tests.innlesing.filer import docx
from tests.vindu.conftest import VENT
from verksted.handlinger.prosess import opprett_prosess
from verksted.vindu.gjeldende.side import Gjeldendeside

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.vindu.conftest import Vert
    from verksted.vindu.ramme.hovedvindu import Hovedvindu


@pytest.fixture
def side(vert: Vert, program: Hovedvindu) -> Gjeldendeside:
    program.gaa_til("gjeldende")
    vert.ro(program)
    return _siden(program)


def _siden(program: Hovedvindu) -> Gjeldendeside:
    assert program.ramme is not None
    assert isinstance(program.ramme.side, Gjeldendeside)
    return program.ramme.side


def _ubekreftet(side: Gjeldendeside) -> int:
    assert side._visning is not None
    return len(side._visning.ubekreftet())


def _koder(side: Gjeldendeside) -> list[str]:
    assert side._visning is not None
    return [en.kode for en in side._visning.elementer()]


def test_at_enter_bekrefter_og_gaar_til_neste(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, side: Gjeldendeside
) -> None:
    side.tre.velg("S1")
    side.tre.setFocus()
    vert.ro(program)
    foer = _ubekreftet(side)
    qtbot.keyClick(side.tre, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _ubekreftet(side) == foer - 1, timeout=VENT)
    qtbot.waitUntil(lambda: side.tre.valgt_kode == "S1.1", timeout=VENT)
    vert.ro(program)


def test_at_en_gren_og_alle_sikre_bekreftes_og_angres_hver_for_seg(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, side: Gjeldendeside
) -> None:
    side.tre.velg("S1")
    vert.ro(program)
    qtbot.mouseClick(side.panel_rett.knapper["bekreft_grenen"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _ubekreftet(side) == 2, timeout=VENT)
    vert.ro(program)
    side._bekreft_sikre()
    qtbot.waitUntil(lambda: _ubekreftet(side) < 2, timeout=VENT)
    vert.ro(program)
    for _ in range(2):
        program.utfoer_valg("angre")
        vert.ro(program)
    qtbot.waitUntil(lambda: _ubekreftet(side) == 4, timeout=VENT)


def test_at_tittel_og_nivaa_rettes(qtbot: QtBot, vert: Vert, program: Hovedvindu, side: Gjeldendeside) -> None:
    side.tre.velg("S1.1")
    vert.ro(program)
    felt = side.panel_rett.tittel
    felt.setFocus()
    felt.selectAll()
    with qtbot.waitSignal(side._vakt.rolig, timeout=VENT):
        qtbot.keyClicks(felt, "Bo i bygda")
    vert.ro(program)
    nivaa = next(nr for nr in range(side.panel_rett.nivaa.count()) if "trategi" in side.panel_rett.nivaa.itemText(nr))
    side.panel_rett.nivaa.activated.emit(nivaa)
    id_ = side.panel_rett.nivaa.itemData(nivaa)
    qtbot.waitUntil(lambda: side.tre.valgt_rad.nivaa_id == id_, timeout=VENT)
    assert (side.tre.valgt_rad.tittel, side.tre.valgt_rad.sikkerhet_bp) == ("Bo i bygda", None)
    vert.ro(program)


def test_at_linjer_flyttes_slaas_sammen_og_kastes_med_tastene(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, side: Gjeldendeside
) -> None:
    side.tre.velg("S2.1")
    side.tre.setFocus()
    vert.ro(program)
    qtbot.keyClick(side.tre, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: side._visning is not None and len(side._visning.rader) == 3, timeout=VENT)
    vert.ro(program)
    side.tre.setFocus()
    qtbot.keyClick(side.tre, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: _koder(side) == ["S1", "S1.1", "S2"], timeout=VENT)
    vert.ro(program)
    assert side.tre.valgt_kode == "S2"
    assert side.tre.valgt_rad.tekst == "Fjorden skal være ren"
    qtbot.keyClick(side.tre, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: _koder(side) == ["S1", "S1.1"], timeout=VENT)
    vert.ro(program)
    side.papirkurvmeny().actions()[0].trigger()
    qtbot.waitUntil(lambda: len(_koder(side)) > 2, timeout=VENT)
    vert.ro(program)


def test_at_en_linje_leseren_utelot_loeftes_inn(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, side: Gjeldendeside, tmp_path: Path
) -> None:
    fil = tmp_path / "plan.docx"
    avsnitt = (
        ("Normal", "Vi skal ha lys i husene i hele kommunen."),
        ("Heading 1", "Satsingsområder"),
        ("Heading 2", "Levende bygder"),
        ("List Bullet", "Flere skal kunne bo i bygdene"),
    )
    fil.write_bytes(docx(avsnitt))
    vert.dialoger.fil = fil
    side.tre.velg("S1")
    vert.ro(program)
    side._les_paa_nytt()
    vert.ro(program)
    qtbot.waitUntil(lambda: side.utenfor._modell.rowCount() > 0, timeout=VENT)
    tekst = side.utenfor._modell.stringList()[0]
    qtbot.mouseClick(side.utenfor.knapp, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "S1.2" in _koder(side), timeout=VENT)
    vert.ro(program)
    assert side._visning is not None
    assert next(en for en in side._visning.elementer() if en.kode == "S1.2").tittel == tekst
    assert tekst not in side.utenfor._modell.stringList()


def test_at_nivaaene_faar_egne_navn(qtbot: QtBot, vert: Vert, program: Hovedvindu, side: Gjeldendeside) -> None:
    assert side._visning is not None
    nivaa = next(n for n in side._visning.nivaaer if n.rolle == "satsingsomraade")
    felt = side.nivaanavn._felter[nivaa.id, "entall"]
    felt.setFocus()
    felt.selectAll()
    with qtbot.waitSignal(side._vakt.rolig, timeout=VENT):
        qtbot.keyClicks(felt, "løft")
    qtbot.waitUntil(lambda: side._visning is not None and side._visning.elementer()[0].nivaa == "Løft", timeout=VENT)
    vert.ro(program)


def test_at_siden_ber_om_en_word_fil_naar_ingenting_er_lest_inn(
    vert: Vert, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.handlinger.proeveprosess import malen

    with tom_fil(tmp_path) as fil:
        fil.utfoer(opprett_prosess, "oppsett", mal=malen(), kommune="Lindvær kommune", valgperiode=(2027, 2031))
    program = vert.start(fil=tmp_path / "p.verksted")
    program.gaa_til("gjeldende")
    vert.ro(program)
    side = _siden(program)
    assert side._tom.isVisible()
    assert not side._delt.isVisible()
    sendt: list[tuple[Path, str]] = []
    monkeypatch.setattr(side, "_les_inn", lambda _bord, _side, fil, slag: sendt.append((fil, slag)))
    vert.dialoger.fil = tmp_path / "plan.docx"
    side._velg_fil()
    assert side.slipp(tmp_path / "annen.docx")
    assert not side.slipp(tmp_path / "liste.xlsx")
    assert sendt == [(tmp_path / "plan.docx", "samfunnsdel"), (tmp_path / "annen.docx", "samfunnsdel")]
