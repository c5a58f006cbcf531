"""A slot that raises is caught here, once, and told kindly, with a report that holds no note and no name."""

from __future__ import annotations

import platform
from collections.abc import Callable
from traceback import extract_tb
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from verksted.kjerne.feil import KjentFeil
from verksted.vindu.ramme.dialoger import Spoersmaal

if TYPE_CHECKING:
    from types import TracebackType

    from verksted.vindu.ramme.vindu import Vindu

Krok = Callable[[type[BaseException], BaseException, "TracebackType | None"], object]


class Krasjmelder:
    """Stands where sys.excepthook was: `forrige` still gets it, and the window tells the user.

    A KjentFeil that nobody took stands in the banner, as every other. What goes wrong while the dialog is up is not
    told again.
    """

    def __init__(self, vindu: Vindu, forrige: Krok) -> None:
        self._vindu = vindu
        self._forrige = forrige
        self._sies = False

    def __call__(self, slag: type[BaseException], feil: BaseException, spor: TracebackType | None) -> None:
        """Tell the user; may be called in any thread."""
        if isinstance(feil, KjentFeil):
            self._vindu.verktoey.bakgrunn.feilet.emit(feil)
            return
        self._forrige(slag, feil, spor)
        if issubclass(slag, Exception) and not self._sies:
            self._sies = True
            tekst = rapport(slag, spor, self._vindu.tilgang.versjon())
            self._vindu.verktoey.bakgrunn.send(lambda: self._si(tekst))

    def _si(self, tekst: str) -> None:
        t = self._vindu.verktoey.tekster
        spoersmaal = Spoersmaal(
            tittel=t("ramme.krasj.tittel"),
            setning=t("ramme.krasj.setning"),
            svar=(("videre", t("ramme.krasj.videre")), ("kopier", t("ramme.krasj.kopier"))),
            detaljer=tekst,
            alvorlig=True,
        )
        if self._vindu.verktoey.dialoger.spoer(self._vindu.widget, spoersmaal) == "kopier":
            QGuiApplication.clipboard().setText(tekst)
        self._sies = False


def rapport(slag: type[BaseException], spor: TracebackType | None, versjon: str) -> str:
    """Return where it went wrong; never the error's own words, which may hold a note or a name."""
    hvor = [f"{ramme.filename}:{ramme.lineno} {ramme.name}" for ramme in extract_tb(spor)]
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}, Qt {qVersion()}"
    return "\n".join((f"Verksted {versjon}", system, slag.__name__, *hvor))
