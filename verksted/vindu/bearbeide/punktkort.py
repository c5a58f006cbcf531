"""The open point: politikk and fag under each other, never mixed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout

from verksted.vindu.bearbeide.fagdel import Fagdel
from verksted.vindu.bearbeide.notatmodell import koder_i
from verksted.vindu.bearbeide.politikkdel import Politikkdel
from verksted.vindu.bearbeide.utsjekkdel import Utsjekkdel
from verksted.vindu.deler.etikett import Etikett, strek
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent

    from verksted.vindu.bearbeide.punktarbeid import Punktarbeid
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.bearbeiding import Arbeidspunkt, Bearbeiding, Notatrad

Modus = Literal["samle", "behandle", "utsjekk"]


class Punktkort(QFrame):
    """Signals: `lukk` when the user closes it, `sluppet` with (code, note codes)."""

    lukk = Signal()
    sluppet = Signal(str, object)

    def __init__(self, verktoey: Verktoey, arbeid: Punktarbeid, les_opp: Callable[[Notatrad], str]) -> None:
        super().__init__()
        self._arbeid, self._verktoey = arbeid, verktoey
        t, tema = verktoey.tekster, verktoey.tema
        px = tema.px
        self.kode = ""
        self.setMinimumWidth(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAcceptDrops(True)
        topp = QHBoxLayout()
        topp.setSpacing(px(6))
        self.pil = QToolButton()
        self.pil.setIcon(verktoey.ikoner("caret-down", "text"))
        self.pil.setIconSize(QSize(px(14), px(14)))
        self.pil.setToolTip(t("bearbeide.lukk_punktet"))
        self.pil.clicked.connect(self.lukk)
        topp.addWidget(self.pil)
        self._kodeord = Etikett("", tema, Trinn.META, rolle="dempet", tall=True)
        topp.addWidget(self._kodeord)
        topp.addStretch(1)
        topp.addWidget(Etikett(t("bearbeide.raad"), tema, Trinn.TABELL, rolle="dempet"))
        self.politikk = Politikkdel(verktoey, arbeid, les_opp)
        self.fag = Fagdel(verktoey, arbeid)
        self.utsjekk = Utsjekkdel(verktoey, arbeid)
        helt = QVBoxLayout(self)
        helt.setContentsMargins(0, px(10), px(4), px(12))
        helt.setSpacing(px(12))
        helt.addLayout(topp)
        deler = QVBoxLayout()
        deler.setContentsMargins(px(12), 0, 0, 0)
        deler.setSpacing(px(14))
        for del_ in (self.politikk, self.fag, self.utsjekk):
            deler.addWidget(del_)
        helt.addLayout(deler)
        helt.addWidget(strek(tema))

    def si_fra(self) -> None:
        """Say everything that is being written."""
        self.politikk.si_fra()
        self.fag.si_fra()
        self.utsjekk.si_fra()

    def vis(
        self,
        punkt: Arbeidspunkt,
        kilder: Sequence[Notatrad],
        data: Bearbeiding,
        modus: Modus,
        *,
        tving: bool = False,
    ) -> None:
        """Show a point as the step of the work asks."""
        self.kode = punkt.kode
        self._kodeord.setText(punkt.kode)
        self.pil.setAccessibleName(self._verktoey.tekster("bearbeide.lukk_kode", kode=punkt.kode))
        self.politikk.vis(punkt, kilder, data, bare_kort=modus != "samle", tving=tving)
        self.fag.vis(punkt, data, rediger=modus == "behandle", tving=tving)
        self.utsjekk.setVisible(modus == "utsjekk")
        if modus == "utsjekk":
            self.utsjekk.vis(punkt, data, tving=tving)

    def keyPressEvent(self, hendelse: QKeyEvent) -> None:
        """Close with Esc."""
        if hendelse.key() == Qt.Key.Key_Escape:
            self.lukk.emit()
        else:
            super().keyPressEvent(hendelse)

    def dragEnterEvent(self, hendelse: QDragEnterEvent) -> None:
        """Take notes only."""
        hendelse.setAccepted(self._arbeid.kan_endres and bool(koder_i(hendelse.mimeData())))

    def dropEvent(self, hendelse: QDropEvent) -> None:
        """Gather what was dropped."""
        if koder := koder_i(hendelse.mimeData()):
            hendelse.setDropAction(Qt.DropAction.CopyAction)
            hendelse.accept()
            self.sluppet.emit(self.kode, koder)
