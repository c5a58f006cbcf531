"""Tråden: one sentence walked all the way to kroner, or a crown walked back to who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.oppsett import toem
from verksted.vindu.deler.segment import Segment
from verksted.vindu.oekonomi.ordlyd import prosent
from verksted.vindu.oekonomi.satsingstabell import Satsingstabell
from verksted.vindu.oekonomi.soeyler import Soeyler
from verksted.vindu.oekonomi.traadflate import Traadflate
from verksted.vindu.oekonomi.traadord import MENDES, leddene, pengene, som_tekst
from verksted.vindu.utseende.skrift import Trinn
from verksted.visning.traadgang import Sti, begynn, foerste, soesken, velg

if TYPE_CHECKING:
    from verksted.vindu.oekonomi.traadflate import Vistkort
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.oekonomiside import Oekonomivisning
    from verksted.visning.sportraad import Traadvisning
    from verksted.visning.traadgang import Retning

_SKILLE = "  "  # between a code and its words in the list of the search field


class Traaden(QWidget):
    """Signals: `gaa_til` (page, code) where a card leads; `koble` with a post's code; `si` a sentence to say."""

    gaa_til = Signal(str, object)
    koble = Signal(str)
    si = Signal(str)

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        self._tekster, self._tema = verktoey.tekster, verktoey.tema
        self._traad: Traadvisning | None = None
        self._sti: Sti | None = None
        self._retning: Retning = "innspill"
        t, tema, px = self._tekster, self._tema, self._tema.px
        self._forslag = QStringListModel(self)
        self.felt = self._lag_feltet()
        self.retning = Segment(
            [(navn, t(f"oekonomi.retning.{navn}")) for navn in ("innspill", "krone")],
            tema, t("oekonomi.retning.navn"), liten=True,
        )  # fmt: skip
        self.retning.sett(self._retning)
        self.retning.valgt.connect(self._snu)
        self.kopier = Knapp(t("oekonomi.traad.kopier"), tema, slag="tekst", ikon=(verktoey.ikoner, "copy"), liten=True)
        self.kopier.clicked.connect(self._kopier)
        self.koblingsknapp = Knapp(
            t("oekonomi.traad.koble"), tema, slag="tekst", ikon=(verktoey.ikoner, "link"), liten=True
        )
        self.koblingsknapp.clicked.connect(self._koble)
        rad = QHBoxLayout()
        rad.setSpacing(px(12))
        for widget in (self.felt, self.retning):
            rad.addWidget(widget)
        rad.addStretch(1)
        rad.addWidget(self.kopier)
        rad.addWidget(self.koblingsknapp)
        self.flate = Traadflate(tema)
        self.flate.valgt.connect(self._til)
        self.flate.aapnet.connect(self._aapne)
        self.flate.gaa.connect(self._gaa)
        self.setning = Etikett("", tema, Trinn.TABELL, rolle="dempet", brytes=True)
        self._satsinger = QVBoxLayout()
        inni = QWidget()
        inni.setObjectName("rulleflate")
        oppsett = QVBoxLayout(inni)
        oppsett.setContentsMargins(2, 0, px(12), 0)
        oppsett.setSpacing(px(12))
        oppsett.addWidget(self.flate)
        oppsett.addWidget(self.setning)
        oppsett.addSpacing(px(12))
        oppsett.addWidget(Etikett(t("oekonomi.satsinger.tittel"), tema, Trinn.AVSNITT))
        oppsett.addLayout(self._satsinger)
        oppsett.addStretch(1)
        rulle = QScrollArea()
        rulle.setWidgetResizable(True)
        rulle.setFrameShape(QFrame.Shape.NoFrame)
        rulle.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rulle.setWidget(inni)
        helt = QVBoxLayout(self)
        helt.setContentsMargins(0, 0, 0, 0)
        helt.setSpacing(px(16))
        helt.addLayout(rad)
        helt.addWidget(Etikett(t("oekonomi.traad.tips"), tema, Trinn.META, rolle="dempet", brytes=True))
        helt.addWidget(rulle, 1)

    def _lag_feltet(self) -> QLineEdit:
        t, px = self._tekster, self._tema.px
        felt = QLineEdit()
        felt.setPlaceholderText(t("oekonomi.traad.soek"))
        felt.setAccessibleName(t("oekonomi.traad.soek"))
        felt.setClearButtonEnabled(False)
        felt.setFixedWidth(px(330))
        fullfoer = QCompleter(self._forslag, self)
        fullfoer.setFilterMode(Qt.MatchFlag.MatchContains)
        fullfoer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        fullfoer.setMaxVisibleItems(12)
        fullfoer.activated.connect(self._valgt_i_lista)
        felt.setCompleter(fullfoer)
        felt.returnPressed.connect(lambda: self._valgt_i_lista(felt.text()))
        return felt

    def vis(self, visning: Oekonomivisning) -> None:
        """Show a process as it now stands; the card we stood on is kept where it still is."""
        naa = self._der_vi_er()
        self._traad = visning.traad
        self._forslag.setStringList(
            [_SKILLE.join((kort.kode, " ".join(kort.tekst[:160].split()))) for kort in visning.traad.kort.values()]
        )
        self._sti = begynn(visning.traad, naa) if naa else None
        self._sti = self._sti or foerste(visning.traad)
        toem(self._satsinger)
        self._satsinger.addWidget(Satsingstabell(visning.satsinger, visning.aar, self._tekster, self._tema))
        self._tegn()

    def vis_kode(self, kode: str) -> bool:
        """Follow the thread from the thing with this code; False where there is none."""
        if self._traad is None:
            return False
        funnet = next((kort for kort in self._traad.kort.values() if kort.kode == kode.strip().upper()), None)
        sti = begynn(self._traad, funnet.noekkel) if funnet is not None else None
        if sti is None or funnet is None:
            return False
        self._sti = sti
        self.felt.setText(funnet.kode)
        self._tegn()
        return True

    @property
    def som_tekst(self) -> str:
        """The road in lines of text."""
        if self._traad is None or self._sti is None:
            return ""
        return som_tekst(self._traad, self._sti, self._retning, self._tekster)

    # -- walking ------------------------------------------------------------------------------------------------

    def _der_vi_er(self) -> str:
        if self._traad is None or self._sti is None:
            return ""
        alle = ("innspill", "punkt", "oekonomipost", "tiltak", "planelement")
        return next((noekkel for ledd in alle if (noekkel := self._sti.ved(self._traad, ledd))), "")

    def _tegn(self, fokus: int = -1) -> None:
        if self._traad is None or self._sti is None:
            self.flate.vis((), None, soeyler_foerst=False, fokus=-1)
            return
        t, kjede = self._tekster, self._traad.kjeder[self._sti.kjede]
        soeyler = None
        if kjede.beloep:
            soeyler = Soeyler(
                self._traad.aar, kjede.beloep, self._tema,
                tittel=t("oekonomi.traad.av_posten", andel=prosent(kjede.andel_bp)),
                under=t("oekonomi.traad.tusen"), navn=pengene(self._traad, kjede, t),
            )  # fmt: skip
        self.setning.setText(pengene(self._traad, kjede, t) if kjede.beloep else "")
        self.koblingsknapp.setEnabled(bool(kjede.oekonomipost or kjede.tiltak))
        ledd = leddene(self._traad, self._sti, self._retning, t)
        self.flate.vis(ledd, soeyler, soeyler_foerst=self._retning == "krone", fokus=fokus)
        self.flate.setAccessibleDescription(self.som_tekst)
        self.flate.updateGeometry()

    def _til(self, noekkel: str) -> None:
        if self._traad is not None and self._sti is not None and noekkel:
            fokus = self.flate.fokus
            self._sti = velg(self._traad, self._sti, noekkel, self._retning)
            self._tegn(fokus)

    def _gaa(self, nummer: int, dy: int) -> None:
        """Step to the card above or below, also those there was no room for."""
        if self._traad is None or self._sti is None:
            return
        ledd = self._leddet(nummer)
        if ledd is None:
            return
        alle = soesken(self._traad, self._sti, ledd, self._retning)
        naa = self._sti.ved(self._traad, ledd)
        plass = alle.index(naa) + dy if naa in alle else -1
        if 0 <= plass < len(alle):
            self._til(alle[plass])

    def _leddet(self, nummer: int) -> str | None:
        koder = [k.noekkel for k in self._kortene() if k.noekkel]
        return koder[nummer].partition(":")[0] if nummer < len(koder) else None

    def _kortene(self) -> list[Vistkort]:
        if self._traad is None or self._sti is None:
            return []
        return [ledd.kort[ledd.valgt] for ledd in leddene(self._traad, self._sti, self._retning, self._tekster)]

    def _aapne(self, noekkel: str) -> None:
        """Open what stands on the card in the page where it can be changed."""
        if self._traad is None or self._sti is None:
            return
        kjede = self._traad.kjeder[self._sti.kjede]
        if not noekkel:
            kort = self._traad.kort.get(self._der_vi_er())
            if kjede.slutt in MENDES and kort is not None:
                self.gaa_til.emit(MENDES[kjede.slutt], kort.kode)
            else:
                self._koble()
            return
        kort = self._traad.kort[noekkel]
        if kort.ledd == "oekonomipost":
            self.koble.emit(kort.kode)
        elif kort.ledd in ("planelement", "tiltak"):
            self.gaa_til.emit("plan", kort.kode)
        else:
            self.gaa_til.emit("bearbeide", kort.kode)

    def _snu(self, retning: str) -> None:
        self._retning = "krone" if retning == "krone" else "innspill"
        self._tegn()

    def _valgt_i_lista(self, tekst: str) -> None:
        kode = tekst.partition(_SKILLE)[0]
        if not self.vis_kode(kode) and kode.strip():
            self.si.emit(self._tekster("oekonomi.traad.ikke_funnet", kode=kode.strip()))

    def _kopier(self) -> None:
        QGuiApplication.clipboard().setText(self.som_tekst)
        self.si.emit(self._tekster("oekonomi.traad.kopiert"))

    def _koble(self) -> None:
        """Go to the list of posts, at the post of this road or looking for one to the measure."""
        if self._traad is None or self._sti is None:
            return
        kjede = self._traad.kjeder[self._sti.kjede]
        noekkel = kjede.oekonomipost or kjede.tiltak
        if noekkel:
            self.koble.emit(self._traad.kort[noekkel].kode)
