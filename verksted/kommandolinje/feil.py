"""What a command may refuse before it reaches the operations. Every sentence stands in the catalogue `feil`."""

from __future__ import annotations

from verksted.kjerne.feil import KjentFeil


class MappaFinnesIkke(KjentFeil):
    """The folder a new file was to be put in is not there (data: mappe)."""


class ArbeidsmappaKanIkkeBrukes(KjentFeil):
    """The folder for working copies and backups cannot be made or written (data: mappe, aarsak)."""


class SkjermenMangler(KjentFeil):
    """A window was asked for where there is no screen."""


class VinduetManglerEtBibliotek(KjentFeil):
    """The system lacks a library that windows need (data: bibliotek)."""
