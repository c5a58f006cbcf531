"""Files that may be dropped on the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

ENDELSE: Final = ".verksted"
INNLESBARE: Final = frozenset({".docx", ".xlsx", ".csv", ".json"})


def er_prosessfil(sti: Path) -> bool:
    """Say whether a file is one of ours, by its name."""
    return sti.suffix.lower() == ENDELSE


def slippbare(data: QMimeData, *, med_prosess: bool) -> tuple[Path, ...]:
    """Return the files that something can be done with: ours always, tables and documents with a process open."""
    stier = (Path(lenke.toLocalFile()) for lenke in data.urls() if lenke.isLocalFile())
    return tuple(sti for sti in stier if er_prosessfil(sti) or (med_prosess and sti.suffix.lower() in INNLESBARE))
