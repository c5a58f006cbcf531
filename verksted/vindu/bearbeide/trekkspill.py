"""The points, one open at a time: a list of those before it, the open one, and a list of those after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from verksted.vindu.bearbeide.punktkort import Modus, Punktkort
from verksted.vindu.bearbeide.punktliste import Punktliste
from verksted.vindu.bearbeide.punktmodell import Punktmodell, Punkttegner

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from verksted.vindu.bearbeide.punktarbeid import Punktarbeid
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.bearbeiding import Arbeidspunkt, Bearbeiding, Notatrad


class Trekkspill(QScrollArea):
    """Signals: `aapnet` with the code of the open point, '' when all are closed; `sluppet` with (code, note codes)."""

    aapnet = Signal(str)
    sluppet = Signal(str, object)

    def __init__(
        self,
        verktoey: Verktoey,
        arbeid: Punktarbeid,
        les_notat: Callable[[Notatrad], str],
        les_punkt: Callable[[Arbeidspunkt], str],
    ) -> None:
        super().__init__()
        t, tema = verktoey.tekster, verktoey.tema
        self.aapent = ""
        self._punkter: Sequence[Arbeidspunkt] = ()
        self._data: Bearbeiding | None = None
        self._notater: Mapping[str, Notatrad] = {}
        self.modus: Modus = "samle"
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(1, 1)
        tegner = Punkttegner(t, tema, verktoey.ikoner)
        self.over = Punktliste(Punktmodell(les_punkt), tegner, tema, t("bearbeide.punkter_over"))
        self.under = Punktliste(Punktmodell(les_punkt), tegner, tema, t("bearbeide.punkter_under"))
        self.kort = Punktkort(verktoey, arbeid, les_notat)
        flate = QWidget()
        flate.setObjectName("rulleflate")
        oppsett = self._oppsett = QVBoxLayout(flate)
        oppsett.setContentsMargins(tema.px(24), tema.px(4), tema.px(28), tema.px(24))
        oppsett.setSpacing(0)
        for widget in (self.over, self.kort, self.under):
            oppsett.addWidget(widget)
        oppsett.addStretch(1)
        self.setWidget(flate)
        for liste in (self.over, self.under):
            liste.tar_imot = arbeid.kan_endres
            liste.aapne.connect(self.aapne)
            liste.sluppet.connect(self.sluppet)
            liste.forbi.connect(lambda vei, liste=liste: self._forbi(liste, vei))
            liste.sett_paa.connect(
                lambda topp, hoeyde, liste=liste: self.ensureVisible(0, liste.y() + topp + hoeyde // 2, 0, hoeyde)
            )
        self.kort.lukk.connect(self.lukk_kortet)
        self.kort.sluppet.connect(self.sluppet)
        self.kort.hide()

    @property
    def punktet(self) -> Arbeidspunkt | None:
        """The open point."""
        return next((punkt for punkt in self._punkter if punkt.kode == self.aapent), None)

    def vis(
        self,
        data: Bearbeiding,
        notater: Mapping[str, Notatrad],
        punkter: Sequence[Arbeidspunkt],
        *,
        tving: bool = False,
    ) -> None:
        """Show these points; the open one stays open while it is there."""
        self._data, self._notater, self._punkter = data, notater, punkter
        if self.aapent and self.punktet is None:
            self.aapent = ""
            self.aapnet.emit("")
        self._legg(tving=tving)

    def sett_modus(self, modus: Modus) -> None:
        """Show the open point as another step of the work asks."""
        self.kort.si_fra()
        self.modus = modus
        self._legg()

    def aapne(self, kode: str) -> None:
        """Open a point and bring the keyboard to it."""
        if self._vis_aapent(kode):
            self.kort.pil.setFocus(Qt.FocusReason.TabFocusReason)

    def vis_punkt(self, kode: str) -> None:
        """Open a point, and leave the keyboard where it is."""
        self._vis_aapent(kode)

    def _vis_aapent(self, kode: str) -> bool:
        if kode not in {punkt.kode for punkt in self._punkter}:
            return False
        self.kort.si_fra()
        self.aapent = kode
        self._legg()
        self.aapnet.emit(kode)
        QTimer.singleShot(0, self, self._rull_til_kortet)
        return True

    def lukk_kortet(self) -> None:
        """Close the open point; the keyboard stands on its row."""
        nummer = next((nr for nr, punkt in enumerate(self._punkter) if punkt.kode == self.aapent), -1)
        self.kort.si_fra()
        self.aapent = ""
        self._legg()
        if nummer >= 0:
            self.over.staa_paa(nummer)
        self.aapnet.emit("")

    def _rull_til_kortet(self) -> None:
        if self.aapent:
            self._oppsett.activate()
            self.verticalScrollBar().setValue(max(0, self.kort.y() - self.viewport().height() // 5))

    def _legg(self, *, tving: bool = False) -> None:
        punkt = self.punktet
        if punkt is None or self._data is None:
            self.kort.hide()
            self.over.sett(self._punkter)
            self.under.sett(())
            return
        nummer = self._punkter.index(punkt)
        self.over.sett(self._punkter[:nummer])
        self.under.sett(self._punkter[nummer + 1 :])
        kilder = [self._notater[kode] for kode in punkt.kilder if kode in self._notater]
        self.kort.vis(punkt, kilder, self._data, self.modus, tving=tving)
        self.kort.show()

    def _forbi(self, liste: Punktliste, vei: int) -> None:
        """Let the arrow keys go from the list to the open point, and from it to the other list by Tab."""
        if self.aapent and ((liste is self.over) == (vei > 0)):
            self.kort.pil.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(self.kort.pil)
