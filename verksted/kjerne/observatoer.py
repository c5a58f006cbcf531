"""A Qt-free observer: signals go up without anybody knowing who listens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Signal(Generic[T]):
    """A list of listeners; each is called in the thread that sends."""

    def __init__(self) -> None:
        self._lyttere: list[Callable[[T], None]] = []

    def lytt(self, lytter: Callable[[T], None]) -> Callable[[], None]:
        """Add a listener and return the function that takes it away again."""
        self._lyttere.append(lytter)

        def slutt() -> None:
            if lytter in self._lyttere:
                self._lyttere.remove(lytter)

        return slutt

    def send(self, verdi: T) -> None:
        """Call every listener with the value."""
        for lytter in tuple(self._lyttere):
            lytter(verdi)
