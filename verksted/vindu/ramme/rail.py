"""The rail: the process from left to right of its life, as a list of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from verksted.vindu.ramme.railhode import Railhode
from verksted.vindu.ramme.railtegner import AKTIV, IKON, KORT, TALL, Railtegner
from verksted.vindu.ramme.sidetabell import hovedsider, sideplass, undersider
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from verksted.vindu.ramme.kontrakt import Rammevisning
    from verksted.vindu.ramme.sidetabell import Sideplass
    from verksted.vindu.ramme.verktoey import Verktoey

BRED: Final = 248
SMAL: Final = 88
_SIDE: Final = Qt.ItemDataRole.UserRole + 9


class Rail(QWidget):
    """Signals: `valgt` with a page, `hjelp` and `innstillinger` from the foot."""

    valgt = Signal(str)
    hjelp = Signal()

    def __init__(self, verktoey: Verktoey, finnes: frozenset[str]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._verktoey = verktoey
        self._finnes = finnes
        self._venter: dict[str, int] = {}
        self._aktiv = ""
        self._smal = False
        px = verktoey.tema.px
        self.hode = Railhode(verktoey)
        self._modell = QStandardItemModel(self)
        self._tegner = Railtegner(verktoey.tema, verktoey.ikoner)
        self._liste = self._lag_liste()
        oppsett = QVBoxLayout(self)
        oppsett.setContentsMargins(px(12), px(12), px(12), px(10))
        oppsett.setSpacing(0)
        oppsett.addWidget(self.hode)
        oppsett.addWidget(self._liste, 1)
        self._fot = self._lag_fot()
        oppsett.addWidget(self._fot)
        self.setFixedWidth(px(BRED))

    def _lag_liste(self) -> QListView:
        liste = QListView()
        liste.setObjectName("raillista")
        liste.setModel(self._modell)
        liste.setItemDelegate(self._tegner)
        liste.setAccessibleName(self._verktoey.tekster("ramme.rail.navn"))
        liste.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        liste.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        liste.setMouseTracking(True)
        liste.setStyleSheet("QListView { background: transparent; }")
        liste.clicked.connect(self._velg)
        liste.activated.connect(self._velg)
        return liste

    def _lag_fot(self) -> QToolButton:
        tekster, tema = self._verktoey.tekster, self._verktoey.tema
        knapp = QToolButton()
        knapp.setText(f"  {tekster('ramme.rail.hjelp')}")
        knapp.setAccessibleName(tekster("ramme.rail.hjelp"))
        knapp.setToolTip(tekster("ramme.rail.hjelp_tips"))
        knapp.setIcon(self._verktoey.ikoner("question"))
        knapp.setIconSize(QSize(tema.px(20), tema.px(20)))
        knapp.setFont(tema.skrift(Trinn.LISTE))
        knapp.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        knapp.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        knapp.clicked.connect(self.hjelp)
        return knapp

    # -- what it shows ------------------------------------------------------------------------------------------

    def vis(self, visning: Rammevisning) -> None:
        """Show whose process this is, and what waits where."""
        self.hode.vis(visning)
        self._venter = dict(visning.venter)
        for rad in range(self._modell.rowCount()):
            post = self._modell.item(rad)
            post.setData(self._tall(post.data(_SIDE)), TALL)

    def ta_fokus(self) -> None:
        """Take the keyboard, on the page that is in front."""
        self._liste.setFocus(Qt.FocusReason.OtherFocusReason)

    def merk(self, noekkel: str) -> None:
        """Mark the page that is in front, and unfold the group it lies in."""
        if noekkel != self._aktiv or not self._modell.rowCount():
            self._aktiv = noekkel
            self._fyll()

    def sett_smal(self, smal: bool) -> None:  # noqa: FBT001 - a state, told by the window
        """Take 88 px with icons over short words, or 248 with everything."""
        if smal == self._smal:
            return
        self._smal = self._tegner.smal = smal
        self.hode.sett_smal(smal)
        stil = Qt.ToolButtonStyle
        self._fot.setToolButtonStyle(stil.ToolButtonIconOnly if smal else stil.ToolButtonTextBesideIcon)
        self.setFixedWidth(self._verktoey.tema.px(SMAL if smal else BRED))
        self._fyll()

    def _fyll(self) -> None:
        har_fokus = self._liste.hasFocus()
        self._modell.clear()
        gruppe = sideplass(self._aktiv).gruppe if self._aktiv else ""
        for plass in hovedsider(self._finnes):
            under = undersider(plass.noekkel, self._finnes)
            aapen = plass.noekkel in (self._aktiv, gruppe)
            self._legg_til(plass, aktiv=aapen if not under or self._smal else False, utfoldet=aapen)
            if under and aapen and not self._smal:
                for en in under:
                    self._legg_til(en, aktiv=en.noekkel == self._aktiv)
        if har_fokus:
            self._liste.setFocus()

    def _legg_til(self, plass: Sideplass, *, aktiv: bool, utfoldet: bool = False) -> None:
        tekster = self._verktoey.tekster
        navn = tekster(f"ramme.side.{plass.noekkel}.navn")
        post = QStandardItem(navn)
        post.setData(plass.noekkel, _SIDE)
        post.setData(plass.ikon, IKON)
        post.setData(aktiv or (utfoldet and not undersider(plass.noekkel, self._finnes)), AKTIV)
        post.setData(self._tall(plass.noekkel), TALL)
        if plass.ikon:
            post.setData(tekster(f"ramme.side.{plass.noekkel}.kort"), KORT)
        if self._smal:
            post.setToolTip(navn)
        self._modell.appendRow(post)
        if aktiv:
            self._liste.setCurrentIndex(post.index())

    def _tall(self, noekkel: str) -> str:
        under = undersider(noekkel, self._finnes)
        antall = self._venter.get(noekkel, 0) + sum(self._venter.get(en.noekkel, 0) for en in under)
        return str(antall) if antall else ""

    def _velg(self, indeks: QModelIndex) -> None:
        self.valgt.emit(indeks.data(_SIDE))
