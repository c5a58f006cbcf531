"""Gjeldende samfunnsdel: the tree the reader made, confirmed or put right by a person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from verksted.handlinger.plantre import (
    bekreft_planelementer,
    fjern_planelement,
    flytt_planelement,
    hent_tilbake_planelement,
    slaa_sammen_planelement,
    ta_inn_planlinje,
)
from verksted.vindu.deler.etikett import strek
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.todelt import Todelt
from verksted.vindu.deler.tomtilstand import Tomtilstand
from verksted.vindu.gjeldende.nivaanavn import Nivaanavn
from verksted.vindu.gjeldende.radbilde import radbilde
from verksted.vindu.gjeldende.rettepanel import Rettepanel
from verksted.vindu.gjeldende.utenfor import Utenfor
from verksted.vindu.plan.skrivevakt import Skrivevakt
from verksted.vindu.ramme.side import Side
from verksted.vindu.ramme.sidehandling import Sidehandling
from verksted.vindu.tre.trevisning import Trevisning
from verksted.visning.treflytting import over_linja, steg

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QHideEvent

    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord, Spoerring
    from verksted.vindu.ramme.kontrakt import Endringsmelding
    from verksted.visning.gjeldende import Gjeldenderad, Gjeldendevisning


class Gjeldendeside(Side):
    """`gjeldende` is given a session; `les_inn(bord, widget, file, kind)` opens the import preview; `les` reads a file
    again and returns its lines outside the tree.
    """

    noekkel = "gjeldende"
    rullbar = False

    def __init__(
        self,
        bord: Arbeidsbord,
        *,
        gjeldende: Spoerring[Gjeldendevisning],
        les_inn: Callable[[Arbeidsbord, QWidget, Path, str], object],
        les: Callable[[Path], Sequence[Any]],
    ) -> None:
        self._spoer, self._les_inn, self._les = gjeldende, les_inn, les
        self._visning: Gjeldendevisning | None = None
        self._les_igjen = False
        self._maal = ""
        super().__init__(bord)

    def bygg(self) -> None:
        """Make the tree, the panel that puts things right, and the empty state."""
        t, px = self.tekster, self.tema.px
        self._vakt = Skrivevakt(self.bord, self)
        self._vakt.rolig.connect(self._er_rolig)
        self.bord.skriv_ned.connect(self._skriv_ned)
        self.tre = Trevisning(partial(radbilde, t), t("gjeldende.treet"), self.bord.verktoey)
        self.tre.valgt.connect(lambda _: self._vis_valgt())
        self.tre.flytt_et_steg.connect(self._flytt_et_steg)
        self.tre.modell.flyttes.connect(self._flytt)
        self.tre.slett.connect(lambda _: self._utfoer_valg("fjern"))
        self.tre.aapnet.connect(lambda _: self._utfoer_valg("bekreft"))
        self.papirkurv = Knapp("", self.tema, slag="tekst", liten=True, ikon=(self.ikoner, "trash"))
        self.papirkurv.clicked.connect(lambda: self.papirkurvmeny().exec(self.papirkurv.mapToGlobal(QPoint(0, 0))))
        venstre = QWidget()
        liste = QVBoxLayout(venstre)
        liste.setContentsMargins(px(28), px(12), px(8), px(8))
        liste.addWidget(self.tre, 1)
        liste.addWidget(self.papirkurv)
        venstre.setFocusProxy(self.tre)
        self.panel_rett = Rettepanel(self.bord, self._vakt)
        self.panel_rett.valgt.connect(self._utfoer_valg)
        self.panel_rett.flytt.connect(lambda retning: self._flytt_et_steg(self.tre.valgt_kode, retning))
        self.nivaanavn = Nivaanavn(self.bord, self._vakt)
        self.utenfor = Utenfor(self.bord.verktoey)
        self.utenfor.les.connect(self._les_paa_nytt)
        self.utenfor.loeft.connect(self._loeft)
        hoeyre = QWidget()
        kolonne = QVBoxLayout(hoeyre)
        kolonne.setContentsMargins(0, 0, 0, 0)
        kolonne.setSpacing(px(20))
        for widget in (self.panel_rett, strek(self.tema), self.utenfor, strek(self.tema), self.nivaanavn):
            kolonne.addWidget(widget)
        self._delt = Todelt(venstre, hoeyre, t("gjeldende.til_treet"), self.bord.verktoey)
        les = Knapp(t("gjeldende.tom.knapp"), self.tema, slag="primaer")
        les.setEnabled(self.bord.kan_endres)
        les.clicked.connect(self._velg_fil)
        self._tom = Tomtilstand(t("gjeldende.tom.setning"), self.tema, les)
        self._tom.hide()
        self._delt.hide()
        self.innhold.setContentsMargins(0, px(16), 0, 0)
        self.innhold.addWidget(self._tom, 1)
        self.innhold.addWidget(self._delt, 1)
        snarvei = QShortcut(QKeySequence("Ctrl+M"), self)
        snarvei.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        snarvei.activated.connect(lambda: self._utfoer_valg("slaa_sammen"))

    # -- reading ------------------------------------------------------------------------------------------------

    def oppfrisk(self, _endring: Endringsmelding | None) -> None:
        """Read the tree anew."""
        stempel = self._vakt.stempel()
        self.bord.hent(self._spoer).da(lambda visning: self._vis(visning, stempel))

    def vis(self, maal: object = None) -> None:
        """Come to the front, at an element when its code is given."""
        if isinstance(maal, str) and maal:
            self._maal = maal
            self.tre.velg(maal)

    def foerste_fokus(self) -> QWidget | None:
        """Return the tree where there is one."""
        return self.tre if self._visning is not None and self._visning.rader else None

    def slipp(self, fil: Path) -> bool:
        """Take a Word file."""
        if fil.suffix.lower() != ".docx" or not self.bord.kan_endres:
            return False
        self._les_inn(self.bord, self, fil, "samfunnsdel")
        return True

    def _vis(self, visning: Gjeldendevisning, stempel: int) -> None:
        foerst = self._visning is None
        self._visning = visning
        alle, igjen = len(visning.elementer()), len(visning.ubekreftet())
        t = self.tekster
        self._tom.setVisible(not alle)
        self._delt.setVisible(bool(alle))
        if not alle:
            self.sett_tilstand(t("gjeldende.tom.tilstand"))
        elif igjen:
            self.sett_tilstand(t("gjeldende.tilstand", igjen=igjen, alle=alle))
        else:
            self.sett_tilstand(t("gjeldende.alt_bekreftet", alle=alle))
        self.tre.kan_flyttes(self.bord.kan_endres)
        self.tre.vis(visning.rader)
        self.papirkurv.setText(f" {t('gjeldende.papirkurv', antall=len(visning.papirkurv))}")
        self.papirkurv.setAccessibleName(t("gjeldende.papirkurv", antall=len(visning.papirkurv)))
        self.papirkurv.setVisible(bool(visning.papirkurv))
        self.nye_handlinger()
        fersk = self._vakt.er_fersk(stempel)
        self.nivaanavn.vis(visning.nivaaer, fersk=fersk)
        if alle and not self.tre.valgt_kode:
            koder = [e.kode for e in visning.elementer()]
            usikker = next((e.kode for e in visning.elementer() if e.usikker), koder[0])
            self.tre.velg(self._maal if self._maal in koder else usikker)
            if foerst:
                self.tre.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._vis_valgt(fersk=fersk)

    def _vis_valgt(self, *, fersk: bool = True) -> None:
        rad: Gjeldenderad | None = self.tre.valgt_rad
        if rad is not None and self._visning is not None:
            self._les_igjen = not self.panel_rett.vis(rad, self._visning.nivaaer, fersk=fersk)
            self.utenfor.vis_nivaaer(self._visning.nivaaer, rad.kode, kan_endres=self.bord.kan_endres)

    def _er_rolig(self) -> None:
        if self._les_igjen:
            self._les_igjen = False
            self.oppfrisk(None)

    def _skriv_ned(self) -> None:
        self.panel_rett.skriv_ned()
        self.nivaanavn.skriv_ned()

    def hideEvent(self, hendelse: QHideEvent) -> None:
        """Send what has not been sent before another page comes."""
        self._skriv_ned()
        super().hideEvent(hendelse)

    # -- changing -----------------------------------------------------------------------------------------------

    def handlinger(self) -> Sequence[Sidehandling]:
        """Return confirm-all-certain and import."""
        t, visning = self.tekster, self._visning
        if visning is None or not visning.rader:
            return ()
        laast = "" if self.bord.kan_endres else t("gjeldende.bare_les")
        sikre = len(visning.sikre())
        return (
            Sidehandling(
                noekkel="les_inn", tekst=t("gjeldende.les_inn"), gjoer=self._velg_fil, ikon="files", hvorfor_ikke=laast
            ),
            Sidehandling(
                noekkel="bekreft_sikre",
                tekst=t("gjeldende.bekreft_sikre", antall=sikre),
                gjoer=self._bekreft_sikre,
                ikon="check",
                slag="primaer",
                hvorfor_ikke=laast or ("" if sikre else t("gjeldende.ingen_sikre")),
            ),
        )

    def _bekreft_sikre(self) -> None:
        if self._visning is not None:
            self._skriv_ned()
            self.bord.utfoer(bekreft_planelementer, elementer=self._visning.sikre())

    def _utfoer_valg(self, valg: str) -> None:
        rad: Gjeldenderad | None = self.tre.valgt_rad
        if rad is None or self._visning is None or not self.bord.kan_endres:
            return
        self._skriv_ned()
        if valg == "bekreft":
            self.bord.utfoer(bekreft_planelementer, elementer=[rad.kode]).da(lambda _: self._neste(rad.kode))
        elif valg == "bekreft_grenen":
            self.bord.utfoer(bekreft_planelementer, elementer=[en.kode for en in rad.alle()])
        elif valg == "fjern":
            self.bord.utfoer(fjern_planelement, element=rad.kode)
        elif over := over_linja(self._visning.rader, rad.kode):
            self.bord.utfoer(slaa_sammen_planelement, element=rad.kode, med=over).da(lambda _: self.tre.velg(over))

    def _neste(self, kode: str) -> None:
        """Go to the next one that nobody has confirmed."""
        if self._visning is not None and self.tre.valgt_kode == kode:
            koder = [en.kode for en in self._visning.elementer()]
            igjen = set(self._visning.ubekreftet()) - {kode}
            neste = next((k for k in koder[koder.index(kode) + 1 :] if k in igjen), None)
            if neste is not None:
                self.tre.velg(neste)

    def _flytt_et_steg(self, kode: str, retning: str) -> None:
        plass = steg(self._visning.rader, kode, retning) if self._visning is not None else None
        if plass is not None:
            self._flytt(kode, plass.forelder or "", plass.etter or "")

    def _flytt(self, kode: str, forelder: str, etter: str) -> None:
        if self.bord.kan_endres:
            self.bord.utfoer(flytt_planelement, element=kode, forelder=forelder or None, etter=etter or None)

    def papirkurvmeny(self) -> QMenu:
        """Return what was taken out; choosing something takes it back."""
        meny = QMenu(self)
        meny.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kode, tittel in self._visning.papirkurv if self._visning is not None else ():
            navn = self.tekster("gjeldende.hent_tilbake", kode=kode, tittel=tittel)
            meny.addAction(navn.replace("&", "&&")).triggered.connect(
                lambda _=False, kode=kode: self.bord.utfoer(hent_tilbake_planelement, element=kode)
            )
        meny.setEnabled(self.bord.kan_endres)
        return meny

    # -- the Word file ------------------------------------------------------------------------------------------

    def _spoer_om_fil(self) -> Path | None:
        t = self.tekster
        return self.bord.verktoey.dialoger.velg_fil(self, t("gjeldende.velg_fil"), [(t("gjeldende.wordfil"), "*.docx")])

    def _velg_fil(self) -> None:
        if (fil := self._spoer_om_fil()) is not None:
            self._les_inn(self.bord, self, fil, "samfunnsdel")

    def _les_paa_nytt(self) -> None:
        if (fil := self._spoer_om_fil()) is not None:
            tittel = self.tekster("gjeldende.utenfor.leser", fil=fil.name)
            self.bord.arbeid(tittel, lambda _: self._les(fil)).da(self.utenfor.vis_linjer)

    def _loeft(self, tekst: str, sted: str, nivaa: str) -> None:
        self.bord.utfoer(
            ta_inn_planlinje, tekst=tekst, forelder=self.tre.valgt_kode or None, nivaa=nivaa, sted=sted
        ).da(lambda _: self.utenfor.ta_bort(tekst))
