"""Carries out the commands of the table, and says which of them can be used now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from verksted.vindu.ramme import filer
from verksted.vindu.ramme.valgtabell import alle_valg
from verksted.vindu.utseende.tema import TEMAVALG, ZOOMTRINN

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData

    from verksted.kjerne.tekster import Maalform
    from verksted.vindu.ramme.hjelpepanel import Hjelpepanel
    from verksted.vindu.ramme.kontrakt import Endringsmelding, Linje
    from verksted.vindu.ramme.tastevindu import Omvindu, Tastevindu
    from verksted.vindu.ramme.vindu import Vindu
    from verksted.vindu.start.nydialog import Nyprosess


class Valgutfoerer:
    """Called with the key of a command."""

    def __init__(self, vindu: Vindu) -> None:
        self._vindu = vindu
        self._hjelp: Hjelpepanel | None = None
        self._utfoer: dict[str, Callable[[], object]] = {
            "ny": self.ny,
            "aapne": self._aapne,
            "lagre_kopi": self._lagre_kopi,
            "vis_i_mappe": self._vis_i_mappe,
            "lukk": self._lukk,
            "avslutt": self._avslutt,
            "angre": self._angre,
            "gjoer_om": self._gjoer_om,
            "soek": self._palett,
            "palett": self._palett,
            "stoerre": lambda: self._zoom(1),
            "mindre": lambda: self._zoom(-1),
            "vanlig_stoerrelse": lambda: self._sett_zoom(100),
            "fullskjerm": self._fullskjerm,
            "hjelp": self._vis_hjelp,
            "taster": self._taster,
            "eksempel": self._eksempel,
            "om": lambda: self._dialog(vindu.tilgang.senere().omvindu),
        }

    def __call__(self, noekkel: str) -> None:
        """Carry out a command (raises KeyError for one that is not in the table)."""
        if noekkel.startswith("utseende_"):
            self._utseende(noekkel.removeprefix("utseende_"))
        elif noekkel.startswith("spraak_"):
            self._spraak("nn" if noekkel.endswith("nn") else "nb")
        else:
            self._utfoer[noekkel]()

    # -- what can be used now -----------------------------------------------------------------------------------

    def oppfrisk(self) -> None:
        """Switch the commands on and off, tick the ones in use, and name what undo would take."""
        vindu, handlinger = self._vindu, self._vindu.menyer.handlinger
        bord = vindu.bord
        for valg in alle_valg():
            aapen = bord is not None and (valg.krever != "endring" or bord.kan_endres)
            handlinger[valg.noekkel].setEnabled(not valg.krever or aapen)
        for noekkel, linje in (
            ("angre", bord.kan_angre if bord else None),
            ("gjoer_om", bord.kan_gjoere_om if bord else None),
        ):
            handlinger[noekkel].setText(self._angretekst(noekkel, linje))
            handlinger[noekkel].setEnabled(linje is not None)
        for navn in TEMAVALG:
            handlinger[f"utseende_{navn}"].setChecked(vindu.verktoey.tema.valg == navn)
        for maalform in ("nb", "nn"):
            handlinger[f"spraak_{maalform}"].setChecked(vindu.verktoey.spraak.maalform == maalform)
        handlinger["fullskjerm"].setChecked(vindu.widget.isFullScreen())
        sist = [(Path(en.sti), en.navn) for en in vindu.sistliste.alle[:8]]
        vindu.menyer.vis_sist_brukte(sist, vindu.aapne)

    def _angretekst(self, noekkel: str, linje: Linje | None) -> str:
        t = self._vindu.verktoey.tekster
        return t(f"ramme.valg.{noekkel}_hva", hva=self._etikett(linje)) if linje else t(f"ramme.valg.{noekkel}")

    def _etikett(self, linje: Linje) -> str:
        etikett = self._vindu.verktoey.tekster(f"handlinger.{linje.navn}")
        return f"{etikett} ({', '.join(linje.koder[:3])})" if linje.koder else etikett

    # -- files --------------------------------------------------------------------------------------------------

    def ny(self, mal: str = "") -> None:
        """Ask for what a new process needs, and make it."""
        vindu = self._vindu
        dialog = vindu.tilgang.senere().nydialog(
            vindu.widget, vindu.verktoey.tema, vindu.verktoey.tekster, vindu.startside.malene, mal
        )
        dialog.opprett.connect(self._opprett)
        dialog.open()

    def _opprett(self, ny: Nyprosess) -> None:
        vindu, t = self._vindu, self._vindu.verktoey.tekster
        forslag = Path.home() / f"{ny.navn}{filer.ENDELSE}"
        sti = vindu.verktoey.dialoger.velg_sted(vindu.widget, t("ramme.ny.hvor"), forslag, self._typene())
        if sti is None:
            return
        opprett = vindu.tilgang.opprett

        def lag() -> None:
            tittel = t("ramme.ny.lager", navn=sti.stem)
            vindu.verktoey.bakgrunn.arbeid(tittel, lambda _: opprett(ny, sti)).da(vindu.ta_imot)

        vindu.lukk_prosessen(lag)

    def _typene(self) -> tuple[tuple[str, str], ...]:
        return ((self._vindu.verktoey.tekster("ramme.filtype"), f"*{filer.ENDELSE}"),)

    def _aapne(self) -> None:
        vindu = self._vindu
        tittel = vindu.verktoey.tekster("ramme.aapne_tittel")
        if (sti := vindu.verktoey.dialoger.velg_fil(vindu.widget, tittel, self._typene())) is not None:
            vindu.aapne(sti)

    def _lagre_kopi(self) -> None:
        vindu, t, bord = self._vindu, self._vindu.verktoey.tekster, self._vindu.bord
        if bord is None:
            return
        forslag = bord.sti.with_name(t("ramme.kopi.navn", navn=bord.sti.stem) + filer.ENDELSE)
        sti = vindu.verktoey.dialoger.velg_sted(vindu.widget, t("ramme.kopi.hvor"), forslag, self._typene())
        if sti is not None:
            bord.lagre_kopi(sti).da(lambda hvor: vindu.status.si(t("ramme.kopi.lagret", sti=hvor)))

    def _vis_i_mappe(self) -> None:
        if self._vindu.bord is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._vindu.bord.sti.parent)))

    def _lukk(self) -> None:
        self._vindu.lukk_prosessen()

    def _avslutt(self) -> None:
        self._vindu.widget.close()

    def _eksempel(self) -> None:
        vindu, maalform = self._vindu, self._vindu.verktoey.spraak.maalform
        lag = vindu.tilgang.lag_eksempel
        vindu.verktoey.bakgrunn.arbeid(
            vindu.verktoey.tekster("ramme.eksempelet.lages"), lambda fremdrift: lag(fremdrift, maalform)
        ).da(vindu.aapne)

    def slippbare(self, data: QMimeData) -> tuple[Path, ...]:
        """Return the dropped files that something can be done with."""
        return filer.slippbare(data, med_prosess=self._vindu.bord is not None)

    def slipp(self, sti: Path) -> None:
        """Give a file to the page in front; one it does not take is looked at in the import preview."""
        vindu, ramme = self._vindu, self._vindu.ramme
        if ramme is None or ramme.side is None or vindu.bord is None or ramme.side.slipp(sti):
            return
        if vindu.tilgang.les_inn is not None and vindu.bord.kan_endres:
            vindu.tilgang.les_inn(vindu.bord, ramme.side, sti)
        else:
            vindu.vis_banner(vindu.verktoey.tekster("ramme.slipp.ikke_her", fil=sti.name), "varsel")

    # -- undo ---------------------------------------------------------------------------------------------------

    def _angre(self) -> None:
        if self._vindu.bord is not None:
            self._vindu.bord.angre().da(lambda endring: self._si("ramme.status.angret", endring))

    def _gjoer_om(self) -> None:
        if self._vindu.bord is not None:
            self._vindu.bord.gjoer_om().da(lambda endring: self._si("ramme.status.gjort_om", endring))

    def _si(self, noekkel: str, endring: Endringsmelding) -> None:
        t = self._vindu.verktoey.tekster
        self._vindu.status.si(t(noekkel, hva=t(f"handlinger.{endring.resultat}")))

    # -- how it looks -------------------------------------------------------------------------------------------

    def _utseende(self, navn: str) -> None:
        valg = next(v for v in TEMAVALG if v == navn)
        self._vindu.verktoey.tema.velg(valg)
        self._vindu.innstillinger.tema = valg
        self.oppfrisk()

    def _spraak(self, maalform: Maalform) -> None:
        self._vindu.innstillinger.spraak = maalform
        self._vindu.verktoey.spraak.bytt(maalform)
        self.oppfrisk()

    def _zoom(self, retning: int) -> None:
        naa = self._vindu.verktoey.tema.zoom
        nummer = min(range(len(ZOOMTRINN)), key=lambda i: abs(ZOOMTRINN[i] - naa)) + retning
        self._sett_zoom(ZOOMTRINN[min(max(nummer, 0), len(ZOOMTRINN) - 1)])

    def _sett_zoom(self, zoom: int) -> None:
        vindu = self._vindu
        if zoom != vindu.verktoey.tema.zoom:
            vindu.verktoey.tema.sett_zoom(zoom)
            vindu.innstillinger.zoom = zoom
            vindu.bygg_om()

    def _fullskjerm(self) -> None:
        vindu = self._vindu
        vindu.widget.showNormal() if vindu.widget.isFullScreen() else vindu.widget.showFullScreen()
        self.oppfrisk()

    # -- help and palette ---------------------------------------------------------------------------------------

    def _palett(self) -> None:
        self._vindu.tilgang.senere().palett(self._vindu).aapne()

    def _vis_hjelp(self) -> None:
        vindu = self._vindu
        if vindu.ramme is None:
            self._taster()
            return
        if vindu.ramme.hjelp_vises:
            vindu.ramme.vis_hjelp(None)
            return
        panel = self._hjelp = vindu.tilgang.senere().hjelpepanel(vindu.verktoey)
        panel.lukket.connect(self._lukk_hjelp)
        panel.vis(vindu.ramme.side.noekkel if vindu.ramme.side else "")
        vindu.ramme.vis_hjelp(panel)

    def _lukk_hjelp(self) -> None:
        if self._vindu.ramme is not None:
            self._vindu.ramme.vis_hjelp(None)

    def _taster(self) -> None:
        self._dialog(self._vindu.tilgang.senere().tastevindu)

    def sidebytte(self, noekkel: str) -> None:
        """Let the help follow the page."""
        ramme = self._vindu.ramme
        if ramme is not None and ramme.hjelp_vises and self._hjelp is not None:
            self._hjelp.vis(noekkel)

    def _dialog(self, slag: type[Tastevindu] | type[Omvindu]) -> None:
        slag(self._vindu.widget, self._vindu.verktoey, self._vindu.menyer, self._vindu.tilgang.versjon()).open()
