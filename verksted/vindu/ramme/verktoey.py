"""What every part of the window is handed: texts, theme, icons, clock, threads, dialogs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.kjerne.feil import VerkstedFeil

if TYPE_CHECKING:
    from verksted.kjerne.klokke import Klokke
    from verksted.kjerne.tekster import Tekster
    from verksted.vindu.ramme.bakgrunn import Bakgrunn
    from verksted.vindu.ramme.dialoger import Dialoger
    from verksted.vindu.utseende.ikoner import Ikoner
    from verksted.vindu.utseende.spraak import Spraak
    from verksted.vindu.utseende.tema import Tema


@dataclass(frozen=True, slots=True, kw_only=True)
class Verktoey:
    """Built once by oppstart, or by a test."""

    spraak: Spraak
    tema: Tema
    ikoner: Ikoner
    klokke: Klokke
    bakgrunn: Bakgrunn
    dialoger: Dialoger
    si_feil: Callable[[VerkstedFeil, Tekster], str]

    @property
    def tekster(self) -> Tekster:
        """The texts in use now."""
        return self.spraak.tekster
