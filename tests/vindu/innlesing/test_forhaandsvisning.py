"""The import preview as a person uses it: every problem at its place, columns mended, rows left out, one undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from tests.handlinger.proeveprosess import POSTER, ny_prosess
from tests.innlesing.filer import csvfil, docx
from tests.vindu.conftest import VENT
from tests.vindu.feiing import engelske_ord, tekster_i, uten_navn, utenfor_tabrekka
from verksted.handlinger.spor import knytt
from verksted.lager.spoerringer.deltakere import hent_deltakere
from verksted.lager.spoerringer.grunnlag import hent_grunnlag
from verksted.modell.ordene import Sporting
from verksted.vindu.deltakere.side import Deltakerside
from verksted.vindu.innlesing.dialog import Innlesingsdialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.vindu.conftest import Vert
    from verksted.kjerne.tekster import Maalform
    from verksted.vindu.ramme.hovedvindu import Hovedvindu

LISTA = (
    ("Navn", "Xparti", "Rolle", "Født"),
    ("Kari Moe", "NL", "Medlem", "1988"),
    ("Kari Moe", "SL", "Medlem", "1959"),
    ("", "SL", "Medlem", "1960"),
    ("Geir Ås", "NL", "Medlem", "85?"),
    ("Turid Vik", "SL", "Medlem", "1970"),
)


@pytest.fixture
def lista(tmp_path: Path) -> Path:
    """Return a council list whose column of parties has a name nobody knows."""
    fil = tmp_path / "lista.csv"
    fil.write_bytes(csvfil(LISTA))
    return fil


def _aapne(vert: Vert, vindu: Hovedvindu, fil: Path) -> Innlesingsdialog:
    """Open a file on the page of participants, and wait until it is read."""
    vindu.gaa_til("deltakere")
    vert.ro(vindu)
    assert vindu.ramme is not None
    side = vindu.ramme.side
    assert isinstance(side, Deltakerside)
    dialog = side.aapne_innlesing(fil)
    vert.ro(vindu)
    return dialog


def _navnene(vindu: Hovedvindu) -> set[str]:
    assert vindu.bord is not None
    with vindu.bord.fil.les() as sesjon:
        return {rad.navn for rad in hent_deltakere(sesjon).rader}


def _velg_kolonne(vert: Vert, vindu: Hovedvindu, dialog: Innlesingsdialog, kolonne: int, ord_: str) -> None:
    assert dialog.funn is not None
    assert dialog.funn.hode is not None
    boks: QComboBox = dialog.funn.hode.bokser[kolonne]
    boks.setCurrentText(ord_)
    boks.activated.emit(boks.currentIndex())
    vert.ro(vindu)


def _les_inn(qtbot: QtBot, vert: Vert, vindu: Hovedvindu, dialog: Innlesingsdialog) -> None:
    with qtbot.waitSignal(dialog.tatt_inn, timeout=VENT):
        qtbot.mouseClick(dialog.les_inn, Qt.MouseButton.LeftButton)
    vert.ro(vindu)


def test_at_en_kolonne_kan_faa_en_annen_mening_og_fila_leses_paa_nytt(
    vert: Vert, program: Hovedvindu, lista: Path
) -> None:
    dialog = _aapne(vert, program, lista)
    assert dialog.funn is not None
    assert dialog.funn.klare.text() == "0 rader er klare."  # nobody has a party
    _velg_kolonne(vert, program, dialog, 1, "Parti eller liste")
    assert dialog.funn.klare.text() == "2 rader er klare."
    assert dialog.les_inn.text() == "Les inn 4"
    assert dialog.rene.text() == "Les inn de 2 klare"
    dialog.reject()


def test_at_problemene_staar_ved_cella_si_og_forklares_ett_om_gangen(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, lista: Path
) -> None:
    dialog = _aapne(vert, program, lista)
    _velg_kolonne(vert, program, dialog, 1, "Parti eller liste")
    funn = dialog.funn
    assert funn is not None
    assert funn.tabell is not None
    assert (funn.rute.tittel.text(), funn.rute.teller.text()) == ("Rad 4, kolonne A: ikke lest inn", "1 av 3")
    sett = []
    for _ in range(3):
        sett.append((funn.tabell.currentIndex().siblingAtColumn(0).data(), funn.tabell.currentIndex().column()))
        qtbot.mouseClick(funn.rute.neste, Qt.MouseButton.LeftButton)
    assert sett == [("4", 1), ("3", 1), ("5", 4)]
    assert "Rad" in funn.rute.tittel.text()
    dialog.reject()


def test_at_utvalget_viser_bare_radene_det_er_noe_med(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, lista: Path
) -> None:
    dialog = _aapne(vert, program, lista)
    _velg_kolonne(vert, program, dialog, 1, "Parti eller liste")
    funn = dialog.funn
    assert funn is not None
    assert funn.modell is not None
    for utvalg, rader in (("se", ["3", "4", "5"]), ("hoppes", ["4"]), ("alle", ["2", "3", "4", "5", "6"])):
        qtbot.mouseClick(funn.segment.knapp(utvalg), Qt.MouseButton.LeftButton)
        assert [funn.modell.index(rad, 0).data() for rad in range(funn.modell.rowCount())] == rader
    dialog.reject()


def test_at_en_rad_kan_utelates_og_hele_innlesingen_angres_i_ett_steg(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, lista: Path
) -> None:
    foer, fila = _navnene(program), lista.read_bytes()
    dialog = _aapne(vert, program, lista)
    _velg_kolonne(vert, program, dialog, 1, "Parti eller liste")
    assert dialog.funn is not None
    qtbot.mouseClick(dialog.funn.rute.neste, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.funn.rute.neste, Qt.MouseButton.LeftButton)
    assert dialog.funn.rute.radknapp.text() == "Ikke ta med rad 5"
    qtbot.mouseClick(dialog.funn.rute.radknapp, Qt.MouseButton.LeftButton)
    assert dialog.les_inn.text() == "Les inn 3"
    _les_inn(qtbot, vert, program, dialog)
    assert _navnene(program) - foer == {"Kari Moe", "Turid Vik"}
    dialog.reject()
    program.menyer.handlinger["angre"].trigger()
    vert.ro(program)
    assert _navnene(program) == foer
    assert lista.read_bytes() == fila


def test_at_de_reine_radene_kan_tas_inn_naa_og_resten_etterpaa(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, lista: Path
) -> None:
    foer = _navnene(program)
    dialog = _aapne(vert, program, lista)
    _velg_kolonne(vert, program, dialog, 1, "Parti eller liste")
    with qtbot.waitSignal(dialog.tatt_inn, timeout=VENT):
        qtbot.mouseClick(dialog.rene, Qt.MouseButton.LeftButton)
    vert.ro(program)
    assert _navnene(program) - foer == {"Kari Moe", "Turid Vik"}
    dialog.reject()
    dialog = _aapne(vert, program, lista)
    _velg_kolonne(vert, program, dialog, 1, "Parti eller liste")
    _les_inn(qtbot, vert, program, dialog)
    assert _navnene(program) - foer == {"Kari Moe", "Turid Vik", "Geir Ås"}
    dialog.reject()


def test_at_det_vises_hva_en_ny_liste_endret(qtbot: QtBot, vert: Vert, program: Hovedvindu, tmp_path: Path) -> None:
    fil = tmp_path / "ny.csv"
    fil.write_bytes(
        csvfil([("Navn", "Liste", "Født"), ("Torvald Brimvåg", "Bygdelista", "1969"), ("Gro Ny", "Kystlista", "")])
    )
    dialog = _aapne(vert, program, fil)
    _les_inn(qtbot, vert, program, dialog)
    vist = " ".join(tekster_i(dialog))
    assert "ny.csv: 2 deltakere lest inn." in vist
    dialog.reject()


def test_at_en_fil_uten_overskrifter_kan_faa_dem_av_brukeren(vert: Vert, program: Hovedvindu, tmp_path: Path) -> None:
    fil = tmp_path / "uten.csv"
    fil.write_bytes(csvfil([("A-12", "Kari Moe"), ("A-13", "Geir Ås")]))
    dialog = _aapne(vert, program, fil)
    assert not dialog.les_inn.isEnabled()
    _velg_kolonne(vert, program, dialog, 1, "Navn")
    assert dialog.les_inn.text() == "Les inn 2"
    dialog.reject()


def test_at_lukking_midt_i_lesingen_ikke_etterlater_noe(vert: Vert, program: Hovedvindu, lista: Path) -> None:
    foer = _navnene(program)
    program.gaa_til("deltakere")
    vert.ro(program)
    assert program.ramme is not None
    assert isinstance(program.ramme.side, Deltakerside)
    dialog = program.ramme.side.aapne_innlesing(lista)
    assert dialog.stabel.currentIndex() == 0  # still reading
    dialog.reject()
    vert.ro(program)
    assert _navnene(program) == foer
    assert program.bord is not None
    assert program.bord.kan_angre is None or program.bord.kan_angre.navn != "ta_inn_deltakere"


def test_at_en_fil_som_ikke_kan_leses_blir_en_setning(vert: Vert, program: Hovedvindu, tmp_path: Path) -> None:
    fil = tmp_path / "brev.csv"
    fil.write_bytes(b"%PDF-1.7 tomt")
    dialog = _aapne(vert, program, fil)
    assert not dialog.les_inn.isVisible()
    assert dialog.avbryt.text() == "Lukk"
    dialog.reject()


def test_at_en_plan_vises_som_tre_med_hvor_sikkert_det_er(vert: Vert, tmp_path: Path) -> None:
    with ny_prosess(tmp_path):
        pass
    vindu = vert.start(fil=tmp_path / "p.verksted")
    fil = tmp_path / "plan.docx"
    fil.write_bytes(
        docx((("Heading 1", "Satsingsområder"), ("Heading 2", "Levende bygder"), ("List Bullet", "Flere skal bo her")))
    )
    assert vindu.bord is not None
    assert vindu.ramme is not None
    dialog = Innlesingsdialog(vindu.bord, vindu.ramme, fil)
    dialog.open()
    vert.ro(vindu)
    assert dialog.funn is not None
    assert dialog.funn.tre is not None
    rot = dialog.funn.tre.model().index(0, 0)
    assert rot.data() == "Levende bygder"
    assert "ikkert" in str(rot.siblingAtColumn(2).data())
    dialog.reject()


def test_at_neste_aars_plan_bekreftes_post_for_post_foer_den_tar_over(
    qtbot: QtBot, vert: Vert, program: Hovedvindu, tmp_path: Path
) -> None:
    fil = tmp_path / "neste.csv"
    fil.write_bytes(
        csvfil([POSTER[0], ("Hurtigbåten til Ytterlind, ny avtale", "330", "Teknisk", 400000, 400000), POSTER[2]])
    )
    assert program.bord is not None
    assert program.ramme is not None
    with program.bord.fil.les() as sesjon:
        (baaten,) = [p for p in hent_grunnlag(sesjon).oekonomipost if p.tekst.startswith("Hurtigb")]
    program.bord.utfoer(knytt, fra=(Sporting.TILTAK, "T-001"), til=(Sporting.OEKONOMIPOST, baaten.kode))
    vert.ro(program)
    dialog = Innlesingsdialog(program.bord, program.ramme, fil, "oekonomiplan")
    dialog.open()
    vert.ro(program)
    qtbot.mouseClick(dialog.les_inn, Qt.MouseButton.LeftButton)
    vert.ro(program)
    assert dialog.match is not None  # the trail uses a post that would go
    assert dialog.les_inn.text() == "Bekreft og les inn"
    _les_inn(qtbot, vert, program, dialog)
    with program.bord.fil.les() as sesjon:
        grunnlag = hent_grunnlag(sesjon)
    assert {p.tekst for p in grunnlag.oekonomipost} == {"Hurtigbåten til Ytterlind, ny avtale", "Skolen på Storneset"}
    (over,) = [p for p in grunnlag.oekonomipost if p.tekst.startswith("Hurtigb")]
    assert (over.id, over.kode) == (baaten.id, baaten.kode)  # the link follows


@pytest.mark.parametrize("maalform", ["nb", "nn"])
def test_at_forhaandsvisningen_er_norsk_og_kan_naas_med_tastaturet(
    vert: Vert, prosessfil: Path, lista: Path, maalform: Maalform
) -> None:
    vindu = vert.start(maalform, prosessfil)
    dialog = _aapne(vert, vindu, lista)
    assert engelske_ord(tekst for tekst in tekster_i(dialog) if tekst and str(lista) not in tekst) == []
    assert uten_navn(dialog) == []
    assert utenfor_tabrekka(dialog) == []
    dialog.reject()
