"""Where was I: the process used last, with its thread, what comes next and what waits. Enter goes on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett, Ikonbilde
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.traad import Traadminiatyr
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.kjerne.tekster import Tekster
    from verksted.vindu.start.sistbrukt import Sistbrukt
    from verksted.vindu.utseende.ikoner import Ikoner
    from verksted.vindu.utseende.tema import Tema


class Sisteprosess(QWidget):
    """Signals: `aapne` with the path."""

    aapne = Signal(object)

    def __init__(self, en: Sistbrukt, tema: Tema, ikoner: Ikoner, tekster: Tekster) -> None:
        super().__init__()
        px = tema.px
        self.knapp = Knapp(tekster("start.fortsett"), tema, slag="primaer", ikon=(ikoner, "arrow-right"))
        self.knapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands after the word
        self.knapp.setAccessibleName(tekster("start.fortsett_navn", navn=en.navn))
        self.knapp.setAutoDefault(True)
        self.knapp.clicked.connect(lambda: self.aapne.emit(Path(en.sti)))
        navn = QVBoxLayout()
        navn.setSpacing(px(2))
        navn.addWidget(Etikett(en.kommune, tema, Trinn.TABELL, rolle="dempet"))
        navn.addWidget(Etikett(en.navn, tema, Trinn.OBJEKT, brytes=True))
        topp = QHBoxLayout()
        topp.addLayout(navn, 1)
        topp.addWidget(self.knapp, 0, Qt.AlignmentFlag.AlignVCenter)
        oppsett = QVBoxLayout(self)
        oppsett.setContentsMargins(0, 0, 0, 0)
        oppsett.setSpacing(px(10))
        oppsett.addLayout(topp)
        if en.traad:
            rad = QHBoxLayout()
            rad.setSpacing(px(20))
            rad.addWidget(Traadminiatyr(en.traad, tema, tekster("start.traad", fase=en.fase)))
            rad.addWidget(Etikett(en.fase, tema, Trinn.LISTE), 1)
            oppsett.addLayout(rad)
        fakta = QHBoxLayout()
        fakta.setSpacing(px(8))
        for ikon, setning in (("calendar-blank", en.neste), ("cards", en.venter)):
            if setning:
                fakta.addWidget(Ikonbilde(ikoner, ikon, tema))
                fakta.addWidget(Etikett(setning, tema, Trinn.LISTE))
                fakta.addSpacing(px(16))
        fakta.addStretch(1)
        if fakta.count() > 1:
            oppsett.addLayout(fakta)
