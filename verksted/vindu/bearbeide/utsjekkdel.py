"""What each table of a later workshop answers when a treated point comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from verksted.modell.ordene import Utsjekksvar
from verksted.vindu.bearbeide.sfaeredel import Sfaeredel
from verksted.vindu.bearbeide.skrivefelt import Forlater, Linjefelt
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.oppsett import toem
from verksted.vindu.deler.segment import Segment
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.bearbeide.punktarbeid import Punktarbeid
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.bearbeiding import Arbeidspunkt, Bearbeiding


class Utsjekkdel(Sfaeredel):
    """One line a table of the workshop where it is checked; a comment is kept with the answer."""

    def __init__(self, verktoey: Verktoey, arbeid: Punktarbeid) -> None:
        super().__init__("politikk", verktoey)
        self._verktoey, self._t, self._arbeid = verktoey, verktoey.tekster, arbeid
        self._punkt: Arbeidspunkt | None = None
        self._data: Bearbeiding | None = None
        self._vist: tuple[object, ...] = ()
        tema = verktoey.tema
        self.hode.addWidget(Etikett(self._t("bearbeide.utsjekk.tittel"), tema, Trinn.LISTE_HALVFET), 1)
        self.verksted = QComboBox()
        self.verksted.setAccessibleName(self._t("bearbeide.utsjekk.verksted"))
        self.verksted.setProperty("liten", True)  # noqa: FBT003 - Qt's own
        self.verksted.activated.connect(lambda _: self._bygg())
        self.hode.addWidget(self.verksted)
        self._rader = QVBoxLayout()
        self.innhold.addLayout(self._rader)
        self.svar: dict[int, Segment] = {}
        self.kommentar: dict[int, Linjefelt] = {}

    def si_fra(self) -> None:
        """Say what is being written."""
        for felt in self.kommentar.values():
            felt.si_fra()

    def vis(self, punkt: Arbeidspunkt, data: Bearbeiding, *, tving: bool) -> None:
        """Show the answers of a point, in the workshop after its own unless another was chosen."""
        nytt = self._punkt is None or punkt.kode != self._punkt.kode
        if nytt:
            self.si_fra()
        self._punkt, self._data = punkt, data
        senere = [nr for nr, _ in data.verksteder if nr > punkt.verksted]
        if nytt or not self.verksted.count():
            self.verksted.clear()
            for nr in senere or [punkt.verksted]:
                self.verksted.addItem(self._t("bearbeide.verksted", nummer=nr), nr)
            svarte = {svar.verksted for svar in punkt.utsjekk}
            foerst = next((nr for nr in senere if nr in svarte), senere[0] if senere else punkt.verksted)
            self.verksted.setCurrentIndex(max(0, self.verksted.findData(foerst)))
        self._bygg(tving=tving)

    def _bygg(self, *, tving: bool = False) -> None:
        if self._data is None or self._punkt is None:
            return
        nummer = self.verksted.currentData()
        bordene = [bord for verksted, bord in self._data.bord if verksted == nummer]
        skal_vises = (self._punkt.kode, nummer, tuple(bordene))
        if skal_vises != self._vist:
            self._vist = skal_vises
            self._nye_rader(nummer, bordene)
        svarene = {svar.bord: svar for svar in self._punkt.utsjekk if svar.verksted == nummer}
        for bord in bordene:
            svar = svarene.get(bord)
            self.svar[bord].sett(svar.svar if svar else "")
            self.svar[bord].setEnabled(self._arbeid.kan_endres)
            self.kommentar[bord].sett(svar.kommentar if svar else "", tving=tving)
            self.kommentar[bord].setEnabled(self._arbeid.kan_endres and svar is not None)

    def _nye_rader(self, verksted: int, bordene: list[int]) -> None:
        t, tema = self._t, self._verktoey.tema
        toem(self._rader)
        self.svar, self.kommentar = {}, {}
        if not bordene:
            ingen = Etikett(t("bearbeide.utsjekk.ingen_bord", nummer=verksted), tema, rolle="dempet", brytes=True)
            self._rader.addWidget(ingen)
            return
        flate = QWidget()
        rutenett = QGridLayout(flate)
        rutenett.setContentsMargins(0, 0, 0, 0)
        rutenett.setVerticalSpacing(tema.px(8))
        rutenett.setHorizontalSpacing(tema.px(12))
        rutenett.setColumnStretch(2, 1)
        valg = [(str(s), t(f"bearbeide.utsjekksvar.{s}")) for s in Utsjekksvar]
        for rad, bord in enumerate(bordene):
            navn = t("bearbeide.bord", nummer=bord)
            rutenett.addWidget(Etikett(navn, tema, Trinn.TABELL_MEDIUM), rad, 0)
            self.svar[bord] = Segment(valg, tema, navn, liten=True)
            self.svar[bord].valgt.connect(lambda _, bord=bord: self._svarte(bord))
            rutenett.addWidget(self.svar[bord], rad, 1)
            felt = Linjefelt(t("bearbeide.utsjekk.kommentar", nummer=bord), tema, Trinn.TABELL)
            felt.setPlaceholderText(t("bearbeide.utsjekk.kommentar_tips"))
            felt.setMinimumWidth(tema.px(90))
            felt.skrevet.connect(lambda _, bord=bord: self._svarte(bord))
            Forlater(felt)
            self.kommentar[bord] = felt
            rutenett.addWidget(felt, rad, 2)
        self._rader.addWidget(flate)

    def _svarte(self, bord: int) -> None:
        svar = self.svar[bord].naa
        if svar and self._vist:
            kode, verksted, _ = self._vist
            self._arbeid.utsjekk(str(kode), int(str(verksted)), bord, svar, self.kommentar[bord].text())
