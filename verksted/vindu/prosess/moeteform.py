"""What the gathering is in the eyes of the law, and whether its doors are open: choices in words, never a guess."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QRadioButton, QVBoxLayout, QWidget

from verksted.modell.ordene import Moeteform
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.felt import Felt
from verksted.vindu.deler.rullefri import Rullefritt
from verksted.vindu.deler.segment import Segment
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.prosess import Verkstedskjema

# Grounds of kommuneloven § 11-5; the words that are stored and printed stand in the catalogue.
GRUNNER: Final = ("arbeidstaker", "taushet", "personvern", "offentlig")


class Moeteformvalg(QWidget):
    """Signals: `valgt` with the fields of the workshop that are new."""

    valgt = Signal(object)

    def __init__(self, verktoey: Verktoey, *, kan_endres: bool) -> None:
        super().__init__()
        t, tema, px = verktoey.tekster, verktoey.tema, verktoey.tema.px
        self._t = t
        oppsett = QVBoxLayout(self)
        oppsett.setContentsMargins(0, 0, 0, 0)
        oppsett.setSpacing(px(4))
        self._gruppe = QButtonGroup(self)
        self.former: dict[str, QRadioButton] = {}
        for form in Moeteform:
            knapp = QRadioButton(t(f"prosess.moeteform.{form}"))
            knapp.setFont(tema.skrift(Trinn.LISTE_MEDIUM))
            knapp.setAccessibleDescription(t(f"prosess.moeteform.{form}_hjelp"))
            knapp.setEnabled(kan_endres)
            knapp.clicked.connect(lambda _=False, form=form: self.valgt.emit({"moeteform": form}))
            self._gruppe.addButton(knapp)
            self.former[form] = knapp
            oppsett.addWidget(knapp)
            hjelp = Etikett(t(f"prosess.moeteform.{form}_hjelp"), tema, Trinn.TABELL, rolle="dempet", brytes=True)
            hjelp.setContentsMargins(px(28), 0, 0, px(6))
            oppsett.addWidget(hjelp)
        self.doerer = Segment(
            [(noekkel, t(f"prosess.doerer.{noekkel}")) for noekkel in ("aapent", "lukket")],
            tema,
            t("prosess.doerer.navn"),
        )
        self.doerer.setEnabled(kan_endres)
        self.doerer.valgt.connect(self._doer_valgt)
        oppsett.addWidget(Felt(t("prosess.doerer.navn"), self.doerer, tema, t("prosess.doerer.hjelp")))
        self.hjemmel = Rullefritt(t("prosess.doerer.hjemmel"))
        self.hjemmel.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.hjemmel.setMinimumContentsLength(24)
        self.hjemmel.setFont(tema.skrift(Trinn.LISTE))
        self.hjemmel.setEnabled(kan_endres)
        self.hjemmel.activated.connect(self._hjemmel_valgt)
        self._hjemmelfelt = Felt(t("prosess.doerer.hjemmel"), self.hjemmel, tema, t("prosess.doerer.hjemmel_hjelp"))
        oppsett.addWidget(self._hjemmelfelt)

    def vis(self, verksted: Verkstedskjema) -> None:
        """Show what the file holds."""
        self.former[verksted.moeteform].setChecked(True)
        self.doerer.sett("aapent" if verksted.aapent else "lukket")
        valg = [("", self._t("prosess.doerer.velg"))] + [(self._t(f"prosess.hjemmel.{g}"),) * 2 for g in GRUNNER]
        if verksted.hjemmel and verksted.hjemmel not in {verdi for verdi, _ in valg}:
            valg.append((verksted.hjemmel, verksted.hjemmel))
        with QSignalBlocker(self.hjemmel):
            self.hjemmel.clear()
            for verdi, ord_ in valg:
                self.hjemmel.addItem(ord_, verdi)
            self.hjemmel.setCurrentIndex(max(0, self.hjemmel.findData(verksted.hjemmel)))
        self._hjemmelfelt.setVisible(not verksted.aapent)

    def _doer_valgt(self, valgt: str) -> None:
        """Open at once; close first when the ground is chosen: no closed meeting stands without one."""
        if valgt == "aapent":
            self._hjemmelfelt.hide()
            self.valgt.emit({"aapent": True, "lukket_hjemmel": ""})
        else:
            self._hjemmelfelt.show()
            self.hjemmel.setFocus()

    def _hjemmel_valgt(self) -> None:
        if grunn := self.hjemmel.currentData():
            self.valgt.emit({"aapent": False, "lukket_hjemmel": grunn})
