"""Bearbeide: the notes at the left, the points at the right, and the three steps of the work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from verksted.vindu.bearbeide.filterbrikke import Filterbrikke
from verksted.vindu.bearbeide.likhetstjener import Likhetstjener
from verksted.vindu.bearbeide.notatspalte import Notatspalte
from verksted.vindu.bearbeide.punktarbeid import Punktarbeid
from verksted.vindu.bearbeide.punktkort import Modus
from verksted.vindu.bearbeide.trekkspill import Trekkspill
from verksted.vindu.deler.etikett import strek
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.segment import Segment
from verksted.vindu.deler.tomtilstand import Tomtilstand
from verksted.vindu.ramme.side import Side
from verksted.vindu.ramme.sidehandling import Sidehandling
from verksted.visning.bearbeiding import Bearbeiding
from verksted.visning.notatfilter import PUNKTSLAG, Punktslag, er_slik, tittelforslag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from verksted.regler.likhet import Likhet
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord, Spoerring
    from verksted.vindu.ramme.kontrakt import Endringsmelding
    from verksted.visning.bearbeiding import Arbeidspunkt, Notatrad

_TABELLER: Final = frozenset({
    "innspill", "innspill_revisjon", "punkt", "punktkilde", "merknad", "behandling", "utsjekk", "planelement",
    "spoersmaal", "gruppe", "liste", "verksted",
})  # fmt: skip
MODUSER: Final[tuple[Modus, ...]] = ("samle", "behandle", "utsjekk")


class Bearbeideside(Side):
    """`bearbeiding` is given the bare connection."""

    noekkel = "bearbeide"
    rullbar = False

    def __init__(self, bord: Arbeidsbord, *, bearbeiding: Spoerring[Bearbeiding]) -> None:
        self._spoer = bearbeiding
        self._data = Bearbeiding()
        self._notater: dict[str, Notatrad] = {}
        self._likheter: tuple[Likhet, ...] = ()
        self._avvist: set[tuple[str, str]] = set()
        self._lest = False
        self._maal: object = None
        self._nytt = ""
        self._tving = False
        self._kunne_lage_punkt = False
        super().__init__(bord)

    # -- building -----------------------------------------------------------------------------------------------

    def bygg(self) -> None:
        """Make the two columns, and what stands there before there is a note."""
        t, px = self.tekster, self.tema.px
        self.arbeid = Punktarbeid(self.bord)
        self.arbeid.rull_tilbake.connect(self._rull_tilbake)
        self.tjener = Likhetstjener(self.bord.verktoey.bakgrunn)
        self.innhold.setContentsMargins(0, px(18), 0, 0)
        self.innhold.setSpacing(0)
        self.modus = Segment([(m, t(f"bearbeide.modus.{m}")) for m in MODUSER], self.tema, t("bearbeide.modus_navn"))
        self.modus.sett("samle")
        self.modus.valgt.connect(self._bytt_modus)
        self._trang: bool | None = None
        self._modusrad = QHBoxLayout()
        self._modusrad.setContentsMargins(px(40), 0, px(40), 0)
        self.spalte = Notatspalte(self.bord.verktoey)
        self.spalte.modell.kan_dras = self.bord.kan_endres
        self.spalte.filter.sett(status="ikke_samlet")
        self.trekkspill = Trekkspill(self.bord.verktoey, self.arbeid, self.spalte.les_opp, self._les_punkt)
        self.deling = QSplitter(Qt.Orientation.Horizontal)
        self.deling.setChildrenCollapsible(False)
        self.deling.setHandleWidth(1)
        self.deling.addWidget(self.spalte)
        self.deling.addWidget(self._hoeyre())
        self.deling.setStretchFactor(0, 4)
        self.deling.setStretchFactor(1, 7)
        self.deling.setSizes([px(404), px(720)])
        self._stabel = QStackedWidget()
        self._stabel.addWidget(self.deling)
        knapp = Knapp(t("bearbeide.tomt_knapp"), self.tema, slag="primaer")
        knapp.clicked.connect(lambda: self.gaa_til.emit("forberede", None))
        self._stabel.addWidget(Tomtilstand(t("bearbeide.tomt"), self.tema, knapp))
        self.innhold.addLayout(self._modusrad)
        self.innhold.addWidget(strek(self.tema))
        self.innhold.addWidget(self._rullbart(self._stabel), 1)
        self._koble()

    def _rullbart(self, innhold: QWidget) -> QScrollArea:
        """Keep both columns usable where large text meets a small window: then all of it scrolls."""
        innhold.setMinimumSize(self.tema.px(640), self.tema.px(380))
        rulle = QScrollArea()
        rulle.setWidgetResizable(True)
        rulle.setFrameShape(QFrame.Shape.NoFrame)
        rulle.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rulle.setMinimumSize(1, 1)
        rulle.setWidget(innhold)
        return rulle

    def resizeEvent(self, hendelse: QResizeEvent) -> None:
        """Give the steps a line of their own where the header has no room for them."""
        super().resizeEvent(hendelse)
        trang = hendelse.size().width() < self.tema.px(820)
        if trang != self._trang:
            self._trang = trang
            if trang:
                self._modusrad.addWidget(self.modus, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                self.hode.legg_til(self.modus)
            self._modusrad.setContentsMargins(self.tema.px(40), 0, self.tema.px(40), self.tema.px(10 if trang else 0))

    def _hoeyre(self) -> QWidget:
        t, px = self.tekster, self.tema.px
        flate = QWidget()
        flate.setMinimumSize(1, 1)
        oppsett = QVBoxLayout(flate)
        oppsett.setContentsMargins(0, px(12), 0, 0)
        oppsett.setSpacing(px(4))
        linje = QHBoxLayout()
        linje.setContentsMargins(px(28), 0, px(28), 0)
        linje.setSpacing(px(6))
        self.punktfilter = Filterbrikke(t("bearbeide.punktfilter.navn"), self.tema, self.ikoner)
        self.punktfilter.sett_valg([(navn, t(f"bearbeide.punktfilter.{navn}")) for navn in PUNKTSLAG])
        self.punktverksted = Filterbrikke(t("bearbeide.filter.verksted"), self.tema, self.ikoner)
        for brikke in (self.punktfilter, self.punktverksted):
            brikke.valgt.connect(self._vis_punktene)
            linje.addWidget(brikke)
        linje.addStretch(1)
        oppsett.addLayout(linje)
        oppsett.addWidget(self.trekkspill, 1)
        return flate

    def _koble(self) -> None:
        liste, spill = self.spalte.liste, self.trekkspill
        liste.samle.connect(lambda: self._legg_til(spill.aapent, liste.merkede))
        liste.nytt_punkt.connect(self.nytt_punkt)
        liste.ta_forslaget.connect(self._ta_forslaget)
        self.spalte.flyttet.connect(self._flyttet)
        spill.sluppet.connect(self._legg_til)
        spill.aapnet.connect(lambda _: self._let())
        forslag = spill.kort.politikk.forslag
        forslag.ta.connect(lambda kode: self._legg_til(spill.aapent, (kode,)))
        forslag.avvis.connect(self._avvis)
        spill.kort.politikk.gaa_til_notat.connect(self._til_notat)
        spill.kort.fag.behandle.connect(lambda: self._velg_modus("behandle"))
        self.tjener.klar.connect(self._indeksen_er_klar)
        self.tjener.funnet.connect(self._fant)

    def handlinger(self) -> Sequence[Sidehandling]:
        """Offer a new point of what is marked."""
        t, self._kunne_lage_punkt = self.tekster, self._kan_lage_punkt()
        grunn = "" if self._kunne_lage_punkt else t("bearbeide.nytt_hvorfor_ikke")
        if not self.bord.kan_endres:
            grunn = t("bearbeide.bare_les")
        return (
            Sidehandling(
                noekkel="nytt_punkt",
                tekst=t("bearbeide.nytt_punkt"),
                gjoer=self.nytt_punkt,
                ikon="plus",
                slag="primaer",
                hvorfor_ikke=grunn,
            ),
        )

    def foerste_fokus(self) -> QWidget | None:
        """Begin in the list, or in the points where no list is shown."""
        return self.spalte.liste if self.modus.naa == "samle" else self.trekkspill.over

    # -- reading ------------------------------------------------------------------------------------------------

    def oppfrisk(self, endring: Endringsmelding | None) -> None:
        """Read anew when something that is shown here may have changed."""
        if endring is None or any(rad.tabell in _TABELLER for rad in endring.rader):
            self.bord.hent_raatt(self._spoer).da(self._vis)

    def _vis(self, data: Bearbeiding) -> None:
        t, foerste_gang = self.tekster, not self._lest
        self._lest, self._data = True, data
        self._notater = {notat.kode: notat for notat in data.notater}
        self._stabel.setCurrentIndex(0 if data.notater or data.punkter else 1)
        rest = sum(1 for notat in data.notater if not notat.punkter and not notat.trukket)
        self.sett_tilstand(
            t("bearbeide.tilstand", samlet=data.samlet, alle=len(data.notater), punkter=len(data.punkter), rest=rest)
            if data.notater
            else ""
        )
        self.spalte.vis(data)
        self.punktverksted.sett_valg(
            [(None, t("bearbeide.alle.verksted"))]
            + [(nr, t("bearbeide.verksted", nummer=nr)) for nr, _ in data.verksteder]
        )
        self._vis_punktene()
        self.tjener.sett(data.notater)
        if foerste_gang and self._maal is None:
            self._aapne_det_som_venter()
        if self._nytt:
            kode, self._nytt = self._nytt, ""
            self._begynn_paa(kode)
        if self._maal is not None:
            maal, self._maal = self._maal, None
            self.vis(maal)
        self._let()

    def _aapne_det_som_venter(self) -> None:
        """Open the first point nobody has treated, else the first: the work goes on where it stopped."""
        if self._data.punkter:
            foerst = next((punkt for punkt in self._data.punkter if not punkt.behandling), self._data.punkter[0])
            self.trekkspill.vis_punkt(foerst.kode)

    def _vis_punktene(self) -> None:
        tving, self._tving = self._tving, False
        aapent, verksted = self.trekkspill.aapent, self.punktverksted.verdi
        slag: Punktslag = self.punktfilter.verdi

        def slippes(punkt: Arbeidspunkt) -> bool:
            bord = {self._notater[kode].bord for kode in punkt.kilder if kode in self._notater}
            return verksted in {None, punkt.verksted} and er_slik(punkt, slag, len(bord))

        punkter = [p for p in self._data.punkter if p.kode == aapent or slippes(p)]
        self.trekkspill.vis(self._data, self._notater, punkter, tving=tving)

    def _rull_tilbake(self) -> None:
        self._tving = True
        self._vis_punktene()

    def vis(self, maal: object = None) -> None:
        """Show a note or a point by its code, or what a kind of gap is about."""
        if maal is None:
            return
        if not self._lest:
            self._maal = maal
            return
        if maal == "innspill_uten_punkt":
            self._velg_modus("samle")
            self.spalte.filter.sett(status="ikke_samlet")
        elif maal in {"punkt_uten_behandling", "stoette_fra_ett_bord", "uenighet_uten_alternativ"}:
            filtre = {"stoette_fra_ett_bord": "ett_bord", "uenighet_uten_alternativ": "uenighet"}
            self.punktfilter.velg(filtre.get(str(maal), "ikke_behandlet"))
        elif maal in self._notater:
            self._til_notat(str(maal))
        elif any(punkt.kode == maal for punkt in self._data.punkter):
            self._alle_punkter()
            self.trekkspill.aapne(str(maal))

    def _til_notat(self, kode: str) -> None:
        self._velg_modus("samle")
        self.spalte.vis_notat(kode)

    def _alle_punkter(self) -> None:
        self.punktfilter.sett("alle")
        self.punktverksted.sett(None)
        self._vis_punktene()

    # -- steps of the work --------------------------------------------------------------------------------------

    def _velg_modus(self, modus: Modus) -> None:
        self.modus.sett(modus)
        self._bytt_modus(modus)
        if modus == "behandle" and self.trekkspill.aapent:
            self.trekkspill.kort.fag.resultat.knapp("tatt_inn").setFocus(Qt.FocusReason.TabFocusReason)

    def _bytt_modus(self, valgt: str) -> None:
        modus = next(m for m in MODUSER if m == valgt)
        self.spalte.setVisible(modus == "samle")
        self.trekkspill.sett_modus(modus)
        self.nye_handlinger()
        self._vis_forslaget()

    def _les_punkt(self, punkt: Arbeidspunkt) -> str:
        t = self.tekster
        antall = t.antall("bearbeide.antall_innspill", len(punkt.kilder))
        svar = t(f"bearbeide.behandling.{punkt.behandling or 'ingen'}")
        return f"{punkt.kode}: {punkt.tittel}. {antall}. {svar}"

    # -- gathering ----------------------------------------------------------------------------------------------

    def _kan_lage_punkt(self) -> bool:
        return self.bord.kan_endres and self.modus.naa == "samle" and bool(self.spalte.liste.merkede)

    def nytt_punkt(self) -> None:
        """Make a point of the marked notes, with the first one's first sentence as a title to go on from."""
        koder = self.spalte.liste.merkede
        if not self._kan_lage_punkt():
            self.si.emit(self.tekster("bearbeide.nytt_hvorfor_ikke"))
            return
        foerst = self._notater[koder[0]]
        self.arbeid.samle(foerst.verksted, tittelforslag(foerst.tekst), koder).da(self._laget)

    def _laget(self, endring: Any) -> None:  # noqa: ANN401 - an Endring
        self._nytt = str(endring.resultat)
        if any(punkt.kode == self._nytt for punkt in self._data.punkter):
            kode, self._nytt = self._nytt, ""
            self._begynn_paa(kode)

    def _begynn_paa(self, kode: str) -> None:
        self._alle_punkter()
        self.trekkspill.vis_punkt(kode)
        tittel = self.trekkspill.kort.politikk.tittel
        tittel.setFocus(Qt.FocusReason.TabFocusReason)
        tittel.selectAll()

    def _legg_til(self, punkt: str, koder: Sequence[str]) -> None:
        t = self.tekster
        funnet = next((p for p in self._data.punkter if p.kode == punkt), None)
        if not self.bord.kan_endres:
            self.si.emit(t("bearbeide.bare_les"))
        elif funnet is None:
            self.si.emit(t("bearbeide.aapne_foerst"))
        elif nye := [kode for kode in koder if kode not in funnet.kilder]:
            self.arbeid.legg_til(punkt, nye)
            self.si.emit(t.antall("bearbeide.lagt_til", len(nye), punkt=punkt))
        elif koder:
            self.si.emit(t("bearbeide.er_der_alt", punkt=punkt))

    # -- suggestions --------------------------------------------------------------------------------------------

    def _flyttet(self) -> None:
        if not self._lest:
            return
        self._vis_forslaget()
        if self._kunne_lage_punkt != self._kan_lage_punkt():
            self.nye_handlinger()

    def _indeksen_er_klar(self) -> None:
        self.spalte.ta_stammer(self.tjener)
        self._let()

    def _let(self) -> None:
        punkt = self.trekkspill.punktet
        if punkt is not None:
            self.tjener.let(punkt.kode, punkt.kilder)
        self._vis_forslaget()

    def _fant(self, punkt: str, likheter: tuple[Likhet, ...]) -> None:
        if punkt == self.trekkspill.aapent:
            self._likheter = likheter
            self._vis_forslaget()

    def _vis_forslaget(self) -> None:
        """Show the nearest note that is not gathered; the one the keyboard stands on first, where it is near."""
        punkt, linje = self.trekkspill.punktet, self.trekkspill.kort.politikk.forslag
        kandidater = []
        if punkt is not None and self.modus.naa == "samle" and self.bord.kan_endres:
            kandidater = [(lik, self._notater[lik.id]) for lik in self._likheter if self._kan_foreslaas(punkt, lik.id)]
        her = self.spalte.liste.notatet
        valgt = next((par for par in kandidater if her is not None and par[1].kode == her.kode), None)
        valgt = valgt or (kandidater[0] if kandidater else None)
        if valgt is None and linje.isAncestorOf(linje.window().focusWidget() or linje.window()):
            self.spalte.liste.setFocus()
        linje.vis(valgt[1] if valgt else None, valgt[0] if valgt else None)

    def _kan_foreslaas(self, punkt: Arbeidspunkt, kode: str) -> bool:
        notat = self._notater.get(kode)
        ledig = notat is not None and not notat.punkter and not notat.trukket
        return ledig and kode not in punkt.kilder and (punkt.kode, kode) not in self._avvist

    def _ta_forslaget(self) -> None:
        kode = self.trekkspill.kort.politikk.forslag.kode
        if kode:
            self._legg_til(self.trekkspill.aapent, (kode,))
        else:
            self.si.emit(self.tekster("bearbeide.ingen_forslag"))

    def _avvis(self, kode: str) -> None:
        self._avvist.add((self.trekkspill.aapent, kode))
        self._vis_forslaget()
