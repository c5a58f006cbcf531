"""What a place rests on: politikk and fag beside each other, each with its own words and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from verksted.handlinger.plan import skriv_forslag
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.oppsett import toem
from verksted.vindu.plan.grunnflate import Grunnflate
from verksted.vindu.plan.kilderad import Kilderad
from verksted.vindu.plan.skrivefelt import Skrivefelt
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from verksted.vindu.plan.skrivevakt import Skrivevakt
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord
    from verksted.visning.planblad import Planblad, Punktgrunn
    from verksted.visning.planrader import KunnskapRad

UNDER_HVERANDRE = 560


class Grunner(QWidget):
    """Sources are shown; the two reasons are written here."""

    def __init__(self, bord: Arbeidsbord, vakt: Skrivevakt) -> None:
        super().__init__()
        self._bord = bord
        self._tema = tema = bord.verktoey.tema
        self._t = t = bord.verktoey.tekster
        self._vist: object = None
        self._politikk = Grunnflate("politikk", t("plan.politikk.tittel"), bord.verktoey)
        self._fag = Grunnflate("fag", t("plan.fag.tittel"), bord.verktoey)
        self.politikk = Skrivefelt(t("plan.politikk.felt"), vakt, tema, Trinn.LISTE, linjer=2)
        self.fag = Skrivefelt(t("plan.fag.felt"), vakt, tema, Trinn.LISTE, linjer=2)
        self._kilder_politikk, self._kilder_fag = QVBoxLayout(), QVBoxLayout()
        for flate, felt, kilder, hint in (
            (self._politikk, self.politikk, self._kilder_politikk, "plan.politikk.tom"),
            (self._fag, self.fag, self._kilder_fag, "plan.fag.tom"),
        ):
            felt.setPlaceholderText(t(hint))
            felt.setReadOnly(not bord.kan_endres)
            kilder.setSpacing(tema.px(10))
            flate.innhold.addWidget(felt)
            flate.innhold.addLayout(kilder)
        self._rad = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rad.setContentsMargins(0, 0, 0, 0)
        self._rad.setSpacing(tema.px(28))
        self._rad.addWidget(self._politikk, 1)
        self._rad.addWidget(self._fag, 1)

    def vis(self, blad: Planblad, *, fersk: bool) -> bool:
        """Show the grounds of a place; return False where words being typed were left standing."""
        kode, bord = blad.kode, self._bord
        politikk = self.politikk.sett(
            f"{kode}/politikk",
            blad.begrunnelse_politikk,
            lambda ny: bord.utfoer(skriv_forslag, element=kode, begrunnelse_politikk=ny),
            fersk=fersk,
        )
        fag = self.fag.sett(
            f"{kode}/fag",
            blad.begrunnelse_fag,
            lambda ny: bord.utfoer(skriv_forslag, element=kode, begrunnelse_fag=ny),
            fersk=fersk,
        )
        kilder = (blad.kode, blad.punkter, blad.innspill, blad.kunnskap)
        if kilder != self._vist:
            self._vist = kilder
            self._vis_kilder(blad)
        return politikk and fag

    def skriv_ned(self) -> None:
        """Send what has not been sent."""
        self.politikk.skriv_ned()
        self.fag.skriv_ned()

    def _vis_kilder(self, blad: Planblad) -> None:
        t, verktoey = self._t, self._bord.verktoey
        toem(self._kilder_politikk)
        toem(self._kilder_fag)
        for punkt in blad.punkter:
            rad = Kilderad(
                punkt.kode,
                punkt.tittel,
                self._om_punktet(punkt),
                verktoey,
                ordrett=punkt.innspill,
                knapp=t("plan.politikk.vis_ordene"),
                tung=True,
            )
            self._kilder_politikk.addWidget(rad)
        for innspill in blad.innspill:
            self._kilder_politikk.addWidget(Kilderad(innspill.kode, innspill.tekst, "", verktoey))
        if not blad.punkter and not blad.innspill:
            self._kilder_politikk.addWidget(self._ingen("plan.politikk.ingen"))
        for kunnskap in blad.kunnskap:
            rad = Kilderad(kunnskap.kode, kunnskap.tekst or kunnskap.tittel, self._om_kilden(kunnskap), verktoey)
            self._kilder_fag.addWidget(rad)
        if not blad.kunnskap:
            self._kilder_fag.addWidget(self._ingen("plan.fag.ingen"))

    def _ingen(self, noekkel: str) -> Etikett:
        return Etikett(self._t(noekkel), self._tema, Trinn.TABELL, rolle="dempet", brytes=True)

    def _om_punktet(self, punkt: Punktgrunn) -> str:
        t = self._t
        deler = [t(f"plan.behandling.{punkt.behandling or 'mangler'}")]
        antall = len(punkt.innspill)
        deler.append(f"{t.antall('plan.antall_innspill', antall)}, {t.antall('plan.antall_bord', punkt.antall_bord)}.")
        if punkt.merknad_fra:
            deler.append(t("plan.merknad_fra", lister=", ".join(punkt.merknad_fra)))
        return " ".join(deler)

    def _om_kilden(self, kunnskap: KunnskapRad) -> str:
        aar = str(kunnskap.aar) if kunnskap.aar else ""
        return ", ".join(del_ for del_ in (kunnskap.tittel if kunnskap.tekst else "", kunnskap.kilde, aar) if del_)

    def resizeEvent(self, hendelse: QResizeEvent) -> None:
        """Stand under each other where there is no room for two columns."""
        super().resizeEvent(hendelse)
        smal = hendelse.size().width() < self._tema.px(UNDER_HVERANDRE)
        retning = QBoxLayout.Direction.TopToBottom if smal else QBoxLayout.Direction.LeftToRight
        if retning != self._rad.direction():
            self._rad.setDirection(retning)
