"""The timeline: a list in which blocks are dragged to another place, stretched, and named, by mouse or by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView

from verksted.vindu.program.blokkmaal import MINUTT, Blokkmaal
from verksted.vindu.program.blokktegner import Blokktegner
from verksted.vindu.program.programmodell import Blokkrad, Indeks, Programmodell
from verksted.visning.programside import Utkast

if TYPE_CHECKING:
    from PySide6.QtCore import QItemSelection
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from verksted.vindu.ramme.verktoey import Verktoey

STEG: Final = 5
LENGST: Final = 1440


class Programliste(QListView):
    """Signals: `valgt` with a block's id ('' for none), `flyttet` with a block's id and the new order, `strukket`
    with id and minutes, `slettes` with id, `aapnes` when the panel is asked for.
    """

    valgt = Signal(str)
    flyttet = Signal(str, tuple)
    strukket = Signal(str, int)
    slettes = Signal(str)
    aapnes = Signal()

    def __init__(self, modell: Programmodell, verktoey: Verktoey) -> None:
        super().__init__()
        self._modell = modell
        self._tema = verktoey.tema
        self._maal = Blokkmaal(verktoey.tema)
        self._tegner = Blokktegner(verktoey, self._maal)
        self._trykket: tuple[QPoint, str, bool] | None = None  # where in the content, which block, its lower edge?
        self._drar = False
        self._foer: tuple[Blokkrad, ...] = ()
        self._utkast: Utkast | None = None
        self.setModel(modell)
        self.setItemDelegate(self._tegner)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setMouseTracking(True)
        self.setProperty("uten_ring", "true")  # the delegate rings in the block alone
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(verktoey.tekster("program.side.liste"))
        self.setAccessibleDescription(verktoey.tekster("program.side.taster"))
        verktoey.tema.endret.connect(self.viewport().update)
        self._ruller = QTimer(self)
        self._ruller.setInterval(30)
        self._ruller.timeout.connect(self._rull)

    @property
    def drar(self) -> bool:
        """Say whether a block is being dragged or stretched just now."""
        return self._drar

    @property
    def valgt_id(self) -> str:
        """The chosen block, '' when none is."""
        rad = self.currentIndex().row()
        return self._modell.rader[rad].blokk.id if 0 <= rad < len(self._modell.rader) else ""

    def velg(self, post_id: str) -> None:
        """Choose a block, and show it."""
        rad = self._modell.rad_med(post_id)
        if rad >= 0:
            self.setCurrentIndex(self._modell.index(rad, 0))
            self.scrollTo(self.currentIndex())

    def blokkrute(self, post_id: str) -> tuple[QPoint, QPoint]:
        """Return the middle of a block and the middle of its lower edge, in the viewport; for tests."""
        rad = self._modell.rad_med(post_id)
        rute = self._maal.blokkrute(self.visualRect(self._modell.index(rad, 0)), self._modell.rader[rad])
        return rute.center(), self._maal.kant(rute).center()

    def currentChanged(self, naa: Indeks, foer: Indeks) -> None:
        """Tell which block is chosen."""
        super().currentChanged(naa, foer)
        self.valgt.emit(self.valgt_id)

    def selectionChanged(self, valgt: QItemSelection, bort: QItemSelection) -> None:
        """Paint what is chosen with its handles."""
        super().selectionChanged(valgt, bort)
        self.viewport().update()

    # -- keys ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, hendelse: QKeyEvent) -> None:
        """Alt and arrows move and stretch; Delete takes away; Enter goes to the panel; Esc lets go."""
        self._med_tastatur(ja=True)
        tast, trykket = hendelse.key(), hendelse.modifiers()
        if tast == Qt.Key.Key_Escape and (self._drar or self._trykket is not None):
            self._slipp_uten()
        elif tast in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.state() != QAbstractItemView.State.EditingState:
            self.aapnes.emit()
        elif not self._modell.kan_endres or not self.valgt_id:
            super().keyPressEvent(hendelse)
        elif trykket & Qt.KeyboardModifier.AltModifier and tast in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._flytt_ett(-1 if tast == Qt.Key.Key_Up else 1)
        elif trykket & Qt.KeyboardModifier.AltModifier and tast in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            steg = 1 if trykket & Qt.KeyboardModifier.ShiftModifier else STEG
            self._strekk_ett(-steg if tast == Qt.Key.Key_Left else steg)
        elif tast == Qt.Key.Key_Delete:
            self.slettes.emit(self.valgt_id)
        else:
            super().keyPressEvent(hendelse)

    def focusInEvent(self, hendelse: QFocusEvent) -> None:
        """Show the ring unless it was the mouse that came."""
        self._med_tastatur(ja=hendelse.reason() != Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(hendelse)

    def _med_tastatur(self, *, ja: bool) -> None:
        if self._tegner.vis_fokus != ja:
            self._tegner.vis_fokus = ja
            self.viewport().update()

    def _flytt_ett(self, steg: int) -> None:
        rader, her = self._modell.rader, self.currentIndex().row()
        til = her + steg
        if not 0 <= til < len(rader) or rader[her].plass.laast or rader[til].plass.laast:
            return
        rekka = list(self._modell.rekkefoelge)
        rekka.insert(til, rekka.pop(her))
        self._modell.forhaandsvis(Utkast(rekkefoelge=tuple(rekka)))
        self.scrollTo(self.currentIndex())
        self.flyttet.emit(self.valgt_id, tuple(rekka))

    def _strekk_ett(self, steg: int) -> None:
        rad = self._modell.rader[self.currentIndex().row()]
        naa = rad.plass.minutter
        minutter = naa + steg
        if abs(steg) == STEG:  # to the next whole five
            minutter = (naa // STEG + 1) * STEG if steg > 0 else (-(-naa // STEG) - 1) * STEG
        minutter = max(1 if abs(steg) == 1 else STEG, min(LENGST, minutter))
        if rad.plass.laast or minutter == rad.plass.minutter:
            return
        self._modell.forhaandsvis(Utkast(post_id=rad.blokk.id, minutter=minutter))
        self.strukket.emit(rad.blokk.id, minutter)

    # -- the mouse ----------------------------------------------------------------------------------------------

    def mousePressEvent(self, hendelse: QMouseEvent) -> None:
        """Choose the block, and take hold of it."""
        self._med_tastatur(ja=False)
        super().mousePressEvent(hendelse)
        punkt = hendelse.position().toPoint()
        rad = self._rad_under(punkt)
        if hendelse.button() != Qt.MouseButton.LeftButton or rad is None or not self._modell.kan_endres:
            return
        if not rad.plass.laast:
            self._foer = self._modell.rader
            self._trykket = (self._i_innholdet(punkt), rad.blokk.id, self._paa_kanten(punkt, rad))

    def mouseMoveEvent(self, hendelse: QMouseEvent) -> None:
        """Drag or stretch what is held; else show what could be."""
        punkt = hendelse.position().toPoint()
        if self._trykket is None or not hendelse.buttons() & Qt.MouseButton.LeftButton:
            rad = self._rad_under(punkt)
            kant = rad is not None and not rad.plass.laast and self._modell.kan_endres and self._paa_kanten(punkt, rad)
            self.viewport().setCursor(Qt.CursorShape.SizeVerCursor if kant else Qt.CursorShape.ArrowCursor)
            if not hendelse.buttons():
                super().mouseMoveEvent(hendelse)
            return
        fra = self._trykket[0]
        if not self._drar:
            if abs(self._i_innholdet(punkt).y() - fra.y()) < QApplication.startDragDistance():
                return
            self._drar = True
            self._tegner.loeftet = self._trykket[1]
            self._ruller.start()
        self._dra_til(punkt, fritt=bool(hendelse.modifiers() & Qt.KeyboardModifier.AltModifier))

    def mouseReleaseEvent(self, hendelse: QMouseEvent) -> None:
        """Let go: what was shown is what is asked for."""
        if not self._drar:
            self._trykket = None
            super().mouseReleaseEvent(hendelse)
            return
        utkast, post_id = self._utkast, self._trykket[1] if self._trykket is not None else ""
        foer = tuple(rad.blokk.id for rad in self._foer)
        minutter = next((rad.plass.minutter for rad in self._foer if rad.blokk.id == post_id), 0)
        self._nullstill()
        if utkast is not None and utkast.rekkefoelge and utkast.rekkefoelge != foer:
            self.flyttet.emit(post_id, utkast.rekkefoelge)
        elif utkast is not None and utkast.post_id and utkast.minutter != minutter:
            self.strukket.emit(post_id, utkast.minutter)
        else:
            self._modell.forhaandsvis(None)

    def focusOutEvent(self, hendelse: QFocusEvent) -> None:
        """Let go of what is held when the window is left."""
        super().focusOutEvent(hendelse)
        if self._drar:
            self._slipp_uten()

    def _dra_til(self, punkt: QPoint, *, fritt: bool) -> None:
        if self._trykket is None:
            return
        fra, post_id, kant = self._trykket
        flyttet = self._i_innholdet(punkt).y() - fra.y()
        utkast = self._strukket(post_id, flyttet, fritt=fritt) if kant else self._flyttet(post_id, flyttet)
        if utkast != self._utkast:
            self._utkast = utkast
            self._modell.forhaandsvis(utkast)

    def _strukket(self, post_id: str, piksler: int, *, fritt: bool) -> Utkast:
        minutter = next(rad.plass.minutter for rad in self._foer if rad.blokk.id == post_id)
        steg = 1 if fritt else STEG
        nye = minutter + piksler / max(1.0, self._tema.px(MINUTT * 100) / 100)
        return Utkast(post_id=post_id, minutter=max(steg, min(LENGST, round(nye / steg) * steg)))

    def _flyttet(self, post_id: str, piksler: int) -> Utkast:
        """Return the order in which the held block lies where its upper edge now is."""
        topp, egen_topp, andre = 0, 0, []
        for rad in self._foer:
            if rad.blokk.id == post_id:
                egen_topp = topp
            else:
                andre.append(rad)
            topp += self._maal.radhoeyde(rad)
        egen_topp += piksler
        plass, topp = 0, 0
        for nummer, rad in enumerate(andre):
            hoeyde = self._maal.radhoeyde(rad)
            if rad.plass.laast or topp + hoeyde / 2 < egen_topp:
                plass = nummer + 1
            topp += hoeyde
        rekka = [rad.blokk.id for rad in andre]
        rekka.insert(plass, post_id)
        return Utkast(rekkefoelge=tuple(rekka))

    def _rull(self) -> None:
        """Scroll on while something is held near the edge."""
        punkt = self.viewport().mapFromGlobal(self.cursor().pos())
        sone, stang = self._tema.px(32), self.verticalScrollBar()
        if punkt.y() < sone:
            stang.setValue(stang.value() - self._tema.px(12))
        elif punkt.y() > self.viewport().height() - sone:
            stang.setValue(stang.value() + self._tema.px(12))

    def _slipp_uten(self) -> None:
        self._nullstill()
        self._modell.forhaandsvis(None)

    def _nullstill(self) -> None:
        self._trykket, self._drar, self._utkast, self._foer = None, False, None, ()
        self._tegner.loeftet = ""
        self._ruller.stop()

    def _rad_under(self, punkt: QPoint) -> Blokkrad | None:
        indeks = self.indexAt(punkt)
        return self._modell.rader[indeks.row()] if indeks.isValid() else None

    def _paa_kanten(self, punkt: QPoint, rad: Blokkrad) -> bool:
        rute = self._maal.blokkrute(self.visualRect(self.indexAt(punkt)), rad)
        return self._maal.kant(rute).contains(punkt)

    def _i_innholdet(self, punkt: QPoint) -> QPoint:
        return punkt + QPoint(0, self.verticalScrollBar().value())
