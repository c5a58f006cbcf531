"""Figures as Norwegians write them, whatever the file had."""

from __future__ import annotations

import re

from verksted.kjerne.formater import heltall

_HELT = re.compile(r"[-\u2212]?\d{4,}")
_AARSTALL = re.compile(r"(?:19|20)\d\d")


def tallord(tall: str) -> str:
    """Return «14 200 000» for «14200000»; a year, and what is not a plain number, stays as it is written."""
    if _HELT.fullmatch(tall.strip()) and not _AARSTALL.fullmatch(tall.strip()):
        return heltall(int(tall.strip().replace("\u2212", "-")))
    return re.sub(r"^-(?=\d)", "\u2212", tall)
