"""What a shared widget may be handed in one piece: looks and words, nothing of the frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from verksted.kjerne.tekster import Tekster
    from verksted.vindu.utseende.ikoner import Ikoner
    from verksted.vindu.utseende.tema import Tema


class Utstyr(Protocol):
    """The part of `vindu.ramme.verktoey.Verktoey` that is about looks and words."""

    @property
    def tema(self) -> Tema:
        """Colours, sizes and fonts."""
        ...

    @property
    def ikoner(self) -> Ikoner:
        """Icons by name."""
        ...

    @property
    def tekster(self) -> Tekster:
        """The texts in use now."""
        ...
