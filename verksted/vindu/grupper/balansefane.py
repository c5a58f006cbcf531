"""How even the tables are: each attribute, the repeats by name, and whether anything better can exist."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.oppsett import toem
from verksted.vindu.grupper.egenskapsrad import Egenskapsrad
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.grupper import Gruppevisning

_PAR_I_FOERSTE: Final = 40


class Balansefane(QWidget):
    """Shows one round; the repeats are those of all rounds and earlier workshops."""

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        self._verktoey = verktoey
        self._rader = QVBoxLayout(self)
        self._rader.setContentsMargins(0, 0, 0, 0)
        self._rader.setSpacing(verktoey.tema.px(2))

    def vis(self, grupper: Gruppevisning, runde: int) -> None:
        """Show how even round number so-and-so in the row (from 0) is."""
        t, tema = self._verktoey.tekster, self._verktoey.tema
        toem(self._rader)
        legg = self._rader.addWidget
        legg(Etikett(t("gruppeside.balanse.tittel"), tema, Trinn.AVSNITT))
        legg(Etikett(t("gruppeside.balanse.tegn"), tema, Trinn.META, rolle="dempet", brytes=True))
        for egenskap in grupper.egenskaper:
            legg(Egenskapsrad(egenskap, runde, self._verktoey))
        self._rader.addSpacing(tema.px(16))
        legg(Etikett(t("gruppeside.balanse.gjentak"), tema, Trinn.AVSNITT))
        legg(Etikett(self._gjentak(grupper), tema, Trinn.LISTE, brytes=True))
        for par in grupper.par[:_PAR_I_FOERSTE]:
            noekkel = "par_foer" if par.tidligere else "par"
            tekst = t(f"gruppeside.balanse.{noekkel}", en=par.en, annen=par.annen,
                      antall=par.antall + par.tidligere, tidligere=par.tidligere)  # fmt: skip
            legg(Etikett(tekst, tema, Trinn.TABELL, rolle="dempet", brytes=True))
        if (flere := len(grupper.par) - _PAR_I_FOERSTE) > 0:
            legg(Etikett(t.antall("gruppeside.balanse.flere_par", flere), tema, Trinn.TABELL, rolle="dempet"))
        if grupper.best_mulig:
            self._rader.addSpacing(tema.px(12))
            legg(Etikett(t("grupper.maal.best_mulig"), tema, Trinn.LISTE_MEDIUM, brytes=True))
        self._rader.addStretch(1)

    def _gjentak(self, grupper: Gruppevisning) -> str:
        t = self._verktoey.tekster
        if not grupper.gjentak:
            return t("grupper.maal.ingen_gjentak")
        best = grupper.gjentak <= grupper.nedre_grense_gjentak
        noekkel = "gjentak_best" if best else "gjentak"
        return t(f"grupper.maal.{noekkel}", antall=grupper.gjentak, grense=grupper.nedre_grense_gjentak)
