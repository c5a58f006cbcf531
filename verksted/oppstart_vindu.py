"""Composition of the window: paints the start page first, loads the rest in another thread, hands down callables."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QLockFile, QTimer
from PySide6.QtWidgets import QApplication

from verksted.kjerne.klokke import Systemklokke, lokal
from verksted.vindu.ramme.bakgrunn import Bakgrunn
from verksted.vindu.ramme.dialoger import Qtdialoger
from verksted.vindu.ramme.hovedvindu import Hovedvindu
from verksted.vindu.ramme.innstillinger import Innstillinger
from verksted.vindu.ramme.tilgang import Tilgang
from verksted.vindu.ramme.verktoey import Verktoey
from verksted.vindu.start.sistbrukt import Sistliste
from verksted.vindu.utseende.fokusring import Fokusring
from verksted.vindu.utseende.ikoner import Ikoner
from verksted.vindu.utseende.spraak import Spraak
from verksted.vindu.utseende.tema import Tema

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    Eksempellager = Callable[[Path, "Maalform"], None]

    from verksted.kjerne.feil import VerkstedFeil
    from verksted.kjerne.klokke import Klokke
    from verksted.kjerne.tekster import Maalform, Tekster
    from verksted.lager.filsoek import Filsoek
    from verksted.lager.prosessfil import Prosessfil
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord
    from verksted.vindu.ramme.bakgrunn import Fremdrift
    from verksted.vindu.ramme.dialoger import Dialoger
    from verksted.vindu.ramme.kontrakt import AapenProsess, Rammevisning, Treff
    from verksted.vindu.ramme.prosessramme import Sidefabrikk
    from verksted.vindu.ramme.senere import Senere
    from verksted.vindu.start.malkort import Malkort
    from verksted.vindu.start.nydialog import Nyprosess

_INNSTILLINGER: Final = "vindu.ini"
_SISTLISTE: Final = "sist-brukt.json"
_VINDUSLAAS: Final = "vindu.laas"
_AKTOER: Final = "prosessleder"


class Program:
    """Everything the window is made of, for as long as it lives."""

    def __init__(
        self,
        app: QApplication,
        mappe: Path,
        *,
        klokke: Klokke | None = None,
        dialoger: Dialoger | None = None,
        maalform: Maalform | None = None,
        lag_eksempel: Eksempellager,
    ) -> None:
        self._eksempelet = lag_eksempel
        self.innstillinger = Innstillinger(mappe / _INNSTILLINGER)
        tema = Tema(app, valg=self.innstillinger.tema, zoom=self.innstillinger.zoom)
        self.fokusring = Fokusring(app, tema)
        self.verktoey = Verktoey(
            spraak=Spraak(app, maalform or self.innstillinger.spraak),
            tema=tema,
            ikoner=Ikoner(tema),
            klokke=klokke or Systemklokke(),
            bakgrunn=Bakgrunn(),
            dialoger=dialoger or Qtdialoger(),
            si_feil=_setning,
        )
        self._mappe = mappe
        self._soeket: Filsoek | None = None
        self.vindu = Hovedvindu(self.verktoey, self._tilgang(), self.innstillinger, _sistliste(mappe))
        self.vindu.lukket_prosess.connect(self._slipp_soeket)

    def steng(self) -> None:
        """Let the threads end, and the program's own marks on the application with them."""
        self._slipp_soeket()
        self.verktoey.bakgrunn.steng()
        self.verktoey.spraak.slipp()
        self.fokusring.slipp()
        self.verktoey.tema.slipp()

    def _tilgang(self) -> Tilgang:
        return Tilgang(
            forbered=_forbered,
            senere=_senere,
            versjon=_versjon,
            lesbare=_lesbare,
            sider=_sidene,
            aapne=self._aapne,
            opprett=self._opprett,
            lag_eksempel=self._lag_eksempel,
            maler=_malene,
            rammevisning=lambda sesjon, tekster: _rammevisning(sesjon, tekster, self.verktoey.klokke),
            soek=self._soek,
            les_inn=_les_inn,
        )

    # -- in other threads ---------------------------------------------------------------------------------------

    def _aapne(self, sti: Path, bare_les: bool) -> AapenProsess:  # noqa: FBT001 - as Tilgang has it
        from verksted.lager.prosessfil import Prosessfil

        return self._med_soek(
            Prosessfil.aapne(
                sti, arbeidsmappe=self._mappe, klokke=self.verktoey.klokke, autolagring=True, bare_les=bare_les
            )
        )

    def _opprett(self, ny: Nyprosess, sti: Path) -> AapenProsess:
        from verksted.handlinger.maler import finn_mal
        from verksted.handlinger.prosess import opprett_prosess
        from verksted.lager.prosessfil import Prosessfil

        mal, _ = finn_mal(ny.mal, ny.maalform)
        fil = Prosessfil.opprett(sti, arbeidsmappe=self._mappe, klokke=self.verktoey.klokke, autolagring=True)
        try:
            fil.utfoer(opprett_prosess, _AKTOER, mal=mal, kommune=ny.kommune, navn=ny.navn, valgperiode=ny.valgperiode)
        except BaseException:
            fil.lukk()
            sti.unlink(missing_ok=True)
            raise
        return self._med_soek(fil)

    def _med_soek(self, fil: Prosessfil) -> Prosessfil:
        """Return the file, with the index of its words being built beside it."""
        from verksted.lager.filsoek import Filsoek

        self._slipp_soeket()
        self._soeket = Filsoek(fil)
        return fil

    def _soek(self, _sesjon: Any, letes: str) -> Sequence[Treff]:  # noqa: ANN401 - the session of lager
        from verksted.vindu.soek.treffrad import som_treff

        return som_treff(self._soeket.finn(letes), letes) if self._soeket is not None else ()

    def _slipp_soeket(self) -> None:
        soeket, self._soeket = self._soeket, None
        if soeket is not None:
            soeket.lukk()

    def _lag_eksempel(self, fremdrift: Fremdrift, maalform: Maalform) -> Path:
        """Return the example in the working folder, played through anew where it is not there yet."""
        sti = self._mappe / "eksempel" / f"lindvaer-{maalform}.verksted"
        if not sti.is_file():
            sti.parent.mkdir(parents=True, exist_ok=True)
            fremdrift.meld(0)
            self._eksempelet(sti, maalform)
        return sti


def aapne_vindu(argv: Sequence[str], mappe: Path, *, lag_eksempel: Eksempellager) -> int:
    """Show the window, then open the file that was asked for; return the exit code.

    Where a window is already open, it is given the file instead.
    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Verksted")
    laas = QLockFile(str(mappe / _VINDUSLAAS))
    laas.setStaleLockTime(0)  # held for as long as its program lives
    if not laas.tryLock(0) and _gi_fra_seg(mappe, argv):
        return 0
    program = Program(app, mappe, lag_eksempel=lag_eksempel)
    program.vindu.show()
    QTimer.singleShot(0, program.vindu, lambda: _etter_foerste_bilde(program, mappe, argv))
    try:
        return int(app.exec())
    finally:
        program.steng()
        laas.unlock()


def _gi_fra_seg(mappe: Path, argv: Sequence[str]) -> bool:
    from verksted.vindu.ramme.enebruk import gi_til_den_foerste

    return gi_til_den_foerste(mappe, str(Path(argv[0]).resolve()) if argv else "")


def _etter_foerste_bilde(program: Program, mappe: Path, argv: Sequence[str]) -> None:
    import gc

    from verksted.vindu.ramme.krasjmelder import Krasjmelder

    gc.enable()
    krasjmelder = Krasjmelder(program.vindu, sys.excepthook)
    sys.excepthook = krasjmelder
    threading.excepthook = lambda krasj: krasjmelder(
        krasj.exc_type, krasj.exc_value or krasj.exc_type(), krasj.exc_traceback
    )
    program.vindu.etter_foerste_bilde()
    if argv:
        program.vindu.aapne(Path(argv[0]))
    from verksted.vindu.ramme.enebruk import Doer

    doer = Doer(mappe, program.vindu)
    doer.kom.connect(program.vindu.kom_fram)


def _setning(feil: VerkstedFeil, tekster: Tekster) -> str:
    from verksted.kommandolinje.feilsetning import feilsetning

    return feilsetning(feil, tekster)


def _lesbare(data: Mapping[str, object], tekster: Tekster) -> Mapping[str, object]:
    from verksted.kommandolinje.feilsetning import lesbare

    return lesbare(data, tekster)


def _sistliste(mappe: Path) -> Sistliste:
    fil = mappe / _SISTLISTE

    def les() -> str:
        try:
            return fil.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):  # none yet, or not ours: a convenience, never in the way
            return ""

    def skriv(tekst: str) -> None:
        from contextlib import suppress

        from verksted.lager.smaafil import skriv_smaafil

        with suppress(OSError):
            skriv_smaafil(fil, tekst)

    return Sistliste(les, skriv)


def _forbered() -> None:
    """Load what the pages stand on, off the window's thread."""
    from importlib import import_module

    _senere()
    for rom in ("lager.prosessfil", "oppstart_sider", "vindu.oversikt.rammevisning", "vindu.oversikt.side"):
        import_module(f"verksted.{rom}")


def _senere() -> Senere:
    from verksted.vindu.ramme.hjelpepanel import Hjelpepanel
    from verksted.vindu.ramme.palett import Palett
    from verksted.vindu.ramme.prosessramme import Prosessramme
    from verksted.vindu.ramme.senere import Senere
    from verksted.vindu.ramme.tastevindu import Omvindu, Tastevindu
    from verksted.vindu.start.nydialog import Nydialog

    return Senere(
        prosessramme=Prosessramme,
        palett=Palett,
        hjelpepanel=Hjelpepanel,
        tastevindu=Tastevindu,
        omvindu=Omvindu,
        nydialog=Nydialog,
    )


def _versjon() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("verksted")
    except PackageNotFoundError:  # the bundle carries no metadata of its own
        return ""


def _les_inn(bord: Arbeidsbord, forelder: QWidget, sti: Path) -> object:
    from verksted.oppstart_sider import les_inn

    return les_inn(bord, forelder, sti, "")


def _sidene() -> Sidefabrikk:
    from verksted.oppstart_sider import SIDER

    return SIDER


def _malene(maalform: Maalform) -> Sequence[Malkort]:
    from verksted.innlesing.maler.mal import les_malmappe
    from verksted.kjerne.stier import mal
    from verksted.vindu.start.malkort import Malkort

    return tuple(
        Malkort(
            noekkel=en.noekkel,
            tittel=en.tittel,
            beskrivelse=en.beskrivelse.partition(". ")[0].rstrip(".") + ".",
            verksteder=len(en.verksteder),
        )
        for en in les_malmappe(mal("prosesser"), maalform).maler
    )


def _rammevisning(sesjon: Any, tekster: Tekster, klokke: Klokke) -> Rammevisning:  # noqa: ANN401 - lager's session
    from verksted.lager.spoerringer.oversikt import hent_oversikt
    from verksted.vindu.oversikt.rammevisning import bygg_rammevisning

    return bygg_rammevisning(hent_oversikt(sesjon), tekster, lokal(klokke.naa()).date())
