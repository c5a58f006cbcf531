"""What the window remembers between starts: an ini file in the working folder, so that a portable program keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QByteArray, QSettings

from verksted.kjerne.tekster import MAALFORMER
from verksted.vindu.utseende.tema import Temavalg

if TYPE_CHECKING:
    from pathlib import Path

    from verksted.kjerne.tekster import Maalform


class Innstillinger:
    """Window state and the user's choices; what cannot be read is as if it were never set."""

    def __init__(self, fil: Path) -> None:
        self._q = QSettings(str(fil), QSettings.Format.IniFormat)

    @property
    def spraak(self) -> Maalform:
        """The window's language."""
        valgt = self._q.value("vindu/spraak", "nb")
        return next((m for m in MAALFORMER if m == valgt), "nb")

    @spraak.setter
    def spraak(self, maalform: Maalform) -> None:
        self._q.setValue("vindu/spraak", maalform)

    @property
    def tema(self) -> Temavalg:
        """The theme, `system` to follow it."""
        valgt = self._q.value("vindu/tema", "system")
        return next((v for v in get_args(Temavalg) if v == valgt), "system")

    @tema.setter
    def tema(self, valg: Temavalg) -> None:
        self._q.setValue("vindu/tema", valg)

    @property
    def zoom(self) -> int:
        """The size in per cent, 100 to 200."""
        verdi = str(self._q.value("vindu/zoom", "100"))
        return min(200, max(100, int(verdi))) if verdi.isdecimal() else 100

    @zoom.setter
    def zoom(self, zoom: int) -> None:
        self._q.setValue("vindu/zoom", zoom)

    @property
    def geometri(self) -> QByteArray:
        """Where the window was."""
        verdi = self._q.value("vindu/geometri")
        return verdi if isinstance(verdi, QByteArray) else QByteArray()

    @geometri.setter
    def geometri(self, geometri: QByteArray) -> None:
        self._q.setValue("vindu/geometri", geometri)

    def side(self, fil: Path) -> str:
        """Return the page that was in front when this file was last closed."""
        return str(self._q.value(f"side/{_noekkel(fil)}", "oversikt"))

    def husk_side(self, fil: Path, noekkel: str) -> None:
        """Remember the page in front of this file."""
        self._q.setValue(f"side/{_noekkel(fil)}", noekkel)

    @property
    def nylige_valg(self) -> list[str]:
        """The commands used last in the palette."""
        verdi = str(self._q.value("palett/nylige", ""))
        return [noekkel for noekkel in verdi.split(" ") if noekkel]

    @nylige_valg.setter
    def nylige_valg(self, noekler: list[str]) -> None:
        self._q.setValue("palett/nylige", " ".join(noekler[:8]))

    def lagre(self) -> None:
        """Write the file now."""
        self._q.sync()


def _noekkel(fil: Path) -> str:
    return fil.stem.encode("ascii", "replace").decode("ascii").replace("/", "_").replace("?", "_")
