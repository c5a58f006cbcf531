"""Deltakere: who sits in the council, and who else is in the room; edited in place, pasted, or read from a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QStackedWidget, QTableView, QWidget

from verksted.handlinger.deltakere import endre_deltaker, opprett_deltaker, ta_ut_av_lista
from verksted.handlinger.sletting import slett_person_for_godt
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.tomtilstand import Tomtilstand
from verksted.vindu.deltakere.celleskriver import Celleskriver
from verksted.vindu.deltakere.modell import KOLONNER, Deltakermodell
from verksted.vindu.ramme.dialoger import Spoersmaal
from verksted.vindu.ramme.side import Side
from verksted.vindu.ramme.sidehandling import Sidehandling
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.handlinger.filer import Innlest
    from verksted.kjerne.feil import KjentFeil
    from verksted.vindu.innlesing.dialog import Innlesingsdialog
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord, Spoerring
    from verksted.vindu.ramme.kontrakt import Endringsmelding
    from verksted.visning.deltakere import Deltakerrad, Deltakervisning

LesInn = Callable[["Arbeidsbord", QWidget, Path, str], "Innlesingsdialog"]
_SLAG = "deltakere"
_ENDELSER = frozenset({".xlsx", ".csv"})


class Deltakerside(Side):
    """`deltakere` is given a session; `les_inn` opens the import preview."""

    noekkel = "deltakere"

    def __init__(self, bord: Arbeidsbord, *, deltakere: Spoerring[Deltakervisning], les_inn: LesInn) -> None:
        self._spoer = deltakere
        self._les_inn = les_inn
        self._velg_etterpaa = ""
        super().__init__(bord)

    def bygg(self) -> None:
        """Make the filter, the table and what stands there when nobody does."""
        t, tema, px = self.tekster, self.tema, self.tema.px
        self.modell = Deltakermodell(t)
        self.modell.skrevet.connect(self._skriv)
        self.modell.ny.connect(self._opprett)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(t("deltakere.filter"))
        self.filter.setAccessibleName(t("deltakere.filter"))
        self.filter.setProperty("liten", True)  # noqa: FBT003 - Qt's own
        self.filter.setClearButtonEnabled(False)
        self.filter.setMaximumWidth(px(320))
        self.filter.setFont(tema.skrift(Trinn.LISTE))
        self.filter.textChanged.connect(self._filtrer)
        self.vist = Etikett("", tema, Trinn.TABELL, rolle="dempet")
        self.ta_ut = Knapp(t("deltakere.ta_ut"), tema, slag="tekst", liten=True, ikon=(self.ikoner, "user-minus"))
        self.slett = Knapp(t("deltakere.slett"), tema, slag="tekst", liten=True, ikon=(self.ikoner, "trash"))
        self.ta_ut.clicked.connect(self._ta_ut)
        self.slett.clicked.connect(self._slett)
        rad = QHBoxLayout()
        rad.setSpacing(px(16))
        rad.addWidget(self.filter, 2)
        rad.addWidget(self.vist)
        rad.addStretch(1)
        rad.addWidget(self.ta_ut)
        rad.addWidget(self.slett)
        verktoey = QWidget()
        rad.setContentsMargins(0, 0, 0, 0)
        verktoey.setLayout(rad)
        self._verktoeyrad = verktoey
        self.tabell = self._lag_tabell()
        self._tomknapp = Knapp(t("deltakere.les_inn"), tema, slag="primaer", ikon=(self.ikoner, "download-simple"))
        self._tomknapp.clicked.connect(self._velg_fil)
        self._stabel = QStackedWidget()
        self._stabel.addWidget(self.tabell)
        self._stabel.addWidget(Tomtilstand(t("deltakere.tomt"), tema, self._tomknapp))
        self.innhold.addWidget(verktoey)
        self.innhold.addWidget(self._stabel, 1)
        self._valgt_rad()

    def _lag_tabell(self) -> QTableView:
        px = self.tema.px
        tabell = QTableView()
        tabell.setObjectName("deltakertabell")
        tabell.setAccessibleName(self.tekster("deltakere.tabell"))
        tabell.setFont(self.tema.skrift(Trinn.TABELL, tall=True))
        tabell.setModel(self.modell)
        skriver = Celleskriver(self.modell, self.tekster, self.tema)
        tabell.setItemDelegate(skriver)
        skriver.closeEditor.connect(lambda *_: self._lukket_skriver())  # after the table has dealt with it
        tabell.setShowGrid(False)
        tabell.setWordWrap(False)
        tabell.setTabKeyNavigation(False)
        tabell.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tabell.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        tabell.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        tabell.verticalHeader().hide()
        tabell.setMinimumHeight(px(220))
        tabell.verticalHeader().setDefaultSectionSize(px(38))
        hode = tabell.horizontalHeader()
        hode.setFont(self.tema.skrift(Trinn.META))
        hode.setHighlightSections(False)
        hode.setSortIndicatorClearable(True)
        hode.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        tabell.setSortingEnabled(True)
        for nummer, kolonne in enumerate(KOLONNER):
            tabell.setColumnWidth(nummer, px(kolonne.bredde))
        tabell.selectionModel().currentChanged.connect(lambda *_: self._valgt_rad())
        for taster, gjoer in (
            (QKeySequence(QKeySequence.StandardKey.Paste), self.lim_inn),
            (QKeySequence(Qt.Key.Key_Delete), self._ta_ut),
            (QKeySequence(Qt.Key.Key_Return), self._skriv_i_cella),
        ):
            QShortcut(taster, tabell, context=Qt.ShortcutContext.WidgetShortcut).activated.connect(gjoer)
        return tabell

    # -- the contract -------------------------------------------------------------------------------------------

    def handlinger(self) -> Sequence[Sidehandling]:
        """Return import, paste and a new row."""
        t = self.tekster
        laast = "" if self.bord.kan_endres else t("deltakere.bare_les")
        return (
            Sidehandling(
                noekkel="les_inn", tekst=t("deltakere.les_inn"), gjoer=self._velg_fil, ikon="download-simple",
                hvorfor_ikke=laast,
            ),
            Sidehandling(
                noekkel="lim_inn", tekst=t("deltakere.lim_inn"), gjoer=self.lim_inn, ikon="clipboard-text",
                hvorfor_ikke=laast,
            ),
            Sidehandling(
                noekkel="ny", tekst=t("deltakere.ny"), gjoer=self.ny_rad, ikon="user-plus", slag="primaer",
                hvorfor_ikke=laast,
            ),
        )  # fmt: skip

    def oppfrisk(self, _endring: Endringsmelding | None) -> None:
        """Read the people anew."""
        self.bord.hent(self._spoer).da(self._vis_alle)

    def slipp(self, fil: Path) -> bool:
        """Take a spreadsheet dropped on the page."""
        if fil.suffix.lower() not in _ENDELSER or not self.bord.kan_endres:
            return False
        self.aapne_innlesing(fil)
        return True

    def foerste_fokus(self) -> QWidget | None:
        """Return the table, or the one action where there is nobody."""
        return self.tabell if self._stabel.currentIndex() == 0 else self._tomknapp

    # -- what is shown ------------------------------------------------------------------------------------------

    def _vis_alle(self, visning: Deltakervisning) -> None:
        if self.tabell.state() == QAbstractItemView.State.EditingState:
            self.tabell.closePersistentEditor(self.tabell.currentIndex())
        naa = self.modell.rad(self.tabell.currentIndex())
        kolonne = max(0, self.tabell.currentIndex().column())
        hvem = self._velg_etterpaa or (naa.person_id if naa else "")
        self._velg_etterpaa = ""
        self.modell.sett(visning, kan_endres=self.bord.kan_endres)
        indeks = self.modell.finn(hvem)
        if not indeks.isValid():
            indeks = self.modell.index(0, 0)
        if indeks.isValid():
            self.tabell.setCurrentIndex(indeks.siblingAtColumn(kolonne))
        self._stabel.setCurrentIndex(0 if visning.rader else 1)
        self._verktoeyrad.setVisible(bool(visning.rader))
        t = self.tekster
        deler = [
            t.antall(f"deltakere.antall.{art}", n)
            for art in ("medlem", "vara", "administrasjon", "observatoer")
            if (n := visning.antall(art))
        ]
        self.sett_tilstand(t("deltakere.tilstand", hvem=", ".join(deler)) if deler else "")
        self._tomknapp.setEnabled(self.bord.kan_endres)
        self._tell()
        self._valgt_rad()

    def _filtrer(self, tekst: str) -> None:
        self.modell.filtrer(tekst)
        self._tell()
        self._valgt_rad()

    def _tell(self) -> None:
        vist, alle = self.modell.rowCount(), len(self.modell.visning.rader)
        self.vist.setText(self.tekster("deltakere.vist", vist=vist, alle=alle) if vist != alle else "")

    def _valgt_rad(self) -> None:
        har = self.bord.kan_endres and self.modell.rad(self.tabell.currentIndex()) is not None
        self.ta_ut.setEnabled(har)
        self.slett.setEnabled(har)

    def _valgt(self) -> Deltakerrad | None:
        return self.modell.rad(self.tabell.currentIndex()) if self.bord.kan_endres else None

    # -- changing -----------------------------------------------------------------------------------------------

    def ny_rad(self) -> None:
        """Open an empty row and write the name in it."""
        if not self.bord.kan_endres:
            return
        self.filter.clear()
        self._stabel.setCurrentIndex(0)
        indeks = self.modell.legg_til_ny()
        self.tabell.setCurrentIndex(indeks)
        self.tabell.scrollToBottom()
        self.tabell.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tabell.edit(indeks)

    def _lukket_skriver(self) -> None:
        self.modell.ta_bort_ny()
        if not self.modell.visning.rader and not self._velg_etterpaa:
            self._stabel.setCurrentIndex(1)

    def _skriv_i_cella(self) -> None:
        indeks = self.tabell.currentIndex()
        if indeks.isValid() and indeks.flags() & Qt.ItemFlag.ItemIsEditable:
            self.tabell.edit(indeks)

    def _opprett(self, navn: str) -> None:
        self._velg_etterpaa = " "
        self.bord.utfoer(opprett_deltaker, navn=navn).da(self._er_opprettet).ved_feil(self._tilbake)

    def _er_opprettet(self, endring: Any) -> None:  # noqa: ANN401 - an Endring of the floor below
        self._velg_etterpaa = str(endring.resultat)
        self.oppfrisk(None)

    def _skriv(self, person_id: str, felt: str, verdi: object) -> None:
        svar = self.bord.utfoer(endre_deltaker, person_id=person_id, felt=felt, verdi=verdi)
        svar.ved_feil(self._tilbake)

    def _tilbake(self, feil: KjentFeil) -> None:
        """Show again what is stored, and say why."""
        self._velg_etterpaa = ""
        self.oppfrisk(None)
        self.bord.verktoey.bakgrunn.feilet.emit(feil)

    def _ta_ut(self) -> None:
        if (rad := self._valgt()) is not None:
            self.bord.utfoer(ta_ut_av_lista, person_id=rad.person_id)
            self.si.emit(self.tekster("deltakere.tatt_ut", navn=rad.navn))

    def _slett(self) -> None:
        rad = self._valgt()
        if rad is None:
            return
        t = self.tekster
        spoersmaal = Spoersmaal(
            tittel=t("deltakere.slett_tittel", navn=rad.navn),
            setning=t("deltakere.slett_setning"),
            svar=(("behold", t("deltakere.slett_nei")), ("slett", t("deltakere.slett_ja"))),
            alvorlig=True,
        )
        if self.bord.verktoey.dialoger.spoer(self, spoersmaal) != "slett":
            return
        fil: Any = self.bord.fil
        self.bord.arbeid(
            t("deltakere.sletter"),
            lambda _fremdrift: slett_person_for_godt(fil, self.bord.aktoer, person_id=rad.person_id),
        ).da(self._er_slettet)

    def _er_slettet(self, _endring: object) -> None:
        self.oppfrisk(None)
        self.si.emit(self.tekster("deltakere.slettet"))

    # -- files and the clipboard --------------------------------------------------------------------------------

    def _velg_fil(self) -> None:
        t = self.tekster
        typer = ((t("forhaandsvisning.filtype_tabell"), "*.xlsx *.csv"),)
        sti = self.bord.verktoey.dialoger.velg_fil(self, t("forhaandsvisning.titler.deltakere"), typer)
        if sti is not None:
            self.aapne_innlesing(sti)

    def aapne_innlesing(self, sti: Path) -> Innlesingsdialog:
        """Look at a file before it is taken in."""
        dialog = self._les_inn(self.bord, self, sti, _SLAG)
        dialog.tatt_inn.connect(self._er_tatt_inn)
        return dialog

    def lim_inn(self) -> None:
        """Read rows copied from a spreadsheet as if they were a file; the copy is gone when the preview is."""
        if not self.bord.kan_endres:
            return
        tekst = QGuiApplication.clipboard().text()
        if "\t" not in tekst and "\n" not in tekst.strip():
            self.si.emit(self.tekster("deltakere.ingenting_aa_lime"))
            return
        mappe = TemporaryDirectory(prefix="verksted-")
        sti = Path(mappe.name, f"{self.tekster('deltakere.utklipp')}.csv")
        sti.write_text(tekst, encoding="utf-8", newline="")
        # A lambda, so that the folder lives as long as the dialog.
        self.aapne_innlesing(sti).laast_opp.connect(lambda: mappe.cleanup())  # noqa: PLW0108

    def _er_tatt_inn(self, innlest: Innlest) -> None:
        self.si.emit(self.tekster.antall("kommandolinje.innlest.deltakere", innlest.antall, fil=innlest.filnavn))
