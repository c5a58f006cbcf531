"""Ids and the short codes people talk about. Ids never give order; codes are stored at birth."""

from __future__ import annotations

import re
from uuid import uuid4

_SIFRE = re.compile(r"(\d+)")


def ny_id() -> str:
    """Return a fresh random id (UUID 4 as 36 characters)."""
    return str(uuid4())


def innspillskode(verksted: int, bord: int, nummer: int, *, pakke: str = "") -> str:
    """Return for instance `V2-G3-07`, or `V2-G3-A07` for a note that came in package A."""
    return f"V{verksted}-G{bord}-{pakke}{nummer:02d}"


def punktkode(nummer: int) -> str:
    """Return for instance `P-12`."""
    return f"P-{nummer:02d}"


def tiltakskode(nummer: int) -> str:
    """Return for instance `T-031`."""
    return f"T-{nummer:03d}"


def kunnskapskode(nummer: int) -> str:
    """Return for instance `K-08`."""
    return f"K-{nummer:02d}"


def postkode(art_bokstav: str, nummer: int) -> str:
    """Return for instance `D-0041` (drift) or `I-0007` (investering)."""
    return f"{art_bokstav}-{nummer:04d}"


def elementkode(foran: str, nummer: int) -> str:
    """Return `S2` for a top element (foran `S`) or `S2.1` for a child (foran `S2`)."""
    return f"{foran}.{nummer}" if foran[-1].isdigit() else f"{foran}{nummer}"


def kodeorden(kode: str) -> tuple[str | int, ...]:
    """Return a key that sorts `P-9` before `P-10`, `V1-G2-99` before `V1-G2-100` and `S2` before `S2.1`."""
    return tuple(int(del_) if del_.isdecimal() else del_ for del_ in _SIFRE.split(kode))
