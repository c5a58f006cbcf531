"""What the run of the program may refuse. Every sentence stands in the catalogue `feil`."""

from __future__ import annotations

from verksted.kjerne.feil import KjentFeil


class BlokkenErFerdig(KjentFeil):
    """A block that has ended is asked to begin, or to take other time (data: tittel)."""


class BlokkenErBegynt(KjentFeil):
    """A block that has begun is asked to move, or to go (data: tittel)."""


class IngenBlokkErIGang(KjentFeil):
    """Nothing is going on that could be stopped, ended or gone on with."""


class KlokkaGaarAllerede(KjentFeil):
    """The clock is asked to go on, and it never stopped."""


class IngenBlokkEtterDenne(KjentFeil):
    """There is nothing more to begin."""


class IngenBlokkFoerDenne(KjentFeil):
    """There is nothing to go back to."""
