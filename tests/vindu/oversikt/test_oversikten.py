"""Oversikt: the map opens check lists, points are ticked, owned and dated, and changes tell their history."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from verksted.handlinger.prosess import merk_sjekkpunkt, oppdater_verksted
from verksted.handlinger.sjekkliste import oppdater_sjekkpunkt
from verksted.handlinger.verksteder import sett_fasedato
from verksted.modell.ordene import Verkstedstatus
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.oversikt.endringsrad import Endringsrad
from verksted.vindu.oversikt.side import Oversiktside

if TYPE_CHECKING:
    from tests.vindu.conftest import Vert
    from verksted.vindu.oversikt.sjekkrad import Sjekkpunktrad
    from verksted.vindu.ramme.hovedvindu import Hovedvindu


def _siden(vert: Vert, vindu: Hovedvindu) -> Oversiktside:
    vindu.gaa_til("oversikt")
    vert.ro(vindu)
    assert vindu.ramme is not None
    side = vindu.ramme.side
    assert isinstance(side, Oversiktside)
    return side


def _raden(side: Oversiktside, nummer: int) -> Sjekkpunktrad:
    return side.sjekkliste.rader[1, nummer]


def test_at_kartet_begynner_med_kunnskapsgrunnlaget_og_at_fasene_veksler(vert: Vert, program: Hovedvindu) -> None:
    side = _siden(vert, program)
    navnene = [node.accessibleName() for node in side.kart.noder]
    assert navnene[0].startswith("Kunnskapsgrunnlag, her er dere")
    assert navnene[1].startswith("Verksted 1, ikke begynt")
    assert [navn.split(",")[0] for navn in navnene[-3:]] == ["Medvirkning og høring", "Vedtak", "Oppfølging"]


def test_at_kartet_foelger_verkstedet_som_er_holdt_og_datoene_etterpaa(vert: Vert, program: Hovedvindu) -> None:
    side = _siden(vert, program)
    bord = side.bord
    bord.utfoer(oppdater_verksted, verksted=1, status=Verkstedstatus.AVSLUTTET, dato=date(2028, 1, 19))
    bord.utfoer(sett_fasedato, fase="vedtak", tittel="Vedtak", fra=date(2028, 6, 22))
    bord.utfoer(oppdater_verksted, verksted=2, dato=date(2028, 3, 2))
    vert.ro(program)
    navnene = [node.accessibleName() for node in side.kart.noder]
    assert navnene[1].startswith("Verksted 1, ferdig, Holdt 19. januar")
    assert "her er dere" in navnene[2]
    assert navnene[3] == "Verksted 2, ikke begynt, Torsdag 2. mars, om 42 dager"
    assert navnene[-2] == "Vedtak, ikke begynt, 22. juni"


def test_at_piltastene_gaar_fra_fase_til_fase_og_aapner_sjekklista(vert: Vert, program: Hovedvindu) -> None:
    side = _siden(vert, program)
    side.kart.noder[0].setFocus()
    vert.qtbot.keyClick(side.kart.noder[0], Qt.Key.Key_Right)
    assert side.kart.noder[1].isChecked()
    assert side.sjekkliste.rader
    faser = {nummer for _, nummer in side.sjekkliste.rader}
    vert.qtbot.keyClick(side.kart.noder[1], Qt.Key.Key_Left)
    assert faser.isdisjoint({nummer for _, nummer in side.sjekkliste.rader})


def test_at_et_punkt_hakes_av_og_angres_ved_navn(vert: Vert, program: Hovedvindu) -> None:
    side = _siden(vert, program)
    boks = _raden(side, 1).boks
    vert.qtbot.mouseClick(boks, Qt.MouseButton.LeftButton)
    vert.ro(program)
    assert boks.isChecked()
    assert side.bord.kan_angre is not None
    assert side.bord.kan_angre.navn == merk_sjekkpunkt.__name__
    program.utfoer_valg("angre")
    vert.ro(program)
    assert not _raden(side, 1).boks.isChecked()


def test_at_ansvarlig_og_frist_settes_der_punktet_staar(vert: Vert, program: Hovedvindu) -> None:
    side = _siden(vert, program)
    rad = _raden(side, 1)
    vert.qtbot.mouseClick(rad.knapp, Qt.MouseButton.LeftButton)
    assert rad.aapen
    rad.naar.felt.setFocus()
    vert.qtbot.keyClicks(rad.naar.felt, "19. januar 2028")
    vert.qtbot.keyClick(rad.naar.felt, Qt.Key.Key_Return)
    vert.ro(program)
    assert rad.naar.verdi == date(2028, 1, 19)
    assert "Frist i går" in rad.knapp.accessibleName()
    rad.hvem.setFocus()
    vert.qtbot.keyClicks(rad.hvem, "Planl")
    rad.hvem.activated.emit(rad.hvem.currentIndex())
    vert.ro(program)
    assert "Planlegger" in rad.knapp.accessibleName()


def test_at_en_dato_ingen_forstaar_ikke_endrer_noe_men_sies(vert: Vert, program: Hovedvindu) -> None:
    side = _siden(vert, program)
    side.bord.utfoer(oppdater_sjekkpunkt, verksted=1, nummer=1, frist=date(2028, 2, 1))
    vert.ro(program)
    rad = _raden(side, 1)
    vert.qtbot.mouseClick(rad.knapp, Qt.MouseButton.LeftButton)
    rad.naar.felt.setFocus()
    rad.naar.felt.clear()
    vert.qtbot.keyClicks(rad.naar.felt, "31.2.2028")
    with vert.qtbot.waitSignal(side.si, check_params_cb=lambda setning: "31.2.2028" in setning):
        vert.qtbot.keyClick(rad.naar.felt, Qt.Key.Key_Return)
    assert rad.naar.felt.text() == "01.02.2028"


def test_at_et_nytt_punkt_kommer_sist_i_lista(vert: Vert, program: Hovedvindu) -> None:
    side = _siden(vert, program)
    vert.qtbot.keyClicks(side.sjekkliste.nytt, "Bestille kaffe")
    vert.qtbot.keyClick(side.sjekkliste.nytt, Qt.Key.Key_Return)
    vert.ro(program)
    assert list(side.sjekkliste.rader.values())[-1].boks.accessibleName() == "Bestille kaffe"


def test_at_en_endring_viser_hva_som_er_gjort_med_det_samme_foer(vert: Vert, program: Hovedvindu) -> None:
    side = _siden(vert, program)
    for utfoert in (date(2028, 1, 20), None):
        side.bord.utfoer(merk_sjekkpunkt, verksted=1, nummer=1, utfoert=utfoert)
    vert.ro(program)
    rad = next(r for r in side.findChildren(Endringsrad) if r.isVisible() and hasattr(r, "knapp"))
    vert.qtbot.mouseClick(rad.knapp, Qt.MouseButton.LeftButton)
    vert.ro(program)
    assert [e.text() for e in rad.findChildren(Etikett)].count("Merk i sjekklista (V1)") == 2
