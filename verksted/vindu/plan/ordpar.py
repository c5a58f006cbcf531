"""Gjeldende beside forslag: paper at the left, what you write in at the right, the changed words marked in both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from verksted.handlinger.plan import skriv_forslag
from verksted.regler.endringsmerking import Endringsmerking, Strekning, merk_endringer
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.plan.papir import Papir
from verksted.vindu.plan.skrivefelt import Skrivefelt
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from verksted.vindu.plan.skrivevakt import Skrivevakt
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord
    from verksted.visning.planblad import Planblad

ETTER_TAST: Final = 150  # ms: the marks follow the words a little behind, so that typing is never held up
UNDER_HVERANDRE: Final = 560


class Ordpar(QWidget):
    """Signals: `neste_endring` with 1 or -1 from a field, `si` with what a change is, `nye_ord` when a title grew."""

    neste_endring = Signal(int)
    si = Signal(str)

    def __init__(self, bord: Arbeidsbord, vakt: Skrivevakt) -> None:
        super().__init__()
        self._bord = bord
        self._tema = tema = bord.verktoey.tema
        self._t = t = bord.verktoey.tekster
        self._blad: Planblad | None = None
        self._merking = (Endringsmerking(), Endringsmerking())
        self._papirhode = Etikett(t("plan.gjeldende"), tema, Trinn.ETIKETT)
        self.papir = Papir(t("plan.gjeldende_felt"), tema)
        self.tittel = Skrivefelt(t("plan.tittel_felt"), vakt, tema, Trinn.KROPP_HALVFET)
        self.tekst = Skrivefelt(t("plan.tekst_felt"), vakt, tema, Trinn.KROPP, linjer=4)
        for felt in (self.tittel, self.tekst):
            felt.skrevet.connect(self._skrevet)
            felt.neste_endring.connect(self.neste_endring)
        self.tittel.setPlaceholderText(t("plan.tittel_felt"))
        self.tekst.setPlaceholderText(t("plan.tekst_tom"))
        self._venstre, self._hoeyre = QWidget(), QWidget()
        venstre = self._kolonne(self._venstre, self._papirhode)
        venstre.addWidget(self.papir)
        venstre.addStretch(1)
        hoeyre = self._kolonne(self._hoeyre, Etikett(t("plan.forslag"), tema, Trinn.ETIKETT))
        hoeyre.addWidget(self.tittel)
        hoeyre.addWidget(self.tekst)
        hoeyre.addStretch(1)
        self._rad = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rad.setContentsMargins(0, 0, 0, 0)
        self._rad.setSpacing(tema.px(28))
        self._rad.addWidget(self._venstre, 1)
        self._rad.addWidget(self._hoeyre, 1)
        self._vent = QTimer(self)
        self._vent.setSingleShot(True)
        self._vent.setInterval(ETTER_TAST)
        self._vent.timeout.connect(self._finn_endringer)

    def _kolonne(self, flate: QWidget, hode: Etikett) -> QVBoxLayout:
        kolonne = QVBoxLayout(flate)
        kolonne.setContentsMargins(0, 0, 0, 0)
        kolonne.setSpacing(self._tema.px(8))
        kolonne.addWidget(hode)
        return kolonne

    # -- what it shows ------------------------------------------------------------------------------------------

    def vis(self, blad: Planblad, aar: int | None, *, fersk: bool) -> bool:
        """Show both wordings; return False where words being typed were left standing."""
        ny = self._blad is None or self._blad.kode != blad.kode
        self._blad = blad
        t, kode, bord = self._t, blad.kode, self._bord
        self._papirhode.setText(t("plan.gjeldende_aar", aar=aar) if aar else t("plan.gjeldende"))
        self._venstre.setVisible(blad.har_gjeldende)
        laast = blad.utgaar or not bord.kan_endres
        for felt in (self.tittel, self.tekst):
            felt.setReadOnly(laast)
        self._hoeyre.setVisible(not blad.utgaar)
        tittel = self.tittel.sett(
            f"{kode}/tittel",
            blad.forslag_tittel,
            lambda ny: bord.utfoer(skriv_forslag, element=kode, forslag_tittel=ny),
            fersk=fersk,
        )
        tekst = self.tekst.sett(
            f"{kode}/tekst",
            blad.forslag_tekst,
            lambda ny: bord.utfoer(skriv_forslag, element=kode, forslag_tekst=ny),
            fersk=fersk,
        )
        if ny:
            self._merk((Endringsmerking(), Endringsmerking()))
        self._finn_endringer()
        return tittel and tekst

    def skriv_ned(self) -> None:
        """Send what has not been sent."""
        self.tittel.skriv_ned()
        self.tekst.skriv_ned()

    def _skrevet(self) -> None:
        self._vent.start()

    def _finn_endringer(self) -> None:
        """Compare in another thread: forty thousand characters take a while."""
        blad = self._blad
        if blad is None:
            return
        if blad.utgaar:
            self._merk((_hele(blad.gjeldende_tittel), _hele(blad.gjeldende_tekst)))
            return
        if not blad.har_gjeldende:
            self._merk((Endringsmerking(), Endringsmerking()))
            return
        tittel, tekst = self.tittel.toPlainText(), self.tekst.toPlainText()

        def sammenlign() -> tuple[Endringsmerking, Endringsmerking]:
            return merk_endringer(blad.gjeldende_tittel, tittel), merk_endringer(blad.gjeldende_tekst, tekst)

        def ferdig(merking: tuple[Endringsmerking, Endringsmerking]) -> None:
            naa = (self.tittel.toPlainText(), self.tekst.toPlainText())
            if self._blad is not None and self._blad.kode == blad.kode and naa == (tittel, tekst):
                self._merk(merking)

        self._bord.verktoey.bakgrunn.i_traad(sammenlign).da(ferdig)

    def _merk(self, merking: tuple[Endringsmerking, Endringsmerking]) -> None:
        blad = self._blad
        if blad is None:
            return
        self._merking = (i_tittel, i_tekst) = merking
        self.papir.vis(blad.gjeldende_tittel, blad.gjeldende_tekst, i_tittel.borte, i_tekst.borte)
        self.tittel.merk(i_tittel.nye)
        self.tekst.merk(i_tekst.nye)
        borte = [blad.gjeldende_tittel[s.fra : s.til] for s in i_tittel.borte]
        borte += [blad.gjeldende_tekst[s.fra : s.til] for s in i_tekst.borte]
        self.papir.setAccessibleDescription(self._oppramset("plan.lest.borte", borte))
        for felt, del_ in ((self.tittel, i_tittel), (self.tekst, i_tekst)):
            ord_ = felt.toPlainText()
            felt.setAccessibleDescription(self._oppramset("plan.lest.nytt", [ord_[s.fra : s.til] for s in del_.nye]))

    def _oppramset(self, noekkel: str, ord_: list[str]) -> str:
        return self._t(noekkel, ord="», «".join(ord_)) if ord_ else self._t("plan.lest.ingen")

    # -- from change to change ----------------------------------------------------------------------------------

    def gaa(self, retning: int, *, fra_kanten: bool = False) -> bool:
        """Go to the next change (-1: the one before), from the edge when just come here; False past the last."""
        steder = [(self.tittel, s) for s in self._merking[0].nye] + [(self.tekst, s) for s in self._merking[1].nye]
        if not self._hoeyre.isVisibleTo(self):
            return False
        naa = -1 if retning > 0 else len(steder)
        if not fra_kanten:
            felt = self.tekst if self.tekst.hasFocus() else self.tittel if self.tittel.hasFocus() else None
            if felt is not None:
                sted = felt.textCursor().selectionStart()
                foran = [
                    nr for nr, (f, s) in enumerate(steder) if _er_foer(f is self.tekst, s, felt is self.tekst, sted)
                ]
                paa = [nr for nr, (f, s) in enumerate(steder) if f is felt and s.fra == sted]
                naa = paa[0] if paa else (foran[-1] if foran else -1) if retning > 0 else (len(foran))
        neste = naa + retning
        if not 0 <= neste < len(steder):
            return False
        felt, strekning = steder[neste]
        felt.velg(strekning)
        setning = self._t("plan.lest.nytt", ord=felt.toPlainText()[strekning.fra : strekning.til])
        self.si.emit(setning)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(felt, setning))
        return True

    def resizeEvent(self, hendelse: QResizeEvent) -> None:
        """Stand under each other where there is no room for two columns."""
        super().resizeEvent(hendelse)
        smal = hendelse.size().width() < self._tema.px(UNDER_HVERANDRE)
        retning = QBoxLayout.Direction.TopToBottom if smal else QBoxLayout.Direction.LeftToRight
        if retning != self._rad.direction():
            self._rad.setDirection(retning)

    def ta_fokus(self) -> None:
        """Take the keyboard, with the title chosen: it is to be written over."""
        self.tittel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tittel.selectAll()


def _hele(tekst: str) -> Endringsmerking:
    return Endringsmerking(borte=(Strekning(0, len(tekst)),) if tekst else ())


def _er_foer(i_teksten: bool, strekning: Strekning, peker_i_teksten: bool, sted: int) -> bool:  # noqa: FBT001
    """Say whether a change comes before the cursor; the title comes before the text."""
    return (i_teksten, strekning.fra) < (peker_i_teksten, sted)
