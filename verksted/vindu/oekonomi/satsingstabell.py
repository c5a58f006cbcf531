"""The money behind the satsingsområder: a small table of sums, the same as the workbook's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from verksted.kjerne.formater import heltall
from verksted.vindu.deler.etikett import Etikett, strek
from verksted.vindu.oekonomi.ordlyd import ordlyd
from verksted.vindu.utseende.skrift import Trinn
from verksted.visning.sporbarhet_celler import Lenke, Ord
from verksted.visning.sporbarhet_rader import Satsingslag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.kjerne.tekster import Tekster
    from verksted.vindu.utseende.tema import Tema
    from verksted.visning.sporbarhet_rader import SatsingRad

_HOEYRE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Satsingstabell(QWidget):
    """Whole kroner per year; a hairline between rows and a full line over the sum."""

    def __init__(self, rader: Sequence[SatsingRad], aar: Sequence[int], tekster: Tekster, tema: Tema) -> None:
        super().__init__()
        px = tema.px
        nett = QGridLayout(self)
        nett.setContentsMargins(0, 0, 0, 0)
        nett.setHorizontalSpacing(px(16))
        nett.setVerticalSpacing(px(5))
        nett.setColumnStretch(0, 1)
        nett.addWidget(Etikett(tekster("oekonomi.satsinger.navn"), tema, Trinn.ETIKETT, rolle="dempet"), 0, 0)
        for kolonne, ett in enumerate(aar, start=1):
            hode = Etikett(str(ett), tema, Trinn.ETIKETT, rolle="dempet", tall=True)
            nett.addWidget(hode, 0, kolonne, _HOEYRE)
        linje = 1
        for rad in rader:
            if rad.slag is Satsingslag.KONTROLL:  # the workbook's own check of its formulas
                continue
            sum_ = rad.slag is Satsingslag.SUM
            nett.addWidget(strek(tema, hel=sum_), linje, 0, 1, len(aar) + 1)
            trinn = Trinn.TABELL_HALVFET if sum_ else Trinn.TABELL
            navn = Etikett(_navn(rad, tekster), tema, trinn, brytes=True)
            nett.addWidget(navn, linje + 1, 0)
            for kolonne, kroner in enumerate(rad.beloep, start=1):
                nett.addWidget(Etikett(heltall(kroner), tema, trinn, tall=True), linje + 1, kolonne, _HOEYRE)
            linje += 2


def _navn(rad: SatsingRad, tekster: Tekster) -> str:
    kode = rad.kode.tekst if isinstance(rad.kode, Lenke) else ""
    navn = ordlyd(rad.navn, tekster)
    return f"{ordlyd(kode, tekster)} {navn}".strip() if not isinstance(rad.kode, Ord) else navn
