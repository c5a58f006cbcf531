"""The rows that decide the tables, out of the whole process."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Final

from verksted.regler.grupper.rader import Grupperader

if TYPE_CHECKING:
    from verksted.visning.grunnlag import Grunnlag

GRUPPETABELLER: Final = tuple(felt.name for felt in fields(Grupperader))


def grupperader(grunnlag: Grunnlag) -> Grupperader:
    """Return the rows the composer and its views read."""
    return Grupperader(**{navn: getattr(grunnlag, navn) for navn in GRUPPETABELLER})
