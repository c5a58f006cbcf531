"""The room from above: tables and people, moved by mouse or keyboard; what a move does is said before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from verksted.vindu.grupper.boble import Boble, Brikke
from verksted.vindu.grupper.bordflate import Bordflate
from verksted.vindu.grupper.bordplan import legg_bord
from verksted.vindu.grupper.listefarger import listefarge
from verksted.vindu.grupper.naboplass import naboplass
from verksted.vindu.grupper.plassknapp import Plassknapp

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from verksted.vindu.grupper.boble import Avsnitt
    from verksted.vindu.grupper.bordplan import Bordplass
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.grupper import Rundevisning

    # (person, table, another person or "") → what it would do, in sections
    Virkningsspoer = Callable[[str, int, str], Sequence[Avsnitt]]

_PILER = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Romflate(QWidget):
    """Lies in a scrolling surface, as wide as that and as high as the tables need.

    Signals: `flyttet` (person, table), `byttet` (person, person), `laas` (person, whether), `sekretaer` (person,
    table), `meny` (person, where on the screen), `synlig` with what should be scrolled to.
    """

    flyttet = Signal(str, int)
    byttet = Signal(str, str)
    laas = Signal(str, bool)
    sekretaer = Signal(str, int)
    meny = Signal(str, QPoint)
    synlig = Signal(QWidget)

    def __init__(self, verktoey: Verktoey, spoer: Virkningsspoer) -> None:
        super().__init__()
        self._verktoey, self._spoer = verktoey, spoer
        self._plasser: dict[str, Plassknapp] = {}
        self._flater: list[Bordflate] = []
        self._plan: tuple[Bordplass, ...] = ()
        self._runde: Rundevisning | None = None
        self._lister: Sequence[str] = ()
        self._kartskala = 1.0
        self._laast_rom = False
        self._holdt = ""  # the person in the hand
        self._trykket: QPoint | None = None
        self._drar = False
        self._siste = ""
        self.boble = Boble(self, verktoey)
        self._brikke = Brikke(self, verktoey)
        self.setAccessibleName(verktoey.tekster("gruppeside.rom.navn"))

    # -- showing ------------------------------------------------------------------------------------------------

    def vis(
        self,
        runde: Rundevisning,
        lister: Sequence[str],
        bordord: Mapping[int, tuple[str, str, bool]],
        *,
        kan_endres: bool,
    ) -> None:
        """Show a round; `bordord` is table → name, a few words, whether something is uneven."""
        self._runde, self._lister, self._laast_rom = runde, lister, not kan_endres
        skala = self._skala
        while len(self._flater) < len(runde.bord):
            flate = Bordflate(self, self._verktoey)
            flate.lower()
            flate.show()
            self._flater.append(flate)
        while len(self._flater) > len(runde.bord):
            self._flater.pop().deleteLater()
        igjen = dict(self._plasser)
        for bord, flate in zip(runde.bord, self._flater, strict=True):
            navn, setning, skjevt = bordord[bord.nummer]
            flate.vis(navn, setning, skjevt=skjevt, skala=skala)
            for plass in bord.plasser:
                knapp = igjen.pop(plass.person_id, None) or self._ny_plass(plass.person_id)
                knapp.vis(plass, bord.nummer, listefarge(plass.listekode, lister))
        for person_id, knapp in igjen.items():
            del self._plasser[person_id]
            knapp.deleteLater()
        if self._holdt not in self._plasser:
            self.slipp()
        self._legg()
        self._ordne_tab()

    def sett_kartskala(self, skala: float) -> None:
        """Draw everything larger or smaller."""
        self._kartskala = skala
        if self._runde is not None:
            for flate in self._flater:
                flate.vis(
                    flate.accessibleName().partition(":")[0], flate.setning, skjevt=flate.skjevt, skala=self._skala
                )
        self._legg()

    def plass(self, person_id: str) -> Plassknapp:
        """Return somebody's seat (raises KeyError)."""
        return self._plasser[person_id]

    @property
    def plasser(self) -> tuple[Plassknapp, ...]:
        """Every seat, table by table."""
        if self._runde is None:
            return ()
        return tuple(self._plasser[p.person_id] for bord in self._runde.bord for p in bord.plasser)

    def bordflate(self, nummer: int) -> Bordflate:
        """Return a table top by its number."""
        return self._flater[self._numre().index(nummer)]

    @property
    def holdt(self) -> str:
        """The person in the hand, or nothing."""
        return self._holdt

    @property
    def _skala(self) -> float:
        return self._kartskala * self._verktoey.tema.zoom / 100

    def _ny_plass(self, person_id: str) -> Plassknapp:
        knapp = Plassknapp(self, self._verktoey)
        knapp.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        knapp.customContextMenuRequested.connect(
            lambda sted, p=person_id: self.meny.emit(p, self._plasser[p].mapToGlobal(sted))
        )
        knapp.installEventFilter(self)
        knapp.show()
        self._plasser[person_id] = knapp
        return knapp

    def _numre(self) -> list[int]:
        return [bord.nummer for bord in self._runde.bord] if self._runde else []

    def _legg(self) -> None:
        if self._runde is None:
            return
        antall = [len(bord.plasser) for bord in self._runde.bord]
        bredde = max(self.width(), 1)
        self._plan, hoeyde = legg_bord(antall, bredde, self._skala)
        self.setMinimumHeight(hoeyde)
        self.setMinimumWidth(max((b.grunn.width() for b in self._plan), default=0))
        for bord, plass, flate in zip(self._runde.bord, self._plan, self._flater, strict=True):
            flate.setGeometry(plass.flate)
            for (rute, over), person in zip(plass.plasser, bord.plasser, strict=True):
                self._plasser[person.person_id].still(rute, over=over, skala=self._skala)
        if self._holdt and not self._drar:
            self._si_virkning(self._siste)

    def resizeEvent(self, hendelse: QResizeEvent) -> None:
        """Put the tables anew when the room is wider or narrower."""
        super().resizeEvent(hendelse)
        if hendelse.size().width() != hendelse.oldSize().width():
            self._legg()

    def sizeHint(self) -> QSize:
        """Return the room the tables take."""
        return QSize(self.minimumWidth(), self.minimumHeight())

    # -- what happens at a seat ---------------------------------------------------------------------------------

    def eventFilter(self, ting: QObject, hendelse: QEvent) -> bool:
        """See the keys and the mouse of every seat."""
        if not isinstance(ting, Plassknapp):
            return False
        slag = hendelse.type()
        if slag == QEvent.Type.KeyPress and isinstance(hendelse, QKeyEvent):
            return self._tast(ting, hendelse)
        if slag == QEvent.Type.FocusIn:
            self._fikk_fokus(ting)
        elif isinstance(hendelse, QMouseEvent) and slag == QEvent.Type.MouseButtonPress:
            self._trykket = hendelse.position().toPoint() if hendelse.button() == Qt.MouseButton.LeftButton else None
        elif isinstance(hendelse, QMouseEvent) and slag == QEvent.Type.MouseMove and self._trykket is not None:
            self._dra(ting, hendelse.position().toPoint())
            return self._drar
        elif isinstance(hendelse, QMouseEvent) and slag == QEvent.Type.MouseButtonRelease:
            return self._slapp(ting, hendelse.position().toPoint())
        return False

    def _fikk_fokus(self, plass: Plassknapp) -> None:
        self._ordne_tab(plass)
        self.synlig.emit(plass)
        if self._holdt and not self._drar:
            self._si_virkning(plass.plass.person_id)

    def _ordne_tab(self, valgt: Plassknapp | None = None) -> None:
        """Let Tab stop at one seat: the one last in use, or the first."""
        alle = self.plasser
        if valgt is None:
            valgt = next((p for p in alle if p.hasFocus() or p.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
            valgt = valgt if valgt in alle else (alle[0] if alle else None)
        for plass in alle:
            plass.setFocusPolicy(Qt.FocusPolicy.StrongFocus if plass is valgt else Qt.FocusPolicy.ClickFocus)

    # -- keyboard -----------------------------------------------------------------------------------------------

    def _tast(self, plass: Plassknapp, hendelse: QKeyEvent) -> bool:
        tast, med_ctrl = hendelse.key(), bool(hendelse.modifiers() & Qt.KeyboardModifier.ControlModifier)
        person_id = plass.plass.person_id
        if tast in _PILER and not med_ctrl:
            if (nabo := naboplass(plass, self.plasser, Qt.Key(tast))) is not None:
                nabo.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if tast == Qt.Key.Key_Escape and self._holdt:
            self.slipp()
            return True
        if self._laast_rom:
            return False
        if med_ctrl and tast == Qt.Key.Key_X:
            self._ta(person_id)
        elif med_ctrl and tast == Qt.Key.Key_V and self._holdt:
            self._flytt_til(plass.bord)
        elif tast in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._holdt:
            self._bytt_med(person_id)
        elif med_ctrl:
            return False
        elif tast in {Qt.Key.Key_M, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Menu}:
            self.meny.emit(person_id, plass.mapToGlobal(plass.rect().center()))
        elif tast == Qt.Key.Key_L:
            self.laas.emit(person_id, not plass.plass.laast)
        elif tast == Qt.Key.Key_S:
            self.sekretaer.emit(person_id, plass.bord)
        else:
            return False
        return True

    def _ta(self, person_id: str) -> None:
        self.slipp()
        self._holdt = self._siste = person_id
        self._plasser[person_id].sett_loeftet(loeftet=True)
        self._si_virkning(person_id)

    def _flytt_til(self, bord: int) -> None:
        person, fra = self._holdt, self._plasser[self._holdt].bord
        self.slipp()
        if fra != bord:
            self.flyttet.emit(person, bord)

    def _bytt_med(self, annen: str) -> None:
        person = self._holdt
        like = self._plasser[person].bord == self._plasser[annen].bord
        self.slipp()
        if not like:
            self.byttet.emit(person, annen)

    def slipp(self) -> None:
        """Let go of whoever is in the hand: everything is as it was."""
        if (plass := self._plasser.get(self._holdt)) is not None:
            plass.sett_loeftet(loeftet=False)
        self._holdt, self._trykket, self._drar, self._siste = "", None, False, ""
        self.boble.hide()
        self._brikke.hide()
        self._lys(0, "")

    def _si_virkning(self, ved: str) -> None:
        """Say what moving to this seat's table, or changing with the one who sits there, would do."""
        plass = self._plasser.get(ved)
        if plass is None or not self._holdt:
            return
        self._siste = ved
        hjemme = plass.bord == self._plasser[self._holdt].bord
        t = self._verktoey.tekster
        if hjemme:
            avsnitt: Sequence[Avsnitt] = (
                (t("gruppeside.rom.i_haanda", navn=self._plasser[self._holdt].plass.navn), ()),
            )
        else:
            avsnitt = (*self._spoer(self._holdt, plass.bord, ""), *self._spoer(self._holdt, plass.bord, ved))
        self._lys(0 if hjemme else plass.bord, "")
        self.boble.vis(avsnitt)
        self.boble.legg(plass.geometry().bottomLeft() + QPoint(0, round(6 * self._skala)))
        _les_opp(self, self.boble.tekst)

    # -- mouse --------------------------------------------------------------------------------------------------

    def _dra(self, plass: Plassknapp, sted: QPoint) -> None:
        if not self._drar:
            langt = (sted - (self._trykket or sted)).manhattanLength() >= QApplication.startDragDistance()
            if self._laast_rom or not langt:
                return
            person = plass.plass
            self.slipp()
            self._holdt, self._drar, self._trykket = person.person_id, True, sted
            plass.sett_loeftet(loeftet=True)
            self._brikke.vis(person.navn, person.listekode, listefarge(person.listekode, self._lister))
        her = plass.mapTo(self, sted)
        bord, annen = self._maal(her)
        if f"{bord}/{annen}" != self._siste:
            self._siste = f"{bord}/{annen}"
            self._lys(bord, annen)
            if bord:
                self.boble.vis(self._spoer(self._holdt, bord, annen))
            else:
                self.boble.hide()
        self._brikke.legg(her - QPoint(self._brikke.width() // 2, self._brikke.height() // 2))
        self.synlig.emit(self._brikke)  # near an edge the room scrolls
        if bord:
            self.boble.legg(her + QPoint(self._brikke.width() // 2 + 12, 12))

    def _slapp(self, plass: Plassknapp, sted: QPoint) -> bool:
        self._trykket = None
        if not self._drar:
            return False
        person = self._holdt
        bord, annen = self._maal(plass.mapTo(self, sted))
        plass.setDown(False)
        self.slipp()
        if annen:
            self.byttet.emit(person, annen)
        elif bord:
            self.flyttet.emit(person, bord)
        return True

    def _maal(self, sted: QPoint) -> tuple[int, str]:
        """Return the table under a point, and the person there if any; nothing where the person already sits."""
        hjemme = self._plasser[self._holdt].bord
        for nummer, bord in zip(self._numre(), self._plan, strict=True):
            if nummer != hjemme and bord.grunn.contains(sted):
                annen = next(
                    (p for p, k in self._plasser.items() if k.bord == nummer and k.geometry().contains(sted)), ""
                )
                return nummer, "" if bord.flate.contains(sted) else annen
        return 0, ""

    def _lys(self, bord: int, annen: str) -> None:
        for nummer, flate in zip(self._numre(), self._flater, strict=True):
            flate.sett_maal(maal=nummer == bord and not annen)
        for person_id, plass in self._plasser.items():
            plass.sett_maal(maal=person_id == annen)


def _les_opp(widget: QWidget, tekst: str) -> None:
    """Have a screen reader say it."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, tekst))
