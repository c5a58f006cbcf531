"""What happens when something in Verksted is wrong: the details go to a file, the user gets a sentence."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from verksted.kjerne.feil import RessursMangler
from verksted.kjerne.klokke import Systemklokke, lokal

if TYPE_CHECKING:
    import threading
    from pathlib import Path
    from types import TracebackType

    from verksted.kjerne.tekster import Tekster

_AVBRUTT: Final = 130  # what a shell says of a program stopped with Ctrl+C


class SisteSkanse:
    """Hands what nothing else caught to sys.excepthook, and goes on: the bundle would add English words of its own."""

    def __init__(self) -> None:
        self.utgang = 1

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(
        self, slag: type[BaseException] | None, feil: BaseException | None, spor: TracebackType | None
    ) -> bool:
        if slag is None or feil is None:
            return False
        sys.excepthook(slag, feil, spor)
        self.utgang = _AVBRUTT if issubclass(slag, KeyboardInterrupt) else 1
        return True


class Krasjvakt:
    """What happens when something here is wrong: the details go to a file, the user gets a sentence."""

    def __init__(self, tekster: Tekster, mappe: Path) -> None:
        self._tekster = tekster
        self._mappe = mappe / "feil"

    def __call__(self, slag: type[BaseException], _feil: BaseException, spor: TracebackType | None) -> None:
        """Tell the user; the signature is that of sys.excepthook."""
        if issubclass(slag, KeyboardInterrupt):
            print(self._tekster("kommandolinje.feil.avbrutt"), file=sys.stderr)
            return
        try:
            setning = self._tekster("kommandolinje.feil.program", fil=self._skriv(slag, spor))
        except RessursMangler as mangler:  # without the catalogues, the names are all the words there are
            setning = f"{type(mangler).__name__}: {mangler}"
        except OSError:  # no place to write it: the user needs the sentence all the more
            setning = self._tekster("kommandolinje.feil.program_uten_fil")
        print(setning, file=sys.stderr)

    def i_traad(self, krasj: threading.ExceptHookArgs) -> None:
        """Take the same road for what goes wrong in another thread."""
        self(krasj.exc_type, krasj.exc_value or krasj.exc_type(), krasj.exc_traceback)

    def _skriv(self, slag: type[BaseException], spor: TracebackType | None) -> Path:
        """Write where it went wrong; never the error's own words, which may hold a note or a name."""
        from traceback import extract_tb

        self._mappe.mkdir(parents=True, exist_ok=True)
        fil = self._mappe / f"{lokal(Systemklokke().naa()):%Y-%m-%d-%H%M%S}.txt"
        linjer = [f"{ramme.filename}:{ramme.lineno} {ramme.name}" for ramme in extract_tb(spor)]
        fil.write_text("\n".join([slag.__name__, *linjer, ""]), encoding="utf-8")
        return fil
