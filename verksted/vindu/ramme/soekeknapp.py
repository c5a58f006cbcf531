"""The field in the corner of the menu bar: looks like a search field, opens the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.ramme.verktoey import Verktoey


class Soekeknapp(QPushButton):
    """One button, named for screen readers, with its shortcut shown as a key cap."""

    def __init__(self, verktoey: Verktoey) -> None:
        tema, tekster, px = verktoey.tema, verktoey.tekster, verktoey.tema.px
        super().__init__(f"  {tekster('ramme.soek.felt')}")
        self.setObjectName("sokefelt")
        self.setAccessibleName(tekster("ramme.soek.felt"))
        self.setFont(tema.skrift(Trinn.TABELL))
        self.setIcon(verktoey.ikoner("magnifying-glass"))
        self.setIconSize(QSize(px(16), px(16)))
        self.setFixedSize(px(336), px(28))
        self.setCursor(Qt.CursorShape.IBeamCursor)
        tast = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
        self._kappe = Etikett(tast, tema, Trinn.TAST, rolle="tast")
        self._kappe.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        rad = QHBoxLayout(self)
        rad.setContentsMargins(0, 0, px(8), 0)
        rad.addStretch(1)
        rad.addWidget(self._kappe, 0, Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        """Return the size it was given: the menu bar asks for this."""
        return self.minimumSize()
