"""What the marks of the tree mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett, Ikonbilde
from verksted.vindu.plan.flytrad import Flytrad
from verksted.vindu.plan.radbilde import MERKER
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.ramme.verktoey import Verktoey


class Merkelinje(QWidget):
    """Icon and word, side by side."""

    def __init__(self, verktoey: Verktoey) -> None:
        super().__init__()
        px = verktoey.tema.px
        rad = Flytrad(px(10))
        self.setLayout(rad)
        for noekkel, ikon, farge in (
            *((status, ikon, "text_2") for status, ikon in MERKER.items()),
            ("uten_tiltak", "warning", "warn_text"),
        ):
            par = QWidget()
            inni = QHBoxLayout(par)
            inni.setContentsMargins(0, 0, 0, 0)
            inni.setSpacing(px(4))
            inni.addWidget(Ikonbilde(verktoey.ikoner, ikon, verktoey.tema, farge=farge, stoerrelse=16))
            inni.addWidget(
                Etikett(verktoey.tekster(f"plan.merke.{noekkel}"), verktoey.tema, Trinn.META, rolle="dempet")
            )
            rad.addWidget(par)
