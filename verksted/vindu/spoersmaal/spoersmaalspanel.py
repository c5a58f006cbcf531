"""The side panel: everything about the chosen question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.spoersmaalside import Spoersmaalrad, Spoersmaalside


class Spoersmaalspanel(QScrollArea):
    """Signals: `endret` with a question's number and fields, `til_blokk` with number and block id, `slettes`."""

    endret = Signal(int, dict)
    til_blokk = Signal(int, str)
    slettes = Signal(int)

    def __init__(self, verktoey: Verktoey, *, kan_endres: bool) -> None:
        super().__init__()
        self._v, self._kan_endres = verktoey, kan_endres
        self._rad: Spoersmaalrad | None = None
        self.svartyper: dict[str, QCheckBox] = {}
        self.gjelder: dict[str, QCheckBox] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.flate = QWidget()
        self.flate.setObjectName("panelflate")
        self.setWidget(self.flate)
        px = verktoey.tema.px
        self._helt = QVBoxLayout(self.flate)
        self._helt.setContentsMargins(px(24), px(24), px(24), px(24))
        self._helt.setSpacing(px(14))
        self._bygg()
        self.flate.hide()

    def _bygg(self) -> None:
        t, tema = self._v.tekster, self._v.tema
        self.tekst, self.hjelpetekst = self._langt("tekst", 92), self._langt("hjelpetekst", 76)
        self.tema, self.kilde = QLineEdit(), QLineEdit()
        self._felt("tema", self.tema)
        self.blokk = QComboBox()
        self.blokk.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.blokk.activated.connect(self._ny_blokk)
        self._felt("blokk", self.blokk)
        self._svarplass, self._gjelderplass = self._avkryssing("svartyper"), self._avkryssing("gjelder")
        self.maks_loeft = QSpinBox()
        self.maks_loeft.setRange(0, 99)
        self.maks_loeft.setKeyboardTracking(False)
        self.maks_loeft.setFixedWidth(tema.px(110))
        self.maks_loeft.valueChanged.connect(lambda verdi: self._skriv("maks_loeft", verdi))
        self._felt("maks_loeft", self.maks_loeft)
        self._felt("kilde", self.kilde)
        self.tema.editingFinished.connect(lambda: self._skriv("tema", self.tema.text().strip()))
        self.kilde.editingFinished.connect(lambda: self._skriv("kilde", self.kilde.text().strip()))
        self.slett = Knapp(t("spoersmaal.slett"), tema, slag="tekst", ikon=(self._v.ikoner, "trash"))
        self.slett.clicked.connect(self._slett)
        self._helt.addWidget(self.slett)
        self._helt.addStretch(1)
        for felt in (self.tema, self.blokk, self.maks_loeft, self.kilde, self.slett):
            felt.setEnabled(self._kan_endres)

    def _langt(self, noekkel: str, hoeyde: int) -> QPlainTextEdit:
        felt = QPlainTextEdit()
        felt.setTabChangesFocus(True)
        felt.setFixedHeight(self._v.tema.px(hoeyde))
        felt.setReadOnly(not self._kan_endres)
        felt.installEventFilter(self)
        self._felt(noekkel, felt)
        return felt

    def _felt(self, noekkel: str, felt: QWidget) -> None:
        ord_ = self._v.tekster(f"spoersmaal.felt.{noekkel}")
        etikett = Etikett(ord_, self._v.tema, Trinn.ETIKETT, rolle="dempet")
        etikett.setBuddy(felt)
        felt.setAccessibleName(ord_)
        kolonne = QVBoxLayout()
        kolonne.setSpacing(self._v.tema.px(5))
        kolonne.addWidget(etikett)
        kolonne.addWidget(felt)
        self._helt.addLayout(kolonne)

    def _avkryssing(self, noekkel: str) -> QVBoxLayout:
        kolonne = QVBoxLayout()
        kolonne.setSpacing(0)
        tittel = self._v.tekster(f"spoersmaal.felt.{noekkel}")
        kolonne.addWidget(Etikett(tittel, self._v.tema, Trinn.ETIKETT, rolle="dempet"))
        self._helt.addLayout(kolonne)
        return kolonne

    def vis(self, rad: Spoersmaalrad | None, side: Spoersmaalside) -> None:
        """Show a question; a field somebody is writing in keeps its words."""
        nytt = rad is None or self._rad is None or rad.id != self._rad.id
        self._rad = rad
        self.flate.setVisible(rad is not None)
        if rad is None:
            return
        t = self._v.tekster
        typer = [(type_, t(f"spoersmaal.svartype.{type_}")) for type_ in side.svartyper]
        self._lag_bokser(self._svarplass, self.svartyper, typer, "svartyper")
        self._lag_bokser(self._gjelderplass, self.gjelder, side.nivaaer, "gjelder")
        for bokser, paa in ((self.svartyper, rad.svartyper), (self.gjelder, rad.gjelder)):
            for noekkel, boks in bokser.items():
                boks.setChecked(noekkel in paa)
        for felt, ord_ in ((self.tekst, rad.tekst), (self.hjelpetekst, rad.hjelpetekst)):
            if (nytt or not felt.hasFocus()) and felt.toPlainText() != ord_:
                felt.setPlainText(ord_)
        for linje, ord_ in ((self.tema, rad.tema), (self.kilde, rad.kilde)):
            if nytt or not linje.hasFocus():
                linje.setText(ord_)
        self.maks_loeft.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.maks_loeft.setValue(rad.maks_loeft)
        self.maks_loeft.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.blokk.clear()
        for blokk in side.blokker:
            self.blokk.addItem(blokk.tittel, blokk.id)
        self.blokk.setCurrentIndex(self.blokk.findData(rad.blokk_id))
        if nytt:
            self.verticalScrollBar().setValue(0)

    def _lag_bokser(
        self, sted: QVBoxLayout, bokser: dict[str, QCheckBox], valg: Sequence[tuple[str, str]], felt: str
    ) -> None:
        if list(bokser) == [noekkel for noekkel, _ in valg]:
            return
        for gammel in bokser.values():
            gammel.hide()
            gammel.deleteLater()
        bokser.clear()
        for noekkel, ord_ in valg:
            boks = QCheckBox(f"{ord_[:1].upper()}{ord_[1:]}")
            boks.setEnabled(self._kan_endres)
            boks.clicked.connect(lambda _=False, felt=felt, bokser=bokser: self._krysset(felt, bokser))
            bokser[noekkel] = boks
            sted.addWidget(boks)

    def _krysset(self, felt: str, bokser: Mapping[str, QCheckBox]) -> None:
        valgte = [noekkel for noekkel, boks in bokser.items() if boks.isChecked()]
        if felt == "svartyper" and not valgte and self._rad is not None:  # a question must be possible to answer
            for noekkel in self._rad.svartyper:
                bokser[noekkel].setChecked(True)
            return
        self._skriv(felt, tuple(valgte))

    def _skriv(self, felt: str, verdi: Any) -> None:  # noqa: ANN401 - the field's own type
        if self._rad is None or not self._kan_endres or verdi == getattr(self._rad, felt):
            return
        if felt == "tekst" and not verdi:
            self.tekst.setPlainText(self._rad.tekst)
            return
        self.endret.emit(self._rad.nummer, {felt: list(verdi) if isinstance(verdi, tuple) else verdi})

    def _ny_blokk(self) -> None:
        if self._rad is not None and self.blokk.currentData() != self._rad.blokk_id:
            self.til_blokk.emit(self._rad.nummer, self.blokk.currentData())

    def _slett(self) -> None:
        if self._rad is not None:
            self.slettes.emit(self._rad.nummer)

    def eventFilter(self, ting: QObject, hendelse: QEvent) -> bool:
        """Take the long texts when their field is left."""
        if hendelse.type() == QEvent.Type.FocusOut:
            if ting is self.tekst:
                self._skriv("tekst", self.tekst.toPlainText().strip())
            elif ting is self.hjelpetekst:
                self._skriv("hjelpetekst", self.hjelpetekst.toPlainText().strip())
        return False
