"""What the elected members said: title, sources, suggestion, how far they agree, and what each list remarked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSpinBox, QWidget

from verksted.modell.ordene import Enighet, Standpunkt
from verksted.vindu.bearbeide.feltrad import Feltrader
from verksted.vindu.bearbeide.flyt import Flyt
from verksted.vindu.bearbeide.forslagslinje import Forslagslinje
from verksted.vindu.bearbeide.kildeliste import FAA, Kildeliste
from verksted.vindu.bearbeide.merknader import Merknader
from verksted.vindu.bearbeide.sfaeredel import Sfaeredel
from verksted.vindu.bearbeide.skrivefelt import Forlater, Linjefelt, Tekstfelt
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.segment import Segment
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from verksted.vindu.bearbeide.punktarbeid import Punktarbeid
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.bearbeiding import Arbeidspunkt, Bearbeiding, Notatrad


class Politikkdel(Sfaeredel):
    """Signals: `gaa_til_notat` with the code of a source the user wants to see in the list."""

    gaa_til_notat = Signal(str)

    def __init__(self, verktoey: Verktoey, arbeid: Punktarbeid, les_opp: Callable[[Notatrad], str]) -> None:
        super().__init__("politikk", verktoey)
        self._verktoey, self._t, self._arbeid = verktoey, verktoey.tekster, arbeid
        self._kode = ""
        self._setter = False
        t, tema = self._t, verktoey.tema
        self.hode.addStretch(1)
        self.tittel = Linjefelt(t("bearbeide.felt.tittel"), tema, Trinn.PUNKT, flat=True)
        self.tittel.skrevet.connect(self._ny_tittel)
        self.tittel.setMaxLength(300)
        self.innhold.addWidget(self.tittel)
        self._bygg_kilder(les_opp)
        self.forslag = Forslagslinje(verktoey)
        self.innhold.addWidget(self.forslag)
        self._bygg_enighet()
        self.mer = self._bygg_felter()
        self.innhold.addWidget(self.mer)

    def _bygg_kilder(self, les_opp: Callable[[Notatrad], str]) -> None:
        t, tema = self._t, self._verktoey.tema
        linje = Flyt(tema.px(8))
        self._bygger_paa = Etikett("", tema, Trinn.LISTE_HALVFET)
        self._fra_bord = Etikett("", tema, Trinn.TABELL, rolle="dempet")
        self.vis_alle = Knapp(t("bearbeide.vis_alle"), tema, slag="tekst", liten=True)
        self.vis_alle.clicked.connect(self._alle)
        self.fra_hverandre = Knapp(t("bearbeide.ta_fra_hverandre"), tema, slag="tekst", liten=True)
        self.fra_hverandre.setToolTip(t("bearbeide.ta_fra_hverandre_tips"))
        self.fra_hverandre.clicked.connect(lambda: self._arbeid.ta_fra_hverandre(self._kode))
        for widget in (self._bygger_paa, self._fra_bord, self.vis_alle, self.fra_hverandre):
            linje.addWidget(widget)
        self.innhold.addLayout(linje)
        self.kilder = Kildeliste(self._verktoey, les_opp)
        self.kilder.ta_ut.connect(lambda kilde: self._arbeid.ta_ut(self._kode, kilde))
        self.kilder.aapne.connect(self.gaa_til_notat)
        self.innhold.addWidget(self.kilder)

    def _bygg_enighet(self) -> None:
        t, tema = self._t, self._verktoey.tema
        flate = QWidget()
        rad = Flyt(tema.px(16))
        flate.setLayout(rad)
        spoersmaal = Etikett(t("bearbeide.hvor_enige"), tema, Trinn.LISTE_HALVFET)
        valg = [(str(e), t(f"bearbeide.enighet.{e}")) for e in Enighet if e is not Enighet.IKKE_SATT]
        self.enighet = Segment(valg, tema, t("bearbeide.hvor_enige"), kan_tomt=True, liten=True)
        self.enighet.valgt.connect(lambda ny: self._arbeid.oppdater(self._kode, enighet=Enighet(ny or "ikke_satt")))
        rad.addWidget(spoersmaal)
        rad.addWidget(self.enighet)
        self.innhold.addWidget(flate)
        self.merknader = Merknader(self._verktoey)
        self.merknader.skrevet.connect(lambda liste, tekst: self._arbeid.merknad(self._kode, liste, tekst))
        self.innhold.addWidget(self.merknader)

    def _bygg_felter(self) -> QWidget:
        t, tema = self._t, self._verktoey.tema
        flate = QWidget()
        rader = Feltrader(tema)
        rader.setContentsMargins(0, tema.px(6), 0, 0)
        flate.setLayout(rader)
        self.tekst = Tekstfelt(t("bearbeide.felt.tekst"), tema, Trinn.LISTE)
        self.tekst.setPlaceholderText(t("bearbeide.felt.tekst_tips"))
        self.tekst.skrevet.connect(lambda tekst: self._arbeid.oppdater(self._kode, tekst=tekst))
        rader.legg(t("bearbeide.felt.tekst"), self.tekst)
        valg = [(str(s), t(f"bearbeide.standpunkt.{s}")) for s in Standpunkt if s is not Standpunkt.IKKE_SATT]
        self.standpunkt = Segment(valg, tema, t("bearbeide.felt.standpunkt"), kan_tomt=True, liten=True)
        self.standpunkt.valgt.connect(
            lambda ny: self._arbeid.oppdater(self._kode, standpunkt=Standpunkt(ny or "ikke_satt"))
        )
        rader.legg(t("bearbeide.felt.standpunkt"), self.standpunkt)
        self.aapent = Tekstfelt(t("bearbeide.felt.aapent"), tema, Trinn.LISTE, minst=1, mest=6)
        self.aapent.skrevet.connect(lambda tekst: self._arbeid.oppdater(self._kode, aapent_spoersmaal=tekst))
        rader.legg(t("bearbeide.felt.aapent"), self.aapent)
        rader.legg(t("bearbeide.felt.prioritet"), self._prioritetsrad())
        for felt in (self.tittel, self.tekst, self.aapent):
            Forlater(felt)
        return flate

    def _prioritetsrad(self) -> QWidget:
        t, tema = self._t, self._verktoey.tema
        flate = QWidget()
        rad = QHBoxLayout(flate)
        rad.setContentsMargins(0, 0, 0, 0)
        rad.setSpacing(tema.px(20))
        self.prioritet = QSpinBox()
        self.prioritet.setRange(0, 999)
        self.prioritet.setSpecialValueText(t("bearbeide.ingen_prioritet"))
        self.prioritet.setAccessibleName(t("bearbeide.felt.prioritet"))
        self.prioritet.setProperty("liten", True)  # noqa: FBT003 - Qt's own
        self.prioritet.setKeyboardTracking(False)
        self.prioritet.setFixedWidth(tema.px(110))
        self.prioritet.valueChanged.connect(self._ny_prioritet)
        self.maa_utredes = QCheckBox(t("bearbeide.felt.maa_utredes"))
        self.maa_utredes.setFont(tema.skrift(Trinn.LISTE))
        self.maa_utredes.clicked.connect(lambda paa: self._arbeid.oppdater(self._kode, maa_utredes=paa))
        rad.addWidget(self.prioritet)
        rad.addWidget(self.maa_utredes)
        rad.addStretch(1)
        return flate

    # -- showing ------------------------------------------------------------------------------------------------

    def si_fra(self) -> None:
        """Say what is being written, before another point is shown."""
        for felt in (self.tittel, self.tekst, self.aapent):
            felt.si_fra()
        self.merknader.si_fra()

    def vis(
        self, punkt: Arbeidspunkt, kilder: Sequence[Notatrad], data: Bearbeiding, *, bare_kort: bool, tving: bool
    ) -> None:
        """Show a point; `bare_kort` leaves out what is only edited while gathering."""
        nytt, kan = punkt.kode != self._kode, self._arbeid.kan_endres
        if nytt:
            self.si_fra()
        self._kode = punkt.kode
        for felt, ordene in (
            (self.tittel, punkt.tittel),
            (self.tekst, punkt.tekst),
            (self.aapent, punkt.aapent_spoersmaal),
        ):
            felt.sett(ordene, tving=nytt or tving)
            felt.setReadOnly(not kan)
        self._vis_kilder(punkt, kilder, data, nytt=nytt)
        self.enighet.sett(punkt.enighet)
        self.standpunkt.sett(punkt.standpunkt)
        self.maa_utredes.setChecked(punkt.maa_utredes)
        self._setter = True
        if nytt or tving or not self.prioritet.hasFocus():
            self.prioritet.setValue(punkt.prioritet or 0)
        self._setter = False
        self.merknader.sett(punkt.merknader, data.lister, kan_endres=kan, nytt_punkt=nytt, tving=tving)
        for widget in (self.enighet, self.standpunkt, self.maa_utredes, self.prioritet):
            widget.setEnabled(kan)
        self.mer.setVisible(not bare_kort)

    def _vis_kilder(self, punkt: Arbeidspunkt, kilder: Sequence[Notatrad], data: Bearbeiding, *, nytt: bool) -> None:
        self._bygger_paa.setText(self._t.antall("bearbeide.bygger_paa", len(kilder)))
        bordene = {(notat.verksted, notat.bord) for notat in kilder}
        alle = sum(1 for verksted, _ in data.bord if verksted == punkt.verksted)
        self._fra_bord.setText(self._t("bearbeide.fra_bord", bord=len(bordene), av=max(alle, len(bordene))))
        if nytt:
            self.kilder.alle = False
        self.kilder.sett(kilder, kan_endres=self._arbeid.kan_endres)
        self.vis_alle.setVisible(len(kilder) > FAA)
        self._si_alle()
        self.fra_hverandre.setVisible(self._arbeid.kan_endres)

    def _alle(self) -> None:
        self.kilder.vis_alle(alle=not self.kilder.alle)
        self._si_alle()

    def _si_alle(self) -> None:
        self.vis_alle.setText(self._t("bearbeide.vis_faerre" if self.kilder.alle else "bearbeide.vis_alle"))
        self.vis_alle.setAccessibleName(self.vis_alle.text())

    def _ny_tittel(self, tittel: str) -> None:
        self._arbeid.oppdater(self._kode, tittel=tittel.strip())

    def _ny_prioritet(self, verdi: int) -> None:
        if not self._setter:
            self._arbeid.oppdater(self._kode, prioritet=verdi or None)
