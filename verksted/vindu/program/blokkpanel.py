"""The side panel: everything about the chosen block, and what is wrong with it."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTime, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from verksted.modell.ordene import Programart, Sfaere
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.oppsett import toem
from verksted.vindu.deler.radknapp import Radknapp
from verksted.vindu.deler.segment import Segment
from verksted.vindu.program.arter import IKON, STEGARTER, art
from verksted.vindu.program.stegrad import Stegrad
from verksted.vindu.program.varselkort import Varselkort
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from verksted.vindu.program.programmodell import Blokkrad
    from verksted.vindu.ramme.verktoey import Verktoey


class Blokkpanel(QScrollArea):
    """Signals: `endret` with id and fields, `nytt_steg` with block id and kind, `slettes` with id, `mend` with a
    warning, `til_spoersmaal` with a question's number, `nytt_spoersmaal` with block id.
    """

    endret = Signal(str, dict)
    nytt_steg = Signal(str, object)
    slettes = Signal(str)
    mend = Signal(object)
    til_spoersmaal = Signal(int)
    nytt_spoersmaal = Signal(str)

    def __init__(self, verktoey: Verktoey, *, kan_endres: bool) -> None:
        super().__init__()
        self._v, self._kan_endres = verktoey, kan_endres
        self._rad: Blokkrad | None = None
        self._vist: object = None
        self._innhold: dict[QVBoxLayout, object] = {}
        self._stegrader: list[Stegrad] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        flate = QWidget()
        flate.setObjectName("panelflate")
        self.setWidget(flate)
        px = verktoey.tema.px
        self._helt = QVBoxLayout(flate)
        self._helt.setContentsMargins(px(24), px(24), px(24), px(24))
        self._helt.setSpacing(px(14))
        self._bygg()
        self.flate = flate
        flate.hide()

    # -- made once ----------------------------------------------------------------------------------------------

    def _bygg(self) -> None:
        t, tema = self._v.tekster, self._v.tema
        self._overskrift = Etikett("", tema, Trinn.AVSNITT, brytes=True)
        self._helt.addWidget(self._overskrift)
        self._varsler = QVBoxLayout()
        self._helt.addLayout(self._varsler)
        self.tittel = QLineEdit()
        self.tittel.setMaxLength(200)
        self.tittel.editingFinished.connect(lambda: self._skriv("tittel", self.tittel.text().strip()))
        self._felt("tittel", self.tittel)
        self.minutter = QSpinBox()
        self.minutter.setRange(1, 1440)
        self.minutter.setSingleStep(5)
        self.minutter.setKeyboardTracking(False)
        self.minutter.valueChanged.connect(lambda verdi: self._skriv("minutter", verdi))
        self._tider = Etikett("", tema, Trinn.LISTE)
        self._ved_siden(self._kolonne("minutter", self.minutter), self._kolonne("tider", self._tider))
        self.art = QComboBox()
        for en in Programart:
            self.art.addItem(self._v.ikoner(IKON[en], "text_2"), t(f"program.programart.{en}"), en)
        self.art.activated.connect(lambda _: self._skriv("art", self.art.currentData()))
        smale = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.art.setSizeAdjustPolicy(smale)
        self._felt("art", self.art)
        sfaerer = [(str(en), t(f"program.felt.{en}")) for en in (Sfaere.POLITIKK, Sfaere.FAG, Sfaere.BEGGE)]
        self.sfaere = Segment(sfaerer, tema, t("program.felt.sfaere"), liten=True)
        self.sfaere.valgt.connect(lambda valgt: self._skriv("sfaere", Sfaere(valgt)))
        self._felt("sfaere", self.sfaere)
        self.ansvarlig = QComboBox()
        self.ansvarlig.setEditable(True)
        self.ansvarlig.setSizeAdjustPolicy(smale)
        self.ansvarlig.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.ansvarlig.activated.connect(lambda _: self._skriv("ansvarlig", self.ansvarlig.currentText().strip()))
        if (linje := self.ansvarlig.lineEdit()) is not None:
            linje.setAccessibleName(t("program.felt.ansvarlig"))
            linje.editingFinished.connect(lambda: self._skriv("ansvarlig", self.ansvarlig.currentText().strip()))
        self._felt("ansvarlig", self.ansvarlig)
        self._bygg_resten()
        for felt in self._feltene():
            felt.setEnabled(self._kan_endres)
        self.beskrivelse.setReadOnly(not self._kan_endres)

    def _bygg_resten(self) -> None:
        t, tema = self._v.tekster, self._v.tema
        self.fast = QCheckBox(t("program.felt.fast"))
        self.fast.toggled.connect(self._fast_byttet)
        self.fast_start = QTimeEdit()
        self.fast_start.setDisplayFormat("HH.mm")
        self.fast_start.setAccessibleName(t("program.felt.fast_start"))
        self.fast_start.setFixedWidth(tema.px(110))
        self.fast_start.editingFinished.connect(self._nytt_klokkeslett)
        rad = QHBoxLayout()
        rad.addWidget(self.fast, 1)
        rad.addWidget(self.fast_start)
        self._helt.addLayout(rad)
        self.beskrivelse = QPlainTextEdit()
        self.beskrivelse.setTabChangesFocus(True)
        self.beskrivelse.setFixedHeight(tema.px(96))
        self.beskrivelse.installEventFilter(self)
        self._felt("beskrivelse", self.beskrivelse)
        self._steg = QVBoxLayout()
        self._steg.setSpacing(tema.px(6))
        self._helt.addLayout(self._steg)
        self._spoersmaal = QVBoxLayout()
        self._spoersmaal.setSpacing(tema.px(4))
        self._helt.addLayout(self._spoersmaal)
        self.slett = Knapp(t("program.side.slett"), tema, slag="tekst", ikon=(self._v.ikoner, "trash"))
        self.slett.clicked.connect(self._slett)
        self._helt.addWidget(self.slett)
        self._helt.addStretch(1)

    def _feltene(self) -> tuple[QWidget, ...]:
        return (self.tittel, self.minutter, self.art, self.sfaere, self.ansvarlig, self.fast, self.fast_start)

    def _felt(self, noekkel: str, felt: QWidget) -> None:
        self._helt.addLayout(self._kolonne(noekkel, felt))

    def _kolonne(self, noekkel: str, felt: QWidget) -> QVBoxLayout:
        ord_ = self._v.tekster(f"program.felt.{noekkel}")
        etikett = Etikett(ord_, self._v.tema, Trinn.ETIKETT, rolle="dempet")
        etikett.setBuddy(felt)
        felt.setAccessibleName(ord_)
        kolonne = QVBoxLayout()
        kolonne.setSpacing(self._v.tema.px(5))
        kolonne.addWidget(etikett)
        kolonne.addWidget(felt, 1)
        return kolonne

    def _ved_siden(self, *kolonner: QVBoxLayout) -> None:
        rad = QHBoxLayout()
        rad.setSpacing(self._v.tema.px(12))
        for kolonne in kolonner:
            rad.addLayout(kolonne, 1)
        self._helt.addLayout(rad)

    # -- shown --------------------------------------------------------------------------------------------------

    def vis(self, rad: Blokkrad | None, titler: Mapping[str, str], roller: Sequence[str]) -> None:
        """Show a block; a field somebody is writing in keeps its words."""
        ny_blokk = rad is None or self._rad is None or rad.blokk.id != self._rad.blokk.id
        self._rad = rad
        self.flate.setVisible(rad is not None)
        if rad is None or (rad, tuple(roller)) == self._vist:
            self._vist = None if rad is None else self._vist
            return
        self._vist = (rad, tuple(roller))
        t, blokk, plass = self._v.tekster, rad.blokk, rad.plass
        self._overskrift.setText(blokk.tittel)
        self._tider.setText(t("program.side.tider", fra=f"{plass.fra:%H.%M}", til=f"{plass.til:%H.%M}"))
        for felt in self._feltene():
            felt.blockSignals(True)  # noqa: FBT003 - Qt's own
        if ny_blokk or not self.tittel.hasFocus():
            self.tittel.setText(blokk.tittel)
        if ny_blokk or not self.beskrivelse.hasFocus():
            self.beskrivelse.setPlainText(blokk.beskrivelse)
        if self.ansvarlig.count() != len(roller):
            self.ansvarlig.clear()
            self.ansvarlig.addItems(list(roller))
        if ny_blokk or not self.ansvarlig.hasFocus():
            self.ansvarlig.setEditText(blokk.ansvarlig)
        self.minutter.setValue(blokk.minutter)
        self.art.setCurrentIndex(self.art.findData(art(blokk.art)))
        self.sfaere.sett(blokk.sfaere.rpartition(".")[2])
        self.fast.setChecked(blokk.fast)
        if ny_blokk or not self.fast_start.hasFocus():
            self.fast_start.setTime(QTime(plass.fra.hour, plass.fra.minute))
        self.fast_start.setVisible(blokk.fast)
        for felt in self._feltene():
            felt.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.slett.setEnabled(self._kan_endres and not plass.laast)
        self._vis_varsler(rad, titler)
        self._vis_steg(rad)
        self._vis_spoersmaal(rad)
        if ny_blokk:
            self.verticalScrollBar().setValue(0)

    def _vis_varsler(self, rad: Blokkrad, titler: Mapping[str, str]) -> None:
        if not self._nytt(self._varsler, rad.blokk.varsler):
            return
        for varsel in rad.blokk.varsler:
            kort = Varselkort(varsel, titler, self._v, kan_endres=self._kan_endres)
            kort.valgt.connect(self.mend)
            self._varsler.addWidget(kort)

    def _vis_steg(self, rad: Blokkrad) -> None:
        t, tema = self._v.tekster, self._v.tema
        if not self._nytt(self._steg, [(steg.id, steg.art, steg.loep) for steg in rad.plass.steg]):
            for linje, steg in zip(self._stegrader, rad.plass.steg, strict=True):
                linje.vis(steg)
            return
        self._stegrader = []
        self._steg.addWidget(Etikett(t("program.felt.steg"), tema, Trinn.ETIKETT, rolle="dempet"))
        for nummer, steg in enumerate(rad.plass.steg, start=1):
            linje = Stegrad(steg, nummer, self._v, kan_endres=self._kan_endres)
            linje.endret.connect(self.endret)
            linje.slettes.connect(self.slettes)
            self._steg.addWidget(linje)
            self._stegrader.append(linje)
        nytt = Knapp(t("program.side.nytt_steg"), tema, slag="tekst", ikon=(self._v.ikoner, "plus"), liten=True)
        meny = QMenu(nytt)
        for en in STEGARTER:
            valg = meny.addAction(self._v.ikoner(IKON[en], "text_2"), t(f"program.programart.{en}"))
            valg.triggered.connect(lambda _=False, en=en: self.nytt_steg.emit(rad.blokk.id, en))
        nytt.setMenu(meny)
        nytt.setEnabled(self._kan_endres)
        self._steg.addWidget(nytt)

    def _vis_spoersmaal(self, rad: Blokkrad) -> None:
        t, tema, px = self._v.tekster, self._v.tema, self._v.tema.px
        if not self._nytt(self._spoersmaal, rad.blokk.spoersmaal):
            return
        if rad.blokk.art == "programart.pause":
            return
        self._spoersmaal.addWidget(Etikett(t("program.felt.spoersmaal"), tema, Trinn.ETIKETT, rolle="dempet"))
        for spoersmaal in rad.blokk.spoersmaal:
            tekst = t("program.side.et_spoersmaal", nummer=spoersmaal.nummer, tekst=spoersmaal.tekst[:300])
            knapp = Radknapp(tekst)
            inni = QHBoxLayout(knapp)
            inni.setContentsMargins(px(6), px(6), px(6), px(6))
            inni.addWidget(Etikett(tekst, tema, Trinn.TABELL, brytes=True))
            knapp.clicked.connect(lambda _=False, nummer=spoersmaal.nummer: self.til_spoersmaal.emit(nummer))
            self._spoersmaal.addWidget(knapp)
        nytt = Knapp(t("program.side.nytt_spoersmaal"), tema, slag="tekst", ikon=(self._v.ikoner, "plus"), liten=True)
        nytt.setEnabled(self._kan_endres)
        nytt.clicked.connect(lambda: self.nytt_spoersmaal.emit(rad.blokk.id))
        self._spoersmaal.addWidget(nytt)

    def _nytt(self, sted: QVBoxLayout, innhold: object) -> bool:
        """Empty a place that is to show something else; what is the same stays, and keeps its focus."""
        noekkel = (self._rad.blokk.id if self._rad is not None else "", innhold)
        if self._innhold.get(sted) == noekkel:
            return False
        self._innhold[sted] = noekkel
        toem(sted)
        return True

    # -- written ------------------------------------------------------------------------------------------------

    def _skriv(self, navn: str, verdi: Any) -> None:  # noqa: ANN401 - the field's own type
        if self._rad is None or not self._kan_endres:
            return
        blokk = self._rad.blokk
        naa = {
            "tittel": blokk.tittel,
            "minutter": blokk.minutter,
            "art": art(blokk.art),
            "sfaere": Sfaere(blokk.sfaere.rpartition(".")[2]),
            "ansvarlig": blokk.ansvarlig,
            "beskrivelse": blokk.beskrivelse,
        }[navn]
        if navn == "tittel" and not verdi:
            self.tittel.setText(blokk.tittel)
        elif verdi != naa:
            self.endret.emit(blokk.id, {navn: verdi})

    def _slett(self) -> None:
        if self._rad is not None:
            self.slettes.emit(self._rad.blokk.id)

    def _fast_byttet(self, paa: bool) -> None:  # noqa: FBT001 - Qt's own
        if self._rad is not None:
            self.endret.emit(self._rad.blokk.id, {"fast_start": self._rad.plass.fra if paa else None})

    def _nytt_klokkeslett(self) -> None:
        valgt = self.fast_start.time()
        tid = time(valgt.hour(), valgt.minute())
        if self._rad is not None and self._rad.blokk.fast and tid != self._rad.plass.fra:
            self.endret.emit(self._rad.blokk.id, {"fast_start": tid})

    def eventFilter(self, _ting: QObject, hendelse: QEvent) -> bool:
        """Take the description when its field is left."""
        if hendelse.type() == QEvent.Type.FocusOut:
            self._skriv("beskrivelse", self.beskrivelse.toPlainText().strip())
        return False
