"""What the process calls the levels of its plan: one and many, written over where they stand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from verksted.handlinger.plantre import oppdater_plannivaa
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.plan.skrivefelt import Skrivefelt
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from verksted.vindu.plan.skrivevakt import Skrivevakt
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord
    from verksted.vindu.ramme.svar import Svar
    from verksted.visning.plantre import Nivaavalg


class Nivaanavn(QWidget):
    """One line per level: its role in the plan, and the two names."""

    def __init__(self, bord: Arbeidsbord, vakt: Skrivevakt) -> None:
        super().__init__()
        self._bord, self._vakt = bord, vakt
        self._tema, self._t = bord.verktoey.tema, bord.verktoey.tekster
        self._felter: dict[tuple[str, str], Skrivefelt] = {}
        helt = QVBoxLayout(self)
        helt.setContentsMargins(0, 0, 0, 0)
        helt.setSpacing(self._tema.px(8))
        helt.addWidget(Etikett(self._t("gjeldende.nivaa.tittel"), self._tema, Trinn.AVSNITT))
        om = Etikett(self._t("gjeldende.nivaa.om"), self._tema, Trinn.TABELL, rolle="dempet", brytes=True)
        helt.addWidget(om)
        self._rutenett = QGridLayout()
        self._rutenett.setHorizontalSpacing(self._tema.px(12))
        self._rutenett.setColumnStretch(1, 1)
        self._rutenett.setColumnStretch(2, 1)
        helt.addLayout(self._rutenett)
        for kolonne, navn in ((1, "entall"), (2, "flertall")):
            hode = Etikett(self._t(f"gjeldende.nivaa.{navn}"), self._tema, Trinn.ETIKETT, rolle="dempet")
            self._rutenett.addWidget(hode, 0, kolonne)

    def vis(self, nivaaer: tuple[Nivaavalg, ...], *, fersk: bool) -> None:
        """Show the levels; a new one gets a line of its own."""
        for nivaa in nivaaer:
            if (nivaa.id, "entall") not in self._felter:
                self._ny_linje(nivaa)
            for navn, tekst in (("entall", nivaa.entall), ("flertall", nivaa.flertall)):
                lagre = partial(self._lagre, nivaa.id, navn)
                self._felter[nivaa.id, navn].sett(f"{nivaa.id}/{navn}", tekst, lagre, fersk=fersk)

    def _lagre(self, nivaa: str, navn: str, nytt: str) -> Svar[object]:
        return self._bord.utfoer(oppdater_plannivaa, nivaa=nivaa, **{navn: nytt})

    def skriv_ned(self) -> None:
        """Send what has not been sent."""
        for felt in self._felter.values():
            felt.skriv_ned()

    def _ny_linje(self, nivaa: Nivaavalg) -> None:
        linje, rolle = self._rutenett.rowCount(), self._t(f"gjeldende.rolle.{nivaa.rolle}")
        self._rutenett.addWidget(Etikett(rolle, self._tema, Trinn.TABELL), linje, 0)
        for kolonne, navn in ((1, "entall"), (2, "flertall")):
            hva = self._t("gjeldende.nivaa.felt", rolle=rolle, tall=self._t(f"gjeldende.nivaa.{navn}"))
            felt = Skrivefelt(hva, self._vakt, self._tema, Trinn.LISTE)
            felt.setReadOnly(not self._bord.kan_endres)
            self._felter[nivaa.id, navn] = felt
            self._rutenett.addWidget(felt, linje, kolonne)
