"""What can be done with a person at a table; each table says beforehand what moving there would do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from verksted.vindu.grupper.virkningsord import kort
from verksted.visning.gruppetekst import bordnavn

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from verksted.vindu.grupper.romflate import Virkningsspoer
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.grupper import Rundevisning


class Plassmeny(QObject):
    """Signals: `flyttet` (person, table), `laas` (person, whether), `sekretaer` (person, table), `forfall` (person)."""

    flyttet = Signal(str, int)
    laas = Signal(str, bool)
    sekretaer = Signal(str, int)
    forfall = Signal(str)

    def __init__(self, forelder: QWidget, verktoey: Verktoey, spoer: Virkningsspoer) -> None:
        super().__init__(forelder)
        self._forelder, self._verktoey, self._spoer = forelder, verktoey, spoer
        self.meny: QMenu | None = None

    def vis(self, runde: Rundevisning, person_id: str, sted: QPoint, *, kan_endres: bool) -> None:
        """Open the menu at a place on the screen."""
        t, ikoner = self._verktoey.tekster, self._verktoey.ikoner
        funnet = [(bord, p) for bord in runde.bord for p in bord.plasser if p.person_id == person_id]
        if not funnet:
            return
        her, plass = funnet[0]
        if self.meny is not None:
            self.meny.deleteLater()
        self.meny = meny = QMenu(self._forelder)
        if kan_endres:
            for bord in runde.bord:
                if bord.nummer != her.nummer:
                    ledd = tuple(en for _, linjer in self._spoer(person_id, bord.nummer, "") for en in linjer)
                    tekst = t("gruppeside.meny.flytt", bord=bordnavn(bord, t), virkning=kort(ledd, t))
                    meny.addAction(tekst, partial(self.flyttet.emit, person_id, bord.nummer))
            meny.addSeparator()
            laas = "laas_opp" if plass.laast else "laas"
            ikon = ikoner("lock-simple-open" if plass.laast else "lock-simple", "text")
            meny.addAction(ikon, t(f"gruppeside.meny.{laas}"), lambda: self.laas.emit(person_id, not plass.laast))
            skriver = meny.addAction(ikoner("pencil-simple", "text"), t("gruppeside.meny.sekretaer"))
            skriver.setEnabled(not plass.sekretaer)
            skriver.triggered.connect(lambda: self.sekretaer.emit(person_id, her.nummer))
            meny.addSeparator()
            meny.addAction(
                ikoner("user-minus", "text"), t("gruppeside.meny.forfall"), lambda: self.forfall.emit(person_id)
            )
        else:
            meny.addAction(t("gruppeside.meny.kan_ikke")).setEnabled(False)
        meny.popup(sted)
        for handling in meny.actions():
            if handling.isEnabled() and not handling.isSeparator():
                meny.setActiveAction(handling)
                break
