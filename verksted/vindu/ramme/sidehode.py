"""The head of a page: title, one sentence of state, and the page's actions on the same line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.vindu.ramme.sidehandling import Sidehandling
    from verksted.vindu.ramme.verktoey import Verktoey


class Sidehode(QWidget):
    """Stays in place while the page scrolls under it."""

    def __init__(self, tittel: str, verktoey: Verktoey) -> None:
        super().__init__()
        self._verktoey = verktoey
        px = verktoey.tema.px
        self._tittel = Etikett(tittel, verktoey.tema, Trinn.SIDE)
        self._tilstand = Etikett("", verktoey.tema, Trinn.KROPP, rolle="dempet", brytes=True)
        self._tilstand.setMinimumHeight(px(24))
        ord_ = QVBoxLayout()
        ord_.setSpacing(px(2))
        ord_.addWidget(self._tittel)
        ord_.addWidget(self._tilstand)
        self._foran = QHBoxLayout()
        self._knapper = QHBoxLayout()
        self._knapper.setSpacing(px(12))
        rad = QHBoxLayout(self)
        rad.setContentsMargins(px(40), px(26), px(40), 0)
        rad.setSpacing(px(24))
        rad.addLayout(ord_, 1)
        rad.addLayout(self._foran)
        rad.addLayout(self._knapper)
        rad.setAlignment(self._foran, Qt.AlignmentFlag.AlignBottom)
        rad.setAlignment(self._knapper, Qt.AlignmentFlag.AlignBottom)
        self._slag: tuple[str, ...] = ()

    @property
    def tittel(self) -> str:
        """What stands in large type."""
        return self._tittel.text()

    @property
    def tilstand(self) -> str:
        """The sentence under it."""
        return self._tilstand.text()

    def sett_tittel(self, tittel: str) -> None:
        """Show another title."""
        self._tittel.setText(tittel)

    def sett_tilstand(self, setning: str) -> None:
        """Say how things stand, in one sentence."""
        self._tilstand.setText(setning)

    def legg_til(self, widget: QWidget) -> None:
        """Put something of the page's own, such as its steps, before the buttons."""
        self._foran.addWidget(widget)

    def sett_handlinger(self, handlinger: Sequence[Sidehandling]) -> None:
        """Show the page's actions as buttons, the primary one last."""
        while (post := self._knapper.takeAt(0)) is not None:
            if (gammel := post.widget()) is not None:
                gammel.hide()
                gammel.deleteLater()
        for handling in sorted(handlinger, key=lambda h: h.slag == "primaer"):
            ikon = (self._verktoey.ikoner, handling.ikon) if handling.ikon else None
            knapp = Knapp(handling.tekst, self._verktoey.tema, slag=handling.slag, ikon=ikon)
            knapp.setObjectName(f"handling-{handling.noekkel}")
            knapp.setEnabled(not handling.hvorfor_ikke)
            knapp.setToolTip(handling.hvorfor_ikke)
            knapp.clicked.connect(lambda _=False, gjoer=handling.gjoer: gjoer())
            self._knapper.addWidget(knapp)
