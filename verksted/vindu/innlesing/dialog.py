"""The import: a file is read, looked at, mended where it was misread, and taken in as one undo. It is never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from verksted.handlinger.filer import Innlest
from verksted.handlinger.forhaandsvisning import DELTAKERE, KUNNSKAP, OEKONOMIPLAN, SAMFUNNSDEL
from verksted.vindu.deler.etikett import Etikett, Ikonbilde, strek
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.innlesing import lesning
from verksted.vindu.innlesing.funnflate import Funnflate
from verksted.vindu.innlesing.postmatchflate import Postmatchflate
from verksted.vindu.innlesing.svarflate import Svarflate
from verksted.vindu.utseende.skrift import Trinn
from verksted.visning.deltakerendringer import deltakerlinjer
from verksted.visning.innlesing import LESES_IKKE, Kolonnevalg

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent

    from verksted.handlinger.forhaandsvisning import Funnet
    from verksted.kjerne.feil import KjentFeil
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord
    from verksted.vindu.ramme.bakgrunn import Arbeid

_SLAG: Final = {
    ".docx": (SAMFUNNSDEL,),
    ".json": (KUNNSKAP,),
    ".xlsx": (DELTAKERE, OEKONOMIPLAN, KUNNSKAP),
    ".csv": (DELTAKERE, OEKONOMIPLAN, KUNNSKAP),
}


class Innlesingsdialog(QDialog):
    """Window modal, never in the way of painting. `slag` is what the file is taken for, '' where nobody has said.

    Signals: `lest` when what was read is there or could not be, `tatt_inn` with the Innlest, `laast_opp` when
    the dialog is gone and wants nothing more of the file.
    """

    lest = Signal()
    tatt_inn = Signal(object)
    laast_opp = Signal()

    def __init__(self, bord: Arbeidsbord, forelder: QWidget, sti: Path, slag: str = "", *, laast: bool = False) -> None:
        super().__init__(forelder)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._bord, self._v, self._sti, self._forelder = bord, bord.verktoey, sti, forelder
        mulige = _SLAG.get(sti.suffix.lower(), _SLAG[".csv"])
        self._slag = slag if slag in mulige or laast else mulige[0]
        self._valg: Kolonnevalg | None = None
        self._funnet: Funnet | None = None
        self._arbeid: Arbeid[Any] | None = None
        self.funn: Funnflate | None = None
        self.match: Postmatchflate | None = None
        self._bygg(() if laast else mulige)
        self._les()

    # -- what is seen -------------------------------------------------------------------------------------------

    def _bygg(self, mulige: tuple[str, ...]) -> None:
        v, t, px = self._v, self._v.tekster, self._v.tema.px
        self.setWindowTitle(t("forhaandsvisning.tittel"))
        self.stabel = QStackedWidget()
        self.stabel.addWidget(self._venteside())
        oppsett = QVBoxLayout(self)
        oppsett.setContentsMargins(0, 0, 0, 0)
        oppsett.setSpacing(0)
        oppsett.addLayout(self._topp(mulige))
        rulle = QScrollArea()  # so that large text in a small window hides nothing
        rulle.setWidgetResizable(True)
        rulle.setFrameShape(QScrollArea.Shape.NoFrame)
        rulle.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stabel.setObjectName("rulleflate")
        rulle.setWidget(self.stabel)
        oppsett.addWidget(rulle, 1)
        oppsett.addWidget(strek(v.tema))
        oppsett.addLayout(self._bunn())
        vindu = self._forelder.window()
        self.setMinimumSize(min(px(720), vindu.width() - 40), min(px(460), vindu.height() - 40))
        self.resize(min(px(1040), vindu.width() - px(60)), min(px(740), vindu.height() - px(60)))
        v.bakgrunn.kommet.connect(self._kommet)

    def _topp(self, mulige: tuple[str, ...]) -> QVBoxLayout:
        v, t, tema, px = self._v, self._v.tekster, self._v.tema, self._v.tema.px
        self._tittel = Etikett("", tema, Trinn.OBJEKT)
        fil = Etikett(self._sti.name, tema, Trinn.LISTE, rolle="dempet")
        fil.setToolTip(str(self._sti))
        self.arkvalg = _liten_boks(v, t("forhaandsvisning.ark"))
        self.arkvalg.activated.connect(lambda _: self._bytt_ark())
        self.arkvalg.hide()
        self.slagvalg = _liten_boks(v, t("forhaandsvisning.slag"))
        for slag in mulige:
            self.slagvalg.addItem(t(f"forhaandsvisning.slag_er.{slag}"), slag)
        self.slagvalg.setCurrentIndex(max(0, self.slagvalg.findData(self._slag)))
        self.slagvalg.activated.connect(lambda _: self._bytt_slag())
        self.slagvalg.setVisible(len(mulige) > 1)
        om = QHBoxLayout()
        om.setSpacing(px(10))
        om.addWidget(Ikonbilde(v.ikoner, "table", tema))
        om.addWidget(fil)
        om.addWidget(self.arkvalg)
        om.addStretch(1)
        om.addWidget(self.slagvalg)
        topp = QVBoxLayout()
        topp.setContentsMargins(px(32), px(24), px(32), px(14))
        topp.setSpacing(px(6))
        topp.addWidget(self._tittel)
        topp.addLayout(om)
        return topp

    def _venteside(self) -> QWidget:
        t, tema, px = self._v.tekster, self._v.tema, self._v.tema.px
        self._vent = Etikett("", tema, Trinn.LISTE, brytes=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(t("forhaandsvisning.leser", fil=self._sti.name))
        side = QWidget()
        linjer = QVBoxLayout(side)
        linjer.setContentsMargins(px(32), 0, px(32), 0)
        linjer.addStretch(2)
        linjer.addWidget(self._vent)
        linjer.addWidget(self._bar)
        linjer.addStretch(3)
        return side

    def _bunn(self) -> QHBoxLayout:
        t, tema, px = self._v.tekster, self._v.tema, self._v.tema.px
        self._fot = Etikett(t("forhaandsvisning.trygt"), tema, Trinn.TABELL, rolle="dempet", brytes=True)
        self.avbryt = Knapp(t("forhaandsvisning.avbryt"), tema, slag="tekst")
        self.rene = Knapp("", tema)
        self.les_inn = Knapp("", tema, slag="primaer")
        self.avbryt.clicked.connect(self.reject)
        self.rene.clicked.connect(lambda: self._ta_inn(bare_rene=True))
        self.les_inn.clicked.connect(self._videre)
        for knapp in (self.avbryt, self.rene):
            knapp.setAutoDefault(False)
        bunn = QHBoxLayout()
        bunn.setContentsMargins(px(32), px(14), px(32), px(16))
        bunn.setSpacing(px(12))
        bunn.addWidget(self._fot, 1)
        for knapp in (self.avbryt, self.rene, self.les_inn):
            bunn.addWidget(knapp)
        return bunn

    def _vis(self, flate: QWidget) -> None:
        while self.stabel.count() > 1:
            if (gammel := self.stabel.widget(1)) is not None:
                self.stabel.removeWidget(gammel)
                gammel.deleteLater()
        self.stabel.addWidget(flate)
        self.stabel.setCurrentWidget(flate)

    def _knapper(self, tekst: str, *, kan: bool, rene: str = "") -> None:
        self.les_inn.setText(tekst)
        self.les_inn.setAccessibleName(tekst)
        self.les_inn.setVisible(bool(tekst))
        self.les_inn.setEnabled(kan)
        self.rene.setText(rene)
        self.rene.setAccessibleName(rene)
        self.rene.setVisible(bool(rene))

    # -- reading ------------------------------------------------------------------------------------------------

    def _les(self) -> None:
        t = self._v.tekster
        self._tittel.setText(t(f"forhaandsvisning.titler.{self._slag}"))
        self._vent.setText(t("forhaandsvisning.leser", fil=self._sti.name))
        self._bar.setRange(0, 0)
        self.stabel.setCurrentIndex(0)
        self._knapper("", kan=False)
        self._fot.setText(t("forhaandsvisning.trygt"))
        self.avbryt.setText(t("forhaandsvisning.avbryt"))
        self.avbryt.setAccessibleName(t("forhaandsvisning.avbryt"))
        self._begynn(lesning.les(self._bord, self._sti, self._slag, self._valg)).da(self._er_lest)

    def _begynn(self, arbeid: Arbeid[Any]) -> Arbeid[Any]:
        self._stans()
        self._arbeid = arbeid
        for boks in (self.arkvalg, self.slagvalg):
            boks.setEnabled(False)
        return arbeid.ved_feil(self._gikk_galt)  # type: ignore[return-value]  # ved_feil gives back what it was called on

    def _kommet(self, arbeid: object, gjort: int, av: int, hva: str) -> None:
        if arbeid is self._arbeid:
            self._bar.setRange(0, av)
            self._bar.setValue(gjort)
            self._vent.setText(hva or self._vent.text())

    def _ferdig_med_arbeidet(self) -> None:
        self._arbeid = None
        for boks in (self.arkvalg, self.slagvalg):
            boks.setEnabled(True)

    def _er_lest(self, funnet: Funnet) -> None:
        self._ferdig_med_arbeidet()
        self._funnet = funnet
        visning = funnet.visning
        self.arkvalg.clear()
        for nr, ark in enumerate(visning.ark):
            self.arkvalg.addItem(ark.navn or self._sti.name, nr)
        navn = self._valg.ark if self._valg else None
        forvalg = [nr for nr, ark in enumerate(visning.ark) if ark.navn == navn] if self._valg else []
        med_rader = [nr for nr, ark in enumerate(visning.ark) if any(a == ark.navn for a, _ in visning.rader)]
        vist = next(iter([*forvalg, *med_rader, *range(len(visning.ark))]), 0)
        self.arkvalg.setCurrentIndex(vist)
        self.arkvalg.setVisible(len(visning.ark) > 1)
        self._vis_funnet(vist)
        self.lest.emit()

    def _vis_funnet(self, nr: int) -> None:
        if self._funnet is None:
            return
        visning = self._funnet.visning
        ark = visning.ark[nr] if nr < len(visning.ark) else None
        self.funn = Funnflate(visning, ark, self._slag, self._v)
        self.funn.kolonne_valgt.connect(self._bytt_kolonne)
        self.funn.utelatelse.connect(self._tell)
        self._vis(self.funn)
        self._tell()
        self.funn.ta_fokus()

    def _tell(self) -> None:
        if self._funnet is None or self.funn is None:
            return
        t, visning = self._v.tekster, self._funnet.visning
        antall = visning.antall - len(self.funn.utelat & visning.rader)
        rene = len(visning.rader - visning.urene - self.funn.utelat)
        vis_rene = visning.kan_utelate and 0 < rene < antall
        self._knapper(
            t(f"forhaandsvisning.les_inn.{self._slag}", antall=antall),
            kan=antall > 0 and self._bord.kan_endres,
            rene=t("forhaandsvisning.les_inn_rene", antall=rene) if vis_rene else "",
        )
        self.les_inn.setDefault(True)

    # -- what the user says of the file -------------------------------------------------------------------------

    def _bytt_slag(self) -> None:
        self._slag = str(self.slagvalg.currentData())
        self._valg = None
        self._les()

    def _bytt_ark(self) -> None:
        if self._funnet is not None:
            ark = self._funnet.visning.ark[self.arkvalg.currentIndex()]
            if any(a == ark.navn for a, _ in self._funnet.visning.rader) and self._valg is None:
                self._vis_funnet(self.arkvalg.currentIndex())
                return
            self._valg = Kolonnevalg(ark=ark.navn, bare_arket=True)
            self._les()

    def _bytt_kolonne(self, kolonne: int, felt: str) -> None:
        """Read anew with one column as another field; the column that was it before is then not read."""
        if self.funn is None or self.funn.modell is None:
            return
        ark = self.funn.modell.ark
        samme_ark = self._valg is not None and self._valg.ark == ark.navn
        foer = dict(self._valg.felt) if self._valg is not None and samme_ark else {}
        if ark.hode is None:  # a sheet without headings gets them all from us
            foer = {k.indeks: k.felt for k in ark.kolonner if k.felt != LESES_IKKE} | foer
        for annen in ark.kolonner:
            if felt != LESES_IKKE and annen.felt == felt and annen.indeks != kolonne:
                foer[annen.indeks] = LESES_IKKE
        foer[kolonne] = felt
        bare = self._valg is not None and self._valg.bare_arket
        self._valg = Kolonnevalg(ark=ark.navn, bare_arket=bare, hode=ark.hode, felt=foer)
        self._les()

    # -- taking it in -------------------------------------------------------------------------------------------

    def _videre(self) -> None:
        if self.match is not None and self._funnet is not None:
            self._vent_paa_innlesing()
            self._begynn(lesning.ta_over(self._bord, self._funnet, self.match.par)).da(self._er_tatt_inn)
        else:
            self._ta_inn(bare_rene=False)

    def _ta_inn(self, *, bare_rene: bool) -> None:
        if self._funnet is None or self.funn is None:
            return
        utelat = self.funn.utelat | (self._funnet.visning.urene if bare_rene else frozenset())
        self._vent_paa_innlesing()
        self._begynn(lesning.ta_inn(self._bord, self._funnet, frozenset(utelat))).da(self._er_tatt_inn)

    def _vent_paa_innlesing(self) -> None:
        self._vent.setText(self._v.tekster("forhaandsvisning.tar_inn", fil=self._sti.name))
        self._bar.setRange(0, 0)
        self.stabel.setCurrentIndex(0)
        self.les_inn.setEnabled(False)
        self.rene.hide()
        self.avbryt.setEnabled(False)

    def _er_tatt_inn(self, svar: object) -> None:
        self._ferdig_med_arbeidet()
        self.avbryt.setEnabled(True)
        if not isinstance(svar, Innlest):
            self._bekreft(svar)
            return
        self.tatt_inn.emit(svar)
        linjer = deltakerlinjer(svar.endringer, self._v.tekster) if svar.endringer is not None else []
        if not linjer:
            self.accept()
            return
        t = self._v.tekster
        self._vis(
            Svarflate(t.antall(f"kommandolinje.innlest.{self._slag}", svar.antall, fil=svar.filnavn), linjer, self._v)
        )
        self.arkvalg.hide()
        self.slagvalg.hide()
        self._bare_lukk(t("forhaandsvisning.kan_angres"))

    def _bekreft(self, forslag: Any) -> None:  # noqa: ANN401 - a Postforslag
        self.match = Postmatchflate(forslag, self._sti.name, self._v)
        self._vis(self.match)
        self._knapper(self._v.tekster("forhaandsvisning.postmatch.bekreft"), kan=True)
        self.match.liste.setFocus()

    def _bare_lukk(self, fot: str) -> None:
        self._knapper("", kan=False)
        self._fot.setText(fot)
        lukk = self._v.tekster("forhaandsvisning.lukk")
        self.avbryt.setText(lukk)
        self.avbryt.setAccessibleName(lukk)
        self.avbryt.setFocus()

    def _gikk_galt(self, feil: KjentFeil) -> None:
        self._ferdig_med_arbeidet()
        self.avbryt.setEnabled(True)
        t = self._v.tekster
        self._vis(Svarflate(t("forhaandsvisning.gikk_ikke"), [self._v.si_feil(feil, t)], self._v))
        self._bare_lukk(t("forhaandsvisning.uroert"))
        self.lest.emit()

    # -- leaving ------------------------------------------------------------------------------------------------

    def _stans(self) -> None:
        if self._arbeid is not None:
            self._arbeid.glem()
            self._arbeid.avbryt()
            self._arbeid = None

    def done(self, svar: int) -> None:
        """Stop what is under way; nothing of it is left."""
        self._stans()
        super().done(svar)
        self.laast_opp.emit()

    def closeEvent(self, hendelse: QCloseEvent) -> None:
        """Close by the cross as by «Avbryt»."""
        self._stans()
        super().closeEvent(hendelse)


def _liten_boks(verktoey: Any, navn: str) -> QComboBox:  # noqa: ANN401 - Verktoey
    boks = QComboBox()
    boks.setProperty("liten", True)  # noqa: FBT003 - Qt's own
    boks.setFont(verktoey.tema.skrift(Trinn.TABELL_MEDIUM))
    boks.setAccessibleName(navn)
    boks.setMinimumWidth(verktoey.tema.px(160))
    return boks
