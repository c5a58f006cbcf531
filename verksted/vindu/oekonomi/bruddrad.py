"""One gap: what it is about, what is wrong, what to do next, and what it is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from verksted.kjerne.formater import heltall
from verksted.vindu.deler.etikett import Etikett, Ikonbilde
from verksted.vindu.deler.radknapp import Radknapp
from verksted.vindu.oekonomi.ordlyd import ordlyd
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.bruddliste import Bruddrad


class Bruddlinje(Radknapp):
    """A whole row that can be pressed: it leads to its place."""

    def __init__(self, rad: Bruddrad, verktoey: Verktoey) -> None:
        t, tema, px = verktoey.tekster, verktoey.tema, verktoey.tema.px
        gjelder, galt = ordlyd(rad.gjelder, t), ordlyd(rad.galt, t)
        neste = t("oekonomi.brudd.neste", steg=ordlyd(rad.neste_steg, t))
        super().__init__(f"{rad.kode} {gjelder}. {galt}. {neste}".strip())
        linje = QHBoxLayout(self)
        linje.setContentsMargins(px(8), px(8), px(8), px(8))
        linje.setSpacing(px(16))
        kode = Etikett(rad.kode or rad.nummer, tema, Trinn.TABELL, rolle="dempet", tall=True)
        kode.setFixedWidth(px(82))
        linje.addWidget(kode, 0, Qt.AlignmentFlag.AlignTop)
        ord_ = QVBoxLayout()
        ord_.setSpacing(px(2))
        ord_.addWidget(Etikett(gjelder[:300], tema, Trinn.LISTE_MEDIUM, brytes=True))
        ord_.addWidget(Etikett(galt, tema, Trinn.TABELL, brytes=True))
        ord_.addWidget(Etikett(neste, tema, Trinn.TABELL, rolle="dempet", brytes=True))
        linje.addLayout(ord_, 1)
        if rad.beloep is not None:
            beloep = Etikett(heltall(rad.beloep), tema, Trinn.TABELL_HALVFET, tall=True)
            linje.addWidget(beloep, 0, Qt.AlignmentFlag.AlignTop)
        linje.addWidget(Ikonbilde(verktoey.ikoner, "caret-right", tema, stoerrelse=16))
