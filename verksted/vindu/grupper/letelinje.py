"""A band over the room while tables are searched for: the best so far, and two ways to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.regler.grupper.oppdrag import Inndeling
    from verksted.vindu.ramme.verktoey import Verktoey


class Letelinje(QFrame):
    """Signals: `behold` the best so far, `avbryt` and leave everything as it was."""

    behold = Signal()
    avbryt = Signal()

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        t, tema = verktoey.tekster, verktoey.tema
        px = tema.px
        self._tekster = t
        self.setObjectName("banner")
        self.setProperty("slag", "opplysning")
        self.setning = Etikett(t("gruppeside.leting.begynner"), tema, Trinn.LISTE, brytes=True)
        self._fremdrift = QProgressBar()
        self._fremdrift.setTextVisible(False)
        self._fremdrift.setAccessibleName(t("gruppeside.leting.navn"))
        self.knapp_behold = Knapp(t("gruppeside.leting.behold"), tema, liten=True)
        self.knapp_behold.clicked.connect(self.behold)
        self.knapp_avbryt = Knapp(t("gruppeside.leting.avbryt"), tema, slag="tekst", liten=True)
        self.knapp_avbryt.clicked.connect(self.avbryt)
        ord_ = QVBoxLayout()
        ord_.setSpacing(px(6))
        ord_.addWidget(self.setning)
        ord_.addWidget(self._fremdrift)
        rad = QHBoxLayout(self)
        rad.setContentsMargins(px(16), px(8), px(8), px(8))
        rad.setSpacing(px(12))
        rad.addLayout(ord_, 1)
        rad.addWidget(self.knapp_behold)
        rad.addWidget(self.knapp_avbryt)

    def begynn(self) -> None:
        """Start anew."""
        self.setning.setText(self._tekster("gruppeside.leting.begynner"))
        self._fremdrift.setRange(0, 0)
        self.knapp_behold.setEnabled(False)
        self.show()

    def vis_tid(self, gaatt: float, av: float) -> None:
        """Say how much of the time has gone."""
        self._fremdrift.setRange(0, 1000)
        self._fremdrift.setValue(round(1000 * min(1.0, gaatt / av)))

    def vis_svar(self, inndeling: Inndeling) -> None:
        """Say how good the best so far is."""
        avvik = sum(antall for _, antall in inndeling.maal.avvik)
        self.knapp_behold.setEnabled(True)
        self.setning.setText(
            self._tekster(
                "gruppeside.leting.hittil",
                avvik=self._tekster.antall("gruppeside.balanse.avvik", avvik),
                gjentak=inndeling.maal.gjentak,
                grense=inndeling.nedre_grense.gjentak,
            )
        )
