"""The lines of the Word file that became no element: read again on request, and lifted into the tree one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.rullefri import Rullefritt
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.plantre import Nivaavalg


class Utenfor(QWidget):
    """Signals: `les` when the file is to be read again, `loeft` with (words, place, level's id)."""

    les = Signal()
    loeft = Signal(str, str, str)

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        self._t = t = verktoey.tekster
        tema = verktoey.tema
        self._linjer: list[Any] = []
        self._under = ""
        self._kan_endres = False
        self._nivaaer: tuple[Nivaavalg, ...] = ()
        self._om = Etikett(t("gjeldende.utenfor.om"), tema, Trinn.TABELL, rolle="dempet", brytes=True)
        self._hent = Knapp(t("gjeldende.utenfor.les"), tema, liten=True, ikon=(verktoey.ikoner, "files"))
        self._hent.clicked.connect(self.les)
        self._modell = QStringListModel(self)
        self.liste = QListView()
        self.liste.setModel(self._modell)
        self.liste.setAccessibleName(t("gjeldende.utenfor.tittel"))
        self.liste.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.liste.setWordWrap(True)
        self.liste.setSpacing(tema.px(2))
        self.liste.setMinimumHeight(tema.px(220))
        self.liste.selectionModel().currentChanged.connect(lambda *_: self._merk())
        self.liste.activated.connect(lambda _: self._loeft())
        self.nivaa = Rullefritt(t("gjeldende.utenfor.nivaa"))
        self.nivaa.setFont(tema.skrift(Trinn.TABELL))
        self.knapp = Knapp("", tema, liten=True)
        self.knapp.clicked.connect(self._loeft)
        helt = QVBoxLayout(self)
        helt.setContentsMargins(0, 0, 0, 0)
        helt.setSpacing(tema.px(8))
        helt.addWidget(Etikett(t("gjeldende.utenfor.tittel"), tema, Trinn.AVSNITT))
        for widget in (self._om, self._hent, self.liste, self.nivaa, self.knapp):
            helt.addWidget(widget)
        self._merk()

    def vis_nivaaer(self, nivaaer: tuple[Nivaavalg, ...], under: str, *, kan_endres: bool) -> None:
        """Say which levels there are, and under which place a line would be put ('' for the top)."""
        self._under, self._kan_endres = under, kan_endres
        if nivaaer != self._nivaaer:
            self._nivaaer = nivaaer
            valgt = self.nivaa.currentData()
            self.nivaa.clear()
            for nivaa in nivaaer:
                self.nivaa.addItem(nivaa.entall[:1].upper() + nivaa.entall[1:], nivaa.id)
            self.nivaa.setCurrentIndex(max(0, self.nivaa.findData(valgt)))
        self._merk()

    def vis_linjer(self, linjer: Sequence[Any]) -> None:
        """Show the lines of a reading (`innlesing.samfunnsdel.noder.IkkePlassert`), the likeliest first."""
        self._linjer = sorted(linjer, key=lambda linje: -linje.likhet)
        self._modell.setStringList([linje.tekst for linje in self._linjer])
        self._om.setText(self._t.antall("gjeldende.utenfor.antall", len(self._linjer)))
        if self._linjer:
            self.liste.setCurrentIndex(self._modell.index(0))
        self._merk()

    def ta_bort(self, tekst: str) -> None:
        """Take away a line that has been lifted."""
        nummer = next((nr for nr, linje in enumerate(self._linjer) if linje.tekst == tekst), None)
        if nummer is not None:
            del self._linjer[nummer]
            self._modell.removeRow(nummer)
            self._merk()

    def _merk(self) -> None:
        for widget in (self.liste, self.nivaa, self.knapp):
            widget.setVisible(bool(self._linjer))
        hvor = self._t("gjeldende.utenfor.loeft_under", kode=self._under)
        self.knapp.setText(hvor if self._under else self._t("gjeldende.utenfor.loeft"))
        self.knapp.setAccessibleName(self.knapp.text())
        self.knapp.setEnabled(self._kan_endres and self.liste.currentIndex().isValid())
        self._hent.setEnabled(self._kan_endres)

    def _loeft(self) -> None:
        nummer = self.liste.currentIndex().row()
        if self.knapp.isEnabled() and 0 <= nummer < len(self._linjer):
            linje = self._linjer[nummer]
            self.loeft.emit(linje.tekst, " › ".join(linje.sti), self.nivaa.currentData() or "")
