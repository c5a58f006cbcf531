"""Bearbeide with ten thousand notes: what a keystroke in the filter costs, and coming to the page, painted."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tests.handlinger.proeveprosess import ny_prosess
from tests.ytelse.maaling import Maaling, beste
from verksted.handlinger.innspill import skriv_innspill
from verksted.oppstart_vindu import Program
from verksted.vindu.bearbeide.side import Bearbeideside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verksted.vindu.ramme.hovedvindu import Hovedvindu

MANGE = 10_000
EMNER = ("hurtigbåten", "skolen", "butikken", "vegen", "legekontoret", "matjorda", "boligene", "ferja")
STEDER = ("øya", "sentrum", "bygda", "fjorden", "kaia", "nordsida", "dalen")


def maalinger() -> Iterator[Maaling]:
    """Yield one figure a goal."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as rot:
        mappe = Path(rot)
        _lag_fil(mappe)
        program = Program(app, mappe, lag_eksempel=lambda _sti, _maalform: None)
        vindu = program.vindu
        vindu.resize(1440, 900)
        vindu.show()
        vindu.etter_foerste_bilde()
        sloeyfe = QEventLoop()
        vindu.klar.connect(sloeyfe.quit)
        vindu.aapne(mappe / "p.verksted")
        sloeyfe.exec()
        yield from _med_siden(app, vindu)
        sloeyfe = QEventLoop()
        vindu.lukket_prosess.connect(sloeyfe.quit)
        vindu.lukk_prosessen()
        sloeyfe.exec()
        vindu.close()
        program.steng()


def _med_siden(app: QApplication, vindu: Hovedvindu) -> Iterator[Maaling]:
    vindu.gaa_til("bearbeide")
    _ro(app, vindu)
    assert vindu.ramme is not None
    side = vindu.ramme.side
    assert isinstance(side, Bearbeideside)
    side.spalte.filter.nullstill()
    assert side.spalte.modell.antall >= MANGE
    felt = side.spalte.filter.felt

    def tast(ord_: str) -> None:
        felt.setText(ord_)
        side.spalte.repaint()

    def skriv_og_visk() -> None:
        tast("hurtigb")
        tast("")

    yield Maaling("filtrere 10 000 innspill, per tastetrykk, malt", beste(skriv_og_visk) * 500, "ms", 50)

    def fram_og_tilbake() -> None:
        vindu.gaa_til("oversikt")
        vindu.widget.repaint()
        vindu.gaa_til("bearbeide")
        vindu.widget.repaint()

    fram_og_tilbake()
    _ro(app, vindu)
    yield Maaling("bytte side med 10 000 innspill, malt", beste(fram_og_tilbake) * 500, "ms", 50)
    _ro(app, vindu)


def _lag_fil(mappe: Path) -> None:
    with ny_prosess(mappe, med_innhold=True) as fil:
        svarene = [
            fil.send(
                skriv_innspill,
                "bord:1",
                verksted=1,
                gruppe=1 + nr % 2,
                spoersmaal=1,
                tekst=f"Vi må ta vare på {EMNER[nr % len(EMNER)]} i {STEDER[nr % len(STEDER)]}, for alle ({nr})",
            )
            for nr in range(MANGE)
        ]
        for svar in svarene:
            svar.result()


def _ro(app: QApplication, vindu: Hovedvindu) -> None:
    while vindu.verktoey.bakgrunn.underveis:
        sloeyfe = QEventLoop()
        QTimer.singleShot(20, sloeyfe.quit)
        sloeyfe.exec()
    app.processEvents()
