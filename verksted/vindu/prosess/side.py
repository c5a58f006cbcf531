"""Prosess og møter: a list of what there is, and the chosen thing beside it, saved as it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from verksted.handlinger.verksteder import fjern_verksted, flytt_verksted, legg_til_verksted
from verksted.kjerne.klokke import lokal
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.todelt import Todelt
from verksted.vindu.oversikt.dagord import dag, stor
from verksted.vindu.prosess.prosessblad import Prosessblad
from verksted.vindu.prosess.rolleblad import Rolleblad
from verksted.vindu.prosess.valgliste import Valgliste
from verksted.vindu.prosess.verkstedblad import Verkstedblad
from verksted.vindu.ramme.side import Side
from verksted.vindu.ramme.sidehandling import Sidehandling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord, Spoerring
    from verksted.vindu.ramme.kontrakt import Endringsmelding
    from verksted.visning.prosess import Prosessvisning, Verkstedskjema


class Prosesside(Side):
    """`prosess` is given a session. `vis` takes a workshop's code («V2») or number."""

    noekkel = "prosess"
    rullbar = False

    def __init__(self, bord: Arbeidsbord, *, prosess: Spoerring[Prosessvisning]) -> None:
        self._spoer = prosess
        self._visning: Prosessvisning | None = None
        self._valgt = "prosess"
        super().__init__(bord)

    def bygg(self) -> None:
        """Make the list with its buttons, and the three sheets."""
        t, px = self.tekster, self.tema.px
        self.liste = Valgliste(t("prosess.liste"), self.tema)
        self.liste.valgt.connect(self._velg)
        self.prosessblad = Prosessblad(self.bord)
        self.verkstedblad = Verkstedblad(self.bord)
        self.rolleblad = Rolleblad(self.bord)
        stabel = QWidget()  # not a QStackedWidget: that one is as high as its highest sheet
        bladene = QVBoxLayout(stabel)
        bladene.setContentsMargins(0, 0, 0, 0)
        for blad in (self.prosessblad, self.verkstedblad, self.rolleblad):
            blad.si.connect(self.si)
            bladene.addWidget(blad)
        self.opp, self.ned, self.fjern = (
            Knapp(t(f"prosess.knapp.{n}"), self.tema, slag="tekst", ikon=(self.ikoner, ikon), liten=True)
            for n, ikon in (("opp", "arrow-up"), ("ned", "arrow-down"), ("fjern", "trash"))
        )
        self.opp.clicked.connect(lambda: self._flytt(-1))
        self.ned.clicked.connect(lambda: self._flytt(1))
        self.fjern.clicked.connect(self._fjern)
        venstre = QWidget()
        inni = QVBoxLayout(venstre)
        inni.setContentsMargins(px(28), px(8), px(12), px(16))
        inni.setSpacing(px(4))
        inni.addWidget(self.liste, 1)
        rad = QHBoxLayout()
        rad.setSpacing(px(4))
        for knapp in (self.opp, self.ned, self.fjern):
            rad.addWidget(knapp)
        rad.addStretch(1)
        inni.addLayout(rad)
        self.todelt = Todelt(venstre, stabel, t("prosess.tilbake"), self.bord.verktoey)
        self.innhold.setContentsMargins(0, 0, 0, 0)
        self.innhold.addWidget(self.todelt, 1)

    def handlinger(self) -> Sequence[Sidehandling]:
        """Offer another workshop."""
        return (
            Sidehandling(
                noekkel="legg_til_verksted",
                tekst=self.tekster("prosess.legg_til"),
                gjoer=self._legg_til,
                ikon="plus",
                hvorfor_ikke="" if self.bord.kan_endres else self.tekster("prosess.bare_les"),
            ),
        )

    def foerste_fokus(self) -> QWidget | None:
        """Begin in the list."""
        return self.liste

    def vis(self, maal: object = None) -> None:
        """Show the workshop another page asks for."""
        nummer = str(maal).removeprefix("V") if maal is not None else ""
        if nummer.isdecimal():
            self._velg(nummer)
            self._vis_liste()

    def oppfrisk(self, _endring: Endringsmelding | None) -> None:
        """Read the process anew."""
        self.bord.hent(self._spoer).da(self._vis)

    def _vis(self, visning: Prosessvisning) -> None:
        self._visning = visning
        if self._valgt.isdecimal() and self._verkstedet is None:
            self._valgt = str(visning.verksteder[-1].nummer) if visning.verksteder else "prosess"
        self._vis_liste()
        self.prosessblad.vis(visning)
        self.rolleblad.vis(visning)
        if (verksted := self._verkstedet) is not None:
            self.verkstedblad.vis(visning, verksted)
        self._vis_valgt()
        mangler = sum(1 for v in visning.verksteder if v.dato is None)
        antall = self.tekster.antall("prosess.tilstand", len(visning.verksteder))
        self.sett_tilstand(f"{antall} {self.tekster.antall('prosess.uten_dato', mangler)}" if mangler else antall)

    def _vis_liste(self) -> None:
        if self._visning is None:
            return
        t, i_dag = self.tekster, lokal(self.bord.verktoey.klokke.naa()).date()
        rader = [("prosess", t("prosess.prosess.tittel"))]
        for v in self._visning.verksteder:
            naar = stor(dag(v.dato, i_dag)) if v.dato is not None else t("oversikt.kart.uten_dato")
            rader.append((str(v.nummer), f"{t('oversikt.fase.verksted', nummer=v.nummer)}: {v.tittel}\n{naar}"))
        rader.append(("roller", t("prosess.rolle.tittel")))
        self.liste.sett(rader, self._valgt)

    @property
    def _verkstedet(self) -> Verkstedskjema | None:
        if self._visning is None:
            return None
        return next((v for v in self._visning.verksteder if str(v.nummer) == self._valgt), None)

    def _velg(self, noekkel: str) -> None:
        self.verkstedblad.lagre_det_skrevne()
        self._valgt = noekkel
        if (verksted := self._verkstedet) is not None and self._visning is not None:
            self.verkstedblad.vis(self._visning, verksted)
        self._vis_valgt()
        self.todelt.rulle.verticalScrollBar().setValue(0)
        self.todelt.vis_blad()

    def _vis_valgt(self) -> None:
        blad = {"prosess": self.prosessblad, "roller": self.rolleblad}.get(self._valgt, self.verkstedblad)
        for en in (self.prosessblad, self.verkstedblad, self.rolleblad):
            en.setVisible(en is blad)
        t, verksted = self.tekster, self._verkstedet
        alle = self._visning.verksteder if self._visning is not None else ()
        plass = alle.index(verksted) if verksted is not None else -1
        laast = verksted is None or verksted.i_bruk or not self.bord.kan_endres
        kan_opp = not laast and plass > 0 and not alle[plass - 1].i_bruk
        kan_ned = not laast and plass < len(alle) - 1 and not alle[plass + 1].i_bruk
        for knapp, kan in ((self.opp, kan_opp), (self.ned, kan_ned), (self.fjern, not laast and len(alle) > 1)):
            knapp.setVisible(verksted is not None)
            knapp.setEnabled(kan)
            knapp.setToolTip("" if kan or not laast else t("prosess.i_bruk"))

    def _legg_til(self) -> None:
        svar = self.bord.utfoer(legg_til_verksted, tittel=self.tekster("prosess.nytt_verksted"))
        svar.da(lambda endring: self._velg_nytt(endring.resultat))

    def _velg_nytt(self, nummer: int) -> None:
        self._valgt = str(nummer)
        self.oppfrisk(None)

    def _fjern(self) -> None:
        if (verksted := self._verkstedet) is not None:
            self.bord.utfoer(fjern_verksted, verksted=verksted.nummer)

    def _flytt(self, steg: int) -> None:
        verksted, visning = self._verkstedet, self._visning
        if verksted is None or visning is None:
            return
        til = visning.verksteder[visning.verksteder.index(verksted) + steg].nummer
        svar = self.bord.utfoer(flytt_verksted, verksted=verksted.nummer, til=til)
        svar.da(lambda _: self._velg_nytt(til))
