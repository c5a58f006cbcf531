"""What makes a function an operation: named, whole or not at all, logged, undoable."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from verksted.lager.endring import Endring, Handlingsart
    from verksted.lager.oekt import Oekt

P = ParamSpec("P")
T = TypeVar("T")
Funksjon = Callable[Concatenate["Oekt", P], T]


def handling(funksjon: Funksjon[P, T]) -> Callable[Concatenate[Oekt, P], Endring[T]]:
    """Make `(oekt, *, …) -> T` an operation that returns `Endring[T]`, undoable by whoever did it.

    The function's name is the operation's name in the change log; its label is `handlinger.<name>`.
    """
    return _pakk(funksjon, "vanlig")


def endelig_handling(funksjon: Funksjon[P, T]) -> Callable[Concatenate[Oekt, P], Endring[T]]:
    """Make a function an operation that nobody can undo: lawful erasure."""
    return _pakk(funksjon, "endelig")


def _pakk(funksjon: Funksjon[P, T], art: Handlingsart) -> Callable[Concatenate[Oekt, P], Endring[T]]:
    @wraps(funksjon)
    def utfoer(oekt: Oekt, /, *args: P.args, **argumenter: P.kwargs) -> Endring[T]:
        return oekt.utfoer(funksjon.__name__, lambda: funksjon(oekt, *args, **argumenter), art=art)

    return utfoer
