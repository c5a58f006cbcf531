"""Plan: the tree at the left, the chosen place at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from verksted.handlinger.plan import nytt_planelement, skriv_forslag
from verksted.handlinger.plantre import fjern_planelement, flytt_planelement, hent_tilbake_planelement
from verksted.modell.ordene import Planrolle
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.todelt import Todelt
from verksted.vindu.deler.tomtilstand import Tomtilstand
from verksted.vindu.plan.blad import Blad
from verksted.vindu.plan.merkelinje import Merkelinje
from verksted.vindu.plan.radbilde import radbilde
from verksted.vindu.plan.skrivevakt import Skrivevakt
from verksted.vindu.ramme.side import Side
from verksted.vindu.ramme.sidehandling import Sidehandling
from verksted.vindu.tre.trevisning import Trevisning
from verksted.visning.treflytting import steg

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QHideEvent

    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord, Spoerring
    from verksted.vindu.ramme.kontrakt import Endringsmelding
    from verksted.visning.planblad import Planblad
    from verksted.visning.plantre import Planrad, Plantre


class Planside(Side):
    """`tre` is given a session, `blad` a session and a code."""

    noekkel = "plan"
    rullbar = False

    def __init__(self, bord: Arbeidsbord, *, tre: Spoerring[Plantre], blad: Callable[[Any, str], Planblad]) -> None:
        self._spoer_tre, self._spoer_blad = tre, blad
        self._treet: Plantre | None = None
        self._maal = ""
        self._fra_kanten = 0
        self._skriv_tittel = ""
        self._les_igjen = False
        super().__init__(bord)

    def bygg(self) -> None:
        """Make tree, place and the menus."""
        t, px = self.tekster, self.tema.px
        self._vakt = Skrivevakt(self.bord, self)
        self._vakt.rolig.connect(self._er_rolig)
        self.bord.skriv_ned.connect(self._skriv_ned)
        self.tre = Trevisning(partial(radbilde, t), t("plan.treet"), self.bord.verktoey)
        self.tre.valgt.connect(self._vis_sted)
        self.tre.flytt_et_steg.connect(self._flytt_et_steg)
        self.tre.modell.flyttes.connect(self._flytt)
        self.tre.slett.connect(self._ta_ut)
        self.tre.aapnet.connect(lambda _: self._til_bladet())
        self.tre.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tre.customContextMenuRequested.connect(self._vis_meny)
        self.papirkurv = Knapp("", self.tema, slag="tekst", liten=True, ikon=(self.ikoner, "trash"))
        self.papirkurv.clicked.connect(self._vis_papirkurv)
        venstre = QWidget()
        liste = QVBoxLayout(venstre)
        liste.setContentsMargins(px(28), px(12), px(8), px(8))
        liste.setSpacing(px(4))
        liste.addWidget(self.tre, 1)
        liste.addWidget(Merkelinje(self.bord.verktoey))
        liste.addWidget(self.papirkurv)
        venstre.setFocusProxy(self.tre)
        self.blad = Blad(self.bord, self._vakt)
        self.blad.neste_endring.connect(self.neste_endring)
        self.blad.ta_inn_igjen.connect(self._ta_inn_igjen)
        self.blad.si.connect(self.si)
        self.blad.hide()
        self._delt = Todelt(venstre, self.blad, t("plan.til_treet"), self.bord.verktoey)
        les_inn = Knapp(t("plan.tom.knapp"), self.tema)
        les_inn.clicked.connect(lambda: self.gaa_til.emit("gjeldende", None))
        self._tom = Tomtilstand(t("plan.tom.setning"), self.tema, les_inn)
        self._tom.hide()
        self.innhold.setContentsMargins(0, px(16), 0, 0)
        self.innhold.addWidget(self._tom, 1)
        self.innhold.addWidget(self._delt, 1)
        for tast, retning in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, -1)):
            snarvei = QShortcut(QKeySequence(Qt.Modifier.CTRL | tast), self)
            snarvei.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            snarvei.activated.connect(lambda retning=retning: self.neste_endring(retning))

    # -- reading ------------------------------------------------------------------------------------------------

    def oppfrisk(self, _endring: Endringsmelding | None) -> None:
        """Read the tree anew, and the place that is shown."""
        self.bord.hent(self._spoer_tre).da(self._vis_treet)

    def vis(self, maal: object = None) -> None:
        """Come to the front, at a place when its code is given."""
        if isinstance(maal, str) and maal:
            self._maal = maal
            self.tre.velg(maal)

    def foerste_fokus(self) -> QWidget | None:
        """Return the tree."""
        return self.tre if self._treet is not None and self._treet.rader else None

    def _vis_treet(self, tre: Plantre) -> None:
        foerst = self._treet is None
        self._treet = tre
        steder = tre.steder()
        self.tre.kan_flyttes(self.bord.kan_endres)
        self.tre.vis(tre.rader)
        t = self.tekster
        siden = t("plan.siden_aar", aar=tre.gjeldende_aar) if tre.gjeldende_aar else ""
        tilstand = t("plan.tilstand", endret=tre.endret, alle=len(steder), siden=siden)
        self.sett_tilstand(tilstand if steder else t("plan.tom.tilstand"))
        self.papirkurv.setText(f" {t('plan.papirkurv.knapp', antall=len(tre.papirkurv))}")
        self.papirkurv.setAccessibleName(t("plan.papirkurv.knapp", antall=len(tre.papirkurv)))
        self.papirkurv.setVisible(bool(tre.papirkurv))
        self.nye_handlinger()
        if not self.tre.valgt_kode and steder:
            koder = {sted.kode for sted in steder}
            self.tre.velg(
                self._maal
                if self._maal in koder
                else next((s.kode for s in steder if s.status != "uendret"), steder[0].kode)
            )
            if foerst:
                self.tre.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.tre.valgt_kode:
            self._les_bladet(self.tre.valgt_kode)
        self._delt.setVisible(bool(steder or tre.papirkurv))
        self._tom.setVisible(not steder and not tre.papirkurv)
        if not steder:
            self.blad.hide()

    def _vis_sted(self, kode: str) -> None:
        self._maal = kode
        self._les_bladet(kode)
        if self._delt.smal and self.tre.hasFocus():
            return
        self._delt.rulle.verticalScrollBar().setValue(0)

    def _les_bladet(self, kode: str) -> None:
        stempel = self._vakt.stempel()
        self.bord.hent(lambda sesjon: self._spoer_blad(sesjon, kode)).da(
            lambda blad: self._vis_bladet(blad, stempel)
        ).ved_feil(lambda _: None)  # gone meanwhile: the tree is read again anyway

    def _vis_bladet(self, blad: Planblad, stempel: int) -> None:
        if blad.kode != self.tre.valgt_kode or self._treet is None:
            return
        sted = next((s for s in self._treet.steder() if s.kode == blad.kode), None)
        helt = self.blad.vis(
            blad,
            self._treet.gjeldende_aar,
            fersk=self._vakt.er_fersk(stempel),
            uten_tiltak=sted is not None and sted.uten_tiltak,
        )
        self._les_igjen = not helt
        self.blad.show()
        if self._skriv_tittel == blad.kode:
            self._skriv_tittel = ""
            self._til_bladet()
        if self._fra_kanten:
            retning, self._fra_kanten = self._fra_kanten, 0
            self._naar_merket(retning)

    def _naar_merket(self, retning: int) -> None:
        """Go to the first change of a place just come to, once its words have been compared."""
        self.bord.verktoey.bakgrunn.i_traad(lambda: None).da(lambda _: self.blad.ordpar.gaa(retning, fra_kanten=True))

    def _er_rolig(self) -> None:
        if self._les_igjen and self.tre.valgt_kode:
            self._les_igjen = False
            self._les_bladet(self.tre.valgt_kode)

    # -- typing -------------------------------------------------------------------------------------------------

    def _skriv_ned(self) -> None:
        self.blad.skriv_ned()

    def hideEvent(self, hendelse: QHideEvent) -> None:
        """Send what has not been sent before another page comes."""
        self._skriv_ned()
        super().hideEvent(hendelse)

    def _til_bladet(self) -> None:
        self._delt.vis_blad()
        if self.blad.blad is not None and not self.blad.blad.utgaar:
            self.blad.ordpar.ta_fokus()

    def neste_endring(self, retning: int) -> None:
        """Go to the next change of this place, or to the next place that has one."""
        if self._treet is None or self.blad.ordpar.gaa(retning):
            return
        steder = self._treet.steder()
        naa = next((nr for nr, s in enumerate(steder) if s.kode == self.tre.valgt_kode), -1)
        rekka = steder[naa + 1 :] if retning > 0 else tuple(reversed(steder[: max(0, naa)]))
        neste = next((s for s in rekka if s.status != "uendret"), None)
        if neste is None:
            self.si.emit(self.tekster("plan.siste_endring" if retning > 0 else "plan.foerste_endring"))
            return
        self._skriv_ned()
        self._fra_kanten = retning
        self.tre.velg(neste.kode)
        self._delt.vis_blad()
        self.si.emit(f"{neste.kode} {neste.tittel}. {self.tekster(f'plan.status.{neste.status}')}")

    # -- the tree -----------------------------------------------------------------------------------------------

    def handlinger(self) -> Sequence[Sidehandling]:
        """Return new element and draft."""
        t = self.tekster
        laast = "" if self.bord.kan_endres else t("plan.bare_les")
        return (
            Sidehandling(
                noekkel="nytt", tekst=t("plan.nytt.knapp"), gjoer=self._vis_nytt, ikon="plus", hvorfor_ikke=laast
            ),
            Sidehandling(
                noekkel="utkast",
                tekst=t("plan.lag_utkast"),
                gjoer=lambda: self.gaa_til.emit("dokumenter", "samfunnsdel"),
                ikon="file-text",
                slag="primaer",
            ),
        )

    def _vis_nytt(self) -> None:
        knapp = self.hode.findChild(QWidget, "handling-nytt")
        sted = knapp.mapToGlobal(knapp.rect().bottomLeft()) if knapp is not None else self.mapToGlobal(QPoint(0, 0))
        self.nytt_meny().exec(sted)

    def nytt_meny(self) -> QMenu:
        """Return the choices of a new place: beside the chosen one, under it, or at the top."""
        t, meny = self.tekster, QMenu(self)
        meny.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rad: Planrad | None = self.tre.valgt_rad if self.tre.valgt_kode else None
        nivaaer = {n.rolle: n for n in reversed(self._treet.nivaaer)} if self._treet is not None else {}
        if rad is not None and self._treet is not None:
            over = self.blad.blad.over[0] if self.blad.blad is not None and self.blad.blad.kode == rad.kode else ""
            self._valg(meny, t("plan.nytt.ved", nivaa=_stor(rad.nivaa), kode=rad.kode), over, rad.rolle)
            for rolle in (r for r in nivaaer if r != Planrolle.VISJON):
                navn = _stor(nivaaer[rolle].entall)
                self._valg(meny, t("plan.nytt.under", nivaa=navn, kode=rad.kode), rad.kode, rolle)
            meny.addSeparator()
        for rolle, nivaa in reversed(nivaaer.items()):
            self._valg(meny, t("plan.nytt.oeverst", nivaa=_stor(nivaa.entall)), "", rolle)
        return meny

    def _valg(self, meny: QMenu, tekst: str, over: str, rolle: str) -> None:
        meny.addAction(tekst).triggered.connect(lambda: self._nytt(over, rolle))

    def _nytt(self, over: str, rolle: str) -> None:
        self._skriv_ned()
        self.bord.utfoer(
            nytt_planelement, forelder=over or None, nivaa=Planrolle(rolle), tittel=self.tekster("plan.nytt.tittel")
        ).da(lambda endring: self._er_laget(endring.resultat))

    def _er_laget(self, kode: str) -> None:
        self._skriv_tittel = kode
        self.bord.hent(self._spoer_tre).da(self._vis_med_nytt)

    def _vis_med_nytt(self, tre: Plantre) -> None:
        kode = self._skriv_tittel
        self._vis_treet(tre)
        self.tre.velg(kode)

    def _flytt_et_steg(self, kode: str, retning: str) -> None:
        plass = steg(self._treet.rader, kode, retning) if self._treet is not None else None
        if plass is not None:
            self._flytt(kode, plass.forelder or "", plass.etter or "")

    def _flytt(self, kode: str, forelder: str, etter: str) -> None:
        if self.bord.kan_endres:
            self.bord.utfoer(flytt_planelement, element=kode, forelder=forelder or None, etter=etter or None)

    def _ta_ut(self, kode: str) -> None:
        """Let what gjeldende plan has go out of it, and put what is new in the bin."""
        rad = self.tre.valgt_rad
        if not self.bord.kan_endres or rad is None or rad.kode != kode:
            return
        if rad.har_gjeldende:
            self._skriv_ned()
            self.bord.utfoer(skriv_forslag, element=kode, utgaar=rad.status != "utgaar")
        else:
            self._kast(kode)

    def _kast(self, kode: str) -> None:
        self._skriv_ned()
        self.bord.utfoer(fjern_planelement, element=kode)

    def _ta_inn_igjen(self) -> None:
        self.bord.utfoer(skriv_forslag, element=self.tre.valgt_kode, utgaar=False)

    def _vis_meny(self, sted: QPoint) -> None:
        if self.tre.valgt_kode and self.bord.kan_endres:
            self.stedsmeny().exec(self.tre.viewport().mapToGlobal(sted))

    def stedsmeny(self) -> QMenu:
        """Return what can be done with the chosen place."""
        t, meny, kode = self.tekster, QMenu(self), self.tre.valgt_kode
        meny.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for retning, tast in (("opp", "Up"), ("ned", "Down"), ("inn", "Right"), ("ut", "Left")):
            valg = meny.addAction(t(f"plan.flytt.{retning}"))
            valg.setShortcut(QKeySequence(f"Alt+{tast}"))
            valg.setShortcutVisibleInContextMenu(True)
            valg.setEnabled(self._treet is not None and steg(self._treet.rader, kode, retning) is not None)
            valg.triggered.connect(lambda _=False, retning=retning: self._flytt_et_steg(kode, retning))
        meny.addSeparator()
        rad = self.tre.valgt_rad
        if rad.har_gjeldende:
            utgaar = "plan.utgaar.ta_inn_igjen" if rad.status == "utgaar" else "plan.utgaar.la"
            meny.addAction(t(utgaar)).triggered.connect(lambda: self._ta_ut(kode))
        meny.addAction(t("plan.papirkurv.legg")).triggered.connect(lambda: self._kast(kode))
        return meny

    def _vis_papirkurv(self) -> None:
        self.papirkurvmeny().exec(self.papirkurv.mapToGlobal(QPoint(0, 0)))

    def papirkurvmeny(self) -> QMenu:
        """Return what lies in the bin; choosing something takes it back."""
        meny = QMenu(self)
        meny.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kode, tittel in self._treet.papirkurv if self._treet is not None else ():
            navn = self.tekster("plan.papirkurv.hent", kode=kode, tittel=tittel)
            meny.addAction(navn.replace("&", "&&")).triggered.connect(
                lambda _=False, kode=kode: self.bord.utfoer(hent_tilbake_planelement, element=kode)
            )
        meny.setEnabled(self.bord.kan_endres)
        return meny


def _stor(navn: str) -> str:
    return navn[:1].upper() + navn[1:]
