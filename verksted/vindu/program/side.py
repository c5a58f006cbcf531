"""Program: one workshop as a day where time is height, and the chosen block in the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QLocale, QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from verksted.handlinger.program import (
    flytt_programpost,
    kort_ned_programmet,
    oppdater_programpost,
    opprett_programpost,
    sett_slutt,
    slett_programpost,
)
from verksted.handlinger.spoersmaal import opprett_spoersmaal
from verksted.kjerne.formater import klokkeslett
from verksted.modell.ordene import Programart
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.segment import Segment
from verksted.vindu.program.arter import BLOKKARTER, IKON
from verksted.vindu.program.blokkpanel import Blokkpanel
from verksted.vindu.program.programliste import Programliste
from verksted.vindu.program.programmodell import Blokkrad, Programmodell
from verksted.vindu.program.sluttlinje import Sluttlinje
from verksted.vindu.ramme.side import Side
from verksted.vindu.ramme.sidehandling import Sidehandling
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from verksted.kjerne.feil import KjentFeil
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord, Spoerring
    from verksted.vindu.ramme.kontrakt import Endringsmelding
    from verksted.vindu.ramme.svar import Svar
    from verksted.visning.program import Programvarsel
    from verksted.visning.programside import Programside


class Programsiden(Side):
    """`program` gives the query of a workshop by its number; None is the one that comes next."""

    noekkel = "program"

    def __init__(self, bord: Arbeidsbord, *, program: Callable[[int | None], Spoerring[Programside]]) -> None:
        self._spoer = program
        self._nummer: int | None = None
        self._side: Programside | None = None
        self._underveis = 0
        self._lest: Svar[Programside] | None = None
        self._velg_etterpaa = ""
        self._skriv_tittel = False
        super().__init__(bord)

    def bygg(self) -> None:
        """Make the chooser, the timeline, the line under it, and the panel."""
        px, t = self.tema.px, self.tekster
        self._topp = QHBoxLayout()
        self._topp.setSpacing(px(16))
        self._velger: Segment | None = None
        self._sum = Etikett("", self.tema, Trinn.TABELL, rolle="dempet", brytes=True)
        self.neste_varsel = Knapp(t("program.side.neste_varsel"), self.tema, slag="tekst", liten=True)
        self.neste_varsel.clicked.connect(self._til_neste_varsel)
        self.neste_varsel.hide()
        stort = self.tema.zoom >= 150  # then the sum needs a line of its own
        if stort:
            self._topp.addStretch(1)
        else:
            self._topp.addWidget(self._sum, 1)
        self._topp.addWidget(self.neste_varsel)
        self.innhold.addLayout(self._topp)
        if stort:
            self.innhold.addWidget(self._sum)
        self.modell = Programmodell(self._les_opp)
        self.modell.kan_endres = self.bord.kan_endres
        self.modell.ny_tittel.connect(lambda post_id, tittel: self._endre(post_id, {"tittel": tittel}))
        self.liste = Programliste(self.modell, self.bord.verktoey)
        self.liste.valgt.connect(lambda _: self._vis_panelet())
        self.liste.flyttet.connect(self._flytt)
        self.liste.strukket.connect(lambda post_id, minutter: self._endre(post_id, {"minutter": minutter}))
        self.liste.slettes.connect(self._slett)
        self.liste.aapnes.connect(self._til_panelet)
        self.liste.setMinimumHeight(px(260))  # with large text the page scrolls before the list is gone
        self.innhold.addWidget(self.liste, 1)
        self.slutt = Sluttlinje(self.bord.verktoey, kan_endres=self.bord.kan_endres)
        self.slutt.ny_slutt.connect(lambda tid: self._utfoer(sett_slutt, slutt=tid))
        self.slutt.kort_ned.connect(lambda: self._utfoer(kort_ned_programmet))
        self.innhold.addWidget(self.slutt)
        self.blokkpanel = Blokkpanel(self.bord.verktoey, kan_endres=self.bord.kan_endres)
        self.blokkpanel.endret.connect(self._endre)
        self.blokkpanel.nytt_steg.connect(self._nytt_steg)
        self.blokkpanel.slettes.connect(self._slett)
        self.blokkpanel.mend.connect(self._mend)
        self.blokkpanel.til_spoersmaal.connect(lambda nr: self.gaa_til.emit("spoersmaal", (self._nummer, nr)))
        self.blokkpanel.nytt_spoersmaal.connect(self._nytt_spoersmaal)
        self.panel = self.blokkpanel
        self.panel.setParent(self)  # until the frame takes it
        self.panel.hide()

    def oppfrisk(self, _endring: Endringsmelding | None) -> None:
        """Read the workshop anew."""
        self._les()

    def vis(self, maal: object = None) -> None:
        """Show a workshop (number), or a block in it (number, id)."""
        match maal:
            case int() as nummer:
                self._velg_verksted(nummer)
            case (int() as nummer, str() as post_id):
                self._velg_etterpaa = post_id
                self._velg_verksted(nummer)

    def handlinger(self) -> Sequence[Sidehandling]:
        """Return «Ny blokk»."""
        ikke = "" if self.bord.kan_endres else self.tekster("program.side.bare_lese")
        if self._side is not None and self._side.program is None:
            return ()
        tekst = self.tekster("program.side.ny_blokk")
        return [
            Sidehandling(
                noekkel="ny_blokk", tekst=tekst, gjoer=self._ny_meny, ikon="plus", slag="primaer", hvorfor_ikke=ikke
            )
        ]

    def foerste_fokus(self) -> QWidget | None:
        """Return the timeline."""
        return self.liste

    # -- reading ------------------------------------------------------------------------------------------------

    def _les(self) -> None:
        if self._lest is not None:
            self._lest.glem()  # only the newest reading counts
        self._lest = self.bord.hent(self._spoer(self._nummer)).da(self._kom)

    def _kom(self, side: Programside) -> None:
        if not self._underveis and not self.liste.drar:
            self._vis(side)

    def _vis(self, side: Programside) -> None:
        program = side.program
        self._side = side
        if program is None:
            self.vis_tomt(self.tekster("program.side.ingen_verksteder"))
            self.nye_handlinger()
            return
        foerste_gang = self._nummer != program.nummer or not self.liste.valgt_id
        valgt = self._velg_etterpaa or self.liste.valgt_id
        self._nummer = program.nummer
        self._vis_velger(side)
        self.modell.sett(side)
        self.slutt.vis(program.planlagt_slutt, side.legg_ut().ledig)
        self._vis_hodet(side)
        if self.modell.rader:
            if self.modell.rad_med(valgt) < 0 or (foerste_gang and not self._velg_etterpaa):
                valgt = valgt if self.modell.rad_med(valgt) >= 0 else self.modell.rader[0].blokk.id
            self.liste.velg(valgt)
        if self._velg_etterpaa and self._skriv_tittel:
            self.liste.setFocus()
            self.liste.edit(self.liste.currentIndex())
        self._velg_etterpaa, self._skriv_tittel = "", False
        self._vis_panelet()

    def _vis_velger(self, side: Programside) -> None:
        if self._velger is None or self._velger.property("antall") != len(side.verksteder):
            if self._velger is not None:
                self._velger.deleteLater()
            valg = [(str(v.nummer), self.tekster("program.side.verksted", nummer=v.nummer)) for v in side.verksteder]
            self._velger = Segment(valg, self.tema, self.tekster("program.side.velg_verksted"), liten=True)
            self._velger.setProperty("antall", len(side.verksteder))
            for v in side.verksteder:
                self._velger.knapp(str(v.nummer)).setToolTip(v.tittel)
            self._velger.valgt.connect(lambda nummer: self._velg_verksted(int(nummer)))
            self._topp.insertWidget(0, self._velger)
        self._velger.sett(str(self._nummer))

    def _vis_hodet(self, side: Programside) -> None:
        program, t = side.program, self.tekster
        if program is None:
            return
        tider = t("program.side.fra_til", fra=klokkeslett(program.start), til=f"{program.slutt:%H.%M}")
        deler = [self._dato(program.dato, tider), program.sted]
        self.sett_tilstand(", ".join(del_ for del_ in deler if del_))
        timer, minutter = divmod(program.minutter, 60)
        varighet = t("program.side.timer", timer=timer, minutter=minutter) if timer else ""
        varighet = varighet or t("program.side.min", minutter=minutter)
        antall = t.antall("program.side.blokker", len(self.modell.rader), varighet=varighet)
        holdt = t(f"program.side.{'kjoert' if program.kjoert else 'holdt'}") if side.holdt else ""
        self._sum.setText(f"{antall} {holdt}".strip())
        self.neste_varsel.setText(t.antall("program.side.varsler", len(program.varsler)))
        self.neste_varsel.setVisible(bool(program.varsler))

    def _dato(self, dato: Any, tider: str) -> str:  # noqa: ANN401 - a date, or none yet
        if dato is None:
            return self.tekster("program.side.uten_dato", tider=tider)
        ord_ = QLocale().toString(QDate(dato.year, dato.month, dato.day), "dddd d. MMMM yyyy")
        return f"{ord_[:1].upper()}{ord_[1:]} {tider}"

    def _vis_panelet(self) -> None:
        side = self._side
        rad = self.modell.rader[nr] if (nr := self.modell.rad_med(self.liste.valgt_id)) >= 0 else None
        titler = {en.blokk.id: en.blokk.tittel for en in self.modell.rader}
        self.blokkpanel.vis(rad, titler, side.roller if side is not None else ())

    def _les_opp(self, rad: Blokkrad) -> str:
        """Return what a screen reader says of a block."""
        t, blokk, plass = self.tekster, rad.blokk, rad.plass
        deler = [
            t("program.side.les_opp", fra=f"{plass.fra:%H.%M}", til=f"{plass.til:%H.%M}", tittel=blokk.tittel),
            t(f"program.{blokk.art}"),
            t("program.side.min", minutter=plass.minutter),
            blokk.ansvarlig,
            "" if blokk.art == "programart.pause" else t(f"program.side.{blokk.sfaere}"),
            *(t("program.side.steg_lest", tittel=ett.tittel, minutter=ett.minutter) for ett in plass.steg),
            *(t(f"program.varsel.{varsel.slag}", **varsel.tall) for varsel in blokk.varsler),
        ]
        return ", ".join(del_ for del_ in deler if del_)

    # -- changing -----------------------------------------------------------------------------------------------

    def _utfoer(self, handling: Callable[..., Any], **felt: Any) -> None:  # noqa: ANN401 - the operation's own
        """Carry out an operation on this workshop; what is on screen stays until all that is under way is done."""
        self._underveis += 1
        self.bord.utfoer(handling, verksted=self._nummer, **felt).da(self._ferdig).ved_feil(self._gikk_ikke)

    def _ferdig(self, _endring: object = None) -> None:
        self._underveis -= 1
        if not self._underveis:
            self._les()

    def _gikk_ikke(self, feil: KjentFeil) -> None:
        self._velg_etterpaa = ""
        self._ferdig()
        self.bord.verktoey.bakgrunn.feilet.emit(feil)

    def _endre(self, post_id: str, felt: dict[str, Any]) -> None:
        self._utfoer(oppdater_programpost, post_id=post_id, **felt)

    def _flytt(self, post_id: str, rekka: tuple[str, ...]) -> None:
        plass = rekka.index(post_id) + 1
        self._utfoer(flytt_programpost, post_id=post_id, foer=rekka[plass] if plass < len(rekka) else None)

    def _slett(self, post_id: str) -> None:
        rekka = self.modell.rekkefoelge
        if post_id in rekka:
            her = rekka.index(post_id)
            self._velg_etterpaa = (*rekka[her + 1 :], *rekka[:her][-1:], "")[0]
        self._utfoer(slett_programpost, post_id=post_id)

    def _ny_meny(self) -> None:
        meny = QMenu(self)
        for en in BLOKKARTER:
            valg = meny.addAction(self.ikoner(IKON[en], "text_2"), self.tekster(f"program.programart.{en}"))
            valg.triggered.connect(lambda _=False, en=en: self.ny_blokk(en))
        knapp = self.hode.findChild(QPushButton, "handling-ny_blokk")
        under = knapp.mapToGlobal(QPoint(0, knapp.height())) if knapp is not None else self.mapToGlobal(QPoint(0, 0))
        meny.aboutToHide.connect(meny.deleteLater)
        meny.popup(under)

    def ny_blokk(self, art: Programart) -> None:
        """Put in a block of a kind after the chosen one, and let its title be written."""
        rekka = self.modell.rekkefoelge
        her = self.modell.rad_med(self.liste.valgt_id)
        foer = rekka[her + 1] if 0 <= her < len(rekka) - 1 else None
        self._lag(art=art, tittel=self.tekster(f"program.programart.{art}"), foer=foer)

    def _lag(self, **felt: Any) -> None:  # noqa: ANN401 - the operation's own
        self._underveis += 1
        svar = self.bord.utfoer(opprett_programpost, verksted=self._nummer or 0, **felt)
        svar.da(self._laget).ved_feil(self._gikk_ikke)

    def _laget(self, endring: Any) -> None:  # noqa: ANN401 - the Endring of the operation
        self._velg_etterpaa, self._skriv_tittel = endring.resultat, True
        self._ferdig()

    def _nytt_steg(self, blokk_id: str, art: Programart) -> None:
        tittel = self.tekster(f"program.programart.{art}")
        self._utfoer(opprett_programpost, art=art, tittel=tittel, forelder=blokk_id)

    def _nytt_spoersmaal(self, blokk_id: str) -> None:
        tekst = self.tekster("program.side.nytt_spoersmaal_tekst")
        self.bord.utfoer(opprett_spoersmaal, verksted=self._nummer or 0, tekst=tekst, post_id=blokk_id).da(self._spurt)

    def _spurt(self, endring: Any) -> None:  # noqa: ANN401 - the Endring of the operation
        self.gaa_til.emit("spoersmaal", (self._nummer, endring.resultat))

    def _mend(self, varsel: Programvarsel) -> None:
        """Do what the warning's button says."""
        reparasjon = varsel.reparasjon
        post_id = reparasjon.post_id or varsel.post_id or ""
        match str(reparasjon.art):
            case "kort_ned":
                self._utfoer(kort_ned_programmet)
            case "flytt_pause":
                self._utfoer(flytt_programpost, post_id=post_id, foer=reparasjon.foer_id)
            case "legg_inn_pause":
                tittel = self.tekster("program.programart.pause")
                pause = {"art": Programart.PAUSE, "tittel": tittel, "minutter": reparasjon.minutter}
                self._utfoer(opprett_programpost, foer=reparasjon.foer_id, **pause)
            case "sett_minutter":
                self._endre(post_id, {"minutter": reparasjon.minutter})
            case "loesne_start":
                self._endre(post_id, {"fast_start": None})
            case "skriv_spoersmaal":
                self._nytt_spoersmaal(post_id)
            case _:
                self._til_panelet()
                self.blokkpanel.ansvarlig.setFocus()

    # -- going about --------------------------------------------------------------------------------------------

    def _velg_verksted(self, nummer: int) -> None:
        if nummer != self._nummer:
            self._nummer = nummer
        self._les()

    def _til_panelet(self) -> None:
        self.vis_panel.emit()
        self.blokkpanel.tittel.setFocus()
        self.blokkpanel.tittel.selectAll()

    def _til_neste_varsel(self) -> None:
        rader = self.modell.rader
        her = self.modell.rad_med(self.liste.valgt_id)
        runden = [*rader[her + 1 :], *rader[: her + 1]]
        neste = next((rad.blokk.id for rad in runden if rad.blokk.varsler), "")
        if neste:
            self.liste.velg(neste)
            self.vis_panel.emit()
            self.liste.setFocus()
        else:
            self.slutt.knapp.setFocus()
