"""The keyboard focus made visible on whatever has it: one ring over the window, on controls and on rows alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMetaObject, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextBrowser,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from verksted.vindu.utseende.tema import Tema

_SKRIVEFELT = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QTextEdit)
_FLYTTER = frozenset(
    {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest}
)


class Fokusring(QObject):
    """Follows the focus from widget to widget; the ring itself is a child of the window the widget is in.

    A control clicked with the mouse shows no ring until a key is pressed; a field that is written in always does.
    """

    def __init__(self, app: QApplication, tema: Tema) -> None:
        super().__init__()
        self._app = app
        self._tema = tema
        self._ring: _Ring | None = None
        self._i_fokus: QWidget | None = None
        self._fulgte: list[QObject] = []
        self._koblinger: list[QMetaObject.Connection] = []
        self._med_mus = False
        app.focusChanged.connect(self._flytt)
        tema.endret.connect(self._legg)

    @property
    def ring(self) -> QWidget | None:
        """The ring where it is shown, for tests."""
        return self._ring if self._ring is not None and isValid(self._ring) and self._ring.isVisible() else None

    def slipp(self) -> None:
        """Follow nothing any more."""
        self._app.focusChanged.disconnect(self._flytt)
        self._flytt(None, None)
        self._skjul()

    def _flytt(self, _gammel: QWidget | None, ny: QWidget | None) -> None:
        for ting in self._fulgte:
            if isValid(ting):
                ting.removeEventFilter(self)
        for kobling in self._koblinger:
            QObject.disconnect(kobling)
        self._fulgte, self._koblinger = [], []
        self._i_fokus = ny
        if ny is None:
            self._skjul()
            return
        if self._app.mouseButtons() != Qt.MouseButton.NoButton:
            self._med_mus = True
        self._foelg_vinduet(ny)
        ledd: QWidget | None = ny
        while ledd is not None:
            ledd.installEventFilter(self)
            self._fulgte.append(ledd)
            ledd = None if ledd.isWindow() else ledd.parentWidget()
        if isinstance(ny, QAbstractItemView):
            self._foelg_rader(ny)
        self._legg()

    def _foelg_vinduet(self, widget: QWidget) -> None:
        """See every key and click that comes to the window, before anybody gets it."""
        flate = widget.window().windowHandle()
        if flate is not None:
            flate.installEventFilter(self)
            self._fulgte.append(flate)

    def _foelg_rader(self, liste: QAbstractItemView) -> None:
        signaler = [liste.verticalScrollBar().valueChanged, liste.horizontalScrollBar().valueChanged]
        if liste.selectionModel() is not None:
            signaler.append(liste.selectionModel().currentChanged)
        self._koblinger = [signal.connect(self._legg) for signal in signaler]

    def eventFilter(self, _ting: QObject, hendelse: QEvent) -> bool:
        """Follow what the focused widget and those around it do."""
        slag = hendelse.type()
        if slag == QEvent.Type.MouseButtonPress:
            self._med_mus = True
        elif slag == QEvent.Type.KeyPress and self._med_mus:
            self._med_mus = False
            self._legg()
        elif slag in _FLYTTER:
            self._legg()
        return False

    def _skjul(self) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()

    def _legg(self, *_: object) -> None:
        widget = self._i_fokus
        if widget is None or not isValid(widget) or not widget.isVisible() or widget.property("uten_ring"):
            self._skjul()
            return
        if self._med_mus and not isinstance(widget, _SKRIVEFELT):
            self._skjul()
            return
        vindu = widget.window()
        if vindu.windowFlags() & Qt.WindowType.Popup == Qt.WindowType.Popup:
            self._skjul()
            return
        if self._ring is None or not isValid(self._ring) or self._ring.parentWidget() is not vindu:
            if self._ring is not None and isValid(self._ring):
                self._ring.deleteLater()
            self._ring = _Ring(vindu, self._tema)
        self._ring.legg_om(*self._rute(widget, vindu))

    def _rute(self, widget: QWidget, vindu: QWidget) -> tuple[QRect, QRect, bool]:
        """Return what to ring in, where it may be seen, and whether the ring lies inward."""
        if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
            flate = widget.viewport()
            rad = widget.visualRect(widget.currentIndex())
            if getattr(widget, "selectionBehavior", None) and (
                widget.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows
            ):
                rad.setLeft(0)
                rad.setRight(flate.width() - 1)
            synlig = rad.intersected(flate.rect())
            return QRect(flate.mapTo(vindu, synlig.topLeft()), synlig.size()), _synlig(flate, vindu), True
        eier: QWidget = widget
        forelder = widget.parentWidget()
        if isinstance(forelder, (QComboBox, QAbstractSpinBox)):
            eier = forelder
        innover = isinstance(eier, (QTextBrowser, QAbstractItemView)) or bool(eier.property("ring_innover"))
        return QRect(eier.mapTo(vindu, QPoint(0, 0)), eier.size()), _synlig(eier, vindu), innover


def _synlig(widget: QWidget, vindu: QWidget) -> QRect:
    """Return the part of the window that the nearest scrolling surface shows."""
    forelder = widget.parentWidget()
    while forelder is not None and forelder is not vindu:
        if forelder.objectName() == "qt_scrollarea_viewport":
            return QRect(forelder.mapTo(vindu, QPoint(0, 0)), forelder.size())
        forelder = forelder.parentWidget()
    return vindu.rect()


class _Ring(QWidget):
    """3 px outside, 2 px of the inner colour between; lies over everything and takes no clicks."""

    def __init__(self, vindu: QWidget, tema: Tema) -> None:
        super().__init__(vindu)
        self._tema = tema
        self._innover = False
        self.setObjectName("fokusring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def legg_om(self, rute: QRect, synlig: QRect, innover: bool) -> None:  # noqa: FBT001 - what the ring is told
        kant = 0 if innover else self._tema.px(5)
        ytre = rute.adjusted(-kant, -kant, kant, kant)
        if rute.isEmpty() or not rute.intersects(synlig):
            self.hide()
            return
        if ytre != self.geometry() or innover != self._innover or not self.isVisible():
            self._innover = innover
            self.setGeometry(ytre)
            self.show()
        self.raise_()  # what was made after the ring lies over it
        vises = synlig.adjusted(-kant, -kant, kant, kant).translated(-ytre.topLeft())
        if vises.contains(self.rect()):
            self.clearMask()
        else:
            self.setMask(QRegion(vises))

    def paintEvent(self, _hendelse: QPaintEvent) -> None:
        bredde, mellom = self._tema.px(3), self._tema.px(2)
        maler = QPainter(self)
        maler.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._tema.px(6 if self._innover else 9)
        for farge, tykkelse, inn in (
            ("focus_in", bredde + mellom, (bredde + mellom) / 2),
            ("focus_out", bredde, bredde / 2),
        ):
            maler.setPen(QPen(self._tema.farge(farge), tykkelse))
            maler.drawRoundedRect(QRectF(self.rect()).adjusted(inn, inn, -inn, -inn), radius, radius)
        maler.end()
