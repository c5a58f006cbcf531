"""The page of the tables as a person meets it: keys, mouse, menus and the panel, on a real file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.handlinger.proeveprosess import hent
from verksted.handlinger.bordplasser import merk_runden_holdt
from verksted.vindu.grupper.side import Gruppeside

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.vindu.conftest import Vert
    from verksted.vindu.grupper.plassknapp import Plassknapp
    from verksted.vindu.ramme.hovedvindu import Hovedvindu

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def side(vert: Vert, program: Hovedvindu) -> Gruppeside:
    """Return the page with the small process' two tables."""
    program.gaa_til("grupper")
    vert.ro(program)
    assert program.ramme is not None
    foran = program.ramme.side
    assert isinstance(foran, Gruppeside)
    return foran


def _bordene(side: Gruppeside) -> dict[str, int]:
    """Return person → table as the page shows it."""
    return {p.plass.person_id: p.bord for p in side.rom.plasser}


def _i_fila(side: Gruppeside) -> dict[str, int]:
    sql = "SELECT p.person_id, g.nummer FROM plass p JOIN gruppe g ON g.id = p.gruppe_id"
    return dict(hent(side.bord.fil, sql))  # type: ignore[arg-type]


def _et_par(side: Gruppeside) -> tuple[Plassknapp, Plassknapp]:
    """Return somebody at table 1 and somebody at table 2."""
    return next(p for p in side.rom.plasser if p.bord == 1), next(p for p in side.rom.plasser if p.bord == 2)


def _dra(qtbot: QtBot, fra: Plassknapp, til: QPoint) -> None:
    """Press on a person and draw the mouse, in two steps, to a point of the room; the button is still down."""
    midt = fra.rect().center()
    qtbot.mousePress(fra, Qt.MouseButton.LeftButton, pos=midt)
    for sted in (midt + QPoint(30, 5), til - fra.pos()):
        qtbot.mouseMove(fra, sted)


def test_at_rommet_viser_alle_ved_bordet_de_sitter_ved(side: Gruppeside) -> None:
    assert _bordene(side) == _i_fila(side)
    assert all(p.plass.navn in p.accessibleName() for p in side.rom.plasser)
    assert "rundt 2 bord" in side.hode.tilstand


def test_at_en_som_dras_til_et_annet_bord_flyttes_dit_og_at_det_er_sagt_hva_det_gjoer(
    side: Gruppeside, vert: Vert, program: Hovedvindu, qtbot: QtBot
) -> None:
    en, _ = _et_par(side)
    person = en.plass.person_id
    maal = side.rom.bordflate(2).geometry().center()
    _dra(qtbot, en, maal)
    assert en.loeftet
    assert side.rom.boble.isVisible()
    assert "Til bord 2" in side.rom.boble.tekst
    assert "Gjentatte møter" in side.rom.boble.tekst
    assert _i_fila(side)[person] == 1, "nothing is done before the button is let go"
    qtbot.mouseRelease(en, Qt.MouseButton.LeftButton, pos=en.mapFrom(side.rom, maal))
    assert _bordene(side)[person] == 2, "shown at once"
    vert.ro(program)
    assert _i_fila(side)[person] == _bordene(side)[person] == 2


def test_at_en_som_slippes_paa_en_annen_bytter_plass_og_at_det_kan_angres(
    side: Gruppeside, vert: Vert, program: Hovedvindu, qtbot: QtBot
) -> None:
    en, annen = _et_par(side)
    foer = _i_fila(side)
    sted = annen.geometry().center()
    sted.setY(annen.geometry().top() + 6)
    _dra(qtbot, en, sted)
    assert f"Bytt plass med {annen.plass.navn}" in side.rom.boble.tekst
    qtbot.mouseRelease(en, Qt.MouseButton.LeftButton, pos=en.mapFrom(side.rom, sted))
    vert.ro(program)
    etter = _i_fila(side)
    assert (etter[en.plass.person_id], etter[annen.plass.person_id]) == (2, 1)
    program.utfoer_valg("angre")
    vert.ro(program)
    assert _i_fila(side) == _bordene(side) == foer


def test_at_esc_lar_alt_vaere_som_foer(side: Gruppeside, qtbot: QtBot) -> None:
    en, _ = _et_par(side)
    foer = _bordene(side)
    _dra(qtbot, en, side.rom.bordflate(2).geometry().center())
    qtbot.keyClick(en, Qt.Key.Key_Escape)
    qtbot.mouseRelease(en, Qt.MouseButton.LeftButton)
    assert not en.loeftet
    assert _bordene(side) == foer


def test_at_tastaturet_loefter_flytter_laaser_og_velger_sekretaer(
    side: Gruppeside, vert: Vert, program: Hovedvindu, qtbot: QtBot
) -> None:
    en, annen = _et_par(side)
    person = en.plass.person_id
    en.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(en, Qt.Key.Key_X, CTRL)
    annen.setFocus(Qt.FocusReason.TabFocusReason)
    assert "Til bord 2" in side.rom.boble.tekst
    assert "Bytt plass med" in side.rom.boble.tekst
    qtbot.keyClick(annen, Qt.Key.Key_V, CTRL)
    vert.ro(program)
    assert _i_fila(side)[person] == 2
    plass = side.rom.plass(person)
    qtbot.keyClick(plass, Qt.Key.Key_L)
    vert.ro(program)
    assert plass.plass.laast
    qtbot.keyClick(plass, Qt.Key.Key_S)
    vert.ro(program)
    assert plass.plass.sekretaer
    assert sum(p.plass.sekretaer for p in side.rom.plasser if p.bord == 2) == 1


def test_at_piltastene_naar_alle_plassene(side: Gruppeside, qtbot: QtBot) -> None:
    alle = side.rom.plasser
    naadd, koe = {alle[0]}, [alle[0]]
    while koe:
        her = koe.pop()
        for pil in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            her.setFocus(Qt.FocusReason.TabFocusReason)
            qtbot.keyClick(her, pil)
            dit = next(p for p in alle if p.hasFocus())
            if dit not in naadd:
                naadd.add(dit)
                koe.append(dit)
    assert naadd == set(alle)
    assert sum(bool(p.focusPolicy() & Qt.FocusPolicy.TabFocus) for p in alle) == 1


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_at_menyen_sier_hva_hvert_bord_vil_gjoere(
    side: Gruppeside, vert: Vert, program: Hovedvindu, qtbot: QtBot
) -> None:
    en, _ = _et_par(side)
    qtbot.keyClick(en, Qt.Key.Key_M)
    meny = side.meny.meny
    assert meny is not None
    flytt = meny.actions()[0]
    assert flytt.text().startswith("Flytt til Bord 2: ")
    flytt.trigger()
    meny.close()
    vert.ro(program)
    assert _i_fila(side)[en.plass.person_id] == 2


def test_at_sett_sammen_leter_og_lagrer_det_panelet_sier_som_en_angring(
    side: Gruppeside, vert: Vert, program: Hovedvindu, qtbot: QtBot
) -> None:
    oppsett = side.gruppepanel.oppsett
    oppsett.tid.setValue(1)
    oppsett.runder.setValue(2)
    with qtbot.waitSignal(side.leting.ferdig, timeout=30_000):
        side.sett_sammen()
        assert side.letelinje.isVisibleTo(side)
    vert.ro(program)
    assert side.rad.runder.count() == 2
    assert not side.letelinje.isVisible()
    program.utfoer_valg("angre")
    vert.ro(program)
    assert side.rad.runder.count() == 1


def test_at_leting_som_avbrytes_lar_alt_vaere(side: Gruppeside, vert: Vert, program: Hovedvindu, qtbot: QtBot) -> None:
    foer = _i_fila(side)
    oppsett = side.gruppepanel.oppsett
    oppsett.tid.setValue(60)
    oppsett.runder.setValue(6)
    with qtbot.waitSignal(side.leting.feilet, timeout=30_000):
        with qtbot.waitSignal(side.leting.bedre, timeout=30_000):
            side.sett_sammen()
        qtbot.mouseClick(side.letelinje.knapp_avbryt, Qt.MouseButton.LeftButton)
    vert.ro(program)
    assert _i_fila(side) == foer


def test_at_leting_som_er_god_nok_beholdes(side: Gruppeside, vert: Vert, program: Hovedvindu, qtbot: QtBot) -> None:
    oppsett = side.gruppepanel.oppsett
    oppsett.tid.setValue(120)
    oppsett.runder.setValue(6)
    with qtbot.waitSignal(side.leting.ferdig, timeout=60_000):
        with qtbot.waitSignal(side.leting.bedre, timeout=30_000):
            side.sett_sammen()
        qtbot.mouseClick(side.letelinje.knapp_behold, Qt.MouseButton.LeftButton)
    vert.ro(program)
    assert side.rad.runder.count() == 6


def test_at_regler_kan_legges_til_og_tas_bort(side: Gruppeside, vert: Vert, program: Hovedvindu, qtbot: QtBot) -> None:
    side.gruppepanel.vis_fane("oppsett")
    regler = side.gruppepanel.oppsett.regler
    qtbot.mouseClick(regler.legg_til, Qt.MouseButton.LeftButton)
    skjema = regler.skjema
    assert not skjema.lagre.isEnabled()
    for nummer in (0, 1):
        skjema.person.setCurrentIndex(nummer)
        skjema.person.activated.emit(nummer)
    qtbot.mouseClick(skjema.lagre, Qt.MouseButton.LeftButton)
    vert.ro(program)
    assert hent(side.bord.fil, "SELECT art FROM grupperegel") == ["sammen"]  # type: ignore[arg-type]
    assert "1 sammen" in side.rad.regler.text()
    regler.fjern.emit(hent(side.bord.fil, "SELECT id FROM grupperegel")[0])  # type: ignore[arg-type]
    vert.ro(program)
    assert "Ingen regler" in side.rad.regler.text()


def test_at_det_som_skal_fordeles_kan_flyttes_og_slaas_av(
    side: Gruppeside, vert: Vert, program: Hovedvindu, qtbot: QtBot
) -> None:
    side.gruppepanel.vis_fane("oppsett")
    balanser = side.gruppepanel.oppsett.balanser
    foerste = balanser.paa
    with qtbot.waitSignal(side.gruppepanel.oppsett.endret, timeout=30_000):
        balanser.liste.item(0).setCheckState(Qt.CheckState.Unchecked)
        if len(foerste) == 1:
            side.gruppepanel.oppsett.runder.setValue(3)
    vert.ro(program)
    assert balanser.paa == (foerste[1:] or foerste), "the last one cannot be switched off"


def test_at_forfall_vara_og_oppretting_staar_paa_ett_sted(
    side: Gruppeside, vert: Vert, program: Hovedvindu, qtbot: QtBot
) -> None:
    side.gruppepanel.vis_fane("borte")
    borte = side.gruppepanel.borte
    person = borte.hvem.itemData(0)
    borte.hvem.setCurrentIndex(0)
    qtbot.mouseClick(borte.meld, Qt.MouseButton.LeftButton)
    vert.ro(program)
    assert person not in _bordene(side)
    vara = hent(side.bord.fil, "SELECT person_id FROM mandat WHERE art = 'vara'")[0]  # type: ignore[arg-type]
    borte.vara.emit(vara, person)
    vert.ro(program)
    assert vara in _bordene(side)
    assert side.rom.plass(vara).plass.vara_for
    en, _ = _et_par(side)
    side.rom.flyttet.emit(en.plass.person_id, 2)
    vert.ro(program)
    vert.dialoger.svar = "ja"
    with qtbot.waitSignal(side.reparering.ferdig, timeout=30_000):
        qtbot.mouseClick(borte.rett_opp, Qt.MouseButton.LeftButton)
    vert.ro(program)
    assert "Én må flytte" in vert.dialoger.spurt
    antall = [list(_bordene(side).values()).count(nr) for nr in (1, 2)]
    assert max(antall) - min(antall) <= 1


def test_at_lister_og_skilt_legges_i_mappa(
    side: Gruppeside, vert: Vert, program: Hovedvindu, tmp_path: Path, qtbot: QtBot
) -> None:
    vert.dialoger.mappe = tmp_path / "trykk"
    knapp = next(h for h in side.handlinger() if h.noekkel == "skriv")
    with qtbot.waitSignal(side.si, timeout=30_000):
        knapp.gjoer()
    vert.ro(program)
    assert {"bordliste-verksted-1.docx", "bordskilt-verksted-1.docx"} <= {
        f.name for f in (tmp_path / "trykk").iterdir()
    }


def test_at_en_runde_som_er_holdt_ikke_kan_flyttes_paa(
    side: Gruppeside, vert: Vert, program: Hovedvindu, qtbot: QtBot
) -> None:
    side.bord.utfoer(merk_runden_holdt, verksted=1, runde=1)
    vert.ro(program)
    assert "holdt" in side.rad.runder.tabText(0)
    en, _ = _et_par(side)
    _dra(qtbot, en, side.rom.bordflate(2).geometry().center())
    assert not en.loeftet
    qtbot.mouseRelease(en, Qt.MouseButton.LeftButton)
