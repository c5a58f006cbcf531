"""A rule about the tables in the user's own words: what an error that refuses it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from verksted.kjerne.tekster import Tekster
    from verksted.regler.grupper.regelrader import Regelomtale


def regelord(tekster: Tekster) -> Callable[[Regelomtale], str]:
    """Return what puts rules in words in one language."""

    def ord_(omtale: Regelomtale) -> str:
        noekkel = omtale.art
        if omtale.art == "bord" and omtale.runde is not None:
            noekkel = "bord_i_runde"
        elif omtale.art == "en_per_bord" and omtale.verv:
            noekkel = "en_per_bord_verv"
        return tekster(
            f"grupper.regel.{noekkel}",
            navn=oppramsing(omtale.personer, tekster),
            bord=omtale.bord,
            runde=omtale.runde,
            verv=omtale.verv,
        )

    return ord_


def oppramsing(navn: Sequence[str], tekster: Tekster) -> str:
    """Return «A, B og C»."""
    *foerste, siste = navn or ("",)
    return f"{', '.join(foerste)} {tekster('grupper.regel.og')} {siste}" if foerste else siste
