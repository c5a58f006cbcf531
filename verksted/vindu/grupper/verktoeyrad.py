"""The row over the room: which workshop, which round, the rules in short, what the marks mean, larger and smaller."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTabBar, QToolButton, QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett, Ikonbilde
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.gruppeside import Gruppesidevisning

KARTSKALAER: Final = (0.6, 0.8, 1.0, 1.25, 1.5)
_MERKER: Final = (("sekretaer", "pencil-simple"), ("laast", "lock-simple"), ("vara", "arrows-left-right"))


class Verktoeyrad(QWidget):
    """Signals: `verksted` (number), `runde` (place in the row), `panel` (tab), `skala` (how large to draw the room)."""

    verksted = Signal(int)
    runde = Signal(int)
    panel = Signal(str)
    skala = Signal(float)

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        self._tekster = t = verktoey.tekster
        tema = verktoey.tema
        self._trinn = KARTSKALAER.index(1.0)
        self.velg_verksted = QComboBox()
        self.velg_verksted.setProperty("liten", True)  # noqa: FBT003 - Qt's own
        self.velg_verksted.setAccessibleName(t("gruppeside.rad.verksted"))
        self.velg_verksted.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.velg_verksted.setMinimumContentsLength(18)
        self.velg_verksted.activated.connect(lambda nr: self.verksted.emit(self.velg_verksted.itemData(nr)))
        self.runder = QTabBar()
        self.runder.setAccessibleName(t("gruppeside.rad.runder"))
        self.runder.setExpanding(False)
        self.runder.currentChanged.connect(self.runde)
        self.regler = Knapp("", tema, slag="tekst", liten=True, ikon=(verktoey.ikoner, "sliders-horizontal"))
        self.regler.clicked.connect(lambda: self.panel.emit("oppsett"))
        self.balanse = Knapp("", tema, slag="tekst", liten=True, ikon=(verktoey.ikoner, "scales"))
        self.balanse.clicked.connect(lambda: self.panel.emit("balanse"))
        foerste = QHBoxLayout()
        foerste.setSpacing(tema.px(12))
        foerste.addWidget(self.velg_verksted)
        foerste.addWidget(self.runder)
        foerste.addStretch(1)
        andre = QHBoxLayout()
        andre.setSpacing(tema.px(6))
        andre.addWidget(self.regler)
        andre.addWidget(self.balanse)
        andre.addStretch(1)
        for noekkel, ikon in _MERKER:
            andre.addWidget(Ikonbilde(verktoey.ikoner, ikon, tema, farge="text", stoerrelse=14))
            andre.addWidget(Etikett(t(f"gruppeside.rad.{noekkel}"), tema, Trinn.META, rolle="dempet"))
            andre.addSpacing(tema.px(8))
        for noekkel, ikon, steg in (
            ("mindre", "magnifying-glass-minus", -1),
            ("stoerre", "magnifying-glass-plus", 1),
        ):
            knapp = QToolButton()
            knapp.setObjectName(f"rom-{noekkel}")
            knapp.setIcon(verktoey.ikoner(ikon, "text"))
            knapp.setAccessibleName(t(f"gruppeside.rad.{noekkel}"))
            knapp.setToolTip(t(f"gruppeside.rad.{noekkel}"))
            knapp.clicked.connect(lambda _=False, s=steg: self.zoom(s))
            andre.addWidget(knapp)
        helt = QVBoxLayout(self)
        helt.setContentsMargins(0, 0, 0, 0)
        helt.setSpacing(tema.px(4))
        helt.addLayout(foerste)
        helt.addLayout(andre)

    def vis(self, visning: Gruppesidevisning, runde: int) -> None:
        """Show the workshops, the rounds and how many rules there are."""
        t = self._tekster
        with QSignalBlocker(self.velg_verksted):
            self.velg_verksted.clear()
            for verksted in visning.verksteder:
                navn = t("gruppeside.rad.verksted_nr", nummer=verksted.nummer, tittel=verksted.tittel)
                self.velg_verksted.addItem(navn, verksted.nummer)
            self.velg_verksted.setCurrentIndex(self.velg_verksted.findData(visning.grupper.verksted))
            self.velg_verksted.setToolTip(self.velg_verksted.currentText())
        runder = [t(f"grupper.runde.{'holdt' if r.holdt else 'en'}", nummer=r.nummer) for r in visning.grupper.runder]
        with QSignalBlocker(self.runder):
            while self.runder.count() > len(runder):
                self.runder.removeTab(self.runder.count() - 1)
            for nummer, tekst in enumerate(runder):
                if nummer < self.runder.count():
                    self.runder.setTabText(nummer, tekst)
                else:
                    self.runder.addTab(tekst)
                self.runder.setTabToolTip(nummer, visning.grupper.runder[nummer].programpost)
            self.runder.setCurrentIndex(runde)
        self.runder.setVisible(bool(runder))
        arter = Counter(regel.art for regel in visning.grupper.regler)
        ord_ = ", ".join(f"{antall} {t(f'gruppeside.rad.regel_{art}')}" for art, antall in sorted(arter.items()))
        tekst = t("gruppeside.rad.regler", regler=ord_) if ord_ else t("gruppeside.rad.ingen_regler")
        self.regler.setText(f" {tekst}")
        self.regler.setAccessibleName(tekst)
        avvik = t.antall("gruppeside.balanse.avvik", sum(e.avvik for e in visning.grupper.egenskaper))
        self.balanse.setText(f" {avvik}")
        self.balanse.setAccessibleName(t("gruppeside.rad.balanse", avvik=avvik))
        self.balanse.setToolTip(t("gruppeside.rad.balanse", avvik=avvik))
        self.balanse.setVisible(bool(visning.grupper.runder))
        brutt = sum(regel.brutt for regel in visning.grupper.regler)
        self.regler.setToolTip(t.antall("gruppeside.rad.brutte", brutt) if brutt else "")

    def zoom(self, steg: int) -> None:
        """Draw the room larger or smaller."""
        self._trinn = max(0, min(self._trinn + steg, len(KARTSKALAER) - 1))
        self.skala.emit(KARTSKALAER[self._trinn])
