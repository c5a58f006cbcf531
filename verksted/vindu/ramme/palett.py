"""The palette (Ctrl+K): one field for commands, pages, search and codes, over a scrim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QColor, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett, Ikonbilde, strek
from verksted.vindu.ramme.palettegner import Palettegner
from verksted.vindu.ramme.palettmodell import Palettmodell, Palettrad
from verksted.vindu.ramme.valgtabell import alle_valg
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from verksted.vindu.ramme.kontrakt import Treff
    from verksted.vindu.ramme.vindu import Vindu

BARE_VALG: Final = ">"
KODE: Final = "#"
_MINST: Final = 2


class Palett(QWidget):
    """Covers the window; closes by Esc, by a click beside it, and when something is chosen."""

    def __init__(self, vindu: Vindu) -> None:
        super().__init__(vindu.widget)
        self.setObjectName("palettflate")
        self._vindu = vindu
        self._nummer = 0
        self._foer = vindu.widget.focusWidget()
        verktoey = vindu.verktoey
        tema, t, px = verktoey.tema, verktoey.tekster, verktoey.tema.px
        self._rader = _radene(vindu)
        self.modell = Palettmodell(self)
        self.felt = QLineEdit()
        self.felt.setFont(tema.skrift(Trinn.SOEK))
        self.felt.setProperty("uten_ring", True)  # noqa: FBT003 - Qt's own
        self.felt.setPlaceholderText(t("ramme.soek.felt"))
        self.felt.setAccessibleName(t("ramme.soek.felt"))
        self.felt.textChanged.connect(self._soek)
        self.felt.installEventFilter(self)
        self._antall = Etikett("", tema, Trinn.TABELL, rolle="dempet")
        self.liste = self._lag_liste()
        ramme = QFrame()
        ramme.setObjectName("palett")
        ramme.setFixedWidth(px(704))
        topp = QHBoxLayout()
        topp.setContentsMargins(px(20), px(4), px(20), px(4))
        topp.setSpacing(px(12))
        topp.addWidget(Ikonbilde(verktoey.ikoner, "magnifying-glass", tema, stoerrelse=22))
        topp.addWidget(self.felt, 1)
        topp.addWidget(self._antall)
        inni = QVBoxLayout(ramme)
        inni.setContentsMargins(1, 1, 1, 1)
        inni.setSpacing(0)
        inni.addLayout(topp)
        inni.addWidget(strek(tema))
        inni.addWidget(self.liste, 1)
        inni.addWidget(strek(tema))
        inni.addLayout(self._fot())
        self._ramme = ramme
        ramme.setParent(self)
        self._soek("")

    def _lag_liste(self) -> QListView:
        liste = QListView()
        liste.setModel(self.modell)
        liste.setItemDelegate(Palettegner(self._vindu.verktoey, liste))
        liste.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        liste.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        liste.setMouseTracking(True)
        liste.setAccessibleName(self._vindu.verktoey.tekster("ramme.soek.treff"))
        liste.clicked.connect(self._velg)
        liste.entered.connect(liste.setCurrentIndex)
        return liste

    def _fot(self) -> QHBoxLayout:
        tema, t, px = self._vindu.verktoey.tema, self._vindu.verktoey.tekster, self._vindu.verktoey.tema.px
        fot = QHBoxLayout()
        fot.setContentsMargins(px(20), px(10), px(20), px(10))
        fot.setSpacing(px(6))
        for taster, hva in (("↑ ↓", "velg"), (">", "bare_valg"), ("#", "kode")):
            fot.addWidget(Etikett(taster, tema, Trinn.TAST, rolle="tast"))
            fot.addWidget(Etikett(t(f"ramme.soek.{hva}"), tema, Trinn.META, rolle="dempet"))
            fot.addSpacing(px(10))
        fot.addStretch(1)
        fot.addWidget(Etikett("Esc", tema, Trinn.TAST, rolle="tast"))
        fot.addWidget(Etikett(t("ramme.soek.lukk"), tema, Trinn.META, rolle="dempet"))
        return fot

    # -- open and close -----------------------------------------------------------------------------------------

    def aapne(self) -> None:
        """Lie over the window and take the keyboard."""
        for gammel in self._vindu.widget.findChildren(Palett):
            if gammel is not self:
                gammel.lukk()
        self._vindu.widget.installEventFilter(self)
        self._legg()
        self.show()
        self.raise_()
        self.felt.setFocus(Qt.FocusReason.PopupFocusReason)

    def lukk(self) -> None:
        """Go away, and give the keyboard back."""
        self._vindu.widget.removeEventFilter(self)
        self.hide()
        self.deleteLater()
        if self._foer is not None:
            self._foer.setFocus(Qt.FocusReason.PopupFocusReason)

    def _legg(self) -> None:
        px = self._vindu.verktoey.tema.px
        self.setGeometry(self._vindu.widget.rect())
        hoeyde = min(px(650), self.height() - px(80))
        self._ramme.setGeometry((self.width() - self._ramme.width()) // 2, px(72), self._ramme.width(), hoeyde)

    def eventFilter(self, ting: QObject, hendelse: QEvent) -> bool:
        """Follow the window's size; let the arrows and Enter in the field work on the list."""
        if ting is self._vindu.widget and hendelse.type() == QEvent.Type.Resize:
            self._legg()
        if ting is self.felt and isinstance(hendelse, QKeyEvent) and hendelse.type() == QEvent.Type.KeyPress:
            return self._tast(hendelse.key())
        return False

    def _tast(self, tast: int) -> bool:
        if tast in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._flytt(1 if tast == Qt.Key.Key_Down else -1)
        elif tast in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._velg(self.liste.currentIndex())
        elif tast == Qt.Key.Key_Escape:
            self.lukk()
        else:
            return False
        return True

    def mousePressEvent(self, hendelse: QMouseEvent) -> None:
        """Close by a click beside it."""
        if not self._ramme.geometry().contains(hendelse.position().toPoint()):
            self.lukk()

    def paintEvent(self, _hendelse: QPaintEvent) -> None:
        """Paint the scrim."""
        maler = QPainter(self)
        maler.fillRect(self.rect(), QColor(self._vindu.verktoey.tema.farger.scrim))
        maler.end()

    # -- what it lists ------------------------------------------------------------------------------------------

    def _soek(self, skrevet: str) -> None:
        self._nummer += 1
        ord_ = skrevet.strip()
        valg = [] if ord_.startswith(KODE) else _filtrer(self._rader, ord_.removeprefix(BARE_VALG).strip())
        self._vis(valg)
        soek, bord = self._vindu.tilgang.soek, self._vindu.bord
        letes = ord_.removeprefix(KODE).strip()
        if soek is None or bord is None or ord_.startswith(BARE_VALG) or len(letes) < _MINST:
            return
        nummer = self._nummer
        bord.hent(lambda sesjon: soek(sesjon, letes)).da(lambda treff: self._vis_treff(nummer, treff, valg))

    def _vis_treff(self, nummer: int, treff: Sequence[Treff], valg: list[Palettrad]) -> None:
        if nummer != self._nummer:  # more has been written since
            return
        t = self._vindu.verktoey.tekster
        self._vis([*(Palettrad.av_treff(ett, t(f"ramme.soek.slag.{ett.slag}")) for ett in treff), *valg])
        self._antall.setText(t.antall("ramme.soek.antall", len(treff)))

    def _vis(self, rader: list[Palettrad]) -> None:
        self._antall.setText("")
        self.modell.vis(rader)
        if rader:
            self.liste.setCurrentIndex(self.modell.index(0, 0))

    def _flytt(self, steg: int) -> None:
        antall = self.modell.rowCount()
        if antall:
            rad = (self.liste.currentIndex().row() + steg) % antall
            self.liste.setCurrentIndex(self.modell.index(rad, 0))

    def _velg(self, indeks: QModelIndex) -> None:
        rad = self.modell.rad(indeks)
        if rad is None or not rad.kan:
            return
        vindu = self._vindu
        self.lukk()
        if rad.valg:
            vindu.innstillinger.nylige_valg = [rad.valg, *(v for v in vindu.innstillinger.nylige_valg if v != rad.valg)]
            (vindu.menyer.handlinger.get(rad.valg) or vindu.menyer.sidene[rad.valg]).trigger()
        else:
            vindu.gaa_til(rad.side, rad.kode)


def _radene(vindu: Vindu) -> list[Palettrad]:
    """Return every page and command, those used lately first."""
    t, menyer = vindu.verktoey.tekster, vindu.menyer
    sider = [
        Palettrad(gruppe=t("ramme.soek.sider"), tekst=h.text(), valg=navn, ikon="squares-four", tast=_tast(h))
        for navn, h in menyer.sidene.items()
    ]
    valg = [
        Palettrad(
            gruppe=t("ramme.soek.valg"),
            tekst=_rent(menyer.handlinger[v.noekkel].text()),
            valg=v.noekkel,
            ikon=v.ikon or "gear",
            tast=_tast(menyer.handlinger[v.noekkel]),
            kan=menyer.handlinger[v.noekkel].isEnabled(),
        )
        for v in alle_valg()
        if v.palett and menyer.handlinger[v.noekkel].isEnabled()
    ]
    alle = {rad.valg: rad for rad in (*sider, *valg)}
    nylige = [alle[v].som_nylig(t("ramme.soek.nylig")) for v in vindu.innstillinger.nylige_valg if v in alle]
    brukt = {rad.valg for rad in nylige}
    return [*nylige, *(rad for rad in (*sider, *valg) if rad.valg not in brukt)]


def _tast(handling: QAction) -> str:
    return handling.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def _rent(tekst: str) -> str:
    return tekst.replace("&", "").removesuffix("…")


def _filtrer(rader: list[Palettrad], ord_: str) -> list[Palettrad]:
    """Return the rows with every word that was written, somewhere in them."""
    biter = ord_.casefold().split()
    return [rad for rad in rader if all(bit in rad.tekst.casefold() for bit in biter)]
