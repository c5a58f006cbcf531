"""One document in the list: chosen or not, its name, and how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from verksted.handlinger.dokumentstatus import Dokumentstand
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.start.naar import naar
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.handlinger.dokumentstatus import Dokumentstatus
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.dokumentliste import Dokumentlinje

_ROLLE = {Dokumentstand.UTDATERT: "varsel", Dokumentstand.REDIGERT: "varsel"}


class Dokumentrad(QWidget):
    """Signals: `valgt` when it was ticked or not, `aapne` and `vis_i_mappe` with the document's line."""

    valgt = Signal()
    aapne = Signal(object)
    vis_i_mappe = Signal(object)

    def __init__(self, linje: Dokumentlinje, verktoey: Verktoey) -> None:
        super().__init__()
        self.linje = linje
        self._verktoey = verktoey
        t, tema, px = verktoey.tekster, verktoey.tema, verktoey.tema.px
        navn = t(f"dokumenter.slag.{linje.slag}")
        self.hake = QCheckBox(navn)
        self.hake.setFont(tema.skrift(Trinn.LISTE_MEDIUM))
        self.hake.setAccessibleName(navn)
        self.hake.toggled.connect(lambda _: self.valgt.emit())
        self.om = Etikett(t(f"dokumenter.om.{linje.slag}"), tema, Trinn.TABELL, rolle="dempet", brytes=True)
        self.stand = Etikett("", tema, Trinn.TABELL, brytes=True)
        self.aapneknapp = Knapp(t("dokumenter.aapne"), tema, slag="tekst", liten=True)
        self.aapneknapp.setAccessibleName(t("dokumenter.aapne_hva", hva=navn))
        self.aapneknapp.clicked.connect(lambda: self.aapne.emit(linje))
        self.mappeknapp = Knapp(t("dokumenter.vis_i_mappe"), tema, slag="tekst", liten=True)
        self.mappeknapp.setAccessibleName(t("dokumenter.vis_hva", hva=navn))
        self.mappeknapp.clicked.connect(lambda: self.vis_i_mappe.emit(linje))
        ord_ = QVBoxLayout()
        ord_.setSpacing(px(1))
        ord_.addWidget(self.hake)
        for etikett in (self.om, self.stand):
            rad = QHBoxLayout()
            rad.setContentsMargins(px(30), 0, 0, 0)
            rad.addWidget(etikett)
            ord_.addLayout(rad)
        helt = QHBoxLayout(self)
        helt.setContentsMargins(0, px(6), 0, px(8))
        helt.setSpacing(px(8))
        helt.addLayout(ord_, 1)
        helt.addWidget(self.aapneknapp)
        helt.addWidget(self.mappeknapp)

    def vis(self, status: Dokumentstatus) -> None:
        """Say how the document stands."""
        t, finnes = self._verktoey.tekster, status.stand is not Dokumentstand.IKKE_LAGET
        self.aapneknapp.setVisible(finnes)
        self.mappeknapp.setVisible(finnes)
        laget = naar(status.laget, self._verktoey.klokke.naa(), t) if status.laget is not None else ""
        ord_ = t(f"dokumenter.stand.{status.stand}", naar=laget)
        if status.stand is Dokumentstand.UTDATERT:
            ord_ = f"{ord_} {t.antall('dokumenter.endringer', status.endringer)}"
        self.stand.setText(ord_)
        self.stand.sett_rolle("varsel" if status.stand in _ROLLE else "dempet")
