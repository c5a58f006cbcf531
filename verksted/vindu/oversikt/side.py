"""Oversikt: where we are, what is next, what is broken, and what was done last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from verksted.kjerne.formater import heltall
from verksted.kjerne.klokke import lokal
from verksted.vindu.deler.etikett import Etikett, strek
from verksted.vindu.deler.oppsett import toem
from verksted.vindu.oversikt.bruddrad import Bruddrad
from verksted.vindu.oversikt.endringsrad import Endringsrad
from verksted.vindu.oversikt.kartord import fasenavn, nodetekst
from verksted.vindu.oversikt.kolonner import Kolonner
from verksted.vindu.oversikt.prosesskart import Prosesskart
from verksted.vindu.oversikt.rammevisning import neste_moete
from verksted.vindu.oversikt.sjekkliste import Sjekkliste
from verksted.vindu.oversikt.tallrad import Tallrad
from verksted.vindu.ramme.side import Side
from verksted.vindu.ramme.sidehandling import Sidehandling
from verksted.vindu.utseende.skrift import Trinn
from verksted.visning.prosesskart import bygg_prosesskart

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord, Spoerring
    from verksted.vindu.ramme.kontrakt import Endringsmelding
    from verksted.visning.brudd import Bruddlinje
    from verksted.visning.endringslinje import Endringslinje
    from verksted.visning.oversikt import OversiktVisning
    from verksted.visning.prosess import Prosessvisning
    from verksted.visning.prosesskart import Kartfase

# The gaps that are mended where notes and points are; the others are mended along the trail.
_I_BEARBEIDE: Final = frozenset(
    {"punkt_uten_behandling", "uenighet_uten_alternativ", "stoette_fra_ett_bord", "innspill_uten_punkt"}
)


class Oversiktside(Side):
    """`oversikt` (with the process) and `brudd` are given a session, the other two the bare connection."""

    noekkel = "oversikt"

    def __init__(
        self,
        bord: Arbeidsbord,
        *,
        oversikt: Spoerring[tuple[OversiktVisning, Prosessvisning]],
        brudd: Spoerring[tuple[Bruddlinje, ...]],
        endringer: Spoerring[tuple[Endringslinje, ...]],
        historikk: Callable[[int], Spoerring[tuple[Endringslinje, ...]]],
    ) -> None:
        self._spoer_oversikt, self._spoer_brudd, self._spoer_endringer = oversikt, brudd, endringer
        self._spoer_historikk = historikk
        self._faser: tuple[Kartfase, ...] = ()
        self._roller: tuple[str, ...] = ()
        self._fase: int | None = None
        self._venter = 0
        super().__init__(bord)

    def bygg(self) -> None:
        """Make the map, the figures' place and the three columns."""
        px = self.tema.px
        self.kart = Prosesskart(self.bord.verktoey)
        self.kart.valgt.connect(self._velg_fase)
        self.innhold.addWidget(self.kart)
        self._tall = QVBoxLayout()
        self.innhold.addLayout(self._tall)
        self._fasetittel = Etikett("", self.tema, Trinn.AVSNITT, brytes=True)
        self._fasegjort = Etikett("", self.tema, Trinn.TABELL, rolle="dempet", tall=True)
        self._ingen_liste = Etikett(
            self.tekster("oversikt.sjekk.tom"), self.tema, Trinn.LISTE, rolle="dempet", brytes=True
        )
        self.sjekkliste = Sjekkliste(self.bord)
        self.sjekkliste.si.connect(self.si)
        liste, liste_inni = _kolonne(px(6))
        hode = QHBoxLayout()
        hode.addWidget(self._fasetittel, 1)
        hode.addWidget(self._fasegjort)
        liste_inni.addLayout(hode)
        liste_inni.addWidget(self._ingen_liste)
        liste_inni.addWidget(self.sjekkliste)
        liste_inni.addStretch(1)
        self._brudd, self._endringer = QVBoxLayout(), QVBoxLayout()
        kolonner = [(liste, 5)]
        for rader, tittel in ((self._brudd, "brudd"), (self._endringer, "endringer")):
            kolonne, inni = _kolonne(px(4))
            inni.addWidget(Etikett(self.tekster(f"oversikt.{tittel}.tittel"), self.tema, Trinn.AVSNITT))
            rader.setSpacing(0)
            inni.addLayout(rader)
            inni.addStretch(1)
            kolonner.append((kolonne, 3))
        self.innhold.addWidget(Kolonner(kolonner, px(960), px(40)))
        self.innhold.addStretch(1)

    def handlinger(self) -> Sequence[Sidehandling]:
        """Offer the next point that waits, where any does."""
        if not self._venter:
            return ()
        return (
            Sidehandling(
                noekkel="neste_punkt",
                tekst=self.tekster("oversikt.behandle_neste"),
                gjoer=lambda: self.gaa_til.emit("bearbeide", "punkt_uten_behandling"),
                ikon="arrow-right",
                slag="primaer",
            ),
        )

    def oppfrisk(self, _endring: Endringsmelding | None) -> None:
        """Read the three views anew."""
        self.bord.hent(self._spoer_oversikt).da(self._vis_oversikt)
        self.bord.hent(self._spoer_brudd).da(self._vis_brudd)
        self.bord.hent_raatt(self._spoer_endringer).da(self._vis_endringer)

    def _vis_oversikt(self, begge: tuple[OversiktVisning, Prosessvisning]) -> None:
        o, prosess = begge
        t, i_dag = self.tekster, lokal(self.bord.verktoey.klokke.naa()).date()
        punkter = [punkt for v in prosess.verksteder for punkt in v.sjekkliste]
        self._roller = tuple(rolle.navn for rolle in prosess.roller)
        self._faser = bygg_prosesskart(o.verksteder, o.fasedatoer, punkter, i_dag)
        her = next(nr for nr, fase in enumerate(self._faser) if fase.stand == "her")
        valgt = self._fase if self._fase is not None and self._fase < len(self._faser) else her
        self.kart.vis(self._faser, [nodetekst(fase, o, t, i_dag) for fase in self._faser], valgt)
        hvor = t("oversikt.fase.her", nummer=her + 1, av=len(self._faser), navn=fasenavn(self._faser[her], t))
        neste = neste_moete(o.verksteder, t, i_dag)
        self.sett_tilstand(f"{hvor}. {neste}." if neste else f"{hvor}.")
        self._vis_sjekkliste(valgt)
        self._vis_tall(o)
        self._venter = o.punkter - o.behandlede_punkter
        self.nye_handlinger()

    def _vis_tall(self, o: OversiktVisning) -> None:
        t = self.tekster
        bord = max((v.bord for v in o.verksteder), default=0)
        tallene = [
            (heltall(o.innspill), t("oversikt.tall.innspill", bord=bord), "bearbeide"),
            (heltall(o.punkter), t("oversikt.tall.punkter", behandlet=o.behandlede_punkter), "bearbeide"),
            (heltall(o.planelementer), t("oversikt.tall.planelementer"), "plan"),
            (heltall(o.tiltak), t("oversikt.tall.tiltak"), "oekonomi"),
            (heltall(o.poster), t("oversikt.tall.poster"), "oekonomi"),
        ]
        toem(self._tall)
        rad = Tallrad(tallene, self.tema)
        rad.valgt.connect(lambda side: self.gaa_til.emit(side, None))
        self._tall.addWidget(rad)

    def _velg_fase(self, nr: int) -> None:
        self._fase = nr
        self._vis_sjekkliste(nr)

    def _vis_sjekkliste(self, nr: int) -> None:
        fase, t = self._faser[nr], self.tekster
        self._fasetittel.setText(
            t("oversikt.sjekk.foer", nummer=fase.verksted)
            if fase.slag in {"grunnlag", "bearbeiding", "utkast"} and fase.verksted
            else fasenavn(fase, t)
        )
        antall = len(fase.sjekkliste)
        self._fasegjort.setText(t("oversikt.kart.gjort", antall=fase.gjort, av=antall) if antall else "")
        self._ingen_liste.setVisible(not antall)
        nytt_i = (fase.verksted, "under" if fase.slag == "verksted" else "foer") if fase.verksted else None
        self.sjekkliste.vis(fase.sjekkliste, self._roller, nytt_i)

    def _vis_brudd(self, linjer: tuple[Bruddlinje, ...]) -> None:
        toem(self._brudd)
        if not linjer:
            ingen = Etikett(self.tekster("oversikt.brudd.ingen"), self.tema, Trinn.LISTE, rolle="dempet", brytes=True)
            self._brudd.addWidget(ingen)
        for linje in linjer:
            rad = Bruddrad(linje.antall, self.tekster(f"oversikt.slag.{linje.slag}"), self.tema, self.ikoner)
            side = "bearbeide" if linje.slag in _I_BEARBEIDE else "oekonomi"
            rad.clicked.connect(lambda _=False, side=side, slag=linje.slag: self.gaa_til.emit(side, slag))
            self._brudd.addWidget(rad)
            self._brudd.addWidget(strek(self.tema))

    def _vis_endringer(self, linjer: tuple[Endringslinje, ...]) -> None:
        toem(self._endringer)
        for linje in linjer:
            rad = Endringsrad(linje, self.bord.verktoey, historikk=True)
            spoerring = self._spoer_historikk(linje.nr)
            rad.spurt.connect(lambda rad=rad, spoer=spoerring: self.bord.hent_raatt(spoer).da(rad.vis_historikk))
            self._endringer.addWidget(rad)


def _kolonne(mellom: int) -> tuple[QWidget, QVBoxLayout]:
    kolonne = QWidget()
    inni = QVBoxLayout(kolonne)
    inni.setContentsMargins(0, 0, 0, 0)
    inni.setSpacing(mellom)
    return kolonne, inni
