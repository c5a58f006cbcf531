"""The UN goals of a place: those chosen as chips that a press takes away, and a menu with all seventeen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.oppsett import toem
from verksted.vindu.plan.flytrad import Flytrad
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.vindu.ramme.verktoey import Verktoey

ALLE: Final = range(1, 18)


class Maalvalg(QWidget):
    """Signals: `valgt` with every goal that is now chosen, in order."""

    valgt = Signal(object)

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        self._verktoey = verktoey
        self._maal: tuple[int, ...] = ()
        self._kan_endres = True
        self._rad = Flytrad(verktoey.tema.px(8))
        self.setLayout(self._rad)
        self._meny = QMenu(self)
        self._valgene = []
        for nummer in ALLE:
            valg = self._meny.addAction(self._navn(nummer))
            valg.setCheckable(True)
            valg.triggered.connect(lambda _=False, nummer=nummer: self._bytt(nummer))
            self._valgene.append(valg)

    def vis(self, maal: Sequence[int], *, kan_endres: bool) -> None:
        """Show what is chosen."""
        if (tuple(maal), kan_endres) == (self._maal, self._kan_endres) and self._rad.count():
            return
        self._maal, self._kan_endres = tuple(maal), kan_endres
        hadde_fokus = self.isAncestorOf(fokus) if (fokus := self.window().focusWidget()) is not None else False
        t, tema, ikoner = self._verktoey.tekster, self._verktoey.tema, self._verktoey.ikoner
        toem(self._rad)
        self._rad.addWidget(Etikett(t("plan.maal.tittel"), tema, Trinn.ETIKETT, rolle="dempet"))
        for nummer, valg in zip(ALLE, self._valgene, strict=True):
            valg.setChecked(nummer in self._maal)
        for nummer in self._maal:
            brikke = Knapp(
                self._navn(nummer), tema, slag="kant", liten=True, ikon=(ikoner, "x") if kan_endres else None
            )
            brikke.setProperty("slag", "brikke")
            brikke.setAccessibleName(t("plan.maal.ta_bort", maal=self._navn(nummer)))
            brikke.setToolTip(t("plan.maal.ta_bort", maal=self._navn(nummer)))
            brikke.setEnabled(kan_endres)
            brikke.clicked.connect(lambda _=False, nummer=nummer: self._bytt(nummer))
            self._rad.addWidget(brikke)
        if kan_endres:
            nytt = Knapp(t("plan.maal.legg_til"), tema, slag="tekst", liten=True, ikon=(ikoner, "plus"))
            nytt.setAccessibleName(t("plan.maal.velg"))
            nytt.clicked.connect(lambda: self._meny.exec(nytt.mapToGlobal(nytt.rect().bottomLeft())))
            self._rad.addWidget(nytt)
            if hadde_fokus:
                nytt.setFocus()

    def _navn(self, nummer: int) -> str:
        return f"{nummer} {self._verktoey.tekster(f'plan.maal.navn.{nummer}')}"

    def _bytt(self, nummer: int) -> None:
        self.valgt.emit(sorted({*self._maal} ^ {nummer}))
