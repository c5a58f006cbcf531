"""What the opening has to say stands in the banner, in words; a file somebody else has open can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.handlinger.proeveprosess import Fastklokke
from tests.vindu.conftest import VENT
from verksted.lager.prosessfil import Prosessfil
from verksted.vindu.deler.banner import Banner

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.vindu.conftest import Vert


def test_at_en_fil_som_er_aapen_et_annet_sted_kan_aapnes_for_lesing(
    vert: Vert, qtbot: QtBot, prosessfil: Path, tmp_path: Path
) -> None:
    vindu = vert.start()
    with Prosessfil.aapne(prosessfil, arbeidsmappe=tmp_path / "annen", klokke=Fastklokke()):
        vindu.aapne(prosessfil)
        vert.ro(vindu)
        (banner,) = vindu.findChildren(Banner)
        assert "siden 20.01.2028 kl.\u00a017.00" in banner.setning.text()
        (knapp,) = [k for k in banner.findChildren(QPushButton) if k.text() == "Åpne for lesing"]
        with qtbot.waitSignal(vindu.klar, timeout=VENT):
            qtbot.mouseClick(knapp, Qt.MouseButton.LeftButton)
        vert.ro(vindu)
        assert vindu.bord is not None
        assert not vindu.bord.kan_endres
        assert vindu.status.maskin.text() == "Åpnet for lesing. Ingenting kan endres"
        assert "har fila åpen på" in vindu.findChildren(Banner)[-1].setning.text()
        vert.lukk(vindu)
