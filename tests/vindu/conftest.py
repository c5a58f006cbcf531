"""A whole window as a person meets it, with a real file open and dialogs that the test answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from tests.handlinger.proeveprosess import Fastklokke, note, ny_prosess
from verksted.oppstart_vindu import Program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from verksted.kjerne.tekster import Maalform
    from verksted.vindu.ramme.dialoger import Filtyper, Spoersmaal
    from verksted.vindu.ramme.hovedvindu import Hovedvindu
    from verksted.vindu.utseende.fokusring import Fokusring


VENT = 30_000  # ms: how long a signal may take on a machine that has much else to do


@dataclass
class Svarere:
    """Answers every dialog with what the test has laid ready, and remembers what was asked."""

    fil: Path | None = None
    sted: Path | None = None
    mappe: Path | None = None
    svar: str = ""
    spurt: list[str] = field(default_factory=list)

    def spoer(self, _forelder: QWidget, spoersmaal: Spoersmaal) -> str:
        self.spurt.append(spoersmaal.tittel)
        return self.svar or spoersmaal.svar[0][0]

    def velg_fil(self, _forelder: QWidget, tittel: str, _typer: Filtyper) -> Path | None:
        self.spurt.append(tittel)
        return self.fil

    def velg_sted(self, _forelder: QWidget, tittel: str, _forslag: Path, _typer: Filtyper) -> Path | None:
        self.spurt.append(tittel)
        return self.sted

    def velg_mappe(self, _forelder: QWidget, tittel: str, _forslag: Path) -> Path | None:
        self.spurt.append(tittel)
        return self.mappe


class Vert:
    """Starts windows for a test, and closes them as a person would."""

    def __init__(self, qtbot: QtBot, app: QApplication, mappe: Path) -> None:
        self.qtbot, self._app, self.mappe = qtbot, app, mappe
        self.dialoger = Svarere()
        self._programmer: list[Program] = []

    @property
    def fokusring(self) -> Fokusring:
        """The focus ring of the newest window."""
        return self._programmer[-1].fokusring

    def start(self, maalform: Maalform = "nb", fil: Path | None = None) -> Hovedvindu:
        """Show a window, with a file open where one is given; return it when everything has come."""
        self.mappe.mkdir(parents=True, exist_ok=True)
        program = Program(
            self._app,
            self.mappe,
            klokke=Fastklokke(),
            dialoger=self.dialoger,
            maalform=maalform,
            lag_eksempel=lambda sti, _: _lag(sti),
        )
        self._programmer.append(program)
        vindu = program.vindu
        with self.qtbot.waitActive(vindu):
            vindu.show()
            vindu.activateWindow()
        vindu.etter_foerste_bilde()
        if fil is not None:
            self.aapne(vindu, fil)
        self.ro(vindu)
        return vindu

    def aapne(self, vindu: Hovedvindu, fil: Path) -> None:
        """Open a file and wait for its page."""
        with self.qtbot.waitSignal(vindu.klar, timeout=VENT):
            vindu.aapne(fil)
        self.ro(vindu)

    def ro(self, vindu: Hovedvindu) -> None:
        """Wait until every answer has come."""
        self.qtbot.waitUntil(lambda: vindu.verktoey.bakgrunn.underveis == 0, timeout=VENT)
        self._app.processEvents()

    def lukk(self, vindu: Hovedvindu) -> None:
        """Close the process of a window and then the window."""
        if vindu.bord is not None:
            with self.qtbot.waitSignal(vindu.lukket_prosess, timeout=VENT):
                vindu.lukk_prosessen()
        self.ro(vindu)
        vindu.close()

    def steng(self) -> None:
        """Let everything go."""
        for program in self._programmer:
            self.lukk(program.vindu)
            program.steng()
            program.vindu.deleteLater()
        self._programmer = []


def _lag(sti: Path) -> None:
    sti.parent.mkdir(parents=True, exist_ok=True)
    with ny_prosess(sti.parent, med_innhold=True):
        pass
    (sti.parent / "p.verksted").rename(sti)


@pytest.fixture
def vert(qtbot: QtBot, qapp: QApplication, arbeidsmappe: Path) -> Iterator[Vert]:
    """Start windows with it; they are closed after the test."""
    verten = Vert(qtbot, qapp, arbeidsmappe)
    yield verten
    verten.steng()


@pytest.fixture
def prosessfil(tmp_path: Path) -> Path:
    """Return a small real process: eight people, two tables, notes, a plan and its money."""
    with ny_prosess(tmp_path, med_innhold=True) as fil:
        note(fil, "Ferja må gå oftere enn i dag")
    return tmp_path / "p.verksted"


@pytest.fixture
def program(vert: Vert, prosessfil: Path) -> Hovedvindu:
    """Return a window with the small process open."""
    return vert.start(fil=prosessfil)
