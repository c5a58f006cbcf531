"""Brudd: the kinds of gap with their size at the left, and the gaps of the chosen kind at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QScrollArea, QVBoxLayout, QWidget

from verksted.kjerne.formater import heltall
from verksted.vindu.deler.etikett import Etikett, strek
from verksted.vindu.deler.oppsett import toem
from verksted.vindu.oekonomi.bruddrad import Bruddlinje
from verksted.vindu.oekonomi.slagtegner import Slagtegner
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from typing import Any

    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.bruddliste import Bruddgruppe, Bruddrad
    from verksted.visning.oekonomiside import Oekonomivisning

VISTE = 60  # rows with widgets of their own; the rest are said as a number, and stand in the workbook
_ROT = QModelIndex()


class Slagmodell(QAbstractListModel):
    """The kinds of gap; the group itself under `Slagtegner.GRUPPE`."""

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        self._t = verktoey.tekster
        self.grupper: tuple[Bruddgruppe, ...] = ()

    def vis(self, grupper: tuple[Bruddgruppe, ...]) -> None:
        """Show other kinds."""
        self.beginResetModel()
        self.grupper = grupper
        self.endResetModel()

    def rowCount(self, forelder: QModelIndex | QPersistentModelIndex = _ROT) -> int:
        """Return how many kinds there are."""
        return 0 if forelder.isValid() else len(self.grupper)

    def data(self, indeks: QModelIndex | QPersistentModelIndex, rolle: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a kind in words with its number and size, or the group."""
        gruppe = self.grupper[indeks.row()]
        if rolle == Slagtegner.GRUPPE:
            return (gruppe.antall, self._t(f"oversikt.slag.{gruppe.slag}"), self._stoerrelse(gruppe))
        if rolle == Qt.ItemDataRole.DisplayRole:
            ord_ = f"{gruppe.antall} {self._t(f'oversikt.slag.{gruppe.slag}')}"
            return f"{ord_}, {stoerrelse}" if (stoerrelse := self._stoerrelse(gruppe)) else ord_
        return None

    def _stoerrelse(self, gruppe: Bruddgruppe) -> str:
        return self._t("oekonomi.brudd.kroner", kroner=heltall(gruppe.beloep)) if gruppe.beloep else ""


class Bruddene(QWidget):
    """Signals: `gaa` with the gap that was pressed."""

    gaa = Signal(object)

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        self._verktoey = verktoey
        self._aar = 0
        t, tema, px = verktoey.tekster, verktoey.tema, verktoey.tema.px
        self.modell = Slagmodell(verktoey)
        self.liste = QListView()
        self.liste.setModel(self.modell)
        self.liste.setItemDelegate(Slagtegner(tema, self.liste))
        self.liste.setAccessibleName(t("oekonomi.brudd.slag"))
        self.liste.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.liste.setMinimumWidth(px(220))
        self.liste.setMaximumWidth(px(360))
        self.liste.selectionModel().currentRowChanged.connect(lambda naa, _: self._vis_gruppe(naa.row()))
        self._rader = QVBoxLayout()
        self._rader.setSpacing(0)
        inni = QWidget()
        inni.setObjectName("rulleflate")
        oppsett = QVBoxLayout(inni)
        oppsett.setContentsMargins(px(20), 0, px(12), 0)
        self.tittel = Etikett("", tema, Trinn.AVSNITT, brytes=True)
        self.under = Etikett("", tema, Trinn.TABELL, rolle="dempet", brytes=True)
        oppsett.addWidget(self.tittel)
        oppsett.addWidget(self.under)
        oppsett.addLayout(self._rader)
        oppsett.addStretch(1)
        rulle = QScrollArea()
        rulle.setWidgetResizable(True)
        rulle.setFrameShape(QFrame.Shape.NoFrame)
        rulle.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rulle.setWidget(inni)
        helt = QHBoxLayout(self)
        helt.setContentsMargins(0, 0, 0, 0)
        helt.setSpacing(0)
        helt.addWidget(self.liste, 2)
        helt.addWidget(strek(tema, loddrett=True))
        helt.addWidget(rulle, 5)

    def vis(self, visning: Oekonomivisning) -> None:
        """Show the gaps as they now are; the chosen kind is kept."""
        naa = self.slag
        self._aar = visning.aar[0] if visning.aar else 0
        self.modell.vis(visning.brudd)
        if not visning.brudd:
            toem(self._rader)
            self.tittel.setText(self._verktoey.tekster("oversikt.brudd.ingen"))
            self.under.setText("")
        elif not self.velg(naa):
            self.liste.setCurrentIndex(self.modell.index(0, 0))

    @property
    def slag(self) -> str:
        """The kind that is shown."""
        rad = self.liste.currentIndex().row()
        return self.modell.grupper[rad].slag if 0 <= rad < len(self.modell.grupper) else ""

    def velg(self, slag: str) -> bool:
        """Show a kind; False where there is none of it."""
        rad = next((nr for nr, gruppe in enumerate(self.modell.grupper) if gruppe.slag == slag), -1)
        if rad >= 0:
            self.liste.setCurrentIndex(self.modell.index(rad, 0))
        return rad >= 0

    def _vis_gruppe(self, nummer: int) -> None:
        toem(self._rader)
        if not 0 <= nummer < len(self.modell.grupper):
            return
        gruppe, t = self.modell.grupper[nummer], self._verktoey.tekster
        antall = len(gruppe.rader)
        self.tittel.setText(f"{heltall(gruppe.antall)} {t(f'oversikt.slag.{gruppe.slag}')}")
        sum_ = (
            t("oekonomi.brudd.sum", kroner=heltall(gruppe.beloep), aar=self._aar) if gruppe.beloep is not None else ""
        )
        self.under.setText(" ".join(bit for bit in (t(f"oekonomi.alvor.{gruppe.alvor}"), sum_) if bit))
        for rad in gruppe.rader[:VISTE]:
            linje = Bruddlinje(rad, self._verktoey)
            linje.clicked.connect(lambda _=False, rad=rad: self._trykket(rad))
            self._rader.addWidget(linje)
            self._rader.addWidget(strek(self._verktoey.tema))
        if antall > VISTE:
            mer = t("oekonomi.brudd.mer", antall=heltall(antall - VISTE))
            self._rader.addWidget(Etikett(mer, self._verktoey.tema, Trinn.TABELL, rolle="dempet", brytes=True))

    def _trykket(self, rad: Bruddrad) -> None:
        self.gaa.emit(rad)
