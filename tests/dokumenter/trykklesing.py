"""Every printed document of a workshop, by its kind, as the command makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.dokumenter.wordlesing import SKREVET, W
from verksted.dokumenter.word.trykk.bordliste import skriv_bordliste
from verksted.dokumenter.word.trykk.bordskilt import skriv_bordskilt
from verksted.dokumenter.word.trykk.frammoete import skriv_frammoeteliste
from verksted.dokumenter.word.trykk.navneliste import skriv_navneliste
from verksted.dokumenter.word.trykk.navneskilt import skriv_navneskilt
from verksted.dokumenter.word.trykk.program import skriv_programark, skriv_programoppslag
from verksted.dokumenter.word.trykk.spoersmaalsark import skriv_spoersmaalsark
from verksted.kjerne.tekster import Tekster
from verksted.visning.trykk_bord import bygg_bordliste, bygg_navneliste
from verksted.visning.trykk_oppmoete import bygg_frammoeteliste
from verksted.visning.trykk_program import bygg_programark
from verksted.visning.trykk_spoersmaal import bygg_spoersmaalsark

if TYPE_CHECKING:
    from collections.abc import Callable

    from verksted.visning.grunnlag import Grunnlag

SAKER: dict[str, tuple[Callable[[Grunnlag, int], Any], Callable[..., bytes]]] = {
    "program": (bygg_programark, skriv_programark),
    "programoppslag": (bygg_programark, skriv_programoppslag),
    "bordliste": (bygg_bordliste, skriv_bordliste),
    "navneliste": (bygg_navneliste, skriv_navneliste),
    "bordskilt": (bygg_bordliste, skriv_bordskilt),
    "navneskilt": (bygg_navneliste, skriv_navneskilt),
    "spoersmaalsark": (bygg_spoersmaalsark, skriv_spoersmaalsark),
    "frammoeteliste": (bygg_frammoeteliste, skriv_frammoeteliste),
}
# Sheets that are folded or cut: fields on paper, no table to read.
FLATER = ("bordskilt", "navneskilt")


def trykk(slag: str, grunnlag: Grunnlag, nummer: int = 1) -> bytes:
    """Return the docx of one kind."""
    bygg, skriv = SAKER[slag]
    return skriv(bygg(grunnlag, nummer), Tekster(grunnlag.prosess.maalform), skrevet=SKREVET)


def linjer(dokument: Any) -> list[str]:
    """Return the text of every paragraph in reading order, in and out of tables; breaks become spaces."""
    avsnitt = dokument.element.body.iter(f"{W}p")
    return ["".join(t.text or "" for t in p.iter(f"{W}t")).strip() for p in avsnitt]
