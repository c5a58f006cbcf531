"""How the tables are to be made: how many, how often, what to balance in which order, and the hard rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.grupper.balanseliste import Balanseliste
from verksted.vindu.grupper.regelliste import Regelliste
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.gruppeside import Gruppesidevisning

_PUST: Final = 500  # ms: several clicks on an arrow are one change, and one line to undo
VANLIG_TID: Final = 3


class Oppsettfane(QWidget):
    """Signals: `endret` with the fields of the setup that are new."""

    endret = Signal(dict)

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        t, tema = verktoey.tekster, verktoey.tema
        self._venter: dict[str, Any] = {}
        self._pust = QTimer(self)
        self._pust.setSingleShot(True)
        self._pust.setInterval(_PUST)
        self._pust.timeout.connect(self._send)
        self.maate = QComboBox()
        for noekkel in ("antall", "stoerrelse"):
            self.maate.addItem(t(f"gruppeside.oppsett.{noekkel}"), noekkel)
        self.maate.setAccessibleName(t("gruppeside.oppsett.maate"))
        self.antall = self._tall(1, 99, t("gruppeside.oppsett.hvor_mange"))
        self.runder = self._tall(1, 20, t("gruppeside.oppsett.runder"))
        self.froe = self._tall(0, 999_999, t("gruppeside.oppsett.froe"))
        self.tid = self._tall(1, 120, t("gruppeside.oppsett.tid"))
        self.tid.setValue(VANLIG_TID)
        self.tid.setSuffix(t("gruppeside.oppsett.sekunder"))
        self.alle = QCheckBox(t("gruppeside.oppsett.alle_i_rommet"))
        self.balanser = Balanseliste(verktoey)
        self.regler = Regelliste(verktoey)
        self.mer = Knapp(
            t("gruppeside.oppsett.mer"), tema, slag="tekst", liten=True, ikon=(verktoey.ikoner, "caret-down")
        )
        self.mer.setCheckable(True)
        self._bord = self._folk = 1
        self._legg_ut(verktoey)
        self._koble()

    def _legg_ut(self, verktoey: Verktoey) -> None:
        t, tema = verktoey.tekster, verktoey.tema
        px = tema.px
        skjema = QFormLayout()
        skjema.setSpacing(px(8))
        skjema.addRow(self.maate, self.antall)
        skjema.addRow(Etikett(t("gruppeside.oppsett.runder"), tema, Trinn.LISTE), self.runder)
        self._skjult = QWidget()
        mer = QFormLayout(self._skjult)
        mer.setContentsMargins(0, 0, 0, 0)
        mer.addRow(Etikett(t("gruppeside.oppsett.tid"), tema, Trinn.LISTE), self.tid)
        mer.addRow(Etikett(t("gruppeside.oppsett.froe"), tema, Trinn.LISTE), self.froe)
        mer.addRow(Etikett(t("gruppeside.oppsett.froe_hjelp"), tema, Trinn.META, rolle="dempet", brytes=True))
        self._skjult.hide()
        helt = QVBoxLayout(self)
        helt.setContentsMargins(0, 0, 0, 0)
        helt.setSpacing(px(8))
        helt.addWidget(Etikett(t("gruppeside.oppsett.tittel"), tema, Trinn.AVSNITT))
        helt.addLayout(skjema)
        helt.addWidget(self.alle)
        helt.addWidget(self.mer)
        helt.addWidget(self._skjult)
        helt.addSpacing(px(12))
        helt.addWidget(self.balanser)
        helt.addSpacing(px(12))
        helt.addWidget(self.regler)
        helt.addStretch(1)

    def _koble(self) -> None:
        self.mer.toggled.connect(self._skjult.setVisible)
        self.maate.currentIndexChanged.connect(self._ny_maate)
        self.antall.valueChanged.connect(self._nytt_antall)
        self.runder.valueChanged.connect(lambda n: self._vent(runder=n))
        self.froe.valueChanged.connect(lambda n: self._vent(froe=n))
        self.alle.toggled.connect(lambda paa: self._vent(alle_i_rommet=paa))
        self.balanser.endret.connect(lambda nye: self._vent(balanser=nye))

    def vis(self, visning: Gruppesidevisning, *, kan_endres: bool) -> None:
        """Show what the file says, but not over what somebody is about to change."""
        oppsett = visning.oppsett
        self._bord, self._folk = oppsett.antall_bord, len(visning.deltakere)
        for felt in (self.maate, self.antall, self.runder, self.froe, self.alle, self.balanser, self.mer):
            felt.setEnabled(kan_endres)
        self.regler.vis(visning, kan_endres=kan_endres)
        if self._venter:
            return
        sperrer = [QSignalBlocker(w) for w in (self.maate, self.antall, self.runder, self.froe, self.alle)]
        self.maate.setCurrentIndex(0 if oppsett.stoerrelse is None else 1)
        self.antall.setValue(oppsett.antall_bord if oppsett.stoerrelse is None else oppsett.stoerrelse)
        self.runder.setValue(oppsett.runder)
        self.froe.setValue(oppsett.froe)
        self.alle.setChecked(oppsett.alle_i_rommet)
        del sperrer
        self.balanser.vis(oppsett.balanser, oppsett.av)

    def ventende(self) -> dict[str, Any]:
        """Take over what has been changed and not yet been told."""
        self._pust.stop()
        venter, self._venter = self._venter, {}
        return venter

    def bordvalg(self) -> dict[str, int]:
        """Return the number or the size that is shown."""
        noekkel = "antall_bord" if self.maate.currentData() == "antall" else "stoerrelse"
        return {noekkel: self.antall.value()}

    def _ny_maate(self) -> None:
        andre = max(1, -(-self._folk // max(1, self.antall.value())))
        with QSignalBlocker(self.antall):
            self.antall.setValue(andre)
        self._nytt_antall()

    def _nytt_antall(self) -> None:
        for noekkel in ("antall_bord", "stoerrelse"):
            self._venter.pop(noekkel, None)
        self._vent(**self.bordvalg())

    def _vent(self, **felt: Any) -> None:  # noqa: ANN401 - fields of the setup
        self._venter |= felt
        self._pust.start()

    def _send(self) -> None:
        if venter := self.ventende():
            self.endret.emit(venter)

    def _tall(self, minst: int, mest: int, navn: str) -> QSpinBox:
        felt = QSpinBox()
        felt.setRange(minst, mest)
        felt.setAccessibleName(navn)
        felt.setKeyboardTracking(False)
        felt.setProperty("liten", True)  # noqa: FBT003 - Qt's own
        return felt
