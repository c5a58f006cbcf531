"""A new process: template, municipality, name, målform and election period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QSpinBox, QVBoxLayout

from verksted.kjerne.tekster import MAALFORMER
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from verksted.kjerne.tekster import Maalform, Tekster
    from verksted.vindu.start.malkort import Malkort
    from verksted.vindu.utseende.tema import Tema

_ET_VALGAAR, _AAR_MELLOM_VALG = 2023, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Nyprosess:
    """What a new process is made of."""

    mal: str
    maalform: Maalform
    kommune: str
    navn: str
    valgperiode: tuple[int, int]


class Nydialog(QDialog):
    """Signals: `opprett` with a Nyprosess."""

    opprett = Signal(object)

    def __init__(self, forelder: QWidget, tema: Tema, tekster: Tekster, maler: Sequence[Malkort], mal: str) -> None:
        super().__init__(forelder)
        self.setWindowTitle(tekster("start.dialog.tittel"))
        px, t = tema.px, tekster
        self._mal = QComboBox()
        for kort in maler:
            self._mal.addItem(kort.tittel, kort.noekkel)
        self._mal.setCurrentIndex(max(0, self._mal.findData(mal)))
        self._kommune = QLineEdit()
        self._navn = QLineEdit()
        self._maalform = QComboBox()
        for maalform in MAALFORMER:
            self._maalform.addItem(t(f"start.dialog.{maalform}"), maalform)
        self._maalform.setCurrentIndex(self._maalform.findData(tekster.maalform))
        self._fra = QSpinBox()
        self._fra.setRange(1900, 2200)
        self._fra.lineEdit().setTextMargins(px(10), 0, 0, 0)  # a style sheet's padding does not reach in here
        self._fra.setSingleStep(_AAR_MELLOM_VALG)
        aar = QDate.currentDate().year()
        self._fra.setValue(aar - (aar - _ET_VALGAAR) % _AAR_MELLOM_VALG)
        skjema = QFormLayout()
        skjema.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        skjema.setVerticalSpacing(px(6))
        for navn, felt in (
            ("mal", self._mal),
            ("kommune", self._kommune),
            ("navn", self._navn),
            ("maalform", self._maalform),
            ("valgperiode", self._fra),
        ):
            etikett = Etikett(t(f"start.dialog.{navn}"), tema, Trinn.ETIKETT)
            etikett.setBuddy(felt)
            etikett.setContentsMargins(0, px(8), 0, 0)
            felt.setAccessibleName(t(f"start.dialog.{navn}"))
            felt.setFont(tema.skrift(Trinn.LISTE))
            skjema.addRow(etikett, felt)
        self._knapper = QDialogButtonBox()
        avbryt = self._knapper.addButton(t("start.dialog.avbryt"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lag = self._knapper.addButton(t("start.dialog.lag"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._lag.setDefault(True)
        avbryt.setAutoDefault(False)
        self._knapper.accepted.connect(self._ferdig)
        self._knapper.rejected.connect(self.reject)
        oppsett = QVBoxLayout(self)
        oppsett.setContentsMargins(px(32), px(24), px(32), px(24))
        oppsett.setSpacing(px(8))
        oppsett.addWidget(Etikett(t("start.dialog.tittel"), tema, Trinn.PUNKT))
        oppsett.addWidget(Etikett(t("start.dialog.om"), tema, Trinn.TABELL, rolle="dempet", brytes=True))
        oppsett.addLayout(skjema)
        oppsett.addSpacing(px(16))
        oppsett.addWidget(self._knapper)
        self.setMinimumWidth(px(520))
        self._mal.currentIndexChanged.connect(self._foreslaa_navn)
        self._kommune.textChanged.connect(self._se_etter)
        self._navn.textChanged.connect(self._se_etter)
        self._foreslaa_navn()
        self._kommune.setFocus()

    def _foreslaa_navn(self) -> None:
        self._navn.setText(self._mal.currentText())
        self._se_etter()

    def _se_etter(self) -> None:
        self._lag.setEnabled(
            bool(self._mal.currentData() and self._kommune.text().strip() and self._navn.text().strip())
        )

    def _ferdig(self) -> None:
        fra = self._fra.value()
        self.opprett.emit(
            Nyprosess(
                mal=self._mal.currentData(),
                maalform=self._maalform.currentData(),
                kommune=self._kommune.text().strip(),
                navn=self._navn.text().strip(),
                valgperiode=(fra, fra + _AAR_MELLOM_VALG),
            )
        )
        self.accept()
