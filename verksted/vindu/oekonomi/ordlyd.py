"""Words of the trail: the catalogue `excel` holds them, as the workbook says them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.kjerne.formater import NBSP, heltall, oppramsing

if TYPE_CHECKING:
    from verksted.kjerne.tekster import Tekster
    from verksted.visning.sporbarhet_celler import Ord


def ordlyd(ord_: Ord | str, tekster: Tekster) -> str:
    """Return the words, with numbers and lists as Norwegians write them."""
    if isinstance(ord_, str):
        return ord_
    data: dict[str, str] = {}
    for navn, verdi in ord_.data.items():
        if isinstance(verdi, int):
            data[navn] = heltall(verdi)
        else:
            data[navn] = oppramsing(verdi, tekster.maalform) if isinstance(verdi, tuple) else verdi
    return tekster(f"excel.{ord_.noekkel}", **data)


def prosent(andel_bp: int) -> str:
    """Return for instance «60 %» or «12,5 %»."""
    hele, deler = divmod(andel_bp, 100)
    return f"{hele},{deler:02d}".rstrip("0") + f"{NBSP}%" if deler else f"{hele}{NBSP}%"


def tusen(kroner: int) -> str:
    """Return kroner as thousands, for instance «1 200»."""
    return heltall(round(kroner / 1000))
