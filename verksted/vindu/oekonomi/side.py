"""Økonomi og sporbarhet: the thread both ways, the økonomiplan's lines, and the gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from verksted.handlinger.spor import knytt, loesne
from verksted.modell.ordene import Sporting
from verksted.regler.avvik import Alvor
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.segment import Segment
from verksted.vindu.deler.tomtilstand import Tomtilstand
from verksted.vindu.oekonomi.bruddene import Bruddene
from verksted.vindu.oekonomi.postene import Postene
from verksted.vindu.oekonomi.traaden import Traaden
from verksted.vindu.ramme.side import Side
from verksted.vindu.ramme.sidehandling import Sidehandling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord, Spoerring
    from verksted.vindu.ramme.kontrakt import Endringsmelding
    from verksted.visning.bruddliste import Bruddrad
    from verksted.visning.oekonomiside import Oekonomivisning

DELER = ("traaden", "poster", "brudd")
_SIDE = {"innspill": "bearbeide", "punkt": "bearbeide", "planelement": "plan"}
# What the page does not show: who was there and how the evening went changes nothing here.
_UVESENTLIG = frozenset({"person", "mandat", "plass", "tilstedevaerelse", "programpost", "sjekkpunkt", "gruppeoppsett"})


class Oekonomiside(Side):
    """`oekonomi` is given a session."""

    noekkel = "oekonomi"
    rullbar = False

    def __init__(self, bord: Arbeidsbord, *, oekonomi: Spoerring[Oekonomivisning]) -> None:
        self._spoer = oekonomi
        self._maal: str | None = None
        self._visning: Oekonomivisning | None = None
        super().__init__(bord)

    def bygg(self) -> None:
        """Make the three parts and the segments over them."""
        verktoey, t = self.bord.verktoey, self.tekster
        self.deler = Segment([(del_, t(f"oekonomi.del.{del_}")) for del_ in DELER], self.tema, t("oekonomi.del.navn"))
        self.deler.sett(DELER[0])
        self.deler.valgt.connect(self.vis_del)
        self.traaden = Traaden(verktoey)
        self.traaden.gaa_til.connect(self.gaa_til)
        self.traaden.koble.connect(self._til_post)
        self.traaden.si.connect(self.si)
        self.postene = Postene(verktoey, kan_endres=self.bord.kan_endres)
        self.postene.koble.connect(self._koble)
        self.postene.loesne.connect(self._loesne)
        self.postene.traaden.connect(self._til_traaden)
        self.bruddene = Bruddene(verktoey)
        self.bruddene.gaa.connect(self._til_bruddet)
        knapp = Knapp(t("oekonomi.tomt.knapp"), self.tema, slag="primaer")
        knapp.clicked.connect(lambda: self.gaa_til.emit("plan", None))
        self._tomt = Tomtilstand(t("oekonomi.tomt.setning"), self.tema, knapp)
        self.stabel = QStackedWidget()
        for del_ in (self.traaden, self.postene, self.bruddene, self._tomt):
            self.stabel.addWidget(del_)
        self.innhold.addWidget(self.deler)
        self.innhold.addWidget(self.stabel, 1)

    def handlinger(self) -> Sequence[Sidehandling]:
        """Return the way to the workbook."""
        return (
            Sidehandling(
                noekkel="arbeidsbok",
                tekst=self.tekster("oekonomi.arbeidsbok"),
                gjoer=lambda: self.gaa_til.emit("dokumenter", "sporbarhet"),
                ikon="table",
                slag="primaer",
            ),
        )

    def oppfrisk(self, endring: Endringsmelding | None) -> None:
        """Read all of it anew, unless what changed is not shown here."""
        if endring is None or not endring.rader or any(rad.tabell not in _UVESENTLIG for rad in endring.rader):
            self.bord.hent(self._spoer).da(self._vis)

    def vis(self, maal: object = None) -> None:
        """Show a kind of gap, or the thread of a code."""
        if isinstance(maal, str) and maal:
            self._maal = maal
            self._gaa_til_maalet()

    def foerste_fokus(self) -> QWidget | None:
        """Return the search field of the thread when that is in front."""
        return self.traaden.felt if self.stabel.currentWidget() is self.traaden else None

    def vis_del(self, del_: str) -> None:
        """Bring one of the three parts to the front."""
        self.deler.sett(del_)
        tom = self._visning is not None and not self._visning.traad.kort
        self.deler.setVisible(not tom)
        self.stabel.setCurrentIndex(len(DELER) if tom else DELER.index(del_))

    def _vis(self, visning: Oekonomivisning) -> None:
        self._visning = visning
        antall = sum(len(gruppe.rader) for gruppe in visning.brudd if gruppe.alvor < Alvor.TIL_ORIENTERING)
        koblet = sum(1 for linje in visning.poster if linje.koblinger)
        t = self.tekster
        setning = t("oekonomi.tilstand", koblet=koblet, av=len(visning.poster))
        self.sett_tilstand(f"{setning} {t.antall('oekonomi.brudd.antall', antall)}" if visning.traad.kort else "")
        self.traaden.vis(visning)
        self.postene.vis(visning)
        self.bruddene.vis(visning)
        self.vis_del(self.deler.naa)
        self._gaa_til_maalet()

    def _gaa_til_maalet(self) -> None:
        if self._visning is None or self._maal is None:
            return
        maal, self._maal = self._maal, None
        if self.bruddene.velg(maal):
            self.vis_del("brudd")
        elif self.traaden.vis_kode(maal):
            self.vis_del("traaden")
        elif self.postene.velg(maal):
            self.vis_del("poster")

    # -- from one part to another -------------------------------------------------------------------------------

    def _til_traaden(self, kode: str) -> None:
        if self.traaden.vis_kode(kode):
            self.vis_del("traaden")
        else:
            self.si.emit(self.tekster("oekonomi.traad.ingen_for", kode=kode))

    def _til_post(self, kode: str) -> None:
        self.vis_del("poster")
        if not self.postene.velg(kode):  # a measure: look for a line to tie it to
            self.postene.panel.liste.velg(kode)
            self.postene.felt.setFocus()

    def _til_bruddet(self, rad: Bruddrad) -> None:
        if rad.ledd in _SIDE:
            self.gaa_til.emit(_SIDE[rad.ledd], rad.kode)
        elif rad.ledd == "oekonomipost" or (rad.ledd == "tiltak" and rad.beloep is not None):
            self._til_post(rad.kode)
        elif rad.ledd == "tiltak":
            self._til_traaden(rad.kode)
        else:
            self.vis_del("poster")
            self.postene.vis_ukoblede()

    # -- changing -----------------------------------------------------------------------------------------------

    def _koble(self, poster: list[str], tiltak: str, andel_bp: int | None) -> None:
        for post in poster:
            andel = self._ledig(post, tiltak) if andel_bp is None else andel_bp
            self.bord.utfoer(
                knytt, fra=(Sporting.TILTAK, tiltak), til=(Sporting.OEKONOMIPOST, post), andel_bp=andel
            ).ved_feil(self._gikk_ikke)

    def _ledig(self, post: str, tiltak: str) -> int:
        """Return what the other measures leave of a line: what a dropped one takes."""
        linje = next((en for en in self.postene.modell.alle if en.kode == post), None)
        andre = [k for k in linje.koblinger if k.tiltak != tiltak] if linje is not None else []
        return max(0, 10_000 - sum(10_000 if k.andel_bp is None else k.andel_bp for k in andre)) or 10_000

    def _gikk_ikke(self, feil: object) -> None:
        """Say why, and show what stands."""
        self.bord.verktoey.bakgrunn.feilet.emit(feil)
        if self._visning is not None:
            self.postene.vis(self._visning)

    def _loesne(self, post: str, tiltak: str) -> None:
        self.bord.utfoer(loesne, fra=(Sporting.TILTAK, tiltak), til=(Sporting.OEKONOMIPOST, post))
