"""The window itself: opens and closes processes, carries out the commands, and builds what is seen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from verksted.vindu.deler.banner import Banner
from verksted.vindu.ramme.arbeidsbord import Arbeidsbord, Lagring
from verksted.vindu.ramme.filer import er_prosessfil
from verksted.vindu.ramme.menyer import Menyer
from verksted.vindu.ramme.menylinje import Menylinje
from verksted.vindu.ramme.statuslinje import Statuslinje
from verksted.vindu.ramme.valg import Valgutfoerer
from verksted.vindu.start.sistbrukt import Sistbrukt
from verksted.vindu.start.startside import Startside

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from verksted.kjerne.feil import KjentFeil
    from verksted.vindu.deler.banner import Bannerslag
    from verksted.vindu.ramme.innstillinger import Innstillinger
    from verksted.vindu.ramme.kontrakt import AapenProsess, Rammevisning
    from verksted.vindu.ramme.prosessramme import Prosessramme
    from verksted.vindu.ramme.tilgang import Tilgang
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.vindu.start.malkort import Malkort
    from verksted.vindu.start.sistbrukt import Sistliste

MINSTE = QSize(1024, 640)


class Hovedvindu(QMainWindow):
    """Everything that is seen is made by `_bygg`, and made anew when language or zoom changes.

    Signals: `klar` when a process is open and its first page made, `lukket_prosess` when it has been let go.
    """

    klar = Signal()
    lukket_prosess = Signal()

    def __init__(
        self, verktoey: Verktoey, tilgang: Tilgang, innstillinger: Innstillinger, sistliste: Sistliste
    ) -> None:
        super().__init__()
        self.verktoey = verktoey
        self.tilgang = tilgang
        self.innstillinger = innstillinger
        self.sistliste = sistliste
        self.bord: Arbeidsbord | None = None
        self.ramme: Prosessramme | None = None
        self._visning: Rammevisning | None = None
        self._malene: Sequence[Malkort] = ()
        self._kan_lukkes = False
        self._lukker = False
        self._valg = Valgutfoerer(self)
        self.setMinimumSize(MINSTE)
        self.setAcceptDrops(True)
        self.resize(1440, 900)
        self.restoreGeometry(innstillinger.geometri)
        verktoey.spraak.byttet.connect(self._bygg_om)
        verktoey.bakgrunn.feilet.connect(self.vis_feil)
        self._malt = False
        self._bygg()

    # -- what is seen -------------------------------------------------------------------------------------------

    def _bygg(self) -> None:
        tekster = self.verktoey.tekster
        finnes = frozenset(self.ramme.sidenoekler) if self.ramme is not None else frozenset()
        self.menylinje = Menylinje(self.verktoey)
        self.menylinje.soek.clicked.connect(lambda: self._valg("palett"))
        self.menyer = Menyer(self.menylinje.bar, self.verktoey, self._valg, self.gaa_til, finnes)
        self.setMenuWidget(self.menylinje)
        self.status = Statuslinje(self.verktoey)
        self.startside = Startside(self.verktoey.tema, self.verktoey.ikoner, tekster, self.verktoey.klokke)
        self.startside.aapne.connect(self.aapne)
        self.startside.velg_fil.connect(lambda: self._valg("aapne"))
        self.startside.ny.connect(self._valg.ny)
        self.startside.eksempel.connect(lambda: self._valg("eksempel"))
        self.startside.fjern.connect(self._fjern_fra_lista)
        self.startside.vis_filer(self.sistliste.alle)
        self.startside.vis_maler(self._malene)
        self.stabel = QStackedWidget()
        self.stabel.addWidget(self.startside)
        if self.ramme is not None:
            self.stabel.addWidget(self.ramme)
            self.stabel.setCurrentWidget(self.ramme)
        midten = QWidget()
        oppsett = QVBoxLayout(midten)
        oppsett.setContentsMargins(0, 0, 0, 0)
        oppsett.setSpacing(0)
        oppsett.addWidget(self.stabel, 1)
        oppsett.addWidget(self.status)
        self.setCentralWidget(midten)
        if self._malt:
            self._fyll_menyene()
        self._sett_tittel()

    def _fyll_menyene(self) -> None:
        self.menyer.fyll()
        self._oppfrisk_valgene()

    def bygg_om(self) -> None:
        """Make everything that is seen anew, and stay where we are."""
        self._bygg_om()

    def _bygg_om(self) -> None:
        side = self.ramme.side.noekkel if self.ramme is not None and self.ramme.side is not None else ""
        gammel = self.ramme
        if self.bord is not None:
            self.bord.skriv_ned.emit()
            self.ramme = self._lag_ramme(self.bord)
        self._bygg()
        if gammel is not None:
            gammel.deleteLater()
        if self.ramme is not None and self.bord is not None:
            self.ramme.gaa_til(side or "oversikt")
            self._les_rammen()
            self.status.vis_lagring(Lagring.LAGRET if self.bord.kan_endres else Lagring.BARE_LES, self.bord.sti)
        self.hent_maler()

    def etter_foerste_bilde(self) -> None:
        """Load the rest: called once the start page has been painted."""
        self._malt = True
        self._fyll_menyene()
        self.verktoey.bakgrunn.i_traad(self.tilgang.forbered).da(lambda _: self.hent_maler())

    def hent_maler(self) -> None:
        """Show the templates on the start page."""
        maalform = self.verktoey.spraak.maalform
        self.verktoey.bakgrunn.i_traad(lambda: self.tilgang.maler(maalform)).da(self._vis_maler)

    def _vis_maler(self, maler: Sequence[Malkort]) -> None:
        self._malene = maler
        self.startside.vis_maler(maler)

    def vis_banner(self, setning: str, slag: Bannerslag = "opplysning", handling: str = "") -> Banner:
        """Show a band across the page in front."""
        banner = Banner(
            setning, self.verktoey.tekster, self.verktoey.tema, self.verktoey.ikoner, slag=slag, handling=handling
        )
        if self.ramme is not None:
            self.ramme.vis_banner(banner)
        else:
            self.startside.vis_banner(banner)
        return banner

    def vis_feil(self, feil: KjentFeil) -> None:
        """Say what went wrong, what is safe and what to do."""
        self.vis_banner(self.verktoey.si_feil(feil, self.verktoey.tekster), "feil")

    def gaa_til(self, noekkel: str, maal: object = None) -> None:
        """Bring a page to the front."""
        if self.ramme is not None:
            self.ramme.gaa_til(noekkel, maal)

    def utfoer_valg(self, noekkel: str) -> None:
        """Carry out a command of the table."""
        self._valg(noekkel)

    def kom_fram(self, sti: str) -> None:
        """Come to the front, and open what a second start was asked to open ('' for nothing)."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        if sti and (self.bord is None or self.bord.sti != Path(sti)):
            self.aapne(Path(sti))

    @property
    def widget(self) -> QMainWindow:
        """The window as a widget."""
        return self

    # -- a process ----------------------------------------------------------------------------------------------

    def aapne(self, sti: Path, *, bare_les: bool = False) -> None:
        """Open a file, after the one that is open has been let go; the window answers meanwhile."""
        if self.bord is not None:
            self.lukk_prosessen(lambda: self.aapne(sti, bare_les=bare_les))
            return
        tekster = self.verktoey.tekster
        self.verktoey.bakgrunn.arbeid(
            tekster("ramme.aapner", navn=sti.stem), lambda _: self.tilgang.aapne(sti, bare_les)
        ).da(self.ta_imot).ved_feil(lambda feil: self._kunne_ikke_aapne(sti, feil))

    def _kunne_ikke_aapne(self, sti: Path, feil: KjentFeil) -> None:
        if feil.noekkel != "feil.FilenErAapenEtAnnetSted":
            self.vis_feil(feil)
            return
        banner = self.vis_banner(
            self.verktoey.si_feil(feil, self.verktoey.tekster), "varsel", self.verktoey.tekster("ramme.aapne_lesende")
        )
        banner.valgt.connect(lambda: self.aapne(sti, bare_les=True))

    def ta_imot(self, fil: AapenProsess) -> None:
        """Show a process that has been opened or made."""
        self.bord = bord = Arbeidsbord(fil, self.verktoey)
        bord.lagring.connect(lambda lagring: self.status.vis_lagring(lagring, bord.sti))
        bord.angring.connect(self._oppfrisk_valgene)
        bord.endret.connect(lambda _: self._les_rammen())
        self.ramme = self._lag_ramme(bord)
        self._bygg()
        self.ramme.gaa_til(self.innstillinger.side(bord.sti))
        if self.ramme.side is None:
            self.ramme.gaa_til(self.ramme.sidenoekler[0])
        self.status.vis_lagring(Lagring.LAGRET if bord.kan_endres else Lagring.BARE_LES, bord.sti)
        t, lesbare = self.verktoey.tekster, self.tilgang.lesbare
        if fil.meldinger:  # in one band: there is never more than one
            self.vis_banner(" ".join(t(f"melding.{m.noekkel}", **lesbare(m.data, t)) for m in fil.meldinger), "varsel")
        self._les_rammen()
        self.ramme.foerste_fokus()
        self.klar.emit()

    def _lag_ramme(self, bord: Arbeidsbord) -> Prosessramme:
        ramme = self.tilgang.senere().prosessramme(bord, self.tilgang.sider())
        ramme.si.connect(self._si)
        ramme.hjelp.connect(lambda: self._valg("hjelp"))
        ramme.byttet.connect(self._valg.sidebytte)
        return ramme

    def _si(self, setning: str) -> None:
        self.status.si(setning)  # another status line after each `_bygg`

    def _les_rammen(self) -> None:
        if self.bord is not None:
            tekster = self.verktoey.tekster
            self.bord.hent(lambda sesjon: self.tilgang.rammevisning(sesjon, tekster)).da(self._vis_rammen)

    def _vis_rammen(self, visning: Rammevisning) -> None:
        if self.bord is None or self.ramme is None:
            return
        self._visning = visning
        self.ramme.vis_rammen(visning)
        self._sett_tittel()
        self.sistliste.merk(
            Sistbrukt(
                sti=str(self.bord.sti),
                navn=visning.prosess,
                kommune=visning.kommune,
                brukt=self.verktoey.klokke.naa().isoformat(timespec="seconds"),
                traad=visning.traad,
                fase=visning.fase,
                neste=visning.neste,
                venter=visning.ventesetning,
            )
        )

    def lukk_prosessen(self, etterpaa: Callable[[], object] | None = None) -> None:
        """Write a last copy, let the file go, and show the start page; then do what comes after."""
        if self._lukker:
            return
        if self.bord is None:
            if etterpaa is not None:
                etterpaa()
            return
        self._lukker = True
        if self.ramme is not None and self.ramme.side is not None:
            self.innstillinger.husk_side(self.bord.sti, self.ramme.side.noekkel)
        self.status.si(self.verktoey.tekster("ramme.status.lukker"))
        svar = self.bord.lukk()
        svar.da(lambda _: self._er_lukket(None, etterpaa)).ved_feil(lambda feil: self._er_lukket(feil, etterpaa))

    def _er_lukket(self, feil: KjentFeil | None, etterpaa: Callable[[], object] | None) -> None:
        gammel, self.ramme, self.bord, self._visning, self._lukker = self.ramme, None, None, None, False
        self._bygg()
        if gammel is not None:
            gammel.deleteLater()
        self.startside.ta_fokus()
        if feil is not None:
            self.vis_feil(feil)
            self._kan_lukkes = False
        self.lukket_prosess.emit()
        if etterpaa is not None and feil is None:
            etterpaa()

    def _oppfrisk_valgene(self) -> None:
        if self.menyer.er_fylt:
            self._valg.oppfrisk()

    def _sett_tittel(self) -> None:
        tekster = self.verktoey.tekster
        navn = self._visning.prosess if self._visning is not None else self.bord.sti.stem if self.bord else ""
        self.setWindowTitle(tekster("ramme.tittel_med_fil", navn=navn) if navn else tekster("ramme.tittel"))

    def _fjern_fra_lista(self, sti: Path) -> None:
        self.sistliste.fjern(sti)
        self.startside.vis_filer(self.sistliste.alle)
        self._oppfrisk_valgene()

    # -- what the system asks of a window -----------------------------------------------------------------------

    def dragEnterEvent(self, hendelse: QDragEnterEvent) -> None:
        """Take files that something can be done with."""
        if self._valg.slippbare(hendelse.mimeData()):
            hendelse.acceptProposedAction()

    def dropEvent(self, hendelse: QDropEvent) -> None:
        """Open a process file; give anything else to the page in front."""
        for sti in self._valg.slippbare(hendelse.mimeData()):
            if er_prosessfil(sti):
                self.aapne(sti)
                return
            self._valg.slipp(sti)
        hendelse.acceptProposedAction()

    def closeEvent(self, hendelse: QCloseEvent) -> None:
        """Let the file go first; the window stays until the last copy is written, or cannot be."""
        if self.bord is not None and not self._kan_lukkes:
            hendelse.ignore()
            self.lukk_prosessen(self._lukk_naa)
            return
        self.innstillinger.geometri = self.saveGeometry()
        self.innstillinger.lagre()
        super().closeEvent(hendelse)

    def _lukk_naa(self) -> None:
        self._kan_lukkes = True
        QTimer.singleShot(0, self, self.close)
