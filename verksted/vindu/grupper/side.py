"""Grupper: the room from above, moved by hand or composed, and how even it all is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from verksted.handlinger.bordplasser import bytt_plasser, flytt_plass, laas_plass, sett_sekretaer
from verksted.handlinger.forfall import meld_forfall, opphev_forfall, sett_inn_vara, ta_imot_sent
from verksted.handlinger.gruppebestilling import (
    Bestilling,
    fjern_grupperegel,
    legg_til_grupperegel,
    sett_gruppeoppsett,
)
from verksted.handlinger.grupper import Letevalg
from verksted.kjerne.formater import dato_lang
from verksted.regler.grupper.maal import virkning_av_bytte, virkning_av_flytting
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.tomtilstand import Tomtilstand
from verksted.vindu.grupper.bordord import bordordene
from verksted.vindu.grupper.letelinje import Letelinje
from verksted.vindu.grupper.leting import Leting
from verksted.vindu.grupper.panel import Gruppepanel
from verksted.vindu.grupper.plassmeny import Plassmeny
from verksted.vindu.grupper.reparering import Reparering
from verksted.vindu.grupper.romflate import Romflate
from verksted.vindu.grupper.verktoeyrad import Verktoeyrad
from verksted.vindu.grupper.virkningsord import virkningsledd
from verksted.vindu.ramme.bakgrunn import ArbeidetBleAvbrutt
from verksted.vindu.ramme.side import Side
from verksted.vindu.ramme.sidehandling import Sidehandling
from verksted.vindu.utseende.skrift import Trinn
from verksted.visning.gruppeside import med_flyttede, med_runder
from verksted.visning.regelord import regelord

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from verksted.kjerne.feil import KjentFeil
    from verksted.regler.grupper.oppdrag import Inndeling
    from verksted.regler.grupper.regelrader import Regelomtale
    from verksted.vindu.grupper.boble import Avsnitt
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord
    from verksted.vindu.ramme.kontrakt import Endringsmelding
    from verksted.visning.grupper import Rundevisning
    from verksted.visning.gruppeside import Gruppesidevisning

    # (session, workshop, what names a rule) → the page
    Hent = Callable[[Any, int, Callable[[Regelomtale], str]], "Gruppesidevisning | None"]
    # (workshop, folder) → how many documents; runs in another thread
    Skriv = Callable[[int, Path], int]


class Gruppeside(Side):
    """`hent` reads the page of one workshop; `skriv` writes its lists and signs into a folder."""

    noekkel = "grupper"
    rullbar = False

    def __init__(self, bord: Arbeidsbord, *, hent: Hent, skriv: Skriv, valg: Letevalg | None = None) -> None:
        self._hent, self._skriv = hent, skriv
        self._verksted = 1
        self._rundenr = 0
        self._visning: Gruppesidevisning | None = None
        self.leting = Leting(bord, valg or Letevalg())
        super().__init__(bord)

    def bygg(self) -> None:
        """Make the row over the room, the room, and the panel."""
        px = self.tema.px
        self.innhold.setContentsMargins(px(40), px(10), px(16), 0)
        self.innhold.setSpacing(px(8))
        verktoey = self.bord.verktoey
        self.rad = Verktoeyrad(verktoey)
        self.letelinje = Letelinje(verktoey)
        self.letelinje.hide()
        self._merknad = Etikett("", self.tema, Trinn.TABELL, rolle="varsel", brytes=True)
        self._merknad.hide()
        self.rom = Romflate(verktoey, self._virkning)
        self.rulle = QScrollArea()
        self.rulle.setWidgetResizable(True)
        self.rulle.setFrameShape(QFrame.Shape.NoFrame)
        self.rulle.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rulle.setWidget(self.rom)
        self.rom.setObjectName("rulleflate")
        self._stabel = QStackedWidget()
        self._stabel.addWidget(self.rulle)
        self._tomt: QWidget | None = None
        for widget in (self.rad, self._merknad, self.letelinje):
            self.innhold.addWidget(widget)
        self.innhold.addWidget(self._stabel, 1)
        self.panel = self.gruppepanel = Gruppepanel(verktoey)
        self.destroyed.connect(self.gruppepanel.deleteLater)  # with help in its place nobody else owns it
        self.meny = Plassmeny(self, verktoey, self._virkning)
        self.reparering = Reparering(self.bord, self)
        self._koble_rommet()
        self._koble_panelet()

    def _koble_rommet(self) -> None:
        self.rad.verksted.connect(self._velg_verksted)
        self.rad.runde.connect(self._velg_runde)
        self.rad.panel.connect(self._aapne_panel)
        self.rad.skala.connect(self.rom.sett_kartskala)
        rom, meny = self.rom, self.meny
        for kilde in (rom, meny):
            kilde.flyttet.connect(self._flytt)
            kilde.laas.connect(
                lambda p, laast: self._utfoer(laas_plass, runde=self._runde_nr, person_id=p, laast=laast)
            )
            kilde.sekretaer.connect(self._sett_sekretaer)
        rom.byttet.connect(self._bytt)
        rom.meny.connect(self._vis_meny)
        rom.synlig.connect(lambda plass: self.rulle.ensureWidgetVisible(plass, 20, 40))
        meny.forfall.connect(lambda p: self._utfoer(meld_forfall, person_id=p))
        leting, linje = self.leting, self.letelinje
        linje.behold.connect(leting.behold)
        linje.avbryt.connect(leting.avbryt)
        leting.bedre.connect(self._vis_hittil)
        leting.tid.connect(linje.vis_tid)
        leting.ferdig.connect(self._ferdig_lett)
        leting.feilet.connect(self._leting_feilet)

    def _koble_panelet(self) -> None:
        oppsett, borte = self.gruppepanel.oppsett, self.gruppepanel.borte
        oppsett.endret.connect(lambda felt: self._utfoer(sett_gruppeoppsett, **felt))
        oppsett.regler.ny.connect(lambda felt: self._utfoer(legg_til_grupperegel, **felt))
        oppsett.regler.fjern.connect(lambda regel: self.bord.utfoer(fjern_grupperegel, regel_id=regel))
        borte.forfall.connect(lambda p: self._utfoer(meld_forfall, person_id=p))
        borte.kommer.connect(lambda p: self._utfoer(opphev_forfall, person_id=p))
        borte.vara.connect(self._sett_inn_vara)
        borte.sent.connect(lambda p: self._utfoer(ta_imot_sent, person_id=p))
        borte.rett.connect(self._rett_opp)

    # -- reading ------------------------------------------------------------------------------------------------

    def oppfrisk(self, _endring: Endringsmelding | None) -> None:
        """Read the workshop anew."""
        verksted, navngi = self._verksted, regelord(self.tekster)
        self.bord.hent(lambda sesjon: self._hent(sesjon, verksted, navngi)).da(self._vis)

    def vis(self, maal: object = None) -> None:
        """Show a workshop where another page asks for one (its number)."""
        if isinstance(maal, int) and maal != self._verksted:
            self._velg_verksted(maal)

    def handlinger(self) -> Sequence[Sidehandling]:
        """Return printing and composing."""
        t, visning = self.tekster, self._visning
        har_bord = visning is not None and bool(visning.grupper.runder)
        kan_ikke = "" if self.bord.kan_endres else t("gruppeside.hvorfor.lesing")
        if visning is None or not visning.deltakere:
            kan_ikke = kan_ikke or t("gruppeside.hvorfor.ingen_folk")
        if self.leting.i_gang:
            kan_ikke = t("gruppeside.hvorfor.leter")
        return (
            Sidehandling(noekkel="skriv", tekst=t("gruppeside.handling.skriv"), gjoer=self._skriv_ut, ikon="printer",
                         hvorfor_ikke="" if har_bord else t("gruppeside.hvorfor.ingen_bord")),
            Sidehandling(noekkel="sett_sammen", tekst=t(f"gruppeside.handling.{'paa_nytt' if har_bord else 'sett'}"),
                         gjoer=self.sett_sammen, ikon="shuffle", slag="primaer", hvorfor_ikke=kan_ikke),
        )  # fmt: skip

    def foerste_fokus(self) -> QWidget | None:
        """Return the seat last in use."""
        plasser = self.rom.plasser if self._stabel.currentWidget() is self.rulle else ()
        return next((p for p in plasser if p.focusPolicy() & Qt.FocusPolicy.TabFocus), None)

    def _vis(self, visning: Gruppesidevisning | None) -> None:
        self._visning = visning
        self.nye_handlinger()
        if visning is None:
            self.rad.hide()
            self._vis_tomrom(self.tekster("gruppeside.tomt.ingen_verksted"), "prosess", "gruppeside.tomt.til_prosess")
            return
        self._verksted = visning.grupper.verksted
        self._rundenr = max(0, min(self._rundenr, len(visning.grupper.runder) - 1))
        self.sett_tilstand(self._tilstand(visning))
        kan = self.bord.kan_endres
        self.rad.show()
        self.rad.vis(visning, self._rundenr)
        self._merknad.setText(self.tekster("grupper.merknad.alle_i_rommet"))
        self._merknad.setVisible(visning.andre > 0)
        panel = self.gruppepanel
        panel.balanse.vis(visning.grupper, self._rundenr)
        panel.oppsett.vis(visning, kan_endres=kan)
        panel.borte.vis(visning, self._runden, kan_endres=kan)
        if not visning.deltakere:
            self._vis_tomrom(self.tekster("gruppeside.tomt.ingen_folk"), "deltakere", "gruppeside.tomt.til_deltakere")
        elif not self.leting.i_gang:
            self._vis_rommet(self._runden)

    def _tilstand(self, visning: Gruppesidevisning) -> str:
        t, grupper = self.tekster, visning.grupper
        deler = [t("gruppeside.tilstand.verksted", nummer=grupper.verksted)]
        if grupper.dato is not None:
            deler[0] += f", {dato_lang(grupper.dato, t.maalform)}"
        folk = t.antall("gruppeside.tilstand.personer", len(visning.deltakere))
        if (runde := self._runden) is not None:
            deler.append(t.antall("gruppeside.tilstand.rundt", len(runde.bord), personer=folk))
            if grupper.uten_plass:
                deler.append(t.antall("gruppeside.tilstand.uten_plass", len(grupper.uten_plass)))
        else:
            deler.append(t("gruppeside.tilstand.ikke_satt", personer=folk))
        return ". ".join(deler) + "."

    @property
    def _runden(self) -> Rundevisning | None:
        runder = self._visning.grupper.runder if self._visning else ()
        return runder[self._rundenr] if self._rundenr < len(runder) else None

    @property
    def _runde_nr(self) -> int:
        runde = self._runden
        return runde.nummer if runde else 1

    def _vis_rommet(self, runde: Rundevisning | None) -> None:
        visning = self._visning
        if visning is None or runde is None:
            self._vis_tomrom(self.tekster("gruppeside.tomt.ikke_satt"), "", "gruppeside.handling.sett")
            return
        kan = self.bord.kan_endres and not runde.holdt and not self.leting.i_gang
        self._stabel.setCurrentWidget(self.rulle)
        self.rom.vis(runde, visning.lister, bordordene(visning.grupper, runde, self.tekster), kan_endres=kan)

    def _vis_tomrom(self, setning: str, side: str, knappetekst: str) -> None:
        knapp = Knapp(self.tekster(knappetekst), self.tema, slag="kant")
        knapp.setEnabled(bool(side) or self.bord.kan_endres)
        knapp.clicked.connect(lambda: self.gaa_til.emit(side, None) if side else self.sett_sammen())
        gammel, self._tomt = self._tomt, Tomtilstand(setning, self.tema, knapp)
        self._stabel.addWidget(self._tomt)
        self._stabel.setCurrentWidget(self._tomt)
        if gammel is not None:
            self._stabel.removeWidget(gammel)
            gammel.deleteLater()

    # -- choosing -----------------------------------------------------------------------------------------------

    def _velg_verksted(self, nummer: int) -> None:
        self.rom.slipp()
        self._verksted, self._rundenr = nummer, 0
        self.oppfrisk(None)

    def _velg_runde(self, nummer: int) -> None:
        if nummer < 0 or nummer == self._rundenr:
            return
        self.rom.slipp()
        self._rundenr = nummer
        if self._visning is not None:
            self._vis(self._visning)

    def _aapne_panel(self, fane: str) -> None:
        self.gruppepanel.vis_fane(fane)
        self.vis_panel.emit()

    # -- moving by hand -----------------------------------------------------------------------------------------

    def _virkning(self, person: str, bord: int, annen: str) -> Sequence[Avsnitt]:
        """Return what a move (or with `annen` a swap) would do, in words."""
        visning, t = self._visning, self.tekster
        if visning is None:
            return ()
        rommet, runde = visning.rommet, self._runde_nr
        if annen:
            navn = next((p.navn for p in visning.deltakere if p.person_id == annen), "")
            virkning = virkning_av_bytte(rommet.oppdrag_naa, rommet.runder, runde=runde, en=person, annen=annen)
            return ((t("gruppeside.virkning.bytt", navn=navn), virkningsledd(virkning, t)),)
        virkning = virkning_av_flytting(rommet.oppdrag_naa, rommet.runder, runde=runde, person=person, bord=bord)
        return (
            (t("gruppeside.virkning.til_bord", bord=bord), virkningsledd(virkning, t, self._forskjell(person, bord))),
        )

    def _forskjell(self, person: str, bord: int) -> int:
        runde = self._runden
        if runde is None:
            return 0
        antall = [len(b.plasser) for b in med_flyttede(runde, {person: bord}).bord]
        return max(antall) - min(antall)

    def _flytt(self, person: str, bord: int) -> None:
        self._vis_flyttet({person: bord})
        self._utfoer(flytt_plass, runde=self._runde_nr, person_id=person, bord=bord)

    def _bytt(self, en: str, annen: str) -> None:
        plasser = {p.plass.person_id: p.bord for p in self.rom.plasser}
        self._vis_flyttet({en: plasser[annen], annen: plasser[en]})
        self._utfoer(bytt_plasser, runde=self._runde_nr, en=en, annen=annen)

    def _vis_flyttet(self, nye: dict[str, int]) -> None:
        if (runde := self._runden) is not None:
            self._vis_rommet(med_flyttede(runde, nye))

    def _sett_sekretaer(self, person: str, bord: int) -> None:
        self._utfoer(sett_sekretaer, runde=self._runde_nr, bord=bord, person_id=person)

    def _vis_meny(self, person: str, sted: QPoint) -> None:
        runde = self._runden
        if runde is not None:
            kan = self.bord.kan_endres and not runde.holdt
            self.meny.vis(runde, person, sted, kan_endres=kan)

    def _utfoer(self, handling: Callable[..., Any], **felt: Any) -> None:  # noqa: ANN401 - the fields of an operation
        """Carry out an operation on this workshop; what is shown is read again whether it went well or not."""
        self.bord.utfoer(handling, verksted=self._verksted, **felt).ved_feil(self._gikk_ikke)

    def _gikk_ikke(self, feil: KjentFeil) -> None:
        self.oppfrisk(None)
        self.bord.verktoey.bakgrunn.feilet.emit(feil)

    # -- composing ----------------------------------------------------------------------------------------------

    def sett_sammen(self) -> None:
        """Search for tables with what the panel says, and show better ones as they are found."""
        visning = self._visning
        if visning is None or self.leting.i_gang:
            return
        oppsett = self.gruppepanel.oppsett
        felt = oppsett.ventende()
        if not visning.oppsett.bestilt:
            felt = oppsett.bordvalg() | felt
        self.rom.slipp()
        self.letelinje.begynn()
        self.leting.begynn(self._verksted, Bestilling(**felt), oppsett.tid.value())
        self.nye_handlinger()

    def _vis_hittil(self, inndeling: Inndeling) -> None:
        self.letelinje.vis_svar(inndeling)
        visning = self._visning
        if visning is None:
            return
        holdte = visning.rommet.holdte
        numre = [nr for nr in range(1, len(inndeling.runder) + len(holdte) + 1) if nr not in holdte]
        nye = [type(r)(nr, r.bord) for r, nr in zip(inndeling.runder, numre, strict=False)]
        runder = med_runder(visning, nye)
        if self._rundenr < len(runder):
            self._vis_rommet(runder[self._rundenr])

    def _ferdig_lett(self) -> None:
        self.letelinje.hide()
        self.si.emit(self.tekster("gruppeside.leting.ferdig"))
        self.oppfrisk(None)

    def _leting_feilet(self, feil: KjentFeil) -> None:
        self.letelinje.hide()
        self.oppfrisk(None)
        if not isinstance(feil, ArbeidetBleAvbrutt):
            self.bord.verktoey.bakgrunn.feilet.emit(feil)

    # -- the day itself -----------------------------------------------------------------------------------------

    def _sett_inn_vara(self, vara: str, medlem: str) -> None:
        def si(endring: Any) -> None:  # noqa: ANN401 - the change with its Varainnsats
            inn = endring.resultat
            noekkel = "samme_liste" if inn.samme_liste else "annen_liste"
            self.si.emit(self.tekster(f"gruppeside.borte.{noekkel}", liste=inn.liste, for_liste=inn.for_liste))

        svar = self.bord.utfoer(sett_inn_vara, verksted=self._verksted, person_id=vara, for_person_id=medlem)
        svar.da(si).ved_feil(self._gikk_ikke)

    def _rett_opp(self) -> None:
        if self._visning is not None:
            self.reparering.foreslaa(self._visning)

    def _skriv_ut(self) -> None:
        t, dialoger = self.tekster, self.bord.verktoey.dialoger
        mappe = dialoger.velg_mappe(self, t("gruppeside.skriv.hvor"), self.bord.sti.parent)
        if mappe is None:
            return
        verksted, skriv = self._verksted, self._skriv
        arbeid = self.bord.arbeid(t("gruppeside.skriv.tittel"), lambda _: skriv(verksted, mappe))
        arbeid.da(lambda antall: self.si.emit(t.antall("gruppeside.skriv.ferdig", antall, mappe=mappe)))
