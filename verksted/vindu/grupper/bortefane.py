"""Who is away, who sits for them, who came late, and the mending of the tables: the day itself in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett, strek
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.oppsett import toem
from verksted.vindu.grupper.personvalg import Personvalg
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.grupper import Plassvisning, Rundevisning
    from verksted.visning.gruppeside import Gruppesidevisning


class Bortefane(QWidget):
    """Signals: `forfall` and `kommer` (person), `vara` (deputy, member), `sent` (person), `rett` for the mending."""

    forfall = Signal(str)
    kommer = Signal(str)
    vara = Signal(str, str)
    sent = Signal(str)
    rett = Signal()

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        self._verktoey = verktoey
        t, tema = verktoey.tekster, verktoey.tema
        self._rader = QVBoxLayout()
        self._rader.setSpacing(tema.px(8))
        self.hvem = Personvalg(t("gruppeside.borte.hvem"))
        self.meld = Knapp(t("gruppeside.borte.meld"), tema, liten=True, ikon=(verktoey.ikoner, "user-minus"))
        self.meld.clicked.connect(self._meld)
        linje = QHBoxLayout()
        linje.addWidget(self.hvem, 1)
        linje.addWidget(self.meld)
        self._mangler = QVBoxLayout()
        self._mangler.setSpacing(tema.px(8))
        self.rett_opp = Knapp(t("gruppeside.borte.rett"), tema, ikon=(verktoey.ikoner, "wrench"))
        self.rett_opp.clicked.connect(self.rett)
        self._hjelp = Etikett(t("gruppeside.borte.rett_hjelp"), tema, Trinn.META, rolle="dempet", brytes=True)
        helt = QVBoxLayout(self)
        helt.setContentsMargins(0, 0, 0, 0)
        helt.setSpacing(tema.px(12))
        helt.addWidget(Etikett(t("gruppeside.borte.tittel"), tema, Trinn.AVSNITT))
        helt.addLayout(self._rader)
        helt.addLayout(linje)
        helt.addLayout(self._mangler)
        helt.addSpacing(tema.px(8))
        helt.addWidget(self.rett_opp)
        helt.addWidget(self._hjelp)
        helt.addStretch(1)

    def vis(self, visning: Gruppesidevisning, runde: Rundevisning | None, *, kan_endres: bool) -> None:
        """Show the absent with their deputies, and those who lack a seat."""
        t, tema = self._verktoey.tekster, self._verktoey.tema
        toem(self._rader)
        toem(self._mangler)
        grupper = visning.grupper
        if not grupper.forfall:
            ingen = t("gruppeside.borte.ingen")
            self._rader.addWidget(Etikett(ingen, tema, Trinn.LISTE, rolle="dempet", brytes=True))
        for person in grupper.forfall:
            self._rader.addWidget(self._borte(person, visning, runde, kan_endres=kan_endres))
        if grupper.runder and grupper.uten_plass:
            self._mangler.addWidget(Etikett(t("gruppeside.borte.uten_plass"), tema, Trinn.LISTE_HALVFET))
            for person in grupper.uten_plass:
                self._mangler.addWidget(self._uten_plass(person, kan_endres=kan_endres))
        self.hvem.vis(visning.deltakere)
        self.hvem.setEnabled(kan_endres)
        self.meld.setEnabled(kan_endres)
        self.rett_opp.setVisible(bool(grupper.runder))
        self._hjelp.setVisible(bool(grupper.runder))
        self.rett_opp.setEnabled(kan_endres)

    def _borte(
        self, person: Plassvisning, visning: Gruppesidevisning, runde: Rundevisning | None, *, kan_endres: bool
    ) -> QWidget:
        t, tema = self._verktoey.tekster, self._verktoey.tema
        vara = visning.erstatter.get(person.person_id)
        rad = QWidget()
        oppsett = QVBoxLayout(rad)
        oppsett.setContentsMargins(0, 0, 0, 0)
        oppsett.setSpacing(tema.px(4))
        navn = f"{person.navn} ({person.listekode})" if person.listekode else person.navn
        oppsett.addWidget(Etikett(navn, tema, Trinn.LISTE_MEDIUM, brytes=True))
        oppsett.addWidget(Etikett(self._varaord(vara, runde), tema, Trinn.TABELL, rolle="dempet", brytes=True))
        linje = QHBoxLayout()
        if vara is None:
            valg = Personvalg(t("gruppeside.borte.velg_vara"))
            like = [v for v in visning.varaer if v.liste == person.liste]
            valg.vis([*like, *(v for v in visning.varaer if v.liste != person.liste)])
            valg.setEnabled(kan_endres and bool(visning.varaer))
            valg.activated.connect(lambda _: self._valgte_vara(valg.person_id, person.person_id))
            linje.addWidget(valg, 1)
        kommer = Knapp(t("gruppeside.borte.kommer"), tema, slag="tekst", liten=True)
        kommer.setAccessibleName(t("gruppeside.borte.kommer_hvem", navn=person.navn))
        kommer.setEnabled(kan_endres)
        kommer.clicked.connect(lambda: self.kommer.emit(person.person_id))
        linje.addWidget(kommer)
        linje.setAlignment(kommer, Qt.AlignmentFlag.AlignLeft)
        oppsett.addLayout(linje)
        oppsett.addWidget(strek(tema))
        return rad

    def _valgte_vara(self, vara: str, medlem: str) -> None:
        if vara:
            self.vara.emit(vara, medlem)

    def _varaord(self, vara: Plassvisning | None, runde: Rundevisning | None) -> str:
        t = self._verktoey.tekster
        if vara is None:
            return t("gruppeside.borte.ingen_vara")
        bordene = runde.bord if runde else ()
        ved = next((b.nummer for b in bordene if any(p.person_id == vara.person_id for p in b.plasser)), None)
        noekkel = "vara_uten_bord" if ved is None else "vara_ved"
        liste = vara.listekode or vara.liste
        return t(f"gruppeside.borte.{noekkel}", navn=vara.navn, liste=liste, bord=ved)

    def _uten_plass(self, person: Plassvisning, *, kan_endres: bool) -> QWidget:
        t, tema = self._verktoey.tekster, self._verktoey.tema
        rad = QWidget()
        oppsett = QHBoxLayout(rad)
        oppsett.setContentsMargins(0, 0, 0, 0)
        oppsett.addWidget(Etikett(person.navn, tema, Trinn.LISTE, brytes=True), 1)
        knapp = Knapp(t("gruppeside.borte.gi_plass"), tema, liten=True)
        knapp.setAccessibleName(t("gruppeside.borte.gi_plass_hvem", navn=person.navn))
        knapp.setEnabled(kan_endres)
        knapp.clicked.connect(lambda: self.sent.emit(person.person_id))
        oppsett.addWidget(knapp)
        return rad

    def _meld(self) -> None:
        if person_id := self.hvem.person_id:
            self.hvem.toem()
            self.forfall.emit(person_id)
        else:
            self.hvem.setFocus(Qt.FocusReason.OtherFocusReason)
