"""The thread is walked by keys and mouse, lines are filtered, summed, tied and untied, and gaps lead to their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest

from tests.handlinger.proeveprosess import OPPSETT, ny_prosess
from verksted.handlinger.plan import behandle
from verksted.handlinger.spor import knytt
from verksted.modell.ordene import Behandlingsresultat, Sporting
from verksted.vindu.oekonomi.side import Oekonomiside

if TYPE_CHECKING:
    from pathlib import Path

    from tests.vindu.conftest import Vert
    from verksted.vindu.ramme.hovedvindu import Hovedvindu


@pytest.fixture
def koblet(vert: Vert, tmp_path: Path) -> Hovedvindu:
    """Return a window where one point goes all the way: P-01, S1, T-001, D-0001 (60 %)."""
    with ny_prosess(tmp_path, med_innhold=True) as fil:
        fil.utfoer(behandle, OPPSETT, punkt="P-01", resultat=Behandlingsresultat.TATT_INN, begrunnelse="Ja")
        fil.utfoer(knytt, OPPSETT, fra=(Sporting.PUNKT, "P-01"), til=(Sporting.PLANELEMENT, "S1"))
        fra, til = (Sporting.TILTAK, "T-001"), (Sporting.OEKONOMIPOST, "D-0001")
        fil.utfoer(knytt, OPPSETT, fra=fra, til=til, andel_bp=6000)
    return vert.start(fil=tmp_path / "p.verksted")


def _side(vert: Vert, vindu: Hovedvindu, maal: str | None = None) -> Oekonomiside:
    vindu.gaa_til("oekonomi", maal)
    vert.ro(vindu)
    assert vindu.ramme is not None
    side = vindu.ramme.side
    assert isinstance(side, Oekonomiside)
    return side


def test_at_et_innspill_foelges_til_kronene(vert: Vert, koblet: Hovedvindu) -> None:
    side = _side(vert, koblet, "V1-G1-01")
    linjer = side.traaden.som_tekst.replace("\u00a0", " ").split("\n")
    assert linjer[0] == "Innspill: V1-G1-01 (Bord 1) «Butikken må bestå»"
    assert linjer[1].startswith("Punkt: P-01 (2 innspill)")
    assert linjer[2].startswith("Planelement: S1 (tatt inn) Levende bygder")
    assert linjer[3].startswith("Tiltak: T-001")
    assert linjer[4] == "Økonomipost: D-0001 (60 %) Hurtigbåten til Ytterlind"
    assert "2028: 240 000, 2029: 240 000" in linjer[5]


def test_at_piltastene_gaar_langs_og_paa_tvers(vert: Vert, koblet: Hovedvindu) -> None:
    side = _side(vert, koblet, "V1-G1-01")
    flate = side.traaden.flate
    flate.kort(0)[0].setFocus()
    QTest.keyClick(flate.kort(0)[0], Qt.Key.Key_Down)
    assert side.traaden.som_tekst.startswith("Innspill: V1-G2-01")
    assert flate.fokus == 0
    QTest.keyClick(koblet.focusWidget(), Qt.Key.Key_Right)
    assert flate.fokus == 1


def test_at_traaden_snus_fra_krone(vert: Vert, koblet: Hovedvindu) -> None:
    side = _side(vert, koblet, "D-0001")
    side.traaden.retning.knapp("krone").click()
    linjer = side.traaden.som_tekst.split("\n")
    assert [linje.partition(":")[0] for linje in linjer[:5]] == [
        "Økonomipost", "Tiltak", "Planelement", "Punkt", "Innspill",
    ]  # fmt: skip


def test_at_traaden_sier_hvor_den_stopper(vert: Vert, koblet: Hovedvindu) -> None:
    side = _side(vert, koblet, "P-02")
    assert side.traaden.som_tekst.endswith("Her stopper tråden: Punktet er ikke behandlet")


def test_at_traaden_kan_kopieres(vert: Vert, koblet: Hovedvindu) -> None:
    side = _side(vert, koblet, "V1-G1-01")
    side.traaden.kopier.click()
    assert QGuiApplication.clipboard().text() == side.traaden.som_tekst


def test_at_poster_filtreres_og_summen_foelger(vert: Vert, koblet: Hovedvindu) -> None:
    side = _side(vert, koblet)
    side.deler.knapp("poster").click()
    modell = side.postene.modell
    assert (modell.rowCount(), modell.sum) == (2, (1650000, 100000))
    QTest.keyClicks(side.postene.felt, "hurtigb")
    assert (modell.rowCount(), modell.sum) == (1, (400000, 400000))
    side.postene.nullstill()
    side.postene.koblet.knapp("nei").click()
    assert modell.sum == (1250000, -300000)


def test_at_en_post_kobles_ved_soek_og_loesnes(vert: Vert, koblet: Hovedvindu) -> None:
    side = _side(vert, koblet)
    side.deler.knapp("poster").click()
    assert side.postene.velg("D-0002")
    panel = side.postene.panel
    QTest.keyClicks(panel.felt, "billett")
    panel.andel.setValue(25)
    QTest.keyClick(panel.felt, Qt.Key.Key_Return)
    vert.ro(koblet)
    linje = side.postene.modell.linje(side.postene.modell.rad_av("D-0002"))
    assert linje is not None
    assert [(k.tiltak, k.andel_bp) for k in linje.koblinger] == [("T-001", 2500)]
    panel.loesne.emit("D-0002", "T-001")
    vert.ro(koblet)
    linje = side.postene.modell.linje(side.postene.modell.rad_av("D-0002"))
    assert linje is not None
    assert linje.koblinger == ()


def test_at_en_post_dras_til_et_tiltak_og_tar_resten(vert: Vert, koblet: Hovedvindu) -> None:
    side = _side(vert, koblet)
    side.deler.knapp("poster").click()
    modell, liste = side.postene.modell, side.postene.panel.liste
    data = modell.mimeData([modell.index(modell.rad_av("D-0002"), 0)])
    midt = QPointF(liste.visualRect(liste.model().index(0, 0)).center())
    slipp = QDropEvent(midt, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    liste.dropEvent(slipp)
    vert.ro(koblet)
    linje = modell.linje(modell.rad_av("D-0002"))
    assert linje is not None
    assert [(k.tiltak, k.andel_bp) for k in linje.koblinger] == [("T-001", 10_000)]
    assert koblet.bord is not None
    assert koblet.bord.kan_angre is not None
    assert koblet.bord.kan_angre.navn == "knytt"


def test_at_oversikten_foerer_til_slaget_av_brudd(vert: Vert, koblet: Hovedvindu) -> None:
    side = _side(vert, koblet, "punkt_uten_behandling")
    assert side.stabel.currentWidget() is side.bruddene
    assert side.bruddene.slag == "punkt_uten_behandling"
    assert side.bruddene.tittel.text() == "1 punkter uten behandling"
