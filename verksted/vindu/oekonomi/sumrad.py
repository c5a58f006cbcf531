"""The sums under the table, each under its own column, and how many lines they are of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from verksted.kjerne.formater import heltall
from verksted.vindu.oekonomi.postmodell import FASTE
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QTableView

    from verksted.kjerne.tekster import Tekster
    from verksted.vindu.oekonomi.postmodell import Postmodell
    from verksted.vindu.utseende.tema import Tema


class Sumrad(QWidget):
    """Follows the columns of the view above it."""

    def __init__(self, tabell: QTableView, modell: Postmodell, tekster: Tekster, tema: Tema) -> None:
        super().__init__()
        self._tabell, self._modell, self._tekster, self._tema = tabell, modell, tekster, tema
        self._sum: tuple[int, ...] = ()
        self._antall = ""
        self.setFixedHeight(tema.px(36))
        modell.modelReset.connect(self.regn)
        hode = tabell.horizontalHeader()
        hode.sectionResized.connect(self.update)
        tabell.horizontalScrollBar().valueChanged.connect(self.update)
        tema.endret.connect(self.update)

    def regn(self) -> None:
        """Sum what is shown now."""
        antall = self._modell.rowCount()
        self._sum = self._modell.sum
        self._antall = self._tekster.antall("oekonomi.poster.sum", antall, tall=heltall(antall))
        par = ", ".join(f"{aar}: {heltall(kr)}" for aar, kr in zip(self._modell.aar, self._sum, strict=True))
        self.setAccessibleName(f"{self._antall}. {par}")
        self.update()

    def paintEvent(self, _hendelse: QPaintEvent) -> None:
        """Paint the line over the sums, and the sums."""
        tema, hode = self._tema, self._tabell.horizontalHeader()
        maler = QPainter(self)
        maler.fillRect(QRect(0, 0, self.width(), tema.px(2)), tema.farge("text"))
        maler.setFont(tema.skrift(Trinn.TABELL_HALVFET, tall=True))
        maler.setPen(tema.farge("text"))
        hoeyre = self._tabell.viewport().width()
        for nummer, kroner in enumerate(self._sum):
            kolonne = len(FASTE) + nummer
            rute = QRect(hode.sectionViewportPosition(kolonne), 0, hode.sectionSize(kolonne), self.height())
            hoeyre = min(hoeyre, rute.left())
            maler.drawText(rute.adjusted(0, 0, -tema.px(12), 0), _HOEYRE, heltall(kroner))
        maler.drawText(QRect(tema.px(4), 0, max(tema.px(120), hoeyre), self.height()), _VENSTRE, self._antall)
        maler.end()


_VENSTRE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_HOEYRE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
