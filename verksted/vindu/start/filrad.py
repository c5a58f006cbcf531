"""One row of the recent list: a file that is there, or one that is away, with why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett, Ikonbilde
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.radknapp import Radknapp
from verksted.vindu.start.naar import hvor, naar
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from datetime import datetime

    from verksted.kjerne.tekster import Tekster
    from verksted.vindu.start.sistbrukt import Sistbrukt
    from verksted.vindu.utseende.ikoner import Ikoner
    from verksted.vindu.utseende.tema import Tema


class Filrad(QWidget):
    """Signals: `aapne` and `fjern` with the path."""

    aapne = Signal(object)
    fjern = Signal(object)

    def __init__(self, en: Sistbrukt, tema: Tema, ikoner: Ikoner, tekster: Tekster, naa: datetime) -> None:
        super().__init__()
        sti = Path(en.sti)
        borte = _hvorfor_borte(sti, tekster)
        px = tema.px
        rad = QHBoxLayout(self)
        rad.setContentsMargins(0, 0, 0, 0)
        rad.setSpacing(px(12))
        self._knapp = Radknapp(f"{en.navn}, {borte or hvor(sti)}")
        self._knapp.setEnabled(not borte)
        self._knapp.clicked.connect(lambda: self.aapne.emit(sti))
        inni = QHBoxLayout(self._knapp)
        inni.setContentsMargins(px(2), px(7), px(8), px(7))
        inni.setSpacing(px(14))
        inni.addWidget(Ikonbilde(ikoner, "file-dotted" if borte else "file-text", tema, stoerrelse=20))
        ord_ = QVBoxLayout()
        ord_.setSpacing(0)
        ord_.addWidget(Etikett(en.navn, tema, Trinn.KROPP, rolle="dempet" if borte else "vanlig"))
        ord_.addWidget(Etikett(borte or hvor(sti), tema, Trinn.TABELL, rolle="dempet"))
        inni.addLayout(ord_, 1)
        if not borte:
            tid = Etikett(naar(en.tid, naa, tekster), tema, Trinn.TABELL, rolle="dempet", tall=True)
            inni.addWidget(tid)
        rad.addWidget(self._knapp, 1)
        if borte:
            vekk = Knapp(tekster("start.fjern"), tema, slag="tekst", liten=True)
            vekk.setAccessibleName(tekster("start.fjern_navn", navn=en.navn))
            vekk.clicked.connect(lambda: self.fjern.emit(sti))
            rad.addWidget(vekk)


def _hvorfor_borte(sti: Path, tekster: Tekster) -> str:
    """Return why a file cannot be opened now, '' when it is there; a stick that is out is told from a file moved."""
    try:
        if sti.is_file():
            return ""
        rot_er_der = Path(sti.anchor).exists() and (sti.parent.exists() or not _paa_loest_medium(sti))
    except OSError:  # a network that does not answer
        rot_er_der = False
    return tekster("start.borte.flyttet" if rot_er_der else "start.borte.utilgjengelig")


def _paa_loest_medium(sti: Path) -> bool:
    return any(str(sti).startswith(rot) for rot in ("/media/", "/run/media/", "/Volumes/", "/mnt/"))
