"""One point of a check list: a box to tick, who and by when; opened, it says why and lets both be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from verksted.vindu.deler.datofelt import Datofelt
from verksted.vindu.deler.etikett import Etikett, Ikonbilde
from verksted.vindu.deler.felt import Felt
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.radknapp import Radknapp
from verksted.vindu.deler.rullefri import Rullefritt
from verksted.vindu.deler.skrivefelt import Linjefelt
from verksted.vindu.oversikt.dagord import dag, frist, stor
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.prosess import Sjekkrad


class Sjekkpunktrad(QWidget):
    """Signals: `merket` when the box is ticked or not, `endret` with the new values of fields, `slettes`, `si`."""

    merket = Signal(bool)
    endret = Signal(object)
    slettes = Signal()
    si = Signal(str)

    def __init__(self, verktoey: Verktoey, *, kan_endres: bool) -> None:
        super().__init__()
        self._verktoey, self._kan_endres = verktoey, kan_endres
        tema, px = verktoey.tema, verktoey.tema.px
        self.boks = QCheckBox()
        self.boks.setEnabled(kan_endres)
        self.boks.toggled.connect(self.merket)
        self._tekst = Etikett("", tema, Trinn.LISTE, brytes=True)
        self._hvem = Etikett("", tema, Trinn.TABELL, rolle="dempet", brytes=True)
        self._hvem.setFixedWidth(px(128))
        self._klokke = Ikonbilde(verktoey.ikoner, "clock", tema, farge="warn_text", stoerrelse=16)
        self._frist = Etikett("", tema, Trinn.TABELL, rolle="dempet", tall=True)
        self.knapp = Radknapp("")
        inni = QHBoxLayout(self.knapp)
        inni.setContentsMargins(px(6), px(6), px(6), px(6))
        inni.setSpacing(px(8))
        inni.addWidget(self._tekst, 1, Qt.AlignmentFlag.AlignTop)
        for widget in (self._hvem, self._klokke, self._frist):
            inni.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self.knapp.clicked.connect(self._veksle)
        topp = QHBoxLayout()
        topp.setSpacing(px(6))
        topp.addWidget(self.boks, 0, Qt.AlignmentFlag.AlignTop)
        topp.addWidget(self.knapp, 1)
        self._oppsett = QVBoxLayout(self)
        self._oppsett.setContentsMargins(0, 0, 0, 0)
        self._oppsett.setSpacing(0)
        self._oppsett.addLayout(topp)
        self._mer: QWidget | None = None
        self._rad: Sjekkrad | None = None
        self._roller: Sequence[str] = ()

    @property
    def aapen(self) -> bool:
        """Say whether it shows its fields."""
        return self._mer is not None and self._mer.isVisibleTo(self)

    def vis(self, rad: Sjekkrad, roller: Sequence[str], i_dag: date) -> None:
        """Show a point as it stands."""
        t = self._verktoey.tekster
        self._rad, self._roller = rad, roller
        gjort, sen = rad.utfoert is not None, rad.forsinket(i_dag)
        with QSignalBlocker(self.boks):
            self.boks.setChecked(gjort)
        self._tekst.setText(rad.tekst)
        self._tekst.sett_rolle("dempet" if gjort else "vanlig")
        self._hvem.setText(rad.ansvarlig)
        naar = ""
        if rad.utfoert is not None:
            naar = dag(rad.utfoert, i_dag)
        elif rad.frist is not None:
            naar = frist(rad.frist, i_dag, t) if sen else dag(rad.frist, i_dag)
        self._frist.setText(naar)
        self._frist.sett_rolle("varsel" if sen else "dempet")
        self._klokke.setVisible(sen)
        self.boks.setAccessibleName(rad.tekst)
        sagt = [rad.tekst, t("oversikt.sjekk.gjort") if gjort else t("oversikt.sjekk.ikke_gjort"), rad.ansvarlig, naar]
        self.knapp.setAccessibleName(", ".join(filter(None, sagt)))
        self.knapp.setToolTip(t("oversikt.sjekk.aapne"))
        if self._mer is not None:
            self._fyll()

    def _veksle(self) -> None:
        if self._mer is None:
            self._mer = self._lag_mer()
            self._oppsett.addWidget(self._mer)
            self._fyll()
            self._mer.show()
        else:
            self._mer.setVisible(not self._mer.isVisible())

    def _lag_mer(self) -> QWidget:
        t, tema, px = self._verktoey.tekster, self._verktoey.tema, self._verktoey.tema.px
        mer = QWidget()
        oppsett = QVBoxLayout(mer)
        oppsett.setContentsMargins(px(36), px(4), 0, px(12))
        oppsett.setSpacing(px(8))
        self._om = Etikett("", tema, Trinn.TABELL, rolle="dempet", brytes=True)
        oppsett.addWidget(self._om)
        self.ordene = Linjefelt(t("oversikt.sjekk.tekst"), tema, paakrevd=True)
        self.ordene.lagres.connect(lambda tekst: self.endret.emit({"tekst": tekst}))
        self.hvem = Rullefritt(t("oversikt.sjekk.ansvarlig"))
        self.hvem.setFont(tema.skrift(Trinn.LISTE))
        self.hvem.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.hvem.setMinimumContentsLength(14)
        self.hvem.activated.connect(lambda _: self.endret.emit({"ansvarlig": self.hvem.currentData()}))
        self.naar = Datofelt(t("oversikt.sjekk.frist"), self._verktoey)
        self.naar.lagres.connect(lambda dato: self.endret.emit({"frist": dato}))
        self.naar.ugyldig.connect(self.si)
        oppsett.addWidget(Felt(t("oversikt.sjekk.tekst"), self.ordene, tema))
        rad = QHBoxLayout()
        rad.setSpacing(px(16))
        rad.addWidget(Felt(t("oversikt.sjekk.ansvarlig"), self.hvem, tema), 1)
        rad.addWidget(Felt(t("oversikt.sjekk.frist"), self.naar, tema))
        oppsett.addLayout(rad)
        slett = Knapp(t("oversikt.sjekk.slett"), tema, slag="tekst", ikon=(self._verktoey.ikoner, "trash"), liten=True)
        slett.clicked.connect(self.slettes)
        oppsett.addWidget(slett)
        for felt in (self.hvem, slett):
            felt.setEnabled(self._kan_endres)
        self.ordene.setReadOnly(not self._kan_endres)
        self.naar.sett_kan_endres(self._kan_endres)
        return mer

    def _fyll(self) -> None:
        rad, t = self._rad, self._verktoey.tekster
        if rad is None:
            return
        kilde = t("oversikt.sjekk.kilde", kilde=rad.kilde) if rad.kilde else ""
        om = " ".join(filter(None, (rad.hjelp, kilde)))
        self._om.setText(stor(om))
        self._om.setVisible(bool(om))
        self.ordene.sett(rad.tekst)
        self.naar.sett(rad.frist)
        valg = list(dict.fromkeys(["", *self._roller, rad.ansvarlig]))
        with QSignalBlocker(self.hvem):
            self.hvem.clear()
            for navn in valg:
                self.hvem.addItem(navn or t("oversikt.sjekk.ingen"), navn)
            self.hvem.setCurrentIndex(valg.index(rad.ansvarlig))
