"""One fact, edited where it is read: words, figure, source, who stands behind it, the series, and its history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QTableWidget, QTableWidgetItem, QVBoxLayout

from verksted.handlinger.kunnskap import fjern_kunnskapspunkt, oppdater_kunnskapspunkt
from verksted.kjerne.klokke import lokal
from verksted.modell.ordene import Kunnskapstema
from verksted.vindu.deler.etikett import Etikett, Ikonbilde
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.oppsett import toem
from verksted.vindu.deler.rullefri import Rullefritt
from verksted.vindu.kunnskap.diagram import Diagram
from verksted.vindu.oversikt.endringsrad import Endringsrad
from verksted.vindu.prosess.blad import Blad
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord
    from verksted.visning.endringslinje import Endringslinje
    from verksted.visning.kunnskap import Faktum


class Faktablad(Blad):
    """Signals: `historikk` with the row's id when somebody wants to see what was done to it."""

    historikk = Signal(str)

    def __init__(self, bord: Arbeidsbord) -> None:
        super().__init__(bord)
        t, px = self.tekster, self.tema.px
        self._vist: Faktum | None = None
        hode = QHBoxLayout()
        hode.setSpacing(px(8))
        hode.addWidget(Ikonbilde(self.ikoner, "books", self.tema, farge="fag_text"))
        self._hode = Etikett("", self.tema, Trinn.TABELL_MEDIUM, rolle="fag")
        hode.addWidget(self._hode, 1)
        self.oppsett.addLayout(hode)
        self.tittel_ = self.linje(t("kunnskap.felt.tittel"), lambda v: self._lagre(tittel=v), paakrevd=True)
        self.rad((t("kunnskap.felt.tittel"), self.tittel_, 1))
        self.tema_ = Rullefritt(t("kunnskap.felt.tema"))
        self.tema_.setFont(self.tema.skrift(Trinn.LISTE))
        self.tema_.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.tema_.setEnabled(bord.kan_endres)
        self.tema_.activated.connect(self._lagre_tema)
        self.rad((t("kunnskap.felt.tema"), self.tema_, 1))
        self.tekst = self.avsnitt(t("kunnskap.felt.tekst"), lambda v: self._lagre(tekst=v), linjer=5)
        self.rad((t("kunnskap.felt.tekst"), self.tekst, 1))
        self._bygg_rekke()
        self.tall = self.linje(t("kunnskap.felt.tall"), lambda v: self._lagre(tall=v))
        self.enhet = self.linje(t("kunnskap.felt.enhet"), lambda v: self._lagre(enhet=v))
        self.aar = self.linje(t("kunnskap.felt.aar"), self._lagre_aar)
        self.rad(
            (t("kunnskap.felt.tall"), self.tall, 2),
            (t("kunnskap.felt.enhet"), self.enhet, 3),
            (t("kunnskap.felt.aar"), self.aar, 1),
        )
        self.kilde = self.linje(t("kunnskap.felt.kilde"), lambda v: self._lagre(kilde=v))
        self.rad((t("kunnskap.felt.kilde"), self.kilde, 1))
        self._bygg_sikring()

    def _bygg_rekke(self) -> None:
        t = self.tekster
        self.diagram = Diagram(self.tema)
        self.oppsett.addWidget(self.diagram)
        self.tabell = QTableWidget(0, 2)
        self.tabell.setAccessibleName(t("kunnskap.rekke.tabell"))
        self.tabell.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tabell.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.tabell.setTabKeyNavigation(False)
        self.tabell.verticalHeader().hide()
        self.tabell.setShowGrid(False)
        self.tabell.setFont(self.tema.skrift(Trinn.TABELL, tall=True))
        self.tabell.horizontalHeader().setStretchLastSection(True)
        self.oppsett.addWidget(self.tabell)

    def _bygg_sikring(self) -> None:
        t, px, bord = self.tekster, self.tema.px, self.bord
        self.tittel(t("kunnskap.sikret.tittel"))
        self._mangler = Etikett(
            t("kunnskap.sikret.mangler_hjelp"), self.tema, Trinn.TABELL, rolle="varsel", brytes=True
        )
        self.oppsett.addWidget(self._mangler)
        self.sikret_av = self.linje(t("kunnskap.sikret.av"), lambda v: self._lagre(kvalitetssikret_av=v))
        self.sikret_dato = self.dato(t("kunnskap.sikret.dato"), lambda d: self._lagre(kvalitetssikret_dato=d))
        self.rad((t("kunnskap.sikret.av"), self.sikret_av, 1), (t("kunnskap.sikret.dato"), self.sikret_dato, 0))
        knapper = QHBoxLayout()
        knapper.setSpacing(px(8))
        self.i_dag = Knapp(t("kunnskap.sikret.i_dag"), self.tema, liten=True, ikon=(self.ikoner, "check"))
        self.i_dag.clicked.connect(self._sikre_i_dag)
        self.vis_historikk_ = Knapp(t("kunnskap.historikk"), self.tema, slag="tekst", liten=True)
        self.vis_historikk_.clicked.connect(self._spoer_historikk)
        slett = Knapp(t("kunnskap.fjern"), self.tema, slag="tekst", liten=True, ikon=(self.ikoner, "trash"))
        slett.clicked.connect(self._fjern)
        for knapp in (self.i_dag, self.vis_historikk_, slett):
            knapper.addWidget(knapp)
        for knapp in (self.i_dag, slett):
            knapp.setEnabled(bord.kan_endres)
        knapper.addStretch(1)
        self.oppsett.addLayout(knapper)
        self._linjer = QVBoxLayout()
        self._linjer.setSpacing(0)
        self.oppsett.addLayout(self._linjer)

    def vis(self, faktum: Faktum) -> None:
        """Show a fact as the file holds it."""
        t = self.tekster
        if self._vist is None or self._vist.kode != faktum.kode:
            toem(self._linjer)
        self._vist = faktum
        self._hode.setText(t("kunnskap.hode", kode=faktum.kode))
        self.tittel_.sett(faktum.tittel)
        self.tekst.sett(faktum.tekst)
        self.tall.sett(faktum.tall)
        self.enhet.sett(faktum.enhet)
        self.aar.sett(str(faktum.aar or ""))
        self.kilde.sett(faktum.kilde)
        self.sikret_av.sett(faktum.sikret_av)
        self.sikret_dato.sett(faktum.sikret_dato)
        self._mangler.setVisible(not faktum.er_sikret)
        self.i_dag.setVisible(not faktum.er_sikret)
        valg = [(tema.value, t(f"kunnskap.tema.{tema}")) for tema in Kunnskapstema]
        with QSignalBlocker(self.tema_):
            self.tema_.clear()
            for verdi, ord_ in valg:
                eget = verdi == faktum.tema and faktum.temanavn
                self.tema_.addItem(faktum.temanavn if eget else ord_, verdi)
            if not faktum.tema:
                self.tema_.insertItem(0, faktum.temanavn or t("kunnskap.tema.uten"), "")
            self.tema_.setCurrentIndex(max(0, self.tema_.findData(faktum.tema)))
        self._vis_rekke(faktum)

    def vis_historikk(self, linjer: tuple[Endringslinje, ...]) -> None:
        """Show what was done to this fact."""
        toem(self._linjer)
        for linje in linjer:
            self._linjer.addWidget(Endringsrad(linje, self.bord.verktoey))

    def vis_igjen(self) -> None:
        """Show again what the file holds."""
        if self._vist is not None:
            self.vis(self._vist)

    def lagre_det_skrevne(self) -> None:
        """Save what is being written, before another fact takes the sheet."""
        for felt in (self.tittel_, self.tekst, self.tall, self.enhet, self.aar, self.kilde, self.sikret_av):
            felt.lagre()

    def _vis_rekke(self, faktum: Faktum) -> None:
        rekke = faktum.rekke
        self.diagram.setVisible(bool(rekke))
        self.tabell.setVisible(bool(rekke))
        if not rekke:
            return
        t = self.tekster
        foerst, sist = rekke[0], rekke[-1]
        self.diagram.vis(
            rekke,
            t("kunnskap.rekke.lest", tittel=faktum.tittel, fra=foerst[0], foer=foerst[2], til=sist[0], naa=sist[2]),
        )
        self.tabell.setHorizontalHeaderLabels([t("kunnskap.rekke.periode"), faktum.enhet or t("kunnskap.felt.tall")])
        self.tabell.setRowCount(len(rekke))
        for nr, (periode, _, ord_) in enumerate(rekke):
            for kolonne, innhold in enumerate((periode, ord_)):
                celle = QTableWidgetItem(innhold)
                if kolonne:
                    celle.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.tabell.setItem(nr, kolonne, celle)
        rad = self.tabell.verticalHeader().defaultSectionSize()
        self.tabell.setFixedHeight(self.tabell.horizontalHeader().sizeHint().height() + rad * min(6, len(rekke)) + 4)

    def _lagre(self, **felt: Any) -> None:  # noqa: ANN401 - fields of the entity
        if self._vist is not None:
            self.vent(self.bord.utfoer(oppdater_kunnskapspunkt, kode=self._vist.kode, **felt))

    def _lagre_aar(self, tekst: str) -> None:
        if tekst and not tekst.isdecimal():
            self.vis_igjen()
            self.si.emit(self.tekster("prosess.prosess.aar_ukjent", skrevet=tekst))
        else:
            self._lagre(aar=int(tekst) if tekst else None)

    def _lagre_tema(self) -> None:
        if verdi := self.tema_.currentData():
            self._lagre(tema=Kunnskapstema(verdi), temanavn=self.tema_.currentText())

    def _spoer_historikk(self) -> None:
        if self._vist is not None:
            self.historikk.emit(self._vist.rad_id)

    def _sikre_i_dag(self) -> None:
        if not self.sikret_av.text().strip():
            self.si.emit(self.tekster("kunnskap.sikret.hvem_foerst"))
            self.sikret_av.setFocus()
            return
        self.sikret_av.lagre()
        self._lagre(kvalitetssikret_dato=lokal(self.bord.verktoey.klokke.naa()).date())

    def _fjern(self) -> None:
        if self._vist is not None:
            self.vent(self.bord.utfoer(fjern_kunnskapspunkt, kode=self._vist.kode))
