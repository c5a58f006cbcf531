"""The status line: what is saved and where, work under way with «Avbryt», and målform and zoom at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from verksted.kjerne.klokke import lokal
from verksted.vindu.deler.etikett import Etikett, Ikonbilde
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.ramme.arbeidsbord import Lagring
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from pathlib import Path

    from verksted.vindu.ramme.bakgrunn import Arbeid
    from verksted.vindu.ramme.verktoey import Verktoey


class Statuslinje(QWidget):
    """Never blinks, never takes the focus unless work can be stopped."""

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        self.setObjectName("statuslinje")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._verktoey = verktoey
        self._arbeid: Arbeid[object] | None = None
        tema, px = verktoey.tema, verktoey.tema.px
        self.setFixedHeight(px(32))
        self.maskin = Etikett("", tema, Trinn.META, tall=True)
        self.kopi = Etikett("", tema, Trinn.META, rolle="dempet", tall=True)
        self.melding = Etikett("", tema, Trinn.META, rolle="dempet")
        self.spraak = Etikett(
            verktoey.tekster(f"ramme.spraak.{verktoey.spraak.maalform}"), tema, Trinn.META, rolle="dempet"
        )
        self.zoom = Etikett(f"{tema.zoom} %", tema, Trinn.META, rolle="dempet", tall=True)
        self._kopiikon = Ikonbilde(verktoey.ikoner, "copy", tema, stoerrelse=16)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(px(140))
        self._avbryt = Knapp(verktoey.tekster("ramme.status.avbryt"), tema, slag="tekst", liten=True)
        self._avbryt.setFixedHeight(px(26))
        self._avbryt.setStyleSheet(f"min-height: {px(22)}px;")
        self._avbryt.clicked.connect(self._stans)
        rad = QHBoxLayout(self)
        rad.setContentsMargins(px(16), 0, px(16), 0)
        rad.setSpacing(px(6))
        rad.addWidget(Ikonbilde(verktoey.ikoner, "check-circle", tema, farge="text", stoerrelse=16))
        rad.addWidget(self.maskin)
        rad.addSpacing(px(14))
        rad.addWidget(self._kopiikon)
        rad.addWidget(self.kopi)
        rad.addSpacing(px(14))
        rad.addWidget(self.melding, 1)
        rad.addWidget(self._bar)
        rad.addWidget(self._avbryt)
        rad.addSpacing(px(14))
        rad.addWidget(self.spraak)
        rad.addSpacing(px(14))
        rad.addWidget(self.zoom)
        self.vis_klar()
        self._vis_arbeid(None)
        verktoey.bakgrunn.begynte.connect(self._vis_arbeid)
        verktoey.bakgrunn.kommet.connect(self._kommet)
        verktoey.bakgrunn.sluttet.connect(self._sluttet)

    def vis_klar(self) -> None:
        """Say that no file is open."""
        self.maskin.setText(self._verktoey.tekster("ramme.status.klar"))
        self.kopi.hide()
        self._kopiikon.hide()

    def vis_lagring(self, lagring: Lagring, sti: Path) -> None:
        """Say what is saved, and when."""
        t = self._verktoey.tekster
        naa = f"{lokal(self._verktoey.klokke.naa()):%H.%M}"
        if lagring is Lagring.KOPIERT:
            self.kopi.setText(t("ramme.status.kopiert", mappe=sti.parent.name or str(sti.parent), naar=naa))
            self.kopi.setToolTip(str(sti))
            self.kopi.show()
            self._kopiikon.show()
        elif lagring is Lagring.IKKE_KOPIERT:
            self.kopi.setText(t("ramme.status.ikke_kopiert"))
            self.kopi.show()
            self._kopiikon.show()
        else:
            self.maskin.setText(t(f"ramme.status.{lagring.value}", naar=naa))

    def si(self, setning: str) -> None:
        """Tell something in passing: what was undone, where a file lies."""
        self.melding.setText(setning)
        self.melding.setToolTip(setning)

    def _vis_arbeid(self, arbeid: Arbeid[object] | None) -> None:
        self._arbeid = arbeid
        self._bar.setVisible(arbeid is not None)
        self._avbryt.setVisible(arbeid is not None)
        if arbeid is not None:
            self._bar.setRange(0, 0)
            self._bar.setAccessibleName(arbeid.tittel)
            self.si(arbeid.tittel)

    def _kommet(self, arbeid: Arbeid[object], gjort: int, av: int, hva: str) -> None:
        if arbeid is self._arbeid:
            self._bar.setRange(0, av)
            self._bar.setValue(gjort)
            self.si(f"{arbeid.tittel} {hva}".strip())

    def _sluttet(self, arbeid: Arbeid[object]) -> None:
        if arbeid is self._arbeid:
            self._vis_arbeid(None)
            self.si("")

    def _stans(self) -> None:
        if self._arbeid is not None:
            self._arbeid.avbryt()
