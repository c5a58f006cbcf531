"""What the three sheets of the page share: fields that save through operations, and the file that may be read only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from verksted.vindu.deler.datofelt import Datofelt
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.felt import Felt
from verksted.vindu.deler.skrivefelt import Linjefelt, Tekstfelt
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Callable

    from verksted.kjerne.feil import KjentFeil
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord
    from verksted.vindu.ramme.svar import Svar


class Blad(QWidget):
    """Signals: `si` with a sentence for the status line. `vis_igjen` shows what the file holds after a refusal."""

    si = Signal(str)

    def __init__(self, bord: Arbeidsbord) -> None:
        super().__init__()
        self.bord = bord
        self.tekster, self.tema, self.ikoner = bord.verktoey.tekster, bord.verktoey.tema, bord.verktoey.ikoner
        self.oppsett = QVBoxLayout(self)
        self.oppsett.setContentsMargins(0, 0, 0, 0)
        self.oppsett.setSpacing(self.tema.px(16))

    def vis_igjen(self) -> None:
        """Show again what the file holds."""

    def vent(self, svar: Svar[Any]) -> None:
        """Roll back what was shown when an operation is refused, and say why."""
        svar.ved_feil(self._nektet)

    def _nektet(self, feil: KjentFeil) -> None:
        self.vis_igjen()
        self.bord.verktoey.bakgrunn.feilet.emit(feil)

    def tittel(self, tekst: str, trinn: Trinn = Trinn.AVSNITT) -> Etikett:
        """Return a heading, put on the sheet."""
        etikett = Etikett(tekst, self.tema, trinn, brytes=True)
        etikett.setContentsMargins(0, self.tema.px(8), 0, 0)
        self.oppsett.addWidget(etikett)
        return etikett

    def linje(self, navn: str, lagre: Callable[[str], object], *, paakrevd: bool = False) -> Linjefelt:
        """Return a field of one line that saves itself."""
        felt = Linjefelt(navn, self.tema, paakrevd=paakrevd)
        felt.setReadOnly(not self.bord.kan_endres)
        felt.lagres.connect(lagre)
        return felt

    def avsnitt(self, navn: str, lagre: Callable[[str], object], linjer: int = 3) -> Tekstfelt:
        """Return a field of several lines that saves itself."""
        felt = Tekstfelt(navn, self.tema, linjer=linjer)
        felt.setReadOnly(not self.bord.kan_endres)
        felt.lagres.connect(lagre)
        return felt

    def dato(self, navn: str, lagre: Callable[[Any], object]) -> Datofelt:
        """Return a date that saves itself."""
        felt = Datofelt(navn, self.bord.verktoey)
        felt.sett_kan_endres(self.bord.kan_endres)
        felt.lagres.connect(lagre)
        felt.ugyldig.connect(self.si)
        return felt

    def rad(self, *felt: tuple[str, QWidget, int], hjelp: str = "") -> None:
        """Put fields (name, field, share of the width) side by side on the sheet."""
        rad = QHBoxLayout()
        rad.setSpacing(self.tema.px(16))
        for navn, en, vekt in felt:
            rad.addWidget(Felt(navn, en, self.tema, hjelp), vekt)
        if all(vekt == 0 for _, _, vekt in felt):
            rad.addStretch(1)
        self.oppsett.addLayout(rad)
