"""What the sweeps look for, the same on every page and dialog: words, names, focus."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QTextBrowser,
    QWidget,
)

from verksted.kjerne.tekster import Tekster

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAction

    from verksted.vindu.utseende.fokusring import Fokusring

# Words no Norwegian text of ours has; those that are Norwegian as well («all», «no», «and», «type») are left out.
_ENGELSK = (
    "the of with file files close cancel save show hide details undo redo cut copy paste delete select yes "
    "apply help discard retry ignore abort search edit view untitled none true false error warning back forward "
    "new name size date computer unknown step up down left right scroll"
)
ENGELSKE = frozenset(_ENGELSK.split())
# Words the example's own file holds in bokmål, whatever the window's language is: its roles, its levels.
FRA_FILA = frozenset(
    {"Prosessleder", "Planlegger", "Innleder", "Gruppesekretær", "Ordfører", "Tjenester", "Føringer", "Samfunn"}
)
_ORD = re.compile(r"[^\W\d_]+")


def engelske_ord(tekster: Iterator[str]) -> list[str]:
    """Return the texts that have an English word in them."""
    return [tekst for tekst in tekster if {ord_.casefold() for ord_ in _ORD.findall(tekst)} & ENGELSKE]


@cache
def bokmaalstekster() -> frozenset[str]:
    """Return every whole text of the catalogues that is another one in nynorsk."""
    nb, nn = Tekster("nb"), Tekster("nn")
    rom = (
        "ramme", "start", "oversikt", "qt", "bearbeide", "deltakere", "dokumenter", "forhaandsvisning", "gruppeside",
        "kunnskap", "oekonomi", "plan", "program", "prosess", "spoersmaal",
    )  # fmt: skip
    par = [(nb(f"{r}.{n}"), nn(f"{r}.{n}")) for r in rom for n in nb.noekler(r)]
    nynorske = {nynorsk for _, nynorsk in par}
    alle = {b.replace("&", "") for b, nynorsk in par if b != nynorsk and b not in nynorske and "{" not in b}
    return frozenset(alle - FRA_FILA)


def synlige(rot: QWidget) -> Iterator[QWidget]:
    """Yield every visible widget under one, and itself."""
    for widget in (rot, *rot.findChildren(QWidget)):
        if widget.isVisible():
            yield widget


def tekster_i(rot: QWidget) -> Iterator[str]:
    """Yield everything that can be read under a widget: words, tool tips, menus, rows and headings."""
    for widget in synlige(rot):
        yield widget.toolTip()
        yield widget.accessibleName()
        yield widget.windowTitle() if widget.isWindow() else ""
        match widget:
            case QLabel() | QAbstractButton():
                yield widget.text().replace("&", "")
            case QLineEdit():
                yield widget.placeholderText()
                meny = widget.createStandardContextMenu()
                yield from (handling.text().replace("&", "") for handling in meny.actions())
                meny.deleteLater()
            case QPlainTextEdit() | QTextBrowser():
                meny = widget.createStandardContextMenu()
                yield from (handling.text().replace("&", "") for handling in meny.actions())
                meny.deleteLater()
            case QComboBox():
                yield from (widget.itemText(nummer) for nummer in range(widget.count()))
            case QTabBar():
                yield from (widget.tabText(nummer).replace("&", "") for nummer in range(widget.count()))
            case QMenuBar():
                yield from _menytekster(widget.actions())
            case QAbstractItemView() if widget.model() is not None:
                yield from _celler(widget)


def _menytekster(handlinger: list[QAction]) -> Iterator[str]:
    for handling in handlinger:
        yield handling.text().replace("&", "")
        if isinstance(meny := handling.menu(), QMenu):
            yield from _menytekster(meny.actions())


def _celler(liste: QAbstractItemView) -> Iterator[str]:
    """Yield the headings and the first rows of a list or a table."""
    modell = liste.model()
    kolonner = 1 if isinstance(liste, QListView) else modell.columnCount()
    for kolonne in range(kolonner):
        overskrift = modell.headerData(kolonne, Qt.Orientation.Horizontal)
        yield overskrift if isinstance(overskrift, str) else ""
        for rad in range(min(100, modell.rowCount())):
            innhold = modell.index(rad, kolonne).data()
            yield innhold if isinstance(innhold, str) else ""


def som_kan_naas(rot: QWidget) -> list[QWidget]:
    """Return every visible, enabled widget that the Tab key stops at."""
    return [
        w
        for w in synlige(rot)
        if w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.focusProxy() is None
    ]


def uten_navn(rot: QWidget) -> list[str]:
    """Return the widgets a screen reader would be silent about."""
    stumme = []
    for widget in som_kan_naas(rot):
        lest = QAccessible.queryAccessibleInterface(widget)
        if lest is None or not lest.text(QAccessible.Text.Name).strip():
            stumme.append(f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parent()).__name__}")
    return stumme


def utenfor_tabrekka(rot: QWidget) -> list[str]:
    """Return the widgets that Tab never comes to."""
    rekka, naa = set(), rot.nextInFocusChain()
    while naa is not None and naa is not rot and id(naa) not in rekka:
        rekka.add(id(naa))
        naa = naa.nextInFocusChain()
    return [type(w).__name__ for w in som_kan_naas(rot) if id(w) not in rekka and w is not rot]


def uten_synlig_fokus(rot: QWidget, fokusring: Fokusring) -> list[str]:
    """Return the widgets where the focus cannot be seen when Tab comes to them."""
    usynlige = []
    for widget in som_kan_naas(rot):
        if widget.property("uten_ring"):
            continue
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        ring = fokusring.ring
        vindu = widget.window()
        rute = QRect(widget.mapTo(vindu, QPoint(0, 0)), widget.size())
        synlig = not widget.visibleRegion().isEmpty()
        if synlig and (ring is None or not ring.geometry().intersects(rute)):
            usynlige.append(f"{type(widget).__name__} {widget.objectName()!r}")
    return usynlige
