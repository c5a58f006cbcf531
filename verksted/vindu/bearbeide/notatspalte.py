"""The left column: filter, list, and the whole of a long note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from verksted.regler.ordstamme import stamme
from verksted.vindu.bearbeide.filterlinje import Filterlinje
from verksted.vindu.bearbeide.lesefelt import Lesefelt
from verksted.vindu.bearbeide.notatliste import Notatliste
from verksted.vindu.bearbeide.notatmodell import Notatmodell
from verksted.vindu.bearbeide.notattegner import Notattegner
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.bearbeide.likhetstjener import Likhetstjener
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.bearbeiding import Bearbeiding, Notatrad
    from verksted.visning.notatfilter import Gruppering, Noekkel


class Notatspalte(QWidget):
    """Signals: `flyttet` when the keyboard stands on another note or others are marked."""

    flyttet = Signal()

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        self._t, tema = verktoey.tekster, verktoey.tema
        px = tema.px
        self._titler: dict[str, str] = {}
        self._temaer: dict[Noekkel, str] = {}
        self.filter = Filterlinje(verktoey)
        self.modell = Notatmodell(self.les_opp, self._gruppetekst)
        tegner = Notattegner(tema, verktoey.ikoner, self._meta)
        self.liste = Notatliste(self.modell, tegner, self._t("bearbeide.liste_navn"))
        self._ingen = Etikett(self._t("bearbeide.ingen_treff"), tema, Trinn.LISTE, rolle="dempet", brytes=True)
        self._ingen.setContentsMargins(px(12), px(16), px(12), 0)
        self.lesefelt = Lesefelt(self._t, tema)
        self._tips = Etikett(self._t("bearbeide.taster"), tema, Trinn.META, rolle="dempet", brytes=True)
        self._tips.setContentsMargins(px(12), px(6), px(12), px(8))
        self.setMinimumSize(1, 1)
        helt = QVBoxLayout(self)
        helt.setContentsMargins(px(28), px(12), 0, 0)
        helt.setSpacing(0)
        topp = QVBoxLayout()
        topp.setContentsMargins(px(12), 0, px(16), px(8))
        topp.addWidget(self.filter)
        helt.addLayout(topp)
        helt.addWidget(self._ingen)
        helt.addWidget(self.liste, 1)
        helt.addWidget(self.lesefelt)
        helt.addWidget(self._tips)
        self._ingen.hide()
        self.filter.endret.connect(self._sil)
        self.filter.ned.connect(self._ned)
        self.liste.merket.connect(self._flyttet)

    def vis(self, data: Bearbeiding) -> None:
        """Show the notes of a reading."""
        self._titler = dict(data.elementer)
        self._temaer = {(verksted, nummer): tema for verksted, nummer, tema in data.spoersmaal}
        self.filter.vis(data)
        self.modell.sett_notater(data.notater, (punkt.kode for punkt in data.punkter if punkt.behandling))
        self._sil()

    def ta_stammer(self, tjener: Likhetstjener) -> None:
        """Find words in all their forms from now on."""
        self.modell.sett_stammer(tjener.stammer, stamme)
        self._etter_siling()

    def vis_notat(self, kode: str) -> None:
        """Mark a note; where the filter hides it, everything is let through."""
        if not self.liste.merk(kode):
            self.filter.nullstill()
            self.liste.merk(kode)
        self.liste.setFocus()

    def les_opp(self, notat: Notatrad) -> str:
        """Say a note as one sentence."""
        hoeyre = self._t(f"bearbeide.type.{notat.type}")
        return self._t("bearbeide.les_opp", kode=notat.kode, bord=notat.bord, type=hoeyre, tekst=notat.tekst[:500])

    def _meta(self, notat: Notatrad) -> tuple[str, str]:
        bord = self._t("bearbeide.bord", nummer=notat.bord)
        punkter = f"  {', '.join(notat.punkter)}" if notat.punkter else ""
        type_ = self._t("bearbeide.trukket" if notat.trukket else f"bearbeide.type.{notat.type}")
        return f"{notat.kode}  {bord}{punkter}", type_

    def _gruppetekst(self, etter: Gruppering, noekkel: Noekkel) -> str:
        t, siste = self._t, noekkel[-1]
        if etter in {"bord", "spoersmaal"}:
            tema = self._temaer.get(noekkel, "") if etter == "spoersmaal" else ""
            ord_ = t(f"bearbeide.{etter}_i_verksted", verksted=noekkel[0], nummer=siste)
            return f"{ord_}: {tema}" if tema else ord_
        if etter == "verksted":
            return t("bearbeide.verksted", nummer=siste)
        if etter == "type":
            return t(f"bearbeide.type.{siste}")
        if not siste:
            return t(f"bearbeide.uten_{etter}")
        return f"{siste} {self._titler.get(str(siste), '')}".strip() if etter == "element" else str(siste)

    def _sil(self) -> None:
        self.modell.sett_filter(self.filter.filter, self.filter.gruppering)
        self._etter_siling()

    def _etter_siling(self) -> None:
        self.filter.sett_antall(self.modell.antall)
        self._ingen.setVisible(not self.modell.antall)
        self._flyttet()

    def _ned(self) -> None:
        if self.modell.antall and not self.liste.currentIndex().isValid():
            self.liste.setCurrentIndex(self.modell.index(0 if self.filter.gruppering == "ingen" else 1, 0))
        self.liste.setFocus()

    def _flyttet(self) -> None:
        self.lesefelt.vis(self.liste.notatet)
        self.flyttet.emit()
