"""Everything the window asks of a person in a dialog, behind one door: tests hand in their own answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QFileDialog, QMessageBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

Filtyper = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoersmaal:
    """A question with answers in words; the first is the safe one that Esc gives. `detaljer` can be copied."""

    tittel: str
    setning: str
    svar: tuple[tuple[str, str], ...]
    forvalg: str = ""
    detaljer: str = ""
    alvorlig: bool = False


class Dialoger(Protocol):
    """What can be asked. Paths are None, and answers the first one, when the user backs out."""

    def spoer(self, forelder: QWidget, spoersmaal: Spoersmaal) -> str:
        """Return the key of the answer."""
        ...

    def velg_fil(self, forelder: QWidget, tittel: str, typer: Filtyper) -> Path | None:
        """Return a file to open."""
        ...

    def velg_sted(self, forelder: QWidget, tittel: str, forslag: Path, typer: Filtyper) -> Path | None:
        """Return where to save."""
        ...

    def velg_mappe(self, forelder: QWidget, tittel: str, forslag: Path) -> Path | None:
        """Return a folder."""
        ...


class Qtdialoger:
    """The real ones: the system's own file dialogs, and message boxes with buttons in words."""

    def spoer(self, forelder: QWidget, spoersmaal: Spoersmaal) -> str:
        """Return the key of the answer."""
        boks = QMessageBox(forelder)
        boks.setIcon(QMessageBox.Icon.Warning if spoersmaal.alvorlig else QMessageBox.Icon.NoIcon)
        boks.setWindowTitle(spoersmaal.tittel)
        boks.setText(spoersmaal.tittel)
        boks.setInformativeText(spoersmaal.setning)
        boks.setDetailedText(spoersmaal.detaljer)
        knapper = {}
        for nummer, (noekkel, tekst) in enumerate(spoersmaal.svar):
            rolle = QMessageBox.ButtonRole.RejectRole if nummer == 0 else QMessageBox.ButtonRole.AcceptRole
            knapper[noekkel] = boks.addButton(tekst, rolle)
        trygg = spoersmaal.svar[0][0]
        boks.setEscapeButton(knapper[trygg])
        boks.setDefaultButton(knapper[spoersmaal.forvalg or trygg])
        boks.exec()
        valgt = boks.clickedButton()
        svar = next((noekkel for noekkel, knapp in knapper.items() if knapp is valgt), trygg)
        boks.deleteLater()
        return svar

    def velg_fil(self, forelder: QWidget, tittel: str, typer: Filtyper) -> Path | None:
        """Return a file to open."""
        valgt, _ = QFileDialog.getOpenFileName(forelder, tittel, "", _filter(typer))
        return Path(valgt) if valgt else None

    def velg_sted(self, forelder: QWidget, tittel: str, forslag: Path, typer: Filtyper) -> Path | None:
        """Return where to save, with the kind's own ending."""
        valgt, _ = QFileDialog.getSaveFileName(forelder, tittel, str(forslag), _filter(typer))
        if not valgt:
            return None
        sti, endelse = Path(valgt), typer[0][1].split()[0].lstrip("*")
        return sti if sti.suffix else sti.with_suffix(endelse)

    def velg_mappe(self, forelder: QWidget, tittel: str, forslag: Path) -> Path | None:
        """Return a folder."""
        valgt = QFileDialog.getExistingDirectory(forelder, tittel, str(forslag))
        return Path(valgt) if valgt else None


def _filter(typer: Filtyper) -> str:
    return ";;".join(f"{navn} ({endelser})" for navn, endelser in typer)
