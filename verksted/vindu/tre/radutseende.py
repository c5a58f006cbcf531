"""How one row of a tree is to look, and what a screen reader says of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Radutseende:
    """`ikoner` are (name, colour) from left to right at the right edge; `hoeyre` is a short text beside them."""

    kode: str
    tittel: str
    lest: str
    overskrift: bool = False
    strukket: bool = False
    ikoner: tuple[tuple[str, str], ...] = ()
    hoeyre: str = ""
    hoeyrefarge: str = "text_2"
