"""The pages in the order of the process: the rail, the menus and the shortcuts are made from this table.

A page is shown when oppstart has a way to make it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Sideplass:
    """Where a page has its place; the texts are `ramme.side.<noekkel>.navn`, `.kort` and `.tittel`.

    `ikon` is empty for a sub-page, `gruppe` the rail entry it lies under.
    """

    noekkel: str
    ikon: str = ""
    gruppe: str = ""
    tast: str = ""


SIDER: Final = (
    Sideplass("oversikt", "squares-four", tast="Ctrl+1"),
    Sideplass("forberede", "note-pencil", tast="Ctrl+2"),
    Sideplass("prosess", gruppe="forberede"),
    Sideplass("program", gruppe="forberede"),
    Sideplass("spoersmaal", gruppe="forberede"),
    Sideplass("deltakere", gruppe="forberede"),
    Sideplass("grupper", gruppe="forberede"),
    Sideplass("kunnskap", gruppe="forberede"),
    Sideplass("gjeldende", gruppe="forberede"),
    Sideplass("gjennomfoere", "presentation", tast="Ctrl+3"),
    Sideplass("bearbeide", "cards", tast="Ctrl+4"),
    Sideplass("plan", "tree-structure", tast="Ctrl+5"),
    Sideplass("oekonomi", "path", tast="Ctrl+6"),
    Sideplass("dokumenter", "file-text", tast="Ctrl+7"),
)
_ETTER_NOEKKEL: Final = {plass.noekkel: plass for plass in SIDER}


def sideplass(noekkel: str) -> Sideplass:
    """Return a page's place (raises KeyError)."""
    return _ETTER_NOEKKEL[noekkel]


def undersider(noekkel: str, finnes: frozenset[str]) -> tuple[Sideplass, ...]:
    """Return the sub-pages of a rail entry that can be made."""
    return tuple(plass for plass in SIDER if plass.gruppe == noekkel and plass.noekkel in finnes)


def hovedsider(finnes: frozenset[str]) -> tuple[Sideplass, ...]:
    """Return the rail's entries: the pages that can be made, and the groups that have any."""
    return tuple(
        plass for plass in SIDER if not plass.gruppe and (plass.noekkel in finnes or undersider(plass.noekkel, finnes))
    )


def foerste_side(noekkel: str, finnes: frozenset[str]) -> str:
    """Return the page to show for a rail entry: itself, or the first of its sub-pages."""
    under = undersider(noekkel, finnes)
    return noekkel if noekkel in finnes or not under else under[0].noekkel
