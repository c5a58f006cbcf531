"""What surrounds the pages of one process: rail, sub-page tabs, banner, pages made when first visited, side panel."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from verksted.vindu.ramme.arbeidsbord import Arbeidsbord
from verksted.vindu.ramme.panelplass import Panelplass
from verksted.vindu.ramme.rail import Rail
from verksted.vindu.ramme.side import Side
from verksted.vindu.ramme.sidetabell import SIDER, foerste_side, sideplass, undersider
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from verksted.vindu.deler.banner import Banner
    from verksted.vindu.ramme.kontrakt import Endringsmelding, Rammevisning

Sidefabrikk = Mapping[str, Callable[[Arbeidsbord], Side]]
SMAL_UNDER: Final = 1280
SKUFF_UNDER: Final = 1120


class Prosessramme(QWidget):
    """Signals: `byttet` with the page that came to the front, `hjelp` from the rail's foot, `si` from a page."""

    byttet = Signal(str)
    hjelp = Signal()
    si = Signal(str)

    def __init__(self, bord: Arbeidsbord, fabrikk: Sidefabrikk) -> None:
        super().__init__()
        self.bord = bord
        self._fabrikk = fabrikk
        self._finnes = frozenset(fabrikk)
        self._sider: dict[str, Side] = {}
        self._gamle: set[str] = set()
        self._hjelp: QWidget | None = None
        self._banner: Banner | None = None
        px = bord.verktoey.tema.px
        self.rail = Rail(bord.verktoey, self._finnes)
        self.rail.valgt.connect(self.gaa_til)
        self.rail.hjelp.connect(self.hjelp)
        self._faner = QTabBar()
        self._faner.setFont(bord.verktoey.tema.skrift(Trinn.TABELL_MEDIUM))
        self._faner.setAccessibleName(bord.verktoey.tekster("ramme.rail.undersider"))
        self._faner.setExpanding(False)
        self._faner.setUsesScrollButtons(False)
        self._faner.hide()
        self._faner.tabBarClicked.connect(self._velg_fane)
        self._faner.currentChanged.connect(self._velg_fane)
        self._fanerad = QHBoxLayout()
        self._fanerad.addWidget(self._faner)
        self._fanerad.addStretch(1)
        self._bannerrad = QVBoxLayout()
        self._bannerrad.setContentsMargins(px(40), 0, px(40), 0)
        self.stabel = QStackedWidget()
        flate = QWidget()
        flate.setObjectName("flate")
        flate.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        midten = QVBoxLayout()
        midten.setContentsMargins(1, 1, 0, 0)
        midten.setSpacing(0)
        midten.addLayout(self._fanerad)
        midten.addLayout(self._bannerrad)
        midten.addWidget(self.stabel, 1)
        rad = QHBoxLayout(flate)
        rad.setContentsMargins(0, 0, 0, 0)
        rad.setSpacing(0)
        rad.addLayout(midten, 1)
        self.panel = Panelplass(rad, flate, bord.verktoey.tema)
        helt = QHBoxLayout(self)
        helt.setContentsMargins(0, 0, 0, 0)
        helt.setSpacing(0)
        helt.addWidget(self.rail)
        helt.addWidget(flate, 1)
        self.setObjectName("tinted")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bord.endret.connect(self._endret)

    # -- the pages ----------------------------------------------------------------------------------------------

    @property
    def side(self) -> Side | None:
        """The page in front."""
        foran = self.stabel.currentWidget()
        return foran if isinstance(foran, Side) else None

    @property
    def sidenoekler(self) -> tuple[str, ...]:
        """Every page that can be made, in the order of the process."""
        return tuple(plass.noekkel for plass in SIDER if plass.noekkel in self._finnes)

    def gaa_til(self, noekkel: str, maal: object = None) -> None:
        """Bring a page to the front; it is made the first time."""
        noekkel = foerste_side(noekkel, self._finnes)
        if noekkel not in self._finnes:
            return
        ny = noekkel not in self._sider
        side = self._lag(noekkel) if ny else self._sider[noekkel]
        self.stabel.setCurrentWidget(side)
        self.rail.merk(noekkel)
        self._vis_faner(noekkel)
        if self._hjelp is None:
            self.panel.sett(side.panel)
        if ny or noekkel in self._gamle:
            self._gamle.discard(noekkel)
            side.oppfrisk(None)
        side.vis(maal)
        if (foerst := side.foerste_fokus()) is not None:
            foerst.setFocus(Qt.FocusReason.OtherFocusReason)
        self.byttet.emit(noekkel)

    def foerste_fokus(self) -> None:
        """Give the keyboard to the page, or to the rail where the page does not ask for it."""
        if self.side is None or self.side.foerste_fokus() is None:
            self.rail.ta_fokus()

    def _lag(self, noekkel: str) -> Side:
        side = self._fabrikk[noekkel](self.bord)
        side.gaa_til.connect(self.gaa_til)
        side.si.connect(self.si)
        side.vis_panel.connect(self.panel.aapne)
        self._sider[noekkel] = side
        self.stabel.addWidget(side)
        return side

    def _endret(self, endring: Endringsmelding) -> None:
        foran = self.side
        for noekkel, side in self._sider.items():
            if side is foran:
                side.oppfrisk(endring)
            else:
                self._gamle.add(noekkel)

    # -- banner, panel, help ------------------------------------------------------------------------------------

    def vis_rammen(self, visning: Rammevisning) -> None:
        """Show whose process this is."""
        self.rail.vis(visning)

    def vis_banner(self, banner: Banner | None) -> None:
        """Show a band across the page instead of the one that is there."""
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
        self._banner = banner
        if banner is not None:
            banner.lukket.connect(lambda: self.vis_banner(None))
            self._bannerrad.addWidget(banner)
        px = self.bord.verktoey.tema.px
        self._bannerrad.setContentsMargins(px(40), px(16) if banner is not None else 0, px(40), 0)

    @property
    def hjelp_vises(self) -> bool:
        """Say whether help has the panel's place."""
        return self._hjelp is not None

    def vis_hjelp(self, panel: QWidget | None) -> None:
        """Show help in the panel's place; None gives the place back to the page."""
        gammel, self._hjelp, side = self._hjelp, panel, self.side
        self.panel.sett(panel or (side.panel if side is not None else None), aapne=panel is not None)
        if gammel is not None and gammel is not panel:
            gammel.deleteLater()

    # -- room ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, hendelse: QResizeEvent) -> None:
        """Be narrow where the window is."""
        super().resizeEvent(hendelse)
        px = self.bord.verktoey.tema.px
        smal = hendelse.size().width() < px(SMAL_UNDER)
        self.rail.sett_smal(smal)
        self.panel.sett_skuff(hendelse.size().width() < px(SKUFF_UNDER))
        if self.side is not None:
            self._vis_faner(self.side.noekkel, smal=smal)

    def _vis_faner(self, noekkel: str, *, smal: bool | None = None) -> None:
        smal = self.width() < self.bord.verktoey.tema.px(SMAL_UNDER) if smal is None else smal
        under = undersider(sideplass(noekkel).gruppe, self._finnes) if sideplass(noekkel).gruppe else ()
        vises = smal and len(under) > 1
        self._faner.blockSignals(True)  # noqa: FBT003 - Qt's own
        if [self._faner.tabData(i) for i in range(self._faner.count())] != [en.noekkel for en in under]:
            while self._faner.count():
                self._faner.removeTab(0)
            for en in under:
                nummer = self._faner.addTab(self.bord.verktoey.tekster(f"ramme.side.{en.noekkel}.navn"))
                self._faner.setTabData(nummer, en.noekkel)
        for nummer, en in enumerate(under):
            if en.noekkel == noekkel:
                self._faner.setCurrentIndex(nummer)
        self._faner.blockSignals(False)  # noqa: FBT003 - Qt's own
        self._faner.setVisible(vises)
        px = self.bord.verktoey.tema.px
        self._fanerad.setContentsMargins(px(40), px(8) if vises else 0, px(40), 0)

    def _velg_fane(self, nummer: int) -> None:
        if nummer >= 0 and self.side is not None and self._faner.tabData(nummer) != self.side.noekkel:
            self.gaa_til(self._faner.tabData(nummer))
