"""Spørsmål: what the tables are asked in one workshop, edited here and shown as they will see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from verksted.handlinger.prosess import oppdater_spoersmaal
from verksted.handlinger.spoersmaal import flytt_spoersmaal, opprett_spoersmaal, slett_spoersmaal
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.segment import Segment
from verksted.vindu.ramme.side import Side
from verksted.vindu.ramme.sidehandling import Sidehandling
from verksted.vindu.spoersmaal.forhaandsvisning import Forhaandsvisning
from verksted.vindu.spoersmaal.spoersmaalsliste import Spoersmaalsliste
from verksted.vindu.spoersmaal.spoersmaalsmodell import Spoersmaalsmodell
from verksted.vindu.spoersmaal.spoersmaalspanel import Spoersmaalspanel
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from verksted.kjerne.feil import KjentFeil
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord, Spoerring
    from verksted.vindu.ramme.kontrakt import Endringsmelding
    from verksted.vindu.ramme.svar import Svar
    from verksted.visning.spoersmaalside import Spoersmaalrad, Spoersmaalside


class Spoersmaalssiden(Side):
    """`spoersmaal` gives the query of a workshop by its number; None is the first one."""

    noekkel = "spoersmaal"

    def __init__(self, bord: Arbeidsbord, *, spoersmaal: Callable[[int | None], Spoerring[Spoersmaalside]]) -> None:
        self._spoer = spoersmaal
        self._nummer: int | None = None
        self._side: Spoersmaalside | None = None
        self._underveis = 0
        self._lest: Svar[Spoersmaalside] | None = None
        self._velg_etterpaa: int | str = ""
        self._skriv = False
        super().__init__(bord)

    def bygg(self) -> None:
        """Make the chooser, the list, the preview and the panel."""
        px, t = self.tema.px, self.tekster
        self._topp = QHBoxLayout()
        self._topp.setSpacing(px(16))
        self._velger: Segment | None = None
        self._sum = Etikett("", self.tema, Trinn.TABELL, rolle="dempet", brytes=True)
        stort = self.tema.zoom >= 150  # then the sum needs a line of its own
        if stort:
            self._topp.addStretch(1)
        else:
            self._topp.addWidget(self._sum, 1)
        self.innhold.addLayout(self._topp)
        if stort:
            self.innhold.addWidget(self._sum)
        self.modell = Spoersmaalsmodell(self._les_opp)
        self.modell.kan_endres = self.bord.kan_endres
        self.modell.ny_tekst.connect(lambda nummer, tekst: self._endre(nummer, {"tekst": tekst}))
        self.liste = Spoersmaalsliste(self.modell, self.bord.verktoey)
        self.liste.valgt.connect(self._vis_valgt)
        self.liste.flyttes.connect(self._flytt)
        self.liste.slettes.connect(self._slett)
        self.liste.aapnes.connect(self._til_panelet)
        self.liste.setMinimumHeight(px(220))  # with large text the page scrolls before the list is gone
        self.innhold.addWidget(self.liste, 1)
        self.tom = Etikett(t("spoersmaal.ingen"), self.tema, Trinn.KROPP, rolle="dempet", brytes=True)
        self.innhold.addWidget(self.tom)
        self.forhaand = Forhaandsvisning(self.bord.verktoey)
        self.innhold.addWidget(self.forhaand)
        self.spoersmaalspanel = Spoersmaalspanel(self.bord.verktoey, kan_endres=self.bord.kan_endres)
        self.spoersmaalspanel.endret.connect(self._endre)
        self.spoersmaalspanel.til_blokk.connect(
            lambda nr, blokk: self._utfoer(flytt_spoersmaal, spoersmaal=nr, post_id=blokk)
        )
        self.spoersmaalspanel.slettes.connect(self._slett)
        self.panel = self.spoersmaalspanel
        self.panel.setParent(self)  # until the frame takes it
        self.panel.hide()

    def oppfrisk(self, _endring: Endringsmelding | None) -> None:
        """Read the workshop anew."""
        self._les()

    def vis(self, maal: object = None) -> None:
        """Show a workshop (number), or a question in it (number, question's number or id)."""
        match maal:
            case int() as nummer:
                self._velg_verksted(nummer)
            case (int() as nummer, int() | str() as valgt):
                self._velg_etterpaa = valgt
                self._velg_verksted(nummer)

    def handlinger(self) -> Sequence[Sidehandling]:
        """Return «Nytt spørsmål»."""
        if self._side is not None and self._side.nummer is None:
            return ()
        ikke = "" if self.bord.kan_endres else self.tekster("spoersmaal.bare_lese")
        tekst = self.tekster("spoersmaal.nytt")
        return [
            Sidehandling(noekkel="nytt", tekst=tekst, gjoer=self.nytt, ikon="plus", slag="primaer", hvorfor_ikke=ikke)
        ]

    def foerste_fokus(self) -> QWidget | None:
        """Return the list."""
        return self.liste

    def nytt(self) -> None:
        """Ask one more question in the chosen one's block, else in the first that can have one."""
        if self._side is None or self._side.nummer is None:
            return
        rad = self._valgt()
        blokk = rad.blokk_id if rad is not None else next((b.id for b in self._side.blokker), None)
        self._underveis += 1
        tekst = self.tekster("spoersmaal.nytt")
        svar = self.bord.utfoer(opprett_spoersmaal, verksted=self._side.nummer, tekst=tekst, post_id=blokk)
        svar.da(self._laget).ved_feil(self._gikk_ikke)

    # -- reading ------------------------------------------------------------------------------------------------

    def _les(self) -> None:
        if self._lest is not None:
            self._lest.glem()  # only the newest reading counts
        self._lest = self.bord.hent(self._spoer(self._nummer)).da(self._kom)

    def _kom(self, side: Spoersmaalside) -> None:
        if self._underveis:
            return
        t = self.tekster
        self._side = side
        if side.nummer is None:
            self.vis_tomt(t("spoersmaal.ingen_verksteder"))
            self.nye_handlinger()
            return
        naa = self._valgt()
        valgt = self._velg_etterpaa or (naa.id if naa is not None and self._nummer == side.nummer else "")
        self._nummer = side.nummer
        self._vis_velger(side)
        self.modell.sett(side.spoersmaal)
        self.sett_tilstand(next(v.tittel for v in side.verksteder if v.nummer == side.nummer))
        self._sum.setText(t.antall("spoersmaal.antall", len(side.spoersmaal)))
        self.liste.setVisible(bool(side.spoersmaal))
        self.tom.setVisible(not side.spoersmaal)
        self.liste.velg(max(0, self.modell.rad_med(valgt)))
        if self._skriv:
            self.liste.setFocus()
            self.liste.edit(self.liste.currentIndex())
        self._velg_etterpaa, self._skriv = "", False
        self._vis_valgt()

    def _vis_velger(self, side: Spoersmaalside) -> None:
        if self._velger is None or self._velger.property("antall") != len(side.verksteder):
            if self._velger is not None:
                self._velger.deleteLater()
            valg = [(str(v.nummer), self.tekster("spoersmaal.verksted", nummer=v.nummer)) for v in side.verksteder]
            self._velger = Segment(valg, self.tema, self.tekster("spoersmaal.velg_verksted"), liten=True)
            self._velger.setProperty("antall", len(side.verksteder))
            for v in side.verksteder:
                self._velger.knapp(str(v.nummer)).setToolTip(v.tittel)
            self._velger.valgt.connect(lambda nummer: self._velg_verksted(int(nummer)))
            self._topp.insertWidget(0, self._velger)
        self._velger.sett(str(side.nummer))

    def _valgt(self) -> Spoersmaalrad | None:
        return self.modell.rader[self.liste.rad] if 0 <= self.liste.rad < len(self.modell.rader) else None

    def _vis_valgt(self) -> None:
        rad = self._valgt()
        if self._side is not None:
            self.spoersmaalspanel.vis(rad, self._side)
        self.forhaand.setVisible(rad is not None)
        if rad is not None:
            self.forhaand.vis(rad)

    def _les_opp(self, rad: Spoersmaalrad) -> str:
        """Return what a screen reader says of a question."""
        t = self.tekster
        svar = ", ".join(t(f"spoersmaal.svartype.{type_}") for type_ in rad.svartyper)
        deler = [
            t("spoersmaal.les_opp", nummer=rad.nummer, tekst=rad.tekst[:600]),
            rad.blokk or t("spoersmaal.uten_blokk"),
            svar,
            t.antall("spoersmaal.innspill", rad.innspill) if rad.innspill else "",
        ]
        return ". ".join(del_ for del_ in deler if del_)

    # -- changing -----------------------------------------------------------------------------------------------

    def _utfoer(self, handling: Callable[..., Any], **felt: Any) -> None:  # noqa: ANN401 - the operation's own
        self._underveis += 1
        self.bord.utfoer(handling, verksted=self._nummer, **felt).da(self._ferdig).ved_feil(self._gikk_ikke)

    def _ferdig(self, _endring: object = None) -> None:
        self._underveis -= 1
        if not self._underveis:
            self._les()

    def _laget(self, endring: Any) -> None:  # noqa: ANN401 - the Endring of the operation
        self._velg_etterpaa, self._skriv = endring.resultat, True
        self._ferdig()

    def _gikk_ikke(self, feil: KjentFeil) -> None:
        self._velg_etterpaa = ""
        self._ferdig()
        self.bord.verktoey.bakgrunn.feilet.emit(feil)

    def _endre(self, nummer: int, felt: dict[str, Any]) -> None:
        self._utfoer(oppdater_spoersmaal, spoersmaal=nummer, **felt)

    def _flytt(self, fra: int, til: int) -> None:
        """Give a question the place of another one; in another block it moves there."""
        rader = self.modell.rader
        en, annen = rader[fra], rader[til]
        blokk = annen.blokk_id if annen.blokk_id != en.blokk_id else None
        # Into the block above it comes last, into the one below first; inside a block it passes the other one.
        etter = (til > fra) if blokk is None else (til < fra)
        plass = til + 1 if etter else til
        self._velg_etterpaa = en.id
        foer = rader[plass].nummer if plass < len(rader) and rader[plass].nummer != en.nummer else None
        self._utfoer(flytt_spoersmaal, spoersmaal=en.nummer, foer=foer, post_id=blokk)

    def _slett(self, nummer: int) -> None:
        self._utfoer(slett_spoersmaal, spoersmaal=nummer)

    def _velg_verksted(self, nummer: int) -> None:
        self._nummer = nummer
        self._les()

    def _til_panelet(self) -> None:
        self.vis_panel.emit()
        self.spoersmaalspanel.tekst.setFocus()
