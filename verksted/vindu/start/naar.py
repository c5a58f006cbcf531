"""When and where, as people say it: «i går 15.20», «2. februar», «Dokumenter\\Verksted»."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDir, QLocale

from verksted.kjerne.klokke import lokal

if TYPE_CHECKING:
    from datetime import datetime

    from verksted.kjerne.tekster import Tekster


def naar(tid: datetime | None, naa: datetime, tekster: Tekster) -> str:
    """Return a moment of the past, no finer than one needs."""
    if tid is None:
        return ""
    da, i_dag = lokal(tid), lokal(naa)
    dager = (i_dag.date() - da.date()).days
    if dager in (0, 1):
        return tekster("start.i_dag" if dager == 0 else "start.i_gaar", klokka=f"{da:%H.%M}")
    return QLocale().toString(QDate(da.year, da.month, da.day), "d. MMMM" if da.year == i_dag.year else "d. MMMM yyyy")


def hvor(sti: Path) -> str:
    """Return the folder, from the home folder where it lies there."""
    mappe, hjem = sti.parent, Path.home()
    kort = mappe.relative_to(hjem) if mappe.is_relative_to(hjem) else mappe
    return QDir.toNativeSeparators(str(kort)) if str(kort) != "." else QDir.toNativeSeparators(str(mappe))
