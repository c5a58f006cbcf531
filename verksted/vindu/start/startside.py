"""The start page: go on where you were, open something used lately, or begin from a template or the example."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett, Ikonbilde, strek
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.oppsett import toem
from verksted.vindu.start.filrad import Filrad
from verksted.vindu.start.malvalg import Malvalg
from verksted.vindu.start.sisteprosess import Sisteprosess
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from verksted.kjerne.klokke import Klokke
    from verksted.kjerne.tekster import Tekster
    from verksted.vindu.deler.banner import Banner
    from verksted.vindu.start.malkort import Malkort
    from verksted.vindu.start.sistbrukt import Sistbrukt
    from verksted.vindu.utseende.ikoner import Ikoner
    from verksted.vindu.utseende.tema import Tema


class Startside(QWidget):
    """Signals: `aapne` and `fjern` with a path, `ny` with a template's key ('' to choose), `velg_fil`, `eksempel`."""

    aapne = Signal(object)
    fjern = Signal(object)
    ny = Signal(str)
    velg_fil = Signal()
    eksempel = Signal()

    def __init__(self, tema: Tema, ikoner: Ikoner, tekster: Tekster, klokke: Klokke) -> None:
        super().__init__()
        self._tema, self._ikoner, self._t, self._klokke = tema, ikoner, tekster, klokke
        self.malene: tuple[Malkort, ...] = ()
        self._banner: Banner | None = None
        self._fortsett: Knapp | None = None
        self._filer = QVBoxLayout()
        self._filer.setSpacing(0)
        self._maler = QVBoxLayout()
        self._maler.setSpacing(tema.px(4))
        helt = QHBoxLayout(self)
        helt.setContentsMargins(0, 0, 0, 0)
        helt.setSpacing(0)
        helt.addWidget(_rulle(self._venstre()), 1)
        hoeyre = _rulle(self._hoeyre())
        hoeyre.setObjectName("tinted")
        hoeyre.setFixedWidth(tema.px(452))
        helt.addWidget(hoeyre)

    # -- the two columns ----------------------------------------------------------------------------------------

    def _venstre(self) -> QWidget:
        flate, px = QWidget(), self._tema.px
        flate.setObjectName("flate_start")
        oppsett = QVBoxLayout(flate)
        oppsett.setContentsMargins(px(72), px(56), px(72), px(24))
        oppsett.setSpacing(0)
        self._bannerrad = QVBoxLayout()
        self._bannerrad.setContentsMargins(0, 0, 0, 0)
        oppsett.addLayout(self._bannerrad)
        oppsett.addLayout(self._filer)
        rad = QHBoxLayout()
        rad.setContentsMargins(0, px(16), 0, 0)
        rad.setSpacing(px(8))
        aapne = Knapp(self._t("start.aapne"), self._tema, slag="tekst", ikon=(self._ikoner, "folder-open"))
        aapne.clicked.connect(self.velg_fil)
        rad.addWidget(aapne)
        rad.addWidget(
            Etikett(self._t("start.aapne_tast"), self._tema, Trinn.TAST, rolle="tast"), 0, Qt.AlignmentFlag.AlignVCenter
        )
        rad.addSpacing(px(8))
        rad.addWidget(Etikett(self._t("start.slipp"), self._tema, Trinn.LISTE, rolle="dempet"))
        rad.addStretch(1)
        oppsett.addLayout(rad)
        oppsett.addStretch(1)
        trygt = QHBoxLayout()
        trygt.setContentsMargins(0, px(24), 0, 0)
        trygt.setSpacing(px(10))
        trygt.addWidget(Ikonbilde(self._ikoner, "hard-drives", self._tema))
        trygt.addWidget(Etikett(self._t("start.trygt"), self._tema, Trinn.TABELL, rolle="dempet", brytes=True), 1)
        oppsett.addLayout(trygt)
        return flate

    def _hoeyre(self) -> QWidget:
        flate, px = QWidget(), self._tema.px
        flate.setObjectName("tinted")
        oppsett = QVBoxLayout(flate)
        oppsett.setContentsMargins(px(32), px(64), px(32), px(32))
        oppsett.setSpacing(px(8))
        inntrekk = px(12)
        overskrift = QVBoxLayout()
        overskrift.setContentsMargins(inntrekk, 0, inntrekk, 0)
        overskrift.addWidget(Etikett(self._t("start.ny.tittel"), self._tema, Trinn.AVSNITT))
        overskrift.addWidget(Etikett(self._t("start.ny.om"), self._tema, Trinn.TABELL, rolle="dempet", brytes=True))
        oppsett.addLayout(overskrift)
        oppsett.addLayout(self._maler)
        oppsett.addSpacing(px(24))
        eksempel = QVBoxLayout()
        eksempel.setContentsMargins(inntrekk, 0, inntrekk, 0)
        eksempel.setSpacing(px(8))
        eksempel.addWidget(strek(self._tema))
        eksempel.addSpacing(px(16))
        eksempel.addWidget(Etikett(self._t("start.eksempel.tittel"), self._tema, Trinn.AVSNITT))
        om = Etikett(self._t("start.eksempel.om"), self._tema, Trinn.TABELL, rolle="dempet", brytes=True)
        eksempel.addWidget(om)
        eksempel.addSpacing(px(4))
        knapp = Knapp(self._t("start.eksempel.aapne"), self._tema, ikon=(self._ikoner, "compass"))
        knapp.clicked.connect(self.eksempel)
        self._eksempel = knapp
        eksempel.addWidget(knapp, 0, Qt.AlignmentFlag.AlignLeft)
        oppsett.addLayout(eksempel)
        oppsett.addStretch(1)
        return flate

    # -- what it shows ------------------------------------------------------------------------------------------

    def vis_filer(self, filer: Sequence[Sistbrukt]) -> None:
        """Show the latest process, if its file is there, and the rest under it."""
        toem(self._filer)
        t, tema, px = self._t, self._tema, self._tema.px
        siste = filer[0] if filer and Path(filer[0].sti).is_file() else None
        self._filer.addWidget(Etikett(t("start.tittel" if siste else "start.tittel_ny"), tema, Trinn.START))
        self._filer.addSpacing(px(16))
        self._filer.addWidget(strek(tema, hel=True))
        self._filer.addSpacing(px(20))
        self._fortsett = None
        if siste is not None:
            prosess = Sisteprosess(siste, tema, self._ikoner, t)
            prosess.aapne.connect(self.aapne)
            self._fortsett = prosess.knapp
            self._filer.addWidget(prosess)
            self._filer.addSpacing(px(20))
            self._filer.addWidget(strek(tema))
            self._filer.addSpacing(px(36))
        elif not filer:
            self._filer.addWidget(Etikett(t("start.ingen"), tema, Trinn.KROPP, rolle="dempet", brytes=True))
        resten = filer[1:] if siste is not None else filer
        if resten:
            self._filer.addWidget(Etikett(t("start.sist_brukt"), tema, Trinn.AVSNITT))
            self._filer.addSpacing(px(8))
        for en in resten:
            rad = Filrad(en, tema, self._ikoner, t, self._klokke.naa())
            rad.aapne.connect(self.aapne)
            rad.fjern.connect(self.fjern)
            self._filer.addWidget(rad)
            self._filer.addWidget(strek(tema))

    def vis_maler(self, maler: Sequence[Malkort]) -> None:
        """Show the templates; they are read after the first paint."""
        self.malene = tuple(maler)
        toem(self._maler)
        for kort in maler:
            valg = Malvalg(kort, self._tema, self._ikoner)
            valg.clicked.connect(lambda _=False, noekkel=kort.noekkel: self.ny.emit(noekkel))
            self._maler.addWidget(valg)

    def vis_banner(self, banner: Banner | None) -> None:
        """Show a band over everything else on the page, instead of the one that is there."""
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
        self._banner = banner
        if banner is not None:
            banner.lukket.connect(lambda: self.vis_banner(None))
            self._bannerrad.addWidget(banner)
        self._bannerrad.setContentsMargins(0, 0, 0, self._tema.px(24) if banner is not None else 0)

    def showEvent(self, hendelse: QShowEvent) -> None:
        """Put the keyboard on «Fortsett», so that Enter goes on; the first time, on the example."""
        super().showEvent(hendelse)
        self.ta_fokus()

    def ta_fokus(self) -> None:
        """Take the keyboard."""
        (self._fortsett or self._eksempel).setFocus(Qt.FocusReason.OtherFocusReason)


def _rulle(flate: QWidget) -> QScrollArea:
    rulle = QScrollArea()
    rulle.setWidgetResizable(True)
    rulle.setFrameShape(QFrame.Shape.NoFrame)
    rulle.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rulle.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    rulle.setWidget(flate)
    return rulle
