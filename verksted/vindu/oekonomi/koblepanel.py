"""What one line of the økonomiplan is tied to: the shares, and the way to tie or untie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QFrame, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout

from verksted.kjerne.formater import NBSP
from verksted.vindu.deler.etikett import Etikett, strek
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.oppsett import toem
from verksted.vindu.oekonomi.ordlyd import prosent
from verksted.vindu.oekonomi.tiltaksliste import Tiltaksliste
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.postliste import Postkobling, Postlinje

_HELE = 10_000


class Koblepanel(QFrame):
    """Signals: `koble` with (posts, measure, share in basis points or None), `loesne` with (post, measure)."""

    koble = Signal(list, str, object)
    loesne = Signal(str, str)

    def __init__(self, verktoey: Verktoey, *, kan_endres: bool) -> None:
        super().__init__()
        self.setObjectName("rulleflate")
        self._t, self._tema, self._ikoner = verktoey.tekster, verktoey.tema, verktoey.ikoner
        self._linje: Postlinje | None = None
        self._kan_endres = kan_endres
        t, tema, px = self._t, self._tema, self._tema.px
        self.tittel = Etikett("", tema, Trinn.LISTE_HALVFET, brytes=True)
        self.sted = Etikett("", tema, Trinn.TABELL, rolle="dempet", brytes=True)
        self._koblinger = QVBoxLayout()
        self._koblinger.setSpacing(px(6))
        self.felt = QLineEdit()
        self.felt.setProperty("liten", True)  # noqa: FBT003 - Qt's own
        self.felt.setPlaceholderText(t("oekonomi.kobling.soek"))
        self.felt.setAccessibleName(t("oekonomi.kobling.soek"))
        self.liste = Tiltaksliste(tema, t("oekonomi.kobling.tiltak"))
        self.liste.setMinimumHeight(px(70))
        self.felt.textChanged.connect(self.liste.filtrer)
        self.felt.returnPressed.connect(self._koble_den_valgte)
        self.liste.valgt.connect(lambda _: self._koble_den_valgte())
        self.liste.sluppet.connect(lambda poster, tiltak: self.koble.emit(poster, tiltak, None))
        self.andel = self._andelsfelt(t("oekonomi.kobling.andel"), 100)
        self.knapp = Knapp(t("oekonomi.kobling.koble"), tema, ikon=(verktoey.ikoner, "link"), liten=True)
        self.knapp.clicked.connect(self._koble_den_valgte)
        nederst = QHBoxLayout()
        nederst.addWidget(Etikett(t("oekonomi.kobling.andel"), tema, Trinn.TABELL))
        nederst.addWidget(self.andel)
        nederst.addStretch(1)
        nederst.addWidget(self.knapp)
        helt = QVBoxLayout(self)
        helt.setContentsMargins(px(16), 2, px(4), 2)
        helt.setSpacing(px(8))
        helt.addWidget(self.tittel)
        helt.addWidget(self.sted)
        helt.addLayout(self._koblinger)
        helt.addWidget(strek(tema))
        helt.addWidget(Etikett(t("oekonomi.kobling.tittel"), tema, Trinn.ETIKETT))
        helt.addWidget(self.felt)
        helt.addWidget(self.liste, 1)
        helt.addLayout(nederst)
        self.vis(None)

    def vis_tiltak(self, tiltak: Sequence[tuple[str, str]]) -> None:
        """Show what a line can be tied to."""
        self.liste.vis(tiltak)

    def vis(self, linje: Postlinje | None) -> None:
        """Show one line, or what to do when none is chosen."""
        self._linje = linje
        toem(self._koblinger)
        t = self._t
        self.tittel.setText(f"{linje.kode} {linje.tekst}" if linje is not None else t("oekonomi.kobling.ingen_valgt"))
        self.sted.setText(linje.sektor if linje is not None else t("oekonomi.kobling.slik"))
        for widget in (self.andel, self.knapp):
            widget.setEnabled(linje is not None and self._kan_endres)
        if linje is None:
            return
        for kobling in linje.koblinger:
            self._koblinger.addLayout(self._rad(linje, kobling))
        rest = max(0, _HELE - linje.fordelt_bp)
        ord_ = t("oekonomi.kobling.rest", andel=prosent(rest)) if linje.koblinger else t("oekonomi.kobling.ingen")
        self._koblinger.addWidget(Etikett(ord_, self._tema, Trinn.TABELL, rolle="dempet", brytes=True))
        self.andel.setValue((rest or _HELE) / 100)

    def _rad(self, linje: Postlinje, kobling: Postkobling) -> QHBoxLayout:
        t, tema = self._t, self._tema
        rad = QHBoxLayout()
        rad.setSpacing(tema.px(8))
        rad.addWidget(Etikett(f"{kobling.tiltak} {kobling.tittel}", tema, Trinn.TABELL, brytes=True), 1)
        satt = _HELE if kobling.andel_bp is None else kobling.andel_bp
        felt = self._andelsfelt(t("oekonomi.kobling.andel_av", tiltak=kobling.tiltak), satt / 100)
        felt.setEnabled(self._kan_endres)
        felt.editingFinished.connect(lambda: self._ny_andel(linje.kode, kobling, felt))
        rad.addWidget(felt)
        kryss = QToolButton()
        kryss.setIcon(self._ikoner("x", "text"))
        kryss.setIconSize(QSize(tema.px(16), tema.px(16)))
        kryss.setToolTip(t("oekonomi.kobling.loesne", tiltak=kobling.tiltak))
        kryss.setAccessibleName(t("oekonomi.kobling.loesne", tiltak=kobling.tiltak))
        kryss.setEnabled(self._kan_endres)
        kryss.clicked.connect(lambda: self.loesne.emit(linje.kode, kobling.tiltak))
        rad.addWidget(kryss)
        return rad

    def _andelsfelt(self, navn: str, verdi: float) -> QDoubleSpinBox:
        felt = QDoubleSpinBox()
        felt.setAccessibleName(navn)
        felt.setRange(0, 100)
        felt.setDecimals(0 if verdi == int(verdi) else 2)
        felt.setSuffix(f"{NBSP}%")
        felt.setValue(verdi)
        felt.setFixedWidth(self._tema.px(84))
        felt.lineEdit().setAccessibleName(navn)
        return felt

    def _ny_andel(self, post: str, kobling: Postkobling, felt: QDoubleSpinBox) -> None:
        ny = round(felt.value() * 100)
        if ny != (_HELE if kobling.andel_bp is None else kobling.andel_bp):
            self.koble.emit([post], kobling.tiltak, ny)

    def _koble_den_valgte(self) -> None:
        if self._linje is not None and self.liste.kode and self._kan_endres:
            self.koble.emit([self._linje.kode], self.liste.kode, round(self.andel.value() * 100))
