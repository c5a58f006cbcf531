"""One attribute in the panel: how many seats are out of balance, and behind a click every value table by table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett, strek
from verksted.vindu.deler.radknapp import Radknapp
from verksted.vindu.grupper.soeyler import Soeyler
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.grupper import Egenskapsvisning, Verdivisning


class Egenskapsrad(QWidget):
    """The row shows the value that is least even; clicked it shows them all."""

    def __init__(self, egenskap: Egenskapsvisning, runde: int, verktoey: Verktoey) -> None:
        super().__init__()
        self._verktoey, self._egenskap, self._runde = verktoey, egenskap, runde
        t, tema = verktoey.tekster, verktoey.tema
        px = tema.px
        navn = t(f"grupper.egenskap.{egenskap.egenskap}")
        setning = avvikssetning(egenskap, verktoey)
        self.rad = Radknapp(f"{navn}: {setning}")
        self.rad.setCheckable(True)
        self.rad.setToolTip(t("gruppeside.balanse.vis_alle"))
        ord_ = QVBoxLayout()
        ord_.setSpacing(0)
        ord_.addWidget(Etikett(navn[:1].upper() + navn[1:], tema, Trinn.LISTE_MEDIUM))
        under = Etikett(setning, tema, Trinn.META, rolle="dempet", brytes=True)
        ord_.addWidget(under)
        rad = QHBoxLayout(self.rad)
        rad.setContentsMargins(px(2), px(8), px(2), px(8))
        rad.addLayout(ord_, 1)
        verst = max(egenskap.verdier, key=self._utenfor, default=None)
        if verst is not None and len(verst.ved_bordene) > runde:
            rad.addWidget(Soeyler(tema, verst.ved_bordene[runde], verst.minst, verst.mest))
        self._alle = QWidget()
        self._alle.hide()
        helt = QVBoxLayout(self)
        helt.setContentsMargins(0, 0, 0, 0)
        helt.setSpacing(0)
        helt.addWidget(self.rad)
        helt.addWidget(self._alle)
        helt.addWidget(strek(tema))
        self.rad.toggled.connect(self._vis_alle)

    def _utenfor(self, verdi: Verdivisning) -> int:
        if self._runde >= len(verdi.ved_bordene):
            return 0
        return sum(max(0, n - verdi.mest) + max(0, verdi.minst - n) for n in verdi.ved_bordene[self._runde])

    def _vis_alle(self, vis: bool) -> None:  # noqa: FBT001 - Qt's own
        if vis and self._alle.layout() is None:
            self._bygg_alle()
        self._alle.setVisible(vis)

    def _bygg_alle(self) -> None:
        t, tema = self._verktoey.tekster, self._verktoey.tema
        rutenett = QGridLayout(self._alle)
        rutenett.setContentsMargins(tema.px(2), tema.px(6), tema.px(2), tema.px(8))
        rutenett.setHorizontalSpacing(tema.px(8))
        rutenett.setColumnStretch(0, 1)
        for rad, verdi in enumerate(self._egenskap.verdier):
            noekkel = f"grupper.verdi.{verdi.verdi}"
            navn = t(noekkel) if t.har(noekkel) else verdi.verdi
            andel = str(verdi.mest) if verdi.minst == verdi.mest else f"{verdi.minst}–{verdi.mest}"
            tekst = Etikett(f"{navn} ({verdi.antall})", tema, Trinn.TABELL, brytes=True)
            rutenett.addWidget(tekst, rad, 0)
            rettferdig = Etikett(andel, tema, Trinn.META, rolle="dempet", tall=True)
            rettferdig.setToolTip(t("gruppeside.balanse.andel"))
            rutenett.addWidget(rettferdig, rad, 1, Qt.AlignmentFlag.AlignRight)
            if len(verdi.ved_bordene) > self._runde:
                ved = verdi.ved_bordene[self._runde]
                soeyler = Soeyler(tema, ved, verdi.minst, verdi.mest, med_tall=True)
                soeyler.setAccessibleName(f"{navn}: {', '.join(map(str, ved))}")
                rutenett.addWidget(soeyler, rad, 2)


def avvikssetning(egenskap: Egenskapsvisning, verktoey: Verktoey) -> str:
    """Return «0 avvik, best mulig» or «3 avvik, grense 1»."""
    t = verktoey.tekster
    antall = t.antall("gruppeside.balanse.avvik", egenskap.avvik)
    if egenskap.avvik <= egenskap.nedre_grense:
        return t("gruppeside.balanse.best", antall=antall)
    return t("gruppeside.balanse.grense", antall=antall, grense=egenskap.nedre_grense)
