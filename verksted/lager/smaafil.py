"""Small texts of our own on this machine: in their place in one step, whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def skriv_smaafil(sti: Path, tekst: str) -> None:
    """Put a text in its place; it is not flushed to the disk, so nothing may hang on it (raises OSError)."""
    sti.parent.mkdir(parents=True, exist_ok=True)
    ny = sti.with_name(f"{sti.name}.{os.getpid()}.ny")  # two processes may write the same
    try:
        ny.write_text(tekst, encoding="utf-8")
        ny.replace(sti)
    finally:
        with suppress(OSError):
            ny.unlink(missing_ok=True)


def les_smaafil(sti: Path) -> str | None:
    """Return the text, None when there is none that can be read."""
    try:
        return sti.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
