"""What to balance: ticked or not, the most important first; moved by buttons, by Alt and arrows, or by drag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QToolButton, QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.vindu.ramme.verktoey import Verktoey

_EGENSKAP = Qt.ItemDataRole.UserRole


class Balanseliste(QWidget):
    """Signals: `endret` with the keys that are ticked, in order; the last one cannot be switched off."""

    endret = Signal(tuple)

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        self._tekster, self._tema = verktoey.tekster, verktoey.tema
        t, px = self._tekster, self._tema.px
        self.liste = QListWidget()
        self.liste.setAccessibleName(t("gruppeside.oppsett.balanser"))
        self.liste.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.liste.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.liste.itemChanged.connect(self._krysset)
        self.liste.model().rowsMoved.connect(lambda *_: self._si())
        hode = QHBoxLayout()
        hode.setSpacing(px(4))
        hode.addWidget(Etikett(t("gruppeside.oppsett.balanser"), self._tema, Trinn.AVSNITT), 1)
        for noekkel, ikon, steg in (("opp", "arrow-up", -1), ("ned", "arrow-down", 1)):
            knapp = QToolButton()
            knapp.setIcon(verktoey.ikoner(ikon, "text"))
            knapp.setAccessibleName(t(f"gruppeside.oppsett.{noekkel}"))
            knapp.setToolTip(t(f"gruppeside.oppsett.{noekkel}_tips"))
            knapp.clicked.connect(lambda _=False, s=steg: self.flytt(s))
            hode.addWidget(knapp)
            pil = Qt.Key.Key_Up if steg < 0 else Qt.Key.Key_Down
            snarvei = QShortcut(QKeySequence(Qt.Modifier.ALT | pil), self.liste)
            snarvei.setContext(Qt.ShortcutContext.WidgetShortcut)
            snarvei.activated.connect(lambda s=steg: self.flytt(s))
        helt = QVBoxLayout(self)
        helt.setContentsMargins(0, 0, 0, 0)
        helt.setSpacing(px(2))
        helt.addLayout(hode)
        helt.addWidget(
            Etikett(t("gruppeside.oppsett.balanser_hjelp"), self._tema, Trinn.META, rolle="dempet", brytes=True)
        )
        helt.addWidget(self.liste)

    def vis(self, paa: Sequence[str], av: Sequence[str]) -> None:
        """Show what is on, in order, then what is off."""
        if [*paa, *av] == self._alle() and tuple(paa) == self.paa:
            return
        sperre = QSignalBlocker(self.liste)
        valgt = self.liste.currentRow()
        self.liste.clear()
        for noekkel in (*paa, *av):
            navn = self._tekster(f"grupper.egenskap.{noekkel}")
            rad = QListWidgetItem(navn[:1].upper() + navn[1:])
            rad.setData(_EGENSKAP, noekkel)
            rad.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsDragEnabled
            )
            rad.setCheckState(Qt.CheckState.Checked if noekkel in paa else Qt.CheckState.Unchecked)
            rad.setSizeHint(QSize(0, self._tema.px(28)))
            self.liste.addItem(rad)
        self.liste.setCurrentRow(max(0, min(valgt, self.liste.count() - 1)))
        self.liste.setFixedHeight(self._tema.px(28) * max(1, self.liste.count()) + self._tema.px(6))
        del sperre

    @property
    def paa(self) -> tuple[str, ...]:
        """The keys that are ticked, in order."""
        rader = [self.liste.item(nr) for nr in range(self.liste.count())]
        return tuple(rad.data(_EGENSKAP) for rad in rader if rad.checkState() == Qt.CheckState.Checked)

    def flytt(self, steg: int) -> None:
        """Move the current one up or down."""
        naa = self.liste.currentRow()
        if naa < 0 or not 0 <= naa + steg < self.liste.count():
            return
        rad = self.liste.takeItem(naa)
        self.liste.insertItem(naa + steg, rad)
        self.liste.setCurrentRow(naa + steg)
        self._si()

    def _alle(self) -> list[str]:
        return [self.liste.item(nr).data(_EGENSKAP) for nr in range(self.liste.count())]

    def _krysset(self, rad: QListWidgetItem) -> None:
        if not self.paa:  # nothing at all would mean everything: the last one stays
            with QSignalBlocker(self.liste):
                rad.setCheckState(Qt.CheckState.Checked)
            return
        self._si()

    def _si(self) -> None:
        self.endret.emit(self.paa)
