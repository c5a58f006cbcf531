"""One thing that was done: when, what, and who; pressed, it shows what was done to the same before."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.radknapp import Radknapp
from verksted.vindu.oversikt.dagord import stor
from verksted.vindu.start.naar import naar
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.ramme.verktoey import Verktoey
    from verksted.visning.endringslinje import Endringslinje


class Endringsrad(QWidget):
    """Two lines with the time at the left. Signals: `spurt` when the history is asked for the first time."""

    spurt = Signal()

    def __init__(self, linje: Endringslinje, verktoey: Verktoey, *, historikk: bool = False) -> None:
        super().__init__()
        self._verktoey = verktoey
        t, px = verktoey.tekster, verktoey.tema.px
        hva, tid = handlingsord(linje, verktoey), naar(datetime.fromisoformat(linje.tid), verktoey.klokke.naa(), t)
        hvem = _hvem(linje.aktoer, verktoey)
        self._oppsett = QVBoxLayout(self)
        self._oppsett.setContentsMargins(0, 0, 0, 0)
        self._oppsett.setSpacing(0)
        self._mer: QWidget | None = None
        if historikk:
            self.knapp = Radknapp(f"{hva}, {hvem}, {tid}")
            self.knapp.setToolTip(t("oversikt.endringer.historikk"))
            self.knapp.clicked.connect(self._veksle)
            rad = QHBoxLayout(self.knapp)
            _fyll(rad, (tid, hva, hvem), verktoey, px(4))
            self._oppsett.addWidget(self.knapp)
        else:
            rad = QHBoxLayout()
            _fyll(rad, (tid, hva, hvem), verktoey, 0)
            self._oppsett.addLayout(rad)

    def vis_historikk(self, linjer: tuple[Endringslinje, ...]) -> None:
        """Show what was done to the same things before."""
        tema, px = self._verktoey.tema, self._verktoey.tema.px
        self._mer = QWidget()
        inni = QVBoxLayout(self._mer)
        inni.setContentsMargins(px(16), 0, 0, px(8))
        inni.setSpacing(0)
        noekkel = "foer" if linjer else "ingen_foer"
        inni.addWidget(
            Etikett(
                self._verktoey.tekster(f"oversikt.endringer.{noekkel}"), tema, Trinn.META, rolle="dempet", brytes=True
            )
        )
        for linje in linjer:
            inni.addWidget(Endringsrad(linje, self._verktoey))
        self._oppsett.addWidget(self._mer)
        self._mer.show()

    def _veksle(self) -> None:
        if self._mer is None:
            self.spurt.emit()
        else:
            self._mer.setVisible(not self._mer.isVisible())


def handlingsord(linje: Endringslinje, verktoey: Verktoey) -> str:
    """Return an operation by the name it is undone by, with the codes it concerned."""
    koder = f" ({', '.join(linje.koder[:3])})" if linje.koder else ""
    return f"{stor(verktoey.tekster(f'handlinger.{linje.navn}'))}{koder}"


def _fyll(rad: QHBoxLayout, ordene: tuple[str, str, str], verktoey: Verktoey, kant: int) -> None:
    tid, hva, hvem = ordene
    tema, px = verktoey.tema, verktoey.tema.px
    rad.setContentsMargins(kant, px(6), kant, px(6))
    rad.setSpacing(px(12))
    naar_ = Etikett(tid, tema, Trinn.TABELL, rolle="dempet", tall=True)
    naar_.setFixedWidth(px(92))
    rad.addWidget(naar_, 0, Qt.AlignmentFlag.AlignTop)
    ord_ = QVBoxLayout()
    ord_.setSpacing(0)
    ord_.addWidget(Etikett(hva, tema, Trinn.TABELL, brytes=True))
    ord_.addWidget(Etikett(hvem, tema, Trinn.TABELL, rolle="dempet"))
    rad.addLayout(ord_, 1)


def _hvem(aktoer: str, verktoey: Verktoey) -> str:
    """Return a role in words; a table's code stands as it is."""
    noekkel = f"oversikt.hvem.{aktoer}"
    return verktoey.tekster(noekkel) if verktoey.tekster.har(noekkel) else aktoer
