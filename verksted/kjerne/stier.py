"""Where things lie: the program's own files, and the user's working folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from platformdirs import user_data_path

from verksted.kjerne.feil import RessursMangler


def _rot() -> Path:
    frossen = getattr(sys, "_MEIPASS", None)
    if frossen:
        return Path(frossen)
    pakken = Path(__file__).resolve().parents[1]
    installert = pakken / "_data"
    return installert if installert.is_dir() else pakken.parent


def ressurs(*deler: str) -> Path:
    """Return a path under `ressurser/`, frozen, installed or in a checkout (raises RessursMangler)."""
    return _finn("ressurser", *deler)


def mal(*deler: str) -> Path:
    """Return a path under `maler/`, frozen, installed or in a checkout (raises RessursMangler)."""
    return _finn("maler", *deler)


def _finn(*deler: str) -> Path:
    sti = _rot().joinpath(*deler)
    if not sti.exists():
        raise RessursMangler(sti="/".join(deler))
    return sti


def arbeidsmappe() -> Path:
    """Return the folder for working copies and backups, on the local disk.

    `VERKSTED_ARBEIDSMAPPE` moves it (a portable program on a stick, tests).
    """
    valgt = os.environ.get("VERKSTED_ARBEIDSMAPPE")
    return Path(valgt) if valgt else user_data_path("Verksted", appauthor=False)
