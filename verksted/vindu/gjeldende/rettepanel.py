"""The chosen element: what the reader thought it was, where it found it, and everything that puts it right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from verksted.handlinger.plantre import rett_planelement
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.deler.knapp import Knapp
from verksted.vindu.deler.rullefri import Rullefritt
from verksted.vindu.gjeldende.radbilde import sikkerhetssetning
from verksted.vindu.plan.flytrad import Flytrad
from verksted.vindu.plan.skrivefelt import Skrivefelt
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.vindu.plan.skrivevakt import Skrivevakt
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord
    from verksted.visning.gjeldende import Gjeldenderad
    from verksted.visning.plantre import Nivaavalg

VALG = (
    ("bekreft", "check"),
    ("bekreft_grenen", "list-plus"),
    ("slaa_sammen", "arrow-up"),
    ("fjern", "trash"),
)
STEG = (("opp", "arrow-up"), ("ned", "arrow-down"), ("inn", "caret-right"), ("ut", "caret-left"))


class Rettepanel(QWidget):
    """Signals: `valgt` with a key of `VALG`, `flytt` with `opp`, `ned`, `inn` or `ut`."""

    valgt = Signal(str)
    flytt = Signal(str)

    def __init__(self, bord: Arbeidsbord, vakt: Skrivevakt) -> None:
        super().__init__()
        self._bord = bord
        tema, t, px = bord.verktoey.tema, bord.verktoey.tekster, bord.verktoey.tema.px
        self._t = t
        self._rad: Gjeldenderad | None = None
        self._nivaaer: tuple[Nivaavalg, ...] = ()
        self._tittel = Etikett("", tema, Trinn.OBJEKT, brytes=True)
        self._sikkerhet = Etikett("", tema, Trinn.LISTE, brytes=True)
        self._sted = Etikett("", tema, Trinn.TABELL, rolle="dempet", brytes=True)
        self.tittel = Skrivefelt(t("gjeldende.felt.tittel"), vakt, tema, Trinn.KROPP_HALVFET)
        self.tekst = Skrivefelt(t("gjeldende.felt.tekst"), vakt, tema, Trinn.KROPP, linjer=2)
        self.nivaa = Rullefritt(t("gjeldende.felt.nivaa"))
        self.nivaa.setFont(tema.skrift(Trinn.LISTE))
        self.nivaa.activated.connect(self._sett_nivaa)
        self.knapper = {
            noekkel: Knapp(
                t(f"gjeldende.valg.{noekkel}"),
                tema,
                slag="kant" if noekkel == "bekreft" else "tekst",
                liten=True,
                ikon=(bord.verktoey.ikoner, ikon),
            )
            for noekkel, ikon in VALG
        }
        steg = {
            retning: Knapp(
                t(f"gjeldende.flytt.{retning}"), tema, slag="tekst", liten=True, ikon=(bord.verktoey.ikoner, ikon)
            )
            for retning, ikon in STEG
        }
        for noekkel, knapp in self.knapper.items():
            knapp.setToolTip(t(f"gjeldende.tips.{noekkel}"))
            knapp.clicked.connect(lambda _=False, noekkel=noekkel: self.valgt.emit(noekkel))
        for retning, knapp in steg.items():
            knapp.clicked.connect(lambda _=False, retning=retning: self.flytt.emit(retning))
        helt = QVBoxLayout(self)
        helt.setContentsMargins(0, 0, 0, 0)
        helt.setSpacing(px(10))
        for widget in (self._tittel, self._sikkerhet, self._sted):
            helt.addWidget(widget)
        helt.addWidget(self._rekke(tuple(self.knapper.values())))
        for felt, navn in ((self.nivaa, "nivaa"), (self.tittel, "tittel"), (self.tekst, "tekst")):
            helt.addWidget(Etikett(t(f"gjeldende.felt.{navn}"), tema, Trinn.ETIKETT))
            helt.addWidget(felt)
        helt.addWidget(self._rekke(tuple(steg.values())))
        for skrivefelt in (self.tittel, self.tekst):
            skrivefelt.setReadOnly(not bord.kan_endres)
        for en in (self.nivaa, *self.knapper.values(), *steg.values()):
            en.setEnabled(bord.kan_endres)

    def _rekke(self, knapper: Sequence[Knapp]) -> QWidget:
        flate = QWidget()
        rad = Flytrad(self._bord.verktoey.tema.px(8))
        flate.setLayout(rad)
        for knapp in knapper:
            rad.addWidget(knapp)
        return flate

    def vis(self, rad: Gjeldenderad, nivaaer: tuple[Nivaavalg, ...], *, fersk: bool) -> bool:
        """Show an element; return False where words being typed were left standing."""
        t, bord, kode = self._t, self._bord, rad.kode
        self._rad = rad
        self._tittel.setText(f"{rad.kode}  {rad.tittel}".strip())
        self._sikkerhet.setText(sikkerhetssetning(t, rad))
        self._sikkerhet.sett_rolle("varsel" if rad.usikker else "vanlig")
        self._sted.setText(t("gjeldende.sted", sted=rad.sted) if rad.sted else t("gjeldende.uten_sted"))
        if nivaaer != self._nivaaer:
            self._nivaaer = nivaaer
            self.nivaa.clear()
            for nivaa in nivaaer:
                rolle = t(f"gjeldende.rolle.{nivaa.rolle}")
                navn = nivaa.entall[:1].upper() + nivaa.entall[1:]
                like = rolle.casefold() == navn.casefold()
                self.nivaa.addItem(navn if like else t("gjeldende.nivaavalg", navn=navn, rolle=rolle), nivaa.id)
        self.nivaa.setCurrentIndex(self.nivaa.findData(rad.nivaa_id))
        self.knapper["bekreft"].setVisible(rad.sikkerhet_bp is not None)
        grenen = any(en.sikkerhet_bp is not None for barn in rad.barn for en in barn.alle())
        self.knapper["bekreft_grenen"].setVisible(grenen)
        tittel = self.tittel.sett(
            f"{kode}/tittel",
            rad.tittel,
            lambda ny: bord.utfoer(rett_planelement, element=kode, tittel=ny),
            fersk=fersk,
        )
        tekst = self.tekst.sett(
            f"{kode}/tekst", rad.tekst, lambda ny: bord.utfoer(rett_planelement, element=kode, tekst=ny), fersk=fersk
        )
        return tittel and tekst

    def skriv_ned(self) -> None:
        """Send what has not been sent."""
        self.tittel.skriv_ned()
        self.tekst.skriv_ned()

    def ta_fokus(self) -> None:
        """Take the keyboard, in the title."""
        self.tittel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sett_nivaa(self, nummer: int) -> None:
        if self._rad is not None and self.nivaa.itemData(nummer) != self._rad.nivaa_id:
            self._bord.utfoer(rett_planelement, element=self._rad.kode, nivaa=self.nivaa.itemData(nummer))
