"""What was found: the table of the file or the tree of the plan, and its problems one by one under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.segment import Segment
from verksted.vindu.innlesing.celletegner import Celletegner
from verksted.vindu.innlesing.kolonnehode import Kolonnehode
from verksted.vindu.innlesing.problemrute import Problemrute
from verksted.vindu.innlesing.tabellmodell import Tabellmodell
from verksted.vindu.innlesing.treflate import Treflate
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.innlesing import Funn, Innlesingsvisning, Vistark

_UTVALG: Final = ("alle", "se", "hoppes")
_ORDEN: Final = ("feil", "advarsel", "merknad")


class Funnflate(QWidget):
    """Signals: `kolonne_valgt` (column, field), and `utelatelse` when rows are left out or taken back."""

    kolonne_valgt = Signal(int, str)
    utelatelse = Signal()

    def __init__(self, visning: Innlesingsvisning, ark: Vistark | None, slag: str, verktoey: Verktoey) -> None:
        super().__init__()
        self._v = verktoey
        self._visning = visning
        self.utelat: set[tuple[str | None, int]] = set()
        self.tabell: QTableView | None = None
        self.tre: Treflate | None = None
        self.modell: Tabellmodell | None = None
        self.hode: Kolonnehode | None = None
        px = verktoey.tema.px
        self.rute = Problemrute(verktoey)
        self.rute.byttet.connect(self._vis_cella)
        self.rute.radvalg.connect(self._bytt_utelatelse)
        oppsett = QVBoxLayout(self)
        oppsett.setContentsMargins(0, 0, 0, 0)
        oppsett.setSpacing(0)
        midten = QVBoxLayout()
        midten.setContentsMargins(px(32), 0, px(32), 0)
        midten.setSpacing(px(10))
        oppsett.addLayout(midten, 1)
        oppsett.addWidget(self.rute)
        if ark is not None:
            self._lag_tabell(ark, slag, midten)
        elif visning.noder:
            self.tre = Treflate(visning.noder, verktoey)
            self.tre.setMinimumHeight(px(190))
            midten.addWidget(self.tre, 1)
        else:
            midten.addStretch(1)
        self._sett_funn()

    def _lag_tabell(self, ark: Vistark, slag: str, midten: QVBoxLayout) -> None:
        v, px = self._v, self._v.tema.px
        modell = Tabellmodell(self._visning, ark, self.utelat, v.tekster)
        self.modell = modell
        self.segment = Segment(
            [(u, v.tekster(f"forhaandsvisning.utvalg.{u}", antall=modell.antall(u))) for u in _UTVALG],
            v.tema,
            v.tekster("forhaandsvisning.utvalg.navn"),
            liten=True,
        )
        self.segment.sett("alle")
        self.segment.valgt.connect(self._velg_utvalg)
        self.klare = Etikett("", v.tema, Trinn.TABELL, rolle="dempet", brytes=True)
        rad = QHBoxLayout()
        rad.setSpacing(px(16))
        rad.addWidget(self.segment)
        rad.addWidget(self.klare, 1)
        midten.addLayout(rad)
        tabell = QTableView()
        self.tabell = tabell
        tabell.setAccessibleName(v.tekster("forhaandsvisning.tabell"))
        tabell.setTabKeyNavigation(False)
        tabell.setShowGrid(False)
        tabell.setWordWrap(False)
        tabell.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tabell.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        tabell.setItemDelegate(Celletegner(v.tema, v.ikoner))
        tabell.itemDelegate().setParent(tabell)
        self.hode = Kolonnehode(ark, slag, v, kan_velge=True)
        self.hode.valgt.connect(self.kolonne_valgt)
        tabell.setHorizontalHeader(self.hode)
        tabell.verticalHeader().hide()
        tabell.setMinimumHeight(px(190))
        tabell.verticalHeader().setDefaultSectionSize(px(36))
        tabell.setModel(modell)
        tabell.setColumnWidth(0, px(56))
        for kolonne in ark.kolonner:
            tabell.setColumnWidth(kolonne.indeks + 1, _bredde(ark, kolonne.indeks, self.hode.ordene(kolonne.indeks), v))
        tabell.selectionModel().currentChanged.connect(self._celle_valgt)
        midten.addWidget(tabell, 1)
        self._si_klare()

    # -- problems -----------------------------------------------------------------------------------------------

    def _sett_funn(self) -> None:
        ordnet = sorted(
            self._visning.funn, key=lambda f: (_ORDEN.index(f.alvor), f.rad is not None, f.ark or "", f.rad or 0)
        )
        self.rute.sett(ordnet)
        self._si_radvalg()
        if self.rute.naa is not None:
            self._vis_cella(self.rute.naa)

    def _celle_valgt(self, naa: QModelIndex, _foer: QModelIndex) -> None:
        if naa.isValid() and self.modell is not None and (funn := self.modell.funn_i(naa)):
            if self.rute.naa not in funn:
                self.rute.vis(funn[0])
            self._si_radvalg()

    def _vis_cella(self, funn: Funn) -> None:
        self._si_radvalg()
        if self.modell is None or self.tabell is None:
            return
        cella = self.modell.cella(funn)
        if cella.isValid():
            self.tabell.setCurrentIndex(cella)
            self.tabell.scrollTo(cella, QAbstractItemView.ScrollHint.EnsureVisible)

    def _si_radvalg(self) -> None:
        funn = self.rute.naa
        kan = (
            self._visning.kan_utelate
            and funn is not None
            and funn.rad is not None
            and (funn.ark, funn.rad) in self._visning.rader
        )
        if not kan or funn is None or funn.rad is None:
            self.rute.vis_radvalg(None)
            return
        ute = (funn.ark, funn.rad) in self.utelat
        self.rute.vis_radvalg(
            self._v.tekster(f"forhaandsvisning.{'ta_med_rad' if ute else 'utelat_rad'}", rad=funn.rad)
        )

    def _bytt_utelatelse(self, funn: Funn) -> None:
        if funn.rad is None:
            return
        self.utelat ^= {(funn.ark, funn.rad)}
        if self.modell is not None:
            self.modell.utelatelse_endret()
            self._si_klare()
        self._si_radvalg()
        self.utelatelse.emit()

    def _si_klare(self) -> None:
        if self.modell is None:
            return
        t = self._v.tekster
        for utvalg in _UTVALG:
            tekst = t(f"forhaandsvisning.utvalg.{utvalg}", antall=self.modell.antall(utvalg))
            self.segment.knapp(utvalg).setText(tekst)
        klare = len(self._visning.rader - self._visning.urene - self.utelat)
        ord_ = t.antall("forhaandsvisning.klare", klare)
        flere = self.modell.ark.flere
        self.klare.setText(f"{ord_} {t('forhaandsvisning.flere', antall=flere)}" if flere else ord_)

    def _velg_utvalg(self, utvalg: str) -> None:
        if self.modell is not None and self.tabell is not None:
            self.modell.velg(utvalg)
            if self.rute.naa is not None:
                self._vis_cella(self.rute.naa)

    def ta_fokus(self) -> None:
        """Give the keyboard to the table or the tree."""
        flate = self.tabell or self.tre
        if flate is not None:
            flate.setFocus(Qt.FocusReason.OtherFocusReason)


def _bredde(ark: Vistark, kolonne: int, ord_: str, verktoey: Verktoey) -> int:
    """Return a width for what stands in a column and over it: between 120 and 300 px at 100 %."""
    lengst = max((len(rad.celler[kolonne]) for rad in ark.rader[:200] if kolonne < len(rad.celler)), default=0)
    return verktoey.tema.px(min(300, max(120, 40 + 8 * lengst, 70 + 8 * len(ord_))))
