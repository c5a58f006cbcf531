"""The head of the file's table: each column's letter, its own heading, and what it is taken for, to be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QHeaderView

from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.innlesing.tabellmodell import bokstav
from verksted.vindu.utseende.skrift import Trinn
from verksted.visning.innlesing import LESES_IKKE

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.innlesing import Vistark


class Kolonnehode(QHeaderView):
    """Signals: `valgt` with a column (from 0) and the field the user says it is."""

    valgt = Signal(int, str)

    def __init__(self, ark: Vistark, slag: str, verktoey: Verktoey, *, kan_velge: bool) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._tema = verktoey.tema
        self._rad = verktoey.tekster("forhaandsvisning.rad")
        self._titler: list[Etikett] = []
        self.bokser: list[QComboBox] = []
        self._velges = bool(ark.felt)
        px, t = verktoey.tema.px, verktoey.tekster
        for kolonne in ark.kolonner:
            navn = t("forhaandsvisning.kolonne", bokstav=bokstav(kolonne.indeks))
            tittel = Etikett(kolonne.overskrift or navn, verktoey.tema, Trinn.META, rolle="dempet")
            tittel.setToolTip(f"{navn}: {kolonne.overskrift}" if kolonne.overskrift else navn)
            tittel.setParent(self.viewport())
            tittel.show()
            self._titler.append(tittel)
            if not self._velges:
                continue
            boks = QComboBox(self.viewport())
            boks.setProperty("liten", True)  # noqa: FBT003 - Qt's own
            boks.setFont(verktoey.tema.skrift(Trinn.TABELL_MEDIUM))
            boks.setAccessibleName(t("forhaandsvisning.kolonne_er", kolonne=navn, overskrift=kolonne.overskrift))
            boks.addItem(t("forhaandsvisning.leses_ikke"), LESES_IKKE)
            for felt in ark.felt:
                boks.addItem(_feltnavn(felt, slag, verktoey), felt)
            boks.setCurrentIndex(max(0, boks.findData(kolonne.felt)))
            boks.setEnabled(kan_velge)
            boks.activated.connect(lambda _=0, k=kolonne.indeks, boks=boks: self.valgt.emit(k, str(boks.currentData())))
            boks.view().setMinimumWidth(px(200))
            boks.show()
            self.bokser.append(boks)
        self.setSectionsClickable(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.sectionResized.connect(self._legg)
        self.geometriesChanged.connect(self._legg)

    def sizeHint(self) -> QSize:
        """Return two lines where columns can be chosen, else one."""
        return QSize(super().sizeHint().width(), self._tema.px(66 if self._velges else 34))

    def ordene(self, kolonne: int) -> str:
        """Return what a column is now taken for, in words."""
        return self.bokser[kolonne].currentText() if self._velges else self._titler[kolonne].text()

    def setOffset(self, forskyvning: int) -> None:
        """Follow the table sideways."""
        super().setOffset(forskyvning)
        self._legg()

    def resizeEvent(self, hendelse: QResizeEvent) -> None:
        """Lay the boxes anew."""
        super().resizeEvent(hendelse)
        self._legg()

    def paintSection(self, maler: QPainter, rute: QRect, nummer: int) -> None:
        """Paint the line under the head, and the word over the row numbers."""
        maler.save()
        maler.fillRect(rute, self._tema.farge("bg"))
        maler.setPen(self._tema.farge("line_mid"))
        maler.drawLine(rute.bottomLeft(), rute.bottomRight())
        if nummer == 0:
            maler.setFont(self._tema.skrift(Trinn.META))
            maler.setPen(self._tema.farge("text_2"))
            plass = rute.adjusted(0, 0, -self._tema.px(8), -self._tema.px(8))
            maler.drawText(plass, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom), self._rad)
        maler.restore()

    def _legg(self, *_: object) -> None:
        px = self._tema.px
        for nummer, tittel in enumerate(self._titler):
            x, bredde = self.sectionViewportPosition(nummer + 1), self.sectionSize(nummer + 1)
            tittel.setGeometry(x + px(4), px(6), max(0, bredde - px(8)), px(20))
            if self._velges:
                self.bokser[nummer].setGeometry(x + px(2), px(28), max(0, bredde - px(10)), px(32))


def _feltnavn(felt: str, slag: str, verktoey: Verktoey) -> str:
    if felt.isdecimal():
        return verktoey.tekster("forhaandsvisning.beloep_i", aar=felt)
    return verktoey.tekster(f"forhaandsvisning.felt.{slag}.{felt}")
