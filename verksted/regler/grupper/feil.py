"""What cannot be composed. Every sentence stands in the catalogue `feil`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.kjerne.feil import KjentFeil

if TYPE_CHECKING:
    from verksted.regler.grupper.oppdrag import Grupperegel


class FaerreFolkEnnBord(KjentFeil):
    """Somebody must sit at every table, at one table or more, in one round or more (data: personer, bord, runder)."""


class SammePersonToGanger(KjentFeil):
    """The same id stands twice among those to be seated (data: antall)."""


class RegelenPasserIkke(KjentFeil):
    """A rule speaks of a table or a round that is not there (data: regel)."""


class ReglerMotsierHverandre(KjentFeil):
    """No division keeps all of these rules, and it takes each of them to make it so (data: regler)."""

    def __init__(self, *, motstrid: tuple[Grupperegel, ...]) -> None:
        self.motstrid = motstrid
        super().__init__(regler=" · ".join(navn_paa(regel) for regel in motstrid))


class FantIngenInndeling(KjentFeil):
    """The rules leave so little room that no division was found, though none is proven impossible (data: regler)."""

    def __init__(self, *, trange: tuple[Grupperegel, ...]) -> None:
        self.trange = trange
        super().__init__(regler=" · ".join(navn_paa(regel) for regel in trange))


class UkjentEgenskap(KjentFeil):
    """Nothing people are known by is called this (data: ord, kjente)."""


def navn_paa(regel: Grupperegel) -> str:
    """Return what the user calls the rule, or else the ids it names."""
    return regel.navn or ", ".join(regel.personer)
