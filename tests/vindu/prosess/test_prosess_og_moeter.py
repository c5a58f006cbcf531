"""Prosess og møter: everything is saved as it is written, and the law is never guessed."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from tests.vindu.feiing import engelske_ord, tekster_i, uten_navn, uten_synlig_fokus, utenfor_tabrekka
from verksted.kjerne.tekster import MAALFORMER
from verksted.lager.spoerringer.prosess import hent_prosess
from verksted.vindu.prosess.side import Prosesside
from verksted.vindu.prosess.verkstedblad import les_klokke

if TYPE_CHECKING:
    from pathlib import Path

    from tests.vindu.conftest import Vert
    from verksted.kjerne.tekster import Maalform
    from verksted.vindu.ramme.hovedvindu import Hovedvindu
    from verksted.visning.prosess import Prosessvisning

SIDENE = ("oversikt", "prosess", "kunnskap")


def _siden(vert: Vert, vindu: Hovedvindu, valgt: str = "prosess") -> Prosesside:
    vindu.gaa_til("prosess", f"V{valgt}" if valgt.isdecimal() else None)
    vert.ro(vindu)
    assert vindu.ramme is not None
    side = vindu.ramme.side
    assert isinstance(side, Prosesside)
    if valgt == "roller":
        side.liste.setCurrentRow(side.liste.count() - 1)
    return side


def _i_fila(vindu: Hovedvindu) -> Prosessvisning:
    assert vindu.bord is not None
    fil: Any = vindu.bord.fil
    with fil.les() as sesjon:
        return hent_prosess(sesjon)


def _skriv(vert: Vert, felt: Any, tekst: str) -> None:
    felt.setFocus()
    felt.selectAll()
    vert.qtbot.keyClicks(felt, tekst)
    vert.qtbot.keyClick(felt, Qt.Key.Key_Tab)


def test_at_navnet_lagres_naar_en_gaar_videre_og_kan_angres(vert: Vert, program: Hovedvindu) -> None:
    side = _siden(vert, program)
    foer = _i_fila(program).navn
    _skriv(vert, side.prosessblad.navn, "Samfunnsdel for Lindvær")
    vert.ro(program)
    assert _i_fila(program).navn == "Samfunnsdel for Lindvær"
    program.utfoer_valg("angre")
    vert.ro(program)
    assert side.prosessblad.navn.text() == foer


def test_at_det_skrevne_lagres_av_seg_selv_uten_at_en_gaar_videre(vert: Vert, program: Hovedvindu) -> None:
    side = _siden(vert, program, "1")
    side.verkstedblad.formaal.setFocus()
    assert side.bord is not None
    with vert.qtbot.waitSignal(side.bord.endret, timeout=30_000):
        vert.qtbot.keyClicks(side.verkstedblad.formaal, "Nytt: ")
    assert _i_fila(program).verksteder[0].formaal.startswith("Nytt: ")
    assert side.verkstedblad.formaal.hasFocus()


def test_at_et_tomt_navn_ikke_tas_imot(vert: Vert, program: Hovedvindu) -> None:
    side = _siden(vert, program)
    foer = _i_fila(program).kommune
    _skriv(vert, side.prosessblad.kommune, " ")
    vert.ro(program)
    assert (_i_fila(program).kommune, side.prosessblad.kommune.text()) == (foer, foer)


def test_at_en_periode_som_gaar_baklengs_nektes_og_rulles_tilbake(vert: Vert, program: Hovedvindu) -> None:
    side = _siden(vert, program)
    _skriv(vert, side.prosessblad.aar["valgperiode_fra"], "2099")
    vert.ro(program)
    assert _i_fila(program).valgperiode == (2027, 2031)
    assert side.prosessblad.aar["valgperiode_fra"].text() == "2027"


def test_at_dato_sted_og_klokkeslett_lagres_slik_de_skrives(vert: Vert, program: Hovedvindu) -> None:
    blad = _siden(vert, program, "2").verkstedblad
    _skriv(vert, blad.naar.felt, "2.3.28")
    _skriv(vert, blad.sted, "Kulturhuset")
    _skriv(vert, blad.slutt, "2115")
    vert.ro(program)
    verksted = _i_fila(program).verksteder[1]
    assert (verksted.dato, verksted.sted, verksted.slutt) == (date(2028, 3, 2), "Kulturhuset", time(21, 15))


def test_at_moetet_staar_som_aapent_til_hjemmelen_er_valgt(vert: Vert, program: Hovedvindu) -> None:
    moeteform = _siden(vert, program, "2").verkstedblad.moeteform
    vert.qtbot.mouseClick(moeteform.doerer.knapp("lukket"), Qt.MouseButton.LeftButton)
    vert.ro(program)
    assert _i_fila(program).verksteder[1].aapent
    assert moeteform.hjemmel.currentData() == ""
    moeteform.hjemmel.setCurrentIndex(2)
    moeteform.hjemmel.activated.emit(2)
    vert.ro(program)
    verksted = _i_fila(program).verksteder[1]
    assert not verksted.aapent
    assert "§ 11-5" in verksted.hjemmel
    vert.qtbot.mouseClick(moeteform.doerer.knapp("aapent"), Qt.MouseButton.LeftButton)
    vert.ro(program)
    assert (_i_fila(program).verksteder[1].aapent, _i_fila(program).verksteder[1].hjemmel) == (True, "")


def test_at_moeteformen_velges_og_at_et_nytt_organ_kan_skrives(vert: Vert, program: Hovedvindu) -> None:
    blad = _siden(vert, program, "3").verkstedblad
    blad.moeteform.former["gruppemoete"].click()
    _skriv(vert, blad.organ.lineEdit(), "formannskapet")
    vert.ro(program)
    verksted = _i_fila(program).verksteder[2]
    assert (verksted.moeteform, verksted.organ) == ("gruppemoete", "formannskapet")


def test_at_verksteder_legges_til_flyttes_og_fjernes_og_at_alt_kan_angres(vert: Vert, program: Hovedvindu) -> None:
    side = _siden(vert, program)
    foer = [v.tittel for v in _i_fila(program).verksteder]
    side.handlinger()[0].gjoer()
    vert.ro(program)
    assert [v.nummer for v in _i_fila(program).verksteder] == [1, 2, 3, 4]
    vert.qtbot.mouseClick(side.opp, Qt.MouseButton.LeftButton)
    vert.ro(program)
    assert [v.tittel for v in _i_fila(program).verksteder] == [*foer[:2], "Nytt verksted", foer[2]]
    vert.qtbot.mouseClick(side.fjern, Qt.MouseButton.LeftButton)
    vert.ro(program)
    assert [(v.nummer, v.tittel) for v in _i_fila(program).verksteder] == [*enumerate(foer, start=1)]
    for _ in range(3):
        program.utfoer_valg("angre")
        vert.ro(program)
    assert [v.tittel for v in _i_fila(program).verksteder] == foer


def test_at_et_verksted_i_bruk_verken_flyttes_eller_fjernes(vert: Vert, program: Hovedvindu) -> None:
    side = _siden(vert, program, "1")
    assert not any(knapp.isEnabled() for knapp in (side.opp, side.ned, side.fjern))
    assert "kodene" in side.fjern.toolTip().casefold()


def test_at_sjekklista_foelger_rollen_som_faar_nytt_navn(vert: Vert, program: Hovedvindu) -> None:
    side = _siden(vert, program, "roller")
    foer = _i_fila(program)
    rolle = next(r for r in foer.roller if r.navn == "Planlegger")
    _skriv(vert, side.rolleblad.roller[rolle.rad_id].navn, "Samfunnsplanlegger")
    vert.ro(program)
    etter = _i_fila(program)
    hos = [[p.ansvarlig for v in visning.verksteder for p in v.sjekkliste] for visning in (foer, etter)]
    assert hos[0].count("Planlegger") == hos[1].count("Samfunnsplanlegger") > 0


@pytest.mark.parametrize(("skrevet", "ventet"), [("17", time(17)), ("kl. 9.05", time(9, 5)), ("0830", time(8, 30))])
def test_at_klokkeslett_forstaas_slik_folk_skriver_dem(skrevet: str, ventet: time) -> None:
    assert les_klokke(skrevet) == ventet


@pytest.mark.parametrize("maalform", MAALFORMER)
def test_at_hvert_blad_er_norsk_har_navn_og_synlig_fokus(vert: Vert, prosessfil: Path, maalform: Maalform) -> None:
    vindu = vert.start(maalform, prosessfil)
    for valgt in ("prosess", "1", "roller"):
        side = _siden(vert, vindu, valgt)
        assert engelske_ord(tekst for tekst in tekster_i(side) if tekst) == []
        assert uten_navn(side) == []
        assert utenfor_tabrekka(side) == []
        assert uten_synlig_fokus(side, vert.fokusring) == []


@pytest.mark.parametrize("zoom", [100, 200])
def test_at_sidene_faar_plass_i_det_minste_vinduet(vert: Vert, prosessfil: Path, zoom: int) -> None:
    vindu = vert.start(fil=prosessfil)
    while vindu.verktoey.tema.zoom < zoom:
        vindu.utfoer_valg("stoerre")
    vert.ro(vindu)
    vindu.resize(1024, 640)
    for noekkel in SIDENE:
        vindu.gaa_til(noekkel)
        vert.ro(vindu)
        assert (vindu.width(), vindu.height()) == (1024, 640), noekkel


@pytest.mark.parametrize("maalform", MAALFORMER)
def test_at_oversikt_og_kunnskap_er_norske_og_kan_naas(vert: Vert, prosessfil: Path, maalform: Maalform) -> None:
    vindu = vert.start(maalform, prosessfil)
    for noekkel in SIDENE:
        vindu.gaa_til(noekkel)
        vert.ro(vindu)
        assert vindu.ramme is not None
        side = vindu.ramme.side
        assert side is not None
        assert engelske_ord(tekst for tekst in tekster_i(side) if tekst) == []
        assert uten_navn(side) == []
        assert utenfor_tabrekka(side) == []
        assert uten_synlig_fokus(side, vert.fokusring) == []
