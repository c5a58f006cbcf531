"""What the window may ask of the rest of the house: callables from oppstart, most of them for other threads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from verksted.kjerne.tekster import Maalform, Tekster
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord
    from verksted.vindu.ramme.bakgrunn import Fremdrift
    from verksted.vindu.ramme.kontrakt import AapenProsess, Rammevisning, Treff
    from verksted.vindu.ramme.prosessramme import Sidefabrikk
    from verksted.vindu.ramme.senere import Senere
    from verksted.vindu.start.malkort import Malkort
    from verksted.vindu.start.nydialog import Nyprosess


@dataclass(frozen=True, slots=True, kw_only=True)
class Tilgang:
    """`forbered` loads what the pages need, in another thread after the first paint; `senere` is the frame's own part.

    `lesbare` puts the data of a message into words. `aapne(file, read only)`, `opprett` and `lag_eksempel` run in
    another thread; `rammevisning` and `soek` are given a session. `soek` is None where there is nothing to search with.
    """

    forbered: Callable[[], object]
    senere: Callable[[], Senere]
    versjon: Callable[[], str]
    lesbare: Callable[[Mapping[str, object], Tekster], Mapping[str, object]]
    sider: Callable[[], Sidefabrikk]
    aapne: Callable[[Path, bool], AapenProsess]
    opprett: Callable[[Nyprosess, Path], AapenProsess]
    lag_eksempel: Callable[[Fremdrift, Maalform], Path]
    maler: Callable[[Maalform], Sequence[Malkort]]
    rammevisning: Callable[[Any, Tekster], Rammevisning]
    soek: Callable[[Any, str], Sequence[Treff]] | None = None
    les_inn: Callable[[Arbeidsbord, QWidget, Path], object] | None = None
