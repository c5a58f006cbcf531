"""A band across the page: what happened, what is safe, one action. Never more than one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from verksted.vindu.deler.etikett import Etikett, Ikonbilde
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.kjerne.tekster import Tekster
    from verksted.vindu.utseende.ikoner import Ikoner
    from verksted.vindu.utseende.tema import Tema

Bannerslag = Literal["opplysning", "varsel", "feil"]
_IKON = {
    "opplysning": ("info", "accent_text"),
    "varsel": ("warning", "warn_text"),
    "feil": ("warning-octagon", "bad_text"),
}


class Banner(QFrame):
    """Icon, sentence, at most one action, and a cross.

    Signals: `lukket` when the user is done with it, `valgt` when the action is chosen.
    """

    lukket = Signal()
    valgt = Signal()

    def __init__(
        self,
        setning: str,
        tekster: Tekster,
        tema: Tema,
        ikoner: Ikoner,
        *,
        slag: Bannerslag = "opplysning",
        handling: str = "",
    ) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setProperty("slag", slag)
        self.setAccessibleName(setning)
        rad = QHBoxLayout(self)
        rad.setContentsMargins(tema.px(16), tema.px(8), tema.px(8), tema.px(8))
        rad.setSpacing(tema.px(12))
        navn, farge = _IKON[slag]
        rad.addWidget(Ikonbilde(ikoner, navn, tema, farge=farge, stoerrelse=20), 0, Qt.AlignmentFlag.AlignTop)
        self.setning = Etikett(setning, tema, Trinn.TABELL, brytes=True)
        self.setning.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        rad.addWidget(self.setning, 1)
        if handling:
            knapp = Knapp(handling, tema, slag="kant", liten=True)
            knapp.clicked.connect(self.valgt)
            rad.addWidget(knapp)
        kryss = QToolButton()
        kryss.setIcon(ikoner("x", "text"))
        kryss.setIconSize(QSize(tema.px(16), tema.px(16)))
        kryss.setAccessibleName(tekster("ramme.banner.lukk"))
        kryss.setToolTip(tekster("ramme.banner.lukk"))
        kryss.clicked.connect(self.lukket)
        rad.addWidget(kryss, 0, Qt.AlignmentFlag.AlignTop)
