"""Kunnskap: found by words and theme, edited where it is read, drawn where it is a series, always marked fag."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester

from verksted.handlinger.kunnskap import nytt_kunnskapspunkt, oppdater_kunnskapspunkt
from verksted.modell.ordene import Kunnskapstema
from verksted.vindu.kunnskap.side import Kunnskapsside
from verksted.vindu.kunnskap.tallord import tallord

if TYPE_CHECKING:
    from tests.vindu.conftest import Vert
    from verksted.vindu.ramme.hovedvindu import Hovedvindu


@pytest.fixture
def side(vert: Vert, program: Hovedvindu) -> Kunnskapsside:
    program.gaa_til("kunnskap")
    vert.ro(program)
    assert program.ramme is not None
    siden = program.ramme.side
    assert isinstance(siden, Kunnskapsside)
    return siden


def _koder(side: Kunnskapsside) -> list[str]:
    return [rad.kode for nr in range(side.modell.rowCount()) if (rad := side.modell.rad(side.modell.index(nr, 0)))]


def test_at_ord_og_tema_siler_faktaene(vert: Vert, side: Kunnskapsside) -> None:
    QAbstractItemModelTester(side.modell, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert _koder(side) == ["K-01", "K-02"]
    vert.qtbot.keyClicks(side.soek, "storneset")
    assert _koder(side) == ["K-02"]
    side.soek.clear()
    side.temavalg.setCurrentIndex(side.temavalg.findText("Samfunn"))
    assert _koder(side) == ["K-01"]
    vert.qtbot.keyClicks(side.soek, "finnes ikke")
    assert (_koder(side), side._ingen.isVisible(), side.blad.isVisible()) == ([], True, False)


def test_at_det_som_ikke_er_sikret_sies_med_ord_til_noen_staar_inne_for_det(
    vert: Vert, program: Hovedvindu, side: Kunnskapsside
) -> None:
    assert all(ord_ in side.modell.index(0, 0).data() for ord_ in ("Fag", "Ikke kvalitetssikret"))
    with vert.qtbot.waitSignal(side.si):
        vert.qtbot.mouseClick(side.blad.i_dag, Qt.MouseButton.LeftButton)
    assert side.blad.sikret_av.hasFocus()
    vert.qtbot.keyClicks(side.blad.sikret_av, "Plansjef")
    vert.qtbot.mouseClick(side.blad.i_dag, Qt.MouseButton.LeftButton)
    vert.ro(program)
    faktum = side.modell.rad(side.modell.index(0, 0))
    assert faktum is not None
    assert (faktum.sikret_av, faktum.sikret_dato) == ("Plansjef", date(2028, 1, 20))
    side.usikrede.setChecked(True)
    assert _koder(side) == ["K-02"]


def test_at_et_nytt_faktum_skrives_legges_bort_og_hentes_tilbake(
    vert: Vert, program: Hovedvindu, side: Kunnskapsside
) -> None:
    side.handlinger()[0].gjoer()
    vert.ro(program)
    assert side.blad.tittel_.hasFocus()
    vert.qtbot.keyClicks(side.blad.tittel_, "Tomme hus")
    vert.qtbot.keyClick(side.blad.tittel_, Qt.Key.Key_Return)
    vert.ro(program)
    faktum = side.modell.rad(side.modell.plass("K-03"))
    assert faktum is not None
    assert faktum.tittel == "Tomme hus"
    side.blad._fjern()
    vert.ro(program)
    assert _koder(side) == ["K-01", "K-02"]
    vert.qtbot.mouseClick(side.papirkurv, Qt.MouseButton.LeftButton)
    vert.ro(program)
    assert _koder(side) == ["K-01", "K-02", "K-03"]


def test_at_en_tallrekke_tegnes_og_staar_i_en_tabell(vert: Vert, program: Hovedvindu, side: Kunnskapsside) -> None:
    assert not side.blad.diagram.isVisible()
    side.bord.utfoer(
        oppdater_kunnskapspunkt, kode="K-01", tekst="2020: 4 268 personer\n2021: 4 240\n2022: 4 212\nTallet går ned."
    )
    vert.ro(program)
    assert side.blad.diagram.isVisible()
    assert "fra 4 268 i 2020 til 4 212 i 2022" in side.blad.diagram.accessibleName()
    celler = [side.blad.tabell.model().index(nr, 1).data() for nr in range(side.blad.tabell.rowCount())]
    assert celler == ["4 268", "4 240", "4 212"]


def test_at_historikken_viser_hva_som_er_gjort_med_faktumet(
    vert: Vert, program: Hovedvindu, side: Kunnskapsside
) -> None:
    side.bord.utfoer(oppdater_kunnskapspunkt, kode="K-01", kilde="SSB, tabell 07459")
    vert.ro(program)
    vert.qtbot.mouseClick(side.blad.vis_historikk_, Qt.MouseButton.LeftButton)
    vert.ro(program)
    assert side.blad._linjer.count() == 2


def test_at_et_soeketreff_kommer_fram_selv_om_filteret_skjuler_det(
    vert: Vert, program: Hovedvindu, side: Kunnskapsside
) -> None:
    vert.qtbot.keyClicks(side.soek, "folketall")
    program.gaa_til("kunnskap", "K-02")
    assert side.blad.tittel_.text() == "Elever"


def test_at_fem_hundre_fakta_og_en_lang_tekst_er_rader_og_ikke_widgets(
    vert: Vert, program: Hovedvindu, side: Kunnskapsside
) -> None:
    def mange(oekt: object) -> None:
        for nr in range(500):
            nytt_kunnskapspunkt(oekt, tittel=f"Faktum {nr}", tema=Kunnskapstema.SAMFUNN, temanavn="Samfunn")  # type: ignore[arg-type]

    antall = len(side.findChildren(QObject))
    side.bord.utfoer(lambda oekt: oekt.utfoer("nytt_kunnskapspunkt", lambda: mange(oekt)))
    side.bord.utfoer(oppdater_kunnskapspunkt, kode="K-01", tekst="ord " * 10_000)
    vert.ro(program)
    assert side.modell.rowCount() == 502
    assert len(side.findChildren(QObject)) < antall + 100


@pytest.mark.parametrize(
    ("skrevet", "vist"),
    [("14200000", "14 200 000"), ("4212", "4 212"), ("2030", "2030"), ("-38", "−38"), ("0,3", "0,3")],
)
def test_at_tall_vises_paa_norsk(skrevet: str, vist: str) -> None:
    assert tallord(skrevet).replace("\u00a0", " ") == vist
