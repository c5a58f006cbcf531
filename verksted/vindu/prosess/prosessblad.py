"""The process itself: name, municipality, målform, periods, bodies, and the dates after the last workshop."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout

from verksted.handlinger.prosess import oppdater_prosess
from verksted.handlinger.verksteder import oppdater_organ, sett_fasedato
from verksted.kjerne.tekster import MAALFORMER
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.oppsett import toem
from verksted.vindu.deler.segment import Segment
from verksted.vindu.prosess.blad import Blad
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from datetime import date

    from verksted.vindu.deler.skrivefelt import Linjefelt
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord
    from verksted.visning.prosess import Prosessvisning

_AAR = ("valgperiode_fra", "valgperiode_til", "planperiode_fra", "planperiode_til")


class Prosessblad(Blad):
    """Everything is saved as it is written."""

    def __init__(self, bord: Arbeidsbord) -> None:
        super().__init__(bord)
        t = self.tekster
        self._vist: Prosessvisning | None = None
        self.tittel(t("prosess.prosess.tittel"), Trinn.PUNKT)
        self.navn = self.linje(t("prosess.prosess.navn"), lambda v: self._lagre(navn=v), paakrevd=True)
        self.kommune = self.linje(t("prosess.prosess.kommune"), lambda v: self._lagre(kommune=v), paakrevd=True)
        self.rad((t("prosess.prosess.navn"), self.navn, 1))
        self.rad((t("prosess.prosess.kommune"), self.kommune, 1))
        maalformer = [(m, t(f"start.dialog.{m}")) for m in MAALFORMER]
        self.maalform = Segment(maalformer, self.tema, t("prosess.prosess.maalform"))
        self.maalform.setEnabled(bord.kan_endres)
        self.maalform.valgt.connect(lambda valgt: self._lagre(maalform=valgt))
        self.rad((t("prosess.prosess.maalform"), self.maalform, 1), hjelp=t("prosess.prosess.maalform_hjelp"))
        self.aar: dict[str, Linjefelt] = {}
        for noekkel in _AAR:
            felt = self.linje(t(f"prosess.prosess.{noekkel}"), partial(self._lagre_aar, noekkel))
            felt.setMaximumWidth(self.tema.px(110))
            felt.setMaxLength(4)
            self.aar[noekkel] = felt
        for par in (_AAR[:2], _AAR[2:]):
            self.rad(*((t(f"prosess.prosess.{n}"), self.aar[n], 0) for n in par))
        self.tittel(t("prosess.etter.tittel"))
        self.oppsett.addWidget(Etikett(t("prosess.etter.om"), self.tema, Trinn.TABELL, rolle="dempet", brytes=True))
        self.datoer = {
            noekkel: self.dato(t(f"prosess.etter.{noekkel}"), partial(self._lagre_dato, noekkel))
            for noekkel in ("hoering_fra", "hoering_til", "vedtak_fra", "oppfoelging_fra")
        }
        self.rad(*((t(f"prosess.etter.{n}"), self.datoer[n], 0) for n in ("hoering_fra", "hoering_til")))
        self.rad(*((t(f"prosess.etter.{n}"), self.datoer[n], 0) for n in ("vedtak_fra", "oppfoelging_fra")))
        self.tittel(t("prosess.organ.tittel"))
        self.oppsett.addWidget(Etikett(t("prosess.organ.om"), self.tema, Trinn.TABELL, rolle="dempet", brytes=True))
        self._organrader = QVBoxLayout()
        self._organrader.setSpacing(self.tema.px(8))
        self.oppsett.addLayout(self._organrader)
        self._organer: dict[str, Linjefelt] = {}

    def vis(self, visning: Prosessvisning) -> None:
        """Show what the file holds."""
        self._vist = visning
        self.navn.sett(visning.navn)
        self.kommune.sett(visning.kommune)
        self.maalform.sett(visning.maalform)
        for noekkel, verdi in zip(_AAR, (*visning.valgperiode, *visning.planperiode), strict=True):
            self.aar[noekkel].sett(str(verdi or ""))
        for noekkel, datofelt in self.datoer.items():
            fase, _, ende = noekkel.partition("_")
            fra, til = visning.fasedatoer.get(fase, (None, None))
            datofelt.sett(fra if ende == "fra" else til)
        if [rad_id for rad_id, _ in visning.organer] != list(self._organer):
            toem(self._organrader)
            self._organer = {}
            for rad_id, _ in visning.organer:
                felt = self.linje(self.tekster("prosess.organ.navn"), partial(self._lagre_organ, rad_id), paakrevd=True)
                self._organrader.addWidget(felt)
                self._organer[rad_id] = felt
        for rad_id, navn in visning.organer:
            self._organer[rad_id].sett(navn)

    def vis_igjen(self) -> None:
        """Show again what the file holds."""
        if self._vist is not None:
            self.vis(self._vist)

    def _lagre(self, **felt: Any) -> None:  # noqa: ANN401 - fields of the entity
        self.vent(self.bord.utfoer(oppdater_prosess, **felt))

    def _lagre_aar(self, noekkel: str, tekst: str) -> None:
        if tekst.isdecimal():
            self._lagre(**{noekkel: int(tekst)})
        elif not tekst and noekkel.startswith("planperiode"):
            self._lagre(**{noekkel: None})
        else:
            self.vis_igjen()
            self.si.emit(self.tekster("prosess.prosess.aar_ukjent", skrevet=tekst))

    def _lagre_organ(self, rad_id: str, navn: str) -> None:
        self.vent(self.bord.utfoer(oppdater_organ, organ=rad_id, navn=navn))

    def _lagre_dato(self, noekkel: str, _dato: date | None) -> None:
        fase = noekkel.partition("_")[0]
        fra, til = self.datoer[f"{fase}_fra"].verdi, None
        if fase == "hoering":
            til = self.datoer["hoering_til"].verdi
            if fra is None and til is not None:
                fra, til = til, None
        tittel = self.tekster(f"oversikt.fase.{fase}")
        self.vent(self.bord.utfoer(sett_fasedato, fase=fase, tittel=tittel, fra=fra, til=til))
