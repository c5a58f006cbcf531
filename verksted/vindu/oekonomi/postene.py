"""Poster: every line of the økonomiplan, found by words and filters, summed, and tied to measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from verksted.kjerne.formater import heltall
from verksted.vindu.deler.segment import Segment
from verksted.vindu.oekonomi.koblepanel import Koblepanel
from verksted.vindu.oekonomi.postmodell import FASTE, Postmodell
from verksted.vindu.oekonomi.sumrad import Sumrad
from verksted.vindu.utseende.skrift import Trinn
from verksted.visning.postliste import Postfilter

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.oekonomiside import Oekonomivisning

_BREDDER = {"kode": 74, "tiltak": 70, "fordelt": 62}
_TEKST, _PANEL = 130, (264, 272)


class Postene(QWidget):
    """Signals: `koble` and `loesne` as the panel's, `traaden` with the code of a line to follow."""

    koble = Signal(list, str, object)
    loesne = Signal(str, str)
    traaden = Signal(str)

    def __init__(self, verktoey: Verktoey, *, kan_endres: bool) -> None:
        super().__init__()
        self._t, self._tema = verktoey.tekster, verktoey.tema
        t, px = self._t, self._tema.px
        self.modell = Postmodell(t)
        self.felt = QLineEdit()
        self.felt.setProperty("liten", True)  # noqa: FBT003 - Qt's own
        self.felt.setPlaceholderText(t("oekonomi.poster.soek"))
        self.felt.setAccessibleName(t("oekonomi.poster.soek"))
        self.sektor = QComboBox()
        self.sektor.setProperty("liten", True)  # noqa: FBT003 - Qt's own
        self.sektor.setAccessibleName(t("oekonomi.poster.sektor"))
        self.sektor.setMaximumWidth(px(200))
        self.art = self._segment("art", ("drift", "investering"))
        self.koblet = self._segment("koblet", ("ja", "nei"))
        self.tabell = self._lag_tabell()
        self.sum = Sumrad(self.tabell, self.modell, t, self._tema)
        self.panel = Koblepanel(verktoey, kan_endres=kan_endres)
        self.panel.koble.connect(self.koble)
        self.panel.loesne.connect(self.loesne)
        filter_ = QHBoxLayout()
        filter_.setSpacing(px(12))
        filter_.addWidget(self.felt, 1)
        for widget in (self.sektor, self.art, self.koblet):
            filter_.addWidget(widget)
        venstre = QVBoxLayout()
        venstre.setSpacing(px(8))
        venstre.addLayout(filter_)
        venstre.addWidget(self.tabell, 1)
        venstre.addWidget(self.sum)
        inni = QWidget()
        inni.setObjectName("rulleflate")
        inni.setMinimumWidth(px(820))
        rad = QHBoxLayout(inni)
        rad.setContentsMargins(2, 2, 2, 2)
        rad.setSpacing(0)
        rad.addLayout(venstre, 1)
        self._panelrull = self._rull(self.panel)
        rad.addWidget(self._panelrull)
        helt = QVBoxLayout(self)
        helt.setContentsMargins(0, 0, 0, 0)
        helt.addWidget(self._rull(inni))
        self.felt.textChanged.connect(self._filtrer)
        self.sektor.currentIndexChanged.connect(self._filtrer)
        self.art.valgt.connect(self._filtrer)
        self.koblet.valgt.connect(self._filtrer)

    def _rull(self, widget: QWidget) -> QScrollArea:
        rulle = QScrollArea()
        rulle.setWidgetResizable(True)
        rulle.setFrameShape(QFrame.Shape.NoFrame)
        rulle.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rulle.setWidget(widget)
        return rulle

    def _segment(self, navn: str, valg: tuple[str, ...]) -> Segment:
        t = self._t
        par = [(ett, t(f"oekonomi.poster.{navn}_{ett}")) for ett in valg]
        return Segment(par, self._tema, t(f"oekonomi.poster.{navn}"), kan_tomt=True, liten=True)

    def _lag_tabell(self) -> QTableView:
        px = self._tema.px
        tabell = QTableView()
        tabell.setModel(self.modell)
        tabell.setAccessibleName(self._t("oekonomi.poster.tabell"))
        tabell.setFont(self._tema.skrift(Trinn.TABELL, tall=True))
        tabell.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        tabell.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tabell.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tabell.setDragEnabled(True)
        tabell.setTabKeyNavigation(False)
        tabell.setShowGrid(False)
        tabell.setWordWrap(True)
        tabell.setCornerButtonEnabled(False)
        tabell.verticalHeader().hide()
        tabell.verticalHeader().setDefaultSectionSize(px(44))
        hode = tabell.horizontalHeader()
        hode.setFont(self._tema.skrift(Trinn.ETIKETT))
        hode.setHighlightSections(False)
        hode.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        hode.setMinimumSectionSize(px(60))
        tabell.selectionModel().currentRowChanged.connect(lambda naa, _: self._vis_linja(naa.row()))
        tabell.activated.connect(lambda indeks: self._foelg(indeks.row()))
        self.modell.modelReset.connect(lambda: self._vis_linja(-1))
        return tabell

    def vis(self, visning: Oekonomivisning) -> None:
        """Show the lines as they now stand; filter, place and chosen line are kept."""
        naa, rullet = self.valgt, self.tabell.verticalScrollBar().value()
        self._vis_sektorer(sorted({linje.sektor for linje in visning.poster if linje.sektor}))
        self.modell.vis(visning.poster, visning.aar)
        self.panel.vis_tiltak(visning.tiltak)
        self._sett_bredder()
        if naa:
            self.velg(naa)
            self.tabell.verticalScrollBar().setValue(rullet)

    def _sett_bredder(self) -> None:
        px, hode = self._tema.px, self.tabell.horizontalHeader()
        stoerst = max((abs(kroner) for linje in self.modell.alle for kroner in linje.beloep), default=0)
        beloep = QFontMetrics(self.tabell.font()).horizontalAdvance(heltall(-stoerst)) + px(18)
        ledig = self.width() - self._panelrull.width() - px(sum(_BREDDER.values()) + 20)
        ledig -= beloep * len(self.modell.aar)
        for kolonne in range(self.modell.columnCount()):
            navn = FASTE[kolonne] if kolonne < len(FASTE) else ""
            bredde = max(px(_TEKST), ledig) if navn == "tekst" else px(_BREDDER[navn]) if navn else beloep
            hode.resizeSection(kolonne, bredde)

    def resizeEvent(self, hendelse: QResizeEvent) -> None:
        """Give the panel what the table can spare, and keep the words wide enough to read."""
        super().resizeEvent(hendelse)
        px = self._tema.px
        bred = hendelse.size().width() >= px(1000)
        self._panelrull.setFixedWidth(px(_PANEL[bred]))
        self.sektor.setMaximumWidth(px(200 if bred else 130))
        self._sett_bredder()

    def _vis_sektorer(self, sektorer: list[str]) -> None:
        if sektorer == [self.sektor.itemData(nr) for nr in range(1, self.sektor.count())]:
            return
        naa = self.sektor.currentData()
        self.sektor.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.sektor.clear()
        self.sektor.addItem(self._t("oekonomi.poster.alle_sektorer"), "")
        for sektor in sektorer:
            self.sektor.addItem(sektor, sektor)
        self.sektor.setCurrentIndex(max(0, self.sektor.findData(naa)))
        self.sektor.blockSignals(False)  # noqa: FBT003 - Qt's own

    @property
    def valgt(self) -> str:
        """The code of the line we stand on, '' for none."""
        linje = self.modell.linje(self.tabell.currentIndex().row())
        return linje.kode if linje is not None else ""

    def velg(self, kode: str) -> bool:
        """Stand on a line; the filter gives way where it hides it. False where there is no such line."""
        if self.modell.rad_av(kode) < 0 and any(linje.kode == kode for linje in self.modell.alle):
            self.nullstill()
        rad = self.modell.rad_av(kode)
        if rad < 0:
            return False
        flagg = QItemSelectionModel.SelectionFlag
        indeks = self.modell.index(rad, 0)
        self.tabell.selectionModel().setCurrentIndex(indeks, flagg.ClearAndSelect | flagg.Rows)
        self.tabell.scrollTo(indeks, QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def nullstill(self) -> None:
        """Show every line."""
        self.sektor.setCurrentIndex(0)
        self.art.sett("")
        self.koblet.sett("")
        self.felt.clear()
        self._filtrer()

    def vis_ukoblede(self) -> None:
        """Show the lines that nothing in the plan is tied to."""
        self.nullstill()
        self.koblet.sett("nei")
        self._filtrer()

    def _filtrer(self) -> None:
        koblet = self.koblet.naa
        self.modell.filtrer(
            Postfilter(
                ordene=self.felt.text(),
                sektor=self.sektor.currentData() or "",
                art=self.art.naa,
                koblet="ja" if koblet == "ja" else "nei" if koblet == "nei" else "",
            )
        )

    def _vis_linja(self, rad: int) -> None:
        self.panel.vis(self.modell.linje(rad))

    def _foelg(self, rad: int) -> None:
        linje = self.modell.linje(rad)
        if linje is not None:
            self.traaden.emit(linje.kode)
