"""The plain window: shows a file as lines, and keeps what it showed when the next file cannot be read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QListView, QPushButton

from tests.handlinger.proeveprosess import note, ny_prosess
from verksted import oppstart
from verksted.kjerne.feil import FinnesIkke, KjentFeil
from verksted.kjerne.tekster import MAALFORMER, Tekster
from verksted.kommandolinje.feilsetning import feilsetning
from verksted.vindu.start import Startvindu

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pytestqt.qtbot import QtBot

    from verksted.kjerne.tekster import Maalform


def _vindu(qtbot: QtBot, hent: Callable[[Path], Sequence[str]] | None = None, maalform: Maalform = "nb") -> Startvindu:
    t = Tekster(maalform)

    def si_feil(feil: KjentFeil) -> str:
        return feilsetning(feil, t)

    vindu = Startvindu(t, hent_linjer=hent or (lambda sti: oppstart._linjene(sti, t)), si_feil=si_feil)
    qtbot.addWidget(vindu)
    vindu.show()
    qtbot.waitExposed(vindu)
    return vindu


@pytest.fixture
def prosessfil(tmp_path: Path) -> Path:
    with ny_prosess(tmp_path, med_innhold=True) as fil:
        note(fil, "linje én\nlinje to")
    return tmp_path / "p.verksted"


def test_at_vinduet_viser_oversikten_og_hvert_innspill_med_kode(qtbot: QtBot, prosessfil: Path) -> None:
    vindu = _vindu(qtbot)
    assert (vindu.linjer, vindu.tilstand) == ([], "Velg en prosessfil for å se hva den inneholder.")
    vindu.aapne(prosessfil)
    assert vindu.linjer[0] == "Politisk verksted for samfunnsdelen – Lindvær kommune"
    assert "V1-G2-02  Båten går for sjelden" in vindu.linjer
    assert sum(linje.startswith("V1-G") for linje in vindu.linjer) == 7
    assert vindu.tilstand == str(prosessfil)
    assert vindu.windowTitle() == "p – Verksted"


def test_at_en_fil_som_ikke_kan_leses_faar_en_setning_og_de_gamle_linjene_staar(
    qtbot: QtBot, prosessfil: Path, tmp_path: Path
) -> None:
    vindu = _vindu(qtbot)
    vindu.aapne(prosessfil)
    linjer, tittel = vindu.linjer, vindu.windowTitle()
    (tmp_path / "tull.verksted").write_text("<b>hei</b>", encoding="utf-8")
    for navn in ("tull.verksted", "borte.verksted"):
        vindu.aapne(tmp_path / navn)
        assert navn in vindu.tilstand
        assert "Fila er ikke endret." in vindu.tilstand or "Ingenting er endret." in vindu.tilstand
        assert (vindu.linjer, vindu.windowTitle()) == (linjer, tittel)


def test_at_setningen_er_ren_tekst_og_brytes(qtbot: QtBot) -> None:
    def hent(_: Path) -> list[str]:
        raise FinnesIkke(hva="<img src=x>", kode="<b>")

    vindu = _vindu(qtbot, hent)
    vindu.aapne(Path("x"))
    (setning,) = vindu.findChildren(QLabel)
    assert "<img src=x> <b>" in vindu.tilstand
    assert setning.textFormat() is Qt.TextFormat.PlainText
    assert setning.wordWrap()


@pytest.mark.parametrize(("valgt", "aapnet"), [("/et/sted/p.verksted", [Path("/et/sted/p.verksted")]), ("", [])])
def test_at_knappen_lar_brukeren_velge_en_fil_eller_la_vaere(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, valgt: str, aapnet: list[Path]
) -> None:
    sett: list[Path] = []
    vindu = _vindu(qtbot, lambda sti: sett.append(sti) or ["én linje"])  # type: ignore[func-returns-value]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (valgt, ""))
    (knapp,) = vindu.findChildren(QPushButton)
    qtbot.mouseClick(knapp, Qt.MouseButton.LeftButton)
    assert (sett, vindu.linjer) == (aapnet, ["én linje"] if aapnet else [])


@pytest.mark.parametrize("maalform", MAALFORMER)
def test_at_alt_som_kan_naas_har_et_navn_i_begge_maalformer(qtbot: QtBot, maalform: Maalform) -> None:
    vindu = _vindu(qtbot, maalform=maalform)
    (liste,) = vindu.findChildren(QListView)
    (knapp,) = vindu.findChildren(QPushButton)
    assert liste.accessibleName() == {"nb": "Innholdet i fila", "nn": "Innhaldet i fila"}[maalform]
    assert knapp.text().replace("&", "") == {"nb": "Åpne fil", "nn": "Opne fil"}[maalform]
    assert {ting.focusPolicy() & Qt.FocusPolicy.TabFocus for ting in (liste, knapp)} == {Qt.FocusPolicy.TabFocus}


def test_at_vinduet_er_nynorsk_naar_det_er_valgt(qtbot: QtBot, prosessfil: Path, tmp_path: Path) -> None:
    vindu = _vindu(qtbot, maalform="nn")
    assert vindu.tilstand == "Vel ei prosessfil for å sjå kva ho inneheld."
    vindu.aapne(prosessfil)
    assert any(linje.startswith("Verkstad 1: ") for linje in vindu.linjer)
    vindu.aapne(tmp_path / "borte.verksted")
    assert "finst ikkje" in vindu.tilstand
