"""A warning at its block: what is wrong, what would mend it, and the button that does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from verksted.vindu.deler.etikett import Etikett, Ikonbilde
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.program import Programvarsel


class Varselkort(QFrame):
    """`titler` is block id → title. Signals: `valgt` with the warning that is to be mended."""

    valgt = Signal(object)

    def __init__(
        self, varsel: Programvarsel, titler: Mapping[str, str], verktoey: Verktoey, *, kan_endres: bool
    ) -> None:
        super().__init__()
        self.setObjectName("varselkort")
        t, tema, px = verktoey.tekster, verktoey.tema, verktoey.tema.px
        reparasjon = varsel.reparasjon
        tall = {**varsel.tall, "minutter": reparasjon.minutter or varsel.tall.get("minutter", 0)}
        rad = QHBoxLayout(self)
        rad.setContentsMargins(px(12), px(10), px(12), px(12))
        rad.setSpacing(px(10))
        rad.addWidget(Ikonbilde(verktoey.ikoner, "warning", tema, farge="warn_text"), 0, Qt.AlignmentFlag.AlignTop)
        kolonne = QVBoxLayout()
        kolonne.setSpacing(px(4))
        setning = Etikett(
            t(f"program.varsel.{varsel.slag}", **varsel.tall), tema, Trinn.TABELL_MEDIUM, rolle="varsel", brytes=True
        )
        kolonne.addWidget(setning)
        noekkel, foer = str(reparasjon.art), titler.get(reparasjon.foer_id or "", "")
        if noekkel == "legg_inn_pause" and not foer:
            noekkel = "legg_inn_pause_sist"
        raad = t(f"program.gjoer.{noekkel}", foer=foer, **tall)
        kolonne.addWidget(Etikett(raad, tema, Trinn.TABELL, brytes=True))
        self.knapp = Knapp(t(f"program.knapp.{reparasjon.art}", **tall), tema, liten=True)
        self.knapp.setEnabled(kan_endres)
        self.knapp.clicked.connect(lambda: self.valgt.emit(varsel))
        kolonne.addSpacing(px(4))
        kolonne.addWidget(self.knapp, 0, Qt.AlignmentFlag.AlignLeft)
        rad.addLayout(kolonne, 1)
