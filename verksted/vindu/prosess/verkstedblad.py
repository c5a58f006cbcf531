"""One workshop: what for, when and where, what it is in the eyes of the law, how far it has come, and its lists."""

from __future__ import annotations

import re
from datetime import time
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QLineEdit

from verksted.handlinger.prosess import oppdater_verksted
from verksted.handlinger.verksteder import velg_organ
from verksted.kjerne.klokke import lokal
from verksted.modell.ordene import Fase, Verkstedstatus
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.rullefri import Rullefritt
from verksted.vindu.deler.segment import Segment
from verksted.vindu.oversikt.sjekkliste import Sjekkliste
from verksted.vindu.prosess.blad import Blad
from verksted.vindu.prosess.moeteform import Moeteformvalg
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.deler.datofelt import Datofelt
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord
    from verksted.visning.prosess import Prosessvisning, Verkstedskjema

_KLOKKE: Final = re.compile(r"([01]?\d|2[0-3])(?:[.:]?([0-5]\d))?")


def les_klokke(tekst: str) -> time | None:
    """Return the time a text says: «17.00», «1700», «17» (raises ValueError)."""
    if not (tekst := tekst.casefold().removeprefix("kl.").strip()):
        return None
    if (treff := _KLOKKE.fullmatch(tekst)) is None:
        raise ValueError(tekst)
    return time(int(treff[1]), int(treff[2] or 0))


class Verkstedblad(Blad):
    """Everything is saved as it is written."""

    def __init__(self, bord: Arbeidsbord) -> None:
        super().__init__(bord)
        t = self.tekster
        self._vist: tuple[Prosessvisning, Verkstedskjema] | None = None
        self._overskrift = self.tittel("", Trinn.PUNKT)
        self.navn = self.linje(t("prosess.verksted.tittel"), lambda v: self._lagre(tittel=v), paakrevd=True)
        self.formaal = self.avsnitt(t("prosess.verksted.formaal"), lambda v: self._lagre(formaal=v))
        self.rad((t("prosess.verksted.tittel"), self.navn, 1))
        self.rad((t("prosess.verksted.formaal"), self.formaal, 1))
        self.status = Segment(
            [(s, t(f"prosess.status.{s}")) for s in Verkstedstatus], self.tema, t("prosess.verksted.status")
        )
        self.status.setEnabled(bord.kan_endres)
        self.status.valgt.connect(lambda valgt: self._lagre(status=Verkstedstatus(valgt)))
        self.rad((t("prosess.verksted.status"), self.status, 1))
        self.naar = self._datofelt("dato")
        self.start = self.linje(t("prosess.verksted.start"), lambda v: self._lagre_klokke("start", v))
        self.slutt = self.linje(t("prosess.verksted.slutt"), lambda v: self._lagre_klokke("slutt", v))
        for felt in (self.start, self.slutt):
            felt.setMaximumWidth(self.tema.px(110))
            felt.setMaxLength(9)
        self.rad(
            (t("prosess.verksted.dato"), self.naar, 0),
            (t("prosess.verksted.start"), self.start, 0),
            (t("prosess.verksted.slutt"), self.slutt, 0),
        )
        self.sted = self.linje(t("prosess.verksted.sted"), lambda v: self._lagre(sted=v))
        self.rad((t("prosess.verksted.sted"), self.sted, 1))
        self.organ = Rullefritt(t("prosess.verksted.organ"))
        self.organ.setEditable(True)
        self.organ.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.organ.setFont(self.tema.skrift(Trinn.LISTE))
        self.organ.setEnabled(bord.kan_endres)
        self._organlinje = QLineEdit()
        self.organ.setLineEdit(self._organlinje)
        self._organlinje.setAccessibleName(t("prosess.verksted.organ"))
        self._organlinje.editingFinished.connect(self._lagre_organ)
        self.organ.activated.connect(lambda _: self._lagre_organ())
        self.rad((t("prosess.verksted.organ"), self.organ, 1), hjelp=t("prosess.verksted.organ_hjelp"))
        self.tittel(t("prosess.moeteform.tittel"))
        self.moeteform = Moeteformvalg(bord.verktoey, kan_endres=bord.kan_endres)
        self.moeteform.valgt.connect(lambda felt: self._lagre(**felt))
        self.oppsett.addWidget(self.moeteform)
        self.innkalt = self._datofelt("innkalt")
        self.rad((t("prosess.verksted.innkalt"), self.innkalt, 1), hjelp=t("prosess.verksted.innkalt_hjelp"))
        self._innkallingsord = Etikett("", self.tema, Trinn.TABELL, rolle="dempet", brytes=True)
        self.oppsett.addWidget(self._innkallingsord)
        self.lister: dict[str, Sjekkliste] = {}
        for fase in Fase:
            self.tittel(t(f"prosess.fase.{fase}"))
            liste = Sjekkliste(bord)
            liste.si.connect(self.si)
            self.lister[fase] = liste
            self.oppsett.addWidget(liste)

    def _datofelt(self, noekkel: str) -> Datofelt:
        return self.dato(self.tekster(f"prosess.verksted.{noekkel}"), lambda d: self._lagre(**{noekkel: d}))

    def vis(self, visning: Prosessvisning, verksted: Verkstedskjema) -> None:
        """Show a workshop as the file holds it."""
        self._vist = visning, verksted
        self._overskrift.setText(self.tekster("oversikt.fase.verksted", nummer=verksted.nummer))
        self.navn.sett(verksted.tittel)
        self.formaal.sett(verksted.formaal)
        self.status.sett(verksted.status)
        self.naar.sett(verksted.dato)
        self.start.sett(f"{verksted.start:%H.%M}")
        self.slutt.sett(f"{verksted.slutt:%H.%M}" if verksted.slutt else "")
        self.sted.sett(verksted.sted)
        if not self._organlinje.hasFocus():
            with QSignalBlocker(self.organ):
                self.organ.clear()
                self.organ.addItems([navn for _, navn in visning.organer])
                self.organ.setCurrentText(verksted.organ)
        self.moeteform.vis(verksted)
        self.innkalt.sett(verksted.innkalt)
        self._vis_innkalling(verksted)
        roller = [rolle.navn for rolle in visning.roller]
        for fase, liste in self.lister.items():
            punkter = [p for p in verksted.sjekkliste if p.fase == fase]
            liste.vis(punkter, roller, (verksted.nummer, fase))

    def vis_igjen(self) -> None:
        """Show again what the file holds."""
        if self._vist is not None:
            self.vis(*self._vist)

    def lagre_det_skrevne(self) -> None:
        """Save what is being written, before another workshop takes the sheet."""
        for felt in (self.navn, self.sted, self.start, self.slutt, self.formaal):
            felt.lagre()

    def _vis_innkalling(self, verksted: Verkstedskjema) -> None:
        t, i_dag = self.tekster, lokal(self.bord.verktoey.klokke.naa()).date()
        ord_, varsel = "", False
        if verksted.innkalt and verksted.dato:
            dager = (verksted.dato - verksted.innkalt).days
            varsel = dager < 0
            ord_ = t("prosess.innkalling.etter") if varsel else t.antall("prosess.innkalling.foer", dager)
        elif verksted.dato and verksted.status == "planlagt" and 0 <= (verksted.dato - i_dag).days <= 14:
            ord_, varsel = t("prosess.innkalling.mangler"), True
        self._innkallingsord.setText(ord_)
        self._innkallingsord.sett_rolle("varsel" if varsel else "dempet")
        self._innkallingsord.setVisible(bool(ord_))

    def _lagre(self, **felt: Any) -> None:  # noqa: ANN401 - fields of the entity
        if self._vist is not None:
            self.vent(self.bord.utfoer(oppdater_verksted, verksted=self._vist[1].nummer, **felt))

    def _lagre_klokke(self, noekkel: str, tekst: str) -> None:
        try:
            klokka = les_klokke(tekst)
        except ValueError:
            klokka = None
            if tekst:
                self.si.emit(self.tekster("prosess.verksted.klokke_ukjent", skrevet=tekst))
                self.vis_igjen()
                return
        if klokka is None and noekkel == "start":
            self.vis_igjen()
        else:
            self._lagre(**{noekkel: klokka})

    def _lagre_organ(self) -> None:
        navn = self.organ.currentText().strip()
        if self._vist is not None and navn and navn != self._vist[1].organ:
            self.vent(self.bord.utfoer(velg_organ, verksted=self._vist[1].nummer, navn=navn))
