"""Dokumenter: choose, make in the background, open; the old is not touched before the new is whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSettings, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from verksted.handlinger.dokumentstatus import Dokumentstand
from verksted.vindu.deler.etikett import Etikett, strek
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.oppsett import toem
from verksted.vindu.dokumenter.dokumentrad import Dokumentrad
from verksted.vindu.ramme.side import Side
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from verksted.handlinger.dokumentstatus import Dokumentstatus
    from verksted.handlinger.eksport import Skrevet
    from verksted.kjerne.feil import KjentFeil
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord, Spoerring
    from verksted.vindu.ramme.bakgrunn import Arbeid, Fremdrift
    from verksted.vindu.ramme.kontrakt import Endringsmelding
    from verksted.visning.dokumentliste import Dokumentlinje, Dokumentliste

    Lager = Callable[[Dokumentliste, Sequence[Dokumentlinje], Path, bool, Fremdrift], list[Skrevet]]
    Standen = Callable[[Any, Dokumentliste, Path], Mapping[str, Dokumentstatus]]


class Dokumentside(Side):
    """`liste` is given a session and `stand` the bare connection; `lag` runs in another thread.

    `innstillinger` remembers the folder per process; `har_pdf` says whether LibreOffice is on the machine.
    """

    noekkel = "dokumenter"

    def __init__(
        self,
        bord: Arbeidsbord,
        *,
        liste: Spoerring[Dokumentliste],
        stand: Standen,
        lag: Lager,
        innstillinger: QSettings,
        har_pdf: bool,
    ) -> None:
        self._spoer_liste, self._spoer_stand, self._lag = liste, stand, lag
        self._innstillinger, self._har_pdf = innstillinger, har_pdf
        self._liste: Dokumentliste | None = None
        self._arbeid: Arbeid[list[Skrevet]] | None = None
        self._maal: str | None = None
        self.rader: dict[str, Dokumentrad] = {}
        super().__init__(bord)

    def bygg(self) -> None:
        """Make the folder's row, the place of the list, and the foot with the button and progress."""
        t, tema, px = self.tekster, self.tema, self.tema.px
        self.mappefelt = QLineEdit()
        self.mappefelt.setReadOnly(True)
        self.mappefelt.setAccessibleName(t("dokumenter.mappe"))
        velg = Knapp(t("dokumenter.velg_mappe"), tema, ikon=(self.ikoner, "folder-open"))
        velg.clicked.connect(self._velg_mappe)
        self.mappeknapp = velg
        mapperad = QHBoxLayout()
        mapperad.setSpacing(px(12))
        mapperad.addWidget(Etikett(t("dokumenter.mappe"), tema, Trinn.ETIKETT))
        mapperad.addWidget(self.mappefelt, 1)
        mapperad.addWidget(velg)
        self.pdf = QCheckBox(t("dokumenter.pdf"))
        self.pdf.setAccessibleName(t("dokumenter.pdf"))
        self.pdf.setEnabled(self._har_pdf)
        self.lagknapp = Knapp("", tema, slag="primaer", ikon=(self.ikoner, "file-plus"))
        self.lagknapp.clicked.connect(self.lag_dokumentene)
        self.avbryt = Knapp(t("dokumenter.avbryt"), tema)
        self.avbryt.clicked.connect(self._avbryt)
        self.strek = QProgressBar()
        self.strek.setTextVisible(False)
        self.strek.setAccessibleName(t("dokumenter.fremdrift"))
        self.svar = Etikett("", tema, Trinn.TABELL, brytes=True)
        knapperad = QHBoxLayout()
        knapperad.setSpacing(px(12))
        knapperad.addWidget(self.lagknapp)
        knapperad.addWidget(self.avbryt)
        knapperad.addWidget(self.pdf)
        knapperad.addStretch(1)
        self._grupper = QVBoxLayout()
        self._grupper.setSpacing(px(4))
        self.innhold.addLayout(mapperad)
        self.innhold.addLayout(knapperad)
        if not self._har_pdf:
            self.innhold.addWidget(Etikett(t("dokumenter.uten_pdf"), tema, Trinn.META, rolle="dempet", brytes=True))
        self.innhold.addWidget(self.strek)
        self.innhold.addWidget(self.svar)
        self.innhold.addWidget(strek(tema))
        self.innhold.addLayout(self._grupper)
        self.innhold.addStretch(1)
        self.bord.verktoey.bakgrunn.kommet.connect(self._kommet)
        self._vis_arbeid(i_gang=False)
        self._tell()

    def oppfrisk(self, _endring: Endringsmelding | None) -> None:
        """Read anew what can be made, and how it stands."""
        self.bord.hent(self._spoer_liste).da(self._vis_liste)

    def vis(self, maal: object = None) -> None:
        """Tick one kind of document, asked for by another page."""
        if isinstance(maal, str):
            self._maal = maal
            self._merk_maalet()

    def foerste_fokus(self) -> QWidget | None:
        """Return the first document."""
        return next((rad.hake for rad in self.rader.values()), None)

    # -- the list -----------------------------------------------------------------------------------------------

    @property
    def mappe(self) -> Path:
        """Where the documents go: as last chosen for this process, else a folder of its own among the user's."""
        valgt = str(self._innstillinger.value(self._mappenoekkel, ""))
        if valgt:
            return Path(valgt)
        hjemme = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(hjemme, "Verksted", self.bord.sti.stem)

    @property
    def _mappenoekkel(self) -> str:
        navn = self._liste.prosess + self._liste.kommune if self._liste is not None else ""
        return f"dokumentmappe/{abs(hash_av(navn)):x}"

    def _vis_liste(self, liste: Dokumentliste) -> None:
        ny = self._liste is None or liste.grupper != self._liste.grupper
        self._liste = liste
        self.mappefelt.setText(str(self.mappe))
        if ny:
            valgte = {noekkel for noekkel, rad in self.rader.items() if rad.hake.isChecked()}
            self._bygg_grupper(liste, valgte)
        self._les_stand()
        self._merk_maalet()

    def _bygg_grupper(self, liste: Dokumentliste, valgte: set[str]) -> None:
        toem(self._grupper)
        self.rader = {}
        for gruppe, verksted, linjer in liste.grupper:
            tittel = self.tekster(f"dokumenter.gruppe.{gruppe}", nummer=verksted)
            self._grupper.addSpacing(self.tema.px(8))
            self._grupper.addWidget(Etikett(tittel, self.tema, Trinn.AVSNITT))
            for linje in linjer:
                rad = Dokumentrad(linje, self.bord.verktoey)
                rad.hake.setChecked(linje.noekkel in valgte)
                rad.valgt.connect(self._tell)
                rad.aapne.connect(lambda en: self._aapne(self.mappe / en.filnavn))
                rad.vis_i_mappe.connect(lambda _: self._aapne(self.mappe))
                self.rader[linje.noekkel] = rad
                self._grupper.addWidget(rad)
        self._tell()

    def _les_stand(self) -> None:
        liste, mappe, spoer = self._liste, self.mappe, self._spoer_stand
        if liste is not None:
            self.bord.hent_raatt(lambda db: spoer(db, liste, mappe)).da(self._vis_stand)

    def _vis_stand(self, standen: Mapping[str, Dokumentstatus]) -> None:
        for rad in self.rader.values():
            if rad.linje.filnavn in standen:
                rad.vis(standen[rad.linje.filnavn])
        gamle = sum(1 for status in standen.values() if status.stand is Dokumentstand.UTDATERT)
        laget = sum(1 for status in standen.values() if status.stand is not Dokumentstand.IKKE_LAGET)
        t = self.tekster
        setning = t("dokumenter.tilstand", laget=laget, av=len(standen))
        self.sett_tilstand(f"{setning} {t('dokumenter.gamle', gamle=gamle)}" if gamle else setning)

    def _merk_maalet(self) -> None:
        if self._maal is not None and self.rader:
            for noekkel, rad in self.rader.items():
                rad.hake.setChecked(noekkel == self._maal)
            self._maal = None

    def _tell(self) -> None:
        antall = sum(rad.hake.isChecked() for rad in self.rader.values())
        ord_ = self.tekster.antall("dokumenter.lag", antall) if antall else self.tekster("dokumenter.lag_ingen")
        self.lagknapp.setText(f" {ord_}")
        self.lagknapp.setAccessibleName(ord_)
        self.lagknapp.setEnabled(antall > 0 and self._arbeid is None)

    # -- making -------------------------------------------------------------------------------------------------

    def _velg_mappe(self) -> None:
        valgt = self.bord.verktoey.dialoger.velg_mappe(self, self.tekster("dokumenter.velg_mappe"), self.mappe)
        if valgt is not None:
            self._innstillinger.setValue(self._mappenoekkel, str(valgt))
            self.mappefelt.setText(str(valgt))
            self._les_stand()

    def lag_dokumentene(self) -> None:
        """Make what is ticked."""
        liste, mappe, pdf, lag = self._liste, self.mappe, self.pdf.isChecked(), self._lag
        valgte = [rad.linje for rad in self.rader.values() if rad.hake.isChecked()]
        if liste is None or not valgte or self._arbeid is not None:
            return
        self._si_svar(self.tekster("dokumenter.imens"))
        self._arbeid = self.bord.arbeid(
            self.tekster("dokumenter.lager"), lambda fremdrift: lag(liste, valgte, mappe, pdf, fremdrift)
        )
        self._arbeid.da(lambda skrevet: self._ferdig(skrevet, valgte)).ved_feil(self._feilet)
        self._vis_arbeid(i_gang=True)

    def _avbryt(self) -> None:
        if self._arbeid is not None:
            self._arbeid.avbryt()
            self._si_svar(self.tekster("dokumenter.avbryter"))

    def _kommet(self, arbeid: object, gjort: int, av: int, hva: str) -> None:
        if arbeid is self._arbeid:
            self.strek.setRange(0, av)
            self.strek.setValue(gjort)
            self._si_svar(self.tekster("dokumenter.skriver", fil=hva, nummer=gjort + 1, av=av))

    def _ferdig(self, skrevet: Sequence[Skrevet], valgte: Sequence[Dokumentlinje]) -> None:
        t = self.tekster
        bit = [t.antall("dokumenter.skrevet", len(skrevet), mappe=self.mappe)]
        tomme = len(valgte) - sum(1 for en in skrevet if en.sti.suffix != ".pdf")
        if tomme:
            bit.append(t.antall("dokumenter.tomme", tomme))
        bit += [
            t("dokumenter.til_side", fil=en.sti.name, ny=en.lagt_til_side.name)
            for en in skrevet
            if en.lagt_til_side is not None
        ]
        self._slutt(" ".join(bit))

    def _feilet(self, feil: KjentFeil) -> None:
        if feil.noekkel == "feil.ArbeidetBleAvbrutt":
            self._slutt(self.tekster("dokumenter.avbrutt"))
            return
        self._slutt("")
        self.bord.verktoey.bakgrunn.feilet.emit(feil)

    def _slutt(self, setning: str) -> None:
        self._arbeid = None
        self._vis_arbeid(i_gang=False)
        self._si_svar(setning)
        self._tell()
        self._les_stand()

    def _si_svar(self, setning: str) -> None:
        self.svar.setText(setning)
        self.svar.setVisible(bool(setning))

    def _vis_arbeid(self, *, i_gang: bool) -> None:
        self.strek.setVisible(i_gang)
        self.svar.setVisible(bool(self.svar.text()))
        self.strek.setRange(0, 0)
        self.avbryt.setVisible(i_gang)
        self.lagknapp.setEnabled(not i_gang)

    def _aapne(self, sti: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(sti))):
            self.si.emit(self.tekster("dokumenter.ikke_aapnet", sti=sti))


def hash_av(navn: str) -> int:
    """Return the same number for the same name each time: a key that an ini file takes."""
    tall = 0
    for tegn in navn:
        tall = (tall * 31 + ord(tegn)) % (1 << 61)
    return tall
