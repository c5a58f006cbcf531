"""Kunnskap: the facts as a list that can be searched, the chosen one beside it, and files taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QComboBox, QLineEdit, QListView, QVBoxLayout, QWidget

from verksted.handlinger.kunnskap import hent_tilbake_kunnskapspunkt, nytt_kunnskapspunkt
from verksted.kjerne.formater import dato_kort
from verksted.modell.ordene import Kunnskapstema
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.rullefri import Rullefritt
from verksted.vindu.deler.todelt import Todelt
from verksted.vindu.kunnskap.faktablad import Faktablad
from verksted.vindu.kunnskap.faktamodell import Faktamodell
from verksted.vindu.kunnskap.faktategner import Faktategner
from verksted.vindu.kunnskap.tallord import tallord
from verksted.vindu.ramme.side import Side
from verksted.vindu.ramme.sidehandling import Sidehandling
from verksted.vindu.utseende.skrift import Trinn
from verksted.visning.kunnskap import sil_fakta

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord, Spoerring
    from verksted.vindu.ramme.kontrakt import Endringsmelding
    from verksted.visning.endringslinje import Endringslinje
    from verksted.visning.kunnskap import Faktum, Kunnskapsvisning

_FILER = "*.xlsx *.csv *.txt *.json *.px"


class Kunnskapsside(Side):
    """`kunnskap` is given a session, `historikk(rad_id)` the bare connection; `les_inn` opens the import preview.

    `vis` takes a fact's code, or `usikrede` for those nobody has assured.
    """

    noekkel = "kunnskap"
    rullbar = False

    def __init__(
        self,
        bord: Arbeidsbord,
        *,
        kunnskap: Spoerring[Kunnskapsvisning],
        historikk: Callable[[str], Spoerring[tuple[Endringslinje, ...]]],
        les_inn: Callable[[Arbeidsbord, QWidget, Path, str], object],
    ) -> None:
        self._spoer, self._spoer_historikk, self._les_inn = kunnskap, historikk, les_inn
        self._visning: Kunnskapsvisning | None = None
        self._valgt = ""
        super().__init__(bord)

    def bygg(self) -> None:
        """Make filter, list and sheet."""
        t, px = self.tekster, self.tema.px
        self.soek = QLineEdit()
        self.soek.setPlaceholderText(t("kunnskap.soek"))
        self.soek.setAccessibleName(t("kunnskap.soek"))
        self.soek.setProperty("liten", True)  # noqa: FBT003 - Qt's own
        self.soek.setClearButtonEnabled(True)
        self.soek.addAction(self.ikoner("magnifying-glass"), QLineEdit.ActionPosition.LeadingPosition)
        self.soek.textChanged.connect(lambda _: self._sil())
        self.temavalg = Rullefritt(t("kunnskap.felt.tema"))
        self.temavalg.setProperty("liten", True)  # noqa: FBT003 - Qt's own
        self.temavalg.setFont(self.tema.skrift(Trinn.TABELL))
        self.temavalg.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.temavalg.currentIndexChanged.connect(lambda _: self._sil())
        self.usikrede = QCheckBox(t("kunnskap.bare_usikrede"))
        self.usikrede.setFont(self.tema.skrift(Trinn.TABELL))
        self.usikrede.toggled.connect(lambda _: self._sil())
        self.modell = Faktamodell(self._les_opp)
        self.liste = QListView()
        self.liste.setAccessibleName(t("kunnskap.liste"))
        self.liste.setModel(self.modell)
        self.liste.setItemDelegate(Faktategner(self.tema, self.ikoner, self._meta, t("oversikt.kart.fag")))
        self.liste.itemDelegate().setParent(self.liste)
        self.liste.setUniformItemSizes(True)
        self.liste.setMouseTracking(True)
        self.liste.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.liste.selectionModel().currentChanged.connect(lambda naa, _: self._velg(self.modell.rad(naa)))
        self._ingen = Etikett(t("kunnskap.ingen_treff"), self.tema, Trinn.LISTE, rolle="dempet", brytes=True)
        self.papirkurv = Knapp("", self.tema, slag="tekst", liten=True, ikon=(self.ikoner, "arrow-counter-clockwise"))
        self.papirkurv.clicked.connect(self._hent_tilbake)
        venstre = QWidget()
        inni = QVBoxLayout(venstre)
        inni.setContentsMargins(px(40), px(8), px(12), px(8))
        inni.setSpacing(px(8))
        for widget in (self.soek, self.temavalg, self.usikrede, self._ingen):
            inni.addWidget(widget)
        inni.addWidget(self.liste, 1)
        inni.addWidget(self.papirkurv)
        self.blad = Faktablad(self.bord)
        self.blad.si.connect(self.si)
        self.blad.historikk.connect(
            lambda rad_id: self.bord.hent_raatt(self._spoer_historikk(rad_id)).da(self.blad.vis_historikk)
        )
        self.todelt = Todelt(venstre, self.blad, t("kunnskap.tilbake"), self.bord.verktoey, bredde=(360, 520))
        self.innhold.setContentsMargins(0, 0, 0, 0)
        self.innhold.addWidget(self.todelt, 1)

    def handlinger(self) -> Sequence[Sidehandling]:
        """Offer a new fact, and a file."""
        hvorfor = "" if self.bord.kan_endres else self.tekster("prosess.bare_les")
        return (
            Sidehandling(
                noekkel="nytt_faktum",
                tekst=self.tekster("kunnskap.nytt"),
                gjoer=self._nytt,
                ikon="plus",
                hvorfor_ikke=hvorfor,
            ),
            Sidehandling(
                noekkel="les_inn_kunnskap",
                tekst=self.tekster("kunnskap.les_inn"),
                gjoer=self._velg_fil,
                ikon="download-simple",
                slag="primaer",
                hvorfor_ikke=hvorfor,
            ),
        )

    def foerste_fokus(self) -> QWidget | None:
        """Begin in the list."""
        return self.liste

    def slipp(self, fil: Path) -> bool:
        """Take a file dropped on the page."""
        if not self.bord.kan_endres:
            return False
        self._les_inn(self.bord, self, fil, "kunnskap")
        return True

    def vis(self, maal: object = None) -> None:
        """Show a fact by its code, or those nobody has assured."""
        if maal == "usikrede":
            self.usikrede.setChecked(True)
        elif isinstance(maal, str) and maal:
            self._valgt = maal
            self.soek.clear()
            self.temavalg.setCurrentIndex(0)
            self.usikrede.setChecked(False)
            self._merk()

    def oppfrisk(self, _endring: Endringsmelding | None) -> None:
        """Read the facts anew."""
        self.bord.hent(self._spoer).da(self._vis)

    def _vis(self, visning: Kunnskapsvisning) -> None:
        self._visning = visning
        t, tema = self.tekster, self.temavalg.currentData() or ""
        self.temavalg.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.temavalg.clear()
        self.temavalg.addItem(t("kunnskap.alle_tema"), "")
        for noekkel, navn in visning.temaer:
            self.temavalg.addItem(navn or t("kunnskap.tema.uten"), noekkel)
        self.temavalg.setCurrentIndex(max(0, self.temavalg.findData(tema)))
        self.temavalg.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.papirkurv.setVisible(bool(visning.papirkurv) and self.bord.kan_endres)
        if visning.papirkurv:
            tittel = visning.papirkurv[-1][1]
            self.papirkurv.setText(" " + t("kunnskap.hent_tilbake", tittel=tittel[:40]))
            self.papirkurv.setAccessibleName(t("kunnskap.hent_tilbake", tittel=tittel))
        antall = t.antall("kunnskap.tilstand", len(visning.fakta))
        usikret = t.antall("kunnskap.usikret", visning.usikrede) if visning.usikrede else t("kunnskap.alle_sikret")
        self.sett_tilstand(f"{antall} {usikret}" if visning.fakta else t("kunnskap.tomt"))
        self._sil()

    def _sil(self) -> None:
        if self._visning is None:
            return
        rader = sil_fakta(
            self._visning.fakta,
            self.soek.text(),
            self.temavalg.currentData() or "",
            bare_usikrede=self.usikrede.isChecked(),
        )
        self.modell.sett(rader)
        self._ingen.setText(self.tekster("kunnskap.ingen_treff" if self._visning.fakta else "kunnskap.tomt"))
        self._ingen.setVisible(not rader)
        self._merk()

    def _merk(self) -> None:
        indeks = self.modell.plass(self._valgt)
        if not indeks.isValid():
            indeks = self.modell.index(0, 0)
        self.blad.setVisible(indeks.isValid())
        if indeks.isValid():
            self.liste.selectionModel().setCurrentIndex(indeks, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.liste.scrollTo(indeks)
            self._velg(self.modell.rad(indeks))

    def _velg(self, faktum: Faktum | None) -> None:
        if faktum is None:
            return
        if faktum.kode != self._valgt:
            self.blad.lagre_det_skrevne()
            self._valgt = faktum.kode
            self.todelt.rulle.verticalScrollBar().setValue(0)
        self.blad.vis(faktum)

    def _meta(self, faktum: Faktum) -> tuple[str, bool]:
        t = self.tekster
        kilde = ", ".join(filter(None, (faktum.kilde, str(faktum.aar or ""))))
        if not faktum.er_sikret:
            return t("kunnskap.meta_usikret", kilde=kilde or t("kunnskap.uten_kilde")), True
        dato = dato_kort(faktum.sikret_dato) if faktum.sikret_dato else ""
        sikret = t("kunnskap.meta_sikret", hvem=faktum.sikret_av, dato=dato)
        return f"{sikret} · {kilde or t('kunnskap.uten_kilde')}", False

    def _les_opp(self, faktum: Faktum) -> str:
        tall = f"{tallord(faktum.tall)} {faktum.enhet}".strip()
        deler = (self.tekster("oversikt.kart.fag"), faktum.temanavn, faktum.tittel, tall, self._meta(faktum)[0])
        return ", ".join(filter(None, deler))

    def _nytt(self) -> None:
        tema = Kunnskapstema.SAMFUNN
        svar = self.bord.utfoer(
            nytt_kunnskapspunkt,
            tittel=self.tekster("kunnskap.nytt_faktum"),
            tema=tema,
            temanavn=self.tekster(f"kunnskap.tema.{tema}"),
        )
        svar.da(lambda endring: self._vis_nytt(endring.resultat))

    def _vis_nytt(self, kode: str) -> None:
        self._valgt = kode
        self.soek.clear()
        self.usikrede.setChecked(False)
        self.temavalg.setCurrentIndex(0)
        self.bord.hent(self._spoer).da(self._vis_og_skriv)

    def _vis_og_skriv(self, visning: Kunnskapsvisning) -> None:
        self._vis(visning)
        self.todelt.vis_blad()
        self.blad.tittel_.setFocus()
        self.blad.tittel_.selectAll()

    def _hent_tilbake(self) -> None:
        if self._visning is not None and self._visning.papirkurv:
            self.bord.utfoer(hent_tilbake_kunnskapspunkt, kode=self._visning.papirkurv[-1][0])

    def _velg_fil(self) -> None:
        t = self.tekster
        fil = self.bord.verktoey.dialoger.velg_fil(self, t("kunnskap.les_inn"), [(t("kunnskap.filer"), _FILER)])
        if fil is not None:
            self.slipp(fil)
