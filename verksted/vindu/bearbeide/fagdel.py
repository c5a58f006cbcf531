"""What the administration made of a point: result, grounds and place in the plan; shown short, or to be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from verksted.modell.ordene import Behandlingsresultat
from verksted.vindu.bearbeide.feltrad import Feltrader
from verksted.vindu.bearbeide.sfaeredel import Sfaeredel
from verksted.vindu.bearbeide.skrivefelt import Forlater, Tekstfelt
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.segment import Segment
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.bearbeide.punktarbeid import Punktarbeid
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.bearbeiding import Arbeidspunkt, Bearbeiding


class Fagdel(Sfaeredel):
    """Signals: `behandle` when the user wants to edit what is only shown."""

    behandle = Signal()

    def __init__(self, verktoey: Verktoey, arbeid: Punktarbeid) -> None:
        super().__init__("fag", verktoey)
        self._t, self._arbeid, self._kode = verktoey.tekster, arbeid, ""
        self._elementer: tuple[tuple[str, str], ...] = ()
        t, tema = self._t, verktoey.tema
        self._svar = Etikett("", tema, Trinn.LISTE_HALVFET)
        self._sted = Etikett("", tema, Trinn.TABELL, rolle="dempet")
        self._sted.setMinimumWidth(1)
        self.hode.addWidget(self._svar)
        self.hode.addWidget(self._sted, 1)
        self.endre = Knapp(
            t("bearbeide.endre_behandling"), tema, slag="tekst", ikon=(verktoey.ikoner, "pencil-simple"), liten=True
        )
        self.endre.clicked.connect(self.behandle)
        self.hode.addWidget(self.endre)
        self._grunn = Etikett("", tema, Trinn.LISTE, brytes=True)
        self.innhold.addWidget(self._grunn)
        self._skjema = QWidget()
        rader = Feltrader(tema)
        rader.setContentsMargins(0, 0, 0, 0)
        self._skjema.setLayout(rader)
        valg = [(str(r), t(f"bearbeide.behandling.{r}")) for r in Behandlingsresultat]
        self.resultat = Segment(valg, tema, t("bearbeide.felt.resultat"), kan_tomt=True, liten=True)
        self.resultat.valgt.connect(self._nytt_resultat)
        rader.legg(t("bearbeide.felt.resultat"), self.resultat)
        self.begrunnelse = Tekstfelt(t("bearbeide.felt.begrunnelse"), tema, Trinn.LISTE, minst=3)
        self.begrunnelse.skrevet.connect(self._ny_begrunnelse)
        Forlater(self.begrunnelse)
        rader.legg(t("bearbeide.felt.begrunnelse"), self.begrunnelse)
        self.element = QComboBox()
        self.element.setAccessibleName(t("bearbeide.felt.element"))
        self.element.setProperty("liten", True)  # noqa: FBT003 - Qt's own
        self.element.setMinimumContentsLength(12)
        self.element.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.element.activated.connect(lambda _: self._arbeid.plansted(self._kode, self.element.currentData()))
        rader.legg(t("bearbeide.felt.element"), self.element)
        self.innhold.addWidget(self._skjema)

    def si_fra(self) -> None:
        """Say what is being written."""
        self.begrunnelse.si_fra()

    def vis(self, punkt: Arbeidspunkt, data: Bearbeiding, *, rediger: bool, tving: bool) -> None:
        """Show what became of a point."""
        nytt, kan, t = punkt.kode != self._kode, self._arbeid.kan_endres, self._t
        if nytt:
            self.si_fra()
        self._kode = punkt.kode
        self._svar.setText(t(f"bearbeide.behandling.{punkt.behandling or 'ingen'}"))
        titler = dict(data.elementer)
        sted = f"{punkt.element} {titler.get(punkt.element, '')}".strip()
        self._sted.setText(t("bearbeide.i_element", element=sted) if sted and not rediger else "")
        self._sted.setToolTip(sted)
        self._svar.setVisible(not rediger)
        self.endre.setVisible(kan and not rediger)
        ord_ = "bearbeide.behandle_punktet" if not punkt.behandling else "bearbeide.endre_behandling"
        self.endre.setText(f" {t(ord_)}")
        self.endre.setAccessibleName(t(ord_))
        self._grunn.setText(punkt.begrunnelse)
        self._grunn.setVisible(bool(punkt.begrunnelse) and not rediger)
        self._skjema.setVisible(rediger)
        self.resultat.sett(punkt.behandling)
        self.resultat.setEnabled(kan)
        self.begrunnelse.sett(punkt.begrunnelse, tving=nytt or tving)
        self.begrunnelse.setReadOnly(not (kan and punkt.behandling))
        self.begrunnelse.setPlaceholderText(
            t("bearbeide.begrunnelse_tips" if punkt.behandling else "bearbeide.velg_resultat_foerst")
        )
        self._vis_elementer(punkt, data)
        self.element.setEnabled(kan)

    def _vis_elementer(self, punkt: Arbeidspunkt, data: Bearbeiding) -> None:
        if data.elementer != self._elementer or not self.element.count():
            self._elementer = data.elementer
            self.element.clear()
            self.element.addItem(self._t("bearbeide.ikke_i_planen"), "")
            for kode, tittel in data.elementer:
                self.element.addItem(f"{kode} {tittel}", kode)
        self.element.setCurrentIndex(max(0, self.element.findData(punkt.element)))

    def _nytt_resultat(self, resultat: str) -> None:
        self._arbeid.behandle(self._kode, resultat, self.begrunnelse.toPlainText())

    def _ny_begrunnelse(self, tekst: str) -> None:
        if self.resultat.naa:
            self._arbeid.behandle(self._kode, self.resultat.naa, tekst)
