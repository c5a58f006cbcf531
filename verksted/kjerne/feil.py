"""The exception tree. Errors carry data; the sentence comes from the catalogue `feil`.

VerkstedFeil
├── KjentFeil      the world is to blame: a file, a disk, a value somebody typed
└── ProgramFeil    a bug here
"""

from __future__ import annotations

from typing import Final


class VerkstedFeil(Exception):
    """Root of every error the user may meet; `data` fills the placeholders of its sentence."""

    def __init__(self, **data: object) -> None:
        self.data: Final = data
        super().__init__(*(f"{navn}={verdi!r}" for navn, verdi in data.items()))

    @property
    def noekkel(self) -> str:
        """The error's place in the catalogue, for instance `feil.KunneIkkeAapneFil`."""
        return f"feil.{type(self).__name__}"


class KjentFeil(VerkstedFeil):
    """Something in the world is in the way; the user can do something about it."""


class ProgramFeil(VerkstedFeil):
    """Something in Verksted is wrong; the user is told what is safe and how to report it."""


class ManglendeTekst(ProgramFeil):
    """A key without a text in the catalogue (data: noekkel, maalform)."""


class RessursMangler(ProgramFeil):
    """A file that ships with the program is not where it should be (data: sti)."""


class UgyldigVerdi(KjentFeil):
    """A value that does not fit where data enters (data: hva, felt, aarsak)."""


class FinnesIkke(KjentFeil):
    """Nothing has this code or number (data: hva, kode)."""


class FinnesAllerede(KjentFeil):
    """Something else already has this id or code (data: hva, kode)."""
