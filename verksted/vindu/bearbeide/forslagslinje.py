"""One suggestion: a note that says the same, with the reason, to be taken or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from verksted.vindu.deler.etikett import Etikett, Ikonbilde
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.regler.likhet import Likhet
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.bearbeiding import Notatrad


class Forslagslinje(QFrame):
    """Signals: `ta` and `avvis` with the note's code."""

    ta = Signal(str)
    avvis = Signal(str)

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        self._t, tema = verktoey.tekster, verktoey.tema
        px = tema.px
        self.setObjectName("forslag")
        self.kode = ""
        self._sier = Etikett("", tema, Trinn.TABELL, brytes=True)
        self._grunn = Etikett("", tema, Trinn.TABELL, rolle="dempet", brytes=True)
        self._sier.setMinimumWidth(px(120))
        ord_ = QVBoxLayout()
        ord_.setSpacing(px(2))
        ord_.addWidget(self._sier)
        ord_.addWidget(self._grunn)
        self.legg_til = Knapp(self._t("bearbeide.forslag.ta"), tema, liten=True)
        self.legg_til.setToolTip(self._t("bearbeide.forslag.tips"))
        self.legg_til.clicked.connect(lambda: self.ta.emit(self.kode))
        nei = Knapp(self._t("bearbeide.forslag.avvis"), tema, slag="tekst", liten=True)
        nei.clicked.connect(lambda: self.avvis.emit(self.kode))
        rad = QHBoxLayout(self)
        rad.setContentsMargins(px(12), px(8), px(8), px(8))
        rad.setSpacing(px(12))
        rad.addWidget(Ikonbilde(verktoey.ikoner, "intersect", tema, farge="accent_text"), 0, Qt.AlignmentFlag.AlignTop)
        rad.addLayout(ord_, 1)
        rad.addWidget(self.legg_til)
        rad.addWidget(nei)
        self.hide()

    @property
    def grunn(self) -> str:
        """Why it is suggested, in words."""
        return self._grunn.text()

    def vis(self, notat: Notatrad | None, likhet: Likhet | None) -> None:
        """Show a suggestion, or none."""
        self.setVisible(notat is not None and likhet is not None)
        self.kode = ""
        if notat is not None and likhet is not None:
            self.kode = notat.kode
            kort = " ".join(notat.tekst.split())
            kort = kort if len(kort) <= 140 else f"{kort[:139].rpartition(' ')[0]} …"
            self._sier.setText(self._t("bearbeide.forslag.ligner", kode=notat.kode, tekst=kort))
            self._grunn.setText(self._t("bearbeide.forslag.grunn", ord=", ".join(likhet.ord)))
