"""A button: primary, outlined or text only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.utseende.ikoner import Ikoner
    from verksted.vindu.utseende.tema import Tema

Knappeslag = Literal["primaer", "kant", "tekst"]
_IKONFARGE = {"primaer": "on_accent", "kant": "text", "tekst": "accent_text"}


class Knapp(QPushButton):
    """A push button of one of the three kinds; at most one primary on a page."""

    def __init__(
        self,
        tekst: str,
        tema: Tema,
        *,
        slag: Knappeslag = "kant",
        ikon: tuple[Ikoner, str] | None = None,
        liten: bool = False,
    ) -> None:
        super().__init__(f" {tekst}" if ikon is not None else tekst)  # Qt has no gap of its own after an icon
        self.setAccessibleName(tekst)
        self.setProperty("slag", slag)
        self.setProperty("liten", liten)
        self.setFont(tema.skrift(Trinn.TABELL_MEDIUM if liten else Trinn.LISTE_MEDIUM))
        if ikon is not None:
            ikoner, navn = ikon
            self.setIcon(ikoner(navn, _IKONFARGE[slag]))
            self.setIconSize(QSize(tema.px(18), tema.px(18)))
        self.setSizePolicy(self.sizePolicy().Policy.Fixed, self.sizePolicy().Policy.Fixed)
