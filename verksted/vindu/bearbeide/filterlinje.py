"""Search field and chips over the list of notes: together they are a Notatfilter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from verksted.vindu.bearbeide.filterbrikke import Filterbrikke
from verksted.vindu.bearbeide.flyt import Flyt
from verksted.vindu.deler.knapp import Knapp
from verksted.visning.notatfilter import GRUPPERINGER, STATUSER, Gruppering, Notatfilter

if TYPE_CHECKING:
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.bearbeiding import Bearbeiding

_ALLTID: Final = ("status", "spoersmaal", "bord")
_VED_BRUK: Final = ("verksted", "type", "element", "gruppering")


class Filterlinje(QWidget):
    """Signals: `endret` when something else is to be shown; `ned` when the user goes on to the list."""

    endret = Signal()
    ned = Signal()

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        self._t, tema = verktoey.tekster, verktoey.tema
        px = tema.px
        self.felt = QLineEdit()
        self.felt.setPlaceholderText(self._t("bearbeide.soek"))
        self.felt.setAccessibleName(self._t("bearbeide.soek"))
        self.felt.setProperty("liten", True)  # noqa: FBT003 - Qt's own
        self.felt.setClearButtonEnabled(True)
        self.felt.addAction(verktoey.ikoner("magnifying-glass"), QLineEdit.ActionPosition.LeadingPosition)
        self.felt.textChanged.connect(lambda _: self.endret.emit())
        self.felt.returnPressed.connect(self.ned)
        self.brikker = {
            navn: Filterbrikke(self._t(f"bearbeide.filter.{navn}"), tema, verktoey.ikoner)
            for navn in (*_ALLTID, *_VED_BRUK)
        }
        self.brikker["status"].sett_valg([(s, self._t(f"bearbeide.status.{s}")) for s in STATUSER])
        self.brikker["gruppering"].sett_valg([(g, self._t(f"bearbeide.gruppering.{g}")) for g in GRUPPERINGER])
        flyt = Flyt(px(6))
        for navn, brikke in self.brikker.items():
            if navn in _VED_BRUK:
                brikke.hide()  # never shown before it has a place: it would be a window of its own
            brikke.valgt.connect(self._valgt)
            flyt.addWidget(brikke)
        self.mer = Knapp(self._t("bearbeide.mer"), tema, slag="tekst", ikon=(verktoey.ikoner, "funnel"), liten=True)
        self._mermeny = QMenu(self.mer)
        self._mermeny.setAccessibleName(self._t("bearbeide.mer_navn"))
        self._mermeny.aboutToShow.connect(self._fyll_mer)
        self.mer.setMenu(self._mermeny)
        self.mer.setAccessibleName(self._t("bearbeide.mer_navn"))
        flyt.addWidget(self.mer)
        oppsett = QVBoxLayout(self)
        oppsett.setContentsMargins(0, 0, 0, 0)
        oppsett.setSpacing(px(8))
        oppsett.addWidget(self.felt)
        oppsett.addLayout(flyt)
        self._data: Bearbeiding | None = None

    @property
    def filter(self) -> Notatfilter:
        """What is asked for now."""
        return Notatfilter(
            ord=self.felt.text().strip(),
            **{navn: brikke.verdi for navn, brikke in self.brikker.items() if navn != "gruppering"},
        )

    @property
    def gruppering(self) -> Gruppering:
        """What the notes are grouped by."""
        svar: Gruppering = self.brikker["gruppering"].verdi
        return svar

    def sett(self, **valg: Any) -> None:  # noqa: ANN401 - fields of the filter
        """Choose as another page asks."""
        for navn, verdi in valg.items():
            self.brikker[navn].sett(verdi)
        self._valgt()

    def nullstill(self) -> None:
        """Let everything through."""
        self.felt.clear()
        self.sett(**{navn: brikke.foerste for navn, brikke in self.brikker.items() if navn != "gruppering"})

    def sett_antall(self, antall: int) -> None:
        """Say on the first chip how many notes are let through."""
        self.brikker["status"].sett_antall(f", {antall}")

    def vis(self, data: Bearbeiding) -> None:
        """Offer what there is to choose among."""
        self._data = data
        t = self._t
        flere = len(data.verksteder) > 1
        self.brikker["verksted"].sett_valg(
            [(None, t("bearbeide.alle.verksted"))]
            + [(nr, t("bearbeide.verksted", nummer=nr)) for nr, _ in data.verksteder]
        )
        verksted = self.brikker["verksted"].verdi
        bord = sorted({nr for v, nr in data.bord if verksted in {None, v}})
        self.brikker["bord"].sett_valg(
            [(None, t("bearbeide.alle.bord"))] + [(nr, t("bearbeide.bord", nummer=nr)) for nr in bord]
        )
        spoersmaal: dict[int, str] = {}
        for v, nr, tema in data.spoersmaal:
            if verksted in {None, v}:
                spoersmaal[nr] = tema if verksted or not flere else ""
        self.brikker["spoersmaal"].sett_valg(
            [(None, t("bearbeide.alle.spoersmaal"))]
            + [(nr, _med(t("bearbeide.spoersmaal", nummer=nr), tema)) for nr, tema in sorted(spoersmaal.items())]
        )
        typer = sorted({rad.type for rad in data.notater})
        self.brikker["type"].sett_valg(
            [(None, t("bearbeide.alle.type"))] + [(en, t(f"bearbeide.type.{en}")) for en in typer]
        )
        brukte = {rad.element for rad in data.notater}
        self.brikker["element"].sett_valg(
            [(None, t("bearbeide.alle.element")), ("", t("bearbeide.uten_element"))]
            + [(kode, f"{kode} {tittel}") for kode, tittel in data.elementer if kode in brukte]
        )

    def _valgt(self) -> None:
        for navn in _VED_BRUK:
            self.brikker[navn].setVisible(self.brikker[navn].brukes)
        if self._data is not None:
            self.vis(self._data)
        self.endret.emit()

    def _fyll_mer(self) -> None:
        self._mermeny.clear()
        for navn in _VED_BRUK:
            under = self._mermeny.addMenu(self._t(f"bearbeide.filter.{navn}"))
            for handling in self.brikker[navn].meny.actions():
                under.addAction(handling)
        self._mermeny.addSeparator()
        self._mermeny.addAction(self._t("bearbeide.nullstill")).triggered.connect(self.nullstill)


def _med(ord_: str, tema: str) -> str:
    return f"{ord_}: {tema}" if tema else ord_
