"""One place of the plan: what it is, both wordings, alternatives, grounds, goals and period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from verksted.handlinger.plan import skriv_forslag
from verksted.modell.ordene import Planperiode
from verksted.vindu.deler.etikett import Etikett, strek
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.rullefri import Rullefritt
from verksted.vindu.plan.alternativflate import Alternativflate
from verksted.vindu.plan.flytrad import Flytrad
from verksted.vindu.plan.grunner import Grunner
from verksted.vindu.plan.maalvalg import Maalvalg
from verksted.vindu.plan.ordpar import Ordpar
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.plan.skrivevakt import Skrivevakt
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord
    from verksted.visning.planblad import Planblad


class Blad(QWidget):
    """Signals: `neste_endring` with 1 or -1, `ta_inn_igjen` for a place that is to go out, `si` with a sentence."""

    neste_endring = Signal(int)
    ta_inn_igjen = Signal()
    si = Signal(str)

    def __init__(self, bord: Arbeidsbord, vakt: Skrivevakt) -> None:
        super().__init__()
        self._bord = bord
        verktoey = bord.verktoey
        self._tema, self._t = verktoey.tema, verktoey.tekster
        t, tema, px = self._t, self._tema, self._tema.px
        self._blad: Planblad | None = None
        hode = self._lag_hode()
        self._kode = Etikett("", tema, Trinn.AVSNITT, rolle="dempet", tall=True)
        self._tittel = Etikett("", tema, Trinn.OBJEKT, brytes=True)
        tittelrad = QHBoxLayout()
        tittelrad.setSpacing(px(12))
        tittelrad.addWidget(self._kode)
        tittelrad.addWidget(self._tittel, 1)
        self.ordpar = Ordpar(bord, vakt)
        self.ordpar.neste_endring.connect(self.neste_endring)
        self.ordpar.si.connect(self.si)
        self.ordpar.tittel.skrevet.connect(self._ny_tittel)
        self._utgaar = QWidget()
        utgaar = QHBoxLayout(self._utgaar)
        utgaar.setContentsMargins(0, 0, 0, 0)
        utgaar.addWidget(Etikett(t("plan.utgaar.setning"), tema, Trinn.LISTE, brytes=True), 1)
        igjen = Knapp(t("plan.utgaar.ta_inn_igjen"), tema, liten=True)
        igjen.setEnabled(bord.kan_endres)
        igjen.clicked.connect(self.ta_inn_igjen)
        utgaar.addWidget(igjen)
        self._uten_tiltak = Etikett(t("plan.uten_tiltak"), tema, Trinn.TABELL, rolle="varsel", brytes=True)
        self._forklaring = self._lag_forklaring()
        self.alternativer = Alternativflate(bord, vakt)
        self.grunner = Grunner(bord, vakt)
        self.maal = Maalvalg(verktoey)
        self.maal.valgt.connect(self._sett_maal)
        self._tiltak = Etikett("", tema, Trinn.TABELL, rolle="dempet", brytes=True)
        helt = QVBoxLayout(self)
        helt.setContentsMargins(0, 0, 0, 0)
        helt.setSpacing(px(12))
        helt.addLayout(hode)
        helt.addLayout(tittelrad)
        for widget in (
            self._uten_tiltak,
            self._utgaar,
            self.ordpar,
            self._forklaring,
            self.alternativer,
            strek(tema),
            self.grunner,
            self.maal,
            self._tiltak,
        ):
            helt.addWidget(widget)

    def _lag_hode(self) -> QHBoxLayout:
        """Make the line with where, how long, and the way from change to change."""
        t, tema, verktoey = self._t, self._tema, self._bord.verktoey
        self._hvor = Etikett("", tema, Trinn.TABELL, rolle="dempet", brytes=True)
        self.periode = Rullefritt(t("plan.periode.navn"))
        self.periode.setProperty("liten", "true")
        self.periode.setFont(tema.skrift(Trinn.TABELL))
        self.periode.addItem(t("plan.periode.ikke_satt"), None)
        for periode in Planperiode:
            self.periode.addItem(t(f"plan.periode.{periode}"), str(periode))
        self.periode.activated.connect(self._sett_periode)
        forrige = Knapp(t("plan.forrige"), tema, slag="tekst", liten=True, ikon=(verktoey.ikoner, "caret-left"))
        neste = Knapp(t("plan.neste"), tema, slag="tekst", liten=True, ikon=(verktoey.ikoner, "caret-right"))
        forrige.setToolTip(t("plan.forrige_tips"))
        neste.setToolTip(t("plan.neste_tips"))
        forrige.clicked.connect(lambda: self.neste_endring.emit(-1))
        neste.clicked.connect(lambda: self.neste_endring.emit(1))
        hode = QHBoxLayout()
        hode.setSpacing(tema.px(12))
        hode.addWidget(self._hvor, 1)
        hode.addWidget(self.periode)
        hode.addWidget(forrige)
        hode.addWidget(neste)
        return hode

    def _lag_forklaring(self) -> QWidget:
        """Say what struck and underlined mean, shown as they are."""
        flate = QWidget()
        rad = Flytrad(self._tema.px(5))
        flate.setLayout(rad)
        for noekkel, strukket in (("borte", True), ("nytt", False)):
            ord_ = Etikett(self._t(f"plan.forklaring.{noekkel}_ord"), self._tema, Trinn.TABELL)
            skrift = ord_.font()
            skrift.setStrikeOut(strukket)
            skrift.setUnderline(not strukket)
            ord_.setFont(skrift)
            rad.addWidget(ord_)
            rad.addWidget(Etikett(self._t(f"plan.forklaring.{noekkel}"), self._tema, Trinn.TABELL, rolle="dempet"))
        return flate

    # -- what it shows ------------------------------------------------------------------------------------------

    @property
    def blad(self) -> Planblad | None:
        """The place it shows."""
        return self._blad

    def vis(self, blad: Planblad, aar: int | None, *, fersk: bool, uten_tiltak: bool) -> bool:
        """Show a place; return False where words being typed were left standing."""
        self._blad = blad
        t, kan = self._t, self._bord.kan_endres
        nivaa = blad.nivaa[:1].upper() + blad.nivaa[1:]
        over = " ".join(blad.over).strip()
        self._hvor.setText(t("plan.hvor_under", nivaa=nivaa, over=over) if over else nivaa)
        self._kode.setText(blad.kode)
        self.periode.setCurrentIndex(max(0, self.periode.findData(blad.periode or None)))
        self.periode.setEnabled(kan)
        self._utgaar.setVisible(blad.utgaar)
        self._uten_tiltak.setVisible(uten_tiltak)
        self._forklaring.setVisible(blad.har_gjeldende)
        helt = self.ordpar.vis(blad, aar, fersk=fersk)
        helt = self.grunner.vis(blad, fersk=fersk) and helt
        self.alternativer.vis(blad, fersk=fersk)
        self.maal.vis(blad.baerekraftsmaal, kan_endres=kan)
        tiltak = ", ".join(f"{kode} {tittel}" for kode, tittel in blad.tiltak)
        self._tiltak.setText(t("plan.tiltak", tiltak=tiltak) if tiltak else "")
        self._tiltak.setVisible(bool(tiltak))
        self._ny_tittel()
        return helt

    def skriv_ned(self) -> None:
        """Send what has not been sent."""
        for del_ in (self.ordpar, self.alternativer, self.grunner):
            del_.skriv_ned()

    def _ny_tittel(self) -> None:
        tittel = self.ordpar.tittel.toPlainText().strip()
        self._tittel.setText(tittel or self._t("plan.uten_tittel"))
        self.setAccessibleName(f"{self._kode.text()} {self._tittel.text()}")

    # -- what is chosen -----------------------------------------------------------------------------------------

    def _sett_periode(self, nummer: int) -> None:
        if self._blad is not None:
            periode = self.periode.itemData(nummer)
            self._bord.utfoer(
                skriv_forslag, element=self._blad.kode, periode=Planperiode(periode) if periode else None
            ).ved_feil(self._tilbake)

    def _sett_maal(self, maal: list[int]) -> None:
        if self._blad is not None:
            self._bord.utfoer(skriv_forslag, element=self._blad.kode, baerekraftsmaal=maal)

    def _tilbake(self, feil: object) -> None:
        """Show what the file has, and the failure."""
        if self._blad is not None:
            self.periode.setCurrentIndex(max(0, self.periode.findData(self._blad.periode or None)))
        self._bord.verktoey.bakgrunn.feilet.emit(feil)
