"""Norwegian order of names and natural order of codes."""

from __future__ import annotations

import re

_SIFRE = re.compile(r"(\d+)")
# Aa counts as å in names; æ, ø and å come after z, in that order.
_BOKSTAVER = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


def navneorden(navn: str) -> tuple[str, str]:
    """Return a key that sorts names the Norwegian way: Zebra, Ærø, Ørland, Ås, Aasen."""
    return navn.casefold().replace("aa", "å").translate(_BOKSTAVER), navn


def kodeorden(kode: str) -> tuple[str | int, ...]:
    """Return a key that sorts `V1-G2-9` before `V1-G2-10`."""
    return tuple(int(del_) if del_.isdigit() else del_ for del_ in _SIFRE.split(kode))
