"""An answer that comes later, always in the window's own thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from verksted.kjerne.feil import KjentFeil

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Svar(Generic[T]):
    """What `hent`, `utfoer` and `arbeid` return at once.

    `da` and `ved_feil` are called in the window's thread, never before the caller has returned to the event loop, and
    not at all when they belong to a widget that is gone. A KjentFeil nobody takes goes to `ellers`; a bug is raised.
    """

    def __init__(self, ellers: Callable[[KjentFeil], object]) -> None:
        self._ellers = ellers
        self._da: list[Callable[[T], object]] = []
        self._ved_feil: list[Callable[[KjentFeil], object]] = []

    def da(self, gjoer: Callable[[T], object]) -> Svar[T]:
        """Call this with the answer."""
        self._da.append(gjoer)
        return self

    def ved_feil(self, gjoer: Callable[[KjentFeil], object]) -> Svar[T]:
        """Call this with a known failure, instead of the banner."""
        self._ved_feil.append(gjoer)
        return self

    def glem(self) -> None:
        """Ask for no answer after all."""
        self._da.clear()
        self._ved_feil = [lambda _: None]

    def kom(self, verdi: T) -> None:
        """Deliver the answer; called in the window's thread."""
        for gjoer in self._da:
            if _lever(gjoer):
                gjoer(verdi)

    def feilet(self, feil: BaseException) -> None:
        """Deliver the failure; called in the window's thread (raises what is not a KjentFeil)."""
        if not isinstance(feil, KjentFeil):
            raise feil
        for gjoer in self._ved_feil or [self._ellers]:
            if _lever(gjoer):
                gjoer(feil)


def _lever(gjoer: object) -> bool:
    """Say whether the one who asked is still there."""
    eier = getattr(gjoer, "__self__", None)
    return not isinstance(eier, QObject) or isValid(eier)
